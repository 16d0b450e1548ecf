"""SHACL Core over the triples of records: each result becomes an Issue of the record it is about.

A block is checked by itself, so a shape may ask of a node in another block only what its IRI
says. What needs two records is a rule (`rules.py`), asked once of the finished store.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import groupby
from typing import NamedTuple

import shacl

from lod.errors import TermError, UsageError
from lod.issue import Issue, Severity
from lod.lazily import regex

MOST_PER_RECORD = 20
_SEVERITIES: dict[str, Severity] = {"Violation": "error", "Warning": "warning", "Info": "info"}
_RANK = {"error": 0, "warning": 1, "info": 2}
_IRI = regex(r"<([^<>]*)>")
_CAPITAL = regex(r"(?<=[a-z0-9])(?=[A-Z])")
_KEYED = ("doc/", "object/", "collection/")


class Finding(NamedTuple):
    """One result of validation; path: of the thing below the base, `doc/wcda-1`, `person/<id>`."""

    path: str
    issue: Issue


class Shapes:
    """The shapes of a dataset, compiled once a process; then check block after block.

    turtle: the shapes, base filled in. base: the dataset's. prefixes: to name fields by.
    Raises UsageError when the shapes cannot be read or are none: no shape would mean no error.
    """

    def __init__(self, turtle: str, base: str, prefixes: Mapping[str, str] | None = None) -> None:
        try:
            self._shapes = shacl.Shapes.from_turtle(turtle)
        except ValueError as error:
            raise UsageError(f"the shapes cannot be read: {error}", where="shapes") from error
        if not len(self._shapes):
            raise UsageError("there are no shapes", where="shapes", mend="install lod again")
        self._base = base
        # The longest namespace first, so that v:role/ wins over v:.
        pairs = sorted((prefixes or {}).items(), key=lambda pair: (-len(pair[1]), pair[0]))
        self._prefixes = pairs

    def check(self, nt: str, paths: Collection[str] | None = None) -> list[Finding]:
        """Check the N-Triples of one or more records; give what is wrong, in order of path.

        paths: of the things that are whole here; others are only named, and nothing is said of
        them. At most 20 findings a record, the gravest first; a last one says how many more.
        Raises TermError when the text is no N-Triples, which only our own fault can bring about.
        """
        try:
            report = self._shapes.validate_text(nt, format="ntriples")
        except ValueError as error:
            raise TermError(f"a block is no N-Triples: {error}") from error
        if not report.results:
            return []
        found = ((subject_path(one.focus_node, self._base), one) for one in report.results)
        wanted = {self._finding(*one) for one in found if paths is None or one[0] in paths}
        findings = sorted(wanted, key=_order)
        return [
            finding
            for path, group in groupby(findings, key=lambda finding: finding.path)
            for finding in _capped(path, list(group))
        ]

    def _finding(self, path: str, result: shacl.Result) -> Finding:
        value = (
            result.value_plain if result.value_plain is not None else result.focus_node.strip("<>")
        )
        issue = Issue(
            message=result.message or _worded(result.component),
            code=f"shape/{_kebab(_local(result.root_shape or 'unnamed'))}",
            severity=_SEVERITIES.get(result.severity, "error"),
            record=record_key(path),
            field=self._short(result.path or ""),
            value=value[:200],
        )
        return Finding(path, issue)

    def _short(self, path: str) -> str:
        """Write a property path with prefixes: `dcterms:title`."""
        return _IRI.sub(lambda found: self._curie(found[1]), path)

    def _curie(self, address: str) -> str:
        for prefix, namespace in self._prefixes:
            if address.startswith(namespace):
                return f"{prefix}:{address[len(namespace) :]}"
        return address


def subject_path(node: str, base: str) -> str:
    """Find the thing that a node belongs to, as its path below the base.

    Fragments belong to their page, a record to what it is about, an assertion to its subject; a
    node outside the base keeps its own spelling.

    >>> subject_path("<https://a.example/doc/x-1#title>", "https://a.example/")
    'doc/x-1'
    >>> subject_path("<https://a.example/assert/person/q1/wd-Q7>", "https://a.example/")
    'person/q1'
    """
    address = node.removeprefix("<").removesuffix(">")
    if not address.startswith(base):
        return address
    path = address[len(base) :].partition("#")[0].removeprefix("record/")
    if path.startswith("assert/"):
        return path.removeprefix("assert/").rpartition("/")[0]
    return path


def record_key(path: str) -> str:
    """Give the key of the record at a path, or the path itself where it is an entity's.

    >>> record_key("doc/wcda-113630"), record_key("person/3n16v0nsb9")
    ('wcda-113630', 'person/3n16v0nsb9')
    """
    for folder in _KEYED:
        if path.startswith(folder):
            return path.removeprefix(folder)
    return path


def _order(finding: Finding) -> tuple[str, int, str, str, str, str]:
    issue = finding.issue
    return finding.path, _RANK[issue.severity], issue.code, issue.field, issue.message, issue.value


def _capped(path: str, findings: list[Finding]) -> list[Finding]:
    more = len(findings) - MOST_PER_RECORD
    if more <= 0:
        return findings
    message = f"{more} more findings on this record are not listed"
    issue = Issue(message=message, code="shape/more", severity="info", record=record_key(path))
    return [*findings[:MOST_PER_RECORD], Finding(path, issue)]


def _worded(component: str) -> str:
    """Put a constraint without a message into words: `min count is not met`."""
    return f"{_kebab(component.removesuffix('ConstraintComponent')).replace('-', ' ')} is not met"


def _kebab(name: str) -> str:
    return _CAPITAL.sub("-", name).lower()


def _local(node: str) -> str:
    return re.split(r"[#/:]", node.strip("<>"))[-1]
