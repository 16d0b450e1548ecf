"""How common a word is among people's names, where an authority is too small to tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lod import vocabulary

_PEOPLE = 100_000


@cache
def _table() -> Mapping[str, float]:
    """Read the shipped table (`vocab/common-names.tsv`: `word people`, of 100,000)."""
    text = (vocabulary.folder() / "common-names.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {word: int(people) / _PEOPLE for word, people in rows}


def rate(word: str) -> float:
    """Give the share of people whose names have this word, 0 where it is rare.

    >>> rate("john") > rate("gromyko")
    True
    """
    return _table().get(word, 0.0)
