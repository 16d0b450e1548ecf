"""All that a store says of a thing and of its fragments, in whichever graph it stands."""

from __future__ import annotations

from collections.abc import Iterator

from lod.namespaces import RDF, VOID
from lod.store import Boolean, Solutions, Store
from lod.terms import Term, Triple, iri, value

_SAID = """SELECT DISTINCT ?p ?o WHERE {
  { ?this ?p ?o } UNION { GRAPH ?g { ?this ?p ?o } } } ORDER BY ?p ?o LIMIT 2000"""
_MOST = 200  # fragments


def said(store: Store, this: Term, base: str) -> tuple[Triple, ...]:
    """Give the triples of a thing and of its fragments, as far as they lead to each other.

    Use it for what has no file in a release (runs, snapshots, evidence, graphs): it is what a
    server answers there. Empty when nothing is said.
    """
    found, inside, nodes = dict[Triple, None](), f"{this[:-1]}#", [this]
    for node in nodes:
        answer = store.query(_SAID.replace("?this", node))
        for predicate, one in answer if isinstance(answer, Solutions) else ():
            if predicate is None or one is None:
                continue
            found[node, predicate, one] = None
            if one.startswith(inside) and one not in nodes and len(nodes) < _MOST:
                nodes.append(one)
    return tuple(sorted(found)) or tuple(_graph(store, this, base))


def _graph(store: Store, this: Term, base: str) -> Iterator[Triple]:
    """Say of a named graph that it is one, and where it can be asked."""
    if is_graph(store, this):
        yield from graph_said(value(this), base)


def is_graph(store: Store, this: Term) -> bool:
    """Tell whether a store has a graph of this name."""
    answer = store.query(f"ASK {{ GRAPH {this} {{ ?s ?p ?o }} }}")
    return isinstance(answer, Boolean) and answer.value


def graph_said(address: str, base: str) -> tuple[Triple, ...]:
    """Give what is said of a named graph, of which nothing else is said."""
    this = iri(address)
    endpoint = VOID["sparqlEndpoint"]
    return (this, RDF["type"], VOID["Dataset"]), (this, endpoint, iri(f"{base}sparql"))
