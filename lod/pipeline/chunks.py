"""Cuts the release into chunks, and makes each one: blocks, checked, in every syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, groupby, islice
from typing import NamedTuple

from lod.issue import Issue
from lod.pipeline.run import Run
from lod.pipeline.spool import Spool
from lod.pipeline.work import Work
from lod.pipeline.workshop import Made, Workshop
from lod.publish import blocks, dump
from lod.publish.index import BlockState
from lod.publish.rows import Rows
from lod.publish.tally import Tally

AT_ONCE = 100
# Every entity has itself and its evidence; one that a record is about has the block of the record
# already, which comes after it.
_UNITS = """
SELECT iri, kind, body FROM unit
 UNION ALL SELECT :base || kind || '/' || id, 'entity', CAST(id AS BLOB) FROM entity
 UNION ALL SELECT :base || 'assert/' || kind || '/' || id, 'assertion', CAST(id AS BLOB) FROM entity
 ORDER BY iri, kind
"""


# A thing to be described: its path below the base (or whole IRI), what it is, and its data. A bare
# tuple: one of a class of its own takes seven times as long on its way to another process.
Unit = tuple[str, str, bytes]


class Chunk(NamedTuple):
    """One task: units in the order of their IRIs, all in one folder of the base.

    carried: units of earlier chunks whose main lines sort into this one or later. following: the
    path that the next chunk begins with, "" at the end. own: False for IRIs not below the base.
    """

    run: Run
    number: int
    folder: str
    units: tuple[Unit, ...]
    carried: tuple[Unit, ...]
    following: str
    own: bool


@dataclass(slots=True)
class ChunkMade:
    """What a chunk came to; its pieces lie in files, by syntax."""

    number: int
    folder: str
    units: int = 0
    rows: Rows = field(default_factory=Rows)
    issues: list[Issue] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    files: list[dump.Written] = field(default_factory=list)
    states: list[BlockState] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)


def plan(run: Run, work: Work) -> Iterator[Chunk]:
    """Cut all units, in the order of their IRIs, where the folder changes or there are enough."""
    base, number, pending = run.dataset.base, 0, list[Unit]()
    waiting = _folders(_units(work, base))
    ahead = next(waiting, None)
    while ahead is not None:
        folder, units = ahead
        ahead = next(waiting, None)
        following = ahead[1][0][0] if ahead else ""
        own = "://" not in folder
        yield Chunk(run, number, folder, tuple(units), tuple(pending), following, own)
        number += 1
        pending = [unit for unit in (*pending, *units) if blocks.reaches_past(unit[0], following)]


def _units(work: Work, base: str) -> Iterator[Unit]:
    last = ""
    waiting: Unit | None = None
    for iri, kind, body in work.db.execute(_UNITS, {"base": base}):
        if waiting and iri != last:
            yield waiting
        waiting, last = (iri.removeprefix(base), kind, body), iri
    if waiting:
        yield waiting


def _folders(units: Iterator[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    for name, found in groupby(units, _folder):
        while gathered := list(islice(found, AT_ONCE)):
            yield name, gathered


def _folder(unit: Unit) -> str:
    path = unit[0]
    return "://" if "://" in path else path.partition("/")[0].partition("#")[0]


@lru_cache(maxsize=1)
def workshop(run: Run) -> Workshop:
    """Give this process its tools for a run."""
    return Workshop(run)


def make(chunk: Chunk) -> ChunkMade:
    """Describe every unit of a chunk, check it, and write its pieces; runs in any process."""
    shop = workshop(chunk.run)
    with Spool(chunk.run) as spool:
        made, carried = described(chunk, shop, spool)
        done = ChunkMade(chunk.number, chunk.folder, len(chunk.units))
        kept = shop.checked(made, done.issues, done.refused)
        for one in kept:
            done.issues += one.issues
            done.states.append(one.state.told())
            done.rows.add(one.rows)
        quads = sum(one.quads.count(b"\n") for one in kept)
        done.tally.count([one.said.counts for one in kept], quads, done.rows)
        write(chunk, shop, kept, carried)
    done.files, shop.written = shop.written, []
    done.rows.tables.clear()
    done.rows.named.clear()
    return done


def described(chunk: Chunk, shop: Workshop, spool: Spool) -> tuple[list[Made], list[Made]]:
    """Describe the units of a chunk, and those that it carries on from earlier ones."""
    shop.expect((*chunk.units, *chunk.carried), spool)
    made, carried = (
        [shop.make(*unit, spool) for unit in units] for units in (chunk.units, chunk.carried)
    )
    return made, carried


def write(
    chunk: Chunk, shop: Workshop, made: list[Made], carried: list[Made], *, files: bool = True
) -> None:
    """Write the pieces of a chunk, one file a syntax; a syntax without content leaves no file.

    files: also those of single records and entities.
    """
    own = [*carried, *made]
    in_graphs = any(one.quads for one in own)
    to_store = ("nq" if in_graphs else "nt", "about.nt")
    with chunk.run.chunk(chunk.number, "load").open("wb") as load:
        sorted_whole = in_order(chunk, own, in_graphs=in_graphs)
        for name, text in chain(sorted_whole, shop.syntaxes(made, files=files)):
            data = b"".join(text)
            if data:
                chunk.run.chunk(chunk.number, f"{name}.gz").write_bytes(dump.packed(data))
                load.write(data if name in to_store else b"")


def in_order(
    chunk: Chunk, own: list[Made], *, in_graphs: bool
) -> Iterator[tuple[str, list[bytes]]]:
    """Give the lines of each dump that is sorted as a whole."""
    root = f"<{chunk.run.dataset.base}" if chunk.own else "<"
    order = partial(blocks.in_order, first=chunk.units[0][0], following=chunk.following)
    yield "nt", order([(one.path, one.said.ntriples) for one in own], root)
    if in_graphs:
        both = [(one.path, _merged(one.said.ntriples, one.quads)) for one in own]
        yield "nq", order(both, root)
    yield "about.nt", order([(one.path, one.said.about) for one in own], f"{root}record/")


def _merged(ntriples: bytes, quads: bytes) -> bytes:
    """Sort the lines of both, which are sorted each."""
    if not (ntriples and quads):
        return ntriples or quads
    return b"".join([line + b"\n" for line in sorted((ntriples + quads).split(b"\n")[:-1])])
