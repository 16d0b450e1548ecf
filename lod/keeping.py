"""Tables worked out from shipped data, kept beside Python's compiled code, under the same rules."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

Table = TypeVar("Table")


class Keep(Protocol):
    """Gives again what was worked out before, by a name, or works it out."""

    def __call__(self, name: str, kind: type[Table], work: Callable[[], Table]) -> Table:
        """Give the table of a name."""


def anew(name: str, kind: type[Table], work: Callable[[], Table]) -> Table:
    """Work a table out, whatever was before."""
    del name, kind
    return work()


class Keeping:
    """Keeps tables of one module's data; they hold as long as program and data stay the same.

    source: the module's file. Nothing is ever told of a table that cannot be read or written: it
    is worked out again. `PYTHONDONTWRITEBYTECODE` forbids writing, as it does for Python itself.
    """

    def __init__(self, source: str) -> None:
        self._source = Path(cache_from_source(source))
        self.folder = self._source.parent

    def __call__(self, name: str, kind: type[Table], work: Callable[[], Table]) -> Table:
        """Give the table of a name as it was kept, else work it out and keep it."""
        path = self._source.with_suffix(f".{name}")
        mark = program()
        with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
            kept = path.read_bytes()
            if kept.startswith(mark):
                return msgspec.msgpack.decode(memoryview(kept)[len(mark) :], type=kind)
        made = work()
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                _write(path, mark + msgspec.msgpack.encode(made))
        return made


@cache
def program() -> bytes:
    """Hash the time and size of every file of the program and its data, as Python does for one."""
    found = hashlib.sha256()
    for folder in filter(None, (Path(__file__).parent, data())):
        for path, facts in sorted(_files(str(folder))):
            found.update(f"{path} {facts.st_mtime_ns} {facts.st_size}\n".encode())
    return found.digest()


def data() -> Path | None:
    """Give the folder of the shipped data; None when the installation has none."""
    # Beside the code: `vocab` in the repository, `lod_vocab` where a wheel was installed.
    beside = (Path(__file__).parents[1] / name for name in ("lod_vocab", "vocab"))
    return next(filter(Path.is_dir, beside), None)


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give the files below a folder but for what Python and we keep there."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _files(one.path)
            else:
                with suppress(OSError):  # a link to nowhere, such as an editor's lock
                    yield one.path, one.stat()


def _write(path: Path, body: bytes) -> None:
    """Write a file so that nobody reads half of it."""
    path.parent.mkdir(exist_ok=True)
    new = path.with_suffix(f"{path.suffix}.{os.getpid()}")
    new.write_bytes(body)
    new.replace(path)
