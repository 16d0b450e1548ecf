"""Decisions against gold: precision, recall, what is none, calibration, speed."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lod.entity import Decision, Judgement
from lod.errors import SourceError, UsageError
from lod.reconcile.cells import cells
from lod.reconcile.collection import decided
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import Question, questions

_TOP = 10
_BINS = 10
_SURE = 1.96  # standard deviations: 95 %
NIL = "NIL"


class Answer(NamedTuple):
    """What was decided on a name, and what is right: ids, or `NIL`."""

    question: Question
    decision: Decision
    right: frozenset[str]

    @property
    def is_right(self) -> bool:
        """Tell whether the item that stands first is the right one."""
        return bool(self.decision.candidates) and self.decision.candidates[0].id in self.right


def answers(matcher: Matcher, folder: Path) -> Iterator[Answer]:
    """Decide every name of a task that has gold; all of them are one collection.

    Raises UsageError or SourceError for a folder that is no task.
    """
    right = gold(folder / "gold.tsv")
    asked = (_sound(one) for one in questions(folder / "queries.tsv") if one.id in right)
    for one, decision in decided(matcher, asked, lambda _: None):
        yield Answer(one, decision, right[one.id])


def _sound(one: Question) -> Question:
    """Give a line that can be asked for; a task that has others measures nothing."""
    if one.fault:
        raise SourceError(one.fault, where=f"queries.tsv:{one.line}")
    return one


def gold(path: Path) -> Mapping[str, frozenset[str]]:
    """Read `id entity`; several right entities are parted by `|`."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        mend = "a task holds queries.tsv and gold.tsv"
        raise UsageError(f"no gold: {error}", where=str(path), mend=mend) from None
    columns = cells(lines[0]) if lines else []
    if not {"id", "entity"} <= set(columns):
        raise SourceError("no columns `id` and `entity`", where=path.name)
    rows = (dict(zip(columns, cells(line), strict=False)) for line in lines[1:])
    return {row["id"]: frozenset(row.get("entity", NIL).split("|")) for row in rows}


def evaluate(found: Iterable[Answer], clock: float | None = None) -> dict[str, float | int]:
    """Count what was decided rightly.

    precision: of accepted links. recall: of names that have an entity. nil_accuracy: of names
    that have none. ece: expected calibration error of the first candidate's probability. clock:
    what `time.process_time` was at the beginning; speed is that of one core.
    """
    start = time.process_time() if clock is None else clock
    told = list(found)
    seconds = time.process_time() - start
    known = [one for one in told if one.right != {NIL}]
    accepted = [one for one in told if one.decision.judgement is Judgement.ACCEPTED]
    right = sum(one.is_right for one in accepted)
    within = sum(
        not one.right.isdisjoint(c.id for c in one.decision.candidates[:_TOP]) for one in known
    )
    nothing = [one for one in told if one.right == {NIL}]
    refused = sum(one.decision.judgement is not Judgement.ACCEPTED for one in nothing)
    return {
        "n": len(told),
        "accepted": len(accepted),
        "precision": _share(right, len(accepted)),
        "precision_low": round(lower_bound(right, len(accepted)), 4),
        "recall": _share(right, len(known)),
        "recall@10": _share(within, len(known)),
        "nil_accuracy": _share(refused, len(nothing)),
        "ece": round(calibration_error(told), 4),
        "names_per_s": round(len(told) / seconds) if seconds else 0,
    }


def lower_bound(right: int, of: int) -> float:
    """Give the lower bound of a share, 95 % sure (Wilson 1927).

    >>> round(lower_bound(133, 133), 3)
    0.972
    """
    if not of:
        return 0.0
    share, z = right / of, _SURE
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (share + z * z / (2 * of) - spread) / (1 + z * z / of)


def calibration_error(told: Iterable[Answer]) -> float:
    """Give how far stated probabilities lie from what comes true, in ten bins."""
    bins = [[0, 0.0, 0] for _ in range(_BINS)]
    for one in told:
        if one.decision.candidates:
            score = one.decision.candidates[0].score
            place = bins[min(int(score * _BINS), _BINS - 1)]
            place[0] += 1
            place[1] += score
            place[2] += one.is_right
    whole = sum(place[0] for place in bins)
    return sum(abs(place[1] - place[2]) for place in bins) / whole if whole else 0.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
