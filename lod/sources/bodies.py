"""Bodies in running text: acronyms, and words that only bodies bear with what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lod.entity import Spotted
from lod.normalize.namewords import ACRONYMS, BODIES, WEAK_BODIES
from lod.sources.persons import Seen
from lod.sources.textwords import COMMON, OFFICES, RANKS
from lod.sources.tokens import Token

_PARTS = frozenset(
    "cc politburo presidium secretariat praesidium committee department government".split()
)
_HEADS = (BODIES - WEAK_BODIES - {"soviet", "international", "workers", "union", "unions", "red"}
          - {"communists", "officials", "delegations", "missions", "program", "regime"})  # fmt: skip
_LINKS = frozenset("of for and the on in to with".split())
_PROPOSED = re.compile(
    r"\b(?:creation|establish(?:ment|ing)?|formation|form(?:ing)?|creat(?:e|ing)|set(?:ting)? up"
    r"|found(?:ing|ation)|propos(?:al|ed)|future|organi[sz](?:e|ing|ation))\s+(?:of\s+)?(?:a|an)?\s*$"
)
_LONGEST = 12
_LOOK_BACK = 60


class Bodies:
    """Finds bodies in the words of one stretch of text.

    spotted: what a gazetteer found in it. persons: places of words that are persons' names.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        spotted: Sequence[Spotted],
        persons: Collection[int] = (),
    ) -> None:
        self._text, self._words, self._persons = text, words, persons
        self._known = {one.start: one for one in spotted if one.kind == "group"}
        self._places = {one.start: one.end for one in spotted if one.kind == "place"}

    def find(self) -> list[Seen]:
        """Give the bodies in order; one that is only proposed is none."""
        return [seen for seen in self._all() if not self._is_proposed(seen)]

    def _all(self) -> Iterator[Seen]:
        at = 0
        while at < len(self._words):
            end, rule = self._at(at)
            if end > at:
                yield Seen(self._words[at].start, self._words[end - 1].end, rule)
            at = max(end, at + 1)

    def _at(self, at: int) -> tuple[int, str]:
        """Find where a body that begins with a word ends; the word itself where none begins."""
        word = self._words[at]
        if not word.is_name:
            return at, ""
        if word.start in self._known:
            return self._extended(self._behind(self._known[word.start].end, at)), "gazetteer"
        if _is_acronym(word):
            return self._extended(at + 1), "acronym"
        return self._named(at), "words of a body"

    def _extended(self, at: int) -> int:
        """Take in what belongs to a body: CC, its bureau, the state that an acronym is of."""
        words = self._words
        while at < len(words) and words[at].near and self._belongs(at):
            at = self._behind(self._places.get(words[at].start, words[at].end), at)
        return at

    def _belongs(self, at: int) -> bool:
        word = self._words[at]
        if word.low in _PARTS and word.is_name:
            return True
        return word.text.isupper() and (word.start in self._places or _is_acronym(word))

    def _behind(self, end: int, at: int) -> int:
        while at < len(self._words) and self._words[at].start < end:
            at += 1
        return at

    def _named(self, at: int) -> int:
        """Take capitalised words with a body's word among them, and what follows `of` and `for`."""
        words, end, head = self._words, at, -1
        while end < len(words) and end - at < _LONGEST and (end == at or words[end].near):
            if self._cannot_belong(words[end]):
                break
            if words[end].is_name and words[end].low in _HEADS:
                head = end
            end += 1
            if words[end - 1].own and words[end - 1].low != "people":
                break
        while end > at and not words[end - 1].is_name:
            end -= 1
        begins = words[at].low not in COMMON | RANKS | OFFICES or words[at].low in _HEADS
        return end if head >= 0 and end - at > 1 and begins else at

    def _cannot_belong(self, word: Token) -> bool:
        if word.start in self._persons or word.low in RANKS:
            return True
        return not word.is_name and word.low not in _LINKS

    def _is_proposed(self, seen: Seen) -> bool:
        before = self._text[max(seen.start - _LOOK_BACK, 0) : seen.start]
        return _PROPOSED.search(before) is not None


def _is_acronym(word: Token) -> bool:
    if not word.text.isupper() or len(word.text) < 2:
        return False
    return word.low in ACRONYMS or word.low in _PARTS
