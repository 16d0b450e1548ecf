"""The release's `index.sqlite`: full text, facets, lists, and the hash of every block."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lod.errors import DiskError
from lod.lazily import regex
from lod.publish.rows import Entry, Facet, Mention

_TABLES = """
CREATE TABLE entry (path TEXT PRIMARY KEY, kind TEXT, title TEXT, date TEXT, begin TEXT,
                    "end" TEXT, qid TEXT, text TEXT, record INTEGER, also TEXT);
CREATE TABLE facet (path TEXT, facet TEXT, value TEXT, label TEXT);
CREATE TABLE mention (record TEXT, role TEXT, entity TEXT);
CREATE TABLE block (path TEXT PRIMARY KEY, sha256 TEXT, modified TEXT, run TEXT) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX entry_kind ON entry (kind, begin);
CREATE INDEX facet_value ON facet (facet, value, path);
CREATE INDEX facet_path ON facet (path);
CREATE INDEX mention_entity ON mention (entity, role);
CREATE INDEX mention_record ON mention (record);
CREATE VIRTUAL TABLE search USING fts5 (title, text, also, content='entry', content_rowid='rowid',
                                        tokenize="unicode61 remove_diacritics 2");
INSERT INTO search (search) VALUES ('rebuild');
ANALYZE;
"""
_WORD = regex(r"\w+")
# Letters that SQLite's tokenizer keeps apart from those that people type for them.
_TYPED = str.maketrans(
    {"ё": "\u0435", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "\u0131": "i"}
)
_ODD = regex(rf"[{''.join(map(chr, _TYPED))}]")
# Scripts that set no blanks between words: each sign is one.
_SIGN = regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class BlockState(NamedTuple):
    """What is known of a published block: its content's hash, and when and by what it changed."""

    path: str
    sha256: str
    modified: str
    run: str


class IndexWriter:
    """Fills the index of a release that is being built; then `finish` it."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # A release is built aside and thrown away whole when it fails.
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("PRAGMA cache_size=-16000")
        self._db.executescript(_TABLES)

    def add(
        self,
        entries: Iterable[Entry],
        facets: Iterable[Facet],
        mentions: Iterable[Mention],
        blocks: Iterable[BlockState],
    ) -> None:
        """Add the rows of one chunk."""
        self._db.execute("BEGIN")
        told = ((*one, _also(f"{one.title} {one.text}")) for one in entries)
        for table, rows, width in (
            ("entry", told, 10),
            ("facet", facets, 4),
            ("mention", mentions, 3),
            ("block", blocks, 4),
        ):
            marks = ",".join("?" * width)
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
        self._db.execute("COMMIT")

    def finish(self) -> None:
        """Make the full-text index and the others, once all rows are there, and close the file."""
        self._db.executescript(_INDEXES)
        self._db.close()

    def abandon(self) -> None:
        """Let go of an index without finishing it; the caller removes the file."""
        self._db.close()


class IndexReader:
    """Reads the index of a finished release; raises DiskError when it cannot be opened."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
            self._db.execute("SELECT path FROM block LIMIT 1")
        except sqlite3.DatabaseError as error:
            what = f"the release is damaged: {error}"
            mend = "lod release DATASET rollback VERSION, or remove this release and publish"
            raise DiskError(what, where=str(path), mend=mend) from error

    def block(self, path: str) -> BlockState | None:
        """Give what the release knows of a block, None when it has none there."""
        row = self._db.execute("SELECT * FROM block WHERE path = ?", (path,)).fetchone()
        return BlockState(*row) if row else None

    def blocks(self) -> Iterator[BlockState]:
        """Give every block in the order of paths."""
        for row in self._db.execute("SELECT * FROM block ORDER BY path"):
            yield BlockState(*row)

    def records(self) -> Iterator[str]:
        """Give the paths of all things that a record of the source is about, in order."""
        for (path,) in self._db.execute("SELECT path FROM entry WHERE record ORDER BY path"):
            yield path

    def called(self, name: str, most: int = 5) -> list[tuple[str, str]]:
        """Find what a name means, path and title of each: those of just this title, if any.

        Else those of which title and text have all its words, the best first.
        """
        exact = "SELECT path, title FROM entry WHERE title = ? COLLATE NOCASE ORDER BY path LIMIT ?"
        if rows := self._db.execute(exact, (name, most)).fetchall():
            return rows
        alike = """SELECT e.path, e.title FROM search JOIN entry e ON e.rowid = search.rowid
            WHERE search MATCH ? ORDER BY bm25(search, 4.0, 1.0), e.path LIMIT ?"""
        return self._db.execute(alike, (matching(name), most)).fetchall() if matching(name) else []

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _also(text: str) -> str:
    """Give the words of a text that are typed in another way than they are written."""
    if text.isascii():
        return ""
    words = (word.lower() for word in _WORD.findall(text))
    return " ".join(_typed(word) for word in words if _ODD.search(word) or _SIGN.search(word))


def _typed(word: str) -> str:
    return " ".join(_SIGN.sub(r" \g<0> ", word.translate(_TYPED)).split())


def matching(words: str) -> str:
    """Write what a person typed as a full-text query: all words, the last as a beginning.

    >>> matching('Stalin "to AND')
    '"stalin" "to" "and"*'
    >>> matching("Хрущёв")
    '"хрущев"*'
    """
    found = [_typed(word.lower()) for word in _WORD.findall(words)[:20]]
    return " ".join(f'"{word}"' for word in found) + ("*" if found else "")
