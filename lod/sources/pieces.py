"""Cuts a stream of bytes at borders of rows into pieces of bounded size; knows no format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from lod.issue import Issue
from lod.sources import ROW_LIMIT, Slice
from lod.sources.encoding import byte_sliceable
from lod.sources.files import BROKEN, Stream, cut_off, unread

LINE_END = re.compile(rb"\r\n?|\n")
_CHUNK = 1 << 20


class Piece(NamedTuple):
    """Whole rows as bytes, where they begin in the stream, and the number of the first."""

    start: int
    data: bytes
    first: int


class Cut(NamedTuple):
    """Where the last whole row of a buffer ends, how many rows that are, and if there is more."""

    end: int
    rows: int
    last: bool = False


class Skip(NamedTuple):
    """What follows a row that was refused: bytes to go on with, None where nothing is left.

    passed: how many bytes of the stream lie before them, counted from the start of the buffer.
    lost: what followed the row could not be told from it.
    """

    rest: bytes | None
    passed: int
    reason: str
    lost: bool = False


class Cutter(Protocol):
    """Finds borders of rows in one format."""

    def cut(self, buffer: bytes, final: bool) -> Cut:
        """Find the last border in a buffer that begins at a row; final: nothing comes after it."""

    def skip(self, buffer: bytes, stream: Stream) -> Skip:
        """Go past a row that does not end within the limit, without keeping it."""


class Whole(NamedTuple):
    """A stream with its name for reports, the offset it begins at and the number of its row."""

    stream: Stream
    name: str
    start: int = 0
    first: int = 1


def pieces(source: Whole, cutter: Cutter, size: int) -> Iterator[Piece | Issue]:
    """Read a stream in pieces of about size bytes, each whole rows; memory is bounded.

    A row longer than ROW_LIMIT becomes an Issue (error) and is left out; a stream that breaks
    off becomes one too, after the whole rows before it.
    """
    start, first = source.start, source.first
    buffer = b""
    while True:
        asked = min(max(size, len(buffer)), ROW_LIMIT + 1 - len(buffer))
        more, broken = _more(source.stream, asked)
        buffer += more
        final = not more
        cut = cutter.cut(buffer, final and not broken)
        if cut.end:
            yield Piece(start, buffer[: cut.end], first)
            start, first, buffer = start + cut.end, first + cut.rows, buffer[cut.end :]
        elif len(buffer) > ROW_LIMIT:
            skip = cutter.skip(buffer, source.stream)
            yield _refused(source.name, first, skip)
            start, first = start + skip.passed, first + 1
            buffer, cut = skip.rest or b"", Cut(0, 0, skip.rest is None)
        if final or cut.last:
            break
    if broken:
        yield cut_off(source.name, broken)


def ended(
    found: Iterable[Piece | Issue], torn: Callable[[Piece], tuple[int, Issue] | None]
) -> Iterator[Piece | Issue]:
    """Give the pieces of a file, and in place of the row in which it breaks off an Issue.

    torn: looks at the last piece, and gives the place where that row begins with the Issue.
    """
    last: Piece | Issue | None = None
    for piece in found:
        if last is not None:
            yield last
        last = piece
    torn_off = torn(last) if isinstance(last, Piece) else None
    if torn_off and isinstance(last, Piece):
        start, issue = torn_off
        if start:
            yield last._replace(data=last.data[:start])
        yield issue
    elif last is not None:
        yield last


class LineCutter:
    """Finds ends of lines."""

    def cut(self, buffer: bytes, final: bool) -> Cut:
        """Find the last line end."""
        end = len(buffer) if final else buffer.rfind(b"\n") + 1
        return Cut(end, buffer.count(b"\n", 0, end))

    def skip(self, buffer: bytes, stream: Stream) -> Skip:
        """Go on behind a line that is too long."""
        return to_line_end(stream, b"", len(buffer), "the line is too long")


def to_line_end(stream: Stream, rest: bytes, passed: int, reason: str) -> Skip:
    """Read on to the next line end; passed counts the bytes read already, rest is their end."""
    while not (end := LINE_END.search(rest)):
        rest = stream.read(_CHUNK)
        passed += len(rest)
        if not rest:
            return Skip(None, passed, reason)
    rest = rest[end.end() :]
    return Skip(rest, passed - len(rest), reason)


def parts(whole: Slice, found: Iterator[Piece | Issue]) -> Iterator[Slice | Issue]:
    """Make slices of the pieces of a file, or one of all where it cannot be read from its middle.

    In the second case what is wrong is reported when the rows are read.
    """
    if not byte_sliceable(whole.path, whole.encoding):
        yield whole
        return
    for piece in found:
        if isinstance(piece, Issue):
            yield piece
        else:
            end = piece.start + len(piece.data)
            yield whole._replace(start=piece.start, end=end, first=piece.first)


def _more(stream: Stream, size: int) -> tuple[bytes, BaseException | None]:
    try:
        return stream.read(size), None
    except BROKEN as error:
        return b"", error


def _refused(name: str, row: int, skip: Skip) -> Issue:
    if skip.lost:
        return unread(name, f"{skip.reason}, and what follows it was not read", str(row))
    return Issue(
        message=f"{skip.reason}; a row may have {ROW_LIMIT >> 20} MiB; the row was left out",
        code="row/too-long",
        severity="error",
        source=name,
        row=str(row),
    )
