"""Finds who a name may mean: by keys, then by words that are alike, the likeliest compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lod.entity import AuthorityEntity
from lod.reconcile.authority import Hit
from lod.reconcile.characters import is_whole
from lod.reconcile.circumstances import (
    MISREAD,
    Rarity,
    circumstances,
    is_enough,
    lettered,
    named_in,
)
from lod.reconcile.common import rate
from lod.reconcile.compare import Agreement, Form, agreement
from lod.reconcile.entry import Entry
from lod.reconcile.glance import marks, may_bear
from lod.reconcile.keys import fold
from lod.reconcile.keysof import KEY_OF
from lod.reconcile.looking import Lead, Ways
from lod.reconcile.parse import Query
from lod.reconcile.places import Meant, PlacesInTime, lies_in, translated
from lod.reconcile.postings import Field, key_of, number_of
from lod.reconcile.readings import Readings, readings
from lod.reconcile.tables import Bearer, Tables
from lod.reconcile.things import Thing, things
from lod.reconcile.weights import weigh

_CACHED, _FORMS = 1 << 13, 1 << 8
_ASKED = 1 << 9  # names: they come in order, so that one stays while its years are asked for
# Entities compared for one name, by whole name, initials, likeness and given name; the likeliest
# come first.
_COMPARED = (40, 24, 16, 16)
_UNLIKE = 2  # the way of looking from which on the family name may be another
_LAST = 1 << 30  # behind all ranks
_SHOWN = 12
_MANY = 10_000  # people from which on an authority tells how common a name is

# A name in a script that cannot be taken apart agrees as a whole or not at all.
_WHOLE = Agreement("family exact", "given exact")
_ONLY = Agreement("family exact", "given none, only name")
_NOBODY = Form((), ())


class Match(NamedTuple):
    """An entity by number and id, how its names agree, and the traits that carry weights."""

    number: int
    id: str
    agreement: Agreement
    traits: tuple[str, ...]


class Finder:
    """Finds entities in tables; authorities that hold their entities build on it.

    Not for several threads at once.
    """

    def __init__(self, tables: Tables, places: PlacesInTime) -> None:
        self._tables, self._places = tables, places
        self._entry = lru_cache(_CACHED)(tables.read)
        self._title = lru_cache(_CACHED)(tables.title)
        self._people = lru_cache(_ASKED)(self._people_of)
        self._ways = Ways(tables)
        self._count = lru_cache(_CACHED)(self._counted)
        self._rate = lru_cache(_CACHED)(self._rated)
        self._rarity = lru_cache(_FORMS)(self._rare)

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity by its id, None when it is not known here."""
        entry = self.entry(entity_id)
        return self._entity(entry) if entry else None

    def entry(self, entity_id: str) -> Entry | None:
        """Give all that is kept of an entity."""
        number = self._tables.number(entity_id)
        return None if number is None else self._entry(number)

    def candidates(self, query: Query) -> list[Hit]:
        """Give the entities that a name may mean, each once, sorted by id."""
        if query.kind == "person":
            return [*self._people(query if query.year is None else query._replace(year=None))]
        return sorted(self._others(query), key=_by_id)

    def _people_of(self, query: Query) -> tuple[Hit, ...]:
        return tuple(sorted(self._persons(query), key=_by_id))

    def _others(self, query: Query) -> Iterator[Hit]:
        """Find bodies and places by their names; a place by what it meant at the time."""
        found = list(things(query, self._of_key))
        meant = self._meant(query, found) if query.kind == "place" else None
        if meant is None:
            question = _ambiguous(query)
            for entry, how, name in found:
                yield Hit(self._entity(entry), name, how, question, different=entry.different)
            return
        together = self._places.agree(query, meant)
        for ident in meant.ids or [entry.id for entry, _, _ in found]:
            known = AuthorityEntity(id=ident, kind="place", label=query.name.core)
            entity = self.get(ident) or known
            beside = " ".join(query.qualifier)
            agrees = together or (beside != "" and lies_in(entity.description, beside))
            then = "may have meant" if meant.question else "meant then"
            traits = (then, "qualifier agrees") if agrees else (then,)
            yield Hit(entity, entity.label, traits, meant.question)

    def _meant(self, query: Query, found: Sequence[Thing]) -> Meant | None:
        """Ask what a place's name meant at the time, also in another language: Deutschland."""
        meant = self._places.of(query)
        if meant is None and found and not _ambiguous(query):
            meant = self._places.at(fold(found[0][0].label), query.year)
        return meant

    def _of_key(self, field: Field, text: str) -> Iterator[Entry]:
        """Give the entities that are filed under a key."""
        for one in self._tables.postings(key_of(field, text)):
            entry = self._entry(number_of(one))
            if entry:
                yield entry

    def _persons(self, query: Query) -> Iterator[Hit]:
        """Give the people whose names agree best; in what year a name is used changes nothing."""
        found = self._compared(readings(query), query)
        found.sort(key=lambda one: (-weigh(one.traits), one.id))
        for match in found[:_SHOWN]:
            entry = self._entry(match.number)
            if entry:
                yield Hit(self._entity(entry), entry.label, match.traits, different=entry.different)

    def _compared(self, reading: Readings, query: Query) -> list[Match]:
        """Look in four ways, each only if the ones before found nobody who agrees well."""
        found: list[Match] = []
        seen: set[int] = set()
        asked, ways = marks(reading), self._ways
        stages = (ways.exact, ways.by_initial, ways.by_likeness, ways.by_given)
        for nth, stage in enumerate(stages):
            most = _COMPARED[nth] if query.key.isascii() else 2 * _COMPARED[nth]
            leads = self._leads(stage(reading.forms, query), seen, most)
            for number, bearer in self._tables.bearers(list(leads)):
                words = leads[number] if nth >= _UNLIKE else None
                comparable = words is None and bearer.names and reading.forms
                if comparable and not may_bear(asked, bearer.names):
                    continue
                match = self._match(number, bearer, (reading, query), words)
                if match:
                    # Who does not agree may yet agree by a family name that is only alike.
                    seen.add(number)
                    found.append(match)
            only = query.is_initials
            if any(is_enough(match.agreement, nth, initials=only) for match in found):
                break
        return found

    def _leads(self, leads: Iterable[Lead], seen: set[int], most: int) -> dict[int, list[str]]:
        """Give the entities that are the likeliest worth a look, with the words that led there."""
        ranks: dict[int, int] = {}
        words: dict[int, list[str]] = {}
        for rank, number, word in leads:
            if number not in seen:
                if rank < ranks.get(number, _LAST):
                    ranks[number] = rank
                if word:
                    words.setdefault(number, []).append(word)
        return {number: words.get(number, []) for number in self._likeliest(ranks, most)}

    def _likeliest(self, ranks: dict[int, int], most: int) -> list[int]:
        """Give the entities that rank first; of equals those first by id, not by the source."""
        if len(ranks) <= most:
            return list(ranks)
        last = sorted(ranks.values())[most - 1]
        found = [number for number, rank in ranks.items() if rank <= last]
        if len(found) == most:
            return found
        ids = self._tables.ids([number for number in found if ranks[number] == last])
        return sorted(found, key=lambda number: (ranks[number], ids.get(number, "")))[:most]

    def _match(
        self,
        number: int,
        bearer: Bearer,
        asked: tuple[Readings, Query],
        words: Sequence[str] | None,
    ) -> Match | None:
        """Compare a name with the names of a person; words: that may be the family name."""
        reading, query = asked
        found = agreement(reading.forms, reading.suffix, bearer.forms, words)
        unwritten = not bearer.names or not reading.forms  # in Latin letters
        if not found and unwritten:
            found = self._as_written(number, query)
        if not found:
            return None
        best = _best(found, is_full=not query.is_initials)
        traits = named_in(best.traits, foreign=not query.key.isascii())
        if best.family in MISREAD and not any(map(self._count, found[best].family)):
            traits += lettered(found[best], bearer.forms)
        traits += circumstances(best, self._rarity(found[best]), bearer.weight)
        return Match(number, bearer.id, best, traits)

    def _as_written(self, number: int, query: Query) -> dict[Agreement, Form]:
        """Compare a name in another script letter by letter."""
        entry = self._entry(number)
        names = entry.names if entry else ()
        if all(KEY_OF["person"](name) != query.key for name in names):
            return {}
        return {_WHOLE if query.given or is_whole(query.key, names) else _ONLY: _NOBODY}

    def _rare(self, form: Form) -> Rarity:
        """Tell how common the names are in which an entity agrees."""
        given = form.given[0] if form.given else ""
        return Rarity(self._rate(self._surname(form)), self._rate(given))

    def _rated(self, word: str) -> float:
        """Give the share of people who bear a word: here, if here are many, or anywhere."""
        people, count = self._tables.people, self._count(word)
        here = (count - 0.5) / people if count and people >= _MANY else 0.0
        return max(rate(word), here)

    def _surname(self, form: Form) -> str:
        """Give the word by which a family name is known: the rarest of several."""
        if len(form.family) == 1:
            return form.family[0]
        known = [word for word in form.family if self._count(word)]
        return min(known, key=self._count) if known else "".join(form.family)

    def _counted(self, word: str) -> int:
        return self._tables.count(key_of(Field.WORD, word)) if word else 0

    def _entity(self, entry: Entry) -> AuthorityEntity:
        """Give the facts, with the offices by their names where they are known."""
        if not any(begin or end for _, begin, end in entry.offices):
            return entry.entity(entry.offices)
        return entry.entity(tuple((self._title(one[0]), one[1], one[2]) for one in entry.offices))


def _ambiguous(query: Query) -> str:
    """Say why a person must say what a name means that stands for two places: Тунис."""
    english = translated(query)
    return f"the name may mean {' or '.join(english)}" if len(english) > 1 else ""


def _by_id(hit: Hit) -> str:
    return hit.entity.id


def _best(found: Collection[Agreement], *, is_full: bool) -> Agreement:
    """Choose the best agreement; but a fuller form with another name speaks against it.

    is_full: the first given name asked for is no initial. That an entity is also known as
    A. Gromyko, or Gromyko, does not make it an Anatoly.
    """
    if len(found) == 1:
        return next(iter(found))
    best = max(found, key=lambda one: (weigh(one.traits), one))
    against = [one for one in found if one.family == best.family]
    if (is_full and best.given == "given initial") or best.given == "given missing":
        others = [one for one in against if one.given == "given other"]
    elif best.second == "second unknown":
        others = [one for one in against if one.second == "second other"]
    else:
        return best
    return max(others, key=lambda one: (weigh(one.traits), one), default=best)
