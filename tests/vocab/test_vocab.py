"""The shipped words: schemes, archives and ontology hang together and name only real terms."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL

from lod.namespaces import OUR_TERMS

VOCAB = Path(__file__).parents[2] / "vocab"
CRM = Namespace("http://www.cidoc-crm.org/cidoc-crm/")
OURS = "urn:lod:vocab/"
AAT = "http://vocab.getty.edu/aat/"
ISO639 = "http://id.loc.gov/vocabulary/iso639-2/"
FILES = sorted(path.stem for path in VOCAB.glob("*.ttl"))
SCHEMES = [name for name in FILES if name not in ("archive", "ontology", "rights")]
# Where the ontologies stand in the shared folder: their terms are all that may be used.
ONTOLOGIES = {
    "http://www.cidoc-crm.org/cidoc-crm/": "cidoc-crm-7.1.3/CIDOC_CRM_v7.1.3.rdf",
    "http://purl.org/dc/terms/": "vocab-npm/dcterms.nq",
    "http://www.w3.org/2004/02/skos/core#": "vocab-npm/skos.nq",
}
NEEDED = {
    "role": """author corporate-author signatory sender recipient copy-recipient translator
        contributor funder participant publisher keeper transcriber mentioned""",
    "idtype": """record-number local-key document-number annex-reference url url-as-printed
        wikidata archival-reference archival-reference-as-printed fond opis papka delo listy
        bestand signatur blatt accession-number""",
    "activity": """dispatch distribution translation conversation publication contribution
        transcription""",
    "status": "candidate accepted rejected preferred none-found deferred",
    "certainty": "certain probable possible rejected",
    "level": "fond opis papka delo listy",
    "datebasis": "heading citation dateline signature url inferred field",
    "kind": "document object collection person group place",
    "classification": "top-secret secret confidential restricted unclassified osobaia-papka",
}


@cache
def graph_of(name: str) -> Graph:
    return Graph().parse(VOCAB / f"{name}.ttl", format="turtle")


def concepts_of(scheme: str) -> list[URIRef]:
    found = graph_of(scheme).subjects(RDF.type, SKOS.Concept)
    return sorted(node for node in found if isinstance(node, URIRef))


def folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


@pytest.mark.parametrize("name", FILES)
def test_a_file_parses_and_has_no_blank_nodes(name: str) -> None:
    graph = graph_of(name)
    assert len(graph) > 0
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_concept_has_an_english_name_and_stands_in_the_scheme_of_its_file(scheme: str) -> None:
    graph, top = graph_of(scheme), URIRef(OURS + scheme)
    assert (top, RDF.type, SKOS.ConceptScheme) in graph
    for concept in concepts_of(scheme):
        assert list(graph.objects(concept, SKOS.inScheme)) == [top], concept
        labels = [getattr(label, "language", "") for label in graph[concept : SKOS.prefLabel]]
        assert labels.count("en") == 1, concept
        assert len(labels) == len(set(labels)), concept


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_concept_has_a_plain_id_below_its_scheme(scheme: str) -> None:
    for concept in concepts_of(scheme):
        assert re.fullmatch(f"{OURS}{scheme}/[a-z]+(-[a-z]+)*", concept), concept


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_concept_is_also_a_type_of_cidoc_crm(scheme: str) -> None:
    wanted = CRM["E56_Language" if scheme == "language" else "E55_Type"]
    assert all((node, RDF.type, wanted) in graph_of(scheme) for node in concepts_of(scheme))


def test_no_concept_is_described_in_two_files() -> None:
    homes = defaultdict(list)
    for name in FILES:
        for subject in sorted({str(node) for node in graph_of(name).subjects()}):
            homes[subject].append(name)
    assert {subject: names for subject, names in homes.items() if len(names) > 1} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_broader_concept_is_described_and_no_concept_is_its_own_ancestor(scheme: str) -> None:
    graph = graph_of(scheme)
    for concept in concepts_of(scheme):
        above = list(graph.transitive_objects(concept, SKOS.broader))[1:]
        assert concept not in above
        assert all((node, RDF.type, SKOS.Concept) in graph for node in above), concept


# Acronyms that archives of several countries bear: none of them is meant without its keeper.
SHARED = {"archive": {"amae", "nai"}}


@pytest.mark.parametrize("scheme", [*SCHEMES, "archive"])
def test_no_word_names_two_things_of_a_scheme(scheme: str) -> None:
    graph, meant = graph_of(scheme), defaultdict(set)
    for name in (SKOS.prefLabel, SKOS.altLabel, SKOS.notation):
        for node, words in graph.subject_objects(name):
            meant[folded(str(words))].add(node)
    assert {words for words, nodes in meant.items() if len(nodes) > 1} == SHARED.get(scheme, set())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_match_to_the_aat_is_a_number_and_exact_for_one_concept_only(scheme: str) -> None:
    matched = [
        str(other)
        for name in (SKOS.exactMatch, SKOS.closeMatch)
        for other in graph_of(scheme).objects(None, name)
        if str(other).startswith(AAT)
    ]
    assert all(re.fullmatch(f"{AAT}300[0-9]{{6}}", other) for other in matched)
    assert len(matched) == len(set(matched))


@pytest.mark.parametrize("scheme", sorted(NEEDED))
def test_the_ids_that_the_model_speaks_of_are_there(scheme: str) -> None:
    there = {concept.rpartition("/")[2] for concept in concepts_of(scheme)}
    assert set(NEEDED[scheme].split()) <= there


@pytest.mark.parametrize(
    ("code", "iso", "name"),
    [
        ("de", "ger", "Deutsch"),
        ("zh", "chi", "中文"),
        ("ru", "rus", "русский"),
        ("cs", "cze", "čeština"),
    ],
)
def test_a_language_has_its_bibliographic_code_and_its_own_name(
    code: str, iso: str, name: str
) -> None:
    graph, node = graph_of("language"), URIRef(f"{OURS}language/{code}")
    assert str(graph.value(node, SKOS.notation)) == code
    assert URIRef(ISO639 + iso) in set(graph.objects(node, SKOS.exactMatch))
    assert name in {str(label) for label in graph.objects(node, SKOS.prefLabel)}


def test_two_hundred_languages_are_known_each_iso_code_once() -> None:
    codes = [str(node) for node in graph_of("language").objects(None, SKOS.exactMatch)]
    iso = [code for code in codes if code.startswith(ISO639)]
    assert len(iso) > 200
    assert len(iso) == len(set(iso))


def test_an_archive_is_a_group_with_a_label_and_typed_names() -> None:
    graph = graph_of("archive")
    archives = sorted(graph.subjects(RDF.type, CRM["E74_Group"]), key=str)
    assert len(archives) > 50
    for archive in archives:
        assert getattr(graph.value(archive, RDFS.label), "language", "") == "en"
        for name in graph.objects(archive, CRM["P1_is_identified_by"]):
            assert (name, CRM["P190_has_symbolic_content"], None) in graph, name
            assert (name, CRM["P2_has_type"], None) in graph, name


def test_a_former_name_of_an_archive_says_when_it_was_in_use() -> None:
    graph = graph_of("archive")
    former = list(graph.subjects(CRM["P2_has_type"], URIRef(f"{OURS}nametype/former")))
    notes = [str(graph.value(name, CRM["P3_has_note"])) for name in former]
    assert len(former) > 10
    assert all(re.fullmatch(r"in use (\d{4} to|until) \d{4}", note) for note in notes)


def test_the_ontology_describes_each_of_our_terms_and_no_other() -> None:
    graph = graph_of("ontology")
    terms = {node for node in graph.subjects() if (node, RDF.type, OWL.Ontology) not in graph}
    assert {str(node).removeprefix("urn:lod:ns#") for node in terms} == OUR_TERMS
    for term in sorted(terms, key=str):
        for name in (RDFS.label, RDFS.comment, RDFS.domain, RDFS.range):
            assert graph.value(term, name) is not None, (term, name)


@pytest.mark.parametrize("space", sorted(ONTOLOGIES))
def test_every_foreign_term_exists_in_its_ontology(shared: Path, space: str) -> None:
    path = shared / "conformance" / ONTOLOGIES[space]
    if not path.exists():
        pytest.skip(f"the ontology {path.name} is not there")
    known = set(re.findall(rf"{re.escape(space)}([\w.-]+)", path.read_text("utf-8")))
    known |= set(re.findall(r'rdf:(?:about|ID)="#?([\w.-]+)"', path.read_text("utf-8")))
    used = {str(node) for name in FILES for triple in graph_of(name) for node in triple}
    assert {term for term in used if term.startswith(space)} <= {space + name for name in known}


def test_every_concept_that_the_gold_uses_is_shipped(shared: Path) -> None:
    shipped = {str(node) for name in FILES for node in graph_of(name).subjects()}
    for path in sorted((shared / "gold").glob("*.ttl")):
        for scheme, own in re.findall(r"<vocab/([a-z]+)/([a-z-]+)>", path.read_text("utf-8")):
            assert scheme == "subject" or f"{OURS}{scheme}/{own}" in shipped, own


def test_what_a_language_matches_is_a_linguistic_system() -> None:
    graph = graph_of("language")
    for code in graph.objects(None, SKOS.exactMatch):
        if str(code).startswith(ISO639):
            assert (code, RDF.type, DCTERMS.LinguisticSystem) in graph
