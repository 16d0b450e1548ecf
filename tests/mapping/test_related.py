"""Parts of a record and documents it speaks of: what is theirs is not said of the whole."""

from __future__ import annotations

import pytest

from lod.record import Agent, Concept, Part, Record, Related, Relation, Text
from lod.terms import value
from tests.mapping.double import mapped

SECRET = Concept(scheme="classification", label="Secret", id="secret", language="en")
AUTHOR = Agent(name="Gromyko, Andrei", kind="person", role="author")
SIGNER = Agent(name="Gromyko, Andrei", kind="person", role="signatory")
BODY = Agent(name="Politburo", kind="group", role="corporate-author")
TWO = Record(
    key="x-1",
    title=(Text(value="Decision with a letter", language="en"),),
    agents=(BODY, AUTHOR, SIGNER),
    classification=(SECRET,),
    parts=(
        Part(label="Excerpt", agents=(BODY,)),
        Part(label="Letter", agents=(AUTHOR, SIGNER), classification=(SECRET,)),
    ),
)


def objects(record: Record, subject: str, term: str) -> list[str]:
    """List what a property of a node gives, by the last step of each IRI."""
    return sorted(
        value(o).rpartition("/")[2]
        for s, p, o in mapped(record)
        if value(s).endswith(subject) and value(p).rpartition("/")[2] == term
    )


def test_each_part_has_its_own_making_and_marks() -> None:
    assert objects(TWO, "#creation", "P9_consists_of") == ["x-1#creation-1", "x-1#creation-2"]
    assert "secret" in objects(TWO, "#part-2", "P2_has_type")
    assert "secret" not in objects(TWO, "doc/x-1", "P2_has_type")


def test_a_signature_is_that_of_the_part_that_has_it() -> None:
    assert objects(TWO, "#part-2", "P16i_was_used_for") == ["x-1#signing"]
    assert objects(TWO, "doc/x-1", "P16i_was_used_for") == []


@pytest.mark.parametrize(
    ("relation", "crm", "dublin_core", "node"),
    [
        ("references", "P67_refers_to", "references", "x-1#ref-1"),
        ("in-reply-to", "P67_refers_to", "references", "x-1#ref-1"),
        ("part-of", "P106i_forms_part_of", "isPartOf", "x-1#ref-1"),
        ("attachment", "P148_has_component", "hasPart", "x-1#attachment-1"),
    ],
)
def test_another_document_is_a_stub_with_its_number(
    relation: Relation, crm: str, dublin_core: str, node: str
) -> None:
    other = Related(label="telegram No. 7", relation=relation, number="7", agents=(AUTHOR,))
    record = Record(key="x-1", related=(other,))
    assert objects(record, "doc/x-1", crm) == objects(record, "doc/x-1", dublin_core) == [node]
    assert objects(record, f"{node[3:]}-no", "P190_has_symbolic_content") == ["7"]
    motive = objects(record, "#creation", "P17_was_motivated_by")
    assert motive == ([node] if relation == "in-reply-to" else [])
