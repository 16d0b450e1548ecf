"""Where on a page names are sought: in its text, titles, letterheads and what editors say above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.citations.citedparts import day_row
from lod.sources.pages.names.readregion import Region
from lod.sources.pages.papers.interviews import ASKING
from lod.sources.pages.papers.paperhead import is_letterhead
from lod.sources.pages.persons.reflow import Reflowed, in_one_line, reflow

LONGEST = 1 << 18  # letters of a text that are read for names
_READ = ("title", "summary", "body")
_LONGEST_SENTENCE, _WORDS, _SMALL = 320, 6, 3
_PLACED = "place in brackets"


def regions_of(cells: Mapping[str, Sequence[Cell]]) -> Iterator[Region]:
    """Give the stretches of a page that are read for names; cells: its columns."""
    for column in _READ:
        for one in cells.get(column, ()):
            if one.start >= 0:
                end = min(one.end, one.start + LONGEST)
                yield Region(one.start, end, prose=column != "title")
    yield from _beside(cells)
    for one in cells.get("head", ()):
        said = is_sentence(one.text)
        if said or is_letterhead(one.text) or any(day_row(one.text)):
            yield Region(one.start, one.end, prose=said)


def _beside(cells: Mapping[str, Sequence[Cell]]) -> Iterator[Region]:
    """Give what notes on the source say, and lists of those present."""
    for one in cells.get("context", ()):
        if "note" in one.rule:
            yield Region(one.start, one.end, prose=True)
    for column in ("participants", *ASKING):
        for one in cells.get(column, ()):
            yield Region(one.start, one.end, prose=False)


def joined_text(text: str, cells: Mapping[str, Sequence[Cell]]) -> Reflowed:
    """Give a page's text with its lines joined where only a page's width has parted them."""
    read = Reflowed(text)
    for body in cells.get("body", ()):
        read = reflow(text, body.start, min(body.end, body.start + LONGEST))
    printed = (one for column in _READ[:-1] for one in cells.get(column, ()))
    return in_one_line(read, ((one.start, one.end) for one in printed))


def without_places(text: str, cells: Mapping[str, Sequence[Cell]]) -> str:
    """Give a page's text with blanks for the place in an archive that stands in brackets in it."""
    for one in cells.get("reference", ()):
        if one.rule == _PLACED:
            text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
    return text


def is_sentence(text: str) -> bool:
    """Tell whether a line above a text is a sentence in English, where names stand as in prose.

    >>> is_sentence("Handed over by the ambassador in Rome, J. Orlov, at his house.")
    True
    >>> is_sentence("Documents on Foreign Policy, Vol. IV")
    False
    """
    if not text.endswith(".") or len(text) > _LONGEST_SENTENCE or not text[:1].isupper():
        return False
    words = text.split()
    return len(words) >= _WORDS and "the" in words and sum(map(str.islower, words)) >= _SMALL
