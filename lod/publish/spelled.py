"""A block in every syntax: what the dumps, the store and the files of single things are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from lod.namespaces import RDF
from lod.publish.blocks import Tree, lines, ordered, tree
from lod.publish.jsonld import JsonLdWriter, document, dump
from lod.publish.turtle import TurtleWriter
from lod.terms import Term, Triple

_TYPE = RDF["type"]


class Counts(NamedTuple):
    """What a block holds: its triples, how many subjects, which properties and classes."""

    triples: int
    subjects: int
    properties: Mapping[Term, int]
    classes: Mapping[Term, int]


class Writers(NamedTuple):
    """What spells blocks; context: its address, as files of single things name it."""

    turtle: TurtleWriter
    jsonld: JsonLdWriter
    context: str

    def namespaces(self) -> list[str]:
        """List what IRIs may be shortened by."""
        return [*self.turtle.namespaces(), *self.jsonld.namespaces()]


class Spelled(Protocol):
    """What is said of one thing, of the default graph.

    ntriples: lines, sorted. about: lines of the data about the thing, which stand in the same
    files but sort elsewhere in a dump; known once the block itself is.
    """

    ntriples: bytes
    about: bytes

    @property
    def size(self) -> int:
        """Say how many triples it is."""

    @property
    def counts(self) -> Counts:
        """Count what the block holds."""

    def turtle(self) -> bytes:
        """Write the block's paragraphs, no header."""

    def dump(self) -> bytes:
        """Write the block's nodes as they stand in the JSON-LD dump."""

    def document(self) -> bytes:
        """Write the block as a JSON-LD file of its own, readable by people."""


class Told:
    """A block from its triples."""

    def __init__(self, triples: Iterable[Triple], writers: Writers) -> None:
        self._triples, self._writers = ordered(triples), writers
        self.ntriples, self.about = "".join(lines(self._triples)).encode(), b""

    def settle(self, about: Iterable[Triple]) -> None:
        """Add the data about the thing."""
        found = ordered(about)
        self._triples += found
        self.about = "".join(lines(found)).encode()

    @property
    def size(self) -> int:
        """Say how many triples it is."""
        return len(self._triples)

    @property
    def counts(self) -> Counts:
        """Count what the block holds."""
        return counts(self._triples)

    def turtle(self) -> bytes:
        """Write the block's paragraphs."""
        return self._writers.turtle.paragraphs(self._tree).encode()

    def dump(self) -> bytes:
        """Write the block's nodes."""
        return dump(self._nodes)

    def document(self) -> bytes:
        """Write the block as a file."""
        return document(self._writers.context, self._nodes)

    @cached_property
    def _tree(self) -> Tree:
        return tree(self._triples)

    @cached_property
    def _nodes(self) -> list[dict[str, Any]]:
        return self._writers.jsonld.nested(self._tree)


def counts(triples: tuple[Triple, ...]) -> Counts:
    """Count what triples hold."""
    return Counts(
        len(triples),
        len({one[0] for one in triples}),
        Counter(one[1] for one in triples),
        Counter(one[2] for one in triples if one[1] == _TYPE),
    )
