"""An authority from a list of entities: the embedded one, the tests' double, and the template."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lod.entity import AuthorityEntity
from lod.keeping import Keep, anew
from lod.reconcile.entry import Entry, renown
from lod.reconcile.finder import Finder
from lod.reconcile.keysof import keys_of, keys_of_word, person_forms, words_in
from lod.reconcile.places import PlacesInTime
from lod.reconcile.postings import posting
from lod.reconcile.tables import Bearer

Keys = dict[int, tuple[int, ...]]  # a key -> what is filed under it


class Filed(NamedTuple):
    """What is filed of entities: the folded forms of people, and postings by key."""

    forms: dict[int, tuple[str, ...]]
    postings: Keys


class Alike(NamedTuple):
    """The words of names, sorted, and their numbers from 1 by keys of likeness."""

    words: tuple[str, ...]
    numbers: Keys


class MemoryTables:
    """The tables of a list of entities, in dictionaries; right up to some ten thousand.

    They are made when they are first asked for; keep: gives those that were made before.
    """

    def __init__(self, entities: Iterable[AuthorityEntity], keep: Keep = anew) -> None:
        self.entities = sorted(entities, key=lambda one: one.id)
        self._numbers = {one.id: number for number, one in enumerate(self.entities)}
        self._keep = keep
        self.people = sum(one.kind == "person" for one in self.entities)

    @cached_property
    def _filed(self) -> Filed:
        return self._keep("filed", Filed, self._file)

    @cached_property
    def _alike(self) -> Alike:
        return self._keep("alike", Alike, self._likeness)

    def _file(self) -> Filed:
        forms = dict[int, tuple[str, ...]]()
        postings: dict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(self.entities):
            entry = self.read(number)
            if one.kind == "person":
                forms[number] = person_forms(entry.names)
            for key in keys_of(entry, forms.get(number, ())):
                postings[key].append(posting(number, entry.weight))
        return Filed(forms, {key: tuple(found) for key, found in postings.items()})

    def _likeness(self) -> Alike:
        """Note under which keys of likeness each word is."""
        words = sorted({word for forms in self._filed.forms.values() for word in words_in(forms)})
        found: dict[int, list[int]] = defaultdict(list)
        for number, word in enumerate(words, start=1):
            for key in keys_of_word(word):
                found[key].append(number)
        return Alike(tuple(words), {key: tuple(numbers) for key, numbers in found.items()})

    def postings(self, key: int) -> Sequence[int]:
        """Give the postings of a key, () when there are none."""
        return self._filed.postings.get(key, ())

    def count(self, key: int) -> int:
        """Give how many postings a key has."""
        return len(self.postings(key))

    def keyed(
        self, keys: Iterable[int], most: int | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """Give those of several keys that have postings, with these, in the order of keys."""
        known = self._filed.postings
        return ((key, known[key][:most]) for key in sorted(set(keys)) if key in known)

    def any_of(self, keys: Iterable[int]) -> set[int]:
        """Give the postings of several keys."""
        return set().union(*(some for _, some in self.keyed(keys)))

    def alike(self, keys: Iterable[int]) -> set[int]:
        """Give the numbers of the words that have one of these keys of likeness."""
        return {one for key in keys for one in self._alike.numbers.get(key, ())}

    def words(self) -> Sequence[str]:
        """Give all words, sorted."""
        return self._alike.words

    def bearers(self, numbers: Sequence[int]) -> Iterator[tuple[int, Bearer]]:
        """Give what comparing needs of those of some entities that are people."""
        for number in numbers:
            forms = self._filed.forms.get(number)
            if forms is not None:
                one = self.entities[number]
                yield number, Bearer(one.id, _weight(one), "\n".join(forms))

    def read(self, number: int) -> Entry:
        """Give all that is kept of an entity."""
        one = self.entities[number]
        return Entry(
            id=one.id,
            kind=one.kind,
            label=one.label,
            names=tuple(dict.fromkeys((one.label, *one.names))),
            begin=one.begin,
            end=one.end,
            description=one.description,
            offices=one.offices,
            coordinates=one.coordinates,
            weight=_weight(one),
        )

    def ids(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Give the ids of some entities."""
        return {number: self.entities[number].id for number in numbers}

    def number(self, entity_id: str) -> int | None:
        """Give the number of an entity, None when it is not known here."""
        return self._numbers.get(entity_id)

    def title(self, office: str) -> str:
        """Give the name of an office: its own."""
        return office


class MemoryAuthority(Finder):
    """Finds entities of a list, by the same ways and weights as in an index file.

    places: which item a name of a place meant when; names it has no line for are looked up as
    usual. keep: gives the tables that were made of these entities before.
    """

    def __init__(
        self,
        entities: Iterable[AuthorityEntity],
        *,
        name: str = "memory",
        version: str = "",
        places: PlacesInTime | None = None,
        keep: Keep = anew,
    ) -> None:
        self.name, self.version = name, version
        self._kept = MemoryTables(entities, keep)
        super().__init__(self._kept, places or PlacesInTime(()))

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity by its id, None when it is not known here."""
        number = self._kept.number(entity_id)
        return None if number is None else self._kept.entities[number]

    @property
    def manifest(self) -> dict[str, str]:
        """Say what it holds, as the manifest of an index file does."""
        kinds = Counter(one.kind for one in self)
        counts = {f"entities {kind}": str(count) for kind, count in sorted(kinds.items())}
        return {"entities": str(kinds.total()), "version": self.version, **counts}

    def _entity(self, entry: Entry) -> AuthorityEntity:
        return self._kept.entities[self._kept.number(entry.id) or 0]

    def __iter__(self) -> Iterator[AuthorityEntity]:
        """Go through the entities, sorted by id."""
        return iter(self._kept.entities)


def _weight(one: AuthorityEntity) -> int:
    """Tell how well known an entity is by the number of its spellings."""
    return renown(len(one.names))
