"""RDF as a source: Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD; one row a subject.

Rows are the subjects of the class in `records`, or all that have an address. A file is read into
a store in memory; nothing it names is fetched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as File

import msgspec
import pyoxigraph as ox

from lod.config import Source
from lod.issue import Issue
from lod.registry import suggestion
from lod.sources import CELL_LIMIT, Row, Slice
from lod.sources.files import files, name_of
from lod.sources.rdffile import SUFFIXES, loaded
from lod.sources.rdfpath import Names, Node, Path, texts

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NESTED = 5
_NAME = 12  # characters of a hash that stand for an address
_SHOWN = 30  # classes
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Rdf:
    """Reads subjects of a graph; a row is looked up by its address."""

    def slices(self, source: Source, folder: File) -> Iterator[Slice | Issue]:
        """Give each file as one slice; raises SourceError where there is none."""
        for path in files(source, folder, SUFFIXES):
            yield Slice(str(path), name_of(path, folder))

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the subjects in the order of their addresses; without columns, all properties.

        Raises SourceError for a column or class whose prefix nobody declared.
        """
        names = Names(source.namespaces)
        wanted = names.node(source.records) if source.records else None
        paths = [names.path(column) for column in columns]
        store = ox.Store()
        yield from loaded(store, part, source)
        subjects = _subjects(store, wanted)
        if wanted and not subjects:
            yield _no_subject(part, source.records, _classes(store, names))
        if not wanted and (nameless := _nameless(store)):
            yield _unasked(part, nameless)
        for name, subject in subjects:
            asked = paths or _all(store, subject, names)
            found = {path.column: texts(store, subject, path, names) for path in asked}
            cells = {column: values for column, values in found.items() if values}
            if any(len(cell.text) > CELL_LIMIT for values in cells.values() for cell in values):
                yield _too_long(part, name)
                continue
            content = _hash(store, subject)
            yield Row(source=part.name, row=name, sha256=content, cells=cells)


def _subjects(store: ox.Store, wanted: ox.NamedNode | None) -> list[tuple[str, Node]]:
    """List the subjects by their addresses; those of a class that have none by what they hold."""
    quads = store.quads_for_pattern(None, _TYPE if wanted else None, wanted)
    found = {quad.subject for quad in quads}
    named = [(node.value, node) for node in found if isinstance(node, ox.NamedNode)]
    blank = [node for node in found if wanted and isinstance(node, ox.BlankNode)]
    held = [(f"_:{_hash(store, node)[:_NAME]}", node) for node in blank]
    return [*sorted(named, key=_first), *sorted(held, key=_first)]


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


def _nameless(store: ox.Store) -> int:
    """Count the subjects without address that nothing points to."""
    quads = store.quads_for_pattern(None, None, None)
    blank = {quad.subject for quad in quads if isinstance(quad.subject, ox.BlankNode)}
    return sum(next(store.quads_for_pattern(None, None, node), None) is None for node in blank)


def _unasked(part: Slice, count: int) -> Issue:
    message = (
        f"{count} subjects have no address and nothing points to them: they are left out; name "
        "their class by `records` in [source]"
    )
    return Issue(message=message, code="rdf/no-address", source=part.name)


def _hash(store: ox.Store, node: Node) -> str:
    return hashlib.sha256(_encode(_described(store, node))).hexdigest()


def _classes(store: ox.Store, names: Names) -> list[str]:
    found = {quad.object for quad in store.quads_for_pattern(None, _TYPE, None)}
    return sorted(names.short(node.value) for node in found if isinstance(node, ox.NamedNode))[
        :_SHOWN
    ]


def _no_subject(part: Slice, wanted: str, there: list[str]) -> Issue:
    said = suggestion(wanted, there) if there else "nothing in the file has a class"
    return Issue(message=f"nothing is of the class {wanted} ({said})", code="rdf/no-record",
                 source=part.name)  # fmt: skip


def _all(store: ox.Store, subject: Node, names: Names) -> list[Path]:
    quads = store.quads_for_pattern(subject, None, None)
    columns = sorted({names.short(quad.predicate.value) for quad in quads})
    return [names.path(column) for column in columns]


def _described(store: ox.Store, node: Node, depth: int = 0) -> list[list[object]]:
    """Describe a node without the names of blank nodes, which change from file to file."""
    found: list[list[object]] = []
    for quad in store.quads_for_pattern(node, None, None):
        value: object = str(quad.object)
        if isinstance(quad.object, ox.BlankNode):
            value = _described(store, quad.object, depth + 1) if depth < _NESTED else "[]"
        found.append([quad.predicate.value, value])
    return sorted(found, key=_encode)


def _too_long(part: Slice, name: str) -> Issue:
    return Issue(
        message=f"a value is longer than {CELL_LIMIT >> 20} MiB; the row was left out",
        code="cell/too-long",
        severity="error",
        source=part.name,
        row=name,
    )
