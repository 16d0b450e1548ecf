"""The jobs that are measured, each in a process of its own: it prints what it did as JSON."""

from __future__ import annotations

import gc
import json
import mmap
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from io import FileIO
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from lod import vocabulary
from lod.config import load
from lod.engine.local import LocalEngine
from lod.pipeline import chunks
from lod.pipeline.assemble import Pieces, write_dumps
from lod.pipeline.run import Run, identified, silent
from lod.pipeline.spool import Spool
from lod.pipeline.work import Work
from lod.publish.spelled import Spelled
from lod.terms import Term, Triple, value

PROCESSES = 2
# Chunks that may be written to one file, and seconds until it is looked again for the one before.
_MOST, _SOON = 1 << 20, 0.0003
# Pieces that one call may write (IOV_MAX of Linux).
_AT_ONCE = 1024
# What stands in named graphs alone is no part of N-Triples.
IN_NAMED_GRAPHS = ("assertion", "claims", "snapshot")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
Answer = dict[str, Any]


class Ready(NamedTuple):
    """A run whose names are decided: its units wait to be made."""

    run: Run
    work: Work
    engine: LocalEngine


def prepare(dataset: Path, output: Path) -> Answer:
    """Read the records and decide their names, as publishing does, for the jobs that go on."""
    from lod.pipeline.harvest import harvest  # noqa: PLC0415
    from lod.pipeline.match import match  # noqa: PLC0415
    from lod.pipeline.read import read  # noqa: PLC0415

    for name in ("work", "release"):
        (output / name).mkdir(parents=True)
    with closing(LocalEngine(PROCESSES)) as engine, closing(Work(output / "work")) as work:
        run = _run(dataset, output)
        read(run, work, engine, silent)
        run = identified(run, work)
        (output / "run").write_text(run.id, encoding="utf-8")
        records = harvest(run, work, engine, silent)
        match(run, work, engine, silent)
    return {"records": records}


class Piece(NamedTuple):
    """Lines that wait in a file: where they begin, and how many bytes they are."""

    path: Path
    start: int
    size: int


def triples(dataset: Path, output: Path) -> Answer:
    """Write one sorted N-Triples file, and nothing else."""
    count, abouts, last = 0, list[Piece](), list[Piece]()
    with _ready(dataset, output) as ready, (output / "records.nt").open("wb") as whole:
        with (output / "ends").open("wb") as ends:
            ends.truncate(_MOST * 8)
        for lines, about, later in ready.engine.map(write_lines, _for_lines(ready)):
            count += lines
            abouts.append(about)
            last.append(later)
        whole.seek(0, os.SEEK_END)
        for piece in filter(attrgetter("size"), (*abouts, *last)):
            _append(whole, piece)
    return {"triples": count}


def _for_lines(ready: Ready) -> Iterator[chunks.Chunk]:
    """Cut what has a place in N-Triples."""
    number = 0
    for chunk in chunks.plan(ready.run, ready.work):
        units = tuple(one for one in chunk.units if one[1] not in IN_NAMED_GRAPHS)
        if units or chunk.carried:
            yield chunk._replace(units=units, number=number)
            number += 1


def write_lines(chunk: chunks.Chunk) -> tuple[int, Piece, Piece]:
    """Write the lines of one chunk where they belong; say how many, and where others wait.

    The data about things stands in `record/`: first what waits for all others, then what sorts
    behind that.
    """
    shop = chunks.workshop(chunk.run)
    with Spool(chunk.run) as spool:
        made, carried = chunks.described(chunk, shop, spool)
    (_, own), (_, about) = chunks.in_order(chunk, [*carried, *made], in_graphs=False)
    base = chunk.run.dataset.base
    is_last = chunk.folder > "record" if chunk.own else chunk.units[0][0] > base
    size = 0 if is_last else sum(map(len, own))
    start = _start(chunk.run.folder / "ends", chunk.number, size)
    if size:
        out = _opened(chunk.run.folder / "records.nt", "r+")
        for at in range(0, len(own), _AT_ONCE):
            start += os.pwritev(out.fileno(), own[at : at + _AT_ONCE], start)
    later = _piece(chunk.run, "last", own if is_last else ())
    return sum(one.said.size for one in made), _piece(chunk.run, "about", about), later


def _start(ends: Path, number: int, size: int) -> int:
    """Say where a chunk's lines begin, as soon as whoever made the one before it has told."""
    told = _ends(ends)
    while number and not told[number - 1]:
        time.sleep(_SOON)
    start = told[number - 1] if number else 1
    told[number] = start + size
    return start - 1


@lru_cache(maxsize=1)
def _ends(path: Path) -> memoryview:
    """Share where each chunk's lines end, plus one: zero is not known yet."""
    with path.open("r+b") as file:
        return memoryview(mmap.mmap(file.fileno(), 0)).cast("q")


def _piece(run: Run, name: str, lines: Sequence[bytes]) -> Piece:
    path = run.work / f"{os.getpid()}.{name}.nt"
    out = _opened(path, "a")
    return Piece(path, out.tell(), out.write(b"".join(lines)))


@lru_cache(maxsize=3)
def _opened(path: Path, mode: str) -> FileIO:
    """Open a file to write to for as long as this process works."""
    return FileIO(path, mode)


def _append(out: BinaryIO, piece: Piece) -> None:
    with piece.path.open("rb", 0) as lines:
        lines.seek(piece.start)
        out.write(lines.read(piece.size))


def dumps(dataset: Path, output: Path) -> Answer:
    """Write all dumps, hashed; no store, no check of shapes, no files of single things."""
    return _formats(dataset, output, partial(write_formats, files=False))


def formats(dataset: Path, output: Path) -> Answer:
    """Write all dumps and the files of single things, hashed; no store, no check of shapes."""
    return _formats(dataset, output, write_formats)


def _formats(
    dataset: Path, output: Path, how: Callable[[chunks.Chunk], tuple[int, str, int]]
) -> Answer:
    shutil.rmtree(output / "release", ignore_errors=True)
    (output / "release").mkdir()
    with _ready(dataset, output) as ready:
        pieces, count = Pieces(), 0
        for number, folder, made in ready.engine.map(how, chunks.plan(ready.run, ready.work)):
            pieces.chunks.append((number, folder))
            count += made
        write_dumps(ready.run, pieces)
    return {"triples": count}


def write_formats(chunk: chunks.Chunk, *, files: bool = True) -> tuple[int, str, int]:
    """Write one chunk in every syntax; give its number, its folder, and its triples."""
    shop = chunks.workshop(chunk.run)
    with Spool(chunk.run) as spool:
        made, carried = chunks.described(chunk, shop, spool)
        chunks.write(chunk, shop, made, carried, files=files)
    shop.written.clear()
    count = sum(one.said.size + one.quads.count(b"\n") for one in made)
    return chunk.number, chunk.folder, count


def whole(dataset: Path, output: Path) -> Answer:
    """Publish as `lod publish` does: checked, stored, indexed, switched."""
    # What other jobs do without is loaded by those that use it.
    from lod.pipeline.way import Options, publish  # noqa: PLC0415

    stages: dict[str, float] = {}
    last, current = time.monotonic(), "start"

    def progress(stage: str, done: int, total: int | None) -> None:
        nonlocal current, last
        now = time.monotonic()
        stages[current] = stages.get(current, 0.0) + now - last
        current, last = stage, now

    options = Options(output=output, workers=PROCESSES, now=NOW)
    info = publish(load(dataset), options, progress)
    progress("end", 0, None)
    return {
        "triples": info.tally.triples + info.tally.quads,
        "records": info.published,
        "stages": {name: round(spent, 1) for name, spent in stages.items()},
    }


def with_rdflib(dataset: Path, output: Path) -> Answer:
    """Make the terms of our triples, add them to an rdflib Graph, and serialise that."""
    # Loaded only here: the memory of our own jobs is measured too.
    import rdflib  # noqa: PLC0415

    rdflib.NORMALIZE_LITERALS = False
    parts = [_parts(triple) for block in _records(dataset, output) for triple in _triples(block)]
    # What it is given is none of its work: it need not look through it for cycles.
    gc.freeze()
    began = time.monotonic()
    graph = rdflib.Graph()
    for subject, predicate, one in parts:
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _node(*one)))
    graph.serialize(output / "rdflib.nt", format="nt", encoding="utf-8")
    spent = time.monotonic() - began
    return {"triples": len(graph), "triples_a_second": len(graph) / spent}


def _node(text: str, kind: str) -> Any:  # noqa: ANN401 - a term of rdflib
    import rdflib  # noqa: PLC0415

    if kind == "iri":
        return rdflib.URIRef(text)
    if kind.startswith("@"):
        return rdflib.Literal(text, lang=kind[1:])
    return rdflib.Literal(text, datatype=rdflib.URIRef(kind[3:-1]) if kind else None)


def _parts(triple: Triple) -> tuple[str, str, tuple[str, str]]:
    subject, predicate, one = triple
    kind = "iri" if one[0] == "<" else one[one.rindex('"') + 1 :]
    return value(subject), value(predicate), (value(one), kind)


def with_jsonld(dataset: Path, output: Path) -> Answer:
    """Write single records as JSON-LD: ours as files, pyld's by framing expanded JSON-LD."""
    from pyld import jsonld as pyld  # noqa: PLC0415 - as rdflib

    context = vocabulary.load().context(load(dataset).base)["@context"]
    ours, theirs = list[float](), list[float]()
    for block in islice(_records(dataset, output), 60):
        began = time.perf_counter()
        document = block.document()
        ours.append(time.perf_counter() - began)
        expanded = pyld.expand({**json.loads(document), "@context": context})
        *_, (node, _, _) = _triples(block)
        root = {"@context": context, "@id": value(node)}
        began = time.perf_counter()
        json.dumps(pyld.frame(expanded, root), indent=2)
        theirs.append(time.perf_counter() - began)
    return {
        "ours_ms": statistics.median(ours) * 1e3,
        "pyld_ms": statistics.median(theirs) * 1e3,
        "ratio": statistics.median(theirs) / statistics.median(ours),
    }


def _records(dataset: Path, output: Path) -> Iterator[Spelled]:
    """Give the block of every record."""
    with _ready(dataset, output) as ready:
        for chunk in chunks.plan(ready.run, ready.work):
            if chunk.folder == "doc":
                shop = chunks.workshop(chunk.run)
                with Spool(chunk.run) as spool:
                    made, _ = chunks.described(chunk, shop, spool)
                yield from (one.said for one in made)


def _triples(block: Spelled) -> Iterator[Triple]:
    for line in block.ntriples.decode().split("\n")[:-1]:
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        yield Term(subject), Term(predicate), Term(value)


def _run(dataset: Path, output: Path) -> Run:
    return Run(dataset=load(dataset), folder=output, started=f"{NOW:%Y-%m-%dT%H:%M:%SZ}")


@contextmanager
def _ready(dataset: Path, output: Path) -> Iterator[Ready]:
    """Go on where `prepare` stopped."""
    ident = (output / "run").read_text(encoding="utf-8")
    run = replace(_run(dataset, output), id=ident)
    # In a run other processes have begun long before.
    soon = LocalEngine(PROCESSES, patience=0.001)
    with closing(soon) as engine, closing(Work(output / "work")) as work:
        yield Ready(run, work, engine)


JOBS: dict[str, Callable[[Path, Path], Answer]] = {
    "prepare": prepare,
    "triples": triples,
    "dumps": dumps,
    "formats": formats,
    "publish": whole,
    "rdflib": with_rdflib,
    "jsonld": with_jsonld,
}


def main() -> None:
    """Do the job that the arguments name."""
    print(json.dumps(JOBS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
