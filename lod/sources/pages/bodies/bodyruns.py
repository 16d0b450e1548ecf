"""How far the name of a body reaches: to a body's word, and through what belongs to it."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from lod.entity import Spotted
from lod.sources.pages.words.bodywords import (
    ALONE,
    COMPOUND,
    FOREIGN_LINKS,
    HEADS,
    KINDS_OF_PLACES,
    KNOWN_ACRONYMS,
    LINKS,
    NO_BEGINNINGS,
    NO_QUALIFIERS,
    PAPERS,
    PARTS,
    PLACED,
    POSTS,
    WEAK_HEADS,
)
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import CALENDAR, DEMONYMS, MATTERS, RANKS
from lod.sources.pages.words.tokens import Token

_GLOSS = re.compile(r"\s*\[[^\[\]\n]{3,60}\]\s+")
_LONGEST, _SHORT = 14, 5
_SIGN = frozenset(("party", "parties", "government", "state", "power"))
# What is on no matter: a bureau or government discusses it.
_NOT_ON = frozenset(
    "bureau politburo secretariat government cabinet presidium service services agency".split()
)
_OWNED = ("' ", "\u2019 ")
# Acronyms behind which that of a state or party says whose they are.
_WITH_NAME = 4  # words: a head, a matter, two of a name
_WHOSE = frozenset(
    ("cc", "mid", "mvd", "mfa", "mgb", "kgb", "gru", "nkvd", "цк", "мид", "мвд", "кгб")
)

# With whom bodies are: the Society for Cultural Relations with Foreign Countries.
_WITH_WHOM = frozenset(
    """relations ties friendship contacts contact cooperation co-operation solidarity trade links
    exchange exchanges affairs""".split()
)  # Behind which a state stands as it is: MFA Poland.
_MINISTRIES = frozenset(("mid", "mfa", "mvd", "мид"))
# Whose union, party or house it is: the Workers' Party, the Women's League.
_OWNERS = frozenset(
    """people peoples worker workers peasant peasants woman women writer writers journalist farmers
    journalists teachers students children youth soldiers citizens artists veterans miners men
    employers seamen lawyers engineers""".split()
)
# What a body does in the words of its decree, in capitals too: the Council of Ministers DECREES.
_ENDS = LINKS | frozenset(
    """decrees resolves orders decides resolved decreed ordered decided instructs hereby enacts
    considers""".split()
)


class BodyRuns:
    """Follows the capitalised words of one stretch of text from one on.

    known: bodies that a gazetteer knows, by where they begin. places: where names of places end,
    by where they begin. persons: starts of words that are persons' names.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        known: Mapping[int, Spotted],
        places: Mapping[int, int],
        persons: Collection[int],
    ) -> None:
        self._text, self._words, self._persons = text, words, persons
        self._known, self._places = known, places
        # Runs of capitalised words: the last one seen, where it ends by where it begins, and by
        # its end from where on its heads are known, with the last of them.
        self._run = (0, 0)
        self._ends: dict[int, int] = {}
        self._heads: dict[int, tuple[int, int]] = {}

    def extended(self, at: int) -> int:
        """Take in what belongs to a body: CC, its bureau, the state that an acronym is of."""
        words = self._words
        while at < len(words) and self._belongs(at):
            at = self.behind(self._places.get(words[at].start, words[at].end), at)
        of = [word.low for word in words[at : at + 2]]
        if words[at - 1].low in _WHOSE and of == ["of", "the"] and at + 2 < len(words):
            return at + 3 if self._state(at + 2) else at  # KGB of the USSR
        gloss = _GLOSS.match(self._text, words[at - 1].end)
        if gloss:
            behind = self.behind(gloss.end(), at)
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
        joined = word.low == "cc" or self._words[at - 1].low in _WHOSE
        return (
            (word.low in PARTS and word.is_name)
            or self._state(at)
            or (self._words[at - 1].low in _MINISTRIES and word.start in self._places)
            or (joined and (is_acronym(word) or word.start in self._known))
        )

    def behind(self, end: int, at: int) -> int:
        """Give the first word, from one on, that begins behind a place of the text."""
        while at < len(self._words) and self._words[at].start < end:
            at += 1
        return at

    def named(self, at: int) -> int:
        """Take capitalised words up to a body's word, and what follows it with `of` or `for`."""
        words, end = self._words, at
        head = at if words[at].low in NO_BEGINNINGS else self.head(at)
        while head > end:
            end = head
            link = end
            while link < len(words) and words[link].near and words[link].low in LINKS:
                link += 1 + 2 * self._is_kind_of_place(link + 1)
            if link > end and (
                self._is_another(end, link)
                or self._is_placed(at, end, link)
                # What a paper of a post is on: the Embassy in Havana on Sugar.
                or (words[end].low == "on" and self._is_whole(end - 1))
                or (words[end].low == "on" and words[end - 1].low in _NOT_ON)
                or (link < len(words) and words[link].low in CALENDAR)
                or (words[end].low == "to" and self._is_in_place(at, end))
            ):
                break
            head = self._tail(link, at) if link > end else end
            if (
                "to" in (one.low for one in words[end:link])
                and words[min(link, len(words) - 1)].start not in self._places
            ):
                head = end  # Embassy in Cuba to the Foreign Ministry: two bodies
        if end > at and words[end - 1].low in POSTS and end < len(words) and words[end].near:
            end = max(self._tail(end, at), end)
        end = self._before_person(at, end)
        return self.extended(end) if end - at > 1 or (end > at and self._is_known(at)) else at

    def _before_person(self, at: int, end: int) -> int:
        """Leave out a full name behind what a ministry is for: Ministry of Defence Wu Xiuquan."""
        words = self._words
        if end - at < _WITH_NAME or words[end - 3].low not in MATTERS:
            return end
        name = words[end - 2 : end]
        strange = all(one.near and one.text.istitle() and not is_english(one.low) for one in name)
        return end - 2 if strange and name[0].start not in self._places else end

    def _is_whole(self, at: int) -> bool:
        """Tell whether a word ends the name of a body: a place, or the letters of another one."""
        ahead, word = self._words[at - 1 if at else 0], self._words[at]
        letters = word.text.isupper() and ahead.text.islower()
        return word.start in self._places or letters or is_acronym(word)

    def _is_placed(self, at: int, end: int, link: int) -> bool:
        """Tell whether `in` only says where a body is: the War Department in Washington."""
        if link - end != 1 or self._words[end].low != "in":
            return False
        return any(word.low in PLACED for word in self._words[at:end])

    def _is_in_place(self, at: int, end: int) -> bool:
        """Tell whether a name says already where the body is: the Embassy in Bern to Rome."""
        return any(word.low == "in" for word in self._words[at:end])

    def _is_another(self, end: int, link: int) -> bool:
        """Tell whether `and the` leads on to another body: the X Department and the Y Office."""
        words = [word.low for word in self._words[end:link]]
        if words == ["the"] or (words == ["and"] and self._is_somebody(link)):
            return True
        if words[0] == "with" and self._words[end - 1].low not in _WITH_WHOM:
            return True  # the Politburo with a delegation
        return words[:2] == ["and", "the"] and link < len(self._words) and self.head(link) > link

    def _is_somebody(self, at: int) -> bool:
        """Tell whether two strange words stand behind `and`: the General Staff and Ne Win."""
        name = [one for one in self._words[at : at + 2] if one.text.istitle()]
        strange = not any(one.start in self._places for one in name)
        return len(name) > 1 and name[1].near and strange and not is_english(name[0].low)

    def _is_kind_of_place(self, at: int) -> bool:
        """Tell whether `city of` or such stands between a body and its place."""
        words = [word.low for word in self._words[at : at + 2]]
        return len(words) > 1 and words[0] in KINDS_OF_PLACES and words[1] == "of"

    def _tail(self, at: int, begin: int) -> int:
        """Find the end of what follows `of`: a place, or capitalised words."""
        if at >= len(self._words):
            return 0
        word = self._words[at]
        if word.start in self._places:
            return self.behind(self._places[word.start], at)
        end = self.capitals(at) if word.near else 0
        return end if end > at and end - begin < _LONGEST else 0

    def head(self, at: int) -> int:
        """Find the end of the capitalised words that begin here and end in a body's word."""
        behind = self._words[at + 1] if at + 1 < len(self._words) else None
        alone = not (behind and behind.near and behind.is_name)
        if alone and not self._is_head(at, at):
            joined = behind is not None and behind.near and behind.low == "and"
            return self._joined(at, at + 1) if joined else at
        whole = self.capitals(at)
        last = self._last_head(at, whole)
        if last > at or (whole > at and self._is_head(at, at)):
            behind = self._words[last + 1] if last + 1 < len(self._words) else None
            general = behind and behind.near and behind.text in ("General", "GENERAL")
            return last + 1 + bool(general and self._words[last].low == "consulate")
        return self._joined(at, whole)

    def _last_head(self, at: int, end: int) -> int:
        """Find the last word of a run that says what a body is, asked once for all its words.

        It is the first where no other is; of that one, which needs less, nothing is said.
        """
        begin, known = self._heads.get(end, (end, end))
        if at < begin:
            known = end - 1
            while known > at and not self._is_head(at, known):
                known -= 1
            self._heads[end] = at, known
        return max(known, at)

    def _joined(self, at: int, end: int) -> int:
        """Find the head behind `and`: Foreign and Commonwealth Office."""
        words = self._words
        if not at < end <= at + 2 or end + 1 >= len(words) or words[end].low != "and":
            return at
        plain = words[at].low not in DEMONYMS and words[at].start not in self._places
        near = words[end].near and words[end + 1].near and words[end + 1].is_name
        if not (plain and near) or words[at].first:
            return at
        last = self.capitals(end + 1)
        return last if last > end + 2 and words[last - 1].low in HEADS else at

    def _is_head(self, begin: int, at: int) -> bool:
        """Tell whether a word is what a body is; a bank or a service needs words beside it."""
        word, behind = self._words[at], [one.low for one in self._words[at + 1 : at + 2]]
        if word.low in HEADS:  # those who sign a treaty are no body: the Contracting Party
            ahead = self._words[at - 1].low if at > begin else ""
            return word.low not in _SIGN or ahead != "contracting"
        if word.low in ("region", "district") and at > begin:
            return self._words[at - 1].low == "military"
        if at == begin:
            return word.low in ("bank", "group") and behind == ["of"]
        if word.low in PAPERS or (len(word.text) > _SHORT and COMPOUND.fullmatch(word.text)):
            return True
        return word.low in WEAK_HEADS and self._words[at - 1].low not in NO_QUALIFIERS

    def capitals(self, at: int) -> int:
        """Find the end of the capitalised words that stand together from here on.

        It is one for all words of a run, and sought once: a list of names may be long.
        """
        begin, behind = self._run
        if begin < at < behind:
            return behind
        if at not in self._ends:
            self._ends[at] = self._end(at)
            self._run = at, self._ends[at]
        return self._ends[at]

    def _end(self, at: int) -> int:
        words, end = self._words, at
        while (
            end < len(words)
            and (end == at or words[end].near or self._is_owned(end))
            and self._may_belong(words[end])
        ):
            if end > at and words[end].low in _ENDS:  # in a line of capitals, before a verb in them
                break
            end += 1
            if words[end - 1].own and words[end - 1].low not in _OWNERS:
                break
        return end

    def _is_owned(self, at: int) -> bool:
        """Tell whether only the mark of several owners stands before a word: Workers' Party."""
        ahead = self._words[at - 1]
        return ahead.low in _OWNERS and self._text[ahead.end : self._words[at].start] in _OWNED

    def _is_known(self, at: int) -> bool:
        """Tell whether one word alone names a body: Politburo, but no committee."""
        ahead = self._words[at - 1].low if at else ""
        return self._words[at].low in ALONE and ahead not in FOREIGN_LINKS  # chef de cabinet

    def _may_belong(self, word: Token) -> bool:
        if word.start in self._persons or word.low in RANKS:
            return False
        return word.is_name and len(word.text) > 1  # a mark in a box: X ARMY


def is_acronym(word: Token) -> bool:
    """Tell whether a word is an acronym that is known to name a body."""
    if not word.text.isupper() or len(word.text) < 2:
        return False
    return word.low in KNOWN_ACRONYMS or word.low == "cc"
