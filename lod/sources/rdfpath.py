"""Paths through a graph: `dcterms:title@en`, `^edm:aggregatedCHO/edm:isShownAt`.

A path is properties with `/` between them, each a prefixed name or `<address>`; `^` follows one
backwards; `a` is rdf:type; `@en` at the end keeps texts in that language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

import pyoxigraph as ox

from lod import namespaces as ns
from lod.errors import SourceError
from lod.sources import NODE, Cell
from lod.sources.clean import plain
from lod.sources.together import UNORDERED, Place, listed
from lod.sources.together import Step as _Place

Node = ox.NamedNode | ox.BlankNode
_KNOWN = (
    *(ns.CRM, ns.DC, ns.DCMITYPE, ns.DCTERMS, ns.DCAT, ns.EDM, ns.FOAF, ns.LA, ns.MREL, ns.ORE),
    *(ns.OWL, ns.PROV, ns.RDF, ns.RDFS, ns.SCHEMA, ns.SKOS, ns.VOID, ns.WGS84),
)
_STEP = re.compile(r"(\^?)(?:<([^<>]*)>|([^/<>]+))(?:/|$)")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE = f"{_RDF}type"
_FIRST, _REST, _NIL = (ox.NamedNode(f"{_RDF}{name}") for name in ("first", "rest", "nil"))
_NUMBERED = re.compile(rf"{re.escape(_RDF)}_([1-9]\d{{0,8}})")
_MARKED = frozenset((f"{_RDF}XMLLiteral", f"{_RDF}HTML"))
_SHOWN = 5  # paths that a message names


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


def texts(store: ox.Store, subject: Node, path: Path, names: Names) -> tuple[Cell, ...]:
    """Give the values at the end of a path, each with its language tag and the nodes on its way.

    They are sorted; members of a list keep its order. What two nodes on the way say alike is there
    twice. A node without address is no text: its cell names the paths into it.
    """
    ways: list[_Way] = [_Way((), subject)]
    last = len(path.steps) - 1
    for at, step in enumerate(path.steps):
        leaf = path.column if at == last else ""
        opened = at == last or path.steps[at + 1].property.value not in _OF_LISTS
        ways = [found for way in ways for found in _next(store, way, step, leaf, opened=opened)]
        if len(ways) > _MANY:
            ways = [_Way((), node) for node in {way.node: None for way in ways}]
    found = [((_order(way.place), *_text(store, way.node, path, names)), way.place) for way in ways]
    return tuple(
        Cell(text, rule=rule, language=tag, place=place)
        for (_, text, tag, rule), place in sorted(found, key=itemgetter(0))
        if text and (not path.language or tag.lower() == path.language)
    )


class _Way(NamedTuple):
    """A node, and the steps that led to it."""

    place: Place
    node: Node | ox.Literal | ox.Triple


# Properties by which somebody walks through a list himself, who then wants no members.
_OF_LISTS = frozenset((_FIRST.value, _REST.value))
_MANY = 10_000  # ways to the values of one path, which a graph of cycles could multiply


def _order(place: Place) -> tuple[tuple[int, str], ...]:
    """Give what values are sorted by before their text: where in lists they stand."""
    return tuple((step.at, "") for step in place if step.at != UNORDERED)


def _text(
    store: ox.Store, node: Node | ox.Literal | ox.Triple, path: Path, names: Names
) -> tuple[str, str, str]:
    """Give the text of a node, its language, and what it is if it is none."""
    if isinstance(node, ox.Literal):
        marked = node.datatype.value in _MARKED
        return plain(node.value) if marked else node.value, node.language or "", ""
    if isinstance(node, ox.NamedNode):
        return ("", "", "") if node == _NIL else (node.value, "", "")
    if isinstance(node, ox.Triple):
        return "", "", ""
    found = {
        names.short(quad.predicate.value) for quad in store.quads_for_pattern(node, None, None)
    }
    return ", ".join(f"{path.column}/{name}" for name in sorted(found)[:_SHOWN]), "", NODE


def _next(store: ox.Store, way: _Way, step: _Step, leaf: str, *, opened: bool) -> Iterator[_Way]:
    """Follow a step from a node; opened: of a list or container its members are meant."""
    found = sorted(_followed(store, way.node, step), key=str)
    key, of = f"{'^' * step.back}{step.property.value}", len(found)
    for node in found:
        members = _members(store, node) if opened else ()
        own = "" if members else leaf
        place = (*way.place, _Place(key, str(node), UNORDERED, of, own))
        for at, member in enumerate(members):
            yield _Way((*place, listed("()", at, len(members), leaf)), member)
        if not members:
            yield _Way(place, node)


def _followed(
    store: ox.Store, node: Node | ox.Literal | ox.Triple, step: _Step
) -> set[Node | ox.Literal | ox.Triple]:
    if step.back:
        return {quad.subject for quad in store.quads_for_pattern(None, step.property, node)}
    if not isinstance(node, (ox.NamedNode, ox.BlankNode)):
        return set()
    return {quad.object for quad in store.quads_for_pattern(node, step.property, None)}


def _members(
    store: ox.Store, node: Node | ox.Literal | ox.Triple
) -> Sequence[Node | ox.Literal | ox.Triple]:
    """Give the members of a list, or of a container (rdf:_1, rdf:_2 ...), in their order."""
    if not isinstance(node, (ox.NamedNode, ox.BlankNode)):
        return ()
    found: list[Node | ox.Literal | ox.Triple] = []
    rest: Node | ox.Literal | ox.Triple | None = node
    seen = set()
    while isinstance(rest, (ox.NamedNode, ox.BlankNode)) and rest not in seen:
        seen.add(rest)
        first = [quad.object for quad in store.quads_for_pattern(rest, _FIRST, None)]
        found += sorted(first, key=str)
        rest = next((quad.object for quad in store.quads_for_pattern(rest, _REST, None)), None)
    return found or _contained(store, node)


def _contained(store: ox.Store, node: Node) -> Sequence[Node | ox.Literal | ox.Triple]:
    numbered = [
        (int(found[1]), str(quad.object), quad.object)
        for quad in store.quads_for_pattern(node, None, None)
        if (found := _NUMBERED.fullmatch(quad.predicate.value))
    ]
    return [member for *_, member in sorted(numbered, key=lambda one: one[:2])]
