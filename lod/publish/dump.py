"""Assembles dumps from compressed members: the same members in the same order, the same bytes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from isal import igzip

# Level 2 writes 9 million triples a second, the standard library's default 0.6 (docs/performance).
_LEVEL = 2


class Written(NamedTuple):
    """A finished file: its name below the release, its bytes and their hash."""

    name: str
    size: int
    sha256: str


def member(text: str) -> bytes:
    """Compress a piece of a dump as one gzip member; members may simply follow each other.

    RFC 1952, section 2.2: a file is a series of members. No time and no name stand in it, so the
    same text gives the same bytes.
    """
    return packed(text.encode())


def packed(data: bytes) -> bytes:
    """Compress a piece that is encoded already."""
    return igzip.compress(data, compresslevel=_LEVEL, mtime=0) if data else b""


class StreamWriter:
    """Writes a file piece by piece and hashes it on the way."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = path.open("wb")
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._file.write(data)
        self._hash.update(data)
        self._size += len(data)

    def close(self, release: Path) -> Written:
        """Finish the file and say what it holds; the switch brings it to the disk."""
        self._file.close()
        name = self._path.relative_to(release).as_posix()
        return Written(name, self._size, self._hash.hexdigest())


class DumpWriter(StreamWriter):
    """Writes one dump from compressed members, in the order in which they are added."""

    def __init__(self, path: Path, separator: str = "") -> None:
        """Begin a dump; the separator stands between pieces, for formats that need one."""
        super().__init__(path)
        self._between = member(separator)
        self._pieces = 0

    def text(self, text: str) -> None:
        """Add a head or a foot: text outside the pieces."""
        self.write(member(text))

    def piece(self, data: bytes) -> None:
        """Add one compressed piece; empty ones leave no trace."""
        if not data:
            return
        if self._pieces:
            self.write(self._between)
        self._pieces += 1
        self.write(data)


def write_file(path: str, data: bytes) -> None:
    """Write one of very many small files: a file object would take as long as the file."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def digest_of(path: Path, release: Path) -> Written:
    """Hash a file that another room has written."""
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return Written(path.relative_to(release).as_posix(), path.stat().st_size, found)
