"""A name in its situation -> a Decision: accepted, none, or a question for a curator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lod.entity import AuthorityEntity, Candidate, Decision, EntityKind, Judgement
from lod.reconcile import thresholds as shipped
from lod.reconcile.authority import Authority, Channel, Hit
from lod.reconcile.curated import Curated
from lod.reconcile.decisions import EMPTY, LedgerView
from lod.reconcile.events import year_of
from lod.reconcile.keys import fold
from lod.reconcile.live import Failed
from lod.reconcile.parse import Query, entity_kind, query
from lod.reconcile.score import Scored, Situation, candidates, scored
from lod.reconcile.several import Several
from lod.reconcile.thresholds import Thresholds
from lod.reconcile.weights import weigh
from lod.record import AgentKind

_SHOWN = 10
NOWHERE = Situation()
# Names that say as much as each other: two entities of one of these classes are namesakes.
_CLASS = {
    Channel.FULL: 0, Channel.DATED: 0, Channel.MISREAD: 0, Channel.LONGER: 0,
    Channel.SHORTER: 1, Channel.NEAR: 1, Channel.ALTERNATE: 1, Channel.ACRONYM: 1,
    Channel.INITIALS: 2, Channel.ALIAS: 3, Channel.SURNAME: 3,
    Channel.TOLD: 3,
}  # fmt: skip
# Names whose log-odds differ by no more agree as well as each other.
_AS_WELL = 0.7
_LEXICAL = "semapv:LexicalMatching"


class Matcher:
    """Decides what names mean; asks the ledger first, then every authority in turn.

    A service on the network is asked only for what the others do not settle. Nothing is kept
    between two names, so the order of names changes nothing.
    """

    def __init__(
        self,
        authorities: Sequence[Authority],
        ledger: LedgerView = EMPTY,
        thresholds: Thresholds | None = None,
    ) -> None:
        self._known = Several(authorities)
        self._curated = Curated(ledger, self._known)
        self._thresholds = thresholds or shipped.load()
        self.authorities = self._known.names
        self.evidence, self.successor = self._curated.evidence, self._known.successor

    def match(
        self, name: str, kind: AgentKind | EntityKind, situation: Situation = NOWHERE
    ) -> Decision:
        """Decide what a name means; never raises, whatever the name.

        kind "agent" is settled by the words of the name. A curator's word on this name, kind and
        year stands before anything found here.
        """
        settled = entity_kind(kind, name)
        said = self._curated.decision(settled, name, situation.year)
        return self._curated.noted(said or self._matched(name, settled, situation))

    def _matched(self, name: str, kind: EntityKind, situation: Situation) -> Decision:
        """Decide by what authorities know; a service is asked only if need be."""
        asked = query(name, kind, situation.year)
        found = self._decided(name, asked, situation, here=True)
        if not self._known.away or found.judgement is Judgement.ACCEPTED:
            return found
        try:
            told = self._decided(name, asked, situation, here=False)
            return replace(told, decided_on=self._known.day(asked))
        except Failed as error:
            note, searched = f"waits: {error}", self._known.searched()
            return replace(found, judgement=Judgement.ERROR, note=note, authority=searched)

    def prepare(self, names: Iterable[tuple[str, AgentKind | EntityKind, Situation, str]]) -> None:
        """Let services be asked for many names at once; each with the item its source states."""
        queries, ids = list[Query](), list[str]()
        for name, kind, situation, qid in names if self._known.away else ():
            settled, year = entity_kind(kind, name), situation.year
            word = self._curated.word(settled, name, year)
            if word:
                ids += [word.event.qid] if word.event.qid else []
                seen = query(name, settled, year_of(word.event.period))
                queries += [seen] if word.event.evidence else []
            elif qid:
                ids.append(qid)
            else:
                asked = query(name, settled, year)
                here = self._decided(name, asked, situation, here=True)
                queries += [] if here.judgement is Judgement.ACCEPTED else [asked]
        self._known.prepare(queries, ids)

    def _decided(self, name: str, asked: Query, situation: Situation, *, here: bool) -> Decision:
        """Decide by what all authorities know, or those on this machine."""
        settled = asked.kind
        refused = self._curated.refused(settled, name, situation.year)
        hits = self._known.hits(asked, refused, here=here)
        found = [scored(hit, asked, situation) for hit in hits]
        ranked = candidates(found)
        judgement, note = self._judge(asked, found, ranked)
        accepted = judgement is Judgement.ACCEPTED
        return Decision(
            kind=settled,
            name=name,
            year=situation.year,
            judgement=judgement,
            id=ranked[0].id if accepted else "",
            label=ranked[0].name if accepted else "",
            score=ranked[0].score if ranked else 0.0,
            candidates=ranked[:_SHOWN],
            justification=_justified(found, ranked),
            authority=self._known.searched(here=here),
            note=note,
            evidence=_evidence(settled, name, ranked),
        )

    def sourced(
        self,
        name: str,
        kind: AgentKind | EntityKind,
        qid: str,
        publisher: str,
        situation: Situation = NOWHERE,
    ) -> Decision:
        """Take over the item that the source itself states, unless something contradicts it.

        A curator's word comes first; then years of life, or a name of which no word agrees, turn
        the statement into a question. publisher is named as who decided.
        """
        settled, year = entity_kind(kind, name), situation.year
        said = self._curated.decision(settled, name, year)
        if said:
            return self._curated.noted(said)
        entity = self.entity(qid)
        doubt = self._doubt(qid, query(name, settled, year), situation)
        label = entity.label if entity else ""
        stated = Candidate(id=qid, name=label, score=0.99, reasons=("stated by the source",))
        taken = Decision(
            kind=settled,
            name=name,
            year=year,
            judgement=Judgement.REVIEW if doubt else Judgement.ACCEPTED,
            id="" if doubt else qid,
            label="" if doubt else label,
            score=0.5 if doubt else 0.99,
            candidates=(stated,),
            justification="semapv:UnspecifiedMatching",
            decided_by=publisher,
            authority=self._known.searched(),
            note=doubt,
            evidence=_evidence(settled, name, (stated,)),
        )
        return self._curated.noted(taken)

    def entity(self, entity_id: str) -> AuthorityEntity | None:
        """Give the facts on an entity from the first authority that knows it, and answers."""
        return self._known.entity(entity_id)

    def _judge(
        self, asked: Query, found: list[Scored], ranked: tuple[Candidate, ...]
    ) -> tuple[Judgement, str]:
        """Put the best candidate into its band, and say why it is not accepted."""
        if not ranked:
            return Judgement.NONE, ""
        by_id = {one.hit.entity.id: one for one in found}
        best = by_id[ranked[0].id]
        if best.hit.channel is Channel.DATED and best.hit.against:
            return Judgement.REVIEW, best.hit.against
        if sum(one.score for one in ranked) < self._thresholds.none[asked.kind]:
            return Judgement.NONE, "no candidate is likely"
        why = _why_not(best, found, asked)
        least = self._thresholds.accept[asked.kind]
        if not why and ranked[0].score < least:
            why = f"probability {ranked[0].score:.2f} is below {least:.2f}"
        return (Judgement.REVIEW, why) if why else (Judgement.ACCEPTED, "")

    def _doubt(self, qid: str, asked: Query, situation: Situation) -> str:
        """Say what contradicts an item that the source states, "" when nothing does."""
        if qid in self._curated.refused(asked.kind, asked.name.raw, situation.year):
            return "a curator refused the stated item"
        entity = self.entity(qid)
        if entity is None:
            return ""
        if entity.kind != asked.kind:
            return f"the stated item is a {entity.kind}"
        if not _shares_word(asked, entity):
            return f"no word of the name agrees with the stated item, {entity.label}"
        spoken_of = situation._replace(role="mentioned")
        told = scored(Hit(entity, Channel.FULL, entity.label), asked, spoken_of)
        return told.reasons[-1] if told.contradicted else ""


def _why_not(best: Scored, found: list[Scored], asked: Query) -> str:
    """Say why no machine may accept the best candidate, whatever its odds; "" when it may."""
    if best.contradicted:
        return min(best.reasons, key=_weight)
    if asked.uncertain:
        return "the reading is uncertain"
    if best.hit.traits:
        return _namesake(best, found)
    rank = _CLASS[best.hit.channel]
    rivals = [
        one.hit.entity.label
        for one in found
        if one is not best and not one.contradicted and _CLASS[one.hit.channel] <= rank
    ]
    return f"namesake: {min(rivals)}" if rivals else ""


def _namesake(best: Scored, found: list[Scored]) -> str:
    """Name a rival whose names agree as well, "" when there is none."""
    rivals = [
        one.hit.entity.label
        for one in found
        if one is not best
        and not one.contradicted
        and weigh(one.hit.traits) >= weigh(best.hit.traits) - _AS_WELL
    ]
    return f"namesake: {min(rivals)}" if rivals else ""


def _weight(reason: str) -> float:
    """Read the weight that stands at the end of a reason."""
    return float(reason.rpartition("(")[2].rstrip(")"))


def _shares_word(asked: Query, entity: AuthorityEntity) -> bool:
    """Tell whether a word of the name stands in a name of the entity."""
    words = set(asked.key.split()) | {word for key in asked.alternates for word in key.split()}
    theirs = {word for name in (entity.label, *entity.names) for word in fold(name).split()}
    return not words or not theirs or bool(words & theirs)


def _justified(found: list[Scored], ranked: tuple[Candidate, ...]) -> str:
    """Name the kind of matching: the name alone, or the name with other evidence."""
    if not ranked:
        return _LEXICAL
    best = next(one for one in found if one.hit.entity.id == ranked[0].id)
    return "semapv:CompositeMatching" if len(best.reasons) > 1 else _LEXICAL


def _evidence(kind: EntityKind, name: str, ranked: tuple[Candidate, ...]) -> str:
    """Hash what a decision rests on; another hash later means: decide again."""
    parts = [kind, name, *(f"{one.id} {one.score} {' '.join(one.reasons)}" for one in ranked)]
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:16]
