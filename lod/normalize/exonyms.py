"""Places as other languages than English call them: Moskau, Moscou, Москва."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from lod import vocabulary


class Exonyms(NamedTuple):
    """A line of the table: what one place is called.

    english: the name under which an authority is asked, "" where none of ours knows the place.
    in_texts: names that stand for it in running text, too. stated: names that are read only where
    a place is stated.
    """

    english: str
    in_texts: tuple[str, ...]
    stated: tuple[str, ...]


@cache
def exonyms() -> tuple[Exonyms, ...]:
    """Read the table (`vocab/places/exonyms.tsv`); a name in two lines may mean either place."""
    rows = (f"{line}\t\t".split("\t") for line in vocabulary.lines("places/exonyms.tsv"))
    return tuple(Exonyms(row[0], _names(row[1]), _names(row[2])) for row in rows)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("; ")))
