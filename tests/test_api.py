"""What `import lod` gives is what the command line does."""

from __future__ import annotations

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
