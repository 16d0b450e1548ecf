"""The notes of a run on disk: where rows lie, who is named, what was found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, fields
from pathlib import Path
from typing import NamedTuple

from lod.errors import DataError
from lod.issue import Issue

_ISSUE = tuple(field.name for field in fields(Issue))
# Ids of entities are hashes: their large rows are put one after the other, not among each other.
# A mention that is one entity wherever it stands is `joined`, and need not be `settled` by name; it
# bears what is most often asked of its entity.
_TABLES = f"""
CREATE TABLE row (key TEXT, url TEXT, sha256 TEXT, source TEXT, number TEXT,
                  part INTEGER, start INTEGER, size INTEGER, titled INTEGER);
CREATE TABLE name (mention TEXT, name TEXT, year INTEGER, spoken INTEGER, kind TEXT,
                   wikidata TEXT, begin INTEGER, finish INTEGER, beside TEXT, listed TEXT,
                   role TEXT, snapshot TEXT,
                   PRIMARY KEY (mention, name, year, spoken)) WITHOUT ROWID;
CREATE TABLE decided (mention TEXT, name TEXT, year INTEGER, spoken INTEGER, decision BLOB,
                      open INTEGER,
                      PRIMARY KEY (mention, name, year, spoken)) WITHOUT ROWID;
CREATE TABLE company (mention TEXT, name TEXT, year INTEGER, spoken INTEGER, record TEXT,
                      side INTEGER);
CREATE TABLE settled (mention TEXT, name TEXT, year INTEGER, spoken INTEGER, entity TEXT,
                      PRIMARY KEY (mention, name, year, spoken)) WITHOUT ROWID;
CREATE TABLE joined (mention TEXT PRIMARY KEY, kind TEXT, entity TEXT, label TEXT, qid TEXT)
  WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, kind TEXT, label TEXT, qid TEXT, body BLOB);
CREATE TABLE named (path TEXT PRIMARY KEY, source TEXT, number TEXT) WITHOUT ROWID;
CREATE TABLE unit (iri TEXT PRIMARY KEY, kind TEXT, body BLOB) WITHOUT ROWID;
CREATE TABLE out (path TEXT PRIMARY KEY, sha256 TEXT, modified TEXT, run TEXT) WITHOUT ROWID;
CREATE TABLE issue ({" , ".join(f"{name} TEXT" for name in _ISSUE)});
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE quarantined (key TEXT PRIMARY KEY) WITHOUT ROWID;
"""
# What knows a record alone (a shape, a profile) stands where its first row stood, and what knows
# a person, a body or a place where it is first named.
_READ_AT = "(SELECT {} FROM row WHERE row.key = issue.record ORDER BY sha256 LIMIT 1)"
_NAMED_AT = "(SELECT {} FROM named WHERE named.path = issue.record)"
_AT = f"coalesce({_READ_AT}, {_NAMED_AT}, '')"
_PLACED = {
    "source": f"coalesce(nullif(source, ''), {_AT.replace('{}', 'source')}) AS source",
    "row": f"iif(source = '', {_AT.replace('{}', 'number')}, issue.row) AS row",
}
# CROSS JOIN keeps the order: there are few such issues, if any, and many names.
_NAMED = """
INSERT OR IGNORE INTO named SELECT path, row.source, row.number FROM
  (SELECT DISTINCT record AS path, substr(record, instr(record, '/') + 1) AS id FROM issue
    WHERE source = '' AND substr(record, 1, instr(record, '/')) IN ('person/', 'group/', 'place/'))
  CROSS JOIN (SELECT entity, snapshot FROM settled JOIN name USING (mention, name, year, spoken)
    UNION ALL SELECT entity, snapshot FROM joined JOIN name USING (mention)) ON entity = id
  JOIN row ON row.sha256 = snapshot ORDER BY path, row.key, row.source, row.number
"""
_FOUND = f"SELECT {', '.join(_PLACED.get(name, name) for name in _ISSUE)} FROM issue"  # noqa: S608
_ISSUES = (
    f"SELECT DISTINCT * FROM ({_FOUND})"  # noqa: S608
    " ORDER BY source, record, field, code, message, CAST(row AS INTEGER), row, value"
)


class Place(NamedTuple):
    """Where one row's record lies in the parts that reading wrote."""

    part: int
    start: int
    size: int


class Keyed(NamedTuple):
    """A record's key and the rows that describe it (more than one when it came twice)."""

    key: str
    places: tuple[Place, ...]


class Noted(NamedTuple):
    """A record that is to be described, and where its draft lies, if it has one."""

    keyed: Keyed
    draft: Place | None = None


class Work:
    """A SQLite file beside the release that is being built; thrown away with it."""

    def __init__(self, folder: Path) -> None:
        """Open the notes in a folder, making them there when they are not yet."""
        self.folder = folder
        path = folder / "work.sqlite"
        new = not path.exists()
        self.db = sqlite3.connect(path, isolation_level=None, cached_statements=64)
        self.db.execute("PRAGMA cache_size=-8000")
        self.db.execute("PRAGMA temp_store=FILE")
        if new:
            # Nothing here outlives the run, so nothing needs to survive a crash.
            self.db.execute("PRAGMA journal_mode=OFF")
            self.db.execute("PRAGMA synchronous=OFF")
            self.db.executescript(_TABLES)

    def close(self) -> None:
        """Close the file; it stays until the folder is removed."""
        self.db.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write what follows in one go; a run writes millions of rows."""
        self.db.execute("BEGIN")
        yield
        self.db.execute("COMMIT")

    def add(self, table: str, rows: Iterable[tuple[object, ...]], *, width: int) -> None:
        """Insert rows, leaving those whose key is there already as they are."""
        marks = ",".join("?" * width)
        self.db.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def add_units(self, units: Iterable[tuple[str, str, bytes]]) -> None:
        """Note things to describe; of two ways to spell a shared thing the smaller is kept."""
        self.db.executemany(
            "INSERT INTO unit VALUES (?, ?, ?) ON CONFLICT (iri) DO UPDATE SET"
            " body = min(body, excluded.body) WHERE kind = 'shared' AND excluded.kind = 'shared'",
            units,
        )

    def add_issues(self, issues: Iterable[Issue]) -> None:
        """Note what was found in the data."""
        self.add("issue", (astuple(issue) for issue in issues), width=len(_ISSUE))

    def issues(self) -> Iterator[Issue]:
        """Give every distinct issue, sorted by source, record, field and words.

        One that a check of the graph found says where its record was read, or who it is about
        was first named.
        """
        self.db.execute(_NAMED)
        for row in self.db.execute(_ISSUES):
            yield Issue(**dict(zip(_ISSUE, row, strict=True)))

    def first_row(self, sha256: str) -> Issue:
        """Give where a row of this content was read, as an issue that says nothing yet."""
        self.db.execute("CREATE INDEX IF NOT EXISTS row_sha256 ON row (sha256, key)")
        found = self.db.execute(
            "SELECT source, number, key FROM row WHERE sha256 = ? ORDER BY key, source, number",
            (sha256,),
        ).fetchone()
        source, row, record = found or ("", "", "")
        return Issue(message="", code="", source=source, row=row, record=record)

    def keyed(self) -> Iterator[Keyed]:
        """Give the records in the order of their keys, without those in quarantine."""
        rows = self.db.execute(
            "SELECT key, part, start, size FROM row WHERE key != '' AND key NOT IN"
            " (SELECT key FROM quarantined) ORDER BY key, sha256"
        )
        key, places = "", list[Place]()
        for found, *place in rows:
            if found != key and places:
                yield Keyed(key, tuple(places))
                places = []
            key = found
            places.append(Place(*place))
        if places:
            yield Keyed(key, tuple(places))

    def having(self, keys: Iterable[str]) -> Iterator[Keyed]:
        """Give the records among these keys; one that is no record's is passed over."""
        for key in sorted(set(keys)):
            rows = self.db.execute("SELECT part, start, size FROM row WHERE key = ?", (key,))
            places = tuple(Place(*row) for row in rows)
            if key and places:
                yield Keyed(key, places)

    def quarantine(self, keys: Iterable[str]) -> None:
        """Keep records out of the release from now on.

        Raises DataError for what is no record: it cannot be left out, so nothing is published.
        """
        wanted = sorted(set(keys))
        known = {keyed.key for keyed in self.having(wanted)}
        lost = [key for key in wanted if key not in known]
        if lost:
            mend = "this is a fault of the program; the findings say which"
            raise DataError("does not pass the shapes, and is no record", where=lost[0], mend=mend)
        with self.batch():
            self.add("quarantined", ((key,) for key in wanted), width=1)

    def count(self, table: str, where: str = "1") -> int:
        """Count the rows of a table; where is our own SQL, never data."""
        sql = f"SELECT count(*) FROM {table} WHERE {where}"  # noqa: S608
        found: int = self.db.execute(sql).fetchone()[0]
        return found
