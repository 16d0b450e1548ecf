"""Which files a source means, what they are called in reports, and how their bytes are opened."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Protocol, cast

from isal import igzip, isal_zlib

from lod.config import Source
from lod.errors import SourceError
from lod.issue import UNREAD, Issue

_GZIP = b"\x1f\x8b"
_RATIO = 100
_FREE = 32 << 20
_STEP = 1 << 16
_MEND = "check path in [source]"
# What a compressed stream raises when it is cut off, damaged or blown up.
BROKEN: tuple[type[Exception], ...] = (
    *(EOFError, OSError, zlib.error),
    cast("type[Exception]", isal_zlib.error),
)


class Stream(Protocol):
    """What readers ask of an open file: bytes in pieces."""

    def read(self, size: int, /) -> bytes:
        """Give up to size bytes, none at the end."""

    def close(self) -> None:
        """Let go of the file."""


def files(
    source: Source, folder: Path, suffixes: Iterable[str] = (), *, blank: bool = False
) -> list[Path]:
    """List the files of a source in the order of their names.

    A path may be a file or a pattern (`letters/*.csv`); a folder only for formats that keep one
    record a file: then suffixes says which files of it are meant. blank: among several files an
    empty one is only one record that is wrong, which the reader reports.
    Raises SourceError for a missing, unreadable or empty file and for a pattern without files.
    """
    found = _matching(source.path, tuple(suffixes), name_of(source.path, folder))
    for path in found:
        _check(path, name_of(path, folder), blank=blank and len(found) > 1)
    return found


def name_of(path: Path, folder: Path) -> str:
    """Name a file relative to the dataset's folder; just its name where it lies elsewhere."""
    whole, above = str(path), f"{folder}{os.sep}"
    if whole.startswith(above) and ".." not in whole:
        return _printed(whole[len(above) :].replace(os.sep, "/"))
    relative = os.path.relpath(path, folder)
    return _printed(path.name if relative.startswith("..") else Path(relative).as_posix())


def _printed(name: str) -> str:
    """Write what a name has of no text, such as line breaks and stray bytes, as escapes."""
    if name.isprintable():
        return name
    return "".join(char if char.isprintable() else _escape(char) for char in name)


def _escape(char: str) -> str:
    stray = "\udc80" <= char <= "\udcff"  # how a byte stands that is none of UTF-8
    return f"\\x{ord(char) & 0xFF:02x}" if stray else char.encode("unicode_escape").decode()


def open_bytes(path: str) -> Stream:
    """Open a file for reading, unpacking gzip on the way, no more than 100 to 1.

    The stream raises one of BROKEN while it is read when the gzip is damaged, cut off or a bomb.
    """
    stream = BufferedReader(FileIO(path))
    if not stream.peek(len(_GZIP)).startswith(_GZIP):
        return stream
    stream.close()
    return _Unpacked(path)


def is_gzip(path: str) -> bool:
    """Tell by its first two bytes whether a file is gzip."""
    with Path(path).open("rb") as file:
        return file.read(2) == _GZIP


def cut_off(name: str, error: BaseException) -> Issue:
    """Report that a file broke off while it was read."""
    return unread(name, f"the file breaks off and the rest was not read: {error}; fetch it again")


def unread(name: str, message: str, row: str = "") -> Issue:
    """Report that a file was not read to its end, for which `[expect]` stops a release."""
    return Issue(message=message, code=UNREAD, severity="error", source=name, row=row)


class _Unpacked:
    """A gzip stream that counts: more than 100 bytes out for one in is a bomb (OSError)."""

    def __init__(self, path: str) -> None:
        self._plain = cast("gzip.GzipFile", igzip.open(path, "rb"))  # type: ignore[no-untyped-call]
        self._size = Path(path).stat().st_size
        self._given = 0
        self._fault: Exception | None = None

    def read(self, size: int, /) -> bytes:
        """Give the next bytes; a fault is raised after all that was unpacked before it."""
        taken = b""
        while len(taken) < size and not self._fault:
            try:
                data = self._plain.read(min(size - len(taken), _STEP))
            except BROKEN as error:
                self._fault = error
                break
            self._given += len(data)
            if self._given > max(_FREE, _RATIO * self._size):
                self._fault = OSError(f"more than {_RATIO} times its packed size comes out")
            taken += data
            if not data:
                break
        if self._fault and not taken:
            raise self._fault
        return taken

    def close(self) -> None:
        """Close the file."""
        self._plain.close()


def _matching(path: Path, suffixes: tuple[str, ...], name: str) -> list[Path]:
    there = _is_there(path, name)
    if path.is_dir():
        if not suffixes:
            raise SourceError("is a folder", where=name, mend="name a file, or use a pattern *.csv")
        found = [file for file in path.rglob("*") if file.name.endswith(suffixes)]
        found = [file for file in found if not _is_hidden(file.relative_to(path), ())]
    elif any(char in str(path) for char in "*?[") and not there:
        anchor = Path(path.anchor)
        below = path.relative_to(anchor)
        found = [file for file in anchor.glob(str(below)) if file.is_file()]
        found = [file for file in found if not _is_hidden(file.relative_to(anchor), below.parts)]
    else:
        return [path]
    if not found:
        raise SourceError(f"no file found: {_place(path)}", where=name, mend=_MEND)
    return sorted(found, key=lambda file: file.as_posix())


def _is_hidden(file: Path, named: tuple[str, ...]) -> bool:
    """Tell whether a pattern does not mean a file: a hidden one that it does not name, a backup."""
    dotted = {part for part in file.parts if part.startswith(".")} - set(named)
    meant = any(part.startswith(".") and any(char in part for char in "*?[") for part in named)
    return (bool(dotted) and not meant) or file.name.endswith("~")


def _is_there(path: Path, name: str) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=name, mend=_MEND) from None


def _place(path: Path) -> str:
    """Give where a file was looked for; of a link that leads in a circle, the link."""
    try:
        return _printed(str(path.resolve()))
    except (OSError, RuntimeError):
        return _printed(str(path.absolute()))


def _check(path: Path, name: str, *, blank: bool) -> None:
    there = _is_there(path, name)
    if not there and path.is_symlink():
        said = f"is not a file but a link that leads nowhere: {_place(path)}"
        raise SourceError(said, where=name, mend=_MEND)
    if not there:
        raise SourceError(f"no such file: {_place(path)}", where=name, mend=_MEND)
    if not path.is_file():
        raise SourceError(f"is not a file: {_place(path)}", where=name, mend=_MEND)
    if not (blank or path.stat().st_size):
        raise SourceError("the file is empty", where=name, mend="fetch or export it again")
    if not os.access(path, os.R_OK):
        raise SourceError("may not be read", where=name, mend="check its permissions")
