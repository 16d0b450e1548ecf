"""What curators decide is kept, can be taken back, and comes back when its evidence changes."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.datasets import HEAD, SOURCE, CommandLine, begin, hashes
from tests.publish.test_links import SLOTS

COLUMNS = "ref,title,date,from,to,place\n"
CURRENT = Path("output/letters/current")
PUBLISH = ("publish", "letters", "--now", "2026-11-28T12:00:00Z", "--workers", "1")
PEOPLE: list[dict[str, object]] = [
    {"id": f"Q{number}", "kind": "person", "birth": "1900", "labels": {"en": name}}
    for number, name in ((71, "Ivan Petrov"), (72, "Pavel Ivanov"), (73, "Oleg Sidorov"))
]
AUTHORITY = '[reconcile]\nauthority = ["people.sqlite"]\n'
ROWS = f"""{COLUMNS}L1,One,1950,"Petrov, I.",Sidorov,
L2,Two,1951,"Ivanov, Pavel",,
L3,Three,1951,"Nobody, Nemo",,
"""


def known(lod: CommandLine, folder: Path, *more: dict[str, object]) -> None:
    """Build the authority of a dataset from the people above, as changed by later lines."""
    lines = {str(one["id"]): one for one in (*PEOPLE, *more)}
    source = folder / "people.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in lines.values()), "utf-8")
    built = lod("authority", "build", source, "--output", folder / "people.sqlite")
    assert built.code == 0, built.err


@pytest.fixture
def letters(tmp_path: Path, lod: CommandLine) -> Path:
    folder = begin(tmp_path / "letters", ROWS, HEAD + SOURCE + AUTHORITY)
    known(lod, folder)
    return folder


def table(folder: Path, name: str = "links.sssom.tsv") -> list[dict[str, str]]:
    lines = (folder / CURRENT / name).read_text("utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(head, row, strict=True)) for row in rows]


def links(folder: Path) -> dict[str, str]:
    return {
        row["subject_label"]: row["object_id"]
        for row in table(folder)
        if row["predicate_id"] == "la:equivalent" and not row["predicate_modifier"]
    }


def issues(folder: Path, code: str) -> list[str]:
    lines = (folder / CURRENT / "issues.jsonl").read_text("utf-8").splitlines()
    found = (json.loads(line) for line in lines)
    return [f"{one['value']}: {one['message']}" for one in found if one["code"] == code]


def version(folder: Path) -> str:
    return (folder / CURRENT).resolve().name


def noted(lod: CommandLine, *words: str) -> list[str]:
    """Decide, and give the ids of what was noted."""
    ran = lod("decide", "letters", *words, "--by", "Ada", "--json")
    assert ran.code == 0, ran.err
    return [json.loads(line)["id"] for line in ran.out.splitlines()]


def test_fifty_accepted_undone_and_accepted_again_make_the_same_release(
    tmp_path: Path, lod: CommandLine
) -> None:
    rows = "".join(f'L{n},T{n},1950,"Writer, W. {n}",,\n' for n in range(50))
    letters = begin(tmp_path / "letters", COLUMNS + rows, HEAD + SOURCE)
    fifty = "".join(f"Writer, W. {n}\tQ{98_000_500 + n}\n" for n in range(50))
    (tmp_path / "fifty.tsv").write_text(f"name\ttarget\n{fifty}", "utf-8")
    ids = noted(lod, "--from", "fifty.tsv")
    assert lod(*PUBLISH).code == 0
    first, before = version(tmp_path), hashes(tmp_path / CURRENT)
    undone = noted(lod, *(word for one in ids for word in ("--undo", one)))
    assert lod(*PUBLISH).code == 0
    assert version(tmp_path) != first
    assert not set(links(tmp_path).values()) & {f"wd:Q{98_000_500 + n}" for n in range(50)}
    noted(lod, *(word for one in undone for word in ("--undo", one)))
    assert lod(*PUBLISH).code == 0
    assert version(tmp_path) == first
    assert hashes(tmp_path / CURRENT) == before
    noted(lod, *(word for one in ids for word in ("--undo", one)))
    noted(lod, "--from", "fifty.tsv")
    assert lod(*PUBLISH).code == 0
    assert version(tmp_path) == first
    assert (letters / "decisions.jsonl").read_text("utf-8").count("\n") == 250


def test_three_lines_that_cannot_all_hold_are_refused(letters: Path, lod: CommandLine) -> None:
    noted(lod, "Sidorov", "Q71")
    noted(lod, "Q71", "not:Q72")
    before = (letters / "decisions.jsonl").read_bytes()
    ran = lod("decide", "letters", "Sidorov", "Q72")
    assert ran.code == 2
    assert "line 1: 'Sidorov' is Q71; line 2: 'Q71' is not Q72; line 3: 'Sidorov' is" in ran.err
    assert (letters / "decisions.jsonl").read_bytes() == before


def test_what_was_joined_and_is_split_has_its_own_identifiers_again(
    letters: Path, lod: CommandLine
) -> None:
    def entities() -> dict[str, str]:
        rows = (letters / "entities.jsonl").read_text("utf-8").splitlines()
        return {one["id"]: one.get("merged_into", "") for one in map(json.loads, rows)}

    # The two sides of one letter are never one person, so the two names stand in two.
    rows = ROWS.replace(',"Nobody, Nemo",', ",,") + 'L3,Three,1951,"Nobody, Nemo",,\n'
    (letters / "letters.csv").write_text(rows, "utf-8")
    assert lod(*PUBLISH).code == 0
    before = entities()
    (joined,) = noted(lod, "Nobody, Nemo", "Q72")
    assert lod(*PUBLISH).code == 0
    assert len([one for one in entities().values() if one]) == 1
    noted(lod, "--undo", joined)
    assert lod(*PUBLISH).code == 0
    assert entities() == before


def test_a_merged_item_keeps_its_link_and_is_looked_at_again(
    letters: Path, lod: CommandLine
) -> None:
    noted(lod, "Petrov, I.", "Q71", "--period", "1950")
    assert lod(*PUBLISH).code == 0
    old = {row["subject_id"] for row in table(letters.parent) if row["object_id"] == "wd:Q71"}
    known(lod, letters, {"id": "Q71", "redirect": "Q79"}, {**PEOPLE[0], "id": "Q79"})
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Ivan Petrov"] == "wd:Q71"
    told = issues(letters.parent, "decision/again")
    assert told == ["Petrov, I.: look again: Q71 was merged into Q79"]
    assert "Q71 was merged into Q79" in (letters.parent / CURRENT / "report.html").read_text()
    noted(lod, "Q71", "Q79")
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Ivan Petrov"] == "wd:Q79"
    assert issues(letters.parent, "decision/again") == []
    new = {row["subject_id"] for row in table(letters.parent) if row["object_id"] == "wd:Q79"}
    assert new == old


def test_a_link_of_the_machine_does_not_move_unseen(letters: Path, lod: CommandLine) -> None:
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Pavel Ivanov"] == "wd:Q72"
    known(lod, letters, {"id": "Q72", "redirect": "Q78"}, {**PEOPLE[1], "id": "Q78"})
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Pavel Ivanov"] == "wd:Q78"
    (told,) = issues(letters.parent, "link/moved")
    assert told.endswith("Pavel Ivanov was Q72, is Q78 now: it was merged")
    rows = map(json.loads, (letters / "entities.jsonl").read_text("utf-8").splitlines())
    assert [one["was"] for one in rows if one.get("qid") == "Q78"] == [["Q72"]]


def test_only_the_decision_whose_evidence_changed_comes_back(
    letters: Path, lod: CommandLine
) -> None:
    for name, target in (("Petrov, I.", "Q71"), ("Ivanov, Pavel", "Q72"), ("Sidorov", "not:Q73")):
        noted(lod, name, target)
    assert lod(*PUBLISH).code == 0
    assert issues(letters.parent, "decision/again") == []
    known(lod, letters, {**PEOPLE[0], "birth": "1901"})
    assert lod(*PUBLISH).code == 0
    (told,) = issues(letters.parent, "decision/again")
    assert told == "Petrov, I.: look again: what was known when it was decided has changed"
    assert links(letters.parent)["Ivan Petrov"] == "wd:Q71"
    known(lod, letters, {**PEOPLE[2], "birth": "1901"})
    assert lod(*PUBLISH).code == 0
    (told,) = issues(letters.parent, "decision/again")
    assert told == "Sidorov: look again: what was known when Q73 was refused has changed"


def test_an_item_that_is_gone_is_looked_at_again(letters: Path, lod: CommandLine) -> None:
    noted(lod, "Petrov, I.", "Q71")
    assert lod(*PUBLISH).code == 0
    source = letters / "people.jsonl"
    source.write_text("".join(source.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    built = lod("authority", "build", source, "--output", letters / "people.sqlite")
    assert built.code == 0
    assert lod(*PUBLISH).code == 0
    (told,) = issues(letters.parent, "decision/again")
    assert told == "Petrov, I.: look again: what was known when it was decided has changed"
    assert "wd:Q71" in links(letters.parent).values()


def test_refusals_and_searches_in_vain_are_published_as_sssom_and_rdf(
    letters: Path, lod: CommandLine
) -> None:
    noted(lod, "Sidorov", "not:Q73", "--note", "another one")
    noted(lod, "Nobody, Nemo", "none")
    assert lod(*PUBLISH).code == 0
    rows = table(letters.parent)
    assert set(rows[0]) <= set(SLOTS.split())
    (refused,) = (row for row in rows if row["predicate_modifier"])
    assert (refused["predicate_modifier"], refused["object_id"]) == ("Not", "wd:Q73")
    assert (refused["author_label"], refused["comment"]) == ("Ada", "refused; another one")
    (none,) = (row for row in rows if row["subject_label"] == "Nobody, Nemo")
    assert (none["object_id"], len(none["mapping_date"])) == ("sssom:NoTermFound", 10)
    ask = "SELECT ?s { GRAPH ?g { ?a crm:P141_assigned wd:Q73 ; crm:P140_assigned_attribute_to ?s"
    ask += " ; crm:P14_carried_out_by ?who } }"
    assert lod("query", "letters", ask, "--format", "csv").out.count("\n") == 2


def test_every_identity_has_its_assertion(letters: Path, lod: CommandLine) -> None:
    noted(lod, "Petrov, I.", "Q71")
    assert lod(*PUBLISH).code == 0
    same = "SELECT ?s ?o { GRAPH ?l { ?s owl:sameAs ?o } }"
    told = "SELECT ?s ?o { GRAPH ?l { ?s owl:sameAs ?o } GRAPH ?g { ?a crm:P141_assigned ?o ; "
    told += "crm:P140_assigned_attribute_to ?s } }"
    found = [
        lod("query", "letters", one, "--format", "csv").out.splitlines() for one in (same, told)
    ]
    assert len(found[0]) == 3
    assert sorted(found[0]) == sorted(found[1])


def test_ledgers_of_two_branches_are_joined_by_git_either_way(
    letters: Path, lod: CommandLine
) -> None:
    def git(*words: str) -> int:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        program = shutil.which("git") or pytest.skip("GIT MISSING: this test merges branches")
        command = [str(program), "-C", str(letters), *who, *words]
        return subprocess.run(command, capture_output=True, check=False).returncode

    (letters / ".gitattributes").write_text("decisions.jsonl merge=union\n", "utf-8")
    for words in (["init", "-b", "one"], ["add", "."], ["commit", "-m", "0"], ["branch", "two"]):
        git(*words)
    noted(lod, "Sidorov", "none")
    git("add", "."), git("commit", "-m", "1"), git("checkout", "two")
    noted(lod, "Sidorov", "Q73")
    noted(lod, "Petrov, I.", "Q71")
    git("add", "."), git("commit", "-m", "2"), git("branch", "three")
    assert git("merge", "one") == 0
    told = lod("decide", "letters", "--list").out
    git("checkout", "one"), git("merge", "three")
    assert lod("decide", "letters", "--list").out == told
    assert told.count("noted as") == 3
    assert lod(*PUBLISH).code == 0
    assert links(letters.parent)["Oleg Sidorov"] == "wd:Q73"


def test_a_conflict_that_git_left_is_named_with_its_line(letters: Path, lod: CommandLine) -> None:
    noted(lod, "Sidorov", "none")
    path = letters / "decisions.jsonl"
    path.write_bytes(path.read_bytes() + b"<<<<<<< HEAD\n=======\n>>>>>>> two\n")
    for words in (
        PUBLISH,
        ("check", "letters"),
        ("decide", "letters", "Sidorov", "Q73"),
        ("decide", "letters", "--list"),
    ):
        ran = lod(*words)
        assert ran.code == 2
        assert "decisions.jsonl:2: branches in conflict (keep the lines of both sides" in ran.err


def test_a_table_with_a_fault_is_refused_whole(letters: Path, lod: CommandLine) -> None:
    Path("bad.tsv").write_text("name\ttarget\nSidorov\tQ73\nPetrov\tnobody\n", "utf-8")
    ran = lod("decide", "letters", "--from", "bad.tsv")
    assert (ran.code, "bad.tsv:3: 'nobody' is no item" in ran.err) == (2, True)
    assert not (letters / "decisions.jsonl").exists()


def test_a_decision_on_a_name_that_no_record_has_is_noted_and_told(
    letters: Path, lod: CommandLine
) -> None:
    before = lod("decide", "letters", "Ivanof, Pavel", "Q72", "--by", "Eva")
    assert (before.code, before.err) == (0, "")  # nothing is published yet
    assert lod(*PUBLISH).code == 0
    known = lod("decide", "letters", "Ivanov, Pavel", "Q72", "--by", "Eva")
    other = lod("decide", "letters", "Ivanof, Pavel", "none", "--period", "1999", "--by", "Eva")
    assert (known.code, known.err, other.code) == (0, "", 0)
    warned = "lod: no record has the person Ivanof, Pavel; did you mean Ivanov, Pavel?\n"
    assert other.err == warned


BODY: dict[str, object] = {"id": "Q81", "kind": "group", "labels": {"en": "Acme Trading"}}


def test_an_item_of_another_kind_is_refused_and_nothing_noted(
    letters: Path, lod: CommandLine
) -> None:
    known(lod, letters, BODY)
    ran = lod("decide", "letters", "Petrov, I.", "Q81")
    assert ran.code == 2
    assert "Q81 is the group Acme Trading, Petrov, I. a person" in ran.err
    assert not (letters / "decisions.jsonl").exists()
    noted(lod, "Petrov, I.", "not:Q81")


def test_an_item_of_another_kind_in_the_ledger_is_a_question(
    letters: Path, lod: CommandLine
) -> None:
    noted(lod, "Petrov, I.", "Q81")
    known(lod, letters, BODY)
    assert lod(*PUBLISH).code == 0
    assert "wd:Q81" not in links(letters.parent).values()
    told = issues(letters.parent, "decision/again")
    assert told == ["Petrov, I.: look again: Q81 is the group Acme Trading"]


@pytest.mark.parametrize("target", ["Q81", "none"])
def test_a_decision_of_another_kind_moves_the_name(
    letters: Path, lod: CommandLine, target: str
) -> None:
    known(lod, letters, BODY)
    assert lod(*PUBLISH).code == 0
    ran = lod("decide", "letters", "Nobody, Nemo", target, "--kind", "group")
    assert "no record has the group Nobody, Nemo; unless the source says" in ran.err
    assert lod(*PUBLISH).code == 0
    path = letters.parent / CURRENT / "dumps" / "csv" / "agents.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        found = [(row["kind"], row["wikidata"]) for row in csv.DictReader(file)
                 if "Nemo" in row["names"]]  # fmt: skip
    assert found == [("group", target.replace("none", ""))]


def test_a_decision_says_in_which_other_spellings_the_release_has_the_name(
    tmp_path: Path, lod: CommandLine
) -> None:
    spelled = ("Zork, Nemo", "Comrade Nemo Zork", "ZORK, Nemo")
    rows = "".join(f'L{n},T,1950,"{name}",,\n' for n, name in enumerate(spelled))
    begin(tmp_path / "letters", COLUMNS + rows, HEAD + SOURCE)
    assert lod(*PUBLISH).code == 0
    ran = lod("decide", "letters", "Zork, Nemo", "none")
    told = "records spell Zork, Nemo otherwise too, decide these as well"
    assert ran.err == f"lod: {told}: Comrade Nemo Zork, ZORK, Nemo\n"
    (tmp_path / "all.tsv").write_text(
        "name\ttarget\n" + "".join(f"{name}\tnone\n" for name in spelled), "utf-8"
    )
    assert lod("decide", "letters", "--from", "all.tsv").err == ""


OWN = """[[source]]
format = "csv"
path = "people.csv"
kind = "person"
prefix = "p"
[source.fields]
identifier = "id"
title = "name"
wikidata = "item"
"""


def test_a_name_decided_for_the_item_of_a_record_of_one_s_own_is_that_record_s_person(
    tmp_path: Path, lod: CommandLine
) -> None:
    rows = f'{COLUMNS}L1,One,1950,"Huber, Anna","Huber, Karl",\n'
    several = SOURCE.replace("[source]", "[[source]]").replace("[fields]", "[source.fields]")
    folder = begin(tmp_path / "letters", rows, HEAD + several + OWN)
    (folder / "people.csv").write_text('id,name,item\n1,"Huber, Anna",Q55501\n', "utf-8")
    asked = "SELECT ?who ?now { ?doc dcterms:contributor ?who } ORDER BY ?who"
    moved = "SELECT ?old ?now { ?old dcterms:isReplacedBy ?now }"

    def answers(query: str) -> list[list[str]]:
        answer = lod("query", "letters", query, "--format", "csv")
        return [line.split(",") for line in answer.out.split()[1:]]

    assert lod(*PUBLISH).code == 0
    ((before, _),) = answers(asked)
    assert answers(moved) == []
    assert lod("decide", "letters", "Huber, Anna", "Q55501").code == 0
    assert lod(*PUBLISH).code == 0
    ((now, _),) = answers(asked)
    assert answers(moved) == [[before, now]]
    described = lod("query", "letters", f"SELECT ?p {{ <{now}> la:equivalent wd:Q55501 }}")
    assert "1 row" in described.out + described.err
    listed = lod("query", "letters", "SELECT ?p { ?p la:equivalent wd:Q55501 }")
    assert "1 row" in listed.out + listed.err
