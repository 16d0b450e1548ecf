"""Paths through a graph: `dcterms:title@en`, `^edm:aggregatedCHO/edm:isShownAt`.

A path is properties with `/` between them, each a prefixed name or `<address>`; `^` follows one
backwards; `a` is rdf:type; `@en` at the end keeps texts in that language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from lod import namespaces as ns
from lod.errors import SourceError

Node = ox.NamedNode | ox.BlankNode
_KNOWN = (
    *(ns.CRM, ns.DC, ns.DCMITYPE, ns.DCTERMS, ns.DCAT, ns.EDM, ns.FOAF, ns.LA, ns.MREL, ns.ORE),
    *(ns.OWL, ns.PROV, ns.RDF, ns.RDFS, ns.SCHEMA, ns.SKOS, ns.VOID, ns.WGS84),
)
_STEP = re.compile(r"(\^?)(?:<([^<>]*)>|([^/<>]+))(?:/|$)")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class _Step(NamedTuple):
    back: bool
    property: ox.NamedNode


class Path(NamedTuple):
    """A path as asked, its steps, and the language that its texts must have ("" for any)."""

    column: str
    steps: tuple[_Step, ...]
    language: str = ""


class Names:
    """Prefixed names <-> addresses; the configuration's prefixes, then those that we know."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self._bases = {known.prefix: known.base for known in _KNOWN} | dict(namespaces)
        self._prefixes = sorted(
            ((base, prefix) for prefix, base in self._bases.items()),
            key=lambda pair: (-len(pair[0]), pair[1]),
        )

    def node(self, name: str) -> ox.NamedNode:
        """Make the node of a prefixed name or address; raises SourceError for unknown prefixes."""
        name = name.strip().removeprefix("<").removesuffix(">")
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and prefix in self._bases:
            name = self._bases[prefix] + local
        try:
            if "://" not in name and not name.startswith("urn:"):
                raise ValueError
            return ox.NamedNode(name)
        except ValueError:
            mend = "declare its prefix in [source.namespaces] or write the address in <>"
            raise SourceError(f"{name!r} names nothing", where="[source]", mend=mend) from None

    def short(self, address: str) -> str:
        """Spell an address with its prefix where one is known.

        >>> Names({}).short("http://purl.org/dc/terms/title")
        'dcterms:title'
        """
        for base, prefix in self._prefixes:
            if address.startswith(base):
                return f"{prefix}:{address.removeprefix(base)}"
        return f"<{address}>"

    def path(self, column: str) -> Path:
        """Take a path apart; raises SourceError for what is none."""
        if re.match(r"[a-z]+://", column):
            return Path(column, (_Step(False, self.node(column)),))
        spelled, _, language = column.rpartition("@") if "@" in column else (column, "", "")
        found, place = [], 0
        while place < len(spelled):
            match = _STEP.match(spelled, place)
            if not match:
                raise SourceError(f"{column!r} is no path of properties", where="[fields]")
            back, address, name = match.groups()
            found.append(_Step(bool(back), self._property(address, name)))
            place = match.end()
        return Path(column, tuple(found), language.lower())

    def _property(self, address: str | None, name: str) -> ox.NamedNode:
        if address is not None:
            return self.node(f"<{address}>")
        return ox.NamedNode(_TYPE) if name == "a" else self.node(name)


def texts(store: ox.Store, subject: ox.NamedNode, path: Path) -> Sequence[tuple[str, str]]:
    """Give the values at the end of a path, each with its language tag, "" where it has none.

    They are sorted: literals and addresses, no blank nodes.
    """
    nodes: set[Node | ox.Literal | ox.Triple] = {subject}
    for step in path.steps:
        nodes = {found for node in nodes for found in _next(store, node, step)}
    return sorted(
        (node.value, (isinstance(node, ox.Literal) and node.language) or "")
        for node in nodes
        if isinstance(node, (ox.NamedNode, ox.Literal)) and _speaks(node, path.language)
    )


def _next(
    store: ox.Store, node: Node | ox.Literal | ox.Triple, step: _Step
) -> list[Node | ox.Literal | ox.Triple]:
    if step.back:
        found = store.quads_for_pattern(None, step.property, node)
        return [quad.subject for quad in found]
    if not isinstance(node, (ox.NamedNode, ox.BlankNode)):
        return []
    return [quad.object for quad in store.quads_for_pattern(node, step.property, None)]


def _speaks(node: ox.NamedNode | ox.Literal, language: str) -> bool:
    return not language or (
        isinstance(node, ox.Literal) and (node.language or "").lower() == language
    )
