"""What a finder asks of where entities are kept: postings by key, words that are alike, entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from lod.reconcile.entry import Entry


class Bearer(NamedTuple):
    """What comparing names needs of a person: id, how well known, the names as folded forms.

    names: a form a line.
    """

    id: str
    weight: int
    names: str

    @property
    def forms(self) -> Sequence[str]:
        """Give the forms, () where no name can be written in Latin letters."""
        return self.names.split("\n") if self.names else ()


class Tables(Protocol):
    """Keeps entities under numbers; a file and a dictionary are such."""

    people: int

    def postings(self, key: int) -> Sequence[int]:
        """Give the postings of a key (`postings.py`), () when there are none."""

    def count(self, key: int) -> int:
        """Give how many postings a key has."""

    def keyed(
        self, keys: Iterable[int], most: int | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """Give those of several keys that have postings, with these, in the order of keys.

        most: give no more than so many of each.
        """

    def any_of(self, keys: Iterable[int]) -> set[int]:
        """Give the postings of several keys."""

    def alike(self, keys: Iterable[int]) -> set[int]:
        """Give the numbers of the words that have one of these keys of likeness."""

    def words(self) -> Sequence[str]:
        """Give all words, the nth at n - 1."""

    def bearers(self, numbers: Sequence[int]) -> Iterator[tuple[int, Bearer]]:
        """Give what comparing needs of those of some entities that are people."""

    def read(self, number: int) -> Entry | None:
        """Give all that is kept of an entity."""

    def ids(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Give the ids of some entities."""

    def number(self, entity_id: str) -> int | None:
        """Give the number of an entity, None when it is not known here."""

    def title(self, office: str) -> str:
        """Give the name of an office, or what stands for it."""
