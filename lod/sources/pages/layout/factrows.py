"""Rows of small print that have a document's day: `Venta | 19 August 1957 | 3 pages | English`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.normalize.languages import language_tag
from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.words.shortlines import kept_if_short

_PARTING = re.compile(r"\s*[|\u00b7\u2022]\s*")
_INTERVIEWER = re.compile(r"(?i:interviewer|interview by|interviewed by):? (?=[^\W\d_a-z])")
_LONGEST = 200


@kept_if_short
def facts_in_row(text: str) -> tuple[tuple[str, int, int], ...]:
    """Find the columns that a row of small print feeds, () for one without a day of its own.

    >>> text = "Venta | 19 August 1957 | 3 pages | English"
    >>> [(column, text[lo:hi]) for column, lo, hi in facts_in_row(text)]
    [('date', '19 August 1957'), ('language', 'English')]
    >>> facts_in_row("Home | About | English")
    ()
    """
    if len(text) > _LONGEST or not _PARTING.search(text):
        return ()
    found = tuple(_told(text))
    return found if any(column == "date" for column, _, _ in found) else ()


def _told(text: str) -> Iterator[tuple[str, int, int]]:
    lo = 0
    for hi in (*(one.start() for one in _PARTING.finditer(text)), len(text)):
        parting = _PARTING.match(text, lo)
        lo = parting.end() if parting else lo
        part = text[lo:hi]
        if DATE_LINE.fullmatch(part) and len(part) > len("1957"):
            yield "date", lo, hi
        elif asked := _INTERVIEWER.match(part):
            yield "interviewer", lo + asked.end(), hi
        elif part[:1].isupper() and part.isalpha() and language_tag(part):
            yield "language", lo, hi
        lo = hi
