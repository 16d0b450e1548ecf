"""The words that ship with the program: schemes, ontology, archives, context, shapes, queries.

Everything here is data below `vocab/`. Its files spell our own IRIs with the placeholder
`urn:lod:`; a dataset's base takes its place on the way out, so that they dereference where the
data does.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from lod.errors import TermError, UsageError
from lod.keeping import Keep, Keeping, anew, data
from lod.lazily import regex
from lod.terms import Term, Triple, iri, literal

PLACEHOLDER = "urn:lod:"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_CONTENT = "http://www.cidoc-crm.org/cidoc-crm/P190_has_symbolic_content"
# A word that names two concepts goes to the one whose name it is before the one it may also mean.
_NAMES = (
    f"{_SKOS}notation",
    "http://purl.org/dc/terms/identifier",
    f"{_SKOS}prefLabel",
    f"{_RDFS}label",
    f"{_SKOS}altLabel",
)
_MATCHES = (f"{_SKOS}exactMatch", f"{_SKOS}closeMatch", f"{_SKOS}broadMatch")
_CONCEPT = regex(r"urn:lod:(?:vocab/([^/#]+)|(archive))/([^/#]+)")
_SHAPES = {
    "document": "document",
    "object": "object",
    "collection": "object",
    "person": "authority",
    "group": "authority",
    "place": "authority",
}
_SETTING = regex(r"^#\s*(severity|message):\s*(.+)$", re.MULTILINE)


class Rule(NamedTuple):
    """A check that SHACL Core cannot say: a SELECT whose rows are the findings."""

    name: str
    severity: str
    message: str
    query: str


class _Label(NamedTuple):
    property: str
    text: str
    language: str


class _Words(NamedTuple):
    """What is worked out from the files of Turtle."""

    archives: dict[str, str]
    triples: tuple[Triple, ...]
    ids: dict[tuple[str, str], str]
    labels: dict[tuple[str, str], tuple[_Label, ...]]
    matches: dict[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The shipped vocabularies, read once; get it by `load()`.

    archives: code -> its name in English, for archives that we know by code.
    """

    folder: Path
    archives: Mapping[str, str]
    _triples: tuple[Triple, ...] = field(repr=False)
    _ids: Mapping[tuple[str, str], str] = field(repr=False)
    _labels: Mapping[tuple[str, str], tuple[_Label, ...]] = field(repr=False)
    _matches: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)

    def concept(self, scheme: str, words: str) -> str:
        """Find the id of the concept that these words name in a scheme, "" when there is none.

        >>> load().concept("role", "Addressed to")
        'recipient'
        """
        return self._ids.get((scheme, _fold(words)), "")

    def archive(self, words: str) -> str:
        """Find the code of an archive by its acronym or by any of its names, else "".

        >>> load().archive("AVPRF")
        'avprf'
        """
        return self.concept("archive", words)

    def bearers(self, scheme: str, words: str) -> tuple[str, ...]:
        """Give the ids of all concepts of a scheme that these words name: an acronym may be shared.

        >>> load().bearers("archive", "NAI")
        ('nai', 'nai-india')
        """
        found = self.concept(scheme, words)
        if not found:
            return ()
        folded = _fold(words)
        others = (
            own
            for (named, own), labels in self._labels.items()
            if named == scheme and own and any(_fold(label.text) == folded for label in labels)
        )
        return tuple(dict.fromkeys((found, *sorted(others))))

    def has(self, scheme: str, concept_id: str) -> bool:
        """Tell whether a scheme has a concept of exactly this id."""
        return (scheme, concept_id) in self._labels

    def has_scheme(self, scheme: str) -> bool:
        """Tell whether we ship a scheme of this name."""
        return (scheme, "") in self._labels

    def label(self, scheme: str, concept_id: str, lang: str = "en") -> str:
        """Give the preferred label of a concept, else its name in any language, else the id."""
        labels = self._labels.get((scheme, concept_id), ())
        preferred = [label for label in labels if label.property == "prefLabel"]
        for label in [*(one for one in preferred if one.language == lang), *preferred, *labels]:
            return label.text
        return concept_id

    def notation(self, scheme: str, concept_id: str) -> str:
        """Give the notation of a concept (`ru`, `AVPRF`), "" when it has none."""
        labels = self._labels.get((scheme, concept_id), ())
        return next((label.text for label in labels if label.property == "notation"), "")

    def matches(self, scheme: str, concept_id: str) -> tuple[str, ...]:
        """Give the IRIs of concepts elsewhere that a concept is matched to, the exact ones first.

        >>> load().matches("doctype", "telegram")[0]
        'http://vocab.getty.edu/aat/300026909'
        """
        return self._matches.get((scheme, concept_id), ())

    def prefixes(self, base: str) -> dict[str, str]:
        """Give the prefixes that queries, Turtle and the context share, with the base filled in."""
        rows = (self.folder / "prefixes.tsv").read_text("utf-8").splitlines()[1:]
        pairs = (row.split("\t") for row in rows if row)
        return {prefix: namespace.replace(PLACEHOLDER, base) for prefix, namespace in pairs}

    def context(self, base: str) -> dict[str, Any]:
        """Give the JSON-LD context of the release, `{"@context": {...}}`, base filled in."""
        text = (self.folder / "context.jsonld").read_text("utf-8")
        context: dict[str, Any] = json.loads(text.replace(PLACEHOLDER, base))
        return context

    def triples(self, base: str) -> list[Triple]:
        """Give all schemes, archives and the ontology as sorted triples below a base."""
        spell = {term: _below(term, base) for triple in self._triples for term in triple}
        return sorted((spell[s], spell[p], spell[o]) for s, p, o in self._triples)

    def shapes(self, base: str, kind: str = "") -> str:
        """Give the shapes as Turtle: the core and those of a kind, or of all kinds together.

        The shapes of a kind look at the class first, so those of other kinds do no harm.
        """
        names = ("core", _SHAPES[kind]) if kind else ("core", *dict.fromkeys(_SHAPES.values()))
        texts = [(self.folder / "shapes" / f"{name}.ttl").read_text("utf-8") for name in names]
        return "\n".join(texts).replace(PLACEHOLDER, base)

    def rules(self, base: str) -> tuple[Rule, ...]:
        """Give the checks that need SPARQL, by name; their severity is in SHACL's words."""
        head = self.prologue(base)
        return tuple(_rule(name, text, head, base) for name, text in self._texts("shapes/rules"))

    def prologue(self, base: str) -> str:
        """Declare our prefixes as SPARQL does, to stand before a query that declares none."""
        names = sorted(self.prefixes(base).items())
        return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in names)

    def queries(self, base: str = "") -> dict[str, str]:
        """Give the example queries by name; with a base they can be asked anywhere as they are."""
        head = f"BASE {iri(base)}\n" if base else ""
        return {name: head + text for name, text in self._texts("queries")}

    def _texts(self, folder: str) -> Iterator[tuple[str, str]]:
        for path in sorted((self.folder / folder).glob("*.rq")):
            yield path.stem, path.read_text("utf-8")


@cache
def load() -> Vocabulary:
    """Read the shipped vocabularies; use it wherever a concept, an archive or a prefix is needed.

    Raises UsageError when the installation has no `vocab` folder.
    """
    return read(folder(), Keeping(__file__))


def read(folder: Path, keep: Keep = anew) -> Vocabulary:
    """Read the vocabularies of a folder; `load` is the way to the shipped ones."""
    return Vocabulary(folder, *keep("words", _Words, partial(_words, folder)))


def _words(folder: Path) -> _Words:
    quads = [quad for path in sorted(folder.glob("*.ttl")) for quad in _parse(path)]
    labels: dict[tuple[str, str], list[_Label]] = {}
    matches: dict[tuple[str, str], list[str]] = {}
    for quad in sorted(quads, key=_first_things_first):
        key = _key(quad.subject)
        if key is None:
            continue
        name = quad.predicate.value
        if isinstance(quad.object, ox.Literal) and (name in _NAMES or name == _CONTENT):
            found = _Label(_local(name), quad.object.value, quad.object.language or "")
            labels.setdefault(key, []).append(found)
        elif isinstance(quad.object, ox.NamedNode) and name in _MATCHES:
            matches.setdefault(key, []).append(quad.object.value)
    names = {key: tuple(found) for key, found in labels.items()}
    return _Words(
        archives={code: _best(names[key]) for key in sorted(names) for code in _code(key)},
        triples=tuple((_term(q.subject), _term(q.predicate), _term(q.object)) for q in quads),
        ids=_index(names),
        labels=names,
        matches={key: tuple(found) for key, found in matches.items()},
    )


def lines(name: str) -> tuple[str, ...]:
    """Read a list of words below `vocab/`, one a line; lines that begin with `#` are its notes."""
    text = (folder() / name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and line[0] != "#")


def folder() -> Path:
    """Give the folder of the shipped data, for those who need but a table of it.

    Raises UsageError when the installation has none.
    """
    found = data()
    if found is not None:
        return found
    mend = "install the package again, or work in its repository"
    raise UsageError("the vocabularies are missing", where="vocab", mend=mend)


def _parse(path: Path) -> Iterator[ox.Quad]:
    with path.open("rb") as stream:
        yield from ox.parse(stream, format=ox.RdfFormat.TURTLE)


def _first_things_first(quad: ox.Quad) -> tuple[int, str, str]:
    properties = [*_NAMES, _CONTENT, *_MATCHES]
    name = quad.predicate.value
    rank = properties.index(name) if name in properties else len(properties)
    return rank, str(quad.subject), str(quad.object)


def _key(subject: ox.NamedNode | ox.BlankNode | ox.Triple) -> tuple[str, str] | None:
    """Say which concept a subject is, or whose name it is; a scheme has no id."""
    if not isinstance(subject, ox.NamedNode):
        return None
    node = subject.value.partition("#")[0]
    if node.startswith(f"{PLACEHOLDER}vocab/") and node.count("/") == 1:
        return node.rpartition("/")[2], ""
    found = _CONCEPT.fullmatch(node)
    return (found[1] or found[2], found[3]) if found else None


def _index(names: Mapping[tuple[str, str], tuple[_Label, ...]]) -> dict[tuple[str, str], str]:
    """Map each word to its concept: ids first, then the kinds of names in their order."""
    ids = {(scheme, _fold(own)): own for scheme, own in sorted(names) if own}
    order = [_local(name) for name in (*_NAMES, _CONTENT)]
    found = [
        (order.index(label.property), scheme, own, _fold(label.text))
        for (scheme, own), labels in names.items()
        if own
        for label in labels
    ]
    for _, scheme, own, words in sorted(found):
        ids.setdefault((scheme, words), own)
    return ids


def _code(key: tuple[str, str]) -> tuple[str, ...]:
    return (key[1],) if key[0] == "archive" and key[1] else ()


def _best(labels: tuple[_Label, ...]) -> str:
    long = [label for label in labels if label.property in ("label", "prefLabel")] or list(labels)
    english = [label for label in long if label.language == "en"]
    return (english or long)[0].text


def _fold(words: str) -> str:
    """Fold spelling away: case, accents, punctuation and white space.

    >>> _fold("Très  secret!"), _fold("АВП РФ")
    ('tres secret', 'авп рф')
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", kept))


def _local(address: str) -> str:
    return re.split(r"[/#]", address)[-1]


def _term(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    if isinstance(node, ox.NamedNode):
        return iri(node.value)
    if isinstance(node, ox.Literal):
        plain = node.language or node.datatype.value.endswith("#string")
        datatype = None if plain else iri(node.datatype.value)
        return literal(node.value, lang=node.language, datatype=datatype)
    raise TermError("a node without a name", where="vocab", mend="give it an IRI")


def _below(term: Term, base: str) -> Term:
    if not term.startswith(f"<{PLACEHOLDER}"):
        return term
    return iri(base + term[len(PLACEHOLDER) + 1 : -1])


def _rule(name: str, text: str, head: str, base: str) -> Rule:
    said = dict(_SETTING.findall(text))
    query = head + text.replace(PLACEHOLDER, base)
    return Rule(name, said.get("severity", "error"), said.get("message", name), query)
