"""Who is named together in the records of a collection, as far as that is certain: on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from lod.entity import MACHINE, Decision, Judgement
from lod.normalize.names import parse_name
from lod.reconcile.company import Company, Met
from lod.reconcile.keys import fold
from lod.reconcile.mentions import is_shared, mention_key

ROUNDS = 2
RECORDS = 20  # of those that have one open name; more say little more
_PEOPLE = 8  # of one record whose other company is looked at
_RIVALS = 8
_ENOUGH = 4  # records in which two are named together
_UNLIKELY = 0.01  # candidates below are not looked at
_EVEN = 0.5
_NOBODY = "?"  # before the name of somebody whom no authority knows
_TABLES = """
CREATE TABLE IF NOT EXISTS certain (item TEXT, record TEXT, side INTEGER, full INTEGER,
                                    PRIMARY KEY (item, record)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS certain_record ON certain (record, item, side, full);
CREATE TABLE IF NOT EXISTS bearer (family TEXT, given TEXT, item TEXT,
                                   PRIMARY KEY (family, given, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS weighed (key TEXT PRIMARY KEY, company BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS party (item TEXT, record TEXT, side INTEGER, full INTEGER, mention TEXT,
                                  PRIMARY KEY (item, record, side, full, mention)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS divided (record TEXT, item TEXT,
                                    PRIMARY KEY (record, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS divided_item ON divided (item);
DELETE FROM certain; DELETE FROM weighed; DELETE FROM party; DELETE FROM divided;
"""
# Whom two names on the two sides of one letter mean, both in full or neither; what one name on both
# sides means is the source's word.
_DIVIDE = (
    "INSERT OR IGNORE INTO divided SELECT record, item FROM ({}) WHERE side"
    " GROUP BY record, item, full HAVING min(side) < max(side) AND count(DISTINCT mention) > 1"
)
_DIVIDE_ONE = _DIVIDE.format("SELECT * FROM party WHERE item = ? AND record = ?")
_PARTY = "INSERT OR IGNORE INTO party VALUES (?, ?, ?, ?, ?)"
_DIVIDED = "SELECT item FROM divided WHERE record = ?"
# In whatever order mentions come, a record has each item once: on the side of a full name.
_ONCE = (
    " ON CONFLICT (item, record) DO UPDATE SET full = max(full, excluded.full), side ="
    " CASE WHEN full > excluded.full THEN side WHEN full < excluded.full THEN excluded.side"
    " ELSE max(side, excluded.side) END"
)
_NOTE = f"INSERT INTO certain VALUES (?, ?, ?, ?){_ONCE}"  # noqa: S608 - our own words
_HERE = "SELECT item, side, full FROM certain WHERE record = ?"
_KNOWN = "SELECT record FROM certain WHERE item = ? AND full ORDER BY record LIMIT ?"
_TOGETHER = (
    "SELECT one.record, one.side * other.side FROM certain one CROSS JOIN certain other"
    " USING (record) WHERE one.item = ? AND other.item = ? AND {}.full ORDER BY one.record LIMIT ?"
)
_IS_DIVIDED = "SELECT 1 FROM divided WHERE item = ? LIMIT 1"
_TOLD = "SELECT 1 FROM weighed WHERE key = ? AND company = ?"
_LETTER = 2  # the product of its two sides


class Sure(NamedTuple):
    """A person who is certain; full: named in full.

    item: of an authority, or a name in full that no authority knows. family, given: of a full
    name, folded, the given name by its first letter.
    """

    item: str
    full: bool
    family: str = ""
    given: str = ""


class Certain(NamedTuple):
    """A person who is certain in a record (`Sure`), on a side of the letter.

    mention: key of the name (`mention_key`).
    """

    item: str
    record: str
    side: int
    full: bool
    family: str = ""
    given: str = ""
    mention: str = ""


class Circles:
    """Keeps who is certain in which record; the order in which it is told changes nothing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_TABLES)
        self._first: bool | None = None
        self._together = lru_cache(1 << 13)(self._asked)
        self._records = lru_cache(1 << 13)(self._known)

    def begin(self) -> None:
        """Begin a round: who was named in full in the first one stays, the others are told anew.

        A link that company made is company itself in the next round, but never a full name.
        """
        self._db.execute("DELETE FROM certain WHERE full = 0 OR item >= '?' AND item < '@'")
        self._db.execute("DELETE FROM bearer")
        self._first = self._first is None
        self._together.cache_clear()
        self._records.cache_clear()

    def note(self, found: Iterable[Certain | None]) -> None:
        """Note people who are certain."""
        told = [one for one in found if one]
        self._db.execute("BEGIN")
        self._db.executemany(
            _NOTE,
            ((*one[:3], one.full and (self._first or one.item[0] == _NOBODY)) for one in told),
        )
        for item, record, side, full, *_, mention in told:
            if side:
                self._db.execute(_PARTY, (item, record, side, full, mention))
                self._db.execute(_DIVIDE_ONE, (item, record))
        named = {(one.family, one.given, one.item) for one in told if one.family}
        self._db.executemany("INSERT OR IGNORE INTO bearer VALUES (?, ?, ?)", named)
        self._db.execute("COMMIT")

    def gather(self, rows: str) -> None:
        """Note people who are certain; rows: a SELECT of all that `Certain` has, of our own."""
        side = "coalesce(max(CASE WHEN full THEN side END), max(side))"
        full = "max(full AND (? OR item >= '?' AND item < '@'))"
        self._db.execute(
            f"INSERT INTO certain SELECT item, record, {side}, {full} FROM ({rows}) WHERE true"  # noqa: S608
            f" GROUP BY item, record{_ONCE}",
            (self._first,),
        )
        self._db.execute(
            f"INSERT OR IGNORE INTO bearer SELECT family, given, item FROM ({rows})"  # noqa: S608
            " WHERE family != ''"
        )
        self._db.execute(_DIVIDE.format(rows))

    def divided(self, decision: Decision) -> list[str]:
        """Give the candidates of a person's name who are meant on both sides of some letter."""
        if decision.kind != "person" or decision.decided_by != MACHINE:
            return []
        likely = [one.id for one in decision.candidates if one.score >= _UNLIKELY]
        return [one for one in likely if self._db.execute(_IS_DIVIDED, (one,)).fetchone()]

    def company(
        self, key: str, decision: Decision, records: Sequence[tuple[str, int]]
    ) -> Company | None:
        """Give the people beside an open name in its records, None when they tell nothing new.

        key: of the name; what it was told in the round before is nothing new. records: with the
        side of the letter on which the name stands. What the name itself means is left out.
        """
        weighed = self._was_weighed(key)
        # What company made unlikely is still beside it.
        least = 0.0 if weighed else _UNLIKELY
        likely = [one.id for one in decision.candidates if one.score >= least]
        rivals = self._rivals(decision, likely)
        asked = {*likely, *rivals}
        here, across, full = self._here(decision.id, records)
        names = [record for record, _ in records]
        met = tuple(self._met([*likely, *rivals], sorted(here)[:_PEOPLE], names))
        if not met and asked.isdisjoint(full | across):
            return Company() if weighed else None
        found = Company(
            full=tuple(sorted(full & asked)),
            people=tuple(sorted({one.other for one in met if one.other})),
            across=tuple(sorted(across & asked)),
            rivals=tuple(rivals),
            met=met,
        )
        return found if self._is_new(key, found) else None

    def _here(
        self, own: str, records: Iterable[tuple[str, int]]
    ) -> tuple[set[str], set[str], set[str]]:
        """Give all who are certain in some records, those across, and those in full."""
        here, across, full = set[str](), set[str](), set[str]()
        for record, side in records:
            for item, theirs, is_full in self._db.execute(_HERE, (record,)):
                if is_full or item != own:
                    here.add(item)
                    full.update([item] if is_full else ())
                    across.update([item] if side * theirs == _LETTER else ())
            if side:
                across.update(item for (item,) in self._db.execute(_DIVIDED, (record,)))
        return here, across, full

    def _was_weighed(self, key: str) -> bool:
        """Tell whether a name was weighed by its company before."""
        found = self._db.execute("SELECT 1 FROM weighed WHERE key = ?", (key,)).fetchone()
        return found is not None

    def _is_new(self, key: str, company: Company) -> bool:
        told = msgspec.msgpack.encode(company)
        if self._db.execute(_TOLD, (key, told)).fetchone():
            return False
        self._db.execute("INSERT OR REPLACE INTO weighed VALUES (?, ?)", (key, told))
        return True

    def _rivals(self, decision: Decision, candidates: Collection[str]) -> list[str]:
        """Give those who bear in full the name that is open, and are no candidates."""
        if is_shared("person", decision.name):
            return []
        family, given = _parts(decision.name)
        rows = self._db.execute(
            "SELECT DISTINCT item FROM bearer WHERE family = ? AND (given = ? OR ? = '')"
            " ORDER BY item LIMIT ?",
            (family, given, given, _RIVALS + len(candidates)),
        )
        return [item for (item,) in rows if item not in candidates][:_RIVALS]

    def _met(
        self, items: Iterable[str], people: Sequence[str], records: Collection[str]
    ) -> Iterator[Met]:
        """Find those who are named in full in other records, best with one of these people."""
        for item in items:
            if any(record not in records for record in self._records(item)):
                found = [Met(item), *(self._with(item, other, records) for other in people)]
                best = max(found, key=lambda one: (one.wrote, one.times, one.other))
                yield best if best.times else Met(item)

    def _with(self, item: str, other: str, records: Collection[str]) -> Met:
        """Count the other records in which one is named in full, and the other is certain."""
        if item == other:
            return Met(item)
        rows = self._together(item, other)
        products = [product for record, product in rows if record not in records]
        return Met(item, other, min(len(products), _ENOUGH), _LETTER in products)

    def _known(self, item: str) -> list[str]:
        """Give records that name a person in full, as many as settle whether one is another."""
        return [record for (record,) in self._db.execute(_KNOWN, (item, RECORDS + 1))]

    def _asked(self, one: str, other: str) -> list[tuple[str, int]]:
        """Give records in which two are certain; those of the rarer of them are gone through."""
        text = _TOGETHER.format("one")
        most = RECORDS + _ENOUGH
        if len(self._records(one)) > len(self._records(other)):
            text, one, other = _TOGETHER.format("other"), other, one
        return self._db.execute(text, (one, other, most)).fetchall()


def certain(decision: Decision, record: str, side: int) -> Certain | None:
    """Give the person whom a name means for certain in a record, None when that is open.

    side: of the letter, on which the name stands (`side_of`).
    """
    mention = mention_key("person", decision.name, record)
    found = sure(decision, mention)
    return Certain(found.item, record, side, *found[1:], mention) if found else None


def sure(decision: Decision, mention: str) -> Sure | None:
    """Give the person whom a name means for certain, None when that is open.

    mention: key of the name (`mention_key`). A name in full that rather means nobody whom an
    authority knows is somebody too.
    """
    if decision.kind != "person":
        return None
    full = is_full(decision)
    parts = _parts(decision.name) if full else ("", "")
    if decision.judgement is Judgement.ACCEPTED:
        return Sure(decision.id, full, *parts)
    if full and parts[0] and _is_somebody_else(decision):
        return Sure(f"{_NOBODY}{mention}", full, *parts)
    return None


def _is_somebody_else(decision: Decision) -> bool:
    """Tell whether a full name rather means nobody known: none is likely, or it contradicts."""
    contradicted = any(decision.note in one.reasons for one in decision.candidates[:1])
    return decision.score < _EVEN or contradicted


def is_full(decision: Decision) -> bool:
    """Tell whether a name says as much as a full one; a curator's word, or the source's, does."""
    return decision.decided_by != MACHINE or is_shared("person", decision.name)


def is_open(decision: Decision) -> bool:
    """Tell whether company may change what a machine decided on a name of a person."""
    if decision.kind != "person" or decision.decided_by != MACHINE or not decision.candidates:
        return False
    if decision.judgement is Judgement.ACCEPTED:
        return not is_shared("person", decision.name)
    return decision.judgement is Judgement.REVIEW


@lru_cache(maxsize=1 << 14)
def _parts(name: str) -> tuple[str, str]:
    """Give the family name, folded, and the letter that the given name begins with."""
    parts = parse_name(name, "person")
    return fold(parts.family), fold(parts.given)[:1]
