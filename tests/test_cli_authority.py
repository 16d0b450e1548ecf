"""The commands that match names: build, look up, match a list, compare with gold."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from lod.reconcile.index import IndexAuthority
from tests.datasets import CommandLine
from tests.wikidata import Reconciler, known, serving

TASK = Path(__file__).parent / "data" / "reconcile" / "task"


@pytest.fixture
def index(lod: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "authority.sqlite"
    ran = lod("authority", "build", TASK / "authority.jsonl.gz", "--output", path, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["kinds"]["person"] > 700
    return path


def test_info_says_what_an_index_holds(lod: CommandLine, index: Path) -> None:
    told = json.loads(lod("authority", "info", index, "--json").out)
    assert told["sources"] == "authority.jsonl.gz"
    assert int(told["entities"]) > 700


def test_info_knows_the_authority_that_ships_with_the_program(lod: CommandLine) -> None:
    told = json.loads(lod("authority", "info", "embedded", "--json").out)
    assert int(told["entities person"]) > 1000
    assert told["version"]


def test_a_class_that_is_no_item_is_refused(lod: CommandLine, tmp_path: Path) -> None:
    words = ("authority", "build", TASK / "authority.jsonl.gz", "--output", tmp_path / "a.sqlite")
    ran = lod(*words, "--class", "human")
    assert (ran.code, "--class: 'human' is no item (--class Q5)" in ran.err) == (2, True)


def test_lookup_shows_candidates_with_reasons(lod: CommandLine, index: Path) -> None:
    words = ("authority", "lookup", index, "Gromyko, A. A.", "--kind", "person", "--year", "1951")
    told = json.loads(lod(*words, "--json").out)
    assert (told["band"], told["entity"]) == ("accepted", "Q184267")
    assert "the family name agrees" in lod(*words).out


def test_match_answers_every_line_of_a_list(lod: CommandLine, index: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text(
        "id\tname\tkind\tyear\tcontext\n1\tGromyko, Andrei\tperson\t1950\t\n2\t\t\t\t\n"
    )
    rows = list(
        csv.DictReader(lod("match", names, "--authority", index).out.splitlines(), delimiter="\t")
    )
    assert [row["band"] for row in rows] == ["accepted", "nil"]
    assert [row["entity"] for row in rows] == ["Q184267", "NIL"]
    assert json.loads(rows[0]["candidates"])[0]["id"] == "Q184267"


def test_a_list_may_come_through_a_pipe(index: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lod", "match", "-", "--authority", str(index)]
    names = 'id\tname\tkind\n1\t"Gromyko, Andrei"\tperson\n'.encode("utf-16")
    ran = subprocess.run(command, input=names, capture_output=True, cwd=tmp_path, check=False)
    assert (ran.returncode, ran.stdout.splitlines()[1].split(b"\t")[:2]) == (0, [b"1", b"Q184267"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nothere.tsv",), 2),
        ((".",), 2),
        (("names.tsv", "--output", "no/such/folder.tsv"), 74),
        (("names.tsv", "--output", "."), 74),
        (("nameless.tsv", "--output", "out.tsv"), 2),
    ],
)
def test_match_writes_nothing_where_it_cannot(
    lod: CommandLine, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    (tmp_path / "names.tsv").write_text("id\tname\n1\tNobody\n")
    (tmp_path / "nameless.tsv").write_text("id\tnom\n1\tNobody\n")
    ran = lod("match", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nameless.tsv", "names.tsv"]


def test_match_writes_a_file_when_it_is_whole(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    out = tmp_path / "links.tsv"
    lod("match", TASK / "queries.tsv", "--authority", index, "--output", out)
    assert len(out.read_text("utf-8").splitlines()) == 964
    assert sorted(path.name for path in tmp_path.iterdir()) == ["authority.sqlite", "links.tsv"]


def test_a_list_without_names_says_which_column_is_missing(
    lod: CommandLine, tmp_path: Path
) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("id\tkind\n1\tperson\n")
    ran = lod("match", names)
    assert ran.code == 2
    assert "no column `name`" in ran.err


def test_a_list_that_is_not_parted_by_tabs_is_told_so(lod: CommandLine, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("id,name,kind\n1,Joseph Stalin,person\n")
    ran = lod("match", names)
    assert ran.code == 2
    assert "not parted by tabs" in ran.err


FAULTY = [
    "1\tGromyko, Andrei\tperson\t1950",
    "2\tGromyko, Andrei\tdog\tabc",
    "3\tGromyko, Andrei\tperson\t1950\tmore",
    "1\tGromyko, Andrei\tperson\t1950",
    "5\tGromyko, Andrei\tperson\tn.d.\t\t",
]


def test_a_line_that_cannot_be_read_is_an_error_and_told(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("\n".join(["id\tname\tkind\tyear", *FAULTY]) + "\n")
    ran = lod("match", names, "--authority", index)
    rows = list(csv.DictReader(ran.out.splitlines(), delimiter="\t"))
    assert [row["band"] for row in rows] == ["accepted", "error", "error", "error", "accepted"]
    assert [row["candidates"] for row in rows[1:4]] == ["[]"] * 3
    told = ran.err.splitlines()
    assert ran.code == 3
    assert "names.tsv:3: unknown kind 'dog'" in told[0]
    assert "no year: 'abc'" in told[0]
    assert told[1].startswith("names.tsv:4: a cell too many: 'more'")
    assert told[2] == "names.tsv:5: the id '1' is in line 2, too"
    assert "3 lines cannot be read" in told[3]


def test_of_many_lines_that_cannot_be_read_some_are_told_and_all_are_counted(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("name\tkind\n" + "Stalin\tdog\n" * 50)
    ran = lod("match", names, "--authority", index)
    assert "50 lines cannot be read" in ran.err
    assert ran.err.count("\n") == 21


def test_match_answers_in_json_lines_with_the_reason(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("id\tname\tkind\n1\tGromyko, Andrei\tperson\n2\tGromyko\tperson\n")
    ran = lod("match", names, "--authority", index, "--json")
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], first["band"], first["entity"]) == ("1", "accepted", "Q184267")
    assert (second["band"], second["note"]) == ("review", "a family name alone")


def test_a_task_with_a_line_that_cannot_be_read_is_refused(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    (tmp_path / "queries.tsv").write_text("id\tname\tkind\n1\tStalin\tdog\n")
    (tmp_path / "gold.tsv").write_text("id\tentity\n1\tQ855\n")
    ran = lod("eval", tmp_path, "--authority", index)
    assert ran.code == 2
    assert "queries.tsv:2: unknown kind 'dog'" in ran.err


def test_eval_prints_the_numbers_of_a_task(lod: CommandLine) -> None:
    told = json.loads(lod("eval", TASK, "--json").out)
    expected = {"n", "accepted", "precision", "recall", "recall@10", "nil_accuracy", "ece"}
    assert expected | {"names_per_s"} <= told.keys()


def test_update_lists_what_changed(lod: CommandLine, index: Path, tmp_path: Path) -> None:
    source = tmp_path / "newer.jsonl"
    source.write_text('{"id": "Q184267", "redirect": "Q1"}\n')
    ran = lod("authority", "update", index, source)
    assert "Q184267\tmerged\tQ1" in ran.out
    assert json.loads(lod("authority", "info", index, "--json").out)["entities"] == "0"


def test_years_that_are_no_span_are_refused(lod: CommandLine, tmp_path: Path) -> None:
    words = ("authority", "build", TASK / "authority.jsonl.gz", "--output", tmp_path / "x")
    assert lod(*words, "--years", "1850").code == 2


def test_a_dataset_may_name_an_index_file(lod: CommandLine, index: Path, letters: Path) -> None:
    config = letters / "dataset.toml"
    named = f'[reconcile]\nauthority = ["{index}"]\n'
    config.write_text(config.read_text("utf-8") + named, encoding="utf-8")
    assert lod("publish", letters).code == 0
    links = next(Path("output").glob("*/current/links.sssom.tsv")).read_text("utf-8")
    assert "wikidata.org/entity/Q" in links or "wd:Q" in links
    assert "authority@" in links


def test_a_dataset_that_names_no_index_says_how_to_build_one(
    lod: CommandLine, letters: Path
) -> None:
    config = letters / "dataset.toml"
    named = '[reconcile]\nauthority = ["missing.sqlite"]\n'
    config.write_text(config.read_text("utf-8") + named, encoding="utf-8")
    ran = lod("check", letters)
    assert ran.code == 2
    assert "lod authority build" in ran.err


def test_what_an_update_did_not_find_again_is_known_to_be_gone(
    lod: CommandLine, index: Path, tmp_path: Path
) -> None:
    source = tmp_path / "newer.jsonl"
    source.write_text('{"id": "Q1", "kind": "person", "labels": {"en": "Jan Novak"}}\n')
    lod("authority", "update", index, source)
    assert IndexAuthority.open(index).successor("Q184267") == ""
    source.write_text('{"id": "Q184267", "kind": "person", "labels": {"en": "Andrei Gromyko"}}\n')
    lod("authority", "update", index, source)
    assert IndexAuthority.open(index).successor("Q184267") == "Q184267"
    assert IndexAuthority.open(index).successor("Q132899") == ""


@pytest.mark.parametrize("command", ["match", "lookup"])
def test_a_service_is_asked_for_somebody(lod: CommandLine, tmp_path: Path, command: str) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("id\tname\n1\tGromyko\n")
    words = {
        "match": ("match", names, "--authority", "wikidata"),
        "lookup": ("authority", "lookup", "wikidata", "Gromyko"),
    }
    ran = lod(*words[command])
    assert ran.code == 2
    assert "--contact" in ran.err


def test_a_list_may_be_matched_with_a_service(
    lod: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = tmp_path / "names.tsv"
    names.write_text("id\tname\tkind\tyear\n1\tGromyko, Andrei\tperson\t1951\n")
    with serving(Reconciler(known())) as server:
        words = ("match", names, "--authority", server.address, "--contact", "eva@example.org")
        row = lod(*words).out.splitlines()[1].split("\t")
    assert (row[1], row[3]) == ("Q184267", "accepted")


def test_names_that_wait_for_a_service_are_errors_and_no_nil(
    lod: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = tmp_path / "names.tsv"
    names.write_text("id\tname\tkind\n1\tGromyko, Andrei\tperson\n")
    ran = lod("match", names, "--authority", "http://127.0.0.1:9/", "--contact", "a@example.org")
    assert ran.code == 3
    assert ran.out.splitlines()[1].split("\t")[1:4:2] == ["", "error"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON\n" * 3,
        '{"id": "Q1", "kind": "person", "labels": {"en": "Old"}, "death": "1700"}\n',
    ],
)
def test_an_index_of_nobody_is_refused(lod: CommandLine, tmp_path: Path, content: str) -> None:
    source, target = tmp_path / "source.jsonl", tmp_path / "index.sqlite"
    source.write_text(content)
    ran = lod("authority", "build", source, "--output", target, "--years", "1850/2030")
    assert (ran.code, target.exists()) == (2, False)
    assert "no entity to take" in ran.err


def test_lines_of_one_record_are_company(lod: CommandLine, index: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    rows = (
        "1\tGromyko, Andrei\tperson\t1951\t{0}\tsender\n2\tGromyko\tperson\t1951\t{0}\tmentioned\n"
    )
    bands = []
    for record in ("", "letter-1"):
        names.write_text("id\tname\tkind\tyear\trecord\trole\n" + rows.format(record))
        answer = lod("match", names, "--authority", index).out.splitlines()
        bands.append(answer[2].split("\t")[3])
    assert bands == ["review", "accepted"]
