"""A store of somebody else: SPARQL 1.1 Protocol to ask, Graph Store Protocol to fill it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from lod.errors import FetchError, PartialError, UsageError
from lod.fetch import Fetcher, Request
from lod.lazily import regex
from lod.store import Answer, Boolean, Graph, Solutions, gate
from lod.terms import Term

_ROWS = "application/sparql-results+json"
_GRAPH = "application/n-triples"
_READ_FORMATS = {
    _ROWS: ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
_GRAPH_FORMATS = {_GRAPH: ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE}
_DECLARED = regex(r"\bPREFIX\s+([^\s:]*):", re.IGNORECASE)


class RemoteStore:
    """Asks an endpoint of the SPARQL 1.1 Protocol.

    The gate is the same as of the embedded store. A value is bound with VALUES, in the spelling
    of its term. Answers are read whole before the first row is given: complete, or an error.
    """

    def __init__(self, endpoint: str, fetcher: Fetcher) -> None:
        self._endpoint, self._fetcher = endpoint, fetcher

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        base: str = "",
        bind: Mapping[str, Term] | None = None,
    ) -> Answer:
        """Answer a query; raises UsageError when refused, PartialError when nobody answers."""
        gate.check(text, prefixes or {}, base)
        full = _declared(text, prefixes or {}, base) + _bound(bind or {})
        request = Request(
            url=self._endpoint,
            method="POST",
            headers={
                "Accept": f"{_ROWS}, {_GRAPH};q=0.9",
                "Content-Type": "application/sparql-query; charset=utf-8",
            },
            body=full.encode("utf-8", "replace"),
        )
        try:
            answer = self._fetcher.send(request)
        except FetchError as error:
            raise UsageError(error.what, where=self._endpoint) from error
        return self._understood(answer.media_type, answer.body)

    def _understood(self, media_type: str, body: bytes) -> Answer:
        try:
            if media_type in _READ_FORMATS:
                rows = ox.parse_query_results(body, format=_READ_FORMATS[media_type])
                return Boolean(rows) if isinstance(rows, ox.QueryBoolean) else Solutions(rows)
            if media_type in _GRAPH_FORMATS:
                quads = list(ox.parse(body, format=_GRAPH_FORMATS[media_type]))
                return Graph(quad.triple for quad in quads)
        except SyntaxError as error:
            what = f"the answer is broken: {error}"
            raise PartialError(what, where=self._endpoint, mend="ask again") from error
        what = f"an answer of the type {media_type or 'nothing'}"
        raise UsageError(what, where=self._endpoint, mend="is it a SPARQL endpoint?")


class RemoteWriter:
    """Fills a store through the SPARQL 1.1 Graph Store Protocol."""

    def __init__(self, address: str, fetcher: Fetcher) -> None:
        self._address, self._fetcher = address, fetcher

    def replace(self, nt: bytes, graph: Term | None = None) -> None:
        """Put these triples in place of what a graph holds; None is the default graph.

        Raises FetchError when refused, PartialError when nobody answers.
        """
        self._send("PUT", nt, graph)

    def add(self, nt: bytes, graph: Term | None = None) -> None:
        """Add triples to a graph; raises as `replace` does."""
        self._send("POST", nt, graph)

    def _send(self, method: str, nt: bytes, graph: Term | None) -> None:
        named = "default" if graph is None else urlencode({"graph": graph[1:-1]}, quote_via=quote)
        # Adding a set of triples twice leaves the same set, so both may be tried again.
        request = Request(
            url=f"{self._address}?{named}",
            method=method,
            headers={"Content-Type": _GRAPH},
            body=nt,
        )
        self._fetcher.send(request)


def _declared(text: str, prefixes: Mapping[str, str], base: str) -> str:
    """Declare base and prefixes before the query, but those that it declares itself."""
    own = set(_DECLARED.findall(text))
    head = f"BASE <{base}>\n" if base else ""
    return (
        head
        + "".join(
            f"PREFIX {name}: <{prefixes[name]}>\n" for name in sorted(prefixes) if name not in own
        )
        + text
    )


def _bound(bind: Mapping[str, Term]) -> str:
    """Bind variables to IRIs; SPARQL has a place for it after the whole query."""
    names = sorted(bind)
    if not names:
        return ""
    variables = " ".join(f"?{name}" for name in names)
    return f"\nVALUES ({variables}) {{ ({' '.join(bind[name] for name in names)}) }}"
