"""Clients that others wrote get the same answers as we do."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper

from lod.serve.questions import shipped
from lod.vocabulary import load
from tests.serve.browsers import program, tool

SAMPLE_BASE = "https://w3id.org/example/lod/"
# These declare what ours have predefined, as queries for any endpoint do; ASK and graphs apart.
NAMES = ("cq01", "cq03", "cq10", "cq15", "people-most-named")
Answer = set[tuple[str, ...]]
Client = Callable[[str, str], Answer]


def whole(name: str) -> str:
    return f"BASE <{SAMPLE_BASE}>\n{load().prologue(SAMPLE_BASE)}{shipped()[name].text}"


def bindings(content: bytes | str) -> Answer:
    answer = json.loads(content)
    names = answer["head"]["vars"]
    rows = answer["results"]["bindings"]
    return {tuple(row.get(name, {}).get("value", "") for name in names) for row in rows}


def table(content: bytes) -> Answer:
    return {tuple(row) for row in list(csv.reader(io.StringIO(content.decode())))[1:]}


def run(*command: str | Path) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def by_wrapper(endpoint: str, query: str) -> Answer:
    client = SPARQLWrapper(endpoint, returnFormat=JSON)
    client.setQuery(query)
    return bindings(json.dumps(client.queryAndConvert()))


def by_rdflib(endpoint: str, query: str) -> Answer:
    with pytest.MonkeyPatch.context() as patch:
        # Else it spells times in its own way.
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        found = list(SPARQLStore(endpoint).query(query))
    return {tuple("" if one is None else str(one) for one in row) for row in found}  # type: ignore[union-attr]


def by_curl(endpoint: str, query: str) -> Answer:
    data = f"query={query}"
    body = run(program("curl"), "-sf", endpoint, "--data-urlencode", data, "-H", "Accept: text/csv")
    return table(body)


def by_roqet(endpoint: str, query: str) -> Answer:
    how = ("-q", "-i", "sparql", "-r", "csv")
    return table(run(program("roqet"), *how, "-p", endpoint, "-e", query))


def by_comunica(endpoint: str, query: str) -> Answer:
    script = tool("@comunica", "query-sparql", "bin", "query.js")
    media = "application/sparql-results+json"
    source = f"sparql@{endpoint}"
    return bindings(run(program("node"), script, source, query, "-t", media))


CLIENTS = {
    "SPARQLWrapper": by_wrapper,
    "rdflib": by_rdflib,
    "curl": by_curl,
    "roqet": by_roqet,
    "comunica": by_comunica,
}


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_client_gets_the_answer_that_we_give(web: httpx.Client, client: str, name: str) -> None:
    ours = bindings(web.get("/sparql", params={"query": whole(name)}).content)
    assert ours
    assert CLIENTS[client](f"{web.base_url}/sparql", whole(name)) == ours
