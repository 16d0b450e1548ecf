"""Files of entities -> entries: a Wikidata dump, entity JSON lines or a table, packed or not."""

from __future__ import annotations

import bz2
import csv
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import zstandard
from isal import igzip, isal_zlib

from lod.errors import SourceError
from lod.reconcile import cells
from lod.reconcile.entitylines import read_line, read_row
from lod.reconcile.entry import Found, Scope, Skipped
from lod.reconcile.wikidump import read_item

# The largest items of Wikidata have some megabytes; what is longer is no entity.
LONGEST = 32 << 20
_BOM = b"\xef\xbb\xbf"
_TABLES = (".tsv", ".csv", ".tab")
_BROKEN: tuple[type[Exception], ...] = (
    *(EOFError, OSError, zlib.error, csv.Error, zstandard.ZstdError),
    cast("type[Exception]", isal_zlib.error),
)


class _CutError(Exception):
    """The file ends in the middle."""


def entities(path: Path, scope: Scope) -> Iterator[Found]:
    """Give what a file has, in its order; what is broken or out of scope comes as Skipped.

    Raises SourceError when the file cannot be opened or ends in the middle: an index of half a
    dump would say "none" of everybody in the other half.
    """
    mend = "fetch it again"
    try:
        with _opened(path) as file:
            if _stem(path).suffix in _TABLES:
                yield from _table(file, path, scope)
            else:
                yield from _lines(file, scope)
    except _CutError:
        raise SourceError("the file ends in the middle", where=path.name, mend=mend) from None
    except _BROKEN as error:
        what = f"cannot be read to its end: {error}"
        raise SourceError(what, where=path.name, mend=mend) from None


def _stem(path: Path) -> Path:
    """Give the path without the ending that says how it is packed."""
    return path.with_suffix("") if path.suffix in {".gz", ".bz2", ".zst"} else path


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", igzip.open(path, "rb"))  # type: ignore[no-untyped-call]
    if path.suffix == ".bz2":
        return cast("IO[bytes]", bz2.open(path, "rb"))
    if path.suffix == ".zst":
        file = path.open("rb")
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        return io.BufferedReader(cast("io.RawIOBase", reader), 1 << 18)
    return path.open("rb")


def _lines(file: IO[bytes], scope: Scope) -> Iterator[Found]:
    """Read JSON, an entity a line; a dump is an array over all lines and has its end."""
    is_array = ended = False
    for raw in _pieces(file):
        line = raw.strip()
        if line.startswith(_BOM):
            line = line.removeprefix(_BOM).strip()
        if line == b"[":
            is_array = True
        elif line == b"]":
            ended = True
        elif line == b"":
            continue
        elif len(line) > LONGEST:
            yield Skipped("too long")
        else:
            is_item = is_array or b'"claims"' in line
            yield from (read_item if is_item else read_line)(line.rstrip(b","), scope)
    if is_array and not ended:
        raise _CutError


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Give lines; of one that is too long only its beginning, one byte longer than allowed."""
    while line := file.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = file.readline(LONGEST + 1)


def _table(file: IO[bytes], path: Path, scope: Scope) -> Iterator[Found]:
    """Read a table whose first line names the columns."""
    with io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="") as text:
        rows = _cells(text, commas=_stem(path).suffix == ".csv")
        columns = [name.strip().casefold() for name in next(rows, [])]
        if "id" not in columns or not {"name", "label"} & set(columns):
            mend = "the first line names the columns, id and name among them"
            raise SourceError("no column of ids or of names", where=path.name, mend=mend)
        for row in rows:
            yield from read_row(dict(zip(columns, row, strict=False)), scope)


def _cells(text: IO[str], *, commas: bool) -> Iterator[list[str]]:
    if commas:
        yield from csv.reader(text)
    else:
        yield from (found for _, found in cells.rows(text))
