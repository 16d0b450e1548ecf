"""Bytes -> Row -> Record: what a reader is, and the readers there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lod.config import Source
from lod.issue import Issue


class Cell(NamedTuple):
    """One value of a row: its text, and its span in the file where the format has one (pages)."""

    text: str
    start: int = -1
    end: int = -1
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as a reader finds it: names of columns or paths -> the values under them.

    source: the file as the configuration names it, relative. row: where it stands, as a person
    would look it up (row number from 1 after the header, JSON line, file name). sha256: of the
    row's own content, independent of where it stands in the file (the snapshot).
    """

    source: str
    row: str
    sha256: str
    cells: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)


class Slice(NamedTuple):
    """A part of a source that one process can read alone: bytes start to end of a file.

    first: number of the first row in it, from 1. encoding: as detected. header: the columns of a
    table. end is -1 where the whole source is one slice.
    """

    path: str
    start: int = 0
    end: int = -1
    first: int = 1
    encoding: str = "utf-8"
    header: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format; a new format is one file, one line in READERS, one golden folder."""

    def slices(self, source: Source) -> Iterator[Slice | Issue]:
        """Cut the source into parts of about 4 MiB at borders of rows, in order.

        Raises SourceError when there is nothing to read at all: no file, a folder, an empty file.
        """

    def rows(self, source: Source, part: Slice) -> Iterator[Row | Issue]:
        """Read the rows of one part; what cannot be read becomes an Issue and the next follows."""
