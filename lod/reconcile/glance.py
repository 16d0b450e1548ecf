"""Tells at a glance whether a person may bear a name, before the two are compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lod.normalize.namewords import PARTICLES
from lod.reconcile.compare import TURNED, Form
from lod.reconcile.readings import Readings
from lod.reconcile.sounds import kindred


class Marks(NamedTuple):
    """What must stand in the names of everybody who bears a name as it is spelled.

    families: one of them does. turned: for a name read in the other order, the family name and
    what else must stand there, () where that can be anything.
    """

    families: tuple[str, ...]
    turned: tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=1 << 8)
def marks(reading: Readings) -> Marks:
    """Give what to look for in the names of people whose family name is spelled the same."""
    straight = [form for form in reading.forms if form.how != TURNED]
    families = dict.fromkeys(word for form in straight for word in _families(form))
    turned = (form for form in reading.forms if form.how == TURNED)
    return Marks(tuple(families), tuple((" ".join(one.family), _given(one)) for one in turned))


def may_bear(asked: Marks, names: str) -> bool:
    """Tell whether a person may bear a name; names: all of the person's, a line each.

    >>> from lod.reconcile.parse import query
    >>> from lod.reconcile.readings import readings
    >>> smith = marks(readings(query("John Smith", "person")))
    >>> may_bear(smith, "j a smith"), may_bear(smith, "smith john"), may_bear(smith, "john sparrow")
    (True, True, False)
    """
    for family in asked.families:
        if family in names:
            return True
    return any(family in names and _goes_with(given, names) for family, given in asked.turned)


def _goes_with(given: tuple[str, ...], names: str) -> bool:
    if not given:
        return True
    for word in given:
        if word in names:
            return True
    lines, letter = f"\n{names}\n", given[0][0]
    if f" {letter} " in lines or f"\n{letter} " in lines or f" {letter}\n" in lines:
        return True
    return given[0] in names.replace(" ", "")


def _families(form: Form) -> Iterator[str]:
    yield " ".join(form.family)
    if len(form.family) > 1:
        yield from (word for word in form.family if word not in PARTICLES)


def _given(form: Form) -> tuple[str, ...]:
    """Give the words one of which must be there where two doubts at once are too many."""
    first = form.given[0]
    return () if len(first) < 3 else (first, *sorted(kindred(first)))
