"""The embedded store: a writer that fills a new folder once, and readers of finished ones."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import pyoxigraph as ox

from lod.errors import DataError, DiskError, UsageError
from lod.store import Answer, Boolean, Graph, Solutions, gate
from lod.terms import Term, value

# Measured with 13 million triples: pieces of 4 MB take a quarter more time, since more files have
# to be joined, and no less memory; 16 MB take 50 to 100 MB more, at the same speed.
CHUNK = 8 * 1024 * 1024
_Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
LoadFormat = Literal["n-triples", "n-quads"]
_FORMATS = {"n-triples": ox.RdfFormat.N_TRIPLES, "n-quads": ox.RdfFormat.N_QUADS}


class StoreWriter:
    r"""Fills a new store; use it once for each release, then `finish`.

    Lines are gathered into chunks and loaded by a thread of its own, so that the caller writes
    on meanwhile; memory stays below 300 MB however much is loaded. Blank nodes of two chunks
    would not be the same node: our blocks have none.
    Raises DiskError when the folder holds something already, or cannot be written.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "store"
    >>> writer = StoreWriter(folder)
    >>> writer.load(b'<urn:a:x> <urn:a:p> "1" .\n')
    >>> writer.finish()
    >>> OxigraphStore(folder).query("ASK { ?s ?p 1 }").value
    False
    """

    def __init__(self, path: Path) -> None:
        if path.exists() and any(path.iterdir()):
            raise DiskError("a store is written into a new folder", where=str(path))
        self._path = path
        self._waiting: dict[tuple[Term | None, LoadFormat], bytearray] = {}
        self._loading: Future[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._store: ox.Store | None = ox.Store(path)

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
        for key in list(self._waiting):
            self._send(key)
        self._wait()
        store = self._open()
        self._thread.shutdown()
        with _writing(self._path):
            store.flush()
            store.optimize()
            store.flush()
            del store
            self._store = None
            _sync(self._path)

    def abandon(self) -> None:
        """Let go of the store without finishing it; the caller removes the folder."""
        self._waiting.clear()
        self._thread.shutdown(cancel_futures=True)
        self._store = None

    def _gather(self, lines: bytes, graph: Term | None, format: LoadFormat) -> None:
        waiting = self._waiting.setdefault((graph, format), bytearray())
        waiting += lines
        if not lines.endswith(b"\n"):
            waiting += b"\n"
        if len(waiting) >= CHUNK:
            self._send((graph, format))

    def _send(self, key: tuple[Term | None, LoadFormat]) -> None:
        """Hand a chunk to the thread once the one before is in: two are in memory at most."""
        self._wait()
        self._open()
        lines = bytes(self._waiting.pop(key))
        self._loading = self._thread.submit(self._bulk, lines, *key)

    def _wait(self) -> None:
        loading, self._loading = self._loading, None
        try:
            if loading is not None:
                loading.result()
        except Exception:
            # After a full disk the library's next write may wait for ever: never write again.
            self.abandon()
            raise

    def _bulk(self, lines: bytes, graph: Term | None, format: LoadFormat) -> None:
        to_graph = None if graph is None else ox.NamedNode(graph[1:-1])
        with _writing(self._path):
            self._open().bulk_load(lines, _FORMATS[format], to_graph=to_graph)

    def _open(self) -> ox.Store:
        if self._store is None:
            raise DiskError("the store was closed after an error", where=str(self._path))
        return self._store


class OxigraphStore:
    """Asks a finished store; many processes may do so at once.

    Raises UsageError when there is none at the path, DiskError when it is broken.
    """

    def __init__(self, path: Path) -> None:
        if not (path / "CURRENT").exists():
            mend = "run lod publish first, or name its --output"
            raise UsageError("there is no store", where=str(path), mend=mend)
        try:
            self._store = ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            mend = "publish again, or lod release rollback"
            raise DiskError(f"the store is broken: {error}", where=str(path), mend=mend) from error

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        base: str = "",
        bind: Mapping[str, Term] | None = None,
    ) -> Answer:
        """Answer a query, its rows one after the other as they are asked for.

        prefixes: predefined, the query's own win. base: for relative IRIs. bind: variable -> term
        that stands for it, which SELECT must name; the only way for a value from outside to get
        into a query.
        Raises UsageError when the gate refuses it, it is no SPARQL, or FROM names no graph.
        """
        self._known(gate.check(text, prefixes or {}, base))
        values: dict[ox.Variable, _Value] = {
            ox.Variable(name): _native(term) for name, term in (bind or {}).items()
        }
        try:
            answer = self._store.query(
                text,
                base_iri=base or None,
                prefixes=_named(text, prefixes or {}),
                substitutions=values or None,
            )
        except SyntaxError as error:
            raise _syntax_error(text, str(error)) from error
        except RuntimeError as error:  # a bound variable that the query does not select
            raise UsageError(str(error), where="query") from error
        except OSError as error:
            raise DiskError(f"the store cannot be read: {error}") from error
        return answered(answer)

    def _known(self, graphs: tuple[str, ...]) -> None:
        """Refuse an unknown graph, which would otherwise give an answer that looks whole."""
        for name in graphs:
            try:
                graph = ox.NamedNode(name)
            except ValueError as error:
                raise UsageError(f"FROM names no IRI: {error}", where="query") from None
            if not self._store.contains_named_graph(graph):
                there = sorted(str(graph) for graph in self._store.named_graphs())[:20]
                mend = f"there are {', '.join(there)}" if there else "there are none"
                raise UsageError(f"FROM names no graph: <{name}>", where="query", mend=mend)


def _named(text: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Leave out the prefixes that a query cannot mean: each one costs, with every query."""
    if "\\" in text:  # an escape may spell any of them
        return dict(prefixes)
    return {name: space for name, space in prefixes.items() if f"{name}:" in text}


def _native(term: Term) -> ox.NamedNode | ox.Literal:
    """Make the library's term of one of ours."""
    if term.startswith("<"):
        return ox.NamedNode(value(term))
    tail = term[term.rindex('"') + 1 :]
    if tail.startswith("@"):
        return ox.Literal(value(term), language=tail[1:])
    if tail.startswith("^^"):
        return ox.Literal(value(term), datatype=ox.NamedNode(tail[3:-1]))
    return ox.Literal(value(term))


def answered(native: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """Give the library's answer as one of ours."""
    if isinstance(native, ox.QuerySolutions):
        return Solutions(native)
    return Boolean(native) if isinstance(native, ox.QueryBoolean) else Graph(native)


_PLACE = re.compile(r"error at (\d+):(\d+): ?")


def _syntax_error(text: str, message: str) -> UsageError:
    """Name line and column, and show the line: the parser's own list of tokens helps nobody."""
    found = _PLACE.search(message)
    if found is None:
        return UsageError(" ".join(message.split())[:300], where="query")
    line, column = int(found[1]), int(found[2])
    lines = text.splitlines() or [""]
    # An error at the very end may be on a line that is none any more.
    shown = lines[min(line, len(lines)) - 1].strip()[:80]
    where = f"query, line {line}, column {column}"
    expected = " ".join(message[found.end() :].split())
    mend = expected if len(expected) <= 80 else ""
    return UsageError(f"not SPARQL near: {shown}", where=where, mend=mend)


def _opened(path: Path) -> gzip.GzipFile | IO[bytes]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


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
