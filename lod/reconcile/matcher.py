"""A name in its situation -> a Decision: accepted, none, or a question for a curator."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from lod.entity import AuthorityEntity, Candidate, Decision, EntityKind, Judgement
from lod.reconcile import thresholds as shipped
from lod.reconcile.authority import Authority, Hit
from lod.reconcile.bands import is_of_other_years, shares_word, why_not
from lod.reconcile.company import Company, introduced
from lod.reconcile.curated import Curated
from lod.reconcile.decisions import EMPTY, LedgerView
from lod.reconcile.events import year_of
from lod.reconcile.live import Failed
from lod.reconcile.parse import Query, entity_kind, query
from lod.reconcile.score import Scored, Situation, candidates, prior, scored
from lod.reconcile.seats import Benches
from lod.reconcile.several import Several
from lod.reconcile.thresholds import Thresholds
from lod.reconcile.unknowns import Unknowns, leaned
from lod.record import AgentKind

_SHOWN = 10
_NAMES = 512  # they come in order, so that one is asked for all its years before the next
NOWHERE = Situation()
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
        self._benches = Benches(partial(self._known.hits, here=True))
        self._thresholds = thresholds or shipped.load()
        self._said = _decided(ledger, "person")
        self._nobody = {
            kind: odds + prior(*_decided(ledger, kind))
            for kind, odds in self._thresholds.nobody.items()
        }
        self.authorities = self._known.names
        self.evidence, self.successor = self._curated.evidence, self._known.successor
        self.is_live, self.wait = bool(self._known.away), self._known.wait

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
        if not hits:
            return self._unknown(name, asked, situation, here=here)
        seated = self._benches.among(situation.listed, situation.year)
        beside = situation._replace(seated=seated)
        found = [scored(hit, asked, beside) for hit in hits]
        ranked = candidates(found, self._nobody[settled])
        judgement, note = self._judge(asked, found, ranked)
        accepted = judgement is Judgement.ACCEPTED
        return Decision(
            kind=settled,
            name=name,
            year=situation.year,
            judgement=judgement,
            id=ranked[0].id if accepted else "",
            label=ranked[0].name if accepted else "",
            score=ranked[0].score,
            candidates=ranked[:_SHOWN],
            justification=_justified(found, ranked),
            authority=self._known.searched(here=here),
            note=note,
            evidence=_evidence(settled, name, ranked),
        )

    def _unknown(self, name: str, asked: Query, situation: Situation, *, here: bool) -> Decision:
        """Note that nobody known bears a name."""
        return Decision(
            kind=asked.kind,
            name=name,
            year=situation.year,
            judgement=Judgement.NONE,
            justification=_LEXICAL,
            authority=self._known.searched(here=here),
            evidence=_evidence_of_none(asked.kind, name),
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

    def leaning(self, unknowns: Unknowns) -> float:
        """Give by how much "none" is likelier in a collection than was supposed so far."""
        return unknowns.odds(*self._said)

    def collected(self, decision: Decision, leaning: float) -> Decision:
        """Weigh a decision anew by what all names of its collection tell: `leaning`.

        Where most names are of people whom no authority knows, likeness means less.
        """
        limits = self._thresholds
        found = leaned(decision, leaning, limits.accept["person"], limits.none["person"])
        if found is decision:
            return decision
        evidence = _evidence("person", found.name, found.candidates)
        return replace(found, evidence=evidence)

    def among(self, decision: Decision, situation: Situation, company: Company) -> Decision:
        """Decide anew what a name means by those whom its records also name."""
        beside = situation._replace(company=introduced(company, self.entity))
        found = self.match(decision.name, decision.kind, beside)
        return decision if found.judgement is Judgement.ERROR else found

    def entity(self, entity_id: str) -> AuthorityEntity | None:
        """Give the facts on an entity from the first authority that knows it, and answers."""
        return self._known.entity(entity_id)

    def _judge(
        self, asked: Query, found: list[Scored], ranked: tuple[Candidate, ...]
    ) -> tuple[Judgement, str]:
        """Put the best candidate into its band, and say why it is not accepted."""
        by_id = {one.hit.entity.id: one for one in found}
        best = by_id[ranked[0].id]
        if best.hit.question:
            return Judgement.REVIEW, best.hit.question
        why = why_not(best, found, asked)
        if is_of_other_years(best):
            return Judgement.REVIEW, why
        if sum(one.score for one in ranked) < self._thresholds.none[asked.kind]:
            return Judgement.NONE, "no candidate is likely"
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
        if not shares_word(asked, entity):
            return f"no word of the name agrees with the stated item, {entity.label}"
        spoken_of = situation._replace(role="mentioned")
        told = scored(Hit(entity, entity.label), asked, spoken_of)
        return told.reasons[-1] if told.contradicted else ""


def _decided(ledger: LedgerView, kind: EntityKind) -> tuple[int, int]:
    """Count the names of a collection that a curator said to have no entity, and to have one."""
    said = Counter(line.event.action for line in ledger.standing if line.event.about[0] == kind)
    return said["none"], said["accept"]


def _justified(found: list[Scored], ranked: tuple[Candidate, ...]) -> str:
    """Name the kind of matching: the name alone, or the name with other evidence."""
    best = next(one for one in found if one.hit.entity.id == ranked[0].id)
    return "semapv:CompositeMatching" if len(best.reasons) > 1 else _LEXICAL


def _evidence(kind: EntityKind, name: str, ranked: tuple[Candidate, ...]) -> str:
    """Hash what a decision rests on; another hash later means: decide again."""
    parts = [kind, name, *(f"{one.id} {one.score} {' '.join(one.reasons)}" for one in ranked)]
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:16]


@lru_cache(maxsize=_NAMES)
def _evidence_of_none(kind: EntityKind, name: str) -> str:
    """Hash that there is nothing: the same in every year."""
    return _evidence(kind, name, ())
