"""`lod init` gives a configuration that works as it stands, and says what it did not use."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.config import Dataset, load
from lod.errors import DiskError, UsageError
from lod.record import Record
from lod.sources import Row, Slice
from lod.sources.beginning import begin, start
from lod.sources.crosswalk import Crosswalk
from lod.sources.readers import READERS


def begun(folder: Path, table: Path | None = None) -> Dataset:
    start(folder, table)
    return load(folder)


def records_of(dataset: Dataset) -> list[Record]:
    source, crosswalk = dataset.sources[0], Crosswalk(dataset)
    reader = READERS[source.format]
    parts = [part for part in reader.slices(source, dataset.folder) if isinstance(part, Slice)]
    rows = [row for part in parts for row in reader.rows(source, part, crosswalk.columns)]
    found = [crosswalk.read(row)[0] for row in rows if isinstance(row, Row)]
    return [record for record in found if record]


def table_of(folder: Path, text: str, name: str = "table.csv") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def crosswalk_of(folder: Path, text: str, name: str = "table.csv") -> dict[str, tuple[str, ...]]:
    folder.mkdir(exist_ok=True)
    return {line.name: line.columns for line in begun(folder, table_of(folder, text, name)).fields}


def test_without_a_table_there_is_an_example_of_ten_records(tmp_path: Path) -> None:
    records = records_of(begun(tmp_path))
    assert len(records) == 10
    assert all(record.date[0].edtf and len(record.agents) > 1 for record in records)


def test_columns_are_known_by_their_names(tmp_path: Path) -> None:
    found = crosswalk_of(tmp_path, "Ref;Titel;Datum\n1;Ein Brief;4. Mai 1951\n")
    assert found == {"identifier": ("Ref",), "title": ("Titel",), "date": ("Datum",)}


def test_columns_are_known_in_other_languages_too(tmp_path: Path) -> None:
    found = crosswalk_of(tmp_path, "Signatur,Regest,Empfänger,Expéditeur,Дата\n1,Brief,A,B,1951\n")
    assert list(found) == ["identifier", "title", "date", "sender", "recipient"]


def test_the_list_inside_a_json_file_is_found(tmp_path: Path) -> None:
    text = '{"tags": ["x"], "result": {"letters": [{"id": "1", "title": "A letter"}]}}'
    dataset = begun(tmp_path, table_of(tmp_path, text, "table.json"))
    assert dataset.sources[0].records == "result.letters"
    assert [record.title[0].value for record in records_of(dataset)] == ["A letter"]


def test_a_file_without_rows_begins_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no row has a value"):
        begun(tmp_path / "new", table_of(tmp_path, "[]", "table.json"))
    assert not (tmp_path / "new").exists()


def test_columns_are_known_by_what_stands_in_them(tmp_path: Path) -> None:
    rows = "a,b,c,d,e\n17,A long enough heading,4 May 1951,Russian,https://a.example/1\n"
    rows += "18,And another heading,5 May 1951,German,https://a.example/2\n"
    found = crosswalk_of(tmp_path, rows)
    assert found == {
        "identifier": ("a",),
        "title": ("b",),
        "date": ("c",),
        "language": ("d",),
        "url": ("e",),
    }


def test_lists_in_json_and_lists_with_marks_are_split(tmp_path: Path) -> None:
    text = 'id,title,creator,subject\n1,A,"[""Nehru""]",a|b\n2,B,"[""Zhou"", ""Mao""]",c\n'
    lines = {line.name: line for line in begun(tmp_path, table_of(tmp_path, text)).fields}
    assert lines["creator"].json
    assert lines["subject"].split == "|"


def test_nested_json_is_named_by_its_paths(tmp_path: Path) -> None:
    text = '{"id": "1", "title": "A", "from": [{"text": "Nehru"}]}\n'
    assert crosswalk_of(tmp_path, text, "table.jsonl")["sender"] == ("from[].text",)


def test_what_is_not_used_is_shown_with_a_value(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'id,title,x"y\n1,A,"odd\nvalue"\n')
    assert '#   x"y: odd value' in begin(tmp_path, table)["dataset.toml"]


def test_an_odd_delimiter_and_odd_names_are_written_as_toml(tmp_path: Path) -> None:
    table = table_of(tmp_path, 'id;"ti\\tle";"date \u00e9"\n1;A heading;1951\n')
    dataset = begun(tmp_path, table)
    assert dataset.sources[0].delimiter == ";"
    assert dataset.sources[0].path.samefile(table)
    assert ("ti\\tle",) in [line.columns for line in dataset.fields]


def test_a_format_that_cannot_be_told_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot tell the format"):
        start(tmp_path, tmp_path / "table.docx")


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.xml", "xml"), ("a.db", "sqlite"), ("a.ttl", "rdf"), ("a.txt", "pages"), (".", "pages")],
)
def test_of_what_lod_reads_but_cannot_guess_is_said_what_to_write(
    tmp_path: Path, name: str, form: str
) -> None:
    with pytest.raises(UsageError, match=f'lod reads it.* format = "{form}"'):
        start(tmp_path / "new", tmp_path / name)


def test_a_list_of_people_with_their_lives_is_of_persons(tmp_path: Path) -> None:
    text = 'id\tname\tlife\tnationality\n1\t"Nehru, Jawaharlal"\tIndian, 1889 - 1964\tIndian\n'
    dataset = begun(tmp_path, table_of(tmp_path, text, "table.tsv"))
    fields = {line.name: line.columns for line in dataset.fields}
    assert (dataset.kind, fields["life_dates"], fields["title"]) == ("person", ("life",), ("name",))
    assert fields["nationality"] == ("nationality",)


def test_letters_with_dates_of_their_writers_are_no_persons(tmp_path: Path) -> None:
    text = "id,title,date,sender,born\n1,A letter,1950,Nehru,1889\n"
    assert begun(tmp_path, table_of(tmp_path, text)).kind == "document"


def test_roles_beside_the_names_of_a_list_part_it(tmp_path: Path) -> None:
    text = (
        '[{"id": "1", "title": "A", "people": [{"name": "Nehru", "role": "author"},'
        ' {"name": "Mao", "role": "Addressee"}, {"name": "Zhou", "role": "in the picture"}],'
        ' "dates": [{"text": "4 May 1950", "type": "created"}, {"text": "1951", "type": "got"}]}]'
    )
    dataset = begun(tmp_path, table_of(tmp_path, text, "table.json"))
    (record,) = records_of(dataset)
    assert [(agent.name, agent.role) for agent in record.agents] == [
        ("Nehru", "author"),
        ("Mao", "recipient"),
        ("Zhou", "mentioned"),
    ]
    assert [date.edtf for date in record.date] == ["1950-05-04"]


def test_columns_are_known_by_german_names_of_inventories(tmp_path: Path) -> None:
    text = "Inventarnr.,Titel,Datierung,Künstler,Maße,Technik\n1,Vase,1900,Gallé,9 cm,Glas\n"
    found = crosswalk_of(tmp_path, text)
    assert list(found) == ["identifier", "title", "date", "creator", "medium", "extent"]
    assert crosswalk_of(tmp_path / "b", "Nr,Titel,Laufzeit,Behörde\n1,A,1950,Amt\n")["creator"]


def test_names_are_parted_by_one_mark_in_all_their_columns(tmp_path: Path) -> None:
    text = "id,title,sender,recipient\n1,A,Nehru,Mao; Zhou\n2,B,Tito,Mao\n"
    lines = {line.name: line for line in begun(tmp_path, table_of(tmp_path, text)).fields}
    assert (lines["sender"].split, lines["recipient"].split) == (";", ";")


def test_a_dataset_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    start(tmp_path)
    with pytest.raises(UsageError, match="already"):
        start(tmp_path)


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DiskError, match="cannot be written"):
        start(tmp_path / "file" / "folder")


@pytest.mark.parametrize(
    ("table", "most"),
    [
        ("wilson/wilson_sample.csv", 21),
        ("fixtures/csv/nypl_pd_collections.csv", 932),
        ("fixtures/csv/nga_constituents_4000.csv", 4000),
        ("fixtures/jsonl/tate_artworks_800.jsonl", 800),
        ("fixtures/jsonl/frus_documents_600.jsonl", 600),
    ],
)
def test_real_tables_give_a_record_a_row(
    shared: Path, tmp_path: Path, table: str, most: int
) -> None:
    records = records_of(begun(tmp_path, shared / "data" / table))
    assert len(records) >= 0.95 * most


@pytest.mark.parametrize("name", ["Ref No.", "Reference number"])
def test_a_number_of_reference_is_the_identifier_with_a_remark_on_gaps(
    tmp_path: Path, name: str
) -> None:
    text = f"{name},Title,Date\nA-1,One,1950\nA-1,Two,1951\n,Three,1952\n"
    assert crosswalk_of(tmp_path / "a", text)["identifier"] == (name,)
    assert "# not of every row its own" in (tmp_path / "a" / "dataset.toml").read_text()


def test_when_is_a_date_and_a_number_of_every_row_its_identifier(tmp_path: Path) -> None:
    text = '[{"no": "L1", "when": "1950", "what": "A letter"}]'
    found = crosswalk_of(tmp_path / "a", text, "table.json")
    assert (found["identifier"], found["date"]) == (("no",), ("when",))
    assert "number" not in found


def test_bytes_that_are_no_text_begin_no_dataset(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(bytes((n * 89 + n // 7) % 255 + 1 for n in range(3000)))
    with pytest.raises(UsageError, match="is no text"):
        begin(tmp_path / "new", table)


def test_a_list_of_places_with_degrees_is_one_of_places(tmp_path: Path) -> None:
    dataset = begun(tmp_path, table_of(tmp_path, "place,lat,lon,country\nBonn,50.7,7.1,Germany\n"))
    (place,) = records_of(dataset)
    assert (place.kind, place.title[0].value) == ("place", "Bonn")
    assert (place.coordinates, place.date) == ("POINT(7.1 50.7)", ())


def test_lives_behind_a_nationality_make_people_even_where_the_column_is_of_dates(
    tmp_path: Path,
) -> None:
    rows = "constituentid,name,displaydate\n"
    rows += "".join(f'{n},A. Smith {n},"American, 1907 - 200{n}"\n' for n in range(5))
    dataset = begun(tmp_path, table_of(tmp_path, rows))
    assert (dataset.kind, records_of(dataset)[0].born[0].edtf) == ("person", "1907")


def test_the_subject_line_of_a_letter_is_its_title(tmp_path: Path) -> None:
    french = "R\u00e9f\u00e9rence,Date,Exp\u00e9diteur,Destinataire,Objet,Lieu\n"
    french += "1,3 mai 1951,Schuman,Adenauer,CECA,Paris\n"
    mail = 'Subject,From,To,Date,Body\nHello,Bob,Al,"Tue, 3 Mar 1998",hi\n'
    for name, text, title in (("a", french, "CECA"), ("b", mail, "Hello")):
        folder = tmp_path / name
        folder.mkdir()
        dataset = begun(folder, table_of(folder, text))
        (record,) = records_of(dataset)
        assert (record.title[0].value, record.language) == (title, ())
        assert record.key
