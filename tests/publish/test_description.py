"""A release describes itself so that portals and search engines find it, and counts truly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from lod.publish.blocks import lines, ordered
from lod.publish.description import describe
from lod.publish.info import ReleaseInfo
from lod.publish.tally import Tally
from lod.terms import value
from lod.vocabulary import load
from tests.publish.made import BASE, DATASET, INFO, TALLY, URIS

PROLOGUE = load().prologue(BASE) + "PREFIX spdx: <http://spdx.org/rdf/terms#>\n"


def asked(query: str, info: ReleaseInfo = INFO) -> list[tuple[str, ...]]:
    store = ox.Store()
    text = "".join(lines(describe(info, URIS)))
    store.load(text, format=ox.RdfFormat.N_TRIPLES)
    found = store.query(PROLOGUE + query)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(term.value for term in row) for row in found)


@pytest.mark.parametrize("shapes", ["shapes.ttl", "range.ttl", "deprecateduris.ttl"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_dcat_ap_finds_no_violation(shared: Path, shapes: str) -> None:
    data = rdflib.Graph().parse(data="".join(lines(describe(INFO, URIS))), format="nt")
    path = shared / "conformance" / "dcat-ap" / "shacl" / shapes
    conforms, _, report = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(path))
    assert conforms, report


@pytest.mark.parametrize(
    ("property_", "count"),
    [("triples", 31), ("distinctSubjects", 5), ("properties", 4), ("classes", 1), ("entities", 5)],
)
def test_void_counts_are_those_of_the_tally(property_: str, count: int) -> None:
    query = f"SELECT ?n {{ <{BASE}description#dataset> void:{property_} ?n }}"
    assert asked(query) == [(str(count),)]


def test_every_property_and_class_has_its_own_partition_with_its_count() -> None:
    parts = asked("SELECT ?p ?n { ?part void:property ?p ; void:triples ?n }")
    assert parts == sorted((term[1:-1], str(n)) for term, n in TALLY.properties.items())
    assert asked("SELECT ?n { [] void:class crm:E21_Person ; void:entities ?n }") == [("3",)]


def test_links_to_wikidata_are_a_linkset_with_their_number() -> None:
    query = """SELECT ?n ?space { ?links a void:Linkset ; void:triples ?n ;
      void:subjectsTarget ?us ; void:objectsTarget ?them ; void:linkPredicate la:equivalent .
      ?them void:uriSpace ?space }"""
    assert asked(query) == [("6", "http://www.wikidata.org/entity/")]


def test_every_dump_is_a_distribution_with_address_type_size_and_checksum() -> None:
    query = """SELECT ?url ?type ?size ?sum { ?set dcat:distribution ?d . ?d dcat:downloadURL ?url ;
      dcat:mediaType ?type ; dcat:byteSize ?size ; spdx:checksum/spdx:checksumValue ?sum }"""
    found = {url: (kind.rpartition("media-types/")[2], size) for url, kind, size, _ in asked(query)}
    assert found == {
        f"{BASE}dumps/latest/csv/links.csv.gz": ("text/csv", "1000"),
        f"{BASE}dumps/latest/letters.jsonld.gz": ("application/ld+json", "1000"),
        f"{BASE}dumps/latest/letters.nq.gz": ("application/n-quads", "1000"),
        f"{BASE}dumps/latest/letters.nt.gz": ("application/n-triples", "1000"),
        f"{BASE}dumps/latest/letters.ttl.gz": ("text/turtle", "1000"),
    }


def test_a_dump_with_named_graphs_is_no_dump_of_the_dataset_to_void() -> None:
    found = [url.rpartition("/")[2] for (url,) in asked("SELECT ?u { ?d void:dataDump ?u }")]
    assert found == ["letters.jsonld.gz", "letters.nt.gz", "letters.ttl.gz"]


def test_search_engines_find_a_free_dataset_with_a_description() -> None:
    query = """SELECT ?name ?free ?version { ?d a schema:Dataset ; schema:name ?name ;
      schema:isAccessibleForFree ?free ; schema:version ?version ; schema:description [] }"""
    assert asked(query.replace("[]", "?x")) == [("Letters of the embassy", "true", INFO.version)]


def test_the_run_and_its_sources_are_named() -> None:
    query = """SELECT ?run ?when ?sum { ?d prov:wasGeneratedBy ?run ; prov:wasDerivedFrom ?from .
      ?run prov:startedAtTime ?when . ?from dcterms:identifier ?sum }"""
    assert asked(query) == [
        (f"{BASE}run/{INFO.run}", INFO.started, f"sha256:{INFO.sources[0].sha256}")
    ]


def test_there_is_no_time_but_that_of_the_run() -> None:
    later = replace(INFO, started="2027-01-02T03:04:05Z")
    text = "".join(lines(describe(later, URIS)))
    assert "2026" not in text.replace("".join(lines(describe(INFO, URIS))), "")
    assert text.replace("2027-01-02T03:04:05Z", INFO.started).replace(
        "2027-01-02", INFO.started[:10]
    ) == "".join(lines(describe(INFO, URIS)))


def test_nodes_are_the_description_its_fragments_or_things_elsewhere() -> None:
    found = describe(INFO, URIS)
    own = {s for s, _, _ in found if value(s).startswith(BASE)}
    allowed = (f"{BASE}description", f"{BASE}run/", f"{BASE}agent/lod")
    assert all(value(s).startswith(allowed) or value(s) == BASE for s in own)
    assert not any(term.startswith("_:") for triple in found for term in triple)


def test_the_same_facts_give_the_same_triples_each_once() -> None:
    found = describe(INFO, URIS)
    assert ordered(found) == ordered(describe(replace(INFO), URIS))
    assert len(set(found)) == len(ordered(found))


@pytest.mark.parametrize(
    ("contact", "property_", "address"),
    [
        ("archive@example.org", "hasEmail", "mailto:archive@example.org"),
        ("https://example.org/ask us", "hasURL", "https://example.org/ask%20us"),
    ],
)
def test_a_contact_is_a_mail_or_a_page(contact: str, property_: str, address: str) -> None:
    info = replace(INFO, dataset=replace(DATASET, contact=contact))
    vcard = f"<http://www.w3.org/2006/vcard/ns#{property_}>"
    assert asked(f"SELECT ?a {{ ?d dcat:contactPoint/{vcard} ?a }}", info) == [(address,)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_bare_dataset_without_dumps_is_described_too(shared: Path) -> None:
    bare = replace(DATASET, description="", contact="", keywords=(), language="tlh")
    info = replace(INFO, dataset=bare, files=(), sources=(), decisions={}, tally=Tally())
    data = rdflib.Graph().parse(data="".join(lines(describe(info, URIS))), format="nt")
    path = shared / "conformance" / "dcat-ap" / "shacl" / "shapes.ttl"
    assert pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(path))[0]
