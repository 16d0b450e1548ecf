"""Values that say more than one thing, or say it with words around: each part with its place."""

# ruff: noqa: RUF001  (words of Russian are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.layout.heading import Part
from lod.sources.pages.layout.tonguevalues import languages

_OF_DATES = re.compile(r"\s+(?:r\.|roku|г\.|года)$|\s+\((?:date )?[a-z]+ed\)$")
_ONE_DAY = re.compile(r"(\S.{5,20}?)\s+[-\u2013\u2014]\s+\1")
# The number of a page in its short address: `dodis.ch/47123`.
_SHORT_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/(?:[a-z]{2}/)?(\d{3,9})(?=/?$|\s)"
)
# What repositories call a thing by: `20460`, `10125/20460`.
_HANDLE = re.compile(r"(?:\d[\d.]{0,20}/)?\d{2,9}")
# Who wrote to whom: `Orlov -> Petrov`.
_ARROW, _PAIR = re.compile(r"\s(?:\u2192|\u2794|\u27f6|-+>|=+>)\s"), 2


def _dates(text: str, start: int) -> Iterator[Part]:
    """Take a date without what a catalogue says of it behind: `5 maja 1951 r.`."""
    both = _ONE_DAY.fullmatch(text)
    if both:  # a range from a day to the same
        yield Part("date", start, start + both.end(1), "label date")
    elif behind := _OF_DATES.search(text):
        yield Part("date", start, start + behind.start(), "label date")


def _links(text: str, start: int) -> Iterator[Part]:
    """Take the number in a short address for that of the page: `papers.example/47123`.

    Repositories give a handle without its address, too.
    """
    if _HANDLE.fullmatch(text):
        yield Part("identifier", start, start + len(text), "handle")
    if short := _SHORT_LINK.match(text):
        yield Part("identifier", start + short.start(1), start + short.end(1), "number of a link")
        if "//" in short[0]:
            yield Part("url", start, start + short.end(), "label url")


def _correspondents(text: str, start: int) -> Iterator[Part]:
    """Take whoever stands before an arrow for the sender, whoever stands behind it for whom it is.

    >>> [part.column for part in _correspondents("Embassy in Venta \u2192 Ministry of Mines", 0)]
    ['sender', 'recipient']
    """
    sides = _ARROW.split(text)
    if len(sides) == _PAIR:
        yield Part("sender", start, start + len(sides[0]), "label sender")
        yield Part("recipient", start + len(text) - len(sides[1]), start + len(text),
                   "label recipient")  # fmt: skip


VALUES = {"language": languages, "date": _dates, "url": _links,
           "correspondents": _correspondents}  # fmt: skip
