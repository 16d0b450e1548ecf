"""Places that a line joins: the Jining-Ulaanbaatar railway, the Hanoi-Vinh road."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.places.placedbefore import ROUTES
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.places.places import Located
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import DEMONYMS
from lod.sources.pages.words.tokens import Token, Words

_LINES = frozenset(
    """line lines railway railways railroad rail road roads highway motorway autobahn route routes
    border frontier pipeline express train trains flight flights ferry canal corridor section
    stretch sector track telegraph cable bus""".split()
)
# What stands between the names and the line: the Hanoi-Vinh railway line.
_MORE = frozenset(
    "railway railroad rail main trunk international telephone oil gas air bus".split()
)
# What runs between places alone, never between persons.
_RAILS = frozenset("railway railroad road highway motorway pipeline canal ferry".split())
_TWO = 2


def linked(text: str, cut: Words) -> list[Located]:
    """Find the two places that a dash joins before what runs between them.

    One of the two is known as a place's name and nobody's, and neither is a word of the language.

    >>> from lod.sources.pages.words.tokens import words_of
    >>> text = "on the Jining-Ulaanbaatar line, of the Liu-Deng line"
    >>> [text[one.start : one.end] for one in linked(text, words_of(text, 0, len(text)))]
    ['Jining', 'Ulaanbaatar']
    """
    words, found = cut.all, list[Located]()
    for at in () if _LINES.isdisjoint(words_in(text)) else cut.names:
        word = words[at]
        if "-" not in word.text:
            continue
        parts = word.text.split("-")
        before = at > 0 and word.near and words[at - 1].low in ROUTES
        if len(parts) != _TWO or not (before or _runs(words, at + 1)):
            continue
        named = all(one.istitle() and one.isalpha() and not _is_said(one) for one in parts)
        sure = any(one.low in _RAILS for one in words[at + 1 : at + 1 + _TWO] if one.near)
        sure |= before
        if named and (sure or any(map(is_only_a_place, parts))):
            for part, start in zip(parts, (word.start, word.end - len(parts[1])), strict=True):
                found.append(Located(start, start + len(part), "line between places"))
    return found


def _runs(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word is what runs between places, with or without what it is of before it."""
    for one in words[at : at + _TWO]:
        if not one.near:
            return False
        if one.low in _LINES:
            return True
        if one.low not in _MORE:
            return False
    return False


def _is_said(name: str) -> bool:
    low = name.casefold()
    return is_english(low) or low in DEMONYMS
