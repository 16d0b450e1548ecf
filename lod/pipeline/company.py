"""Weighs names that say little anew, by those whom the same record names in full."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import msgspec

from lod.entity import Decision, Judgement
from lod.pipeline.harvest import Called, Name
from lod.pipeline.work import Work
from lod.reconcile.mentions import is_shared

AT_ONCE = 500
_decode = msgspec.msgpack.Decoder(Decision).decode
_PEOPLE = (
    "SELECT record, mention, name, year, spoken, decision FROM company JOIN decided"
    " USING (mention, name, year, spoken) WHERE record IN"
    " (SELECT DISTINCT record FROM company WHERE record > ? ORDER BY record LIMIT ?)"
    " ORDER BY record, mention, name, year, spoken"
)
_NAME = "SELECT * FROM name WHERE mention = ? AND name = ? AND year = ? AND spoken = ?"


class Accompanied(NamedTuple):
    """A name that says little, and the items whom its record names in full."""

    name: Name
    items: tuple[str, ...]


def accompanied(work: Work) -> Iterator[tuple[Accompanied, ...]]:
    """Give the open names of people of whom a candidate is named in full in the same record.

    Whether a name says little depends on its words alone, and what it is held against was decided
    without company: the order of records and names makes no difference.
    """
    last = ""
    while rows := work.db.execute(_PEOPLE, (last, AT_ONCE)).fetchall():
        last = rows[-1][0]
        found = list[Accompanied]()
        for _, some in groupby(rows, itemgetter(0)):
            found += _open(work, [(Called(*called), _decode(body)) for _, *called, body in some])
        if found:
            yield tuple(found)


def _open(work: Work, people: list[tuple[Called, Decision]]) -> Iterator[Accompanied]:
    """Give the open names among the people of one record."""
    sure = {one.id for called, one in people if one.id and is_shared("person", called.name)}
    for called, decision in people:
        if decision.judgement is not Judgement.REVIEW or is_shared("person", called.name):
            continue
        if decision.decided_on or sure.isdisjoint(one.id for one in decision.candidates):
            continue
        name = Name(*work.db.execute(_NAME, called).fetchone())
        if not name.wikidata:
            yield Accompanied(name, tuple(sorted(sure)))
