"""Reads the sources in parts: rows become records, spooled to disk with their place noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, get_args

from lod.config import Source
from lod.engine import Engine
from lod.issue import Issue
from lod.pipeline.parts import crosswalk, parts, reader
from lod.pipeline.run import Progress, Run
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.sources import Slice
from lod.sources.crosswalk import UNTITLED

# Small files are read together: bytes, and files, of one task at most.
_TOGETHER, _MOST_FILES = 1 << 17, 32
_MANY = 12  # tasks, which take longer than the tools of other processes


class Part(NamedTuple):
    """One task: slices of a source, and the number of the file that their records go to."""

    run: Run
    source: Source
    slices: tuple[Slice, ...]
    number: int


# One record on disk, by what it is looked up, and where it lies: key, url, sha256, source, number,
# part, start, size, whether it has a title. A named tuple takes three times as long to hand over.
Spooled = tuple[str, str, str, str, str, int, int, int, bool]
_WIDTH = len(get_args(Spooled))

NO_IDENTIFIER = Issue(
    message="no identifier, and no other row with its address has one: a failed scrape?",
    code="identifier/missing",
    severity="error",
    field="identifier",
)
_NO_TITLE = Issue(
    message="no title, in this row or in another of the same record: see [fields] title",
    code=UNTITLED,
    severity="error",
    field="title",
)


@dataclass(frozen=True, slots=True)
class PartRead:
    """What one part gave: its records' places, its issues, the rows that were refused."""

    spooled: list[Spooled]
    issues: list[Issue]
    refused: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows read, refused while reading, and merged into another row's record."""

    rows: int = 0
    refused: int = 0
    merged: int = 0


def read(run: Run, work: Work, engine: Engine, progress: Progress) -> Counts:
    """Read every source; afterwards `work` knows each record's place and each issue.

    Raises SourceError when a source cannot be read at all.
    """
    rows = refused = 0
    early = _Early(work)
    waiting = _parts(run, early)
    first = tuple(islice(waiting, _MANY))
    many = len(first) == _MANY
    for result in engine.map(read_part, chain(first, waiting), many=many):
        with work.batch():
            work.add("row", result.spooled, width=_WIDTH)
            work.add_issues(result.issues)
        rows += len(result.spooled) + result.refused
        refused += result.refused
        progress("read", rows, None)
    return _join(work, rows + early.refused, refused + early.refused)


class _Early:
    """Notes what is found while a source is cut into parts: a row too long for any counts too."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.refused = 0

    def note(self, issue: Issue) -> None:
        self._work.add_issues([issue])
        self.refused += issue.severity == "error"


def _parts(run: Run, early: _Early) -> Iterator[Part]:
    number = 0
    for source in run.dataset.sources:
        for some in _together(parts(run.dataset, source), early):
            yield Part(run, source, some, number)
            number += 1


def _together(found: Iterable[Slice | Issue], early: _Early) -> Iterator[tuple[Slice, ...]]:
    """Give the slices of a source, small files that follow one another at once."""
    waiting, size = list[Slice](), 0
    for part in found:
        if isinstance(part, Issue):
            early.note(part)
            continue
        own = _size(part)
        if waiting and (size + own > _TOGETHER or len(waiting) == _MOST_FILES):
            yield tuple(waiting)
            waiting, size = [], 0
        waiting.append(part)
        size += own
    if waiting:
        yield tuple(waiting)


def _size(part: Slice) -> int:
    """Give the bytes of a slice; what is no plain file (a database, a query) is read alone."""
    if part.end >= 0:
        return part.end - part.start
    try:
        return Path(part.path).stat().st_size
    except OSError:
        return _TOGETHER


def read_part(part: Part) -> PartRead:
    """Read slices and spool their records; runs in any process."""
    rules, opened = crosswalk(part.run.dataset, part.source), reader(part.source)
    spooled, issues = list[Spooled](), list[Issue]()
    refused = place = 0
    with part.run.spool(part.number).open("wb") as out:
        rows = (opened.rows(part.source, one, rules.columns) for one in part.slices)
        for row in chain.from_iterable(rows):
            if isinstance(row, Issue):
                issues.append(rules.veiled(row))
                refused += row.severity == "error"
                continue
            record, found = rules.read(row)
            found = [rules.veiled(issue) for issue in found]
            issues += [issue for issue in found if record is None or issue.code != UNTITLED]
            if record is None:
                refused += 1
                continue
            body = encode(record)
            out.write(body)
            taken = record.snapshots[0]
            at = part.number, place, len(body)
            spooled.append((record.key, record.url, *taken, *at, bool(record.title)))
            place += len(body)
    return PartRead(spooled, issues, refused)


def _join(work: Work, rows: int, refused: int) -> Counts:
    """Give rows without an identifier the key of the record that has their address."""
    db = work.db
    db.execute("CREATE INDEX row_key ON row (key, sha256, part, start, size)")
    db.execute("CREATE INDEX row_url ON row (url, key)")
    db.execute(
        "UPDATE row SET key = coalesce((SELECT min(other.key) FROM row AS other"
        " WHERE other.url = row.url AND other.key != ''), '') WHERE key = '' AND url != ''"
    )
    lost = _take_out(work, "key = ''", NO_IDENTIFIER) + _take_out(
        work, "key IN (SELECT key FROM row GROUP BY key HAVING max(titled) = 0)", _NO_TITLE
    )
    distinct: int = db.execute("SELECT count(DISTINCT key) FROM row").fetchone()[0]
    return Counts(rows, refused + lost, rows - refused - lost - distinct)


def _take_out(work: Work, where: str, why: Issue) -> int:
    """Refuse rows, each with its issue; where is our own SQL. Give how many there were."""
    rows = work.db.execute(f"SELECT source, number, key, url FROM row WHERE {where}")  # noqa: S608
    found = [
        replace(why, source=source, row=number, record=key, value=url[:200])
        for source, number, key, url in rows
    ]
    work.add_issues(found)
    work.db.execute(f"DELETE FROM row WHERE {where}")  # noqa: S608
    return len(found)
