"""Every term that we write exists in the ontology that it is said to be of."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from lod import namespaces
from lod.errors import TermError
from lod.namespaces import OUR_TERMS, Namespace
from lod.terms import value
from lod.vocabulary import load

# Ontologies whose files are at hand; the others are checked by reading their pages.
FILES = {
    "crm": "cidoc-crm-7.1.3/CIDOC_CRM_v7.1.3.rdf",
    "la": "vocab-npm/la.nq",
    "dc": "vocab-npm/dc11.nq",
    "dcterms": "vocab-npm/dcterms.nq",
    "dcat": "vocab-npm/dcat.nq",
    "foaf": "vocab-npm/foaf.nq",
    "prov": "vocab-npm/prov.nq",
    "skos": "vocab-npm/skos.nq",
    "void": "vocab-npm/void.nq",
    "schema": "schema-org/schemaorg-current-https.ttl",
}
# Terms of a later edition than the file: DCAT 3, W3C Recommendation of 22 August 2024.
LATER = {"http://www.w3.org/ns/dcat#version"}
ALL = {found.prefix: found for found in vars(namespaces).values() if isinstance(found, Namespace)}


@pytest.mark.parametrize("prefix", sorted(FILES))
def test_every_term_exists_in_its_ontology(prefix: str, shared: Path) -> None:
    path = shared / "conformance" / FILES[prefix]
    known = {
        quad.subject.value for quad in ox.parse(path=path) if isinstance(quad.subject, ox.NamedNode)
    }
    terms = [value(ALL[prefix][name]) for name in ALL[prefix]]
    assert [term for term in terms if term not in known | LATER] == []


def test_a_misspelt_term_fails_and_says_how_to_mend_it() -> None:
    with pytest.raises(TermError, match=r"crm: no term E22_Human_Made_Object \(add it"):
        namespaces.CRM["E22_Human_Made_Object"]


def test_namespaces_and_prefixes_agree() -> None:
    prefixes = load().prefixes("https://a.example/")
    shared = sorted(set(prefixes) & set(ALL))
    assert [name for name in shared if prefixes[name] != ALL[name].base] == []


def test_our_own_terms_are_those_of_the_ontology() -> None:
    base = "https://a.example/"
    stems = {value(s) for s, _, _ in load().triples(base) if value(s).startswith(f"{base}ns#")}
    assert {stem.rpartition("#")[2] for stem in stems} - {""} == OUR_TERMS
