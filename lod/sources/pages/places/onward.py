"""Whither a way goes on: behind the place where it begins, or another to which it went."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.tokens import Token

_MOST, _FURTHER = 3, 5
_WAYS = (["from", "to"], ["from", "by"], ["from", "via"], ["from", "through"])


def is_way(words: Sequence[Token], at: int, blocked: Collection[int]) -> bool:
    """Tell whether a name says whither, behind a place from where: from Tashkent to Bagram.

    at: the word. blocked: starts of words that name something, such as known places.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> words = list(tokens("it moved to Mupa, to Evale and then to Ngiva"))
    >>> [one.text for at, one in enumerate(words) if one.is_name and is_way(words, at, ())]
    ['Evale', 'Ngiva']
    """
    some = words[max(at - _MOST, 0) : at]
    if _is_further(words, at, blocked):
        return True
    if [word.low for word in some[::2]] not in _WAYS:
        return False
    return some[1].start in blocked and some[1].near and some[2].near


def _is_further(words: Sequence[Token], at: int, blocked: Collection[int]) -> bool:
    """Tell whether a way goes on to a name behind another one: to Mupa, to Evale and then to X."""
    said = [word.low for word in words[max(at - _FURTHER, 0) : at]]
    then = 1 if said[-2:-1] == ["then"] else 0
    before = at - 2 - then - (said[-2 - then : -1 - then] == ["and"])
    if said[-1:] != ["to"] or before < 1 or is_english(words[at].low) or not words[before].near:
        return False
    onward = words[before - 1].low == "to" and words[before].is_name
    return onward or (words[before].start in blocked and words[before - 1].low == "from")
