"""Builds an authority index: streams entities, sorts their keys, writes one file, renames it."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from lod.errors import DiskError, SourceError, UsageError
from lod.reconcile.entityfiles import entities
from lod.reconcile.entry import Entry, Found, Redirect, Scope, Skipped, Title
from lod.reconcile.keysof import keys_of, keys_of_word, person_forms, words_in
from lod.reconcile.postings import Sorter, Words, posting

FORMAT = 3
_BATCH = 2_000
_SCHEMA = """
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (
  number INTEGER PRIMARY KEY, id TEXT, weight INTEGER, forms TEXT, data BLOB);
CREATE TABLE posting (key INTEGER PRIMARY KEY, numbers BLOB);
CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT, count INTEGER);
CREATE TABLE likeness (key INTEGER PRIMARY KEY, numbers BLOB);
CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID;
CREATE TABLE title (id TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID;
"""
Progress = Callable[[str, int, int | None], None]
encode = msgspec.msgpack.Encoder().encode
_KIND = msgspec.msgpack.Decoder(Entry).decode
# Entities whose id another one before them has.
_TWICE = """FROM entity WHERE number IN (SELECT number FROM (SELECT number,
 row_number() OVER (PARTITION BY id ORDER BY number) AS nth FROM entity) WHERE nth > 1)"""
# Number, id, weight, the forms of a person's names, the rest.
_Row = tuple[int, str, int, str | None, bytes]


class Built(NamedTuple):
    """What an index was built of: entities by kind, lines left out by reason, its version."""

    kinds: dict[str, int]
    skipped: dict[str, int]
    redirects: int
    version: str


def build(
    sources: Sequence[Path], target: Path, scope: Scope, date: str, progress: Progress | None = None
) -> Built:
    """Build the index of some sources into one file; of an id that comes twice the first counts.

    date: ISO day of the snapshot, for the manifest. Nothing stands at `target` before the index
    is whole. Raises SourceError for a source that is missing or broken, DiskError, UsageError.
    """
    for source in sources:
        if not source.is_file():
            raise UsageError("no such file", where=str(source), mend="name a dump or entity lines")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".authority-", dir=target.parent) as folder:
            made = Path(folder) / "index.sqlite"
            with closing(sqlite3.connect(made, isolation_level=None)) as db:
                work = _Work(db, Path(folder), progress or _silent)
                work.fill(sources, scope)
                built = work.finish(sources, scope, date)
            _refuse_nothing(built, sources)
            made.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise DiskError(f"the index cannot be written: {error}", where=str(target)) from None
    return built


def _refuse_nothing(built: Built, sources: Sequence[Path]) -> None:
    """Refuse an index of nobody, which would say "none" of every name. Raises SourceError."""
    if not built.kinds and not built.redirects:
        left = ", ".join(f"{count:,} {why}" for why, count in sorted(built.skipped.items()))
        what = f"no entity to take{f': {left}' if left else ''}"
        mend = "name a dump or entity lines, and a scope that has some"
        raise SourceError(what, where=" ".join(map(str, sources)), mend=mend)


class _Work:
    """An index while it is built."""

    def __init__(self, db: sqlite3.Connection, folder: Path, progress: Progress) -> None:
        self._db, self._progress = db, progress
        self._keys, self._likeness = Sorter(folder, "keys"), Sorter(folder, "likeness")
        self._words = Words(folder)
        self._hash = hashlib.sha256()
        self._kinds: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()
        self._number = 0
        # Only the finished file is ever opened, so nothing has to survive a crash.
        db.executescript(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            + _SCHEMA
        )

    def fill(self, sources: Sequence[Path], scope: Scope) -> None:
        """Take in all entities."""
        self._db.execute("BEGIN")
        for source in sources:
            self._db.executemany(
                "INSERT INTO entity VALUES (?, ?, ?, ?, ?)", self._rows(entities(source, scope))
            )
        self._db.execute("COMMIT")

    def _rows(self, found: Iterable[Found]) -> Iterator[_Row]:
        for one in found:
            if isinstance(one, Entry):
                yield self._taken(one)
                if self._number % _BATCH == 0:
                    self._progress("entities", self._number, None)
            elif isinstance(one, Redirect):
                self._db.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", one)
            elif isinstance(one, Title):
                self._db.execute("INSERT OR REPLACE INTO title VALUES (?, ?)", one)
            elif isinstance(one, Skipped):
                self._skipped[one.why] += 1

    def _taken(self, entry: Entry) -> _Row:
        """Note the keys of an entity, and give its row."""
        self._number += 1
        self._kinds[entry.kind] += 1
        is_person = entry.kind == "person"
        forms = person_forms(entry.names) if is_person else ()
        self._words.add(words_in(forms))
        self._keys.add(keys_of(entry, forms), posting(self._number, entry.weight))
        data = encode(entry)
        self._hash.update(data)
        return self._number, entry.id, entry.weight, "\n".join(forms) if is_person else None, data

    def finish(self, sources: Sequence[Path], scope: Scope, date: str) -> Built:
        """Write the look-up tables and the manifest."""
        db, version = self._db, self._hash.hexdigest()[:12]
        db.execute("BEGIN")
        self._progress("words", 0, None)
        db.executemany("INSERT INTO word VALUES (?, ?, ?)", self._counted())
        self._progress("keys", 0, None)
        db.executemany("INSERT INTO posting VALUES (?, ?)", self._keys.rows())
        db.executemany("INSERT INTO likeness VALUES (?, ?)", self._likeness.rows())
        for (data,) in db.execute(f"SELECT data {_TWICE}"):
            self._kinds[_KIND(data).kind] -= 1
            self._skipped["twice"] += 1
        db.execute(f"DELETE {_TWICE}")
        db.execute("CREATE UNIQUE INDEX entity_id ON entity (id)")
        db.execute("DELETE FROM redirect WHERE new = '' AND old IN (SELECT id FROM entity)")
        redirects = int(db.execute("SELECT count(*) FROM redirect").fetchone()[0])
        built = Built(dict(self._kinds), dict(self._skipped), redirects, version)
        db.executemany("INSERT INTO manifest VALUES (?, ?)", _manifest(built, sources, scope, date))
        db.execute("COMMIT")
        return built

    def _counted(self) -> Iterator[tuple[int, str, int]]:
        """Give the rows of words; note which words may be read or written for which others."""
        for number, (word, count) in enumerate(self._words.counted(), start=1):
            self._likeness.add(keys_of_word(word), posting(number, min(count.bit_length(), 15)))
            yield number, word, count


def _manifest(
    built: Built, sources: Sequence[Path], scope: Scope, date: str
) -> Iterator[tuple[str, str]]:
    yield "format", str(FORMAT)
    yield "version", built.version
    yield "sources", " ".join(source.name for source in sources)
    yield "date", date
    yield "entities", str(sum(built.kinds.values()))
    yield "redirects", str(built.redirects)
    for kind, count in sorted(built.kinds.items()):
        yield f"entities {kind}", str(count)
    for why, count in sorted(built.skipped.items()):
        yield f"skipped {why}", str(count)
    for key, value in scope.manifest():
        yield f"scope {key}", value


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    """Say nothing."""


__all__ = ["FORMAT", "Built", "build"]
