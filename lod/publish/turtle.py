"""Writes blocks of triples as Turtle, with the release's prefixes and base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lod.lazily import regex
from lod.namespaces import RDF
from lod.publish.blocks import Tree, tree
from lod.terms import Term, Triple

# Turtle's PN_LOCAL, kept to what every reader agrees on.
_LOCAL = regex(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_-])?")
# Paths like ours: RFC 3986 would take away dots, and read a colon or two slashes as a new base.
_SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]*"
_RELATIVE = regex(f"{_SEGMENT}(/{_SEGMENT})*(#[A-Za-z0-9_-]+)?")
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
        self._known: dict[str, str] = {}

    def header(self) -> str:
        """Give the lines that begin a file: base and prefixes."""
        lines = [f"@base <{self._base}> .\n"]
        lines += [f"@prefix {name}: <{space}> .\n" for name, space in self._prefixes.items()]
        return "".join(lines)

    def namespaces(self) -> list[str]:
        """List what IRIs may be shortened by."""
        return list(self._by_namespace)

    def spell(self, term: Term) -> str:
        """Spell one term."""
        return self._known.get(term) or self._spell(term)

    def block(self, triples: Iterable[Triple]) -> str:
        """Write sorted triples, one paragraph a subject, the things before their fragments."""
        return self.paragraphs(tree(triples))

    def paragraphs(self, told: Tree) -> str:
        """Write triples that are grouped already."""
        names = {subject: self._known.get(subject) or self._spell(subject) for subject in told}
        things, fragments = list[str](), list[str]()
        for subject, said in told.items():
            text = f"{names[subject]} {self._said(said, names)} .\n\n"
            (fragments if "#" in subject else things).append(text)
        return "".join(things + fragments)

    def _said(self, said: Mapping[Term, list[Term]], names: Mapping[Term, str]) -> str:
        """Write what is said of one subject: its classes first, then its properties in order."""
        spell, known, own = self._spell, self._known.get, names.get
        lines = [""]
        for predicate, values in said.items():
            written = " , ".join([known(one) or own(one) or spell(one) for one in values])
            if predicate == _TYPE:
                lines[0] = f"a {written}"
            else:
                lines.append(f"{known(predicate) or spell(predicate)} {written}")
        return " ;\n    ".join(lines if lines[0] else lines[1:])

    def _spell(self, term: Term) -> str:
        """Spell a term; what other blocks may name too, no literals and fragments, is kept."""
        if term[0] != "<":
            if term[-1] != ">":
                return term
            cut = term.rindex("^^<") + 2
            kind = Term(term[cut:])
            return term[:cut] + (self._known.get(kind) or self._spell(kind))
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._by_namespace.get(term[1:cut])
        if prefix is not None and _LOCAL.fullmatch(term, cut, len(term) - 1):
            written = f"{prefix}:{term[cut:-1]}"
        else:
            written = self._relative(term)
            if "#" in term:
                return written
        if len(self._known) < _CACHED:
            self._known[term] = written
        return written

    def _relative(self, term: Term) -> str:
        own = len(self._own)
        if term.startswith(self._own) and _RELATIVE.fullmatch(term, own, len(term) - 1):
            return f"<{term[own:]}"
        return term
