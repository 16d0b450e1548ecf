"""Encodings: found, reported, and what cannot be decoded is counted."""

# ruff: noqa: RUF001  (letters of other scripts are meant)

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from lod.config import Source
from lod.errors import SourceError
from lod.sources.tabular import Tabular
from tests.sources.pages.reading import read, read_with

RUSSIAN = "Посол СССР в КНДР товарищ Иванов сообщил о беседе с Ким Ир Сеном"
WESTERN = "née Müller, Straße, señor, “communiqué” – façade"
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", WESTERN),
        ("utf-16-be", WESTERN),
        ("utf-32", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp1251", RUSSIAN),
        ("cp1252", WESTERN),
        ("cp1250", CZECH),
        ("shift_jis", "日本の外務省の文書です。これは手紙です。"),
    ],
)
def test_an_encoding_is_found_and_named(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'id,title\n1,"{text}\n{text}"\n2,plain\n'.encode(encoding))
    result = read_with(Tabular(size=40), Source(format="csv", path=path))
    assert result.column("title") == [[f"{text}\n{text}"], ["plain"]]
    told = [issue for issue in result.issues if issue.code == "encoding/guessed"]
    assert bool(told) == (not encoding.startswith("utf-8"))


def test_a_declared_encoding_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,title\n1,é\n".encode("cp437"))
    result = read(path, "csv", encoding="cp437")
    assert result.column("title") == [["é"]]
    assert not result.issues


def test_an_unknown_encoding_is_a_fault_of_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n")
    with pytest.raises(SourceError, match="unknown encoding 'utf-99'"):
        read(path, "csv", encoding="utf-99")


def test_wrong_bytes_are_counted_with_file_and_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = "é" * 20
    path.write_bytes(f"id,title\n1,{good}\n2,".encode() + b"caf\xe9 \xff\n3,x\n")
    result = read(path, "csv")
    assert result.column("title")[1] == ["caf\ufffd \ufffd"]
    assert str(result.issues[0]).startswith("a.csv:3: title: 2 characters could not be decoded")


def test_nul_characters_are_removed_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,title\n1,a\0b\0\n2,x\n")
    result = read(path, "csv")
    assert result.column("title") == [["ab"], ["x"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("2", "encoding/nul")]


def test_an_odd_byte_far_down_the_file_is_still_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "id,title\n" + "1,plain\n" * 300_000
    path.write_bytes(text.encode() + "2,née Müller à la façade\n".encode("cp1252"))
    result = read(path, "csv", ["title"])
    assert result.column("title")[-1] == ["née Müller à la façade"]
    assert result.codes == ["encoding/guessed"]


def test_a_mark_at_the_start_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(codecs.BOM_UTF8 + b"id\n1\n")
    assert read(path, "csv").texts() == [{"id": ["1"]}]
    assert read(path, "csv", encoding="utf-8").texts() == [{"id": ["1"]}]


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_declared_utf_16_needs_no_mark(tmp_path: Path, order: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,title\n1,A letter\n".encode(order))
    assert read(path, "csv", encoding=order[:6]).texts() == [{"id": ["1"], "title": ["A letter"]}]


def test_a_file_that_is_not_in_the_declared_utf_16_is_refused_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n1,Été\n", "utf-8")
    with pytest.raises(SourceError, match="is not in utf-16, as encoding says"):
        read(path, "csv", encoding="utf-16")
