"""The small nodes of CIDOC-CRM that everything shares: names, identifiers, statements, rights."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.ground import ANSWERED, Case, Ground, concept_slug
from lod.mapping.parts import license_of, types_of
from lod.namespaces import AAT, CRM, RDF, RDFS
from lod.record import Concept, Identifier, Text, TimeSpan
from lod.terms import Term, Triple, fragment, iri, literal

TYPE, LABEL = RDF["type"], RDFS["label"]
NAME, IDENTIFIER = CRM["E33_E41_Linguistic_Appellation"], CRM["E42_Identifier"]
LINGUISTIC, RIGHT = CRM["E33_Linguistic_Object"], CRM["E30_Right"]
IDENTIFIED, PREFERRED = CRM["P1_is_identified_by"], CRM["P48_has_preferred_identifier"]
HAS_TYPE, HAS_LANGUAGE = CRM["P2_has_type"], CRM["P72_has_language"]
CONTENT, REFERRED_TO = CRM["P190_has_symbolic_content"], CRM["P67i_is_referred_to_by"]
SUBJECT_TO, HELD_BY = CRM["P104_is_subject_to"], CRM["P105_right_held_by"]
PRIMARY, ALTERNATE = AAT["300404670"], AAT["300264273"]
SYSTEM_NUMBER = AAT["300435704"]
SUMMARY, CITATION, DESCRIPTION = AAT["300026032"], AAT["300311705"], AAT["300435416"]
MARKINGS, RIGHTS_TEXT = AAT["300435420"], AAT["300435434"]
MATERIALS, DIMENSIONS = AAT["300435429"], AAT["300435430"]
# Of the page, or of another document: no identifiers of the thing itself.
NOT_ITS_OWN = frozenset({"url", "url-as-printed", ANSWERED})


def name_of(node: Term, name: Term, text: Text, kind: Term, ground: Ground) -> Iterator[Triple]:
    """Give a node a name of some kind (primary, alternate) in its language."""
    yield node, IDENTIFIED, name
    yield name, TYPE, NAME
    yield name, HAS_TYPE, kind
    yield from content_of(name, text, ground)


def content_of(node: Term, text: Text, ground: Ground) -> Iterator[Triple]:
    """Give a linguistic node its words and its language."""
    language = ground.language_concept(text.language)
    if language is not None:
        yield node, HAS_LANGUAGE, language
    yield node, CONTENT, ground.text(text)


def identifier_of(name: Term, value: str, kind: Term) -> Iterator[Triple]:
    """Describe an identifier; the value is a string, its zeros and letters stay."""
    yield name, TYPE, IDENTIFIER
    yield name, HAS_TYPE, kind
    yield name, CONTENT, literal(value)


def statement(name: Term, text: Text, kind: Term, ground: Ground) -> Iterator[Triple]:
    """Describe a text about a thing: a summary, a citation, a description of its material."""
    yield name, TYPE, LINGUISTIC
    yield name, HAS_TYPE, kind
    yield from content_of(name, text, ground)


def names_and_numbers(case: Case) -> Iterator[Triple]:
    """Say what a thing is called and numbered: one preferred identifier, all names."""
    ground, record, node = case.ground, case.record, case.node
    for number, title in enumerate(record.title):
        name = fragment(node, numbered("title", number))
        yield from name_of(node, name, title, ALTERNATE if number else PRIMARY, ground)
    for number, title in enumerate(record.alternative):
        name = fragment(node, numbered("alternative", number))
        yield from name_of(node, name, title, ALTERNATE, ground)
    preferred = fragment(node, "id")
    yield node, PREFERRED, preferred
    kind = SYSTEM_NUMBER if record.identifier else ground.ours("idtype", "local-key")
    yield from identifier_of(preferred, record.identifier or record.key, kind)
    others = [one for one in record.identifiers if one.scheme not in NOT_ITS_OWN]
    yield from further_numbers(node, others, ground)


def further_numbers(node: Term, found: list[Identifier], ground: Ground) -> Iterator[Triple]:
    """Give a node identifiers beside its preferred one, each of its own type."""
    for number, one in enumerate(found, 1):
        name = fragment(node, f"number-{number}")
        yield node, IDENTIFIED, name
        yield from identifier_of(name, one.value, ground.ours("idtype", one.scheme))


def label_and_types(case: Case) -> Iterator[Triple]:
    """Say the label that people see, with the date where it is known, and the types."""
    ground, record, node = case.ground, case.record, case.node
    for title in record.title[:1]:
        day = next((short_date(span, ground) for span in record.date), "")
        shown = title.value + " (" + day + ")" if day else title.value
        yield node, LABEL, literal(shown, lang=title.language or ground.language)
    within = {concept.id for part in record.parts for concept in part.classification}
    own = (concept for concept in record.classification if concept.id not in within)
    for concept in dict.fromkeys((*types_of(record), *own)):
        yield node, HAS_TYPE, ground.concept(concept)


def statements(case: Case) -> Iterator[Triple]:
    """Attach what is said about a thing in sentences, as far as they may be published."""
    record, node = case.record, case.node
    kept: list[tuple[str, tuple[Text, ...], Term]] = [
        ("citation", record.citation, CITATION),
        ("medium", record.medium, MATERIALS),
        ("extent", record.extent, DIMENSIONS),
        ("markings", _marking_line(record.classification), MARKINGS),
    ]
    if case.ground.dataset.abstracts:
        kept += [
            ("summary", record.abstract, SUMMARY),
            ("description", record.description, DESCRIPTION),
            ("note", record.note, DESCRIPTION),
        ]
    for stem, texts, kind in kept:
        for number, text in enumerate(texts):
            name = fragment(node, numbered(stem, number))
            yield node, REFERRED_TO, name
            yield from statement(name, text, kind, case.ground)


def rights_of(case: Case) -> Iterator[Triple]:
    """Attach the right that a thing is under: its type as an IRI, its words verbatim."""
    record, node = case.record, case.node
    for holder in case.nodes("rights-holder"):
        yield node, HELD_BY, holder
    statement_iri = license_of(record, case.ground)
    if not record.rights and not statement_iri:
        return
    right = fragment(node, "right")
    yield node, SUBJECT_TO, right
    yield right, TYPE, RIGHT
    if statement_iri:
        yield right, HAS_TYPE, iri(statement_iri)
    for number, text in enumerate(record.rights):
        name = fragment(node, numbered("rights-text", number))
        yield right, REFERRED_TO, name
        yield from statement(name, text, RIGHTS_TEXT, case.ground)


def short_date(span: TimeSpan, ground: Ground) -> str:
    """Write a date as people read it: an exact one as its ISO form, another in its own words."""
    exact = ground.created(span)
    return span.edtf if exact is not None and exact[0] == span.edtf else span.label


def numbered(stem: str, number: int) -> str:
    """Name the first of its kind plainly and the others by number.

    >>> numbered("title", 0), numbered("title", 1)
    ('title', 'title-2')
    """
    return f"{stem}-{number + 1}" if number else stem


def role_name(stem: str, role: str) -> str:
    """Name the node of a role in an activity: `creation-author`."""
    return f"{stem}-{concept_slug(role)}"


def _marking_line(marks: tuple[Concept, ...]) -> tuple[Text, ...]:
    line = " ".join(dict.fromkeys(mark.label for mark in marks if mark.label))
    language = next((mark.language for mark in marks), None)
    return (Text(value=line, language=language),) if line else ()
