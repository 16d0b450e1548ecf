"""Bodies in running text: acronyms, and words that only bodies bear with what belongs to them."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from lod.entity import Spotted
from lod.sources.pages.bodies.bodynames import joined
from lod.sources.pages.bodies.bodyruns import BodyRuns, is_acronym
from lod.sources.pages.bodies.smallheads import commands, delegations, embassies, governments, works
from lod.sources.pages.persons.familynames import is_family_name
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.bodywords import (
    ALONE,
    COMPOUND,
    EVENTS,
    FIRSTS,
    FOREIGN_LINKS,
    HEADS,
    HELD,
    KINDS_BEFORE,
    LINKS,
    NEVER_FOUNDED,
    NO_ACRONYMS,
    PAIRS,
    PROPOSED,
)
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import DEMONYMS, RANKS
from lod.sources.pages.words.tokens import Token, Words

_SHORT = 5
# Letters of an acronym; words longer than the first are mostly shouted.
_ACRONYM, _LONG_ACRONYM = 6, 11
# Conferences that sit on are bodies.
_BODILY = frozenset("united general national standing permanent bishops' episcopal un".split())
_BARE = frozenset(("to", "in", "by", "through", "from"))
_SENATORS = frozenset(
    """senator senators senate congressman congressmen congresswoman congressional senatorial
    capitol""".split()
)
# What is called by the letters behind it, and is no body: `le procédé SECAM`.
_CALLED_SO = frozenset(
    """procédé process system système sistema verfahren method méthode método metodo type typ tipo
    operation opération operación operazione project projet proyecto progetto""".split()
)
_BEFORE_ACRONYMS = frozenset("of at by from with in the to".split())
# `EOKA-B`, `ETA-M`
_FACTION = re.compile(r"(?<=[A-Z]{3})-[A-Z]$")
_ROMAN = re.compile("[IVXLCDM]+")
# VKP(b), RKP(b): the faction is part of the name.
_FACTIONS = ("(b)", "(\u0431)", " (bolsheviks)", " (Bolsheviks)", " (bolshevik)", " (Bolshevik)")
# What is called after the town or state that it is in, or sits in: the Bonn Embassy.
_POSTED = frozenset(("embassy", "legation", "consulate", "residency"))
_STATE, _COMMAND = "government", "command"
_LOOK_BACK = 60
_COUNTED = ("Congress", "Conference", "Plenum")
# `First Main Directorate`, `the Seventh Department of the MID`
_ORDINALS = """First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth
    Thirteenth Fifteenth""".split()
_ORDINAL = re.compile(rf"\b(?:{'|'.join(w for one in _ORDINALS for w in (one, one.upper()))}) $")
_UNIT = re.compile(
    r"(?:(?i:main|chief|european|far|eastern|asian|african|american|middle|near|political|general"
    r"|special) ){0,2}(?i:directorate|department|division|section|bureau|administration|sector"
    r"|committee|commission)\b"
)
_LOOK = 12
# What is of a country by its name: the Democratic Party of Azerbaijan.
_OF_STATES = frozenset(("party", "front", "league", "movement", "federation"))
_NUMBER = re.compile(r"(?<!\S)(?:\d+(?:st|nd|rd|th)|[IVX]+) $")
# Words that say alone, or with the next one, that a body is named.
_TELLING = ALONE | HEADS | {"bank", "group", "congress"}


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
        self._named_after = {one.start: one.end for one in spotted if one.kind == "place"}
        self._places = {start + (text[start] == "["): end for start, end in located.items()}
        # Nothing of a page is folded again for a word that it does not have.
        self._cut = words
        said = words_in(text)
        governed = (_STATE in said and _STATE in words.lows) or (
            _COMMAND in said and _COMMAND in words.lows
        )
        rules = [at for at, low in enumerate(words.lows) if low == _STATE] if governed else []
        self._governed = governed
        if any(text[start].isdigit() for start in self._known):  # 23rd Division
            rules += [at for at, one in enumerate(words.all) if one.start in self._known]
        self._names = sorted({*words.names, *rules}) if rules else words.names
        self._acronyms = {
            words.all[at].text
            for at in words.loud
            if not is_acronym(words.all[at]) and self._is_unlisted(at)
        }
        self._runs = BodyRuns(text, words.all, self._known, self._places, persons)

    def find(self) -> list[Seen]:
        """Give the bodies in order; one that is only proposed is none."""
        found = [
            self._counted(one)
            for one in self._all()
            if not self._is_proposed(one) and not self._is_held(one)
        ]
        said = words_in(self._text)
        sent = delegations(self._cut, {one.start for one in found}, said)
        found = list(joined(self._text, found))
        posts = embassies(self._cut, self._places, said)
        return sorted([*found, *sent, *posts, *governments(self._cut, self._places, said)])

    def _all(self) -> Iterator[Seen]:
        words, behind, governed = self._words, 0, self._governed
        marked = {words[at].start for at in self._cut.loud}
        marked.update(self._known, self._places, self._named_after)
        for at in self._names:
            if at < behind:
                continue
            word = words[at]
            silent = not (governed or word.start in marked)
            # Most words that nothing knows begin no body: they are asked no more.
            if silent and self._is_plain(at):
                continue
            end, rule = self._worded(at) if silent and word.is_name else self._at(at)
            if end > at and rule:
                stop = self._words[end - 1].end
                known = self._known.get(word.start)
                whole = known is not None and known.end == stop  # `Hop Lee & Co.`
                name = self._text[word.start : stop]
                if not whole and name.endswith(".") and name.count(".") == 1:
                    stop -= 1  # of the sentence: `within the EU.`
                if self._text.startswith(_FACTIONS, stop):
                    stop = self._text.index(")", stop) + 1
                yield Seen(word.start, stop, rule)
            behind = end

    def _at(self, at: int) -> tuple[int, str]:
        """Find where a body that begins with a word ends; the word itself where none begins."""
        word = self._words[at]
        if word.start in self._known and self._known[word.start].end >= word.end:
            end = self._runs.behind(self._known[word.start].end, at)
            if self._is_of_office(end):
                return at, ""
            end = self._acronym(self._runs.extended(end))
            return self._of_known(end), self._known[word.start].rule
        if self._governed and (end := self._government(at)):
            return end, "government of a state"
        if self._governed and (end := commands(self._words, at)):
            return end, "command of troops"
        if not word.is_name:
            return at, ""
        if placed := self._of_place(at):
            return placed
        if self._is_lettered(at):
            end = self._acronym(self._runs.extended(at + 1))
            return (end, "acronym") if end - at > 1 or word.low != "cc" else (at, "")
        return (at, "") if self._is_plain(at) else self._worded(at)

    def _of_place(self, at: int) -> tuple[int, str] | None:
        """Find where a body ends that begins with a place: a works of a town, words of a body."""
        words, start = self._words, self._words[at].start
        stop = self._places.get(start) or self._named_after.get(start)
        if not stop:
            return None
        end = self._runs.behind(stop, at)
        if end < len(words) and words[end].near and (made := works(words, end)):
            return made, "works of a town"
        if start not in self._places:
            return None
        near = end < len(words) and words[end].near
        whole = self._runs.named(end) if near and not words[end - 1].own else end
        if near and whole == end and words[end].is_name and not words[end - 1].own:
            lettered = words[at].text.isupper() and len(words[at].text) <= _SHORT
            heads = HEADS if lettered else _POSTED
            whole += words[end].low in heads and not words[end].own
        return (whole, "words of a body") if whole > end else (end, "")

    def _of_known(self, end: int) -> int:
        """Take in the known body that another is of: the General Assembly of the United Nations."""
        words = self._words
        if end + 1 >= len(words) or words[end].low != "of" or words[end - 1].own:
            return end
        at = end + 1 + (words[end + 1].low == "the")
        if at >= len(words) or not words[at].near:
            return end
        known = self._known.get(words[at].start)
        place = self._places.get(words[at].start) if words[end - 1].low in _OF_STATES else None
        stop = known.end if known else place
        return self._runs.behind(stop, at) if stop else end

    def _is_of_office(self, at: int) -> bool:
        """Tell whether the name before a word is part of an office: Commonwealth Secretary."""
        behind = self._words[at] if at < len(self._words) else None
        return bool(behind and behind.near and behind.is_name and behind.low in RANKS)

    def _acronym(self, end: int) -> int:
        """Take in the words behind an acronym that name a body of its own: NATO Council."""
        words = self._words
        if end < len(words) and words[end].near and words[end].is_name and not words[end - 1].own:
            head = self._runs.head(end)
            return max(self._runs.named(end), head) if head > end else end
        return end

    def _worded(self, at: int) -> tuple[int, str]:
        """Find where a body ends that words show: known pairs, one word that needs no other."""
        word, behind = self._words[at], self._words[at + 1 : at + 2]
        paired = word.low in FIRSTS and behind and behind[0].is_name and behind[0].near
        if paired and (word.low, behind[0].low) in PAIRS:
            return max(self._runs.named(at), at + 2), "words of a body"
        ahead = self._words[at - 1] if at and word.near else None
        if word.text == "Radio" and behind and behind[0].is_name and behind[0].near:
            return max(self._runs.capitals(at), at + 2), "kind of a body before it"
        if ahead and ahead.low in KINDS_BEFORE and not ahead.is_name:
            return self._runs.capitals(at), "kind of a body before it"
        if self._is_alone(at) and not self._runs.capitals(at) > at + 1:
            return max(self._runs.named(at), at + 1), "word of a body"
        if len(word.text) > _SHORT and _is_compound(word.text):
            return self._compound(at), "word of a body"
        return self._runs.named(at), "words of a body"

    def _is_plain(self, at: int) -> bool:
        """Tell whether a word says nothing of bodies, and none beside it makes it part of one."""
        words, word = self._words, self._words[at]
        if at + 1 < len(words) and (behind := words[at + 1]).near:
            if behind.low == "and":
                return False
            if behind.is_name and (word.start not in self._persons or word.low in FIRSTS):
                return False
        if word.low in _TELLING or (at and word.near and words[at - 1].low in KINDS_BEFORE):
            return False
        return len(word.text) <= _SHORT or not _is_compound(word.text)

    def _is_alone(self, at: int) -> bool:
        """Tell whether one word names a body; an everyday word does amid a sentence only."""
        word, ahead = self._words[at], self._words[at - 1 : at]
        if word.text == "Congress":
            return self._is_of_senators(at)
        if word.low not in ALONE:
            return False
        near = ahead and word.near and ahead[0].low not in FOREIGN_LINKS  # chef de cabinet
        return not is_english(word.low) or bool(near and ahead[0].text.islower())

    def _is_of_senators(self, at: int) -> bool:
        """Tell whether a Congress is one that senators sit in, and no party's."""
        said, words = self._cut.lows, self._words
        ahead = words[at - 1] if at and words[at].near else None
        alone = ahead is None or ahead.first or ahead.text.islower()
        counted = ahead is not None and ahead.low in ("party", "this", "a", "last", "next")
        behind = words[at + 1].low if at + 1 < len(words) and words[at + 1].near else ""
        bare = ahead is not None and ahead.low in _BARE  # he reported to Congress
        sits = bare or not _SENATORS.isdisjoint(said)
        return sits and alone and not counted and behind not in ("of", "for", "on")

    def _government(self, at: int) -> int:
        """Find the end of what governs a state: Soviet government, government of the DPRK."""
        words, word, end = self._words, self._words[at], at + 1
        if word.low == _STATE:
            while end < len(words) and words[end].near and words[end].low in ("of", "the"):
                end += 1
            named = end > at + 1 and end < len(words) and words[end].start in self._places
            return self._runs.behind(self._places[words[end].start], end) if named else 0
        if word.start in self._places:
            end = self._runs.behind(self._places[word.start], at)
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
        letters = _FACTION.sub("", word.text).replace(".", "")
        if not (letters.isupper() and letters.isalpha() and 3 <= len(letters) <= _LONG_ACRONYM):
            return False
        if len(letters) > _ACRONYM and not self._is_long_acronym(at):
            return False
        low = letters.casefold()
        if word.start in self._persons or low in NO_ACRONYMS or _ROMAN.fullmatch(letters):
            return False
        before, behind = words[at - 1 if at else 0], words[min(at + 1, len(words) - 1)]
        if word.near and before.low in _CALLED_SO:
            return False
        if "." in word.text or self._shouted:
            return before.text == "the" and word.near
        among = (before.text.islower() and word.near) or word.own
        among |= behind.text.islower() and behind.near
        loud = any(_is_loud(one) for one in (before, behind) if one is not word)
        return among and not loud and not is_english(low)

    def _is_long_acronym(self, at: int) -> bool:
        """Tell whether many capitals are an acronym that stands as names of bodies do: of SUDENE.

        No surname is, and no word of a language of the text.
        """
        word, ahead = self._words[at], self._words[at - 1 if at else 0]
        placed = word.near and ahead.text in _BEFORE_ACRONYMS
        return placed and not self._shouted and not is_family_name(word.text)

    def _is_lettered(self, at: int) -> bool:
        """Tell whether a word is an acronym; amid capitals `WHO` is none."""
        word = self._words[at]
        shouted = word.text == "WHO" and self._is_shouted(at)
        return not shouted and (is_acronym(word) or word.text in self._acronyms)

    def _is_shouted(self, at: int) -> bool:
        """Tell whether words beside one are in capitals too: in telegrams `WHO` is a word."""
        beside = self._words[max(at - 1, 0) : at + 2]
        return sum(_is_loud(one) for one in beside) > 1

    @cached_property
    def _shouted(self) -> bool:
        """Tell whether surnames are written in capitals here."""
        persons = self._persons
        loud = [one for one in self._words if one.text.isupper() and one.start in persons]
        return sum(map(_is_loud, loud)) > 1

    def _is_held(self, seen: Seen) -> bool:
        """Tell whether it is an event rather than a body: the Twentieth Congress, a Party Congress.

        What is called after where it was held or signed is one: the Vienna Convention.
        """
        words = self._text[seen.start : seen.end].casefold().split()
        if words[0] == "convention" and words[1:2] and words[1] in ("of", "on", "for"):
            return True  # a treaty
        if words[-1] == "conference" and seen.start not in self._known and words[0] not in _BODILY:
            return True  # the Asian-African Conference
        counted = words[0][0].isdigit() or words[0].endswith(("th", "first", "second", "third"))
        if words[-1] in HELD and (counted or words[:-1] == ["party"]):
            return True
        at = next((at for at, word in enumerate(words) if word in LINKS), len(words))
        place = self._named_after.get(seen.start, 0) if words[at - 1] in EVENTS else 0
        named = self._text[seen.start : place].split() if place else []
        return bool(named) and seen.start not in self._known and at == len(named) + 1

    def _counted(self, seen: Seen) -> Seen:
        """Take in the number of a congress before its party, of a unit: First Main Directorate."""
        count = _ORDINAL.search(self._text, max(seen.start - _LOOK, 0), seen.start)
        if count and _UNIT.match(self._text, seen.start, seen.end):
            return seen._replace(start=count.start())
        if not self._text.endswith(_COUNTED, seen.start, seen.end):
            return seen
        number = _NUMBER.search(self._text, max(seen.start - _SHORT, 0), seen.start)
        return seen._replace(start=number.start()) if number else seen

    def _is_proposed(self, seen: Seen) -> bool:
        before = self._text[max(seen.start - _LOOK_BACK, 0) : seen.start]
        known = before.endswith(" the ")  # most are: nobody proposes those
        if not known and PROPOSED.search(before):
            return True
        return NEVER_FOUNDED.match(self._text, seen.end) is not None


@lru_cache(maxsize=1 << 14)
def _is_compound(word: str) -> bool:
    """Tell whether a word is the name of a body in one, as German ones are."""
    return COMPOUND.fullmatch(word) is not None and not is_english(word.casefold())


def _is_loud(word: Token) -> bool:
    """Tell whether a word is in capitals; `II` is a numeral, or what a scan makes of Il."""
    loud = word.text.isupper() and len(word.text) > 1 and "." not in word.text
    return loud and word.text != "II"
