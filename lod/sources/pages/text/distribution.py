"""A table of those who had copies of a paper, with their numbers: a list, no labels with values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Line

_SHORT, _FEWEST = 60, 2
# Numbers of copies, or how many of them: `6 - 12`, `3 copies`, `No. 4`.
_COPIES = re.compile(
    r"(?:(?:No|Nr|N|Ex|Egz|Copy|Copies|\u2116)\.? ?)?\d{1,3}(?:\s?(?:[-\u2013\u2014,/]|and"
    r"|to)\s?\d{1,3})*"
    r"(?:\s?(?:x|cop(?:y|ies)|egz|ex|Ex|Ausf|экз)\.?)?\.?"
)


def unpaired(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of a page, a table of copies below the word for it as a list of names.

    >>> rows = [Line(0, 12, "DISTRIBUTION"), Line(13, 23, "Mr. Vesely", kind="term"),
    ...         Line(24, 25, "1", kind="value"), Line(26, 36, "Mines Dept", kind="term"),
    ...         Line(37, 42, "2 - 4", kind="value")]
    >>> [(one.text, one.kind) for one in unpaired(rows)]
    [('DISTRIBUTION', ''), ('Mr. Vesely', ''), ('Mines Dept', '')]
    """
    if not any(line.kind == "term" for line in lines):
        return list(lines)
    read, at = list[Line](), 0
    while at < len(lines):
        read.append(lines[at])
        at += 1
        rows = _rows(lines, at) if _announces(lines[at - 1]) else []
        if len(rows) >= _FEWEST:
            read += rows
            at += 2 * len(rows)
    return read


def _announces(line: Line) -> bool:
    words = line.text.strip(" :*_")
    return not line.kind and len(words) < _SHORT and announced(words) == "copy_recipient"


def _rows(lines: Sequence[Line], at: int) -> list[Line]:
    """Give the names in rows of which each has a name and the numbers of its copies."""
    found = list[Line]()
    while at + 1 < len(lines) and (lines[at].kind, lines[at + 1].kind) == ("term", "value"):
        numbers, name = lines[at], lines[at + 1]
        if not _COPIES.fullmatch(numbers.text):
            numbers, name = name, numbers
        if not _COPIES.fullmatch(numbers.text):
            break
        found.append(name._replace(kind=""))
        at += 2
    return found
