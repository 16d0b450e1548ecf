"""CSV and TSV: rows of a table, cut into slices that several processes can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lod.config import Source
from lod.issue import Issue
from lod.sources import SLICE_BYTES, Row, Slice
from lod.sources.columns import Columns
from lod.sources.encoding import after, demand_text, detect, head, open_text
from lod.sources.files import files, name_of, unread
from lod.sources.header import table
from lod.sources.pieces import Piece, Whole, ended, parts, pieces
from lod.sources.quoting import RowCutter, parse

_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Tabular:
    """Reads delimited text with a header; delimiter is that of the format, "" to find out."""

    delimiter: str = ""
    size: int = SLICE_BYTES

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Read the header, then cut the rows behind it at ends of rows, never inside quotes."""
        for path in files(source, folder):
            yield from self._slices_of(path, source, name_of(path, folder))

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the rows of a part; rows that are broken are left out and reported."""
        table = Columns(part, columns)
        for piece in self._pieces(part):
            yield from [piece] if isinstance(piece, Issue) else table.rows(piece)

    def _slices_of(self, path: Path, source: Source, name: str) -> Iterator[Slice | Issue]:
        demand_text(str(path), name)
        found = detect(str(path), source.encoding, name)
        if found.issue:
            yield found.issue
        start = head(str(path), found.encoding, _HEAD)[found.mark :]
        known = table(start, found.encoding, source.delimiter or self.delimiter, name)
        yield from known.issues
        whole = Slice(
            path=str(path),
            name=name,
            start=found.mark + known.start,
            first=known.row + 1,
            encoding=found.encoding,
            header=known.header,
            delimiter=known.delimiter,
        )
        yield from parts(whole, self._pieces(whole))

    def _pieces(self, part: Slice) -> Iterator[Piece | Issue]:
        with closing(open_text(part.path, part.encoding, part.start)) as stream:
            if part.end >= 0:
                yield Piece(part.start, stream.read(part.end - part.start), part.first)
                return
            whole = Whole(stream, part.name, part.start, part.first)
            cutter = RowCutter(part.delimiter)
            found = pieces(whole, cutter, self.size)
            yield from ended(found, partial(_torn_end, part, cutter))


def _torn_end(part: Slice, cutter: RowCutter, piece: Piece) -> tuple[int, Issue] | None:
    """Find the row in which a table breaks off: a cell is open there, or cells are missing.

    A mark that opens a cell in vain, with a whole row behind it, is only a fault of its row.
    """
    data = piece.data
    opened = cutter.torn(data)
    if not opened and data.endswith((b"\n", b"\r")):
        return None
    border = opened or cutter.cut(data, final=False)
    text = data[border.end :].decode(after(part.encoding), "replace")
    first, *others = parse(text, part.delimiter).rows or [[]]
    width = len(part.header)
    if any(len(row) == width for row in others) or (not opened and not 0 < len(first) < width):
        return None
    what = "a quoted cell is never closed" if opened else "cells and the line end are missing"
    message = f"the file breaks off in this row: {what}; fetch it again, or mend the row"
    return border.end, unread(part.name, message, str(piece.first + border.rows))
