"""Feasts, eras and other calendars are brought to ours, or left alone."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.dates import parse_date
from lod.normalize.days import Day, from_number, plus
from lod.normalize.eras import without_eras
from lod.normalize.feasts import easter
from lod.normalize.reckonings import ours
from lod.normalize.republican import without_republic

# The earliest, the latest, and some that almanacs print (Gregorian; Julian as Gregorian days).
EASTERS = {1818: (3, 22), 1943: (4, 25), 1951: (3, 25), 1961: (4, 2), 2000: (4, 23)}
ORTHODOX = {1917: (4, 15), 1951: (4, 29), 2010: (4, 4), 2024: (5, 5)}
NOTES = [
    ("Christmas 1944", "Christmas taken as 25 December"),
    ("Easter 1400", "Easter taken as 27 April (the Julian Easter)"),
    ("Sh\u014dwa 26", "Showa 26 read as 1951"),
    ("AH 1370", "Islamic year 1370"),
    ("9 Thermidor An II", "9 thermidor an ii by the calendar of the French Republic"),
]


def date(day: Day) -> datetime.date:
    return datetime.date(*day)


@pytest.mark.parametrize("year", EASTERS)
def test_easter_is_where_almanacs_have_it(year: int) -> None:
    assert easter(year) == (year, *EASTERS[year])


@pytest.mark.parametrize("year", ORTHODOX)
def test_orthodox_easter_is_where_almanacs_have_it(year: int) -> None:
    assert easter(year, julian=True) == (year, *ORTHODOX[year])


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = date(easter(year))
    assert found.isoweekday() == 7
    assert datetime.date(year, 3, 22) <= found <= datetime.date(year, 4, 25)
    assert date(easter(year, julian=True)).isoweekday() == 7


@given(st.dates(datetime.date(4, 1, 1), datetime.date(9990, 12, 31)), st.integers(-400, 400))
def test_days_are_added_as_another_calendar_adds_them(day: datetime.date, days: int) -> None:
    later = day + datetime.timedelta(days=days)
    assert date(plus(Day(day.year, day.month, day.day), days)) == later


@given(st.integers(1, 13), st.integers(0, 364))
def test_every_day_of_the_republic_follows_the_one_before(year: int, day: int) -> None:
    began = {3: 366, 7: 366, 11: 366}
    start = sum(began.get(one, 365) for one in range(1, year))
    months = "vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial"
    names = f"{months} messidor thermidor fructidor".split()
    said = f"{day % 30 + 1} {names[day // 30]}" if day < 360 else f"{day - 359} jour complementaire"
    found = without_republic(f"{said} an {year}")
    expected = plus(Day(1792, 9, 22), start + day)
    assert found is not None
    assert parse_date(found[0]) is not None
    assert parse_date(found[0]).begin == date(expected).isoformat()  # type: ignore[union-attr]


@given(st.integers(10, 1500))
def test_an_islamic_year_is_part_of_two_of_ours(year: int) -> None:
    found = without_eras(f"{year} ah")
    assert found is not None
    first, last = map(int, found[0].split(" to "))
    begin = from_number((11 * year + 3) // 30 + 354 * year + 1948086)
    assert first <= begin.year <= last <= first + 1


@pytest.mark.parametrize(("text", "note"), NOTES)
def test_what_was_reckoned_is_said(text: str, note: str) -> None:
    span = parse_date(text)
    assert span is not None
    assert (span.label, note in span.note) == (text, True)


@given(st.text("0123456789 .,()/adehimnorsty\u662d\u548c\u4e8c\u5341\u5e74", max_size=40))
def test_any_text_is_reckoned_or_left(text: str) -> None:
    changed, notes = ours(text, 1951)
    assert (changed == text) or notes
