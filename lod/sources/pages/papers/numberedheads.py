"""Headings with a numeral or a letter, which look like names with initials: `D. Linkage`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.pageline import Line

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDEFGHIJKL"
_HEADING = re.compile(r"(?:[IVX]{1,4}|[A-L])\. *[^\W\d_]{3}")
# Words in small letters behind the letter: no list of names.
_WORDED = re.compile(r"[A-L]\. +[^\W\d_a-z][^\W\d_]+ [a-z]")


def is_heading(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a line is one of several headings: `II. Advisers` beside `I. Delegates`.

    >>> lines = [Line(0, 0, one) for one in ("C.  Proposed reply", "D. Linkage", "A. Dorn")]
    >>> [is_heading(one.text, lines) for one in lines]
    [False, True, False]
    """
    if not _HEADING.match(text):
        return False
    numeral = text.partition(".")[0]
    beside = _beside(_NUMERALS, numeral)
    if any(one.text.partition(".")[0] in beside for one in lines):
        return True
    letters = _beside(_LETTERS, numeral)
    return any(one.text[:1] in letters and _WORDED.match(one.text) for one in lines)


def _beside(order: Sequence[str], numeral: str) -> frozenset[str]:
    place = order.index(numeral) if numeral in order else -1
    return (
        frozenset(order[max(place - 1, 0) : place + 2]) - {numeral} if place >= 0 else frozenset()
    )
