"""JSON lines and lists: paths, broken elements, borders of slices, limits."""

# ruff: noqa: RUF001  (letters of other scripts are meant)

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lod.config import Source
from lod.errors import SourceError
from lod.sources import OBJECT, TRUTH
from lod.sources.jsonlines import JsonLines, JsonList
from lod.sources.jsonpath import steps
from tests.sources.pages.reading import read, read_with

VALUE = st.recursive(
    st.text('ab"\\[]{},\n', max_size=6) | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.sampled_from("abc"), VALUE), max_size=8)


@settings(max_examples=150, deadline=None)
@given(OBJECTS, st.integers(1, 60), st.sampled_from([None, 1]))
def test_a_list_in_slices_of_any_size_equals_its_lines(
    items: list[dict[str, Any]], size: int, indent: int | None
) -> None:
    with TemporaryDirectory() as folder:
        lines, listed = Path(folder) / "a.jsonl", Path(folder) / "a.json"
        lines.write_text("".join(json.dumps(item) + "\n" for item in items) or "\n")
        listed.write_text(json.dumps({"n": [], "of": {"items": items}}, indent=indent))
        one = read_with(JsonLines(size), Source(format="jsonl", path=lines))
        source = Source(format="json", path=listed, records="of.items")
        other = read_with(JsonList(size), source)
    assert one.texts() == other.texts()
    assert [row.sha256 for row in one.rows] == [row.sha256 for row in other.rows]
    assert [row.row for row in other.rows] == [str(n + 1) for n in range(len(items))]


ELEMENTS = st.lists(
    st.one_of(
        st.dictionaries(st.sampled_from("abc"), VALUE), st.text('a"{,]\\', max_size=4), VALUE
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=150)
@given(ELEMENTS, st.integers(1, 60), st.sampled_from([None, 1]))
def test_what_is_no_object_in_a_list_costs_only_itself(
    items: list[Any], size: int, indent: int | None
) -> None:
    with TemporaryDirectory() as folder:
        listed = Path(folder) / "a.json"
        listed.write_text(json.dumps(items, indent=indent))
        found = read_with(JsonList(size), Source(format="json", path=listed))
    objects = [str(n + 1) for n, item in enumerate(items) if isinstance(item, dict)]
    assert [row.row for row in found.rows] == objects
    assert len(found.issues) == len(items) - len(objects)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"a": 1', "json/broken"),
        (b'{"a": NaN}', "json/broken"),
        (b'{"a": "\\ud800"}', "json/broken"),
        (b"[1]", "json/not-an-object"),
        (b"5", "json/not-an-object"),
        (b'{"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}", "json/too-deep"),
        (b'{"a":' + b"[" * 150 + b"]" * 150 + b"}", "json/too-deep"),
    ],
)
def test_a_broken_line_is_named_and_the_next_is_read(
    tmp_path: Path, line: bytes, code: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n\n' + line + b'\n{"a": 2}\n')
    result = read(path, "jsonl", ["a"])
    assert result.column("a") == [["1"], ["2"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("3", code)]


@pytest.mark.parametrize("end", ['{"a": 3, "b', "{", '{"a": "x'])
@pytest.mark.parametrize("size", [4, 1 << 18])
def test_a_last_line_without_its_end_is_where_the_file_breaks_off(
    tmp_path: Path, end: str, size: int
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"a": 1}}\n{{"a": 2}}\n{end}')
    result = read_with(JsonLines(size), Source(format="jsonl", path=path))
    assert result.column("a") == [["1"], ["2"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("3", "source/broken")]


@pytest.mark.parametrize("end", ['{"a": 3}', '{"a": 3}\n', '{"a": 3}\n  '])
def test_a_last_line_that_is_whole_needs_no_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"a": 1}}\n{{"a": 2}}\n{end}')
    result = read(path, "jsonl")
    assert (result.column("a"), result.codes) == ([["1"], ["2"], ["3"]], [])


def test_an_object_and_a_truth_are_marked_and_nothing_is_no_value(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": {"b": 1}, "c": [true, "d"], "e": {}, "f": null}\n')
    (row,) = read(path, "jsonl", ["a", "a.b", "c", "e", "f"]).rows
    found = {name: [(one.text, one.rule) for one in cells] for name, cells in row.cells.items()}
    assert found == {
        "a": [('{"b":1}', OBJECT)],
        "a.b": [("1", "")],
        "c": [("true", TRUTH), ("d", "")],
    }


@pytest.mark.parametrize("broken", ['{"a": oops}', '{"a": "x}', '{"a": 1,}', "7"])
def test_a_broken_element_is_named_and_the_next_is_read(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'[{{"a": 1}},\n{broken}\n,{{"a": 2}}]')
    result = read(path, "json", ["a"])
    assert result.column("a")[0] == ["1"]
    assert [issue.severity for issue in result.issues][:1] == ["error"]


def test_a_file_that_ends_inside_its_list_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"a": 1}, {"a": 2},')
    result = read(path, "json")
    assert result.column("a") == [["1"], ["2"]]
    assert "ends inside the list" in result.issues[-1].message


def test_what_follows_a_list_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"a": 1}]\n[{"a": 2}]')
    result = read(path, "json")
    assert result.column("a") == [["1"]]
    assert "the rest was not read" in result.issues[-1].message


@pytest.mark.parametrize("records", ["", "data.rows"])
def test_a_missing_list_names_those_there_are(tmp_path: Path, records: str) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"data": {"items": [{"a": [1]}]}, "more": []}')
    with pytest.raises(SourceError, match=r"lists there are: data\.items, more"):
        read(path, "json", records=records)


def test_an_element_of_100_mb_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as file:
        file.write('[{"a": 1}, {"a": ["')
        for _ in range(100):
            file.write('x\\"]}' * (1 << 18))
        file.write('"]}, {"a": 3}]')
    result = read(path, "json")
    assert result.column("a") == [["1"], ["3"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("2", "row/too-long")]


def test_a_line_of_100_mb_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.write('{"a": 1}\n{"a": "')
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write('"}\n{"a": 3}\n')
    result = read(path, "jsonl")
    assert result.column("a") == [["1"], ["3"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("2", "row/too-long")]


def test_a_value_of_9_mb_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"a": 1, "b": {"c": "x" * (9 << 20)}}) + "\n")
    result = read(path, "jsonl")
    assert [(issue.field, issue.code) for issue in result.issues] == [("b.c", "cell/too-long")]
    assert not result.rows


def test_wrong_bytes_in_json_are_counted_and_kept_as_fffd(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": "x\xffy", "b": "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"}\n')
    result = read(path, "jsonl")
    assert result.column("a") == [["x\ufffdy"]]
    assert [(issue.row, issue.code) for issue in result.issues] == [("1", "encoding/undecodable")]


def test_json_in_another_encoding_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes('[{"a": "Отчёт"}]'.encode("utf-16"))
    assert read(path, "json").column("a") == [["Отчёт"]]
    path.write_bytes('[{"a": "Отчёт о беседе"}]'.encode("cp1251"))
    assert read(path, "json", encoding="cp1251").column("a") == [["Отчёт о беседе"]]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.b", ("a", "b")),
        ("$", ()),
        ("$.a[]", ("a",)),
        ("a[0][1].b", ("a", 0, 1, "b")),
        ('"x.y"[].z', ("x.y", "z")),
        ("@id", ("@id",)),
        ("a..b", ("a..b",)),
    ],
)
def test_a_path_is_taken_apart(path: str, expected: tuple[str | int, ...]) -> None:
    assert steps(path) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"items": [{"a": 1}], "next": "http', "breaks off behind the list"),
        ('{"items": [{"a": 1}], "more": [1, 2', "breaks off behind the list"),
        ('{"items": [{"a": 1}], "items": [{"a": 2}]}', "comes twice"),
    ],
)
def test_what_is_wrong_behind_a_list_is_no_whole_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    result = read(path, "json", ["a"], records="items")
    assert result.codes == ["source/broken"]
    assert said in result.issues[0].message


def test_other_lists_behind_the_list_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"r": {"items": [{"a": 1}], "o": {"items": [1]}, "n": "]"}, "x": [{}]}')
    assert read(path, "json", ["a"], records="r.items").codes == []


def test_text_before_the_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('<b>Notice</b>: x [{"a": 1}]')
    result = read(path, "json", ["a"])
    assert (result.column("a"), result.codes) == ([["1"]], ["json/before"])


def test_a_key_with_a_dot_is_named_as_it_must_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a.b": [{"x": 1}]}')
    with pytest.raises(SourceError, match=r'lists there are: "a\.b"'):
        read(path, "json", ["x"], records="a.b")
    assert read(path, "json", ["x"], records='"a.b"').column("x") == [["1"]]
