"""Curators go through the names that wait: the weightiest first, a key a decision."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.datasets import HEAD, SOURCE, CommandLine, Ran, begin
from tests.end_to_end.test_ledger import AUTHORITY, COLUMNS, PUBLISH, known, links

ROWS = f"""{COLUMNS}L1,One,1950,"Petrov, I.",Sidorov,
L2,Two,1951,"Petrov, I.","Ivanov, P.",
L3,Three,1952,"Petrov, I.","Nobody, Nemo",
"""
TWINS: list[dict[str, object]] = [
    {"id": f"Q{number}", "kind": "person", "birth": birth, "labels": {"en": name}}
    for number, name, birth in (
        (74, "Igor Petrov", "1905"), (75, "Peter Ivanov", "1899"), (76, "Piotr Ivanov", "1901"),
    )
]  # fmt: skip


@pytest.fixture
def letters(tmp_path: Path, lod: CommandLine) -> Path:
    folder = begin(tmp_path / "letters", ROWS, HEAD + SOURCE + AUTHORITY)
    known(lod, folder, *TWINS)
    assert lod(*PUBLISH).code == 0
    return folder


def queue(lod: CommandLine) -> list[dict[str, object]]:
    return [json.loads(line) for line in lod("review", "letters", "--json").out.splitlines()]


def reviewed(lod: CommandLine, monkeypatch: pytest.MonkeyPatch, *keys: str) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
    return lod("review", "letters", "--by", "Ada")


def test_the_queue_begins_with_what_most_records_wait_for(letters: Path, lod: CommandLine) -> None:
    found = queue(lod)
    impacts = [one["impact"] for one in found]
    assert impacts == sorted(impacts, key=lambda impact: -float(str(impact)))
    assert {one["name"] for one in found} >= {"Petrov, I.", "Ivanov, P."}
    assert all(one["seen"] and one["candidates"] for one in found)


def test_a_key_a_decision_and_the_next_release_has_them(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = queue(lod)[0]
    ran = reviewed(lod, monkeypatch, "1", "q")
    item = first["candidates"][0]["id"]  # type: ignore[index]
    assert f"noted: {first['name']} is {item}" in ran.out
    assert f"[1 of {len(queue(lod))}] person  {first['name']}" in ran.out
    assert "of the time 1900-" in ran.out
    assert lod(*PUBLISH).code == 0
    assert f"wd:{item}" in links(letters.parent).values()
    assert first["name"] not in {
        one["name"] for one in queue(lod) if one["begin"] == first["begin"]
    }


def test_a_decision_is_taken_back_and_its_name_is_shown_again(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = reviewed(lod, monkeypatch, "n", "u", "q")
    assert ran.out.count("[1 of ") == 2
    assert "taken back: " in ran.out
    assert lod("decide", "letters", "--list").out == ""
    assert (letters / "decisions.jsonl").read_text("utf-8").count("\n") == 2


def test_an_item_that_is_refused_is_shown_no_more(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = reviewed(lod, monkeypatch, "x1", "q")
    first = queue(lod)[0]["candidates"]
    before, after = ran.out.split("noted: ")
    item = first[0]["id"]  # type: ignore[index]
    assert f"  1  {item}  " in before
    assert f"  {item}  " not in after.partition("\n")[2]


def test_keys_that_decide_nothing_say_so_and_lose_nothing(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = reviewed(lod, monkeypatch, "7x", "9", "?", "u", "j", "k", "/Sidorov", "/Q73", "d")
    assert ran.code == 0
    assert ran.out.count("is no key here") == 2
    assert "nothing was decided in this sitting" in ran.out
    assert "Oleg Sidorov" in ran.out
    assert "1 decisions" in ran.err


def test_a_decision_that_came_back_can_be_confirmed(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lod("decide", "letters", "Petrov, I.", "Q71").code == 0
    known(lod, letters, *TWINS, {**TWINS[0], "id": "Q71", "labels": {"en": "Ivan Petrov"}})
    assert lod(*PUBLISH).code == 0
    assert [one["name"] for one in queue(lod) if one["again"]] == ["Petrov, I."]
    ran = reviewed(lod, monkeypatch, "1", "q")
    assert "noted: Petrov, I. is Q71" in ran.out
    assert lod(*PUBLISH).code == 0
    assert [one for one in queue(lod) if one["again"]] == []


def test_a_merge_is_confirmed_for_all_names_at_once(
    letters: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lod("decide", "letters", "Petrov, I.", "Q71").code == 0
    moved: dict[str, object] = {"id": "Q71", "redirect": "Q79"}
    known(lod, letters, *TWINS, moved, {**TWINS[0], "id": "Q79"})
    assert lod(*PUBLISH).code == 0
    ran = reviewed(lod, monkeypatch, "j", "k", "1", "q")
    assert "noted: Q71 is Q79" in ran.out
    assert lod(*PUBLISH).code == 0
    assert [one for one in queue(lod) if one["again"]] == []


def test_names_that_steer_a_terminal_are_written_out(
    tmp_path: Path, lod: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = f'{COLUMNS}L1,T\u202eitle,1950,"Petrov\u202e, I.",,\n'
    folder = begin(tmp_path / "letters", rows, HEAD + SOURCE + AUTHORITY)
    known(lod, folder, *TWINS)
    assert lod(*PUBLISH).code == 0
    ran = reviewed(lod, monkeypatch, "q")
    assert "\\u202e" in ran.out
    assert "\u202e" not in ran.out


def typed(folder: Path, keys: list[str]) -> str:
    """Run the review on a terminal of its own; a key is typed when the prompt is there."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "lod", "review", "letters", "--by", "Ada"]
    process = subprocess.Popen(words, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    for key in keys:
        while not said.endswith(b" > "):
            assert select.select([ours], [], [], 60)[0], said
            said += os.read(ours, 1 << 16)
        os.write(ours, key.encode())
        said += b"\n"
    process.wait(30)
    said += os.read(ours, 1 << 16)
    os.close(ours)
    return said.decode()


def test_a_terminal_takes_single_keys(letters: Path) -> None:
    said = typed(letters.parent, ["?", "\x1b[5~\x1b[Anq"])
    assert "Wikidata has none" in said
    assert "noted: Petrov, I. is none" in said
    assert "1 decisions" in said


def test_without_a_release_there_is_nothing_to_review(tmp_path: Path, lod: CommandLine) -> None:
    begin(tmp_path / "letters")
    ran = lod("review", "letters")
    assert (ran.code, "publish first" in ran.err) == (2, True)
