"""Foreign names that a text says to be a town's or a region's: Songch'on county."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.tokens import Token

# What a place is said to be: Velbor, the capital of the province.
_SETTLED = frozenset(
    """capital town city village port suburb hamlet island settlement township seaport spa resort
    stronghold fortress""".split()
)
# Behind the name of a region, which bears the word too: Songch'on county.
_SHIRES = frozenset(
    "province county district prefecture oblast banner canton voivodeship aimag raion".split()
)
_PLACED = frozenset("of in on near".split())
_SAID = 5


def settled(words: Sequence[Token], names: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Find foreign names before the word for a region, or before what they are behind a comma.

    names: which of the words to look at. A region is named with its word.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> words = tokens("in Songchon county. Velbor, the capital of the province, is cold.")
    >>> [" ".join(one.text for one in words[lo:hi]) for lo, hi in settled(words, (1, 3))]
    ['Songchon county', 'Velbor']
    """
    for at in names:
        behind = words[at + 1 : at + _SAID]
        if len(behind) < 2 or words[at].own or words[at].text.isupper():
            continue
        if is_english(words[at].low):
            continue
        if behind[0].near:
            if behind[0].low in _SHIRES and not (behind[1].near and behind[1].is_name):
                named = at and words[at].near and words[at - 1].is_name
                yield at - 1 if named and not is_english(words[at - 1].low) else at, at + 2
        elif behind[0].start - words[at].end == len(", ") and _is_said(behind):
            yield at, at + 1


def _is_said(behind: Sequence[Token]) -> bool:
    """Tell whether words say what a place is: the old capital of."""
    said = [one.low for one in behind]
    kind = next((n for n, one in enumerate(said[:-1]) if one in _SETTLED), 0)
    return said[0] in ("the", "a", "an") and kind > 0 and said[kind + 1] in _PLACED
