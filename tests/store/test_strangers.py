"""Tests of terms that a release says nothing of: each is told, with the one that was meant."""

from __future__ import annotations

import pytest

from lod.store import Solutions
from lod.store.oxigraph import OxigraphStore
from lod.store.strangers import strangers

BASE = "https://data.example.org/"
CRM = "http://www.cidoc-crm.org/cidoc-crm/"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?x a crm:E21_Persn }", [("crm:E21_Persn", "crm:E21_Person")]),
        ("SELECT ?x { ?x a crm:e21_person }", [("crm:e21_person", "crm:E21_Person")]),
        ("SELECT ?x { ?x a crm:E21 }", [("crm:E21", "crm:E21_Person")]),
        ("ASK { ?x dcterms:titel ?t }", [("dcterms:titel", "dcterms:title")]),
        (f"ASK {{ ?x a <{CRM}E21_Persn> }}", [(f"<{CRM}E21_Persn>", "crm:E21_Person")]),
        ("PREFIX d: <http://purl.org/dc/term/> ASK { ?x d:title ?t }",
         [("d:title", "dcterms:title")]),
        ("ASK { ?x dcterms:title|crm:P1_is_identifed_by ?t }",
         [("crm:P1_is_identifed_by", "crm:P1_is_identified_by")]),
        ("ASK { ?x <http://other.example/p> ?t }", [("<http://other.example/p>", "")]),
    ],
)  # fmt: skip
def test_a_misspelt_term_is_told_with_the_one_that_was_meant(
    store: OxigraphStore, prefixes: dict[str, str], query: str, told: list[tuple[str, str]]
) -> None:
    assert list(strangers(store, query, prefixes, BASE)) == told


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x dcterms:title ?t ; crm:P73_has_translation ?o }",
        "ASK { ?x la:equivalent wd:Q42 }",
        "ASK { <doc/none> ?p ?o }",
        "ASK { ?x dcterms:created ?d FILTER(xsd:integer(?d) > '1'^^xsd:int) }",
        "CONSTRUCT { ?x <http://other.example/p> ?t } WHERE { ?x dcterms:title ?t }",
        "PREFIX ex: <http://other.example/> BASE <http://b.example/> ASK { ?x dcterms:title ?t }",
        "ASK { ?x dcterms:title 'crm:E99_None' } # crm:E99_None",
    ],
)
def test_what_is_no_misspelt_term_is_not_told(
    store: OxigraphStore, prefixes: dict[str, str], query: str
) -> None:
    assert list(strangers(store, query, prefixes, BASE)) == []


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 3", ("s", "p", "o")),
        ("SELECT*{?s ?p ?o}", ("s", "p", "o")),
        ("select distinct * where { ?z dcterms:title ?a }", ("z", "a")),
        ("PREFIX select: <urn:x:> SELECT * { ?z dcterms:title ?a }", ("z", "a")),
        ("SELECT * { ?z dcterms:title ?t BIND(STRLEN(?t) * 2 AS ?n) }", ("z", "t", "n")),
        ("SELECT * { { SELECT ?b ?a { ?b dcterms:title ?a } } FILTER(?a != ?none) }", ("b", "a")),
        ("SELECT ?p ?s { { SELECT * { ?s ?p ?o } } }", ("p", "s")),
        ("SELECT * { ?one dcterms:title ?two }", ("one", "two")),
    ],
)
def test_all_columns_come_in_the_order_of_the_query(
    store: OxigraphStore, prefixes: dict[str, str], query: str, columns: tuple[str, ...]
) -> None:
    answer = store.query(query, prefixes=prefixes, base=BASE)
    assert isinstance(answer, Solutions)
    assert answer.variables == columns
    assert all(len(row) == len(columns) for row in answer)
