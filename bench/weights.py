"""Fits the weights of traits on tasks with gold, and writes them: `vocab/weights.tsv`.

python -m bench.weights TASKDIR...    a task is what `bench.training` makes; the tables that ship
are the beginning and what rare traits are drawn back to.
"""

from __future__ import annotations

import csv
import math
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lod.reconcile import weights
from lod.reconcile.build import build
from lod.reconcile.entry import Scope
from lod.reconcile.index import IndexAuthority
from lod.reconcile.namelist import questions
from lod.reconcile.parse import query
from lod.reconcile.score import prior, scored

VOCAB = Path(__file__).parents[1] / "vocab" / weights.FILE
# Traits that are set by hand: contradictions, and what the tasks have no examples of.
FIXED = frozenset(
    [
        *("too early", "too late", "other life", "dead, spoken of", "company", "uncertain"),
        *("comrade", "known by rank", "in office", "suffix other", "misread", "misread, short"),
        *("alternate", "run together", "of the time, old", "second skipped"),
    ]
)
ROUNDS, STEP, PULL = 15, 0.2, 0.6


class Example(NamedTuple):
    """The traits of the candidates of one name, and which of them is right, -1 for none.

    none: the log-odds of "none" in its group, beyond what is usual.
    """

    candidates: list[tuple[str, ...]]
    right: int
    none: float


def main(folders: list[Path]) -> None:
    """Fit on all tasks, half the weight of each on every side, and write the table."""
    tasks = [list(examples(folder)) for folder in folders]
    fitted = fit(tasks, {trait: one.odds for trait, one in weights.load().items()})
    rows = [f"{trait}\t{fitted[trait]:.2f}\t{one.text}" for trait, one in weights.load().items()]
    VOCAB.write_text("\n".join(["trait\tweight\ttext", *rows]) + "\n", encoding="utf-8")


def examples(folder: Path) -> Iterator[Example]:
    """Give the candidates of all names of a task."""
    with (folder / "gold.tsv").open(encoding="utf-8") as file:
        gold = {row["id"]: row["entity"] for row in csv.DictReader(file, delimiter="\t")}
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "index.sqlite"
        build([folder / "authority.jsonl.gz"], target, Scope(), "")
        authority = IndexAuthority.open(target)
        odds = none_odds(gold)
        for one in questions(folder / "queries.tsv"):
            asked = query(one.name, "person", one.situation.year)
            hits = authority.candidates(asked)
            found = [(scored(hit, asked, one.situation).traits, hit.entity.id) for hit in hits]
            traits, ids = [tuple(sorted(all_)) for all_, _ in found], [ident for _, ident in found]
            right = gold[one.id]
            if right == "NIL" or right in ids:
                at = ids.index(right) if right in ids else -1
                yield Example(traits, at, odds[one.id.partition("-")[0]])


def none_odds(gold: Mapping[str, str]) -> dict[str, float]:
    """Give by how much "none" is likelier in each group than the weights suppose."""
    whole, none = Counter[str](), Counter[str]()
    for ident, right in gold.items():
        group = ident.partition("-")[0]
        whole[group] += 1
        none[group] += right == "NIL"
    return {group: prior(none[group], whole[group] - none[group]) for group in whole}


def fit(tasks: list[list[Example]], start: dict[str, float]) -> dict[str, float]:
    """Make what was right most probable, by steps down the slope (AdaGrad), drawn to the start."""
    odds = dict(start)
    slopes: dict[str, float] = defaultdict(lambda: 1.0)
    seen = Counter(trait for task in tasks for one in task for c in one.candidates for trait in c)
    chance = random.Random(1)  # noqa: S311 - no secret
    everything = [(one, 1.0) for task in tasks for one in task if one.candidates]
    for turn in range(ROUNDS):
        chance.shuffle(everything)
        loss = 0.0
        for one, much in everything:
            shares, none = probabilities(one.candidates, odds, one.none)
            loss -= math.log(max(shares[one.right] if one.right >= 0 else none, 1e-12))
            for at, traits in enumerate(one.candidates):
                error = shares[at] - (at == one.right)
                if abs(error) > 1e-4:
                    for trait in traits:
                        if trait not in FIXED and trait in odds:
                            drawn = PULL * (odds[trait] - start[trait]) / seen[trait]
                            slope = much * (error + drawn)
                            slopes[trait] += slope * slope
                            odds[trait] -= STEP * slope / math.sqrt(slopes[trait])
        print(f"{turn} {loss / len(everything):.4f}", file=sys.stderr)
    return odds


def probabilities(
    candidates: Iterable[tuple[str, ...]], odds: dict[str, float], none: float
) -> tuple[list[float], float]:
    """Give the probability of each candidate, and of none."""
    sizes = [math.exp(min(sum(odds.get(trait, 0.0) for trait in one), 30)) for one in candidates]
    nobody = math.exp(none)
    whole = nobody + sum(sizes)
    return [size / whole for size in sizes], nobody / whole


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
