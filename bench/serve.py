"""Measures the server against its targets, beside a bare Oxigraph server over the same store.

usage: python -m bench.serve [--records 7000] [--output DIR] [--seconds 5] [--kills N] [--mutants N]

Needs wrk. With --kills workers and clients are killed at random while answers are compared with
the whole one; with --mutants so many broken hostile queries are sent under a limit of a second.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx

from bench.generate import write
from bench.machine import load, machine, versions
from bench.page import show
from tests.serve.queries import QUERIES, mutants

RESULTS = Path(__file__).parent / "results" / "serve.json"
CONNECTIONS = 16
LIMITS = {"budget_seconds": 6e6, "budget_burst": 1e6, "connections": 512, "queue": 256}
TICKS = os.sysconf("SC_CLK_TCK")
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


class Server(NamedTuple):
    """A server that runs, and where."""

    name: str
    process: subprocess.Popen[bytes]
    address: str


@contextmanager
def running(name: str, command: Sequence[str]) -> Iterator[Server]:
    """Run a server on a free port of this machine until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = [word.replace("PORT", str(port)) for word in command]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/sparql?query=ASK%20%7B%7D", f"http://127.0.0.1:{port}/")
        yield Server(name, process, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


def _wait(*addresses: str) -> None:
    for _ in range(600):
        for address in addresses:
            try:
                if httpx.get(address).status_code < 500:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
    raise SystemExit("the server does not answer")


def cpu(process: subprocess.Popen[bytes]) -> float:
    """Give the CPU seconds of a process and its children, of those that ended too."""
    total = 0
    for pid in (process.pid, *children(process.pid)):
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        total += sum(int(one) for one in fields[11 : 15 if pid == process.pid else 13])
    return total / TICKS


def children(pid: int) -> list[int]:
    """Give the processes that a process has started and that live."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def wrk(job: str, server: Server, paths: Sequence[str], seconds: int) -> Row:
    """Ask for paths in turn, sixteen at a time."""
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder) / "ask.lua", Path(folder) / "paths"
        script.write_text(LUA, "utf-8")
        listed.write_text("\n".join(paths), "utf-8")
        how = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
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


def limits(folder: Path, **more: float) -> Path:
    """Write a file of limits that let one client ask as much as it can."""
    file = folder / f"limits-{len(more)}.toml"
    lines = [f"{name} = {value}" for name, value in {**LIMITS, **more}.items()]
    file.write_text("[limits]\n" + "\n".join(lines) + "\n", "utf-8")
    return file


def ours(dataset: Path, output: Path, how: Path) -> list[str]:
    """Say how our server is started."""
    return [
        *(sys.executable, "-m", "lod", "serve", str(dataset), "--output", str(output)),
        *("--port", "PORT", "--limits", str(how)),
    ]


def bare(output: Path) -> list[str]:
    """Say how the bare server is started, over the same store."""
    program = Path(sys.executable).with_name("oxigraph")
    store = str((output / "current").resolve() / "store")
    return [
        str(program),
        "serve-read-only",
        "--location",
        store,
        "--bind",
        "127.0.0.1:PORT",
        "--timeout-s",
        "10",
    ]


def speed(dataset: Path, output: Path, scratch: Path, seconds: int) -> Iterator[Row]:
    """Measure both servers, one after the other."""
    asked = [one.replace("/sparql?", "/query?") for one in points(output)]
    with running("Oxigraph", bare(output)) as server:
        yield wrk("point query", server, asked, seconds)
        yield beside_runaway(server, asked, seconds)
    with running("ours", ours(dataset, output, limits(scratch))) as server:
        yield wrk("nothing to do (robots.txt)", server, ["/robots.txt"], seconds)
        yield wrk("point query", server, points(output), seconds)
        yield beside_runaway(server, points(output), seconds)
        turtle = [one.replace(".html", ".ttl") for one in things(output, "document", 2000)]
        yield wrk("record as Turtle", server, turtle, seconds)
        again = things(output, "document", 20)
        wrk("warm", server, again, seconds)
        yield wrk("record page, asked again", server, again, seconds)
    with running("ours", ours(dataset, output, limits(scratch, page_memory=1))) as server:
        yield wrk("record page, first time", server, things(output, "document", 100_000), seconds)
        yield wrk("person page, first time", server, things(output, "person", 100_000), seconds)
        yield wrk("search", server, ["/search?q=trade", "/search?q=letter+moscow"], seconds)


def broken(dataset: Path, output: Path, scratch: Path, count: int) -> dict[str, Any]:
    """Send broken hostile queries under a limit of a second; say what came back."""
    statuses, slowest = Counter[int](), 0.0
    how = limits(scratch, query_seconds=1)
    with running("ours", ours(dataset, output, how)) as server:
        with httpx.Client(base_url=server.address, timeout=60) as client:
            for query in mutants(count):
                began = time.monotonic()
                answer = client.post("/sparql", data={"query": query})
                slowest = max(slowest, time.monotonic() - began)
                statuses[answer.status_code] += 1
            whole = client.get("/health").status_code
        dead = server.process.poll() is not None
    return {"statuses": dict(statuses), "slowest": slowest, "health": whole, "server died": dead}


def killed(dataset: Path, output: Path, scratch: Path, count: int) -> dict[str, Any]:
    """Kill workers and clients at random; compare every answer of status 200 with the whole one."""
    chance, statuses, short = random.Random(1), Counter[int](), 0  # noqa: S311 - no secret
    query = {"query": "SELECT ?s ?o { ?s dcterms:title ?o } LIMIT 1000"}
    with (
        running("ours", ours(dataset, output, limits(scratch))) as server,
        httpx.Client(base_url=server.address, timeout=60) as client,
    ):
        whole = client.get("/sparql", params=query).content
        for number in range(count):
            if number % 2:
                _leave(server.address, chance)
            else:
                _kill_one(server.process.pid, chance)
            answer = client.get("/sparql", params=query)
            statuses[answer.status_code] += 1
            short += answer.status_code == 200 and answer.content != whole
    return {"kills": count, "statuses": dict(statuses), "short answers of status 200": short}


def _kill_one(pid: int, chance: random.Random) -> None:
    if found := children(pid):
        os.kill(chance.choice(found), signal.SIGKILL)


def _leave(address: str, chance: random.Random) -> None:
    """Ask for everything and go away in the middle."""
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        ask = "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D%20LIMIT%2020000"
        connection.sendall(f"GET {ask} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        connection.settimeout(chance.random() * 0.05 + 0.001)
        try:
            connection.recv(1000)
        except TimeoutError:
            return


def main() -> None:
    """Measure, keep the result, and show it in docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=7000)
    parser.add_argument("--output", type=Path, help="a release of such records that is there")
    parser.add_argument("--dataset", type=Path, help="its dataset")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--mutants", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        dataset, output = asked.dataset, asked.output
        if output is None:
            dataset, output = (
                write(scratch / "plain", asked.records, rich=False),
                scratch / "output",
            )
            made = ("publish", str(dataset), "--output", str(output))
            subprocess.run([sys.executable, "-m", "lod", *made], check=True)
        told: dict[str, Any] = {"machine": machine(), "versions": versions(("pyoxigraph",))}
        rows = list(speed(dataset, output, scratch, asked.seconds))
        told["rows"] = [row._asdict() for row in rows]
        told["triples"] = json.loads((output / "current" / "manifest.json").read_bytes())["triples"]
        if asked.kills:
            told["kills"] = killed(dataset, output, scratch, asked.kills)
        if asked.mutants:
            told["mutants"] = broken(dataset, output, scratch, asked.mutants)
        told["machine"]["load after"] = load()
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    show("serve", "\n".join(_lines(told, rows)) + "\n")


def _lines(told: dict[str, Any], rows: Sequence[Row]) -> Iterator[str]:
    yield "; ".join(f"{name} {value}" for name, value in told["machine"].items())
    yield f"\n{told['triples']:,} triples, {CONNECTIONS} connections"
    yield "\n| job | server | requests/s | requests/CPU s | p50 ms | p99 ms | errors |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for one in rows:
        rates = f"{one.rate:,.0f} | {one.each_cpu:,.0f} | {one.p50:.1f} | {one.p99:.1f}"
        yield f"| {one.job} | {one.server} | {rates} | {one.errors} |"
    for name in ("kills", "mutants"):
        if name in told:
            yield f"\n{name}: {json.dumps(told[name])}"


if __name__ == "__main__":
    main()
