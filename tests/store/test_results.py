"""Tests of writing answers: each form in the formats that fit it."""

from __future__ import annotations

import io
import json

import pytest
import rdflib
from pyld import jsonld

from lod.errors import UsageError
from lod.store import Graph, Solutions
from lod.store.oxigraph import OxigraphStore
from lod.store.results import write
from lod.store.table import View

TITLES = (
    """SELECT ?doc ?title WHERE { ?doc <http://purl.org/dc/terms/title> ?title } ORDER BY ?doc"""
)
LABELS = "CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }"
VIEW = View(
    prefixes={"rdfs": "http://www.w3.org/2000/01/rdf-schema#", "a": "urn:a:", "z": "urn:z:"},
    base="https://data.example.org/",
    width=60,
)


def text(store: OxigraphStore, query: str, format: str = "", view: View = VIEW) -> str:
    out = io.BytesIO()
    write(store.query(query), out, format, view)
    return out.getvalue().decode()


def test_a_table_is_aligned_and_counts_its_rows(store: OxigraphStore) -> None:
    assert text(store, TITLES) == (
        "doc        title\n"
        "---------  ----------------\n"
        "<doc/x-1>  A letter\n"
        "<doc/x-2>  毛泽东 to Stalin\n"
        "<doc/x-3>  A note\n"
        "3 rows\n"
    )


def test_a_table_is_cut_to_the_terminal(store: OxigraphStore) -> None:
    view = View(prefixes=VIEW.prefixes, base=VIEW.base, width=20)
    assert text(store, TITLES, view=view).splitlines()[3] == "<doc/x-2>  毛泽东 t…"


def test_no_limit_cuts_nothing(store: OxigraphStore) -> None:
    query = "SELECT ?x WHERE { BIND('" + "x" * 500 + "' AS ?x) }"
    assert "x" * 500 in text(store, query, view=View())


def test_a_table_cannot_rewrite_the_terminal(store: OxigraphStore) -> None:
    query = 'SELECT ?x WHERE { BIND("a\\u001b[2J\\u202eb\\nc" AS ?x) }'
    assert text(store, query).splitlines()[2] == r"a\u001B[2J b c"


def test_a_long_table_streams_and_keeps_its_widths(store: OxigraphStore) -> None:
    several = "SELECT ?s WHERE { ?s ?p ?o . ?a ?b ?c . ?d ?e 1951 }"
    assert text(store, several).endswith("0 rows\n")
    many = "SELECT (STR(?a) AS ?x) WHERE { ?s ?p ?o . ?t ?q ?a }"
    assert len(text(store, many).splitlines()) == 23 * 23 + 3


@pytest.mark.parametrize(
    ("query", "answer"), [("ASK { ?s ?p ?o }", "yes\n"), ("ASK { FILTER(1=2) }", "no\n")]
)
def test_ask_is_yes_or_no(store: OxigraphStore, query: str, answer: str) -> None:
    assert text(store, query) == answer


def test_rows_as_json_csv_tsv_and_xml(store: OxigraphStore) -> None:
    assert len(json.loads(text(store, TITLES, "json"))["results"]["bindings"]) == 3
    assert text(store, TITLES, "csv").splitlines()[0] == "doc,title"
    assert text(store, TITLES, "tsv").splitlines()[1].endswith('\t"A letter"@en')
    assert "<variable name=" in text(store, TITLES, "xml")


@pytest.mark.parametrize(
    ("format", "parser"),
    [("turtle", "turtle"), ("n-triples", "nt"), ("rdf-xml", "xml")],
)
def test_every_graph_format_reads_back_as_the_same_graph(
    store: OxigraphStore, format: str, parser: str
) -> None:
    assert len(rdflib.Graph().parse(data=text(store, LABELS, format), format=parser)) == 2


def test_turtle_is_short_and_its_prefixes_are_sorted(store: OxigraphStore) -> None:
    turtle = text(store, LABELS)
    assert [line.split()[1] for line in turtle.splitlines()[:3]] == ["a:", "rdfs:", "z:"]
    assert "rdfs:label" in turtle


def test_json_ld_reads_back_too(store: OxigraphStore) -> None:
    assert len(jsonld.expand(json.loads(text(store, LABELS, "json-ld")))) == 2


def test_an_empty_graph_is_empty_turtle(store: OxigraphStore) -> None:
    assert text(store, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(1=2) }") == ""


@pytest.mark.parametrize(
    ("query", "format", "fits"),
    [(TITLES, "turtle", "table, csv, tsv, json, xml"), (LABELS, "csv", "turtle, n-triples"),
     ("ASK {}", "json-ld", "table, csv"), (LABELS, "table", "turtle"), (TITLES, "pdf", "table")],
)  # fmt: skip
def test_a_wrong_format_names_what_fits(
    store: OxigraphStore, query: str, format: str, fits: str
) -> None:
    with pytest.raises(UsageError, match=fits):
        text(store, query, format)


def test_answers_can_be_gone_through_as_terms(store: OxigraphStore) -> None:
    rows, graph = store.query(TITLES), store.query(LABELS)
    assert isinstance(rows, Solutions)
    assert isinstance(graph, Graph)
    assert next(iter(rows)) == ("<https://data.example.org/doc/x-1>", '"A letter"@en')
    assert len(list(graph)) == 2
