"""The day beside a signature: on a line right above it, or not far below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lod.normalize.dates import parse_date
from lod.sources import Cell
from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.text.pagetext import Line


def above(lines: Sequence[Line], told: Sequence[Told]) -> Iterator[Cell]:
    """Give the day that stands alone on the line right above a signature.

    >>> lines = [Line(0, 4, "Yes."), Line(5, 15, "5 May 1951"), Line(16, 21, "ORLOV")]
    >>> [one.text for one in above(lines, [Told("signatory", 16, 21, "signature")])]
    ['5 May 1951']
    """
    signed = {one.start for one in told if one.column == "signatory"}
    for day, line in pairwise(lines) if signed else ():
        if line.start in signed and DATE_LINE.fullmatch(day.text) and parse_date(day.text):
            yield Cell(day.text, day.start, day.end, "date above a signature")


def below(lines: Sequence[Line], signed: Sequence[int], reach: int) -> list[Line]:
    """Give the short lines below a signature, which may stand amid a text of several parts."""
    return [line for line in lines if is_below(line, signed, reach)]


def is_below(line: Line, ends: Sequence[int], reach: int) -> bool:
    """Tell whether a line stands not far below one of some places, which are in order."""
    at = bisect_right(ends, line.start) - 1
    return at >= 0 and line.start - ends[at] < reach
