"""What lists are made of: things, values of facets, neighbours, and what there is in all."""

from __future__ import annotations

from typing import NamedTuple

FACETS = ("type", "year", "language", "subject", "archive", "classification")
ENTITIES = ("person", "group", "place")


class Found(NamedTuple):
    """A thing in a list; snippet: pieces of its text, every second one a word that was found."""

    path: str
    kind: str
    title: str
    date: str
    snippet: tuple[str, ...] = ()


class Choice(NamedTuple):
    """A value by which a list can be narrowed, and how many are left then."""

    facet: str
    value: str
    label: str
    number: int


class Neighbour(NamedTuple):
    """A thing beside another: in which role, or how often they appear together."""

    path: str
    kind: str
    title: str
    date: str
    role: str
    number: int


class Narrowing(NamedTuple):
    """How a list can be narrowed.

    having: of each facet, how many things have a value of it and how many values there are, so
    that what the choices leave out can be told.
    """

    choices: list[Choice]
    having: dict[str, tuple[int, int]]


class Overview(NamedTuple):
    """What there is: how many of each kind, the most frequent values and entities, the years.

    narrowing: how to narrow a search for everything, and for all records of a kind. several: the
    facets of which a thing has more than one value.
    """

    kinds: dict[str, int]
    choices: dict[str, list[Choice]]
    frequent: dict[str, list[Neighbour]]
    years: list[tuple[str, int]]
    undated: int
    narrowing: dict[str, Narrowing]
    several: frozenset[str]
