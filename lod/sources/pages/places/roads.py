"""Roads as places: which have a number, and by what places they run."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lod.sources.pages.words.tokens import Token

_ROADS = frozenset(
    "road roads highway highways route railway railroad track trail path motorway march".split()
)
_BY = frozenset("by through via past to from towards toward over along between".split())
_NEAR, _TWO, _LONGEST = 3, 2, 3
# `Route 7B`, `Highway 1`
_NUMBERED = re.compile(
    r"\b(?:(?:(?:National|Provincial|Interprovincial|State|Coastal) )?(?:Route|Highway)"
    r"|(?:National|Provincial|Interprovincial|Colonial) Road)(?: No\.?)? \d{1,3}[A-Z]?\b"
)
_WORDS = frozenset(("route", "highway", "road"))


def numbered_roads(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the roads of a stretch that a number names; said: the words of the text.

    >>> text = "down Route 7B to Highway 1"
    >>> [text[slice(*one)] for one in numbered_roads(text, 0, 26, {"route"})]
    ['Route 7B', 'Highway 1']
    """
    if not _WORDS.isdisjoint(said):
        yield from (one.span() for one in _NUMBERED.finditer(text, start, end))


def by_road(words: Sequence[Token], at: int) -> bool:
    """Tell whether a road runs by or to the name that begins at a word: the road by X and Y.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> words = tokens("the road by Dau Tieng and Lai Khe")
    >>> by_road(words, 3), by_road(words, 6), by_road(tokens("written by Dau Tieng"), 2)
    (True, True, False)
    """
    if at > _TWO and words[at - 1].low == "and" and words[at].near:
        one = at - 1
        while one and at - 1 - one < _LONGEST and words[one - 1].is_name and words[one].near:
            one -= 1
        at = one if one < at - 1 else at
    if not at or not words[at].near or words[at - 1].low not in _BY:
        return False
    return not _ROADS.isdisjoint(word.low for word in words[max(at - _NEAR, 0) : at - 1])
