"""Mentions of one full name that lie further apart than a life: they are several people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lod.lazily import regex

LIFE = 100  # years between the first and the last that one person does
_ERA = regex(r"(person\|[^|]+)~(-?\d+)")


class Deed(NamedTuple):
    """A mention whose item is open: year of its record, None without one; acts or is spoken of."""

    year: int | None
    acts: bool


class Eras:
    """Parts the mentions of a person's name by the lives that their years exclude.

    Each part has a key of its own, `key~year`, that the register keeps: later runs know the part
    by it. When a name parts first, the part with most mentions keeps the key that all had.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        """Take the keys that the register has."""
        self._known: dict[str, list[int]] = {}
        for found in filter(None, map(_ERA.fullmatch, keys)):
            self._known.setdefault(found[1], []).append(int(found[2]))

    def may_part(self, key: str, count: int) -> bool:
        """Tell whether some mentions of a key may be of several lives; their years tell it."""
        return (count > 1 or key in self._known) and _may_part(key)

    def keys(self, key: str, deeds: Sequence[Deed]) -> list[str]:
        """Give the key of each mention of a key; `key` for all that one person may have done.

        >>> letters = [Deed(1600, True), Deed(1960, True), Deed(1958, True), Deed(None, True)]
        >>> Eras(()).keys("person|mary green", letters)
        ['person|mary green~1600', 'person|mary green', 'person|mary green', 'person|mary green']
        >>> Eras(["person|mary green~1961"]).keys("person|mary green", letters[:2])
        ['person|mary green~1600', 'person|mary green~1961']
        """
        dated = [one.year for one in deeds if one.acts and one.year is not None]
        known = self._known.get(key, [])
        if not dated or not (known or max(dated) - min(dated) > LIFE) or not _may_part(key):
            return [key] * len(deeds)
        years = Counter(dated)
        spans = _spans(sorted(years))
        weight = [sum(years[year] for year in years if lo <= year <= hi) for lo, hi in spans]
        most = max(range(len(spans)), key=lambda at: (weight[at], -at))
        names = self._named(key, spans, "" if known else most)
        return [names[_part(one, spans, most)] for one in deeds]

    def kept(self, key: str, deeds: Sequence[Deed]) -> str:
        """Give the key by which later runs know the part that keeps `key`, "" when none does."""
        if self._known.get(key) or len({*self.keys(key, deeds)}) < 2:
            return ""
        own = self.keys(key, deeds)
        mine = (one.year for one, name in zip(deeds, own, strict=True) if name == key and one.acts)
        return f"{key}~{min(year for year in mine if year is not None)}"

    def _named(self, key: str, spans: list[tuple[int, int]], keeps: int | str) -> list[str]:
        """Give each span the key that the register knows it by, or a new one."""
        free, names = sorted(self._known.get(key, [])), list[str]()
        for at, (lo, hi) in enumerate(spans):
            fitting = [year for year in free if max(hi, year) - min(lo, year) <= LIFE]
            era = min(fitting, key=lambda year: max(lo - year, year - hi, 0), default=lo)
            if era in free:
                free.remove(era)
            names.append(key if at == keeps else f"{key}~{era}")
        return names


def _may_part(key: str) -> bool:
    """Tell whether a key is that of a full name which nothing dates, nor its record."""
    return key.startswith("person|") and key.count("|") == 1


def _spans(years: Sequence[int]) -> list[tuple[int, int]]:
    """Part sorted years into lives, from the first on."""
    spans = [(years[0], years[0])]
    for year in years:
        first = spans[-1][0]
        if year - first > LIFE:
            spans.append((year, year))
        else:
            spans[-1] = first, year
    return spans


def _part(deed: Deed, spans: Sequence[tuple[int, int]], most: int) -> int:
    """Tell to which life a mention belongs: who is spoken of has lived, the undated is of most."""
    if deed.year is None:
        return most
    begun = [at for at, (first, _) in enumerate(spans) if first <= deed.year]
    return begun[-1] if begun else 0
