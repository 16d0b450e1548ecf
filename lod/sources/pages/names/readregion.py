"""One stretch of a page that is read for names: its words, and what was found in it so far."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from lod.entity import Spotted
from lod.sources.pages.bodies.foreignbodies import HEADED
from lod.sources.pages.persons.glosses import Glossed
from lod.sources.pages.persons.persons import Persons, Seen
from lod.sources.pages.persons.prosefamilies import ALL_NOUNS
from lod.sources.pages.places.places import HEADED_PLACE, Located
from lod.sources.pages.text.tongues import tongue
from lod.sources.pages.words.spans import Span
from lod.sources.pages.words.tokens import Token, Words

_START = attrgetter("start")
_SMALL = frozenset("the of to and that in is was for with by from his not".split())
_DUTCH = frozenset(("een", "van", "niet"))
SHORT, _SHARE, _RULE = 40, 0.08, "gazetteer"


class Region(NamedTuple):
    """A stretch of a page that is read for names; prose: capitals mean something in it."""

    start: int
    end: int
    prose: bool = True


@dataclass
class Read:
    """One region with its words and what was found in it so far.

    taken: where words begin that are of places and bodies which a gazetteer knows. known: the same
    of persons -> its rule. covered: of persons.
    """

    region: Region
    cut: Words
    spotted: list[Spotted]
    taken: set[int] = field(default_factory=set)
    known: dict[int, str] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    persons: list[Seen] = field(default_factory=list)
    bodies: list[Seen] = field(default_factory=list)
    foreign: list[Seen] = field(default_factory=list)
    tongue: str = ""
    words: list[Token] = field(init=False)
    begins: dict[int, int] = field(init=False)
    located: list[Located] = field(default_factory=list)
    finder: Persons | None = None
    explained: list[Glossed] = field(default_factory=list)

    def __post_init__(self) -> None:
        words = self.words = self.cut.all
        self.begins = {words[at].start: at for at in self.cut.names}
        persons = (one for one in self.spotted if one.kind == "person")
        self.known = {at: one.rule or _RULE for one in persons for at in self.starts((one,))}
        self.taken = self.starts(one for one in self.spotted if one.kind != "person")
        self.taken |= self.starts(one for one in self.located if one.rule == HEADED_PLACE)

    @cached_property
    def is_english(self) -> bool:
        """Tell whether a text has the small words of English; of a short one nobody can say."""
        if len(self.words) < SHORT:
            return not tongue(" ".join(self.cut.lows))
        if "het" in self.cut.lows and not _DUTCH.isdisjoint(self.cut.lows):
            return False  # Dutch has some of them too
        # It is known as soon as there are enough of them.
        enough = ceil(_SHARE * len(self.words))
        small = filter(_SMALL.__contains__, self.cut.lows)
        return next(islice(small, enough - 1, None), None) is not None

    def listed(self, surnames: Collection[str]) -> list[Seen]:
        """Find those whom lists name beside persons; where all nouns have capitals, nobody."""
        found = self.finder if self.tongue not in ALL_NOUNS else None
        return found.listed(surnames) if found else []

    def starts(self, spans: Iterable[Span]) -> set[int]:
        """Give the places of the words that begin in some stretches."""
        found: set[int] = set()
        words, count = self.words, len(self.words)
        for one in spans:
            # Nearly all of them begin with a name.
            at, end = self.begins.get(one.start, -1), one.end
            at = bisect_left(words, one.start, key=_START) if at < 0 else at
            while at < count and (start := words[at].start) < end:
                found.add(start)
                at += 1
        return found

    def blocked(self) -> set[int]:
        """Give the places of the words that name something, whatever it is."""
        known = {(one.start, one.end) for one in self.spotted}
        others = (one for one in self.located if (one.start, one.end) not in known)
        named = self.starts((*others, *self.bodies))
        return named.union(self.taken, self.known, self.covered)


def without_heads(persons: Iterable[Seen], bodies: Iterable[Seen]) -> list[Seen]:
    """Leave out persons whose name begins with the head of a body: of the Institut Ernest-Dorn.

    >>> without_heads([Seen(0, 22, "given name")], [Seen(2, 22, "head of a body")])
    []
    """
    heads = [one.start for one in bodies if one.rule == HEADED]
    if not heads:
        return list(persons)
    return [one for one in persons if not any(one.start <= head < one.end for head in heads)]
