"""Mentions with their decisions -> entities with identifiers that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lod.entity import MACHINE, AuthorityEntity, Decision, Entity, EntityKind, Judgement, Refusal
from lod.iri import hashed_id
from lod.normalize.names import parse_name
from lod.normalize.ranks import is_rank
from lod.reconcile.mentions import Mention
from lod.reconcile.rows import Asked, Rows

_SNAPSHOTS = 20
_APART = "@"  # after a key: mentions of this key that mean another item than its entity
_RANK = {
    judgement: rank
    for rank, judgement in enumerate(
        [Judgement.ACCEPTED, Judgement.DEFERRED, Judgement.REVIEW, Judgement.NONE]
    )
}

_Cluster = list["_Group"]
Facts = Callable[[str], AuthorityEntity | None]


@dataclass(slots=True)
class _Group:
    """All mentions of one key that mean the same item, or none.

    best: rank of the decision, once another was weighed against it. last: the last key under which
    they are registered, and its identifier.
    """

    kind: EntityKind
    key: str
    item: str
    names: list[str] = field(default_factory=list)
    snapshots: list[str] = field(default_factory=list)
    decision: Decision | None = None
    best: tuple[int, bool, bool, float, str, str] | None = None
    refused: frozenset[Refusal] = frozenset()
    last: tuple[str, str] = ("", "")
    id: str = ""

    def add(self, mention: Mention) -> None:
        if mention.name not in self.names:
            self.names.append(mention.name)
        if mention.snapshot and mention.snapshot not in self.snapshots:
            self.snapshots.append(mention.snapshot)
            if len(self.snapshots) > 2 * _SNAPSHOTS:
                self.snapshots = sorted(self.snapshots)[:_SNAPSHOTS]
        decision = mention.decision
        if decision is None or decision is self.decision:
            return
        if decision.refused:
            self.refused |= frozenset(decision.refused)
        if self.decision is None:
            self.decision = decision
            return
        self.best, rank = self.best or _better(self.decision), _better(decision)
        if rank < self.best:
            self.decision, self.best = decision, rank


class Entities:
    """The entities of a run: ask `id` for a mention's, go through `entities` to write them."""

    def __init__(self, groups: dict[tuple[str, str], _Group], register: Rows) -> None:
        self._groups = groups
        self._register = register

    def id(self, mention: Mention) -> str:
        """Give the identifier of the entity that a mention means."""
        return self._groups[mention.key, mention.item].id

    def entities(self, facts: Facts) -> Iterator[Entity]:
        """Give every entity of the run, then those that others replaced, sorted by id.

        facts gives what an authority knows of an item (`Matcher.entity`).
        """
        members: dict[str, list[_Group]] = {}
        for group in self._groups.values():
            members.setdefault(group.id, []).append(group)
        replaced = self._register.replaced()
        for row in self._register.told(members):
            if row.id in members:
                groups = sorted(members[row.id], key=lambda one: (one.key, one.item))
                yield _entity(row.id, groups, tuple(replaced.get(row.id, ())), facts)
            else:
                yield Entity(id=row.id, kind=row.kind, label=row.label, merged_into=row.merged_into)


def assign(mentions: Iterable[Mention], register: Rows) -> Entities:
    """Give every mention its entity; `Register.assign` says by which rules."""
    groups: dict[tuple[str, str], _Group] = {}
    for mention in mentions:
        group = groups.get((mention.key, mention.item))
        if group is None:
            group = groups[mention.key, mention.item] = _Group(
                _kind(mention), mention.key, mention.item
            )
        group.add(mention)
    clusters = _clusters(groups.values())
    giver = _Giver(register, clusters)
    for cluster in clusters:
        giver.settle(cluster)
    return Entities(groups, register)


def apart(groups: Sequence[Sequence[Mention]], register: Rows) -> list[Entity | None]:
    """Settle all mentions of each of some keys by themselves, and give their entities.

    None, and nothing is done, where others have a say in who it is: where an item is meant, or
    was, or the key shares its identifier. Most names of a large collection are like this, so that
    nothing need be kept of them until all others are known.
    """
    made = [by_itself(some) for some in groups]
    free = [(some[0].key, one) for some, one in zip(groups, made, strict=True) if one]
    ids = iter(register.alone([asked(key, one.kind, one.id, one.label) for key, one in free]))
    return [one and _called_so(one, next(ids)) for one in made]


def by_itself(some: Sequence[Mention]) -> Entity | None:
    """Write down the entity of all mentions of a key, None where an item is meant.

    Its identifier is the one that a new key has.
    """
    first = some[0]
    if len(some) == 1:
        return None if first.item else _single(first)
    if any(one.item for one in some):
        return None
    group = _Group(first.kind, first.key, "")
    for mention in some:
        group.add(mention)
    return Entity(
        id=hashed_id(first.key),
        kind=first.kind,
        label=_called(group.names, first.kind),
        names=tuple(sorted(group.names)),
        decision=_with(group.decision, group.refused),
        snapshots=tuple(sorted(group.snapshots)[:_SNAPSHOTS]),
    )


def _single(mention: Mention) -> Entity:
    """Write down the entity of one mention that means no item, as most names have but one."""
    decision = mention.decision
    return Entity(
        id=hashed_id(mention.key),
        kind=mention.kind,
        label=mention.name,
        names=(mention.name,),
        decision=_with(decision, frozenset(decision.refused if decision else ())),
        snapshots=(mention.snapshot,) if mention.snapshot else (),
    )


def asked(key: str, kind: EntityKind, ident: str, label: str) -> Asked:
    """Say what the register is asked about an entity that is written down `by_itself`."""
    return Asked(kind, key, f"{key}{_APART}", ident, label)


def _called_so(entity: Entity, ident: str) -> Entity | None:
    """Give an entity the identifier that the register has for it, "" for none."""
    if ident == entity.id:
        return entity
    return replace(entity, id=ident) if ident else None


def _kind(mention: Mention) -> EntityKind:
    """Give the kind that was decided, where a decision was made on another kind than asked."""
    return mention.decision.kind if mention.decision and mention.item else mention.kind


def _clusters(groups: Iterable[_Group]) -> list[_Cluster]:
    """Put groups that mean one item together, in an order that no input order changes."""
    found: dict[tuple[str, str], list[_Group]] = {}
    for group in groups:
        name = (group.kind, group.item) if group.item else (group.key, "")
        found.setdefault(name, []).append(group)
    for cluster in found.values():
        cluster.sort(key=lambda one: one.key)
    return sorted(found.values(), key=lambda one: (one[0].key, one[0].item))


class _Giver:
    """Finds or gives the identifiers of entities, each to one of them.

    An identifier belongs to keys of mentions. Where mentions of its keys have come to mean
    different things it stays with those that mean what it meant; the others part from it under a
    key of their own, `key@item`.
    """

    def __init__(self, register: Rows, clusters: Iterable[_Cluster]) -> None:
        self._register = register
        register.remember_items()
        self._meanings = Counter(group.key for cluster in clusters for group in cluster)
        self._owner: dict[str, tuple[EntityKind, str, str]] = {}
        for cluster in clusters:
            for group in cluster:
                group.last = self._find(group)
                self._claim(group.last[1], cluster)

    def settle(self, cluster: _Cluster) -> None:
        """Give one entity its identifier; others that it had are merged into the smallest.

        All are merged into that of the record about it, if there is one.
        """
        first, register = cluster[0], self._register
        own = self._owned(cluster)
        if own:
            stands = own[0]
        else:
            key = self._free_key(first)
            stands = register.mint(first.kind, key)
            first.last = (key, stands)
        over = (first.item and register.described(first.kind, first.item)) or stands
        for ident in sorted({*own, stands}):
            row = register.row(ident)
            register.mean(row, first.item)
            row.merged_into = "" if ident == over else over
            row.label = _label(cluster) if ident == stands else row.label
            register.put(row)
        for group in cluster:
            group.id = over
            if group.last[1] != stands and group.last[1] not in own:
                register.join(stands, self._free_key(group))

    def _claim(self, ident: str, cluster: _Cluster) -> None:
        """Let the first cluster have an identifier, or the one that means what it meant."""
        row = self._register.row(ident) if ident else None
        if row is None or row.kind != cluster[0].kind:
            return
        if ident not in self._owner or row.qid == cluster[0].item != self._owner[ident][1]:
            self._owner[ident] = _identity(cluster)

    def _owned(self, cluster: _Cluster) -> list[str]:
        """Give the identifiers that are this entity's own, sorted."""
        first, identity = cluster[0], _identity(cluster)
        own = {group.last[1] for group in cluster}
        if first.item:
            # Names that are gone from the collection may have left an identifier to the item.
            ident = self._register.of_item(first.kind, first.item)
            self._owner.setdefault(ident, identity)
            own.add(ident)
        return sorted(ident for ident in own if ident and self._owner.get(ident) == identity)

    def _find(self, group: _Group) -> tuple[str, str]:
        """Find the last key under which a group's mentions are registered, and its identifier."""
        found = (group.key, self._register.of_key(group.key))
        key = f"{group.key}{_APART}{group.item}"
        while ident := self._register.of_key(key):
            found = (key, ident)
            key += _APART
        return found

    def _free_key(self, group: _Group) -> str:
        """Give a key that is not registered yet: the mention's own, or one apart."""
        key, ident = group.last
        if not ident and (not group.item or self._meanings[group.key] == 1):
            return key
        return f"{group.key}{_APART}{group.item}" if key == group.key else f"{key}{_APART}"


def _identity(cluster: _Cluster) -> tuple[EntityKind, str, str]:
    """Tell clusters apart."""
    first = cluster[0]
    return first.kind, first.item, first.key


def _better(decision: Decision) -> tuple[int, bool, bool, float, str, str]:
    """Order decisions: accepted first, a curator's before the machine's, the surest."""
    rank = _RANK.get(decision.judgement, len(_RANK))
    words = (decision.name, str(decision.year))
    by_machine, quiet = decision.decided_by == MACHINE, not decision.again
    return rank, by_machine, quiet, -decision.score, *words


def _entity(ident: str, groups: list[_Group], replaces: tuple[str, ...], facts: Facts) -> Entity:
    """Write down one entity."""
    decisions = [group.decision for group in groups if group.decision]
    decision = min(decisions, key=_better) if decisions else None
    refused = frozenset(one for group in groups for one in group.refused)
    known = facts(groups[0].item) if groups[0].item else None
    return Entity(
        id=ident,
        kind=groups[0].kind,
        label=known.label if known else _label(groups),
        names=tuple(sorted({name for group in groups for name in group.names})),
        decision=_with(decision, refused),
        authority=known,
        replaces=replaces,
        snapshots=tuple(sorted({one for group in groups for one in group.snapshots})[:_SNAPSHOTS]),
    )


def _with(decision: Decision | None, refused: Collection[Refusal]) -> Decision | None:
    """Give a decision with all that curators refused."""
    return replace(decision, refused=tuple(sorted(refused))) if decision and refused else decision


def _label(groups: list[_Group]) -> str:
    """Choose the name to show: what was accepted, else the fullest of the plain ones."""
    labels = sorted(one.decision.label for one in groups if one.item and one.decision)
    if labels and labels[0]:
        return labels[0]
    return _called({name for group in groups for name in group.names}, groups[0].kind)


def _called(names: Collection[str], kind: EntityKind) -> str:
    """Choose the fullest of some names that has no rank and is not in capitals."""
    if len(names) == 1:
        return next(iter(names))
    is_person = kind == "person"

    def plainness(name: str) -> tuple[bool, bool, bool, int, str]:
        has_rank = is_person and _has_rank(name)
        return _is_loud(name), "[" in name, has_rank, -len(name), name

    return min(names, key=plainness)


def _is_loud(name: str) -> bool:
    """Tell whether a word of a name is in capitals: `SMITH, John`."""
    return any(len(word) > 2 and word.isupper() for word in name.replace(",", " ").split())


def _has_rank(text: str) -> bool:
    """Tell whether a rank or title stands by a person's name."""
    name = parse_name(text, "person")
    return bool(name.title) or any(map(is_rank, name.nickname.split()))
