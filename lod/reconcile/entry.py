"""What an authority index keeps of an entity, and what it is told about sources and scope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import msgspec

from lod import vocabulary
from lod.entity import AuthorityEntity, EntityKind

Office = tuple[str, int | None, int | None]


class Entry(msgspec.Struct, array_like=True, frozen=True):
    """An entity as it stands in the index.

    names: labels and aliases, the label among them. weight: how well known, 0 to 15. ids:
    `scheme:value`. different: ids that are said to be others. classes: those of what it is that
    `classes.tsv` knows.
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...] = ()
    begin: int | None = None
    end: int | None = None
    description: str = ""
    offices: tuple[Office, ...] = ()
    coordinates: str = ""
    weight: int = 0
    ids: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()

    def entity(self, offices: tuple[Office, ...]) -> AuthorityEntity:
        """Give the facts that matching and publishing need; offices: by their names."""
        return AuthorityEntity(
            id=self.id,
            kind=self.kind,
            label=self.label,
            names=self.names,
            begin=self.begin,
            end=self.end,
            description=self.description,
            offices=offices,
            coordinates=self.coordinates,
        )


class Redirect(NamedTuple):
    """An id that was given up for another one; deleted when `new` is ""."""

    old: str
    new: str


class Title(NamedTuple):
    """The name of an office, for the people who held it."""

    id: str
    label: str


class Skipped(NamedTuple):
    """A line that gave no entity, and why: a word to count by."""

    why: str


Found = Entry | Redirect | Title | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which entities an index takes, and which of their names.

    kinds: as asked. begin, end: only what lived or existed between these years, or has no dates.
    languages: of names; `mul` and `en` always; none means all. classes: of Wikidata (P31), none
    means all.
    """

    kinds: tuple[EntityKind, ...] = ("person", "group", "place")
    begin: int | None = None
    end: int | None = None
    languages: frozenset[str] = field(default_factory=frozenset)
    classes: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def read(cls, manifest: Mapping[str, str]) -> Scope:
        """Read the scope that an index was built with out of its manifest."""
        begin, _, end = manifest.get("scope years", "../..").partition("/")
        kinds: tuple[EntityKind, ...] = ("person", "group", "place")
        asked = manifest.get("scope kinds", " ".join(kinds)).split()
        languages, classes = (
            manifest.get(f"scope {one}", "all") for one in ("languages", "classes")
        )
        return cls(
            kinds=tuple(kind for kind in kinds if kind in asked),
            begin=None if begin == ".." else int(begin),
            end=None if end == ".." else int(end),
            languages=frozenset() if languages == "all" else frozenset(languages.split()),
            classes=frozenset() if classes == "all" else frozenset(classes.split()),
        )

    def takes(self, entry: Entry) -> bool:
        """Tell whether an entity is of an asked kind and time."""
        if entry.kind not in self.kinds:
            return False
        too_old = self.begin is not None and entry.end is not None and entry.end < self.begin
        too_new = self.end is not None and entry.begin is not None and entry.begin > self.end
        return not (too_old or too_new)

    def speaks(self, language: str) -> bool:
        """Tell whether names in a language are taken."""
        known = self.languages
        return not known or language in known or language in {"mul", "en"}

    def manifest(self) -> Iterator[tuple[str, str]]:
        """Give the scope as lines of the manifest."""
        yield "kinds", " ".join(sorted(self.kinds))
        yield "years", f"{_or_dots(self.begin)}/{_or_dots(self.end)}"
        yield "languages", " ".join(sorted(self.languages)) or "all"
        yield "classes", " ".join(sorted(self.classes)) or "all"


@cache
def classes() -> Mapping[str, str]:
    """Give what the instances of a class are: a kind, an office, or none of ours."""
    path = vocabulary.folder() / "authority" / "classes.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return {row[0]: row[1] for row in rows}


def renown(evidence: int) -> int:
    """Turn a count of languages or site links into 0 to 15.

    >>> renown(0), renown(1), renown(7), renown(300)
    (0, 1, 3, 9)
    """
    return min(evidence.bit_length(), 15)


def _or_dots(year: int | None) -> str:
    return ".." if year is None else str(year)
