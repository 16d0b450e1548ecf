"""Stretches of a text that do not overlap: which are taken, and the longest of several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Protocol, TypeVar


class Span(Protocol):
    """Anything that stands in a text."""

    @property
    def start(self) -> int:
        """Give the place of its first character."""

    @property
    def end(self) -> int:
        """Give the place behind its last character."""

    @property
    def rule(self) -> str:
        """Give what found it."""


Kind = TypeVar("Kind", bound=Span)

_START = attrgetter("start")


class Taken:
    """The stretches that are taken, in order; a new one may overlap none of them."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = sorted(spans)

    def add(self, start: int, end: int) -> bool:
        """Take a stretch; tell whether it was free."""
        at = bisect_left(self._spans, (start, end))
        if at and self._spans[at - 1][1] > start:
            return False
        if at < len(self._spans) and self._spans[at][0] < end:
            return False
        insort(self._spans, (start, end))
        return True

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies within one that is taken."""
        at = bisect_right(self._spans, (start, 1 << 62)) - 1
        return at >= 0 and end <= self._spans[at][1]


def longest(found: Iterable[Kind]) -> list[Kind]:
    """Keep, of stretches that overlap, the longest; in order of the text.

    >>> from lod.entity import Spotted
    >>> [one.end for one in longest([Spotted(0, 3, "place"), Spotted(0, 9, "place")])]
    [9]
    """
    kept: list[Kind] = []
    some: list[Kind] = []  # which overlap, behind those that are kept
    begin = end = -2
    for one in sorted(found, key=_START):
        start = one.start
        if start >= end and start != begin:
            if some:
                kept += _longest(some)
                some = []
            kept.append(one)
            end = one.end
        else:
            some = some or [kept.pop()]
            some.append(one)
            end = max(end, one.end)
        begin = start
    return [*kept, *_longest(some)] if some else kept


def _longest(found: Sequence[Kind]) -> list[Kind]:
    """Keep the longest of stretches of which each overlaps another."""
    start, end = found[0].start, found[0].end
    if len(found) == 2 and found[1].start == start and found[1].end == end:
        return [min(found, key=_told)]
    best: dict[tuple[int, int], Kind] = {}
    for one in found:
        place = (one.start - one.end, one.start)
        known = best.get(place)
        # Two findings of one stretch: which comes first must not depend on a set's order.
        best[place] = one if known is None else min(known, one, key=_told)
    taken = Taken()
    kept = [best[place] for place in sorted(best) if taken.add(place[1], place[1] - place[0])]
    return sorted(kept, key=_START)


def _told(one: Kind) -> str:
    """Spell what is told of a stretch beside its place, as the whole of it would be spelled."""
    return _spelled(getattr(one, "kind", ""), getattr(one, "reading", ""), one.rule)


@lru_cache(maxsize=1 << 10)
def precedes(rule: str, other: str) -> bool:
    """Tell whether of two findings of one stretch, alike but for their rules, the first stands."""
    return _spelled("", "", rule) < _spelled("", "", other)


@lru_cache(maxsize=1 << 10)
def _spelled(*told: str) -> str:
    return repr(told)


def outside(found: Sequence[Kind], covered: Iterable[tuple[int, int]]) -> list[Kind]:
    """Leave out stretches that lie within others, such as places' names in persons'."""
    taken = Taken(covered)
    return [one for one in found if not taken.holds(one.start, one.end)]


def runs_on(text: str, end: int) -> bool:
    """Tell whether a name that ends at a place is only the beginning of a word: Karl-Marx-Stadt.

    >>> runs_on("Karl-Marx-Stadt", 9), runs_on("Marx - he", 4)
    (True, False)
    """
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
