"""The parts of a record, and other documents it speaks of: what is known, how they are related."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.crm_agents import (
    CARRIED_OUT_BY,
    CONSISTS_OF,
    CREATED,
    CREATION,
    MOTIVATED_BY,
)
from lod.mapping.crm_nodes import HAS_TYPE, IDENTIFIED, LABEL, LINGUISTIC, TYPE, identifier_of
from lod.mapping.crm_time import HAS_TIME, dated
from lod.mapping.ground import Case
from lod.mapping.parts import parts_of, related_of
from lod.namespaces import CRM
from lod.record import Related
from lod.roles import MAKERS
from lod.terms import Term, Triple, fragment

REFERS_TO, PART_OF = CRM["P67_refers_to"], CRM["P106i_forms_part_of"]
COMPONENT, COMPOSED_OF = CRM["P148_has_component"], CRM["P106_is_composed_of"]


def related(case: Case) -> Iterator[Triple]:
    """Describe each document that is answered, referred to, enclosed, or that holds this one."""
    for node, one in related_of(case):
        yield node, TYPE, LINGUISTIC
        yield node, LABEL, case.ground.own(one.label)
        for concept in one.type:
            yield node, HAS_TYPE, case.ground.concept(concept)
        if one.number:
            name = Term(f"{node[:-1]}-no>")
            yield node, IDENTIFIED, name
            kind = case.ground.ours("idtype", "document-number")
            yield from identifier_of(name, one.number, kind)
        yield from _making(case, node, one)
        yield from _relation(case, node, one)


def parts(case: Case) -> Iterator[Triple]:
    """Describe each of several texts that the record holds: its type, marks, makers."""
    creation = fragment(case.node, CREATED.name)
    for number, (node, part) in enumerate(parts_of(case), 1):
        yield case.node, COMPOSED_OF, node
        yield node, PART_OF, case.node
        yield node, TYPE, LINGUISTIC
        yield node, LABEL, case.ground.own(part.label)
        for concept in (*part.type, *part.classification):
            yield node, HAS_TYPE, case.ground.concept(concept)
        makers = [agent for agent in part.agents if agent.role in MAKERS]
        if makers:
            event = fragment(case.node, f"creation-{number}")
            yield node, CREATED.property, event
            yield creation, CONSISTS_OF, event
            yield event, TYPE, CREATION
            if any(span.begin or span.end for span in case.record.date[:1]):
                yield event, HAS_TIME, fragment(case.node, "date")
            for agent in makers:
                yield event, HAS_TYPE, case.ground.ours("role", agent.role)
                yield event, CARRIED_OUT_BY, case.inner[agent]


def _relation(case: Case, node: Term, one: Related) -> Iterator[Triple]:
    whose, event = _teller(case, one)
    if one.relation == "attachment":
        yield case.node, COMPONENT, node
    elif one.relation == "part-of":
        yield whose, PART_OF, node
    else:
        yield case.node, REFERS_TO, node
        if whose != case.node:
            yield whose, REFERS_TO, node
    if one.relation == "in-reply-to":
        yield event, MOTIVATED_BY, node


def _teller(case: Case, one: Related) -> tuple[Term, Term]:
    """Say which of several parts tells of a document, and how that part was made; else the whole.

    The words stand in the part, which a reader says of both by their places.
    """
    for number, (node, part) in enumerate(parts_of(case), 1):
        here, there = part.origin, one.origin
        made = any(agent.role in MAKERS for agent in part.agents)
        if here and there and 0 <= here.start <= there.start < here.end and made:
            return node, fragment(case.node, f"creation-{number}")
    return case.node, fragment(case.node, CREATED.name)


def _making(case: Case, node: Term, one: Related) -> Iterator[Triple]:
    """Say who made it and when, where that is said."""
    if not one.date and not one.agents:
        return
    event = Term(f"{node[:-1]}-creation>")
    yield node, CREATED.property, event
    yield event, TYPE, CREATION
    for agent in one.agents:
        yield event, CARRIED_OUT_BY, case.inner[agent]
    for span in one.date[:1]:
        yield from dated(event, Term(f"{node[:-1]}-date>"), span, case.ground)
