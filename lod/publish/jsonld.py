"""Writes a block of triples as one nested JSON-LD document in the release's small context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from lod.lazily import regex
from lod.namespaces import RDF
from lod.publish.blocks import Tree, tree
from lod.terms import Term, Triple, value

_TYPE = RDF["type"]
_LOCAL = regex(r"[A-Za-z0-9_-]+")
_CACHED = 20_000


@dataclass(slots=True)
class _Key:
    """How the context spells a predicate: its key, and the type it lends to bare strings.

    known: IRIs that it led to, as they stand in JSON; those of fragments lead there only once.
    """

    name: str
    coerced: str = ""
    known: dict[Term, Any] = field(default_factory=dict)


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

    def namespaces(self) -> list[str]:
        """List what IRIs may be shortened by."""
        return list(self._by_namespace)

    def iri(self, term: Term) -> str:
        """Spell an IRI as an id."""
        return self._iri(term)

    def value(self, term: Term, predicate: Term) -> Any:  # noqa: ANN401 - JSON has no one type
        """Write one value of a property that is no node of its own."""
        key = self._keys.get(predicate) or self._key(predicate)
        return self._value(term, key, {}, set())

    def nodes(self, triples: Sequence[Triple]) -> list[dict[str, Any]]:
        """Nest the subjects of one block: roots in order, each fragment inside its first user."""
        return self.nested(tree(triples))

    def nested(self, told: Tree) -> list[dict[str, Any]]:
        """Nest triples that are grouped already."""
        inside = {
            one
            for said in told.values()
            for values in said.values()
            for one in values
            if one in told and "#" in one
        }  # asked only by membership, never walked: no order of a set reaches the output
        done: set[str] = set()
        roots = [self._node(subject, told, done) for subject in told if subject not in inside]
        # Fragments that only name each other in a circle have no root: they are written flat.
        return roots + [self._node(left, told, done) for left in told if left not in done]

    def _node(self, subject: Term, told: Tree, done: set[str]) -> dict[str, Any]:
        done.add(subject)
        node: dict[str, Any] = {"id": self._iri(subject)}
        for predicate, values in told[subject].items():
            if predicate == _TYPE:
                node["type"] = [self._classes.get(one) or self._iri(one) for one in values]
                continue
            key = self._keys.get(predicate) or self._key(predicate)
            known = key.known.get
            node[key.name] = [known(one) or self._value(one, key, told, done) for one in values]
        return node

    def _value(self, term: Term, key: _Key, told: Tree, done: set[str]) -> Any:  # noqa: ANN401 - JSON has no one type
        if term[0] != "<":
            return self._literal(term, key.coerced)
        if "#" in term and term in told and term not in done:
            return self._node(term, told, done)
        name = self._iri(term)
        found = name if key.coerced == "@id" else {"id": name}
        if "#" not in term and len(key.known) < _CACHED:
            key.known[term] = found
        return found

    def _literal(self, term: Term, coerced: str) -> Any:  # noqa: ANN401 - JSON has no one type
        text, kind = value(term), term[term.rindex('"') + 1 :]
        if kind.startswith("@"):
            return {"@language": kind[1:], "@value": text}
        datatype = kind[2:]
        if datatype == coerced:
            return text
        return {"@type": self._iri(datatype), "@value": text} if datatype else {"@value": text}

    def _key(self, predicate: Term) -> _Key:
        found = self._keys[predicate] = _Key(self._iri(predicate))
        return found

    def _iri(self, term: str) -> str:
        known = self._short.get(term)
        if known is not None:
            return known
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._by_namespace.get(term[1:cut])
        if prefix is None or not _LOCAL.fullmatch(term, cut, len(term) - 1):
            return term[1:-1]
        if len(self._short) < _CACHED:
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


def dump(nodes: Sequence[Mapping[str, Any]]) -> bytes:
    """Write nodes for a dump: a line each, separated by commas."""
    return b",\n".join([orjson.dumps(node, option=orjson.OPT_SORT_KEYS) for node in nodes])


def document(context: str | Mapping[str, Any], nodes: Sequence[Mapping[str, Any]]) -> bytes:
    """Write nodes as a file of their own, readable by people."""
    content = {"@context": context, "@graph": list(nodes)}
    option = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, option=option)
