"""Rows of the tables and of the index, and the counts of what a release holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lod.entity import AuthorityEntity, EntityRef, Judgement
from lod.publish.manifest import manifest
from lod.publish.rows import TABLES, Entry, Rows, csv_text, of_entity, of_record
from lod.publish.spelled import Counts, counts
from lod.publish.tally import Tally
from lod.record import Agent, ArchivalReference, Concept, Identifier, Place, Record, Text, TimeSpan
from lod.terms import iri, literal
from tests.publish.made import BASE, INFO, TALLY, URIS, told

RECORD = Record(
    key="letters-1",
    identifier="1",
    title=(Text(value="Letter, Stalin to Mao", language="en"),),
    date=(TimeSpan(label="Nov. 1951", edtf="1951-11", begin="1951-11-01", end="1951-11-30"),),
    type=(Concept(scheme="doctype", label="Letter", id="letter"),),
    subject=(Concept(scheme="subject", label="Korea"),),
    agents=(
        Agent(name="Stalin, I.V.", kind="person", role="author"),
        Agent(name="Stalin, I.V.", kind="person", role="author"),
        Agent(name="Mao", kind="person", role="recipient"),
    ),
    places=(Place(name="Peking"),),
    reference=(
        ArchivalReference(
            verbatim="AVPRF, f. 0102", archive="avprf", keeper="Foreign Policy Archive"
        ),
    ),
)


STALIN = EntityRef("person", "S", "Stalin, I.V.", "Q855")
REFS = (STALIN, STALIN, EntityRef("person", "M", "Mao"), EntityRef("place", "P", "Peking"))


def rows() -> Rows:
    return of_record(RECORD, REFS, URIS, "doc/letters-1")


def test_a_row_of_a_record_has_a_cell_for_each_column() -> None:
    (row,) = rows().tables["records"]
    cells = dict(zip(TABLES["records"], row, strict=True))
    assert cells["uri"] == f"{BASE}doc/letters-1"
    assert cells["creators"] == "Stalin, I.V."
    assert cells["recipients"] == "Mao"
    assert (cells["begin"], cells["edtf"]) == ("1951-11-01", "1951-11")


def test_makers_of_any_kind_are_creators_and_who_sent_a_letter_has_a_column() -> None:
    roles = ("painter", "architect", "sender", "printer")
    record = replace(
        RECORD,
        agents=tuple(Agent(name=role, kind="person", role=role) for role in roles),
        places=(),
        identifiers=(Identifier(scheme="document", value="N 12"),),
        medium=(Text(value="oil"), Text(value="wood")),
    )
    refs = [EntityRef("person", role, role.title()) for role in roles]
    (row,) = of_record(record, refs, URIS, "object/1").tables["records"]
    cells = dict(zip(TABLES["records"], row, strict=True))
    assert (cells["creators"], cells["senders"]) == ("Painter; Architect", "Sender")
    assert (cells["numbers"], cells["medium"]) == ("N 12", "oil; wood")


def test_an_agent_who_is_named_twice_in_a_role_is_one_link() -> None:
    assert rows().tables["links"] == [
        (f"{BASE}doc/letters-1", "author", f"{BASE}person/S", "Stalin, I.V.", "Q855"),
        (f"{BASE}doc/letters-1", "recipient", f"{BASE}person/M", "Mao", ""),
        (f"{BASE}doc/letters-1", "spatial", f"{BASE}place/P", "Peking", ""),
    ]


def test_whom_an_authority_record_is_about_stands_among_the_agents_with_what_it_knows() -> None:
    born = TimeSpan(label="1878", edtf="1878", begin="1878-01-01", end="1878-12-31")
    record = Record(
        key="p1",
        kind="person",
        title=(Text(value="Stalin, Joseph", language="en"),),
        alternative=(Text(value="Koba", language="en"),),
        born=(born,),
    )
    focal = replace(
        told(Judgement.ACCEPTED, id="Q855"), id="S", label="Stalin, I.V.", names=("Stalin, I.V.",)
    )
    found = of_record(record, (), URIS, "person/p1", focal).tables
    assert (found["agents"], found["places"]) == (
        [
            (
                f"{BASE}person/p1",
                "person",
                "Stalin, I.V.",
                "Q855",
                "Stalin, Joseph; Koba; Stalin, I.V.",
                "1878",
                "",
            )
        ],
        [],
    )


def test_facets_are_year_type_subject_and_archive() -> None:
    found = [(facet.facet, facet.value) for facet in rows().facets]
    assert found == [
        ("year", "1951"),
        ("type", "letter"),
        ("subject", "Korea"),
        ("archive", "avprf"),
    ]


def test_every_name_can_be_searched_as_written_and_as_known() -> None:
    (entry,) = rows().entries
    assert "Stalin, I.V." in entry.text
    assert "AVPRF, f. 0102" in entry.text


def test_a_year_is_told_of_an_entity_only_when_its_item_is_accepted() -> None:
    known = AuthorityEntity(id="Q35314", kind="person", label="K", begin=1894, end=1971)
    sure = replace(told(Judgement.ACCEPTED, id="Q35314"), authority=known)
    unsure = replace(told(Judgement.REVIEW), authority=known)
    assert of_entity(sure, URIS, "person/x").tables["agents"][0][-2:] == ("1894", "1971")
    assert of_entity(unsure, URIS, "person/x").tables["agents"][0][-2:] == ("", "")


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2)))
def test_a_table_is_read_back_as_it_was(table: list[list[str]]) -> None:
    text = csv_text(table)
    assert list(csv.reader(io.StringIO(text, newline=""))) == table


def _account() -> Counts:
    thing, kind = iri(BASE + "x"), iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    title = (thing, iri("http://purl.org/dc/terms/title"), literal("x"))
    return counts((title, (thing, kind, iri("urn:x:Letter"))))


SHARED = _account()


def _counted(names: Sequence[str], *, alike: bool) -> Tally:
    found, rows = Tally(), Rows()
    for name in names:
        rows.entries.append(Entry(f"doc/{name}", "document", "", "", "", "", "", ""))
    found.count([SHARED if alike else _account() for _ in names], len(names), rows)
    return found


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.integers(0, 6), st.booleans())
def test_counts_of_chunks_add_up_to_the_counts_of_the_whole(
    names: list[str], cut: int, alike: bool
) -> None:
    whole, first = _counted(names, alike=False), _counted(names[:cut], alike=alike)
    second = _counted(names[cut:], alike=alike)
    second.add(first)
    assert second == whole
    assert whole.triples == 2 * len(names)
    assert whole.examples == ({"document": f"doc/{min(names)}"} if names else {})


def test_the_manifest_holds_true_sums_and_every_file() -> None:
    said = json.loads(manifest(INFO))
    kept = said["rows"]
    assert kept["read"] == kept["published"] + kept["merged"] + kept["quarantined"]
    assert said["quads"] == TALLY.triples + TALLY.quads
    assert [file["name"] for file in said["files"]] == [file.name for file in INFO.files]
    assert manifest(INFO) == manifest(replace(INFO))
