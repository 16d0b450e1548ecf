"""Links are published as SSSOM that its readers take, refusals and searches in vain too."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from lod.entity import Candidate, Entity, Judgement
from lod.mapping.assertions import LINKSET, assertions
from lod.publish.links import Mapping, sssom
from lod.terms import value
from tests.publish.made import BASE, DATASET, ENTITY, HOSTILE, INFO, URIS, told

# The slots of a mapping in SSSOM 1.1, in the order of its schema.
SLOTS = (
    "record_id subject_id subject_label subject_category predicate_id predicate_label "
    "predicate_modifier object_id object_label object_category mapping_justification author_id "
    "author_label reviewer_id reviewer_label creator_id creator_label license subject_type "
    "subject_source subject_source_version object_type object_source object_source_version "
    "predicate_type mapping_provider mapping_source mapping_cardinality cardinality_scope "
    "mapping_tool mapping_tool_id mapping_tool_version mapping_date publication_date "
    "review_date confidence curation_rule curation_rule_text subject_match_field "
    "object_match_field match_string subject_preprocessing object_preprocessing "
    "similarity_score similarity_measure see_also issue_tracker_item other comment "
)
SET_SLOTS = {
    "sssom_version", "curie_map", "mapping_set_id", "mapping_set_version", "mapping_set_title",
    "creator_label", "license", "object_source",
}  # fmt: skip
BUILT_IN = {"sssom", "skos", "semapv"}
HUMAN = {
    "decided_by": "A. Curator",
    "decided_on": "2025-03-01",
    "justification": "semapv:ManualMappingCuration",
}


def written(*entities: Entity) -> str:
    return "".join(sssom(entities, INFO, URIS))


def mappings(*entities: Entity) -> list[Mapping]:
    body = [line for line in written(*entities).split("\n") if line and not line.startswith("#")]
    head, *rows = csv.reader(body, delimiter="\t", strict=True)
    assert tuple(head) == Mapping._fields
    return [Mapping(*row) for row in rows]


def one(judgement: Judgement, **changes: object) -> Mapping:
    (found,) = mappings(told(judgement, **changes))
    return found


def accepted(**changes: object) -> Mapping:
    return one(
        Judgement.ACCEPTED, **{"id": "Q35314", "label": "N. Khrushchev", "score": 0.97, **changes}
    )


def prefixes(text: str) -> dict[str, str]:
    found = re.findall(r"^#  (\w+): (.+)$", text, re.MULTILINE)
    return {name: json.loads(space) for name, space in found}


def test_columns_are_slots_of_sssom_in_its_order() -> None:
    assert [slot for slot in SLOTS.split() if slot in Mapping._fields] == list(Mapping._fields)


def test_the_head_has_slots_of_a_mapping_set_alone() -> None:
    head = [line for line in written().splitlines() if line.startswith("#")]
    keys = [line[1:].partition(":")[0] for line in head if line[1] not in " -"]
    assert set(keys) == SET_SLOTS
    assert len(keys) == len(SET_SLOTS)


def test_a_head_survives_any_title() -> None:
    for title in HOSTILE:
        info = replace(INFO, dataset=replace(DATASET, title=title, publisher=title))
        head = [line for line in sssom([], info, URIS) if line.startswith("#")]
        scalars = [line.rstrip("\n").split(": ", 1)[1] for line in head if '": ' not in line
                   and ": " in line]  # fmt: skip
        assert all(isinstance(json.loads(scalar), str) for scalar in scalars)
        assert all(line.count("\n") == 1 for line in head)


def test_every_identifier_is_a_curie_of_a_declared_prefix() -> None:
    entities = [told(Judgement.REVIEW), told(Judgement.NONE)]
    declared = prefixes(written()).keys() | BUILT_IN
    for found in mappings(*entities):
        identifiers = (*found[:2], found.subject_category, found.predicate_id, found.object_id)
        assert {curie.partition(":")[0] for curie in identifiers} <= declared


def test_an_accepted_link_is_the_link_of_the_graph_with_tool_and_date() -> None:
    found = accepted()
    assert (found.subject_id, found.object_id) == ("person:0c8fq82pax", "wd:Q35314")
    assert (found.predicate_id, found.predicate_modifier) == ("la:equivalent", "")
    assert (found.confidence, found.comment) == ("0.97", "two namesakes; alive then")
    assert (found.mapping_tool, found.mapping_date) == ("lod", "2026-11-22")


def test_a_person_who_decided_is_the_author_and_is_certain() -> None:
    found = accepted(**HUMAN, score=0.0)
    assert (found.author_label, found.reviewer_label) == ("A. Curator", "")
    assert (found.mapping_date, found.mapping_tool, found.confidence) == ("2025-03-01", "", "1")


def test_a_person_who_reviewed_is_the_reviewer() -> None:
    found = accepted(**HUMAN | {"justification": "semapv:MappingReview"})
    assert (found.author_label, found.reviewer_label) == ("", "A. Curator")
    assert (found.mapping_date, found.review_date) == ("", "2025-03-01")


@pytest.mark.parametrize("judgement", [Judgement.REVIEW, Judgement.DEFERRED])
def test_a_candidate_is_never_a_link(judgement: Judgement) -> None:
    found = one(judgement)
    assert (found.predicate_id, found.object_id) == ("lo:mayBe", "wd:Q35314")
    assert found.confidence == "0.62"
    assert found.comment == "candidate, not decided; two namesakes; alive then"


def test_a_candidate_that_is_nobody_to_a_thousandth_has_no_line() -> None:
    nobody = (Candidate(id="Q1", name="A", score=0.0004),)
    found = list(sssom([told(Judgement.REVIEW, candidates=nobody)], INFO, URIS))
    assert [line for line in found if "wd:Q1\t" in line] == []


def test_a_refused_item_is_a_link_with_the_modifier_not() -> None:
    found = one(Judgement.NOT, id="Q35314", **HUMAN)
    assert (found.predicate_id, found.predicate_modifier) == ("la:equivalent", "Not")
    assert (found.object_id, found.confidence) == ("wd:Q35314", "1")


def test_a_search_in_vain_says_where_and_when_nothing_was_found() -> None:
    found = one(Judgement.NONE, candidates=())
    assert found.object_id == "sssom:NoTermFound"
    assert (found.object_source_version, found.mapping_date) == ("embedded@1a2b", "2026-11-22")
    assert '#object_source: "wd:Q2013"\n' in written()


def test_doubt_is_left_where_unlikely_candidates_were_found() -> None:
    assert one(Judgement.NONE).confidence == "0.38"


@pytest.mark.parametrize(
    "entity",
    [replace(ENTITY, decision=None), told(Judgement.ERROR), replace(ENTITY, merged_into="x")],
)
def test_of_what_nothing_is_known_nothing_is_said(entity: Entity) -> None:
    assert mappings(entity) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_breaks_its_cell_or_its_line(text: str) -> None:
    entity = replace(told(Judgement.REVIEW, name=text, note=text), label=text)
    (found,) = mappings(entity)
    assert found.subject_label == " ".join(re.sub("[\x00-\x1f\ud800]", " ", text).split())
    assert len(written(entity).splitlines()) == len(written().splitlines()) + 1


def _claimed(entities: Sequence[Entity]) -> set[str]:
    """Name the assertions that the graphs make about these entities."""
    found = [triple for one in entities for triple in assertions(one, URIS, "r")]
    subjects = {value(triple[0]).partition("#")[0] for graph, triple in found if graph != LINKSET}
    return {subject for subject in subjects if subject.startswith(f"{BASE}assert/")}


@pytest.mark.parametrize("judgement", list(Judgement))
def test_every_line_is_an_assertion_of_the_graphs_and_the_other_way_round(
    judgement: Judgement,
) -> None:
    settled = judgement in (Judgement.ACCEPTED, Judgement.NOT)
    entity = told(judgement, id="Q35314" if settled else "")
    spaces = prefixes(written())
    lines = {found.record_id.replace("assert:", spaces["assert"]) for found in mappings(entity)}
    assert lines == _claimed([entity])
