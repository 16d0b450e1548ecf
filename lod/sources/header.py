"""The first line of a table: what divides its cells, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lod.errors import SourceError
from lod.issue import Issue
from lod.sources.encoding import after
from lod.sources.quoting import first_row, parse

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_REGULAR = 0.8  # share of rows
_TITLES = 4  # lines
_MANY = 3  # of two columns, the second may well have no name
_VALUE = re.compile(r"[-+]?\d[\d.,/:\s-]*|https?://.*")


# How Excel says in a first line what divides the cells.
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t]*(?:\r\n?|\n)', re.IGNORECASE)


class Table(NamedTuple):
    """What the start of a file tells: what divides cells, the columns, where the rows begin.

    row: the header's own, counted from 1 as spreadsheets do and, but for cells of several lines,
    editors.
    """

    delimiter: str
    header: tuple[str, ...]
    start: int
    row: int
    issues: tuple[Issue, ...]


def table(start: bytes, encoding: str, delimiter: str, name: str) -> Table:
    """Read the header of a table from the first bytes of it.

    Raises SourceError where there is no header at all.
    """
    # One character a byte, so that places in the text are places in the file.
    text = start.decode("latin-1")
    said = _SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    divider = _checked(delimiter, name) or (said[1] if said else "") or sniffed(text)
    raw, length, row = first_row(text, divider)
    if not raw:
        raise SourceError("holds no row", where=name, mend="the first line names the columns")
    above = list[Issue]()
    while below := _below_title(raw, text[length:], divider):
        title = raw[0].encode("latin-1").decode(after(encoding), "replace")
        above.append(_passed_over(title, name, row))
        raw, length, row = below[0], length + below[1], row + below[2]
    names = [cell.encode("latin-1").decode(after(encoding), "replace") for cell in raw]
    header = tuple(cell.strip() or f"column {place}" for place, cell in enumerate(names, 1))
    issues = [*above, *([] if delimiter else _divided(divider, name))]
    issues += _remarks(names, header, Issue(message="", code="", source=name, row=str(row)))
    passed = (said.end(), 1) if said else (0, 0)
    return Table(divider, header, length + passed[0], row + passed[1], tuple(issues))


def _below_title(raw: list[str], rest: str, divider: str) -> tuple[list[str], int, int] | None:
    """Give the row below one that is a title: one cell filled of many, or far fewer than below."""
    below, length, count = first_row(rest, divider)
    is_padded = len(raw) >= _MANY and raw[0].strip() and not any(map(str.strip, raw[1:]))
    is_wider = len(below) == len(raw) and any(cell.strip() for cell in below[1:])
    if is_padded and is_wider:
        return below, length, count
    # Not padded, as a person writes it; it may hold the mark that parts the cells below.
    width = _width_below(rest, divider)
    return (below, length, count) if width >= _MANY and 2 * len(raw) <= width else None


def _width_below(text: str, mark: str) -> int:
    """Give how many cells a table has that stands below at most so many lines of title; else 0."""
    for _ in range(_TITLES):
        if _is_table(text, mark):
            return len(first_row(text, mark)[0])
        text = text[first_row(text, mark)[1] :]
    return 0


def _is_table(text: str, mark: str) -> bool:
    """Tell whether a text has names of columns and, in nearly every row below, as many cells."""
    sample = _whole_rows(text)
    names = first_row(sample, mark)[0]
    named = all(cell.strip() == cell != "" and not _VALUE.fullmatch(cell) for cell in names)
    return len(names) >= _MANY and named and _fit(sample, mark)[0] >= _REGULAR


def _passed_over(said: str, name: str, row: int) -> Issue:
    message = "a title above the names of the columns was passed over"
    return Issue(
        message=message, code="csv/title", severity="info", source=name, row=str(row), value=said
    )


def sniffed(text: str) -> str:
    r"""Find the delimiter under which most rows have the same number of cells, two at least.

    >>> sniffed("id;title\n1;Yes, yes\n"), sniffed("id\n1\n")
    (';', ',')
    >>> sniffed("Our list, of 2024\n\nid;title;date\n1;Yes;1950\n")
    ';'
    """
    sample = _whole_rows(text)
    best = max(_DELIMITERS, key=lambda mark: _fit(sample, mark))
    if _fit(sample, best)[0] >= _REGULAR:
        return best
    # A title may stand above the table, with marks of its own.
    below = {mark: _width_below(sample, mark) for mark in _DELIMITERS}
    return max(below, key=lambda mark: below[mark]) if any(below.values()) else best


def _whole_rows(text: str) -> str:
    sample = text[: 1 << 16]
    return sample[: sample.rfind("\n") + 1] or sample


def _fit(sample: str, mark: str) -> tuple[float, int]:
    widths = [len(row) for row in parse(sample, mark).rows if row][:_SAMPLE_ROWS]
    if not widths or widths[0] < 2:
        return 0.0, 0
    same = Counter(widths)[widths[0]]
    return same / len(widths), widths[0]


def _checked(delimiter: str, name: str) -> str:
    if len(delimiter) > 1 or not delimiter.isascii() or delimiter in ('"', "\r", "\n"):
        raise SourceError(
            f"{delimiter!r} cannot divide cells", where=name, mend="give one ASCII character"
        )
    return delimiter


def _divided(delimiter: str, name: str) -> list[Issue]:
    if delimiter == ",":
        return []
    message = f"cells are divided by {delimiter!r}; set delimiter in [source] if that is wrong"
    return [Issue(message=message, code="csv/delimiter", severity="info", source=name)]


def _remarks(names: Sequence[str], header: Sequence[str], where: Issue) -> list[Issue]:
    issues = []
    for place, cell in enumerate(names, 1):
        if not cell.strip():
            message = f"column {place} has no name and is called `column {place}`"
            issues.append(_remark(where, message, "csv/unnamed-column", f"column {place}"))
    for cell, times in sorted(Counter(header).items()):
        if times > 1:
            message = f"{times} columns have this name; their values are taken together"
            issues.append(_remark(where, message, "csv/repeated-column", cell))
    if 2 * sum(bool(_VALUE.fullmatch(cell.strip())) for cell in names) >= len(names):
        message = "the first line looks like values, not names of columns; add a line of names"
        issues.append(_remark(where, message, "csv/no-header"))
    return issues


def _remark(where: Issue, message: str, code: str, column: str = "") -> Issue:
    return replace(where, message=message, code=code, field=column)
