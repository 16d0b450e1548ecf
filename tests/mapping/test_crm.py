"""CIDOC-CRM: the patterns that are easy to get wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lod.entity import AuthorityEntity, Decision, Entity, EntityKind, Judgement
from lod.mapping import PROFILES
from lod.record import Agent, ArchivalReference, Concept, Identifier, Record, Text, TimeSpan
from lod.terms import value
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known

NOTE = Record(key="x-1", title=(Text(value="A note"),))
RUSSIAN = Concept(scheme="language", label="Russian", id="ru")
ENGLISH = Concept(scheme="language", label="English", id="en")
Said = set[tuple[str, str, str]]


def short(term: str) -> str:
    return value(term).rpartition("/")[2]  # type: ignore[arg-type]


def said(record: Record) -> Said:
    triples = PROFILES["cidoc-crm"](DATASET, load()).record(record, Known())
    return {(short(s), short(p), short(o)) for s, p, o in triples}


def entity(**fields: object) -> Said:
    given: dict[str, object] = {"id": "a" * 10, "kind": "person", "label": "A", **fields}
    one = Entity(**given)  # type: ignore[arg-type]
    triples = PROFILES["cidoc-crm"](DATASET, load()).entity(one)
    return {(short(s), short(p), short(o)) for s, p, o in triples}


def accepted(kind: EntityKind, **facts: object) -> dict[str, object]:
    known = AuthorityEntity(id="Q1", kind=kind, label="A", **facts)  # type: ignore[arg-type]
    sure = Decision(kind=kind, name="A", year=1, judgement=Judgement.ACCEPTED, id="Q1", score=1.0)
    return {"kind": kind, "decision": sure, "authority": known}


def test_an_addressee_takes_part_and_carries_nothing_out() -> None:
    agents = (Agent(name="A", kind="person", role="recipient"),)
    found = said(replace(NOTE, agents=agents))
    node = next(o for s, p, o in found if s == "x-1#dispatch-recipient" and p.startswith("P11"))
    assert not [p for _, p, o in found if o == node and p.startswith("P14")]


def test_a_dispatch_begins_with_its_document_and_has_no_known_end() -> None:
    day = TimeSpan(label="1951", edtf="1951", begin="1951-01-01", end="1951-12-31")
    found = said(replace(NOTE, date=(day,), agents=(Agent(name="A", role="sender"),)))
    bounds = {p for s, p, _ in found if s == "x-1#dispatch-date" and p.startswith("P82")}
    assert bounds == {"P82a_begin_of_the_begin"}


def test_a_date_nobody_can_read_is_a_note_and_no_time_span() -> None:
    found = said(replace(NOTE, date=(TimeSpan(label="one fine day"),)))
    assert ("x-1#creation", "P3_has_note", "one fine day") in found
    assert not [p for _, p, _ in found if p.startswith("P4_")]


@pytest.mark.parametrize(
    ("shown", "translator", "text"),
    [
        ((), False, None),
        ((RUSSIAN,), False, None),
        ((ENGLISH,), False, "x-1#text-en"),
        ((), True, "x-1#text-translated"),
    ],
    ids=["nothing said", "the original", "another language", "a translator"],
)
def test_there_is_a_translation_when_the_page_shows_one(
    shown: tuple[Concept, ...], translator: bool, text: str | None
) -> None:
    agents = (Agent(name="T", kind="person", role="translator"),) if translator else ()
    record = replace(NOTE, language=(RUSSIAN,), text_language=shown, agents=agents)
    assert [o for _, p, o in said(record) if p.startswith("P73")] == ([text] if text else [])


def test_a_publisher_publishes_the_translation_not_the_original() -> None:
    agents = (Agent(name="P", kind="group", role="publisher"),)
    record = replace(NOTE, language=(RUSSIAN,), text_language=(ENGLISH,), agents=agents)
    assert ("x-1#text-en", "P16i_was_used_for", "x-1#publication") in said(record)


@pytest.mark.parametrize(
    ("archive", "keeper", "there"),
    [("avprf", "", True), ("", "A family", True), ("", "", False), ("unheard-of", "", False)],
)
def test_a_carrier_needs_a_keeper(archive: str, keeper: str, there: bool) -> None:
    reference = ArchivalReference(verbatim="box 2", archive=archive, keeper=keeper)
    found = said(replace(NOTE, reference=(reference,)))
    assert (("x-1", "P128i_is_carried_by", "x-1#carrier-1") in found) is there
    assert ("x-1#reference-1", "P190_has_symbolic_content", "box 2") in found


def test_those_who_only_own_a_thing_do_nothing_to_it() -> None:
    roles = ("owner", "donor")
    agents = tuple(Agent(name=role, kind="person", role=role) for role in roles)
    found = said(replace(NOTE, kind="object", agents=agents))
    owned = {p for s, p, _ in found if s == "x-1" and p.startswith("P5")}
    assert owned == {"P51_has_former_or_current_owner", "P52_has_current_owner"}
    assert not [p for _, p, _ in found if p.startswith("P14")]


def test_a_letter_that_answers_a_record_of_ours_points_to_it() -> None:
    numbers = tuple(Identifier(scheme="in-reply-to", value=one) for one in ("1350", "1352"))
    found = said(replace(NOTE, identifiers=numbers))
    referred = {o for s, p, o in found if s == "x-1" and p.startswith("P67")}
    assert referred == {"x-1350", "x-1#ref-2"}
    assert ("x-1#creation", "P17_was_motivated_by", "x-1350") in found
    assert not [p for s, p, _ in found if s.startswith("x-1350")]


@pytest.mark.parametrize(
    ("kept", "original"),
    [
        ((), "x-1#carrier"),
        (("avprf",), "x-1#carrier-1"),
        (("", "avprf"), "x-1#carrier-2"),
        (("avprf", "rgaspi"), "x-1#carrier"),
    ],
)
def test_who_owned_a_document_owned_its_original(kept: tuple[str, ...], original: str) -> None:
    agents = tuple(Agent(name=role, kind="person", role=role) for role in ("owner", "donor"))
    references = tuple(ArchivalReference(verbatim=f"box {one}", archive=one) for one in kept)
    found = said(replace(NOTE, agents=agents, reference=references))
    owned = {(s, p) for s, p, _ in found if p.startswith(("P51", "P52"))}
    assert owned == {
        (original, "P51_has_former_or_current_owner"),
        (original, "P52_has_current_owner"),
    }
    assert ("x-1", "P128i_is_carried_by", original) in found
    assert "E22_Human-Made_Object" in {o for s, _, o in found if s == original}


def test_an_accepted_person_has_the_years_of_the_authority() -> None:
    found = entity(**accepted("person", begin=-43, end=17))
    assert ("a" * 10 + "#birth-date", "P82a_begin_of_the_begin", "-0043-01-01T00:00:00Z") in found
    assert ("a" * 10, "equivalent", "Q1") in found


def test_an_accepted_place_lies_where_the_authority_says() -> None:
    found = entity(**accepted("place", coordinates="POINT(127 37.5)", begin=1948))
    assert ("a" * 10, "wgs84_pos#lat", "37.5") in found
    assert ("a" * 10, "P168_place_is_defined_by", "POINT(127 37.5)") in found
    assert not [p for _, p, _ in found if p.startswith("P82")]


def test_a_doubtful_person_has_names_and_nothing_of_the_authority() -> None:
    known = accepted("person", begin=1890)
    doubtful = Decision(kind="person", name="A", year=1, judgement=Judgement.REVIEW, id="Q1")
    found = entity(**{**known, "decision": doubtful, "names": ("A", "A. A.")})
    assert not [p for _, p, _ in found if p in ("equivalent", "P98i_was_born")]
    assert ("a" * 10 + "#name-1", "P190_has_symbolic_content", "A. A.") in found


def test_what_was_merged_away_only_points_to_what_replaced_it() -> None:
    found = entity(merged_into="b" * 10)
    assert {p for _, p, _ in found} == {"rdf-schema#label", "isReplacedBy"}


def test_who_holds_the_rights_is_named_on_the_thing() -> None:
    found = said(replace(NOTE, agents=(Agent(name="A", kind="person", role="rights-holder"),)))
    assert [p for s, p, _ in found if s == "x-1" and p.startswith("P105")]
    assert not [p for _, p, _ in found if p.startswith("P14_")]
