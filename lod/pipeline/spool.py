"""Fetches spooled records and drafts again, the rows of one key merged into one record."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from lod.issue import Issue
from lod.mapping.ground import inner_of
from lod.normalize.kinds import kind_of
from lod.pipeline.draft import Draft
from lod.pipeline.run import Run, ledger_of
from lod.pipeline.work import Keyed, Place
from lod.reconcile.decisions import read
from lod.reconcile.events import plain
from lod.record import Agent, AgentKind, Record
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
        self._records: dict[int, int] = {}
        self._drafts: dict[int, BinaryIO] = {}
        self._kinds = _kinds(ledger_of(run.dataset), run.attempt)

    def fetch(self, keyed: Keyed) -> tuple[Record, list[Issue]]:
        """Give the record of a key; the order in which its rows were read does not matter."""
        records = [_decode(self._record(place)) for place in keyed.places]
        if len(records) == 1:
            return self._ruled(records[0]), []
        record, issues = merge(records)
        return self._ruled(replace(record, key=keyed.key)), issues

    def _ruled(self, record: Record) -> Record:
        """Take agents whose kind no source states for what curators took them for."""
        kinds = self._kinds
        if not kinds or all(plain(one.name) not in kinds for one in named(record)):
            return record
        return replace(
            record,
            agents=_of_kind(record.agents, kinds),
            parts=tuple(replace(one, agents=_of_kind(one.agents, kinds)) for one in record.parts),
            related=tuple(
                replace(one, agents=_of_kind(one.agents, kinds)) for one in record.related
            ),
        )

    def draft(self, place: Place) -> Draft:
        """Give the draft of a record."""
        file = self._drafts.get(place.part)
        if file is None:
            path = self._run.drafts(place.part)
            file = self._drafts[place.part] = self.enter_context(path.open("rb", _AHEAD))
        file.seek(place.start)
        return _DRAFT(file.read(place.size))

    def _record(self, place: Place) -> bytes:
        """Read a record, which lies among others that are not asked for."""
        file = self._records.get(place.part)
        if file is None:
            file = self._records[place.part] = os.open(self._run.spool(place.part), os.O_RDONLY)
            self.callback(os.close, file)
        return os.pread(file, place.size, place.start)


def named(record: Record) -> Iterator[Agent]:
    """Give the agents of a record, its parts, and what it speaks of."""
    yield from record.agents
    yield from inner_of(record)


def _of_kind(agents: tuple[Agent, ...], kinds: Mapping[str, AgentKind]) -> tuple[Agent, ...]:
    """Give agents their kinds where a name alone told it so far, not the source."""
    return tuple(
        replace(one, kind=kinds.get(plain(one.name), one.kind))
        if one.kind in ("agent", kind_of(one.name))
        else one
        for one in agents
    )


@lru_cache(maxsize=1)
def _kinds(ledger: Path, _attempt: str) -> dict[str, AgentKind]:
    """Read which kinds curators gave to names, once a run."""
    return read(ledger).kinds
