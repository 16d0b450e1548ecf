"""What records have in common whose graphs differ in values alone.

Most records of a collection are of a few shapes. One of each is mapped with its values left open
(`lod/mapping/opened.py`), and the graph that comes of it is filled in for all the others. What a
mapping does with a value, other than placing it, is a method of `Ground`; it is asked here.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import count
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from lod.config import Dataset
from lod.entity import Directory, EntityRef
from lod.holes import Hole, HoleKind, Slot
from lod.mapping.ground import ground_of, is_address, keepers_of
from lod.mapping.holdings import smallest
from lod.record import Agent, ArchivalReference, Concept, Place, Record, Text, TimeSpan
from lod.terms import Term
from lod.vocabulary import Vocabulary

KINDS = ("document", "object", "collection")
TEXTS = (
    *("title", "alternative", "abstract", "description", "citation"),
    *("rights", "medium", "extent", "note"),
)
CONCEPTS = ("type", "language", "text_language", "classification")
# On whatever else a record has its graph may depend in any way: it is mapped by itself.
_SHAPED = {
    *("key", "kind", "identifier", "url", "license", "date", "agents", "places", "subject"),
    *("is_part_of", "reference", "identifiers", "snapshots", *TEXTS, *CONCEPTS),
}
_TELLING = tuple(field.name for field in fields(Record) if field.name not in _SHAPED)
_all_texts, _all_concepts, _telling = (attrgetter(*names) for names in (TEXTS, CONCEPTS, _TELLING))


def places_of(values: Iterable[str]) -> dict[str, int]:
    """Give each value, once, with its place."""
    return {value: place for place, value in enumerate(dict.fromkeys(values))}


def pattern_of(values: Sequence[str], places: Mapping[str, int]) -> tuple[int, ...]:
    """Tell which of the values are equal, and which are empty: those are no values, and stay."""
    return (places.get("", -1), *map(places.__getitem__, values))


ValueKind = Literal["plain", "text", "address", "entity"]


class Slots:
    """The open values of one record, each of a kind once; a value's place is that in `values`.

    An id of an entity is a value of its own, even where something else is spelled as it is: the
    folders of their IRIs differ.
    """

    __slots__ = ("_places", "values")

    def __init__(self, **values: Sequence[str]) -> None:
        self.values: list[str] = []
        self._places: dict[str, dict[str, int]] = {}
        for kind, found in values.items():
            each = dict.fromkeys(found)
            self._places[kind] = dict(zip(each, count(len(self.values)), strict=False))
            self.values += each

    def hole(self, kind: ValueKind, value: str) -> Any:  # noqa: ANN401 - it stands where text does
        """Leave a value open."""
        of: HoleKind = "plain" if kind == "entity" else kind
        return Hole((Slot(of, self._places[kind][value]),)) if value else ""


class Outline(NamedTuple):
    """What a record's graph depends on before it is decided who its names are.

    key: equal for two records whose graphs are alike but for their values and entities. named:
    its agents, the bodies that keep originals, its places. plain: values that are parts of IRIs,
    without the ids of the named; texts: those of literals.
    """

    key: Hashable
    named: tuple[Agent | Place, ...]
    plain: list[str]
    texts: list[str]


class Shape(NamedTuple):
    """key: equal for two records whose graphs are alike but for the values in the slots."""

    key: Hashable
    slots: Slots


def known_as(refs: Sequence[EntityRef]) -> tuple[tuple[str, bool], ...]:
    """Tell what of its entities the graph of a record depends on, other than their ids."""
    return tuple([(ref.kind, bool(ref.qid)) for ref in refs])


class Shaper:
    """Tells the shapes of a dataset's records; holds nothing of the records it has seen."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = ground_of(dataset, vocabulary)
        self._archives = frozenset(("", *vocabulary.archives))

    def shape(self, record: Record, who: Directory) -> Shape | None:
        """Tell the shape of a record; None for one that has to be mapped by itself."""
        told = self.outline(record)
        if told is None:
            return None
        refs = [
            who.place(one, record) if isinstance(one, Place) else who.agent(one, record)
            for one in told.named
        ]
        values = {
            "plain": told.plain,
            "text": told.texts,
            "address": [record.url],
            "entity": [ref.id for ref in refs],
        }
        patterns = [pattern_of(found, places_of(found)) for found in values.values()]
        return Shape((told.key, known_as(refs), *patterns), Slots(**values))

    def outline(self, record: Record) -> Outline | None:
        """Tell what can be told before names are decided; None as for `shape`."""
        if record.kind not in KINDS or len(record.date) > 1:
            return None
        if any(_telling(record)) or not self._archived(record):
            return None
        if any(is_address(one.id) for one in record.subject):  # only what is ours has a slug
            return None
        plain = [record.key, *[one.sha256 for one in record.snapshots]]
        texts = [record.identifier]
        keepers = {one.name: one for one in keepers_of(record)}
        key = (
            (record.kind, record.license),
            tuple([found and _texts(found, texts) for found in _all_texts(record)]),
            tuple([found and _concepts(found) for found in _all_concepts(record)]),
            tuple([self._span(span, texts) for span in record.date]),
            tuple([self._reference(one, list(keepers), plain, texts) for one in record.reference]),
            tuple([one.scheme for one in record.identifiers]),
            tuple([one.scheme for one in record.subject]),
            tuple([(one.role, one.kind, bool(one.wikidata)) for one in record.agents]),
            tuple([(one.relation, bool(one.wikidata)) for one in record.places]),
            (len(record.snapshots), len(record.is_part_of)),
        )
        texts += [one.value for one in record.identifiers]
        plain += [self.slug(one) for one in record.subject]
        plain += [self.set_slug(one, record) for one in record.is_part_of]
        return Outline(key, (*record.agents, *keepers.values(), *record.places), plain, texts)

    def _archived(self, record: Record) -> bool:
        """Say whether each reference names an archive of ours, or none."""
        return {one.archive for one in record.reference} <= self._archives

    def slug(self, concept: Concept) -> str:
        """Give the last part of a concept's URI."""
        return _last(self.ground.concept(concept))

    def set_slug(self, text: Text, record: Record) -> str:
        """Give the last part of the URI of a set that a record belongs to."""
        return _last(self.ground.set_of(text, record.kind))

    def holding(self, reference: ArchivalReference) -> str:
        """Give what follows the archive's folder in the URI of the smallest holding, or ""."""
        return smallest(reference, self.ground.vocabulary).removeprefix("archive/")

    def _span(self, span: TimeSpan, texts: list[str]) -> Hashable:
        created = self.ground.created(span)
        texts += (span.label, span.edtf, span.begin, span.end, span.note)
        if created is None:
            return span.basis, self.ground.worded(span.label)
        texts.append(created[0])
        return span.basis, self.ground.worded(span.label), created[1]

    def _reference(
        self, one: ArchivalReference, keepers: list[str], plain: list[str], texts: list[str]
    ) -> Hashable:
        kept = bool(one.keeper)
        texts += (one.verbatim, self.ground.printed(one), *[value for _, value in one.parts])
        plain.append(self.holding(one))
        keeper = keepers.index(one.keeper) if kept and not one.archive else -1
        return (one.archive, kept, keeper, *[level for level, _ in one.parts])


def _texts(found: tuple[Text, ...], texts: list[str]) -> Hashable:
    texts += [text.value for text in found]
    return tuple([text.language for text in found])


def _concepts(concepts: tuple[Concept, ...]) -> Hashable:
    return tuple([(one.scheme, one.id, one.label, one.language) for one in concepts])


def _last(term: Term) -> str:
    return term[term.rindex("/") + 1 : -1]
