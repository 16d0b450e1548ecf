"""What a row has given so far, while its fields are read one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lod.issue import Issue, Severity
from lod.record import Agent, Origin
from lod.sources import Cell, Row

_SHOWN = 200  # characters of a value in an issue


class Draft:
    """The values of one row by the field of Record they fill, and what is wrong with them.

    scalars: what there can be but one of; the first comes to stay. keepers and references wait
    until both are known. kind: of the thing, as soon as it is known.
    """

    __slots__ = (
        "cells",
        "issues",
        "keepers",
        "key",
        "kind",
        "references",
        "row",
        "scalars",
        "values",
    )

    def __init__(self, row: Row, kind: str) -> None:
        self.row, self.kind, self.key = row, kind, ""
        self.cells: Mapping[str, tuple[Cell, ...]] = row.cells
        self.values: dict[str, list[object]] = {}
        self.scalars: dict[str, str] = {}
        self.issues: list[Issue] = []
        self.keepers: list[Agent] = []
        self.references: list[tuple[str, Origin]] = []

    def name(self, key: str) -> None:
        """Set the key, once it is known, of the draft and of what was found before."""
        self.key = key
        self.issues = [replace(issue, record=key) for issue in self.issues]

    def add(self, slot: str, value: object) -> None:
        """Add a value to a field that may repeat."""
        found = self.values.get(slot)
        if found is None:
            self.values[slot] = [value]
        else:
            found.append(value)

    def issue(
        self, code: str, message: str, field: str, value: str, severity: Severity = "warning"
    ) -> None:
        """Note what is wrong with a value; an error keeps the record out of the release."""
        issue = Issue(
            message=message,
            code=code,
            severity=severity,
            source=self.row.source,
            row=self.row.row,
            record=self.key,
            field=field,
            value=value[:_SHOWN],
        )
        self.issues.append(issue)
