"""Lists, facets, full text and neighbours of things, from the release's `index.sqlite`."""

from __future__ import annotations

import re
import sqlite3
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from lod.errors import DiskError, LodError
from lod.publish.index import matching
from lod.serve import overview
from lod.serve.lists import FACETS, Choice, Found, Narrowing, Neighbour, Overview
from lod.serve.overview import CHOICES

PAGE = 20
_SECONDS = 3.0
# For what is gathered once, when a release is opened.
_PATIENCE_SECONDS = 120.0
_FOUND = "WITH found AS MATERIALIZED ({paths}) SELECT facet, {what} FROM found JOIN facet"
_GROUPED = f"{_FOUND} USING (path) WHERE facet IN ({{marks}}) GROUP BY facet{{then}}"
_VALUES = "value, MIN(label), COUNT(*)"
_THINGS = "COUNT(DISTINCT path)"
_ORDERS = {
    "best": "bm25(search, 4.0, 1.0), entry.path",
    "oldest": "entry.begin, entry.title, entry.path",
    "newest": "entry.begin DESC, entry.title, entry.path",
}
SORTS = ("oldest", "newest")
_STEPS = 10_000
_MARK = re.compile("[\x02\x03]")


class SlowError(LodError):
    """A search took longer than a search may."""


class BlockNote(NamedTuple):
    """When and by which run what is said of a thing changed, and its hash."""

    sha256: str
    modified: str
    run: str


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words, chosen values of facets, a kind; page 1 is the first.

    named: paths of entities that a record must name, all of them. sort: `oldest`, `newest`, or ""
    for the best first when there are words, else the oldest.
    """

    words: str = ""
    kind: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    page: int = 1
    sort: str = ""


class Hits(NamedTuple):
    """One page of a search, how many there are in all, and how to narrow it.

    having: of each facet, how many things have a value of it and how many values there are, so
    that what the choices leave out can be told.
    """

    things: list[Found]
    number: int
    choices: list[Choice]
    having: dict[str, tuple[int, int]]


class Catalogue:
    """Reads the index of one release, from any thread; each question has a few seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._gathering = threading.Lock()
        self._overview: Overview | None = None
        self._ending = False
        self.rows("SELECT 1 FROM entry LIMIT 1")

    def end(self) -> None:
        """Let questions that have begun end at once, as if they had taken too long."""
        self._ending = True

    def close(self) -> None:
        """Close what every thread has opened."""
        for connection in self._open:
            connection.close()

    def block(self, path: str) -> BlockNote | None:
        """Give what is known of the record at a path, None when there is none."""
        rows = self.rows("SELECT sha256, modified, run FROM block WHERE path = ?", path)
        return BlockNote(*rows[0]) if rows else None

    def entry(self, path: str) -> Found | None:
        """Give the thing at a path, None when no list has it."""
        rows = self.rows("SELECT path, kind, title, date FROM entry WHERE path = ?", path)
        return Found(*rows[0]) if rows else None

    @property
    def overview(self) -> Overview:
        """Give what the start page shows; it is gathered once, for a release does not change."""
        with self._gathering:
            if self._overview is None:
                self._local.seconds = _PATIENCE_SECONDS
                try:
                    self._overview = self._gathered()
                finally:
                    self._local.seconds = _SECONDS
            return self._overview

    def _gathered(self) -> Overview:
        return overview.gather(self.rows, lambda kind: self._narrowing(Search(kind=kind)))

    def search(self, asked: Search) -> Hits:
        """Find things: the best first when words are given, else by date and title."""
        where, values = _where(asked)
        rows = self.rows(_things(asked, where), *values, PAGE, (asked.page - 1) * PAGE)
        things = [Found(row[0], row[1], row[2], row[3], _pieces(row[4])) for row in rows]
        if not (asked.words.strip() or asked.chosen or asked.named):
            kinds, narrowing = self.overview.kinds, self.overview.narrowing.get(asked.kind)
            number = kinds.get(asked.kind, 0) if asked.kind else sum(kinds.values())
            return Hits(things, number, *(narrowing or self._narrowing(asked)))
        paths, given = _paths(asked)
        (number,) = self.rows(f"SELECT COUNT(*) FROM ({paths})", *given)[0]  # noqa: S608
        return Hits(things, number, *self._narrowing(asked))

    def _narrowing(self, asked: Search) -> Narrowing:
        """Count by all facets at once; things apart from values only where these differ."""
        paths, given = _paths(asked)
        facets = [facet for facet in FACETS if facet not in asked.chosen]
        groups = dict[str, list[Choice]]()
        for row in self.rows(_grouped(paths, facets, _VALUES, ", value"), *given, *facets):
            groups.setdefault(row[0], []).append(Choice(*row))
        several = [one for one in facets if self._overview is None or one in self._overview.several]
        things = {facet: sum(one.number for one in some) for facet, some in groups.items()}
        if several:
            things |= dict(self.rows(_grouped(paths, several, _THINGS), *given, *several))
        having = {one: (things[one], len(groups[one])) for one in facets if one in groups}
        best = [
            one
            for facet in having
            for one in sorted(groups[facet], key=lambda one: (-one.number, one.value))[:CHOICES]
        ]
        return Narrowing(best, having)

    def records_of(self, entity: str, page: int = 1, most: int = 50) -> list[Neighbour]:
        """Give the records that name an entity, by date, with its role in each."""
        query = """SELECT e.path, e.kind, e.title, e.date, GROUP_CONCAT(m.role, ', '), 1
            FROM mention m JOIN entry e ON e.path = m.record WHERE m.entity = ?
            GROUP BY e.path ORDER BY e.begin, e.path LIMIT ? OFFSET ?"""
        rows = self.rows(query, entity, most, (page - 1) * most)
        return [Neighbour(*row) for row in rows]

    def beside(self, entity: str) -> list[Neighbour]:
        """Give all entities that appear in the same records, most often first."""
        query = """SELECT e.path, e.kind, e.title, '', '', n FROM (
                SELECT o.entity AS entity, COUNT(DISTINCT o.record) AS n
                FROM (SELECT DISTINCT record FROM mention WHERE entity = ?) m
                JOIN mention o ON o.record = m.record AND o.entity <> ? GROUP BY o.entity)
            JOIN entry e ON e.path = entity ORDER BY n DESC, e.title, e.path"""
        return [Neighbour(*row) for row in self.rows(query, entity, entity)]

    def years(self, entity: str) -> list[tuple[str, int]]:
        """Count the records that name an entity, by year."""
        query = """SELECT substr(e.begin, 1, 4) AS year, COUNT(DISTINCT e.path)
            FROM mention m JOIN entry e ON e.path = m.record
            WHERE m.entity = ? AND e.begin <> '' GROUP BY year ORDER BY year"""
        return [(str(year), int(count)) for year, count in self.rows(query, entity)]

    def named(self, record: str) -> list[Neighbour]:
        """Give the entities that a record names, each once a role."""
        query = """SELECT e.path, e.kind, e.title, '', m.role, 1 FROM mention m
            JOIN entry e ON e.path = m.entity WHERE m.record = ? ORDER BY m.rowid"""
        return list(dict.fromkeys(Neighbour(*row) for row in self.rows(query, record)))

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the index; raises SlowError when it takes too long, DiskError when it is broken."""
        connection = self._connection()
        deadline = time.monotonic() + getattr(self._local, "seconds", _SECONDS)
        connection.set_progress_handler(lambda: self._ending or time.monotonic() > deadline, _STEPS)
        try:
            return connection.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                mend = "use rarer words"
                raise SlowError(f"longer than {_SECONDS:g} seconds", mend=mend) from None
            raise DiskError(f"the index cannot be read: {error}", where=str(self._path)) from None
        except sqlite3.DatabaseError as error:
            raise DiskError(f"the index cannot be read: {error}", where=str(self._path)) from None

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            address = f"file:{self._path}?mode=ro&immutable=1"
            found = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._local.connection = found
            self._open.append(found)
        return found


def _from(asked: Search) -> str:
    if matching(asked.words):
        return "search JOIN entry ON entry.rowid = search.rowid"
    return "entry"


def _where(asked: Search) -> tuple[str, list[str]]:
    conditions, values = ["1"], list[str]()
    if words := matching(asked.words):
        conditions.append("search MATCH ?")
        values.append(words)
    elif asked.words.strip():  # signs that make no word: nothing has them
        conditions.append("0")
    if asked.kind:
        conditions.append("entry.kind = ?")
        values.append(asked.kind)
    for facet, value in sorted(asked.chosen.items()):
        narrowed = "SELECT path FROM facet WHERE facet = ? AND value = ?"
        conditions.append(f"entry.path IN ({narrowed})")
        values += [facet, value]
    for entity in asked.named:
        conditions.append("entry.path IN (SELECT record FROM mention WHERE entity = ?)")
        values.append(entity)
    return f" WHERE {' AND '.join(conditions)}", values


def _paths(asked: Search) -> tuple[str, list[str]]:
    """Write a query for the paths of all that is found, each once, and what it is given."""
    where, values = _where(asked)
    if asked.words.strip() or asked.kind or not (asked.chosen or asked.named):
        return f"SELECT entry.path AS path FROM {_from(asked)}{where}", values  # noqa: S608
    # Values of facets and names have indexes of their own: the table of things is not needed.
    parts = ["SELECT path FROM facet WHERE facet = ? AND value = ?"] * len(asked.chosen)
    parts += ["SELECT DISTINCT record AS path FROM mention WHERE entity = ?"] * len(asked.named)
    return " INTERSECT ".join(parts), values


def _grouped(paths: str, facets: Sequence[str], what: str, then: str = "") -> str:
    marks = ", ".join("?" * len(facets))
    return _GROUPED.format(paths=paths, what=what, marks=marks, then=then)


def _things(asked: Search, where: str) -> str:
    words = matching(asked.words)
    # The marks are control characters, which no text of a release has.
    snippet = "snippet(search, 1, char(2), char(3), ' … ', 24)" if words else "''"
    order = _ORDERS.get(asked.sort) or _ORDERS["best" if words else "oldest"]
    return f"""SELECT entry.path, entry.kind, entry.title, entry.date, {snippet}
        FROM {_from(asked)}{where} ORDER BY {order} LIMIT ? OFFSET ?"""  # noqa: S608


def _pieces(snippet: str) -> tuple[str, ...]:
    # Title, summary and names stand on lines of their own.
    return tuple(_MARK.split(snippet.replace("\n", " · "))) if snippet else ()


def chosen(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Keep of a form's fields those that narrow a list."""
    return {name: value for name, value in pairs if name in FACETS and value}
