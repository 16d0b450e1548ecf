"""The shipped words: found by any of their names, below any base, in our own spelling."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from lod import keeping, vocabulary
from lod.errors import TermError, UsageError
from lod.terms import Term, iri, line, literal
from lod.vocabulary import PLACEHOLDER, load, read

BASE = "https://data.example.org/"


@pytest.mark.parametrize(
    ("scheme", "words", "found"),
    [
        ("role", "Addressed to", "recipient"),
        ("role", "  АДРЕСАТ ", "recipient"),
        ("doctype", "telegram", "telegram"),
        ("doctype", "Despatch", "dispatch"),
        ("doctype", "Position paper", "working-paper"),
        ("doctype", "Affidavit", "testimony"),
        ("language", "rus", "ru"),
        ("language", "Russian", "ru"),
        ("classification", "Top-Secret", "top-secret"),
        ("archive", "АВП РФ", "avprf"),
        ("archive", "Archive of the Foreign Policy of the USSR", "avprf"),
        ("role", "no such role", ""),
        ("no such scheme", "sender", ""),
    ],
)
def test_a_concept_is_found_by_any_of_its_names(scheme: str, words: str, found: str) -> None:
    assert load().concept(scheme, words) == found


def test_a_label_is_given_in_the_language_asked_for_else_in_another() -> None:
    assert load().label("role", "recipient") == "addressee"
    assert load().label("role", "recipient", "ru") == "адресат"
    assert load().label("role", "recipient", "sw") == "addressee"
    assert load().label("role", "unheard-of") == "unheard-of"


def test_an_archive_has_a_code_a_name_and_an_acronym() -> None:
    code = load().archive("AVPRF")
    assert load().archives[code] == "Archive of the Foreign Policy of the Russian Federation"
    assert load().notation("archive", code) == "AVPRF"
    assert load().notation("archive", "unheard-of") == ""


def test_a_scheme_is_known_as_such_and_is_no_concept() -> None:
    assert load().has_scheme("role")
    assert not load().has_scheme("unheard-of")
    assert load().has("role", "sender")
    assert not load().has("role", "unheard-of")


def test_all_words_stand_below_the_base_sorted_and_in_our_spelling() -> None:
    triples = load().triples(BASE)
    text = "".join(map(line, triples))
    assert PLACEHOLDER not in text
    assert triples == sorted(triples)
    assert len(list(ox.parse(io.BytesIO(text.encode()), format=ox.RdfFormat.N_TRIPLES))) == len(
        triples
    )
    said = iri(f"{BASE}vocab/role/sender"), Term("<http://www.w3.org/2004/02/skos/core#prefLabel>")
    assert (*said, literal("sender", lang="en")) in triples


def test_prefixes_and_context_have_the_base_filled_in() -> None:
    prefixes, context = load().prefixes(BASE), load().context(BASE)
    assert prefixes["lo"] == f"{BASE}ns#"
    assert context["@context"]["role"] == f"{BASE}vocab/role/"
    assert PLACEHOLDER not in json.dumps(context)


@pytest.mark.parametrize("kind", ["document", "object", "collection", "person", "group", "place"])
def test_each_kind_has_shapes_that_can_be_read(kind: str) -> None:
    text = load().shapes(BASE, kind)
    assert PLACEHOLDER not in text
    assert list(ox.parse(io.BytesIO(text.encode()), format=ox.RdfFormat.TURTLE))


def test_rules_and_queries_run_as_they_are() -> None:
    store = ox.Store()
    for rule in load().rules(BASE):
        assert rule.severity in ("error", "warning", "info")
        assert rule.message != rule.name
        assert list(store.query(rule.query)) == []  # type: ignore[arg-type]
    for query in load().queries(BASE).values():
        store.query(query, prefixes=load().prefixes(BASE))


def test_a_name_is_found_before_a_word_that_may_also_mean_something(tmp_path: Path) -> None:
    text = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <urn:lod:vocab/x/a> skos:altLabel "note"@en . <urn:lod:vocab/x/b> skos:prefLabel "Note"@en ."""
    (tmp_path / "x.ttl").write_text(text, "utf-8")
    assert read(tmp_path).concept("x", "note") == "b"


def test_a_node_without_a_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<urn:lod:vocab/x/a> <urn:x:p> [] .", "utf-8")
    with pytest.raises(TermError, match="without a name"):
        read(tmp_path)


def test_an_installation_without_words_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "__file__", "/nowhere/lod/keeping.py")
    with pytest.raises(UsageError, match="vocabularies are missing"):
        vocabulary.folder()
