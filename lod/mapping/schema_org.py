"""The schema.org profile: what search engines read, in a graph of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lod.config import Dataset
from lod.entity import Directory, Entity
from lod.issue import Issue
from lod.mapping.crm_archive import keeper_of
from lod.mapping.ground import Case, ground_of, open_case
from lod.mapping.parts import license_of, types_of
from lod.namespaces import RDF, SCHEMA, WIKIDATA
from lod.record import Record
from lod.roles import CREATORS, SENDING
from lod.terms import Triple, iri, literal
from lod.vocabulary import Vocabulary

TYPE, NAME, SAME_AS = RDF["type"], SCHEMA["name"], SCHEMA["sameAs"]
IDENTIFIER, URL, CREATED = SCHEMA["identifier"], SCHEMA["url"], SCHEMA["dateCreated"]
LANGUAGE, GENRE, ABOUT = SCHEMA["inLanguage"], SCHEMA["genre"], SCHEMA["about"]
MENTIONS, SPATIAL, PART_OF = SCHEMA["mentions"], SCHEMA["spatialCoverage"], SCHEMA["isPartOf"]
ARCHIVE, LOCATION = SCHEMA["holdingArchive"], SCHEMA["itemLocation"]
LICENSE, USAGE, ABSTRACT = SCHEMA["license"], SCHEMA["usageInfo"], SCHEMA["abstract"]
OTHER_NAME, MATERIAL, SIZE = SCHEMA["alternateName"], SCHEMA["material"], SCHEMA["size"]
CLASSES = {
    "document": ("ArchiveComponent", "CreativeWork"),
    "object": ("CreativeWork",),
    "collection": ("ArchiveComponent", "Collection"),
    "person": ("Person",),
    "group": ("Organization",),
    "place": ("Place",),
}
ROLES = {
    **dict.fromkeys(CREATORS, SCHEMA["creator"]),
    "author": SCHEMA["author"],
    "corporate-author": SCHEMA["author"],
    "sender": SCHEMA["sender"],
    "recipient": SCHEMA["recipient"],
    "copy-recipient": SCHEMA["ccRecipient"],
    "translator": SCHEMA["translator"],
    "publisher": SCHEMA["publisher"],
    "funder": SCHEMA["funder"],
    "rights-holder": SCHEMA["copyrightHolder"],
    "subject": ABOUT,
    "depicted": ABOUT,
    "mentioned": MENTIONS,
    "keeper": ARCHIVE,
}
LIFE = {
    "person": (SCHEMA["birthDate"], SCHEMA["deathDate"]),
    "group": (SCHEMA["foundingDate"], SCHEMA["dissolutionDate"]),
}
# Owning a thing is no part in the work, and schema.org has no word for it on a work.
UNSAID = frozenset({"owner", "former-owner", "donor", "collector"})


class SchemaOrg:
    """Maps records to creative works, people, organisations and places."""

    name, graph = "schema-org", "projection/schema"

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = ground_of(dataset, vocabulary)

    def fit(self, record: Record) -> Issue | None:
        """Ask for a name: a search engine shows nothing without one."""
        if record.title:
            return None
        message = "no title (schema:name): map a title"
        return Issue(message=message, code="schema/title", record=record.key, field="title")

    def record(self, record: Record, who: Directory) -> Iterator[Triple]:
        """Map one record."""
        case = open_case(self.ground, record, who)
        yield from _name(case)
        if record.kind in LIFE:
            yield from _life(case)
        if record.kind in ("person", "group", "place"):
            qid = who.focal(record).qid
            if qid:
                yield case.node, SAME_AS, iri(WIKIDATA + qid)
        else:
            yield from _work(case)
            yield from _context(case)

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """Map a person, group or place with its name and its Wikidata item."""
        if entity.merged_into:
            return
        node = self.ground.entity(entity)
        for kind in CLASSES[entity.kind]:
            yield node, TYPE, SCHEMA[kind]
        yield node, NAME, self.ground.own(entity.label)
        if entity.qid:
            yield node, SAME_AS, iri(WIKIDATA + entity.qid)


def _name(case: Case) -> Iterator[Triple]:
    ground, record, node = case.ground, case.record, case.node
    for kind in CLASSES[record.kind]:
        yield node, TYPE, SCHEMA[kind]
    if record.kind == "document" and case.nodes(*SENDING):
        yield node, TYPE, SCHEMA["Message"]
    yield node, IDENTIFIER, literal(record.identifier or record.key)
    for number, title in enumerate((*record.title, *record.alternative)):
        yield node, OTHER_NAME if number else NAME, ground.text(title)
    if record.url:
        yield node, URL, iri(record.url)


def _life(case: Case) -> Iterator[Triple]:
    for term, spans in zip(
        LIFE[case.record.kind], (case.record.born, case.record.died), strict=True
    ):
        for span in spans[:1]:
            if span.edtf:
                yield case.node, term, literal(span.edtf)


def _work(case: Case) -> Iterator[Triple]:
    ground, record, node = case.ground, case.record, case.node
    for span in record.date[:1]:
        if span.edtf:
            yield node, CREATED, literal(span.edtf)
    for language in record.language:
        code = ground.vocabulary.notation("language", language.id)
        yield node, LANGUAGE, literal(code) if code else ground.concept(language)
    for concept in types_of(record):
        yield node, GENRE, ground.concept(concept)
    for term, values in (
        (MATERIAL, record.medium),
        (SIZE, record.extent),
        (USAGE, record.rights),
        (ABSTRACT, record.abstract if ground.dataset.abstracts else ()),
    ):
        for text in values:
            yield node, term, ground.text(text)
    statement = license_of(record, ground)
    if statement:
        yield node, LICENSE, iri(statement)


def _context(case: Case) -> Iterator[Triple]:
    ground, record, node = case.ground, case.record, case.node
    for concept in record.subject:
        yield node, ABOUT, ground.concept(concept)
    for role, agent, _ in case.agents:
        if role not in UNSAID:
            yield node, ROLES.get(role, SCHEMA["contributor"]), agent
    for place in case.places:
        yield node, SPATIAL if place.role == "spatial" else MENTIONS, place.node
    for reference in record.reference:
        keeper = keeper_of(case, reference)
        if keeper is not None:
            yield node, ARCHIVE, keeper
        yield node, LOCATION, literal(ground.printed(reference))
    for text in record.is_part_of:
        yield node, PART_OF, ground.set_of(text, record.kind)
