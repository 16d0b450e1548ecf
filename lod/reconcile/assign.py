"""Mentions with their decisions -> entities with identifiers that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lod.entity import AuthorityEntity, Decision, Entity, EntityKind, Judgement
from lod.reconcile.mentions import Mention
from lod.reconcile.rows import Rows

_SNAPSHOTS = 20
_APART = "@"  # after a key: mentions of this key that mean another item than its entity
_RANK = {
    judgement: rank
    for rank, judgement in enumerate(
        [Judgement.ACCEPTED, Judgement.DEFERRED, Judgement.REVIEW, Judgement.NONE]
    )
}

Facts = Callable[[str], AuthorityEntity | None]


@dataclass(slots=True)
class _Group:
    """All mentions of one key that mean the same item, or none."""

    kind: EntityKind
    key: str
    item: str
    names: list[str] = field(default_factory=list)
    snapshots: list[str] = field(default_factory=list)
    decision: Decision | None = None
    id: str = ""

    def add(self, mention: Mention) -> None:
        if mention.name not in self.names:
            self.names.append(mention.name)
        if mention.snapshot and mention.snapshot not in self.snapshots:
            self.snapshots.append(mention.snapshot)
            if len(self.snapshots) > 2 * _SNAPSHOTS:
                self.snapshots = sorted(self.snapshots)[:_SNAPSHOTS]
        decision = mention.decision
        if decision and (self.decision is None or _better(decision) < _better(self.decision)):
            self.decision = decision


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
        for row in self._register:
            if row.id in members:
                groups = sorted(members[row.id], key=lambda one: (one.key, one.item))
                yield _entity(row.id, groups, tuple(replaced.get(row.id, ())), facts)
            elif row.merged_into:
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
    giver = _Giver(register, groups)
    for cluster in _clusters(groups.values(), register):
        giver.settle(cluster)
    return Entities(groups, register)


def _kind(mention: Mention) -> EntityKind:
    """Give the kind that was decided, where a decision was made on another kind than asked."""
    return mention.decision.kind if mention.decision and mention.item else mention.kind


def _clusters(groups: Iterable[_Group], register: Rows) -> list[list[_Group]]:
    """Put groups that mean one item together; those whose item is registered come first."""
    found: dict[tuple[str, str], list[_Group]] = {}
    for group in groups:
        name = (group.kind, group.item) if group.item else (group.key, "")
        found.setdefault(name, []).append(group)
    for cluster in found.values():
        cluster.sort(key=lambda one: one.key)

    def order(cluster: list[_Group]) -> tuple[int, str, str]:
        first = cluster[0]
        known = bool(first.item) and bool(register.of_item(first.kind, first.item))
        return (0 if known else 1 if first.item else 2, first.key, first.item)

    return sorted(found.values(), key=order)


class _Giver:
    """Finds or gives the identifiers of entities, each to one of them."""

    def __init__(self, register: Rows, groups: Mapping[tuple[str, str], _Group]) -> None:
        self._register = register
        self._meanings = Counter(key for key, _ in groups)
        register.remember_items()
        # An identifier that stands for an item of this run is not free for another one.
        items = {(group.kind, group.item) for group in groups.values() if group.item}
        self._owner = {register.of_item(*item): item for item in items}

    def settle(self, cluster: list[_Group]) -> None:
        """Give one entity its identifier; others that it had are merged into the smallest."""
        first, register = cluster[0], self._register
        owner = (first.kind, first.item or first.key)
        own = self._free(cluster, owner)
        stands = own[0] if own else register.mint(first.kind, self._new_key(first))
        for ident in own or [stands]:
            self._owner[ident] = owner
            row = register.row(ident)
            row.qid, row.merged_into = first.item, "" if ident == stands else stands
        for group in cluster:
            group.id = stands
            if self._meanings[group.key] == 1:
                register.join(stands, group.key)
        register.row(stands).label = _label(cluster)

    def _free(self, cluster: list[_Group], owner: tuple[EntityKind, str]) -> list[str]:
        """Give the identifiers that the entity had before, sorted, without those of others."""
        own = {ident for group in cluster for ident in self._known(group)}
        return sorted(
            ident
            for ident in own
            if self._owner.get(ident, owner) == owner and self._register.row(ident).kind == owner[0]
        )

    def _known(self, group: _Group) -> Iterator[str]:
        """Give the identifiers that a group's item and mentions had before."""
        of_key = self._register.of_key
        found = [of_key(f"{group.key}{_APART}{group.item}")]
        if group.item:
            found.append(self._register.of_item(group.kind, group.item))
        if not group.item or self._meanings[group.key] == 1:
            found.append(of_key(group.key))
        return filter(None, found)

    def _new_key(self, group: _Group) -> str:
        """Give the key of a new entity: the mention's own, or apart when that one is taken."""
        key = group.key
        if self._register.of_key(key) or (group.item and self._meanings[key] > 1):
            key = f"{key}{_APART}{group.item}"
        while self._register.of_key(key):
            key += _APART
        return key


def _better(decision: Decision) -> tuple[int, bool, float, str, str]:
    """Order decisions: accepted first, a curator's before the machine's, the surest."""
    rank = _RANK.get(decision.judgement, len(_RANK))
    words = (decision.name, str(decision.year))
    return rank, decision.decided_by == "lod", -decision.score, *words


def _entity(ident: str, groups: list[_Group], replaces: tuple[str, ...], facts: Facts) -> Entity:
    """Write down one entity."""
    decisions = [group.decision for group in groups if group.decision]
    decision = min(decisions, key=_better) if decisions else None
    known = facts(groups[0].item) if groups[0].item else None
    return Entity(
        id=ident,
        kind=groups[0].kind,
        label=known.label if known else _label(groups),
        names=tuple(sorted({name for group in groups for name in group.names})),
        decision=decision,
        authority=known,
        replaces=replaces,
        snapshots=tuple(sorted({one for group in groups for one in group.snapshots})[:_SNAPSHOTS]),
    )


def _label(groups: list[_Group]) -> str:
    """Choose the name to show: what was accepted, else the fullest that is not in capitals."""
    labels = sorted(one.decision.label for one in groups if one.item and one.decision)
    if labels and labels[0]:
        return labels[0]
    names = {name for group in groups for name in group.names}
    return min(names, key=lambda name: (name.isupper(), "[" in name, -len(name), name))
