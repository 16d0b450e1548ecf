"""Tests of the counts that stop a release."""

from __future__ import annotations

import pytest

from lod.config import Expect
from lod.errors import DataError
from lod.issue import Issue
from lod.validate.expect import Counts, check, demand

EXPECT = Expect(records_min=400, records_max=940, quarantined_max=0.05, linked_min={"creator": 0.6})


def messages(**counts: object) -> list[str]:
    usual: dict[str, object] = {"records": 500, "linked": {"creator": (60, 100)}}
    return [issue.message for issue in check(EXPECT, Counts(**{**usual, **counts}))]  # type: ignore[arg-type]


@pytest.mark.parametrize("records", [400, 940])
def test_what_is_expected_passes(records: int) -> None:
    assert messages(records=records, before=500) == []


def test_of_a_few_records_any_number_may_go() -> None:
    assert check(Expect(), Counts(records=1, before=9)) == []
    assert [one.code for one in check(Expect(), Counts(records=1, before=10))] == ["expect/lost"]


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"records": 320}, "records: 320, expected at least 400"),
        ({"records": 1941}, "records: 1,941, expected at most 940"),
        (
            {"broken": ["a.xml: the file breaks off"]},
            "broken: 1 not read to the end, expected at most 0: a.xml: the file breaks off",
        ),
        (
            {"before": 626},
            "lost: 20.1% (126 of 626), allowed 20.0%:"
            " where they are to go, write lost = { max = 1 }",
        ),
        ({"quarantined": 50}, "quarantined: 9.1% (50 of 550 records), allowed 5.0%"),
        (
            {"linked": {"creator": (59, 100)}},
            "linked.creator: 59.0% (59 of 100), expected at least 60.0%",
        ),
        ({"linked": {}}, "linked.creator: nobody is named in this role, expected at least 60.0%"),
    ],
)
def test_what_is_not_expected_says_the_numbers(counts: dict[str, object], message: str) -> None:
    assert messages(**counts) == [message]


def test_every_unmet_expectation_is_told() -> None:
    assert len(messages(records=1, quarantined=1, linked={"creator": (0, 9)})) == 3


def test_a_dataset_that_expects_nothing_is_content() -> None:
    assert check(Expect(), Counts(records=0)) == []


def test_errors_stop_the_release_and_are_listed() -> None:
    issues = check(EXPECT, Counts(records=1)) * 4
    with pytest.raises(DataError, match=r"records: 1, expected at least 400.*; and 3 more"):
        demand(issues)


def test_warnings_stop_nothing() -> None:
    demand([Issue(message="m", code="c", severity="warning")])


@pytest.mark.parametrize(
    ("field", "linked"),
    [
        ("creator", {"author": (5, 8), "corporate-author": (1, 2)}),
        ("copy_recipient", {"copy-recipient": (6, 10)}),
        ("place_created", {"created": (6, 10)}),
    ],
)
def test_a_field_is_counted_by_the_roles_that_it_fills(
    field: str, linked: dict[str, tuple[int, int]]
) -> None:
    counts = Counts(records=1, linked=linked)
    assert check(Expect(linked_min={field: 0.6}), counts) == []
    (issue,) = check(Expect(linked_min={field: 0.61}), counts)
    assert issue.message == f"linked.{field}: 60.0% (6 of 10), expected at least 61.0%"
