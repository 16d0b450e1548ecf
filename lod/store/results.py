"""Writes an answer to a stream of bytes, row by row, in any format that fits it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, TypeVar, cast

import pyoxigraph as ox

from lod.errors import UsageError
from lod.store import Answer, Graph, reading, table
from lod.store.table import PLAIN, View

_ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
    "n-quads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "json-ld": ox.RdfFormat.JSON_LD,
    "rdf-xml": ox.RdfFormat.RDF_XML,
}
# The library ends these without a newline.
_UNENDED = {"json", "xml", "json-ld", "rdf-xml"}
Form = TypeVar("Form")


def write(answer: Answer, out: IO[bytes], format: str = "", view: View = PLAIN) -> None:
    """Write an answer; use it for `lod query`, on a terminal or into a file.

    format: `table`, `csv`, `tsv`, `json`, `xml` for rows and ASK; a syntax of RDF for graphs; ""
    for the one that reads best. view: how a table and Turtle look.
    Raises UsageError naming what fits, before a byte is written; DiskError on a broken store.
    """
    chosen = format or ("turtle" if isinstance(answer, Graph) else "table")
    with reading():
        if isinstance(answer, Graph):
            _write_graph(answer, out, _fitting(chosen, _GRAPHS, "a graph"), view)
        elif chosen == "table":
            table.write(answer, out, view)
        else:
            answer.native.serialize(out, _fitting(chosen, _ROWS, "rows", "table"))
    if chosen in _UNENDED:
        out.write(b"\n")


def _fitting(name: str, there: Mapping[str, Form], what: str, *also: str) -> Form:
    if name not in there:
        fits = ", ".join([*also, *there])
        raise UsageError(f"{name} cannot hold {what}", where="--format", mend=f"one of {fits}")
    return there[name]


def _write_graph(graph: Graph, out: IO[bytes], form: ox.RdfFormat, view: View) -> None:
    if form not in {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG}:
        ox.serialize(graph.native, out, format=form)
        return
    sorting = _SortedPrefixes(out)
    ox.serialize(
        graph.native, cast("IO[bytes]", sorting), format=form, prefixes=dict(view.prefixes)
    )
    sorting.close()


class _SortedPrefixes:
    """Passes Turtle on with its prefix lines sorted: the library writes them in any order."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._head = b""
        self._through = False

    def write(self, data: bytes) -> int:
        if self._through:
            return self._out.write(data)
        self._head += data
        last = self._head.rpartition(b"\n")[0].rpartition(b"\n")[2]
        if last and not last.startswith(b"@prefix "):
            self.close()
        return len(data)

    def flush(self) -> None:
        """Do nothing: the caller's stream is the caller's to flush."""

    def close(self) -> None:
        lines = self._head.splitlines(keepends=True)
        prefixes = sorted(line for line in lines if line.startswith(b"@prefix "))
        self._out.write(b"".join(prefixes + lines[len(prefixes) :]))
        self._head, self._through = b"", True
