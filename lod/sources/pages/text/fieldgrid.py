"""Fields that stand side by side with nothing but gaps between them, as copies of pages have them.

Labels in one row with their values in the rows below (`Date     Language` over `May 1951   Czech`),
or each before its value (`Date  May 1951     Language  Czech`), row upon row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from lod.sources.pages.text.markedrows import OF_LETTERS
from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Kind, Line

_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_GAP = "  "
_LONGEST, _LABEL, _MOST, _OFF = 400, 40, 6, 2
_PAIR, _LABELS, _ROWS = 2, 3, 12
_RULES = frozenset("-= ")


class Ungridded(NamedTuple):
    """A text of the same length in which each field stands below its label.

    kinds: what each of their lines is, by the place where it begins.
    """

    text: str
    kinds: Mapping[int, Kind]


class _Cell(NamedTuple):
    column: int
    text: str

    @property
    def word(self) -> FieldWord | None:
        """Give what the cell announces as a label."""
        return field_word(self.text.strip("*_:")) if len(self.text) <= _LABEL else None


_Row = Sequence[_Cell]
_Part = tuple[str, Kind]


def ungridded(text: str) -> Ungridded:
    r"""Set labels and values that stand side by side below each other; all else stays as it is.

    >>> ungridded("Date         Translator\n5 May 1951   Eva Dorn").text.rstrip()
    'Date\n5 May 1951\nTranslator\nEva Dorn'
    >>> ungridded("Date  5 May 1951    Translator  Eva Dorn\nRecord ID  7\n").text.split("\n")
    ['Date', '5 May 1951', 'Translator', 'Eva Dorn', 'Record ID', '7      ', '']
    """
    if _GAP not in text:
        return Ungridded(text, {})
    rows = text.split("\n")
    cells = [_cells(row) for row in rows]
    if not any(cells):
        return Ungridded(text, {})
    parts, kinds, at, place = list[str](), dict[int, Kind](), 0, 0
    while at < len(rows):
        stop, block = _block(rows, cells, at) if cells[at] else (at, [])
        whole = "\n".join(one for one, _ in block)
        size = sum(map(len, rows[at:stop])) + stop - at - 1
        if not block or len(whole) > size:
            parts.append(rows[at])
            stop = at + 1
        else:
            parts.append(whole.ljust(size))
            starts = accumulate((len(one) + 1 for one, _ in block), initial=place)
            kinds |= dict(zip(starts, (kind for _, kind in block), strict=False))
        place += len(parts[-1]) + 1
        at = stop
    return Ungridded("\n".join(parts), kinds)


def fielded(text: str, lines: Sequence[Line], kinds: Mapping[int, Kind]) -> Iterator[Line]:
    """Make terms and values of the lines of fields that stood side by side."""
    for line in lines:
        kind = kinds.get(text.rfind("\n", 0, line.start) + 1, "")
        yield line if line.kind or not kind else line._replace(kind=kind)


def _cells(row: str) -> list[_Cell]:
    """Give the cells of a row that begins with a known label and has a gap; nothing for others."""
    words = row.strip()
    head, gap, _ = words.partition(_GAP)
    if (
        not gap
        or len(head) > _LABEL
        or len(row) > _LONGEST
        or field_word(head.strip("*_:")) is None
    ):
        return []
    return [_Cell(one.start(), one[0]) for one in _CELL.finditer(row)]


def _block(rows: Sequence[str], cells: Sequence[_Row], at: int) -> tuple[int, list[_Part]]:
    """Give the row behind a block of fields that begins at a row, and its labels and values."""
    if _are_labels(cells[at]):
        return _below(rows, at, cells[at])
    stop, fields, wide = at, list[tuple[_Cell, str]](), False
    most = min(len(rows), at + _ROWS)
    while stop < most and (pairs := _pairs(cells[stop])):
        fields += pairs
        wide = wide or len(pairs) > 1
        stop += 1
    labels = [label for label, _ in fields]
    if not wide or not _is_catalogue(labels, _LABELS):
        return at, []
    return stop, _parts(labels, [value for _, value in fields])


def _parts(labels: _Row, values: Sequence[str]) -> list[_Part]:
    found = list[_Part]()
    for label, value in zip(labels, values, strict=True):
        found += [(label.text, "term"), (value, "value")] if value else [(label.text, "term")]
    return found


def _are_labels(row: _Row) -> bool:
    """Tell whether a row has nothing but labels, some of them those of a catalogue."""
    return len(row) > 1 and all(one.word for one in row) and _is_catalogue(row, _PAIR)


def _is_catalogue(labels: _Row, fewest: int) -> bool:
    """Tell whether labels are those of a catalogue; in letters stand date, place and parties."""
    words = [one.word for one in labels]
    sure = {one.column for one in words if one and not one.paired and one.reach != "contents"}
    return len(sure) >= fewest and len(sure - OF_LETTERS) >= fewest - 1


def _pairs(row: _Row) -> list[tuple[_Cell, str]]:
    """Give labels with what stands behind each in one row; nothing where one has no value."""
    found = list[tuple[_Cell, str]]()
    for cell in row:
        if cell.word and (not found or found[-1][1]):
            found.append((cell, ""))
        else:
            label, value = found[-1]
            found[-1] = (label, f"{value} {cell.text}".lstrip())
    return found if all(value for _, value in found) else []


def _below(rows: Sequence[str], at: int, labels: _Row) -> tuple[int, list[_Part]]:
    """Give labels with their values in the rows below, which may run on there.

    Of a table with several whole rows, and where a date is none, nothing is read.
    """
    first = at + 1 + (set("".join(rows[at + 1 : at + 2])) <= _RULES)
    values, whole, stop = [""] * len(labels), 0, first
    while stop < len(rows) and stop - first < _MOST:
        cells = [_Cell(one.start(), one[0]) for one in _CELL.finditer(rows[stop])]
        places = _places(cells, labels, alone=stop == first)
        if not places or _are_labels(cells):
            break
        for place, cell in zip(places, cells, strict=True):
            values[place] = f"{values[place]} {cell.text}".lstrip()
        whole += len(cells) == len(labels)
        stop += 1
    dated = all(
        any(map(str.isdigit, value)) for label, value in zip(labels, values, strict=True)
        if label.word and label.word.column == "date"
    )  # fmt: skip
    fields = stop > first and whole <= 1 and dated and sum(map(bool, values)) > 1
    return (stop, _parts(labels, values)) if fields else (at, [])


def _places(cells: _Row, labels: _Row, *, alone: bool) -> list[int]:
    """Give below which label each cell stands; in order where there are as many of both.

    alone: the cells are the first below the labels.
    """
    ends = [*(one.column for one in labels[1:]), _LONGEST]
    found = list[int]()
    for cell in cells:
        near = [n for n, one in enumerate(labels) if abs(one.column - cell.column) <= _OFF
                and cell.column + len(cell.text) <= ends[n]]  # fmt: skip
        found += near[:1]
    if len(found) == len(cells):
        return found
    return list(range(len(cells))) if alone and len(cells) == len(labels) else []
