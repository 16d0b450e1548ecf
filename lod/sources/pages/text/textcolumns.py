"""Lines of plain text that a page has set in columns: labels beside values, two heads side by side.

A catalogue printed as text aligns its values below each other; a memorandum has its date at the
right margin. Each stretch becomes a line of its own, and aligned labels are paired with values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.pageline import Line

_GAP = re.compile(r"[ \u00a0]{4,}|[ \u00a0]*\t[ \t\u00a0]*")
_COLON = re.compile(r":\s+(?=\S)")
_LONGEST, _MOST = 300, 6
_FEWEST, _KNOWN = 3, 2
_LABEL = 40


class _Row(NamedTuple):
    """A line that was parted, with the columns at which its stretches begin."""

    lines: list[Line]
    at: list[int]


def in_columns(text: str, lines: list[Line]) -> list[Line]:
    r"""Part lines where wide gaps are, and pair labels with the values in a column beside them.

    Prose that is set to a width has gaps too; it is left whole.

    >>> text = "SECRET    PRIORITY       NEW DELHI, November 3, 1950"
    >>> [one.text for one in in_columns(text, [Line(0, len(text), text)])]
    ['SECRET', 'PRIORITY', 'NEW DELHI, November 3, 1950']
    """
    if "  " not in text and "\t" not in text:
        return lines
    if not any("  " in line.text or "\t" in line.text for line in lines):
        return lines
    rows = _even([_row(text, line) for line in lines])
    return [line for block in _blocks(rows) for line in _paired(block)]


def _row(text: str, line: Line) -> _Row:
    column = line.start - text.rfind("\n", 0, line.start) - 1
    whole = _Row([line], [column])
    if line.kind or line.level or len(line.text) > _LONGEST:
        return whole
    if not _GAP.search(line.text):
        at = _behind_day(line.text)
        return (
            _Row([_part(line, *at[:2]), _part(line, *at[2:])], [column, column + at[2]])
            if at
            else whole
        )
    # The gap behind a colon parts a label from its value; the two stay one line.
    gaps = [gap for gap in _GAP.finditer(line.text) if line.text[gap.start() - 1] != ":"]
    bounds = [0, *(place for gap in gaps for place in gap.span()), len(line.text)]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    if len(parts) > _MOST or any(not _begins(line.text[lo:hi]) for lo, hi in parts):
        return whole
    return _Row([_part(line, lo, hi) for lo, hi in parts], [column + lo for lo, _ in parts])


def _behind_day(text: str) -> tuple[int, int, int, int] | None:
    """Give where a day ends, and where what stands behind a gap begins: `5 May 1951  Letter to X`.

    >>> _behind_day("5 May 1951  Letter of A. Orlov"), _behind_day("5 May 1951  A. Orlov")
    ((0, 10, 12, 30), None)
    """
    day, gap, _ = text.partition("  ")
    if not gap or not DATE_LINE.fullmatch(day) or not any(map(str.isalpha, day)):
        return None
    behind = text[len(day) :].lstrip()
    titled = behind[:1].isupper() and behind.count(" ") > 1
    return (0, len(day), len(text) - len(behind), len(text)) if titled else None


def _part(line: Line, lo: int, hi: int) -> Line:
    return Line(line.start + lo, line.start + hi, line.text[lo:hi])


def _begins(text: str) -> bool:
    """Tell whether a stretch begins as an entry does: no small letter, some letter or digit."""
    return not text[0].islower() and any(map(str.isalnum, text))


def _even(rows: list[_Row]) -> list[_Row]:
    """Part lines with a narrow gap too, where the row beside them has its value at that place."""
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        for at in order:
            row = rows[at]
            for beside in rows[at - order.step : at - order.step * 3 : -order.step]:
                if len(beside.at) == 2 and len(row.at) == 1 and row.at[0] == beside.at[0]:
                    rows[at] = row = _narrow(row, beside.at[1])
    return rows


def _narrow(row: _Row, column: int) -> _Row:
    (line,), lo = row.lines, column - row.at[0]
    if not line.text[lo - 2 : lo].isspace() or line.text[lo : lo + 1].isspace() or line.kind:
        return row
    label = line.text[:lo].rstrip()
    return _Row([_part(line, 0, len(label)), _part(line, lo, len(line.text))], [row.at[0], column])


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Give the rows that stand in two columns together; any other row by itself."""
    block = list[_Row]()
    for row in rows:
        goes_on = bool(block) and len(block[0].at) == 2 and row.at in (block[0].at, block[0].at[1:])
        if block and not goes_on:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _paired(block: Sequence[_Row]) -> Iterator[Line]:
    labels = [row.lines[0].text for row in block if len(row.at) == 2]
    known = sum(field_word(one) is not None for one in labels)
    good = len(labels) >= _FEWEST and known >= _KNOWN and all(len(one) < _LABEL for one in labels)
    for row in block:
        if not good:
            yield from row.lines
            continue
        *terms, value = row.lines
        if mark := _COLON.match(value.text):  # `Title     : Minutes`
            value = _part(value, mark.end(), len(value.text))
        yield from (one._replace(kind="term") for one in terms)
        yield value._replace(kind="value")
