"""Servers that measurements start and end, and what they cost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

LIMITS = {"budget_seconds": 6e6, "budget_burst": 1e6, "connections": 512, "queue": 256}
TICKS = os.sysconf("SC_CLK_TCK")


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
