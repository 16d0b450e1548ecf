"""What each trait of a name's agreement weighs, in log-odds; fitted, and shipped as a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lod import vocabulary

FILE = "weights.tsv"


class Weight(NamedTuple):
    """Log-odds, and the reason in words; said: both together, "" where it weighs nothing."""

    odds: float
    text: str
    said: str = ""


@cache
def load() -> Mapping[str, Weight]:
    """Read the shipped weights (`vocab/weights.tsv`: `trait weight text`)."""
    lines = (vocabulary.folder() / FILE).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
    return {trait: _weight(float(odds), text) for trait, odds, text in rows}


def _weight(odds: float, text: str) -> Weight:
    return Weight(odds, text, f"{text} ({odds:+.1f})" if round(odds, 1) else "")


@lru_cache(maxsize=1 << 14)
def weigh(traits: tuple[str, ...]) -> float:
    """Add up what traits weigh; one that is not in the table weighs nothing."""
    return sum(told(trait).odds for trait in traits)


def told(trait: str) -> Weight:
    """Give the weight of a trait and what to say of it."""
    return load().get(trait) or Weight(0.0, trait)
