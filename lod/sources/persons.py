"""Persons in running text, by what stands around a name: rank, initials, deeds, company.

A capital alone makes nobody a person. Whoever is found once is known by surname in the whole
text (resolve.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from lod.normalize.namewords import ACRONYMS, PARTICLES, WEAK_BODIES
from lod.sources.bodywords import KNOWN_ACRONYMS
from lod.sources.english import given_names, is_english
from lod.sources.foreign import Foreign, Run
from lod.sources.personwords import (
    ARTICLES,
    BEFORE,
    BODY_WORDS,
    EPONYMS,
    NEVER,
    NO_ONE_BEHIND,
    NO_ONES,
    OF_SOMETHING,
    OF_TROOPS,
    PAPERS,
    PLACE_ENDINGS,
    VAGUE,
    WHERE,
    WITHER,
)
from lod.sources.textwords import (
    AUXILIARIES,
    DEEDS,
    DONE_TO,
    FAMILY_FIRST,
    OFFICES,
    RANKS,
    THINGS,
    WEAK_RANKS,
    WORKS,
)
from lod.sources.tokens import Words, is_initials
from lod.sources.whereabouts import RULERS

_JAN = "Jan"  # a month, and a given name before a name
_LONGEST, _VERB = 6, 4
_SURNAME, _TWO, _CALLED = 5, 2, 3
_QUOTES = ('"', "\u201c", "\u201e", "\u00ab", "'", "\u2018")
# The family name of He Long; what a scan makes of Il in Korean names.
_HE, _MISREAD = "He", "II"


class Seen(NamedTuple):
    """A stretch of text that names someone or something, and the rule that says so."""

    start: int
    end: int
    rule: str


class Persons:
    """Finds persons in the words of one stretch of text.

    taken: places of words that belong to places and bodies. known: places of words of persons
    that a gazetteer knows. prose: whether capitals mean anything, as they do not in headings.
    """

    def __init__(
        self,
        text: str,
        words: Words,
        taken: Collection[int],
        known: Set[int],
        *,
        prose: bool = True,
    ) -> None:
        self._text, self._words, self._prose = text, words.all, prose
        self._taken, self._known, self._names = taken, known, words.names
        self._foreign = Foreign(text, words, taken)
        self._all = list[Run]()
        self._given = given_names()
        self._inner = {one.text for at in words.names if not (one := words.all[at]).first}

    def find(self) -> list[Seen]:
        """Give the persons that something shows to be one, in order."""
        runs = self._all = list(self._runs())
        found = {run.lo: rule for run in runs if (rule := self._evidence(run))}
        self._company(runs, found)
        return [self._seen(run, found[run.lo]) for run in runs if run.lo in found]

    def listed(self, surnames: Collection[str]) -> list[Seen]:
        """Find those whom a list names beside persons of whom the whole page speaks; after find."""
        runs, words = self._all, self._words
        known = {
            run.lo: ""
            for run in runs
            if words[run.hi - 1].low in surnames and not self._is_thing(run)
        }
        found = dict(known)
        self._company(runs, found)
        others = found.keys() - known.keys()
        return [self._seen(run, found[run.lo]) for run in runs if run.lo in others]

    def _seen(self, run: Run, rule: str) -> Seen:
        return Seen(self._words[run.lo].start, self._words[run.hi - 1].end, rule)

    def _runs(self) -> Iterator[Run]:
        """Cut the text into stretches of capitalised words, without the ranks before them."""
        words, taken, behind = self._words, self._taken, 0
        for at in self._names:
            word = words[at]
            if at < behind or word.start in taken or word.text[0].isdigit():
                continue
            behind = end = self._end(at)
            # Most capitals are those of everyday words that begin a sentence.
            alone = end == at + 1 and word.low in BEFORE and "." not in word.text
            if not alone and (run := self._core(at, end)):
                yield run

    def _end(self, at: int) -> int:
        """Find where capitalised words that begin here end; particles may stand between two."""
        words, taken, end = self._words, self._taken, at + 1
        while end < len(words):
            word = words[end]
            if not (word.near and (word.is_name or word.text in PARTICLES)):
                break
            if word.start in taken or word.text[0].isdigit() or words[end - 1].own:
                break
            if self._begins_another(end):
                break
            end += 1
        while end > at and not words[end - 1].is_name:
            end -= 1
        return end

    def _begins_another(self, at: int) -> bool:
        """Tell whether initials of a Russian text begin another name, without a comma between."""
        word = self._words[at]
        return not word.text.isascii() and word.is_initials and not self._words[at - 1].is_initials

    def _core(self, lo: int, hi: int) -> Run | None:
        """Take what is no name off both ends of a stretch."""
        words, rank, weak, begin = self._words, "", "", lo
        if lo and words[lo].near and words[lo - 1].low in RANKS and not words[lo - 1].own:
            rank = words[lo - 1].low
        elif lo and words[lo].near and words[lo - 1].low in WEAK_RANKS:
            weak = words[lo - 1].low
        if words[lo].low in BEFORE:
            lo, rank, weak = self._behind_ranks(lo, hi, rank, weak)
        if hi - lo > 1:
            lo, rank, weak = self._behind_others(self._behind_verb(lo, hi), hi, rank, weak)
        while hi > lo and (words[hi - 1].low in RANKS or words[hi - 1].low in OFFICES):
            hi -= 1
        run = Run(lo, hi, begin, rank, weak)
        return run if self._is_plausible(run) else None

    def _behind_ranks(self, lo: int, hi: int, rank: str, weak: str) -> tuple[int, str, str]:
        """Leave out ranks, offices and common words before a name; say which ranks they are."""
        words = self._words
        while lo < hi and words[lo].low in BEFORE and not words[lo].is_initials:
            if self._is_he(lo):
                break
            rank = words[lo].low if words[lo].low in RANKS else rank
            weak = words[lo].low if words[lo].low in WEAK_RANKS else weak
            lo += 1
        return lo, rank, weak

    def _behind_others(self, lo: int, hi: int, rank: str, weak: str) -> tuple[int, str, str]:
        """Leave out bodies, ranks and offices that end amid capitalised words, before a name."""
        words = self._words
        first = next((at for at in range(lo, hi) if self._begins_name(at, lo, hi)), lo)
        if any(words[at].low in BODY_WORDS | WEAK_BODIES for at in range(lo, first)):
            lo = first  # First Secretary of the Embassy Yu. N. Bazarov
        for at in range(hi - 2, lo - 1, -1):
            if words[at].low in RANKS:
                return at + 1, words[at].low, weak
            if at > lo and words[at].low in OF_TROOPS:
                return at + 1, rank, words[at].low
            if at > lo and words[at].low in OFFICES:
                return at + 1, rank, words[at].low
        return lo, rank, weak

    def _begins_name(self, at: int, lo: int, hi: int) -> bool:
        """Tell whether initials, or a family name that stands first, begin a name here."""
        word = self._words[at]
        return word.is_initials or (lo < at < hi - 1 and word.low in FAMILY_FIRST)

    def _behind_verb(self, lo: int, hi: int) -> int:
        """Leave out an English word that only begins a sentence: Tell Berlinguer."""
        word = self._words[lo] if hi - lo > 1 else None
        if word is None or not word.first or len(word.text) < _VERB or not is_english(word.low):
            return lo
        behind = self._words[lo + 1]
        return lo + 1 if behind.is_initials or not is_english(behind.low) else lo

    def _is_plausible(self, run: Run) -> bool:
        """Tell whether the words can be a person's name: no word of bodies, places, calendars."""
        words, lo, hi = self._words, run.lo, run.hi
        if hi - lo == 1 and words[lo].text not in (_HE, _JAN):
            unprinted = lo == run.begin or words[lo - 1].low not in PAPERS
            return _may_be_name(words[lo].text) and unprinted
        whole = [
            word for word in words[lo:hi]
            if word.text not in PARTICLES and not ("." in word.text and word.is_initials)
        ]  # fmt: skip
        if hi - lo > _LONGEST or max((len(word.text) for word in whole), default=0) < 2:
            return False
        if lo > run.begin and words[lo - 1].low in PAPERS:
            return False
        if len(whole) > 1 and whole[-1].low in PLACE_ENDINGS:  # the Han River
            return False
        for word in whole[1:] if self._is_he(lo) else whole:
            if word.low in NEVER and word.text != _MISREAD:
                return False
        return not all(_is_acronym(word.text, word.low) for word in whole)

    def _is_he(self, at: int) -> bool:
        """Tell whether `He` is the family name of He Long: amid a sentence, before a name.

        In the same place `Jan` is no month.
        """
        word = self._words[at]
        if word.text == _JAN and at + 1 < len(self._words):
            return self._words[at + 1].near and self._words[at + 1].is_name
        if word.text != _HE or word.first or at + 1 >= len(self._words):
            return False
        ahead = self._text[word.start - 2 : word.start]
        behind = self._words[at + 1]
        return behind.near and behind.is_name and len(ahead) == 2 and ahead[0].isalpha()

    def _evidence(self, run: Run) -> str:
        """Say what shows that a run is a person, "" when nothing does."""
        some = self._words[run.lo : run.hi]
        if self._known and not self._known.isdisjoint([word.start for word in some]):
            return "gazetteer" if not (self._is_thing(run) or self._is_at(run)) else ""
        if [word for word in some if "." in word.text and word.is_initials]:
            return "initials"
        if run.rank:
            return f"rank {run.rank}"
        if not self._prose:
            return ""
        if self._is_half_loud(run):
            return "surname in capitals"
        if run.weak and self._is_weakly_ranked(run):
            return f"rank {run.weak}"
        if rule := self._is_family_first(run) or self._is_called(run):
            return rule
        return "" if self._is_of_a_body(run) else self._weak_evidence(run)

    def _is_at(self, run: Run) -> bool:
        """Tell whether one is at or near a name: a place's, though a person bears it too."""
        words = self._words
        ahead = words[run.begin - 1].low if run.begin and words[run.begin].near else ""
        return ahead in ("at", "near") and not words[run.hi - 1].own

    def _is_half_loud(self, run: Run) -> bool:
        """Tell whether one of two words is in capitals, as in BURHAN Shahidi."""
        if run.hi - run.lo != _TWO:
            return False
        words = self._words[run.lo : run.hi]
        loud = [word for word in words if word.text.isupper() and len(word.text) >= _SURNAME]
        if len(loud) != 1 or loud[0].low in KNOWN_ACRONYMS:
            return False
        calm = words[1 - words.index(loud[0])].text
        vowels = sum(letter in "AEIOUY" for letter in loud[0].text)
        foreign = not (is_english(loud[0].low) or is_english(calm.casefold()))
        return calm.istitle() and vowels > 1 and foreign and not self._is_thing(run)

    def _weak_evidence(self, run: Run) -> str:
        """Say by deeds alone, or as of a foreign name, that a run is a person."""
        ahead = self._words[run.begin - 1] if run.begin and self._words[run.begin].near else None
        if ahead and ahead.low in NO_ONES:
            return ""
        if self._stands_alone(run) and (rule := self._deed(run) or self._done_to(run)):
            return rule
        return "" if self._is_thing(run) else self._foreign.evidence(run)

    def _is_weakly_ranked(self, run: Run) -> bool:
        """Tell whether an everyday word of rank stands before a name: more than one odd word."""
        odd = run.weak not in VAGUE and not is_english(self._words[run.hi - 1].low)
        return (run.hi - run.lo > 1 or odd) and not self._is_thing(run)

    def _is_family_first(self, run: Run) -> str:
        """Say that a name begins with a family name: Kim Il Sung; alone, that he does something."""
        some = self._words[run.lo : run.hi]
        if some[0].low not in FAMILY_FIRST and not self._is_he(run.lo):
            return ""
        if self._is_thing(run):
            return ""
        if some[0].text == _JAN:
            return ""
        if run.lo and self._words[run.lo].near and self._words[run.lo - 1].low in WHERE:
            return ""
        if len(some) == 1:
            does = not is_english(some[0].low) and self._deed(run) == "deed"
            return "deed" if does else ""
        return "family name first" if len(some) in (2, 3) else ""

    def _is_called(self, run: Run) -> str:
        """Say that behind a given name a surname stands: Petra Kelly; no ship, prize or firm."""
        words = self._words
        if words[run.lo].low not in self._given:
            return ""
        last = words[run.hi - 1]
        ahead = words[run.begin - 1].low if run.begin and words[run.begin].near else ""
        if not _TWO <= run.hi - run.lo <= _CALLED or is_english(last.low):
            return ""
        barred = ahead in NO_ONES or ahead in ARTICLES or ahead in WHERE or self._is_thing(run)
        quoted = self._text[words[run.lo].start - 1 : words[run.lo].start] in _QUOTES
        return "" if barred or quoted or self._is_of_a_body(run) else "given name"

    def _done_to(self, run: Run) -> str:
        """Say what is done to a person: told, met with, received."""
        at = run.lo - 1
        if at < 1 or not self._words[run.lo].near or self._is_thing(run):
            return ""
        if self._words[at].low == "with" and self._words[at].near:
            at -= 1
        done = self._words[at].low in DONE_TO and not self._words[run.hi - 1].own
        return "done to" if done else ""

    def _is_thing(self, run: Run) -> bool:
        """Tell whether the name is part of a thing's: Lenin Prize, Marshall Plan."""
        if run.hi >= len(self._words) or self._words[run.hi - 1].own:
            return False
        behind = self._words[run.hi]
        if behind.near and behind.low in EPONYMS and self._is_articled(run):
            return True
        return behind.near and behind.is_name and (behind.low in THINGS or behind.low in NEVER)

    def _stands_alone(self, run: Run) -> bool:
        """Tell whether a name stands as names do: no article, and no mere capital of a sentence."""
        words, word, begin = self._words, self._words[run.lo], run.begin
        if begin and words[begin].near and words[begin - 1].low in NO_ONE_BEHIND:
            return False
        if begin > 1 and words[begin - 1].low == "of" and words[begin - 2].low in RULERS:
            return False  # the Mir of Hunza
        return run.hi - run.lo > 1 or not word.first or word.text in self._inner

    def _deed(self, run: Run) -> str:
        """Say what a person does or has: says, reports; speech, letter; who."""
        words, at = self._words, run.hi
        if at >= len(words):
            return ""
        behind = words[at]
        if words[at - 1].own:
            near = [word.low for word in words[at : at + 2]]
            return "works" if any(word in WORKS for word in near) else ""
        ahead = words[run.begin - 1].low if run.begin else ""
        if behind.low == "who":
            return "" if ahead == "from" else "who"
        if not behind.near:
            return ""
        if ahead in WITHER and not is_english(words[run.hi - 1].low):
            return ""
        while behind.low in AUXILIARIES and at + 1 < len(words) and words[at + 1].near:
            at += 1
            behind = words[at]
        return "deed" if behind.low in DEEDS and behind.near else ""

    def _company(self, runs: Sequence[Run], found: dict[int, str]) -> None:
        """Take whom a list names beside persons for persons too; found: rules, by where one is."""
        for one, other in itertools.pairwise(runs):
            if one.lo in found and other.lo not in found and self._is_listed(one, other):
                found[other.lo] = "list"
        for other, one in zip(reversed(runs[:-1]), reversed(runs[1:]), strict=False):
            if one.lo not in found or other.lo in found or not self._is_listed(other, one):
                continue
            if not self._is_articled(other) and not self._is_of_a_body(other):
                found[other.lo] = "list"

    def _is_articled(self, run: Run) -> bool:
        """Tell whether an article stands before a name: the Interior, the Works."""
        ahead = self._words[run.begin - 1] if run.begin else None
        return ahead is not None and self._words[run.begin].near and ahead.low in ARTICLES

    def _is_of_a_body(self, run: Run) -> bool:
        """Tell whether a word only ends the name of a body: the Ministry of Defense."""
        words, at = self._words, run.begin
        return at > 1 and words[at - 1].low == "of" and words[at - 2].low in OF_SOMETHING

    def _is_listed(self, one: Run, other: Run) -> bool:
        """Tell whether two names are parts of one list, with a comma or `and` between them."""
        words, last = self._words, self._words[other.lo - 1].low
        if one.hi < other.lo and last != "and" and last not in RANKS:
            return False
        between = words[one.hi : other.lo]
        said = [word.low for word in between if word.low not in RANKS]
        if said not in ([], ["and"]) or words[one.hi - 1].own or self._is_thing(other):
            return False
        alone = other.hi - other.lo == 1 and one.hi - one.lo == 1
        gap = self._text[words[one.hi - 1].end : words[other.lo].start]
        joined = bool(said) or gap.startswith(",")
        return (
            joined
            and "[" not in gap
            and "\n" not in gap
            and not words[other.lo].first
            and (alone or other.hi - other.lo > 1)
        )


@lru_cache(maxsize=1 << 14)
def _may_be_name(text: str) -> bool:
    """Tell whether one capitalised word alone can be a person's name."""
    if len(text) < 2 or text in PARTICLES or ("." in text and is_initials(text)):
        return False
    low = text.casefold().rstrip(".")
    return (low not in NEVER or text == _MISREAD) and not _is_acronym(text, low)


def _is_acronym(text: str, low: str) -> bool:
    if not text.isupper() or len(text) < 2:
        return False
    return low in ACRONYMS or len(text) <= 3 or not any(char in "AEIOUY" for char in text)
