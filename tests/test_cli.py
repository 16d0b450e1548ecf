"""The command line: what it answers, in which form, and with which exit code."""

from __future__ import annotations

import fcntl
import io
import json
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pyoxigraph as ox
import pytest

from lod import cli
from lod.errors import DiskError, LodError, PartialError
from tests.datasets import BASE, HEAD, SOURCE, CommandLine, Ran, begin, broken

SELECT = "SELECT ?doc ?title { ?doc a crm:E33_Linguistic_Object ; dcterms:title ?title }"
CONSTRUCT = "CONSTRUCT { ?doc dcterms:title ?title } { ?doc dcterms:title ?title }"
OUTPUT = Path("output/letters")


def every(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from every(command.commands[name], *path, name)
    else:
        yield path


COMMANDS = sorted(every(cli.commands))


@pytest.fixture
def published(lod: CommandLine, letters: Path) -> Path:
    assert lod("publish", letters, "--workers", "1").code == 0
    return letters


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_answers_machines(lod: CommandLine, path: tuple[str, ...]) -> None:
    assert "--json" in lod(*path, "--help").out


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_shows_an_example_that_can_be_called(lod: CommandLine, path: tuple[str, ...]) -> None:
    said = " ".join(lod(*path, "--help").out.split())
    example = said.partition("Example: lod ")[2].partition(" Options:")[0].partition(" > ")[0]
    words, command = shlex.split(example), cli.commands
    assert tuple(words[: len(path)]) == path
    found: click.Command = command
    for name in path:
        assert isinstance(found, click.Group)
        found = found.commands[name]
    with found.make_context(path[-1], words[len(path) :]):
        pass


@pytest.mark.parametrize(
    "words",
    [
        ["publsh"],
        ["publish"],
        ["publish", "nowhere"],
        ["publish", "letters", "--worker", "2"],
        ["publish", "letters", "--engine", "lokal"],
        ["publish", "letters", "--now", "yesterday"],
        ["publish", "letters", "--workers", "0"],
        ["check", "letters", "--rows", "-1"],
        ["decide", "letters", "Tito", "Q9161", "--period", "19x8"],
        ["query", "letters", SELECT],
        ["release", "letters", "rollback", "123456789abc"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_exit_code_2_and_one_line(
    lod: CommandLine, letters: Path, words: list[str]
) -> None:
    ran = lod(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ran.err.strip()


def test_check_lists_nothing_and_is_0_for_clean_rows(lod: CommandLine, letters: Path) -> None:
    ran = lod("check", letters)
    assert (ran.code, ran.out) == (0, "")
    assert "2 records from 2 rows, 0 issues" in ran.err


def test_check_refuses_a_threshold_below_what_ships(lod: CommandLine, tmp_path: Path) -> None:
    config = HEAD + "[reconcile]\nthresholds = { person = 0.5 }\n" + SOURCE
    ran = lod("check", begin(tmp_path / "letters", config=config))
    assert ran.code == 2
    assert "dataset.toml: [reconcile.thresholds] person: cannot be 0.5" in ran.err


def test_check_is_1_for_errors_and_writes_nothing(lod: CommandLine, tmp_path: Path) -> None:
    folder = begin(tmp_path / "letters", "ref,title,date,from,to,place\n,,1950,,,\n")
    ran = lod("check", folder)
    assert ran.code == 1
    assert "letters.csv" in ran.out
    assert not (tmp_path / "output").exists()
    assert sorted(path.name for path in folder.iterdir()) == ["dataset.toml", "letters.csv"]


def test_check_shows_nothing_that_steers_a_terminal(lod: CommandLine, tmp_path: Path) -> None:
    rows = 'ref,title,date,from,to,place\nL1,Title,"19\x1b[2J\n50x",,,\n'
    ran = lod("check", begin(tmp_path / "letters", rows))
    assert "[2J 50x" in ran.out
    assert all(line.isprintable() for line in ran.out.splitlines())


def test_publish_says_what_became_of_every_row(lod: CommandLine, letters: Path) -> None:
    ran = lod("publish", letters, "--workers", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "2 records of 2 rows (0 merged, 0 quarantined)" in ran.out
    assert (OUTPUT / "current" / "manifest.json").is_file()


def test_a_dry_run_does_all_but_the_switch(lod: CommandLine, letters: Path) -> None:
    ran = lod("publish", letters, "--dry-run", "--workers", "1", "--json")
    assert (ran.code, json.loads(ran.out)["rows"]["published"]) == (0, 2)
    assert not (OUTPUT / "current").exists()
    assert not (letters / "entities.jsonl").exists()


def test_a_dry_run_says_that_nothing_was_kept(lod: CommandLine, letters: Path) -> None:
    said = lod("publish", letters, "--dry-run", "--workers", "1").out
    assert "was not kept: a dry run" in said
    assert "current" not in said


def test_findings_are_counted_and_their_report_is_named(lod: CommandLine, tmp_path: Path) -> None:
    folder = begin(tmp_path / "letters", "ref,title,date,from,to,place\n1,A letter,soon,,,\n")
    said = lod("publish", folder, "--workers", "1").out.splitlines()
    assert said[0].startswith("1 record of 1 row ")
    assert said[-1] == f"1 finding: see {OUTPUT / 'current' / 'report.html'}"


def test_the_time_of_a_run_can_be_given(lod: CommandLine, letters: Path) -> None:
    said = lod("publish", letters, "--now", "2020-02-29T12:00:00Z", "--workers", "1", "--json").out
    assert json.loads(said)["started"] == "2020-02-29T12:00:00Z"


def test_a_release_that_is_not_as_expected_is_exit_code_65(
    lod: CommandLine, tmp_path: Path
) -> None:
    folder = begin(tmp_path / "letters", config=HEAD + "[expect]\nrecords = { min = 3 }\n" + SOURCE)
    ran = lod("publish", folder, "--workers", "1")
    assert ran.code == 65
    assert not (OUTPUT / "current").exists()


def test_an_output_that_cannot_be_written_is_exit_code_74(lod: CommandLine, letters: Path) -> None:
    ran = lod("publish", letters, "--output", letters / "letters.csv" / "output")
    assert ran.code == 74
    assert "letters.csv" in ran.err


def test_a_run_beside_another_is_exit_code_75(lod: CommandLine, letters: Path) -> None:
    OUTPUT.mkdir(parents=True)
    with (OUTPUT / ".lock").open("w") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = lod("publish", letters)
    assert ran.code == 75
    assert "process 4711 is publishing" in ran.err


@pytest.fixture
def failing(
    lod: CommandLine, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[BaseException], Ran]:
    def publish(error: BaseException) -> Ran:
        def stopped(*_: object) -> None:
            raise error

        monkeypatch.setattr(cli, "publish", stopped)
        return lod("publish", letters)

    return publish


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (PartialError("Wikidata did not answer"), 3, "Wikidata did not answer"),
        (DiskError("no room", where="output", mend="free some"), 74, "output: no room (free some)"),
        (LodError("a fault of ours"), 1, "a fault of ours"),
    ],
)
def test_each_error_has_its_exit_code_and_one_line(
    failing: Callable[[BaseException], Ran], error: BaseException, code: int, said: str
) -> None:
    ran = failing(error)
    assert (ran.code, len(ran.err.strip().splitlines())) == (code, 1)
    assert said in ran.err


def test_every_answer_in_json_can_be_parsed(lod: CommandLine, published: Path) -> None:
    version = json.loads(lod("release", published, "list", "--json").out)["current"]
    for words in (
        ["init", "fresh"],
        ["check", published],
        ["publish", published, "--workers", "1"],
        ["query", published, SELECT],
        ["show", published, "doc/L1"],
        ["decide", published, "Rhee, Syngman", "Q15120"],
        ["release", published, "rollback", version],
    ):
        ran = lod(*words, "--json")
        assert ran.code == 0
        for line in [ran.out] if words[0] != "check" else ran.out.splitlines():
            json.loads(line)


def test_check_lists_each_issue_as_a_line_of_json(lod: CommandLine, tmp_path: Path) -> None:
    folder = begin(tmp_path / "letters", "ref,title,date,from,to,place\nL1,T,1950-02-30,,,\n")
    issues = [json.loads(line) for line in lod("check", folder, "--json").out.splitlines()]
    assert [(one["record"], one["field"], one["value"]) for one in issues] == [
        ("L1", "date", "1950-02-30")
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("table", "<doc/L1>"),
        ("csv", f"{BASE}doc/L1,"),
        ("tsv", f"<{BASE}doc/L1>\t"),
        ("json", '"bindings":[{'),
        ("xml", f"<uri>{BASE}doc/L1</uri>"),
    ],
)
def test_rows_come_in_every_format_of_rows(
    lod: CommandLine, published: Path, name: str, said: str
) -> None:
    ran = lod("query", published, SELECT, "--format", name)
    assert ran.code == 0
    assert said in ran.out


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("turtle", ox.RdfFormat.TURTLE),
        ("n-triples", ox.RdfFormat.N_TRIPLES),
        ("n-quads", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("json-ld", ox.RdfFormat.JSON_LD),
        ("rdf-xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_come_in_every_syntax(
    lod: CommandLine, published: Path, name: str, form: ox.RdfFormat
) -> None:
    ran = lod("query", published, CONSTRUCT, "--format", name)
    subjects = {str(quad.subject) for quad in ox.parse(ran.out.encode(), form)}
    assert f"<{BASE}doc/L1>" in subjects


def test_a_format_that_does_not_fit_the_answer_says_which_do(
    lod: CommandLine, published: Path
) -> None:
    ran = lod("query", published, SELECT, "--format", "turtle")
    assert (ran.code, ran.out) == (2, "")
    assert "csv" in ran.err


def test_a_misspelt_property_is_told_beside_its_empty_answer(
    lod: CommandLine, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT ?t { ?doc dcterms:titel ?t }"))
    ran = lod("query", published, "@-")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "0 rows")
    assert ran.err == (
        "lod: the release says nothing of dcterms:titel; did you mean dcterms:title?\n"
    )


def test_a_query_may_lie_in_a_file(lod: CommandLine, published: Path, tmp_path: Path) -> None:
    (tmp_path / "letters.rq").write_text(SELECT)
    assert lod("query", published, "@letters.rq").out == lod("query", published, SELECT).out
    assert lod("query", published, "@nowhere.rq").code == 2


@pytest.mark.parametrize(
    "query", ["SELECT", "DROP ALL", "SELECT * { SERVICE <urn:x> { ?s ?p ?o } }"]
)
def test_what_is_no_question_is_refused(lod: CommandLine, published: Path, query: str) -> None:
    ran = lod("query", published, query)
    assert (ran.code, ran.out) == (2, "")


def test_a_thing_is_shown_as_card_turtle_and_json_ld(lod: CommandLine, published: Path) -> None:
    assert "Letter, Tito to Molotov" in lod("show", published, "doc/L1").out.splitlines()[0]
    turtle = lod("show", published, f"{BASE}doc/L1", "--format", "turtle").out
    assert any(ox.parse(turtle.encode(), ox.RdfFormat.TURTLE))
    assert json.loads(lod("show", published, "doc/L1", "--format", "json-ld").out)


@pytest.mark.parametrize("uri", ["doc/nothing", "https://elsewhere.example/doc/L1", "../../../x"])
def test_what_the_release_does_not_hold_is_exit_code_2(
    lod: CommandLine, published: Path, uri: str
) -> None:
    for form in ("card", "turtle"):
        ran = lod("show", published, uri, "--format", form)
        assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Letter, Tito to Molotov", f"{BASE}doc/L1 (Letter, Tito to Molotov)?"),
     ("letter, rhee", f"{BASE}doc/L2 (Letter, Rhee to Eisenhower)?"), ("L2", f"{BASE}doc/L2?"),
     ("Tito, Josip", f"{BASE}person/"), ("Q9161", f"{BASE}person/"),
     ("Nobody, N.", "write it as in"), ("doc/nobody", "give its name or number")],
)  # fmt: skip
def test_what_a_name_or_number_means_is_told(
    lod: CommandLine, published: Path, asked: str, said: str
) -> None:
    for form in ("card", "json-ld"):
        ran = lod("show", published, asked, "--format", form)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err


def test_a_decision_changes_the_link_of_the_next_release(lod: CommandLine, published: Path) -> None:
    ask = f"SELECT ?item {{ <{BASE}doc/L1> crm:P16i_was_used_for/crm:P9_consists_of/"
    ask += "crm:P14_carried_out_by/la:equivalent ?item }"
    before = lod("query", published, ask, "--format", "csv").out.split()
    assert lod("decide", published, "Tito, Josip Broz", "Q42", "--by", "A. Curator").code == 0
    assert lod("publish", published, "--workers", "1").code == 0
    assert before == ["item", "http://www.wikidata.org/entity/Q9161"]
    assert lod("query", published, ask, "--format", "csv").out.split()[1].endswith("/Q42")


def test_a_decision_is_on_what_the_release_has_of_that_name(
    lod: CommandLine, published: Path
) -> None:
    there = lod("decide", published, "Belgrade", "Q3711", "--json")
    assert (json.loads(there.out)["kind"], there.err) == ("place", "")
    other = lod("decide", published, "Seoul", "none", "--kind", "person")
    said = "lod: no record has the person Seoul; one of another kind is there: --kind place\n"
    assert (other.code, other.err) == (0, said)


def test_each_row_of_a_table_is_on_what_the_release_has_of_its_name(
    lod: CommandLine, published: Path
) -> None:
    Path("rows.tsv").write_text("name\ttarget\nBelgrade\tQ3711\nNobody\tnone\n", "utf-8")
    ran = lod("decide", published, "--from", "rows.tsv", "--json")
    assert [json.loads(line)["kind"] for line in ran.out.splitlines()] == ["place", "person"]


@pytest.mark.parametrize("cut", [b"", b"names"])
def test_a_decision_beside_a_damaged_release_says_so(
    lod: CommandLine, published: Path, cut: bytes
) -> None:
    table = OUTPUT / "current" / "dumps" / "csv" / "agents.csv.gz"
    table.write_bytes(cut or table.read_bytes()[:-9])
    found = lod("decide", published, "Belgrade", "Q3711")
    assert found.code == 74
    assert "agents.csv.gz: the release is damaged (publish again" in found.err


@pytest.mark.parametrize("target", ["nobody", "Q0", "not:me"])
def test_a_decision_that_says_nothing_is_refused(
    lod: CommandLine, letters: Path, target: str
) -> None:
    assert lod("decide", letters, "Tito", target).code == 2
    assert (
        not (letters / "decisions.jsonl").exists() or not (letters / "decisions.jsonl").read_bytes()
    )


def test_a_table_becomes_a_release_without_an_edit(
    lod: CommandLine, letters: Path, tmp_path: Path
) -> None:
    assert lod("init", "mine", "--from", letters / "letters.csv").code == 0
    assert lod("check", "mine").code == 0
    assert lod("publish", "mine", "--workers", "1").code == 0
    titles = "SELECT ?title { ?doc dcterms:title ?title } ORDER BY ?title"
    assert "Letter, Rhee to Eisenhower" in lod("query", "mine", titles).out


def test_a_new_dataset_without_a_table_can_be_published(lod: CommandLine) -> None:
    assert lod("init", "mine").code == 0
    ran = lod("publish", "mine", "--workers", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "10 records of 10 rows" in ran.out


def test_init_does_not_overwrite(lod: CommandLine, letters: Path) -> None:
    before = (letters / "dataset.toml").read_bytes()
    assert lod("init", letters).code == 2
    assert (letters / "dataset.toml").read_bytes() == before


def test_an_earlier_release_can_be_made_current_again(lod: CommandLine, published: Path) -> None:
    first = json.loads(lod("release", published, "list", "--json").out)["current"]
    with (published / "letters.csv").open("a") as table:
        table.write('L3,"A third letter",1954,,,\n')
    lod("publish", published, "--workers", "1")
    assert lod("release", published, "rollback", first).code == 0
    listed = lod("release", published, "list").out.splitlines()
    assert len(listed) == 2
    assert listed[1].startswith(f"* {first}  20")
    assert "2 records, " in listed[1]


def test_what_is_damaged_in_a_release_is_told_and_made_anew(
    lod: CommandLine, published: Path
) -> None:
    shutil.rmtree(OUTPUT / "current" / "store")
    (OUTPUT / "current" / "dumps" / "letters.nt.gz").unlink()
    assert lod("serve", published, "--port", "0").code == 74
    asked = lod("query", published, "ASK {}")
    assert (asked.code, "the release is damaged: no store (publish" in asked.err) == (74, True)
    assert lod("publish", published).code == 0
    assert lod("query", published, "ASK {}").code == 0
    assert broken(OUTPUT / "current") == []


@pytest.mark.parametrize("name", ["manifest.json", "index.sqlite"])
@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_what_a_release_cannot_be_made_after_is_named(
    lod: CommandLine, published: Path, name: str, content: bytes | None
) -> None:
    file = OUTPUT / "current" / name
    file.unlink() if content is None else file.write_bytes(content)
    found = lod("publish", published)
    assert found.code == 74
    assert f"{name}: the release is damaged" in found.err
    assert "lod release DATASET rollback" in found.err


def test_a_release_of_another_dataset_of_the_same_name_is_not_taken_for_its_own(
    lod: CommandLine, published: Path
) -> None:
    config = published / "dataset.toml"
    config.write_text(config.read_text().replace(BASE, "https://other.example/"))
    for command in (("query", published, "ASK {}"), ("show", published, "doc/L1")):
        found = lod(*command)
        assert (found.code, f"the release is of {BASE}, the dataset of" in found.err) == (2, True)


def test_a_port_that_another_program_has_is_told_before_anything_is_served(
    lod: CommandLine, published: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = lod("serve", published, "--port", str(port))
    assert (found.code, "Serving" in found.err) == (2, False)
    assert f"127.0.0.1:{port}: cannot listen here: Address already in use" in found.err


def test_a_dataset_begins_in_a_folder_that_is_named(lod: CommandLine, published: Path) -> None:
    assert (lod("init", "").code, lod("init", published / "letters.csv").code) == (2, 2)


def test_a_damaged_release_hides_none_of_the_others(lod: CommandLine, published: Path) -> None:
    with (published / "letters.csv").open("a") as table:
        table.write('L3,"A third letter",1954,,,\n')
    lod("publish", published, "--workers", "1")
    last, first = json.loads(lod("release", published, "list", "--json").out)["releases"]
    (OUTPUT / "releases" / first / "manifest.json").unlink()
    listed = lod("release", published, "list")
    assert (listed.code, [row.split()[1] for row in listed.out.splitlines()]) == (74, [last])
    assert f"{first}/manifest.json: the release is damaged: no manifest" in listed.err
    asked = lod("release", published, "list", "--json")
    told = json.loads(asked.out)
    assert (asked.code, told["error"]["code"], told["releases"]) == (74, 74, [last])


def test_what_changed_from_one_release_to_another_is_told(
    lod: CommandLine, published: Path
) -> None:
    with (published / "letters.csv").open("a") as table:
        table.write('L3,"A third letter",1954,,,\n')
    lod("publish", published, "--workers", "1")
    last, first = json.loads(lod("release", published, "list", "--json").out)["releases"]
    assert "created  doc/L3" in lod("release", published, "diff", first, last).out.splitlines()
    back = lod("release", published, "diff", last, first, "--json").out.splitlines()
    gone = [one["uri"] for one in map(json.loads, back) if one["action"] == "deleted"]
    assert f"{BASE}doc/L3" in gone
    assert lod("release", published, "diff", first).code == 2


def test_a_reader_that_has_had_enough_is_no_error(published: Path, tmp_path: Path) -> None:
    ask = "SELECT * { ?s ?p ?o . ?a ?b ?o } LIMIT 20000"
    command = [sys.executable, "-m", "lod", "query", str(published), ask, "--format", "tsv"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(
    "words",
    [("show", "doc/L1"), ("show", "doc/L1", "--format", "turtle"), ("query", SELECT),
     ("query", CONSTRUCT), ("query", "SELECT * { ?s ?p ?o }", "--format", "json")],
)  # fmt: skip
def test_an_answer_that_finds_no_room_is_exit_code_74(
    published: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    name, *rest = words
    command = [sys.executable, "-m", "lod", name, str(published), *rest]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    said = (
        "lod: standard output: No space left on device (free some space, or write it elsewhere)\n"
    )
    assert (ran.returncode, ran.stderr) == (74, said)


def test_a_stage_that_tells_nothing_counts_its_seconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with cli.Bar() as drawn:
        drawn("store", 0, None)
        said = ""
        while " s" not in said:
            said += capsys.readouterr().err
            time.sleep(0.05)
    assert re.search(r"\r\x1b\[Kstore +\d+ s", said)


def test_progress_is_drawn_on_a_terminal_and_nowhere_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with cli.Bar() as silent:
        silent("map", 1, 2)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with cli.Bar() as drawn:
        drawn("map", 5_000, 10_000)
        drawn("store", 0, None)
    said = capsys.readouterr().err
    assert "map      [##########..........] 5,000 of 10,000" in said
    assert said.count("map") == 1
