"""Publishing with Wikidata as authority: on good days, on bad ones, and after them."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lod.config import load
from lod.errors import ConfigError
from tests.datasets import HEAD, ROWS, SOURCE, CommandLine, begin, hashes
from tests.wikidata import Reconciler, Wikidata, known, serving

CONTACT = 'contact = "eva@example.org"\n'
PUBLISH = ("publish", "letters", "--now", "2026-11-28T12:00:00Z", "--workers", "2")
CURRENT = Path("output/letters/current")
LIVE = '[reconcile]\nauthority = {}\n[reconcile.live]\napi = "{}"\ntimeout = 2\npatience = 0\n'


@pytest.fixture
def wikidata() -> Iterator[Wikidata]:
    with serving(Wikidata(known())) as server:
        yield server


@pytest.fixture
def letters(tmp_path: Path, wikidata: Wikidata) -> Path:
    live = LIVE.format('["wikidata"]', wikidata.api)
    return begin(tmp_path / "letters", ROWS, HEAD + CONTACT + SOURCE + live)


def links(folder: Path) -> dict[str, str]:
    lines = (folder / CURRENT / "links.sssom.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[6] for row in rows[1:]}


def test_names_are_linked_by_one_process_that_says_who_it_is(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    ran = lod(*PUBLISH)
    assert ran.code == 0, ran.err
    found = links(letters.parent)
    assert found["Vyacheslav Molotov"] == "wd:Q132899"
    assert found["Belgrade"] == "sssom:NoTermFound"
    assert (wikidata.most_at_once, len(wikidata.agents)) == (1, 1)


@pytest.mark.parametrize("day", ["429", "503", "maxlag", "403"])
def test_a_bad_day_ends_with_what_there_is_and_says_which_names_wait(
    letters: Path, wikidata: Wikidata, lod: CommandLine, day: str
) -> None:
    wikidata.always = day
    ran = lod(*PUBLISH)
    assert ran.code == 3
    assert "6 names wait for a service" in ran.err
    assert "'Molotov, Vyacheslav'" in ran.err
    assert links(letters.parent) == {}
    report = (letters.parent / CURRENT / "report.html").read_text("utf-8")
    assert "Molotov, Vyacheslav" in report
    manifest = json.loads((letters.parent / CURRENT / "manifest.json").read_text("utf-8"))
    assert manifest["names"] == {"person error": 4, "place error": 2}


def test_a_service_that_is_well_again_soon_is_asked_again_in_the_same_run(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    path = letters / "dataset.toml"
    path.write_text(path.read_text("utf-8").replace("patience = 0", "patience = 1"), "utf-8")
    wikidata.days = ["good"] * 2 + ["503"] * 5
    ran = lod(*PUBLISH)
    assert ran.code == 0, ran.err
    assert links(letters.parent)["Vyacheslav Molotov"] == "wd:Q132899"
    assert not wikidata.days


def test_the_next_run_takes_up_where_the_last_one_stopped(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    wikidata.days, wikidata.always = ["good"] * 4, "503"
    assert lod(*PUBLISH).code == 3
    wikidata.always, before = "", len(wikidata.asked)
    assert lod(*PUBLISH).code == 0
    asked = [json.dumps(one, sort_keys=True) for one in wikidata.asked]
    assert not set(asked[:4]) & set(asked[before:])
    wikidata.always = "503"
    assert lod(*PUBLISH).code == 0


def test_a_run_that_was_stopped_gives_the_same_release_as_one_that_was_not(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    assert lod(*PUBLISH, "--output", "whole").code == 0
    wikidata.days = ["good"] * 3 + ["503"] * 60
    assert lod(*PUBLISH, "--output", "parts").code == 3
    wikidata.days = []
    assert lod(*PUBLISH, "--output", "parts").code == 0
    whole, parts = (letters.parent / name / "current" for name in ("whole", "parts"))
    assert hashes(whole, "dumps") == hashes(parts, "dumps")


def test_a_run_that_is_killed_is_taken_up_where_it_stopped(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    wikidata.days = ["good"] * 4 + ["drip"] * 9
    words = [sys.executable, "-m", "lod", *PUBLISH]
    with subprocess.Popen(words, cwd=letters.parent, stderr=subprocess.DEVNULL) as process:
        while len(wikidata.asked) < 5:
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    wikidata.days = []
    assert lod(*PUBLISH).code == 0
    asked = [json.dumps(one, sort_keys=True) for one in wikidata.asked]
    assert not set(asked[:4]) & set(asked[5:])


def test_only_what_is_not_known_here_is_asked_for(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    path = letters / "dataset.toml"
    config = path.read_text("utf-8").replace('["wikidata"]', '["embedded", "wikidata"]')
    path.write_text(config, "utf-8")
    (letters / "letters.csv").write_text(ROWS.replace("Rhee, Syngman", "Unheard, Xaver"), "utf-8")
    assert lod(*PUBLISH).code == 0
    said = [one["search"] for one in wikidata.asked if "search" in one]
    assert said == ["Xaver Unheard"]


def test_a_broken_answer_in_the_cache_is_told_and_asked_for_again(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    assert lod(*PUBLISH).code == 0
    before, asked = links(letters.parent), len(wikidata.asked)
    with sqlite3.connect(letters.parent / "output/letters/.cache/wikidata.sqlite") as db:
        db.execute("UPDATE answer SET body = x'00' WHERE key = 'entity Q132899'")
    assert lod(*PUBLISH).code == 0
    assert (links(letters.parent), len(wikidata.asked)) == (before, asked + 1)
    issues = (letters.parent / CURRENT / "issues.jsonl").read_text("utf-8")
    assert "a kept answer was broken, and is asked for again: entity Q132899" in issues


def test_a_service_wants_to_know_whom_to_turn_to(letters: Path) -> None:
    path = letters / "dataset.toml"
    path.write_text(path.read_text("utf-8").replace(CONTACT, ""), "utf-8")
    with pytest.raises(ConfigError, match="contact: missing, and wikidata is asked over the net"):
        load(letters)


def test_checking_a_dataset_asks_nobody(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    assert lod("check", letters).code == 0
    assert wikidata.asked == []


def again(folder: Path) -> list[str]:
    lines = (folder / CURRENT / "issues.jsonl").read_text("utf-8").splitlines()
    found = map(json.loads, lines)
    return [one["message"] for one in found if one["code"] == "decision/again"]


def test_items_that_were_merged_or_deleted_are_looked_at_again(
    letters: Path, wikidata: Wikidata, lod: CommandLine
) -> None:
    for name, qid in (("Tito, Josip Broz", "Q9161"), ("Molotov, Vyacheslav", "Q90000071")):
        model = "Q2518" if name.startswith("Tito") else "Q132899"
        wikidata.items[qid] = wikidata.items[model] | {"id": qid}
        assert lod("decide", "letters", name, qid, "--by", "Ada").code == 0
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Helmut Kohl"] == "wd:Q9161"
    del wikidata.items["Q9161"], wikidata.items["Q90000071"]
    wikidata.redirects["Q90000071"] = "Q132899"
    assert lod(*PUBLISH[:3], "2027-02-01T12:00:00Z").code == 0
    assert sorted(again(letters.parent)) == [
        "look again: Q90000071 was merged into Q132899",
        "look again: Q9161 was deleted",
    ]
    assert links(letters.parent)["Vyacheslav Molotov"] == "wd:Q90000071"
    assert links(letters.parent)["Tito, Josip Broz"] == "wd:Q9161"
    rows = (letters.parent / CURRENT / "links.sssom.tsv").read_text("utf-8").splitlines()
    (tito,) = (row for row in rows if "\twd:Q9161\t" in row)
    assert "lo:mayBe" in tito


def test_a_reconciliation_service_is_an_authority(tmp_path: Path, lod: CommandLine) -> None:
    with serving(Reconciler(known())) as service:
        live = LIVE.format(f'"{service.address}"', "http://127.0.0.1:9/api.php")
        begin(tmp_path / "letters", ROWS, HEAD + CONTACT + SOURCE + live)
        assert lod(*PUBLISH).code == 0
        assert links(tmp_path)["Vyacheslav Molotov"] == "wd:Q132899"
        service.said = {"identifierSpace": "https://d-nb.info/gnd/"}
        ran = lod(*PUBLISH, "--output", "other")
    assert ran.code == 2
    assert "links are made to Wikidata (use a service whose identifierSpace is" in ran.err
