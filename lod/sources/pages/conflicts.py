"""What a page says in two ways: one claim is preferred by rule, the others go to the curator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod import vocabulary
from lod.issue import Issue
from lod.normalize.dates import bounds, parse_date
from lod.normalize.languages import language_tag
from lod.sources import Cell, Row

# Columns that have one right value, with the other columns that claim it, the best first.
_ONE = {
    "identifier": ("identifier",),
    "title": ("title",),
    "language": ("language",),
    "type": ("type", "form"),
    "date": ("date_heading", "date_citation", "date_label", "date_dateline", "date_signature"),
}
_SHOWN = 120
_FROM = re.compile(r"\b[Tt]ranslated from (?:the )?(?:original )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")


def conflicts(row: Row) -> Iterator[Issue]:
    """List the claims of a page that contradict the preferred one, as remarks for the curator.

    All claims stay in the row; the order of the crosswalk's columns says which is preferred.
    """
    for field, columns in _ONE.items():
        claims = [(column, cell) for column in columns for cell in row.cells.get(column, ())]
        claims += _translated_from(row) if field == "language" else []
        said = {_meant(field, cell) for _, cell in claims[:1]} | {""}
        for column, cell in claims[1:]:
            meant = _meant(field, cell)
            if meant not in said:
                said.add(meant)
                yield _remark(row, field, claims[0], (column, cell))


def _translated_from(row: Row) -> list[tuple[str, Cell]]:
    """Give the language that credits say a text was translated from: it is the original's."""
    return [
        ("language", Cell(said[1], cell.start, cell.end, "translated from"))
        for column in ("credits", "reference", "citation")
        for cell in row.cells.get(column, ())
        if "ranslated from" in cell.text
        and (said := _FROM.search(cell.text))
        and language_tag(said[1])
    ]


def _meant(field: str, cell: Cell) -> str:
    """Give what a claim comes to, so that two spellings of one value do not differ."""
    if field == "language":
        return language_tag(cell.text) or cell.text.casefold()
    if field == "type":
        return vocabulary.load().concept("doctype", cell.text)
    if field != "date":
        return " ".join(cell.text.casefold().split()).strip(" .")
    span = parse_date(cell.text)
    return " ".join(map(str, bounds(span))) if span else ""


def _remark(row: Row, field: str, kept: tuple[str, Cell], other: tuple[str, Cell]) -> Issue:
    preferred, differs = (f"{one.text[:_SHOWN]!r} ({one.rule})" for _, one in (kept, other))
    return Issue(
        message=f"the page also says {differs}; {preferred} was preferred",
        code="page/conflict",
        severity="info",
        source=row.source,
        row=row.row,
        field=field,
        value=other[1].text[:_SHOWN],
    )
