"""Gathers the names that wait for a curator out of a run's notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from typing import NamedTuple

from lod.entity import Decision
from lod.pipeline.match import decode_decision
from lod.pipeline.run import Run
from lod.pipeline.work import Work
from lod.publish.review import Seen, line, waiting

_SHOWN = 3  # records that are named beside a name
_NAMES = """
SELECT name.kind, name, year, decision, coalesce(joined.entity, settled.entity) AS entity
  FROM decided JOIN name USING (mention, name, year, spoken) LEFT JOIN joined USING (mention)
  LEFT JOIN settled USING (mention, name, year, spoken)
 ORDER BY name.kind, name, year, entity, spoken
"""
# The year by which the names of a record are judged: the first of its date that is known.
_DAY = """coalesce(nullif("begin", ''), nullif("end", ''))"""
_YEAR = f"CAST(substr({_DAY}, 1, length({_DAY}) - 6) AS INTEGER)"
_WITHIN = f"""
  FROM mention JOIN entry ON path = mention.record
 WHERE entity = :entity AND ({_YEAR} BETWEEN :first AND :last OR ({_DAY} IS NULL AND :undated))
"""
_COUNT = f"SELECT count(DISTINCT path) {_WITHIN}"
_SEEN = f"SELECT DISTINCT path, title, date {_WITHIN} ORDER BY path LIMIT :most"


def queue(run: Run, work: Work) -> Iterator[bytes]:
    """Give the lines of `review.jsonl`: what waits, the most records and least sure names first.

    The queue is sorted on disk.
    """
    work.db.execute("CREATE TEMP TABLE IF NOT EXISTS queue (impact REAL, name TEXT, line BLOB)")
    work.db.execute("DELETE FROM queue")
    index = run.release / "index.sqlite"
    with closing(sqlite3.connect(f"{index.resolve().as_uri()}?mode=ro", uri=True)) as db:
        work.db.executemany("INSERT INTO queue VALUES (?, ?, ?)", _rows(work, db))
    for (text,) in work.db.execute("SELECT line FROM queue ORDER BY impact DESC, name, line"):
        yield text


def _rows(work: Work, index: sqlite3.Connection) -> Iterator[tuple[float, str, bytes]]:
    """Give the questions; a name that waits with the same first candidate in a row of years is one.

    The ledger speaks of names and years, so that records of one year are one question anyway.
    """
    for (_, name, waits, *_), group in groupby(_asked(work), key=_question):
        if not waits:
            continue
        found = list(group)
        asked = list(_bounds(found))
        records = sum(index.execute(_COUNT, bound).fetchone()[0] for bound in asked)
        seen = [Seen(*row) for bound in asked for row in index.execute(_SEEN, bound)]
        told = waiting([one.decision for one in found], records, seen[:_SHOWN])
        yield told.impact, name, line(told)


def _bounds(found: list[_Asked]) -> Iterator[dict[str, object]]:
    """Say which records a question is about: those of its years that name the entity."""
    known = [one.decision.year for one in found if one.decision.year is not None]
    for path in sorted({f"{one.decision.kind}/{one.entity}" for one in found}):
        yield {
            "entity": path,
            "first": min(known, default=None),
            "last": max(known, default=None),
            "undated": len(known) < len(found),
            "most": _SHOWN,
        }


class _Asked(NamedTuple):
    kind: str
    name: str
    entity: str
    decision: Decision


def _asked(work: Work) -> Iterator[_Asked]:
    for kind, name, _, body, entity in work.db.execute(_NAMES):
        yield _Asked(kind, name, entity, decode_decision(body))


def _question(one: _Asked) -> tuple[str, str, bool, bool, str, str]:
    decision = one.decision
    first = decision.candidates[0].id if decision.candidates else ""
    dated = decision.year is not None
    return one.kind, one.name, decision.waits, dated, first, decision.again
