"""The W3C suites of SPARQL 1.1 queries and their syntax, by value, against a running server.

All data of the suite lies in one store, each file in the graph of its own name; a test names its
dataset as the protocol does. Entailment is not what the store does, and SERVICE is refused.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from lod.serve.limits import Limits
from tests.datasets import SHARED
from tests.serve.houses import release, serving

SUITE = SHARED / "conformance" / "rdf-tests" / "sparql" / "sparql11"
HOME = "http://w3.example/"
FOLDERS = (
    *("aggregates", "bind", "bindings", "cast", "construct", "csv-tsv-res", "exists", "functions"),
    *("grouping", "json-res", "negation", "project-expression", "property-path", "subquery"),
    "syntax-query",
)
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
XSD = "http://www.w3.org/2001/XMLSchema#"
GOOD = {MF.PositiveSyntaxTest11, MF.PositiveSyntaxTest}
BAD = {MF.NegativeSyntaxTest11, MF.NegativeSyntaxTest}
_TAG = "the store's GROUP_CONCAT keeps a language that all its values share"
_ZERO = "the store finds no path of no step from a term that is not in the graph"
_LEXICAL = "the store keeps values, not their spelling: 1.0E6 comes back as 1000000"
_OURS = "FROM names a graph that is not there: an answer that looks whole would not be true"
_GRAPH = "the store does not bind the variable of GRAPH where no triple is matched in it"
EXCEPTIONS = {
    "aggregates/agg-groupconcat-04": _TAG,
    "aggregates/agg-groupconcat-06": _TAG,
    "aggregates/agg-empty-group-count-graph": _GRAPH,
    "bindings/graph": _GRAPH,
    "csv-tsv-res/csv03": _LEXICAL,
    "csv-tsv-res/tsv03": _LEXICAL,
    "functions/bnode01": "the store's BNODE(text) gives one node a text, not one a row and text",
    "negation/graph-minus": "the store counts the variable of GRAPH as shared by MINUS",
    "property-path/zero_or_more_set_end": _ZERO,
    "property-path/zero_or_more_set_start": _ZERO,
    "property-path/zero_or_one_set_end": _ZERO,
    "property-path/zero_or_one_set_start": _ZERO,
    "syntax-query/test_4": "right syntax, but a function that nobody has cannot be run",
    "syntax-query/test_42": _OURS,
}
_JSON, _TABLES = ox.QueryResultsFormat.JSON, (".csv", ".tsv")
_FORMS = {
    ".csv": ox.QueryResultsFormat.CSV,
    ".tsv": ox.QueryResultsFormat.TSV,
    ".srx": _JSON,
    ".srj": _JSON,
    ".ttl": _JSON,
}
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Case(NamedTuple):
    """One test of the suite."""

    name: str
    kind: str
    query: Path
    default: tuple[str, ...]
    named: tuple[str, ...]
    result: Path | None


@cache
def cases() -> dict[str, Case]:
    found = [case for folder in FOLDERS if SUITE.is_dir() for case in _cases(folder)]
    return {case.name: case for case in found}


def _cases(folder: str) -> Iterator[Case]:
    file = SUITE / folder / "manifest.ttl"
    graph = Graph().parse(file, publicID=f"{HOME}{folder}/manifest.ttl")
    for entries in graph.objects(None, MF.entries):
        for test in Collection(graph, entries):
            yield _case(graph, test, folder)


def _case(graph: Graph, test: Node, folder: str) -> Case:
    kind, action, result = (graph.value(test, one) for one in (RDF.type, MF.action, MF.result))
    whole = isinstance(graph.value(action, QT.query), Node) if action else False
    query = graph.value(action, QT.query) if whole else action
    names = [[str(one) for one in graph.objects(action, p)] for p in (QT.data, QT.graphData)]
    syntax = "good" if kind in GOOD else "bad" if kind in BAD else str(kind).rpartition("#")[2]
    return Case(
        f"{folder}/{str(test).rpartition('#')[2]}",
        syntax,
        _path(query),
        tuple(sorted(names[0])),
        tuple(sorted(names[1])),
        _path(result) if result is not None and str(result).startswith(HOME) else None,
    )


def _path(node: Node | None) -> Path:
    return SUITE / str(node).removeprefix(HOME)


def _lines(file: Path) -> bytes:
    """Read a file of data as N-Triples; blank nodes of two files are never the same."""
    form = ox.RdfFormat.from_extension(file.suffix[1:])
    address = f"{HOME}{file.relative_to(SUITE)}"
    read = ox.parse(file.read_bytes(), format=form, base_iri=address, rename_blank_nodes=True)
    return "".join(f"{quad.triple} .\n" for quad in read).encode()


@pytest.fixture(scope="module")
def endpoint(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    names = sorted({name for case in cases().values() for name in (*case.default, *case.named)})
    # An empty graph is none to the store: what is in it must not be seen by any test.
    extra = b"<urn:nothing:s> <urn:nothing:p> <urn:nothing:o> .\n"
    graphs = {name: [_lines(SUITE / name.removeprefix(HOME)) or extra] for name in names}
    folder = release(tmp_path_factory.mktemp("suite"), graphs)
    with serving(folder, Limits(budget_burst=1e6)) as client:
        yield client


def test_no_test_of_the_suites_is_lost() -> None:
    if not SUITE.is_dir():
        pytest.skip("SHARED DATA MISSING: this test reads ../shared, which is not there")
    kinds = [case.kind for case in cases().values()]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    assert counts == {"CSVResultFormatTest": 3, "QueryEvaluationTest": 232, "bad": 40, "good": 63}
    assert len(EXCEPTIONS) == 14
    assert set(EXCEPTIONS) <= set(cases())


def ask(client: httpx.Client, case: Case) -> httpx.Response:
    text = case.query.read_text("utf-8")
    address = f"{HOME}{case.query.relative_to(SUITE)}"
    # What the protocol names would replace what the query names.
    own = re.search(r"\bFROM\b", text)
    fields = {
        "query": f"BASE <{address}>\n{text}",
        "default-graph-uri": [] if own else list(case.default),
        "named-graph-uri": [] if own else list(case.named),
    }
    accept = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
    suffix = case.result.suffix if case.result else ""
    rows = accept.get(suffix, "application/sparql-results+xml")
    return client.post("/sparql", data=fields, headers={"Accept": f"{rows}, text/turtle;q=0.5"})


@pytest.mark.parametrize("name", cases())
def test_suite(endpoint: httpx.Client, name: str) -> None:
    case = cases()[name]
    if name in EXCEPTIONS:
        pytest.skip(EXCEPTIONS[name])
    answer = ask(endpoint, case)
    if case.kind == "bad":
        assert answer.status_code == 400
        return
    assert answer.status_code == 200, answer.text
    if case.result is not None:
        assert found(answer, case.result.suffix) == expected(case.result), answer.text


@pytest.fixture(scope="module")
def engine(shared: Path) -> ox.Store:
    """Load the data of the exceptions into the bare engine."""
    store = ox.Store()
    cases_of = [cases()[name] for name in EXCEPTIONS]
    for name in sorted({name for case in cases_of for name in (*case.default, *case.named)}):
        lines = _lines(SUITE / name.removeprefix(HOME))
        store.load(lines, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
    return store


@pytest.mark.parametrize("name", [name for name, why in EXCEPTIONS.items() if why != _OURS])
def test_the_bare_engine_makes_the_same_exception(engine: ox.Store, name: str) -> None:
    case = cases()[name]
    try:
        answer = engine.query(
            case.query.read_text("utf-8"),
            base_iri=f"{HOME}{case.query.relative_to(SUITE)}",
            default_graph=[ox.NamedNode(one) for one in case.default],
            named_graphs=[ox.NamedNode(one) for one in case.named],
        )
    except (SyntaxError, ValueError, RuntimeError):
        return
    assert case.result is not None
    assert not isinstance(answer, ox.QueryTriples)
    content = answer.serialize(format=_FORMS[case.result.suffix]) or b""
    read = _csv(content.decode()) if case.result.suffix in _TABLES else _rows(content, _JSON)
    assert read != expected(case.result)


def found(answer: httpx.Response, suffix: str) -> str:
    media = answer.headers["Content-Type"].partition(";")[0]
    if suffix == ".csv":
        return _csv(answer.text)
    if form := ox.QueryResultsFormat.from_media_type(media):
        return _rows(answer.content, form)
    return _graph(ox.parse(answer.content, format=ox.RdfFormat.from_media_type(media)))


def expected(file: Path) -> str:
    home = f"{HOME}{file.parent.name}/".encode()
    content = re.sub(rb"<uri>(?=[\w.-]+</uri>)", b"<uri>" + home, file.read_bytes())
    if file.suffix == ".csv":
        return _csv(content.decode())
    if form := ox.QueryResultsFormat.from_extension(file.suffix[1:]):
        return _rows(content, form)
    if RS.encode() in content:
        return _result_set(content, home.decode())
    return _graph(ox.parse(content, format=ox.RdfFormat.from_extension(file.suffix[1:])))


def _result_set(content: bytes, home: str) -> str:
    """Read rows that are written in the vocabulary of result sets."""
    graph, space = Graph().parse(content, format="turtle", publicID=home), Namespace(RS)
    names = [str(one) for one in graph.objects(None, space.resultVariable)]
    rows = [
        {
            str(graph.value(cell, space.variable)): _cell(graph.value(cell, space.value))
            for cell in graph.objects(row, space.binding)
        }
        for row in graph.objects(None, space.solution)
    ]
    content = json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}).encode()
    return _rows(content, _JSON)


def _cell(node: Node | None) -> dict[str, str]:
    if isinstance(node, URIRef):
        return {"type": "uri", "value": str(node)}
    assert isinstance(node, Literal)
    kind = {"datatype": str(node.datatype)} if node.datatype else {}
    return {"type": "literal", "value": str(node), **kind}


def _csv(text: str) -> str:
    """Compare cells by the name of their column, in any order of rows; blank nodes are alike."""
    rows = csv.DictReader(io.StringIO(re.sub(r"_:\w+", "_:", text)))
    return "\n".join(sorted(str(sorted(row.items())) for row in rows))


def _rows(content: bytes, form: ox.QueryResultsFormat) -> str:
    """Write rows as a graph in canonical form: blank nodes compare, and equal values are equal."""
    read = ox.parse_query_results(content, format=form)
    if isinstance(read, ox.QueryBoolean):
        return str(bool(read))
    names = [variable.value for variable in read.variables]
    rows = [[(name, row[name]) for name in sorted(names)] for row in read]
    if not any(isinstance(value, ox.BlankNode) for row in rows for _, value in row):
        return "\n".join(sorted(str([(n, v and str(_valued(v))) for n, v in row]) for row in rows))
    quads = [_quad(ox.BlankNode(), "row", ox.Literal("row"))]
    for cells in rows:
        row = ox.BlankNode()
        quads.append(_quad(row, "is", ox.Literal("row")))
        quads += [_quad(row, name, _valued(value)) for name, value in cells if value]
    return _canonical(quads)


def _graph(read: Iterator[ox.Quad]) -> str:
    return _canonical([ox.Quad(q.subject, q.predicate, _valued(q.object)) for q in read])


def _quad(row: ox.BlankNode, name: str, value: Value) -> ox.Quad:
    return ox.Quad(row, ox.NamedNode(f"urn:variable:{name}"), value)


def _canonical(quads: list[ox.Quad]) -> str:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(str(quad) for quad in dataset))


def _valued(term: Value) -> Value:
    """Spell a number in one way: `1`, `1.0` and `01` are the same value."""
    if not isinstance(term, ox.Literal) or not term.datatype.value.startswith(XSD):
        return term
    kind = term.datatype.value.removeprefix(XSD)
    try:
        if kind == "boolean":
            plain = {"1": "true", "0": "false"}.get(term.value, term.value)
            return ox.Literal(plain, datatype=term.datatype)
        if kind in ("float", "double"):
            return ox.Literal(repr(round(float(term.value), 6)), datatype=term.datatype)
        if kind in ("integer", "decimal", "int", "short", "byte", "long"):
            number = Decimal(term.value)
            plain = f"{number.quantize(Decimal('1.000000')).normalize():f}"
            return ox.Literal(plain, datatype=term.datatype)
    except (ValueError, ArithmeticError):
        return term
    return term
