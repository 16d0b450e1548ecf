"""Who a name in a record is, as the run has decided: asked by every worker, written by none."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from lod.entity import Entity, EntityRef
from lod.errors import LodError
from lod.iri import slug
from lod.mapping.ground import inner_of, keepers_of
from lod.pipeline.draft import Draft
from lod.pipeline.harvest import (
    Called,
    agent_called,
    agent_mention,
    focal_called,
    parted,
    place_called,
    place_mention,
    record_year,
)
from lod.record import Agent, Place, Record

Key = TypeVar("Key")
Value = TypeVar("Value")
decode_entity = msgspec.msgpack.Decoder(Entity).decode
_decode_calls = msgspec.msgpack.Decoder(tuple[Called, ...]).decode
# Kind, name, and role or relation.
Names = tuple[str, str, str]
_CACHED, _AT_ONCE = 20_000, 500
_MAPPED = 1 << 26  # bytes of the notes that are read without asking the system for each page
_MENTIONS = "SELECT mention, kind, entity, label, qid FROM joined WHERE mention IN"
_MENTION = "SELECT kind, entity, label, qid FROM joined WHERE mention = ?"
_CALLED = (
    "SELECT kind, id, label, qid FROM settled JOIN entity ON id = settled.entity"
    " WHERE mention = ? AND name = ? AND year = ? AND spoken = ?"
)


class WorkDirectory:
    """Looks entities up in the run's notes, and remembers those that it was asked for."""

    def __init__(self, work: Path) -> None:
        self._db = sqlite3.connect(f"file:{work / 'work.sqlite'}?mode=ro", uri=True)
        self._db.execute(f"PRAGMA mmap_size={_MAPPED}")
        self._joined: dict[str, EntityRef | None] = {}
        self._known: dict[Called, EntityRef] = {}
        self._bodies: dict[str, bytes] = {}
        self._expected: dict[str, dict[Names, str]] = {}
        # Every layer of a record asks for the same ones: they are remembered to its end.
        self._record: Record | None = None
        self._mentions: dict[Names, str] = {}
        self._here: dict[Names, EntityRef] = {}

    def focal(self, record: Record) -> EntityRef:
        """Give the entity that an authority record is itself about."""
        called = focal_called(record)
        return self._one(called.mention) or self._find(called)

    def agent(self, agent: Agent, record: Record) -> EntityRef:
        """Give the entity that an agent of a record is."""
        here, names = self._of(record), (agent.kind, agent.name, agent.role)
        ref = here.get(names)
        if ref is None:
            mention = self._mentions.get(names) or agent_mention(agent, record, parted(record))
            called = agent_called(agent, mention, record_year(record))
            ref = here[names] = self._one(mention) or self._find(called)
        return ref

    def place(self, place: Place, record: Record) -> EntityRef:
        """Give the entity that a place of a record is."""
        here, names = self._of(record), ("place", place.name, place.relation)
        ref = here.get(names)
        if ref is None:
            called = place_called(place, record, record_year(record))
            ref = here[names] = self._one(called.mention) or self._find(called)
        return ref

    def answered(self, number: str, record: Record) -> str:
        """Give the key of the record of the same source with that identifier, "" for none.

        A number alone is a number of the sender's, whatever record is counted so.
        """
        if not any(map(str.isalpha, number)):
            return ""
        key = record.key.removesuffix(slug(record.identifier)) + slug(number)
        sql = (
            "SELECT EXISTS (SELECT 1 FROM row WHERE key = ?)"
            " AND NOT EXISTS (SELECT 1 FROM quarantined WHERE key = ?)"
        )
        (there,) = self._db.execute(sql, (key, key)).fetchone()
        return key if there and key != record.key else ""

    def expect(self, mentions: Iterable[str], records: Iterable[Record] = ()) -> None:
        """Look up at once mentions, and those of records, that are asked for next."""
        self._expected = {record.key: _mentions(record) for record in records}
        told = (called.values() for called in self._expected.values())
        self._look_up({*mentions, *chain.from_iterable(told)})

    def _look_up(self, mentions: Collection[str]) -> None:
        """Look up at once those mentions that nobody has asked for yet."""
        joined = self._joined
        wanted = [one for one in mentions if one not in joined]
        if len(joined) + len(wanted) > _CACHED:
            joined.clear()
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            joined.update(dict.fromkeys(some))
            sql = f"{_MENTIONS} ({','.join('?' * len(some))})"
            for mention, kind, ident, label, qid in self._db.execute(sql, some):
                joined[mention] = EntityRef(kind, ident, label, qid)

    def known(self, draft: Draft) -> list[EntityRef]:
        """Give the entities of the names of a draft."""
        found = [*map(self._joined.get, draft.mentions)]
        if all(found):
            return cast("list[EntityRef]", found)
        calls = _decode_calls(draft.calls)
        return [self._one(called.mention) or self._find(called) for called in calls]

    def entity(self, ident: str) -> Entity:
        """Give the whole entity of an id."""
        body = self._bodies.get(ident)
        if body is None:
            row = self._db.execute("SELECT body FROM entity WHERE id = ?", (ident,)).fetchone()
            body = row[0]
        return decode_entity(body)

    def fetch(self, ids: Sequence[str]) -> None:
        """Look up at once the entities that are asked for next."""
        self._bodies.clear()
        if not ids:
            return
        marks = ",".join("?" * len(ids))
        sql = f"SELECT id, body FROM entity WHERE id IN ({marks})"  # noqa: S608 - marks only
        self._bodies = dict(self._db.execute(sql, ids))

    def _of(self, record: Record) -> dict[Names, EntityRef]:
        """Give those of a record who have been asked for."""
        if record is not self._record:
            called = self._expected.get(record.key)
            if called is None:
                called = _mentions(record)
                self._look_up({*called.values()})
            found = map(self._joined.get, called.values())
            here = {names: ref for names, ref in zip(called, found, strict=True) if ref}
            self._record, self._mentions, self._here = record, called, here
        return self._here

    def _one(self, mention: str) -> EntityRef | None:
        """Give the entity of a mention that is one in every year and role, as most are."""
        try:
            return self._joined[mention]
        except KeyError:
            row = self._db.execute(_MENTION, (mention,)).fetchone()
            return _kept(self._joined, mention, EntityRef(*row) if row else None)

    def _find(self, called: Called) -> EntityRef:
        ref = self._known.get(called)
        if ref is None:
            row = self._db.execute(_CALLED, called).fetchone()
            if row is None:
                raise LodError(f"no entity for the name {called.name[:80]!r}", where=called.mention)
            ref = _kept(self._known, called, EntityRef(*row))
        return ref


def _mentions(record: Record) -> dict[Names, str]:
    """Give the mentions of all whom a record names."""
    across = parted(record)
    agents = (*record.agents, *inner_of(record), *keepers_of(record))
    found: dict[Names, str] = {
        (one.kind, one.name, one.role): agent_mention(one, record, across) for one in agents
    }
    for place in record.places:
        found["place", place.name, place.relation] = place_mention(place, record)
    return found


def _kept(known: dict[Key, Value], key: Key, value: Value) -> Value:
    if len(known) >= _CACHED:
        known.clear()
    known[key] = value
    return value
