"""CIDOC-CRM as its RDFS encoding says it: which classes and properties there are, and for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from lod.terms import Triple

CRM = "http://www.cidoc-crm.org/cidoc-crm/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
Kinds = dict[str, set[str]]


class Ontology:
    """The superclasses of each class, and domain and range of each property."""

    def __init__(self, path: Path) -> None:
        self.terms: set[str] = set()
        self._above: dict[str, set[str]] = defaultdict(set)
        self.domain: dict[str, str] = {}
        self.range: dict[str, str] = {}
        for quad in ox.parse(path=path, format=ox.RdfFormat.RDF_XML):
            subject, name, value = str(quad.subject), quad.predicate.value, str(quad.object)
            self.terms.add(subject)
            if name == f"{RDFS}subClassOf":
                self._above[subject].add(value)
            elif name in (f"{RDFS}domain", f"{RDFS}range"):
                (self.domain if name.endswith("domain") else self.range)[subject] = value

    def above(self, kind: str) -> set[str]:
        """Give a class and all its superclasses."""
        found, left = {kind}, [kind]
        while left:
            new = self._above[left.pop()] - found
            found |= new
            left += new
        return found


class Judge:
    """Says what CIDOC-CRM forbids in a graph; knows the classes of all shipped words."""

    def __init__(self, crm: Ontology, shipped: Iterable[Triple], base: str) -> None:
        self.crm, self.base = crm, base
        self.known = self._kinds(shipped)

    def wrong(self, graph: list[Triple]) -> list[str]:
        """Name every CRM statement whose subject or object is not of the class it must be."""
        kinds = {**self.known, **self._kinds(graph)}
        return sorted({fault for triple in graph for fault in self._faults(triple, kinds)})

    def _faults(self, triple: Triple, kinds: Kinds) -> Iterator[str]:
        subject, name, value = triple
        if not name.startswith(f"<{CRM}"):
            return
        if name not in self.crm.terms:
            yield f"no property {name}"
            return
        for node, demand in ((subject, self.crm.domain[name]), (value, self.crm.range[name])):
            if not self._fits(node, demand, kinds):
                yield f"{node} of {subject} {name} is no {demand}"

    def _fits(self, node: str, demand: str, kinds: Kinds) -> bool:
        """Ask of our own nodes that they are typed; what others describe may be anything."""
        if node.startswith('"'):
            return not demand.startswith(f"<{CRM}E")
        ours = node.startswith(f"<{self.base}")
        return demand in kinds.get(node, set()) or (node not in kinds and not ours)

    def _kinds(self, triples: Iterable[Triple]) -> Kinds:
        """Give each node its classes, with all their superclasses."""
        kinds: Kinds = {}
        for subject, name, value in triples:
            if name == TYPE:
                kinds[subject] = kinds.get(subject, set()) | self.crm.above(value)
        return kinds
