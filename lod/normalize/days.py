"""Days of the proleptic Gregorian calendar in astronomical years (0 is 1 BCE), and Julian ones."""

from __future__ import annotations

from typing import NamedTuple

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """One day; year 0 is 1 BCE, -43 is 44 BCE, so that days order as tuples."""

    year: int
    month: int
    day: int


def month_length(year: int, month: int, *, julian: bool = False) -> int:
    """Count the days of a month (1 to 12).

    >>> month_length(1900, 2), month_length(1900, 2, julian=True)
    (28, 29)
    """
    leap = year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int, *, julian: bool = False) -> bool:
    """Say whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month, julian=julian)


def iso_year(year: int) -> str:
    """Write a year as ISO 8601 does, at least four digits and a minus where negative.

    >>> iso_year(79), iso_year(-43)
    ('0079', '-0043')
    """
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso(day: Day) -> str:
    """Write a day as ISO 8601: `1951-11-19`, `-0044-03-15`."""
    return f"{iso_year(day.year)}-{day.month:02d}-{day.day:02d}"


def to_gregorian(day: Day) -> Day:
    """Convert a day of the Julian calendar.

    Through the Julian day number; E. G. Richards, "Calendars", in the Explanatory Supplement to
    the Astronomical Almanac, 3rd ed., 2013, section 15.11.

    >>> to_gregorian(Day(1917, 10, 25))
    Day(year=1917, month=11, day=7)
    """
    return from_number(_julian_day_number(day))


def plus(day: Day, days: int) -> Day:
    """Give the day so many days later, or earlier, by the Gregorian calendar.

    >>> plus(Day(1951, 3, 25), -46), plus(Day(1794, 9, 22), 366)
    (Day(year=1951, month=2, day=7), Day(year=1795, month=9, day=23))
    """
    century = day.year // 100 - (day.month < 3 and day.year % 100 == 0)
    # What the Julian calendar has added since: two days in March of the year 0.
    ahead = century - century // 4 - 2
    return from_number(_julian_day_number(day) - ahead + days)


def _julian_day_number(day: Day) -> int:
    before_march = (14 - day.month) // 12
    year = day.year + 4800 - before_march
    month = day.month + 12 * before_march - 3
    return day.day + (153 * month + 2) // 5 + 365 * year + year // 4 - 32083


def from_number(number: int) -> Day:
    """Give the Gregorian day of a Julian day number."""
    shifted = number + 32044
    century, in_century = divmod(4 * shifted + 3, 146097)
    year, in_year = divmod(4 * (in_century // 4) + 3, 1461)
    month, in_month = divmod(5 * (in_year // 4) + 2, 153)
    after = month // 10
    return Day(100 * century + year - 4800 + after, month + 3 - 12 * after, in_month // 5 + 1)
