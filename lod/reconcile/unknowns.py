"""How many names of a collection nobody knows, told by the scores of all of them together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lod.entity import MACHINE, Candidate, Decision, Judgement
from lod.reconcile.score import SUPPOSED, prior

ENOUGH = 100  # names from which on their scores tell something of the collection
_BINS, _ROUNDS, _CLOSE = 1_000, 500, 1e-6
_STEP = 0.5
_DECIDED = frozenset({Judgement.ACCEPTED, Judgement.REVIEW, Judgement.NONE})


class Unknowns:
    """Counts how probable it is of each person's name that nobody is meant.

    Counts can be added up, so that processes may count for themselves; order makes no difference.
    """

    def __init__(self, counts: Iterable[tuple[int, int]] = ()) -> None:
        self._bins = Counter(dict(counts))

    def add(self, decision: Decision) -> None:
        """Count a name that was decided by machine."""
        if _counts(decision):
            unknown = nobody(decision.candidates) if decision.candidates else 1.0
            self._bins[round(_BINS * unknown)] += 1

    def update(self, other: Unknowns) -> None:
        """Add what was counted elsewhere."""
        self._bins.update(other._bins)

    def share(self) -> float:
        """Estimate the share of names that nobody known here bears; never below what is supposed.

        Probabilities that were worked out for one share of a class are turned into those for
        another, until the share that goes in comes out (Saerens, Latinne and Decaestecker 2002,
        doi:10.1162/089976602753284446).
        """
        whole = self._bins.total()
        if whole < ENOUGH:
            return SUPPOSED
        share, bins = SUPPOSED, sorted(self._bins.items())
        for _ in range(_ROUNDS):
            ratio = share / (1 - share) * (1 - SUPPOSED) / SUPPOSED
            new = math.fsum(count * _turned(at / _BINS, ratio) for at, count in bins) / whole
            new = min(max(new, SUPPOSED), 1 - 1 / whole)
            if abs(new - share) < _CLOSE:
                break
            share = new
        return share

    def odds(self, none: int, known: int) -> float:
        """Give by how much "none" is likelier than for a collection of which nothing is known.

        none, known: how many names its curators decided so. In steps, so that a record more does
        not change the score of every name.
        """
        exact = prior(none, known, self.share()) - prior(none, known)
        return round(exact / _STEP) * _STEP


def nobody(candidates: Iterable[Candidate]) -> float:
    """Give the probability that none of the candidates is meant."""
    return min(max(1 - math.fsum(one.score for one in candidates), 0.0), 1.0)


def leaned(decision: Decision, odds: float, accept: float, none: float) -> Decision:
    """Weigh a person's name anew in a collection where "none" is likelier by some log-odds.

    accept, none: the thresholds for people. What a curator or the source said stays.
    """
    if not odds or not _counts(decision) or not decision.candidates:
        return decision
    before, judged, note = decision.candidates, decision.judgement, decision.note
    whole = math.fsum(one.score for one in before) + nobody(before) * math.exp(odds)
    found = tuple(replace(one, score=round(one.score / whole, 4)) for one in before)
    below = f"probability {found[0].score:.2f} is below {accept:.2f}"
    if math.fsum(one.score for one in found) < none:
        judged, note = Judgement.NONE, "no candidate is likely"
    elif note.startswith("probability ") or (
        judged is Judgement.ACCEPTED and found[0].score < accept
    ):
        judged, note = Judgement.REVIEW, below
    accepted = judged is Judgement.ACCEPTED
    return replace(
        decision,
        judgement=judged,
        id=decision.id if accepted else "",
        label=decision.label if accepted else "",
        score=found[0].score,
        candidates=found,
        note=note,
    )


def _turned(share: float, ratio: float) -> float:
    return ratio * share / (ratio * share + 1 - share)


def _counts(decision: Decision) -> bool:
    return (
        decision.kind == "person"
        and decision.decided_by == MACHINE
        and decision.judgement in _DECIDED
        and not decision.decided_on
    )
