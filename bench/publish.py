"""Measures publishing against its targets and its peers, in one run; docs/performance.md shows it.

usage: python -m bench.publish [--records 10000,100000] [--rich] [--peers] [--now DATE]

The first number of records is measured in every way, and twice as many are published; each
further number is only mapped and published. Nothing is deleted before the end: a file system
that has just lost thousands of files is slow to make new ones.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.generate import write
from bench.machine import OURS, load, machine, versions
from bench.measure import Cost, job, measure
from bench.page import ratios, show, table
from bench.peers import morph_kgc

RESULTS = Path(__file__).parent / "results" / "publish.json"
# What pyld is asked for; more records would only take longer.
FEW = 1000


class Result(NamedTuple):
    """One row of the table."""

    job: str
    records: int
    cost: Cost


class Bench:
    """One run: the datasets and outputs of all jobs lie in one folder until it ends."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._count = 0

    def dataset(self, records: int, *, rich: bool = False) -> Path:
        """Generate so many records, once."""
        folder = self._scratch / f"{'rich' if rich else 'plain'}-{records}"
        return folder if folder.exists() else write(folder, records, rich=rich)

    def fresh(self) -> Path:
        """Name a folder that is not there yet."""
        self._count += 1
        return self._scratch / f"out-{self._count}"

    def job(self, name: str, records: int, *, rich: bool = False) -> Result:
        """Run a job in a fresh process."""
        task = job(name, self.dataset(records, rich=rich), self.fresh())
        title = f"{name}, rich records" if rich else name
        return Result(title, records, measure(task, self._scratch))

    def prepared(self, records: int, *names: str, rich: bool = False) -> Iterator[Result]:
        """Prepare records, and run jobs that go on from there, each in a fresh process."""
        folder, dataset = self.fresh(), self.dataset(records, rich=rich)
        for name in ("prepare", *names):
            title = f"{name}, rich records" if rich else name
            yield Result(title, records, measure(job(name, dataset, folder), self._scratch))

    def peer(self, records: int) -> Result:
        """Run Morph-KGC over the same records."""
        return Result("morph-kgc", records, morph_kgc(self.dataset(records), self.fresh()))


def results(bench: Bench, sizes: list[int], *, rich: bool, peers: bool) -> Iterator[Result]:
    """Run every job, the smallest first."""
    first, *more = sizes
    yield from bench.prepared(first, "triples", "dumps", "formats", *(["rdflib"] if peers else []))
    if peers:
        yield bench.peer(first)
        yield from islice(bench.prepared(min(FEW, first), "jsonld"), 1, None)
    yield bench.job("publish", first)
    yield bench.job("publish", 2 * first)
    if rich:
        yield from bench.prepared(first // 4, "triples", rich=True)
        yield bench.job("publish", first // 4, rich=True)
    for size in more:
        yield from bench.prepared(size, "triples", "dumps", "formats")
        if peers:
            yield bench.peer(size)
        yield bench.job("publish", size)


def main() -> None:
    """Measure, and write the results down."""
    asked = _arguments()
    sizes = [int(size) for size in asked.records.split(",")]
    facts = machine()
    with tempfile.TemporaryDirectory(dir=asked.scratch) as scratch:
        found = []
        for one in results(Bench(Path(scratch)), sizes, rich=asked.rich, peers=asked.peers):
            print(f"{one.job:24} {one.records:>8,} {one.cost}", flush=True)
            found.append(one)
    facts["load after"] = load()
    whole = {"date": asked.now, "machine": facts, "versions": versions(OURS)}
    rows = [{"job": job, "records": records, **cost._asdict()} for job, records, cost in found]
    RESULTS.parent.mkdir(exist_ok=True)
    text = json.dumps({**whole, "results": rows, "ratios": ratios(found)}, indent=2)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    show("publish", table(whole, found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.publish", description=__doc__)
    parser.add_argument("--records", default="10000", help="numbers of records, comma between")
    parser.add_argument("--rich", action="store_true", help="also records of 450 triples")
    parser.add_argument("--peers", action="store_true", help="also Morph-KGC, rdflib and pyld")
    parser.add_argument("--now", default="", help="the day that the page is to name")
    parser.add_argument("--scratch", help="where to work; needs 60 kB a record")
    return parser.parse_args()


if __name__ == "__main__":
    main()
