"""Writes a store once: gathers lines and has them loaded beside, in a process of their own."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import IO

from lod.errors import DiskError, LodError
from lod.store import filling
from lod.store.filling import LoadFormat
from lod.terms import Term

# Measured with 13 million triples: pieces of 4 MB take a quarter more time, since more files have
# to be joined, and no less memory; 16 MB take 50 to 100 MB more, at the same speed.
CHUNK = 8 * 1024 * 1024
_thread = partial(ThreadPoolExecutor, 1, thread_name_prefix="store")


class StoreWriter:
    r"""Fills a new store; use it once for each release, then `finish`.

    Lines are gathered into chunks and loaded while the caller writes on: by a thread what is one
    chunk in all, by what `apart` gives what is more. Loading takes up to 300 MB, however much is
    loaded; with a process for it, they are not the caller's. Blank nodes of two chunks would not
    be the same node: our blocks have none.
    Raises DiskError when the folder holds something already, or cannot be written.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "store"
    >>> writer = StoreWriter(folder)
    >>> writer.load(b'<urn:a:x> <urn:a:p> "1" .\n')
    >>> writer.finish()
    >>> from lod.store.oxigraph import OxigraphStore
    >>> OxigraphStore(folder).query("ASK { ?s ?p 1 }").value
    False
    """

    def __init__(self, path: Path, apart: Callable[[], Executor] = _thread) -> None:
        self._path, self._apart = path, apart
        self._waiting: dict[tuple[Term | None, LoadFormat], bytearray] = {}
        self._loading: Future[None] | None = None
        self._pool: Executor | None = None
        self._closed = False
        try:
            path.mkdir(parents=True, exist_ok=True)
            is_new = not any(path.iterdir())
        except OSError as error:
            mend = "choose another --output"
            raise DiskError(str(error.strerror), where=str(path), mend=mend) from error
        if not is_new:
            raise DiskError("a store is written into a new folder", where=str(path))

    def load(
        self, data: bytes | Path, graph: Term | None = None, format: LoadFormat = "n-triples"
    ) -> None:
        """Add whole lines, or a file of them (.gz too); graph: a named one, for n-triples.

        Raises DataError when a line is not of the format, DiskError when the disk is full; both
        may come with a later call, and end the writer.
        """
        if isinstance(data, bytes):
            self._gather(data, graph, format)
            return
        with _opened(data) as source:
            while lines := source.read(CHUNK):
                self._gather(lines + source.readline(), graph, format)

    def finish(self) -> None:
        """Load what is left, arrange it for reading, and have it safely on disk."""
        self._pool = self._pool or _thread()
        for key in list(self._waiting):
            self._send(key)
        self._wait()
        self._submit(filling.arrange)
        self._wait()
        self._closed = True
        self._pool.shutdown()

    def abandon(self) -> None:
        """Let go of the store without finishing it; the caller removes the folder."""
        self._closed = True
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        filling.leave(self._path)

    def _gather(self, lines: bytes, graph: Term | None, format: LoadFormat) -> None:
        waiting = self._waiting.setdefault((graph, format), bytearray())
        waiting += lines
        if not lines.endswith(b"\n"):
            waiting += b"\n"
        if len(waiting) >= CHUNK:
            self._send((graph, format))

    def _send(self, key: tuple[Term | None, LoadFormat]) -> None:
        """Hand a chunk over once the one before is in: two are in memory at most."""
        self._wait()
        self._submit(filling.bulk, bytes(self._waiting.pop(key)), *key)

    def _submit(self, work: Callable[..., None], *what: object) -> None:
        if self._closed:
            raise DiskError("the store was closed after an error", where=str(self._path))
        if self._pool is None:
            self._pool = self._apart()
        self._loading = self._pool.submit(work, self._path, *what)

    def _wait(self) -> None:
        loading, self._loading = self._loading, None
        try:
            if loading is not None:
                loading.result()
        except BrokenExecutor:
            self.abandon()
            mend = "it was killed or ran out of memory"
            where = str(self._path)
            raise LodError(
                "the process that fills the store died", where=where, mend=mend
            ) from None
        except Exception:
            # After a full disk the library's next write may wait for ever: never write again.
            self.abandon()
            raise


def _opened(path: Path) -> gzip.GzipFile | IO[bytes]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")
