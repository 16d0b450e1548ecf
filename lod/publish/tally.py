"""Counts what a release holds, chunk by chunk; description and report are written from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lod.publish.rows import Rows
from lod.publish.spelled import Counts

_COUNTERS = ("properties", "classes", "kinds", "named", "linked")


@dataclass(slots=True)
class Tally:
    """True counts: triples, subjects, properties and classes of the default graph, and things.

    quads: triples in named graphs. kinds: things that have a page, by kind. named and linked:
    mentions by role, and how many of them have a Wikidata item. examples: one path a kind, the
    first in order.
    """

    triples: int = 0
    quads: int = 0
    subjects: int = 0
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    linked: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def count(self, blocks: Sequence[Counts], quads: int, rows: Rows) -> None:
        """Count some blocks, their triples in named graphs, and their rows."""
        self.quads += quads
        # Blocks that were filled into one form have one account, which is read once.
        accounts = {id(one): one for one in blocks}
        for number, times in Counter(map(id, blocks)).items():
            self._blocks(accounts[number], times)
        for entry in rows.entries:
            self.kinds[entry.kind] += 1
            self._example(entry.kind, entry.path)
        self.named.update(one.role for one in rows.named)
        self.linked.update(one.role for one in rows.named if one.entity.qid)

    def _blocks(self, alike: Counts, times: int) -> None:
        self.triples += alike.triples * times
        self.subjects += alike.subjects * times
        for mine, theirs in ((self.properties, alike.properties), (self.classes, alike.classes)):
            for name, count in theirs.items():
                mine[name] += count * times

    def add(self, other: Tally) -> None:
        """Take in the counts of another chunk."""
        self.triples += other.triples
        self.quads += other.quads
        self.subjects += other.subjects
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))
        for kind, path in other.examples.items():
            self._example(kind, path)

    def _example(self, kind: str, path: str) -> None:
        self.examples[kind] = min(self.examples.get(kind, path), path)
