"""Records of one thing become one record, in whatever order they come, and nothing is lost."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lod.record import Agent, Origin, Record, Snapshot, Text, TimeSpan
from lod.sources.merging import merge, unique

FULL = Record(
    key="x-7",
    identifier="7",
    url="https://a.example/7",
    title=(Text(value="A letter", language="en"),),
    date=(TimeSpan(label="1951", edtf="1951"),),
    snapshots=(Snapshot("aa", "a.csv", "3"),),
)
STUB = Record(
    key="",
    url="https://a.example/7",
    abstract=(Text(value="What it says", language="en"),),
    snapshots=(Snapshot("bb", "a.csv", "9"),),
)

_words = st.sampled_from(["", "a", "b", "c"])
_snapshots = st.builds(Snapshot, st.sampled_from(["aa", "bb", "cc"]), st.just("f"), _words)
_origins = st.builds(Origin, st.just("f"), _words, st.just("C"))
_texts = st.builds(Text, value=_words, language=st.just("en"), origin=_origins)
_records = st.builds(
    Record,
    key=st.sampled_from(["", "x-7"]),
    url=_words,
    license=_words,
    title=st.lists(_texts, max_size=2).map(tuple),
    note=st.lists(_texts, max_size=3).map(tuple),
    agents=st.lists(st.builds(Agent, name=_words, origin=_origins), max_size=2).map(tuple),
    snapshots=st.tuples(_snapshots),
)


def said(record: Record) -> dict[str, object]:
    """Say what a record states, whatever the order and wherever it stands."""
    called = {"title": record.title + record.alternative, "alternative": ()}
    stated: dict[str, Any] = {field.name: getattr(record, field.name) for field in fields(Record)}
    return {
        name: frozenset(replace(one, origin=None) if name != "snapshots" else one for one in found)
        for name, found in (stated | called).items()
        if isinstance(found, tuple)
    }


def test_a_failed_row_adds_what_only_it_says() -> None:
    merged, issues = merge([STUB, FULL])
    assert (merged.key, merged.title, merged.abstract) == ("x-7", FULL.title, STUB.abstract)
    assert merged.snapshots == (*FULL.snapshots, *STUB.snapshots)
    assert [issue.code for issue in issues] == ["identifier/repeated"]


def test_two_rows_with_one_identifier_are_a_warning_and_a_copied_row_is_none() -> None:
    again = replace(FULL, url="", snapshots=(Snapshot("cc", "a.csv", "5"),))
    copied = replace(FULL, snapshots=(Snapshot("aa", "a.csv", "5"),))
    assert [issue.severity for issue in merge([FULL, again])[1]] == ["warning"]
    assert [issue.severity for issue in merge([FULL, copied])[1]] == ["info"]


def test_a_blank_overwrites_nothing() -> None:
    merged, _ = merge([FULL, replace(STUB, url="")])
    assert merged.url == FULL.url


def test_a_conflict_names_both_places_and_keeps_the_fuller_row() -> None:
    merged, issues = merge([replace(STUB, url="https://a.example/8"), FULL])
    conflict = next(issue for issue in issues if issue.code == "merge/conflict")
    assert merged.url == FULL.url
    assert (conflict.source, conflict.row, conflict.value) == ("a.csv", "9", "https://a.example/8")
    assert "a.csv:3" in conflict.message


def test_another_title_becomes_an_alternative_and_another_date_follows() -> None:
    other = replace(STUB, title=(Text(value="Letter"),), date=(TimeSpan(label="x", edtf="1952"),))
    merged, issues = merge([other, FULL])
    assert [text.value for text in merged.title + merged.alternative] == ["A letter", "Letter"]
    assert [span.edtf for span in merged.date] == ["1951", "1952"]
    assert {issue.field for issue in issues if issue.code == "merge/conflict"} == {"title", "date"}


def test_the_same_value_in_two_places_is_one_value() -> None:
    here, there = (Text(value="a", origin=Origin("f", row, "C")) for row in "12")
    assert unique([here, there]) == (here,)


@given(st.lists(_records, min_size=1, max_size=4))
def test_the_order_of_the_records_does_not_matter(records: list[Record]) -> None:
    results = [merge(list(order)) for order in permutations(records)]
    assert all(result == results[0] for result in results)


@given(st.lists(_records, min_size=1, max_size=4))
def test_merging_twice_changes_nothing(records: list[Record]) -> None:
    merged, _ = merge(records)
    assert merge([merged, merged])[0] == merged


@given(_records, _records, _records)
def test_merging_in_steps_loses_nothing_that_merging_at_once_keeps(
    one: Record, two: Record, three: Record
) -> None:
    at_once = said(merge([one, two, three])[0])
    assert said(merge([merge([one, two])[0], three])[0]) == at_once
    assert said(merge([one, merge([two, three])[0]])[0]) == at_once


def test_a_date_that_was_read_comes_before_one_that_was_not() -> None:
    full = Record(
        key="k",
        title=(Text(value="Title"),),
        identifier="k",
        date=(TimeSpan(label="30 February 1951"),),
    )
    other = Record(key="k", date=(TimeSpan(label="1951", edtf="1951"),))
    merged, _ = merge([full, other])
    assert [span.label for span in merged.date] == ["1951", "30 February 1951"]


def test_the_date_that_can_be_read_is_said_to_be_preferred() -> None:
    unread = replace(FULL, date=(TimeSpan(label="30 February 1951"),))
    short = replace(FULL, url="", snapshots=(Snapshot("cc", "a.csv", "12"),))
    record, issues = merge([unread, short])
    assert record.date[0].edtf == "1951"
    assert [(one.value, one.message) for one in issues if one.code == "merge/conflict"] == [
        ("30 February 1951", "a.csv:12 has '1951', which was preferred")
    ]


def test_a_repeated_row_without_an_identifier_is_named_by_its_address() -> None:
    _, issues = merge([replace(FULL, identifier=""), replace(STUB, key="x-7")])
    assert [(one.field, one.value) for one in issues] == [("url", "https://a.example/7")]
