"""The authority index: one read-only SQLite file, asked by keys and by words that are alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.errors import UsageError
from lod.reconcile.build import FORMAT
from lod.reconcile.entry import Entry
from lod.reconcile.finder import Finder
from lod.reconcile.places import PlacesInTime, read_periods
from lod.reconcile.postings import NUMBER, Field, key_of, number_of, unpacked
from lod.reconcile.tables import Bearer

_MAPPED = 1 << 26  # bytes of the file that are read through memory
_KEPT = 1 << 11
_AT_ONCE = 256  # keys of one question
_SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
_MARKS = {size: f" ({','.join('?' * size)})" for size in _SIZES}
_SIZE_OF = [next(size for size in _SIZES if size >= count) for count in range(_AT_ONCE + 1)]
_WORDS = "SELECT group_concat(word, char(10)) FROM (SELECT word FROM word ORDER BY number)"
_MEND = "build it: lod authority build SOURCE --output FILE"


class FileTables:
    """The tables of an index file."""

    def __init__(self, db: sqlite3.Connection, people: int) -> None:
        self._db, self.people = db, people
        self._vocabulary: list[str] = []
        # Who is compared is mostly read in full soon after; whose name is looked for, counted.
        self._compared: dict[int, bytes] = {}
        self._counted: dict[int, int] = {}
        self._decode = msgspec.msgpack.Decoder(Entry).decode

    def postings(self, key: int) -> Sequence[int]:
        """Give the postings of a key, () when there are none."""
        blob = self.value("SELECT numbers FROM posting WHERE key = ?", key)
        return unpacked(blob) if blob else ()

    def count(self, key: int) -> int:
        """Give how many postings a key has."""
        known = self._counted.get(key)
        if known is not None:
            return known
        size = self.value("SELECT length(numbers) FROM posting WHERE key = ?", key)
        return int(size or 0) // 4

    def keyed(
        self, keys: Iterable[int], most: int | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """Give those of several keys that have postings, with these, in the order of keys."""
        if most is None:
            yield from self._keyed("SELECT key, numbers FROM posting WHERE key IN", keys)
            return
        asked = set(keys)
        if len(self._counted) > _KEPT:
            self._counted.clear()
        self._counted.update(dict.fromkeys(asked, 0))
        text = f"SELECT key, substr(numbers, 1, {4 * most:d}), length(numbers) FROM posting"  # noqa: S608 - a number
        for key, blob, size in self._rows(f"{text} WHERE key IN", sorted(asked)):
            self._counted[key] = size // 4
            yield key, unpacked(blob)

    def any_of(self, keys: Iterable[int]) -> set[int]:
        """Give the postings of several keys."""
        return set().union(*(some for _, some in self.keyed(keys)))

    def alike(self, keys: Iterable[int]) -> set[int]:
        """Give the numbers of the words that have one of these keys of likeness."""
        rows = self._keyed("SELECT key, numbers FROM likeness WHERE key IN", keys)
        found: set[int] = set().union(*(some for _, some in rows))
        return {one & NUMBER for one in found}

    def words(self) -> Sequence[str]:
        """Give all words; they stay in memory from the first use on."""
        if not self._vocabulary:
            # Words hold no line feeds; one long text is read much faster than as many rows.
            (text,) = self._db.execute(_WORDS).fetchone()
            self._vocabulary = text.split("\n") if text else []
        return self._vocabulary

    def bearers(self, numbers: Sequence[int]) -> Iterator[tuple[int, Bearer]]:
        """Give what comparing needs of those of some entities that are people."""
        text = "SELECT number, id, weight, forms, data FROM entity WHERE number IN"
        if len(self._compared) > _KEPT:
            self._compared.clear()
        for number, ident, weight, forms, data in self._rows(text, numbers):
            self._compared[number] = data
            if forms is not None:
                yield number, Bearer(ident, weight, forms)

    def read(self, number: int) -> Entry | None:
        """Give all that is kept of an entity."""
        data = self._compared.get(number)
        data = data or self.value("SELECT data FROM entity WHERE number = ?", number)
        return None if data is None else self._decode(data)

    def ids(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Give the ids of some entities."""
        return dict(self._rows("SELECT number, id FROM entity WHERE number IN", numbers))

    def number(self, entity_id: str) -> int | None:
        """Give the number of an entity, None when it is not known here."""
        found: int | None = self.value("SELECT number FROM entity WHERE id = ?", entity_id)
        return found

    def title(self, office: str) -> str:
        """Give the name of an office, or what stands for it."""
        return str(self.value("SELECT label FROM title WHERE id = ?", office) or office)

    def value(self, text: str, value: int | str) -> Any:  # noqa: ANN401 - as SQLite has it
        """Give the one column of a row, None when there is none."""
        row = self._db.execute(text, (value,)).fetchone()
        return row[0] if row else None

    def _keyed(self, text: str, keys: Iterable[int]) -> Iterator[tuple[int, Sequence[int]]]:
        for key, blob in self._rows(text, sorted(set(keys))):
            yield key, unpacked(blob)

    def _rows(self, text: str, values: Sequence[int]) -> list[Any]:
        """Ask for many rows at once; the last value is repeated, so that statements are few."""
        found: list[Any] = []
        for at in range(0, len(values), _AT_ONCE):
            some = tuple(values[at : at + _AT_ONCE])
            some += some[-1:] * (_SIZE_OF[len(some)] - len(some))
            found += self._db.execute(text + _MARKS[len(some)], some)
        return found


class IndexAuthority(Finder):
    """Finds entities in an index file; open it with `IndexAuthority.open`.

    Safe to open in many processes at once; one object is for one thread.
    """

    def __init__(self, db: sqlite3.Connection, name: str, manifest: dict[str, str]) -> None:
        self._file = FileTables(db, int(manifest.get("entities person", "0")))
        super().__init__(self._file, _places())
        self._db = db
        self.name, self.manifest = name, manifest
        self.version = manifest.get("version", "")

    @classmethod
    def open(cls, path: Path) -> IndexAuthority:
        """Open an index for reading; nothing is ever written to it.

        Raises UsageError for what is no index, or one of another version of this program.
        """
        if not path.is_file():
            raise UsageError("no such index", where=str(path), mend=_MEND)
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            db = sqlite3.connect(uri, uri=True, check_same_thread=False, cached_statements=512)
            db.execute(f"PRAGMA mmap_size = {_MAPPED}")
            manifest = dict(db.execute("SELECT key, value FROM manifest"))
        except sqlite3.Error as error:
            raise UsageError(f"no index: {error}", where=str(path), mend=_MEND) from None
        if manifest.get("format") != str(FORMAT):
            what = f"an index of format {manifest.get('format', '?')}, this program reads {FORMAT}"
            raise UsageError(what, where=str(path), mend=_MEND)
        return cls(db, path.stem, manifest)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def entry(self, entity_id: str) -> Entry | None:
        """Give all that the index keeps of an entity, also of one given up for another."""
        return super().entry(self.successor(entity_id))

    def successor(self, entity_id: str) -> str:
        """Follow redirects to the id that stands, "" when it was deleted.

        One in a circle stays as it is.
        """
        seen = [entity_id]
        while new := self._file.value("SELECT new FROM redirect WHERE old = ?", seen[-1]):
            if new in seen:
                return entity_id
            seen.append(new)
        return seen[-1] if new is None else ""

    def redirects(self) -> Iterator[str]:
        """Give all redirects, and what was deleted, as entity lines."""
        for old, new in self._db.execute("SELECT old, new FROM redirect ORDER BY old"):
            told = {"redirect": new} if new else {"deleted": True}
            yield json.dumps({"id": old, **told}) + "\n"

    def by_identifier(self, scheme: str, value: str) -> list[AuthorityEntity]:
        """Give the entities that bear an identifier of another authority, such as VIAF."""
        wanted = f"{scheme}:{value}"
        found = (
            self._file.read(number_of(one)) for one in self._file.postings(key_of(Field.ID, wanted))
        )
        return [self._entity(one) for one in found if one and wanted in one.ids]


@cache
def _places() -> PlacesInTime:
    """Read the shipped table of what names of places meant when."""
    path = vocabulary.folder() / "authority" / "places-in-time.tsv"
    return PlacesInTime(read_periods(path.read_text("utf-8").splitlines()))
