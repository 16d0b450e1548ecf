"""Dates of the French Republic (22 September 1792 to 31 December 1805) -> ours.

Decree of 4 Frimaire II (24 November 1793): twelve months of thirty days, then five days, six in
the years III, VII and XI, whose successors began a day later by the equinox of Paris.
"""

from __future__ import annotations

import re
from functools import cache

from lod.normalize.days import Day, plus
from lod.normalize.feasts import MONTHS

_MONTHS = (
    "vendemiaire", "brumaire", "frimaire", "nivose", "pluviose", "ventose", "germinal", "floreal",
    "prairial", "messidor", "thermidor", "fructidor",
)  # fmt: skip
_YEARS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_LONG = (3, 7, 11)
_BEGAN, _ENDED = Day(1792, 9, 22), Day(1805, 12, 31)


def without_republic(folded: str) -> tuple[str, str] | None:
    """Write our days for a date of the Republic, when the text is nothing else; with a note.

    >>> without_republic("9 thermidor an ii")
    ('27 july 1794', '9 thermidor an ii by the calendar of the French Republic')
    >>> without_republic("brumaire an 8")
    ('23 october 1799 to 21 november 1799', 'brumaire an 8 by the calendar of the French Republic')
    >>> without_republic("6e jour complementaire an ii") is None
    True
    """
    found = _date().fullmatch(folded.strip(" .,"))
    if found is None:
        return None
    said = found["year"] or found["alone"]
    if not said.isdecimal() and said not in _YEARS:
        return None
    year = _YEARS.index(said) + 1 if said in _YEARS else int(said)
    first, last = _days(found, 365 + (year in _LONG))
    if not 0 <= first <= last < 365 + (year in _LONG):
        return None
    began = plus(_BEGAN, 365 * (year - 1) + sum(year > one for one in _LONG))
    begin, end = plus(began, first), min(plus(began, last), _ENDED)
    if begin > end:
        return None
    words = _words(begin) if begin == end else f"{_words(begin)} to {_words(end)}"
    return words, f"{folded.strip()} by the calendar of the French Republic"


def _days(found: re.Match[str], length: int) -> tuple[int, int]:
    """Give the first and the last day, counted from 0 in the year; below 0 for none."""
    if found["extra"]:
        return 359 + int(found["extra"]), 359 + int(found["extra"])
    if not found["month"]:
        return 0, length - 1
    start = 30 * _MONTHS.index(found["month"])
    if not found["day"]:
        return start, start + 29
    day = int(found["day"])
    return (start + day - 1, start + day - 1) if 1 <= day <= 30 else (-1, -1)


def _words(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@cache
def _date() -> re.Pattern[str]:
    year = rf"(?:{'|'.join(sorted(_YEARS, key=len, reverse=True))}|1[0-4]|[1-9])"
    day = r"(?:(?P<day>\d\d?)(?:er|e|eme)?\s+)?"
    month = rf"{day}(?P<month>{'|'.join(_MONTHS)})"
    extra = r"(?P<extra>[1-6])(?:er|e|eme)?\s+(?:jours?\s+)?compl(?:ementaires?|\.)"
    dated = rf"(?:{month}|{extra})[\s,]+(?:de\s+)?(?:l'\s?)?(?:(?:an|year)\s+)?(?P<year>{year})"
    republic = r"(?:\s+(?:de\s+la\s+)?(?:republique(?:\s+francaise)?|rep\.?))?"
    return re.compile(rf"(?:le\s+|du\s+)?(?:{dated}|(?:l'\s?)?an\s+(?P<alone>[ivx]+)){republic}")
