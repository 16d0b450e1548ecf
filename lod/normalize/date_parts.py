"""Marks on an EDTF (about, uncertain) and parts of one (early, second half, last quarter)."""

from __future__ import annotations

from lod.lazily import regex
from lod.normalize import edtf
from lod.normalize.days import iso, iso_year

SEASON = regex(r"-?\d{4}-(?:2[1-9]|3\d|4[01])")
_HAS_PARTS = regex(r"[?~%](?=.)|X-\d")


def qualify(text: str, mark: str) -> str:
    """Put "?", "~" or "%" to an EDTF, to both ends of an interval.

    A season has no such mark in EDTF: it becomes the interval of its months.

    >>> qualify("1930", "?"), qualify("1930~/1935", "?"), qualify("1951-21", "~")
    ('1930?', '1930%/1935?', '1951-03~/1951-05~')
    """
    if not mark or text[0] in "[{":
        return text
    if "/" in text:
        return "/".join(qualify(end, mark) if end.strip(".") else end for end in text.split("/"))
    if SEASON.fullmatch(text):
        return qualify(months_of(text), mark)
    if _HAS_PARTS.search(text):
        return text
    old = text[-1] if text[-1] in "?~%" else ""
    return text.rstrip("?~%") + (mark if old in ("", mark) else "%")


def cut_out(text: str, index: int, count: int, *, vague: bool) -> str | None:
    """Cut a year into months, a month into days, a longer time into years.

    vague: the parts touch each other and are marked as approximate (early, mid, late).

    >>> cut_out("19XX", 0, 2, vague=False), cut_out("195X", 2, 3, vague=True)
    ('1900/1949', '1956~/1959~')
    """
    first, last = edtf.days(text) or (None, None)
    if not first or not last:
        return None
    if first.year != last.year:
        low, high = _cut(first.year, last.year, index, count, vague=vague)
        ends = [iso_year(low), iso_year(high)]
    elif first.month != last.month:
        low, high = _cut(first.month, last.month, index, count, vague=vague)
        ends = [f"{iso_year(first.year)}-{month:02d}" for month in (low, high)]
    else:
        low, high = _cut(first.day, last.day, index, count, vague=vague)
        ends = [iso(first._replace(day=day)) for day in (low, high)]
    return "/".join(end + ("~" if vague else "") for end in ends)


def _cut(low: int, high: int, index: int, count: int, *, vague: bool) -> tuple[int, int]:
    if vague:
        width = high - low
        return low + width * index // count, low + width * (index + 1) // count
    size = high - low + 1
    return low + size * index // count, low + size * (index + 1) // count - 1


def months_of(season: str) -> str:
    """Write a season, quarter or half-year as the interval of its months."""
    span = edtf.days(season) or ()
    return "/".join(iso(day)[:-3] for day in span if day)
