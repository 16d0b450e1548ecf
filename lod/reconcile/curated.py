"""What curators said of a name, held against what is known now."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import orjson

from lod.entity import AuthorityEntity, Candidate, Decision, EntityKind, Judgement, Refusal
from lod.reconcile.decisions import LedgerView, Word
from lod.reconcile.events import Event, year_of
from lod.reconcile.evidence import Situation
from lod.reconcile.live import Failed
from lod.reconcile.parse import query
from lod.reconcile.score import Scored, candidates, scored
from lod.reconcile.several import Several

# A candidate that was likelier than this when a name was decided is part of what was seen.
_SERIOUS = 0.05
_SHOWN = 10
_ACTS = frozenset(
    "state states country republic kingdom empire dependency federation union colony".split()  # noqa: SIM905
)  # in the description of a place whose government writes and signs
_MANUAL = "semapv:ManualMappingCuration"


class Curated:
    """Turns the ledger's word on a name into a decision; says when somebody should look again."""

    def __init__(self, ledger: LedgerView, authorities: Several) -> None:
        self._ledger, self._known = ledger, authorities

    def decision(self, kind: EntityKind, name: str, year: int | None) -> Decision | None:
        """Give what curators decided on a name in a year, None when they did not.

        A merged item keeps its link under the old id until a curator confirms the new one; one
        that was deleted, or is of another kind, becomes a question. All, and facts that have
        changed, say `again`.
        """
        word = self._ledger.word(kind, name, year)
        if word is None:
            return None
        event = word.event
        item = self._ledger.final(event.qid) if event.qid else ""
        again, found = self._lost(item) if item else ("", ())
        if not again and self._has_changed(event):
            again = "what was known when it was decided has changed"
        is_open = bool(found) and found[0].id == item
        entity = self._known.entity(item) if item else None
        if entity and not found and (why := of_other_kind(entity, kind)):
            is_open, again, found = True, why, self._choices(event, item, entity.label, why)
        if not found and (again or word.judgement is Judgement.DEFERRED):
            found = self._choices(event, item, entity.label if entity else "", again)
        return Decision(
            kind=kind,
            name=name,
            year=year,
            judgement=Judgement.REVIEW if is_open else word.judgement,
            id="" if is_open else item,
            label=entity.label if entity and not is_open else "",
            score=1.0 if word.judgement is Judgement.ACCEPTED and not is_open else 0.0,
            candidates=found,
            justification=_MANUAL,
            decided_by=event.who or "curator",
            decided_on=event.when[:10],
            authority=event.authority,
            note=event.why,
            evidence=event.evidence,
            again=again,
        )

    def refused(self, kind: EntityKind, name: str, year: int | None) -> frozenset[str]:
        """Give the items that a name does not mean."""
        said = {event.qid for event in self._ledger.refused(kind, name, year)}
        return frozenset(said | {self._ledger.final(item) for item in said})

    def noted(self, decision: Decision) -> Decision:
        """Add to a decision what curators said that the name is not."""
        said = self._ledger.refused(decision.kind, decision.name, decision.year)
        if not said:
            return decision
        changed = next((event.qid for event in said if self._has_changed(event)), "")
        again = f"what was known when {changed} was refused has changed" if changed else ""
        refused = tuple(self._refusal(event) for event in said)
        return replace(decision, refused=refused, again=decision.again or again)

    def word(self, kind: EntityKind, name: str, year: int | None) -> Word | None:
        """Give the event that decides on a name in a year."""
        return self._ledger.word(kind, name, year)

    def evidence(self, name: str, kind: EntityKind, year: int | None, item: str = "") -> str:
        """Hash the facts that a curator sees: on the likely candidates, and on the item meant.

        Years of life or existence and offices count; names and descriptions, which change every
        day, do not. Raises one of `Failed` when a service fails.
        """
        found = self._scored(name, kind, year)
        seen = {one.id for one in candidates(found) if one.score >= _SERIOUS}
        facts = {one.hit.entity.id: one.hit.entity for one in found if one.hit.entity.id in seen}
        stands = self._known.successor(self._ledger.final(item)) if item else ""
        meant = (facts.pop(stands, None) or self._known.known(stands)) if stands else None
        if meant:
            facts[item] = meant  # under the id that the curator saw, should it be merged now
        told = [[ident, *_fact(facts[ident])] for ident in sorted(facts)]
        return hashlib.sha256(orjson.dumps(told)).hexdigest()[:16]

    def _choices(self, event: Event, item: str, label: str, why: str) -> tuple[Candidate, ...]:
        """Give what a curator may choose from who looks again: the item first, then the likely."""
        own = (Candidate(id=item, name=label, score=1.0, reasons=(why,)),) if item else ()
        try:
            found = candidates(self._scored(event.name, event.kind, year_of(event.period)))
        except Failed:
            found = ()
        return (*own, *(one for one in found if one.id != item))[:_SHOWN]

    def _scored(self, name: str, kind: EntityKind, year: int | None) -> list[Scored]:
        asked = query(name, kind, year)
        return [scored(hit, asked, Situation(year)) for hit in self._known.hits(asked)]

    def _has_changed(self, event: Event) -> bool:
        """Tell whether other facts are known now than a curator saw; unknown is not changed."""
        if not event.evidence:
            return False
        try:
            now = self.evidence(event.name, event.kind, year_of(event.period), event.qid)
        except Failed:
            return False
        return now != event.evidence

    def _lost(self, item: str) -> tuple[str, tuple[Candidate, ...]]:
        """Say that an item was merged or deleted, with the item to look at; "" when it stands."""
        stands = self._known.successor(item)
        if stands == item:
            return "", ()
        why = f"{item} was merged into {stands}" if stands else f"{item} was deleted"
        entity = self._known.entity(stands) if stands else None
        name = entity.label if entity else ""
        return why, (Candidate(id=stands or item, name=name, score=0.5, reasons=(why,)),)

    def _refusal(self, event: Event) -> Refusal:
        entity = self._known.entity(event.qid)
        label = entity.label if entity else ""
        return Refusal(event.qid, label, event.who or "curator", event.when[:10], event.why)


def of_other_kind(entity: AuthorityEntity, kind: EntityKind) -> str:
    """Say that an item is no such thing as a name was taken for, "" when it may be.

    A state is a place for an authority, and a body that writes and signs.
    """
    if entity.kind == kind:
        return ""
    described = entity.description.casefold().split()
    if (kind, entity.kind) == ("group", "place") and not (
        described and _ACTS.isdisjoint(described)
    ):
        return ""
    return f"{entity.id} is the {entity.kind} {entity.label}"


def _fact(entity: AuthorityEntity) -> list[object]:
    offices = sorted(f"{title} {begin} {end}" for title, begin, end in entity.offices)
    return [entity.kind, entity.begin, entity.end, offices]
