"""Where answers too large for memory wait: a folder that goes with its server."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

_PREFIX = "lod-serve-"


class Spools:
    """Names files for large answers in a folder of its own, which is locked while it is used."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = os.open(self._folder, os.O_RDONLY)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._number = 0

    def name(self) -> str:
        """Name a file; who reads it removes it."""
        self._number += 1
        return f"{self._folder}/{self._number}"

    def close(self) -> None:
        """Remove the folder and what is left in it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        os.close(self._lock)


def forget(names: Iterable[str]) -> None:
    """Remove files that nobody will read, those that are there."""
    for name in filter(None, names):
        Path(name).unlink(missing_ok=True)


def sweep() -> None:
    """Remove the folders of servers that were killed: nobody locks them any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder)
            finally:
                os.close(handle)
