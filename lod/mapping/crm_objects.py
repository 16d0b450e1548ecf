"""Objects and collections in CIDOC-CRM: what was made, of what, by whom, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.crm_agents import (
    ABOUT,
    PRODUCED,
    making,
    other_roles,
    publishing,
    sending,
    signing,
)
from lod.mapping.crm_archive import IN_HOLDING, kept, owned
from lod.mapping.crm_nodes import TYPE, label_and_types, names_and_numbers, rights_of, statements
from lod.mapping.crm_texts import REFERS_TO, page_of, web_page
from lod.mapping.ground import Case
from lod.namespaces import CRM
from lod.roles import MAKERS, NAMED_ON_OBJECT
from lod.terms import Triple, fragment

CLASSES = {"object": CRM["E22_Human-Made_Object"], "collection": CRM["E78_Curated_Holding"]}
CARRIES, INFORMATION = CRM["P128_carries"], CRM["E73_Information_Object"]


def thing(case: Case) -> Iterator[Triple]:
    """Map an object or a collection: the focal node is the physical thing."""
    yield case.node, TYPE, CLASSES[case.record.kind]
    yield from label_and_types(case)
    yield from names_and_numbers(case)
    if _made(case):
        yield from making(case, PRODUCED)
    for layer in (signing, sending, other_roles, kept, owned, content, belongings):
        yield from layer(case)
    page = page_of(case)
    yield from publishing(case, page or case.node)
    if page is not None:
        yield from web_page(case, page)
    yield from statements(case)
    yield from rights_of(case)


def content(case: Case) -> Iterator[Triple]:
    """Say what it is about: a thing has no subject, what it carries or shows has one."""
    about = [case.ground.concept(concept) for concept in case.record.subject]
    about += case.nodes("subject")
    named = case.nodes(*NAMED_ON_OBJECT)
    named += dict.fromkeys(place.node for place in case.places if place.role != "created")
    if not about and not named:
        return
    carried = fragment(case.node, "content")
    yield case.node, CARRIES, carried
    yield carried, TYPE, INFORMATION
    for property_, nodes in ((ABOUT, about), (REFERS_TO, named)):
        for node in nodes:
            yield carried, property_, node


def belongings(case: Case) -> Iterator[Triple]:
    """Say of which collections it is a part."""
    for text in case.record.is_part_of:
        yield case.node, IN_HOLDING, case.ground.set_of(text, case.record.kind)


def _made(case: Case) -> bool:
    """Tell whether anything is known of the making; an empty event says nothing."""
    places = any(place.role == "created" for place in case.places)
    return bool(case.record.date) or places or any(one.role in MAKERS for one in case.agents)
