"""Counts what there is in a release, once, when it is opened: each number from one index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lod.serve.lists import ENTITIES, FACETS, Choice, Narrowing, Neighbour, Overview

CHOICES = 10
_FREQUENT = 12
_KINDS = "SELECT kind, COUNT(*) FROM entry GROUP BY kind ORDER BY kind"
_COUNTED = f"""SELECT value, n, COUNT(*) OVER (), SUM(n) OVER () FROM (
        SELECT value, COUNT(*) AS n FROM facet WHERE facet = ? GROUP BY value)
    ORDER BY n DESC, value LIMIT {_FREQUENT}"""  # noqa: S608
_LABEL = "SELECT label FROM facet WHERE facet = ? AND value = ? LIMIT 1"
_THINGS = "SELECT COUNT(*) FROM (SELECT DISTINCT path FROM facet WHERE facet = ?)"
_UNDATED = """SELECT COUNT(*) FROM entry WHERE record
    AND path NOT IN (SELECT path FROM facet WHERE facet = 'year')"""
_YEARS = """SELECT value, COUNT(DISTINCT path) FROM facet WHERE facet = 'year'
    GROUP BY value ORDER BY CAST(value AS INTEGER)"""
_MENTIONS = """SELECT e.path, e.title, COUNT(*) AS n FROM entry e
    JOIN mention m ON m.entity = e.path WHERE e.kind = ? GROUP BY e.path ORDER BY n DESC, e.path
    LIMIT 1000"""
_RECORDS = "SELECT COUNT(DISTINCT record) FROM mention WHERE entity = ?"
Ask = Callable[..., list[tuple[Any, ...]]]


class _Counts(NamedTuple):
    """What is known of a facet: its first choices, how many things have it, how many values."""

    choices: list[Choice]
    things: int
    values: int
    rows: int


def gather(rows: Ask, narrow: Callable[[str], Narrowing]) -> Overview:
    """Count everything; rows: asks the index. narrow: how to narrow all records of a kind."""
    kinds: dict[str, int] = dict(rows(_KINDS))
    counts = {facet: _counts(rows, facet) for facet in FACETS}
    records = [kind for (kind,) in rows("SELECT DISTINCT kind FROM entry WHERE record")]
    whole = Narrowing(
        [one for count in counts.values() for one in count.choices[:CHOICES]],
        {facet: (count.things, count.values) for facet, count in counts.items() if count.rows},
    )
    # Only records have facets: where all are of one kind, that is all there is to narrow.
    of_kinds = {kind: whole if len(records) == 1 else narrow(kind) for kind in sorted(records)}
    return Overview(
        kinds,
        {facet: count.choices for facet, count in counts.items()},
        {kind: _frequent(rows, kind) for kind in ENTITIES},
        [(str(year), int(number)) for year, number in rows(_YEARS)],
        int(rows(_UNDATED)[0][0]),
        {"": whole, **of_kinds},
        frozenset(facet for facet, count in counts.items() if count.things < count.rows),
    )


def _counts(rows: Ask, facet: str) -> _Counts:
    found = rows(_COUNTED, facet)
    choices = [
        Choice(facet, value, str(rows(_LABEL, facet, value)[0][0]), number)
        for value, number, _, _ in found
    ]
    values, number = found[0][2:] if found else (0, 0)
    return _Counts(choices, int(rows(_THINGS, facet)[0][0]), values, number)


def _frequent(rows: Ask, kind: str) -> list[Neighbour]:
    """Find who is named in the most records.

    Mentions are counted by an index, records are not; nobody has more records than mentions, so
    it is enough to look at those with the most mentions until no other can have more records.
    """
    best: list[Neighbour] = []
    for path, title, mentions in rows(_MENTIONS, kind):
        if len(best) >= _FREQUENT and mentions < best[_FREQUENT - 1].number:
            break
        best.append(Neighbour(path, kind, title, "", "", int(rows(_RECORDS, path)[0][0])))
        best.sort(key=lambda one: (-one.number, one.title, one.path))
    return best[:_FREQUENT]
