"""What several records share and none describes: holdings, the source's own concepts, sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lod.iri import Uris
from lod.mapping.ground import concept_path, set_path
from lod.mapping.holdings import holdings_of
from lod.mapping.parts import ANSWERED
from lod.namespaces import CRM, DCTERMS, RDF, RDFS, SKOS
from lod.record import Concept, Record
from lod.terms import Term, Triple, literal
from lod.vocabulary import Vocabulary, load

TYPE, LABEL = RDF["type"], RDFS["label"]
HOLDING, OBJECT = CRM["E78_Curated_Holding"], CRM["E22_Human-Made_Object"]
HAS_TYPE, KEEPER = CRM["P2_has_type"], CRM["P50_has_current_keeper"]
IN_HOLDING, HELD_BY = CRM["P46i_forms_part_of"], CRM["P198i_is_held_or_supported_by"]
INFORMATION, TITLE = CRM["E73_Information_Object"], DCTERMS["title"]
CONCEPT, SCHEME = SKOS["Concept"], SKOS["ConceptScheme"]
IN_SCHEME, PREFERRED = SKOS["inScheme"], SKOS["prefLabel"]
CLASSES = {"language": CRM["E56_Language"], "material": CRM["E57_Material"]}
OTHER = CRM["E55_Type"]


class Shared(NamedTuple):
    """A thing that a record names beside others; `path` below the base tells them apart.

    Two records may spell its label differently: keep the smallest of those with one path, so
    that the order of records makes no difference. what: holding, concept, scheme or set.
    level: of a holding. within: path of the holding above, of the scheme, of the keeper.
    """

    path: str
    what: str
    label: str
    language: str = ""
    level: str = ""
    within: str = ""
    papka: str = ""


def shared(record: Record) -> Iterator[Shared]:
    """Name what a record shares with others and we do not ship; may repeat itself."""
    vocabulary = load()
    for reference in record.reference:
        for holding in holdings_of(reference, vocabulary):
            above = holding.parent or f"archive/{holding.archive}"
            yield Shared(
                *(holding.path, "holding", holding.label, "", holding.level, above, holding.papka)
            )
    for concept in _concepts(record):
        yield from _own(concept, vocabulary)
    for text in record.is_part_of:
        yield Shared(set_path(text, record.kind), "set", text.value, text.language or "")


def describe(one: Shared, uris: Uris, language: str) -> Iterator[Triple]:
    """Describe what is shared; language: the dataset's, for labels that state none."""
    node, lang = uris.at(one.path), one.language or language
    if one.what == "holding":
        yield from _holding(one, node, uris)
    elif one.what == "set":
        yield node, TYPE, HOLDING if one.path.startswith("holding/") else INFORMATION
        yield node, LABEL, literal(one.label, lang=lang)
        yield node, TITLE, literal(one.label, lang=lang)
    else:
        is_scheme = one.what == "scheme"
        yield node, TYPE, SCHEME if is_scheme else CONCEPT
        yield node, PREFERRED, literal(one.label, lang=lang)
        if not is_scheme:
            yield node, TYPE, CLASSES.get(one.within.rpartition("/")[2], OTHER)
            yield node, IN_SCHEME, uris.at(one.within)


def _holding(one: Shared, node: Term, uris: Uris) -> Iterator[Triple]:
    """Fonds and opisi are holdings that archivists keep together, files are things in them."""
    yield node, TYPE, OBJECT if one.level in ("delo", "papka") else HOLDING
    yield node, LABEL, literal(one.label)
    yield node, HAS_TYPE, uris.concept("level", one.level)
    yield node, KEEPER if one.level == "fond" else IN_HOLDING, uris.at(one.within)
    if one.papka:
        yield node, HELD_BY, uris.at(one.papka)


def _concepts(record: Record) -> Iterator[Concept]:
    """Go through every concept that the profiles point to."""
    yield from record.type
    yield from record.classification
    yield from record.subject
    yield from record.language
    yield from record.text_language
    for part in record.parts:
        yield from part.type
    for other in record.related:
        yield from other.type
    words = [("role", agent.role) for agent in record.agents]
    words += [("idtype", one.scheme) for one in record.identifiers if one.scheme != ANSWERED]
    words += [("idtype", level) for ref in record.reference for level, _ in ref.parts]
    words += [("datebasis", span.basis) for span in (*record.date, *record.born, *record.died)]
    for scheme, word in words:
        if word:
            yield Concept(scheme=scheme, label=word, id=word)


def _own(concept: Concept, vocabulary: Vocabulary) -> Iterator[Shared]:
    words = concept.id or concept.label
    if vocabulary.has(concept.scheme, words):
        return
    path = concept_path(concept.scheme, words, vocabulary)
    if vocabulary.has(concept.scheme, path.rpartition("/")[2]):
        return
    scheme = path.rpartition("/")[0]
    yield Shared(path, "concept", concept.label or words, concept.language or "", within=scheme)
    if not vocabulary.has_scheme(concept.scheme):
        yield Shared(scheme, "scheme", concept.scheme.replace("-", " ").capitalize(), "en")
