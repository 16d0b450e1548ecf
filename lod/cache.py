"""What services answered, kept on disk: each answer with its day and its checksum.

A cache may be deleted at any time; what is broken in it is thrown away, told, and asked for again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import zstandard

from lod.errors import DiskError

_TABLE = """
CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, day TEXT, sha256 TEXT, body BLOB)
"""
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DISK = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")
_MOST = 1 << 28  # bytes of an answer, unpacked


class Kept(NamedTuple):
    """An answer as it was kept, and the ISO day on which it was given."""

    body: bytes
    day: str


def _silent(_: str) -> None: ...


class Cache:
    """Keeps answers by key in one SQLite file; every `put` is on the disk when it returns.

    tell: called with words when something broken was found. Raises DiskError when the file cannot
    be written.
    """

    def __init__(self, path: Path, tell: Callable[[str], None] = _silent) -> None:
        self._path, self._tell = path, tell
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._opened()
        except (OSError, sqlite3.DatabaseError) as error:
            what = getattr(error, "strerror", None) or str(error)
            raise DiskError(what, where=str(path), mend="check space") from error

    def get(self, key: str) -> Kept | None:
        """Give an answer, None when there is none or what is there is not what was put."""
        try:
            row = self._db.execute(
                "SELECT day, sha256, body FROM answer WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            # One that is only busy is not broken: whoever needs the answer asks the service.
            if not _is_of(error, _BUSY):
                self._begin_anew()
            return None
        if row is None:
            return None
        day, sha256, packed = row
        body = _unpacked(packed)
        if body is None or _digest(key, day, body) != sha256:
            self._tell(f"a kept answer was broken, and is asked for again: {key[:100]}")
            return None
        return Kept(body, day)

    def put(self, answers: Iterable[tuple[str, bytes]], day: str) -> None:
        """Keep answers that were given on a day, all or none."""
        rows = [
            (key, day, _digest(key, day, body), zstandard.compress(body)) for key, body in answers
        ]
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", rows)
        except sqlite3.DatabaseError as error:
            if _is_of(error, (*_BUSY, *_DISK)):
                raise DiskError(str(error), where=str(self._path), mend="check space") from error
            self._begin_anew()
            self.put(((key, _unpacked(packed) or b"") for key, _, _, packed in rows), day)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if _is_of(error, (*_BUSY, *_DISK)):
                raise
            self._tell(f"the cache was broken, and is begun anew: {self._path.name}")
            self._removed()
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, check_same_thread=False)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute(_TABLE)
        db.commit()
        return db

    def _begin_anew(self) -> None:
        self._tell(f"the cache was broken, and is begun anew: {self._path.name}")
        self._db.close()
        self._removed()
        self._db = self._connected()

    def _removed(self) -> None:
        for end in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + end).unlink(missing_ok=True)


def _is_of(error: sqlite3.Error, names: Iterable[str]) -> bool:
    """Tell whether an error of the database is of some kind; https://www.sqlite.org/rescode.html."""
    return getattr(error, "sqlite_errorname", "").startswith(tuple(names))


def _unpacked(packed: object) -> bytes | None:
    try:
        if isinstance(packed, bytes):
            return zstandard.decompress(packed, max_output_size=_MOST)
    except zstandard.ZstdError:
        pass
    return None


def _digest(key: str, day: str, body: bytes) -> str:
    found = hashlib.sha256(f"{key}\n{day}\n".encode("utf-8", "replace"))
    found.update(body)
    return found.hexdigest()
