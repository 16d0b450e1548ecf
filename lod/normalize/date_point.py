"""One date out of its tokens: a day, month, season, year, decade or century, or a part of one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize import edtf
from lod.normalize.date_lexer import Token
from lod.normalize.date_parts import cut_out, qualify
from lod.normalize.days import Day, is_day, iso, iso_year, month_length, to_gregorian

Tokens = list[Token]


class Reading(NamedTuple):
    """What a text was read as: an EDTF string and what rules decided on the way."""

    edtf: str
    notes: tuple[str, ...] = ()


class Context(NamedTuple):
    """What the record knows: its year and century, and the order of day and month.

    fill: whether a date without a year may take the year of the record.
    """

    year: int | None = None
    century: int | None = None
    day_first: bool = True
    fill: bool = True


class _Signs(NamedTuple):
    """What stands beside the date proper: about, uncertain, era, calendar, weekday."""

    mark: str = ""
    era: int = 0
    style: int = 0
    weekday: int = 0


# d day, m month, y year, Y year of two digits.
_DATES = {
    "y": "y",
    "My": "my",
    "yM": "ym",
    "dMy": "dmy",
    "Mdy": "mdy",
    "yMd": "ymd",
    "ydM": "ydm",
    "dMd": "dmY",
    "Mdd": "mdY",
    "dMa": "dmY",
    "Mda": "mdY",
    "Ma": "mY",
    "a": "Y",
    "dM": "dm",
    "Md": "md",
    "M": "m",
    "b": "b",
    "duy": "duy",
}
# What a reading notes of a day that was another weekday than the text says.
OTHER_WEEKDAY = "another weekday than given"
_DAY = regex(r"(?!0000)\d{4}-\d\d-\d\d")
_WORDED = frozenset("MSCNGPkKxqoRrau")
_SQUEEZED = frozenset(".,/-\u2013:;")
_PART = regex(r"P|oo(?=.*C)|[odr]N")
_CENTURIES = frozenset(("oC", "rC", "dC", "Cr", "Co", "Cd"))
_NUMERIC = regex(r"([dy])([./\u2013-])([dy])(?:\2([dya]))?|(y)()(d)(d)|(d)()(d)(y)")


def point(tokens: Tokens, context: Context) -> Reading | None:
    """Read one date; None when the tokens are anything else or no day of the calendar."""
    core, signs = _set_aside(tokens)
    filled = _with_years(core, signs.era, context)
    if not filled:
        return None
    shape = "".join(token.kind for token in filled)
    if _WORDED.isdisjoint(shape):
        reading = _numeric(filled, shape, signs, context)
    else:
        squeezed = [token for token in filled if token.kind not in _SQUEEZED]
        reading = _worded(squeezed, signs, context)
    if reading is None:
        return None
    marked = qualify(reading.edtf, signs.mark)
    if not edtf.days(marked):
        return None
    return Reading(marked, (*_weekday(reading.edtf, signs.weekday), *reading.notes))


def _weekday(day: str, given: int) -> tuple[str, ...]:
    """Note a weekday, 1 for Monday: no part of a date, but it tells whether that can be right."""
    if not given:
        return ()
    real = date.fromisoformat(day).isoweekday() if _DAY.fullmatch(day) else given
    return ("weekday left out" if real == given else OTHER_WEEKDAY,)


def two_digits(value: int, context: Context) -> tuple[int, str]:
    """Complete a year of two digits: by the record's century, else as near its year as can be."""
    if context.century is not None:
        year = context.century // 100 * 100 + value
    elif context.year is not None:
        base = context.year // 100 * 100 + value
        year = min((base, base - 100, base + 100), key=lambda y: abs(y - (context.year or 0)))
    else:
        return 1900 + value, "century assumed: 1900"
    return year, f"year of two digits read as {year}"


def trim(tokens: Tokens) -> Tokens:
    """Drop punctuation at both ends; a dash stays, it may say that the time is open."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind in ",.;:":
        start += 1
    while end > start and tokens[end - 1].kind in ",.;:":
        end -= 1
    return tokens[start:end]


def _set_aside(tokens: Tokens) -> tuple[Tokens, _Signs]:
    core: Tokens = []
    marks: set[str] = set()
    era = style = weekday = 0
    for token in tokens:
        if token.kind == "~" or (token.kind == "?" and not _said_of_one(core, tokens, token)):
            marks.add(token.kind)
        elif token.kind == "?":
            core[-1] = core[-1]._replace(mark="?")
        elif token.kind == "E":
            era = token.value
        elif token.kind == "J":
            style = token.value
        elif token.kind == "W":
            weekday = token.value
        else:
            core.append(token)
    mark = "%" if len(marks) == 2 else "".join(marks)
    return trim(core), _Signs(mark, era, style, weekday)


def _said_of_one(core: Tokens, tokens: Tokens, mark: Token) -> bool:
    """Say whether a "?" belongs to the day or month before it: "19? November 1951"."""
    return bool(core) and core[-1].kind in "doM" and tokens[-1] is not mark


def _with_years(core: Tokens, era: int, context: Context) -> Tokens | None:
    """Turn "last year" and the number beside an era into years; None where no year is known."""
    years: Tokens = []
    for token in core:
        if token.kind == "R":
            if context.year is None or not context.fill:
                return None
            years.append(Token("y", context.year + token.value, "R"))
        else:
            years.append(token)
    if era and not any(token.kind in "yCkKx" for token in years):
        numbers = [at for at, token in enumerate(years) if token.kind == "d"]
        if numbers:
            years[numbers[-1]] = years[numbers[-1]]._replace(kind="y")
    return years


def _worded(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    """Read a date that has words, Roman numbers or unknown digits; separators mean nothing."""
    shape = "".join(token.kind for token in tokens)
    if part := _PART.match(shape):
        return _part(tokens, part.end(), signs, context)
    if "u" in shape and shape != "duy":
        return _worded([token for token in tokens if token.kind != "u"], signs, context)
    if shape in _CENTURIES:
        return _century(next(token.value for token in tokens if token.kind != "C"), signs.era)
    if shape in _SHAPES:
        return _SHAPES[shape](tokens, signs, context)
    if not ("M" in shape or "S" in shape or len(shape) == 1):
        shape = shape.replace("r", "M")
    slots = _DATES.get(shape.replace("o", "d") if "M" in shape else shape)
    return _fields(tokens, slots, signs, context) if slots else None


def _numeric(tokens: Tokens, shape: str, signs: _Signs, context: Context) -> Reading | None:
    if shape in ("y", "b"):
        return _fields(tokens, shape, signs, context)
    match = _NUMERIC.fullmatch(shape)
    if not match:
        return None
    separator = next((token.text for token in tokens if token.kind in "./\u2013-"), " ")
    numbers = [token for token in tokens if token.kind in "dya"]
    if len(numbers) == 2:
        return _two_numbers(numbers, separator, signs, context)
    slots, note = _order(numbers, separator, context)
    reading = _fields(numbers, slots, signs, context) if slots else None
    return Reading(reading.edtf, (*note, *reading.notes)) if reading else None


def _two_numbers(
    numbers: Tokens, separator: str, signs: _Signs, context: Context
) -> Reading | None:
    """Read "11/1951" or "1951-11" as a month; "8/7" only with the year of the record."""
    first, second = numbers
    if separator == "\u2013":
        return None
    if first.kind == "d" and second.kind == "y":
        return _fields(numbers, "my", signs, context)
    if first.kind == "d":
        slots, note = _order(numbers, separator, context)
        reading = _fields(numbers, slots, signs, context) if separator != "-" else None
        return Reading(reading.edtf, (*note, *reading.notes)) if reading else None
    split_year = separator == "/" and second.value == first.value % 100 + 1
    if split_year or second.kind == "y" or len(second.text) < 2 or signs.mark in ("~", "%"):
        return None
    reading = _fields(numbers, "ym", signs, context)
    if reading and second.value > first.value % 100:
        return Reading(reading.edtf, ("read as year and month", *reading.notes))
    return reading


def _order(numbers: Tokens, separator: str, context: Context) -> tuple[str, tuple[str, ...]]:
    """Decide which number is the day; a point between them is European, the day comes first."""
    first, second = numbers[0], numbers[1]
    last = ("y" if numbers[2].kind == "y" else "Y") if len(numbers) == 3 else ""
    if first.kind == "y" or (last == "Y" and first.value > 31):
        year = "y" if first.kind == "y" else "Y"
        return (f"{year}md" if last == "Y" and numbers[2].kind == "d" else ""), ()
    if first.value > 12 or second.value > 12 or first.value == second.value:
        return ("md" if second.value > 12 else "dm") + last, ()
    if separator == "." or context.day_first:
        note = () if separator == "." else ("read as day, then month",)
        return "dm" + last, note
    return "md" + last, ("read as month, then day",)


def _fields(tokens: Tokens, slots: str, signs: _Signs, context: Context) -> Reading | None:
    """Put the numbers into the slots of year, month and day."""
    if slots == "b":
        number = tokens[0].value
        return _dated((number // 10000, number // 100 % 100, number % 100), ("", ""), signs)
    found = dict(zip(slots, tokens, strict=True))
    notes: tuple[str, ...] = ()
    if slots == "md" and found["d"].value > 31:
        found["Y"] = found.pop("d")
    if "y" in found:
        if found["y"].value < 1:
            return None
        year = 1 - found["y"].value if signs.era < 0 else found["y"].value
    elif "Y" in found:
        year, note = two_digits(found["Y"].value, context)
        notes = (note,)
    elif context.year is not None and context.fill:
        year, notes = context.year, ("year of the record",)
    else:
        return None
    if "u" in found:
        return Reading(f"{iso_year(year)}-XX-{found['d'].value:02d}")
    month, day = found.get("m"), found.get("d")
    marks = (month.mark if month else ""), (day.mark if day else "")
    dated = _dated((year, _value(month), _value(day)), marks, signs)
    return Reading(dated.edtf, (*notes, *dated.notes)) if dated else None


def _value(token: Token | None) -> int | None:
    return token.value if token else None


def _dated(
    parts: tuple[int, int | None, int | None], marks: tuple[str, str], signs: _Signs
) -> Reading | None:
    """Write year, month and day as EDTF, in the Gregorian calendar."""
    year, month, day = parts
    if not -9999 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and not is_day(year, month or 1, day, julian=signs.style < 0):
        return None
    if signs.style < 0:
        return _old_style(year, month, day)
    notes = ("new style",) if signs.style else ()
    text = iso_year(year)
    text += f"-{marks[0]}{month:02d}" if month else ""
    text += f"-{marks[1]}{day:02d}" if day else ""
    return Reading(text, notes)


def _old_style(year: int, month: int | None, day: int | None) -> Reading:
    last_month = month or 12
    last_day = day or month_length(year, last_month, julian=True)
    first = to_gregorian(Day(year, month or 1, day or 1))
    last = to_gregorian(Day(year, last_month, last_day))
    text = iso(first) if first == last else f"{iso(first)}/{iso(last)}"
    return Reading(text, ("old style, converted to the Gregorian calendar",))


def _century(number: int, era: int) -> Reading | None:
    if not 1 <= number <= 99:
        return None
    return Reading(f"{'-' if era < 0 else ''}{number - 1:02d}XX")


def _decade(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    """Read "1950s", "the 50s" or "années 1950"; "1900s" is the century, which holds the decade."""
    number = next(token for token in tokens if token.kind != "G")
    value, notes = number.value, ()
    if number.kind in "Kad":
        value, note = two_digits(number.value, context)
        return Reading(f"{value // 10:03d}X", (note,)) if value >= 0 and value % 10 == 0 else None
    if value % 10:
        return None
    if signs.era < 0:
        return Reading(f"{iso_year(-value - 8)}/{iso_year(1 - value)}")
    if value % 100 == 0 and number.kind == "k":
        return Reading(f"{value // 100:02d}XX", ("read as the whole century",))
    return Reading(f"{value // 10:03d}X", notes)


def _mask(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    del signs, context
    return Reading(tokens[0].text)


def _season(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    season = next(token.value for token in tokens if token.kind == "S")
    years = [token for token in tokens if token.kind in "yda"]
    if not years:
        if context.year is None or not context.fill:
            return None
        return Reading(f"{iso_year(context.year)}-{season + 20}", ("year of the record",))
    if years[0].kind != "y":
        value, note = two_digits(years[0].value, context)
        return Reading(f"{iso_year(value)}-{season + 20}", (note,))
    year = 1 - years[0].value if signs.era < 0 else years[0].value
    if len(years) == 2:
        follows = (year + 1) % 10 ** len(years[1].text) == years[1].value
        return Reading(f"{iso_year(year)}-24") if season == 4 and follows else None
    notes = ("the winter that begins in the year",) if season == 4 else ()
    return Reading(f"{iso_year(year)}-{season + 20}", notes)


def _quarter(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    del signs, context
    number = next(token.value for token in tokens if token.kind == "q")
    year = next(token.value for token in tokens if token.kind == "y")
    return Reading(f"{iso_year(year)}-{32 + number}")


def _double_year(tokens: Tokens, signs: _Signs, context: Context) -> Reading | None:
    """Read "11 February 1731/2", where the year of some began in January, of others in March."""
    year, later = tokens[2], tokens[3]
    month = next(token.value for token in tokens if token.kind == "M")
    if month > 3 or (year.value + 1) % 10 ** len(later.text) != later.value:
        return None
    dated = [*tokens[:2], year._replace(value=year.value + 1)]
    reading = _worded(dated, signs, context)
    return Reading(reading.edtf, (*reading.notes, "double year, the later")) if reading else None


_SHAPES: dict[str, Callable[[Tokens, _Signs, Context], Reading | None]] = {
    **dict.fromkeys(("k", "K", "Gk", "kG", "Gy", "yG", "Ga", "Gd", "dG", "KG", "GK"), _decade),
    **dict.fromkeys(("Sy", "yS", "S", "Sa", "Sd", "Syd", "Syy", "ydS"), _season),
    **dict.fromkeys(("qy", "yq"), _quarter),
    **dict.fromkeys(("dMyd", "Mdyd", "oMyd", "Moyd", "dMyy", "Mdyy"), _double_year),
    "x": _mask,
}


def _part(tokens: Tokens, size: int, signs: _Signs, context: Context) -> Reading | None:
    """Read "early", "second half of", "last quarter of" before what they are a part of."""
    head, rest = tokens[:size], tokens[size:]
    count = 3 if head[-1].kind == "P" or head[-1].kind == "o" else head[-1].value
    index = head[0].value if head[0].kind == "P" else head[0].value - 1
    index = count - 1 if head[0].value == -1 else index
    whole = _whole(rest, signs, context)
    if whole is None or not 0 <= index < count:
        return None
    code = {2: 40, 4: 33}.get(count)
    if code and re.fullmatch(r"-?\d{4}", whole.edtf):
        return Reading(f"{whole.edtf}-{code + index}", whole.notes)
    span = cut_out(whole.edtf, index, count, vague=head[0].kind == "P")
    return Reading(span, whole.notes) if span else None


def _whole(rest: Tokens, signs: _Signs, context: Context) -> Reading | None:
    plain = signs._replace(mark="")
    if any(token.kind not in "yd" for token in rest):
        return _worded(rest, plain, context)
    return _numeric(rest, "".join(token.kind for token in rest), plain, context)
