"""A plain list of names -> questions: `id name kind year context`, a table parted by tabs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TextIO, get_args

from lod.entity import EntityKind
from lod.errors import SourceError, UsageError
from lod.lazily import regex
from lod.reconcile.cells import cells, opened, rows
from lod.reconcile.evidence import Situation
from lod.record import AgentKind

KINDS = frozenset(get_args(AgentKind)) | {"place"}
_BORN = regex(r"\b(?:born|b\.|founded|est\.)\s*(?:c\.|ca\.?)?\s*(-?\d{3,4})\b", re.I)
_DIED = regex(r"\b(?:died|d\.|dissolved)\s*(?:c\.|ca\.?)?\s*(-?\d{3,4})\b", re.I)
_SPAN = regex(r"\b(1\d{3}|20\d\d)\s*[-\u2013]\s*(1\d{3}|20\d\d)\b")
_LONGEST = 1 << 20
_YEAR = regex(r"-?\d{3,4}")
_UNDATED = frozenset(
    ["?", "-", "n/a", "n.a.", "nd", "n.d.", "none", "o.d.", "o.j.", "s.d.", "undated", "unknown"]
)


_MEND = "the first line is: id name kind year context, parted by tabs"


class Question(NamedTuple):
    """A line of the list: a name of a kind, in its situation.

    record: which lines have in common that name people beside each other, "" for none. line: of
    the file. fault: why the line cannot be asked for as it stands, "" when it can.
    """

    id: str
    name: str
    kind: AgentKind | EntityKind
    situation: Situation
    record: str = ""
    line: int = 0
    fault: str = ""


def questions(path: Path) -> Iterator[Question]:
    """Give the names of a list in its order; a line without a name is asked all the same.

    path: `-` for standard input. Only `name` must be there; without `id` lines are numbered. A
    line with a cell that means nothing comes with its fault. Raises at once, before the first is
    asked for: UsageError for a file that is not there, SourceError for one without that column.
    """
    try:
        file = opened(path, "replace")
        head = file.readline(_LONGEST)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from None
    columns = [name.strip().casefold() for name in cells(head)]
    if "name" not in columns:
        file.close()
        untabbed = ": the first line is not parted by tabs" if len(columns) == 1 else ""
        raise SourceError(f"no column `name`{untabbed}", where=path.name, mend=_MEND)
    return _questions(file, columns)


def _questions(file: TextIO, columns: list[str]) -> Iterator[Question]:
    with file, closing(sqlite3.connect("")) as seen:  # on disk, if it grows
        seen.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
        for number, said in rows(file):
            row = dict(zip(columns, said, strict=False))
            one = _question(row, number)
            faults = _faults(row, said[len(columns) :])
            again = _again(seen, row.get("id", ""), one.line)
            yield one._replace(fault="; ".join((*faults, *again)))


def _question(row: dict[str, str], number: int) -> Question:
    context = row.get("context", "")
    return Question(
        id=row.get("id", "") or str(number),
        name=row.get("name", ""),
        kind=_kind(row) or "agent",
        situation=situation(row.get("year", ""), context, row.get("role", "").strip()),
        record=row.get("record", "").strip(),
        line=number + 1,
    )


def _kind(row: dict[str, str]) -> AgentKind | EntityKind | None:
    """Read the kind of a name, None where the cell says something else."""
    kind = row.get("kind", "").strip().casefold()
    return kind if kind in KINDS else _OTHER.get(kind)  # type: ignore[return-value]


def _faults(row: dict[str, str], over: Sequence[str]) -> Iterator[str]:
    """Say which cells of a line mean nothing here."""
    more = next(filter(str.strip, over), "")
    if more:
        yield f"a cell too many: {more!r:.60}"
    if _kind(row) is None:
        yield f"unknown kind {row['kind'].strip()!r:.60}, none of {', '.join(sorted(KINDS))}"
    year = row.get("year", "").strip()
    if year and not _YEAR.search(year) and year.casefold() not in _UNDATED:
        yield f"no year: {year!r:.60}"


def _again(seen: sqlite3.Connection, ident: str, line: int) -> Iterator[str]:
    """Say in which line an id was before."""
    known = "INSERT OR IGNORE INTO seen VALUES (?, ?)"
    if ident and not seen.execute(known, (ident, line)).rowcount:
        (first,) = seen.execute("SELECT line FROM seen WHERE id = ?", (ident,)).fetchone()
        yield f"the id {ident!r:.60} is in line {first}, too"


_OTHER = {
    "": "agent",
    **dict.fromkeys(("organization", "organisation", "body", "corporate", "corporation"), "group"),
    **dict.fromkeys(("people", "human", "q5"), "person"),
    **dict.fromkeys(("location", "geographic"), "place"),
}


def situation(year: str, context: str, role: str = "") -> Situation:
    """Read the year of a record, and the years of life that the words beside a name state.

    >>> found = situation("1951", "artist; born 1898; died 1991")
    >>> found.year, found.begin, found.end
    (1951, 1898, 1991)
    """
    span = _SPAN.search(context)
    born, died = _BORN.search(context), _DIED.search(context)
    digits = _YEAR.search(year)
    return Situation(
        year=int(digits[0]) if digits else None,
        role=role,
        beside=context,
        begin=int(born[1]) if born else int(span[1]) if span else None,
        end=int(died[1]) if died else int(span[2]) if span else None,
    )
