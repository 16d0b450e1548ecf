"""Runs a command in a fresh process and says what it took: wall, CPU, memory, and its answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple


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
    code = "from bench.jobs import main; main()"
    return [sys.executable, "-c", code, name, str(dataset), str(output)]


def measure(command: Sequence[str], scratch: Path) -> Cost:
    """Run a command; the memory is the largest of its processes, by the kernel's own account."""
    with (scratch / "answer").open("w+b") as out, (scratch / "errors").open("w+b") as errors:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=environment())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        answer = _answer(out.read(), errors.read(), process.returncode)
    # ru_maxrss is in KiB on Linux, and that of the largest descendant that was waited for.
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, answer)


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
