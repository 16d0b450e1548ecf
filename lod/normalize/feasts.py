"""Feasts of the church and other days with a name -> days of the calendar."""

from __future__ import annotations

import re
from functools import cache

from lod.normalize.date_words import WORDS, fold
from lod.normalize.days import Day, plus, to_gregorian

# Days after Easter Sunday.
_MOVABLE = {
    -63: "septuagesima",
    -56: "sexagesima",
    -49: "quinquagesima|estomihi",
    -48: "shrove monday|rosenmontag",
    -47: "shrove tuesday|mardi gras|fastnachtsdienstag",
    -46: "ash wednesday|aschermittwoch|mercredi des cendres|miercoles de ceniza",
    -42: "invocavit",
    -35: "reminiscere",
    -28: "oculi",
    -21: "laetare",
    -7: "palm sunday|palmsonntag|dimanche des rameaux|domingo de ramos",
    -3: "maundy thursday|holy thursday|grundonnerstag|gruendonnerstag|jeudi saint|jueves santo",
    -2: "good friday|karfreitag|vendredi saint|viernes santo",
    -1: "holy saturday|easter eve|easter saturday|karsamstag|samedi saint",
    0: "easter|easter day|easter sunday|ostern|ostersonntag|paques|dimanche de paques|pasqua|pascua"
    "|domingo de pascua",
    1: "easter monday|ostermontag|lundi de paques",
    2: "easter tuesday",
    7: "low sunday|quasimodo|quasimodogeniti",
    14: "misericordia|misericordias domini",
    21: "jubilate",
    28: "cantate",
    35: "rogate",
    39: "ascension day|ascension|holy ascension|christi himmelfahrt|jour de l'ascension",
    49: "whitsun|whitsunday|whit sunday|pentecost|pfingsten|pfingstsonntag|pentecote|pentecostes",
    50: "whit monday|pfingstmontag|lundi de pentecote",
    51: "whit tuesday",
    56: "trinity sunday|trinitatis",
    60: "corpus christi|fronleichnam|fete-dieu",
}
_RUSSIAN = {
    -7: "вербное воскресенье",
    -2: "страстная пятница",
    0: "пасха|пасхи|пасху|святая пасха",
    39: "вознесение господне",
    49: "троица|троицын день",
}
_FIXED = {
    "1 january": "new year's day|new year|new year's|neujahr|neujahrstag|jour de l'an|nouvel an"
    "|ano nuevo|capodanno",
    "6 january": "epiphany|twelfth day|dreikonigstag|heilige drei konige",
    "2 february": "candlemas|candlemas day|mariae lichtmess|maria lichtmess|chandeleur",
    "14 february": "st valentine's day|valentine's day",
    "17 march": "st patrick's day",
    "25 march": "lady day|annunciation day|mariae verkundigung|maria verkundigung",
    "23 april": "st george's day",
    "1 may": "may day",
    "24 june": "midsummer day|st john the baptist's day|johannistag|johannis|saint-jean",
    "29 june": "st peter and st paul|peter und paul",
    "1 august": "lammas|lammas day",
    "15 august": "assumption day|maria himmelfahrt|mariae himmelfahrt|assomption|ferragosto",
    "29 september": "michaelmas|michaelmas day|michaelis|michaelistag",
    "31 october": "all hallows' eve|halloween|reformationstag",
    "1 november": "all saints' day|all saints|all hallows|allerheiligen|toussaint|todos los santos"
    "|ognissanti",
    "2 november": "all souls' day|all souls|allerseelen",
    "11 november": "martinmas|st martin's day|martini|martinstag|armistice day",
    "30 november": "st andrew's day",
    "6 december": "st nicholas' day|nikolaustag",
    "24 december": "christmas eve|heiligabend|heiliger abend|nochebuena|reveillon de noel",
    "25 december": "christmas|christmas day|xmas|xmas day|weihnachten|noel|jour de noel|navidad"
    "|natale",
    "26 december": "boxing day|st stephen's day|stephanstag",
    "31 december": "new year's eve|silvester|sylvester|saint-sylvestre|nochevieja",
}
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_YEAR = r"1\d{3}|20\d\d"
_BESIDE = r"[\s,.(]*(?:\b(?:of|in|im|de|den)\b\s*)?"
# A term, a week or a fair is not the day.
_LONGER = r"(?!['\w-]|\s+(?:term|week|woche|holidays?|vacation|season|fair|sessions?|island|law)\b)"
# From the first Gregorian day to the last great change of calendars in the West, two places kept
# Easter on two days: without the place nobody knows which.
_TWO_EASTERS = range(1583, 1753)


def easter(year: int, *, julian: bool = False) -> Day:
    """Give Easter Sunday as a Gregorian day; julian: that of the Orthodox churches.

    J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 8; the Gregorian rule is that of
    J. M. Oudin and of Butcher's Ecclesiastical Calendar (1876).

    >>> easter(1951), easter(1951, julian=True)
    (Day(year=1951, month=3, day=25), Day(year=1951, month=4, day=29))
    """
    if julian:
        moon = (19 * (year % 19) + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + weekday + 114, 31)
        return to_gregorian(Day(year, month, day + 1))
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return Day(year, month, day + 1)


def without_feasts(folded: str, year: int | None) -> tuple[str, str] | None:
    """Write days for feasts in a folded text; give it with a note, None where there is none.

    year: of the record, for a feast without one. A movable feast of the years 1583 to 1752 stays
    as it is: Easter was kept on two days then. Beside a day that is given the feast is left out.

    >>> without_feasts("whitsun 1920", None)
    ('23 may 1920', 'Whitsun taken as 23 May')
    >>> without_feasts("before michaelmas 1848", None)
    ('before 29 september 1848', 'Michaelmas taken as 29 September')
    >>> without_feasts("easter monday, 2 april 1923", None)[0]
    ', 2 april 1923'
    >>> without_feasts("easter term 1920", None) is None
    True
    """
    found = _feast().search(folded)
    if found is None:
        return None
    before, behind = folded[: found.start()], folded[found.end() :]
    if _day_before().search(before) or _day_behind().match(behind):
        if before.endswith("(") and behind.startswith(")"):
            before, behind = before[:-1], behind[1:]
        return before + behind, f"{found['name'].capitalize()} left out beside its day"
    name = re.sub(r"^(?:st\.?|saint)\s+", "st ", found["name"])
    moves = _moves().get(name)
    if moves is None:
        day = _fixed()[name]
        return before + day + behind, _note(found["name"], day)
    return _moved(folded, found, moves, year)


def _moved(
    folded: str, found: re.Match[str], moves: tuple[int, bool], year: int | None
) -> tuple[str, str] | None:
    """Write the day of a movable feast, with the year that stands behind or before it."""
    behind = re.compile(rf"{_BESIDE}({_YEAR})(?!\d)").match(folded, found.end())
    before = re.search(rf"(?<!\d)({_YEAR})[\s,.]*$", folded[: found.start()])
    said = behind or before
    known = int(said[1]) if said else year
    if known is None or known in _TWO_EASTERS:
        return None
    offset, orthodox = moves
    julian = orthodox or bool(found["church"]) or known < _TWO_EASTERS.start
    day = plus(easter(known, julian=julian), offset)
    words = f"{day.day} {MONTHS[day.month - 1]}"
    start = before.start() if before and not behind else found.start()
    end = behind.end() if behind else found.end()
    note = _note(found["name"], words) + (" (the Julian Easter)" if julian else "")
    return f"{folded[:start]}{words} {known}{folded[end:]}", note


def _note(name: str, day: str) -> str:
    return f"{name.capitalize()} taken as {day.title()}"


@cache
def _day() -> str:
    """Write the pattern of a day that is given, in words or in numbers."""
    months = "|".join(sorted((word for word, (kind, _) in WORDS.items() if kind == "M"), key=len))
    number = r"\d{1,2}(?:st|nd|rd|th|\.)?"
    worded = rf"(?<!\d){number}\s+(?:of\s+)?(?:{months})\b|\b(?:{months})\.?\s+{number}(?!\d)"
    return rf"(?:{worded}|(?<!\d)\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}(?!\d))"


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(rf"{_day()}[\s,;(]*$")


@cache
def _day_behind() -> re.Pattern[str]:
    return re.compile(rf"[\s,;:()]*(?:on\s+)?{_day()}")


@cache
def _moves() -> dict[str, tuple[int, bool]]:
    listed = ((names, days, False) for days, names in _MOVABLE.items())
    russian = ((names, days, True) for days, names in _RUSSIAN.items())
    return {
        name: (days, orthodox)
        for names, days, orthodox in (*listed, *russian)
        for name in fold(names).split("|")
    }


@cache
def _fixed() -> dict[str, str]:
    return {name: day for day, names in _FIXED.items() for name in fold(names).split("|")}


@cache
def _feast() -> re.Pattern[str]:
    """Find a feast, the longest name first; a church before it says by which calendar."""
    names = sorted({*_moves(), *_fixed()}, key=lambda name: (-len(name), name))
    church = r"(?P<church>(?:orthodox|russian|greek|julian)\s+)?"
    listed = "|".join(re.sub(r"^st\\ ", r"(?:st\.?|saint)\\s+", re.escape(name)) for name in names)
    return re.compile(rf"(?<![\w'-])(?:the\s+)?{church}(?P<name>{listed}){_LONGER}")
