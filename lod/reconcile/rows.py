"""The lines of the register: every identifier ever given, and the keys that have it."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from lod.entity import EntityKind
from lod.errors import UsageError
from lod.iri import hashed_id

_TABLES = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-4000",
    "CREATE TABLE line (id TEXT PRIMARY KEY, kind TEXT, qid TEXT, merged_into TEXT, body BLOB)"
    " WITHOUT ROWID",
    "CREATE TABLE key (key TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID",
    "CREATE TABLE item (kind TEXT, qid TEXT, id TEXT, PRIMARY KEY (kind, qid)) WITHOUT ROWID",
    # Nothing of it outlives the object: all that is written is one transaction.
    "BEGIN",
)


class Registered(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One line of entities.jsonl: an identifier, and the keys of the mentions that have it.

    merged_into: the identifier that stands for it while both are accepted as one item. was: the
    items that it meant before, the latest last.
    """

    id: str
    kind: EntityKind
    label: str = ""
    qid: str = ""
    keys: list[str] = []
    merged_into: str = ""
    was: list[str] = []


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Registered).decode


class Meant(NamedTuple):
    """An identifier that meant one item before this run, and means another now, or none."""

    id: str
    label: str
    old: str
    new: str


class Rows:
    """Looks identifiers up by key and by item, and gives new ones.

    They lie in a database of their own that SQLite keeps on disk as far as it is large, and that
    is gone with this object: a collection may have millions. What is changed in a row is kept by
    `put`.
    """

    def __init__(self, rows: Iterable[Registered] = ()) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._db.close)
        for sql in _TABLES:
            self._db.execute(sql)
        self._replacing: frozenset[str] | None = None
        self._last = ""  # of all keys in their order: most names are asked for in it
        self.changed: list[Meant] = []
        for row in rows:
            self.add(row)

    def __iter__(self) -> Iterator[Registered]:
        """Go through the lines, sorted by id, keys sorted."""
        for (body,) in self._db.execute("SELECT body FROM line ORDER BY id"):
            row = _decode(body)
            row.keys.sort()
            yield row

    def __len__(self) -> int:
        """Count the identifiers ever given."""
        found: int = self._db.execute("SELECT count(*) FROM line").fetchone()[0]
        return found

    def row(self, ident: str) -> Registered:
        """Give the line of an identifier."""
        row = self._known(ident)
        if row is None:
            raise KeyError(ident)
        return row

    def _known(self, ident: str) -> Registered | None:
        found = self._db.execute("SELECT body FROM line WHERE id = ?", (ident,)).fetchone()
        return _decode(found[0]) if found else None

    def put(self, row: Registered) -> None:
        """Keep what was changed in the line of an identifier."""
        self._put(row, "INSERT OR REPLACE")

    def _put(self, row: Registered, how: str) -> int:
        """Write a row; gives how many were, which is none where another is not to be replaced."""
        told = (row.id, row.kind, row.qid, row.merged_into, _encode(row))
        return self._db.execute(f"{how} INTO line VALUES (?, ?, ?, ?, ?)", told).rowcount

    def of_key(self, key: str) -> str:
        """Give the identifier of a mention's key, "" when it has none."""
        found = self._db.execute("SELECT id FROM key WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def remember_items(self) -> None:
        """Note which identifier stands for which item now, before a run changes it."""
        self._db.execute("DELETE FROM item")
        self._db.execute(
            "INSERT OR IGNORE INTO item SELECT kind, qid, id FROM line"
            " WHERE qid != '' AND merged_into = '' ORDER BY id"
        )

    def of_item(self, kind: EntityKind, qid: str) -> str:
        """Give the identifier that stood for an item before this run, "" when none did."""
        sql = "SELECT id FROM item WHERE kind = ? AND qid = ?"
        found = self._db.execute(sql, (kind, qid)).fetchone()
        return found[0] if found else ""

    def mean(self, row: Registered, qid: str) -> None:
        """Note which item an identifier means, "" for none; the one that it meant is kept."""
        if row.qid and row.qid != qid:
            row.was = [*(one for one in row.was if one != row.qid), row.qid]
            self.changed.append(Meant(row.id, row.label, row.qid, qid))
        row.qid, row.was = qid, [one for one in row.was if one != qid]

    def own(self, kind: EntityKind, key: str, apart: str) -> str | None:
        """Give the identifier that is a key's alone and means no item, "" where it has none yet.

        None where other keys have a say in it, or `apart`, the key of what parted from it.
        """
        if self._last < min(key, apart):
            return ""
        sql = "SELECT key, id FROM key WHERE key IN (?, ?)"
        found = dict(self._db.execute(sql, (key, apart)))
        if not found:
            return ""
        row = self.row(found[key]) if [*found] == [key] else None
        alone = row is not None and row.kind == kind and row.keys == [key]
        if row is None or not alone or row.qid or row.merged_into:
            return None
        return None if row.id in self._replaced_by() else row.id

    def _replaced_by(self) -> frozenset[str]:
        """Give the identifiers that stood for others before this run."""
        if self._replacing is None:
            rows = self._db.execute("SELECT merged_into FROM line WHERE merged_into != ''")
            self._replacing = frozenset(ident for (ident,) in rows)
        return self._replacing

    def mint(self, kind: EntityKind, key: str, label: str = "") -> str:
        """Give a new identifier to a key; a hash that is taken by another key is hashed again."""
        row, attempt = Registered(id=hashed_id(key), kind=kind, label=label, keys=[key]), 1
        while not self._put(row, "INSERT OR IGNORE"):
            attempt += 1
            row.id = hashed_id(f"{key}#{attempt}")
        self._claim(row)
        return row.id

    def join(self, ident: str, key: str) -> None:
        """Note that a mention's key has this identifier from now on."""
        if not self.of_key(key):
            self._db.execute("INSERT INTO key VALUES (?, ?)", (key, ident))
            self._last = max(self._last, key)
            row = self.row(ident)
            row.keys.append(key)
            self.put(row)

    def replaced(self) -> dict[str, list[str]]:
        """Give, for identifiers that stand, the sorted ones they replaced."""
        found: dict[str, list[str]] = {}
        sql = "SELECT id FROM line WHERE merged_into != '' ORDER BY id"
        for (ident,) in self._db.execute(sql):
            found.setdefault(self.final(ident), []).append(ident)
        return found

    def final(self, ident: str) -> str:
        """Follow merged_into to the end; a circle ends where it began."""
        seen: set[str] = set()
        while (stands := self.row(ident).merged_into) and ident not in seen:
            seen.add(ident)
            ident = stands
        return ident

    def join_branches(self, row: Registered) -> None:
        """Take a line in; to an identifier that is there it adds its keys.

        What the identifier means is decided anew by the next run; until then the line that is
        greater stands, so that the order of lines does not matter.
        """
        known = self._known(row.id)
        if known is None or known.kind != row.kind:
            self.add(row)
            return
        self._claim(row)
        latest = max(known, row, key=lambda one: (one.qid, one.label, one.merged_into))
        known.qid, known.label, known.merged_into = latest.qid, latest.label, latest.merged_into
        known.keys = sorted({*known.keys, *row.keys})
        known.was = sorted({*known.was, *row.was})
        self.put(known)

    def add(self, row: Registered) -> None:
        """Take a line in; raises UsageError when its id or a key of it is given already."""
        if self._known(row.id) is not None:
            raise UsageError(f"the id {row.id} is given twice")
        self._claim(row)
        self.put(row)

    def _claim(self, row: Registered) -> None:
        for key in row.keys:
            self._last = max(self._last, key)
            taken = self._db.execute("INSERT OR IGNORE INTO key VALUES (?, ?)", (key, row.id))
            if not taken.rowcount and (other := self.of_key(key)) != row.id:
                raise UsageError(f"the key {key!r} has two ids, {other} and {row.id}")
