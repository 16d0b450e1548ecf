"""What strangers do to a server: workers killed, clients that leave, hostile queries broken."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bench.servers import Server, children, limits, ours, running
from tests.serve.queries import QUERIES, mutants


def broken(dataset: Path, output: Path, scratch: Path, count: int) -> dict[str, Any]:
    """Send broken hostile queries under a limit of a second; say what came back."""
    statuses, slowest = Counter[int](), 0.0
    how = limits(scratch, query_seconds=1)
    with (
        running("ours", ours(dataset, output, how)) as server,
        socket.create_server(("127.0.0.1", 0)) as door,
        httpx.Client(base_url=server.address, timeout=60) as client,
        _watched(server) as told,
    ):
        port = door.getsockname()[1]
        for query in [*QUERIES.values(), *mutants(count)]:
            began = time.monotonic()
            answer = client.post("/sparql", data={"query": query.replace("%d", str(port))})
            slowest = max(slowest, time.monotonic() - began)
            statuses[answer.status_code] += 1
        whole = client.get("/health").status_code
        dead = server.process.poll() is not None
        knocked = _knocks(door)
    return {
        "statuses": dict(statuses),
        "slowest": round(slowest, 2),
        "health": whole,
        "server died": dead,
        "connections to elsewhere": knocked,
        **told,
    }


def _knocks(door: socket.socket) -> int:
    """Count who came to a door where nobody should."""
    door.settimeout(0.2)
    number = 0
    with contextlib.suppress(TimeoutError):
        while True:
            door.accept()[0].close()
            number += 1
    return number


@contextmanager
def _watched(server: Server) -> Iterator[dict[str, Any]]:
    """Ask as another client meanwhile, and look at the memory of all processes."""
    told: dict[str, Any] = {}
    stop, times, peak = threading.Event(), list[float](), Counter[str]()
    before = _memory(server.process.pid)["VmRSS"]

    def ask() -> None:
        other = httpx.HTTPTransport(local_address="127.0.0.2")
        with httpx.Client(base_url=server.address, timeout=60, transport=other) as client:
            while not stop.wait(0.02):
                began = time.monotonic()
                client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).raise_for_status()
                times.append(time.monotonic() - began)
                for pid in children(server.process.pid):
                    for name, size in _memory(pid).items():
                        peak[name] = max(peak[name], size)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield told
    finally:
        stop.set()
        asking.join()
        times.sort()
        told["answers to another client"] = len(times)
        told["its p99 ms"] = round(times[len(times) * 99 // 100] * 1000) if times else None
        told["most address space of a worker, MB"] = peak["VmPeak"] // 1024
        told["most memory of a worker, MB"] = peak["VmHWM"] // 1024
        grown = _memory(server.process.pid)["VmRSS"] - before
        told["growth of the front, MB"] = round(grown / 1024)


def _memory(pid: int) -> dict[str, int]:
    """Read what the system says of a process's memory, in kB; nothing of one that has ended."""
    found = Counter[str]()
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
            name, _, size = line.partition(":")
            if name in ("VmPeak", "VmHWM", "VmRSS"):
                found[name] = int(size.split()[0])
    return found


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
