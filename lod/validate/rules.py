"""What SHACL Core cannot say: SELECTs over the whole new store, whose rows are the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest

from lod.issue import Issue, Severity
from lod.terms import Term, value
from lod.validate.shapes import record_key, subject_path
from lod.vocabulary import Rule

MOST_PER_RULE = 1000
_SEVERITIES: dict[str, Severity] = {
    "error": "error",
    "violation": "error",
    "warning": "warning",
    "info": "info",
}

Ask = Callable[[str], Iterable[Mapping[str, Term]]]


def run(rules: Iterable[Rule], ask: Ask, base: str) -> Iterator[Issue]:
    """Ask rules of a store, one after the other; ask: answers a SELECT with rows."""
    for rule in rules:
        yield from findings(rule, ask(rule.query), base)


def findings(rule: Rule, rows: Iterable[Mapping[str, Term]], base: str) -> list[Issue]:
    """Make of each row of a rule (variable -> term) an issue on `?this`, sorted.

    The other variables are its value. base: the dataset's. Every error is given, since it keeps
    its record out; of a rule that only warns the first 1,000, and how many more.
    """
    found = {_issue(rule, row, base) for row in rows}
    if _severity(rule) == "error" or len(found) <= MOST_PER_RULE:
        return sorted(found, key=_order)
    message = f"{rule.message} ({len(found) - MOST_PER_RULE:,} more are not listed)"
    more = Issue(message=message, code=f"rule/{rule.name}", severity="info")
    return [*nsmallest(MOST_PER_RULE, found, key=_order), more]


def _order(issue: Issue) -> tuple[str, str]:
    return issue.record, issue.value


def _issue(rule: Rule, row: Mapping[str, Term], base: str) -> Issue:
    focus = row.get("this", Term(""))
    others = (f"{name}: {value(row[name])}" for name in sorted(row) if name != "this")
    return Issue(
        message=rule.message,
        code=f"rule/{rule.name}",
        severity=_severity(rule),
        record=record_key(subject_path(focus, base)),
        value=", ".join(others)[:200],
    )


def _severity(rule: Rule) -> Severity:
    return _SEVERITIES.get(rule.severity.lower(), "error")
