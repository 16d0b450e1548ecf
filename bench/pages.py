"""Measures pages: how fast they become blocks, how much memory they take, and spoilt ones.

usage: python -m bench.pages [--pages 2500,10000] [--spoilt 2000]

Pages are those of an invented archive (`bench/pagewriter.py`), read, matched and mapped by two
processes up to the sorted N-Triples. Spoilt ones are cut, doubled, shuffled, re-encoded, damaged
or one line of 10 MB; each must become a record or an issue, and its ledger sum to its length.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.measure import Cost, job, measure
from bench.pagewriter import write_pages
from lod.config import Dataset, Source, load
from lod.issue import Issue
from lod.reconcile import gazetteer
from lod.sources import Row
from lod.sources.crosswalk import Crosswalk
from lod.sources.pages.reader import Pages
from tests.sources.pages.spoiling import spoiled


def main() -> None:
    """Print one line a measurement."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="lod-bench-") as name:
        scratch = Path(name)
        for pages in map(int, filter(None, options.pages.split(","))):
            dataset = write_pages(scratch / f"pages-{pages}", pages)
            out = scratch / f"out-{pages}"
            costs = [measure(job(name, dataset, out), scratch) for name in ("prepare", "triples")]
            _show(pages, *costs)
        if options.spoilt:
            _spoilt(write_pages(scratch / "whole", 24), options.spoilt)


def _show(pages: int, reading: Cost, mapping: Cost) -> None:
    """Say what reading and matching cost, and mapping to blocks; exits where one failed."""
    for cost in (reading, mapping):
        if "error" in cost.answer:
            sys.exit(cost.answer["error"])
    wall, cpu = reading.wall + mapping.wall, reading.cpu + mapping.cpu
    peak = max(reading.peak, mapping.peak)
    _say(f"{pages:,} pages to blocks: {pages / wall:.0f} pages/s of the clock, "
         f"{2 * pages / cpu:.0f} by the CPU seconds of two processes")  # fmt: skip
    for what, cost in (("read and matched", reading), ("mapped", mapping)):
        _say(f"  {what} in {cost.wall:.1f} s, CPU {cost.cpu:.1f} s")
    _say(f"  largest process {peak:.0f} MB; {mapping.answer['triples']:,} triples")


def _spoilt(folder: Path, number: int) -> None:
    dataset = load(folder)
    paths = sorted((folder / "pages").iterdir())
    found, slowest = Counter[str](), 0.0
    for count in range(number):
        path = paths[count % len(paths)]
        rng = random.Random(count)  # noqa: S311 - no secret
        path.with_stem("spoilt").write_bytes(spoiled(path.read_bytes(), rng, huge=count % 250 == 7))
        began = time.process_time()
        found[read(dataset, path.with_stem("spoilt"))] += 1
        slowest = max(slowest, time.process_time() - began)
    said = ", ".join(f"{times} {what}" for what, times in sorted(found.items()))
    _say(f"{number:,} spoilt pages: {said}; the slowest took {slowest:.1f} CPU seconds")


def read(dataset: Dataset, path: Path) -> str:
    """Read a page to its record; says what became of it, in capitals what must not be."""
    source = replace(dataset.sources[0], path=path)
    outcomes = list(_outcomes(Pages((gazetteer.load(),)), source))
    rows = [one for one in outcomes if isinstance(one, Row)]
    if not rows:
        refused = any(isinstance(one, Issue) and one.severity == "error" for one in outcomes)
        return "quarantined" if refused else "LOST"
    (row,) = rows
    (whole,) = row.cells["content"]
    told = sum(one.end - one.start for one in row.coverage)
    # Behind the text of HTML the ledger tells what its markup sets aside.
    if told < len(whole.text) or (path.suffix != ".html" and told != len(whole.text)):
        return "WITHOUT A WHOLE LEDGER"
    record, issues = Crosswalk(dataset).read(row)
    if record is None and not issues:
        return "LOST"
    return "record" if record else "quarantined"


def _outcomes(reader: Pages, source: Source) -> Iterator[Row | Issue]:
    for part in reader.slices(source, source.path.parent):
        if isinstance(part, Issue):
            yield part
        else:
            yield from reader.rows(source, part)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--pages", default="2500,10000")
    parser.add_argument("--spoilt", type=int, default=2000)
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
