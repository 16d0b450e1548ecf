"""Extended Date/Time Format (ISO 8601-2), levels 0 to 2: its days and its typed literal.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lod.lazily import regex
from lod.normalize.days import Day, is_day, month_length

Span = tuple[Day | None, Day | None]

_MARK = "[?~%]?"
_DATE = regex(
    rf"{_MARK}(-?[0-9X]{{4}}){_MARK}"
    rf"(?:-{_MARK}([0-9]{{2}}|XX){_MARK}(?:-{_MARK}([0-9]{{2}}|XX){_MARK})?)?"
)
# Most dates of a catalogue.
_PLAIN_DAY = regex(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})")
_LONG = regex(r"Y(-?)([1-9][0-9]{4,8})|Y(-?)([1-9][0-9]?)E([1-8])")
_SIGNIFICANT = regex(r"(-?[0-9]{4})S([1-4])")
_TIME = regex(r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_UNMARKED = str.maketrans("", "", "?~%")
_TYPED = regex(r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_DATATYPES = {0: "gYear", 1: "gYearMonth", 2: "date"}

# Months of the codes for parts of a year: the first month, and how many. A winter is the one that
# begins in the year named; the seasons of no hemisphere are taken as northern.
_PARTS = {
    **dict(zip((21, 22, 23, 24), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((25, 26, 27, 28), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((29, 30, 31, 32), ((9, 3), (12, 3), (3, 3), (6, 3)), strict=True)),
    **dict(zip((33, 34, 35, 36), ((1, 3), (4, 3), (7, 3), (10, 3)), strict=True)),
    **dict(zip((37, 38, 39, 40, 41), ((1, 4), (5, 4), (9, 4), (1, 6), (7, 6)), strict=True)),
}


def days(edtf: str) -> Span | None:
    """Find the first and the last possible day of an EDTF string, None where one end is open.

    None for a string that is no EDTF, names no day of the calendar, or is open at both ends.

    >>> days("1946-22")
    (Day(year=1946, month=6, day=1), Day(year=1946, month=8, day=31))
    >>> days("1951-02-30") is None
    True
    """
    if plain := _PLAIN_DAY.fullmatch(edtf):
        year, month, number = map(int, plain.groups())
        day = Day(year, month, number)
        return (day, day) if is_day(year, month, number) else None
    if "/" in edtf:
        found = _interval(edtf)
    elif edtf[:1] in ("[", "{"):
        found = _set(edtf)
    else:
        found = _one(edtf)
    if found is None or found == (None, None):
        return None
    first, last = found
    return None if first and last and first > last else found


def literal(edtf: str) -> tuple[str, str] | None:
    """Give value and XSD datatype of an EDTF that names one day, month or year.

    What is uncertain or approximate has a value all the same; anything wider has none.

    >>> literal("1947-?09-20"), literal("195X")
    (('1947-09-20', 'date'), None)
    """
    plain = edtf.translate(_UNMARKED)
    if not _TYPED.fullmatch(plain) or "/" in edtf:
        return None
    return plain, _DATATYPES[plain.lstrip("-").count("-")]


def _interval(edtf: str) -> Span | None:
    ends = edtf.split("/")
    if len(ends) != 2:
        return None
    spans = [(None, None) if end in ("", "..") else _one(end) for end in ends]
    if spans[0] is None or spans[1] is None:
        return None
    return spans[0][0], spans[1][1]


def _set(edtf: str) -> Span | None:
    inside = edtf[1:-1]
    if edtf[-1] != {"[": "]", "{": "}"}[edtf[0]] or not ("," in inside or ".." in inside):
        return None
    members = [_member(member.strip()) for member in inside.split(",")]
    spans = [member for member in members if member]
    if len(spans) < len(members):
        return None
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    return (
        min(firsts) if len(firsts) == len(spans) else None,
        max(lasts) if len(lasts) == len(spans) else None,
    )


def _member(text: str) -> Span | None:
    first, dots, last = text.partition("..")
    return _interval(f"{first}/{last}") if dots else _one(text)


def _one(text: str) -> Span | None:
    if match := _DATE.fullmatch(text):
        year, month, day = match.groups()
        if year == "-0000":
            return None
        if month and month.isdigit() and int(month) in _PARTS:
            return _part(text)
        if "X" in text and text.rstrip("?~%") != f"{year}{_tail(month, day)}":
            return None
        return _masked(year, month or "XX", day or "XX")
    if "T" in text and (match := _TIME.search(text)) and match.end() == len(text):
        return _one(text[: match.start()]) if text[: match.start()].count("-") >= 2 else None
    return _long_year(text)


def _tail(month: str | None, day: str | None) -> str:
    return "".join(f"-{part}" for part in (month, day) if part)


def _part(text: str) -> Span | None:
    year, code = text[:-3], text[-2:]
    if not year.lstrip("-").isdigit() or not code.isdigit():
        return None
    first, count = _PARTS[int(code)]
    last = first + count - 1
    last_year, last_month = int(year) + (last - 1) // 12, (last - 1) % 12 + 1
    last_day = month_length(last_year, last_month)
    return Day(int(year), first, 1), Day(last_year, last_month, last_day)


def _masked(year: str, month: str, day: str) -> Span | None:
    if month != "XX" and not 1 <= int(month) <= 12:
        return None
    if day != "XX" and not 1 <= int(day) <= (31 if month == "XX" else month_length(0, int(month))):
        return None
    first = next(_candidates(year, month, day, last=False), None)
    last = next(_candidates(year, month, day, last=True), None)
    return (first, last) if first and last else None


def _candidates(year: str, month: str, day: str, *, last: bool) -> Iterator[Day]:
    """Yield the days that fit the mask, from its beginning or from its end."""
    months = range(1, 13) if month == "XX" else (int(month),)
    for number in _years(year, last=last):
        for which in reversed(months) if last else months:
            length = month_length(number, which)
            if day == "XX":
                yield Day(number, which, length if last else 1)
            elif is_day(number, which, int(day)):
                yield Day(number, which, int(day))


def _years(mask: str, *, last: bool) -> Iterator[int]:
    sign, digits = (-1, mask[1:]) if mask[0] == "-" else (1, mask)
    down = last == (sign > 0)
    choices = [("9876543210" if down else "0123456789") if c == "X" else c for c in digits]
    return (sign * int("".join(chosen)) for chosen in itertools.product(*choices))


def _long_year(text: str) -> Span | None:
    if match := _SIGNIFICANT.fullmatch(text):
        unit = 10 ** (4 - int(match[2]))
        low = int(match[1]) // unit * unit
        return Day(low, 1, 1), Day(low + unit - 1, 12, 31)
    if not (match := _LONG.fullmatch(text)):
        return None
    digits = int(match[2]) if match[2] else int(match[4]) * 10 ** int(match[5])
    year = -digits if match[1] or match[3] else digits
    return Day(year, 1, 1), Day(year, 12, 31)
