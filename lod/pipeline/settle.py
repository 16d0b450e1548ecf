"""Settles which entity every mention is, when all names are decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby

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

_SEVERAL = 2
_TOGETHER = 400  # names that the register is asked for at once, each by two keys
_MENTIONS = (
    "SELECT mention, name, year, spoken, kind, snapshot, decision FROM name JOIN decided"
    " USING (mention, name, year, spoken) WHERE (role = 'self') = ? {}"
    " ORDER BY mention, name, year, spoken"
)
_FOCAL = "SELECT mention, kind, name FROM name WHERE role = 'self' ORDER BY mention"
_NAMES = (
    "SELECT mention, name, year, spoken, kind, role, snapshot FROM name"
    " ORDER BY mention, name, year, spoken"
)
_DECISIONS = "SELECT decision FROM decided ORDER BY mention, name, year, spoken"
_JOINED = "SELECT mention FROM joined ORDER BY mention"
_BEHIND_ALL = ("~",)  # keys begin with a letter
# A name with what was decided on it, and by what it is looked up.
Told = tuple[Mention, Call]
# What records ask alike has one answer, and takes the room of one.
_answer = lru_cache(maxsize=512)(msgspec.msgpack.Decoder(Decision).decode)


def open_register(run: Run, work: Work) -> Register:
    """Read the register, and note in it the ids that records about somebody bring themselves."""
    register = Register.load(run.dataset.folder / REGISTER)
    for mention, kind, name in work.db.execute(_FOCAL):
        register.adopt(_own_id(mention), Mention(mention, kind, name))
    return register


def settle(run: Run, work: Work, matcher: Matcher, register: Register) -> None:
    """Give each name its entity, and each entity its id; use it when all names are decided.

    register: from `open_register`; what is `joined` already is settled.
    """
    shared, facts = set[str](), matcher.entity
    with work.batch():
        eras = Eras(register.keys("person|"))
        _note((_focal(one, register, facts) for one, _ in _mentions(work)), work)
        _apart(work, register, eras, shared)
        found = register.assign(one for one, _ in _shared(work, eras, shared))
        rows = ((*at, found.id(one)) for one, at in _shared(work, eras, shared))
        work.add("settled", rows, width=5)
        for key, ident in _kept(work, found, eras, shared):
            register.know(ident, key)
        _note(found.entities(facts), work)
        rows = ((*at, _own_id(one.key)) for one, at in _mentions(work))
        work.add("settled", rows, width=5)
        work.db.execute(
            "INSERT INTO joined SELECT mention, kind, entity, label, qid FROM (SELECT mention,"
            " min(entity) AS entity FROM settled GROUP BY mention HAVING min(entity) = max(entity))"
            " JOIN entity ON id = entity"
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
    told = [key for key in keys if eras.may_part(key, _SEVERAL)]
    for key, group in groupby(_mentions(work, told), lambda one: one[0].key):
        some = list(group)
        if kept := eras.kept(key, _deeds(some)):
            parted = (one for one, _ in _parted(some, eras) if one.key == key and not one.item)
            yield kept, found.id(next(parted))


def _apart(work: Work, register: Register, eras: Eras, shared: set[str]) -> None:
    """Settle the keys that alone tell who is meant, many at once; note the others."""
    for groups in _at_once(work):
        told = list[tuple[str, list[Mention]]]()
        for key, some in groups:
            if eras.may_part(key, len(some)) and {*eras.keys(key, _deeds(some))} != {key}:
                shared.add(key)
            else:
                told.append((key, [mention for mention, _ in some]))
        found = register.apart([some for _, some in told])
        alone = list[tuple[str, Entity]]()
        for (key, _), entity in zip(told, found, strict=True):
            if entity is None:
                shared.add(key)
            else:
                alone.append((key, entity))
        rows = [(key, one.kind, one.id, one.label, one.qid) for key, one in alone]
        work.add("joined", rows, width=5)
        _note([entity for _, entity in alone], work)


def _at_once(work: Work) -> Iterator[list[tuple[str, list[Told]]]]:
    """Give names in passing by their keys, each key with all of its own, some hundred at once."""
    waiting, some, count, last = list[tuple[str, list[Told]]](), list[Told](), 0, ""
    for one in _side_by_side(work):
        key = one[0].key
        if key != last or not waiting:
            if count >= _TOGETHER:
                yield waiting
                waiting, count = [], 0
            some, last = [], key
            waiting.append((key, some))
        some.append(one)
        count += 1
    if waiting:
        yield waiting


def _side_by_side(work: Work) -> Iterator[Told]:
    """Give names in passing with what was decided, by key: both tables have the same keys.

    Those that are settled already are passed over.
    """
    names, decided, joined = map(work.db.execute, (_NAMES, _DECISIONS, _JOINED))
    (settled,) = next(joined, _BEHIND_ALL)
    for (mention, name, year, spoken, kind, role, snapshot), (body,) in zip(
        names, decided, strict=True
    ):
        while settled < mention:
            (settled,) = next(joined, _BEHIND_ALL)
        if role != "self" and mention != settled:
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
    ident = _own_id(mention.key)
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


def _own_id(key: str) -> str:
    """Give the id that a record about somebody brings: its own key."""
    return key.partition("=")[2]


def _note(entities: Iterable[Entity], work: Work) -> None:
    """Note entities."""
    rows = ((one.id, one.kind, one.label, one.qid, encode(one)) for one in entities)
    work.add("entity", rows, width=5)
