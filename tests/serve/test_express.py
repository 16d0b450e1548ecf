"""The short way of a query answers exactly as the long way does."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import httpx
import pytest

from lod.serve.limits import Limits
from lod.serve.process import Worker
from tests.serve.houses import serving

ROWS = "SELECT ?s ?o { ?s <urn:a:p1> ?o } ORDER BY ?s LIMIT 30"
QUERIES = {
    "rows": ROWS,
    "truth": "ASK { ?s ?p ?o }",
    "graph": "CONSTRUCT { ?s <urn:a:q> ?o } WHERE { ?s <urn:a:p1> ?o } LIMIT 9",
    "changing": "SELECT (YEAR(NOW()) > 2000 AS ?later) {}",
    "refused": "SELECT * { SERVICE <urn:x:y> { ?s ?p ?o } }",
    "no query": "SELECT * {",
    "large": "SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 700",
    "too large": "SELECT * { ?s ?p ?o . ?a ?b ?c }",
}
# A header that the short way does not know, and that changes nothing.
LONG_WAY = {"If-None-Match": '"never"'}
ACCEPTED = ("*/*", "text/csv", "application/sparql-results+xml, text/turtle;q=0.9", "image/png")


def told(answer: httpx.Response) -> tuple[int, dict[str, str], bytes]:
    """Give status, headers and body, but for the time of day."""
    headers = {name: value for name, value in answer.headers.items() if name != "date"}
    return answer.status_code, headers, answer.content


@pytest.mark.parametrize("accept", ACCEPTED)
@pytest.mark.parametrize("encoding", ["identity", "gzip", "br;q=0.5, gzip;q=0.1"])
@pytest.mark.parametrize("name", QUERIES)
def test_both_ways_give_the_same_answer(
    hurried: httpx.Client, name: str, encoding: str, accept: str
) -> None:
    ask = {"query": QUERIES[name]}
    headers = {"Accept": accept, "Accept-Encoding": encoding}
    short = hurried.get("/sparql", params=ask, headers=headers)
    long = hurried.get("/sparql", params=ask, headers=headers | LONG_WAY)
    assert told(short) == told(long)


def test_requests_that_come_at_once_are_answered_in_their_order(hurried: httpx.Client) -> None:
    asked = [
        f"GET /sparql?query=SELECT({n}AS%20?n)%7B%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for n in range(9)
    ]
    with socket.create_connection((hurried.base_url.host, hurried.base_url.port or 80)) as line:
        line.sendall("".join(asked).encode())
        line.settimeout(5)
        heard = b""
        while heard.count(b'"value":"') < 9:
            heard += line.recv(100_000)
    places = [heard.index(b'"value":"%d"' % n) for n in range(9)]
    assert places == sorted(places)


def test_a_client_that_reads_nothing_is_left(thousand: Path) -> None:
    query = "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20.%20?a%20?b%20?c%20%7D%20LIMIT%20700"
    with serving(thousand, Limits(send_seconds=0.5)) as client:
        with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as line:
            for _ in range(40):
                line.sendall(f"GET {query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(2)
            with pytest.raises(ConnectionError):
                line.sendall(b"GET / HTTP/1.1\r\n" * 1_000_000)
        assert client.get("/health").status_code == 200


def test_a_fault_of_ours_ends_one_connection_and_no_process(
    hurried: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("lod.serve.express.Call._send", Worker.start)
        with pytest.raises(httpx.TransportError):
            hurried.get("/sparql", params={"query": ROWS})
    assert hurried.get("/sparql", params={"query": ROWS}).status_code == 200
    assert "\nlod_workers 4\n" in hurried.get("/metrics").text


def test_behind_a_proxy_each_client_has_a_budget_of_its_own(thousand: Path) -> None:
    limits = Limits(query_seconds=0.5, budget_seconds=1, budget_burst=0.3)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(thousand, limits) as client:

        def ask(query: str, named: str) -> int:
            headers = {"X-Forwarded-For": named}
            return client.get("/sparql", params={"query": query}, headers=headers).status_code

        assert ask(slow, "192.0.2.1") == 503
        assert ask(ROWS, "192.0.2.2, 127.0.0.1") == 200
        assert ask(ROWS, "192.0.2.2, 192.0.2.1") == 429
        assert ask(ROWS, "192.0.2.1, 192.0.2.3") == 200
