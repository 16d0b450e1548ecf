"""The datasets of the repository publish, whole and true."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyld import jsonld
from rdflib import RDFS, Graph, Literal
from rdflib.compare import graph_diff, to_isomorphic

from lod.api import Release
from lod.store import Solutions
from lod.store.card import card
from lod.vocabulary import load as load_vocabulary
from tests.datasets import broken, copied, files, released

NAMES = ("sample", "pages", "wilson", "museum-people", "museum-collections", "tate")
QUESTIONS = load_vocabulary().queries()
# What no letter of the sample tells: answers to a letter, talks reported, translations by name.
UNANSWERED = {"cq04", "cq05", "cq12"}
# Bounds and codes of dates that stand beside their words, and the point that stands as numbers.
UNSAID = ("begin_of_the_begin", "end_of_the_end", "#edtf", "P168_place_is_defined_by")
_released: dict[str, Path] = {}


@pytest.fixture(params=NAMES)
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _release(request.param, tmp_path_factory)


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _release("sample", tmp_path_factory)


def _release(name: str, folders: pytest.TempPathFactory) -> Path:
    if name not in _released:
        folder = folders.mktemp(name)
        _released[name] = released(copied(name, folder), folder / "output", workers=2)
    return _released[name]


def manifest(release: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((release / "manifest.json").read_bytes())
    return found


def dump(release: Path, extension: str) -> bytes:
    name = manifest(release)["dataset"]
    return gzip.decompress((release / "dumps" / f"{name}.{extension}.gz").read_bytes())


@cache
def triples(release: Path, extension: str) -> Counter[str]:
    form = ox.RdfFormat.from_extension(extension)
    assert form is not None
    return Counter(str(quad) for quad in ox.parse(dump(release, extension), form))


def issues(release: Path) -> list[dict[str, Any]]:
    lines = (release / "issues.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_nothing_that_is_published_breaks_a_shape_or_a_rule(release: Path) -> None:
    errors = [one for one in issues(release) if one["severity"] == "error"]
    assert [one for one in errors if one["code"].startswith(("shape/", "rule/"))] == []


def test_every_row_is_published_merged_or_in_quarantine(release: Path) -> None:
    rows = manifest(release)["rows"]
    assert rows["read"] == rows["published"] + rows["merged"] + rows["quarantined"]
    assert rows["published"] > 0


def test_every_row_in_quarantine_has_an_issue_that_says_why(release: Path) -> None:
    errors = [one for one in issues(release) if one["severity"] == "error"]
    assert (
        len({(one["source"], one["row"]) for one in errors})
        >= (manifest(release)["rows"]["quarantined"])
    )


def test_the_counts_of_the_manifest_are_true(release: Path) -> None:
    said = manifest(release)
    default = dump(release, "nt").splitlines()
    assert said["triples"] == len(default)
    assert said["quads"] == len(dump(release, "nq").splitlines())
    assert said["subjects"] == len({line.split(b" ", 1)[0] for line in default})
    assert sum(said["issues"].values()) == len(issues(release))
    assert said["rows"]["published"] == len(list(Release(release).records()))


def test_every_file_is_named_with_its_checksum(release: Path) -> None:
    assert broken(release) == []


def test_current_is_a_link_to_the_version_that_the_manifest_names(release: Path) -> None:
    current = release.parents[1] / "current"
    assert current.is_symlink()
    assert current.resolve() == release
    assert manifest(release)["version"] == release.name


@pytest.mark.parametrize("extension", ["nt", "nq"])
def test_lines_are_sorted_and_stand_once(release: Path, extension: str) -> None:
    lines = dump(release, extension).splitlines()
    assert all(one < following for one, following in pairwise(lines))


def test_no_node_is_blank(release: Path) -> None:
    assert [line for line in dump(release, "nq").splitlines() if b"_:" in line[:2]] == []
    assert b" _:" not in b"\n".join(
        line for line in dump(release, "nq").splitlines() if b'"' not in line
    )


@pytest.mark.parametrize("extension", ["ttl", "jsonld"])
def test_turtle_json_ld_and_n_triples_are_the_same_graph(release: Path, extension: str) -> None:
    assert triples(release, extension) == triples(release, "nt")


def test_the_quads_without_a_graph_are_the_triples(release: Path) -> None:
    quads = ox.parse(dump(release, "nq"), ox.RdfFormat.N_QUADS)
    default = (str(quad) for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph))
    assert Counter(default) == triples(release, "nt")


def test_the_store_holds_as_many_quads_as_the_dump(release: Path) -> None:
    store = ox.Store.read_only(str(release / "store"))
    assert len(store) == manifest(release)["quads"]


def test_rdflib_and_pyld_read_the_same_graph(sample: Path) -> None:
    expected = Graph().parse(data=dump(sample, "nt"), format="nt")
    turtle = Graph().parse(data=dump(sample, "ttl"), format="turtle")
    quads = jsonld.to_rdf(json.loads(dump(sample, "jsonld")), {"format": "application/n-quads"})
    for found in (turtle, Graph().parse(data=str(quads), format="nt")):
        _, missing, added = graph_diff(to_isomorphic(expected), to_isomorphic(found))
        assert (list(missing), list(added)) == ([], [])


def test_each_record_has_its_two_files_and_they_say_the_same(sample: Path) -> None:
    context = json.loads((sample / "context.jsonld").read_bytes())
    names = sorted(name.removesuffix(".ttl") for name in files(sample, "record") if ".ttl" in name)
    assert len(names) == len([name for name in files(sample, "record") if ".jsonld" in name])
    for name in names:
        tree = json.loads((sample / f"{name}.jsonld").read_bytes()) | context
        nodes = ox.parse(json.dumps(tree).encode(), ox.RdfFormat.JSON_LD)
        turtle = ox.parse((sample / f"{name}.ttl").read_bytes(), ox.RdfFormat.TURTLE)
        assert {str(quad) for quad in nodes} == {str(quad) for quad in turtle}


def test_the_files_of_records_are_the_dump_in_pieces(sample: Path) -> None:
    pieces = set[str]()
    for name in files(sample, "record"):
        if name.endswith(".ttl"):
            found = ox.parse((sample / name).read_bytes(), ox.RdfFormat.TURTLE)
            pieces |= {str(quad) for quad in found}
    assert pieces <= set(triples(sample, "nt"))


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_every_question_runs(release: Path, question: str) -> None:
    assert answers(release, question) is not None


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - UNANSWERED))
def test_the_sample_answers_what_its_letters_tell(sample: Path, question: str) -> None:
    assert answers(sample, question)


def test_the_other_questions_are_answered_by_the_pages_and_the_table(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    told = [_release(name, tmp_path_factory) for name in ("pages", "wilson")]
    silent = {name for name in UNANSWERED if not any(answers(one, name) for one in told)}
    assert silent == set()


def test_the_pages_tell_what_molotov_had_copies_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    pages = _release("pages", tmp_path_factory)
    told = {(_last(row["doc"]), _last(row["as"])) for row in answers(pages, "cq02")}
    assert {("wcda-113630", "copy-recipient")} <= told
    assert {role for _, role in told} == {"copy-recipient"}


def test_nobody_is_two_persons_in_one_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    opened = Release(_release("pages", tmp_path_factory))
    asked = "?doc crm:P67_refers_to ?who . ?who a crm:E21_Person ; rdfs:label ?name"
    rows: Any = opened.query(f"SELECT ?doc (STR(?name) AS ?called) {{ {asked} }}")
    called = Counter((str(doc), str(name).strip('"').split()[-1]) for doc, name in rows)
    assert len(called) > 20
    assert [one for one, times in called.items() if times > 1] == []


def _last(iri: object) -> str:
    return str(iri).rstrip(">").rpartition("/")[2]


def test_a_letter_leads_to_the_letter_that_it_answers(sample: Path) -> None:
    asked = "SELECT ?a ?b { ?a dcterms:references ?b . ?record foaf:primaryTopic ?b }"
    found = Release(sample).query(asked)
    assert isinstance(found, Solutions)
    pairs = {tuple(str(row[name]).rpartition("/")[2] for name in "ab") for row in found.rows()}
    assert ("letters-SL-006", "letters-SL-005") in pairs


def answers(release: Path, question: str) -> list[Any]:
    opened = Release(release)
    answer = opened.query(load_vocabulary().queries(opened.base)[question])
    assert isinstance(answer, Solutions)
    return list(answer.rows())


def test_what_stands_in_the_tables_stands_in_the_graph(release: Path) -> None:
    known = {line.split(b" ", 1)[0][1:-1].decode() for line in dump(release, "nt").splitlines()}
    for table in ("records", "agents", "places"):
        rows = list(rows_of(release, table))
        assert {row["uri"] for row in rows} <= known
    assert len(list(rows_of(release, "records"))) == manifest(release)["rows"]["published"]


def rows_of(release: Path, table: str) -> Iterator[dict[str, str]]:
    data = gzip.decompress((release / "dumps" / "csv" / f"{table}.csv.gz").read_bytes())
    yield from csv.DictReader(io.StringIO(data.decode()))


def test_every_same_as_has_an_accepted_assertion(release: Path) -> None:
    same, accepted = set[tuple[str, str]](), set[tuple[str, str]]()
    opened = Release(release)
    for query, found in (
        ("SELECT ?thing ?item { GRAPH ?g { ?thing owl:sameAs ?item } }", same),
        (
            "SELECT ?thing ?item { GRAPH ?g { ?act crm:P140_assigned_attribute_to ?thing ;"
            " crm:P141_assigned ?item ; lo:status st:accepted } }",
            accepted,
        ),
    ):
        answer = opened.query(query)
        assert isinstance(answer, Solutions)
        found |= {(str(row["thing"]), str(row["item"])) for row in answer.rows()}
    assert same <= accepted


def test_a_card_says_what_the_turtle_says(release: Path) -> None:
    opened = Release(release)
    paths = sorted((release / "record").glob("*/*.ttl"))
    for file in paths[:: max(1, len(paths) // 40)]:
        uri = f"{opened.base}{file.parent.name}/{file.stem}"
        said = " ".join(card(opened.store, uri, opened.prefixes, width=10**6).split())
        for subject, predicate, value in Graph().parse(file, format="turtle"):
            if str(subject).partition("#")[0] != uri or str(predicate).endswith(UNSAID):
                continue
            if isinstance(value, Literal):
                assert " ".join(str(value).split()) in said or predicate == RDFS.label, (uri, value)
            elif re.match(rf"{opened.base}(person|group|place)/[^#]+$", str(value)):
                (name, *_) = labels(opened, str(value))
                assert name in said, (uri, value)


def labels(opened: Release, uri: str) -> list[str]:
    answer = opened.query(f"SELECT ?label {{ <{uri}> rdfs:label ?label }}")
    assert isinstance(answer, Solutions)
    return [str(row["label"]) for row in answer.rows()]


def test_a_card_gives_the_reason_of_every_link(release: Path) -> None:
    opened = Release(release)
    for uri in islice(
        opened.records(), 0, None, max(1, manifest(release)["rows"]["published"] // 20)
    ):
        said = " ".join(card(opened.store, uri, opened.prefixes, width=10**6).split())
        for item in set(re.findall(r" \[(Q\d+)\]", said)):
            assert re.search(rf" = {item} \((accepted|candidate), ", said), (uri, item)
