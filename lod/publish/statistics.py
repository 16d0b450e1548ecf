"""What a release holds, in VoID: counts, partitions, vocabularies, and the links to Wikidata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lod.iri import Uris, hashed_id, plain_slug
from lod.namespaces import DCTERMS, FOAF, LA, RDF, RDFS, VOID, WIKIDATA, XSD
from lod.publish.info import ReleaseInfo
from lod.terms import Term, Triple, fragment, iri, literal, value

TYPE, COMMENT, TITLE = RDF["type"], RDFS["comment"], DCTERMS["title"]
DATASET, LINKSET = VOID["Dataset"], VOID["Linkset"]
TRIPLES, ENTITIES, SUBJECTS = VOID["triples"], VOID["entities"], VOID["distinctSubjects"]
CLASSES, PROPERTIES = VOID["classes"], VOID["properties"]
VOCABULARY, SPACE, EXAMPLE = VOID["vocabulary"], VOID["uriSpace"], VOID["exampleResource"]
CLASS_PARTITION, CLASS = VOID["classPartition"], VOID["class"]
PROPERTY_PARTITION, PROPERTY = VOID["propertyPartition"], VOID["property"]
SUBSET, PREDICATE = VOID["subset"], VOID["linkPredicate"]
SUBJECTS_TARGET, OBJECTS_TARGET = VOID["subjectsTarget"], VOID["objectsTarget"]
EQUIVALENT, HOMEPAGE, INTEGER = LA["equivalent"], FOAF["homepage"], XSD["integer"]
WIKIDATA_HOME = iri("https://www.wikidata.org/")


def statistics(info: ReleaseInfo, document: Term, uris: Uris) -> Iterator[Triple]:
    """Count the default graph as VoID does; every number equals a SPARQL recount.

    document: the description, whose fragments are the dataset and its parts.
    """
    dataset, tally = fragment(document, "dataset"), info.tally
    yield dataset, TYPE, DATASET
    yield dataset, TRIPLES, number(tally.triples)
    yield dataset, SUBJECTS, number(tally.subjects)
    yield dataset, PROPERTIES, number(len(tally.properties))
    yield dataset, CLASSES, number(len(tally.classes))
    yield dataset, ENTITIES, number(sum(tally.kinds.values()))
    yield dataset, SPACE, literal(uris.base)
    for space in sorted({_namespace(term) for term in (*tally.properties, *tally.classes)}):
        yield dataset, VOCABULARY, iri(space)
    for kind in sorted(tally.examples):
        yield dataset, EXAMPLE, uris.at(tally.examples[kind])
    yield from _partitions(document, "class", tally.classes)
    yield from _partitions(document, "property", tally.properties)
    yield from _links(info, document)


def number(count: int) -> Term:
    """Write a count."""
    return literal(str(count), datatype=INTEGER)


def _partitions(document: Term, what: str, counts: Mapping[str, int]) -> Iterator[Triple]:
    """Write how often each class or property is used."""
    parts, part_of, counted = {
        "class": (CLASS_PARTITION, CLASS, ENTITIES),
        "property": (PROPERTY_PARTITION, PROPERTY, TRIPLES),
    }[what]
    for term, count in sorted(counts.items()):
        part = fragment(document, f"{what}-{_name(value(Term(term)))}")
        yield fragment(document, "dataset"), parts, part
        yield part, TYPE, DATASET
        yield part, part_of, Term(term)
        yield part, counted, number(count)


def _links(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    """Describe the links to Wikidata, with what was decided on the names."""
    dataset = fragment(document, "dataset")
    links, wikidata = fragment(document, "wikidata-links"), fragment(document, "wikidata")
    yield dataset, SUBSET, links
    yield links, TYPE, LINKSET
    yield links, TITLE, literal("Links to Wikidata", lang="en")
    yield links, PREDICATE, EQUIVALENT
    yield links, SUBJECTS_TARGET, dataset
    yield links, OBJECTS_TARGET, wikidata
    yield links, TRIPLES, number(info.tally.properties[EQUIVALENT])
    decided = decided_on(info)
    yield links, ENTITIES, number(decided.get("accepted", 0))
    told = ", ".join(f"{judgement} {count}" for judgement, count in sorted(decided.items()))
    if told:
        yield links, COMMENT, literal(f"What was decided on the names: {told}", lang="en")
    yield wikidata, TYPE, DATASET
    yield wikidata, TITLE, literal("Wikidata", lang="en")
    yield wikidata, SPACE, literal(WIKIDATA)
    yield wikidata, HOMEPAGE, WIKIDATA_HOME


def decided_on(info: ReleaseInfo) -> dict[str, int]:
    """Sum the decisions over the kinds of things: judgement -> count."""
    found: dict[str, int] = {}
    for (_, judgement), count in info.decisions.items():
        found[judgement] = found.get(judgement, 0) + count
    return found


def _namespace(term: str) -> str:
    """Cut a term to the namespace that it is defined in.

    >>> _namespace("<http://purl.org/dc/terms/title>")
    'http://purl.org/dc/terms/'
    """
    return term[1 : max(term.rfind("/"), term.rfind("#")) + 1]


def _name(address: str) -> str:
    """Name a partition after its term; the hash tells dc:title from dcterms:title."""
    local = address[max(address.rfind("/"), address.rfind("#")) + 1 :]
    return f"{plain_slug(local)}-{hashed_id(address, 6)}"
