"""The SPARQL protocol over a real socket."""

from __future__ import annotations

import csv
import gzip
import io
import time

import brotli
import httpx
import lxml.etree
import pyoxigraph as ox
import pytest

from tests.serve.houses import BASE

ROWS = "SELECT ?s ?o { ?s <urn:a:p1> ?o } ORDER BY ?s LIMIT 3"
GRAPH = "CONSTRUCT { ?s <urn:a:q> ?o } WHERE { ?s <urn:a:p1> ?o }"
ALL = "SELECT * { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers=headers)


def test_a_query_is_asked_in_three_ways_with_one_answer(hurried: httpx.Client) -> None:
    direct = {"Content-Type": "application/sparql-query"}
    answers = [
        ask(hurried, ROWS),
        hurried.post("/sparql", data={"query": ROWS}),
        hurried.post("/sparql", content=ROWS, headers=direct),
    ]
    assert {one.status_code for one in answers} == {200}
    assert len({one.content for one in answers}) == 1


def test_rows_come_in_four_formats(hurried: httpx.Client) -> None:
    rows = ask(hurried, ROWS).json()["results"]["bindings"]
    table = list(csv.reader(io.StringIO(ask(hurried, ROWS, accept="text/csv").text)))
    tabs = ask(hurried, ROWS, accept="text/tab-separated-values").text.splitlines()
    tree = lxml.etree.fromstring(
        ask(hurried, ROWS, accept="application/sparql-results+xml").content
    )
    found = tree.findall(".//{http://www.w3.org/2005/sparql-results#}result")
    assert len(rows) == len(table) - 1 == len(tabs) - 1 == len(found) == 3


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("turtle", ox.RdfFormat.TURTLE),
        ("n-triples", ox.RdfFormat.N_TRIPLES),
        ("json-ld", ox.RdfFormat.JSON_LD),
        ("rdf-xml", ox.RdfFormat.RDF_XML),
        ("trig", ox.RdfFormat.TRIG),
        ("n-quads", ox.RdfFormat.N_QUADS),
    ],
)
def test_a_graph_comes_in_six_formats(hurried: httpx.Client, name: str, form: ox.RdfFormat) -> None:
    answer = hurried.get("/sparql", params={"query": GRAPH, "format": name})
    assert len(set(ox.parse(answer.content, format=form))) == 143


def test_what_has_another_kind_of_answer_is_not_acceptable(hurried: httpx.Client) -> None:
    answer = ask(hurried, GRAPH, accept="text/csv")
    assert answer.status_code == 406
    assert "text/turtle" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("params", "number"),
    [
        ({}, 1000),
        ({"default-graph-uri": f"{BASE}graph/meta"}, 1),
        ({"named-graph-uri": f"{BASE}graph/meta"}, 0),
    ],
)
def test_the_dataset_of_the_protocol_replaces_the_store_s(
    hurried: httpx.Client, params: dict[str, str], number: int
) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    answer = hurried.get("/sparql", params={"query": query, "format": "csv", **params})
    assert answer.text.split() == ["n", str(number)]


def test_an_unknown_graph_is_an_error_and_no_empty_answer(hurried: httpx.Client) -> None:
    params = {"query": ALL, "default-graph-uri": "urn:a:none"}
    answer = hurried.get("/sparql", params=params)
    assert answer.status_code == 400
    assert "names no graph" in answer.json()["detail"]


UPDATE = "INSERT DATA { <urn:a:s> <urn:a:p> <urn:a:o> }"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "query", "media", "body"),
    [
        ("GET", "?update=CLEAR+ALL", "", ""),
        ("GET", "?query=INSERT+DATA+%7B%7D", "", ""),
        ("GET", "?query=LOAD+%3Chttp://127.0.0.1/%3E", "", ""),
        ("GET", "?query=ASK%7B%7D&update=CLEAR+ALL", "", ""),
        ("POST", "", FORM, "update=CLEAR+ALL"),
        ("POST", "", FORM, "query=DROP+ALL"),
        ("POST", "?query=ASK%7B%7D", FORM, "update=CLEAR+ALL"),
        ("POST", "", "application/sparql-update", UPDATE),
        ("POST", "", "application/sparql-query", UPDATE),
        ("POST", "", "multipart/form-data; boundary=x", "--x--"),
        ("POST", "", "text/turtle", "<urn:a:s> <urn:a:p> <urn:a:o> ."),
        ("PUT", "?default", "text/turtle", "<urn:a:s> <urn:a:p> <urn:a:o> ."),
        ("DELETE", "?default", "", ""),
        ("PATCH", "", "application/sparql-update", UPDATE),
    ],
)
def test_every_form_of_update_is_refused(
    hurried: httpx.Client, method: str, query: str, media: str, body: str
) -> None:
    headers = {"Content-Type": media} if media else {}
    answer = hurried.request(method, f"/sparql{query}", content=body, headers=headers)
    assert 400 <= answer.status_code < 500
    assert ask(hurried, "ASK { <urn:a:s> ?p ?o }").json()["boolean"] is False


def test_every_answer_names_the_release(hurried: httpx.Client) -> None:
    answers = [ask(hurried, ROWS), ask(hurried, "ASK {"), hurried.get("/sparql")]
    assert {one.headers["X-Dataset-Version"] for one in answers} == {"v1"}
    assert '"v1"' in answers[2].text


def test_the_same_question_again_is_answered_without_running_it(hurried: httpx.Client) -> None:
    first = ask(hurried, ROWS)
    again = ask(hurried, ROWS, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(hurried, f"{ROWS}0", **{"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_what_changes_by_itself_has_no_validator(hurried: httpx.Client) -> None:
    assert "ETag" not in ask(hurried, "SELECT (NOW() AS ?now) {}").headers


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_answers_are_compressed(hurried: httpx.Client, encoding: str) -> None:
    query = f"{ALL} LIMIT 100"
    with hurried.stream(
        "GET", "/sparql", params={"query": query}, headers={"Accept-Encoding": encoding}
    ) as answer:
        packed = b"".join(answer.iter_raw())
    content = gzip.decompress(packed) if encoding == "gzip" else brotli.decompress(packed)
    assert answer.headers["ETag"].endswith(f'-{encoding}"')
    assert content == ask(hurried, query, **{"Accept-Encoding": "identity"}).content


def test_a_compressed_answer_can_be_validated(hurried: httpx.Client) -> None:
    first = ask(hurried, f"{ALL} LIMIT 100", **{"Accept-Encoding": "gzip"})
    again = ask(hurried, f"{ALL} LIMIT 100", **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_page_of_any_origin_may_ask(hurried: httpx.Client) -> None:
    assert (
        ask(hurried, ROWS, origin="https://a.example").headers["Access-Control-Allow-Origin"] == "*"
    )
    preflight = hurried.options("/sparql", headers={"Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]


def test_head_tells_what_get_would(hurried: httpx.Client) -> None:
    head, get = (hurried.request(how, "/sparql", params={"query": ROWS}) for how in ("HEAD", "GET"))
    assert head.content == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"]
    assert head.headers["ETag"] == get.headers["ETag"]


def test_a_limit_on_time_is_named(hurried: httpx.Client) -> None:
    began = time.monotonic()
    answer = ask(hurried, SLOW)
    assert time.monotonic() - began < 2
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["limit"] == "query_seconds"


def test_a_limit_on_size_is_named_and_nothing_short_is_sent(hurried: httpx.Client) -> None:
    answer = ask(hurried, "SELECT * { ?s ?p ?o . ?a ?b ?c }")
    assert answer.status_code == 422
    assert answer.json()["limit"] == "result_bytes"


def test_a_browser_gets_a_table_and_links(hurried: httpx.Client) -> None:
    answer = ask(hurried, ROWS, accept="text/html,*/*;q=0.8")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<a href="./thing/1">thing/1</a>' in answer.text
    assert ask(hurried, "ASK {", accept="text/html").text.count('role="alert"') == 1


def test_without_a_query_the_service_describes_itself(hurried: httpx.Client) -> None:
    answer = hurried.get("/sparql", headers={"Accept": "application/n-triples"})
    assert f"#endpoint> <{BASE}sparql>" in answer.text
    assert f"#name> <{BASE}graph/meta>" in answer.text
    assert "<form" in hurried.get("/sparql", headers={"Accept": "text/html"}).text
