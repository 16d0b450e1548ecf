"""The Europeana profile: one aggregation a record, only where a record meets EDM's demands.

Europeana Data Model, mapping guidelines 2.4: what is obligatory is checked by `fit`, nothing is
made up to pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lod.config import Dataset
from lod.entity import Directory, Entity
from lod.issue import Issue
from lod.lazily import regex
from lod.mapping.crm_authorities import coordinates
from lod.mapping.dublin_core import DATATYPES, kept
from lod.mapping.ground import Case, Ground, ground_of, open_case
from lod.mapping.parts import license_of, types_of
from lod.namespaces import CRM, DC, DCTERMS, EDM, ORE, OWL, RDF, SKOS, WIKIDATA
from lod.normalize.rights import rights_iri
from lod.record import Record, TimeSpan
from lod.roles import CREATORS, NOT_IN_DUBLIN_CORE, TOPICS
from lod.terms import Triple, fragment, iri, literal
from lod.vocabulary import Vocabulary

TYPE, AGGREGATION, OBJECT = RDF["type"], ORE["Aggregation"], EDM["ProvidedCHO"]
AGGREGATED, SHOWN_AT, RIGHTS = EDM["aggregatedCHO"], EDM["isShownAt"], EDM["rights"]
DATA_PROVIDER, PROVIDER, EDM_TYPE = EDM["dataProvider"], EDM["provider"], EDM["type"]
TITLE, KIND, LANGUAGE = DC["title"], DC["type"], DC["language"]
IDENTIFIER, DESCRIPTION = DC["identifier"], DC["description"]
SUBJECT, CREATOR, CONTRIBUTOR = DC["subject"], DC["creator"], DC["contributor"]
PUBLISHER = DC["publisher"]
ALTERNATIVE, CREATED, EXTENT = DCTERMS["alternative"], DCTERMS["created"], DCTERMS["extent"]
MEDIUM, SPATIAL = DCTERMS["medium"], DCTERMS["spatial"]
PREFERRED, SAME_AS = SKOS["prefLabel"], OWL["sameAs"]
CONCEPT, LANGUAGE_CLASS = SKOS["Concept"], CRM["E56_Language"]
_CONCEPTUAL = frozenset(
    {PREFERRED, SKOS["altLabel"], SKOS["broader"], SKOS["exactMatch"], SKOS["definition"]}
)
WKT = CRM["P168_place_is_defined_by"]
ROLES = {
    **dict.fromkeys(CREATORS, CREATOR),
    **dict.fromkeys(TOPICS, SUBJECT),
    "publisher": PUBLISHER,
}
UNSAID = NOT_IN_DUBLIN_CORE | {"keeper"}
MEDIA = {"document": "TEXT", "object": "IMAGE", "collection": "TEXT"}
# Europeana's rights statements, as the schematron of its schema lists them.
ALLOWED = regex(
    r"http://(creativecommons\.org/(licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)"
    r"/(4\.0/|([123]\.0|2\.[15])/([a-z]+/)?)|publicdomain/(mark|zero)/1\.0/)"
    r"|rightsstatements\.org/vocab/(NoC-NC|NoC-OKLR|InC|InC-EDU|InC-OW-EU|CNE)/1\.0/)"
)


class EuropeanaDataModel:
    """Maps records to ore:Aggregation and edm:ProvidedCHO, in a graph of their own."""

    name, graph = "edm", "projection/edm"

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = ground_of(dataset, vocabulary)

    def fit(self, record: Record) -> Issue | None:
        """Say which obligatory property a record lacks; the first one found."""
        for field, message, met in _DEMANDS:
            if not met(record, self.ground):
                code = f"edm/{field}"
                return Issue(message=message, code=code, record=record.key, field=field)
        return None

    def record(self, record: Record, who: Directory) -> Iterator[Triple]:
        """Map one record that fits; one that does not gives nothing."""
        if self.fit(record) is None:
            case = open_case(self.ground, record, who)
            yield from aggregation(case)
            yield from provided(case)
            yield from named(case)

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """Map an entity to a contextual class with its label."""
        if entity.merged_into:
            return
        node = self.ground.entity(entity)
        yield node, TYPE, EDM["Place" if entity.kind == "place" else "Agent"]
        yield node, PREFERRED, self.ground.own(entity.label)
        if entity.qid:
            yield node, SAME_AS, iri(WIKIDATA + entity.qid)
            if entity.authority is not None:
                point = coordinates(node, entity.authority.coordinates)
                yield from (triple for triple in point if triple[1] != WKT)


def concepts(said: Iterable[Triple]) -> Iterator[Triple]:
    """Give what Europeana shows of the concepts that records point to, from all that is said.

    said: the triples of concepts of one address; what is none gives nothing. It is the same SKOS,
    where Europeana looks for it: beside the record.
    """
    told = list(said)
    names = {node for node, name, one in told if name == TYPE and one == CONCEPT}
    kept_back = {node for node, name, one in told if name == TYPE and one == LANGUAGE_CLASS}
    for node, name, one in told:
        if node in names - kept_back and (name in _CONCEPTUAL or one == CONCEPT):
            yield node, name, one


def aggregation(case: Case) -> Iterator[Triple]:
    """Describe who offers the thing, where it is shown and under which rights."""
    node, ground = fragment(case.node, "aggregation"), case.ground
    yield node, TYPE, AGGREGATION
    yield node, AGGREGATED, case.node
    for role in (DATA_PROVIDER, PROVIDER):
        yield node, role, ground.own(ground.dataset.publisher)
    yield node, SHOWN_AT, iri(case.record.url)
    yield node, RIGHTS, iri(_rights(case.record, ground))


def provided(case: Case) -> Iterator[Triple]:
    """Describe the thing itself in the words that Europeana shows."""
    ground, record, node = case.ground, case.record, case.node
    yield node, TYPE, OBJECT
    yield node, EDM_TYPE, literal(MEDIA[record.kind])
    yield node, IDENTIFIER, literal(record.identifier or record.key)
    for language in record.language:
        code = ground.vocabulary.notation("language", language.id)
        yield node, LANGUAGE, literal(code) if code else literal(language.label, lang="en")
    for span in record.date[:1]:
        yield from _created(case, span)
    for term, texts in (
        (TITLE, record.title[:1]),
        (ALTERNATIVE, (*record.title[1:], *record.alternative)),
        (MEDIUM, record.medium),
        (EXTENT, record.extent),
        (DESCRIPTION, record.abstract if ground.dataset.abstracts else ()),
    ):
        for text in texts:
            yield node, term, ground.text(text)


def named(case: Case) -> Iterator[Triple]:
    """Point to the concepts, agents, places and holdings of the thing."""
    ground, record, node = case.ground, case.record, case.node
    for term, concepts in ((KIND, types_of(record)), (SUBJECT, record.subject)):
        for concept in concepts:
            yield node, term, ground.concept(concept)
    for place in case.places:
        yield node, SPATIAL, place.node
    told = [
        (ROLES.get(role, CONTRIBUTOR), agent)
        for role, agent, _ in case.agents
        if role not in UNSAID
    ]
    makers = {agent for term, agent in told if term == CREATOR}
    for term, agent in told:
        if term != CONTRIBUTOR or agent not in makers:  # who wrote a letter has also sent it
            yield node, term, agent
    yield from kept(case)


def _created(case: Case, span: TimeSpan) -> Iterator[Triple]:
    created = case.ground.created(span)
    if created is not None:
        yield case.node, CREATED, literal(created[0], datatype=DATATYPES[created[1]])
    elif span.label:
        yield case.node, CREATED, case.ground.own(span.label)


def _rights(record: Record, ground: Ground) -> str:
    """Give the rights statement in Europeana's spelling, which is http; also one that is named."""
    named = filter(
        None, map(rights_iri, (*(one.value for one in record.rights), ground.dataset.rights))
    )
    statement = license_of(record, ground) or next(named, "")
    statement = statement.replace("https://", "http://", 1)
    return statement if statement.endswith("/") else f"{statement}/"


Demand = tuple[str, str, Callable[[Record, Ground], bool]]
_DEMANDS: tuple[Demand, ...] = (
    (
        "kind",
        "Europeana takes documents, objects and collections, no authority records",
        lambda record, _: record.kind in MEDIA,
    ),
    (
        "url",
        "no page to show (edm:isShownAt): map the address of the record's page",
        lambda record, _: record.url.startswith(("http://", "https://")),
    ),
    ("title", "no title (dc:title): map a title", lambda record, _: bool(record.title)),
    (
        "language",
        "a text needs its language (dc:language): map the language of the document",
        lambda record, _: MEDIA.get(record.kind) != "TEXT" or bool(record.language),
    ),
    (
        "rights",
        'no rights statement that Europeana takes (edm:rights): set rights = "In Copyright" in'
        " dataset.toml, or the name or address of another that it takes, such as"
        " http://rightsstatements.org/vocab/InC/1.0/",
        lambda record, ground: bool(ALLOWED.fullmatch(_rights(record, ground))),
    ),
    (
        "type",
        "one of subject, type and place is needed: map a type",
        lambda record, _: bool(types_of(record) or record.subject or record.places),
    ),
)
