"""Which holdings of an archive a reference names: fond, opis, papka and delo, from the top down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lod.iri import holding_path
from lod.normalize.archives import printed
from lod.record import ArchivalReference
from lod.vocabulary import Vocabulary

Parts = tuple[tuple[str, str], ...]
# The steps of a path; a papka (a portfolio that holds files) is a property of the file, no step.
_STEPS = ("fond", "opis", "delo")
_LEVELS = (*_STEPS, "papka")


class Holding(NamedTuple):
    """A holding: its level, its path, that of what it is part of, and that of its papka."""

    path: str
    level: str
    label: str
    archive: str
    parent: str = ""
    papka: str = ""


def smallest(reference: ArchivalReference, vocabulary: Vocabulary) -> str:
    """Give the path of the smallest holding that a reference names, "" where there is none."""
    found = holdings_of(reference, vocabulary)
    return found[-1].path if found else ""


def holdings_of(reference: ArchivalReference, vocabulary: Vocabulary) -> tuple[Holding, ...]:
    """Name every holding on the way down to the smallest, the papka just before its file."""
    if reference.archive not in vocabulary.archives:
        return ()
    return _holdings_of(reference.archive, _of_holdings(reference))


def _of_holdings(reference: ArchivalReference) -> Parts:
    """Give the parts that name holdings: leaves are in a file, and no holding."""
    return tuple([part for part in reference.parts if part[0] in _LEVELS])


@lru_cache(maxsize=4096)
def _holdings_of(archive: str, parts: Parts) -> tuple[Holding, ...]:
    return tuple(_holdings(archive, dict(parts)))


def _holdings(archive: str, values: dict[str, str]) -> Iterator[Holding]:
    parent = ""
    above: Parts = ()
    for level in _steps(values):
        here: Parts = (*above, (level, values[level]))
        path = holding_path(archive, here)
        papka = _papka(archive, above, values) if level == "delo" else ""
        if papka:
            yield Holding(papka, "papka", _spell(archive, (*above, _part(values))), archive, parent)
        told: Parts = (*above, _part(values), here[-1]) if papka else here
        yield Holding(path, level, _spell(archive, told), archive, parent, papka)
        above, parent = here, path
    if "papka" in values and "delo" not in values and above:
        label = _spell(archive, (*above, _part(values)))
        yield Holding(_papka(archive, above, values), "papka", label, archive, parent)


def _steps(values: dict[str, str]) -> Iterator[str]:
    """Go down as far as each level is known: without a fond nothing else is one thing."""
    if "fond" in values:
        yield from (level for level in _STEPS if level in values)


def _papka(archive: str, above: Parts, values: dict[str, str]) -> str:
    return holding_path(archive, (*above, _part(values))) if "papka" in values else ""


def _part(values: dict[str, str]) -> tuple[str, str]:
    return "papka", values["papka"]


def _spell(archive: str, parts: Parts) -> str:
    return printed(ArchivalReference(verbatim="", archive=archive, parts=parts))
