"""Bodies in running text: acronyms, and words that only bodies bear with what belongs to them."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from lod.entity import Spotted
from lod.sources.bodynames import joined
from lod.sources.bodywords import (
    ALONE,
    COMPOUND,
    FIRSTS,
    FOREIGN_LINKS,
    HEADS,
    HELD,
    KINDS_BEFORE,
    KINDS_OF_PLACES,
    KNOWN_ACRONYMS,
    LINKS,
    NEVER_FOUNDED,
    NO_ACRONYMS,
    NO_BEGINNINGS,
    NO_QUALIFIERS,
    PAIRS,
    PAPERS,
    PARTS,
    PLACED,
    POSTS,
    PROPOSED,
    WEAK_HEADS,
)
from lod.sources.english import is_english
from lod.sources.persons import Seen
from lod.sources.textwords import DEMONYMS, RANKS
from lod.sources.tokens import Token, Words

_GLOSS = re.compile(r"\s*\[[^\[\]\n]{3,60}\]\s+")
_LONGEST, _SHORT = 14, 5
_ACRONYM = 6  # letters of an acronym at most; longer words in capitals are shouted
_ROMAN = re.compile("[IVXLCDM]+")
# VKP(b), RKP(b): the faction is part of the name.
_FACTIONS = ("(b)", "(\u0431)")
_STATE = "government"
# Acronyms behind which that of a state or party says whose they are.
_WHOSE = frozenset("cc mid mvd mfa mgb kgb gru nkvd цк мид мвд кгб".split())
_LOOK_BACK = 60
# Words that say alone, or with the next one, that a body is named.
_TELLING = ALONE | HEADS | {"bank", "group"}


class Bodies:
    """Finds bodies in the words of one stretch of text.

    spotted: what a gazetteer found in it. located: names of places, start -> end. persons: starts
    of words that are persons' names.
    """

    def __init__(
        self,
        text: str,
        words: Words,
        spotted: Sequence[Spotted],
        located: Mapping[int, int],
        persons: Collection[int] = (),
    ) -> None:
        self._text, self._words, self._persons = text, words.all, persons
        self._known = {one.start: one for one in spotted if one.kind == "group"}
        self._places = {start + (text[start] == "["): end for start, end in located.items()}
        # Nothing of a page is folded again for a word that it does not have.
        governed = _STATE in words.lows
        rules = [at for at, low in enumerate(words.lows) if low == _STATE] if governed else []
        self._governed = bool(rules)
        self._names = sorted({*words.names, *rules}) if rules else words.names
        self._acronyms = {
            words.all[at].text
            for at in self._names
            if words.all[at].text.isupper()
            and not _is_acronym(words.all[at])
            and self._is_unlisted(at)
        }
        # Runs of capitalised words: the last one seen, where it ends by where it begins, and by
        # its end from where on its heads are known, with the last of them.
        self._run = (0, 0)
        self._ends: dict[int, int] = {}
        self._heads: dict[int, tuple[int, int]] = {}

    def find(self) -> list[Seen]:
        """Give the bodies in order; one that is only proposed is none."""
        found = [
            one for one in self._all() if not self._is_proposed(one) and not self._is_held(one)
        ]
        return list(joined(self._text, found))

    def _all(self) -> Iterator[Seen]:
        words, behind = self._words, 0
        marked = self._known.keys() | self._places.keys()
        for at in self._names:
            word = words[at]
            if at < behind or (word.start not in marked and self._is_silent(word, at)):
                continue
            end, rule = self._at(at)
            if end > at and rule:
                stop = self._words[end - 1].end
                stop += len(_FACTIONS[0]) if self._text.startswith(_FACTIONS, stop) else 0
                yield Seen(word.start, stop, rule)
            behind = end

    def _is_silent(self, word: Token, at: int) -> bool:
        """Tell whether a word that nothing knows begins no body: most are asked no more."""
        return not self._governed and not word.text.isupper() and self._is_plain(at)

    def _at(self, at: int) -> tuple[int, str]:
        """Find where a body that begins with a word ends; the word itself where none begins."""
        word = self._words[at]
        if word.start in self._known and self._known[word.start].end >= word.end:
            end = self._behind(self._known[word.start].end, at)
            if self._is_of_office(end):
                return at, ""
            return self._acronym(self._extended(end)), "gazetteer"
        if self._governed and (end := self._government(at)):
            return end, "government of a state"
        if not word.is_name:
            return at, ""
        if word.start in self._places:
            end = self._behind(self._places[word.start], at)
            near = end < len(self._words) and self._words[end].near
            whole = self._named(end) if near and not self._words[end - 1].own else end
            return (whole, "words of a body") if whole > end else (end, "")
        if _is_acronym(word) or word.text in self._acronyms:
            end = self._acronym(self._extended(at + 1))
            return (end, "acronym") if end - at > 1 or word.low != "cc" else (at, "")
        return self._worded(at)

    def _is_of_office(self, at: int) -> bool:
        """Tell whether the name before a word is part of an office: Commonwealth Secretary."""
        behind = self._words[at] if at < len(self._words) else None
        return bool(behind and behind.near and behind.is_name and behind.low in RANKS)

    def _acronym(self, end: int) -> int:
        """Take in the words behind an acronym that name a body of its own: NATO Council."""
        words = self._words
        if end < len(words) and words[end].near and words[end].is_name and not words[end - 1].own:
            head = self._head(end)
            return max(self._named(end), head) if head > end else end
        return end

    def _worded(self, at: int) -> tuple[int, str]:
        """Find where a body ends that words show: known pairs, one word that needs no other."""
        if self._is_plain(at):
            return at, ""
        word, behind = self._words[at], self._words[at + 1 : at + 2]
        paired = word.low in FIRSTS and behind and behind[0].is_name and behind[0].near
        if paired and (word.low, behind[0].low) in PAIRS:
            return max(self._named(at), at + 2), "words of a body"
        ahead = self._words[at - 1] if at and word.near else None
        if word.text == "Radio" and behind and behind[0].is_name and behind[0].near:
            return max(self._capitals(at), at + 2), "kind of a body before it"
        if ahead and ahead.low in KINDS_BEFORE and not ahead.is_name:
            return self._capitals(at), "kind of a body before it"
        if self._is_alone(at) and not self._capitals(at) > at + 1:
            return max(self._named(at), at + 1), "word of a body"
        if len(word.text) > _SHORT and _is_compound(word.text):
            return self._compound(at), "word of a body"
        return self._named(at), "words of a body"

    def _is_plain(self, at: int) -> bool:
        """Tell whether a word says nothing of bodies, and none beside it makes it part of one."""
        words, word = self._words, self._words[at]
        if word.low in _TELLING or (len(word.text) > _SHORT and _is_compound(word.text)):
            return False
        if at + 1 < len(words):
            behind = words[at + 1]
            if behind.near and behind.low == "and":
                return False
            person = word.start in self._persons and word.low not in FIRSTS
            if behind.near and behind.is_name and not person:
                return False
        return not (at and word.near and words[at - 1].low in KINDS_BEFORE)

    def _is_alone(self, at: int) -> bool:
        """Tell whether one word names a body; an everyday word does amid a sentence only."""
        word, ahead = self._words[at], self._words[at - 1 : at]
        if word.low not in ALONE:
            return False
        near = ahead and word.near and ahead[0].low not in FOREIGN_LINKS  # chef de cabinet
        return not is_english(word.low) or bool(near and ahead[0].text.islower())

    def _government(self, at: int) -> int:
        """Find the end of what governs a state: Soviet government, government of the DPRK."""
        words, word, end = self._words, self._words[at], at + 1
        if word.low == _STATE:
            while end < len(words) and words[end].near and words[end].low in ("of", "the"):
                end += 1
            named = end > at + 1 and end < len(words) and words[end].start in self._places
            return self._behind(self._places[words[end].start], end) if named else 0
        if word.start in self._places:
            end = self._behind(self._places[word.start], at)
        elif word.start in self._persons:
            while end < len(words) and words[end].near and words[end].start in self._persons:
                end += 1
        elif word.low not in DEMONYMS:
            return 0
        if end >= len(words) or not words[end].near or words[end - 1].own:
            return 0
        return end + 1 if words[end].low == _STATE and not words[end].own else 0

    def _compound(self, at: int) -> int:
        """Find the end of a German name: Reichsministerium für Ernährung und Landwirtschaft."""
        words, end = self._words, at + 1
        link = end
        while link < len(words) and words[link].near and words[link].low in FOREIGN_LINKS:
            link += 1
            if link < len(words) and words[link].near and words[link].is_name:
                end = link = link + 1
        return end

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
        if word.start in self._persons or low in NO_ACRONYMS or _ROMAN.fullmatch(letters):
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
        persons = self._persons
        loud = [one for one in self._words if one.text.isupper() and one.start in persons]
        return sum(map(_is_loud, loud)) > 1

    def _extended(self, at: int) -> int:
        """Take in what belongs to a body: CC, its bureau, the state that an acronym is of."""
        words = self._words
        while at < len(words) and self._belongs(at):
            at = self._behind(self._places.get(words[at].start, words[at].end), at)
        of = [word.low for word in words[at : at + 2]]
        if words[at - 1].low in _WHOSE and of == ["of", "the"] and at + 2 < len(words):
            return at + 3 if self._state(at + 2) else at  # KGB of the USSR
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
        joined = word.low == "cc" or self._words[at - 1].low in _WHOSE
        return (
            (word.low in PARTS and word.is_name)
            or self._state(at)
            or (joined and (_is_acronym(word) or word.start in self._known))
        )

    def _behind(self, end: int, at: int) -> int:
        while at < len(self._words) and self._words[at].start < end:
            at += 1
        return at

    def _named(self, at: int) -> int:
        """Take capitalised words up to a body's word, and what follows it with `of` or `for`."""
        words, end = self._words, at
        head = at if words[at].low in NO_BEGINNINGS else self._head(at)
        while head > end:
            end = head
            link = end
            while link < len(words) and words[link].near and words[link].low in LINKS:
                link += 1 + 2 * self._is_kind_of_place(link + 1)
            if link > end and (self._is_another(end, link) or self._is_placed(at, end, link)):
                break
            head = self._tail(link, at) if link > end else end
            if (
                "to" in (one.low for one in words[end:link])
                and words[min(link, len(words) - 1)].start not in self._places
            ):
                head = end  # Embassy in Cuba to the Foreign Ministry: two bodies
        if end > at and words[end - 1].low in POSTS and end < len(words) and words[end].near:
            end = max(self._tail(end, at), end)
        return self._extended(end) if end - at > 1 or (end > at and self._is_known(at)) else at

    def _is_placed(self, at: int, end: int, link: int) -> bool:
        """Tell whether `in` only says where a body is: the War Department in Washington."""
        if link - end != 1 or self._words[end].low != "in":
            return False
        return any(word.low in PLACED for word in self._words[at:end])

    def _is_another(self, end: int, link: int) -> bool:
        """Tell whether `and the` leads on to another body: the X Department and the Y Office."""
        words = [word.low for word in self._words[end:link]]
        if words == ["the"]:
            return True
        return words[:2] == ["and", "the"] and link < len(self._words) and self._head(link) > link

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
            return self._behind(self._places[word.start], at)
        end = self._capitals(at) if word.near else 0
        return end if end > at and end - begin < _LONGEST else 0

    def _head(self, at: int) -> int:
        """Find the end of the capitalised words that begin here and end in a body's word."""
        behind = self._words[at + 1] if at + 1 < len(self._words) else None
        alone = not (behind and behind.near and behind.is_name)
        if alone and not self._is_head(at, at):
            joined = behind is not None and behind.near and behind.low == "and"
            return self._joined(at, at + 1) if joined else at
        whole = self._capitals(at)
        last = self._last_head(at, whole)
        if last > at or (whole > at and self._is_head(at, at)):
            return last + 1
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
        last = self._capitals(end + 1)
        return last if last > end + 2 and words[last - 1].low in HEADS else at

    def _is_head(self, begin: int, at: int) -> bool:
        """Tell whether a word is what a body is; a bank or a service needs words beside it."""
        word, behind = self._words[at], [one.low for one in self._words[at + 1 : at + 2]]
        if word.low in HEADS:
            return True
        if word.low in ("region", "district") and at > begin:
            return self._words[at - 1].low == "military"
        if at == begin:
            return word.low in ("bank", "group") and behind == ["of"]
        if word.low in PAPERS or (len(word.text) > _SHORT and COMPOUND.fullmatch(word.text)):
            return True
        return word.low in WEAK_HEADS and self._words[at - 1].low not in NO_QUALIFIERS

    def _capitals(self, at: int) -> int:
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
        while end < len(words) and (end == at or words[end].near) and self._may_belong(words[end]):
            if words[end].low in LINKS and end > at:  # in a line of capitals
                break
            end += 1
            if words[end - 1].own and words[end - 1].low != "people":
                break
        return end

    def _is_known(self, at: int) -> bool:
        """Tell whether one word alone names a body: Politburo, but no committee."""
        ahead = self._words[at - 1].low if at else ""
        return self._words[at].low in ALONE and ahead not in FOREIGN_LINKS  # chef de cabinet

    def _may_belong(self, word: Token) -> bool:
        if word.start in self._persons or word.low in RANKS:
            return False
        return word.is_name and len(word.text) > 1  # a mark in a box: X ARMY

    def _is_held(self, seen: Seen) -> bool:
        """Tell whether it is an event that is held rather than a body: the Twentieth Congress."""
        words = self._text[seen.start : seen.end].casefold().split()
        counted = words[0][0].isdigit() or words[0].endswith(("th", "first", "second", "third"))
        return counted and words[-1] in HELD

    def _is_proposed(self, seen: Seen) -> bool:
        before = self._text[max(seen.start - _LOOK_BACK, 0) : seen.start]
        never = NEVER_FOUNDED.match(self._text, seen.end)
        return PROPOSED.search(before) is not None or never is not None


@lru_cache(maxsize=1 << 14)
def _is_compound(word: str) -> bool:
    """Tell whether a word is the name of a body in one, as German ones are."""
    return COMPOUND.fullmatch(word) is not None and not is_english(word.casefold())


def _is_loud(word: Token) -> bool:
    return word.text.isupper() and len(word.text) > 1 and "." not in word.text


def _is_acronym(word: Token) -> bool:
    if not word.text.isupper() or len(word.text) < 2:
        return False
    return word.low in KNOWN_ACRONYMS or word.low == "cc"
