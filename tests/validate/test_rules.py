"""Tests of the rules: rows of SELECTs become issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from lod.terms import Term, iri, literal
from lod.validate.rules import MOST_PER_RULE, run
from lod.vocabulary import Rule

BASE = "https://data.example.org/"


def rows(count: int) -> Iterator[Mapping[str, Term]]:
    for number in range(count, 0, -1):
        yield {
            "this": iri(f"{BASE}doc/x-{number:04}#date"),
            "end": literal("1951"),
            "a": literal("b"),
        }


def test_a_row_is_an_issue_of_its_record() -> None:
    [issue] = run([Rule("s9", "warning", "S9 wrong", "q")], lambda _: rows(1), BASE)
    assert (issue.code, issue.severity, issue.message) == ("rule/s9", "warning", "S9 wrong")
    assert (issue.record, issue.value) == ("x-0001", "a: b, end: 1951")


def test_issues_come_in_order_and_once() -> None:
    twice = [*rows(3), *rows(3)]
    found = list(run([Rule("r", "error", "m", "q")], lambda _: twice, BASE))
    assert [issue.record for issue in found] == ["x-0001", "x-0002", "x-0003"]


def test_warnings_are_capped_and_counted() -> None:
    rule = Rule("r", "warning", "m", "q")
    found = list(run([rule], lambda _: rows(MOST_PER_RULE + 5), BASE))
    assert len(found) == MOST_PER_RULE + 1
    assert found[-1].message == "m (5 more are not listed)"


def test_no_error_is_left_out() -> None:
    found = list(run([Rule("r", "error", "m", "q")], lambda _: rows(MOST_PER_RULE + 5), BASE))
    assert len(found) == MOST_PER_RULE + 5


@pytest.mark.parametrize(
    ("written", "meant"),
    [("error", "error"), ("Violation", "error"), ("Warning", "warning"), ("info", "info"),
     ("misspelt", "error")],
)  # fmt: skip
def test_severities_are_ours_or_those_of_shacl(written: str, meant: str) -> None:
    [issue] = run([Rule("r", written, "m", "q")], lambda _: rows(1), BASE)
    assert issue.severity == meant
