"""Cells of a table -> Rows: which are wanted, and what is wrong with a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from lod.issue import Issue, Severity
from lod.sources import CELL_LIMIT, Cell, Row, Slice
from lod.sources.encoding import after, decode, mended
from lod.sources.pieces import Piece
from lod.sources.quoting import parse
from lod.sources.together import listed

_encode = msgspec.json.Encoder().encode


class Columns:
    """Makes Rows of one part of a table; columns without a value are left out."""

    def __init__(self, part: Slice, wanted: Sequence[str]) -> None:
        self._part = part
        self._recoded = after(part.encoding) != part.encoding
        places: dict[str, list[int]] = {}
        for place, name in enumerate(part.header):
            places.setdefault(name, []).append(place)
        kept = {name: found for name, found in places.items() if not wanted or name in wanted}
        self._single = [(name, found[0]) for name, found in kept.items() if len(found) == 1]
        self._repeated = [(name, found) for name, found in kept.items() if len(found) > 1]
        self._order = sorted(range(len(part.header)), key=lambda place: (part.header[place], place))
        self._titles = [*part.header]
        self._first = part.header[0] if part.header else ""
        self._names = hashlib.sha256(_encode(sorted(part.header)))

    def rows(self, piece: Piece) -> Iterator[Row | Issue]:
        """Read the rows of some bytes; blank rows are passed over, broken ones reported."""
        text, damaged = decode(piece.data, after(self._part.encoding))
        damaged |= self._recoded and "\ufffd" in text
        parsed = parse(text, self._part.delimiter)
        suspect = damaged or bool(parsed.stray) or len(piece.data) > CELL_LIMIT
        width = len(self._part.header)
        for place, values in enumerate(parsed.rows):
            if not any(values):
                continue
            number = str(piece.first + place)
            if values[0] == self._first and [cell.strip() for cell in values] == self._titles:
                yield self._repeated_header(number)
                continue
            if suspect or len(values) != width:
                issues = self._checked(values, parsed.stray.get(place, ()), number)
                errors = [issue for issue in issues if issue.severity == "error"]
                yield from errors[:1] or issues
                if errors:
                    continue
            yield self._row(values, number)

    def _repeated_header(self, number: str) -> Issue:
        message = "the names of the columns stand here again: passed over, as no row"
        return Issue(
            message=message,
            code="csv/header-again",
            severity="info",
            source=self._part.name,
            row=number,
        )

    def _row(self, values: list[str], number: str) -> Row:
        cells: dict[str, tuple[Cell, ...]] = {
            name: (Cell(values[at]),) for name, at in self._single if values[at]
        }
        for name, places in self._repeated:
            of = len(places)
            there = ((at, values[place]) for at, place in enumerate(places) if values[place])
            if found := tuple(Cell(x, place=(listed(name, at, of, name),)) for at, x in there):
                cells[name] = found
        content = self._names.copy()
        content.update(_encode([values[at] for at in self._order]))
        return Row(source=self._part.name, row=number, sha256=content.hexdigest(), cells=cells)

    def _checked(self, values: list[str], stray: Sequence[int], number: str) -> list[Issue]:
        """List what is wrong with a row, and mend in place what can be mended."""
        where = Issue(message="", code="", source=self._part.name, row=number)
        issues = _width(values, self._part.header, where)
        for place, value in enumerate(values[: len(self._part.header)]):
            at = replace(where, field=self._part.header[place], value=value[:200])
            values[place], found = mended(value, at)
            issues += found
            if len(value) > CELL_LIMIT:
                message = f"the cell is longer than {CELL_LIMIT >> 20} MiB; the row was left out"
                issues.append(_said(at, message, "cell/too-long", "error"))
            if place in stray and self._part.delimiter != "\t":
                message = "a quotation mark opens here and is never closed; the row was left out"
                issues.append(_said(at, message, "csv/unclosed-quote", "error"))
        return issues


def _width(values: list[str], header: tuple[str, ...], where: Issue) -> list[Issue]:
    """Fill up a row that is too short, and refuse one that is too long."""
    found, expected = len(values), len(header)
    missing = expected - found
    if missing > 0:
        values += [""] * missing
        names = ", ".join(header[found:][:5])
        message = f"the row has {found} cells, the header {expected}; left blank: {names}"
        return [_said(where, message, "csv/short-row", "warning")]
    extra = values[expected:]
    del values[expected:]
    if not any(extra):
        return []
    message = f"the row has {found} cells, the header {expected}; it was left out"
    at = replace(where, value=next(filter(None, extra))[:200])
    return [_said(at, f"{message}; quote cells that hold the delimiter", "csv/long-row", "error")]


def _said(where: Issue, message: str, code: str, severity: Severity) -> Issue:
    return replace(where, message=message, code=code, severity=severity)
