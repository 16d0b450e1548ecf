"""Tests of the embedded store: filled once, asked by many, honest about faults."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from lod.errors import DiskError, UsageError
from lod.store import Boolean, Graph, Solutions
from lod.store.oxigraph import OxigraphStore
from lod.store.writer import StoreWriter
from lod.terms import Term, iri

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
BASE = "https://data.example.org/"


def lines(first: int, last: int) -> bytes:
    return "".join(f'<urn:a:{n}> <urn:a:p> "{n}" .\n' for n in range(first, last)).encode()


def count(store: OxigraphStore, query: str = COUNT) -> int:
    answer = store.query(query)
    assert isinstance(answer, Solutions)
    [(number,)] = answer
    assert number is not None
    return int(number.split('"')[1])


def written(path: Path, *parts: bytes | Path) -> OxigraphStore:
    writer = StoreWriter(path)
    for part in parts:
        writer.load(part)
    writer.finish()
    return OxigraphStore(path)


def test_a_missing_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run lod publish"):
        OxigraphStore(tmp_path / "none")


def test_a_broken_store_says_so(tmp_path: Path) -> None:
    written(tmp_path / "s", lines(0, 10))
    for path in (tmp_path / "s").glob("*.sst"):
        path.write_bytes(b"x")
    with pytest.raises(DiskError, match="the store is broken"):
        OxigraphStore(tmp_path / "s")


def ask_elsewhere(path: str) -> int:
    return count(OxigraphStore(Path(path)))


def test_several_processes_read_at_once(tmp_path: Path) -> None:
    store = written(tmp_path / "s", lines(0, 10))
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawning) as pool:
        assert list(pool.map(ask_elsewhere, [str(tmp_path / "s")] * 4)) == [10] * 4
    assert count(store) == 10


def test_answers_have_the_form_of_the_query(store: OxigraphStore) -> None:
    assert isinstance(store.query("ASK { ?s ?p ?o }"), Boolean)
    graph = store.query("CONSTRUCT WHERE { ?s <http://xmlns.com/foaf/0.1/primaryTopic> ?o }")
    assert isinstance(graph, Graph)
    assert sorted(graph)[0][2] == f"<{BASE}doc/x-1>"


def test_rows_leave_out_what_is_unbound(store: OxigraphStore) -> None:
    answer = store.query("SELECT ?a ?b WHERE { BIND(1 AS ?a) OPTIONAL { <urn:x:y> ?p ?b } }")
    assert isinstance(answer, Solutions)
    assert answer.variables == ("a", "b")
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert list(answer.terms()) == [{"a": Term(f'"1"^^<{integer}>')}]


@pytest.mark.parametrize(
    ("term", "plain"),
    [
        ('"a \\"b\\""@en', 'a "b"'), ("<urn:a:b>", "urn:a:b"), ("12", 12), ("1.50", Decimal("1.5")),
        ("true", True), ('"0"^^xsd:boolean', False), ("25e-1", 2.5), ('"1951"^^xsd:gYear', "1951"),
        ('"7"^^xsd:nonNegativeInteger', 7), ('"none"^^xsd:integer', "none"), ("''", ""),
        ('"٣"^^xsd:integer', "٣"), ('"1_0"^^xsd:integer', "1_0"), ('"x"^^xsd:decimal', "x"),
        ('"maybe"^^xsd:boolean', "maybe"), (f'"{"9" * 5000}"^^xsd:integer', "9" * 5000),
    ],
)  # fmt: skip
def test_a_row_has_plain_values(store: OxigraphStore, term: str, plain: object) -> None:
    prefixes = {"xsd": "http://www.w3.org/2001/XMLSchema#"}
    answer = store.query(f"SELECT ?a {{ VALUES ?a {{ {term} }} }}", prefixes=prefixes)
    assert isinstance(answer, Solutions)
    (row,) = answer.rows()
    assert (row, type(row["a"])) == ({"a": plain}, type(plain))


def test_a_statement_that_is_quoted_is_its_spelling(store: OxigraphStore) -> None:
    answer = store.query("SELECT ?a { BIND(<<( <urn:a> <urn:b> 1 )>> AS ?a) }")
    assert isinstance(answer, Solutions)
    (row,) = answer.rows()
    assert row["a"] == '<urn:a> <urn:b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_prefixes_of_the_query_win(store: OxigraphStore) -> None:
    query = "PREFIX dcterms: <urn:x:> ASK { ?s dcterms:title ?o }"
    answer = store.query(query, prefixes={"dcterms": "http://purl.org/dc/terms/"})
    assert isinstance(answer, Boolean)
    assert not answer.value


def test_relative_iris_are_of_the_dataset(store: OxigraphStore) -> None:
    answer = store.query("ASK { <doc/x-1> ?p ?o }", base=BASE)
    assert isinstance(answer, Boolean)
    assert answer.value


def test_values_from_outside_are_bound_not_pasted(store: OxigraphStore) -> None:
    answer = store.query("SELECT ?s ?o { ?s ?p ?o }", bind={"s": iri(f"{BASE}person/p2")})
    assert isinstance(answer, Solutions)
    assert [row["o"] for row in answer.terms()] == [Term('"Second, B."@en')]


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT * WHERE {\n ?s ?p }", "line 2"), ("SELEKT *", "line 1"), ("", "line 1")],
)
def test_a_syntax_error_names_line_and_column(store: OxigraphStore, query: str, place: str) -> None:
    with pytest.raises(UsageError, match=rf"{place}, column \d+"):
        store.query(query)


def test_an_unknown_graph_is_no_empty_answer(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="graph/meta"):
        store.query("SELECT * FROM <urn:no:graph> { ?s ?p ?o }")


def test_a_graph_that_is_no_iri_is_refused_in_words(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="FROM"):
        store.query("SELECT * FROM <urn:a:%zz> { ?s ?p ?o }", base="https://a.example/")


def test_a_bound_variable_must_be_selected(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="projection"):
        store.query("SELECT ?o { ?s ?p ?o }", bind={"s": iri("urn:a:b")})
