"""What a store says of one thing and of its parts, read once; what was told of it is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lod.namespaces import CRM, DCTERMS, RDFS, SKOS
from lod.store import Solutions, Store
from lod.terms import Term, iri, value

LABELS = (RDFS["label"], SKOS["prefLabel"], DCTERMS["title"])
_SAME = SKOS["exactMatch"]
CONTENT = CRM["P190_has_symbolic_content"]
_DEFAULT = "SELECT ?p ?o { ?this ?p ?o }"
_ANYWHERE = "SELECT DISTINCT ?p ?o { { ?this ?p ?o } UNION { GRAPH ?g { ?this ?p ?o } } }"
Statements = Mapping[Term, list[Term]]


class Block:
    """The statements of a default graph about a thing and its fragments (`thing#part`).

    Of what it says nothing of, such as runs, those of the named graphs.

    nodes: the thing, then its fragments in the order in which statements lead to them. Each node
    is asked for alone: the store finds that at once, however much it holds.
    """

    def __init__(self, store: Store, this: Term, prefixes: Mapping[str, str]) -> None:
        self._store, self._prefixes = store, prefixes
        self._known: dict[Term, Statements] = {}
        self._told: set[tuple[Term, Term, Term]] = set()
        self._asked = _DEFAULT
        if not self.about(this):
            self._asked, self._known = _ANYWHERE, {}
        self.nodes = [this]
        inside = f"{this[:-1]}#"
        seen = {this}
        for node in self.nodes:
            for one in (one for values in self.about(node).values() for one in values):
                if one.startswith(inside) and one not in seen:
                    seen.add(one)
                    self.nodes.append(one)
        self._inside = seen

    def __contains__(self, term: Term) -> bool:
        """Tell whether a term is the thing or one of its fragments."""
        return term in self._inside

    def about(self, node: Term) -> Statements:
        """Give what is said of a node, inside or outside: property -> values, sorted."""
        if node not in self._known:
            found: dict[Term, list[Term]] = {}
            for property_, one in self._rows(self._asked.replace("?this", node)):
                found.setdefault(property_, []).append(one)
            self._known[node] = found
        return self._known[node]

    def _rows(self, query: str) -> list[list[Term]]:
        answer = self._store.query(query)
        rows = answer if isinstance(answer, Solutions) else ()
        return sorted([one for one in row if one is not None] for row in rows)

    def follow(self, path: str, start: Term | None = None) -> list[Term]:
        """Give what a path leads to, and note its statements as told.

        path: properties with prefixes, parted by `/`; `|` between alternatives, `?` behind a step
        that may be left out.
        """
        ends = [self.nodes[0] if start is None else start]
        for step in path.split("/"):
            found = [] if not step.endswith("?") else list(ends)
            names = [self.term(name) for name in step.removesuffix("?").split("|")]
            for node in ends:
                for name in names:
                    for one in self.about(node).get(name, ()):
                        self._told.add((node, name, one))
                        found.append(one)
            ends = list(dict.fromkeys(found))
        return ends

    def term(self, name: str) -> Term:
        """Give the IRI of a name with a prefix."""
        prefix, _, local = name.partition(":")
        return iri(self._prefixes[prefix] + local)

    def untold(self) -> Iterator[tuple[Term, Term, Term]]:
        """Give the statements that no path has led along, but those that only lead inside."""
        for node in self.nodes:
            for name, values in self.about(node).items():
                for one in values:
                    if one not in self and (node, name, one) not in self._told:
                        yield node, name, one

    def text(self, term: Term) -> str:
        """Write a term for a reader: a literal's text, a fragment's content, a thing's label.

        What others call so is called as our concept that is the same; "" where nothing names it.
        """
        if not term.startswith("<"):
            return value(term)
        if found := self._label(term):
            return found
        alike = [] if term in self else self._rows(f"SELECT ?c {{ ?c {_SAME} {term} }}")
        return next(filter(None, (self._label(one) for (one,) in alike)), "")

    def _label(self, term: Term) -> str:
        said = self.about(term)
        for name in (CONTENT, *LABELS) if term in self else LABELS:
            if name in said:
                best = min(said[name], key=_english_first)
                self._told.add((term, name, best))
                return value(best)
        return ""


def _english_first(label: Term) -> tuple[bool, Term]:
    return not label.endswith("@en"), label
