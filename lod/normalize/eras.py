"""Years of East Asian eras, of the Hebrew and of the Islamic calendar -> ours.

Japan: era and year since 1868, by the Gregorian calendar since 1 January of Meiji 6 (1873; decree
337 of the Great Council of State, Meiji 5); before that by a lunar one, of which only the year is
read, as what it is: part of two of ours. Republic of China (Minguo) and Juche (adopted in 1997):
years since 1912, our months and days. Korea (Dangi; law 4 of 25 September 1948): since 2333 BCE.
Hebrew and Islamic years begin on other days than ours, each is part of two, and only they are
read: E. G. Richards, "Calendars", in the Explanatory Supplement to the Astronomical Almanac, 3rd
ed., 2013, section 15.11.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.date_words import fold
from lod.normalize.days import from_number


class Era(NamedTuple):
    """How an era counts: its year 1 follows our year `before`; last: its last year."""

    names: str
    before: int
    last: int
    first: int = 1


_ERAS = (
    Era("meiji|明治", 1867, 45),
    Era("taisho|大正", 1911, 15),
    Era("showa|昭和", 1925, 64),
    Era("heisei|平成", 1988, 31),
    Era("reiwa|令和", 2018, 40),
    Era("juche|chuch'e|chuche|주체|主體|主体", 1911, 139),
    Era(
        "minguo|min-kuo|minkuo|中華民國|中华民国|中華民国|民國|民国|republic of china|r.o.c.",
        1911,
        139,
    ),
    Era("dangi|tan'gi|tangi|dangun|단기|단군기원|檀紀|檀君紀元", -2333, 4400, 4210),
)
_LUNAR = range(1868, 1873)  # Meiji 1 to 5
_DIGITS = {**{sign: at for at, sign in enumerate("〇一二三四五六七八九")}, "零": 0, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
_COUNTED = regex(rf"[{''.join((*_DIGITS, *_TENS))}]+(?=\s*(?:[年月日]|$))")
_FIRST = regex(r"\bgannen\b")
_OURS = r"1\d{3}|20\d\d"
_OPEN, _CLOSE = r"\s*[(/=\[,]\s*", r"\s*[)\]]?"

Read = tuple[str, str]


def without_eras(folded: str) -> Read | None:
    """Write our years for those of another reckoning; give the text with a note, or None.

    Where a year of ours beside it is another one, nothing is left of the text: it is no date.

    >>> without_eras("showa 26 (1951)"), without_eras("juche 40")
    (('1951', 'Showa 26 read as 1951'), ('1951', 'Juche 40 read as 1951'))
    >>> without_eras("昭和二十六年三月五日")
    ('1951年3月5日', '昭和26 read as 1951')
    >>> without_eras("5711 a.m."), without_eras("ah 1370")
    (('1950 to 1951', 'Hebrew year 5711'), ('1950 to 1951', 'Islamic year 1370'))
    >>> without_eras("showa 26 (1950)")
    ('', 'showa 26 (1950) says two years')
    """
    return _eastern(folded) or _religious(folded)


def _eastern(folded: str) -> Read | None:
    """Read a year of an era, with its twin of our reckoning on either side or none."""
    counted = _COUNTED.sub(lambda found: str(_number(found[0])), folded)
    counted = _FIRST.sub("1", counted)
    found = _era().search(counted)
    if found is None:
        return None
    era = _named()[found["name"] or found["behind"]]
    number = int(found["year"] or found["of"])
    year = era.before + number
    twins = {int(twin) for twin in (found["before"], found["after"]) if twin}
    if not era.first <= number <= era.last:
        return None
    if twins - {year}:
        return "", f"{found[0]} says two years"
    rest = counted[: found.start()] + counted[found.end() :]
    ours = str(year)
    if year in _LUNAR and "meiji" in era.names:
        if re.search(r"\w", rest.replace("年", "")):
            return None
        ours = f"{year} to {year + 1}"
    said = found["said"].strip()
    note = f"{said.capitalize()} read as {ours}"
    return f"{counted[: found.start()]}{ours}{counted[found.end() :]}", note


def _number(signs: str) -> int:
    """Read a Chinese number up to 999, or a row of digits.

    >>> _number("二十六"), _number("四〇"), _number("十"), _number("一百零五"), _number("元")
    (26, 40, 10, 105, 1)
    """
    if not any(sign in _TENS for sign in signs):
        return int("".join(str(_DIGITS[sign]) for sign in signs))
    total, digit = 0, 0
    for sign in signs:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif _TENS[sign] in (20, 30):
            total, digit = total + _TENS[sign], 0
        else:
            total, digit = total + (digit or 1) * _TENS[sign], 0
    return total + digit


@cache
def _named() -> dict[str, Era]:
    return {fold(name): era for era in _ERAS for name in era.names.split("|")}


@cache
def _era() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_named(), key=lambda one: (-len(one), one)))
    year = r"\d{1,4}"
    twin = rf"(?:{_OPEN}(?P<after>{_OURS})(?!\d){_CLOSE})?"
    before = rf"(?:(?<!\d)(?P<before>{_OURS}){_OPEN})?"
    forward = rf"(?P<name>{names})(?:\s*(?:era|year|nien))?[\s.]*(?P<year>{year})(?!\d)"
    backward = rf"(?P<of>{year})(?:st|nd|rd|th)?\s+year\s+of\s+(?:the\s+)?(?P<behind>{names})(?!\w)"
    said = rf"(?<![^\W\d_])(?P<said>{forward}|{backward})"
    return regex(rf"{before}{said}{twin}")


def _religious(folded: str) -> Read | None:
    """Read a Hebrew or Islamic year that stands alone or beside its twin of ours."""
    for name, pattern, years in _RELIGIOUS:
        found = pattern.fullmatch(folded.strip())
        if found is None:
            continue
        number = int(next(filter(None, found.group("y1", "y2"))))
        first, last = years(number)
        twin = found["before"] or found["after"]
        if twin:
            fits = first <= int(twin) <= last
            note = f"{name} year {number} read as {twin}"
            return (twin, note) if fits else ("", f"{folded} says two years")
        return f"{first} to {last}", f"{name} year {number}"
    return None


def _hebrew(year: int) -> tuple[int, int]:
    return year - 3761, year - 3760


def _islamic(year: int) -> tuple[int, int]:
    """Give our years of the first and the last day, each a day earlier or later by the moon."""
    first, after = ((11 * one + 3) // 30 + 354 * one + 1948086 for one in (year, year + 1))
    return from_number(first - 1).year, from_number(after).year


def _persian(year: int) -> tuple[int, int]:
    return year + 621, year + 622


def _alone(year: str, names: str) -> re.Pattern[str]:
    """Make a pattern of a year with one of some names on either side, and its twin of ours."""
    about = r"(?:c(?:a|irca)?\.?\s*)?"
    before = rf"(?:(?P<before>{_OURS}){_OPEN})?"
    core = rf"(?:(?:{names})\s*(?P<y1>{year})|(?P<y2>{year})\s*(?:{names}))"
    return regex(rf"{about}{before}{core}(?:{_OPEN}(?P<after>{_OURS}){_CLOSE}|{_CLOSE})")


_RELIGIOUS: tuple[tuple[str, re.Pattern[str], Callable[[int], tuple[int, int]]], ...] = (
    (
        "Hebrew",
        _alone(r"[3-5]\d{3}", r"a\.?\s?m\.?|anno mundi|hebrew(?: year)?|jewish(?: year)?"),
        _hebrew,
    ),
    (
        "Solar Hijri",
        _alone(r"1[2-4]\d\d", r"s\.?h\.?|a\.?p\.?|solar hijri|shamsi|هجري شمسي"),
        _persian,
    ),
    (
        "Islamic",
        _alone(r"1?\d{2,3}", r"a\.?\s?h\.?|anno hegirae|hijri|hegira|hijra|هـ?|هجري"),
        _islamic,
    ),
)
