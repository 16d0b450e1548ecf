"""Files that are not there, are empty, are something else, or break off."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from pathlib import Path

import pytest

from lod.config import Source
from lod.errors import SourceError
from lod.sources import Slice
from lod.sources.readers import READERS
from tests.sources.pages.reading import read

FORMATS = sorted(READERS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_missing_file_is_named(tmp_path: Path, form: str) -> None:
    there = re.escape(str(tmp_path / "nowhere.x"))
    with pytest.raises(SourceError, match=rf"^nowhere\.x: no such file: {there} \(check path"):
        read(tmp_path / "a" / ".." / "nowhere.x", form)


def test_a_pattern_that_finds_nothing_is_named_as_it_was_tried(tmp_path: Path) -> None:
    there = re.escape(str(tmp_path / "none" / "*.csv"))
    with pytest.raises(SourceError, match=rf"no file found: {there} \(check path"):
        read(tmp_path / "a" / ".." / "none" / "*.csv", "csv")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_file_is_named(tmp_path: Path, form: str) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(SourceError, match="the file is empty"):
        read(path, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_without_files_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(SourceError, match=r"is a folder|no file found"):
        read(tmp_path, form)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"PK\x03\x04", "a ZIP file, such as a workbook"),
        (b"SQLite format 3\0", "an SQLite database"),
    ],
)
def test_a_file_that_is_no_text_is_called_by_what_it_is(
    tmp_path: Path, form: str, start: bytes, said: str
) -> None:
    path = tmp_path / "letters.x"
    path.write_bytes(start + bytes(range(256)))
    with pytest.raises(SourceError, match=said):
        read(path, form)


def test_a_file_of_blank_lines_holds_no_row(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_text("\n\n")
    with pytest.raises(SourceError, match="holds no row"):
        read(path, "csv")


def test_a_pattern_reads_its_files_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_text(f"id\n{name}\n")
    source = Source(format="csv", path=tmp_path / "*.csv")
    parts = READERS["csv"].slices(source, tmp_path)
    assert [part.name for part in parts if isinstance(part, Slice)] == ["a.csv", "b.csv"]


NOISE = [sha256(str(number).encode()).hexdigest() for number in range(30_000)]
PACKED = {
    "csv": "id\n" + "\n".join(NOISE) + "\n",
    "jsonl": "\n".join(f'{{"id": "{word}"}}' for word in NOISE),
    "json": "[" + ",".join(f'{{"id": "{word}"}}' for word in NOISE) + "]",
    "xml": "<a>" + "".join(f"<b><id>{word}</id></b>" for word in NOISE) + "</a>",
}


@pytest.mark.parametrize("form", PACKED)
def test_a_gzip_that_breaks_off_gives_the_rows_before(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}.gz"
    data = gzip.compress(PACKED[form].encode())
    path.write_bytes(data[: len(data) // 2])
    result = read(path, form, ["id"], records="//b" if form == "xml" else "")
    assert 10_000 < len(result.rows) < 20_000
    assert [found[0] for found in result.column("id")] == NOISE[: len(result.rows)]
    assert result.codes == ["source/broken"]


@pytest.mark.parametrize("form", PACKED)
def test_a_gzip_that_is_broken_from_its_start_is_named(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}.gz"
    path.write_bytes(gzip.compress(PACKED[form].encode())[:10] + b"nonsense")
    if form == "xml":
        assert read(path, form, records="//b").codes == ["source/broken"]
        return
    with pytest.raises(SourceError, match="cannot be read"):
        read(path, form)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_gzip_bomb_is_cut_off(tmp_path: Path, form: str) -> None:
    path = tmp_path / "bomb.gz"
    line = b'{"id": 1}' + b" " * 10_000 + b"\n"
    path.write_bytes(gzip.compress(b"id,x\n" + line * 9_000, 9))
    result = read(path, form)
    assert "100 times its packed size" in result.issues[-1].message


def test_a_pattern_leaves_out_hidden_files_and_backups(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    for name in ("a.md", ".DS_Store", "._a.md", ".~lock.a.md#", "a.md~", ".cache/b.md"):
        (tmp_path / name).write_text("A letter\n\nof some words")
    named = [
        (tmp_path / "*", ["a.md"]),
        (tmp_path, ["a.md"]),
        (tmp_path / ".cache" / "*", ["b.md"]),
    ]
    for path, found in named:
        parts = READERS["pages"].slices(Source(format="pages", path=path), tmp_path)
        names = [Path(part.path).name for part in parts if isinstance(part, Slice)]
        assert names == found


def test_a_name_that_is_no_text_is_printed_in_one_line(tmp_path: Path) -> None:
    for name in (b"b\xffd.csv", b"new\nline.csv"):
        path = Path(f"{tmp_path}/{name.decode('utf-8', 'surrogateescape')}")
        path.write_text("id,title\n1,A\n")
    (first, second) = read(tmp_path / "*.csv", "csv").rows
    assert (first.source, second.source) == ("b\\xffd.csv", "new\\nline.csv")


def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.symlink_to(path)
    with pytest.raises(SourceError, match="a link that leads nowhere"):
        read(path, "csv")


def test_a_name_that_is_too_long_is_said_so(tmp_path: Path) -> None:
    source = Source(format="csv", path=tmp_path / ("a" * 5000))
    with pytest.raises(SourceError, match="too long"):
        list(READERS["csv"].slices(source, tmp_path))
