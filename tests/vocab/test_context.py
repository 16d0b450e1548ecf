"""The JSON-LD context and the prefixes: one key a property, one coercion a key, no surprises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyld import jsonld

from lod import namespaces

VOCAB = Path(__file__).parents[2] / "vocab"
CONTEXT: dict[str, Any] = json.loads((VOCAB / "context.jsonld").read_text("utf-8"))["@context"]
KEYS = {
    name: entry for name, entry in CONTEXT.items() if isinstance(entry, dict) and name != "type"
}
PREFIXES = [
    (row.split("\t")[0], row.split("\t")[1])
    for row in (VOCAB / "prefixes.tsv").read_text("utf-8").splitlines()[1:]
]
BASE = "https://w3id.org/example/lod/"
# Namespaces whose properties stand in the blocks of records.
IN_BLOCKS = ("CRM", "LA", "DC", "DCTERMS", "MREL", "FOAF", "PROV", "RDFS", "SKOS", "OWL", "WGS84")
SMALL = {
    "@context": CONTEXT,
    "id": "urn:lod:doc/a-1",
    "type": ["LinguisticObject"],
    "dc_title": [{"@value": "A letter", "@language": "en"}],
    "dc_created": [{"@value": "1951-11", "@type": "xsd:gYearMonth"}],
    "classified_as": ["v:doctype/letter"],
    "created_by": [{"id": "urn:lod:doc/a-1#creation", "type": ["Creation"]}],
}


def expanded(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return dict(PREFIXES).get(prefix, f"{prefix}{colon}") + local


def quads(text: str) -> set[str]:
    return {line for line in text.splitlines() if line}


def gold_triples(path: Path) -> str:
    found = ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    lines = (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in found)
    return "\n".join(lines).replace(BASE, "urn:lod:")


def no_network(url: str, options: object) -> dict[str, object]:
    raise AssertionError(f"asked the network for {url}")


def test_a_key_has_one_set_container_and_at_most_one_coercion() -> None:
    for name, entry in KEYS.items():
        assert sorted(entry) in (["@container", "@id"], ["@container", "@id", "@type"]), name
        assert entry["@container"] == "@set", name


def test_no_property_has_two_keys() -> None:
    properties = [entry["@id"] for entry in KEYS.values()]
    assert len(properties) == len(set(properties))


def test_the_prefixes_of_the_context_are_those_of_the_list() -> None:
    strings = {name: space for name, space in CONTEXT.items() if isinstance(space, str)}
    spaces = {name: space for name, space in strings.items() if space.endswith(("/", "#"))}
    assert sorted(spaces.items()) == PREFIXES


def test_the_prefixes_are_sorted_and_name_each_namespace_once() -> None:
    assert sorted(PREFIXES) == PREFIXES
    assert len({space for _, space in PREFIXES}) == len(PREFIXES)


@pytest.mark.parametrize("space", IN_BLOCKS)
def test_every_term_that_blocks_may_hold_has_a_key(space: str) -> None:
    namespace = getattr(namespaces, space)
    keyed = {expanded(entry["@id"]) for entry in KEYS.values()}
    properties = [name for name in namespace if _is_property(name)]
    assert [name for name in properties if namespace.base + name not in keyed] == []


def _is_property(name: str) -> bool:
    """Tell properties from classes: those of CIDOC-CRM begin with P, all others are lower case."""
    return name[0].islower() or (name[0] == "P" and name[1].isdigit())


def test_pyld_expands_a_document_offline() -> None:
    found = jsonld.expand(SMALL, {"documentLoader": no_network})[0]
    assert found["@id"] == "urn:lod:doc/a-1"
    creation = found["http://www.cidoc-crm.org/cidoc-crm/P94i_was_created_by"][0]
    assert creation["@type"] == ["http://www.cidoc-crm.org/cidoc-crm/E65_Creation"]
    kind = found["http://www.cidoc-crm.org/cidoc-crm/P2_has_type"]
    assert kind == [{"@id": "urn:lod:vocab/doctype/letter"}]


def test_compacting_and_expanding_a_document_gives_it_back() -> None:
    compact = jsonld.compact(jsonld.expand(SMALL), {"@context": CONTEXT})
    assert sorted(compact) == sorted(SMALL)
    assert jsonld.expand(compact) == jsonld.expand(SMALL)


@pytest.mark.parametrize("seed", ["001", "003"])
def test_the_gold_survives_the_context_and_needs_no_other_key(shared: Path, seed: str) -> None:
    text = gold_triples(next((shared / "gold").glob(f"{seed}*.ttl")))
    options = {"format": "application/n-quads", "useNativeTypes": False}
    compact = jsonld.compact(jsonld.from_rdf(text, options), {"@context": CONTEXT})
    names = {name for node in compact["@graph"] for name in node}
    assert [name for name in sorted(names) if name not in CONTEXT] == []
    assert quads(jsonld.to_rdf(compact, {"format": "application/n-quads"})) == quads(text)
