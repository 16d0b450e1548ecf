"""Reads the first rows of each source and says what would happen; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import PurePosixPath

from lod.config import Dataset, Source, is_service
from lod.errors import UsageError
from lod.issue import Issue
from lod.mapping import PROFILES
from lod.pipeline.match import thresholds_of
from lod.pipeline.parts import crosswalk, parts, reader
from lod.pipeline.read import NO_IDENTIFIER
from lod.pipeline.run import ledger_of
from lod.reconcile.authorities import open_authority
from lod.reconcile.decisions import read
from lod.record import Record
from lod.registry import find
from lod.sources import Row, Slice
from lod.sources.crosswalk import UNTITLED, Crosswalk
from lod.sources.pages.card import card

CARDS = 10
# Formats whose columns are paths, of which no header says whether they lead anywhere.
_PATHS = frozenset({"json", "jsonl", "xml", "rdf"})


@dataclass(slots=True)
class Checked:
    """What the first rows came to; cards: of the first pages, line by line, what was found.

    there: some source has the file that was asked for. whole: every row was read.
    """

    rows: int = 0
    records: int = 0
    issues: list[Issue] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    there: bool = False
    whole: bool = True
    _titled: set[tuple[str, str]] = field(default_factory=set)
    _keys: dict[str, str] = field(default_factory=dict)
    _nameless: list[tuple[str, Issue]] = field(default_factory=list)

    def count(self, record: Record | None, issues: list[Issue], row: Row) -> None:
        """Note the record of a row: which rows are of one thing is known when all are read."""
        if record is None:
            return
        if record.key:
            self._keys.setdefault(record.url, record.key)
        else:
            where = replace(NO_IDENTIFIER, source=row.source, row=row.row, value=record.url[:200])
            self._nameless.append((record.url, where))
        if all(one.severity != "error" for one in issues):
            self._titled.add((record.key, record.url if not record.key else ""))

    def completed(self) -> None:
        """Count records; leave out what another row of the same one has, and say if none is.

        Where not all rows were read, another one may have the identifier: that is no error yet.
        """
        lost = [one for url, one in self._nameless if url not in self._keys]
        self.issues += lost if self.whole else [replace(one, severity="warning") for one in lost]
        titled = {key or self._keys.get(url, "") for key, url in self._titled} - {""}
        self.records = len(titled)
        self.issues = [
            one for one in self.issues if one.code != UNTITLED or one.record not in titled
        ]
        if not (self.rows or any(one.severity == "error" for one in self.issues)):
            message = "no source has a row: nothing would be published"
            self.issues.append(Issue(message=message, code="rows/none", severity="error"))


def check(dataset: Dataset, rows: int, file: str = "") -> Checked:
    """Read so many rows of each source through the crosswalk; nothing is written or asked.

    file: the one to read, as issues name it or without its folders. Raises UsageError where no
    source has it, and what publishing would raise at once: UsageError for a name that no room
    knows, a threshold below what ships or a ledger that is broken, SourceError for a source that
    cannot be read.
    """
    read(ledger_of(dataset))
    thresholds_of(dataset)
    for name in dataset.profiles:
        find("profile", name, PROFILES)
    for name in dataset.authority:
        if not is_service(name):
            open_authority(name)
    found = Checked()
    for source in dataset.sources:
        rules, seen = crosswalk(dataset, source), list[Row]()
        found.there |= _is_file(dataset, source, file)
        chosen = _chosen(parts(dataset, source), file, found)
        waiting = _rows(chosen, source, rules)
        for one in islice(waiting, rows):
            _take(one, rules, found)
            seen += [one] if isinstance(one, Row) else []
        found.whole &= next(waiting, None) is None
        if source.format in _PATHS and (dataset.fields or source.fields):
            found.issues += _leading_nowhere(rules, seen)
    if file and not found.there:
        raise UsageError("no source has this file", where=file, mend="write it as issues name it")
    found.completed()
    found.issues += _unused(dataset, found.issues)
    return found


def _unused(dataset: Dataset, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Say which values of [fix] no row has that was read: most often one is misspelt."""
    applied = {(one.field, one.value) for one in issues if one.code == "fix/applied"}
    for name, fixes in dataset.fix.items():
        for value in fixes:
            if (name, value[:200]) not in applied:
                message = f"no row that was read has this value of [fix.{name}]"
                yield Issue(
                    message=message,
                    code="fix/unused",
                    severity="info",
                    field=name,
                    value=value[:200],
                )


def _leading_nowhere(rules: Crosswalk, seen: list[Row]) -> Iterator[Issue]:
    """Say which paths of the crosswalk no row has anything at: most often one is misspelt."""
    there = {column for row in seen for column in row.cells}
    for column in rules.columns if seen else ():
        if column not in there:
            message = f"no row has anything here ({len(seen):,} read)"
            mend = "check the spelling, and prefixes where there are some"
            yield Issue(
                message=f"{message}: {mend}",
                code="column/empty",
                source=seen[0].source,
                field=column,
            )


def _is_file(dataset: Dataset, source: Source, file: str) -> bool:
    """Tell whether a source is the file asked for: one without a row has no part."""
    path = dataset.folder / source.path
    return path.is_file() and (path == dataset.folder / file or path.name == file)


def _chosen(given: Iterable[Slice | Issue], file: str, found: Checked) -> Iterator[Slice | Issue]:
    """Give the parts of a source that are of the file asked for, all where none is."""
    for part in given:
        name = part.source if isinstance(part, Issue) else part.name
        if file in ("", name, PurePosixPath(name).name):
            found.there = True
            yield part


def _rows(
    chosen: Iterable[Slice | Issue], source: Source, rules: Crosswalk
) -> Iterator[Row | Issue]:
    for part in chosen:
        if isinstance(part, Issue):
            yield part
        else:
            yield from reader(source).rows(source, part, rules.columns)


def _take(one: Row | Issue, rules: Crosswalk, found: Checked) -> None:
    if isinstance(one, Issue):
        found.issues.append(one)
        found.rows += one.severity == "error"
        return
    record, issues = rules.read(one)
    found.rows += 1
    if found.rows <= CARDS:
        found.cards += card(one)
    found.count(record, issues, one)
    found.issues += issues
