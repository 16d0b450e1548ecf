"""The embedded store, finished: any number of processes ask it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from lod.errors import DiskError, UsageError
from lod.lazily import regex
from lod.store import Answer, Boolean, Graph, Solutions, gate
from lod.store.starred import in_order
from lod.store.syntax import syntax_error
from lod.terms import Term, value

_Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class OxigraphStore:
    """Asks a finished store; many processes may do so at once.

    Raises UsageError when there is none at the path, DiskError when it is broken.
    """

    def __init__(self, path: Path) -> None:
        if not (path / "CURRENT").exists():
            mend = "run lod publish first, or name its --output"
            raise UsageError("there is no store", where=str(path), mend=mend)
        try:
            self._store = ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            mend = "publish again, or lod release rollback"
            raise DiskError(f"the store is broken: {error}", where=str(path), mend=mend) from error

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        base: str = "",
        bind: Mapping[str, Term] | None = None,
    ) -> Answer:
        """Answer a query, its rows one after the other as they are asked for.

        prefixes: predefined, the query's own win. base: for relative IRIs. bind: variable -> term
        that stands for it, which SELECT must name; the only way for a value from outside to get
        into a query.
        Raises UsageError when the gate refuses it, it is no SPARQL, or FROM names no graph.
        """
        self._known(gate.check(text, prefixes or {}, base))
        values: dict[ox.Variable, _Value] = {
            ox.Variable(name): _native(term) for name, term in (bind or {}).items()
        }
        try:
            answer = self._native(
                text,
                base_iri=base or None,
                prefixes=_named(text, prefixes or {}),
                substitutions=values or None,
            )
        except SyntaxError as error:
            raise syntax_error(text, str(error)) from error
        except RuntimeError as error:  # a bound variable that the query does not select
            raise UsageError(str(error), where="query") from error
        except OSError as error:
            raise DiskError(f"the store cannot be read: {error}") from error
        return answered(answer)

    def _native(self, text: str, **how: Any) -> _Answer:  # noqa: ANN401 - what the library takes
        """Ask the library; it answers step by step, so that asking twice costs as much as once."""
        found = self._store.query(text, **how)
        if isinstance(found, ox.QuerySolutions):
            ordered = in_order(text, [one.value for one in found.variables])
            return found if ordered == text else self._store.query(ordered, **how)
        return found

    def _known(self, graphs: tuple[str, ...]) -> None:
        """Refuse an unknown graph, which would otherwise give an answer that looks whole."""
        for name in graphs:
            try:
                graph = ox.NamedNode(name)
            except ValueError as error:
                raise UsageError(f"FROM names no IRI: {error}", where="query") from None
            if not self._store.contains_named_graph(graph):
                there = sorted(str(graph) for graph in self._store.named_graphs())[:20]
                mend = f"there are {', '.join(there)}" if there else "there are none"
                raise UsageError(f"FROM names no graph: <{name}>", where="query", mend=mend)


# Of two slashes none can follow a name: it is the colon of an address.
_NAME = regex(r":(?!//)|\\")


def _named(text: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Leave out the prefixes that a query cannot mean: each one costs, with every query."""
    if _NAME.search(text) is None:
        return {}
    if "\\" in text:  # an escape may spell any of them
        return dict(prefixes)
    return {name: space for name, space in prefixes.items() if f"{name}:" in text}


def _native(term: Term) -> ox.NamedNode | ox.Literal:
    """Make the library's term of one of ours."""
    if term.startswith("<"):
        return ox.NamedNode(value(term))
    tail = term[term.rindex('"') + 1 :]
    if tail.startswith("@"):
        return ox.Literal(value(term), language=tail[1:])
    if tail.startswith("^^"):
        return ox.Literal(value(term), datatype=ox.NamedNode(tail[3:-1]))
    return ox.Literal(value(term))


def answered(native: _Answer) -> Answer:
    """Give the library's answer as one of ours."""
    if isinstance(native, ox.QuerySolutions):
        return Solutions(native)
    return Boolean(native) if isinstance(native, ox.QueryBoolean) else Graph(native)
