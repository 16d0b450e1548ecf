"""CSV and TSV: what a table writer wrote comes back, however it is cut; bad rows are named."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lod.config import Source
from lod.errors import SourceError
from lod.sources import Row, Slice
from lod.sources.tabular import Tabular
from tests.sources.pages.reading import read, read_with

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
QUOTED = st.text('ab",\n\r;', max_size=8)
TABLE = st.lists(st.tuples(CELL | QUOTED, CELL | QUOTED, QUOTED), max_size=12)


def written(folder: str, table: list[tuple[str, ...]], delimiter: str = ",") -> Path:
    path = Path(folder) / "table.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=delimiter).writerows([("a", "b", "c"), *table])
    return path


def cells(row: tuple[str, ...]) -> dict[str, list[str]]:
    return {name: [cell] for name, cell in zip("abc", row, strict=True) if cell}


@settings(max_examples=200, deadline=None)
@given(TABLE, st.integers(1, 60), st.sampled_from([",", ";", "\t"]))
def test_a_written_table_comes_back_from_slices_of_any_size(
    table: list[tuple[str, ...]], size: int, delimiter: str
) -> None:
    with TemporaryDirectory() as folder:
        path = written(folder, table, delimiter)
        source = Source(format="csv", path=path, encoding="utf-8", delimiter=delimiter)
        result = read_with(Tabular(size=size), source)
    assert result.texts() == [cells(row) for row in table if any(row)]
    assert [row.row for row in result.rows] == [str(n) for n, r in enumerate(table, 2) if any(r)]
    assert "row/too-long" not in result.codes


@settings(max_examples=200, deadline=None)
@given(st.text('ab",\n\r', max_size=60), st.integers(1, 9))
def test_slices_of_any_size_give_the_same_rows_of_any_text(text: str, size: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(b"x,y\n" + text.encode())
        source = Source(format="csv", path=path, delimiter=",")
        whole, sliced = (read_with(Tabular(size=n), source) for n in (1 << 20, size))
    assert whole == sliced


def test_a_row_with_too_many_cells_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n3,4,5\n6,7,\n")
    result = read(path, "csv")
    assert result.column("a") == [["1"], ["6"]]
    assert str(result.issues[0]).startswith("a.csv:3: the row has 3 cells, the header 2")
    assert [issue.severity for issue in result.issues] == ["error"]


def test_a_row_with_too_few_cells_is_kept_with_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b,c\n1\n")
    result = read(path, "csv")
    assert result.texts() == [{"a": ["1"]}]
    assert result.codes == ["csv/short-row"]
    assert "left blank: b, c" in result.issues[0].message


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("a,a", "csv/repeated-column"),
        ("a,", "csv/unnamed-column"),
        ("1951,12.5", "csv/no-header"),
    ],
)
def test_a_doubtful_header_is_reported(tmp_path: Path, header: str, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\nx,y\n")
    result = read(path, "csv")
    assert result.codes == [code]
    assert len(result.rows) == 1


def test_an_unclosed_quote_costs_its_own_row_only(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,x\n2,"open\n3,"y"\n4,z\n')
    result = read(path, "csv")
    assert result.column("a") == [["1"], ["3"], ["4"]]
    assert [(i.row, i.field, i.code) for i in result.issues] == [("3", "b", "csv/unclosed-quote")]


@pytest.mark.parametrize(
    "ending", ['3,"open', '3,"open\n', '3,"open\n\nsecond, paragraph,\nof it', "3"]
)
@pytest.mark.parametrize("size", [4, 1 << 18])
def test_a_table_that_breaks_off_in_a_row_was_not_read_to_its_end(
    tmp_path: Path, ending: str, size: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'a,b\n1,"x\ny"\n2,y\n{ending}')
    result = read_with(Tabular(size=size), Source(format="csv", path=path))
    assert result.column("a") == [["1"], ["2"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("4", "source/broken")]


@pytest.mark.parametrize("ending", ['3,"z"', "3,z", "3,", '3,"z"\n', "3\n", '3,5" disk'])
def test_a_table_whose_last_row_is_whole_does_not_break_off(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a,b\n1,x\n2,y\n{ending}")
    result = read(path, "csv")
    assert result.column("a") == [["1"], ["2"], ["3"]]
    assert "source/broken" not in result.codes


@pytest.mark.parametrize("ending", ['"\n2,y\n', "\n2,y\n", '" z\n2,y\n'])
def test_a_field_of_100_mb_is_refused_and_reading_goes_on(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write('a,b\n1,"')
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write(ending)
    result = read(path, "csv")
    assert result.texts() == [{"a": ["2"], "b": ["y"]}]
    assert result.codes == ["row/too-long"]
    assert result.issues[0].row == "2"


def test_a_cell_of_9_mb_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a,b\n1,{'x' * (9 << 20)}\n2,y\n")
    result = read(path, "csv")
    assert result.column("a") == [["2"]]
    assert [(i.row, i.field, i.code) for i in result.issues] == [("2", "b", "cell/too-long")]


def test_a_mark_that_never_closes_in_a_large_file_costs_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"open\n' + f"2,{'y' * 1000}\n" * 70_000)
    result = read(path, "csv", ["a"])
    assert len(result.rows) == 70_000
    assert result.codes == ["row/too-long"]


def test_the_same_row_has_the_same_hash_wherever_it_stands(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("a,b\nx,y\np,q\n")
    two.write_text("b,a\nq,p\ny,x\n")
    hashes = [{row.sha256 for row in read(path, "csv", ["a"]).rows} for path in (one, two)]
    assert hashes[0] == hashes[1]
    assert len(hashes[0]) == 2


def test_only_the_wanted_columns_are_given(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    assert read(path, "csv", ["b", "nowhere"]).texts() == [{"b": ["2"]}]


def test_a_packed_table_reads_like_a_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b'a,b\n1,"x\ny"\n2,z\n'))
    result = read_with(Tabular(size=5), Source(format="csv", path=path))
    assert result.texts() == [{"a": ["1"], "b": ["x\ny"]}, {"a": ["2"], "b": ["z"]}]
    assert [row.row for row in result.rows] == ["2", "3"]


@pytest.mark.parametrize("delimiter", ["ab", '"', "\n", "¦"])
def test_a_delimiter_that_cannot_be_one_is_refused(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n")
    with pytest.raises(SourceError, match="ASCII character"):
        read(path, "csv", delimiter=delimiter)


def test_slices_are_made_of_whole_rows_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "".join(f'{n},"x\ny"\n' for n in range(50)))
    source, reader = Source(format="csv", path=path), Tabular(size=64)
    found = [part for part in reader.slices(source, tmp_path) if isinstance(part, Slice)]
    rows = [row.row for row in reader.rows(source, found[3]) if isinstance(row, Row)]
    assert len(found) > 5
    assert rows[0] == str(found[3].first)


@pytest.mark.parametrize(("before", "row"), [("", "3"), ("\n", "4"), ("\r\n\r\n", "5")])
def test_a_row_is_counted_as_spreadsheets_and_editors_count(
    tmp_path: Path, before: str, row: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{before}a,b\n1,x\n2,y,z\n", newline="")
    (issue,) = read(path, "csv").issues
    assert (issue.row, issue.code) == (row, "csv/long-row")


def test_a_title_above_the_header_is_passed_over_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("List of the fonds;;\n;;\nid;title;date\n1;x;\n2;y;1951;z\n")
    result = read(path, "csv", delimiter=";")
    assert result.column("title") == [["x"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [
        ("1", "csv/title"),
        ("5", "csv/long-row"),
    ]


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_title_that_is_padded_with_nothing_is_passed_over_too(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Export of the archive\n\nid,title,date\n1,x,1951\n2,y,\n".replace(",", mark))
    assert read(path, "csv").column("title") == [["x"], ["y"]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("above", ["Our list, of 2024\n", "Our list, of 2024\nby us\n\n"])
def test_a_title_with_a_comma_above_a_table_decides_neither_mark_nor_names(
    tmp_path: Path, above: str, mark: str
) -> None:
    path = tmp_path / "a.csv"
    rows = 'id,title,date,note\n1,"x, or y",1951,\n2,y,,\n'.replace("x, or", "x; or")
    path.write_text(above + rows.replace(",", mark))
    assert read(path, "csv").column("title") == [["x; or y"], ["y"]]


def test_a_header_that_lacks_a_name_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\na,b,c\nd,e,f\n")
    assert read(path, "csv").codes == ["csv/long-row", "csv/long-row"]


def test_names_with_commas_in_a_single_column_make_no_title_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title\nStalin, Mao, and Tito\nPeace, War, Truce\n")
    assert all(row.keys() <= {"title"} for row in read(path, "csv").texts())


@pytest.mark.parametrize("said", ["sep=;\n", '"sep=;"\r\n'])
def test_a_first_line_may_say_what_divides_the_cells(tmp_path: Path, said: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{said}id;title\n1;A\n2;B\n", newline="")
    result = read(path, "csv")
    assert result.column("title") == [["A"], ["B"]]
    assert [row.row for row in result.rows] == ["3", "4"]


def test_names_of_columns_that_come_again_are_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n1,A\nid,title\n2,B\n")
    result = read(path, "csv")
    assert result.column("title") == [["A"], ["B"]]
    assert [(one.code, one.row) for one in result.issues] == [("csv/header-again", "3")]
