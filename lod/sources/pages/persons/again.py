"""Surnames of those who were named before: where a word may name a person again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.spans import precedes
from lod.sources.pages.words.textwords import FAMILY_FIRST
from lod.sources.pages.words.tokens import Words

AGAIN = "surname in this text"
_SHORTEST = 3


def unsettled(
    found: Iterable[Seen], words: Words, taken: Collection[int], surnames: Collection[str]
) -> Iterator[int]:
    """Give the words that may name persons again: where more is known of a surname, that stands.

    found: the persons so far. taken: places of words that belong to places and bodies.
    """
    seen = list(found)
    rules = {rule for rule in {one.rule for one in seen} if precedes(rule, AGAIN)}
    stands = {one.start: one.end for one in seen if one.rule in rules}
    for at in words.names:
        word = words.all[at]
        if word.start in taken or len(word.text) < _SHORTEST:
            continue
        again = stands.get(word.start) == word.end and word.low not in FAMILY_FIRST
        if not again or word.low not in surnames:
            yield at
