"""Bytes -> Row -> Record: what a reader is; the readers there are stand in readers.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from lod.config import Source
from lod.issue import Issue
from lod.record import Covered, Part, Related
from lod.sources.together import Place

SLICE_BYTES = 1 << 18
CELL_LIMIT = 8 << 20
ROW_LIMIT = 64 << 20
DEPTH_LIMIT = 100
# Rules of cells that no text was found in: an object of JSON, its true and false, and a node of RDF
# that has no address.
OBJECT, TRUTH, NODE = "object", "truth", "node"


class Bound(str):
    """A column asked for, whose values must tell by their place what stands beside them."""

    __slots__ = ()


class Cell(NamedTuple):
    """One value of a row: its text, and its span in the file where the format has one (pages).

    language: the tag that the source itself gives the text (RDF), "" where it gives none.
    place: through which items of which lists a path led to it, () where through none.
    """

    text: str
    start: int = -1
    end: int = -1
    rule: str = ""
    language: str = ""
    place: Place = ()


# The rule of an identifier that a shelf-mark stands for: several papers may have one.
SHELF_MARK = "code of the description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as a reader finds it: names of columns or paths -> the values under them.

    source: the file, relative to the dataset's folder. row: where it stands, as a person would
    look it up (row number from 1 after the header, JSON line, file name). sha256: of the row's
    own content, independent of where it stands in the file (the snapshot). cells: a column
    without a value is left out; a column that repeats has several values. related and parts: of a
    page, what no column can hold; they go into the record as they are. ledger: draws up what
    became of every character of a page, which is asked of few.
    """

    source: str
    row: str
    sha256: str
    cells: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    parts: tuple[Part, ...] = ()
    ledger: Callable[[], tuple[Covered, ...]] = field(default=tuple, compare=False, repr=False)

    @property
    def coverage(self) -> tuple[Covered, ...]:
        """Tell what became of every character of a page; nothing of a row that is no page."""
        return self.ledger()


class Slice(NamedTuple):
    """A part of a source that one process can read alone: bytes start to end of a file.

    path: the file. name: the same, relative to the dataset's folder, for Rows and Issues. first:
    number of the first row in it, from 1. encoding: as detected. header and delimiter: of a
    table. recurring: lines that most pages of a collection have. end is -1 where the whole file
    is one slice.
    """

    path: str
    name: str
    start: int = 0
    end: int = -1
    first: int = 1
    encoding: str = "utf-8"
    header: tuple[str, ...] = ()
    delimiter: str = ""
    recurring: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format; a new format is one file, one line in READERS, one golden folder."""

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Cut the source into parts of about 1 MiB at borders of rows, in order.

        folder is the dataset's: names in Rows and Issues are relative to it.
        Raises SourceError when there is nothing to read at all: no file, a folder where a file
        is meant, an empty file, a query that does not run.
        """

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the rows of one part; what cannot be read becomes an Issue and the next follows.

        columns: the columns or paths wanted, as the crosswalk spells them, those Bound whose cells
        need their place where a column may have several; none means all that the format can list
        by itself (an XPath cannot be guessed: xml then gives child elements).
        """
