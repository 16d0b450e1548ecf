"""What records have in common whose graphs differ in values alone.

Most records of a collection are of a few shapes. One of each is mapped with its values left open
(`lod/mapping/opened.py`), and the graph that comes of it is filled in for all the others. What a
mapping does with a value, other than placing it, is a method of `Ground`; it is asked here.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

from lod.config import Dataset
from lod.entity import Directory, EntityRef
from lod.holes import Hole, HoleKind, Slot
from lod.mapping.ground import Ground
from lod.record import Agent, ArchivalReference, Concept, Record, Text, TimeSpan
from lod.terms import Term
from lod.vocabulary import Vocabulary

KINDS = ("document", "object", "collection")
TEXTS = (
    *("title", "alternative", "abstract", "description", "citation"),
    *("rights", "medium", "extent", "note"),
)
CONCEPTS = ("type", "language", "text_language", "classification")
# What a graph depends on too much to be left open: such records are mapped one by one.
_TELLING = ("related", "parts", "born", "died", "active", "coordinates")


class Slots:
    """The open values of one record, each once: equal values of a kind share their place."""

    __slots__ = ("_places", "values")

    def __init__(self) -> None:
        self.values: list[str] = []
        self._places: dict[tuple[HoleKind, str], int] = {}

    def place(self, kind: HoleKind, value: str) -> int:
        """Give the place of a value; -1 for "", which is no value and stays as it is."""
        if not value:
            return -1
        key = kind, value
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.values)
            self.values.append(value)
        return place

    def hole(self, kind: HoleKind, value: str) -> Any:  # noqa: ANN401 - it stands where text does
        """Leave a value open that has its place already."""
        return Hole((Slot(kind, self._places[kind, value]),)) if value else ""


class Shape(NamedTuple):
    """key: equal for two records whose graphs are alike but for the values in the slots."""

    key: Hashable
    slots: Slots


class Shaper:
    """Tells the shapes of a dataset's records; holds nothing of the records it has seen."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = Ground(dataset, vocabulary)
        self._archives = frozenset(("", *vocabulary.archives))

    def shape(self, record: Record, who: Directory) -> Shape | None:
        """Tell the shape of a record; None for one that has to be mapped by itself."""
        if record.kind not in KINDS or len(record.date) > 1:
            return None
        if any(getattr(record, name) for name in _TELLING):
            return None
        if not all(one.archive in self._archives for one in record.reference):
            return None
        slots = Slots()
        place = slots.place
        key = (
            (record.kind, record.license, place("plain", record.key)),
            (place("text", record.identifier), place("address", record.url)),
            *[texts_key(getattr(record, name), slots) for name in TEXTS],
            *[_concepts(getattr(record, name)) for name in CONCEPTS],
            tuple([self._span(span, slots) for span in record.date]),
            tuple([self._reference(one, record, who, slots) for one in record.reference]),
            tuple([(one.scheme, place("text", one.value)) for one in record.identifiers]),
            tuple([(one.scheme, place("plain", self.slug(one))) for one in record.subject]),
            tuple([place("plain", self.set_slug(one, record)) for one in record.is_part_of]),
            tuple([_agent(one, who.agent(one, record), slots) for one in record.agents]),
            tuple(
                [(one.relation, *_entity(who.place(one, record), slots)) for one in record.places]
            ),
            tuple([place("plain", one.sha256) for one in record.snapshots]),
        )
        return Shape(key, slots)

    def slug(self, concept: Concept) -> str:
        """Give the last part of a concept's URI."""
        return _last(self.ground.concept(concept))

    def set_slug(self, text: Text, record: Record) -> str:
        """Give the last part of the URI of a set that a record belongs to."""
        return _last(self.ground.set_of(text, record.kind))

    def holding(self, reference: ArchivalReference) -> str:
        """Give what follows the archive's folder in the URI of the smallest holding, or ""."""
        term = self.ground.holding(reference)
        return term[len(self.ground.uris.base) + len("<archive/") : -1] if term else ""

    def _span(self, span: TimeSpan, slots: Slots) -> Hashable:
        place, created = slots.place, self.ground.created(span)
        return (
            *(place("text", span.label), place("text", span.edtf), place("text", span.note)),
            *(place("text", span.begin), place("text", span.end), span.basis),
            created and (place("text", created[0]), created[1]),
            self.ground.worded(span.label),
        )

    def _reference(
        self, one: ArchivalReference, record: Record, who: Directory, slots: Slots
    ) -> Hashable:
        place = slots.place
        return (
            (one.archive, bool(one.keeper), _keeper(one, record, who, slots)),
            (place("text", one.verbatim), place("text", self.ground.printed(one))),
            place("plain", self.holding(one)),
            tuple([(level, place("text", value)) for level, value in one.parts]),
        )


def texts_key(texts: tuple[Text, ...], slots: Slots) -> Hashable:
    """Tell the languages of texts, and leave their words open."""
    return tuple([(text.language, slots.place("text", text.value)) for text in texts])


def keeper(one: ArchivalReference) -> Agent | None:
    """Name the body that keeps an original where no archive of ours does (`keepers_of`)."""
    return Agent(name=one.keeper, kind="group", role="keeper") if _kept(one) else None


def _kept(one: ArchivalReference) -> bool:
    return bool(one.keeper) and not one.archive


def _keeper(one: ArchivalReference, record: Record, who: Directory, slots: Slots) -> Hashable:
    body = keeper(one)
    return body and _entity(who.agent(body, record), slots)


def _agent(agent: Agent, ref: EntityRef, slots: Slots) -> Hashable:
    return (agent.role, agent.kind, bool(agent.wikidata), *_entity(ref, slots))


def _entity(ref: EntityRef, slots: Slots) -> tuple[str, bool, int]:
    return ref.kind, bool(ref.qid), slots.place("plain", ref.id)


def _concepts(concepts: tuple[Concept, ...]) -> Hashable:
    return tuple([(one.scheme, one.id, one.label, one.language) for one in concepts])


def _last(term: Term) -> str:
    return term[term.rindex("/") + 1 : -1]
