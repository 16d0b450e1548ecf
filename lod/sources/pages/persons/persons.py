"""Persons in running text, by what stands around a name: rank, initials, deeds, company.

A capital alone makes nobody a person. Whoever is found once is known by surname in the whole
text (resolve.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lod.sources.pages.persons.chinesenames import is_chinese, is_of_burma, is_of_korea
from lod.sources.pages.persons.contexts import says_that, together
from lod.sources.pages.persons.familynames import FamilyNames, is_family_name, is_word_too
from lod.sources.pages.persons.foreign import PLURALS, Foreign, Run
from lod.sources.pages.persons.givenplaces import is_given
from lod.sources.pages.persons.personruns import JAN, NameRuns
from lod.sources.pages.persons.personwords import (
    ARTICLES,
    EPONYMS,
    NEVER,
    NO_ONE_BEHIND,
    NO_ONES,
    OF_SOMETHING,
    SEVERAL,
    VAGUE,
    WHERE,
    WITHER,
)
from lod.sources.pages.persons.runshapes import (
    OF_NAMES,
    is_elided_office,
    is_excellency,
    is_half_loud,
    is_heading,
    is_somewhere,
    is_worded,
    particled,
    plain,
    speaks,
)
from lod.sources.pages.persons.worldlynames import is_worldly
from lod.sources.pages.places.onceplaced import ends_places
from lod.sources.pages.places.placedbefore import is_placed
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.places.wherewords import ARMS, RULERS
from lod.sources.pages.words.bodywords import PAIRS
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import (
    AUXILIARIES,
    DEEDS,
    DONE_TO,
    FAMILY_FIRST,
    RANKS,
    THINGS,
    WORKS,
)
from lod.sources.pages.words.tokens import Words

_TWO, _CALLED = 2, 3
# What no list has between two of its names.
_PARTED = frozenset('[\n"\u201c\u201e\u00ab')
_QUOTES = ('"', "\u201c", "\u201e", "\u00ab", "'", "\u2018")


class Seen(NamedTuple):
    """A stretch of text that names someone or something, and the rule that says so."""

    start: int
    end: int
    rule: str


_AT = frozenset(("at", "near", "avenue", "rue", "boulevard", "calle", "ulica", "piazza"))
_I = frozenset(("I'", "I\u2019"))


class Persons:
    """Finds persons in the words of one stretch of text.

    taken: places of words that belong to places and bodies. known: those of persons that a
    gazetteer knows -> its rule. prose: whether capitals mean anything, as not in headings.
    """

    def __init__(
        self,
        text: str,
        words: Words,
        taken: Collection[int],
        known: Mapping[int, str],
        *,
        prose: bool = True,
    ) -> None:
        self._text, self._words, self._prose = text, words.all, prose
        self._known, self._taken, self._named = known, taken, words.names
        self._runs = NameRuns(text, words, taken)
        self._foreign = Foreign(text, words, taken)
        self._all = list[Run]()
        self._given = given_names()
        self._families = FamilyNames(text, words, taken, self._foreign.where)

    def find(self) -> list[Seen]:
        """Give the persons that something shows to be one, in order."""
        runs = self._all = [run for run in self._runs.find() if not self._is_short_form(run)]
        for run in runs if self._prose and not OF_NAMES.isdisjoint(words_in(self._text)) else ():
            run.begin = particled(self._words, run)
        found = {run.lo: rule for run in runs if (rule := self._evidence(run))}
        self._company(runs, found)
        seen = [self._seen(run, found[run.lo]) for run in runs if run.lo in found]
        two = together(self._text, self._words, self._named, self._taken if self._prose else ())
        return [*seen, *(Seen(*one, "two together") for one in two)]

    @cached_property
    def _inner(self) -> set[str]:
        """Give the capitalised words that stand amid sentences."""
        return {one.text for at in self._named if not (one := self._words[at]).first}

    def _is_short_form(self, run: Run) -> bool:
        """Tell whether a run is nothing but I and its verb: I've."""
        return run.hi - run.lo == 1 and self._words[run.lo].text[:2] in _I

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
        first = run.begin if self._words[run.begin].text in OF_NAMES else run.lo
        return Seen(self._words[first].start, self._words[run.hi - 1].end, rule)

    def _evidence(self, run: Run) -> str:
        """Say what shows that a run is a person, "" when nothing does."""
        some = self._words[run.lo : run.hi]
        if self._known and (known := [*filter(self._known.get, [word.start for word in some])]):
            other = self._is_thing(run) or self._is_at(run) or self._ends_places(run)
            return "" if other else self._known[known[0]]
        if [word for word in some if "." in word.text and word.is_initials]:
            called = is_elided_office(self._words, run) or is_excellency(self._words, run)
            return "" if called or is_heading(self._text, self._words, run) else "initials"
        if run.rank:
            return "" if is_elided_office(self._words, run) else f"rank {run.rank}"
        if not self._prose:
            return self._is_called(run)
        if self._is_a_certain(run) or (is_half_loud(self._words, run) and not self._is_thing(run)):
            return "surname in capitals, or a certain one"
        if run.weak and self._is_weakly_ranked(run):
            return "" if is_elided_office(self._words, run) else f"rank {run.weak}"
        others = self._is_called if len(some) > 1 else self._foreign.asked
        told = self._is_family_first(run) or others(run)
        if rule := told or is_worldly(self._words, run.lo, run.hi, run.weak):
            return rule
        return "" if self._is_of_a_body(run) else self._weak_evidence(run)

    def _is_at(self, run: Run) -> bool:
        """Tell whether one is at, near or in a street of a name: a place's, whoever bears it."""
        words = self._words
        ahead = words[run.begin - 1].low if run.begin and words[run.begin].near else ""
        return ahead.removeprefix("l'").removeprefix("l\u2019") in _AT and not words[run.hi - 1].own

    def _ends_places(self, run: Run) -> bool:
        """Tell whether one name ends a list of places: over Cabinda, Benguela and Salazar."""
        if run.hi - run.lo > 1 or not run.lo or self._words[run.lo - 1].low != "and":
            return False
        return ends_places(self._words, run.lo - 1, self._taken, does=bool(self._deed(run)))

    def _is_a_certain(self, run: Run) -> bool:
        """Tell whether a text speaks of a certain Mallory, whom its reader need not know."""
        words, at = self._words, run.begin
        said = at > 1 and words[at].near and words[at - 1].low == "certain"
        return said and words[at - 2].low in ("a", "one") and not self._is_thing(run)

    def _weak_evidence(self, run: Run) -> str:
        """Say by deeds alone, or as of a foreign name, that a run is a person."""
        words = self._words
        if run.hi - run.lo == _TWO and (words[run.lo].low, words[run.lo + 1].low) in PAIRS:
            return ""  # the Red Cross
        ahead = words[run.begin - 1] if run.begin and words[run.begin].near else None
        if (ahead and ahead.low in NO_ONES) or self._is_only_placed(run):
            return self._done_to(run) if is_somewhere(words, run, self._taken) else ""
        if run.hi - run.lo == 1 and words[run.lo].text in self._foreign.where:
            return ""
        if self._is_of_place(run):
            return ""
        if self._stands_alone(run) and (rule := self._deed(run) or self._done_to(run)):
            return rule
        if self._is_thing(run):
            return ""
        return self._foreign.evidence(run) or self._families.evidence(run)

    def _is_of_place(self, run: Run) -> bool:
        """Tell whether a foreign name stands as a place's does: the fall of X was expected."""
        last = self._words[run.hi - 1].text
        unknown = not (is_english(last.casefold()) or is_family_name(last))
        return unknown and is_placed(self._text, self._words, run.begin, run.hi)

    def _is_weakly_ranked(self, run: Run) -> bool:
        """Tell whether an everyday word of rank stands before a name: more than one odd word."""
        words, vague = self._words[run.lo : run.hi], run.weak in VAGUE
        if vague and all(is_english(word.low) for word in words):
            return False  # Foreign Economic Relations
        last = words[-1].low
        odd = not vague and (not is_english(last) or is_word_too(last))
        return (len(words) > 1 or odd) and not self._is_thing(run)

    def _is_family_first(self, run: Run) -> str:
        """Say that a name begins with a family name: Kim Il Sung; alone, that he does something."""
        some = self._words[run.lo : run.hi]
        first = some[0].low in FAMILY_FIRST or is_of_korea([word.text for word in some])
        if not first and not self._runs.is_he(run.lo):
            return self._is_in_pinyin(run)
        if self._is_thing(run):
            return ""
        if some[0].text == JAN:
            return ""
        if run.lo and self._words[run.lo].near and self._words[run.lo - 1].low in WHERE:
            return ""
        if len(some) == 1:
            does = not is_english(some[0].low) and self._deed(run) == "deed"
            return "deed" if does else ""
        return "family name first" if len(some) in (2, 3) else ""

    def _is_in_pinyin(self, run: Run) -> str:
        """Say that a name is a Chinese one in two or three words; no place that one is in."""
        words, lo = self._words, run.lo
        name = [word.text for word in words[lo : run.hi]]
        if run.hi == lo + 1 or not (is_chinese(name) or is_of_burma(name)):
            return ""
        ahead = words[lo - 1].low if lo and words[lo].near else ""
        barred = ahead in WHERE or ahead in ARTICLES or self._is_thing(run)
        return "" if barred else "name in pinyin"

    def _is_called(self, run: Run) -> str:
        """Say that behind a given name a surname stands: Petra Kelly; no ship, prize or firm."""
        words = self._words
        first = words[run.lo].low
        called = (first if first.isascii() else plain(first)) in self._given or (
            first == "van" and words[run.lo + 1].text.islower()  # Van der Stoel
        )
        if not called and not self._is_called_as_a_place(run):
            return ""
        ahead = words[run.begin - 1].low if run.begin and words[run.begin].near else ""
        if not _TWO <= run.hi - run.lo <= _CALLED or not self._may_end(run):
            return ""
        barred = ahead in NO_ONES or ahead in ARTICLES or ahead in WHERE or self._is_thing(run)
        quoted = self._text[words[run.lo].start - 1 : words[run.lo].start] in _QUOTES
        return "" if barred or quoted or self._is_of_a_body(run) else "given name"

    def _may_end(self, run: Run) -> bool:
        """Tell whether the last word of a run may be a family name: of English ones but a few."""
        words, last = self._words, self._words[run.hi - 1]
        if not is_english(last.low) or is_family_name(last.text):
            return True
        ahead = words[run.begin - 1].low if run.begin and words[run.begin].near else ""
        given = not is_english(words[run.lo].low) and ahead != "of" and not last.text.isupper()
        return given and self._prose and is_word_too(last.low)

    def _is_called_as_a_place(self, run: Run) -> bool:
        """Tell whether a given name is one that places have too: Israel Katz."""
        word = self._words[run.lo]
        return run.hi - run.lo == _TWO and is_given(self._text, word.start, word.end)

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
        if behind.near and behind.low in ARMS:
            return True
        return behind.near and behind.is_name and (behind.low in THINGS or behind.low in NEVER)

    def _stands_alone(self, run: Run) -> bool:
        """Tell whether a name stands as names do: no article, and no mere capital of a sentence."""
        words, word, begin = self._words, self._words[run.lo], run.begin
        ahead = words[begin - 1].low if begin and words[begin].near else ""
        if ahead in NO_ONE_BEHIND and not says_that(words, begin):
            return False
        if run.lo > begin and words[run.lo - 1].low in ARTICLES:
            return False  # The Seefalke went
        if begin > 1 and words[begin - 1].low == "of" and words[begin - 2].low in RULERS:
            return False  # the Mir of Hunza
        if run.hi - run.lo > 1 or not word.first or word.text in self._inner:
            return True
        return is_word_too(word.low) and speaks(words, run.hi)  # Ford has asked for it

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
            several = ahead in SEVERAL or (
                ahead != "and" and [word.low for word in words[at + 1 : at + 2]] in PLURALS
            )
            return "" if ahead == "from" or several else "who"
        if not behind.near:
            return ""
        if ahead in WITHER and (ahead == "for" or not is_english(words[run.hi - 1].low)):
            return ""
        while behind.low in AUXILIARIES and at + 1 < len(words) and words[at + 1].near:
            at += 1
            behind = words[at]
        return "deed" if behind.low in DEEDS and behind.near else ""

    def _company(self, runs: Sequence[Run], found: dict[int, str]) -> None:
        """Take whom a list names beside persons for persons too; found: rules, by where one is."""
        for one, other in itertools.pairwise(runs if found else ()):
            if one.lo not in found or other.lo in found or self._is_no_company(other):
                continue
            if self._is_listed(one, other):
                found[other.lo] = "list"
        for one, other in itertools.pairwise(reversed(runs) if found else ()):
            if one.lo not in found or other.lo in found or self._is_no_company(other):
                continue
            if self._is_flown_over(other) or not self._is_listed(other, one):
                continue
            if not self._is_articled(other) and not self._is_of_a_body(other):
                found[other.lo] = "list"

    def _is_no_company(self, run: Run) -> bool:
        """Tell whether a name is nobody's though a list has it beside a person."""
        return self._is_only_placed(run) or is_worded(self._words, run)

    def _is_flown_over(self, run: Run) -> bool:
        """Tell whether a word of place stands before a name: flown over Bled, Haile Selassie."""
        words, at = self._words, run.begin
        ahead = words[at - 1].low if at and words[at].near else ""
        ahead = words[run.lo - 1].low if run.lo > at else ahead
        return run.hi - run.lo == 1 and ahead in (*WHERE, "over", "via")

    def _is_only_placed(self, run: Run) -> bool:
        """Tell whether one word is known as a place's name and as nobody's: Benguela."""
        return run.hi - run.lo == 1 and is_only_a_place(self._words[run.lo].text)

    def _is_articled(self, run: Run) -> bool:
        """Tell whether an article stands before a name: the Interior, the Works."""
        if run.lo > run.begin and self._words[run.lo - 1].low in ARTICLES:
            return True
        ahead = self._words[run.begin - 1] if run.begin else None
        return ahead is not None and self._words[run.begin].near and ahead.low in ARTICLES

    def _is_of_a_body(self, run: Run) -> bool:
        """Tell whether a word only ends the name of a body: the Ministry of Defense."""
        words, at = self._words, run.begin
        if at < _TWO or words[at - 1].low != "of" or words[at - 2].low not in OF_SOMETHING:
            return False
        if words[at - 2].text in ("group", "faction"):
            return False
        if words[at - 2].text in ("government", "cabinet") and is_family_name(
            words[run.hi - 1].text
        ):
            return False
        return words[at - 2].low != "front" or words[at - 3].low != "in"

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
            and _PARTED.isdisjoint(gap)
            and not words[other.lo].first
            and (alone or other.hi - other.lo > 1)
        )
