"""SQLite: read-only, one table or one query, nothing but text and numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lod.errors import SourceError
from tests.sources.pages.reading import read


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "a b?.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute('CREATE TABLE "my ""table" (id INTEGER, title TEXT, scan BLOB)')
        values = [(1, "Vase", None), (2, "Bowl", b"\x89PNG"), (3, None, None)]
        connection.executemany('INSERT INTO "my ""table" VALUES (?, ?, ?)', values)
    return path


def test_a_table_is_read_and_a_blob_refused_by_name(base: Path) -> None:
    result = read(base, "sqlite", records='my "table')
    assert result.texts() == [{"id": ["1"], "title": ["Vase"]}, {"id": ["2"], "title": ["Bowl"]},
                              {"id": ["3"]}]  # fmt: skip
    assert [(issue.row, issue.field, issue.code) for issue in result.issues] == [
        ("2", "scan", "sqlite/blob")
    ]


def test_a_query_may_select(base: Path) -> None:
    query = 'SELECT upper(title) AS name FROM "my ""table" WHERE id < 3 ORDER BY id DESC'
    assert read(base, "sqlite", query=query).column("name") == [["BOWL"], ["VASE"]]


@pytest.mark.parametrize(
    "query",
    [
        'DELETE FROM "my ""table"',
        "DROP TABLE x",
        "ATTACH 'other.db' AS other",
        "PRAGMA writable_schema = 1",
        "CREATE TABLE x (y)",
        "SELECT load_extension('x')",
        "SELECT 1; SELECT 2",
        "BEGIN",
        "nonsense",
    ],
)
def test_a_query_may_do_nothing_else(base: Path, query: str) -> None:
    before = base.read_bytes()
    with pytest.raises(SourceError):
        read(base, "sqlite", query=query)
    assert base.read_bytes() == before
    assert not (base.parent / "other.db").exists()


def test_a_missing_table_names_those_there_are(base: Path) -> None:
    with pytest.raises(SourceError, match='tables there are: my "table'):
        read(base, "sqlite", records='x"; DROP TABLE y')


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_text("id,title\n" * 100)
    with pytest.raises(SourceError, match="not a database"):
        read(path, "sqlite", records="x")


def test_the_hash_does_not_depend_on_the_wanted_columns(base: Path) -> None:
    one, other = (read(base, "sqlite", c, records='my "table') for c in (["id"], ["title"]))
    assert [row.sha256 for row in one.rows] == [row.sha256 for row in other.rows]
