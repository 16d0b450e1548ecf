"""A whole expression of time out of its tokens: a date, a range, a bound, a choice or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.lazily import regex
from lod.normalize import edtf
from lod.normalize.date_lexer import Token
from lod.normalize.date_parts import SEASON, months_of
from lod.normalize.date_point import Context, Reading, Tokens, point, trim
from lod.normalize.days import Day, iso, iso_year, to_gregorian

_SEPARATORS = "T<\u2013-/"
_DAYS = 31
_TELLING = frozenset("MyRCEkxG")
_SPLITS = 6
_BORROWED = 6
_PART_MARK = regex(r"[?~%](?=.)")
_INCLUSIVE = "the bound itself is held possible"


def expression(tokens: Tokens, context: Context) -> Reading | None:
    """Read any expression of time; None when it is none."""
    tokens = trim(tokens)
    if not tokens:
        return None
    if len(tokens) > 1 and tokens[1].kind in "V<>" and tokens[0].kind in "?~o":
        return expression([*tokens[1:], *(tokens[:1] if tokens[0].kind != "o" else ())], context)
    if tokens[0].kind == "V":
        return _noted(expression(tokens[1:], context), tokens[0].text)
    if any(token.kind in "()" for token in tokens):
        return _bracketed(tokens, context)
    return _plain(tokens, context)


def _plain(tokens: Tokens, context: Context) -> Reading | None:
    for read in (point, _two_calendars, _bound, _range, _choice):
        if reading := read(tokens, context):
            return reading
    return None


def _noted(reading: Reading | None, note: str) -> Reading | None:
    return Reading(reading.edtf, (*reading.notes, note)) if reading else None


def _bracketed(tokens: Tokens, context: Context) -> Reading | None:
    """Read two calendars in "25 October (7 November) 1917"; else brackets say "supplied"."""
    outer, inner = _unnest(tokens)
    if outer and inner and (reading := _same_day(inner, outer, context)):
        return reading
    reading = expression([token for token in tokens if token.kind not in "()"], context)
    if any(token.kind == "u" for token in inner):
        return _noted(reading, "illegible in part")
    supplied = any(token.text == "[" for token in tokens)
    return _noted(reading, "supplied in brackets") if supplied else reading


def _unnest(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Part what stands in brackets from what does not."""
    outer: Tokens = []
    inner: Tokens = []
    depth = 0
    for token in tokens:
        if token.kind in "()":
            depth += 1 if token.kind == "(" else -1
        else:
            (inner if depth > 0 else outer).append(token)
    return outer, inner


def _two_calendars(tokens: Tokens, context: Context) -> Reading | None:
    """Read "12/24 March 1801" as one day in both calendars, when the days agree."""
    slashes = [at for at, token in enumerate(tokens) if token.kind == "/"]
    if len(slashes) != 1 or not any(token.kind == "M" for token in tokens):
        return None
    return _same_day(tokens[: slashes[0]], tokens[slashes[0] + 1 :], context)


def _same_day(one: Tokens, other: Tokens, context: Context) -> Reading | None:
    """Give the Gregorian day when one of two dates is the Julian name of the other."""
    bare_one = [token for token in one if token.kind != "J"]
    bare_other = [token for token in other if token.kind != "J"]
    pair = _pair(bare_one, bare_other, context)
    if not pair:
        return None
    first, second = (_single_day(reading.edtf) for reading in pair)
    if not first or not second:
        return None
    note = "given in both calendars, the Gregorian taken"
    if to_gregorian(first) == second:
        return Reading(iso(second), (note,))
    return Reading(iso(first), (note,)) if to_gregorian(second) == first else None


def _single_day(text: str) -> Day | None:
    first, last = edtf.days(text) or (None, None)
    return first if first == last else None


def _bound(tokens: Tokens, context: Context) -> Reading | None:
    """Read "before 1940", "after c. 1830", "1951 or later", "1918-", "1990 to the present"."""
    head, tail = tokens[0].kind, tokens[-1].kind
    if tail == "O" and len(tokens) > 1:
        end = -2 if tokens[-2].kind in _SEPARATORS else -1
        return _open(tokens[:end], context, after=True)
    if head in "<T" or (head == "\u2013" and len(tokens) > 1):
        return _noted(_open(tokens[1:], context, after=False), _INCLUSIVE)
    if head == ">" or tail == ">":
        rest = tokens[1:] if head == ">" else tokens[:-1]
        return _noted(_open(rest, context, after=True), _INCLUSIVE)
    if tail == "<":
        return _noted(_open(tokens[:-1], context, after=False), _INCLUSIVE)
    if tail in "-\u2013":
        return _open(tokens[:-1], context, after=True)
    if head == "F" and not any(token.kind in _SEPARATORS for token in tokens):
        return _open(tokens[1:], context, after=True)
    return None


def _open(tokens: Tokens, context: Context, *, after: bool) -> Reading | None:
    reading = (point(tokens, context) or _range(tokens, context)) if tokens else None
    if reading is None or ".." in reading.edtf:
        return None
    end = _ends(reading.edtf)[0 if after else 1]
    return Reading(f"{end}/.." if after else f"../{end}", reading.notes)


def _range(tokens: Tokens, context: Context) -> Reading | None:
    """Read "8-10 July 1957", "1951/52", "between 1920 and 1925", "from 3 May to 7 June 1951"."""
    if tokens[0].kind == "B":
        return _between(tokens[1:], context)
    body = tokens[1:] if tokens[0].kind == "F" else tokens
    for at in _splits(body):
        left, right = trim(body[:at]), trim(body[at + 1 :])
        pair = _pair(left, _marked(right, left), context)
        if pair and (reading := _joined(*pair)):
            return reading
    return None


def _marked(right: Tokens, left: Tokens) -> Tokens:
    """Let "about" or "probably" before a range hold for its end too, unless that has its own."""
    if not left or left[0].kind not in "~?" or any(token.kind in "~?" for token in right):
        return right
    return [*right, left[0]]


def _splits(tokens: Tokens) -> list[int]:
    """Give the places of separators: words first, then dashes, each from the middle outwards."""
    found = [at for at, token in enumerate(tokens) if token.kind in _SEPARATORS]
    middle = (len(tokens) - 1) / 2
    order = {"T": 0, "<": 0, "\u2013": 1}
    found.sort(key=lambda at: (order.get(tokens[at].kind, 2), abs(at - middle)))
    return found[:_SPLITS]


def _between(tokens: Tokens, context: Context) -> Reading | None:
    """Read a day somewhere between two bounds, which EDTF writes as one of a set."""
    for at, token in enumerate(tokens[:-1]):
        if token.kind in "&T-\u2013" and at:
            pair = _pair(tokens[:at], tokens[at + 1 :], context)
            joined = _joined(*pair) if pair else None
            if joined:
                return Reading(_one_between(joined.edtf), joined.notes)
    return None


def _one_between(interval: str) -> str:
    """Write an interval as one of a set, which has one precision and is unsure, where it can be."""
    first, last = interval.replace("?", "").split("/")
    alike = len(first) == len(last) and not re.search(r"[~%.]", interval)
    return f"[{first}..{last}]" if alike else interval


def _pair(left: Tokens, right: Tokens, context: Context) -> tuple[Reading, Reading] | None:
    """Read two sides that may lend each other a month, a year, an era or a century."""
    if not left or not right:
        return None
    for kind in "EJ":
        lent_sign = [token for token in right if token.kind == kind]
        if lent_sign and not any(token.kind == kind for token in left):
            left = [*left, lent_sign[-1]]
    alone = context._replace(fill=False)
    after = _side(right, left, alone) or point(right, context)
    if not after:
        return None
    before = point(left, alone) or _borrowing(left, right, after, alone) or point(left, context)
    return (before, after) if before else None


def _side(right: Tokens, left: Tokens, context: Context) -> Reading | None:
    """Read the right side alone, as a shortened year, or with what stands first on the left."""
    if right[0].kind == ">":
        after = point(right[1:], context)
        return Reading("..", (*after.notes, _INCLUSIVE)) if after else None
    if reading := point(_lengthened(right, left), context):
        return reading
    lenders = (left[:size] for size in range(1, min(len(left), _BORROWED)))
    for lender in lenders:
        if _tells(lender) and (reading := point([*lender, *right], context)):
            return reading
    return None


def _lengthened(right: Tokens, left: Tokens) -> Tokens:
    """Complete "64" of "1858-64" with the digits of the year before it."""
    years = [token for token in left if token.kind not in "~?"]
    numbers = [at for at, token in enumerate(right) if token.kind not in "~?"]
    if len(years) != 1 or years[0].kind != "y" or len(numbers) != 1:
        return right
    short, year = right[numbers[0]], years[0].value
    unit = 10 ** len(short.text)
    value = year // unit * unit + short.value
    if short.kind not in "dy" or unit >= year or value <= year:
        return right
    full = [*right]
    full[numbers[0]] = Token("y", value, f"{value:04d}")
    return full


def _tells(tokens: Tokens) -> bool:
    return any(token.kind in _TELLING for token in tokens)


def _borrowing(left: Tokens, right: Tokens, after: Reading, context: Context) -> Reading | None:
    """Read the left side with what stands last on the right, best as precisely as the right."""
    lenders = (right[-size:] for size in range(1, min(len(right), _BORROWED + 1)))
    lent = [[*left, *lender] for lender in lenders if _tells(lender)]
    readings = [reading for tokens in lent if (reading := point(tokens, context))]
    alike = [reading for reading in readings if len(reading.edtf) == len(after.edtf)]
    return next(iter(alike or readings), None)


def _joined(before: Reading, after: Reading) -> Reading | None:
    text = f"{_ends(before.edtf)[0]}/{_ends(after.edtf)[1]}"
    notes = tuple(dict.fromkeys((*before.notes, *after.notes)))
    return Reading(text, notes) if edtf.days(text) else None


def _ends(text: str) -> tuple[str, str]:
    """Give the ends of an EDTF as an interval has them; decades and centuries become years.

    A mark on the day or month alone becomes one on the whole.
    """
    if SEASON.fullmatch(text) and text[-2:] > "24":
        text = months_of(text)
    if "/" in text:
        first, _, last = text.partition("/")
        return first, last
    if "X" not in text:
        whole = _PART_MARK.sub("", text) + "?" if _PART_MARK.search(text) else text
        return whole, whole
    mark = text[-1] if text[-1] in "?~%" else ""
    first_day, last_day = edtf.days(text) or (None, None)
    if not first_day or not last_day:
        return text, text
    return iso_year(first_day.year) + mark, iso_year(last_day.year) + mark


def _choice(tokens: Tokens, context: Context) -> Reading | None:
    """Read "1734 or 5" as one of a set, "1831 and 1834" and "1926, 1969" as all of it."""
    for kind, brackets in (("|", "[]"), ("&", "{}"), (",", "{}"), (";", "{}")):
        parts = list(_parts(tokens, kind))
        if any(map(_no_day, parts)) and any(token.kind == "y" for token in tokens):
            return None
        if 1 < len(parts) <= _SPLITS and (reading := _set(parts, brackets, context)):
            return reading
    return None


def _no_day(tokens: Tokens) -> bool:
    """Tell whether "May 32" stands here: beside a year in full it is a slip, not May 1932."""
    kinds = {token.kind for token in tokens}
    return kinds == {"M", "d"} and max(token.value for token in tokens if token.kind == "d") > _DAYS


def _parts(tokens: Tokens, kind: str) -> Iterator[Tokens]:
    part: Tokens = []
    for token in tokens:
        if token.kind == kind:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _set(parts: list[Tokens], brackets: str, context: Context) -> Reading | None:
    if not all(parts):
        return None
    if len(parts) == 2 and (pair := _pair(parts[0], parts[1], context)):
        return _members(list(pair), brackets)
    readings = [point(part, context) or _range(part, context) for part in parts]
    known = [reading for reading in readings if reading]
    return _members(known, brackets) if len(known) == len(parts) else None


def _members(readings: list[Reading], brackets: str) -> Reading | None:
    notes = tuple(dict.fromkeys(note for reading in readings for note in reading.notes))
    texts = list(dict.fromkeys(reading.edtf for reading in readings))
    if len(texts) == 1:
        return Reading(texts[0], notes)
    if any(re.search(r"[/\[{X]", text) or SEASON.fullmatch(text) for text in texts):
        return _hull(texts, notes)
    text = f"{brackets[0]}{','.join(texts)}{brackets[1]}"
    return Reading(text, notes) if edtf.days(text) else None


def _hull(texts: list[str], notes: tuple[str, ...]) -> Reading | None:
    """Cover times that are no single dates by one interval from the first to the last."""
    if any(text[0] in "[{" or ".." in text for text in texts):
        return None
    joined = Reading(f"{_ends(texts[0])[0]}/{_ends(texts[-1])[1]}", (*notes, "with gaps"))
    return joined if edtf.days(joined.edtf) else None
