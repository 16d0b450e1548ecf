"""Settles keys of one record while names are decided: in a collection of letters, most names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from lod.entity import Decision, EntityKind, Judgement
from lod.pipeline.harvest import Name
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.reconcile.mentions import Mention, is_shared
from lod.reconcile.register import Register, asked, by_itself

# A key, kind, id and label of its entity, how many names it is of, and the entity itself, encoded.
# A bare tuple: one of a class of its own takes longer to hand over.
Alone = tuple[str, EntityKind, str, str, int, bytes]
_COUNTS = "SELECT mention, count(*) FROM name WHERE mention IN ({}) GROUP BY mention"
_of_mention = attrgetter("mention")


def alone(names: Sequence[Name], decisions: Sequence[Decision]) -> Iterator[Alone]:
    """Write down the entities of keys whose names stand side by side; runs in any process.

    Only of those that nothing decides anew: what has no candidates stays as it is decided, unless
    a service did not answer. What holds for more than one record is told when all is known.
    """
    said = iter(decisions)
    for key, group in groupby(names, _of_mention):
        some = [(name, next(said)) for name in group]
        first = some[0][0]
        if first.role == "self" or is_shared(first.kind, first.name):
            continue
        if any(one.candidates or one.judgement is Judgement.ERROR for _, one in some):
            continue
        entity = by_itself([Mention(key, one.kind, one.name, on, one.snapshot) for one, on in some])
        if entity:
            yield key, entity.kind, entity.id, entity.label, len(some), encode(entity)


def settle_alone(found: Sequence[Alone], work: Work, register: Register) -> None:
    """Settle keys by the entities that are written down, unless others have a say in them.

    Those have names elsewhere, or the register knows them otherwise: they are left to `settle`.
    """
    keys = [key for key, *_ in found]
    counts = dict(work.db.execute(_COUNTS.format(",".join("?" * len(keys))), keys))
    whole = [one for one in found if counts[one[0]] == one[4]]
    ids = register.alone([asked(*one[:4]) for one in whole])
    kept = [one for one, ident in zip(whole, ids, strict=True) if one[2] == ident]
    work.add("joined", [(*one[:4], "") for one in kept], width=5)
    rows = [(ident, kind, label, "", body) for _, kind, ident, label, _, body in kept]
    work.add("entity", rows, width=5)
