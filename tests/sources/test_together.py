"""Values of lists that stand beside each other: what one object holds is kept together."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.config import Dataset, Source, load
from lod.issue import Issue
from lod.record import Record
from lod.sources import Row, Slice
from lod.sources.crosswalk import Crosswalk
from lod.sources.readers import READERS

HEAD = """
title = "T"
base = "https://a.example/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "P"
language = "en"
"""


def published(folder: Path, source: str, fields: str) -> tuple[list[Record], list[Issue]]:
    (folder / "dataset.toml").write_text(f"{HEAD}\n[source]\n{source}\n[fields]\n{fields}\n")
    dataset: Dataset = load(folder)
    crosswalk, records, issues = Crosswalk(dataset), [], []
    for row in rows(dataset.sources[0], folder, crosswalk.columns):
        record, found = crosswalk.read(row)
        records += [record] if record else []
        issues += found
    return records, issues


def rows(source: Source, folder: Path, columns: tuple[str, ...]) -> list[Row]:
    reader = READERS[source.format]
    parts = [part for part in reader.slices(source, folder) if isinstance(part, Slice)]
    found = [row for part in parts for row in reader.rows(source, part, columns)]
    return [row for row in found if isinstance(row, Row)]


def roles(record: Record) -> list[tuple[str, str]]:
    return sorted((agent.role, agent.name) for agent in record.agents)


def conditions(name: str, role: str, more: str = "") -> str:
    return "\n".join(
        f'{field} = {{ column = "{name}", when = {{ "{role}" = ["{word}"] }}{more} }}'
        for field, word in (("creator", "author"), ("recipient", "recipient"))
    )


RIGHT = [("author", "A. Smith"), ("recipient", "B. Jones")]


def test_a_name_keeps_the_role_of_its_object_where_another_object_has_no_name(
    tmp_path: Path,
) -> None:
    people = (
        '[{"name": "A. Smith", "role": "author"}, {"role": "recipient"}, '
        '{"name": "B. Jones", "role": "recipient"}]'
    )
    (tmp_path / "a.jsonl").write_text(f'{{"id": 1, "title": "t", "people": {people}}}\n')
    fields = f'identifier = "id"\ntitle = "title"\n{conditions("people[].name", "people[].role")}'
    (record,), issues = published(tmp_path, 'format = "jsonl"\npath = "a.jsonl"', fields)
    assert (roles(record), issues) == (RIGHT, [])


@pytest.mark.parametrize(
    "people",
    [
        '<p role="author"><n>A. Smith</n></p><p role="recipient"/>'
        '<p role="recipient"><n>B. Jones</n></p>',
        '<p role="author"><n>A. Smith</n></p><p/><p role="recipient"><n>B. Jones</n></p>',
    ],
)
def test_a_name_keeps_the_role_of_its_element(tmp_path: Path, people: str) -> None:
    (tmp_path / "a.xml").write_text(f'<r><i id="1"><t>t</t>{people}</i></r>')
    fields = f'identifier = "@id"\ntitle = "t"\n{conditions("p/n", "p/@role")}'
    source = 'format = "xml"\npath = "a.xml"\nrecords = "//i"'
    (record,), issues = published(tmp_path, source, fields)
    assert (roles(record), issues) == (RIGHT, [])


def test_subfields_of_one_name_are_kept_by_their_field(tmp_path: Path) -> None:
    people = "".join(
        f'<d tag="7"><s code="a">{name}</s><s code="d">1900</s>{role}</d>'
        for name, role in (
            ("A. Smith", '<s code="e">author</s>'),
            ("C. Nobody", ""),
            ("B. Jones", '<s code="e">recipient</s>'),
        )
    )
    (tmp_path / "a.xml").write_text(f'<r><i id="1"><t>t</t>{people}</i></r>')
    ways = conditions("d[@tag='7']/s[@code='a']", "d[@tag='7']/s[@code='e']")
    source = 'format = "xml"\npath = "a.xml"\nrecords = "//i"'
    (record,), issues = published(tmp_path, source, f'identifier = "@id"\ntitle = "t"\n{ways}')
    assert (roles(record), issues) == (RIGHT, [])


def test_a_name_keeps_the_role_of_its_node_whatever_the_alphabet_says(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        "@prefix x: <http://x.example/> .\n"
        '<http://x.example/1> a x:L ; x:id "1" ; x:t "t" ; x:p [ x:n "B. Jones" ; '
        'x:r "recipient" ], [ x:n "A. Smith" ; x:r "author" ], [ x:r "author" ] .'
    )
    source = (
        'format = "rdf"\npath = "a.ttl"\nrecords = "x:L"\nnamespaces = { x = "http://x.example/" }'
    )
    fields = f'identifier = "x:id"\ntitle = "x:t"\n{conditions("x:p/x:n", "x:p/x:r")}'
    (record,), issues = published(tmp_path, source, fields)
    assert (roles(record), issues) == (RIGHT, [])


def test_columns_of_one_name_keep_their_order_where_a_cell_is_blank(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,title,name,role,name,role,name,role\n"
        "1,t,A. Smith,author,,recipient,B. Jones,recipient\n"
    )
    fields = f'identifier = "id"\ntitle = "title"\n{conditions("name", "role")}'
    (record,), issues = published(tmp_path, 'format = "csv"\npath = "a.csv"', fields)
    assert (roles(record), issues) == (RIGHT, [])


@pytest.mark.parametrize("said", ["author", "author;recipient;author"])
def test_of_lists_of_unequal_length_nothing_is_taken_and_an_issue_says_so(
    tmp_path: Path, said: str
) -> None:
    (tmp_path / "a.csv").write_text(f"id,title,names,roles\n1,t,A. Smith;B. Jones,{said}\n")
    ways = conditions("names", "roles", ', split = ";"')
    fields = f'identifier = "id"\ntitle = "title"\n{ways}'
    (record,), issues = published(tmp_path, 'format = "csv"\npath = "a.csv"', fields)
    assert roles(record) == []
    first = issues[0]
    assert (first.code, first.row, first.field) == ("when/unequal", "2", "creator")
    assert "give both as many items" in first.message


def test_a_condition_on_what_is_no_role_holds_for_the_whole_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title,names,kind\n1,t,A. Smith;B. Jones,letter\n")
    line = 'creator = { column = "names", split = ";", when = { kind = ["letter"] } }'
    fields = f'identifier = "id"\ntitle = "title"\n{line}'
    (record,), issues = published(tmp_path, 'format = "csv"\npath = "a.csv"', fields)
    assert (len(record.agents), issues) == (2, [])


def test_tags_of_a_record_say_something_of_all_its_people(tmp_path: Path) -> None:
    item = '{"id": 1, "title": "t", "p": [{"n": "A"}, {"n": "B"}], "tags": ["x", "letter"]}'
    (tmp_path / "a.jsonl").write_text(item + "\n")
    line = 'creator = { column = "p[].n", when = { "tags" = ["letter"] } }'
    fields = f'identifier = "id"\ntitle = "title"\n{line}'
    (record,), issues = published(tmp_path, 'format = "jsonl"\npath = "a.jsonl"', fields)
    assert (roles(record), issues) == ([("author", "A"), ("author", "B")], [])


def test_each_text_has_the_language_of_its_own_object(tmp_path: Path) -> None:
    item = (
        '{"id": 1, "t": [{"v": "Letter"}, {"v": "Brief", "l": "de"}, {"v": "Lettre", "l": "fr"}]}'
    )
    (tmp_path / "a.jsonl").write_text(item + "\n")
    fields = 'identifier = "id"\ntitle = { column = "t[].v", language = "{t[].l}" }'
    (record,), _ = published(tmp_path, 'format = "jsonl"\npath = "a.jsonl"', fields)
    found = [(text.value, text.language) for text in (*record.title, *record.alternative)]
    assert found == [("Letter", "en"), ("Brief", "de"), ("Lettre", "fr")]


def test_a_template_takes_both_parts_of_a_name_from_one_object(tmp_path: Path) -> None:
    people = '[{"s": "Tito"}, {"s": "Smith", "g": "Ann"}, {"s": "Jones", "g": "Bob"}]'
    (tmp_path / "a.jsonl").write_text(f'{{"id": 1, "title": "t", "p": {people}}}\n')
    line = 'creator = { template = "{p[].s}, {p[].g}" }'
    fields = f'identifier = "id"\ntitle = "title"\n{line}'
    (record,), _ = published(tmp_path, 'format = "jsonl"\npath = "a.jsonl"', fields)
    assert roles(record) == [("author", "Jones, Bob"), ("author", "Smith, Ann")]


LETTERS = """
@prefix x: <http://x.example/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
"""


def of_rdf(
    folder: Path, turtle: str, *fields: str, name: str = "a.ttl"
) -> tuple[list[Record], list[Issue]]:
    (folder / name).write_text(turtle if name.endswith(".rdf") else LETTERS + turtle)
    source = (
        f'format = "rdf"\npath = "{name}"\nrecords = "x:L"\n'
        'namespaces = { x = "http://x.example/" }'
    )
    usual = ('identifier = "x:id"', 'title = "x:t"')
    return published(folder, source, "\n".join((*usual, *fields)))


def test_a_subject_without_address_is_a_row_of_its_class(tmp_path: Path) -> None:
    records, issues = of_rdf(tmp_path, '_:b a x:L ; x:id "7" ; x:t "t" .')
    assert ([record.key for record in records], issues) == (["7"], [])


@pytest.mark.parametrize(
    "members",
    ['( "Zhou Enlai" x:b "Tito" )', "[ a rdf:Seq ; rdf:_2 'Tito' ; rdf:_1 'Zhou Enlai' ]"],
)
def test_members_of_lists_and_containers_are_read_in_their_order(
    tmp_path: Path, members: str
) -> None:
    turtle = f'x:1 a x:L ; x:id "7" ; x:t "t" ; x:cc {members} .'
    (record,), _ = of_rdf(tmp_path, turtle, 'copy_recipient = "x:cc"')
    assert [agent.name for agent in record.agents] == ["Zhou Enlai", "Tito"]


def test_a_path_leads_through_a_list_to_what_its_members_have(tmp_path: Path) -> None:
    turtle = 'x:1 a x:L ; x:id "7" ; x:t "t" ; x:cc ( [ x:n "Tito" ] ) .'
    (record,), issues = of_rdf(tmp_path, turtle, 'copy_recipient = "x:cc/x:n"')
    assert ([agent.name for agent in record.agents], issues) == (["Tito"], [])


def test_a_node_without_address_is_no_name_and_the_paths_into_it_are_told(tmp_path: Path) -> None:
    turtle = 'x:1 a x:L ; x:id "7" ; x:t "t" ; x:to [ x:n "Tito" ] .'
    (record,), (issue,) = of_rdf(tmp_path, turtle, 'recipient = "x:to"')
    assert (record.agents, issue.code, issue.field) == ((), "rdf/node", "recipient")
    assert issue.message.endswith("name a path into it (x:to/x:n)")


def test_the_title_is_that_in_the_language_of_the_dataset(tmp_path: Path) -> None:
    turtle = 'x:1 a x:L ; x:id "7" ; x:t "Brief"@de, "Letter"@en-GB, "書簡"@ja .'
    (record,), _ = of_rdf(tmp_path, turtle)
    assert [text.value for text in record.title] == ["Letter"]
    assert sorted(text.value for text in record.alternative) == ["Brief", "書簡"]
