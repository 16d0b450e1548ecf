"""The index finds things by their words, lists them, and knows the hash of every block."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lod.publish.index import BlockState, IndexReader, IndexWriter
from lod.publish.rows import Entry, Facet, Mention

STATE = BlockState("doc/a", "ab12", "2026-11-22", "run-1")
ENTRIES = [
    Entry(
        "doc/a", "document", "Report by Razuvaev", "1951", "1951-01-01", "1951-12-31", "", "x", True
    ),
    Entry("doc/b", "document", "Lettre de Genève", "", "", "", "", "Сталин", True),
    Entry("person/p", "person", "Razuvaev, Vladimir", "", "", "", "Q4", "Razuvaev"),
]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Give an index of two letters and a person, written in two chunks."""
    writer = IndexWriter(tmp_path / "index.sqlite")
    writer.add(ENTRIES[:1], [Facet("doc/a", "year", "1951", "1951")], [], [STATE])
    writer.add(ENTRIES[1:], [], [Mention("doc/a", "author", "person/p")], [])
    writer.finish()
    return tmp_path / "index.sqlite"


@pytest.fixture
def database(index: Path) -> Iterator[sqlite3.Connection]:
    """Open the index as the server does."""
    with closing(sqlite3.connect(f"file:{index}?mode=ro&immutable=1", uri=True)) as found:
        yield found


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("razuvaev", ["doc/a", "person/p"]),
        ("geneve", ["doc/b"]),
        ("сталин", ["doc/b"]),
        ("nobody", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(
    database: sqlite3.Connection, words: str, paths: list[str]
) -> None:
    rows = database.execute(
        "SELECT path FROM entry JOIN search ON entry.rowid = search.rowid"
        " WHERE search MATCH ? ORDER BY path",
        (words,),
    )
    assert [path for (path,) in rows] == paths


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *(("хрущев", True), ("Хрущёв", True), ("lodz", True), ("Łódź", True), ("Lód", True)),
        *(("strasse", True), ("Straße", True), ("斯大林", True), ("毛泽", True), ("林斯", False)),
        *(("Хрущев lodz", True), ("хрущова", False)),
    ],
)
def test_words_are_found_as_they_are_typed(tmp_path: Path, words: str, found: bool) -> None:
    writer = IndexWriter(tmp_path / "index.sqlite")
    title = "Хрущёв in Łódź, Lange Straße: 毛泽东致斯大林的信"
    writer.add([Entry("doc/c", "document", title, "", "", "", "", "Text.")], [], [], [])
    writer.finish()
    with closing(IndexReader(tmp_path / "index.sqlite")) as reader:
        assert reader.called(words) == ([("doc/c", title)] if found else [])


def test_facets_and_mentions_are_kept(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT * FROM facet").fetchall() == [("doc/a", "year", "1951", "1951")]
    assert database.execute("SELECT * FROM mention").fetchall() == [("doc/a", "author", "person/p")]


def test_the_state_of_a_block_is_known_and_of_others_not(index: Path) -> None:
    with closing(IndexReader(index)) as reader:
        assert reader.block("doc/a") == STATE
        assert reader.block("doc/b") is None
        assert list(reader.blocks()) == [STATE]


def test_what_a_record_is_about_is_listed_in_order_and_what_is_only_named_is_not(
    index: Path,
) -> None:
    with closing(IndexReader(index)) as reader:
        assert list(reader.records()) == ["doc/a", "doc/b"]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        writer = IndexWriter(tmp_path / name)
        writer.add(ENTRIES, [], [], [STATE])
        writer.finish()
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
