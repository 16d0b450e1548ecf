"""Measures an authority index of many made-up entities: time and memory to build and to ask, size.

python -m bench.authority [COUNT]    writes a line of the table in docs/reconciliation.md to stdout
"""

# ruff: noqa: S311  (made-up names need no secret chance)

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from lod.reconcile.build import build
from lod.reconcile.entry import Scope
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation

GIVEN, FAMILIES = 4_000, 250_000
BEGINNINGS = (
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "ch",
    "sh",
    "st",
)
SYLLABLES = [begin + vowel for begin in BEGINNINGS for vowel in "aeiou"]
LANGUAGES = ("en", "de", "fr", "es")
ASKED = 3_000


def main(count: int) -> None:
    """Build an index of some people, ask it, and print what was measured."""
    with tempfile.TemporaryDirectory() as made:
        source, target = Path(made) / "people.jsonl", Path(made) / "index.sqlite"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(one)}\n" for one in people(count))
        seconds, most = apart(built, source, target)
        rate, memory = apart(asked, source, target)
        size = target.stat().st_size / 1e6
        print(f"| {count:,} | {seconds:,.0f} s | {most:,.0f} MB | {size:,.0f} MB", end=" ")
        print(f"| {memory:,.0f} MB | {rate:,.0f} |")


def people(count: int) -> Iterator[dict[str, object]]:
    """Make people up: names as common as real ones are, most with dates, some with aliases."""
    chance = random.Random(1)
    given = [word(chance, 2, 3) for _ in range(GIVEN)]
    families = [word(chance, 2, 4) for _ in range(FAMILIES)]
    for number in range(1, count + 1):
        first = given[int(GIVEN * chance.random() ** 3)]
        family = families[int(FAMILIES * chance.random() ** 2)]
        born = chance.randint(1850, 1990)
        spoken = LANGUAGES[: chance.choice((1, 1, 2, 4))]
        also = [f"{first} {chance.choice(given)} {family}"] if chance.random() < 0.3 else []
        yield {
            "id": f"Q{number}", "kind": "person",
            "labels": dict.fromkeys(spoken, f"{first} {family}"), "aliases": {"en": also},
            "birth": str(born) if chance.random() < 0.7 else "",
        }  # fmt: skip


def word(chance: random.Random, least: int, most: int) -> str:
    """Make a name up."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(least, most))).title()


def built(source: Path, target: Path) -> float:
    """Build; give the CPU seconds."""
    start = time.process_time()
    build([source], target, Scope(), "2026-01-01")
    return time.process_time() - start


def asked(source: Path, target: Path) -> float:
    """Match names in mixed forms; give names a CPU second."""
    matcher = Matcher([IndexAuthority.open(target)])
    names = list(forms(source))
    start = time.process_time()
    for name in names:
        matcher.match(name, "person", Situation(1950))
    return len(names) / (time.process_time() - start)


def forms(source: Path) -> Iterator[str]:
    """Give names as they are, inverted, with an initial, and with a letter misread."""
    with source.open(encoding="utf-8") as file:
        for number, line in zip(range(ASKED), file, strict=False):
            first, _, family = json.loads(line)["labels"]["en"].partition(" ")
            spoilt = family[:2] + "i" + family[3:]
            yield (f"{first} {family}", f"{family}, {first}", f"{first[0]}. {family}",
                   f"{first} {spoilt}")[number % 4]  # fmt: skip


def apart(job: object, *paths: Path) -> tuple[float, float]:
    """Run a job in a process of its own; give its answer and the most memory it held, in MB."""
    context = get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=_told, args=(job, queue, *paths))
    process.start()
    answer: tuple[float, float] = queue.get()
    process.join()
    return answer


def _told(job, queue, *paths):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN202
    queue.put((job(*paths), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
