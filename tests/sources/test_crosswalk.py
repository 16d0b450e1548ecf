"""A row becomes a record by the lines of [fields]; what is wrong with it is said, never raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.config import FIELDS, Dataset, Field, Source, load
from lod.iri import hashed_id
from lod.issue import Issue
from lod.record import Agent, Identifier, Kind, Place, Record
from lod.sources import OBJECT, TRUTH, Cell, Row, Slice
from lod.sources.crosswalk import Crosswalk
from lod.sources.readers import READERS

COLUMNS = {"identifier": "Id", "title": "Title"}


def dataset_of(*lines: Field, kind: Kind = "document", **more: object) -> Dataset:
    given_names = {line.name for line in lines}
    usual = [Field(name=name, columns=(column,)) for name, column in COLUMNS.items()]
    return Dataset(
        name="test",
        folder=Path(),
        title="Test",
        base="https://a.example/",
        license="https://creativecommons.org/publicdomain/zero/1.0/",
        publisher="Us",
        language="en",
        prefix="x",
        kind=kind,
        sources=(Source(format="csv", path=Path("a.csv")),),
        fields=(*(line for line in usual if line.name not in given_names), *lines),
        **more,  # type: ignore[arg-type]
    )


def row_of(**cells: str) -> Row:
    return row_of_cells(**{name: Cell(text) for name, text in cells.items()})


def row_of_cells(**cells: Cell) -> Row:
    named = {"Id": Cell("7"), "Title": Cell("A letter"), **cells}
    return Row(
        source="a.csv",
        row="3",
        sha256="0" * 64,
        cells={name: (cell,) for name, cell in named.items() if cell.text},
    )


def read(*lines: Field, kind: Kind = "document", **cells: str) -> tuple[Record, list[Issue]]:
    record, issues = Crosswalk(dataset_of(*lines, kind=kind)).read(row_of(**cells))
    assert record is not None, issues
    return record, issues


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def line(name: str, **options: object) -> Field:
    return Field(name=name, columns=("C",), **options)  # type: ignore[arg-type]


def test_a_row_becomes_a_record_under_the_datasets_prefix() -> None:
    record, issues = read()
    assert (record.key, record.identifier, record.title[0].value) == ("x-7", "7", "A letter")
    assert record.snapshots[0] == ("0" * 64, "a.csv", "3")
    assert issues == []


def test_every_value_knows_where_it_stands_and_which_line_took_it() -> None:
    record, _ = read()
    assert record.title[0].origin == ("a.csv", "3", "Title", -1, -1, "[fields] title")


def test_a_piece_of_a_cell_knows_its_span() -> None:
    record, _ = read(line("spatial", split=";"), C="Seoul; Pusan")
    assert [place.origin[3:5] for place in record.places if place.origin] == [(0, 5), (7, 12)]


def test_the_columns_wanted_are_those_that_the_lines_name() -> None:
    lines = (
        line("subject", when={"Kind": ("a",)}, language="{Lang}"),
        Field(name="date", template="{Year}-{Month}"),
    )
    wanted = Crosswalk(dataset_of(*lines)).columns
    assert wanted == ("Id", "Title", "C", "Lang", "Kind", "Year", "Month")


# Bad input


def test_broken_json_in_a_cell_is_reported_and_the_record_kept() -> None:
    record, issues = read(line("creator", json=True), C='["Nehru, Jawaharlal"')
    assert codes(issues) == ["json/broken"]
    assert record.agents == ()


def test_an_object_in_a_json_list_is_left_out_and_reported() -> None:
    record, issues = read(line("subject", json=True), C='["a", {"b": 1}, null, 7]')
    assert [concept.label for concept in record.subject] == ["a", "7"]
    assert codes(issues) == ["json/shape"]


def test_an_identifier_cannot_climb_out_of_its_folder() -> None:
    record, _ = read(Id="../../etc/passwd")
    assert record.key.startswith("x-etc-passwd-")
    assert record.identifier == "../../etc/passwd"


def test_the_thirtieth_of_february_keeps_its_words_and_is_reported() -> None:
    record, issues = read(line("date"), C="30 February 1951")
    assert (record.date[0].label, record.date[0].edtf) == ("30 February 1951", "")
    assert (codes(issues), issues[0].value) == (["date/unparsed"], "30 February 1951")


@pytest.mark.parametrize("words", ["n.d.", "[s. d.]", "o.D.", "ohne Datum", "дата неизвестна"])
def test_a_document_without_date_is_no_fault(words: str) -> None:
    assert read(line("date"), C=words)[1] == []


@pytest.mark.parametrize(
    ("said", "edtf", "code"),
    [
        ("-1945", "-1945", "date/unlikely"),
        ("1/1/1", "1901-01-01", "date/unlikely"),
        ("Monday, 3 March 1953", "1953-03-03", "date/weekday"),
        ("Tuesday, 3 March 1953", "1953-03-03", ""),
    ],
)
def test_a_date_that_can_hardly_be_meant_is_told(said: str, edtf: str, code: str) -> None:
    record, issues = read(line("date"), C=said)
    assert (record.date[0].edtf, codes(issues)) == (edtf, [code] if code else [])


def test_quotes_and_line_breaks_stay_and_a_nul_goes() -> None:
    record, issues = read(line("note"), C='He said "no"\r\nand\x00 left')
    assert record.note[0].value == 'He said "no"\nand left'
    assert codes(issues) == ["text/control"]


def test_a_title_is_one_line_of_plain_spaces() -> None:
    assert read(Title=" A\xa0letter\nto  him\u200b ")[0].title[0].value == "A letter to him"


@pytest.mark.parametrize(
    ("address", "written", "code"),
    [
        ("https://a.example/x y", "https://a.example/x%20y", ["url/encoded"]),
        ("https://a.example/<b>", "https://a.example/%3Cb%3E", ["url/encoded"]),
        ("https://a.example/b", "https://a.example/b", []),
        ("javascript:alert(1)", "", ["url/refused"]),
        ("a.example/b", "", ["url/refused"]),
        ("http://[::1", "", ["url/refused"]),
    ],
)
def test_an_address_is_made_safe_or_dropped(address: str, written: str, code: list[str]) -> None:
    record, issues = read(line("url"), C=address)
    assert (record.url, codes(issues)) == (written, code)


def test_a_language_tag_that_is_none_is_reported_with_the_tag_that_is_published() -> None:
    record, issues = read(line("abstract", language="{Lang}"), C="words", Lang="xx_!!")
    assert (record.abstract[0].value, record.abstract[0].language) == ("words", None)
    assert codes(issues) == ["language/malformed"]
    assert "is published as en, the dataset's language" in issues[0].message


@pytest.mark.parametrize("words", ["ditto", "ders.", "see above"])
def test_a_cell_that_repeats_the_one_above_is_left_out_with_a_warning(words: str) -> None:
    record, issues = read(line("sender"), line("spatial"), C=words)
    assert (record.agents, record.places) == ((), ())
    assert codes(issues) == ["name/same", "name/same"]
    assert "write the name itself" in issues[0].message


@pytest.mark.parametrize("words", ["s.l.", "at sea", "home"])
def test_a_cell_that_tells_no_place_makes_none(words: str) -> None:
    record, issues = read(line("spatial"), C=words)
    assert (record.places, codes(issues)) == ((), ["name/nobody"])


@pytest.mark.parametrize("words", ["unknown", "[illegible]", "N.N.", "?", "неизвестно"])
def test_a_cell_that_names_nobody_makes_no_person_and_no_place(words: str) -> None:
    record, issues = read(line("sender"), line("spatial"), C=words)
    assert (record.agents, record.places) == ((), ())
    assert [(issue.code, issue.field) for issue in issues] == [
        ("name/nobody", "sender"),
        ("name/nobody", "spatial"),
    ]


@pytest.mark.parametrize("words", ["The President", "Minister of Foreign Affairs"])
def test_an_office_without_a_name_makes_no_person_but_a_note(words: str) -> None:
    record, issues = read(line("recipient"), C=words)
    assert (record.agents, [note.value for note in record.note]) == ((), [words])
    assert codes(issues) == ["name/office"]


def test_an_office_that_the_dataset_calls_a_body_is_one() -> None:
    record, _ = read(line("recipient", kind="group"), C="Prime Minister")
    assert [(agent.name, agent.kind) for agent in record.agents] == [("Prime Minister", "group")]


def test_an_unknown_language_keeps_its_words_without_a_tag() -> None:
    record, issues = read(line("language"), C="xx_!!")
    assert (record.language[0].label, record.language[0].id) == ("xx_!!", "")
    assert codes(issues) == ["language/unknown"]


def test_a_value_above_a_mebibyte_is_left_out_and_the_record_kept() -> None:
    record, issues = read(line("note"), C="x" * (1 << 20) + "y")
    assert (record.note, codes(issues)) == ((), ["value/too-long"])


def test_a_title_above_a_mebibyte_keeps_the_record_out() -> None:
    record, issues = Crosswalk(dataset_of()).read(row_of(Title="x" * (1 << 21)))
    assert record is None
    assert [issue.severity for issue in issues] == ["error", "error"]


@pytest.mark.parametrize(
    ("text", "code"), [("caf\ufffd", "text/replacement"), ("\u202eevil", "text/bidi")]
)
def test_damaged_and_deceiving_characters_are_reported(text: str, code: str) -> None:
    assert codes(read(Title=text)[1]) == [code]


def test_without_an_identifier_there_is_no_record() -> None:
    record, issues = Crosswalk(dataset_of()).read(row_of(Id=""))
    assert record is None
    assert [(issue.code, issue.severity) for issue in issues] == [("identifier/missing", "error")]


def test_a_record_without_a_title_comes_with_its_error() -> None:
    record, issues = Crosswalk(dataset_of()).read(row_of(Title=""))
    assert record is not None
    assert record.title == ()
    assert [(issue.code, issue.severity) for issue in issues] == [("title/missing", "error")]


# Keys


def test_a_row_with_an_address_only_waits_for_the_record_that_shares_it() -> None:
    record, issues = read(line("url"), Id="", Title="", C="https://a.example/b")
    assert (record.key, record.url, issues) == ("", "https://a.example/b", [])


def test_where_nobody_gives_identifiers_the_content_gives_the_key() -> None:
    fields = (Field(name="title", columns=("Title",)),)
    crosswalk = Crosswalk(dataset_of(*fields, line("content")))
    one, other = (crosswalk.read(row_of(Id="", C=text))[0] for text in ("a  b", " a b"))
    assert one is not None
    assert other is not None
    assert one.key == other.key
    assert one.key.startswith("x-")
    assert len(one.key) == len("x-") + 16


def test_a_person_has_an_opaque_key_that_the_identifier_decides() -> None:
    record, _ = read(kind="person")
    assert record.key == hashed_id("person|x-7")


def test_a_source_may_have_its_own_kind_prefix_and_lines() -> None:
    source = Source(format="csv", path=Path("b"), prefix="", kind="object", fields=(line("title"),))
    record, _ = Crosswalk(dataset_of(), source).read(row_of(C="A vase"))
    assert record is not None
    assert (record.key, record.kind, record.title[0].value) == ("7", "object", "A vase")


def test_columns_that_bear_our_names_need_no_lines() -> None:
    dataset = load(Path(__file__).parents[1] / "data" / "config" / "minimal")
    cells = {"identifier": (Cell("7"),), "title": (Cell("A"),), "spatial": (Cell("Rome"),)}
    record, _ = Crosswalk(dataset).read(Row(source="a", row="1", sha256="", cells=cells))
    assert record is not None
    assert [place.name for place in record.places] == ["Rome"]


def test_an_identifier_that_looks_like_a_content_key_keeps_its_prefix() -> None:
    assert read(Id="x-12")[0].key == "x-x-12"


def test_a_named_group_may_give_the_identifier() -> None:
    record, _ = read(
        line("citation", regex=r"(?P<citation>.*)/(?P<identifier>\d+)"), Id="", C="a/9"
    )
    assert (record.key, record.citation[0].value) == ("x-9", "a")


def test_a_column_that_is_not_there_is_named_with_its_neighbour() -> None:
    issues = Crosswalk(dataset_of()).absent(["Id", "Titel"], "a.csv")
    assert [(issue.code, issue.field, issue.value) for issue in issues] == [
        ("column/absent", "Title", ""),
        ("column/unused", "", "Titel"),
    ]
    assert "did you mean Titel?" in issues[0].message


def test_an_issue_knows_the_key_of_its_record_even_before_it_was_known() -> None:
    _, issues = read(line("url"), C="ftp://a.example")
    assert issues[0].record == "x-7"


# Where a value comes from


@pytest.mark.parametrize(
    ("field", "cells", "found"),
    [
        (Field(name="note", columns=("A", "C")), {"A": " ", "C": "c"}, ["c"]),
        (Field(name="note", constant="always"), {}, ["always"]),
        (Field(name="note", template="{B}, {C}"), {"B": "b", "C": "c"}, ["b, c"]),
        (Field(name="note", template="{B}, {C}"), {"B": "b"}, []),
        (line("note", split="|"), {"C": "a | b|"}, ["a", "b"]),
        (line("note", json=True), {"C": r'["Sat\u014d"]'}, ["Satō"]),
        (line("note", html=True), {"C": "<p>Chun &amp; <b>Jane</b></p>"}, ["Chun & Jane"]),
        (line("note", regex=r"\((.+)\)"), {"C": "a (b)"}, ["b"]),
        (line("note", regex=r"[a-z]+"), {"C": "1a"}, ["a"]),
        (line("note", regex=r"x"), {"C": "a"}, []),
        (line("note", map={"a": "b", "n/a": ""}), {"C": "a"}, ["b"]),
        (line("note", map={"a": "b", "n/a": ""}), {"C": "n/a"}, []),
        (line("note", when={"B": ("yes",)}), {"C": "c", "B": "no"}, []),
        (line("note", when={"B": ("yes",)}), {"C": "c", "B": "yes"}, ["c"]),
        (line("note", when={"B": ("x",)}, split="|"), {"C": "a|b|c", "B": "x|y|x"}, ["a", "c"]),
        (line("note", when={"B": ("x",)}, split="|"), {"C": "a|b", "B": "x"}, ["a", "b"]),
        (line("note", when={"B": ("x",)}, split="|"), {"C": "a|b", "B": "y"}, []),
        (line("note", when={"B": ("x",)}, json=True), {"C": '["a","b"]', "B": '["y","x"]'}, ["b"]),
        (line("note", when={"B": ("x",)}, json=True), {"C": '["a","b"]', "B": "x"}, ["a", "b"]),
        (line("note", when={"B": ("x",)}, json=True), {"C": '["a"]', "B": "[x"}, []),
    ],
)
def test_a_line_takes_its_text(field: Field, cells: dict[str, str], found: list[str]) -> None:
    record, _ = Crosswalk(dataset_of(field)).read(row_of(**cells))
    assert record is not None
    assert [text.value for text in record.note] == found


def test_a_condition_on_a_list_of_the_same_length_holds_item_by_item() -> None:
    cells = {
        "Id": (Cell("7"),),
        "Title": (Cell("t"),),
        "C": (Cell("Turner"), Cell("Girtin")),
        "Role": (Cell("after"), Cell("artist")),
    }
    crosswalk = Crosswalk(dataset_of(line("creator", when={"Role": ("artist",)})))
    record, _ = crosswalk.read(Row(source="a", row="1", sha256="", cells=cells))
    assert record is not None
    assert [agent.name for agent in record.agents] == ["Girtin"]


def test_named_groups_feed_the_fields_of_their_names() -> None:
    pattern = r"^(?P<type>Letter), (?P<sender>.+) to (?P<recipient>.+)$"
    record, _ = read(line("type", regex=pattern), C="Letter, Nehru to Menon")
    assert record.type[0].id == "letter"
    assert [(agent.role, agent.name) for agent in record.agents] == [
        ("sender", "Nehru"),
        ("recipient", "Menon"),
    ]


def test_a_repair_is_applied_and_noted() -> None:
    dataset = dataset_of(line("date"), fix={"date": {"3017-08-22": "2017-08-22"}})
    record, issues = Crosswalk(dataset).read(row_of(C="3017-08-22"))
    assert record is not None
    assert record.date[0].edtf == "2017-08-22"
    assert [(issue.code, issue.severity) for issue in issues] == [("fix/applied", "info")]


# What a value means


def test_credits_in_a_reference_become_agents_and_the_rest_is_the_reference() -> None:
    text = "BArch, B 136/59748, 403-410. Contributed, transcribed, and translated by Ann Bee."
    record, _ = read(line("reference", credits=True), C=text)
    assert sorted(agent.role for agent in record.agents) == [
        "contributor",
        "transcriber",
        "translator",
    ]
    assert record.reference[0].archive == "barch"


def test_a_single_keeper_keeps_what_the_reference_names() -> None:
    keeper = Field(name="keeper", columns=("K",))
    record, _ = read(line("reference"), keeper, C="File 12", K="Town Archive")
    assert record.reference[0].keeper == "Town Archive"
    assert record.agents == ()


@pytest.mark.parametrize("name", ["Town Archive", "Bundeskanzleramt", "BMaA", "Hauser"])
def test_a_keeper_without_reference_is_an_agent_and_a_body(name: str) -> None:
    record, _ = read(Field(name="keeper", columns=("C",)), C=name)
    assert [(one.name, one.role, one.kind) for one in record.agents] == [(name, "keeper", "group")]


@pytest.mark.parametrize(
    ("kind", "name", "role"),
    [
        ("document", "Nehru, Jawaharlal", "author"),
        ("document", "Ministry of Foreign Affairs", "corporate-author"),
        ("object", "Turner, J. M. W.", "creator"),
    ],
)
def test_only_texts_have_authors(kind: Kind, name: str, role: str) -> None:
    record, _ = read(line("creator"), kind=kind, C=name)
    assert [agent.role for agent in record.agents] == [role]


def test_the_same_agent_in_the_same_role_is_named_once() -> None:
    record, _ = read(line("funder", split=";"), C="Levy Foundation;Levy Foundation")
    assert len(record.agents) == 1


@pytest.mark.parametrize(
    ("text", "born", "died", "active"),
    [
        ("American, 1907 - 2003", ["1907"], ["2003"], []),
        ("American, active c. 1935", [], [], ["1935~"]),
        ("British, 20th century", [], [], ["19XX"]),
        ("American", [], [], []),
        ("r. 1953-1964", [], [], ["1953/1964"]),
        ("German (active in Italy), 1500-1570", ["1500"], ["1570"], []),
        ("from 1881 until 1973", ["1881"], ["1973"], []),
    ],
)
def test_dates_of_a_life_are_read(
    text: str, born: list[str], died: list[str], active: list[str]
) -> None:
    record, _ = read(line("life_dates"), kind="person", C=text)
    found = [[span.edtf for span in spans] for spans in (record.born, record.died, record.active)]
    assert found == [born, died, active]


@pytest.mark.parametrize("text", ["c. 1450 or 99999 and so on", "Japanese, Edo period"])
def test_life_dates_that_cannot_be_read_keep_their_words(text: str) -> None:
    record, issues = read(line("life_dates"), C=text)
    assert codes(issues) == ["date/unparsed"]
    assert [note.value for note in record.note] == [text]


@pytest.mark.parametrize("name", ["classification", "type", "subject"])
@pytest.mark.parametrize("text", ["none", "n/a", "-", "no marking", "keine"])
def test_a_cell_that_says_there_is_no_term_makes_none(name: str, text: str) -> None:
    record, issues = read(line(name), C=text)
    assert (getattr(record, name), codes(issues)) == ((), ["name/nobody"])


@pytest.mark.parametrize(
    ("text", "tag"), [("de-DE", "de"), ("pt-BR", "pt"), ("zh-Hant-TW", "zh"), ("ru", "ru")]
)
def test_a_language_of_a_land_is_the_language(text: str, tag: str) -> None:
    record, issues = read(line("language"), C=text)
    assert [(one.id, one.label) for one in record.language] == [(tag, text)]
    assert issues == []


def test_an_acronym_of_several_archives_is_said_with_their_names() -> None:
    record, issues = read(line("reference"), C="AMAE, Asie 1944-1955, vol. 12")
    assert codes(issues) == ["archive/ambiguous"]
    assert "Romanian" in issues[0].message
    assert record.reference[0].archive == ""


def test_credits_whose_people_cannot_be_told_are_said_and_kept() -> None:
    record, issues = read(line("credits"), C="Donated by the family")
    assert codes(issues) == ["credits/unread"]
    assert [note.value for note in record.note] == ["Donated by the family"]


@pytest.mark.parametrize(
    ("name", "cell", "code", "said"),
    [
        ("alternative", Cell('{"en": "X"}', rule=OBJECT), "json/object", "(C.en)"),
        ("date", Cell('{"when": "1951", "t": 5}', rule=OBJECT), "json/object", "(C.when, C.t)"),
        ("sender", Cell("true", rule=TRUTH), "json/truth", "`map`"),
    ],
)
def test_what_is_no_text_in_json_is_no_value_and_said(
    name: str, cell: Cell, code: str, said: str
) -> None:
    record, issues = Crosswalk(dataset_of(line(name))).read(row_of_cells(C=cell))
    assert record is not None
    assert codes(issues) == [code]
    assert said in issues[0].message
    assert (record.alternative, record.date, record.agents) == ((), (), ())


def test_true_has_the_meaning_that_a_map_gives_it() -> None:
    field, cell = line("note", map={"true": "signed"}), Cell("true", rule=TRUTH)
    record, issues = Crosswalk(dataset_of(field)).read(row_of_cells(C=cell))
    assert record is not None
    assert ([note.value for note in record.note], issues) == (["signed"], [])


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("37.56, 126.99", "POINT(126.99 37.56)"),
        ("POINT (126.99 37.56)", "POINT(126.99 37.56)"),
        ("126.99, 37.56", ""),
        ("north of Seoul", ""),
    ],
)
def test_coordinates_become_wkt(text: str, point: str) -> None:
    record, issues = read(line("coordinates"), C=text)
    assert (record.coordinates, bool(issues)) == (point, not point)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("wikidata", "Q855", [("wikidata", "Q855")]),
        ("wikidata", "http://www.wikidata.org/entity/Q855", [("wikidata", "Q855")]),
        ("wikidata", "Stalin", []),
        ("number", "812", [("document-number", "812")]),
        ("accession", "T01078", [("accession-number", "T01078")]),
    ],
)
def test_numbers_are_kept_under_their_scheme(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    record, _ = read(line(name), C=text)
    assert [(number.scheme, number.value) for number in record.identifiers] == found


def test_a_second_address_is_an_identifier() -> None:
    record, _ = read(line("url", split=" "), C="https://a.example/1 https://a.example/2")
    assert [type(number) for number in record.identifiers] == [Identifier]
    assert (record.url, record.identifiers[0].value) == (
        "https://a.example/1",
        "https://a.example/2",
    )


@pytest.mark.parametrize(
    ("text", "address", "code"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", []),
        ("http://rightsstatements.org/vocab/InC/1.0/", None, []),
        ("https://a.example/terms", "https://a.example/terms", []),
        ("ask us", "", ["license/unknown"]),
    ],
)
def test_a_licence_is_an_address(text: str, address: str | None, code: list[str]) -> None:
    record, issues = read(line("license"), C=text)
    assert (record.license, codes(issues)) == (text if address is None else address, code)


def test_a_second_title_is_an_alternative() -> None:
    record, _ = read(line("title", split="|"), C="First|Second")
    assert [text.value for text in (*record.title, *record.alternative)] == ["First", "Second"]
    assert len(record.title) == 1


def test_a_kind_comes_from_a_map_or_from_the_form_of_a_name() -> None:
    mapped = line("kind", map={"individual": "person"})
    assert read(mapped, C="individual")[0].kind == "person"
    assert read(mapped, C="other")[0].kind == "document"
    assert read(line("kind"), C="Ministry of Foreign Affairs")[0].kind == "group"


def test_places_have_the_relation_of_their_field() -> None:
    record, _ = read(
        line("spatial"), Field(name="place_created", columns=("D",)), C="Rome", D="Bonn"
    )
    assert [(place.name, place.relation) for place in record.places] == [
        ("Rome", "spatial"),
        ("Bonn", "created"),
    ]
    assert {type(place) for place in record.places} == {Place}


def test_an_agents_kind_and_role_may_be_said() -> None:
    record, _ = read(line("contributor", kind="group", role="donor"), C="Jane")
    assert [(agent.kind, agent.role) for agent in record.agents] == [("group", "donor")]
    assert {type(agent) for agent in record.agents} == {Agent}


# All of it

_texts = st.text(max_size=40) | st.sampled_from(
    [
        "[",
        '["a"]',
        "30 February",
        "\ud800",
        "https://x",
        "POINT(1 1)",
        "Q1",
        "a\x00b",
        "active 1900",
    ]
)
_EVERYTHING = Crosswalk(
    dataset_of(
        *(
            Field(name=name, columns=("C",), json=odd, split="" if odd else ";", credits=odd)
            for name in FIELDS
            for odd in (True, False)
            if name != "identifiers"
        ),
        Field(name="identifiers", columns=("C",), scheme="isbn", language="{Title}"),
    )
)


@given(_texts, _texts, _texts)
def test_no_cell_is_so_bad_that_reading_raises(one: str, two: str, three: str) -> None:
    row = Row(
        source="a.csv",
        row="1",
        sha256="",
        cells={"Id": (Cell(one),), "Title": (Cell(two),), "C": (Cell(three), Cell(two))},
    )
    record, issues = _EVERYTHING.read(row)
    assert (record is None) == any(issue.severity == "error" for issue in issues)


def test_the_real_table_of_letters_is_read_without_a_finding(shared: Path) -> None:
    dataset = load(Path(__file__).parents[2] / "datasets" / "wilson")
    source, crosswalk = dataset.sources[0], Crosswalk(dataset)
    assert source.path.samefile(shared / "data" / "wilson" / "wilson_sample.csv")
    tables = READERS["csv"]
    parts = [part for part in tables.slices(source, dataset.folder) if isinstance(part, Slice)]
    rows = [row for part in parts for row in tables.rows(source, part, crosswalk.columns)]
    found = [crosswalk.read(row) for row in rows if isinstance(row, Row)]
    records = [record for record, issues in found if record and not issues]
    assert [len(rows), len(records)] == [21, 21]
    assert sum(bool(record.key) for record in records) == 11


def test_a_date_says_what_it_was_read_from() -> None:
    talk = Field(name="date", columns=("Title",), regex=r"(\d{4})$", basis="title")
    written = Field(name="date", columns=("Date",))
    record, _ = read(written, talk, Title="Talk of 1951", Date="1952")
    assert [(span.label, span.basis) for span in record.date] == [
        ("1952", "field"),
        ("1951", "title"),
    ]


def test_the_number_that_is_answered_is_no_number_of_the_document() -> None:
    record, _ = read(Field(name="in_reply_to", columns=("Answers",)), Answers="1352")
    assert [(one.scheme, one.value) for one in record.identifiers] == [("in-reply-to", "1352")]


def test_several_names_in_a_cell_are_reported_with_the_mend() -> None:
    line = Field(name="sender", columns=("From",))
    _, issues = read(line, From="Stalin, Joseph & Molotov, V.M.")
    assert codes(issues) == ["name/several"]
    assert 'split = " & "' in issues[0].message
    _, issues = read(Field(name="sender", columns=("From",), split=" & "), From="Tito & Stalin")
    assert not issues


def test_a_subject_that_is_an_address_keeps_it() -> None:
    record, _ = read(line("subject"), C="http://www.wikidata.org/entity/Q8663")
    assert [one.id for one in record.subject] == ["http://www.wikidata.org/entity/Q8663"]


@pytest.mark.parametrize(("own", "tag"), [("", "ru"), ("de", "de")])
def test_the_language_of_the_source_stands_unless_the_line_names_one(own: str, tag: str) -> None:
    row = row_of()
    row.cells["Title"] = (Cell("Письмо", language="ru"),)  # type: ignore[index]
    title = Field(name="title", columns=("Title",), language=own)
    record, _ = Crosswalk(dataset_of(title)).read(row)
    assert record
    assert record.title[0].language == tag


@pytest.mark.parametrize("text", ["7 July 3017", "1/1/1"])
def test_a_date_that_is_hardly_meant_is_reported(text: str) -> None:
    record, issues = read(line("date"), C=text)
    assert record.date[0].edtf
    assert codes(issues) == ["date/unlikely"]


@pytest.mark.parametrize(
    "text", ["https://[bad/", "https://a.example:99999999/", "https://user:pw@a.example/"]
)
def test_an_address_that_nobody_can_follow_or_may_publish_is_refused(text: str) -> None:
    record, issues = read(line("url"), C=text)
    assert (record.url, codes(issues)) == ("", ["url/refused"])


@pytest.mark.parametrize(
    "text", ["https://b.example/item?x=1", "AVPRF, f. 3 https://b.example/item?x=1"]
)
def test_an_address_in_a_reference_is_the_address_of_the_record(text: str) -> None:
    record, issues = read(line("reference"), C=text)
    assert (record.url, issues) == ("https://b.example/item?x=1", [])


def test_two_languages_in_one_cell_are_both_kept() -> None:
    record, issues = read(line("language"), C="English and Russian")
    assert ([concept.id for concept in record.language], issues) == (["en", "ru"], [])


def test_a_language_that_nobody_knows_is_told_with_the_way_to_part_several() -> None:
    _, (issue,) = read(line("language"), C="English and Xish")
    assert (issue.code, "split" in issue.message) == ("language/unknown", True)


def test_issues_of_what_is_withheld_name_the_place_and_leave_the_words_out() -> None:
    lines = (line("abstract"), Field(name="note", columns=("N",)))
    crosswalk = Crosswalk(dataset_of(*lines, fix={"note": {"secret": "mended"}}))
    _, found = crosswalk.read(row_of(C="a secret\x07 sentence", N="secret"))
    issues = [crosswalk.veiled(issue) for issue in found]
    assert {(issue.code, issue.field) for issue in issues} == {
        ("text/control", "abstract"),
        ("fix/applied", "note"),
    }
    assert all("secret" not in f"{issue.message}{issue.value}" for issue in issues)
    damaged = Issue(message="m", code="encoding/damaged", field="C", value="a secret")
    assert crosswalk.veiled(damaged).value == ""


def test_issues_of_what_is_published_show_the_words() -> None:
    lines = (line("abstract"), Field(name="subject", columns=("C",)))
    for dataset in (dataset_of(*lines), dataset_of(line("abstract"), abstracts=True)):
        damaged = Issue(message="m", code="encoding/damaged", field="C", value="words")
        assert Crosswalk(dataset).veiled(damaged) == damaged


@pytest.mark.parametrize(
    "text",
    [
        "wd:Q4400",
        "q4400",
        "https://www.wikidata.org/wiki/Q4400#sitelinks",
        "m.wikidata.org/wiki/Q4400",
    ],
)
def test_an_item_is_known_however_it_is_written(text: str) -> None:
    record, issues = read(line("wikidata"), C=text)
    assert ([one.value for one in record.identifiers], issues) == (["Q4400"], [])


def test_of_two_items_for_one_thing_none_is_taken() -> None:
    record, (issue,) = read(line("wikidata", split=";"), C="Q1;Q2")
    assert (record.identifiers, issue.code, issue.value) == ((), "wikidata/several", "Q1, Q2")


@pytest.mark.parametrize(
    ("text", "code"),
    [("0, 0", "coordinates/zero"), ("POLYGON((0 0,1 0,1 1,0 0))", "coordinates/shape")],
)
def test_no_place_lies_at_naught_and_no_shape_is_a_point(text: str, code: str) -> None:
    record, (issue,) = read(line("coordinates"), C=text)
    assert (record.coordinates, issue.code) == ("", code)


def test_a_text_that_was_encoded_twice_is_read_as_it_is_meant_and_told() -> None:
    record, (issue,) = read(line("subject"), C="Fran\u00c3\u00a7ois")
    assert ([one.label for one in record.subject], issue.code) == (
        ["Fran\u00e7ois"],
        "encoding/twice",
    )


def test_a_cell_may_be_cut_at_several_marks() -> None:
    record, _ = read(line("spatial", split=("|", ";")), C="Stuttgart; Paris|Portland, Or.")
    assert [place.name for place in record.places] == ["Stuttgart", "Paris", "Portland, Or."]
