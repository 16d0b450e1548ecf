"""What SHACL Core cannot say: SELECTs over the whole new store, whose rows are the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

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
    """Ask every rule of the store; a row is an issue on `?this`, its other variables the value.

    ask: answers a SELECT with rows (variable -> term). base: the dataset's. Every error is given,
    since it keeps its record out; of a rule that only warns the first 1,000, and how many more.
    """
    for rule in rules:
        found = sorted({_issue(rule, row, base) for row in ask(rule.query)}, key=_order)
        most = len(found) if _severity(rule) == "error" else MOST_PER_RULE
        yield from found[:most]
        if len(found) > most:
            message = f"{rule.message} ({len(found) - most:,} more are not listed)"
            yield Issue(message=message, code=f"rule/{rule.name}", severity="info")


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
