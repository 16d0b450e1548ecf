"""Names of places through time: which item "Korea" or "Germany" meant in a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from lod import vocabulary
from lod.lazily import regex
from lod.normalize.exonyms import exonyms
from lod.reconcile.keys import fold
from lod.reconcile.parse import Query

_ITEM = regex(r"\bQ[1-9][0-9]*\b")


class Period(NamedTuple):
    """A line of the table: between two years a name meant this item.

    No item, or a note that begins with "review", makes it a question for a curator; the items
    that the note names are candidates.
    """

    name: str
    begin: int | None
    end: int | None
    id: str
    note: str = ""

    @property
    def question(self) -> str:
        """Say why a person must decide, "" when the line is certain."""
        if self.id and not self.note.startswith("review"):
            return ""
        return self.note or "the name has no item at that time"

    @property
    def items(self) -> list[str]:
        """Give the item, or those that the note of a question names."""
        return [item for item in (self.id, *_ITEM.findall(self.note)) if item]


class Meant(NamedTuple):
    """What a name may have meant; question: why a person must say, "" when it is certain."""

    ids: tuple[str, ...]
    question: str = ""


class PlacesInTime:
    """Answers what a place's name meant in a year; never guesses between two."""

    def __init__(self, periods: Iterable[Period]) -> None:
        self._periods: dict[str, list[Period]] = {}
        for period in sorted(periods, key=lambda one: (one.begin or 0, one.id)):
            self._periods.setdefault(fold(period.name), []).append(period)

    def at(self, key: str, year: int | None) -> Meant | None:
        """Say what a folded name meant in a year; None when the table does not have the name.

        A year in which the meaning changed, and no year at all, are questions.
        """
        known = self._periods.get(key)
        if known is None:
            return None
        fits = known if year is None else [one for one in known if _covers(one, year)]
        questions = [one.question for one in fits if one.question]
        items = {one.id for one in fits}
        if len(items) == 1 and not questions:
            return Meant((fits[0].id,))
        when = "in an undated record" if year is None else f"in {year}"
        question = "" if len(items) > 1 else "".join(questions[:1])
        return Meant(
            tuple(dict.fromkeys(item for one in fits or known for item in one.items)),
            question or f"the name has no single meaning {when}",
        )

    def of(self, query: Query) -> Meant | None:
        """Say what a name meant, also turned round or translated: `Germany (Federal Republic)`."""
        english = translated(query)
        keys = (*_turned(query), query.key, *(english if len(english) == 1 else ()))
        found = (self.at(key, query.year) for key in keys)
        return next((meant for meant in found if meant), None)

    def agree(self, query: Query, meant: Meant) -> bool:
        """Tell whether what stands beside a name belongs to it, or alone means the same place.

        `Germany (Federal Republic)` is one name, `Federal Republic of Germany (FRG)` two.
        """
        if not query.qualifier:
            return False
        keys = (*_turned(query), " ".join(query.qualifier))
        return any(self.at(key, query.year) == meant for key in keys)


def _turned(query: Query) -> tuple[str, ...]:
    """Give the keys of a name with what stands beside it in front: `republic of korea`."""
    before = " ".join(query.qualifier).removesuffix(" of")
    return (f"{before} {query.key}", f"{before} of {query.key}") if before else ()


def translated(query: Query) -> tuple[str, ...]:
    """Give the keys of the English names of a place that a query asks for in another language."""
    return in_english(query.key) if query.kind == "place" else ()


def lies_in(description: str, beside: str) -> bool:
    """Tell whether a description names the land that stands beside a name, or what it was then.

    beside: folded, in whatever language.

    >>> lies_in("City in Russia", "udssr"), lies_in("City in the United Kingdom", "england")
    (True, True)
    >>> lies_in("City in Russia", "idaho")
    False
    """
    words = set(fold(description).split())
    named = (beside, *in_english(beside))
    lands = {land for one in named for land in (one, *_lands().get(one, ()))}
    return any(words >= set(land.split()) for land in lands)


@cache
def _lands() -> Mapping[str, tuple[str, ...]]:
    """Give the lands that a former or a wider state had, by its name."""
    rows = (line.split("\t") for line in vocabulary.lines("places/lands.tsv"))
    return {fold(row[0]): tuple(map(fold, row[1].split("; "))) for row in rows}


def in_english(key: str) -> tuple[str, ...]:
    """Give the keys of the English names of the places that another language calls so.

    >>> in_english("moskau"), in_english("тунис"), in_english("moscow")
    (('moscow',), ('tunis', 'tunisia'), ())
    """
    return _in_english().get(key, ())


@cache
def _in_english() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for place in exonyms():
        english = fold(place.english)
        for name in (*place.in_texts, *place.stated):
            key = fold(name)
            if english and key != english:
                found.setdefault(key, {})[english] = None
    return {key: tuple(names) for key, names in found.items()}


def read_periods(lines: Iterable[str]) -> list[Period]:
    """Read the table: tab-separated `name from to qid note`, the first line names the columns."""
    rows = [line.rstrip("\n").split("\t") for line in lines if line.strip()]
    padded = [[*row, "", "", "", ""][:5] for row in rows[1:] if not row[0].startswith("#")]
    return [
        Period(name, year_of(begin), year_of(end), qid, note)
        for name, begin, end, qid, note in padded
    ]


def year_of(day: str) -> int | None:
    """Give the year of an ISO day, month or year; None when there is none.

    >>> year_of("1948-08-15"), year_of("-0044"), year_of("")
    (1948, -44, None)
    """
    digits = day.lstrip("-").partition("-")[0]
    if not digits.isdecimal():
        return None
    return -int(digits) if day.startswith("-") else int(digits)


def _covers(period: Period, year: int) -> bool:
    begin = period.begin is None or period.begin <= year
    return begin and (period.end is None or year <= period.end)
