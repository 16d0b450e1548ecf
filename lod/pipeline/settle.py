"""Settles which entity every mention is, when all names are decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby, islice

import msgspec

from lod.entity import AuthorityEntity, Decision, Entity
from lod.issue import Issue
from lod.pipeline.harvest import Called, Unit
from lod.pipeline.run import Run
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.reconcile.matcher import Matcher
from lod.reconcile.mentions import Mention
from lod.reconcile.register import REGISTER, Register

_AT_ONCE = 500
_MENTIONS = (
    "SELECT mention, name, year, spoken, kind, snapshot, decision FROM name JOIN decided"
    " USING (mention, name, year, spoken) WHERE (role = 'self') = ? {}"
    " ORDER BY mention, name, year, spoken"
)
# What records ask alike has one answer, and takes the room of one.
_answer = lru_cache(maxsize=512)(msgspec.msgpack.Decoder(Decision).decode)


def settle(run: Run, work: Work, matcher: Matcher) -> None:
    """Give each name its entity, each entity its id and its units; use it when all are decided."""
    register, shared = Register.load(run.dataset.folder / REGISTER), set[str]()
    facts = matcher.entity
    with work.batch():
        _note(_apart(work, register, shared), work, run)
        found = register.assign(one for one, _ in _mentions(work, shared))
        rows = ((*at, found.id(one)) for one, at in _mentions(work, shared))
        work.add("settled", rows, width=5)
        _note(found.entities(facts), work, run)
        _note((_focal(one, register, facts) for one, _ in _mentions(work, focal=True)), work, run)
        rows = ((*at, one.key.partition("=")[2]) for one, at in _mentions(work, focal=True))
        work.add("settled", rows, width=5)
        work.db.execute(
            "INSERT INTO joined SELECT mention, min(entity) FROM settled"
            " GROUP BY mention HAVING min(entity) = max(entity)"
        )
    work.add_issues(_moved(register, matcher))
    register.save(run.work / REGISTER)


def _apart(work: Work, register: Register, shared: set[str]) -> Iterator[Entity]:
    """Settle one key after the other where it alone tells who is meant; note the others' keys."""
    rows = list[tuple[object, ...]]()
    for key, some in groupby(_mentions(work), lambda one: one[0].key):
        told = list(some)
        entity = register.apart([mention for mention, _ in told])
        if entity is None:
            shared.add(key)
            continue
        rows += [(*at, entity.id) for _, at in told]
        if len(rows) > _AT_ONCE:
            work.add("settled", rows, width=5)
            rows.clear()
        yield entity
    work.add("settled", rows, width=5)


def _moved(register: Register, matcher: Matcher) -> Iterator[Issue]:
    """Say which links point elsewhere than in the release before; no link moves unseen."""
    for one in register.changed():
        merged = bool(one.new) and matcher.successor(one.old) == one.new
        why = "it was merged" if merged else "it was decided otherwise"
        now = f"{one.new} now" if one.new else "not linked now"
        message = f"{one.label or one.id} was {one.old}, is {now}: {why}"
        yield Issue(message=message, code="link/moved", value=one.id)


def _mentions(
    work: Work, keys: Collection[str] | None = None, *, focal: bool = False
) -> Iterator[tuple[Mention, Called]]:
    """Give names with what was decided, by key; focal ones, or those that are named in passing.

    keys: those of interest, None for all.
    """
    asked = [(focal,)] if keys is None else [(focal, key) for key in sorted(keys)]
    text = _MENTIONS.format("" if keys is None else "AND mention = ?")
    rows = chain.from_iterable(work.db.execute(text, some) for some in asked)
    for mention, name, year, spoken, kind, snapshot, decision in rows:
        at = Called(mention, name, year, spoken)
        yield Mention(mention, kind, name, _answer(decision), snapshot), at


def _focal(
    mention: Mention, register: Register, facts: Callable[[str], AuthorityEntity | None]
) -> Entity:
    """Give the entity that an authority record is about: its id is the record's own key."""
    ident = mention.key.partition("=")[2]
    register.adopt(ident, mention.kind, mention.key, mention.name)
    return Entity(
        id=ident,
        kind=mention.kind,
        label=mention.name,
        names=(mention.name,),
        decision=mention.decision,
        authority=facts(mention.item) if mention.item else None,
        snapshots=(mention.snapshot,),
    )


def _note(entities: Iterable[Entity], work: Work, run: Run) -> None:
    """Note entities and what is written of each: its evidence, and itself.

    An entity that a record is about has its block already: that of the record.
    """
    base = run.dataset.base
    waiting = iter(entities)
    while some := list(islice(waiting, _AT_ONCE)):
        rows = [(one.id, one.kind, one.label, one.qid, encode(one)) for one in some]
        work.add("entity", rows, width=5)
        units = [
            Unit(f"{base}{before}{one.kind}/{one.id}", what, encode(one.id))
            for one in some
            for before, what in (("", "entity"), ("assert/", "assertion"))
        ]
        work.add_units(units)
