"""The fifteen questions of the model: each finds its answer in the golden records."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from lod.iri import Uris
from lod.mapping.assertions import assertions
from lod.mapping.provenance import Stamp, record_node
from lod.terms import line
from lod.vocabulary import Rule, load
from tests.mapping.double import (
    BASE,
    DATASET,
    GOLDEN,
    URIS,
    around,
    candidate,
    entities_of,
    golden,
    mapped,
)

DOC = f"{BASE}doc/wcda-113630"
# A word that the answer to each question must hold.
EXPECTED = {
    "cq01": "Razuvaev, Vladimir",
    "cq02": f"{BASE}vocab/role/copy-recipient",
    "cq03": DOC,
    "cq04": "1352",
    "cq05": "Kim Il Sung",
    "cq06": "059a",
    "cq07": f"{BASE}archive/avprf/f-059a/op-5a/d-5",
    "cq08": "Top Secret",
    "cq09": "Soviet Politburo Decision with Approved Message from Gromyko to Razuvaev",
    "cq10": DATASET.license,
    "cq11": "http://www.wikidata.org/entity/Q132899",
    "cq12": "en",
    "cq13": "http://www.wikidata.org/entity/Q184267",
    "cq14": "Razuvaev, Vladimir",
    "cq15": f"{BASE}doc/x-1fffe94adb9984af",
}


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """Load the golden records and all around them, as a release is loaded."""
    lines = {line(triple) for triple in load().triples(BASE)}
    quads = set()
    for record in map(golden, GOLDEN):
        stamp = Stamp("r1", "2026-11-22", DATASET.license, tuple(s[0] for s in record.snapshots))
        path = URIS.path(record.kind, record.key)
        nodes = [*mapped(record), *around(record), *record_node(path, stamp, URIS)]
        lines |= {line(triple) for triple in nodes}
        for entity in [*entities_of(record), candidate("Gromyko, Andrei", "Q184267")]:
            for graph, triple in assertions(entity, URIS, "r1"):
                quads.add(f"{line(triple)[:-2]}{Uris(BASE).graph(graph)} .\n")
    store = ox.Store()
    store.load(io.BytesIO("".join(sorted(lines | quads)).encode()), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_question_finds_its_answer(store: ox.Store, name: str) -> None:
    rows = store.query(load().queries(BASE)[name], prefixes=load().prefixes(BASE))
    assert isinstance(rows, ox.QuerySolutions)
    cells = {getattr(cell, "value", "") for row in rows for cell in row if cell is not None}
    assert EXPECTED[name] in cells


def test_no_question_is_left_out() -> None:
    assert sorted(EXPECTED) == [name for name in sorted(load().queries()) if name[:2] == "cq"]


def test_a_candidate_is_never_in_the_default_graph(store: ox.Store) -> None:
    item = ox.NamedNode("http://www.wikidata.org/entity/Q184267")
    assert not list(store.quads_for_pattern(None, None, item, ox.DefaultGraph()))


@pytest.mark.parametrize("rule", load().rules(BASE), ids=lambda rule: rule.name)
def test_no_rule_finds_an_error_in_the_golden_records(store: ox.Store, rule: Rule) -> None:
    rows = store.query(rule.query)
    assert isinstance(rows, ox.QuerySolutions)
    assert rule.severity != "error" or not [str(row) for row in rows]
