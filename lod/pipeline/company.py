"""Weighs open names of people anew, by those whom the same records name for certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from lod.entity import Decision
from lod.pipeline.harvest import UNDATED, Called, Name
from lod.pipeline.work import Work
from lod.reconcile.circles import RECORDS, Circles, is_open, sure
from lod.reconcile.company import Company

AT_ONCE = 500
_SURE = """
CREATE TEMP TABLE IF NOT EXISTS sure (
    mention TEXT, name TEXT, year INTEGER, spoken INTEGER, item TEXT, full INTEGER, family TEXT,
    given TEXT, PRIMARY KEY (mention, name, year, spoken)) WITHOUT ROWID;
DELETE FROM sure;
CREATE INDEX IF NOT EXISTS company_name ON company (mention, name, year, spoken, record, side);
"""
_PEOPLE = "SELECT mention, name, year, spoken, decision FROM decided"
_TOGETHER = (
    "SELECT item, record, side, full, family, given, mention"
    " FROM company JOIN sure USING (mention, name, year, spoken)"
)
_DECIDED = (
    "SELECT name.*, decision FROM name JOIN decided USING (mention, name, year, spoken)"
    " WHERE (mention, name, year, spoken) > (?, ?, ?, ?) AND kind = 'person' AND role != 'self'"
    " AND wikidata = '' AND open ORDER BY mention, name, year, spoken LIMIT ?"
)
_RECORDS = (
    "SELECT record, side FROM company WHERE mention = ? AND name = ? AND year = ? AND spoken = ?"
    " ORDER BY record LIMIT ?"
)
# Of those records the ones in which an item stands on both sides of the letter.
_DIVIDED = (
    "SELECT record, side FROM company JOIN divided USING (record)"
    " WHERE mention = ? AND name = ? AND year = ? AND spoken = ? AND item = ?"
    " ORDER BY record LIMIT 1"
)
_decoded = lru_cache(maxsize=512)(msgspec.msgpack.Decoder(Decision).decode)


class Accompanied(NamedTuple):
    """An open name, what was decided on it, and those whom its records name for certain."""

    name: Name
    decision: Decision
    company: Company


def acquaint(work: Work, circles: Circles) -> bool:
    """Note who is certain in which record, for one round; False when no name is open anyway.

    Whom a name means is told once, not for each of its records.
    """
    if not any(is_open(_decoded(body)) for *_, body in work.db.execute(f"{_PEOPLE} WHERE open")):
        return False
    work.db.executescript(_SURE)
    rows = work.db.execute(_PEOPLE)
    with work.batch():
        while some := rows.fetchmany(AT_ONCE):
            work.add("sure", _sure(some), width=8)
    circles.begin()
    circles.gather(_TOGETHER)
    return True


def _sure(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
    for *called, body in rows:
        one = sure(_decoded(body), called[0])
        if one:
            yield (*called, *one)


def accompanied(work: Work, circles: Circles) -> Iterator[tuple[Accompanied, ...]]:
    """Give the open names of people beside whom their records name others for certain.

    What they are held against was noted before the round, so that neither the order of records
    and names nor the number of workers makes a difference.
    """
    found = _accompanied(work, circles)
    while some := tuple(islice(found, AT_ONCE)):
        yield some


def _accompanied(work: Work, circles: Circles) -> Iterator[Accompanied]:
    last: tuple[object, ...] = ("", "", UNDATED, -1)
    while rows := work.db.execute(_DECIDED, (*last, AT_ONCE)).fetchall():
        last = rows[-1][:4]
        for *name, body in rows:
            decision, called = _decoded(body), Called(*name[:4])
            records = _records(work, circles, called, decision)
            if records:
                key = "\n".join(map(str, called))
                company = circles.company(key, decision, records)
                if company:
                    yield Accompanied(Name(*name), decision, company)


def _records(
    work: Work, circles: Circles, called: Called, decision: Decision
) -> list[tuple[str, int]]:
    """Give the records in which a name is held against others, none where it is settled.

    Where it is on both sides of a letter, only that is asked of a name that is settled else.
    """
    found = list[tuple[str, int]]()
    if is_open(decision):
        found += work.db.execute(_RECORDS, (*called, RECORDS)).fetchall()
    for item in circles.divided(decision):
        found += work.db.execute(_DIVIDED, (*called, item)).fetchall()
    return list(dict.fromkeys(found))
