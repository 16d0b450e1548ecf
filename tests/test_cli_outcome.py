"""How commands end: what whoever asked for JSON is told, in the answer or instead of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lod import cli
from lod.api import Options, load, publish
from lod.publish.info import ReleaseInfo
from tests.datasets import HEAD, SOURCE, CommandLine, begin

SELECT = "SELECT ?doc ?title { ?doc dcterms:title ?title }"
CONSTRUCT = "CONSTRUCT { ?doc dcterms:title ?title } { ?doc dcterms:title ?title }"


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (["publish", "nowhere"], 2, "there is no such file"),
        (["publish"], 2, "Missing argument 'DATASET'."),
        (["publish", "letters", "--worker", "2"], 2, "No such option"),
        (["publish", "letters", "--now", "yesterday"], 2, "no time: 'yesterday'"),
        (["query", "letters", SELECT], 2, "there is no release"),
        (["show", "letters", "doc/L1"], 2, "there is no release"),
        (["release", "letters", "diff", "a"], 2, "diff does not take 1 of VERSION"),
        (["decide", "letters"], 2, "say one thing"),
        (["review", "letters"], 2, "there is no release"),
        (["match", "nowhere.tsv"], 2, "No such file"),
        (["authority", "lookup", "nowhere.sqlite", "Tito"], 2, "no such index"),
        (["eval", "nowhere"], 2, "no authority"),
        (["serve", "letters"], 2, "there is no release"),
        (["publish", "letters", "--output", "letters/letters.csv/output"], 74, "Not a directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_who_asked_for_json_is_told_in_json_why_there_is_no_answer(
    lod: CommandLine, letters: Path, words: list[str], code: int, what: str
) -> None:
    assert letters.is_dir()
    ran = lod(*words, "--json")
    error = json.loads(ran.out)["error"]
    assert (ran.code, error["code"]) == (code, code)
    assert what in error["what"]
    assert error["what"] in ran.err


def test_what_a_release_does_not_meet_is_listed_for_machines(
    lod: CommandLine, tmp_path: Path
) -> None:
    expected = "[expect]\nrecords = { min = 3 }\nlinked.creator = { min = 1 }\n"
    folder = begin(tmp_path / "letters", config=HEAD + expected + SOURCE)
    error = json.loads(lod("publish", folder, "--workers", "1", "--json").out)["error"]
    assert error["unmet"][0].startswith("records: 2, expected at least 3")
    assert len(error["unmet"]) == 2
    assert Path(error["findings"]).is_file()


def test_every_fault_of_a_configuration_is_listed_for_machines(
    lod: CommandLine, tmp_path: Path
) -> None:
    folder = begin(tmp_path / "letters", config="titel = 1\nbasis = 2\n")
    assert len(json.loads(lod("check", folder, "--json").out)["error"]["faults"]) > 2


def test_what_was_answered_before_a_failure_stands_in_the_same_object(
    lod: CommandLine, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "publish", lambda *_: waiting(letters))
    ran = lod("publish", letters, "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["rows"]["published"], told["error"]["code"]) == (3, 2, 3)


def waiting(dataset: Path) -> ReleaseInfo:
    return replace(publish(load(dataset), Options(workers=1)), waiting=("Tito",))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("odd"), SystemExit(143)])
def test_a_command_that_is_ended_says_so_in_json(
    lod: CommandLine, letters: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def stopped(*_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "publish", stopped)
    ran = lod("publish", letters, "--json")
    assert json.loads(ran.out)["error"]["code"] == ran.code


def test_a_graph_asked_for_in_json_is_json_ld(lod: CommandLine, letters: Path) -> None:
    lod("publish", letters, "--workers", "1")
    for query in (CONSTRUCT, "DESCRIBE <doc/L1>"):
        answer = json.loads(lod("query", letters, query, "--json").out)
        assert "@graph" in answer or "@id" in answer[0]
