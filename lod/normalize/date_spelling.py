"""Spellings of databases and cataloguers that are brought to plain dates before they are read."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lod.lazily import regex
from lod.normalize.date_lexer import Token

# Databases write a day or month that is not known as zeros: `1951-05-00`, `00.00.1951`.
_NAUGHTS = (
    regex(r"(?P<y>\d{4})(?P<s>[-/. ]?)(?P<m>\d\d)(?P=s)00(?:[t ]00:00(?::00)?)?"),
    regex(r"00(?P<s>[-/. ])(?P<m>\d\d)(?P=s)(?P<y>\d{4})"),
)
_NOTHING = regex(r"0000([-/. ]?)00\1?00(?:[t ]00:00(?::00)?)?|00([-/. ])00\2(?:00)?00")
# What is completed in brackets within a year: `[19]51`, `19[51]`, `195[1?]`.
_COMPLETED = regex(r"(?<!\d)(\d{0,3})\[(\d{1,3})(\??)\](\d{0,3})(?!\d)")
# The year of a recording's rights, as `c1951` is that of a text's.
_RIGHTS_OF_SOUND = regex(r"[p\u2117](?=\d{4}$)")
_NUMBERED_WEEKDAYS = frozenset(("oWMy", "d.WMy"))
_WEEK, _YEAR = 7, 4


def plain(folded: str) -> tuple[str, tuple[str, ...]]:
    """Write a folded text without unknown zeros and completions in brackets, and say so.

    >>> plain("1951-05-00"), plain("00.00.1951")[0], plain("5.5.[19]51")[0], plain("195[1?]")[0]
    (('1951-05', ('unknown parts written as zeros',)), '1951', '5.5.1951', '1951?')
    """
    if "0" in folded and (known := _without_naughts(folded)):
        return known, ("unknown parts written as zeros",)
    if "[" in folded:
        completed = _COMPLETED.sub(_whole, folded)
        if completed != folded:
            return completed, ("completed in brackets",)
    return _RIGHTS_OF_SOUND.sub("", folded), ()


def is_nothing(folded: str) -> bool:
    """Tell whether a text has the zeros of a database for a date that is not known at all."""
    return _NOTHING.fullmatch(folded.strip()) is not None


def _without_naughts(folded: str) -> str:
    words = folded.strip()
    found = next((one for form in _NAUGHTS if (one := form.fullmatch(words))), None)
    if found is None or found["y"] == "0000":
        return ""
    return found["y"] if found["m"] == "00" else f"{found['y']}-{found['m']}"


def _whole(found: re.Match[str]) -> str:
    before, inside, doubt, behind = found.groups()
    number = f"{before}{inside}{behind}"
    return f"{number}{doubt}" if len(number) == _YEAR and before + behind else found[0]


def weekday_of_month(tokens: list[Token]) -> str | None:
    """Give the day of "second Sunday of May 1951"; "" for no such day, None for other texts."""
    kinds = "".join(token.kind for token in tokens)
    if kinds not in _NUMBERED_WEEKDAYS:
        return None
    number, (weekday, month, year) = tokens[0].value, (token.value for token in tokens[-3:])
    first = date(year, month, 1)
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    start = after - timedelta(days=_WEEK) if number < 0 else first
    day = start + timedelta(days=(weekday - start.isoweekday()) % _WEEK)
    day += timedelta(days=_WEEK * max(number - 1, 0))
    return day.isoformat() if first <= day < after else ""
