"""The example queries: each says what it asks, declares no prefix, and answers from the gold."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

VOCAB = Path(__file__).parents[2] / "vocab"
QUERIES = sorted((VOCAB / "queries").glob("*.rq"))
BASE = "https://w3id.org/example/lod/"
ASSERTION = ox.NamedNode("http://www.cidoc-crm.org/cidoc-crm/E13_Attribute_Assignment")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def with_prefixes(query: str) -> str:
    rows = (VOCAB / "prefixes.tsv").read_text("utf-8").splitlines()[1:]
    pairs = [row.split("\t") for row in rows]
    known = "".join(f"PREFIX {name}: <{space}>\n" for name, space in pairs)
    return f"BASE <{BASE}>\n{known.replace('urn:lod:', BASE)}{query}"


@pytest.fixture(scope="module")
def gold(shared: Path) -> ox.Store:
    store = ox.Store()
    for path in sorted((shared / "gold").glob("*.ttl")):
        found = ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=BASE)
        lines = (f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in found)
        store.load("".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    return _with_assertions_apart(store)


def _with_assertions_apart(store: ox.Store) -> ox.Store:
    apart = ox.NamedNode("urn:lod:graph/assertions/run-1")
    for found in list(store.quads_for_pattern(None, TYPE, ASSERTION, None)):
        for quad in list(store.quads_for_pattern(found.subject, None, None, None)):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, apart))
            store.remove(quad)
    return store


def test_there_are_fifteen_and_each_has_its_number() -> None:
    assert [path.stem for path in QUERIES] == [f"cq{number:02}" for number in range(1, 16)]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_begins_with_its_question_and_declares_no_prefix(path: Path) -> None:
    text = path.read_text("utf-8")
    title = rf"# {path.stem.upper()} \((historian|aggregator|curator)\) \S.*[?.]"
    assert re.fullmatch(title, text.splitlines()[0])
    assert "PREFIX" not in text


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_finds_something_in_the_gold(gold: ox.Store, path: Path) -> None:
    found = gold.query(with_prefixes(path.read_text("utf-8")))
    assert isinstance(found, ox.QuerySolutions)
    assert next(found, None) is not None
