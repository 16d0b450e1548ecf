"""Cuts the release into chunks, and makes each one: blocks, checked, in every syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
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

AT_ONCE = 400


class UnitRow(NamedTuple):
    """A thing to be described: its path below the base (or whole IRI), what it is, and its data."""

    path: str
    kind: str
    body: bytes


class Chunk(NamedTuple):
    """One task: units in the order of their IRIs, all in one folder of the base.

    carried: units of earlier chunks whose main lines sort into this one or later. following: the
    path that the next chunk begins with, "" at the end. own: False for IRIs not below the base.
    """

    run: Run
    number: int
    folder: str
    units: tuple[UnitRow, ...]
    carried: tuple[UnitRow, ...]
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
    base = run.dataset.base
    number, pending = 0, list[UnitRow]()
    waiting = _folders(_units(work, base))
    ahead = next(waiting, None)
    while ahead is not None:
        folder, units = ahead
        ahead = next(waiting, None)
        following = ahead[1][0].path if ahead else ""
        own = "://" not in folder
        yield Chunk(run, number, folder, tuple(units), tuple(pending), following, own)
        number += 1
        pending = [unit for unit in (*pending, *units) if blocks.reaches_past(unit.path, following)]


def _units(work: Work, base: str) -> Iterator[UnitRow]:
    for iri, kind, body in work.db.execute("SELECT iri, kind, body FROM unit ORDER BY iri"):
        yield UnitRow(iri.removeprefix(base), kind, body)


def _folders(units: Iterator[UnitRow]) -> Iterator[tuple[str, list[UnitRow]]]:
    folder, gathered = "", list[UnitRow]()
    for unit in units:
        name = "://" if "://" in unit.path else re.split("[/#]", unit.path, maxsplit=1)[0]
        if gathered and (name != folder or len(gathered) >= AT_ONCE):
            yield folder, gathered
            gathered = []
        folder = name
        gathered.append(unit)
    if gathered:
        yield folder, gathered


@lru_cache(maxsize=1)
def _workshop(run: Run) -> Workshop:
    return Workshop(run)


def make(chunk: Chunk) -> ChunkMade:
    """Describe every unit of a chunk, check it, and write its pieces; runs in any process."""
    shop = _workshop(chunk.run)
    with Spool(chunk.run) as spool:
        made = [shop.make(unit.path, unit.kind, unit.body, spool) for unit in chunk.units]
        done = ChunkMade(chunk.number, chunk.folder, len(chunk.units))
        kept = shop.checked(made, done.issues, done.refused)
        carried = [shop.make(unit.path, unit.kind, unit.body, spool) for unit in chunk.carried]
    for one in kept:
        done.issues += one.issues
        done.states += [one.state] if one.state else []
        done.rows.add(one.rows)
        done.tally.count(one.block, one.rows)
    _write(chunk, shop, kept, carried)
    done.files, shop.written = shop.written, []
    done.rows.tables.clear()
    return done


def _write(chunk: Chunk, shop: Workshop, made: list[Made], carried: list[Made]) -> None:
    """Write the pieces of a chunk, one file a syntax; a syntax without content leaves no file."""
    own = [*carried, *made]
    root = f"<{chunk.run.dataset.base}" if chunk.own else "<"
    first = chunk.units[0].path

    def lines(pick: str, before: str = root) -> str:
        picked = [(one.block.path, _lines(one.block, pick)) for one in own]
        return "".join(blocks.sorted_lines(picked, before, first, chunk.following))

    pieces = {"nt": lines("triples"), "about.nt": lines("about", f"{root}record/")}
    if any(one.block.quads for one in own):
        pieces["nq"] = lines("all")
    pieces |= dict(shop.syntaxes(made))
    for name, text in pieces.items():
        if text:
            chunk.run.chunk(chunk.number, f"{name}.gz").write_bytes(dump.member(text))
    load = pieces.get("nq", pieces["nt"]) + pieces["about.nt"]
    chunk.run.chunk(chunk.number, "load").write_bytes(load.encode())


def _lines(block: blocks.Block, pick: str) -> list[str]:
    if pick == "about":
        return blocks.lines(block.about)
    found = blocks.lines(block.triples)
    return found + blocks.quad_lines(block.quads) if pick == "all" else found
