"""What the release's own description says: a sentence about it, and what it uses how often."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from lod.namespaces import SCHEMA, VOID
from lod.terms import Term, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The description of a release; classes, properties: IRI -> number of things, of triples."""

    about: str = ""
    classes: tuple[tuple[str, int], ...] = ()
    properties: tuple[tuple[str, int], ...] = ()


def read(file: Path) -> Described:
    """Read `description.ttl`; a release without one has nothing to say."""
    if not file.is_file():
        return Described()
    graph = ox.Dataset(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    about = _literals(graph, SCHEMA["description"])
    return Described(
        about=about[0] if about else "",
        classes=_counted(graph, VOID["class"], VOID["entities"]),
        properties=_counted(graph, VOID["property"], VOID["triples"]),
    )


def _node(term: Term) -> ox.NamedNode:
    return ox.NamedNode(value(term))


def _literals(graph: ox.Dataset, name: Term) -> list[str]:
    found = [quad.object for quad in graph.quads_for_predicate(_node(name))]
    return sorted(one.value for one in found if isinstance(one, ox.Literal))


def _counted(graph: ox.Dataset, of: Term, by: Term) -> tuple[tuple[str, int], ...]:
    """Give the terms of a kind with their numbers, the most frequent first."""
    found = dict[str, int]()
    for part in graph.quads_for_predicate(_node(of)):
        for quad in graph.quads_for_subject(part.subject):
            if quad.predicate == _node(by) and isinstance(part.object, ox.NamedNode):
                found[part.object.value] = int(str(getattr(quad.object, "value", "0")))
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))
