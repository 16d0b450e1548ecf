"""What the layers of a record agree on: its translations, its page, what it belongs to."""

from __future__ import annotations

from lod.mapping.ground import Case, Ground, concept_slug
from lod.record import Concept, Part, Record, Related
from lod.terms import Term, fragment

TRANSLATING = "translator"
DOCUMENT = Concept(scheme="doctype", label="document", id="document", language="en")


def texts_of(case: Case) -> list[tuple[Term, Concept | None]]:
    """List the translations that are presented, with their language where it is known.

    There is one when the text shown is in another language than the document, or when a
    translator is named.
    """
    record = case.record
    if record.kind != "document":
        return []
    original = {concept.id or concept.label for concept in record.language}
    shown = [text for text in record.text_language if (text.id or text.label) not in original]
    texts: list[tuple[Term, Concept | None]] = [
        (fragment(case.node, f"text-{concept_slug(language.id or language.label)}"), language)
        for language in shown
    ]
    if not texts and any(agent.role == TRANSLATING for agent in case.agents):
        return [(fragment(case.node, "text-translated"), None)]
    return texts


def types_of(record: Record) -> tuple[Concept, ...]:
    """Give the types of a thing; a document of which nothing is known is at least a document."""
    return record.type or ((DOCUMENT,) if record.kind == "document" else ())


def license_of(record: Record, ground: Ground) -> str:
    """Give the rights statement or licence of a thing as an IRI, the dataset's by default."""
    default = ground.dataset.rights
    return record.license or (default if default.startswith(("http://", "https://")) else "")


def answered(case: Case) -> list[tuple[Term, str]]:
    """List the documents that this one answers, by the number that the source gives them."""
    return [
        (case.answers[no] or fragment(case.node, f"ref-{place}"), no)
        for place, no in enumerate(case.answers, 1)
    ]


def related_of(case: Case) -> list[tuple[Term, Related]]:
    """List the documents that a record speaks of, beside those known by a number alone.

    One is part of the record when it is enclosed; the others stand outside.
    """
    found: list[tuple[Term, Related]] = []
    counts = {"ref": len(answered(case)), "attachment": 0}
    for one in case.record.related:
        stem = "attachment" if one.relation == "attachment" else "ref"
        counts[stem] += 1
        found.append((fragment(case.node, f"{stem}-{counts[stem]}"), one))
    return found


def parts_of(case: Case) -> list[tuple[Term, Part]]:
    """List the texts that a record describes together."""
    return [(fragment(case.node, f"part-{n}"), one) for n, one in enumerate(case.record.parts, 1)]


def bearers(case: Case, *roles: str) -> list[Term]:
    """Give the nodes of the parts in which somebody has one of these roles, else the whole's."""
    parts = [
        node for node, part in parts_of(case) if any(agent.role in roles for agent in part.agents)
    ]
    return parts or [case.node]


def web_addresses(record: Record) -> tuple[str, ...]:
    """Give the address of the record's page, if it has one."""
    return (record.url,) if record.url else ()
