"""Dates that contradict each other are all kept, and only one is a fact."""

from __future__ import annotations

from dataclasses import replace

from lod.mapping.claims import claims
from lod.mapping.ground import Ground
from lod.record import Agent, Origin, Record, Snapshot, TimeSpan
from lod.terms import value
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known, mapped

MAY, JUNE = (
    TimeSpan(label=f"1 {name} 1951", edtf=f"1951-{month}-01", begin=f"1951-{month}-01", basis=basis)
    for name, month, basis in (("May", "05", "heading"), ("June", "06", "title"))
)
LETTER = Record(key="x-1", date=(MAY, JUNE), snapshots=(Snapshot("a" * 64, "a.csv", "1"),))


def said(record: Record) -> dict[str, str]:
    found = claims(record, Ground(DATASET, load()), "r1", Known())
    return {value(p).rpartition("/")[2]: value(o) for _, (_, p, o) in found}


def test_a_second_date_is_a_claim_on_the_making() -> None:
    found = said(LETTER)
    assert found["P140_assigned_attribute_to"].endswith("doc/x-1#creation")
    assert found["P141_assigned"].endswith("doc/x-1#date-2")
    assert (found["ns#confidence"], found["ns#edtf"]) == ("0.5", "1951-06-01")


def test_a_month_that_the_paper_leaves_unread_makes_the_date_nine_tenths_sure() -> None:
    cited = replace(MAY, label="May 1, 1951", edtf="1951-?05-01", basis="citation")
    unread = replace(JUNE, label="1 [illegible] 1951", edtf="1951-XX-01", begin="1951-01-01")
    found = said(replace(LETTER, date=(cited, unread)))
    assert found["P141_assigned"].endswith("doc/x-1#date")
    assert found["ns#confidence"] == "0.9"
    assert "1 [illegible] 1951" in found["P3_has_note"]


def test_a_date_of_another_year_with_an_unread_month_still_contradicts() -> None:
    cited = replace(MAY, edtf="1951-?05-01", basis="citation")
    other = replace(JUNE, edtf="1950-XX-05", begin="1950-01-05")
    assert said(replace(LETTER, date=(cited, other)))["P141_assigned"].endswith("doc/x-1#date-2")


def test_only_the_first_date_is_a_fact() -> None:
    assert not [t for t in mapped(LETTER) if "1951-06" in t[2]]


def test_the_date_of_the_talk_is_no_rival_of_that_of_its_report() -> None:
    talker = Agent(name="A", kind="person", role="participant")
    assert said(replace(LETTER, agents=(talker,))) == {}


def test_dates_that_say_the_same_do_not_contradict() -> None:
    assert said(replace(LETTER, date=(MAY, replace(MAY, label="May the first")))) == {}


def test_a_place_has_no_making_that_could_be_dated_twice() -> None:
    assert said(replace(LETTER, kind="place")) == {}


def test_whose_hand_an_editor_guesses_and_the_title_says_signed_with_nine_tenths() -> None:
    where = Origin("a.txt", "a.txt", "body", 5, 12, "guess at a signature, and the sender")
    hand = Agent(name="Molotov", kind="person", role="signatory", origin=where)
    found = said(Record(key="x-1", agents=(hand,)))
    assert found["P140_assigned_attribute_to"].endswith("doc/x-1#signing")
    assert "person/" in found["P141_assigned"]
    assert found["P177_assigned_property_of_type"].endswith("P14_carried_out_by")
    assert (found["ns#confidence"], "Molotov" in found["P3_has_note"]) == ("0.9", True)
    assert said(Record(key="x-1", agents=(replace(hand, origin=None),))) == {}
