"""What `import lod` gives is what the command line does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS

import lod
from lod.errors import ConfigError, UsageError
from lod.store import Solutions
from tests.datasets import BASE


@pytest.fixture
def release(letters: Path, tmp_path: Path) -> lod.Release:
    lod.publish(letters, lod.Options(output=tmp_path / "output", workers=1))
    return lod.Release(tmp_path / "output")


def test_publishing_twice_in_one_process_sees_what_changed(letters: Path, tmp_path: Path) -> None:
    options = lod.Options(output=tmp_path / "output", workers=1)
    first = lod.publish(letters, options)
    config = letters / "dataset.toml"
    config.write_text(config.read_text().replace('place_created = "place"\n', ""))
    second = lod.publish(letters, options)
    assert (second.previous, second.tally.kinds["place"]) == (first.version, 0)


def test_a_release_gives_its_records_in_order(release: lod.Release) -> None:
    assert list(release.records()) == [f"{BASE}doc/L1", f"{BASE}doc/L2"]


def test_a_release_answers_queries(release: lod.Release) -> None:
    answer = release.query("SELECT ?title { <doc/L1> dcterms:title ?title }")
    assert isinstance(answer, Solutions)
    assert [row["title"] for row in answer.rows()] == ["Letter, Tito to Molotov"]


def test_terms_keep_the_language_that_a_plain_value_leaves_out(release: lod.Release) -> None:
    answer = release.query("SELECT ?title { <doc/L1> dcterms:title ?title }")
    assert isinstance(answer, Solutions)
    assert [row["title"] for row in answer.terms()] == ['"Letter, Tito to Molotov"@en']


def test_a_count_is_a_number_and_an_address_a_text(release: lod.Release) -> None:
    query = "SELECT (COUNT(?t) AS ?n) (MIN(?doc) AS ?first) { ?doc mrel:rcp ?t }"
    answer = release.query(query)
    assert isinstance(answer, Solutions)
    assert list(answer.rows()) == [{"n": 2, "first": f"{BASE}doc/L1"}]


@pytest.mark.parametrize("uri", ["doc/L1", f"{BASE}doc/L1", "record/doc/L1.ttl"])
def test_a_thing_of_a_release_is_an_rdflib_graph(release: lod.Release, uri: str) -> None:
    title = Literal("Letter, Tito to Molotov", lang="en")
    assert (URIRef(f"{BASE}doc/L1"), DCTERMS.title, title) in release.graph(uri)


@pytest.mark.parametrize(
    "uri",
    ["vocab/doctype/letter", "vocab/doctype", "archive/avprf", "ns", "ns#mayBe", "description",
     "run/{run}", "agent/lod", "graph/meta", "graph/linkset/wikidata", "snapshot/{snapshot}"],
)  # fmt: skip
def test_whatever_the_release_says_something_of_is_a_graph_and_has_a_card(
    release: lod.Release, uri: str
) -> None:
    row = "SELECT ?s { GRAPH ?g { ?s dcterms:identifier ?sha } FILTER(CONTAINS(STR(?s), 'snap')) }"
    answer = release.query(row)
    assert isinstance(answer, Solutions)
    snapshot = str(next(answer.rows())["s"]).rpartition("/")[2]
    named = uri.format(run=release.manifest["run"], snapshot=snapshot)
    assert len(release.graph(named)) > 0
    assert json.loads(release.show(named, "json-ld"))["@graph"]
    assert len(release.show(named).decode().splitlines()) > 2


def test_a_term_of_our_ontology_has_a_card_of_its_own(release: lod.Release) -> None:
    assert f"{BASE}ns#mayBe" in release.show("ns#mayBe").decode()
    assert "Terms for archival linked data" in release.show("ns").decode()


def test_what_the_release_says_nothing_of_is_no_empty_graph(release: lod.Release) -> None:
    for uri in ("run/000000000000", "vocab/doctype/none", "ns#none", "graph/none"):
        with pytest.raises(UsageError, match="says nothing about it"):
            release.show(uri)
    for uri in ("run/000000000000", "vocab/doctype/none", "graph/none"):
        with pytest.raises(UsageError, match="no turtle about it"):
            release.graph(uri)


def test_options_take_text_as_the_command_line_does(letters: Path, tmp_path: Path) -> None:
    options = lod.Options(output=str(tmp_path / "out"), now="2024-01-01", workers=1)
    assert lod.publish(letters, options).started == "2024-01-01T00:00:00Z"
    assert list(lod.Release(str(tmp_path / "out")).records())


@pytest.mark.parametrize(
    ("name", "arguments", "named", "said"),
    [
        ("Options", (), {"output": 5}, "output is no path: 5"),
        ("Options", (), {"workers": -1}, "workers is no number of processes: -1"),
        ("Options", (), {"workers": "two"}, "workers is no number of processes: 'two'"),
        ("Options", (), {"now": "yesterday"}, "no time: 'yesterday'"),
        ("Options", (), {"now": 2024}, "no time: 2024"),
        ("Options", (), {"now": "0001-01-01T00:00:00Z"}, "no time: '0001"),
        ("Options", (), {"now": "9999-12-31"}, "no time: '9999"),
        ("publish", ("letters", "out"), {}, "these are no options: 'out'"),
        ("load", (None,), {}, "this is no path: None"),
        ("Release", (None,), {}, "this is no path: None"),
        ("Authority", (5,), {}, "this is no path: 5"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_an_error_of_usage_before_anything_is_done(
    letters: Path, name: str, arguments: tuple[object, ...], named: dict[str, object], said: str
) -> None:
    given = [letters if one == "letters" else one for one in arguments]
    with pytest.raises(UsageError, match=said):
        getattr(lod, name)(*given, **named)


@pytest.mark.parametrize("said", ["abc", "-5", "1800000000.5", "99999999999999", "1_0", " 5"])
def test_an_epoch_that_is_no_time_is_refused_and_no_clock_is_taken(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH: no whole number of seconds"):
        lod.Options()
    assert lod.Options(now="2024-01-01").now == "2024-01-01"


def test_titles_of_records_are_as_many_as_records(release: lod.Release) -> None:
    answer = release.query("SELECT (COUNT(?title) AS ?n) { ?doc dcterms:title ?title }")
    assert isinstance(answer, Solutions)
    assert list(answer.rows()) == [{"n": len(list(release.records()))}]


def test_a_form_that_is_none_is_told_with_those_there_are(release: lod.Release) -> None:
    said = r"unknown format 'ttl' \(did you mean turtle\? there are card, turtle, json-ld"
    with pytest.raises(UsageError, match=said):
        release.show("doc/L1", "ttl")
    for uri in (None, 5):
        with pytest.raises(UsageError, match="the URI is no text"):
            release.graph(uri)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="the query is no text"):
        release.query(None)  # type: ignore[arg-type]


def test_a_folder_without_a_release_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no release"):
        lod.Release(tmp_path)


def test_a_configuration_names_what_no_room_knows(letters: Path) -> None:
    config = letters / "dataset.toml"
    config.write_text(config.read_text().replace('"csv"', '"cvs"'))
    with pytest.raises(ConfigError, match=r"format: unknown 'cvs' \(did you mean csv"):
        lod.load(letters)


def test_an_authority_decides_a_name_with_its_reasons() -> None:
    decision = lod.Authority().match("Comrade STALIN I.V.", "person", year=1951)
    assert decision.id == "Q855"
    assert decision.candidates[0].reasons


@pytest.mark.parametrize(
    ("name", "kind", "year", "said"),
    [
        ("Stalin", "dog", None, "unknown kind 'dog'"),
        ("Stalin", None, None, "unknown kind None"),
        ("Stalin", "person", "1951", "the year is no whole number: '1951'"),
        ("Stalin", "person", True, "the year is no whole number: True"),
        (None, "person", 1951, "the name is no text: None"),
    ],
)
def test_what_an_authority_cannot_be_asked_is_an_error_of_usage(
    name: object, kind: object, year: object, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        lod.Authority().match(name, kind, year=year)  # type: ignore[arg-type]


def test_publish_is_the_function_whatever_was_imported_before() -> None:
    code = "import lod.publish.info, lod; print(lod.publish.__name__, lod.publish.__module__)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "publish lod.api\n"


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        getattr(lod, "nothing")  # noqa: B009 - known to be missing
