"""One JSON object as bytes -> Row or Issue."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from lod.issue import Issue
from lod.sources import CELL_LIMIT, DEPTH_LIMIT, Cell, Row, Slice
from lod.sources.encoding import after, mended
from lod.sources.jsonpath import Paths

# Numbers with a point keep their spelling: 1.10 is not 1.1 in a catalogue.
_decode = msgspec.json.Decoder(float_hook=str).decode
_encode = msgspec.json.Encoder(order="sorted").encode


class Objects:
    """Makes Rows of the objects of one part of a source."""

    def __init__(self, part: Slice, columns: Sequence[str]) -> None:
        self._name = part.name
        self._encoding = after(part.encoding)
        self._recode = self._encoding not in ("utf-8", "ascii")
        self._paths = Paths(columns)

    def row(self, data: bytes, number: int) -> Iterator[Row | Issue]:
        """Read one object; an Issue (error) in its place where that cannot be done."""
        try:
            item = _decode(data.decode(self._encoding) if self._recode else data)
        except (msgspec.DecodeError, UnicodeDecodeError):
            yield from self._damaged(data, number)
        except RecursionError:
            yield _too_deep(self._where(number))
        else:
            yield self._row(item, data, number)

    def _where(self, number: int) -> Issue:
        """Say where an object stands, for what is wrong with it."""
        return Issue(message="", code="", severity="error", source=self._name, row=str(number))

    def _damaged(self, data: bytes, number: int) -> Iterator[Row | Issue]:
        """Try once more without what is no text; report that, or what is wrong with the JSON."""
        where = self._where(number)
        at = replace(where, severity="warning")
        text, issues = mended(data.decode(self._encoding, "replace"), at)
        yield from issues
        try:
            yield self._row(_decode(text), data, number)
        except RecursionError:
            yield _too_deep(where)
        except msgspec.DecodeError as error:
            message = f"is no JSON object and was left out: {error}"
            yield replace(where, message=message, code="json/broken", value=text[:200])

    def _row(self, item: object, data: bytes, number: int) -> Row | Issue:
        if not isinstance(item, dict):
            where = self._where(number)
            message = "is not an object and was left out"
            value = data[:200].decode(self._encoding, "replace")
            return replace(where, message=message, code="json/not-an-object", value=value)
        if data.count(b"{") + data.count(b"[") > DEPTH_LIMIT and deep(item):
            return _too_deep(self._where(number))
        cells = self._paths.cells(item)
        if len(data) > CELL_LIMIT and (long := _longest(cells)):
            message = f"a value is longer than {CELL_LIMIT >> 20} MiB; the row was left out"
            where = self._where(number)
            return replace(where, message=message, code="cell/too-long", field=long)
        content = hashlib.sha256(_encode(item)).hexdigest()
        return Row(source=self._name, row=str(number), sha256=content, cells=cells)


def deep(item: object) -> bool:
    """Tell whether values nest deeper than the limit, level by level."""
    level = [item]
    for _ in range(DEPTH_LIMIT):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        level = inner
    return any(isinstance(value, (dict, list)) for value in level)


def _longest(cells: Mapping[str, tuple[Cell, ...]]) -> str:
    long = (name for name, found in cells.items() if max(len(x.text) for x in found) > CELL_LIMIT)
    return next(long, "")


def _too_deep(where: Issue) -> Issue:
    message = f"nests deeper than {DEPTH_LIMIT} levels and was left out"
    return replace(where, message=message, code="json/too-deep")
