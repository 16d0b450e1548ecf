"""Writes a block of triples as one nested JSON-LD document in the release's small context."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from lod.namespaces import RDF
from lod.terms import Term, Triple, value

_TYPE = RDF["type"]
_LOCAL = re.compile(r"[A-Za-z0-9_-]+")


class _Key(NamedTuple):
    """How the context spells a predicate: its key, and the type it lends to bare strings."""

    name: str
    coerced: str = ""


class JsonLdWriter:
    """Turns sorted triples into nested nodes: the fragments of a thing stand inside it.

    context: the content of `@context`, expanded names only. No algorithm of JSON-LD runs here;
    that a reader gets the same graph back is proven in tests by pyld and Oxigraph.
    """

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._prefixes = _prefixes(context)
        self._keys = {}
        self._classes = {}
        for name, entry in sorted(context.items()):
            if name.startswith("@") or entry in ("@id", "@type"):
                continue
            expanded = self._expand(entry if isinstance(entry, str) else entry.get("@id", ""))
            coerced = "" if isinstance(entry, str) else entry.get("@type", "")
            if not expanded.endswith(("/", "#")):
                self._keys[f"<{expanded}>"] = _Key(name, self._coercion(coerced))
                self._classes[f"<{expanded}>"] = name
        self._by_namespace = {space: name for name, space in self._prefixes.items()}
        self._short: dict[str, str] = {}

    def nodes(self, triples: Sequence[Triple]) -> list[dict[str, Any]]:
        """Nest the subjects of one block: roots in order, each fragment inside its first user."""
        mine = {subject: list(rest) for subject, rest in groupby(triples, key=itemgetter(0))}
        inside = {
            triple[2] for triple in triples if triple[2] in mine and "#" in triple[2]
        }  # asked only by membership, never walked: no order of a set reaches the output
        done: set[str] = set()
        roots = [self._node(subject, mine, done) for subject in mine if subject not in inside]
        # Fragments that only name each other in a circle have no root: they are written flat.
        return roots + [self._node(left, mine, done) for left in mine if left not in done]

    def _node(
        self, subject: Term, mine: Mapping[Term, list[Triple]], done: set[str]
    ) -> dict[str, Any]:
        done.add(subject)
        node: dict[str, Any] = {"id": self._iri(subject)}
        for predicate, group in groupby(mine[subject], key=itemgetter(1)):
            objects = [triple[2] for triple in group]
            if predicate == _TYPE:
                node["type"] = [self._class(one) for one in objects]
                continue
            key = self._keys.get(predicate) or _Key(self._iri(predicate))
            node[key.name] = [
                self._node(one, mine, done)
                if one in mine and one not in done and "#" in one
                else self._value(one, key.coerced)
                for one in objects
            ]
        return node

    def _value(self, term: Term, coerced: str) -> Any:  # noqa: ANN401 - JSON has no one type
        if term[0] == "<":
            return self._iri(term) if coerced == "@id" else {"id": self._iri(term)}
        kind = term[term.rindex('"') + 1 :]
        text = value(term)
        if kind.startswith("@"):
            return {"@language": kind[1:], "@value": text}
        datatype = kind[2:]
        if datatype == coerced:
            return text
        return {"@type": self._iri(datatype), "@value": text} if datatype else {"@value": text}

    def _class(self, term: Term) -> str:
        return self._classes.get(term) or self._iri(term)

    def _iri(self, term: str) -> str:
        known = self._short.get(term)
        if known is not None:
            return known
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._by_namespace.get(term[1:cut])
        if prefix is None or not _LOCAL.fullmatch(term, cut, len(term) - 1):
            return term[1:-1]
        if len(self._short) < 20_000:
            self._short[term] = f"{prefix}:{term[cut:-1]}"
        return f"{prefix}:{term[cut:-1]}"

    def _coercion(self, kind: str) -> str:
        return kind if kind in ("", "@id") else f"<{self._expand(kind)}>"

    def _expand(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        space = self._prefixes.get(prefix)
        return f"{space}{local}" if colon and space and not local.startswith("//") else name


def _prefixes(context: Mapping[str, Any]) -> dict[str, str]:
    spaces = {name: space for name, space in context.items() if isinstance(space, str)}
    return {
        name: space
        for name, space in sorted(spaces.items())
        if space.endswith(("/", "#")) and not name.startswith("@")
    }


def dump(nodes: Sequence[Mapping[str, Any]]) -> str:
    """Write nodes for a dump: a line each, separated by commas."""
    return ",\n".join(orjson.dumps(node, option=orjson.OPT_SORT_KEYS).decode() for node in nodes)


def document(context: str | Mapping[str, Any], nodes: Sequence[Mapping[str, Any]]) -> bytes:
    """Write nodes as a file of their own, readable by people."""
    content = {"@context": context, "@graph": list(nodes)}
    option = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, option=option)
