"""RDF: subjects of a class, paths, broken files, and no context from the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lod.errors import SourceError
from tests.sources.pages.reading import read

NT = '<https://a.example/{n}> <http://purl.org/dc/terms/title> "t{n}" .\n'


@pytest.mark.usefixtures("offline")
def test_an_unknown_context_is_named_and_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "http://127.0.0.1:9/context", "@id": "urn:x", "title": "y"}')
    result = read(path, "rdf")
    assert not result.rows
    assert 'add "http://127.0.0.1:9/context" = "<a file>"' in result.issues[0].message


@pytest.mark.parametrize("depth", [150, 10_000])
def test_deep_json_ld_is_refused(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"http://x.example/p":' * depth + "1" + "}" * depth)
    assert read(path, "rdf").codes == ["source/broken"]


def test_deep_turtle_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<urn:a> <urn:p> " + "[ <urn:p> " * 10_000 + "1" + " ]" * 10_000 + " .")
    assert [row.row for row in read(path, "rdf").rows] == ["urn:a"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", "<urn:a> <urn:p> ."),
        ("a.rdf", "<rdf:RDF/>"),
        ("a.jsonld", "{"),
        ("a.jsonld", '{"@context": 5}'),
        ("a.txt", "<urn:a> <urn:p> 1 ."),
    ],
)
def test_a_broken_file_is_reported(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert read(path, "rdf").codes == ["source/broken"]


def test_a_broken_line_of_n_triples_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text(NT.format(n=1) + "<urn:a b> oops\n" + NT.format(n=2))
    result = read(path, "rdf", ["dcterms:title"])
    assert result.column("dcterms:title") == [["t1"], ["t2"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("2", "rdf/broken")]


@pytest.mark.parametrize("suffix", ["nq", "trig"])
def test_named_graphs_are_read_together(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    quad = '<urn:s> <urn:p> "{n}" <urn:g{n}> .\n'
    graph = '<urn:g{n}> {{ <urn:s> <urn:p> "{n}" }}\n'
    path.write_text("".join((quad if suffix == "nq" else graph).format(n=n) for n in (1, 2)))
    assert read(path, "rdf", ["<urn:p>"]).column("<urn:p>") == [["1", "2"]]


@pytest.mark.parametrize("column", ["nowhere:p", "p", "<not an iri>", "a//b"])
def test_a_column_must_be_a_path_of_known_names(tmp_path: Path, column: str) -> None:
    path = tmp_path / "a.nt"
    path.write_text(NT.format(n=1))
    with pytest.raises(SourceError):
        read(path, "rdf", [column])


def test_names_of_blank_nodes_do_not_change_the_hash(tmp_path: Path) -> None:
    hashes = []
    for name in ("x", "y"):
        path = tmp_path / f"{name}.ttl"
        path.write_text(f"<urn:a> <urn:p> _:{name} . _:{name} <urn:q> 1, 2 .")
        hashes.append([row.sha256 for row in read(path, "rdf").rows])
    assert hashes[0] == hashes[1]


def test_the_same_graph_in_every_syntax_gives_the_same_rows(tmp_path: Path) -> None:
    term = "http://purl.org/dc/terms/title"
    texts = {
        "a.nt": f'<urn:a> <{term}> "x" .',
        "a.ttl": f'<urn:a> <{term}> "x" .',
        "a.jsonld": json.dumps({"@id": "urn:a", term: "x"}),
        "a.rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description '
        'r:about="urn:a"><t:title xmlns:t="http://purl.org/dc/terms/">x</t:title>'
        "</r:Description></r:RDF>",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    found = [read(tmp_path / name, "rdf") for name in texts]
    assert {json.dumps(result.texts()) for result in found} == {'[{"dcterms:title": ["x"]}]'}
    assert len({row.sha256 for result in found for row in result.rows}) == 1


def test_texts_keep_the_language_tags_of_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('<urn:a> <http://purl.org/dc/terms/title> "One"@de, "Un"@fr, "1" .')
    (row,) = read(path, "rdf", ["dcterms:title"]).rows
    cells = row.cells["dcterms:title"]
    assert [(cell.text, cell.language) for cell in cells] == [
        ("1", ""),
        ("One", "de"),
        ("Un", "fr"),
    ]


XML_HEAD = (
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:t="http://purl.org/dc/terms/" xml:lang="de">'
)


def test_an_empty_language_in_rdf_xml_means_that_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.rdf"
    path.write_text(
        f'{XML_HEAD}<r:Description r:about="urn:a"><t:title>Brief</t:title>'
        '<t:title xml:lang="">No</t:title></r:Description></r:RDF>'
    )
    result = read(path, "rdf", ["dcterms:title"])
    (row,) = result.rows
    found = [(cell.text, cell.language) for cell in row.cells["dcterms:title"]]
    assert (found, result.codes) == ([("Brief", "de"), ("No", "")], [])


RELATIVE = [
    (
        "a.rdf",
        f'{XML_HEAD}<r:Description r:about="/1"><t:title>x</t:title></r:Description></r:RDF>',
    ),
    ("a.ttl", '</1> <http://purl.org/dc/terms/title> "x" .'),
    ("a.jsonld", '{"@id": "/1", "http://purl.org/dc/terms/title": "x"}'),
]


@pytest.mark.parametrize(("name", "text"), RELATIVE)
def test_relative_addresses_begin_with_the_base_of_the_source(
    tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    result = read(path, "rdf", base="https://a.example/")
    assert [row.row for row in result.rows] == ["https://a.example/1"]


@pytest.mark.parametrize(("name", "text"), RELATIVE)
def test_relative_addresses_without_a_base_are_an_issue_that_names_the_key(
    tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    (issue,) = read(path, "rdf").issues
    assert 'base = "https://..." in [source]' in issue.message


def test_subjects_without_address_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('[] <urn:p> "x" . <urn:a> <urn:p> [ <urn:q> "part" ] .')
    result = read(path, "rdf")
    assert ([row.row for row in result.rows], result.codes) == (["urn:a"], ["rdf/no-address"])


def test_markup_in_a_literal_of_xml_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.rdf"
    path.write_text(
        f'{XML_HEAD}<r:Description r:about="urn:a"><t:title r:parseType="Literal">A <b>letter</b>'
        "</t:title></r:Description></r:RDF>"
    )
    assert read(path, "rdf", ["dcterms:title"]).column("dcterms:title") == [["A letter"]]
