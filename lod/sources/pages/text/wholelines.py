"""The lines of a paper as its letters have them: as they are read, labels beside their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lod.sources import Cell
from lod.sources.pages.text.pagetext import Page
from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Line

# What stands between a label in strong print and its value.
_BETWEEN = ":* \t"


def paper_lines(page: Page, text: str, cells: Mapping[str, tuple[Cell, ...]]) -> list[Line]:
    """Give the lines of a paper's head and body; text: the page's as it is read."""
    parts = (*cells.get("head", ()), *cells.get("body", ()))
    lines = (one for part in parts for one in page.lines if part.start <= one.start < part.end)
    read = (_as_read(line, page.text, text) for line in whole_lines(page.text, lines))
    return [line for line in read if line.text]


def whole_lines(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Give lines, each label of a letter with what stands behind it on one line of the page.

    >>> text = "**Present:** J. Orlov"
    >>> lines = [Line(2, 9, "Present", kind="term"), Line(13, 21, "J. Orlov", kind="value")]
    >>> [one.text for one in whole_lines(text, lines)]
    ['Present:** J. Orlov']
    """
    joined = False
    for line, behind in pairwise((*lines, Line(len(text), len(text), ""))):
        if joined:
            joined = False
            continue
        if line.kind == "term" and behind.kind == "value" and announced(line.text):
            between = text[line.end : behind.start]
            joined = ":" in between and not between.strip(_BETWEEN)
        whole = text[line.start : behind.end]
        yield Line(line.start, behind.end, whole) if joined else line


def _as_read(line: Line, written: str, text: str) -> Line:
    """Give a line as it is read, where that is not as it is written."""
    if text is written:
        return line
    read = text[line.start : line.end]
    if read == written[line.start : line.end]:
        return line
    bare = read.strip()
    return line._replace(start=line.start + read.find(bare), text=bare)
