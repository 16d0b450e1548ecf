"""XML: records by path, values by XPath, and nothing that attacks through it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lod.errors import SourceError
from tests.sources.pages.reading import read

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
PAYLOADS = {
    "laughs": f"<!DOCTYPE r [{LAUGHS}]><r><a>&l9;</a></r>",
    "laughs in an attribute": f"<!DOCTYPE r [{LAUGHS}]><r x='&l9;'><a>1</a></r>",
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"x" * 50_000}">]><r><a>{"&a;" * 9_000}</a></r>',
    "file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><a>&x;</a></r>',
    "network": '<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><r><a>&x;</a></r>',
    "parameter": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><r><a/></r>',
    "behind a comment": f"<?xml version='1.0'?><!-- > --><!DOCTYPE r [{LAUGHS}]><r><a>&l9;</a></r>",
}


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("form", ["xml", "rdf"])
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_are_refused_at_once(
    tmp_path: Path, payload: str, encoding: str, form: str
) -> None:
    path = tmp_path / "bomb.xml"
    path.write_bytes(payload.encode(encoding))
    start = time.perf_counter()
    result = read(path, form, ["a"] if form == "xml" else None)
    assert time.perf_counter() - start < 0.5
    assert not result.rows
    assert "declares its own entities" in result.issues[0].message


def test_a_bomb_in_utf_7_is_refused_by_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    hidden = PAYLOADS["laughs"].encode("utf-7")
    path.write_bytes(b'<?xml version="1.0" encoding="UTF-7"?>' + hidden)
    assert "encoding 'UTF-7' is not read" in read(path, "xml", ["a"]).issues[0].message


@pytest.mark.usefixtures("offline")
def test_a_dtd_that_is_only_named_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<!DOCTYPE r PUBLIC "-//x" "http://127.0.0.1:9/r.dtd"><r><a>caf&eacute; &what;</a></r>'
    )
    result = read(path, "xml", ["a"])
    assert result.column("a") == [["café &what;"]]
    assert result.codes == ["xml/entity"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<r><a>1</a><a>2</b></r>", "source/broken"),
        ("<r><a>1</a>", "source/broken"),
        ("<r>" + "<d>" * 10_000 + "</d>" * 10_000 + "</r>", "source/broken"),
        ("no xml at all", "source/broken"),
        ('<?xml version="1.0" encoding="nonsense"?><r/>', "source/broken"),
    ],
)
def test_a_broken_file_is_reported(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(text)
    result = read(path, "xml", ["."], records="//a")
    assert result.codes == [code]
    assert [issue.severity for issue in result.issues] == ["error"]


def test_a_broken_file_of_one_record_costs_that_record_only(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r><a>1</a>")
    assert read(path, "xml", ["a"]).codes == ["xml/broken"]


def test_records_before_a_fault_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r>" + "<a>1</a>" * 50_000 + "</wrong>")
    assert len(read(path, "xml", ["."], records="//a").rows) == 50_000


def test_a_record_of_100_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("w") as file:
        file.write("<r><a>")
        for _ in range(100):
            file.write("<b>" + "x" * (1 << 20) + "</b>")
        file.write("</a></r>")
    result = read(path, "xml", ["."], records="//a")
    assert result.codes == ["source/broken"]


def test_a_path_without_prefix_is_told_of_the_namespace(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<r xmlns="urn:x"><a/></r>')
    assert "of urn:x: write a prefix" in read(path, "xml", records="//a").issues[0].message


@pytest.mark.parametrize("records", ["//a[", "count(//a)", "//a |", "x::a"])
def test_records_must_be_a_path(tmp_path: Path, records: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r/>")
    with pytest.raises(SourceError, match="is no path to elements"):
        read(path, "xml", records=records)


@pytest.mark.parametrize("column", ["a[", "nope:a"])
def test_a_column_must_be_an_xpath_with_known_prefixes(tmp_path: Path, column: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r><a/></r>")
    with pytest.raises(SourceError, match=r"\[fields\]"):
        read(path, "xml", [column])


def test_two_records_with_the_same_content_have_the_same_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<r><a x="1" y="2">t</a>\n  <z/><a y="2" x="1">t</a></r>')
    assert len({row.sha256 for row in read(path, "xml", ["."], records="//a").rows}) == 1


FIXTURES = [
    ("lido", "//lido:lido", "lido:lidoRecID", 55),
    ("ead_anf", "//c", "did/unittitle", 3_011),
    ("eac_cpf", "", "eac:control/eac:recordId", 101),
    ("mets_mods", "//mods:mods", "mods:titleInfo/mods:title", 18),
    ("tei_frus", "//tei:div[@type='document']", "tei:head", 450),
    ("edm", "//edm:WebResource", "@rdf:about", 2),
]
NAMESPACES = {
    "eac": "urn:isbn:1-931666-33-4",
    "tei": "http://www.tei-c.org/ns/1.0",
    "mods": "http://www.loc.gov/mods/v3",
}


@pytest.mark.parametrize(("folder", "records", "column", "count"), FIXTURES)
def test_formats_of_archives_and_museums_are_read(
    shared: Path, folder: str, records: str, column: str, count: int
) -> None:
    path = shared / "data" / "fixtures" / folder
    result = read(path, "xml", [column], records=records, namespaces=NAMESPACES)
    assert len(result.rows) == count
    assert sum(bool(found) for found in result.column(column)) >= 0.8 * count


@pytest.mark.parametrize("records", ["//c | //c01|//c02", "(//c|//c01|//c02)"])
def test_records_may_be_a_union_of_paths(tmp_path: Path, records: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r><c><t>1</t></c><c01><t>2</t><c02><t>3</t></c02></c01><d><t>4</t></d></r>")
    found = read(path, "xml", ["t"], records=records).column("t")
    assert sorted(found) == [["1"], ["2"], ["3"]]


def test_texts_of_xml_keep_the_language_of_the_nearest_element_that_says_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<r xml:lang="de"><i><t>Brief</t><t xml:lang="ru">\u041f\u0438\u0441\u044c\u043c\u043e</t>'
        '<t xml:lang="">No</t><g xml:lang="en"><t n="2">Letter</t></g></i></r>'
    )
    (row,) = read(path, "xml", ["t", "g/t", "g/t/@n"], records="//i").rows
    found = [cell.language for name in ("t", "g/t", "g/t/@n") for cell in row.cells[name]]
    assert found == ["de", "ru", "", "en", "en"]
