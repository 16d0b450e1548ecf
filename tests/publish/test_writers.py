"""Turtle and JSON-LD say what the N-Triples say: three readers get the same graph back."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from pyld import jsonld as pyld
from rdflib.compare import isomorphic

from lod.publish import jsonld
from lod.publish.jsonld import JsonLdWriter
from lod.publish.turtle import TurtleWriter
from lod.terms import Triple, fragment, iri, line, literal
from lod.vocabulary import load
from tests.publish.made import BASE, graph, spoken, triples

TURTLE = TurtleWriter(load().prefixes(BASE), BASE)
CONTEXT: dict[str, Any] = load().context(BASE)["@context"]
JSONLD = JsonLdWriter(CONTEXT)
LETTER = iri(f"{BASE}doc/a")
TITLE, PART = iri("http://purl.org/dc/terms/title"), iri("http://purl.org/dc/terms/hasPart")


def turtle(found: list[Triple]) -> str:
    return TURTLE.header() + TURTLE.block(found)


def document(found: list[Triple]) -> str:
    return jsonld.document(CONTEXT, JSONLD.nodes(found)).decode()


@given(triples())
def test_turtle_is_the_same_graph_to_oxigraph(found: list[Triple]) -> None:
    assert graph(turtle(found), ox.RdfFormat.TURTLE) == spoken(found)


@given(triples())
def test_jsonld_is_the_same_graph_to_oxigraph(found: list[Triple]) -> None:
    assert graph(document(found), ox.RdfFormat.JSON_LD) == spoken(found)


@given(triples())
def test_jsonld_is_the_same_graph_to_pyld(found: list[Triple]) -> None:
    quads = pyld.to_rdf(json.loads(document(found)), {"format": "application/n-quads"})
    assert graph(quads, ox.RdfFormat.N_QUADS) == spoken(found)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@given(triples())
def test_turtle_is_the_same_graph_to_rdflib(found: list[Triple]) -> None:
    said = rdflib.Graph().parse(data="".join(map(line, found)), format="nt")
    assert isomorphic(rdflib.Graph().parse(data=turtle(found), format="turtle"), said)


@given(triples())
def test_the_same_triples_give_the_same_bytes(found: list[Triple]) -> None:
    fresh = TurtleWriter(load().prefixes(BASE), BASE)
    assert turtle(found) == fresh.header() + fresh.block(found)
    assert document(found) == jsonld.document(CONTEXT, JsonLdWriter(CONTEXT).nodes(found)).decode()


@given(triples())
def test_nodes_of_a_dump_stand_in_lines_that_commas_join(found: list[Triple]) -> None:
    nodes = JSONLD.nodes(found)
    assert json.loads(b"[" + jsonld.dump(nodes) + b"]") == json.loads(json.dumps(nodes))
    assert len(jsonld.dump(nodes).splitlines()) == len(nodes)


def test_a_fragment_stands_inside_the_thing_that_names_it() -> None:
    part = fragment(LETTER, "part-1")
    (node,) = JSONLD.nodes([(LETTER, PART, part), (part, TITLE, literal("x", lang="en"))])
    (inside,) = node["dc_has_part"]
    assert inside == {
        "id": f"{BASE}doc/a#part-1",
        "dc_title": [{"@language": "en", "@value": "x"}],
    }


def test_fragments_in_a_circle_are_written_flat_and_none_is_lost() -> None:
    one, two = fragment(LETTER, "a"), fragment(LETTER, "b")
    found: list[Triple] = sorted([(one, PART, two), (two, PART, one)])
    assert graph(document(found), ox.RdfFormat.JSON_LD) == spoken(found)


def test_turtle_names_the_thing_before_its_fragments_and_classes_first() -> None:
    kind = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    person = iri("http://www.cidoc-crm.org/cidoc-crm/E21_Person")
    found = sorted([(fragment(LETTER, "b"), TITLE, literal("y")), (LETTER, TITLE, literal("x")),
                    (LETTER, kind, person)])  # fmt: skip
    assert TURTLE.block(found) == (
        '<doc/a> a crm:E21_Person ;\n    dcterms:title "x" .\n\n<doc/a#b> dcterms:title "y" .\n\n'
    )


@pytest.mark.parametrize("name", ["a.", "a..b", "-a", "a%20b", "a/b", "a?b", "a:b", "~a", "é", ""])
def test_names_that_turtle_could_misread_are_written_in_full(name: str) -> None:
    found = [(iri(f"http://purl.org/dc/terms/{name}"), TITLE, literal("x"))]
    assert graph(turtle(found), ox.RdfFormat.TURTLE) == spoken(found)


@pytest.mark.parametrize(
    "path", ["", "doc", "doc/", "//doc", "doc/../x", "./x", "a:b", "doc/a:b", "doc//x", "?a", "#a"]
)
def test_iris_below_the_base_survive_relative_writing(path: str) -> None:
    found = [(iri(BASE + path), TITLE, literal("x"))]
    assert graph(turtle(found), ox.RdfFormat.TURTLE) == spoken(found)
