"""What several records share and none describes: holdings, the source's own concepts, sets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lod.iri import Uris
from lod.mapping.ground import ANSWERED, concept_path, is_address, set_path
from lod.mapping.holdings import Holding, holdings_of
from lod.namespaces import CRM, DCTERMS, RDF, RDFS, SKOS
from lod.record import Record
from lod.terms import Term, Triple, literal
from lod.vocabulary import load

TYPE, LABEL = RDF["type"], RDFS["label"]
HOLDING, OBJECT = CRM["E78_Curated_Holding"], CRM["E22_Human-Made_Object"]
HAS_TYPE, KEEPER = CRM["P2_has_type"], CRM["P50_has_current_keeper"]
IN_HOLDING, HELD_BY = CRM["P46i_forms_part_of"], CRM["P198i_is_held_or_supported_by"]
INFORMATION, TITLE = CRM["E73_Information_Object"], DCTERMS["title"]
CONCEPT, SCHEME = SKOS["Concept"], SKOS["ConceptScheme"]
IN_SCHEME, PREFERRED = SKOS["inScheme"], SKOS["prefLabel"]
CLASSES = {"language": CRM["E56_Language"], "material": CRM["E57_Material"]}
OTHER = CRM["E55_Type"]
# The folder of all holdings of archives, below the base.
ARCHIVES = "archive/"


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
            yield _shared(holding)
    for concept in _concepts(record):
        yield from _own(concept)
    for text in record.is_part_of:
        yield Shared(set_path(text, record.kind), "set", text.value, text.language or "")


@lru_cache(maxsize=4096)
def _shared(one: Holding) -> Shared:
    above = one.parent or f"{ARCHIVES}{one.archive}"
    return Shared(one.path, "holding", one.label, "", one.level, above, one.papka)


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


# Scheme, label, id and language of a concept.
_Word = tuple[str, str, str, str]


def _concepts(record: Record) -> Iterator[_Word]:
    """Go through every concept that the profiles point to."""
    for concept in (
        *(*record.type, *record.classification, *record.subject),
        *(*record.language, *record.text_language),
        *(one for part in record.parts for one in part.type),
        *(one for other in record.related for one in other.type),
    ):
        yield concept.scheme, concept.label, concept.id, concept.language or ""
    words = [("role", agent.role) for agent in record.agents]
    words += [("idtype", one.scheme) for one in record.identifiers if one.scheme != ANSWERED]
    words += [("idtype", level) for ref in record.reference for level, _ in ref.parts]
    words += [("datebasis", span.basis) for span in (*record.date, *record.born, *record.died)]
    for scheme, word in dict.fromkeys(words):
        if word:
            yield scheme, word, word, ""


@lru_cache(maxsize=4096)
def _own(concept: _Word) -> tuple[Shared, ...]:
    """Describe a concept that is not ours, and its scheme if that is not ours either."""
    scheme, label, ident, language = concept
    words, vocabulary = ident or label, load()
    if vocabulary.has(scheme, words) or is_address(ident):
        return ()
    path = concept_path(scheme, words, vocabulary)
    if vocabulary.has(scheme, path.rpartition("/")[2]):
        return ()
    within = path.rpartition("/")[0]
    made = Shared(path, "concept", label or words, language, within=within)
    if vocabulary.has_scheme(scheme):
        return (made,)
    title = scheme.replace("-", " ").capitalize()
    return made, Shared(within, "scheme", title, "en")
