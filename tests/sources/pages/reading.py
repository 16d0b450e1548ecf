"""Reads a source as the pipeline does, for the tests of readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from lod.config import Source
from lod.issue import Issue
from lod.sources import Reader, Row, Slice
from lod.sources.readers import READERS


class Result(NamedTuple):
    """The rows and issues of a source."""

    rows: list[Row]
    issues: list[Issue]

    @property
    def codes(self) -> list[str]:
        """Name the issues, without the notes on encoding and delimiter."""
        return [issue.code for issue in self.issues if issue.severity != "info"]

    def texts(self) -> list[dict[str, list[str]]]:
        """Give the values of each row."""
        return [
            {column: [cell.text for cell in found] for column, found in row.cells.items()}
            for row in self.rows
        ]

    def column(self, name: str) -> list[list[str]]:
        """Give the values of one column, row by row."""
        return [row.get(name, []) for row in self.texts()]


def read(path: Path, form: str, columns: list[str] | None = None, **source: Any) -> Result:  # noqa: ANN401
    """Read a file, its names relative to the folder it lies in."""
    return read_with(READERS[form], Source(format=form, path=path, **source), columns)


def read_with(reader: Reader, source: Source, columns: list[str] | None = None) -> Result:
    """Read with a reader of one's own, such as one with tiny slices."""
    result = Result([], [])
    folder = source.path if source.path.is_dir() else source.path.parent
    for part in reader.slices(source, folder):
        found = reader.rows(source, part, columns or ()) if isinstance(part, Slice) else [part]
        for row in found:
            (result.rows if isinstance(row, Row) else result.issues).append(row)  # type: ignore[arg-type]
    return result
