"""Fills a store, in whichever process: what the writer has done, one call after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from lod.errors import DataError, DiskError
from lod.store.files import few_files
from lod.terms import Term

LoadFormat = Literal["n-triples", "n-quads"]
_FORMATS = {"n-triples": ox.RdfFormat.N_TRIPLES, "n-quads": ox.RdfFormat.N_QUADS}
# Loading asks for few of the files at a time.
_OPEN = 64
_FILLING: dict[Path, ox.Store] = {}


def begin(path: Path) -> None:
    """Begin a store that keeps few of its files open."""
    with _writing(path), few_files(_OPEN):
        _store(path)


def bulk(path: Path, lines: bytes, graph: Term | None, format: LoadFormat) -> None:
    """Add lines of terms that were checked. Raises DataError when they are no lines, DiskError."""
    to_graph = None if graph is None else ox.NamedNode(graph[1:-1])
    with _writing(path):
        # Terms are checked when they are made, lines when the shapes read them: a third time took
        # a fifth of loading.
        _store(path).bulk_load(lines, _FORMATS[format], to_graph=to_graph, lenient=True)


def arrange(path: Path) -> None:
    """Arrange a store for reading, close it, and have it safely on disk. Raises DiskError."""
    with _writing(path):
        store = _store(path)
        store.flush()
        store.optimize()
        store.flush()
        del store
        leave(path)
        _sync(path)


def leave(path: Path) -> None:
    """Let go of a store as it is."""
    _FILLING.pop(path, None)


def _store(path: Path) -> ox.Store:
    if path not in _FILLING:
        _FILLING[path] = ox.Store(path)
    return _FILLING[path]


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise DataError(f"not loadable: {error.msg}", where=str(path)) from error
    except (OSError, RuntimeError) as error:
        mend = "make room or choose another --output"
        raise DiskError(f"cannot write the store: {error}", where=str(path), mend=mend) from error


def _sync(folder: Path) -> None:
    """Force files and folder to disk; the log of the library names times and paths, it goes."""
    for log in sorted(folder.glob("LOG*")):
        log.unlink()
    for path in [*sorted(folder.iterdir()), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
