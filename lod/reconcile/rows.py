"""The lines of the register: every identifier ever given, and the keys that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from lod.entity import EntityKind
from lod.errors import UsageError
from lod.iri import hashed_id


class Registered(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One line of entities.jsonl: an identifier, and the keys of the mentions that have it.

    merged_into: the identifier that stands for it while both are accepted as one item. was: the
    items that it meant before, the latest last.
    """

    id: str
    kind: EntityKind
    label: str = ""
    qid: str = ""
    keys: list[str] = []
    merged_into: str = ""
    was: list[str] = []


class Meant(NamedTuple):
    """An identifier that meant one item before this run, and means another now, or none."""

    id: str
    label: str
    old: str
    new: str


class Rows:
    """Looks identifiers up by key and by item, and gives new ones."""

    def __init__(self, rows: Iterable[Registered] = ()) -> None:
        self._rows: dict[str, Registered] = {}
        self._by_key: dict[str, str] = {}
        self._by_item: dict[tuple[str, str], str] = {}
        self.changed: list[Meant] = []
        for row in rows:
            self.add(row)

    def __iter__(self) -> Iterator[Registered]:
        """Go through the lines, sorted by id, keys sorted."""
        for ident in sorted(self._rows):
            row = self._rows[ident]
            row.keys.sort()
            yield row

    def __len__(self) -> int:
        """Count the identifiers ever given."""
        return len(self._rows)

    def row(self, ident: str) -> Registered:
        """Give the line of an identifier."""
        return self._rows[ident]

    def of_key(self, key: str) -> str:
        """Give the identifier of a mention's key, "" when it has none."""
        return self._by_key.get(key, "")

    def remember_items(self) -> None:
        """Note which identifier stands for which item now, before a run changes it."""
        self._by_item = {}
        for row in self:
            if row.qid and not row.merged_into:
                self._by_item.setdefault((row.kind, row.qid), row.id)

    def of_item(self, kind: EntityKind, qid: str) -> str:
        """Give the identifier that stood for an item before this run, "" when none did."""
        return self._by_item.get((kind, qid), "")

    def mean(self, ident: str, qid: str) -> None:
        """Note which item an identifier means, "" for none; the one that it meant is kept."""
        row = self._rows[ident]
        if row.qid and row.qid != qid:
            row.was = [*(one for one in row.was if one != row.qid), row.qid]
            self.changed.append(Meant(ident, row.label, row.qid, qid))
        row.qid, row.was = qid, [one for one in row.was if one != qid]

    def mint(self, kind: EntityKind, key: str) -> str:
        """Give a new identifier to a key; a hash that is taken by another key is hashed again."""
        ident, attempt = hashed_id(key), 1
        while ident in self._rows:
            attempt += 1
            ident = hashed_id(f"{key}#{attempt}")
        self.add(Registered(id=ident, kind=kind, keys=[key]))
        return ident

    def join(self, ident: str, key: str) -> None:
        """Note that a mention's key has this identifier from now on."""
        if key not in self._by_key:
            self._by_key[key] = ident
            self._rows[ident].keys.append(key)

    def replaced(self) -> dict[str, list[str]]:
        """Give, for identifiers that stand, the sorted ones they replaced."""
        found: dict[str, list[str]] = {}
        for row in self:
            if row.merged_into:
                found.setdefault(self.final(row.id), []).append(row.id)
        return found

    def final(self, ident: str) -> str:
        """Follow merged_into to the end; a circle ends where it began."""
        seen: set[str] = set()
        while self._rows[ident].merged_into and ident not in seen:
            seen.add(ident)
            ident = self._rows[ident].merged_into
        return ident

    def join_branches(self, row: Registered) -> None:
        """Take a line in; to an identifier that is there it adds its keys.

        What the identifier means is decided anew by the next run; until then the line that is
        greater stands, so that the order of lines does not matter.
        """
        known = self._rows.get(row.id)
        if known is None or known.kind != row.kind:
            self.add(row)
            return
        for key in row.keys:
            if self._by_key.setdefault(key, row.id) != row.id:
                raise UsageError(f"the key {key!r} has two ids, {self._by_key[key]} and {row.id}")
        latest = max(known, row, key=lambda one: (one.qid, one.label, one.merged_into))
        known.qid, known.label, known.merged_into = latest.qid, latest.label, latest.merged_into
        known.keys = sorted({*known.keys, *row.keys})
        known.was = sorted({*known.was, *row.was})

    def add(self, row: Registered) -> None:
        """Take a line in; raises UsageError when its id or a key of it is given already."""
        if row.id in self._rows:
            raise UsageError(f"the id {row.id} is given twice")
        for key in row.keys:
            if self._by_key.setdefault(key, row.id) != row.id:
                raise UsageError(f"the key {key!r} has two ids, {self._by_key[key]} and {row.id}")
        self._rows[row.id] = row
