"""JSON: one object a line, or the objects of a list inside a file of any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from lod.config import Source
from lod.issue import Issue
from lod.sources import SLICE_BYTES, Row, Slice
from lod.sources.encoding import after, demand_text, detect, head, open_text
from lod.sources.files import BROKEN, Stream, files, name_of, unread
from lod.sources.jsonarray import ElementCutter, behind, elements, locate
from lod.sources.jsonpath import Step, steps
from lod.sources.objects import Objects
from lod.sources.pieces import LineCutter, Piece, Whole, ended, parts, pieces


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Reads one object a line (JSON lines, NDJSON); a row's number is that of its line."""

    size: int = SLICE_BYTES

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Cut each file at ends of lines."""
        for path in files(source, folder):
            name = name_of(path, folder)
            demand_text(str(path), name)
            found = detect(str(path), source.encoding, name)
            if found.issue:
                yield found.issue
            whole = Slice(str(path), name, found.mark, encoding=found.encoding)
            yield from parts(whole, self._pieces(whole))

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the objects of a part; a broken line is reported and the next one read."""
        objects = Objects(part, columns)
        for piece in self._pieces(part):
            if isinstance(piece, Issue):
                yield piece
                continue
            for place, line in enumerate(piece.data.split(b"\n")):
                if line and not line.isspace():
                    yield from objects.row(line, piece.first + place)

    def _pieces(self, part: Slice) -> Iterator[Piece | Issue]:
        with closing(open_text(part.path, part.encoding, part.start)) as stream:
            if part.end >= 0:
                yield Piece(part.start, stream.read(part.end - part.start), part.first)
                return
            whole = Whole(stream, part.name, part.start, part.first)
            yield from ended(pieces(whole, LineCutter(), self.size), partial(_torn_end, part))


@dataclass(frozen=True, slots=True)
class JsonList:
    """Reads the objects of one list: the file's own, or the one at the path in `records`.

    A row's number is that of its element, from 1.
    """

    size: int = SLICE_BYTES

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Find the list in each file and cut it between elements.

        Raises SourceError where there is no list at that path; it names the lists there are.
        """
        for path in files(source, folder):
            name = name_of(path, folder)
            demand_text(str(path), name)
            found = detect(str(path), source.encoding, name)
            if found.issue:
                yield found.issue
            if before := _said_before(head(str(path), found.encoding, 1 << 16)[found.mark :], name):
                yield before
            with closing(open_text(str(path), found.encoding, found.mark)) as stream:
                start = found.mark + locate(stream, steps(source.records), name)
            whole = Slice(str(path), name, start, encoding=found.encoding)
            yield from parts(whole, self._pieces(whole, steps(source.records)))

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the objects of a part; a broken element is reported and the next one read."""
        objects = Objects(part, columns)
        for piece in self._pieces(part, steps(source.records)):
            if isinstance(piece, Issue):
                yield piece
                continue
            for place, element in enumerate(elements(piece.data)):
                yield from objects.row(element, piece.first + place)

    def _pieces(self, part: Slice, wanted: Sequence[Step]) -> Iterator[Piece | Issue]:
        with closing(open_text(part.path, part.encoding, part.start)) as stream:
            if part.end >= 0:
                yield Piece(part.start, stream.read(part.end - part.start), part.first)
                return
            cutter = ElementCutter()
            reported = False
            whole = Whole(stream, part.name, part.start, part.first)
            for piece in pieces(whole, cutter, self.size):
                reported = isinstance(piece, Issue)
                yield piece
            if not cutter.ended and not reported:
                yield unread(part.name, "the file ends inside the list; fetch it again")
            elif cutter.ended and (wrong := _wrong_behind(cutter.rest, stream, wanted)):
                yield unread(part.name, wrong)


def _said_before(start: bytes, name: str) -> Issue | None:
    """Tell of text that stands before the JSON of a file, and is passed over."""
    said = start.lstrip()
    if said[:1] in (b"{", b"[", b""):
        return None
    value = said[:200].decode("utf-8", "replace").partition("\n")[0]
    message = "text stands before the JSON, and was passed over"
    return Issue(message=message, code="json/before", source=name, value=value)


def _wrong_behind(rest: bytes, stream: Stream, wanted: Sequence[Step]) -> str:
    """Say what is unexpected behind the list; nothing but ends may follow the file's own."""
    if wanted:
        return behind(_Joined(rest, stream), wanted)
    try:
        rest = (rest + stream.read(1024)).strip()
    except BROKEN:
        return ""  # reported already
    return "the list ends before the file does; the rest was not read" if rest else ""


class _Joined:
    """Bytes that were read already, and the stream that goes on behind them."""

    def __init__(self, rest: bytes, stream: Stream) -> None:
        self._rest, self._stream = rest, stream

    def read(self, size: int, /) -> bytes:
        """Give what was read already, then what the stream has."""
        rest, self._rest = self._rest, b""
        return rest or self._stream.read(size)

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()


def _torn_end(part: Slice, piece: Piece) -> tuple[int, Issue] | None:
    """Find the last line of a file where it breaks off in an object."""
    start = piece.data.rfind(b"\n") + 1
    if not _torn(piece.data[start:], part.encoding):
        return None
    message = "the file breaks off in this line; fetch it again, or end the line"
    row = piece.first + piece.data.count(b"\n")
    return start, unread(part.name, message, str(row))


def _torn(line: bytes, encoding: str) -> bool:
    """Tell whether the last line of a file, which no line end follows, is no whole JSON."""
    text = line.decode(after(encoding), "replace").replace("\0", "")
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError:
        return bool(text.strip())
    except RecursionError:
        return False  # reported as too deep
    return False
