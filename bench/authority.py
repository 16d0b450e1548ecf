"""Measures an authority index: time and memory to build and to ask, size; writes a table of docs.

python -m bench.authority ENTITIES.jsonl.gz NAMES.tsv [COUNT...]

COUNT: to how many lines the entities are varied, 0 as they are; 0 and 1000000 unless said.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.reconcile import DOCS, table
from lod.reconcile.build import build
from lod.reconcile.collection import decided
from lod.reconcile.entry import Scope
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import questions

BEGIN, END = "<!-- sized -->", "<!-- /sized -->"
COLUMNS = (
    *("lines", "entities", "build, CPU s", "build, MB", "file, MB", "asking, MB", "names a CPU s"),
)
MANY, REPEATS = 1_000_000, 3
# Vowels and consonants that take one another's place, so that names stay as long and as common.
_TURNS = ("aeiou", "bdgkptmnlrsv")


def main(source: Path, names: Path, counts: Sequence[int]) -> None:
    """Measure, and write the table."""
    rows = [measured(source, names, count) for count in counts or (0, MANY)]
    text = table(COLUMNS, rows)
    before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    DOCS.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")


def measured(source: Path, names: Path, most: int) -> list[str]:
    """Build an index, ask it, and give a row of the table; most: 0 for the source as it is."""
    with tempfile.TemporaryDirectory() as made:
        given, target = source, Path(made) / "index.sqlite"
        if most:
            given = Path(made) / "varied.jsonl"
            with given.open("wb") as file:
                file.writelines(islice(varied(source), most))
        lines, seconds, building = apart(built, given, target)
        # Each time in a process of its own, for what one has opened another would still hold.
        found = [apart(asked, names, target) for _ in range(REPEATS)]
        known, rate, asking = map(max, zip(*found, strict=True))
        size = target.stat().st_size / 1e6
        numbers = (lines, known, seconds, building, size, asking, rate)
        return [f"{number:,.0f}" for number in numbers]


def varied(source: Path) -> Iterator[bytes]:
    """Give entities again and again, each time by other ids and with other letters in names."""
    for turn in count():
        letters = str.maketrans(
            {old: some[(at + turn) % len(some)] for some in _TURNS for at, old in enumerate(some)}
        )
        with gzip.open(source, "rt", encoding="utf-8") as file:
            for line in file:
                yield json.dumps(_other(json.loads(line), turn, letters)).encode() + b"\n"


def _other(one: dict[str, Any], turn: int, letters: dict[int, str]) -> dict[str, Any]:
    names = {language: text.translate(letters) for language, text in one["labels"].items()}
    also = {
        language: [text.translate(letters) for text in texts]
        for language, texts in (one.get("aliases") or {}).items()
    }
    ident = f"{one['id']}{turn:03d}" if turn else one["id"]
    return one | {"id": ident, "labels": names, "aliases": also}


def built(source: Path, target: Path) -> tuple[float, float]:
    """Build; give the lines read and CPU seconds."""
    start = time.process_time()
    found = build([source], target, Scope(), "2026-01-01")
    seconds = time.process_time() - start
    return sum(found.kinds.values()) + sum(found.skipped.values()), seconds


def asked(names: Path, target: Path) -> tuple[float, float]:
    """Match names; give how many entities are known, and names a CPU second."""
    authority = IndexAuthority.open(target)
    start = time.process_time()
    done = sum(1 for _ in decided(Matcher([authority]), questions(names), _silent))
    return float(authority.manifest["entities"]), done / (time.process_time() - start)


def _silent(_: int) -> None: ...


def apart(
    job: Callable[[Path, Path], tuple[float, float]], *paths: Path
) -> tuple[float, float, float]:
    """Run a job in a process of its own; give its answer and the most memory it held, in MB."""
    context = get_context("spawn")
    answers, teller = context.Pipe(duplex=False)
    process = context.Process(target=_told, args=(job, teller, *paths))
    process.start()
    teller.close()  # so that there is an end of file, not a wait, if the process dies
    answer: tuple[float, float, float] = answers.recv()
    process.join()
    return answer


def _told(job, teller, *paths):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
    found = job(*paths)
    # What getrusage calls the most also counts what the parent held when this process began.
    status = Path("/proc/self/status").read_text("ascii")
    (most,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    teller.send((*found, int(most) / 1e3))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(count) for count in sys.argv[3:]])
