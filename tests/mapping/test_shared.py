"""Holdings, sets and the source's own concepts: described once, beside the records."""

from __future__ import annotations

import pytest

from lod.mapping.shared import describe, shared
from lod.record import Agent, ArchivalReference, Concept, Record, Text
from lod.terms import value
from tests.mapping.double import URIS

AVPRF = (("fond", "059a"), ("opis", "5a"), ("papka", "11"), ("delo", "5"), ("listy", "65-66"))


def kept(*parts: tuple[str, str], archive: str = "avprf") -> Record:
    reference = ArchivalReference(verbatim="as printed", archive=archive, parts=parts)
    return Record(key="x", reference=(reference,))


def paths(record: Record) -> list[str]:
    return [one.path.removeprefix("archive/") for one in shared(record)]


def test_a_file_lies_in_its_opis_and_is_held_by_its_papka() -> None:
    holdings = {one.path.removeprefix("archive/avprf/"): one for one in shared(kept(*AVPRF))}
    assert list(holdings) == ["f-059a", "f-059a/op-5a", "f-059a/op-5a/p-11", "f-059a/op-5a/d-5"]
    file = holdings["f-059a/op-5a/d-5"]
    assert (file.within, file.papka) == (
        "archive/avprf/f-059a/op-5a",
        "archive/avprf/f-059a/op-5a/p-11",
    )
    assert file.label == "AVPRF, f. 059a, op. 5a, p. 11, d. 5"


def test_a_papka_without_a_file_is_itself_what_is_described() -> None:
    assert paths(kept(*AVPRF[:3]))[-1] == "avprf/f-059a/op-5a/p-11"


@pytest.mark.parametrize(
    "record",
    [kept(("opis", "5a"), ("delo", "5")), kept(*AVPRF, archive=""), kept(("bestand", "B 136"))],
    ids=["no fond", "archive unknown", "another grammar"],
)
def test_what_is_no_known_hierarchy_has_no_holding(record: Record) -> None:
    assert [one for one in shared(record) if one.what == "holding"] == []


def test_a_fond_is_kept_by_its_archive_and_a_file_is_an_object() -> None:
    said = {
        (value(s).rpartition("/")[2], value(p).rpartition("/")[2], value(o).rpartition("/")[2])
        for one in shared(kept(*AVPRF))
        for s, p, o in describe(one, URIS, "en")
    }
    assert ("f-059a", "P50_has_current_keeper", "avprf") in said
    assert ("d-5", "22-rdf-syntax-ns#type", "E22_Human-Made_Object") in said
    assert ("d-5", "P198i_is_held_or_supported_by", "p-11") in said


def test_a_term_of_the_source_gets_a_concept_of_its_own() -> None:
    subject = Concept(scheme="subject", label="Japan--Foreign relations--Taiwan")
    one, scheme = shared(Record(key="x", subject=(subject,)))
    assert scheme.path == "vocab/subject"
    assert one.path == "vocab/subject/japan-foreign-relations-taiwan"
    assert (one.label, one.within) == ("Japan--Foreign relations--Taiwan", "vocab/subject")


def test_a_term_in_other_letters_is_not_lost_in_its_slug() -> None:
    labels = ("Корея", "Китай")
    terms = tuple(Concept(scheme="subject", label=label) for label in labels)
    found = shared(Record(key="x", subject=terms))
    assert len({one.path for one in found if one.what == "concept"}) == 2


def test_a_scheme_that_only_the_source_has_is_described_too() -> None:
    record = Record(key="x", type=(Concept(scheme="technique", label="gouache"),))
    assert [one.path for one in shared(record)] == ["vocab/technique/gouache", "vocab/technique"]


def test_a_shipped_concept_is_not_described_again() -> None:
    telegram = Concept(scheme="doctype", label="Telegram", id="telegram")
    sender = Agent(name="A", role="sender")
    assert list(shared(Record(key="x", type=(telegram,), agents=(sender,)))) == []


def test_a_role_that_nobody_ships_becomes_a_concept() -> None:
    record = Record(key="x", agents=(Agent(name="A", role="weaver"),))
    assert [one.path for one in shared(record)] == ["vocab/role/weaver"]


def test_sets_of_texts_and_of_things_are_apart() -> None:
    name = (Text(value="Cold War"),)
    texts, things = (
        Record(key="x", is_part_of=name),
        Record(key="x", kind="object", is_part_of=name),
    )
    assert [one.path for one in (*shared(texts), *shared(things))] == [
        "set/cold-war",
        "holding/cold-war",
    ]
