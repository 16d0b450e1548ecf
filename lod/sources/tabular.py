"""CSV and TSV: rows of a table, cut into slices that several processes can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lod.config import Source
from lod.issue import Issue
from lod.sources import SLICE_BYTES, Row, Slice
from lod.sources.columns import Columns
from lod.sources.encoding import demand_text, detect, head, open_text
from lod.sources.files import files, name_of
from lod.sources.header import table
from lod.sources.pieces import Piece, Whole, parts, pieces
from lod.sources.quoting import RowCutter

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
            yield from pieces(whole, RowCutter(part.delimiter), self.size)
