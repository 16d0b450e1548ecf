"""What a source says in two ways: the first date is published, each other one is a claim.

None of them is lost, and none but the preferred one is in the graph as a fact (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.crm_agents import CREATED, PRODUCED
from lod.mapping.crm_time import HAS_TIME, time_span
from lod.mapping.ground import Ground
from lod.mapping.provenance import reconciler, run_time, snapshot_term
from lod.mapping.roles import TALKING
from lod.namespaces import CRM, PROV, RDF
from lod.normalize.dates import bounds, left_open
from lod.record import Record, TimeSpan
from lod.terms import Term, Triple, decimal, fragment, literal

TYPE, ASSIGNMENT, ACTIVITY = RDF["type"], CRM["E13_Attribute_Assignment"], PROV["Activity"]
ASSIGNED_TO, ASSIGNED = CRM["P140_assigned_attribute_to"], CRM["P141_assigned"]
PROPERTY, HAS_TYPE = CRM["P177_assigned_property_of_type"], CRM["P2_has_type"]
BY, NOTE, USED = CRM["P14_carried_out_by"], CRM["P3_has_note"], PROV["used"]
# How sure a month is that the paper leaves unread and its citation gives (docs/model.md).
_COMPLETED = 0.9
EVENTS = {"document": CREATED.name, "object": PRODUCED.name, "collection": PRODUCED.name}


def claims(record: Record, ground: Ground, run: str) -> Iterator[tuple[str, Triple]]:
    """Yield the dates that contradict the published one, each with the name of its graph.

    run: id of the run; the graph is `assertions/<run>`, as for candidates of identity.
    Before a rule prefers one, each of the claims is as likely as another. One that leaves open
    what the published date has is none against it: that is what makes the rest nine tenths sure.
    """
    rivals = _rivals(record)
    if record.kind not in EVENTS or not rivals:
        return
    thing = ground.thing(record)
    event = fragment(thing, EVENTS[record.kind])
    against = sum(not _leaves_open(span, record.date[0]) for _, span in rivals)
    for number, span in rivals:
        node = ground.uris.at(f"assert/{ground.uris.path(record.kind, record.key)}/date-{number}")
        date, share = fragment(thing, f"date-{number}"), 1 / (against + 1)
        certainty, status = "possible", "candidate"
        note = literal("the source also gives this date", lang="en")
        told = [*time_span(date, span, ground)]
        if _leaves_open(span, record.date[0]):
            date, share, told = fragment(thing, "date"), _COMPLETED, []
            certainty, status = "probable", "accepted"  # it is published
            note = ground.words(f"{span.label}: another place of the source gives the rest")
        for triple in (
            (node, TYPE, ASSIGNMENT),
            (node, TYPE, ACTIVITY),
            (node, ASSIGNED_TO, event),
            (node, ASSIGNED, date),
            (node, PROPERTY, HAS_TIME),
            (node, ground.uris.term("confidence"), decimal(f"{share:.4f}")),
            (node, NOTE, note),
            (node, HAS_TYPE, ground.ours("certainty", certainty)),
            (node, ground.uris.term("status"), ground.ours("status", status)),
            *_source(node, record, ground, run),
            *told,
        ):
            yield f"assertions/{run}", triple


def _leaves_open(span: TimeSpan, first: TimeSpan) -> bool:
    """Tell whether a date leaves open what of the first is marked as uncertain for it."""
    at = left_open(span, first)
    return at is not None and first.edtf.split("-")[at].startswith("?")


def _source(node: Term, record: Record, ground: Ground, run: str) -> Iterator[Triple]:
    yield node, BY, reconciler(ground.uris)
    yield node, HAS_TIME, run_time(run, ground.uris)
    for snapshot in record.snapshots:
        yield node, USED, snapshot_term(snapshot.sha256, ground.uris)


def _rivals(record: Record) -> list[tuple[int, TimeSpan]]:
    """List the further dates that can be read and say something else, by their place.

    A date in the title of a report is that of the talk, when the talkers are known.
    """
    if len(record.date) < 2:
        return []
    talk = any(agent.role in TALKING for agent in record.agents)
    first = {bounds(span) for span in record.date[:1]} | {(None, None)}
    return [
        (number, span)
        for number, span in enumerate(record.date[1:], 2)
        if bounds(span) not in first and not (talk and span.basis == "title")
    ]
