"""The flat layer: one statement a fact, nothing that a flat term would get wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lod.mapping import PROFILES
from lod.record import Agent, Concept, Record, Text, TimeSpan
from lod.terms import value
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known

NOTE = Record(key="x-1", title=(Text(value="A note"),))


def said(record: Record, **settings: object) -> list[tuple[str, str]]:
    profile = PROFILES["dublin-core"](replace(DATASET, **settings), load())  # type: ignore[arg-type]
    return [
        (value(p).rpartition("/")[2], o.removeprefix("<").removesuffix(">"))
        for _, p, o in profile.record(record, Known())
    ]


@pytest.mark.parametrize(
    ("edtf", "term", "datatype"),
    [
        ("1951-11-19", "created", "date"),
        ("1967-11", "created", "gYearMonth"),
        ("1951", "created", "gYear"),
        ("1946-22", "date", "EDTF"),
    ],
)
def test_a_date_has_the_datatype_of_its_precision(edtf: str, term: str, datatype: str) -> None:
    found = dict(said(replace(NOTE, date=(TimeSpan(label="x", edtf=edtf),))))
    assert found[term].endswith(datatype)


def test_a_text_without_a_language_is_in_that_of_the_dataset() -> None:
    assert dict(said(NOTE, language="ru"))["title"] == '"A note"@ru'


def test_an_old_secrecy_mark_is_described_and_restricts_nothing() -> None:
    mark = Concept(scheme="classification", label="Top Secret", id="top-secret")
    found = dict(said(replace(NOTE, classification=(mark,))))
    assert found["description"] == '"Original marking: Top Secret."@en'
    assert "accessRights" not in found


@pytest.mark.parametrize("allowed", [True, False])
def test_sentences_of_the_source_are_published_only_where_allowed(allowed: bool) -> None:
    record = replace(NOTE, abstract=(Text(value="It says."),), description=(Text(value="Torn."),))
    found = dict(said(record, abstracts=allowed))
    assert ("abstract" in found, "description" in found) == (allowed, allowed)


def test_who_made_it_is_not_also_a_contributor() -> None:
    roles = ("author", "sender", "editor")
    record = replace(NOTE, agents=tuple(Agent(name="A", kind="person", role=r) for r in roles))
    assert [name for name, _ in said(record) if name in ("creator", "contributor")] == ["creator"]


@pytest.mark.parametrize("role", ["mentioned", "copy-recipient", "former-owner"])
def test_who_had_no_part_in_it_is_left_to_richer_profiles(role: str) -> None:
    agent = Agent(name="A", kind="person", role=role)
    assert said(replace(NOTE, agents=(agent,))) == said(NOTE)


def test_a_licence_is_no_rights_statement() -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    found = dict(said(replace(NOTE, license=licence)))
    assert (found["license"], "rights" in found) == (licence, False)


def test_a_transcriber_is_a_contributor_for_those_who_infer_nothing() -> None:
    agents = (Agent(name="A", kind="person", role="transcriber"),)
    terms = [term for term, _ in said(replace(NOTE, agents=agents))]
    assert "trc" in terms
    assert "contributor" in terms
