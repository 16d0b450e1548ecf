"""Dates of archives, museums and libraries are read, bounded and typed, or refused."""

from __future__ import annotations

import csv
import datetime
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize import edtf
from lod.normalize.dates import bounds, created_literal, life_dates, parse_date, years
from lod.normalize.days import Day, iso, to_gregorian
from lod.record import Origin, TimeSpan

TABLE = Path(__file__).parents[1] / "data" / "normalize" / "dates.tsv"
WORDS = [" 1951", "19 ", "XI", "/", "-", "\u2013", ".", ",", "(", "]", "?", "~", "[", "May ", "to "]
WORDS += [
    "or ",
    "and ",
    "between ",
    "c. ",
    "before ",
    "century ",
    "early ",
    "BC ",
    "O.S. ",
    "s",
    "X",
]
STYLES = ["{d} {B} {y}", "{B} {d}, {y}", "{d}/{R}/{y}", "{d}.{m}.{y}", "{y:04d}-{m:02d}-{d:02d}"]
STYLES += ["{y}{m:02d}{d:02d}", "{d}. {B} {y}", "{d}-{R}-{y}", "{y} {B} {d}", "[{B} {d}, {y}]"]
MONTHS = "January February March April May June July August September October November December"
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
NO_EDTF = ["", "1951-1", "51", "1951-11-32", "1951-20", "1951-42", "195X?-11", "-0000", "18XX-20"]
NO_EDTF += ["[1930]", "/", "../..", "1/2/3", "{1930", "[1930,]", "1951/1940", "XXXX-02-30"]
NO_EDTF += ["1951-11T10:00:00Z", "Y12", "Y1E99", "1951-11-19T10", "../1951-02-30"]
HOSTILE = ["1-", "1951-", "[", "12 may - ", "1,", "x", "1/1 ", "m", "1951 or ", "w, ", "between "]
HOSTILE += ["_", "12:", "XXX1-02-29,", "19th ", "may/", "1 to ", "? ", "~", "bc ", "early ", "(1)"]


def rows() -> list[list[str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def described(span: TimeSpan | None) -> list[str]:
    if span is None:
        return ["-", "-", "-", "-"]
    typed = created_literal(span)
    created = f'"{typed[0]}"^^{typed[1]}' if typed else "-"
    return [span.edtf, span.begin or "..", span.end or "..", created]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}".strip())
def test_every_form_of_the_table_is_read_as_it_says(row: list[str]) -> None:
    text, year, *expected = row
    span = parse_date(text, year=int(year) if year else None)
    assert described(span) == expected
    assert span is None or span.label == text


def test_the_table_holds_what_was_promised() -> None:
    assert len(rows()) >= 260


@pytest.mark.parametrize("text", [row[2] for row in rows() if row[2] != "-"])
def test_every_edtf_of_the_table_is_edtf_to_another_reader(text: str) -> None:
    judge = pytest.importorskip("edtf")
    assert judge.parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("03/04/1951", {"day_first": True}, "1951-04-03"),
        ("03/04/1951", {"day_first": False}, "1951-03-04"),
        ("03.04.1951", {"day_first": False}, "1951-04-03"),
        ("24/3/1929", {"day_first": False}, "1929-03-24"),
        ("19/XI/51", {"century": 1800}, "1851-11-19"),
        ("19/XI/51", {"year": 1848}, "1851-11-19"),
        ("1/I/02", {"year": 1899}, "1902-01-01"),
        ("'51", {"year": 1990, "century": 1800}, "1851"),
    ],
)
def test_the_record_decides_what_the_text_leaves_open(
    text: str, options: dict[str, int], expected: str
) -> None:
    span = parse_date(text, **options)  # type: ignore[arg-type]
    assert span is not None
    assert span.edtf == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("19/XI/51", "century assumed: 1900"),
        ("03/04/1951", "read as day, then month"),
        ("12 March 1801 O.S.", "old style, converted to the Gregorian calendar"),
        ("25 October (7 November) 1917", "given in both calendars, the Gregorian taken"),
        ("Monday, 19 November 1951", "weekday left out"),
        ("Monday, 3 March 1953", "another weekday than given"),
        ("19 November 1951, 5 p.m.", "time of day left out"),
        ("[1930]", "supplied in brackets"),
        ("before 1940", "the bound itself is held possible"),
        ("Berlin, June 13, 1861.", "other words left out"),
        ("1914-1940, undated", "undated in part"),
        ("19 November 1951", ""),
    ],
)
def test_what_a_rule_decided_is_noted(text: str, note: str) -> None:
    span = parse_date(text)
    assert span is not None
    assert span.note == note


def test_basis_and_origin_are_handed_on() -> None:
    origin = Origin("letters.csv", "7", "Date")
    span = parse_date("1951", basis="heading", origin=origin)
    assert span is not None
    assert (span.basis, span.origin) == ("heading", origin)


def test_bounds_are_whole_days_in_utc_and_open_ends_are_none() -> None:
    assert bounds(TimeSpan(label="", begin="1951-11-01", end="1951-11-30")) == (
        "1951-11-01T00:00:00Z",
        "1951-11-30T23:59:59Z",
    )
    assert bounds(TimeSpan(label="", end="1940-12-31")) == (None, "1940-12-31T23:59:59Z")


def test_years_before_christ_are_astronomical() -> None:
    span = parse_date("15 March 44 BC")
    assert span is not None
    assert years(span) == (-43, -43)
    assert years(TimeSpan(label="n.d.")) == (None, None)


@pytest.mark.parametrize(
    ("text", "born", "died"),
    [
        ("American, 1907 - 2003", "1907", "2003"),
        ("American, born Greece, 1932 - 2012", "1932", "2012"),
        ("American, born Spain, 1936", "1936", None),
        ("born 1970", "1970", None),
        ("Finnish, born 1917", "1917", None),
        ("French, died 1881", None, "1881"),
        ("(Persian, ca. 1565-1635)", "1565~", "1635"),
        ("(French, ca. 1340-ca. 1360)", "1340~", "1360~"),
        ("(German, 1599-after 1662)", "1599", "1662/.."),
        ("before 1730\u20131788", "../1730", "1788"),
        ("d. 1599", None, "1599"),
        ("b. 1871", "1871", None),
        ("b. 1871 d. 1950", "1871", "1950"),
        ("*1871 \u20201950", "1871", "1950"),
        ("born 5 May 1871 in Berlin, died 3 June 1950", "1871-05-05", "1950-06-03"),
        ("1734 or 5\u20131786", "[1734,1735]", "1786"),
        ("?1791\u20131844", "1791?", "1844"),
        ("1982\u201398", "1982", "1998"),
        ("1864-", "1864", None),
        ("-1940", None, "1940"),
        ("Florentine, 1582/1583 - 1656", "1582/1583", "1656"),
        ("active c.1645\u2013died 1679", None, "1679"),
        ("established 1988", "1988", None),
        ("70-19 BC", "-0069", "-0018"),
        ("1932-05-03 - 1999-01-02", "1932-05-03", "1999-01-02"),
        ("Shakespeare, William, 1564-1616", "1564", "1616"),
        ("1881 to 1973", "1881", "1973"),
        ("from 1881 until 1973", "1881", "1973"),
        ("German (active in Italy), 1500-1570", "1500", "1570"),
        ("German, active in Italy, 1500-1570", None, None),
        ("born (Paris) 1881", "1881", None),
        ("?-1973", None, "1973"),
        ("r. 1953-1964", None, None),
        ("active 20th century", None, None),
        ("fl. 1650-1684", None, None),
        ("(Japanese, ca. 1850)", None, None),
        ("French, 16th century", None, None),
        ("1950-1940", None, None),
        ("Italian", None, None),
        ("1" * 300, None, None),
    ],
)
def test_life_dates_are_found_in_headings(text: str, born: str | None, died: str | None) -> None:
    found = life_dates(text)
    assert tuple(span.edtf if span else None for span in found) == (born, died)


def test_a_life_date_keeps_the_words_of_the_source() -> None:
    born, died = life_dates("(Italian, c. 1509 - after 1573)")
    assert born is not None
    assert died is not None
    assert (born.label, died.label) == ("c. 1509", "after 1573")


def test_the_julian_calendar_is_days_behind() -> None:
    assert to_gregorian(Day(1582, 10, 5)) == Day(1582, 10, 15)
    assert to_gregorian(Day(1917, 10, 25)) == Day(1917, 11, 7)
    assert to_gregorian(Day(-43, 3, 15)) == Day(-43, 3, 13)


@pytest.mark.parametrize("text", NO_EDTF)
def test_a_string_that_is_no_edtf_has_no_days(text: str) -> None:
    assert edtf.days(text) is None


def test_unknown_digits_reach_to_the_days_that_exist() -> None:
    assert edtf.days("195X-02-29") == (Day(1952, 2, 29), Day(1956, 2, 29))
    assert edtf.days("1951-XX-31") == (Day(1951, 1, 31), Day(1951, 12, 31))
    assert edtf.days("-02XX") == (Day(-299, 1, 1), Day(-200, 12, 31))


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_no_text_raises_and_what_is_read_is_in_order(text: str) -> None:
    life_dates(text)
    span = parse_date(text, year=1951)
    if span and span.begin and span.end:
        first, last = edtf.days(span.edtf) or (None, None)
        assert first is not None
        assert last is not None
        assert first <= last


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_what_is_written_reads_back_to_the_same_days(text: str) -> None:
    span = parse_date(text, year=1951)
    again = parse_date(span.edtf) if span and not span.edtf.startswith("-") else span
    if span:
        assert again is not None
        assert (again.edtf, again.begin, again.end) == (span.edtf, span.begin, span.end)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_what_is_written_is_edtf_to_another_reader(text: str) -> None:
    judge = pytest.importorskip("edtf")
    span = parse_date(text, year=1951)
    if span and span.edtf != text.strip():
        assert judge.parse_edtf(span.edtf)


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from(STYLES))
def test_a_real_day_is_read_in_any_style(day: datetime.date, style: str) -> None:
    month = {"B": MONTHS.split()[day.month - 1], "R": ROMAN[day.month - 1]}
    text = style.format(d=day.day, m=day.month, y=day.year, **month)
    span = parse_date(text)
    assert span is not None
    assert span.edtf == span.begin == span.end == iso(Day(day.year, day.month, day.day))


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    for text in [(piece * 200)[:length] for length in (40, 90, 200)] + [piece * 100_000]:
        start = time.process_time()
        parse_date(text)
        life_dates(text)
        assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    ("text", "born", "died"),
    [
        ("Canadian, born Germany 1861 - 1943", "1861", "1943"),
        ("British, born in New Zealand 1861 - 1943", "1861", "1943"),
        ("Italian, born June 1861 - 1943", "1861-06", "1943"),
        ("born circa 1861 - 1943", "1861~", "1943"),
        ("c. 1755 - active c. 1761", "1755~", ""),
        ("American, 1907 - d. 1990", "1907", "1990"),
        ("1482 - 1522/1523", "1482", "1522/1523"),
        ("Greek, -499 - -400", "-0498", "-0399"),
        ("(Roman, 40-104)", "0040", "0104"),
        ("Italian, 43 B.C. - 17/18 A.D.", "-0042", "0017/0018"),
    ],
)
def test_a_life_is_read_as_museums_write_it(text: str, born: str, died: str) -> None:
    found = [span.edtf if span else "" for span in life_dates(text)]
    assert found == [born, died]
