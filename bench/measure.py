"""Runs a command in a fresh process and says what it took: wall, CPU, memory, and its answer."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

_PR_SET_CHILD_SUBREAPER = 36
# Jobs whose other processes read nothing and decide nothing.
_MAKING = ("triples", "dumps", "formats")


class Cost(NamedTuple):
    """What a command took: seconds, with those of its children, and its largest process in MB.

    answer: the JSON object that it printed last; `{"error": ...}` when it failed.
    """

    wall: float
    cpu: float
    peak: float
    answer: dict[str, Any]

    @property
    def rate(self) -> float:
        """Give the triples a second, 0 for a command that failed."""
        return float(self.answer.get("triples", 0)) / self.wall


def job(name: str, dataset: Path, output: Path) -> list[str]:
    """Say how one of `bench.jobs` is run: imported, since workers cannot import a main module.

    This process imports none of it: its own memory would count as the least of a child's.
    """
    # As `lod publish` begins.
    needed = "'bench.warm'" if name in _MAKING else "needed(sys.argv)"
    code = (
        "import gc, sys; gc.disable(); from lod.pipeline.ahead import needed;"
        f"from lod.engine.apart import expect; expect({needed});"
        "from bench.jobs import main; gc.freeze(); gc.enable(); main()"
    )
    return [sys.executable, "-c", code, name, str(dataset), str(output)]


def measure(command: Sequence[str], scratch: Path) -> Cost:
    """Run a command; the memory is the largest of its processes, by the kernel's own account."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    with (scratch / "answer").open("w+b") as out, (scratch / "errors").open("w+b") as errors:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=environment())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        every = [used, *_orphans()]
        out.seek(0)
        errors.seek(0)
        answer = _answer(out.read(), errors.read(), process.returncode)
    cpu = sum(one.ru_utime + one.ru_stime for one in every)
    # ru_maxrss is in KiB on Linux, and that of the largest descendant that was waited for.
    return Cost(wall, cpu, max(one.ru_maxrss for one in every) / 1024, answer)


def _orphans() -> Iterator[resource.struct_rusage]:
    """Wait for the processes that a command left: the one that started its workers ends after it.

    They come to this process as it is a reaper (prctl(2), Linux), which knows no other children.
    """
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-1, 0)[2]


def environment() -> dict[str, str]:
    """Let Python keep what it has compiled, as it does for its users unless they forbid it."""
    return {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _answer(out: bytes, errors: bytes, code: int) -> dict[str, Any]:
    if code:
        last = errors.decode(errors="replace").strip().splitlines()[-1:]
        return {"error": " ".join(last)[:300] or f"exit code {code}"}
    lines = out.splitlines()
    found: dict[str, Any] = json.loads(lines[-1]) if lines else {}
    return found
