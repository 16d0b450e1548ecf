"""The Dublin Core profile: one flat layer on the thing itself, for aggregators."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lod.config import Dataset
from lod.entity import Directory, Entity
from lod.issue import Issue
from lod.mapping.ground import Case, ground_of, open_case
from lod.mapping.parts import (
    answered,
    license_of,
    parts_of,
    related_of,
    texts_of,
    types_of,
    web_addresses,
)
from lod.namespaces import (
    DC,
    DCMITYPE,
    DCTERMS,
    EDTF,
    MREL,
    RDF,
    RDFS,
    RIGHTS_STATEMENTS,
    SCHEMA,
    XSD,
)
from lod.record import Record
from lod.roles import CREATORS, NOT_IN_DUBLIN_CORE, TOPICS
from lod.terms import Term, Triple, iri, literal
from lod.vocabulary import Vocabulary

TYPE, LABEL = RDF["type"], RDFS["label"]
IDENTIFIER, TITLE, ALTERNATIVE = (DCTERMS[n] for n in ("identifier", "title", "alternative"))
KIND, CREATED, LANGUAGE = (DCTERMS[n] for n in ("type", "created", "language"))
DATE, CONTRIBUTOR, TRANSCRIBER = DCTERMS["date"], DCTERMS["contributor"], MREL["trc"]
ABSTRACT, DESCRIPTION = DCTERMS["abstract"], DCTERMS["description"]
SUBJECT, SPATIAL, IS_PART_OF = (DCTERMS[n] for n in ("subject", "spatial", "isPartOf"))
HAS_PART = DCTERMS["hasPart"]
CITATION, MEDIUM, EXTENT = (DCTERMS[n] for n in ("bibliographicCitation", "medium", "extent"))
RIGHTS, LICENSE, HAS_VERSION = (DCTERMS[n] for n in ("rights", "license", "hasVersion"))
IS_VERSION_OF, REFERENCES = DCTERMS["isVersionOf"], DCTERMS["references"]
IS_REPLACED_BY, REPLACES = DCTERMS["isReplacedBy"], DCTERMS["replaces"]
SAID_RIGHTS, SOURCE, URL = DC["rights"], DC["source"], SCHEMA["url"]
DATATYPES = {name: XSD[name] for name in ("date", "gYearMonth", "gYear")}
DCMI = {
    "document": DCMITYPE["Text"],
    "object": DCMITYPE["PhysicalObject"],
    "collection": DCMITYPE["Collection"],
}
ROLES: dict[str, Term] = {
    **dict.fromkeys(CREATORS, DCTERMS["creator"]),
    **dict.fromkeys(TOPICS, SUBJECT),
    "publisher": DCTERMS["publisher"],
    "rights-holder": DCTERMS["rightsHolder"],
    "recipient": MREL["rcp"],
    "signatory": MREL["sgn"],
    "translator": MREL["trl"],
    "transcriber": TRANSCRIBER,
    "funder": MREL["fnd"],
    "printer": MREL["prt"],
    "keeper": MREL["rps"],
}


class DublinCore:
    """Maps records to DCMI terms; who else is named, and why, is left to richer profiles."""

    name, graph = "dublin-core", ""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = ground_of(dataset, vocabulary)

    def fit(self, record: Record) -> Issue | None:
        """Accept every record: nothing in Dublin Core is obligatory."""
        return None

    def record(self, record: Record, who: Directory) -> Iterator[Triple]:
        """Map one record; the same record gives the same triples."""
        case = open_case(self.ground, record, who)
        for layer in LAYERS:
            yield from layer(case)

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """Map an entity to its class and its label, and to what replaced it or it replaced."""
        node, label = self.ground.entity(entity), literal(entity.label, lang=self.ground.language)
        yield node, LABEL, label
        uris, kind = self.ground.uris, entity.kind
        if entity.merged_into:
            yield node, IS_REPLACED_BY, uris.thing(kind, entity.merged_into)
            return
        yield node, TYPE, DCTERMS["Location" if kind == "place" else "Agent"]
        for old in entity.replaces:
            yield node, REPLACES, uris.thing(kind, old)


def name_layer(case: Case) -> Iterator[Triple]:
    """Say what the thing is called and of which kind it is."""
    ground, record, node = case.ground, case.record, case.node
    yield node, IDENTIFIER, literal(record.identifier or record.key)
    for title in record.title[:1]:
        yield node, TITLE, ground.text(title)
    for title in (*record.title[1:], *record.alternative):
        yield node, ALTERNATIVE, ground.text(title)
    if record.kind in DCMI:
        yield node, KIND, DCMI[record.kind]
    for concept in types_of(record):
        yield node, KIND, ground.concept(concept)
    for address in web_addresses(record):
        yield node, URL, iri(address)


def date_layer(case: Case) -> Iterator[Triple]:
    """Say when it was made, with the datatype of what is known, and in which languages."""
    for span in case.record.date[:1]:
        created = case.ground.created(span)
        if created is not None:
            yield case.node, CREATED, literal(created[0], datatype=DATATYPES[created[1]])
        elif span.edtf:
            yield case.node, DATE, literal(span.edtf, datatype=EDTF["EDTF"])
    for language in case.record.language:
        yield case.node, LANGUAGE, case.ground.language_code(language)
    for text, shown in texts_of(case):
        yield case.node, HAS_VERSION, text
        yield text, IS_VERSION_OF, case.node
        if shown is not None:
            yield text, LANGUAGE, case.ground.language_code(shown)


def agent_layer(case: Case) -> Iterator[Triple]:
    """Say who had a part in it, as far as a flat term tells it."""
    creators = case.nodes(*CREATORS)
    for role, node, _ in case.agents:
        if role not in NOT_IN_DUBLIN_CORE:
            term = ROLES.get(role, CONTRIBUTOR)
            if term != CONTRIBUTOR or node not in creators:
                yield case.node, term, node
            if term == TRANSCRIBER:  # mrel:trc is a kind of it, which few readers infer
                yield case.node, CONTRIBUTOR, node


def about_layer(case: Case) -> Iterator[Triple]:
    """Say what it is about, and in short what it says, where that may be published."""
    ground, record, node = case.ground, case.record, case.node
    for concept in record.subject:
        yield node, SUBJECT, ground.concept(concept)
    for place in case.places:
        if place.role == "spatial":
            yield node, SPATIAL, place.node
    if record.classification:
        marks = ", ".join(dict.fromkeys(mark.label for mark in record.classification))
        yield node, DESCRIPTION, literal(f"Original marking: {marks}.", lang="en")
    if ground.dataset.abstracts:
        for text in record.abstract:
            yield node, ABSTRACT, ground.text(text)
        for text in record.description:
            yield node, DESCRIPTION, ground.text(text)


def kept(case: Case) -> Iterator[Triple]:
    """Say where it is kept and what it belongs to; the same in EDM."""
    ground, record, node = case.ground, case.record, case.node
    for reference in record.reference:
        yield node, SOURCE, literal(ground.printed(reference))
        holding = ground.holding(reference)
        if holding is not None:
            yield node, IS_PART_OF, holding
    for text in record.is_part_of:
        yield node, IS_PART_OF, ground.set_of(text, record.kind)


def source_layer(case: Case) -> Iterator[Triple]:
    """Say where it is kept, what it belongs to, what it is made of and how to cite it."""
    ground, record, node = case.ground, case.record, case.node
    yield from kept(case)
    for term, texts in (
        (MEDIUM, record.medium),
        (EXTENT, record.extent),
        (CITATION, record.citation),
    ):
        for text in texts:
            yield node, term, ground.text(text)


def related_layer(case: Case) -> Iterator[Triple]:
    """Say which documents it answers, speaks of, encloses, and of which texts it consists."""
    for other, _ in answered(case):
        yield case.node, REFERENCES, other
    for other, one in related_of(case):
        term = {"attachment": HAS_PART, "part-of": IS_PART_OF}.get(one.relation, REFERENCES)
        yield case.node, term, other
    for part, _ in parts_of(case):
        yield case.node, HAS_PART, part


def rights_layer(case: Case) -> Iterator[Triple]:
    """Say under which rights it stands: the words, and the statement or licence as an IRI."""
    ground, record, node = case.ground, case.record, case.node
    for text in record.rights:
        yield node, SAID_RIGHTS, ground.text(text)
    statement = license_of(record, ground)
    if statement:
        stated = statement.startswith(RIGHTS_STATEMENTS)
        yield node, RIGHTS if stated else LICENSE, iri(statement)


LAYERS: tuple[Callable[[Case], Iterator[Triple]], ...] = (
    name_layer,
    date_layer,
    agent_layer,
    about_layer,
    source_layer,
    related_layer,
    rights_layer,
)
