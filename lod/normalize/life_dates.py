"""Birth and death out of the headings and notes that catalogues put behind a name."""

from __future__ import annotations

import re

from lod.lazily import regex
from lod.normalize import edtf
from lod.normalize.date_point import Context
from lod.normalize.date_reader import read, time_span
from lod.normalize.date_words import WORDS, fold
from lod.record import TimeSpan

_DASH = "[-\u2010-\u2015\u2212]"
_BORN = (
    r"(?:born|b\.(?!\s?c\b)|n\u00e9e?|nato|nata|geb\.|geboren|род\.|\u0440\."
    r"|founded|established|est\.|\*)"
)
_DIED = r"(?:died|(?<!a\.)(?<!a\.\s)d\.|gest\.|gestorben|dissolved|closed|abolished|ум\.|\u2020)"
_ACTIVE = r"(?:active|fl\.|flourished|floruit|exhibited|working|r\.(?=\s*[\dc])|reigned|ruled)"
_EVENT = regex(rf"(?<!\w)(?:(?P<born>{_BORN})|(?P<died>{_DIED})|(?P<active>{_ACTIVE}))", re.I)
_PIECES = regex(r"([,;()\[\]])")
_BRACKETS = {"(": "open", "[": "open", ")": "over", "]": "over"}
_PLACE = regex(r"\s(?:in|at|near|v|\u0432)\s.*", re.I)
_WIDE = regex(rf"\s{_DASH}\s|[\u2013\u2014]")
_NARROW = regex(_DASH)
_UNTIL = regex(r"\s(?:to|until|till|bis|do|\u0434\u043e|\u00e0)\s", re.I)
_FROM = regex(r"(?:from|von|od|\u0441|de)\s", re.I)
_DIGIT = regex(r"\d")
# A place before the year of birth: "born Germany 1861 - 1943".
_BORN_IN = regex(r"(?:in\s+)?((?:[^\W\d_]{2,}[\s-]){1,4})(?=\d{3,4}\b)")
# Years as programs write them, those before Christ with a sign: "-499 - -400".
_SIGNED = regex(r"(?<![\w-])-(\d{1,4})\s*[-\u2013]\s*-(\d{1,4})(?!\d)")
_YEAR = 3  # digits of the years before 1000
_CERTAIN = Context(fill=False)

Life = tuple[TimeSpan | None, TimeSpan | None]


def life_dates(text: str) -> Life:
    """Find birth and death in "American, born Greece, 1932 - 2012", "b. 1871", "1907-".

    Each is None where the text does not say it; times of activity and centuries say neither.
    A body's foundation and end count as birth and death.

    >>> born, died = life_dates("(Persian, ca. 1565-1635)")
    >>> born.edtf, died.edtf
    ('1565~', '1635')
    >>> life_dates("Italian, active late 20th century")
    (None, None)
    """
    if len(text) > 200 or not _DIGIT.search(text):
        return None, None
    text = _SIGNED.sub(r"\1 BC - \2 BC", text)
    born: TimeSpan | None = None
    died: TimeSpan | None = None
    awaited = before = ""  # what an aside is about is over with it
    for kind, words in _statements(text):
        if kind in _BRACKETS.values():
            before, awaited = (awaited, awaited) if kind == "open" else ("", before)
            continue
        state = kind or awaited
        if not _DIGIT.search(words):
            awaited = state
            continue
        if state == "active":
            continue
        words = _without_place(words) if state == "born" else words
        first, last = _pair(words) if state != "died" else (None, _one(words))
        first = first or (_one(words) if state == "born" and last is None else None)
        born, died = born or first, died or last
        awaited = ""
    return (born, died) if _in_order(born, died) else (None, None)


def _statements(text: str) -> list[tuple[str, str]]:
    """Cut a note at its commas and its words for events: ("born", "1871"), ("", "1932 - 2012")."""
    statements: list[tuple[str, str]] = []
    for piece in _PIECES.split(text):
        if len(piece) == 1 and not piece.isalnum():
            statements.append((_BRACKETS.get(piece, ""), ""))
            continue
        at, kind = 0, ""
        for match in _EVENT.finditer(piece):
            # The dash stays: "1755 - active 1761" begins with the start of a life.
            statements.append((kind, piece[at : match.start()].strip()))
            at, kind = match.end(), match.lastgroup or ""
        statements.append((kind, piece[at:].strip()))
    return [statement for statement in statements if any(statement)]


def _without_place(words: str) -> str:
    """Leave out the place of birth before its year, unless it is a word of the date."""
    found = _BORN_IN.match(words)
    named = found and not any(word in WORDS for word in fold(found[1]).split())
    return words[found.end() :] if found and named else words


def _pair(words: str) -> Life:
    """Read "1907-2003", "1599-after 1662", "1864-", "-1940"; nothing when there is no dash."""
    words = _FROM.sub("", words, count=1) if _FROM.match(words) else words
    kinds = (_WIDE, _NARROW, _UNTIL)
    places = next((found for kind in kinds if (found := list(kind.finditer(words)))), [])
    if len(places) != 1:
        return None, None
    left, right = words[: places[0].start()].strip(), words[places[0].end() :].strip()
    if not _DIGIT.search(left + right):
        return None, None
    full = _lengthened(left, right)
    era = re.search(r"\b(?:b\.?c\.?(?:e\.?)?)$", right, re.I)
    lent = f"{left} {era[0]}" if era and _DIGIT.search(left) else left
    if left.isdigit() and len(left) < _YEAR and len(left) < len(right) == _YEAR:
        lent = f"{left} AD"
    born, died = _one(left, lent), _one(right, full)
    failed = (left.strip("?") and not born) or (right and not died and _DIGIT.search(right))
    return (None, None) if failed else (born, died)


def _lengthened(left: str, right: str) -> str:
    """Complete "98" of "1982-98"."""
    if re.fullmatch(r"\d\d", right) and (year := re.search(r"\d{4}$", left)):
        return year[0][:2] + right
    return right


def _one(label: str, meant: str | None = None) -> TimeSpan | None:
    """Read one date of a life, a decade at the widest; the label keeps the source's words."""
    words = _PLACE.sub("", (meant or label).strip(" .:")).strip()
    reading = read(words, _CERTAIN) if _DIGIT.search(words) else None
    if reading is None or re.match(r"-?\d\dXX", reading.edtf):
        return None
    return time_span(label, reading)


def _in_order(born: TimeSpan | None, died: TimeSpan | None) -> bool:
    if born is None or died is None:
        return True
    first, last = edtf.days(born.edtf), edtf.days(died.edtf)
    if first is None or last is None or first[0] is None or last[1] is None:
        return True
    return first[0] <= last[1]
