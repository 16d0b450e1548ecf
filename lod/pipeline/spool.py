"""Fetches spooled records again, the rows of one key merged into one record."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import BinaryIO

import msgspec

from lod.issue import Issue
from lod.pipeline.run import Run
from lod.pipeline.work import Keyed, Place
from lod.record import Record
from lod.sources.crosswalk import merge

encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Record).decode


class Spool(ExitStack):
    """Reads records back; the files it opened are closed when the `with` ends."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._files: dict[int, BinaryIO] = {}

    def fetch(self, keyed: Keyed) -> tuple[Record, list[Issue]]:
        """Give the record of a key; the order in which its rows were read does not matter."""
        records = [_decode(self._bytes(place)) for place in keyed.places]
        if len(records) == 1:
            return records[0], []
        record, issues = merge(records)
        return replace(record, key=keyed.key), issues

    def _bytes(self, place: Place) -> bytes:
        file = self._files.get(place.part)
        if file is None:
            file = self._files[place.part] = self.enter_context(
                self._run.spool(place.part).open("rb")
            )
        file.seek(place.start)
        return file.read(place.size)
