"""Headings with a numeral or a letter, which look like names with initials: `D. Linkage`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.pageline import Line

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "ABCDEFGHIJKL"
_HEADING = re.compile(r"(?:[IVX]{1,4}|[A-L])\. *(?:[-\u2013\u2014] *)?[^\W\d_][\w'\u2019]{2}")
# Words in small letters behind the letter: no list of names.
_WORDED = re.compile(r"[A-L]\. +[^\W\d_a-z][^\W\d_]+ [a-z]")


# A point of a text: `7. President Mubarak`.
_POINT = re.compile(r"(\d{1,2})[.)]\s+\S")
_SENTENCE = 60


def points(lines: Sequence[Line]) -> frozenset[int]:
    """Give the numbers with which points of a text begin.

    >>> sorted(points([Line(0, 0, one) for one in ("1. Aims", "2) Means", "214. Your 87")]))
    [1, 2]
    """
    found = (_POINT.match(line.text) for line in lines if line.text[:1].isdigit())
    return frozenset(int(one[1]) for one in found if one)


def is_point(text: str, known: frozenset[int]) -> bool:
    """Tell whether a line is one of several points: that before it, or behind, has its number too.

    >>> is_point("5. Our aims", frozenset((4, 5))), is_point("5. Our aims", frozenset((5, 9)))
    (True, False)
    """
    found = _POINT.match(text) if known else None
    return found is not None and not known.isdisjoint((int(found[1]) - 1, int(found[1]) + 1))


def heads_prose(lines: Sequence[Line], at: int, known: frozenset[int]) -> bool:
    """Tell whether a line is a point that heads prose: no entry of a list stands beside it.

    >>> said = "A courtesy call was asked for, and on the first day of May it was made."
    >>> lines = [Line(0, 0, one) for one in ("6. Aims", said, "7. President Dorn", said)]
    >>> heads_prose(lines, 2, points(lines))
    True
    """
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    alone = not any(is_point(one.text, known) for one in beside)
    return alone and len(below) > _SENTENCE and is_point(lines[at].text, known)


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
