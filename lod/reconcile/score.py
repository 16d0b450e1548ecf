"""What speaks for and against a candidate, added up to a probability, each reason in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lod.entity import Candidate
from lod.reconcile import weights
from lod.reconcile.authority import Hit
from lod.reconcile.evidence import SPOKEN_OF, Situation, Trait, evidence
from lod.reconcile.parse import Query

__all__ = ["SPOKEN_OF", "Scored", "Situation", "candidates", "scored"]

_AGAINST = -6.0  # what weighs so much is a contradiction
# The share of names without an entity that the weights suppose, and how many decisions it takes
# to outweigh it.
SUPPOSED, _DOUBTS = 0.3, 20
# Traits of time and company that weigh otherwise where little of the name agrees.
_STRENGTHS = frozenset({"initial", "double", "alone"})
# A given name that only somewhat agrees may be another's; what speaks for whom it agrees with.
TOO_FAR = frozenset(["given far", "given far, not first", "given like", "given like, not first"])
_OTHER = TOO_FAR | {"given other"}
_TIES = frozenset(["met", "met often", "wrote to each other", "in the collection"])


class Scored(NamedTuple):
    """A hit with its log-odds and reasons; contradicted: no machine may accept it.

    traits: all that speaks for and against, by the names of the table of weights.
    """

    hit: Hit
    odds: float
    reasons: tuple[str, ...]
    contradicted: bool
    traits: frozenset[str]


def scored(hit: Hit, query: Query, situation: Situation) -> Scored:
    """Add up the weights of what speaks for and against one candidate."""
    around = list(evidence(hit.entity, query, situation))
    if not _OTHER.isdisjoint(hit.traits):
        around = list(_of_another(around))
    strength = next(iter(_STRENGTHS.intersection(hit.traits)), "")
    if strength and any(trait.name == "time unknown" for trait in around):
        around.append(Trait(f"{strength}, time unknown"))
    odds, words, against = _named(hit.traits, hit.name if "told" in hit.traits else "")
    names = list(hit.traits)
    for name, detail in around:
        weight = weights.told(name)
        names.append(name)
        odds += weight.odds
        against = against or weight.odds <= _AGAINST
        if weight.said:
            said = f"{weight.text} {detail} ({weight.odds:+.1f})" if detail else weight.said
            words = (*words, said)
    return Scored(hit, odds, words, against, frozenset(names))


def _of_another(around: Iterable[Trait]) -> Iterator[Trait]:
    """Tell what company says of a candidate whose name does not agree: nothing that speaks for him.

    Who is named in full in the same record is not called by another name there.
    """
    for trait in around:
        if trait.name == "company":
            yield Trait("named otherwise")
        elif trait.name not in _TIES:
            yield trait


@lru_cache(maxsize=1 << 12)
def _named(traits: tuple[str, ...], name: str) -> tuple[float, tuple[str, ...], bool]:
    """Weigh how names agree, whoever bears them; name: by which a service knows who is told."""
    told = [(weights.told(trait), name if trait == "told" else "") for trait in traits]
    words = tuple(
        f"{weight.text} {detail} ({weight.odds:+.1f})" if detail else weight.said
        for weight, detail in told
        if weight.said
    )
    odds = sum(weight.odds for weight, _ in told)
    return odds, words, any(weight.odds <= _AGAINST for weight, _ in told)


def candidates(found: Iterable[Scored], none: float = 0.0) -> tuple[Candidate, ...]:
    """Turn log-odds into probabilities over the candidates and "none of them", best first.

    none: the log-odds of "none" in the collection (`prior`). The contradicted stand last, whatever
    their odds. The order of the input does not matter.
    """
    ranked = sorted(
        found, key=lambda one: (one.contradicted, -one.odds, _number(one.hit.entity.id))
    )
    shares = [math.exp(one.odds) for one in ranked]
    whole = math.exp(none) + sum(shares)
    return tuple(
        Candidate(
            id=one.hit.entity.id,
            name=one.hit.entity.label,
            score=round(share / whole, 4),
            reasons=one.reasons,
        )
        for one, share in zip(ranked, shares, strict=True)
    )


def prior(none: int, known: int, supposed: float = SUPPOSED) -> float:
    """Give the log-odds of "none" in a collection, beyond what the weights suppose.

    none, known: how many of its names were decided so. Few decisions move it little. supposed:
    the share of names without an entity before anything was decided.

    >>> round(prior(90, 10), 1)
    2.2
    """
    share = SUPPOSED / (1 - SUPPOSED)
    return math.log((none + supposed * _DOUBTS) / (known + (1 - supposed) * _DOUBTS) / share)


def _number(entity_id: str) -> tuple[int, str]:
    """Order ids of Wikidata by their number: the older item first."""
    digits = entity_id[1:]
    return (int(digits) if digits.isdecimal() else 0, entity_id)
