"""Who a name in a record is, as the run has decided: asked by every worker, written by none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from lod.entity import Entity, EntityRef
from lod.errors import LodError
from lod.pipeline.harvest import Called, agent_called, focal_called, place_called
from lod.record import Agent, Place, Record

decode_entity = msgspec.msgpack.Decoder(Entity).decode
_CACHED = 100_000
Named = TypeVar("Named", Agent, Place)


class WorkDirectory:
    """Looks entities up in the run's notes, and remembers those that it was asked for."""

    def __init__(self, work: Path) -> None:
        self._db = sqlite3.connect(f"file:{work / 'work.sqlite'}?mode=ro", uri=True)
        # Read through the system's own cache: all workers look into the same pages.
        self._db.execute("PRAGMA mmap_size=1073741824")
        self._known: dict[Called, EntityRef] = {}
        self._record: Record | None = None
        self._here: dict[Agent | Place, EntityRef] = {}

    def focal(self, record: Record) -> EntityRef:
        """Give the entity that an authority record is itself about."""
        return self._find(focal_called(record))

    def agent(self, agent: Agent, record: Record) -> EntityRef:
        """Give the entity that an agent of a record is."""
        return self._named(agent, record, agent_called)

    def place(self, place: Place, record: Record) -> EntityRef:
        """Give the entity that a place of a record is."""
        return self._named(place, record, place_called)

    def entity(self, ident: str) -> Entity:
        """Give the whole entity of an id."""
        row = self._db.execute("SELECT body FROM entity WHERE id = ?", (ident,)).fetchone()
        return decode_entity(row[0])

    def _named(
        self, named: Named, record: Record, called: Callable[[Named, Record], Called]
    ) -> EntityRef:
        """Look up a name of a record once, though every profile asks for it again."""
        if record is not self._record:
            self._record, self._here = record, {}
        ref = self._here.get(named)
        if ref is None:
            ref = self._here[named] = self._find(called(named, record))
        return ref

    def _find(self, called: Called) -> EntityRef:
        ref = self._known.get(called)
        if ref is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            row = self._db.execute(
                "SELECT entity.kind, entity.id, entity.label, entity.qid FROM settled JOIN entity"
                " ON entity.id = settled.entity"
                " WHERE mention = ? AND name = ? AND year = ? AND spoken = ?",
                called,
            ).fetchone()
            if row is None:
                raise LodError(f"no entity for the name {called.name[:80]!r}", where=called.mention)
            ref = self._known[called] = EntityRef(*row)
        return ref
