"""What a source says in two ways: the first date is published, each other one is a claim.

None of them is lost, and none but the preferred one is in the graph as a fact (docs/model.md).
Who signed where nobody can read the hand is published with how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lod.entity import Directory
from lod.mapping.crm_agents import CREATED, PRODUCED
from lod.mapping.crm_time import HAS_TIME, time_span
from lod.mapping.ground import Ground
from lod.mapping.provenance import reconciler, run_time, snapshot_term
from lod.namespaces import CRM, PROV, RDF
from lod.normalize.dates import bounds, left_open
from lod.record import GUESS, Agent, Record, TimeSpan
from lod.roles import TALKING
from lod.terms import Term, Triple, decimal, fragment, literal

TYPE, ASSIGNMENT, ACTIVITY = RDF["type"], CRM["E13_Attribute_Assignment"], PROV["Activity"]
ASSIGNED_TO, ASSIGNED = CRM["P140_assigned_attribute_to"], CRM["P141_assigned"]
PROPERTY, HAS_TYPE = CRM["P177_assigned_property_of_type"], CRM["P2_has_type"]
BY, NOTE, USED = CRM["P14_carried_out_by"], CRM["P3_has_note"], PROV["used"]
# How sure is what the paper leaves unread and another place of its page gives: a month in the
# citation, whose hand a signature is in the title (docs/model.md).
_COMPLETED = 0.9
EVENTS = {"document": CREATED.name, "object": PRODUCED.name, "collection": PRODUCED.name}


def claims(
    record: Record, ground: Ground, run: str, who: Directory | None = None
) -> Iterator[tuple[str, Triple]]:
    """Yield the dates that contradict the published one, and guesses that it rests on.

    run: id of the run; the graph that each comes with is `assertions/<run>`, as for candidates of
    identity. who: tells who the agents are, where guesses are wanted.
    Before a rule prefers one, each of the dates is as likely as another. One that leaves open
    what the published date has is none against it: that is what makes the rest nine tenths sure.
    """
    if record.kind not in EVENTS:
        return
    told = [_dates(record, ground, run), _signatures(record, ground, run, who) if who else ()]
    for triple in chain.from_iterable(told):
        yield f"assertions/{run}", triple


def guessed(record: Record) -> list[Agent]:
    """List those who signed as an editor guesses, and another place of the page bears out."""
    return [
        one for one in record.agents
        if one.role == "signatory" and one.origin and one.origin.rule.startswith(GUESS)
    ]  # fmt: skip


def _dates(record: Record, ground: Ground, run: str) -> Iterator[Triple]:
    rivals = _rivals(record)
    thing = ground.thing(record)
    event = fragment(thing, EVENTS[record.kind])
    against = sum(not _leaves_open(span, record.date[0]) for _, span in rivals)
    for number, span in rivals:
        node = _node(record, ground, f"date-{number}")
        date = fragment(thing, f"date-{number}")
        if _leaves_open(span, record.date[0]):
            note = ground.words(f"{span.label}: another place of the source gives the rest")
            yield from _said(node, (event, HAS_TIME, fragment(thing, "date")), ground)
            yield node, NOTE, note
        else:
            share = decimal(f"{1 / (against + 1):.4f}")
            yield from _said(node, (event, HAS_TIME, date), ground, share)
            yield node, NOTE, literal("the source also gives this date", lang="en")
            yield from time_span(date, span, ground)
        yield from _source(node, record, ground, run)


def _signatures(record: Record, ground: Ground, run: str, who: Directory) -> Iterator[Triple]:
    event = fragment(ground.thing(record), "signing")
    for number, agent in enumerate(guessed(record), 1):
        node = _node(record, ground, f"signatory-{number}")
        yield from _said(node, (event, BY, ground.entity(who.agent(agent, record))), ground)
        note = (
            f"{agent.name}: an editor guesses at the hand, and another place of the source agrees"
        )
        yield node, NOTE, ground.words(note)
        yield from _source(node, record, ground, run)


def _node(record: Record, ground: Ground, name: str) -> Term:
    return ground.uris.at(f"assert/{ground.uris.path(record.kind, record.key)}/{name}")


def _said(node: Term, fact: Triple, ground: Ground, share: Term | None = None) -> Iterator[Triple]:
    """Say what is claimed, and how sure it is; what shares its chance with others is no fact."""
    thing, property_, value = fact
    certainty, status = ("possible", "candidate") if share else ("probable", "accepted")
    yield node, TYPE, ASSIGNMENT
    yield node, TYPE, ACTIVITY
    yield node, ASSIGNED_TO, thing
    yield node, ASSIGNED, value
    yield node, PROPERTY, property_
    yield node, ground.uris.term("confidence"), share or decimal(f"{_COMPLETED:.4f}")
    yield node, HAS_TYPE, ground.ours("certainty", certainty)
    yield node, ground.uris.term("status"), ground.ours("status", status)


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
