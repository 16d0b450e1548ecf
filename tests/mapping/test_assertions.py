"""Identity links with their evidence: which are facts, which are candidates, which were refused."""

from __future__ import annotations

import pytest

from lod.entity import Candidate, Decision, Entity, Judgement
from lod.mapping.assertions import LINKSET, assertions
from lod.mapping.provenance import Run, run_node
from lod.namespaces import CRM, RDF
from lod.terms import Triple, value
from tests.mapping.crm import Judge
from tests.mapping.double import URIS, candidate

ID = "qtvxddqzf3"


def entity(judgement: Judgement, **fields: object) -> Entity:
    decision = Decision(kind="person", name="A", year=1951, judgement=judgement, **fields)  # type: ignore[arg-type]
    return Entity(id=ID, kind="person", label="A", decision=decision, snapshots=("a" * 64,))


def said(one: Entity, graph: str = "assertions/r1") -> list[Triple]:
    return [triple for name, triple in assertions(one, URIS, "r1") if name == graph]


def values(one: Entity, term: str) -> list[str]:
    return [value(o).rpartition("/")[2] for _, p, o in said(one) if p.rstrip(">").endswith(term)]


def test_an_accepted_link_has_its_assertion_and_is_the_same() -> None:
    one = entity(Judgement.ACCEPTED, id="Q132899", score=0.99)
    assert values(one, "P141_assigned") == ["Q132899"]
    assert values(one, "ns#status") == ["accepted"]
    assert [value(o) for _, _, o in said(one, LINKSET)] == [
        "http://www.wikidata.org/entity/Q132899"
    ]


def test_a_candidate_is_an_assertion_and_nothing_more() -> None:
    one = candidate("Gromyko", "Q184267")
    assert (values(one, "ns#status"), values(one, "confidence")) == (["candidate"], ["0.9"])
    assert values(one, "P3_has_note") == ["office fits"]
    assert said(one, LINKSET) == []


def test_a_link_that_is_less_than_sure_is_not_the_same() -> None:
    assert said(entity(Judgement.ACCEPTED, id="Q1", score=0.92), LINKSET) == []


def test_a_curator_is_sure_without_a_number() -> None:
    one = entity(Judgement.ACCEPTED, id="Q1", decided_by="Ada Lovelace", decided_on="2026-11-20")
    assert said(one, LINKSET)
    assert values(one, "confidence") == ["1"]
    assert values(one, "P14_carried_out_by") == values(one, "wasAssociatedWith")
    assert "2026-11-20T00:00:00Z" in values(one, "P82a_begin_of_the_begin")


def test_a_refused_item_is_kept_as_refused() -> None:
    one = entity(Judgement.NOT, id="Q1", decided_by="Ada", decided_on="2026-11-20", score=0.2)
    assert (values(one, "ns#status"), said(one, LINKSET)) == (["rejected"], [])


def test_a_candidate_that_is_nobody_to_a_thousandth_is_not_published() -> None:
    found = (Candidate(id="Q1", name="A", score=0.4), Candidate(id="Q2", name="B", score=0.0001))
    one = entity(Judgement.REVIEW, candidates=found)
    assert values(one, "P141_assigned") == ["Q1"]


@pytest.mark.parametrize(("score", "sure"), [(0.0, "1"), (0.3, "0.7")])
def test_nothing_found_is_as_sure_as_no_candidate_is_meant(score: float, sure: str) -> None:
    found = (Candidate(id="Q1", name="A", score=score),)
    assert values(entity(Judgement.NONE, candidates=found), "confidence") == [sure]


def test_a_search_that_found_nothing_says_so_and_where() -> None:
    one = entity(Judgement.NONE, authority="wikidata 2026-11", note="no such person")
    assert (values(one, "ns#status"), values(one, "P141_assigned")) == (["none-found"],) * 2
    assert values(one, "authorityVersion") == ["wikidata 2026-11"]
    assert "no such person" in values(one, "P3_has_note")[0]


@pytest.mark.parametrize(
    "one",
    [entity(Judgement.ERROR), Entity(id=ID, kind="person", label="A")],
    ids=["a service failed", "nobody looked"],
)
def test_nothing_is_said_where_nothing_is_known(one: Entity) -> None:
    assert list(assertions(one, URIS, "r1")) == []


def test_deferred_candidates_each_have_their_own_assertion() -> None:
    found = tuple(Candidate(id=f"Q{n}", name="A", score=0.5) for n in (1, 2))
    one = entity(Judgement.DEFERRED, candidates=found)
    assert values(one, "P141_assigned") == ["Q1", "Q2"]
    assert values(one, "ns#status") == ["deferred", "deferred"]


def test_cidoc_crm_allows_every_assertion(judge: Judge) -> None:
    ones = [
        entity(Judgement.ACCEPTED, id="Q1", score=0.99),
        entity(Judgement.NONE, decided_by="Ada", decided_on="2026-11-20"),
    ]
    run = Run("r1", "2026-11-22T00:00:00Z", "2026-11-22T00:01:00Z", "lod", "The Archive")
    person = (URIS.thing("person", ID), RDF["type"], CRM["E21_Person"])
    graph = [person, *run_node(run, ["Ada"], URIS), *(t for one in ones for t in said(one))]
    assert judge.wrong(graph) == []
