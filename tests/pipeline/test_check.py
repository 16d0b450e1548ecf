"""What leads nowhere is said by `lod check`; one file of many can be looked at alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.config import load
from lod.errors import UsageError
from lod.pipeline.check import check
from lod.pipeline.parts import crosswalk, parts, reader
from lod.sources import Row, Slice

HEAD = """title = "T"
base = "https://a.example/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "Us"
language = "en"

[source]
format = "{format}"
path = "source.{suffix}"
{lines}

[fields]
identifier = "{identifier}"
title = "{title}"
"""
XML = '<e xmlns="urn:e"><c><id>1</id><t>A letter</t></c></e>'
RDF = """@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:x:1> a foaf:Document ; dc:identifier "1" ; dc:title "A letter" .
"""
JSON = '[{"id": "1", "t": "A letter"}]'
SPACE = 'namespaces = { e = "urn:e" }'
CASES = [
    ("xml", XML, f'records = "//e:c"\n{SPACE}', "e:id", "e:tt", "column/empty", "e:tt"),
    ("xml", XML, f'records = "//e:d"\n{SPACE}', "e:id", "e:t", "xml/no-record", "at //e:d"),
    ("xml", XML, 'records = "//e:c"', "e:id", "e:t", "xml/no-record", SPACE),
    ("rdf", RDF, 'records = "foaf:Documents"', "dc:identifier", "dc:title", "rdf/no-record",
     "did you mean foaf:Document?"),
    ("rdf", RDF, 'records = "foaf:Document"', "dc:identifier", "dc:titel", "column/empty",
     "dc:titel"),
    ("json", JSON, "", "id", "title", "column/empty", "title"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "data", "lines", "key", "title", "code", "said"), CASES)
def test_a_path_that_leads_nowhere_is_said(  # noqa: PLR0913 - the columns of a table
    tmp_path: Path, form: str, data: str, lines: str, key: str, title: str, code: str, said: str
) -> None:
    suffix = "ttl" if form == "rdf" else form
    config = HEAD.format(format=form, suffix=suffix, lines=lines, identifier=key, title=title)
    (tmp_path / "dataset.toml").write_text(config)
    (tmp_path / f"source.{suffix}").write_text(data)
    found = [issue for issue in check(load(tmp_path), 10).issues if issue.code == code]
    assert [(one.source, one.row, said in str(one)) for one in found] == [
        (f"source.{suffix}", "", True)
    ]


def pages(folder: Path) -> Path:
    config = HEAD.format(
        format="pages", suffix="txt", lines="", identifier="identifier", title="title"
    )
    (folder / "dataset.toml").write_text(config.replace("source.txt", "pages"))
    (folder / "pages").mkdir()
    for number in range(12):
        (folder / "pages" / f"p{number:02}.txt").write_text(
            f"Record ID: {number}\nTitle: Day {number}"
        )
    return folder


@pytest.mark.parametrize("name", ["p11.txt", "pages/p11.txt"])
def test_the_card_of_any_page_can_be_asked_for(tmp_path: Path, name: str) -> None:
    found = check(load(pages(tmp_path)), 10, name)
    assert (found.rows, found.records, found.cards[0]) == (1, 1, "p11.txt")


def test_a_file_that_no_source_has_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"p99\.txt: no source has this file"):
        check(load(pages(tmp_path)), 10, "p99.txt")


def test_a_row_that_another_one_completes_is_no_error_as_in_publishing(tmp_path: Path) -> None:
    rows = "id,t\n1,One\n1,\n1,One bis\n2,Two\n"
    text = HEAD.format(format="csv", suffix="csv", lines="", identifier="id", title="t")
    (tmp_path / "dataset.toml").write_text(text)
    (tmp_path / "source.csv").write_text(rows)
    found = check(load(tmp_path), 10)
    assert (found.rows, found.records, found.issues) == (4, 2, [])


TABLE = HEAD.format(format="csv", suffix="csv", lines="", identifier="id", title="t")


def told(folder: Path, config: str, rows: str) -> dict[str, str]:
    """Give what is remarked on a table, by its code."""
    (folder / "dataset.toml").write_text(config)
    (folder / "source.csv").write_text(rows)
    return {one.code: one.value for one in check(load(folder), 10).issues}


def test_columns_that_no_line_uses_are_told_at_once(tmp_path: Path) -> None:
    rows = "id,t,colour,size\n1,One,red,2\n"
    assert told(tmp_path, TABLE, rows) == {"column/unused": "colour, size"}


def test_a_table_without_fields_tells_only_of_columns_that_bear_no_name(tmp_path: Path) -> None:
    config = TABLE[: TABLE.index("[fields]")]
    rows = "identifier,title,Date,Sender\n1,One,1950,Tito\n"
    assert told(tmp_path, config, rows) == {"column/unused": "Date, Sender"}


def test_sentences_that_are_not_published_are_told(tmp_path: Path) -> None:
    config, rows = f'{TABLE}abstract = "s"\nnote = "n"\n', "id,t,s,n\n1,One,Two,Three\n"
    assert told(tmp_path, config, rows) == {"field/withheld": "abstract, note"}
    assert told(tmp_path, f"{config}[publish]\nabstracts = true\n", rows) == {}


def test_a_mend_of_a_value_that_no_row_has_is_told(tmp_path: Path) -> None:
    config = f'{TABLE}[fix.title]\n"Onee" = "One"\n"Two" = "2"\n'
    found = told(tmp_path, config, "id,t\n1,One\n2,Two\n")
    assert found == {"fix/applied": "Two", "fix/unused": "Onee"}


def test_pages_without_fields_have_their_own(tmp_path: Path) -> None:
    config = (pages(tmp_path) / "dataset.toml").read_text()
    (tmp_path / "dataset.toml").write_text(config[: config.index("[fields]")])
    (tmp_path / "pages" / "p00.txt").write_text("Record ID: 0\nTitle: Day\nPlace: London\n")
    (source,) = load(tmp_path).sources
    rules = crosswalk(load(tmp_path), source)
    rows = (row for one in parts(load(tmp_path), source) if isinstance(one, Slice)
            for row in reader(source).rows(source, one, rules.columns))  # fmt: skip
    first = next(row for row in rows if isinstance(row, Row))
    record, _ = rules.read(first)
    assert record is not None
    assert [one.name for one in record.places] == ["London"]


def test_a_table_without_a_row_is_an_error_as_in_publishing(tmp_path: Path) -> None:
    text = HEAD.format(format="csv", suffix="csv", lines="", identifier="id", title="t")
    (tmp_path / "dataset.toml").write_text(text)
    (tmp_path / "source.csv").write_text("id,t\n")
    assert [one.code for one in check(load(tmp_path), 10).issues] == ["rows/none"]


def test_a_path_to_no_record_is_an_error_as_in_publishing(tmp_path: Path) -> None:
    config = HEAD.format(
        format="xml", suffix="xml", lines='records = "//none"', identifier="id", title="t"
    )
    (tmp_path / "dataset.toml").write_text(config)
    (tmp_path / "source.xml").write_text("<e><c/></e>")
    assert [one.code for one in check(load(tmp_path), 10).issues] == ["xml/no-record", "rows/none"]


def test_a_file_without_rows_is_there_all_the_same(tmp_path: Path) -> None:
    text = HEAD.format(format="csv", suffix="csv", lines="", identifier="id", title="t")
    (tmp_path / "dataset.toml").write_text(text)
    (tmp_path / "source.csv").write_text("id,t\n")
    found = check(load(tmp_path), 10, "source.csv")
    assert [one.code for one in found.issues] == ["rows/none"]


SCRAPED = """id,link,name
,https://a.example/1,A letter
1,https://a.example/1,
,https://a.example/2,Another
2,https://a.example/3,A note
"""


@pytest.mark.parametrize(("rows", "severity"), [(9, "error"), (3, "warning")])
def test_a_row_without_an_identifier_is_told_unless_another_of_its_address_has_one(
    tmp_path: Path, rows: int, severity: str
) -> None:
    head = HEAD.format(format="csv", suffix="csv", lines="", identifier="id", title="name")
    (tmp_path / "dataset.toml").write_text(f'{head}url = "link"\n')
    (tmp_path / "source.csv").write_text(SCRAPED)
    found = check(load(tmp_path), rows)
    told = [(one.code, one.severity, one.value) for one in found.issues]
    assert told == [("identifier/missing", severity, "https://a.example/2")]
    assert found.records == (2 if rows == 9 else 1)
