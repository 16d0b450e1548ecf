"""Europeana and schema.org: only what a record honestly has, in graphs of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from lod.entity import Entity
from lod.mapping import PROFILES
from lod.mapping.edm import EuropeanaDataModel
from lod.mapping.schema_org import SchemaOrg
from lod.record import Agent, Concept, Record, Text
from lod.terms import Triple, value
from lod.vocabulary import load
from tests.mapping.double import DATASET, GOLDEN, Known, entities_of, golden

FIT = Record(
    key="x-1",
    url="https://example.org/1",
    title=(Text(value="A letter"),),
    language=(Concept(scheme="language", label="Russian", id="ru"),),
    license="https://creativecommons.org/publicdomain/zero/1.0/",
)
CASES = {folder.name: golden(folder) for folder in GOLDEN}


def edm() -> EuropeanaDataModel:
    return EuropeanaDataModel(DATASET, load())


def said(profile: str, record: Record) -> set[tuple[str, str]]:
    triples = PROFILES[profile](DATASET, load()).record(record, Known())
    return {(value(p).rpartition("/")[2], value(o).rpartition("/")[2]) for _, p, o in triples}


def test_a_whole_record_becomes_one_aggregation_with_what_europeana_asks() -> None:
    found = {name for name, _ in said("edm", FIT)}
    demanded = {"aggregatedCHO", "dataProvider", "provider", "rights", "isShownAt", "type", "title"}
    assert demanded | {"language"} <= found


@pytest.mark.parametrize(
    ("field", "empty"),
    [("url", ""), ("title", ()), ("language", ()), ("license", ""), ("kind", "person")],
)
def test_a_record_that_lacks_something_says_what_and_gives_nothing(
    field: str, empty: object
) -> None:
    record = replace(FIT, **{field: empty})  # type: ignore[arg-type]
    issue = edm().fit(record)
    assert issue is not None
    assert issue.record == "x-1"
    assert issue.code == f"edm/{'rights' if field == 'license' else field}"
    assert list(edm().record(record, Known())) == []


def test_an_object_needs_a_type_or_a_place_but_no_language() -> None:
    record = replace(FIT, kind="object", language=())
    issue = edm().fit(record)
    assert issue is not None
    assert issue.code == "edm/type"
    typed = replace(record, type=(Concept(scheme="objecttype", label="coin", id="coin"),))
    assert edm().fit(typed) is None


@pytest.mark.parametrize(
    "license_",
    ["https://creativecommons.org/licenses/by/4.0/de/", "https://example.org/my-licence"],
)
def test_a_licence_that_europeana_does_not_know_is_refused(license_: str) -> None:
    issue = edm().fit(replace(FIT, license=license_))
    assert issue is not None


def test_the_rights_of_the_dataset_stand_in_for_those_of_a_record() -> None:
    dataset = replace(DATASET, rights="http://rightsstatements.org/vocab/InC/1.0/")
    assert EuropeanaDataModel(dataset, load()).fit(replace(FIT, license="")) is None


@pytest.mark.parametrize(
    ("words", "address"),
    [("In Copyright", "rightsstatements.org/vocab/InC/1.0/"),
     ("Public domain", "creativecommons.org/publicdomain/mark/1.0/"),
     ("CC BY 4.0", "creativecommons.org/licenses/by/4.0/")],
)  # fmt: skip
def test_rights_may_be_named_in_words(words: str, address: str) -> None:
    dataset = replace(DATASET, rights=words)
    of_dataset = EuropeanaDataModel(dataset, load()).record(replace(FIT, license=""), Known())
    own = replace(FIT, license="", rights=(Text(value=words, language="en"),))
    of_record = edm().record(own, Known())
    for found in (of_dataset, of_record):
        assert f"http://{address}" in {value(o) for _, p, o in found if p.endswith("/rights>")}


def test_the_message_on_rights_says_what_can_be_written() -> None:
    issue = edm().fit(replace(FIT, license=""))
    assert issue is not None
    assert 'rights = "In Copyright"' in issue.message
    assert "http://rightsstatements.org/vocab/InC/1.0/" in issue.message


def test_who_wrote_a_letter_and_sent_it_is_its_creator_alone() -> None:
    writer = Agent(role="author", name="Tito", kind="person")
    sent = (writer, replace(writer, role="sender"), replace(writer, role="recipient", name="Mao"))
    found = said("edm", replace(FIT, agents=sent))
    creators = {o for p, o in found if p == "creator"}
    others = {o for p, o in found if p == "contributor"}
    assert (len(creators), len(others), creators & others) == (1, 1, set())


@pytest.mark.parametrize("profile", ["edm", "schema-org"])
def test_an_entity_has_a_name_and_its_item(profile: str) -> None:
    known = [one for record in CASES.values() for one in entities_of(record) if one.qid]
    triples: list[Triple] = []
    for one in known:
        triples += PROFILES[profile](DATASET, load()).entity(one)
    assert {value(o) for _, p, o in triples if value(p).endswith("sameAs")} >= {
        "http://www.wikidata.org/entity/Q132899"
    }


@pytest.mark.parametrize("profile", ["edm", "schema-org"])
def test_what_was_merged_away_is_not_shown(profile: str) -> None:
    gone = Entity(id="a" * 10, kind="person", label="A", merged_into="b" * 10)
    assert list(PROFILES[profile](DATASET, load()).entity(gone)) == []


def test_schema_org_says_who_wrote_to_whom() -> None:
    found = {name for name, _ in said("schema-org", CASES["two-archives"])}
    assert {"sender", "recipient", "ccRecipient", "holdingArchive", "inLanguage"} <= found


def test_schema_org_says_when_a_person_lived() -> None:
    assert {("birthDate", "1890-03-09"), ("deathDate", "1986")} <= said(
        "schema-org", CASES["person"]
    )


def test_schema_org_asks_for_a_name() -> None:
    profile = SchemaOrg(DATASET, load())
    assert profile.fit(FIT) is None
    issue = profile.fit(replace(FIT, title=()))
    assert issue is not None
    assert issue.field == "title"


def test_every_word_of_schema_org_is_used_where_it_may_be(shared: Path) -> None:
    path = shared / "conformance" / "schema-org" / "schemaorg-current-https.ttl"
    terms = {quad.subject for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)}
    used = {
        p
        for record in CASES.values()
        for _, p, _ in SchemaOrg(DATASET, load()).record(record, Known())
    }
    assert not [p for p in used if "schema.org" in p and ox.NamedNode(value(p)) not in terms]


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_is_given_to_europeana_meets_its_schema(name: str) -> None:
    dataset = replace(DATASET, rights="http://rightsstatements.org/vocab/InC/1.0/")
    triples = list(EuropeanaDataModel(dataset, load()).record(CASES[name], Known()))
    said = [value(p).rpartition("/")[2] for _, p, _ in triples]
    once = ("aggregatedCHO", "dataProvider", "provider", "rights", "isShownAt", "identifier")
    assert {said.count(term) for term in once} == ({1} if triples else {0})
    assert bool(triples) == (name in {"two-archives", "private-letter", "painting"})
