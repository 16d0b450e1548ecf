"""Makes all chunks, loading the store meanwhile, and puts their pieces together as dumps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import orjson

from lod.engine import Engine
from lod.pipeline.chunks import ChunkMade, make, plan
from lod.pipeline.run import Progress, Run
from lod.pipeline.work import Work
from lod.publish import rows
from lod.publish.dump import DumpWriter, Written, member
from lod.publish.index import IndexWriter
from lod.publish.tally import Tally
from lod.publish.turtle import TurtleWriter
from lod.store.filling import begin
from lod.store.writer import StoreWriter
from lod.vocabulary import load

# Where the data about things, `record/...`, stands among the folders of the base.
_ABOUT = "record"


class Insert(NamedTuple):
    """Lines that were not made in a chunk: the folder that they sort into, and their text."""

    folder: str
    nquads: str


@dataclass(slots=True)
class Pieces:
    """The chunks of a release: (number, folder), in order; what they hold in all.

    dumps: what is written of them.
    """

    chunks: list[tuple[int, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    inserts: list[Insert] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    dumps: list[Written] = field(default_factory=list)


class Stock:
    """The store and the index of a release, filled chunk by chunk while others are made."""

    def __init__(self, run: Run, engine: Engine) -> None:
        """Begin with an empty release; what an attempt before has made is thrown away."""
        if run.release.exists():
            shutil.rmtree(run.release)
        run.release.mkdir()
        self._run = run
        store = run.release / "store"
        self._store = StoreWriter(store, partial(engine.apart, partial(begin, store)))
        self._index = IndexWriter(run.release / "index.sqlite")

    def add(self, made: ChunkMade) -> None:
        """Load one chunk."""
        lines = self._run.chunk(made.number, "load")
        self._store.load(lines, format="n-quads")
        lines.unlink()
        found = made.rows
        self._index.add(found.entries, found.facets, found.mentions, made.states)

    def finish(self, pieces: Pieces) -> None:
        """Load what the release says of itself; arrange both and write the dumps meanwhile."""
        for insert in pieces.inserts:
            self._store.load(insert.nquads.encode(), format="n-quads")
        with ThreadPoolExecutor(1, thread_name_prefix="finish") as pool:
            arranged = pool.submit(self._store.finish)
            self._index.finish()
            pieces.dumps = write_dumps(self._run, pieces)
            arranged.result()

    def close(self) -> None:
        """Let go of both; a store that is not finished is of no use."""
        self._store.abandon()
        self._index.abandon()


def make_chunks(run: Run, work: Work, engine: Engine, stock: Stock, progress: Progress) -> Pieces:
    """Make every chunk and put it in stock.

    When shapes refuse a record the caller must begin again without it, because entities may be
    described that nobody else names.
    """
    found, total, done = Pieces(), work.count("unit"), 0
    for left in run.work.glob("chunk-*"):
        left.unlink()
    for table in ("out", "file"):
        work.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    for made in engine.map(make, plan(run, work)):
        found.chunks.append((made.number, made.folder))
        found.refused += made.refused
        found.tally.add(made.tally)
        with work.batch():
            work.add_issues(made.issues)
            work.add("out", made.states, width=4)
            work.add("file", made.files, width=3)
        stock.add(made)
        done += made.units
        progress("map", done, total)
    return found


def write_dumps(run: Run, pieces: Pieces) -> list[Written]:
    """Put the pieces of all chunks together: one file a syntax, sorted as a whole."""
    written = []
    for format_name, make_dump in (
        ("n-triples", _ntriples),
        ("n-quads", _nquads),
        ("turtle", _turtle),
        ("json-ld", _jsonld),
    ):
        if format_name in run.dataset.formats:
            writer = make_dump(run, pieces)
            written.append(writer.close(run.release))
    if "csv" in run.dataset.formats:
        written += _tables(run, pieces)
    return written


def _ntriples(run: Run, pieces: Pieces) -> DumpWriter:
    writer = _writer(run, "nt")
    for data in _in_order(run, pieces, ("nt",), ()):
        writer.piece(data)
    return writer


def _nquads(run: Run, pieces: Pieces) -> DumpWriter:
    writer = _writer(run, "nq")
    for data in _in_order(run, pieces, ("nq", "nt"), pieces.inserts):
        writer.piece(data)
    return writer


def _turtle(run: Run, pieces: Pieces) -> DumpWriter:
    base = run.dataset.base
    writer = _writer(run, "ttl")
    writer.text(TurtleWriter(load().prefixes(base), base).header() + "\n")
    for number, _ in pieces.chunks:
        writer.piece(_piece(run, number, "ttl"))
    return writer


def _jsonld(run: Run, pieces: Pieces) -> DumpWriter:
    writer = _writer(run, "jsonld", separator=",\n")
    context = orjson.dumps(load().context(run.dataset.base)["@context"]).decode()
    writer.text(f'{{"@context":{context},\n"@graph":[\n')
    for number, _ in pieces.chunks:
        writer.piece(_piece(run, number, "jsonld"))
    writer.text("\n]}\n")
    return writer


def _tables(run: Run, pieces: Pieces) -> Iterator[Written]:
    for table, columns in rows.TABLES.items():
        writer = DumpWriter(run.release / "dumps" / "csv" / f"{table}.csv.gz")
        writer.text(rows.csv_text([columns]))
        for number, _ in pieces.chunks:
            writer.piece(_piece(run, number, f"{table}.csv"))
        yield writer.close(run.release)


def _writer(run: Run, extension: str, separator: str = "") -> DumpWriter:
    path = run.release / "dumps" / f"{run.dataset.name}.{extension}.gz"
    return DumpWriter(path, separator)


def _in_order(
    run: Run, pieces: Pieces, names: Sequence[str], inserts: Sequence[Insert]
) -> Iterator[bytes]:
    """Give the lines of all chunks with the data about things, and inserts, at their place."""
    extra = [(insert.folder, iter([member(insert.nquads)])) for insert in inserts]
    extra.append((_ABOUT, (_piece(run, number, "about.nt") for number, _ in pieces.chunks)))
    waiting = sorted(extra, key=lambda one: one[0])
    last_own = max((n for n, folder in pieces.chunks if "://" not in folder), default=-1)
    for number, folder in pieces.chunks:
        while waiting and "://" not in folder and waiting[0][0] < folder:
            yield from waiting.pop(0)[1]
        yield next((data for name in names if (data := _piece(run, number, name))), b"")
        if number == last_own:
            for _, left in waiting:
                yield from left
            waiting = []


def _piece(run: Run, number: int, name: str) -> bytes:
    path = run.chunk(number, f"{name}.gz")
    return path.read_bytes() if path.exists() else b""
