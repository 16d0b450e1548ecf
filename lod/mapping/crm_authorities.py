"""Persons, groups and places in CIDOC-CRM: from records about them, and from the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lod.entity import Entity, EntityRef
from lod.mapping.crm_agents import ACTIVITY
from lod.mapping.crm_nodes import (
    ALTERNATE,
    HAS_TYPE,
    IDENTIFIED,
    LABEL,
    PRIMARY,
    TYPE,
    identifier_of,
    label_and_types,
    name_of,
    names_and_numbers,
    statements,
)
from lod.mapping.crm_texts import page_of, web_page
from lod.mapping.crm_time import dated
from lod.mapping.ground import Case, Ground
from lod.namespaces import CRM, DCTERMS, GEO, LA, WGS84, WIKIDATA
from lod.record import Text, TimeSpan
from lod.terms import Term, Triple, decimal, fragment, iri, literal

CLASSES = {"person": CRM["E21_Person"], "group": CRM["E74_Group"], "place": CRM["E53_Place"]}
DC_CLASSES = {
    "person": DCTERMS["Agent"],
    "group": DCTERMS["Agent"],
    "place": DCTERMS["Location"],
}
EQUIVALENT, PERFORMED = LA["equivalent"], CRM["P14i_performed"]
DEFINED_BY, FALLS_WITHIN = CRM["P168_place_is_defined_by"], CRM["P89_falls_within"]
WKT = GEO["wktLiteral"]
LATITUDE, LONGITUDE = WGS84["lat"], WGS84["long"]
IS_REPLACED_BY, REPLACES = DCTERMS["isReplacedBy"], DCTERMS["replaces"]


class Turn(NamedTuple):
    """The beginning or the end of a life: its property, its class, its name."""

    property: Term
    kind: Term
    name: str


BEGINS = {
    "person": Turn(CRM["P98i_was_born"], CRM["E67_Birth"], "birth"),
    "group": Turn(CRM["P95i_was_formed_by"], CRM["E66_Formation"], "formation"),
}
ENDS = {
    "person": Turn(CRM["P100i_died_in"], CRM["E69_Death"], "death"),
    "group": Turn(CRM["P99i_was_dissolved_by"], CRM["E68_Dissolution"], "dissolution"),
}


def authority(case: Case, focal: EntityRef) -> Iterator[Triple]:
    """Map a record about a person, group or place; focal: the entity that it is about."""
    record, node = case.record, case.node
    yield node, TYPE, CLASSES[record.kind]
    yield node, TYPE, DC_CLASSES[record.kind]
    yield from label_and_types(case)
    yield from names_and_numbers(case)
    for turn, spans in ((BEGINS, record.born), (ENDS, record.died)):
        if record.kind in turn:
            yield from life(node, turn[record.kind], spans[:1], case.ground)
    if record.kind != "place":
        yield from activity(node, record.active[:1], case.ground)
    if focal.qid:
        yield from wikidata(node, focal.qid, case.ground)
    if record.kind == "place":
        yield from coordinates(node, record.coordinates)
        for place in case.places:
            yield node, FALLS_WITHIN, place.node
    page = page_of(case)
    if page is not None:
        yield from web_page(case, page)
    yield from statements(case)


def life(node: Term, turn: Turn, spans: tuple[TimeSpan, ...], ground: Ground) -> Iterator[Triple]:
    """Say when a person was born or died, a group was formed or dissolved."""
    for span in spans:
        event = fragment(node, turn.name)
        yield node, turn.property, event
        yield event, TYPE, turn.kind
        yield from dated(event, fragment(node, f"{turn.name}-date"), span, ground)


def activity(node: Term, spans: tuple[TimeSpan, ...], ground: Ground) -> Iterator[Triple]:
    """Say when someone was active, where neither birth nor death is told."""
    for span in spans:
        event = fragment(node, "active")
        yield node, PERFORMED, event
        yield event, TYPE, ACTIVITY
        yield event, HAS_TYPE, ground.ours("activity", "active")
        yield from dated(event, fragment(node, "active-date"), span, ground)


def wikidata(node: Term, qid: str, ground: Ground) -> Iterator[Triple]:
    """Tie a node to its accepted Wikidata item."""
    yield node, EQUIVALENT, iri(WIKIDATA + qid)
    name = fragment(node, "wikidata")
    yield node, IDENTIFIED, name
    yield from identifier_of(name, qid, ground.ours("idtype", "wikidata"))


def coordinates(node: Term, point: str) -> Iterator[Triple]:
    """Say where a place is: as well-known text, and as latitude and longitude for maps.

    point: `POINT(lon lat)`, WGS 84; longitude stands first (OGC Simple Features).
    """
    inside = point.partition("(")[2].partition(")")[0].split()
    if len(inside) != 2:
        return
    yield node, DEFINED_BY, literal(f"POINT({inside[0]} {inside[1]})", datatype=WKT)
    yield node, LATITUDE, decimal(inside[1])
    yield node, LONGITUDE, decimal(inside[0])


def entity(one: Entity, ground: Ground) -> Iterator[Triple]:
    """Map a person, group or place of the register, as the records name it."""
    node, label = ground.entity(one), Text(value=one.label)
    yield node, LABEL, ground.text(label)
    if one.merged_into:
        yield node, IS_REPLACED_BY, ground.uris.thing(one.kind, one.merged_into)
        return
    yield node, TYPE, CLASSES[one.kind]
    yield node, TYPE, DC_CLASSES[one.kind]
    for old in one.replaces:
        yield node, REPLACES, ground.uris.thing(one.kind, old)
    yield from name_of(node, fragment(node, "name"), label, PRIMARY, ground)
    for number, name in enumerate((name for name in one.names if name != one.label), 1):
        place = fragment(node, f"name-{number}")
        yield from name_of(node, place, Text(value=name), ALTERNATE, ground)
    if one.qid:
        yield from wikidata(node, one.qid, ground)
        yield from known(one, node, ground)


def known(one: Entity, node: Term, ground: Ground) -> Iterator[Triple]:
    """Add what the authority says of an accepted item: its years, its place on the map."""
    facts = one.authority
    if facts is None:
        return
    if one.kind == "place":
        yield from coordinates(node, facts.coordinates)
    for turns, year in ((BEGINS, facts.begin), (ENDS, facts.end)):
        if year is not None and one.kind in turns:
            span = _year(year)
            yield from life(node, turns[one.kind], (span,), ground)


def _year(year: int) -> TimeSpan:
    edtf = f"{'-' if year < 0 else ''}{abs(year):04d}"
    return TimeSpan(label="", edtf=edtf, begin=f"{edtf}-01-01", end=f"{edtf}-12-31", basis="")
