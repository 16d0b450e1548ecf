"""Writes blocks of triples as Turtle, with the release's prefixes and base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from lod.namespaces import RDF
from lod.terms import Term, Triple

# Turtle's PN_LOCAL, kept to what every reader agrees on.
_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_-])?")
# Paths like ours: RFC 3986 would take away dots, and read a colon or two slashes as a new base.
_SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]*"
_RELATIVE = re.compile(f"{_SEGMENT}(/{_SEGMENT})*(#[A-Za-z0-9_-]+)?")
_TYPE = RDF["type"]
_CACHED = 20_000


class TurtleWriter:
    """Spells sorted triples as Turtle; one writer serves a whole process.

    prefixes: prefix -> namespace. base: IRIs under it are written relative to `@base`.
    """

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes = dict(sorted(prefixes.items()))
        self._by_namespace = {space: name for name, space in self._prefixes.items()}
        self._own = f"<{base}"
        self._base = base
        self._short: dict[str, str] = {}

    def header(self) -> str:
        """Give the lines that begin a file: base and prefixes."""
        lines = [f"@base <{self._base}> .\n"]
        lines += [f"@prefix {name}: <{space}> .\n" for name, space in self._prefixes.items()]
        return "".join(lines)

    def block(self, triples: Iterable[Triple]) -> str:
        """Write sorted triples, one paragraph a subject, the things before their fragments."""
        things, fragments = list[str](), list[str]()
        for subject, mine in groupby(triples, key=itemgetter(0)):
            (fragments if "#" in subject else things).append(self._paragraph(subject, mine))
        return "".join(things + fragments)

    def _paragraph(self, subject: Term, mine: Iterable[Triple]) -> str:
        """Write one subject: its classes first, then its properties in order."""
        spell = self._spell
        lines = [""]
        for predicate, group in groupby(mine, key=itemgetter(1)):
            values = " , ".join([spell(triple[2]) for triple in group])
            if predicate == _TYPE:
                lines[0] = f"a {values}"
            else:
                lines.append(f"{spell(predicate)} {values}")
        told = " ;\n    ".join(lines if lines[0] else lines[1:])
        return f"{spell(subject)} {told} .\n\n"

    def _spell(self, term: Term) -> str:
        known = self._short.get(term)
        if known is not None:
            return known
        if term[0] == "<":
            return self._iri(term)
        if term[-1] == ">":
            cut = term.rindex("^^<") + 2
            return term[:cut] + self._spell(Term(term[cut:]))
        return term

    def _iri(self, term: Term) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._by_namespace.get(term[1:cut])
        if prefix is not None and _LOCAL.fullmatch(term, cut, len(term) - 1):
            written = f"{prefix}:{term[cut:-1]}"
            if len(self._short) < _CACHED:
                self._short[term] = written
            return written
        own = len(self._own)
        if term.startswith(self._own) and _RELATIVE.fullmatch(term, own, len(term) - 1):
            return f"<{term[own:]}"
        return term
