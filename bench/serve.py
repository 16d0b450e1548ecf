"""Measures the server against its targets, beside a bare Oxigraph server over the same store.

usage: python -m bench.serve [--records 7000] [--output DIR] [--seconds 5] [--kills N] [--mutants N]
                             [--large DIR]

Needs wrk. With --kills workers and clients are killed at random while answers are compared with
the whole one; with --mutants so many broken hostile queries are sent under a limit of a second;
with --large pages and lists of that (large) release are asked for, one after the other.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx

from bench.generate import write
from bench.hostile import broken, killed
from bench.machine import load, machine, versions
from bench.page import show
from bench.servers import Server, bare, cpu, limits, ours, running
from tests.serve.queries import QUERIES

RESULTS = Path(__file__).parent / "results" / "serve.json"
CONNECTIONS = 16
LUA = """
local paths, at = {}, 0
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
function request() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, errors.status + errors.connect + errors.read + errors.timeout))
end
"""


class Row(NamedTuple):
    """One row of the table."""

    job: str
    server: str
    rate: float
    each_cpu: float
    p50: float
    p99: float
    errors: int


def wrk(
    job: str, server: Server, paths: Sequence[str], seconds: int, at_once: int = CONNECTIONS
) -> Row:
    """Ask for paths in turn, sixteen at a time."""
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder) / "ask.lua", Path(folder) / "paths"
        script.write_text(LUA, "utf-8")
        listed.write_text("\n".join(paths), "utf-8")
        how = ["-t1", f"-c{at_once}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
        before = cpu(server.process)
        done = subprocess.run(
            [shutil.which("wrk") or "wrk", *how, "-s", script, server.address],
            env={**os.environ, "PATHS": str(listed)},
            capture_output=True,
            check=False,
            text=True,
        )
        used = cpu(server.process) - before
    if done.returncode:
        # The bare server takes no connection for a while, beside a runaway query.
        return Row(f"{job}: no connection", server.name, 0, 0, 0, 0, 0)
    told: dict[str, Any] = json.loads(done.stdout[done.stdout.rindex("{") :])
    number = told["requests"]
    rates = number / told["seconds"], number / used if used else 0.0
    return Row(job, server.name, *rates, told["p50"], told["p99"], told["errors"])


def beside_runaway(server: Server, paths: Sequence[str], seconds: int) -> Row:
    """Ask the same while a query that would never end is asked again and again."""
    stop = threading.Event()
    slow, room = {"query": QUERIES["cartesian"]}, paths[0].partition("?")[0]

    def ask() -> None:
        while not stop.is_set():
            with contextlib.suppress(httpx.TransportError):
                httpx.get(server.address + room, params=slow, timeout=60)
            # A server that refuses at once is not asked thousands of times.
            stop.wait(0.5)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    time.sleep(1)
    try:
        return wrk("point query beside a runaway one", server, paths, seconds)
    finally:
        stop.set()
        asking.join()


def points(output: Path, most: int = 2000) -> list[str]:
    """Give the addresses of point queries: what is said of a document, ten rows at most."""
    return [
        f"/sparql?query={quote(f'SELECT ?p ?o WHERE {{ <{uri}> ?p ?o }} LIMIT 10')}"
        for uri in things(output, "document", most, whole=True)
    ]


def things(output: Path, kind: str, most: int, *, whole: bool = False) -> list[str]:
    """Give the paths of the pages of things of a kind, or their URIs."""
    release = (output / "current").resolve()
    base = str(json.loads((release / "manifest.json").read_bytes())["base"])
    with closing(sqlite3.connect(f"file:{release / 'index.sqlite'}?mode=ro", uri=True)) as index:
        query = "SELECT path FROM entry WHERE kind = ? ORDER BY path LIMIT ?"
        rows = index.execute(query, (kind, most)).fetchall()
    return [f"{base}{path}" if whole else f"/record/{path}.html" for (path,) in rows]


def speed(dataset: Path, output: Path, scratch: Path, seconds: int) -> Iterator[Row]:
    """Measure both servers, one after the other; what is compared, in three rounds."""
    asked = [one.replace("/sparql?", "/query?") for one in points(output)]
    for last in (False, False, True):
        with running("Oxigraph", bare(output)) as server:
            wrk("warm", server, asked, 1)
            yield wrk("point query", server, asked, seconds)
            if last:
                yield beside_runaway(server, asked, seconds)
        with running("ours", ours(dataset, output, limits(scratch))) as server:
            wrk("warm", server, points(output), 1)
            yield wrk("point query", server, points(output), seconds)
            yield beside_runaway(server, points(output), seconds)
    with running("ours", ours(dataset, output, limits(scratch))) as server:
        yield wrk("nothing to do (robots.txt)", server, ["/robots.txt"], seconds)
        turtle = [one.replace(".html", ".ttl") for one in things(output, "document", 2000)]
        yield wrk("record as Turtle", server, turtle, seconds)
        again = things(output, "document", 20)
        wrk("warm", server, again, seconds)
        yield wrk("record page, asked again", server, again, seconds)
    with running("ours", ours(dataset, output, limits(scratch, page_memory=1))) as server:
        yield wrk("record page, first time", server, things(output, "document", 100_000), seconds)
        yield wrk("person page, first time", server, things(output, "person", 100_000), seconds)
        yield wrk(
            "search, first time", server, ["/search?q=trade", "/search?q=letter+moscow"], seconds
        )


def large(output: Path, scratch: Path, seconds: int) -> Iterator[Row]:
    """Ask a large release for pages that nobody asked for before, one after the other."""
    dataset = Path(__file__).parent.parent / "datasets" / "sample"
    documents = _shuffled(things(output, "document", 100_000))
    people = _shuffled(things(output, "person", 100_000))
    uris = _shuffled(things(output, "document", 100_000, whole=True))
    agents = _shuffled(things(output, "person", 100_000, whole=True))
    by = "SELECT ?d ?t {{ ?d dcterms:creator <{}> ; dcterms:title ?t }} LIMIT 100"
    jobs = {
        "record page": documents,
        "record as Turtle": [one.replace(".html", ".ttl") for one in documents],
        "person page": people,
        "DESCRIBE of a record": [f"/sparql?query={quote(f'DESCRIBE <{uri}>')}" for uri in uris],
        "documents of a person": [f"/sparql?query={quote(by.format(uri))}" for uri in agents],
        "counts per year": ["/browse/dates"],
        "most often named, counts, years": ["/"],
        "newest 20 documents": ["/search?kind=document&sort=newest&format=json"],
        "newest 20 of a year": [f"/search?year={n}&sort=newest" for n in _YEARS],
    }
    with running("ours", ours(dataset, output, limits(scratch, page_memory=1))) as server:
        # What is gathered when a release is opened is ready by then.
        httpx.get(f"{server.address}/", timeout=60)
        for job, paths in jobs.items():
            yield wrk(job, server, paths, seconds, at_once=1)


_YEARS = range(1950, 1960)


def _shuffled(paths: list[str]) -> list[str]:
    random.Random(3).shuffle(paths)  # noqa: S311 - no secret
    return paths


def main() -> None:
    """Measure, keep the result, and show it in docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=7000)
    parser.add_argument("--output", type=Path, help="a release of such records that is there")
    parser.add_argument("--dataset", type=Path, help="its dataset")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--mutants", type=int, default=0)
    parser.add_argument("--large", type=Path, help="the output folder of a large release")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = _measured(asked, Path(folder))
    told["machine"]["load after"] = load()
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    show("serve", "\n".join(_lines(told)) + "\n")


def _measured(asked: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    dataset, output = asked.dataset, asked.output
    if output is None:
        dataset, output = write(scratch / "plain", asked.records, rich=False), scratch / "output"
        made = ("publish", str(dataset), "--output", str(output))
        subprocess.run([sys.executable, "-m", "lod", *made], check=True)
    told: dict[str, Any] = {"machine": machine(), "versions": versions(("pyoxigraph",))}
    told["triples"] = _triples(output)
    told["rows"] = [row._asdict() for row in speed(dataset, output, scratch, asked.seconds)]
    if asked.large:
        told["large triples"] = _triples(asked.large)
        told["large"] = [one._asdict() for one in large(asked.large, scratch, asked.seconds)]
    if asked.kills:
        told["kills"] = killed(dataset, output, scratch, asked.kills)
    if asked.mutants:
        told["mutants"] = broken(dataset, output, scratch, asked.mutants)
    return told


def _triples(output: Path) -> int:
    return int(json.loads((output / "current" / "manifest.json").read_bytes())["triples"])


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield "; ".join(f"{name} {value}" for name, value in told["machine"].items())
    yield f"\n{told['triples']:,} triples, {CONNECTIONS} connections"
    yield from _table(told["rows"])
    if "large" in told:
        yield f"\n{told['large triples']:,} triples, one connection, nothing kept from before"
        yield from _table(told["large"])
    for name in ("kills", "mutants"):
        if name in told:
            words = "; ".join(f"{key} {value}" for key, value in told[name].items())
            yield f"\n{name}: {words}"


def _table(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "\n| job | server | requests/s | requests/CPU s | p50 ms | p99 ms | errors |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for one in rows:
        rates = f"{one['rate']:,.0f} | {one['each_cpu']:,.0f} | {one['p50']:.1f} | {one['p99']:.1f}"
        yield f"| {one['job']} | {one['server']} | {rates} | {one['errors']} |"


if __name__ == "__main__":
    main()
