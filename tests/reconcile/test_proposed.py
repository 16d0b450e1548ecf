"""A reconciliation service proposes; what is accepted is decided here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lod.entity import Decision, EntityKind, Judgement
from lod.errors import UsageError
from lod.fetch import Fetcher, Manners
from lod.reconcile.desk import Desk
from lod.reconcile.evidence import Situation
from lod.reconcile.live import Setting
from lod.reconcile.matcher import Matcher
from lod.reconcile.proposed import ProposedAuthority
from lod.reconcile.reconapi import Proposals, _read
from tests.wikidata import Reconciler, known, serving


@pytest.fixture
def service() -> Iterator[Reconciler]:
    with serving(Reconciler(known())) as server:
        yield server


def opened(server: Reconciler, cache: Path) -> ProposedAuthority:
    setting = Setting(contact="eva@example.org", cache=cache, today="2026-11-28")
    fetcher = Fetcher(Manners(timeout=0.5, whole=0.3), sleep=lambda _: None, chance=lambda: 0.5)
    desk = Desk("service", setting, fetcher)
    return ProposedAuthority(server.address, Proposals(server.address, desk))


def decided(
    authority: ProposedAuthority, name: str, kind: EntityKind = "person", year: int = 1951
) -> Decision:
    return Matcher([authority]).match(name, kind, Situation(year))


def test_a_name_that_agrees_is_accepted_and_dated(service: Reconciler, tmp_path: Path) -> None:
    found = decided(opened(service, tmp_path), "Gromyko, Andrei")
    assert (found.judgement, found.id) == (Judgement.ACCEPTED, "Q184267")
    assert (found.authority, found.decided_on) == (f"{service.address}@live", "2026-11-28")
    assert any("of the time 1909-1989" in one for one in found.candidates[0].reasons)


def test_a_score_of_a_hundred_is_no_verdict(service: Reconciler, tmp_path: Path) -> None:
    found = decided(opened(service, tmp_path), "Gromyko, Xaver")
    assert found.judgement is Judgement.REVIEW
    (candidate,) = found.candidates
    assert any(reason.startswith("another given name") for reason in candidate.reasons)


def test_years_of_the_service_speak_against_a_candidate(
    service: Reconciler, tmp_path: Path
) -> None:
    found = decided(opened(service, tmp_path), "Gromyko, Andrei", year=2001)
    assert found.judgement is not Judgement.ACCEPTED


def test_what_is_of_another_kind_is_left_out(service: Reconciler, tmp_path: Path) -> None:
    found = decided(opened(service, tmp_path), "Gromyko", "place")
    assert found.candidates == ()


def test_names_are_asked_in_batches_of_the_size_that_the_service_takes(
    service: Reconciler, tmp_path: Path
) -> None:
    matcher = Matcher([opened(service, tmp_path)])
    names = [f"Ivanov, Ivan {number}" for number in range(10)]
    matcher.prepare((name, "person", Situation(1951), "") for name in names)
    sizes = [len(json.loads(one["queries"])) for one in service.asked if "queries" in one]
    assert sizes == [4, 4, 2]


def test_years_that_a_heading_states_are_told(service: Reconciler, tmp_path: Path) -> None:
    decided(opened(service, tmp_path), "Gromyko, Andrei, 1909-1989")
    (asked,) = (json.loads(one["queries"])["q0"] for one in service.asked if "queries" in one)
    assert asked == {
        "query": "Andrei Gromyko",
        "limit": 10,
        "type": "Q5",
        "properties": [{"pid": "P569", "v": "1909"}, {"pid": "P570", "v": "1989"}],
    }


@pytest.mark.parametrize("day", ["429", "503", "cut", "page", "drip", "reset", "403"])
def test_a_bad_day_is_an_error_and_no_none(service: Reconciler, tmp_path: Path, day: str) -> None:
    service.always = day
    found = decided(opened(service, tmp_path), "Gromyko, Andrei")
    assert (found.judgement, found.id) == (Judgement.ERROR, "")
    service.always = ""
    assert decided(opened(service, tmp_path), "Gromyko, Andrei").id == "Q184267"


def test_an_answer_without_the_query_is_an_error(service: Reconciler, tmp_path: Path) -> None:
    service.answer = lambda asked: {} if "queries" in asked else known_manifest()  # type: ignore[method-assign]
    assert decided(opened(service, tmp_path), "Gromyko, Andrei").judgement is Judgement.ERROR


def known_manifest() -> dict[str, object]:
    space = "http://www.wikidata.org/entity/"
    return {"versions": ["0.2"], "name": "x", "identifierSpace": space, "schemaSpace": space}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"versions": ["1.0-draft"]}, "speaks version"),
        ({"identifierSpace": "https://d-nb.info/gnd/"}, "links are made to Wikidata"),
    ],
)
def test_a_service_of_something_else_is_refused(
    service: Reconciler, tmp_path: Path, said: Mapping[str, object], words: str
) -> None:
    service.said = said
    with pytest.raises(UsageError, match=words):
        decided(opened(service, tmp_path), "Gromyko")


def test_queries_and_answers_are_of_the_schema(
    service: Reconciler, tmp_path: Path, shared: Path
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    folder = shared / "conformance" / "reconciliation-specs" / "0.2" / "schemas"
    decided(opened(service, tmp_path), "Gromyko, Andrei, 1909-1989")
    for name, key in (
        ("reconciliation-query-batch", "queries"),
        ("data-extension-query", "extend"),
    ):
        schema = json.loads((folder / f"{name}.json").read_text("utf-8"))
        asked = [json.loads(one[key]) for one in service.asked if key in one]
        assert asked
        for one in asked:
            jsonschema.Draft7Validator(schema).validate(one)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text("ab ", max_size=5) | st.just("Q5"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "score", "type", "match"]), inner)
    ),
)


@given(st.lists(JSON))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_candidates_of_any_shape_are_read_or_left_out(rows: list[object]) -> None:
    assert all(one.id == "Q5" for one in _read(rows))
