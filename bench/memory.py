"""Measures what the processes of publishing take, and that it does not grow with the records.

usage: python -m bench.memory [--records 100000,1000000] [--short]

Looks at every process of a run four times a second. What is shared, such as the code of libraries,
counts for each; "own" is what no file backs. With --short records have a title, a type, a date
and an author alone, so that a million take minutes, not an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.generate import write
from bench.machine import load, machine, versions
from bench.measure import environment, job
from bench.page import show

RESULTS = Path(__file__).parent / "results" / "memory.json"
_FIELDS = ("VmRSS", "RssAnon")


def main() -> None:
    """Measure, keep the result, and show it in docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", default="100000,1000000")
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    told: dict[str, Any] = {"machine": machine(), "versions": versions(("pyoxigraph",))}
    with tempfile.TemporaryDirectory() as scratch:
        told["rows"] = [
            measured(int(count), Path(scratch), short=asked.short)
            for count in asked.records.split(",")
        ]
    told["machine"]["load after"] = load()
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    show("memory", "\n".join(_lines(told)) + "\n")


def measured(count: int, scratch: Path, *, short: bool) -> dict[str, Any]:
    """Publish so many records; give what each kind of process took at most, in MB."""
    dataset = write(scratch / f"records-{count}", count, short=short)
    began, peaks = time.monotonic(), dict[int, list[int]]()
    with (scratch / "answer").open("w+b") as out:
        command = job("publish", dataset, scratch / f"output-{count}")
        process = subprocess.Popen(command, stdout=out, env=environment())
        used = None
        while used is None or not used[0]:
            for pid in family(process.pid):
                now = resident(pid)
                peaks[pid] = [max(pair) for pair in zip(peaks.get(pid, now), now, strict=True)]
            time.sleep(0.25)
            used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(used[1])
        out.seek(0)
        answer = json.loads(out.read().splitlines()[-1])
    main = peaks.pop(process.pid)
    other = [max(found) for found in zip(*peaks.values(), strict=True)]
    taken = {"main": main, "largest other": other}
    largest = used[2].ru_maxrss // 1024
    wall = time.monotonic() - began
    return {"records": count, "wall": wall, "took": taken, "largest": largest, **answer}


def family(root: int) -> list[int]:
    """Give a process and all that it started, directly or not."""
    found = [root]
    for pid in found:
        listed = Path(f"/proc/{pid}/task/{pid}/children")
        try:
            found += [int(one) for one in listed.read_text("ascii").split()]
        except OSError:
            continue
    return found


def resident(pid: int) -> list[int]:
    """Give the memory of a process in MB: all of it, and what no file backs."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return [0] * len(_FIELDS)
    told = dict(line.split(":", 1) for line in lines)
    return [int(told.get(name, "0").split()[0]) // 1024 for name in _FIELDS]


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield "; ".join(f"{name} {value}" for name, value in told["machine"].items())
    yield (
        "\n| records | triples | wall s | main process MB (own) | largest other MB (own)"
        " | largest by the kernel's account MB |"
    )
    yield "|---:|---:|---:|---:|---:|---:|"
    for row in told["rows"]:
        shown = (f"{whole} ({own})" for whole, own in row["took"].values())
        counts = f"{row['records']:,} | {row['triples']:,} | {row['wall']:,.0f}"
        yield f"| {counts} | {' | '.join(shown)} | {row['largest']} |"


if __name__ == "__main__":
    main()
