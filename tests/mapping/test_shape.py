"""What gives a record its shape: nothing that a graph may depend on is left out."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, replace

import pytest

from lod.mapping.shape import Shaper
from lod.record import (
    Agent,
    ArchivalReference,
    Concept,
    Identifier,
    Place,
    Record,
    Text,
    TimeSpan,
)
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known

SHAPER, WHO = Shaper(DATASET, load()), Known()
LETTER = Record(
    key="a",
    title=(Text(value="Letter", language="en"),),
    date=(TimeSpan(label="1951", edtf="1951", begin="1951-01-01", end="1951-12-31"),),
    agents=(Agent(name="Molotov", kind="person", role="author"),),
    places=(Place(name="Moscow"),),
    subject=(Concept(scheme="subject", label="Trade"),),
    reference=(ArchivalReference(verbatim="AVPRF, f. 5", archive="avprf", parts=(("fond", "5"),)),),
    identifiers=(Identifier(scheme="isbn", value="1"),),
)
# What `shape` and `opened` know of the parts of a record. Whoever adds a field to one of these has
# to say there what it means to the shape.
KNOWN = {
    Text: "value language origin",
    TimeSpan: "label edtf begin end basis note origin",
    Concept: "scheme label id language origin",
    Identifier: "scheme value origin",
    Agent: "name kind role wikidata origin",
    Place: "name relation wikidata origin",
    ArchivalReference: "verbatim archive keeper parts origin whole",
}
OTHERS = {
    "language": replace(LETTER, title=(Text(value="Letter", language="ru"),)),
    "role": replace(LETTER, agents=(Agent(name="Molotov", kind="person", role="recipient"),)),
    "equal values": replace(LETTER, identifier="Letter"),
    "no value": replace(LETTER, title=(Text(value="", language="en"),)),
    "precision": replace(LETTER, date=(replace(LETTER.date[0], edtf="1951?/1952"),)),
    "date in words": replace(LETTER, date=(replace(LETTER.date[0], label="May 1951"),)),
    "number": replace(LETTER, places=(Place(name="Moscow"), Place(name="Seoul"))),
    "level": replace(LETTER, reference=(replace(LETTER.reference[0], parts=(("opis", "5"),)),)),
}


def key(record: Record) -> Hashable:
    shape = SHAPER.shape(record, WHO)
    assert shape is not None
    return shape.key


@pytest.mark.parametrize("part", KNOWN, ids=lambda part: part.__name__)
def test_every_field_of_a_part_has_its_place_in_the_shape(part: type) -> None:
    assert [field.name for field in fields(part)] == KNOWN[part].split()


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_records_differ_in_shape_by(other: Record) -> None:
    assert key(LETTER) != key(other)


def test_records_that_differ_in_words_have_one_shape() -> None:
    other = replace(LETTER, key="b", title=(Text(value="Telegram", language="en"),))
    assert key(LETTER) == key(other)


def test_a_record_with_a_subject_that_has_an_address_is_mapped_by_itself() -> None:
    address = Concept(scheme="subject", id="http://dbpedia.org/resource/trade", label="Trade")
    assert SHAPER.outline(replace(LETTER, subject=(address,))) is None


@pytest.mark.parametrize("told", [{"coordinates": "POINT(1 2)"}, {"kind": "person"}], ids=str)
def test_a_record_of_which_more_is_told_has_no_shape(told: dict[str, str]) -> None:
    assert SHAPER.shape(replace(LETTER, **told), WHO) is None  # type: ignore[arg-type]
