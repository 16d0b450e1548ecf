"""Finds a list inside a JSON file and the borders of its elements, without parsing the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lod.errors import SourceError
from lod.sources import ROW_LIMIT
from lod.sources.files import BROKEN, Stream
from lod.sources.jsonpath import Step, spelled
from lod.sources.pieces import Cut, Skip

_CHUNK = 1 << 20
_SHOWN = 5  # lists that a message or a guess names
_STRING = rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+'
# A string never spans lines: a mark left open closes with its line.
_FILL = rb'(?:[^"{}\[\]]++|' + _STRING + rb'(?:"|(?=\n)))*+'
_BRACKET = re.compile(_FILL + rb"[{}\[\]]")
_FILLING = re.compile(_FILL)
_COMMA = re.compile(rb"\s*,")
# An element that is neither object nor list, and the comma behind it.
_SCALAR = re.compile(rb"\s*(" + _STRING + rb'"|[^"{}\[\],\s][^"{}\[\],\n]*+)\s*,')
_TOKEN = re.compile(rb'[^"{}\[\]:,]*+(' + _STRING + rb'"|[{}\[\]:,])')


class ElementCutter:
    """Finds the commas between the objects of a list; ended tells that its bracket was met."""

    def __init__(self) -> None:
        self.ended = False
        self.rest = b""

    def cut(self, buffer: bytes, final: bool) -> Cut:
        """Find the last comma between elements, or the bracket that ends the list."""
        border = rows = depth = place = passed = 0
        while bracket := _BRACKET.match(buffer, place):
            if not depth:
                passed += sum(1 for _ in _scalars(buffer, place))
            place = bracket.end()
            if buffer[place - 1] in b"{[":
                depth += 1
                continue
            depth -= 1
            if depth < 0:
                self.ended, self.rest = True, buffer[place:]
                return Cut(place - 1, rows, last=True)
            if not depth and (comma := _COMMA.match(buffer, place)):
                border = place = comma.end()
                rows, passed = rows + passed + 1, 0
        return Cut(len(buffer), rows) if final else Cut(border, rows)

    def skip(self, buffer: bytes, stream: Stream) -> Skip:
        """Go on behind the comma that follows an element that is too long."""
        depth, rest, passed = 0, buffer, len(buffer)
        while True:
            place = 0
            while bracket := _BRACKET.match(rest, place):
                place = bracket.end()
                depth += 1 if rest[place - 1] in b"{[" else -1
                if depth <= 0:
                    return _behind(rest[place:], passed, stream)
            rest = _squeezed(rest[place:])
            more = stream.read(_CHUNK)
            passed += len(more)
            rest += more
            if not more:
                return Skip(None, passed, "an element of the list never ends", lost=True)


def elements(data: bytes) -> Iterator[bytes]:
    """Split the elements of a list that stand in some bytes, however broken they are inside."""
    start = depth = place = 0
    while bracket := _BRACKET.match(data, place):
        if not depth:
            for scalar in _scalars(data, start):
                yield scalar[1]
                start = scalar.end()
        place = bracket.end()
        depth += 1 if data[place - 1] in b"{[" else -1
        if not depth and (comma := _COMMA.match(data, place)):
            yield data[start:place]
            start = place = comma.end()
    for scalar in _scalars(data, start):
        yield scalar[1]
        start = scalar.end()
    if data[start:].strip():
        yield data[start:]


def _scalars(data: bytes, place: int) -> Iterator[re.Match[bytes]]:
    """Find the elements before the next bracket that are no objects: each is a row refused."""
    while scalar := _SCALAR.match(data, place):
        yield scalar
        place = scalar.end()


def locate(stream: Stream, wanted: tuple[Step, ...], name: str) -> int:
    """Find where the first element of a list stands: bytes from the start of the stream.

    Raises SourceError that names the lists there are.
    """
    seen: list[str] = []
    asked = ".".join(map(str, wanted))
    for path, end in _lists(stream):
        if path == wanted:
            return end
        if "[]" not in path and len(seen) < _SHOWN:
            seen.append(spelled(path))
    what = f"holds no list at {asked}" if asked else "is not a list of objects"
    lists = f"; lists there are: {', '.join(seen)}" if seen else ""
    lines = "for one object a line write format jsonl"
    raise SourceError(what, where=name, mend=f"set records in [source]{lists}; {lines}")


def lists(stream: Stream) -> list[str]:
    """Give the paths of the first lists that stand in no other list, as `records` names them."""
    outer = (spelled(path) for path, _ in _lists(stream) if "[]" not in path)
    return list(islice(outer, _SHOWN))


def behind(stream: Stream, wanted: Sequence[Step]) -> str:
    """Say what is wrong with the rest of a file behind the list at a path; "" where nothing is.

    It may break off there, or have another list under the same key, which nobody reads.
    """
    keys = _Keys(map(str, wanted))
    again = False
    for token, _ in _tokens(stream):
        again |= token == b"[" and keys.path == tuple(wanted)
        keys.take(token)
        if not keys.path:
            break
    if keys.path:
        return "the file breaks off behind the list; fetch it again"
    return "the key of the list comes twice, and only its first list was read" if again else ""


class _Keys:
    """The path of keys to where a walk through JSON is."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._keys, self._last = [*keys], ""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(self._keys)

    def take(self, token: bytes) -> None:
        """Go on by a string or a sign."""
        if token in (b"{", b"["):
            self._keys.append("[]" if token == b"[" else "")
        elif token in (b"}", b"]"):
            self._keys = self._keys[:-1]
        elif token == b":" and self._keys:
            self._keys[-1] = self._last
        elif token != b",":
            self._last = token[1:-1].decode("utf-8", "replace")


def _lists(stream: Stream) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give the path of each list, and the place behind its opening bracket."""
    keys = _Keys()
    for token, end in _tokens(stream):
        if token == b"[":
            yield keys.path, end
        keys.take(token)


def _tokens(stream: Stream) -> Iterator[tuple[bytes, int]]:
    """Give strings and signs with the place behind them; keys of an object come before a colon."""
    rest, passed = b"", 0
    while more := _read(stream):
        rest += more
        place = 0
        while token := _TOKEN.match(rest, place):
            place = token.end()
            yield token[1], passed + place
        passed += place
        rest = rest[place:]
        if len(rest) > ROW_LIMIT:
            return


def _read(stream: Stream) -> bytes:
    try:
        return stream.read(_CHUNK)
    except BROKEN:
        return b""


def _behind(rest: bytes, passed: int, stream: Stream) -> Skip:
    more = rest + stream.read(_CHUNK)
    passed += len(more) - len(rest)
    comma = _COMMA.match(more)
    rest = more[comma.end() :] if comma else more
    return Skip(rest, passed - len(rest), "an element of the list is too long")


def _squeezed(rest: bytes) -> bytes:
    """Shorten what holds no bracket: nothing, or the string that is open at its end."""
    filling = _FILLING.match(rest)
    rest = rest[filling.end() :] if filling else rest
    slashes = len(rest) - len(rest.rstrip(b"\\"))
    return rest[:1] + b"\\" * (slashes % 2)
