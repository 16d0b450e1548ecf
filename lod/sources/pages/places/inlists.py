"""What stands beside a name in a list of names: `Leipzig, Halle and Essen`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.tokens import Token

_JOINS = (",", "and", ", and")
# What joins the words of one name: Bela pod Bezdezem.
_JOINTS = PARTICLES | frozenset(["pod", "nad", "am", "an", "im", "sur", "upon", "sous", "les"])
_MOST = 8


class InLists:
    """Walks from a name over those that commas and `and` join to it.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> text = "went to Leipzig, Halle and Essen."
    >>> words = tokens(text)
    >>> [words[at].text for at, _ in InLists(text, words).before(5)]
    ['Halle', 'Leipzig']
    >>> [words[at].text for at in InLists(text, words).behind(2)]
    ['Halle', 'Essen']
    """

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self._text, self._words = text, words

    def before(self, at: int) -> Iterator[tuple[int, int]]:
        """Give the names that a list has before a word, the nearest first: first and last words."""
        words = self._words
        for _ in range(_MOST):
            end = at - 2 if at and words[at - 1].low == "and" else at - 1
            if end < 0 or not self._is_joined(end, at):
                return
            at = self._begin(end)
            yield at, end

    def behind(self, at: int) -> Iterator[int]:
        """Give the first words of the names that a list has behind a word, the nearest first."""
        words = self._words
        for _ in range(_MOST):
            begin = at + 2 if at + 1 < len(words) and words[at + 1].low == "and" else at + 1
            if begin >= len(words) or not self._is_joined(at, begin):
                return
            yield begin
            at = self._end(begin)

    def _is_joined(self, one: int, other: int) -> bool:
        words = self._words
        gap = self._text[words[one].end : words[other].start].strip()
        return gap in _JOINS and words[one].is_name and words[other].is_name

    def _begin(self, at: int) -> int:
        words = self._words
        while at and words[at].near and not words[at].first:
            ahead = words[at - 1]
            if not ahead.is_name and ahead.low not in _JOINTS:
                break
            if ahead.first and is_english(ahead.low):
                break  # In Leipzig
            at -= 1
        return at

    def _end(self, at: int) -> int:
        words = self._words
        while at + 1 < len(words) and words[at + 1].near and words[at + 1].is_name:
            at += 1
        return at
