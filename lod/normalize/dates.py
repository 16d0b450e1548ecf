"""Dates as the sources write them: the door to reading, bounds and typed literals."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from lod.normalize import edtf
from lod.normalize.date_point import OTHER_WEEKDAY, Context
from lod.normalize.date_reader import read, time_span, undated
from lod.normalize.life_dates import life_dates
from lod.record import Origin, TimeSpan

__all__ = [
    "OTHER_WEEKDAY",
    "bounds",
    "completed",
    "created_literal",
    "left_open",
    "life_dates",
    "parse_date",
    "undated",
    "years",
]

_UNREAD, _DAY = "XX", 3  # parts of the EDTF of a day
_SHORT = 60  # characters


def parse_date(  # noqa: PLR0913 - each keyword is one thing that a record may know
    text: str,
    *,
    year: int | None = None,
    century: int | None = None,
    day_first: bool = True,
    basis: str = "field",
    origin: Origin | None = None,
) -> TimeSpan | None:
    """Read a date in any form that archives, museums and libraries use.

    year: the year of the record, for "8 July", "summer of last year" and years of two digits.
    century: such as 1900, for years of two digits. day_first: how "03/04/1951" is meant.
    None when the text is no date, or one that no calendar has; a date is never corrected.

    >>> parse_date("19/XI/51").edtf
    '1951-11-19'
    >>> span = parse_date("summer of last year", year=1947)
    >>> span.edtf, span.begin, span.end
    ('1946-22', '1946-06-01', '1946-08-31')
    >>> parse_date("30 February 1951") is None
    True
    """
    context = Context(year, century, day_first)
    if origin is None and len(text) <= _SHORT:
        return _span(text, context, basis)
    reading = read(text, context)
    return time_span(text, reading, basis=basis, origin=origin) if reading else None


@lru_cache(maxsize=1 << 12)
def _span(text: str, context: Context, basis: str) -> TimeSpan | None:
    """Read a short date, of which a page asks several times."""
    reading = read(text, context)
    return time_span(text, reading, basis=basis) if reading else None


def completed(spans: tuple[TimeSpan, ...]) -> tuple[TimeSpan, ...]:
    """Mark as uncertain what of the first date another claim leaves unread (EDTF level 2).

    A month that the paper itself leaves unread is only as sure as the citation that gives it.

    >>> claims = [TimeSpan(label="", edtf=one) for one in ("1947-09-20", "1947-XX-20")]
    >>> completed(tuple(claims))[0].edtf
    '1947-?09-20'
    """
    first = spans[0].edtf.split("-")
    for span in spans[1:]:
        at = left_open(span, spans[0])
        if at is not None:
            marked = [f"?{part}" if n == at else part for n, part in enumerate(first)]
            return (replace(spans[0], edtf="-".join(marked)), *spans[1:])
    return spans


def left_open(span: TimeSpan, first: TimeSpan) -> int | None:
    """Give the one part of a day, by its place, that a claim leaves unread and another has.

    None where the claim says something else, or as much. A part that is marked counts as it is.

    >>> left_open(TimeSpan(label="", edtf="1947-XX-20"), TimeSpan(label="", edtf="1947-?09-20"))
    1
    """
    parts, known = span.edtf.split("-"), first.edtf.replace("?", "").split("-")
    if not len(parts) == len(known) == _DAY or _UNREAD in known or parts.count(_UNREAD) != 1:
        return None
    at = parts.index(_UNREAD)
    return at if [*parts[:at], known[at], *parts[at + 1 :]] == known else None


def created_literal(span: TimeSpan) -> tuple[str, str] | None:
    """Give value and XSD datatype (date, gYearMonth, gYear) when the time is exactly that wide.

    >>> created_literal(TimeSpan(label="1947", edtf="1947?"))
    ('1947', 'gYear')
    """
    return edtf.literal(span.edtf)


def bounds(span: TimeSpan) -> tuple[str | None, str | None]:
    """Give begin and end as xsd:dateTime in UTC, the end inclusive; None where open.

    >>> bounds(TimeSpan(label="", begin="1951-11-19"))
    ('1951-11-19T00:00:00Z', None)
    """
    begin = span.begin + "T00:00:00Z" if span.begin else None
    end = span.end + "T23:59:59Z" if span.end else None
    return begin, end


def years(span: TimeSpan) -> tuple[int | None, int | None]:
    """Give the first and the last possible year, astronomical (0 is 1 BCE); None where open.

    >>> years(TimeSpan(label="", begin="-0044-03-15", end="1951-11-19"))
    (-44, 1951)
    """
    begin, end = (int(day[:-6]) if day else None for day in (span.begin, span.end))
    return begin, end
