"""A document in CIDOC-CRM: the text, its translations, its page, what it answers and mentions."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.crm_agents import (
    ABOUT,
    CARRIED_OUT_BY,
    CREATED,
    CREATION,
    MOTIVATED_BY,
    making,
    other_roles,
    published_text,
    publishing,
    sending,
    signing,
    talking,
)
from lod.mapping.crm_archive import carriers, owned
from lod.mapping.crm_nodes import (
    HAS_LANGUAGE,
    HAS_TYPE,
    IDENTIFIED,
    LABEL,
    LINGUISTIC,
    TYPE,
    identifier_of,
    label_and_types,
    names_and_numbers,
    numbered,
    rights_of,
    statements,
)
from lod.mapping.ground import Case
from lod.mapping.parts import (
    TRANSLATING,
    answered,
    texts_of,
    web_addresses,
)
from lod.mapping.related import parts, related
from lod.namespaces import AAT, CRM, SCHEMA
from lod.record import Concept
from lod.roles import NAMED_IN_TEXT, TOPICS
from lod.terms import Term, Triple, fragment, iri, literal

DOCUMENT = CRM["E31_Document"]
# What rights can be in; a person is described under rights, not subject to any.
WORKS = ("document", "object", "collection")
HAS_TRANSLATION, USED = CRM["P73_has_translation"], CRM["P16_used_specific_object"]
DOCUMENTED_IN, COMPOSED_OF = CRM["P70i_is_documented_in"], CRM["P106_is_composed_of"]
PART_OF, REFERS_TO = CRM["P106i_forms_part_of"], CRM["P67_refers_to"]
CREATED_BY, URL = CRM["P94i_was_created_by"], SCHEMA["url"]
TRANSLATION, WEB_PAGE = AAT["300027389"], AAT["300264578"]


def document(case: Case) -> Iterator[Triple]:
    """Map a document: the focal node is the text in its original language, not a sheet."""
    yield case.node, TYPE, LINGUISTIC
    for layer in (label_and_types, names_and_numbers):
        yield from layer(case)
    for language in case.record.language:
        yield case.node, HAS_LANGUAGE, case.ground.concept(language)
    yield from making(case, CREATED)
    for layer in (signing, sending, talking, other_roles, answers, related, parts):
        yield from layer(case)
    for layer in (translations, carriers, owned):
        yield from layer(case)
    page = page_of(case)
    yield from publishing(case, published_text(case, page))
    if page is not None:
        yield from web_page(case, page)
    for layer in (statements, rights_of, mentions, belongings):
        yield from layer(case)


def translations(case: Case) -> Iterator[Triple]:
    """Describe the translation that is presented; its translator only when named."""
    texts = texts_of(case)
    if not texts:
        return
    event = fragment(case.node, "translation")
    for text, language in texts:
        yield case.node, HAS_TRANSLATION, text
        yield text, TYPE, LINGUISTIC
        yield text, LABEL, literal(_translation_label(case, language), lang="en")
        yield text, HAS_TYPE, TRANSLATION
        if language is not None:
            yield text, HAS_LANGUAGE, case.ground.concept(language)
        yield text, CREATED_BY, event
    yield event, TYPE, CREATION
    yield event, HAS_TYPE, case.ground.ours("activity", "translation")
    yield event, USED, case.node
    for translator in case.nodes(TRANSLATING):
        yield event, CARRIED_OUT_BY, translator


def web_page(case: Case, page: Term) -> Iterator[Triple]:
    """Describe the page that documents the thing: its addresses, and the texts it shows."""
    yield case.node, DOCUMENTED_IN, page
    yield page, TYPE, DOCUMENT
    yield page, HAS_TYPE, WEB_PAGE
    for address in web_addresses(case.record):
        yield page, URL, iri(address)
        name = fragment(case.node, "url")
        yield page, IDENTIFIED, name
        yield from identifier_of(name, address, case.ground.ours("idtype", "url"))
    printed = [one for one in case.record.identifiers if one.scheme == "url-as-printed"]
    for number, one in enumerate(printed):
        name = fragment(case.node, numbered("url-as-printed", number))
        yield page, IDENTIFIED, name
        yield from identifier_of(name, one.value, case.ground.ours("idtype", one.scheme))
    for part in _shown(case):
        yield page, COMPOSED_OF, part


def answers(case: Case) -> Iterator[Triple]:
    """Say which letter or telegram the document answers: a record, or one known by its number."""
    for node, number in answered(case):
        yield fragment(case.node, CREATED.name), MOTIVATED_BY, node
        yield case.node, REFERS_TO, node
        if case.answers[number]:
            continue
        yield node, TYPE, LINGUISTIC
        yield node, LABEL, literal("Document No. " + number, lang="en")
        name = Term(f"{node[:-1]}-no>")
        yield node, IDENTIFIED, name
        yield from identifier_of(name, number, case.ground.ours("idtype", "document-number"))


def mentions(case: Case) -> Iterator[Triple]:
    """Say what the text is about, and everyone and every place that it names."""
    for concept in case.record.subject:
        yield case.node, ABOUT, case.ground.concept(concept)
    for agent in case.nodes(*TOPICS):
        yield case.node, ABOUT, agent
    for agent in case.nodes(*NAMED_IN_TEXT):
        yield case.node, REFERS_TO, agent
    for node in dict.fromkeys(p.node for p in case.places if p.role != "created"):
        yield case.node, REFERS_TO, node


def belongings(case: Case) -> Iterator[Triple]:
    """Say of which sets of texts the document is a part."""
    for text in case.record.is_part_of:
        yield case.node, PART_OF, case.ground.set_of(text, case.record.kind)


def page_of(case: Case) -> Term | None:
    """Name the page on the web that documents the thing, when an address of it is known."""
    printed = any(one.scheme == "url-as-printed" for one in case.record.identifiers)
    return fragment(case.node, "webpage") if case.record.url or printed else None


def _shown(case: Case) -> Iterator[Term]:
    record = case.record
    yield from (text for text, _ in texts_of(case))
    stems = [("citation", record.citation)]
    if record.kind in WORKS:
        stems.append(("rights-text", record.rights))
    if case.ground.dataset.abstracts:
        stems.append(("summary", record.abstract))
    for stem, texts in stems:
        for number in range(len(texts)):
            yield fragment(case.node, numbered(stem, number))


def _translation_label(case: Case, language: Concept | None) -> str:
    if language is None:
        return "Translation"
    known = case.ground.vocabulary.has("language", language.id)
    name = case.ground.vocabulary.label("language", language.id) if known else language.label
    return f"{name} translation"
