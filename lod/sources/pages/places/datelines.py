"""The place from which a paper is dated: `Viet Bac, 29 July 1954`, above a text or known anyway."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from lod.lazily import regex
from lod.normalize.dates import parse_date
from lod.sources.pages.citations.citedparts import DATE, DATE_LINE, SITTING
from lod.sources.pages.words.bodywords import HEADS, KNOWN_ACRONYMS
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.secrecy import grades
from lod.sources.pages.words.textwords import CALENDAR, COMMON, OFFICES, RANKS, WEAK_RANKS

_DATED = re.compile(
    r"(?:[A-Z]\w+,\s+)?([^\W\d_a-z][\w'\u2019]+"
    r"(?:[ -](?:(?:de|del|la|am|an der|sur)[ -])?[A-Z][\w'\u2019]+){0,2})"
    rf",?\s+(?:(?:the|den|le|on)\s+)?{DATE}\.?"
)
# What Cuba calls each year stands behind its day.
YEAR_NAMED = ('"', "\u201d", "\u00bb")
YEAR_NAME = re.compile(r",\s[\"\u201c\u00ab][^\"\u201d\u00bb]{3,60}[\"\u201d\u00bb]$")
_PLACED = re.compile(r"([^\W\d_a-z][^\W\d_]{2,}(?:[ -][A-Z][^\W\d_]+)?),?")
_PLACE = re.compile(
    r"(?:Place|Location|Venue|PLACE|Ort|Lieu|Lugar|Luogo|Место|Miejsce|Místo|Hely|Locul)"
    r"(?: of (?:the )?\w+)?\s?:\s+([^\W\d_a-z][\w'\u2019]+(?:[ -][A-Z][\w'\u2019]+){0,2})"
    r"(?:[,(;].{0,40})?\.?"
)
_ROOMS = frozenset(
    ("hall", "room", "house", "palace", "building", "residence", "study", "hotel", "villa", "salon",
     "dacha", "cabinet", "chamber", "theatre", "club", "quarters")
)  # fmt: skip
_TITLED = regex(rf", ([^\W\d_a-z][^\W\d_]{{3,}}), {DATE}\.?$")
_SENTENCE = regex(r"[^.]*\w+ \w+ .*\w{2}[.!?]")
_TOP, _LONGEST, _FIRST, _FAR = 14, 60, 6, 30
# What stands before the day on which a telegram came or went.
_CAME = frozenset(
    """received dated date sent issued ankunft abgang eingang eingegangen aufgenommen abgesandt
    arrivée départ reçu reçue expédié expédiée recibido enviado ricevuto spedito arrivo partenza
    otrzymano wysłano odebrano nadano došlo odesláno přijato érkezett elküldve primit получено
    отправлено передано принято""".split()
)
_NONE = HEADS | CALENDAR | COMMON | OFFICES | RANKS | WEAK_RANKS | _CAME


def dated_from(lines: Sequence[Line], kind: Callable[[str], str]) -> Iterator[str]:
    """Give the names of places that stand before a day on lines of their own.

    kind: what a gazetteer knows words as. One that none knows counts above the text only, where
    no signature stands.

    >>> list(dated_from([Line(0, 0, "Viet Bac, 29 July 1954")], lambda name: ""))
    ['Viet Bac']
    """
    yield from _above_day(lines, kind)
    yield from _said(lines, kind)
    for at, line in enumerate(lines):
        text = YEAR_NAME.sub("", line.text) if line.text[-1:] in '"\u201d\u00bb' else line.text
        if len(text) <= _LONGEST and any(map(str.isdigit, text)):
            text = SITTING.sub("", text)
        if len(text) > _LONGEST or not text[-1:].isdigit():
            continue
        found = _DATED.fullmatch(text)
        words = [word.casefold() for word in re.split(r"[ -]", found[1])] if found else []
        if not found or not _NONE.isdisjoint(words) or any(grades(found[1], whole=True)):
            continue
        known = kind(found[1])
        foreign = at < _TOP and not all(is_english(word) for word in words)
        if known == "place" or (not known and foreign):
            yield found[1]


def _said(lines: Sequence[Line], kind: Callable[[str], str]) -> Iterator[str]:
    """Give the place of a talk that its head names behind the word for it: `Location: Bled`."""
    for line in lines[:_TOP]:
        found = _PLACE.fullmatch(line.text) if ":" in line.text[:_FAR] else None
        words = [word.casefold() for word in re.split(r"[ -]", found[1])] if found else []
        named = found and _NONE.isdisjoint(words) and _ROOMS.isdisjoint(words)
        if found and named and kind(found[1]) in ("", "place") and not all(map(is_english, words)):
            yield found[1]


def dated_title(title: str, kind: Callable[[str], str]) -> Iterator[str]:
    """Give the place before the day with which a title ends.

    >>> list(dated_title("Talk of Ford with Brezhnev, Okeanskaya, 23 November 1974", lambda _: ""))
    ['Okeanskaya']
    """
    named = _TITLED.search(title) if ", " in title else None
    if named and not is_english(named[1].casefold()) and kind(named[1]) in ("", "place"):
        yield named[1]


def _above_day(lines: Sequence[Line], kind: Callable[[str], str]) -> Iterator[str]:
    """Give the place that stands alone on the line above the day, at the top of a text."""
    for line, day in itertools.pairwise(lines[:_FIRST]):
        if len(line.text) > _LONGEST or _SENTENCE.fullmatch(line.text):
            return  # the text has begun: whoever stands below it signs
        named = _PLACED.fullmatch(line.text) if DATE_LINE.fullmatch(day.text) else None
        words = [word.casefold() for word in re.split(r"[ -]", named[1])] if named else []
        if not named or not _NONE.isdisjoint(words):
            continue
        known = kind(named[1])
        if not (known or named[1].istitle()) or named[1].casefold() in KNOWN_ACRONYMS:
            continue  # MFA
        if not any(is_english(word) for word in words) and known in ("", "place"):
            yield named[1]


_TALKS = tuple(
    form
    for word in ("eeting", "onversation", "iscussion", "nterview", "udience", "onference", " talk")
    for form in (word, word.upper())
)
_HELD_ON = re.compile(
    r"(?i:(?:record|minutes|transcript|stenogram|shorthand notes)\b[^.;\d]{0,40}?"
    r"\bof (?:an? |the )?(?:[\w-]+ ){0,3}"
    r"(?:meeting|conversation|discussion|talk|interview|audience|conference)s?\b[^.;\d]{0,140}?"
    r"\bon (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?)"
    rf"(?P<date>{DATE})(?i:,? at \d.{{0,30}})?\.?"
)


def held_on(text: str) -> tuple[int, int] | None:
    """Find the day in the heading of a record that says when and where a meeting was held.

    >>> text = "RECORD OF A MEETING HELD IN THE FOREIGN OFFICE ON TUESDAY, MAY 5, 1951, AT 11.30"
    >>> text[slice(*held_on(text))]
    'MAY 5, 1951'
    """
    found = _HELD_ON.fullmatch(text) if any(map(text.__contains__, _TALKS)) else None
    day = parse_date(found["date"]) if found else None
    return found.span("date") if found and day and day.edtf.count("-") > 1 else None
