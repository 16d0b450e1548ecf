"""What every profile stands on: the dataset's URIs and words, and one record with its names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from lod.config import Dataset
from lod.entity import Directory, Entity, EntityRef
from lod.iri import FOLDERS, Uris, hashed_id, plain_slug
from lod.lazily import regex
from lod.mapping.holdings import smallest
from lod.namespaces import ISO639
from lod.normalize.archives import printed
from lod.normalize.dates import created_literal
from lod.record import Agent, ArchivalReference, Concept, Record, Text, TimeSpan
from lod.terms import Term, iri, literal
from lod.vocabulary import Vocabulary

_WORD = regex(r"[^\W\d_]{3,}")
# An identifier of this scheme is no number of the thing, but of the document that it answers.
ANSWERED = "in-reply-to"


class Named(NamedTuple):
    """An agent or place of a record, in its role or relation, with the node it is."""

    role: str
    node: Term
    ref: EntityRef


class Ground:
    """Makes the terms that a dataset's records share, each once; last: the case that was opened.

    Whatever looks into a value of a record, instead of placing it as it is, is a method here.
    """

    __slots__ = (
        *("_concepts", "_folders", "_languages", "dataset", "language", "last", "uris"),
        "vocabulary",
    )

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.dataset, self.vocabulary = dataset, vocabulary
        self.language = dataset.language
        self.uris = Uris(dataset.base)
        self._folders = {kind: f"{dataset.base}{folder}/" for kind, folder in FOLDERS.items()}
        self._concepts: dict[tuple[str, str], Term] = {}
        self._languages: dict[str | None, Term | Literal[""]] = {}
        self.last: tuple[Directory, Case] | None = None

    def thing(self, record: Record) -> Term:
        """Make the URI of what a record describes."""
        return iri(self._folders[record.kind] + record.key)

    def entity(self, ref: EntityRef | Entity) -> Term:
        """Make the URI of a person, group or place."""
        return iri(self._folders[ref.kind] + ref.id)

    def ours(self, scheme: str, words: str) -> Term:
        """Make the URI of a concept from its id, or from words that only the source knows."""
        key = scheme, words
        node = self._concepts.get(key)
        if node is None:
            node = self._concepts[key] = self.uris.at(concept_path(*key, self.vocabulary))
        return node

    def concept(self, concept: Concept) -> Term:
        """Make the URI of a concept of a record; one that has an address of its own keeps it."""
        if is_address(concept.id):
            return iri(concept.id)
        return self.ours(concept.scheme, concept.id or concept.label)

    def text(self, text: Text) -> Term:
        """Write a text with its language; one that is not stated is the dataset's."""
        return literal(text.value, lang=text.language or self.language)

    def own(self, words: str) -> Term:
        """Write words of the source that have no language of their own, such as names."""
        return literal(words, lang=self.language)

    def words(self, text: str) -> Term:
        """Write a date as written: in words it is in a language, in digits it is in none."""
        return self.own(text) if self.worded(text) else literal(text)

    def worded(self, text: str) -> bool:
        """Tell whether a date is written in words."""
        return _WORD.search(text) is not None

    def created(self, span: TimeSpan) -> tuple[str, str] | None:
        """Give value and XSD datatype of a time that is one day, month or year."""
        return created_literal(span)

    def printed(self, reference: ArchivalReference) -> str:
        """Write a reference in one form, whatever form it was printed in."""
        return printed(reference)

    def holding(self, reference: ArchivalReference) -> Term | None:
        """Make the URI of the smallest holding that a reference names, None where none is known."""
        path = smallest(reference, self.vocabulary)
        return self.uris.at(path) if path else None

    def set_of(self, text: Text, kind: str) -> Term:
        """Make the URI of a collection that a record of this kind says it belongs to."""
        return self.uris.at(set_path(text, kind))

    def language_concept(self, tag: str | None) -> Term | None:
        """Find the concept of a language by its BCP 47 tag; None when we have none."""
        found = self._languages.get(tag)
        if found is None:
            code = (tag or self.language).partition("-")[0].lower()
            known = self.vocabulary.concept("language", code)
            found = self._languages[tag] = self.ours("language", known) if known else ""
        return found or None

    def language_code(self, concept: Concept) -> Term:
        """Give the ISO 639-2 IRI of a language, or our own concept where there is none."""
        matches = self.vocabulary.matches("language", concept.id)
        iso = next((match for match in matches if match.startswith(ISO639)), "")
        return iri(iso) if iso else self.concept(concept)


class Case(NamedTuple):
    """One record on its ground: its node, and everyone and every place it names, looked up once.

    keepers: name of a body that keeps an original -> its node. inner: agents of the record's
    parts, and of documents related to it, with their nodes. acting: role -> the agents in it.
    answers: number of a document that it answers -> the node of our record of that, or None.
    """

    ground: Ground
    record: Record
    node: Term
    agents: tuple[Named, ...]
    places: tuple[Named, ...]
    keepers: dict[str, Term]
    inner: dict[Agent, Term]
    acting: dict[str, dict[Term, None]]
    answers: dict[str, Term | None]

    def nodes(self, *roles: str) -> list[Term]:
        """List the agents in any of these roles, each once, in the record's order."""
        found = [role for role in roles if role in self.acting]
        if len(found) < 2:
            return [*self.acting[found[0]]] if found else []
        return list(dict.fromkeys(agent.node for agent in self.agents if agent.role in found))


@lru_cache(maxsize=1)
def ground_of(dataset: Dataset, vocabulary: Vocabulary) -> Ground:
    """Give the ground of a dataset, the same to all its profiles: they look things up once."""
    return Ground(dataset, vocabulary)


def open_case(ground: Ground, record: Record, who: Directory) -> Case:
    """Look up everyone and every place that a record names, once for all profiles on a ground."""
    last = ground.last
    if last is None or last[1].record is not record or last[0] is not who:
        last = ground.last = who, _opened(ground, record, who)
    return last[1]


def _opened(ground: Ground, record: Record, who: Directory) -> Case:
    agents = [(agent.role, who.agent(agent, record)) for agent in record.agents]
    places = [(place.relation, who.place(place, record)) for place in record.places]
    named = [Named(role, ground.entity(ref), ref) for role, ref in agents]
    acting: dict[str, dict[Term, None]] = {}
    for role, node, _ in named:
        acting.setdefault(role, {})[node] = None
    return Case(
        ground,
        record,
        ground.thing(record),
        tuple(named),
        tuple([Named(relation, ground.entity(ref), ref) for relation, ref in places]),
        {keeper.name: ground.entity(who.agent(keeper, record)) for keeper in keepers_of(record)},
        {one: ground.entity(who.agent(one, record)) for one in inner_of(record)},
        acting,
        {
            one.value: _answered(ground, record, who.answered(one.value, record))
            for one in record.identifiers
            if one.scheme == ANSWERED
        },
    )


def _answered(ground: Ground, record: Record, key: str) -> Term | None:
    return ground.uris.thing(record.kind, key) if key else None


def inner_of(record: Record) -> Iterator[Agent]:
    """Give the agents of a record's parts, and of the documents that it speaks of."""
    for part in record.parts:
        yield from part.agents
    for other in record.related:
        yield from other.agents


def keepers_of(record: Record) -> Iterator[Agent]:
    """Name the bodies that keep originals and have no code in vocab/archive, each once.

    They are agents of the record as much as those that it lists, so whoever fills the directory
    asks for them too.
    """
    names = (ref.keeper for ref in record.reference if ref.keeper and not ref.archive)
    for name in dict.fromkeys(names):
        yield Agent(name=name, kind="group", role="keeper")


def is_address(ident: str) -> bool:
    """Tell whether the id of a concept is its address elsewhere, and not a word of ours.

    >>> is_address("http://www.wikidata.org/entity/Q8663"), is_address("letter")
    (True, False)
    """
    return ident.startswith(("http://", "https://"))


def concept_path(scheme: str, words: str, vocabulary: Vocabulary) -> str:
    """Give the path of a concept: of ours by its id, of the source's own by its words.

    >>> from lod.vocabulary import load
    >>> concept_path("role", "sender", load())
    'vocab/role/sender'
    >>> concept_path("subject", "Japan--Foreign relations--Taiwan", load())
    'vocab/subject/japan-foreign-relations-taiwan'
    """
    name = words if vocabulary.has(scheme, words) else concept_slug(words)
    return f"vocab/{concept_slug(scheme)}/{name}"


def set_path(text: Text, kind: str) -> str:
    """Give the path of a collection that a record says it belongs to.

    A set of texts is no physical holding, so the two have folders of their own: one name may
    stand for both.
    """
    return f"{'set' if kind == 'document' else 'holding'}/{concept_slug(text.value)}"


@lru_cache(maxsize=16384)
def concept_slug(words: str) -> str:
    """Spell words as the last part of a concept's URI; what a slug would lose is told by a hash.

    >>> concept_slug("Foreign relations"), concept_slug("Корея")
    ('foreign-relations', 'm0n172gyw9')
    """
    plain = plain_slug(words)
    whole = len(plain) < 120 and _letters(plain) == _letters(words.casefold())
    if whole and plain:
        return plain
    return f"{plain}-{hashed_id(words)}".lstrip("-")


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
