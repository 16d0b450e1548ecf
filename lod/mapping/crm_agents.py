"""Who did what, in CIDOC-CRM: roles are typed activities, never bare properties.

An addressee is a participant (P11), not an agent (P14), of the dispatch: being written to is no
act, and nothing is said about whether the letter arrived (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lod.mapping.crm_nodes import HAS_TYPE, LABEL, TYPE, role_name
from lod.mapping.crm_time import HAS_TIME, dated, since
from lod.mapping.ground import Case
from lod.mapping.parts import bearers, texts_of
from lod.namespaces import AAT, CRM
from lod.record import TimeSpan
from lod.roles import (
    COPYING,
    MAKERS,
    PUBLISHING,
    SENDING,
    SILENT,
    TALKING,
    TOLD,
    TOLD_OF_TEXTS,
)
from lod.terms import Term, Triple, fragment, literal

ACTIVITY, CREATION, PRODUCTION = CRM["E7_Activity"], CRM["E65_Creation"], CRM["E12_Production"]
CONSISTS_OF, CARRIED_OUT_BY = CRM["P9_consists_of"], CRM["P14_carried_out_by"]
PARTICIPANT, USED_FOR = CRM["P11_had_participant"], CRM["P16i_was_used_for"]
MOTIVATED_BY, TOOK_PLACE_AT = CRM["P17_was_motivated_by"], CRM["P7_took_place_at"]
ABOUT = CRM["P129_is_about"]
# Types of documents (vocab/doctype) that report people's talk or meeting.
TALKS = frozenset({"record-of-conversation", "interview"})
MEETINGS = frozenset({"minutes", "minutes-excerpt", "transcript", "protocol"})
BY_PUBLISHING = AAT["300054686"]


class Making(NamedTuple):
    """The event that made a thing: a creation of a text, the production of an object."""

    property: Term
    kind: Term
    name: str


CREATED = Making(CRM["P94i_was_created_by"], CREATION, "creation")
PRODUCED = Making(CRM["P108i_was_produced_by"], PRODUCTION, "production")


def making(case: Case, how: Making) -> Iterator[Triple]:
    """Say who made a thing, when and where; each role is a part of the making."""
    event = fragment(case.node, how.name)
    yield case.node, how.property, event
    yield event, TYPE, how.kind
    for span in case.record.date[:1]:
        yield from dated(event, fragment(case.node, "date"), span, case.ground)
    for place in case.places:
        if place.role == "created":
            yield event, TOOK_PLACE_AT, place.node
    # What parts of a record tell of their making is not told again of the whole.
    told = {agent.role for part in case.record.parts for agent in part.agents}
    for role in dict.fromkeys(agent.role for agent in case.agents if agent.role in MAKERS):
        if role not in told:
            yield from _part(case, event, how.kind, role)


def signing(case: Case) -> Iterator[Triple]:
    """Say who signed, on the day of the document."""
    signers = case.nodes("signatory")
    if not signers:
        return
    event = fragment(case.node, "signing")
    for text in bearers(case, "signatory"):
        yield text, USED_FOR, event
    yield event, TYPE, ACTIVITY
    yield event, HAS_TYPE, case.ground.ours("role", "signatory")
    for signer in signers:
        yield event, CARRIED_OUT_BY, signer
    if any(span.begin or span.end for span in case.record.date[:1]):
        yield event, HAS_TIME, fragment(case.node, "date")


def sending(case: Case) -> Iterator[Triple]:
    """Say who sent the document to whom, and who was to have a copy."""
    if case.nodes(*SENDING):
        event = fragment(case.node, "dispatch")
        yield from _event(bearers(case, *SENDING), event, case.ground.ours("activity", "dispatch"))
        for span in case.record.date[:1]:
            yield from since(event, "dispatch-date", span, case.node)
        yield from _role(case, event, "sender", CARRIED_OUT_BY)
        yield from _role(case, event, "recipient", PARTICIPANT)
    if case.nodes(*COPYING):
        event = fragment(case.node, "distribution")
        kind = case.ground.ours("activity", "distribution")
        yield from _event(bearers(case, *COPYING), event, kind)
        yield from _role(case, event, "copy-recipient", PARTICIPANT)


def talking(case: Case) -> Iterator[Triple]:
    """Say who took part in the conversation or event that the document reports."""
    spans = [span for span in case.record.date[1:] if span.basis == "title"]
    talkers = case.nodes(*TALKING)
    if not talkers:
        return
    event = fragment(case.node, "event")
    yield case.node, ABOUT, event
    yield event, TYPE, ACTIVITY
    yield event, HAS_TYPE, case.ground.ours(*_occasion(case))
    for title in case.record.title[:1]:
        lang = title.language or case.ground.language
        yield event, LABEL, literal(title.value, lang=lang)
    for talker in talkers:
        yield event, PARTICIPANT, talker
    for span in spans[:1] or _same_day(case):
        yield from dated(event, fragment(case.node, "event-date"), span, case.ground)


def publishing(case: Case, text: Term) -> Iterator[Triple]:
    """Say who published a text, and who contributed to that or paid for it."""
    if not case.nodes("publisher", *PUBLISHING):
        return
    event = fragment(case.node, "publication")
    yield text, USED_FOR, event
    yield event, TYPE, ACTIVITY
    yield event, HAS_TYPE, BY_PUBLISHING
    for publisher in case.nodes("publisher"):
        yield event, CARRIED_OUT_BY, publisher
    for role in PUBLISHING:
        yield from _role(case, event, role, CARRIED_OUT_BY)


def other_roles(case: Case) -> Iterator[Triple]:
    """Say every other part that someone had, as an activity of the role's own type."""
    told = TOLD_OF_TEXTS if case.record.kind == "document" else TOLD
    for role in dict.fromkeys(agent.role for agent in case.agents):
        if role not in told and role not in SILENT:
            event = fragment(case.node, role_name("activity", role))
            yield from _event([case.node], event, case.ground.ours("role", role))
            for node in case.nodes(role):
                yield event, CARRIED_OUT_BY, node


def published_text(case: Case, page: Term | None) -> Term:
    """Say which text a publisher published: the translation, else the page, else the thing."""
    texts = texts_of(case)
    return texts[0][0] if texts else page or case.node


def _event(texts: list[Term], event: Term, kind: Term) -> Iterator[Triple]:
    for text in texts:
        yield text, USED_FOR, event
    yield event, TYPE, ACTIVITY
    yield event, HAS_TYPE, kind


def _part(case: Case, event: Term, kind: Term, role: str) -> Iterator[Triple]:
    part = Term(f"{event[:-1]}-{role}>")
    yield event, CONSISTS_OF, part
    yield part, TYPE, kind
    yield part, HAS_TYPE, case.ground.ours("role", role)
    for node in case.nodes(role):
        yield part, CARRIED_OUT_BY, node


def _role(case: Case, event: Term, role: str, by: Term) -> Iterator[Triple]:
    nodes = case.nodes(role)
    if not nodes:
        return
    part = Term(f"{event[:-1]}-{role}>")
    yield event, CONSISTS_OF, part
    yield part, TYPE, ACTIVITY
    yield part, HAS_TYPE, case.ground.ours("role", role)
    for node in nodes:
        yield part, by, node


def _occasion(case: Case) -> tuple[str, str]:
    """Tell the type of the event that a text reports, as far as the type of the text tells it."""
    kinds = {concept.id for concept in case.record.type}
    # A report whose title says when people talked is of their conversation too.
    if kinds & TALKS or any(span.basis == "title" for span in case.record.date):
        return "activity", "conversation"
    return ("activity", "meeting") if kinds & MEETINGS else ("role", "participant")


def _same_day(case: Case) -> list[TimeSpan]:
    """Take the day of minutes for the day of their meeting; a memorandum may be written later."""
    return list(case.record.date[:1]) if _occasion(case) == ("activity", "meeting") else []
