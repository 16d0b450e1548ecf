"""Tables of Markdown: labels beside their values, two pairs a row, or labels in a row above."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.letterwords import announced, is_absent
from lod.sources.pages.words.pageline import Line

_MARKS, _RULES = "*_` ", "-: |"
_FEWEST, _PAIR, _LONGEST = 3, 2, 20_000
# One of several names in a cell, with what stands in brackets behind it.
_NAME = re.compile(r"[^\s,;](?:[^,;(]|\([^()]*\))*(?<!\s)")
_LINK = re.compile(r"\[([^\]\[]+)\]\([^()\s]*\)")
_OF_NAMES = frozenset(
    ("creator", "sender", "recipient", "copy_recipient", "translator", "contributor", "people",
     "signatory", "participants", "interviewee", "interviewer")
)  # fmt: skip
Plain = Callable[[int, str], Iterable[Line]]


def is_row(raw: str) -> bool:
    """Tell whether a line is a row of a table.

    >>> is_row("| Date | May 1951 |"), is_row("Date | May 1951")
    (True, False)
    """
    return raw.startswith("|") and raw.rstrip().endswith("|") and len(raw) < _LONGEST


def table(rows: Sequence[tuple[int, str]], plain: Plain) -> Iterator[Line]:
    """Give the cells of a table's rows as terms and values, with their places.

    plain: reads a row that has no labels.

    >>> rows = [(0, "| Date | 1951 | Box | 6 |")]
    >>> [(one.text, one.kind) for one in table(rows, lambda offset, raw: ())]
    [('Date', 'term'), ('1951', 'value'), ('Box', 'term'), ('6', 'value')]
    """
    cells = [list(_cells(raw, offset)) for offset, raw in rows if not set(raw) <= set(_RULES)]
    if len(cells) == _PAIR and len(cells[0]) == len(cells[1]) >= _FEWEST and _are_labels(cells[0]):
        yield from (one for pair in zip(*cells, strict=True) for one in _pair(*pair))
        return
    if len(cells) > 1 and _are_of_meetings(cells):
        yield from _listed(cells)
        return
    headed = len(rows) > _PAIR and set(rows[1][1]) <= set(_RULES)
    of_fields = not headed or any(len(row) == _PAIR and _are_labels(row[:1]) for row in cells[1:])
    for offset, raw in rows:
        row = [] if set(raw) <= set(_RULES) else list(_cells(raw, offset))
        if len(row) == _PAIR and not of_fields:
            yield from (cell for cell in row if cell.text)
        elif len(row) == _PAIR:
            yield from _pair(*row)
        elif row and len(row) % 2 == 0 and _are_labels(row[::2]):
            for term, value in zip(row[::2], row[1::2], strict=True):
                yield from _pair(term, value)
        else:
            yield from plain(offset, raw)


def _cells(raw: str, offset: int) -> Iterator[Line]:
    """Give the cells of a row, empty ones too."""
    bare = raw.rstrip()
    at = 1
    for cell in bare[1:-1].split("|"):
        words = cell.strip(_MARKS) if cell.strip()[:1] in _MARKS else cell.strip("` ")
        start = offset + at + (cell.find(words) if words else 0)
        yield Line(start, start + len(words), words)
        at += len(cell) + 1


def _are_of_meetings(cells: Sequence[Sequence[Line]]) -> bool:
    """Tell whether the cells of the first row say who was present, or absent, below each."""
    heads = [one.text for one in cells[0]]
    present = any(announced(one.rstrip(":")) == "participant" for one in heads)
    return present and all(
        announced(one.rstrip(":")) == "participant" or is_absent(one) for one in heads
    )


def _listed(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Give one column after the other, its names each a line: `Orlov (chair), Petrov`."""
    for column in range(len(cells[0])):
        for row in cells:
            for cell in row[column : column + 1]:
                for part in _NAME.finditer(cell.text):
                    yield Line(cell.start + part.start(), cell.start + part.end(), part[0])


def _pair(term: Line, value: Line) -> Iterator[Line]:
    if term.text:
        yield term._replace(kind="term")
    for one in _linked(term.text, value) if "](" in value.text else [value]:
        if one.text:
            yield one._replace(kind="value")


def _linked(term: str, value: Line) -> list[Line]:
    """Part a value in which each name is a link, with an office behind it or none.

    >>> value = Line(0, 0, "[Dorn, Eva](/P1), consul; [Hora, Jan](/P2)")
    >>> [one.text for one in _linked("Author", value)], len(_linked("Source", value))
    (['Dorn, Eva', 'Hora, Jan'], 1)
    """
    links = list(_LINK.finditer(value.text))
    found = field_word(term)
    names = found is not None and found.column in _OF_NAMES
    begins = bool(links) and not links[0].start()
    if not begins or not (names or links[0].end() == len(value.text)):
        return [value]
    start = value.start
    return [Line(start + one.start(1), start + one.end(1), one[1]) for one in links]


def _are_labels(cells: Sequence[Line]) -> bool:
    """Tell whether most cells are known labels; the last of an odd row may be empty."""
    known = sum(field_word(one.text) is not None for one in cells)
    return known > 0 and 2 * known >= sum(bool(one.text) for one in cells)
