"""The lines of the register: every identifier ever given, and the keys that have it."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from lod.entity import EntityKind
from lod.errors import UsageError
from lod.iri import hashed_id

_TABLES = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-4000",
    # Ids are hashes: the lines are put one after the other, not among each other.
    "CREATE TABLE line (id TEXT PRIMARY KEY, kind TEXT, qid TEXT, merged_into TEXT, body BLOB)",
    # Few are merged, and few mean an item; those are asked for again and again.
    "CREATE INDEX merged ON line (id) WHERE merged_into != ''",
    "CREATE INDEX meaning ON line (id) WHERE qid != ''",
    "CREATE TABLE key (key TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID",
    "CREATE TABLE item (kind TEXT, qid TEXT, id TEXT, PRIMARY KEY (kind, qid)) WITHOUT ROWID",
    "CREATE TABLE own (kind TEXT, qid TEXT, id TEXT, PRIMARY KEY (kind, qid)) WITHOUT ROWID",
    # Nothing of it outlives the object: all that is written is one transaction.
    "BEGIN",
)


_TOGETHER = 500


class Registered(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
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


# As the register has it.
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Registered).decode


def _sorted(row: Registered) -> bytes:
    row.keys.sort()
    return _encode(row)


def _line(one: Asked) -> Registered:
    return Registered(id=one.id, kind=one.kind, label=one.label, keys=[one.key])


def _of_body(row: tuple[bytes]) -> Registered:
    return _decode(row[0])


def _marks(values: Collection[str]) -> str:
    return ",".join("?" * len(values))


class Asked(NamedTuple):
    """A key that alone may tell who is meant, and what its line says when it is new.

    apart: the key of what parted from it. id: the identifier, unless another key has it.
    """

    kind: EntityKind
    key: str
    apart: str
    id: str
    label: str


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
        yield from map(_decode, self.written())

    def written(self) -> Iterator[bytes]:
        """Give the lines as the register has them, sorted by id, keys sorted."""
        for (body,) in self._db.execute("SELECT body FROM line ORDER BY id"):
            yield body

    def told(self, idents: Collection[str]) -> Iterator[Registered]:
        """Go through the lines of some identifiers, and all that are merged, sorted by id."""
        merged = self._db.execute("SELECT id FROM line WHERE merged_into != ''")
        wanted = sorted({*idents, *(ident for (ident,) in merged)})
        for at in range(0, len(wanted), _TOGETHER):
            some = wanted[at : at + _TOGETHER]
            sql = f"SELECT body FROM line WHERE id IN ({_marks(some)}) ORDER BY id"  # noqa: S608
            yield from map(_of_body, self._db.execute(sql, some).fetchall())

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
        self.keep([row])

    def keep(self, rows: Iterable[Registered]) -> None:
        """Keep what was changed in some lines, or is new."""
        told = ((row.id, row.kind, row.qid, row.merged_into, _sorted(row)) for row in rows)
        self._db.executemany("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?)", told)

    def of_key(self, key: str) -> str:
        """Give the identifier of a mention's key, "" when it has none."""
        found = self._db.execute("SELECT id FROM key WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def keys(self, before: str) -> Iterator[str]:
        """Give the keys that begin so; before: no sign in it is the last of all."""
        sql = "SELECT key FROM key WHERE key >= ? AND key < ?"
        after = before[:-1] + chr(ord(before[-1]) + 1)
        return (key for (key,) in self._db.execute(sql, (before, after)))

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

    def describe(self, kind: EntityKind, qid: str, ident: str) -> None:
        """Note that a record about an item has this identifier; of two records none stands."""
        sql = "INSERT INTO own VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET id = ''"
        self._db.execute(sql, (kind, qid, ident))

    def described(self, kind: EntityKind, qid: str) -> str:
        """Give the identifier of the one record about an item, "" when there is none."""
        sql = "SELECT id FROM own WHERE kind = ? AND qid = ?"
        found = self._db.execute(sql, (kind, qid)).fetchone()
        return found[0] if found else ""

    def mean(self, row: Registered, qid: str) -> None:
        """Note which item an identifier means, "" for none; the one that it meant is kept."""
        if row.qid and row.qid != qid:
            row.was = [*(one for one in row.was if one != row.qid), row.qid]
            self.changed.append(Meant(row.id, row.label, row.qid, qid))
        row.qid, row.was = qid, [one for one in row.was if one != qid]

    def alone(self, asked: Sequence[Asked]) -> list[str]:
        """Give, for each key, the identifier that is its alone and means no item, new if need be.

        "" where other keys, or what parted from it, have a say. What is asked is kept.
        """
        keys, lines = self._keyed(asked), dict[str, Registered]()
        if keys:
            sql, ids = f"SELECT body FROM line WHERE id IN ({_marks(keys)})", tuple(keys.values())  # noqa: S608
            lines = {row.id: row for row in map(_of_body, self._db.execute(sql, ids))}
        found = {one.key: one.id for one in asked if one.key not in keys and one.apart not in keys}
        found |= self._new([_line(one) for one in asked if one.key in found])
        for one in asked if keys else ():
            row = None if one.apart in keys else self._own(one, lines.get(keys.get(one.key, "")))
            if row:
                row.label, found[one.key] = one.label, row.id
                self.put(row)
        return [found.get(one.key, "") for one in asked]

    def _keyed(self, asked: Sequence[Asked]) -> dict[str, str]:
        """Give the identifiers of those keys, and of what parted from them, that have one."""
        wanted = [key for one in asked for key in (one.key, one.apart) if key <= self._last]
        if not wanted:
            return {}
        sql = f"SELECT key, id FROM key WHERE key IN ({_marks(wanted)})"  # noqa: S608
        return dict(self._db.execute(sql, wanted))

    def _own(self, one: Asked, row: Registered | None) -> Registered | None:
        """Give a line that is a key's alone and means no item, None when it is not."""
        if row is None or row.kind != one.kind or row.keys != [one.key]:
            return None
        return None if row.qid or row.merged_into or row.id in self._replaced_by() else row

    def _new(self, rows: Sequence[Registered]) -> dict[str, str]:
        """Keep new lines, each of one key; give those keys whose ids are not as in these lines."""
        self._last = max([self._last, *[row.keys[0] for row in rows]])
        told = [(row.id, row.kind, "", "", _encode(row)) for row in rows]
        kept = self._db.executemany("INSERT OR IGNORE INTO line VALUES (?, ?, ?, ?, ?)", told)
        again = self._hashed_again(rows) if kept.rowcount < len(rows) else {}
        keys = [(row.keys[0], row.id) for row in rows]
        self._db.executemany("INSERT INTO key VALUES (?, ?)", keys)
        return again

    def _hashed_again(self, rows: Iterable[Registered]) -> dict[str, str]:
        """Give other ids to new lines whose ids other keys have."""
        found = dict[str, str]()
        for row in rows:
            (key,), attempt = row.keys, 1
            while self.row(row.id).keys != [key]:
                attempt += 1
                row.id = found[key] = hashed_id(f"{key}#{attempt}")
                if self._known(row.id) is None:
                    self.put(row)
        return found

    def _replaced_by(self) -> frozenset[str]:
        """Give the identifiers that stood for others before this run."""
        if self._replacing is None:
            rows = self._db.execute("SELECT merged_into FROM line WHERE merged_into != ''")
            self._replacing = frozenset(ident for (ident,) in rows)
        return self._replacing

    def mint(self, kind: EntityKind, key: str) -> str:
        """Give a new identifier to a key; a hash that is taken by another key is hashed again."""
        row = Registered(id=hashed_id(key), kind=kind, keys=[key])
        self._new([row])
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
        greater stands, so that the order of lines does not matter. Raises UsageError when the
        lines share no key: an id comes from one, so that they speak of two entities.
        """
        known = self._known(row.id)
        if known is None or known.kind != row.kind or not {*known.keys} & {*row.keys}:
            self.add(row)
            return
        self._claim(row)
        latest = max(known, row, key=lambda one: (one.qid, one.label, one.merged_into))
        known.qid, known.label, known.merged_into = latest.qid, latest.label, latest.merged_into
        known.keys = sorted({*known.keys, *row.keys})
        known.was = sorted({*known.was, *row.was})
        self.put(known)

    def dangling(self) -> str:
        """Give the first identifier that is merged into one which is not there, "" if none is."""
        sql = (
            "SELECT id FROM line WHERE merged_into != ''"
            " AND merged_into NOT IN (SELECT id FROM line) ORDER BY id LIMIT 1"
        )
        found = self._db.execute(sql).fetchone()
        return found[0] if found else ""

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
