"""Tests of somebody else's store, against a real server on this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lod.errors import FetchError, PartialError, UsageError
from lod.fetch import Fetcher, Manners
from lod.store import Boolean, Graph, Solutions
from lod.store.remote import RemoteStore, RemoteWriter
from lod.terms import iri

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
LINES = b'<urn:a:1> <urn:a:p> "one"@en .\n<urn:a:2> <urn:a:p> "two" .\n'


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if SERVER is None:
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    port = free_port()
    folder = tmp_path_factory.mktemp("server")
    command = [SERVER, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not start")


@pytest.fixture(scope="module")
def remote(address: str) -> RemoteStore:
    RemoteWriter(f"{address}/store", Fetcher()).replace(LINES)
    return RemoteStore(f"{address}/query", Fetcher())


def test_rows_come_back_as_terms(remote: RemoteStore) -> None:
    answer = remote.query("SELECT ?o WHERE { ?s a:p ?o } ORDER BY ?o", prefixes={"a": "urn:a:"})
    assert isinstance(answer, Solutions)
    assert [row["o"] for row in answer.terms()] == ['"one"@en', '"two"']


def test_ask_and_construct_too(remote: RemoteStore) -> None:
    asked = remote.query("ASK { ?s ?p ?o }")
    built = remote.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(asked, Boolean)
    assert isinstance(built, Graph)
    assert (asked.value, len(list(built))) == (True, 2)


def test_a_bound_variable_is_its_value(remote: RemoteStore) -> None:
    answer = remote.query("SELECT ?s ?o WHERE { ?s ?p ?o }", bind={"s": iri("urn:a:1")})
    assert isinstance(answer, Solutions)
    assert [row["o"] for row in answer.terms()] == ['"one"@en']


def test_prefixes_of_the_query_win(remote: RemoteStore) -> None:
    query = "PREFIX a: <urn:other:> ASK { ?s a:p ?o }"
    answer = remote.query(query, prefixes={"a": "urn:a:"}, base="urn:base:")
    assert isinstance(answer, Boolean)
    assert not answer.value


def test_graphs_are_replaced_and_added_to(address: str) -> None:
    writer = RemoteWriter(f"{address}/store", Fetcher())
    store, graph = RemoteStore(f"{address}/query", Fetcher()), iri("urn:g:1")
    writer.replace(LINES, graph)
    writer.replace(b"<urn:a:3> <urn:a:p> <urn:a:o> .\n", graph)
    writer.add(b"<urn:a:4> <urn:a:p> <urn:a:o> .\n", graph)
    answer = store.query("SELECT ?s WHERE { GRAPH <urn:g:1> { ?s ?p ?o } } ORDER BY ?s")
    assert isinstance(answer, Solutions)
    assert [row["s"] for row in answer.terms()] == ["<urn:a:3>", "<urn:a:4>"]


def test_the_gate_stands_before_a_remote_store_too(remote: RemoteStore) -> None:
    with pytest.raises(UsageError, match="SERVICE is refused"):
        remote.query("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }")


def test_what_the_server_refuses_is_said(address: str, remote: RemoteStore) -> None:
    with pytest.raises(UsageError, match="status 400"):
        remote.query("SELECT * WHERE {")
    with pytest.raises(FetchError, match="status 400"):
        RemoteWriter(f"{address}/store", Fetcher()).add(b"no triples")


def test_a_page_is_no_endpoint(address: str) -> None:
    with pytest.raises(UsageError):
        RemoteStore(f"{address}/", Fetcher()).query("ASK { ?s ?p ?o }")


def test_a_silent_server_is_an_unfinished_run() -> None:
    store = RemoteStore(f"http://127.0.0.1:{free_port()}/query", Fetcher(Manners(tries=1)))
    with pytest.raises(PartialError, match="no answer"):
        store.query("ASK { ?s ?p ?o }")
