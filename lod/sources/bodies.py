"""Bodies in running text: acronyms, and words that only bodies bear with what belongs to them."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from lod.entity import Spotted
from lod.normalize.namewords import ACRONYMS, BODIES, WEAK_BODIES
from lod.sources.english import is_english
from lod.sources.persons import Seen
from lod.sources.textwords import COMMON, OFFICES, RANKS
from lod.sources.tokens import Token

_PARTS = frozenset(
    "cc central politburo presidium secretariat praesidium committee department government".split()
)
# Words that name a body only beside others, or name what is none.
_NO_HEADS = frozenset(
    """soviet international workers union unions red communists officials delegations missions
    program programme regime""".split()
)
_MORE_HEADS = frozenset("admiralty airlines airways railways survey theater theatre".split())
_HEADS = (BODIES | _MORE_HEADS) - WEAK_BODIES - _NO_HEADS
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())
# Bodies of one word, which need no other beside them.
_ALONE = frozenset(
    "politburo presidium gosplan comintern cominform tass bundestag comecon knesset sejm".split()
)
_PAIRS = frozenset(
    (("red", "cross"), ("red", "crescent"), ("pathet", "lao"), ("viet", "minh"), ("viet", "cong"),
     ("khmer", "rouge"), ("renmin", "ribao"), ("rodong", "sinmun"), ("minju", "choson"))
)  # fmt: skip
_FIRSTS = frozenset(one for one, _ in _PAIRS)
_HELD = frozenset("congress conference session plenum assembly".split())
_LINKS = frozenset("of for and the on in to with".split())
# Words with which no name of a body begins.
_NO_BEGINNINGS = (COMMON | RANKS | OFFICES) - _HEADS - _DIRECTIONS
_PROPOSED = re.compile(
    r"\b(?:creation|establish(?:ment|ing)?|formation|form(?:ing)?|creat(?:e|ing)|set(?:ting)? up"
    r"|found(?:ing|ation)|propos(?:al|ed)|future|organi[sz](?:e|ing|ation))\s+(?:of\s+)?(?:a|an)?\s*$"
)
_GLOSS = re.compile(r"\s*\[[^\[\]\n]{3,60}\]\s+")
_LONGEST = 14
_ACRONYM = 6  # letters of an acronym at most; longer words in capitals are shouted
_ROMAN = re.compile("[IVXLCDM]+")
# Written like the acronyms of bodies, and none: arms, times, words of offices.
_NO_ACRONYMS = _NO_BEGINNINGS | frozenset(
    """abm aaa asap bcc bst cet ddt deptel dmz dna doc eds embtel est eta etc exdis fyi gdp gmt gnp
    html http icbm irbm isbn issn lct limdis lst mig mirv mrbm mytel niact nodis nofo noforn nos
    obe opc pdf phd pow pows radar ref reftel rpt rsvp salt sam slbm sos tel telex tnt url urtel
    usd utc vip vol wwi wwii www""".split()
)
# VKP(b), RKP(b): the faction is part of the name.
_FACTION = "(b)"
_LOOK_BACK = 60


class Bodies:
    """Finds bodies in the words of one stretch of text.

    spotted: what a gazetteer found in it. located: names of places, start -> end. persons: starts
    of words that are persons' names.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        spotted: Sequence[Spotted],
        located: Mapping[int, int],
        persons: Collection[int] = (),
    ) -> None:
        self._text, self._words, self._persons = text, words, persons
        self._known = {one.start: one for one in spotted if one.kind == "group"}
        self._places = located
        self._names = [at for at, word in enumerate(words) if word.is_name]
        self._acronyms = {words[at].text for at in self._names if self._is_unlisted(at)}

    def find(self) -> list[Seen]:
        """Give the bodies in order; one that is only proposed is none."""
        return [one for one in self._all() if not self._is_proposed(one) and not self._is_held(one)]

    def _all(self) -> Iterator[Seen]:
        behind = 0
        for at in self._names:
            if at < behind:
                continue
            end, rule = self._at(at)
            if end > at and rule:
                stop = self._words[end - 1].end
                stop += len(_FACTION) if self._text.startswith(_FACTION, stop) else 0
                yield Seen(self._words[at].start, stop, rule)
            behind = end

    def _at(self, at: int) -> tuple[int, str]:
        """Find where a body that begins with a word ends; the word itself where none begins."""
        word = self._words[at]
        if word.start in self._known:
            return self._extended(self._behind(self._known[word.start].end, at)), "gazetteer"
        if word.start in self._places:
            end = self._behind(self._places[word.start], at)
            near = end < len(self._words) and self._words[end].near
            whole = self._named(end) if near and not self._words[end - 1].own else end
            return (whole, "words of a body") if whole > end else (end, "")
        if _is_acronym(word) or word.text in self._acronyms:
            end = self._extended(at + 1)
            return (end, "acronym") if end - at > 1 or word.low != "cc" else (at, "")
        pair = tuple(one.low for one in self._words[at : at + 2]) if word.low in _FIRSTS else ()
        if pair in _PAIRS:
            return at + 2, "words of a body"
        if word.low in _ALONE and not self._capitals(at) > at + 1:
            return max(self._named(at), at + 1), "word of a body"
        return self._named(at), "words of a body"

    def _is_unlisted(self, at: int) -> bool:
        """Tell whether a word in capitals is an acronym that nobody listed: UNRWA, the A.R.A.

        It is no word, no numeral and no person, and stands among words in small letters; behind
        `the`, where the page writes surnames in capitals too.
        """
        word, words = self._words[at], self._words
        letters = word.text.replace(".", "")
        if not (letters.isupper() and letters.isalpha() and 3 <= len(letters) <= _ACRONYM):
            return False
        low = letters.casefold()
        if word.start in self._persons or low in _NO_ACRONYMS or _ROMAN.fullmatch(letters):
            return False
        before, behind = words[at - 1 if at else 0], words[min(at + 1, len(words) - 1)]
        if "." in word.text or self._shouted:
            return before.low == "the" and word.near
        among = (before.text.islower() and word.near) or word.own
        among |= behind.text.islower() and behind.near
        loud = any(_is_loud(one) for one in (before, behind) if one is not word)
        return among and not loud and not is_english(low)

    @cached_property
    def _shouted(self) -> bool:
        """Tell whether surnames are written in capitals here."""
        return sum(_is_loud(one) for one in self._words if one.start in self._persons) > 1

    def _extended(self, at: int) -> int:
        """Take in what belongs to a body: CC, its bureau, the state that an acronym is of."""
        words = self._words
        while at < len(words) and self._belongs(at):
            at = self._behind(self._places.get(words[at].start, words[at].end), at)
        gloss = _GLOSS.match(self._text, words[at - 1].end)
        if gloss:
            behind = self._behind(gloss.end(), at)
            if behind < len(words) and words[behind].start == gloss.end() and self._state(behind):
                return behind + 1
        return at

    def _state(self, at: int) -> bool:
        """Tell whether a word is a state's acronym, whose ministry stands before it."""
        return self._words[at].text.isupper() and self._words[at].start in self._places

    def _belongs(self, at: int) -> bool:
        word = self._words[at]
        if not word.near:
            return False
        return (word.low in _PARTS and word.is_name) or self._state(at) or _is_acronym(word)

    def _behind(self, end: int, at: int) -> int:
        while at < len(self._words) and self._words[at].start < end:
            at += 1
        return at

    def _named(self, at: int) -> int:
        """Take capitalised words up to a body's word, and what follows it with `of` or `for`."""
        words, end = self._words, at
        head = at if words[at].low in _NO_BEGINNINGS else self._head(at)
        while head > end:
            end = head
            link = end
            while link < len(words) and words[link].near and words[link].low in _LINKS:
                link += 1
            head = self._tail(link, at) if link > end else end
            if (
                "to" in (one.low for one in words[end:link])
                and words[link].start not in self._places
            ):
                head = end  # Embassy in Cuba to the Foreign Ministry: two bodies
        return self._extended(end) if end - at > 1 or (end > at and self._is_known(at)) else at

    def _tail(self, at: int, begin: int) -> int:
        """Find the end of what follows `of`: a place, or capitalised words."""
        if at >= len(self._words):
            return 0
        word = self._words[at]
        if word.start in self._places:
            return self._behind(self._places[word.start], at)
        end = self._capitals(at) if word.near else 0
        return end if end > at and end - begin < _LONGEST else 0

    def _head(self, at: int) -> int:
        """Find the end of the capitalised words that begin here and end in a body's word."""
        behind = self._words[at + 1] if at + 1 < len(self._words) else None
        if not (behind and behind.near and behind.is_name) and self._words[at].low not in _HEADS:
            return at
        end = self._capitals(at)
        while end > at and self._words[end - 1].low not in _HEADS:
            end -= 1
        return end

    def _capitals(self, at: int) -> int:
        """Find the end of the capitalised words that stand together from here on."""
        words, end = self._words, at
        while end < len(words) and (end == at or words[end].near) and self._may_belong(words[end]):
            end += 1
            if words[end - 1].own and words[end - 1].low != "people":
                break
        return end

    def _is_known(self, at: int) -> bool:
        """Tell whether one word alone names a body: Politburo, but no committee."""
        return self._words[at].low in _ALONE

    def _may_belong(self, word: Token) -> bool:
        return word.is_name and word.start not in self._persons and word.low not in RANKS

    def _is_held(self, seen: Seen) -> bool:
        """Tell whether it is an event that is held rather than a body: the Twentieth Congress."""
        words = self._text[seen.start : seen.end].casefold().split()
        counted = words[0][0].isdigit() or words[0].endswith(("th", "first", "second", "third"))
        return counted and words[-1] in _HELD

    def _is_proposed(self, seen: Seen) -> bool:
        before = self._text[max(seen.start - _LOOK_BACK, 0) : seen.start]
        return _PROPOSED.search(before) is not None


def _is_loud(word: Token) -> bool:
    return word.text.isupper() and len(word.text) > 1 and "." not in word.text


def _is_acronym(word: Token) -> bool:
    if not word.text.isupper() or len(word.text) < 2:
        return False
    return word.low in ACRONYMS or word.low == "cc"
