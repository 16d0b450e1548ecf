"""SQLite: the rows of a table or of a query, from a database that is opened read-only."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

import msgspec

from lod.config import Source
from lod.errors import SourceError
from lod.issue import Issue
from lod.sources import CELL_LIMIT, Cell, Row, Slice
from lod.sources.files import files, name_of, unread

_encode = msgspec.json.Encoder().encode
_READING = frozenset(
    (
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_FUNCTION,
    )
)
# Functions that reach outside the database; they are off by default, and stay so.
_REACHING = frozenset(("load_extension", "readfile", "writefile", "fts3_tokenizer", "edit"))
_MEND = "set records to a table, or query to a SELECT"


@dataclass(frozen=True, slots=True)
class Sqlite:
    """Reads the table in `records`, or what `query` selects; a row's number counts them."""

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Give the whole table as one slice.

        Raises SourceError where the file is no database, the table is missing, or the query does
        anything but read.
        """
        for path in files(source, folder):
            name = name_of(path, folder)
            try:
                with closing(_opened(str(path))) as base:
                    header = _header(base, source)
            except sqlite3.Error as error:
                raise SourceError(str(error), where=name, mend=_MEND) from None
            yield Slice(str(path), name, header=header)

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the rows; a cell of bytes (BLOB) is refused by name and the row goes on without."""
        with closing(_opened(part.path)) as base:
            try:
                found = base.execute(_statement(base, source))
                for number, values in enumerate(found, 1):
                    yield from _row(part, columns, values, str(number))
            except sqlite3.Error as error:
                message = f"the database is damaged and the rest was not read: {error}"
                yield unread(part.name, message)


def _opened(path: str) -> sqlite3.Connection:
    address = f"file:{quote(str(Path(path).absolute()))}?mode=ro&immutable=1"
    base = sqlite3.connect(address, uri=True)
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 8 * CELL_LIMIT)
    base.set_authorizer(_allowed)
    return base


def _allowed(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action not in _READING or (second or "").lower() in _REACHING:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _statement(base: sqlite3.Connection, source: Source) -> str:
    if source.query:
        return source.query
    tables = [
        str(name)
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
        )
    ]
    if source.records not in tables:
        raise sqlite3.OperationalError(
            f"no table {source.records!r}; tables there are: {', '.join(tables[:20])}"
        )
    escaped = source.records.replace('"', '""')
    return f'SELECT * FROM "{escaped}"'  # noqa: S608  (a name that the database itself gave)


def _header(base: sqlite3.Connection, source: Source) -> tuple[str, ...]:
    found = base.execute(_statement(base, source))
    if found.description is None:
        raise sqlite3.OperationalError("the query selects nothing")
    return tuple(str(column[0]) for column in found.description)


def _row(
    part: Slice, columns: Sequence[str], values: Sequence[object], number: str
) -> Iterator[Row | Issue]:
    where = Issue(message="", code="", source=part.name, row=number)
    texts: dict[str, list[str]] = {}
    for name, value in zip(part.header, values, strict=True):
        if isinstance(value, bytes):
            message = f"the cell holds {len(value)} bytes (BLOB), not text; it was left out"
            yield replace(where, message=message, code="sqlite/blob", field=name)
        elif value is not None and value != "":
            texts.setdefault(name, []).append(str(value))
    if long := [name for name, found in texts.items() if max(map(len, found)) > CELL_LIMIT]:
        message = f"a cell is longer than {CELL_LIMIT >> 20} MiB; the row was left out"
        yield replace(where, message=message, code="cell/too-long", severity="error", field=long[0])
        return
    content = hashlib.sha256(_encode(sorted(texts.items()))).hexdigest()
    kept = {name: found for name, found in texts.items() if not columns or name in columns}
    cells = {name: tuple(map(Cell, found)) for name, found in kept.items()}
    yield Row(source=part.name, row=number, sha256=content, cells=cells)
