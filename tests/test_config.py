"""A dataset.toml says all that a run needs, and every fault in it is named with its mend."""

from __future__ import annotations

import pickle
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.config import FIELDS, Dataset, Field, load, reading
from lod.config.table import Table
from lod.errors import ConfigError
from lod.sources.values import MAKERS

DATA = Path(__file__).parent / "data" / "config"
DATASETS = Path(__file__).parents[1] / "datasets"
MINIMAL = (DATA / "minimal" / "dataset.toml").read_text("utf-8")


@pytest.fixture
def write(tmp_path: Path) -> Path:
    """Give the path at which a test writes its dataset.toml."""
    return tmp_path / "dataset.toml"


def fault_of(file: Path, text: str) -> str:
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file, {"reader": ["csv", "json"], "authority": ["embedded"], "profile": ["edm"]})
    return str(caught.value)


@pytest.fixture
def good() -> Dataset:
    """Give a dataset that uses every table."""
    return load(DATA / "good")


def test_a_folder_or_its_file_may_be_named() -> None:
    assert load(DATA / "minimal") == load(DATA / "minimal" / "dataset.toml")
    assert load(DATA / "minimal").name == "minimal"


def test_what_is_not_said_has_its_default() -> None:
    dataset = load(DATA / "minimal")
    assert (dataset.authority, dataset.prefix, dataset.kind) == (("embedded",), "", "document")
    assert dataset.profiles == ("dublin-core", "cidoc-crm")
    assert dataset.expect.quarantined_max == 1.0


def test_paths_are_relative_to_the_file(good: Dataset) -> None:
    assert good.sources[0].path == DATA / "good" / "letters.csv"
    assert good.sources[1].path == DATA / "good" / ".." / "people" / "*.xml"
    assert good.authority == ("embedded", str(DATA / "good" / "own" / "index.sqlite"))


def test_a_source_may_have_its_own_lines_kind_and_prefix(good: Dataset) -> None:
    letters, people = good.sources
    assert (letters.fields, letters.kind, letters.prefix) == ((), None, None)
    assert people.fields == (Field(name="title", columns=("ead:unittitle",)),)
    assert (people.kind, people.prefix) == ("person", "people")


def test_a_field_takes_a_column_columns_a_table_or_a_list_of_tables(good: Dataset) -> None:
    lines = {line.name: line for line in good.fields}
    assert lines["identifier"].columns == ("Ref",)
    assert lines["title"].columns == ("Title", "Caption")
    assert (lines["creator"].split, lines["creator"].role) == (";", "sender")
    assert [line.template for line in good.fields if line.name == "date"] == ["", "{Year}-{Month}"]


def test_dublin_cores_word_for_the_archival_reference_is_accepted(good: Dataset) -> None:
    assert [line.columns for line in good.fields if line.name == "reference"] == [("Source",)]


def test_expectations_and_thresholds_are_numbers(good: Dataset) -> None:
    assert (good.expect.records_min, good.expect.records_max) == (400, 940)
    assert good.expect.broken_max == 2
    assert (good.expect.quarantined_max, good.expect.linked_min) == (0.1, {"creator": 0.6})
    assert good.thresholds == {"person": 0.99}


def test_a_dataset_can_be_sent_to_another_process(good: Dataset) -> None:
    assert pickle.loads(pickle.dumps(good)) == good  # noqa: S301
    assert hash(good) == hash(load(DATA / "good"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('titel = "x"', "titel: unknown key (did you mean title?"),
        ("[publish]\nformat = []", "[publish] format: unknown key (did you mean formats?"),
        ('[publish]\nformats = ["turtel"]', "unknown 'turtel' (did you mean turtle?"),
        ('[reconcile]\nauthority = "embeded"', "unknown 'embeded' (did you mean embedded?"),
        ('[mapping]\nprofiles = ["emd"]', "unknown 'emd' (did you mean edm?"),
        ('[fields]\ncreater = "x"', "[fields] creater: unknown 'creater' (did you mean creator?"),
        ('[fields]\ndate = { colum = "x" }', "[fields] date colum: unknown key (did you mean"),
        ("[fields]\ndate = 3", "[fields] date: found 3 (a column"),
        ('[fields]\ntitle = { constant = "a", column = "b" }', "give one of column, constant"),
        ('[fields]\ntitle = { column = "b", role = "x" }', "[fields] title role: unknown key"),
        ('[fields]\ntitle = { column = "b", regex = "(" }', "[fields] title regex: missing )"),
        ('[fields]\ntitle = { column = "b", regex = "(?P<tilte>.)" }', "did you mean title?"),
        ('[fields]\ntitle = { template = "b" }', "name columns in braces"),
        ('[fields]\ntitle = { column = "b", language = "xx_!!" }', "a BCP 47 tag"),
        ('[fields]\ncreator = { column = "b", role = "pianist" }', "a concept of vocab/role"),
        ('[fix.dates]\n"a" = "b"', "[fix] dates: unknown 'dates' (did you mean date?"),
        ("[reconcile]\nthresholds = { person = 1.5 }", "a number from 0.5 to 1"),
        ("[expect]\nrecords = { min = 5, max = 2 }", "[expect] [records] max: found 2"),
        ("[expect]\nlinked.creater = { min = 0.5 }", "did you mean creator?"),
        ("[expect]\nquarantined = { max = true }", "this is a number"),
        ("[publish]\nabstracts = 1", "write true or false"),
        ('prefix = "Über uns"', "small letters, digits and hyphens"),
        ('kind = "documents"', "unknown 'documents' (did you mean document?"),
        ("keywords = 3", "this is a list of text"),
    ],
)
def test_a_fault_says_where_it_stands_and_how_to_mend_it(write: Path, line: str, said: str) -> None:
    if said:
        top, bottom = MINIMAL.split("\n\n")
        text = f"{top}\n\n{bottom}\n{line}" if line.startswith("[") else f"{top}\n{line}\n{bottom}"
        assert said in fault_of(write, text)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('language = "en"', 'language = "english"', "language: found 'english' (a BCP 47 tag"),
        ('language = "en"', 'language = "xx_!!"', "language: found 'xx_!!' (a BCP 47 tag"),
        ("data.example.org/", "data.example.org", "base: found"),
        ("https://data.example.org/", "ftp://data.example.org/", "base: found"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0", "license: found 'CC0'"),
        ('format = "csv"', 'format = "cvs"', "unknown 'cvs' (did you mean csv?"),
        ('path = "letters.csv"', "", "[source] path: missing"),
        ('path = "letters.csv"', 'path = "a"\nencoding = "utf-9"', "unknown 'utf-9'"),
        ('path = "letters.csv"', 'path = "a"\ndelimiter = "tab"', "one character"),
        ('path = "letters.csv"', 'path = "a"\nencoding = "base64"', "unknown 'base64'"),
        ('path = "letters.csv"', 'path = "a"\nencoding = "idna"', "unknown 'idna'"),
        ('path = "letters.csv"', 'path = "a"\nrecords = "x"', "means nothing for format 'csv'"),
        ('title = "Letters"', "", "title: missing"),
        ('title = "Letters"', "title = Letters", "not TOML"),
        ("[source]", "[sauce]", "[source]: missing"),
    ],
)
def test_a_wrong_value_is_named(write: Path, before: str, after: str, said: str) -> None:
    assert said in fault_of(write, MINIMAL.replace(before, after))


def test_all_faults_are_told_at_once(write: Path) -> None:
    text = MINIMAL.replace('"en"', '"?"').replace('"csv"', '"cvs"').replace("title", "titel")
    said = fault_of(write, text)
    assert "4 faults" in said
    assert said.startswith(str(write))


def test_names_of_rooms_above_are_checked_only_when_they_are_given(write: Path) -> None:
    write.write_text(MINIMAL.replace('"csv"', '"of-a-plugin"'), "utf-8")
    assert load(write).sources[0].format == "of-a-plugin"


@pytest.mark.parametrize("content", [b"\xff\xfe", b'title = "\x80"'])
def test_a_file_that_is_not_utf_8_is_refused_in_one_line(write: Path, content: bytes) -> None:
    write.write_bytes(content)
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(write)


def test_a_byte_order_mark_is_harmless(write: Path) -> None:
    write.write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())
    assert load(write).title == "Letters"


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="lod init"):
        load(tmp_path)


def test_every_sort_of_field_has_its_maker() -> None:
    assert set(FIELDS.values()) == set(MAKERS)


def test_every_key_and_field_is_in_the_documentation() -> None:
    text = (DATASETS.parent / "docs" / "configuration.md").read_text("utf-8")
    keys = {*FIELDS, *Dataset.__dataclass_fields__, *Field.__dataclass_fields__}
    inner = {"name", "folder", "sources", "columns", "linked_min", "ledger"}
    assert sorted(key for key in keys - inner if f"`{key}`" not in text) == []


@pytest.mark.parametrize("folder", sorted(DATASETS.iterdir()), ids=lambda folder: folder.name)
def test_the_datasets_that_ship_are_without_fault(folder: Path) -> None:
    assert load(folder).name == folder.name
    assert len((folder / "dataset.toml").read_text("utf-8").splitlines()) <= 60


@given(
    st.dictionaries(
        st.sampled_from(["title", "base", "source", "fields", "fix", "expect", "language", "kind"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_whatever_a_table_holds_the_only_error_is_ours(data: dict[str, object]) -> None:
    top = Table(data)
    reading._dataset(top, DATA / "minimal" / "dataset.toml", {})
    with suppress(ConfigError):
        top.close("dataset.toml")
