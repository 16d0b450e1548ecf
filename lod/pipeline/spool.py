"""Fetches spooled records and drafts again, the rows of one key merged into one record."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from lod.issue import Issue
from lod.pipeline.draft import Draft
from lod.pipeline.run import Run
from lod.pipeline.work import Keyed, Place
from lod.record import Record
from lod.sources.merging import merge

encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Record).decode
_DRAFT = msgspec.msgpack.Decoder(Draft).decode
# Drafts are read one after the other, in the order in which they were written.
_AHEAD = 1 << 17


class Spool(ExitStack):
    """Reads records back; the files it opened are closed when the `with` ends."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._records: dict[int, BinaryIO] = {}
        self._drafts: dict[int, BinaryIO] = {}

    def fetch(self, keyed: Keyed) -> tuple[Record, list[Issue]]:
        """Give the record of a key; the order in which its rows were read does not matter."""
        records = [_decode(self._record(place)) for place in keyed.places]
        if len(records) == 1:
            return records[0], []
        record, issues = merge(records)
        return replace(record, key=keyed.key), issues

    def draft(self, place: Place) -> Draft:
        """Give the draft of a record."""
        file = self._drafts.get(place.part)
        if file is None:
            file = self._drafts[place.part] = self._open(self._run.drafts(place.part), _AHEAD)
        return _DRAFT(_bytes(file, place))

    def _record(self, place: Place) -> bytes:
        file = self._records.get(place.part)
        if file is None:
            file = self._records[place.part] = self._open(self._run.spool(place.part))
        return _bytes(file, place)

    def _open(self, path: Path, ahead: int = -1) -> BinaryIO:
        return self.enter_context(path.open("rb", ahead))


def _bytes(file: BinaryIO, place: Place) -> bytes:
    file.seek(place.start)
    return file.read(place.size)
