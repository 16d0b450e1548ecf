"""How sure each identity is: every link with its evidence as an E13, also refused and not found.

A candidate is only ever an assertion; an accepted link has both the assertion and the direct
statement. The two stand in graphs of their own, so that no query takes a guess for a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lod.entity import MACHINE, Decision, Entity, Judgement, refusals
from lod.iri import Uris
from lod.mapping.provenance import curator, reconciler, run_time, snapshot_term
from lod.namespaces import CRM, LA, OWL, PROV, RDF, RDFS, WIKIDATA, XSD
from lod.terms import Term, Triple, decimal, fragment, iri, literal

LINKSET = "linkset/wikidata"
TYPE, LABEL, ASSIGNMENT = RDF["type"], RDFS["label"], CRM["E13_Attribute_Assignment"]
ACTIVITY, TIME_SPAN = PROV["Activity"], CRM["E52_Time-Span"]
ASSIGNED_TO, ASSIGNED = CRM["P140_assigned_attribute_to"], CRM["P141_assigned"]
PROPERTY, HAS_TYPE = CRM["P177_assigned_property_of_type"], CRM["P2_has_type"]
BY, NOTE, HAS_TIME = CRM["P14_carried_out_by"], CRM["P3_has_note"], CRM["P4_has_time-span"]
BEGIN, END = CRM["P82a_begin_of_the_begin"], CRM["P82b_end_of_the_end"]
USED, ASSOCIATED = PROV["used"], PROV["wasAssociatedWith"]
EQUIVALENT, SAME_AS = LA["equivalent"], OWL["sameAs"]
DATE_TIME = XSD["dateTime"]
STATUS = {
    Judgement.ACCEPTED: "accepted",
    Judgement.REVIEW: "candidate",
    Judgement.DEFERRED: "deferred",
    Judgement.NOT: "rejected",
    Judgement.NONE: "none-found",
}
# Two things are said to be one (owl:sameAs) by a person, or at this probability (model, S15).
SURE = 0.95


def assertions(entity: Entity, uris: Uris, run: str) -> Iterator[tuple[str, Triple]]:
    """Yield every assertion on an entity's identity, each triple with the name of its graph.

    run: id of the run. Graphs: `assertions/<run>`, and `linkset/wikidata` for accepted links.
    Nothing is said of an error: a service that did not answer is no evidence.
    """
    decision = entity.decision
    if decision is None or decision.judgement is Judgement.ERROR or entity.merged_into:
        return
    graph, subject = f"assertions/{run}", uris.thing(entity.kind, entity.id)
    for refused in refusals(decision):
        told = replace(entity, decision=refused)
        yield from assertions(told, uris, run)
    for item, score, reasons in _claims(decision):
        node = uris.at(f"assert/{uris.path(entity.kind, entity.id)}/wd-{item}")
        wikidata = iri(WIKIDATA + item)
        for triple in (
            *_claim(node, subject, (wikidata, EQUIVALENT), uris),
            *_weight(node, score, _status(decision, item), uris),
            *_evidence(node, entity, decision, uris, run),
            *_notes(node, reasons),
        ):
            yield graph, triple
    yield from linked(entity, uris)
    if decision.judgement is Judgement.NONE:
        for triple in _none_found(entity, decision, uris, run):
            yield graph, triple


def linked(entity: Entity, uris: Uris) -> Iterator[tuple[str, Triple]]:
    """Yield the accepted link of an entity, if it is sure, with the name of its graph."""
    decision = entity.decision
    if decision is None or decision.judgement is not Judgement.ACCEPTED or entity.merged_into:
        return
    if decision.id and (_score(decision) >= SURE or _human(decision)):
        same = uris.thing(entity.kind, entity.id), SAME_AS, iri(WIKIDATA + decision.id)
        yield LINKSET, same


def _claims(decision: Decision) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """List the items that a decision speaks of, with probability and reasons, each once."""
    reasons = {found.id: found.reasons for found in decision.candidates}
    if decision.id:
        said = (decision.note,) if decision.note else ()
        yield decision.id, _score(decision), (*said, *reasons.get(decision.id, ()))
    if decision.judgement in (Judgement.REVIEW, Judgement.DEFERRED):
        for found in decision.likely:
            if found.id != decision.id:
                yield found.id, found.score, found.reasons


def _none_found(entity: Entity, decision: Decision, uris: Uris, run: str) -> Iterator[Triple]:
    """Say that a search found nothing: the type `none found` is what was assigned."""
    subject = uris.thing(entity.kind, entity.id)
    node = uris.at(f"assert/{uris.path(entity.kind, entity.id)}/none")
    nothing = uris.concept("status", "none-found")
    yield from _claim(node, subject, (nothing, HAS_TYPE), uris)
    yield from _weight(node, decision.none_meant, "none-found", uris)
    yield from _evidence(node, entity, decision, uris, run)
    said = (decision.note,) if decision.note else ()
    yield from _notes(node, ("searched, and nothing fitting was found", *said))


def _claim(node: Term, subject: Term, what: tuple[Term, Term], uris: Uris) -> Iterator[Triple]:
    assigned, property_ = what
    yield node, TYPE, ASSIGNMENT
    yield node, TYPE, ACTIVITY
    yield node, ASSIGNED_TO, subject
    yield node, ASSIGNED, assigned
    yield node, PROPERTY, property_


def _weight(node: Term, score: float, status: str, uris: Uris) -> Iterator[Triple]:
    yield node, HAS_TYPE, uris.concept("certainty", _band(score, status))
    yield node, uris.term("confidence"), decimal(f"{score:.4f}")
    yield node, uris.term("status"), uris.concept("status", status)


def _evidence(
    node: Term, entity: Entity, decision: Decision, uris: Uris, run: str
) -> Iterator[Triple]:
    who = curator(decision.decided_by, uris) if _human(decision) else reconciler(uris)
    yield node, BY, who
    yield node, ASSOCIATED, who
    for sha256 in entity.snapshots:
        yield node, USED, snapshot_term(sha256, uris)
    if decision.authority:
        yield node, uris.term("authorityVersion"), literal(decision.authority)
    if not decision.decided_on:
        yield node, HAS_TIME, run_time(run, uris)
        return
    day = fragment(node, "time")
    yield node, HAS_TIME, day
    yield day, TYPE, TIME_SPAN
    yield day, LABEL, literal(decision.decided_on)
    yield day, BEGIN, literal(f"{decision.decided_on}T00:00:00Z", datatype=DATE_TIME)
    yield day, END, literal(f"{decision.decided_on}T23:59:59Z", datatype=DATE_TIME)


def _notes(node: Term, reasons: tuple[str, ...]) -> Iterator[Triple]:
    if reasons:
        yield node, NOTE, literal("; ".join(dict.fromkeys(reasons)), lang="en")


def _human(decision: Decision) -> bool:
    return decision.decided_by != MACHINE


def _score(decision: Decision) -> float:
    """Take a person's word as certain where the ledger gives it no number."""
    return 1.0 if _human(decision) and not decision.score else decision.score


def _status(decision: Decision, item: str) -> str:
    if decision.judgement is Judgement.NONE and item:
        return STATUS[Judgement.NOT]
    return STATUS[decision.judgement]


def _band(score: float, status: str) -> str:
    """Name the band of a probability (vocab/certainty).

    >>> _band(0.97, "accepted"), _band(0.81, "candidate"), _band(0.2, "candidate")
    ('certain', 'probable', 'rejected')
    """
    if status == "rejected":
        return "rejected"
    bands = ((SURE, "certain"), (0.80, "probable"), (0.50, "possible"))
    return next((name for least, name in bands if score >= least), "rejected")
