"""Tests of validation by shapes: what is found, whose it is, and that pySHACL finds the same."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from lod.errors import TermError, UsageError
from lod.validate import seeded
from lod.validate.shapes import MOST_PER_RECORD, Finding, Shapes, record_key, subject_path
from lod.vocabulary import load

BASE = "https://data.example.org/"
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
MANY = "".join(f'<{BASE}doc/x-1#n{n}> <urn:a:label> "{n}" .\n' for n in range(30))
PLAIN = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <urn:s#> .
s:Labelled-thing a sh:NodeShape ; sh:targetSubjectsOf <urn:a:label> ; sh:property [
  sh:path <urn:a:label> ; sh:minLength 3 ; sh:severity sh:Warning ; sh:message "too short" ] ."""


def ours(kind: str = "document") -> Shapes:
    return Shapes(load().shapes(BASE, kind), BASE, load().prefixes(BASE))


def judged(graph: str, kind: str = "document") -> set[str]:
    """Say which nodes pySHACL finds fault with."""
    data = rdflib.Graph().parse(data=graph, format="nt")
    shapes = rdflib.Graph().parse(data=load().shapes(BASE, kind), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    return {str(node) for node in report.objects(None, SH.focusNode)}


def gold(shared: Path, name: str) -> str:
    path = next((shared / "gold").glob(f"{name}_*.ttl"))
    text = path.read_text("utf-8").replace("https://w3id.org/example/lod/", BASE)
    triples = (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    out = io.BytesIO()
    ox.serialize(triples, out, format=ox.RdfFormat.N_TRIPLES)
    return out.getvalue().decode()


@pytest.mark.parametrize("seed", seeded.bad(BASE), ids=lambda pair: pair[0].name)
def test_every_seeded_fault_is_found_and_pyshacl_agrees(seed: tuple[seeded.Seed, str]) -> None:
    graph = seed[1]
    report = ours()._shapes.validate_text(graph, format="ntriples")
    assert {result.focus_node.strip("<>") for result in report.results} == judged(graph)
    assert report.results


@pytest.mark.parametrize("name", ["001", "003"])
def test_the_gold_is_clean_and_pyshacl_agrees(shared: Path, name: str) -> None:
    graph = gold(shared, name)
    assert ours().check(graph) == []
    assert judged(graph) == set()


@pytest.mark.parametrize("seed", seeded.SEEDS, ids=lambda seed: seed.name)
def test_the_gold_with_a_fault_is_not_clean(shared: Path, seed: seeded.Seed) -> None:
    graph = gold(shared, "001")
    put = seed.put.replace("seed", "wcda")
    broken = re.sub(seed.find.replace("seed-1", "wcda-113630").replace("0.97", "0.99"), put, graph)
    assert any(finding.issue.severity == "error" for finding in ours().check(broken))


def test_a_finding_says_what_where_and_how_grave() -> None:
    [(path, issue)] = ours().check(dict_of_bad()["a link to a page"])
    assert path == "person/seedseed01"
    assert (issue.code, issue.severity) == ("shape/s13-equivalent", "error")
    assert issue.field == "la:equivalent"
    assert issue.value == "https://www.wikidata.org/wiki/Q1"
    assert issue.message.startswith("S13 ")


def dict_of_bad() -> dict[str, str]:
    return {seed.name: graph for seed, graph in seeded.bad(BASE)}


def test_a_warning_stays_a_warning() -> None:
    [finding] = Shapes(PLAIN, BASE).check(f'<{BASE}person/a1#n> <urn:a:label> "x" .\n')
    assert finding.path == "person/a1"
    assert (finding.issue.severity, finding.issue.message) == ("warning", "too short")
    assert finding.issue.code == "shape/labelled-thing"


def test_findings_are_capped_and_counted() -> None:
    findings = Shapes(PLAIN, BASE).check(MANY)
    assert len(findings) == MOST_PER_RECORD + 1
    assert findings[-1].issue.message == "10 more findings on this record are not listed"


def test_the_order_of_lines_does_not_matter() -> None:
    shapes = Shapes(PLAIN, BASE)
    backwards = "".join(reversed(MANY.splitlines(keepends=True)))
    assert shapes.check(MANY) == shapes.check(backwards)


def test_a_shape_without_a_message_is_put_into_words() -> None:
    shapes = Shapes(PLAIN.replace('; sh:message "too short"', ""), BASE)
    finding = shapes.check(f'<{BASE}doc/x-1> <urn:a:label> "x" .\n')[0]
    assert finding.issue.message == "min length is not met"


@pytest.mark.parametrize(
    ("node", "path"),
    [("doc/x-1#title", "doc/x-1"), ("record/doc/x-1", "doc/x-1"), ("person/a1", "person/a1"),
     ("assert/doc/x-1/date", "doc/x-1"), ("archive/avprf/f-1#name", "archive/avprf/f-1")],
)  # fmt: skip
def test_a_node_belongs_to_a_thing(node: str, path: str) -> None:
    assert subject_path(f"<{BASE}{node}>", BASE) == path


def test_a_node_of_others_keeps_its_name() -> None:
    assert subject_path("<urn:a:b#c>", BASE) == "urn:a:b#c"


@pytest.mark.parametrize(
    ("path", "key"), [("doc/x-1", "x-1"), ("object/1", "1"), ("place/a1", "place/a1")]
)
def test_issues_name_records_by_their_key(path: str, key: str) -> None:
    assert record_key(path) == key


def test_broken_shapes_and_none_are_refused() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Shapes("no turtle", BASE)
    with pytest.raises(UsageError, match="there are no shapes"):
        Shapes("<urn:a:s> <urn:a:p> <urn:a:o> .", BASE)


def test_a_broken_block_is_our_own_fault() -> None:
    with pytest.raises(TermError, match="no N-Triples"):
        ours().check("<no triple")


def test_a_finding_is_a_path_and_an_issue() -> None:
    assert Finding._fields == ("path", "issue")
