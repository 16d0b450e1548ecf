"""Tests of showing one thing: as a card, and as the files of the release."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from lod.errors import UsageError
from lod.store.card import card
from lod.store.oxigraph import OxigraphStore
from lod.store.show import stored, thing
from lod.store.writer import StoreWriter

BASE = "https://data.example.org/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CRM = "http://www.cidoc-crm.org/cidoc-crm/"
NOTE = f"""\
<{BASE}doc/x-9> <http://purl.org/dc/terms/title> "A note"@en .
<{BASE}doc/x-9> <http://purl.org/dc/terms/type> <http://purl.org/dc/dcmitype/Text> .
<{BASE}doc/x-9> <{CRM}P1_is_identified_by> <{BASE}doc/x-9#title> .
<{BASE}doc/x-9#title> <{TYPE}> <{CRM}E33_E41_Linguistic_Appellation> .
<{BASE}doc/x-9#title> <{CRM}P190_has_symbolic_content> "A note"@en .
"""


def test_a_card_of_a_document_tells_what_who_when(
    store: OxigraphStore, prefixes: dict[str, str]
) -> None:
    assert card(store, f"{BASE}doc/x-1", prefixes) == (
        "A letter\n"
        "https://data.example.org/doc/x-1\n"
        "\n"
        "  type             letter\n"
        "  date             1951-11-19\n"
        "  creator          Author, A. [Q7]\n"
    )


def test_a_card_of_a_person_lists_documents_by_date(
    store: OxigraphStore, prefixes: dict[str, str]
) -> None:
    lines = card(store, f"{BASE}person/p1", prefixes).splitlines()
    assert lines[0] == "Author, A."
    assert lines[-2:] == [
        "  in               1950-01-02 毛泽东 to Stalin",
        "                   1951-11-19 A letter",
    ]


def test_a_card_of_the_gold_has_keepers_roles_and_reasons(
    gold_store: OxigraphStore, prefixes: dict[str, str]
) -> None:
    text = card(gold_store, f"{BASE}doc/wcda-113630", prefixes, width=200)
    assert "  recipient        Razuvaev, Vladimir Nikolaevich" in text
    assert "Molotov, Vyacheslav Mikhailovich [Q132899]" in text
    assert "(APRF): APRF, f. 3, op. 65, d. 829, ll. 44" in text
    assert "  as written       19/XI/51" in text
    assert 'Gromyko, Andrei Andreevich = Q184267 (candidate, 0.9): signature "A. GROMYKO"' in text


def test_a_card_says_each_thing_once_and_in_words(tmp_path: Path, prefixes: dict[str, str]) -> None:
    writer = StoreWriter(tmp_path / "store")
    writer.load(NOTE.encode())
    writer.finish()
    lines = card(OxigraphStore(tmp_path / "store"), f"{BASE}doc/x-9", prefixes).splitlines()
    assert lines == ["A note", f"{BASE}doc/x-9", "", "  type             Text"]


TALK = f"""\
@prefix crm: <{CRM}> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix la: <https://linked.art/ns/terms/> .
@prefix lo: <{BASE}ns#> . @base <{BASE}> .
<doc/t-1> dcterms:title "A talk"@en ; dcterms:contributor <person/k> ;
  dcterms:abstract "Of ore."@en ;
  <http://purl.org/dc/elements/1.1/source> "Box 3" ; dcterms:accrualMethod "a gift"@en ;
  crm:P94i_was_created_by <doc/t-1#creation> ; crm:P129_is_about <doc/t-1#event> ;
  crm:P67_refers_to <person/k> , <person/m> ; crm:P67i_is_referred_to_by <doc/t-1#note> ;
  <http://id.loc.gov/vocabulary/relators/rps> <group/a> .
<doc/t-1#creation> crm:P7_took_place_at <place/b> .
<vocab/language/fr> <http://www.w3.org/2004/02/skos/core#exactMatch> <urn:iso:fre> ;
  <http://www.w3.org/2004/02/skos/core#prefLabel> "French"@en , "français"@fr .
<doc/t-1> dcterms:language <urn:iso:fre> .
<doc/t-1#event> crm:P11_had_participant <person/k> .
<doc/t-1#note> crm:P190_has_symbolic_content "Damp."@en .
<person/k> rdfs:label "K., H."@en ; la:equivalent <http://www.wikidata.org/entity/Q1> .
<person/m> rdfs:label "M., A."@en .
<group/a> rdfs:label "The Office"@en .
<place/b> rdfs:label "Bonn"@en ; la:equivalent <http://www.wikidata.org/entity/Q586> .
<assert/place/b/wd-Q586> crm:P140_assigned_attribute_to <place/b> ;
  crm:P141_assigned <http://www.wikidata.org/entity/Q586> ; lo:confidence 0.99 ;
  lo:status <vocab/status/accepted> ; crm:P3_has_note "the name agrees"@en .
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> OxigraphStore:
    folder = tmp_path_factory.mktemp("talk") / "store"
    writer = StoreWriter(folder)
    for quad in ox.parse(TALK, format=ox.RdfFormat.TURTLE):
        writer.load(f"{quad.triple} .\n".encode())
    for number in range(23):
        doc = f"<{BASE}doc/n-{number:02}>"
        topic = f"<{BASE}record/doc/n> <http://xmlns.com/foaf/0.1/primaryTopic> {doc} .\n"
        writer.load(f"{topic}{doc} <{CRM}P67_refers_to> <{BASE}person/m> .\n".encode())
    writer.finish()
    return OxigraphStore(folder)


def test_a_card_tells_all_that_is_said_with_item_and_reason(
    talk: OxigraphStore, prefixes: dict[str, str]
) -> None:
    assert card(talk, f"{BASE}doc/t-1", prefixes).splitlines()[3:] == [
        "  language         French",
        "  written at       Bonn [Q586]",
        "  abstract         Of ore.",
        "  reference        Box 3",
        "  keeper           The Office",
        "  participant      K., H. [Q1]",
        "  names            M., A.",
        "  accrual method   a gift",
        "  note             Damp.",
        "  link             Bonn = Q586 (accepted, 0.99): the name agrees",
    ]


def test_a_card_says_how_many_more_records_there_are(
    talk: OxigraphStore, prefixes: dict[str, str]
) -> None:
    lines = card(talk, f"{BASE}person/m", prefixes, width=200).splitlines()
    assert sum("doc/n-" in line for line in lines) == 20
    assert lines[-1].strip() == (
        f"and 3 more: lod query with SELECT ?doc {{ ?doc ?as <{BASE}person/m> }}"
    )


@pytest.mark.parametrize(
    "said",
    [
        "<{0}doc/x#translation> <{1}P14_carried_out_by> <{0}person/m> .",
        "<{0}object/x#content> <{1}P67_refers_to> <{0}person/m> .",
        "<{0}doc/x#carrier-1> <{1}P46i_forms_part_of> <{0}archive/f/d> ."
        "<{0}archive/f/d> <{1}P46i_forms_part_of> <{0}person/m> .",
    ],
)
def test_a_card_lists_whoever_names_the_thing_in_whatever_part_or_role(
    tmp_path: Path, prefixes: dict[str, str], said: str
) -> None:
    thing = "object/x" if "object" in said else "doc/x"
    topic = f"<{BASE}r> <http://xmlns.com/foaf/0.1/primaryTopic> <{BASE}{thing}> ."
    writer = StoreWriter(tmp_path / "store")
    label = f'<{BASE}person/m> <http://www.w3.org/2000/01/rdf-schema#label> "M." .'
    for line in (topic, label, *said.format(BASE, CRM).replace(".<", ".\n<").split("\n")):
        writer.load(f"{line}\n".encode())
    writer.finish()
    assert f"in               {BASE}{thing}" in card(
        OxigraphStore(tmp_path / "store"), f"{BASE}person/m", prefixes, width=200
    )


PERSON = f"<{BASE}person/2vyg>"


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [("person/m-17", True), ("17", True), ("person/Q42", True), ("Q42", True),
     ("person/m-18", False), ("group/m-17", False), ("Q43", False)],
)  # fmt: skip
def test_a_person_is_found_by_number_with_prefix_and_by_item(
    tmp_path: Path, prefixes: dict[str, str], asked: str, is_told: bool
) -> None:
    about = f"<{BASE}record/person/2vyg> <http://xmlns.com/foaf/0.1/primaryTopic> {PERSON} .\n"
    item = f"{PERSON} <https://linked.art/ns/terms/equivalent> "
    writer = StoreWriter(tmp_path / "store")
    writer.load(f'{about}{PERSON} <http://purl.org/dc/terms/identifier> "17" .\n'.encode())
    writer.load(f"{item}<http://www.wikidata.org/entity/Q42> .\n".encode())
    writer.finish()
    mend = rf"did you mean {BASE}person/2vyg\?" if is_told else "give its name or number"
    with pytest.raises(UsageError, match=mend):
        card(OxigraphStore(tmp_path / "store"), f"{BASE}{asked}", prefixes)


def test_an_unknown_thing_is_no_empty_card(store: OxigraphStore, prefixes: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="says nothing about it"):
        card(store, f"{BASE}doc/none", prefixes)


def test_the_number_of_a_record_in_place_of_its_uri_is_told(
    tmp_path: Path, prefixes: dict[str, str]
) -> None:
    doc = f"<{BASE}doc/x-C-1>"
    about = f"<{BASE}record/doc/x-C-1> <http://xmlns.com/foaf/0.1/primaryTopic> {doc} .\n"
    writer = StoreWriter(tmp_path / "store")
    writer.load(f'{about}{doc} <http://purl.org/dc/terms/identifier> "C/1" .\n'.encode())
    writer.finish()
    with pytest.raises(UsageError, match=rf"did you mean {BASE}doc/x-C-1\?"):
        card(OxigraphStore(tmp_path / "store"), f"{BASE}C/1", prefixes)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("doc/x-c-1", "did you mean .*doc/x-C-1"), ("doc/x.C-1", "did you mean .*doc/x-C-1"),
     ("doc/x-C-2", "check the spelling"), ("object/x-C-1", "check the spelling")],
)  # fmt: skip
def test_an_address_that_is_nearly_one_is_told_but_no_other_number(
    tmp_path: Path, prefixes: dict[str, str], asked: str, meant: str
) -> None:
    doc = f"<{BASE}doc/x-C-1>"
    about = f"<{BASE}record/doc/x-C-1> <http://xmlns.com/foaf/0.1/primaryTopic> {doc} .\n"
    writer = StoreWriter(tmp_path / "store")
    writer.load(about.encode())
    writer.finish()
    with pytest.raises(UsageError, match=meant):
        card(OxigraphStore(tmp_path / "store"), f"{BASE}{asked}", prefixes)


@pytest.mark.parametrize(
    "uri",
    ["doc/x-1", "record/doc/x-1", f"{BASE}doc/x-1", f"{BASE}doc/x-1#title",
     f"{BASE}record/doc/x-1.jsonld", f"{BASE}doc/x-1\r\n"],
)  # fmt: skip
def test_a_thing_is_found_by_any_of_its_addresses(uri: str) -> None:
    assert thing(uri, BASE) == f"{BASE}doc/x-1"


def test_a_thing_of_another_dataset_is_refused() -> None:
    with pytest.raises(UsageError, match="not of this dataset"):
        thing("https://a.example/doc/x-1", BASE)


def test_what_is_no_uri_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="a b: is no URI"):
        thing("doc/a b", BASE)


def test_files_are_given_as_they_are_served(tmp_path: Path) -> None:
    (tmp_path / "record" / "doc").mkdir(parents=True)
    (tmp_path / "record" / "doc" / "x-1.ttl").write_bytes(b"# turtle\n")
    assert stored(tmp_path, "doc/x-1", BASE, "turtle") == b"# turtle\n"
    with pytest.raises(UsageError, match="no json-ld about it"):
        stored(tmp_path, "doc/x-1", BASE, "json-ld")


def test_a_file_that_is_nearly_the_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "record" / "doc").mkdir(parents=True)
    (tmp_path / "record" / "doc" / "x-A-1.2.ttl").write_bytes(b"# turtle\n")
    with pytest.raises(UsageError, match=rf"did you mean {BASE}doc/x-A-1.2\?"):
        stored(tmp_path, "doc/x-a-1.2", BASE, "turtle")


def test_no_uri_leads_out_of_the_release(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "secret.ttl").write_bytes(b"x")
    with pytest.raises(UsageError):
        stored(tmp_path, "../secret", BASE, "turtle")
