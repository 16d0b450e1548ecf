"""Tests of what is said about a query that is no SPARQL: what, at which place, what instead."""

from __future__ import annotations

import re

import pytest

from lod.errors import UsageError
from lod.store.oxigraph import OxigraphStore

FORMS = "SELECT, ASK, CONSTRUCT or DESCRIBE expected"


def _said(store: OxigraphStore, query: str) -> str:
    with pytest.raises(UsageError) as found:
        store.query(query)
    return str(found.value)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC ?x", f"query, line 1, column 1: not SPARQL near: SELEC ?x ({FORMS})"),
        ("hello", f"query, line 1, column 1: not SPARQL near: hello ({FORMS})"),
        ("{ ?s ?p ?o }", f"query, line 1, column 1: not SPARQL near: {{ ?s ?p ?o }} ({FORMS})"),
        ("where { ?s ?p ?o }", "query, line 1, column 1: not SPARQL near: where { ?s ?p ?o } "
         f"({FORMS})"),
        ("PREFIX a: <urn:a>\n  SELCT ?x {}", "query, line 2, column 3: not SPARQL near: "
         f"SELCT ?x {{}} ({FORMS})"),
        ("", f"query, line 1, column 1: there is no query ({FORMS})"),
        ("  # of nothing\n", f"query, line 1, column 1: there is no query ({FORMS})"),
        ("BASE <urn:x>", f"query, line 1, column 13: there is no query ({FORMS})"),
    ],
)  # fmt: skip
def test_a_query_that_begins_with_no_form_is_told_the_forms(
    store: OxigraphStore, query: str, said: str
) -> None:
    assert _said(store, query) == said


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x WHER { ?x ?p ?o }", "column 11: no word of SPARQL: WHER (did you mean WHERE?)"),
        ("SELECT ?x { ?x ?p ?o } LIMT 5", "column 24: no word of SPARQL: LIMT (did you mean LIMIT"),
        ("SELECT ?x {\n ?x ?p ?o FITLER(1) }", "line 2, column 11: no word of SPARQL: FITLER (did"),
        ("SELECT (COUNT(?x) AS n) {?x ?p ?o}", "column 22: no word of SPARQL: n"),
        ("SELECT ?x { ?x title ?o }", "column 16: no word of SPARQL: title"),
    ],
)
def test_a_word_that_sparql_has_not_is_named_where_it_stands(
    store: OxigraphStore, query: str, said: str
) -> None:
    assert said in _said(store, query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x { ?x ?p ?o", "column 11: { is never closed"),
        ("SELECT ?x { ?x ?p ?o }}", "column 23: } closes nothing"),
        ("SELECT ?x {\n ?x ?p ?o FILTER(?o > 1 }", "line 2, column 25: } where ) is expected"),
        ('SELECT ?x { ?x ?p "abc }', "column 19: the text is never closed"),
    ],
)
def test_brackets_and_quotation_marks_must_be_closed(
    store: OxigraphStore, query: str, said: str
) -> None:
    assert said in _said(store, query)


def test_what_the_parser_says_in_words_is_told(store: OxigraphStore) -> None:
    said = _said(store, "SELECT ?a ?b { ?a ?p ?b } GROUP BY ?a")
    assert said.endswith("(the SELECT contains a variable that is unbound)")


@pytest.mark.parametrize(
    "query",
    ["SELECT ?x { ?x ?p }", "SELECT { ?x ?p ?o }", "SELECT ?x,?y { ?x ?p ?y }", "SELECT ?x { ?x a",
     "CONSTRUCT { ?s ?p } WHERE {}", "SELECT * { ?s ?p ?o } ORDER ?s", "ASK { ?s ?p ?o } OFFSET",
     "SELECT ?x { ?x ?p ?o FILTER(?o = ) }", "ASK { ?s ?p ?o } ;", "ASK { ?s ?p '''a }"],
)  # fmt: skip
def test_no_token_of_the_parser_is_shown(store: OxigraphStore, query: str) -> None:
    said = _said(store, query)
    assert re.match(r"query, line 1, column [1-9]", said)
    assert "[_]" not in said
    assert "DISTINCT" not in said


def test_a_place_never_lies_behind_the_query(store: OxigraphStore) -> None:
    assert _said(store, "SELECT ?x { ?x ?p }").startswith("query, line 1, column 19:")
