"""Settles which entity every mention is, when all names are decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby, islice

import msgspec

from lod.entity import AuthorityEntity, Decision, Entity
from lod.issue import Issue
from lod.pipeline.draft import Call
from lod.pipeline.harvest import UNDATED
from lod.pipeline.run import Run
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.reconcile.eras import Deed, Eras
from lod.reconcile.matcher import Matcher
from lod.reconcile.mentions import Mention
from lod.reconcile.register import REGISTER, Entities, Register

_AT_ONCE = 500
_TOGETHER = 400  # names that the register is asked for at once, each by two keys
_MENTIONS = (
    "SELECT mention, name, year, spoken, kind, snapshot, decision FROM name JOIN decided"
    " USING (mention, name, year, spoken) WHERE (role = 'self') = ? {}"
    " ORDER BY mention, name, year, spoken"
)
_NAMES = (
    "SELECT mention, name, year, spoken, kind, role, snapshot FROM name"
    " ORDER BY mention, name, year, spoken"
)
_DECISIONS = "SELECT decision FROM decided ORDER BY mention, name, year, spoken"
# A name with what was decided on it, and by what it is looked up.
Told = tuple[Mention, Call]
# What records ask alike has one answer, and takes the room of one.
_answer = lru_cache(maxsize=512)(msgspec.msgpack.Decoder(Decision).decode)


def settle(run: Run, work: Work, matcher: Matcher) -> None:
    """Give each name its entity, each entity its id and its units; use it when all are decided."""
    register, shared = Register.load(run.dataset.folder / REGISTER), set[str]()
    facts = matcher.entity
    with work.batch():
        eras = Eras(register.keys("person|"))
        _note((_focal(one, register, facts) for one, _ in _mentions(work)), work)
        _note(_apart(work, register, eras, shared), work)
        found = register.assign(one for one, _ in _shared(work, eras, shared))
        rows = ((*at, found.id(one)) for one, at in _shared(work, eras, shared))
        work.add("settled", rows, width=5)
        for key, ident in _kept(work, found, eras, shared):
            register.know(ident, key)
        _note(found.entities(facts), work)
        rows = ((*at, one.key.partition("=")[2]) for one, at in _mentions(work))
        work.add("settled", rows, width=5)
        _plan(work, run.dataset.base)
        work.db.execute(
            "INSERT INTO joined SELECT mention, min(entity) FROM settled"
            " GROUP BY mention HAVING min(entity) = max(entity)"
        )
    work.add_issues(_moved(register, matcher))
    register.save(run.work / REGISTER)


def _shared(work: Work, eras: Eras, keys: Collection[str]) -> Iterator[Told]:
    """Give the names of some keys, each under the key of the life to which it belongs."""
    for _, group in groupby(_mentions(work, keys), lambda one: one[0].key):
        yield from _parted(list(group), eras)


def _parted(some: list[Told], eras: Eras) -> Iterator[Told]:
    """Part those of one key that mean no item yet by the lives that their years exclude."""
    names = iter(eras.keys(some[0][0].key, _deeds(some)))
    for mention, at in some:
        yield (mention if mention.item else mention._replace(key=next(names))), at


def _deeds(some: Iterable[Told]) -> list[Deed]:
    return [
        Deed(None if year == UNDATED else year, not spoken)
        for mention, (_, _, year, spoken) in some
        if not mention.item
    ]


def _kept(
    work: Work, found: Entities, eras: Eras, keys: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Give the keys by which later runs know the lives that keep a name's own, with their ids."""
    for key, group in groupby(_mentions(work, keys), lambda one: one[0].key):
        some = list(group)
        if kept := eras.kept(key, _deeds(some)):
            parted = (one for one, _ in _parted(some, eras) if one.key == key and not one.item)
            yield kept, found.id(next(parted))


def _apart(work: Work, register: Register, eras: Eras, shared: set[str]) -> Iterator[Entity]:
    """Settle the keys that alone tell who is meant, many at once; note the others."""
    for groups in _at_once(groupby(_side_by_side(work), lambda one: one[0].key)):
        told, rows = list[list[Told]](), list[tuple[object, ...]]()
        for some in groups:
            key = some[0][0].key
            if any(one != key for one in eras.keys(key, _deeds(some))):
                shared.add(key)
            else:
                told.append(some)
        found = register.apart([[mention for mention, _ in some] for some in told])
        for some, entity in zip(told, found, strict=True):
            if entity is None:
                shared.add(some[0][0].key)
                continue
            rows += [(*at, entity.id) for _, at in some]
            yield entity
        work.add("settled", rows, width=5)


def _at_once(groups: Iterable[tuple[str, Iterable[Told]]]) -> Iterator[list[list[Told]]]:
    """Give groups, each whole, some hundred mentions at once."""
    waiting, count = list[list[Told]](), 0
    for _, some in groups:
        waiting.append(list(some))
        count += len(waiting[-1])
        if count >= _TOGETHER:
            yield waiting
            waiting, count = [], 0
    if waiting:
        yield waiting


def _side_by_side(work: Work) -> Iterator[Told]:
    """Give names in passing with what was decided, by key: both tables have the same keys."""
    names = work.db.execute(_NAMES)
    decided = work.db.execute(_DECISIONS)
    for (mention, name, year, spoken, kind, role, snapshot), (body,) in zip(
        names, decided, strict=True
    ):
        if role != "self":
            one = Mention(mention, kind, name, _answer(body), snapshot)
            yield one, (mention, name, year, spoken)


def _moved(register: Register, matcher: Matcher) -> Iterator[Issue]:
    """Say which links point elsewhere than in the release before; no link moves unseen."""
    for one in register.changed():
        merged = bool(one.new) and matcher.successor(one.old) == one.new
        why = "it was merged" if merged else "it was decided otherwise"
        now = f"{one.new} now" if one.new else "not linked now"
        message = f"{one.label or one.id} was {one.old}, is {now}: {why}"
        yield Issue(message=message, code="link/moved", value=one.id)


def _mentions(work: Work, keys: Collection[str] | None = None) -> Iterator[Told]:
    """Give names in passing of some keys with what was decided; focal ones without keys."""
    asked = [(True,)] if keys is None else [(False, key) for key in sorted(keys)]
    text = _MENTIONS.format("" if keys is None else "AND mention = ?")
    rows = chain.from_iterable(work.db.execute(text, some) for some in asked)
    for mention, name, year, spoken, kind, snapshot, decision in rows:
        one = Mention(mention, kind, name, _answer(decision), snapshot)
        yield one, (mention, name, year, spoken)


def _focal(
    mention: Mention, register: Register, facts: Callable[[str], AuthorityEntity | None]
) -> Entity:
    """Give the entity that an authority record is about: its id is the record's own key."""
    ident = mention.key.partition("=")[2]
    register.adopt(ident, mention)
    return Entity(
        id=ident,
        kind=mention.kind,
        label=mention.name,
        names=(mention.name,),
        decision=mention.decision,
        authority=facts(mention.item) if mention.item else None,
        snapshots=(mention.snapshot,),
    )


def _note(entities: Iterable[Entity], work: Work) -> None:
    """Note entities."""
    waiting = iter(entities)
    while some := list(islice(waiting, _AT_ONCE)):
        rows = [(one.id, one.kind, one.label, one.qid, encode(one)) for one in some]
        work.add("entity", rows, width=5)


def _plan(work: Work, base: str) -> None:
    """Note what is written of every entity: itself, and its evidence.

    An entity that a record is about has its block already: that of the record.
    """
    work.db.create_function("packed", 1, encode, deterministic=True)
    for before, what in ((base, "entity"), (f"{base}assert/", "assertion")):
        work.db.execute(
            "INSERT OR IGNORE INTO unit SELECT ? || kind || '/' || id, ?, packed(id) FROM entity"
            " ORDER BY kind, id",
            (before, what),
        )
