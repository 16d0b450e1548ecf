"""Measures how sure is sure enough, on tasks on which nothing was fitted: `vocab/thresholds.toml`.

python -m bench.thresholds TASKDIR...    such as `bench.training DATA OUT 1` makes
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.reconcile import first, ours
from lod.reconcile.evaluate import NIL, Answer, lower_bound

TARGET = Path(__file__).parents[1] / "vocab" / "thresholds.toml"
WANTED = 0.98  # the lower bound of precision, 95 % sure, of all tasks; the precision of each
CUTS = [
    cut / 1000 for cut in range(950, 1000, 5)
]  # a link needs at least .95, whatever is measured
SHIFTS = [step / 10 for step in range(-20, 21)]


def main(folders: Sequence[Path]) -> None:
    """Measure all tasks, and write the threshold and the odds of "none" for people."""
    tasks = [ours(folder)[0] for folder in folders]
    told = [one for task in tasks for one in task]
    shift = min(SHIFTS, key=lambda by: (loss(told, by), abs(by)))
    least = next((cut for cut in CUTS if is_sure(tasks, cut, shift)), CUTS[-1])
    text = TARGET.read_text("utf-8")
    before, mark, after = text.partition("[nobody]")
    odds = float(re.findall(r"person = (\S+)", after)[0]) + shift
    before = re.sub(r"(?m)^person = .*", f"person = {least:g}", before, count=1)
    after = re.sub(r"(?m)^person = .*", f"person = {odds:.1f}", after, count=1)
    TARGET.write_text(before + mark + after, encoding="utf-8")
    print(f"shift {shift:+}, threshold {least}", file=sys.stderr)


def shifted(one: Answer, by: float) -> list[float]:
    """Give the probabilities of the candidates, were "none" likelier by some log-odds."""
    scores = [candidate.score for candidate in one.decision.candidates]
    whole = sum(scores) + max(1 - sum(scores), 1e-6) * math.exp(by)
    return [score / whole for score in scores]


def loss(told: Iterable[Answer], by: float) -> float:
    """Give the logarithmic loss, were "none" likelier by some log-odds."""
    lost = 0.0
    for one in told:
        scores = shifted(one, by)
        ids = [candidate.id for candidate in one.decision.candidates]
        found = [score for score, ident in zip(scores, ids, strict=True) if ident in one.right]
        if found or one.right == {NIL}:
            lost -= math.log(max(found[0] if found else 1 - sum(scores), 1e-6))
    return lost


def is_sure(tasks: Sequence[Sequence[Answer]], cut: float, by: float) -> bool:
    """Tell whether nearly all links above a threshold are right, together and in each task."""
    right, whole = 0, 0
    for task in tasks:
        taken = [one for one in task if first(one.decision) and shifted(one, by)[0] >= cut]
        good = sum(one.is_right for one in taken)
        print(f"{cut} {good} of {len(taken)} right", file=sys.stderr)
        if good < WANTED * len(taken):
            return False
        right, whole = right + good, whole + len(taken)
    return lower_bound(right, whole) >= WANTED


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
