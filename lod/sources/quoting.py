"""The grammar of delimited text: where rows end, and the cells of rows however badly quoted.

A quoted cell begins right after a delimiter or line end and ends with a quotation mark right
before one (RFC 4180). Any other quotation mark is a character like others, so that one stray
mark never swallows the rows that follow it.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import IO, NamedTuple, cast

from lod.sources import ROW_LIMIT
from lod.sources.files import Stream
from lod.sources.pieces import LINE_END, Cut, Skip, to_line_end

_CHUNK = 1 << 20
# A mark that closes: an odd run of marks inside a quoted cell.
_CLOSING = re.compile(rb'(?<!")(?:"")*+"(?!")')
_BODY = r'"(?<![^%s\r\n]")[^"]*+(?:""[^"]*+)*+'


class Parsed(NamedTuple):
    """Rows of cells, empty for blank lines; and by row the cells that open a quotation in vain."""

    rows: list[list[str]]
    stray: dict[int, list[int]]


class RowCutter:
    """Finds ends of rows outside quoted cells."""

    def __init__(self, delimiter: str) -> None:
        mark = re.escape(delimiter)
        # A quoted cell: either closed, or still open where the buffer ends.
        self._quoted = re.compile(rf'({_BODY % mark}(?:"(?=[{mark}\r\n])|"?\Z))'.encode())
        # One that nothing closes.
        self._open = re.compile((_BODY % mark).encode())
        self._ends = (delimiter.encode(), b"\r", b"\n")

    def cut(self, buffer: bytes, final: bool) -> Cut:
        """Find the last line end that is outside quoted cells."""
        if final:
            return Cut(len(buffer), 0)
        # A carriage return at the very end may be half of a line end.
        parts = self._quoted.split(buffer.removesuffix(b"\r"))
        for last in range(len(parts) - 1, -1, -2):
            border = max(parts[last].rfind(b"\n"), parts[last].rfind(b"\r")) + 1
            if border:
                lines = b" ".join((*parts[0:last:2], parts[last][:border]))
                return Cut(sum(map(len, parts[:last])) + border, len(LINE_END.findall(lines)))
        return Cut(0, 0)

    def skip(self, buffer: bytes, stream: Stream) -> Skip:
        """Go on behind a row that is too long, or behind the line of a mark that never closes."""
        opening = self._still_open(buffer)
        if opening < 0:
            return to_line_end(stream, b"", len(buffer), "the row is too long")
        place = cast("IO[bytes]", stream).tell() if hasattr(stream, "seek") else -1
        rest, passed = self._behind_closing(stream)
        if passed:
            return to_line_end(stream, rest, len(buffer) + passed, "a quoted cell is too long")
        reason = "a quotation mark opens a cell and never closes it"
        if place < 0:
            return Skip(None, len(buffer), reason, lost=True)
        cast("IO[bytes]", stream).seek(place)
        if line := LINE_END.search(buffer, opening):
            return Skip(buffer[line.end() :], line.end(), reason)
        return to_line_end(stream, b"", len(buffer), reason)

    def torn(self, data: bytes) -> Cut | None:
        r"""Find the row in which a quoted cell is open where the data ends; None where none is.

        >>> RowCutter(",").torn(b'1,x\n2,"a\nb').end, RowCutter(",").torn(b'1,"x"\n2,y')
        (4, None)
        """
        opening = self._still_open(data)
        if opening < 0 or not self._open.fullmatch(data, opening):
            return None
        return self.cut(data[:opening], final=False)

    def _still_open(self, buffer: bytes) -> int:
        opening = -1
        for match in self._quoted.finditer(buffer):
            opening = match.start() if match.end() == len(buffer) else -1
        return opening

    def _behind_closing(self, stream: Stream) -> tuple[bytes, int]:
        """Read on to the mark that closes; gives the bytes behind it, and how many were read."""
        passed = 0
        while chunk := stream.read(_CHUNK):
            while chunk.endswith(b'"') and (more := stream.read(1)):
                chunk += more
            passed += len(chunk)
            if found := _CLOSING.search(chunk):
                rest = chunk[found.end() :]
                return (rest, passed) if not rest or rest.startswith(self._ends) else (b"", 0)
        return b"", 0


def parse(text: str, delimiter: str) -> Parsed:
    r"""Split text into rows of cells; what the strict parser refuses is read tolerantly.

    >>> parse('a,"b ""c""\nd"\ne,"f', ",")
    Parsed(rows=[['a', 'b "c"\nd'], ['e', '"f']], stray={1: [1]})
    """
    csv.field_size_limit(2 * ROW_LIMIT)
    try:
        lines = io.StringIO(text, newline="")
        return Parsed(list(csv.reader(lines, delimiter=delimiter, strict=True)), {})
    except csv.Error:
        return _tolerant(text, delimiter)


def first_row(text: str, delimiter: str) -> tuple[list[str], int, int]:
    r"""Read the first row that is not blank; how many characters and rows it and the blanks are.

    >>> first_row('\n"a b",c\n1,2\n', ",")
    (['a b', 'c'], 9, 2)
    """
    place, row, count = 0, [""], 0
    while place < len(text):
        row, _, place = _row(text, place, delimiter)
        count += 1
        if any(cell.strip() for cell in row):
            return row, place, count
    return [], place, count


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    quoted = rf'"((?:[^"]++|"")*+)"(?=[{mark}\r\n]|\Z)'
    return re.compile(rf"(?:{quoted}|([^{mark}\r\n]*+))({mark}|\r\n?|\n|\Z)")


def _tolerant(text: str, delimiter: str) -> Parsed:
    parsed = Parsed([], {})
    place = 0
    while place < len(text):
        row, stray, place = _row(text, place, delimiter)
        if stray:
            parsed.stray[len(parsed.rows)] = stray
        parsed.rows.append(row)
    return parsed


def _row(text: str, place: int, delimiter: str) -> tuple[list[str], list[int], int]:
    """Read one row from a place: its cells, those that open in vain, and where the next begins."""
    row: list[str] = []
    stray: list[int] = []
    cell, end = _cell(delimiter), delimiter
    while end == delimiter:
        match = cell.match(text, place)
        if not match:  # cannot be: the pattern takes anything
            break
        quoted, plain, end = match.groups()
        if quoted is None and plain.startswith('"') and plain.count('"') == 1:
            stray.append(len(row))
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        place = match.end()
        blank = quoted is None and row == [""]
    return [] if blank else row, stray, place
