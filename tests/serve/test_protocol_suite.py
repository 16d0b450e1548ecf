"""The W3C suites of the SPARQL 1.1 protocol and service description, against a running server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from tests.datasets import SHARED
from tests.serve.houses import release, serving

SUITE = SHARED / "conformance" / "rdf-tests" / "sparql" / "sparql11" / "protocol"
DATA = "http://kasei.us/2009/09/sparql/data"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
# A release is read-only: these must be refused, though the suite expects them to be done.
INVERTED = {
    "update_base_uri",
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_full",
    "update_dataset_named_graphs",
    "update_post_direct",
    "update_post_form",
}
FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "text/csv", "text/tab-separated-values"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


class Sent(NamedTuple):
    """One request of a test, and what must come of it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    status: tuple[int, ...]
    form: str
    truth: bool | None


@cache
def manifest() -> Graph:
    return Graph().parse(SUITE / "manifest.ttl", publicID="http://w3.example/manifest")


def names() -> list[str]:
    if not SUITE.is_dir():
        return []
    found = manifest().subjects(RDF.type, MF.ProtocolTest)
    return sorted(str(one).rpartition("#")[2] for one in found)


def requests(name: str) -> Iterator[Sent]:
    graph = manifest()
    (test,) = (
        one for one in graph.subjects(RDF.type, MF.ProtocolTest) if str(one).endswith(f"#{name}")
    )
    action = graph.value(test, MF.action)
    for node in Collection(graph, graph.value(action, HT.requests) or RDF.nil):
        yield _sent(graph, node)


def _sent(graph: Graph, node: Node) -> Sent:
    response, body = graph.value(node, HT.resp), graph.value(node, HT.body)
    encoding = str(graph.value(body, CNT.characterEncoding) or "utf-8")
    headers = {
        str(graph.value(one, HT.fieldName)): str(graph.value(one, HT.fieldValue))
        for one in Collection(graph, graph.value(node, HT.headers) or RDF.nil)
    }
    statuses = [str(one)[-3:] for one in graph.objects(response, MF.expectedStatus)]
    truth = graph.value(response, MF.expectedBoolean)
    return Sent(
        str(graph.value(node, HT.methodName)),
        str(graph.value(node, HT.absolutePath)),
        headers,
        str(graph.value(body, CNT.chars) or "").encode(encoding),
        tuple(sorted(int(one[0]) for one in statuses)),
        str(graph.value(response, MF.expectedFormat) or ""),
        None if truth is None else str(truth).lower() == "true",
    )


@pytest.fixture(scope="module")
def endpoint(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve the data of the suite, each file in the graph that its tests name."""
    graphs = {f"{DATA}/data{n}.rdf": [(SUITE / f"data{n}.nt").read_bytes()] for n in (1, 2, 3)}
    # The suite names data0 too, but has no file of it; what it asks there is always true.
    graphs[f"{DATA}/data0.rdf"] = [b"<http://example.org/> <urn:a:p> <urn:a:o> .\n"]
    folder = release(tmp_path_factory.mktemp("protocol"), graphs)
    with serving(folder) as client:
        yield client


def test_no_test_of_the_suite_is_lost(shared: Path) -> None:
    assert len(names()) == 34
    assert len([name for name in names() if "update" not in name]) == 20
    assert set(names()) >= INVERTED


@pytest.mark.parametrize("name", names())
def test_protocol(endpoint: httpx.Client, name: str) -> None:
    for sent in requests(name):
        answer = endpoint.request(sent.method, sent.path, headers=sent.headers, content=sent.body)
        update = "update" in name and (b"update" in sent.body or "update" in str(sent.headers))
        if name in INVERTED and update:
            assert answer.status_code in (400, 403, 405, 415)
            return
        assert answer.status_code // 100 in sent.status
        media = answer.headers["Content-Type"].partition(";")[0]
        assert not sent.form or media in FORMATS[sent.form]
        assert sent.truth is None or answer.json()["boolean"] is sent.truth


@pytest.fixture(scope="module")
def description(endpoint: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    answer = endpoint.get("/sparql")
    assert ox.RdfFormat.from_media_type(answer.headers["Content-Type"]) == ox.RdfFormat.TURTLE
    return Graph().parse(data=answer.text, format="turtle")


def test_the_service_description_names_the_endpoint(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = release(tmp_path_factory.mktemp("described"), {})
    public = "https://letters.example.org/lod/"
    with serving(folder, public=public) as client:
        answer = client.get("/sparql", headers={"Accept": "application/rdf+xml"})
    graph = Graph().parse(data=answer.text, format="xml")
    assert [str(one) for one in graph.objects(None, SD.endpoint)] == [f"{public}sparql"]


def test_the_service_description_conforms_to_its_schema(description: Graph) -> None:
    (service,) = description.subjects(RDF.type, SD.Service)
    dataset = description.value(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in description
    assert (description.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in description
    named = list(description.objects(dataset, SD.namedGraph))
    assert len(named) == 4
    assert all((one, RDF.type, SD.NamedGraph) in description for one in named)
    assert all(description.value(one, SD.name) for one in named)
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in description
