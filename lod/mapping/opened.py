"""Maps one record of a shape with its values left open: the graph that all of its shape share.

That holds only because nothing can be seen of an open value: a mapping that compares, searches or
cuts one stops with an error, and records of that shape are mapped one by one.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from lod.config import Dataset
from lod.entity import Directory, Entity, EntityKind, EntityRef
from lod.holes import STAMPED, Hole, HoleKind, Slot
from lod.mapping.cidoc_crm import CidocCrm
from lod.mapping.dublin_core import DublinCore
from lod.mapping.ground import Ground, keepers_of
from lod.mapping.provenance import Stamp, record_node
from lod.mapping.shape import CONCEPTS, TEXTS, Shaper, Slots
from lod.mapping.shared import ARCHIVES, Shared, describe
from lod.record import Agent, ArchivalReference, Concept, Identifier, Place, Record, Text, TimeSpan
from lod.terms import Term, Triple, iri, literal
from lod.vocabulary import Vocabulary

# A value that no graph may hold: there is no slot for it.
_NOWHERE: Any = Hole((Slot("text", 999),))
Named = TypeVar("Named", Agent, Place)


class Open(NamedTuple):
    """A thing with open values: its IRI, its triples, those of its data, how many values it has."""

    node: Term
    triples: list[Triple]
    about: list[Triple]
    size: int


class Opener:
    """Maps records with their values left open; one serves a whole process."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary, shaper: Shaper) -> None:
        self._dataset, self._vocabulary = dataset, vocabulary
        self._shaper = shaper

    def record(self, record: Record, who: Directory, slots: Slots) -> Open:
        """Map a record; slots: of its shape. Raises as `lod.holes` says."""
        opened = Opened(record, who, slots, self._shaper)
        ground = _OpenGround(self._dataset, self._vocabulary, opened)
        found = list[Triple]()
        for layer in (DublinCore, CidocCrm):
            profile = layer(self._dataset, self._vocabulary)
            profile.ground = ground
            found += profile.record(opened.record, opened)
        hashes = tuple(slots.hole("plain", one.sha256) for one in record.snapshots)
        path = self._shaper.ground.uris.path(record.kind, "") + slots.hole("plain", record.key)
        return self._open(path, found, len(slots.values), hashes)

    def holding(self, one: Shared) -> Open:
        """Describe a holding with its path, those of what it is in, and its label left open."""
        path, within, papka = (ARCHIVES + _hole("plain", place) for place in range(3))
        opened = one._replace(
            path=path, within=within, papka=one.papka and papka, label=_hole("text", 3)
        )
        found = list(describe(opened, self._shaper.ground.uris, self._dataset.language))
        return self._open(path, found, 4, primary=False)

    def entity(self, kind: EntityKind, others: int) -> Open:
        """Describe an entity that means no item: its id, its label, its other names left open."""
        label, *names = (_hole("text", 1 + place) for place in range(1 + others))
        ident = _hole("plain", 0)
        one = Entity(id=ident, kind=kind, label=label, names=tuple(names))
        found = list[Triple]()
        for layer in (DublinCore, CidocCrm):
            found += layer(self._dataset, self._vocabulary).entity(one)
        path = self._shaper.ground.uris.path(kind, "") + ident
        return self._open(path, found, 2 + others, primary=False)

    def _open(
        self,
        path: Any,  # noqa: ANN401 - a hole stands where text does
        found: list[Triple],
        count: int,
        hashes: tuple[Any, ...] = (),
        *,
        primary: bool = True,
    ) -> Open:
        """Add the data about the thing; `STAMPED` stand behind the record's own values."""
        uris = self._shaper.ground.uris
        run, modified = (_hole("plain", count + n) for n in range(len(STAMPED)))
        stamp = Stamp(run, modified, self._dataset.license, hashes)
        about = list(record_node(path, stamp, uris, primary=primary))
        return Open(uris.at(path), found, about, count)


class Opened:
    """A record with holes, its directory, and what the ground is asked of its parts."""

    def __init__(self, record: Record, who: Directory, slots: Slots, shaper: Shaper) -> None:
        self._slots, self._shaper = slots, shaper
        self._refs: dict[Agent | Place, EntityRef] = {}
        self._keepers = {one.name: who.agent(one, record) for one in keepers_of(record)}
        self.answers: dict[tuple[str, object], Any] = {}
        self.record = self._opened(record, who)

    def focal(self, record: Record) -> EntityRef:
        """Refuse: records about entities have no shape."""
        raise TypeError(record.kind)

    def agent(self, agent: Agent, _: Record) -> EntityRef:
        """Give the entity of an open agent."""
        return self._refs[agent]

    def answered(self, _number: str, _: Record) -> str:
        """Know a number alone: a record that may answer another one is mapped by itself."""
        return ""

    def place(self, place: Place, _: Record) -> EntityRef:
        """Give the entity of an open place."""
        return self._refs[place]

    def _opened(self, record: Record, who: Directory) -> Record:
        hole = self._hole
        return Record(
            key=hole("plain", record.key),
            kind=record.kind,
            identifier=hole("text", record.identifier),
            url=hole("address", record.url),
            license=record.license,
            date=tuple(self._span(one) for one in record.date),
            agents=tuple(self._agent(one, who.agent(one, record)) for one in record.agents),
            places=tuple(self._place(one, who.place(one, record)) for one in record.places),
            subject=tuple(self._subject(one) for one in record.subject),
            is_part_of=tuple(self._set(one, record) for one in record.is_part_of),
            reference=tuple(map(self._reference, record.reference)),
            identifiers=tuple(
                Identifier(scheme=one.scheme, value=hole("text", one.value))
                for one in record.identifiers
            ),
            **self._each(record),
        )

    def _hole(self, kind: Any, value: str) -> Any:  # noqa: ANN401 - a hole stands where text does
        return self._slots.hole(kind, value)

    def _each(self, record: Record) -> dict[str, Any]:
        texts = {name: tuple(map(self._text, getattr(record, name))) for name in TEXTS}
        return texts | {name: tuple(map(_bare, getattr(record, name))) for name in CONCEPTS}

    def _text(self, text: Text) -> Text:
        return Text(value=self._hole("text", text.value), language=text.language)

    def _span(self, span: TimeSpan) -> TimeSpan:
        values = {
            name: self._hole("text", getattr(span, name))
            for name in ("label", "edtf", "begin", "end", "note")
        }
        opened = TimeSpan(**values, basis=span.basis)
        created = self._shaper.ground.created(span)
        exact = created and (self._hole("text", created[0]), created[1])
        self.answers["created", opened] = exact
        self.answers["worded", opened.label] = self._shaper.ground.worded(span.label)
        return opened

    def _agent(self, agent: Agent, ref: EntityRef) -> Agent:
        name = self._hole("entity", ref.id)
        stated = _NOWHERE if agent.wikidata else ""
        opened = Agent(name=name, kind=agent.kind, role=agent.role, wikidata=stated)
        return self._known(opened, ref, name)

    def _place(self, place: Place, ref: EntityRef) -> Place:
        name = self._hole("entity", ref.id)
        stated = _NOWHERE if place.wikidata else ""
        return self._known(Place(name=name, relation=place.relation, wikidata=stated), ref, name)

    def _known(self, opened: Named, ref: EntityRef, name: Any) -> Named:  # noqa: ANN401 - a hole
        qid = _NOWHERE if ref.qid else ""
        self._refs[opened] = EntityRef(ref.kind, name, _NOWHERE, qid)
        return opened

    def _subject(self, concept: Concept) -> Concept:
        slug = self._hole("plain", self._shaper.slug(concept))
        opened = Concept(scheme=concept.scheme, label=slug)
        self.answers["concept", opened] = _around(self._shaper.ground.concept(concept), slug)
        return opened

    def _set(self, text: Text, record: Record) -> Text:
        slug = self._hole("plain", self._shaper.set_slug(text, record))
        term = self._shaper.ground.set_of(text, record.kind)
        opened = Text(value=slug)
        self.answers["set", opened] = _around(term, slug)
        return opened

    def _reference(self, one: ArchivalReference) -> ArchivalReference:
        name: Any = _NOWHERE if one.keeper else ""
        if one.keeper and not one.archive:
            ref = self._keepers[one.keeper]
            name = self._hole("entity", ref.id)
            self._known(Agent(name=name, kind="group", role="keeper"), ref, name)
        opened = ArchivalReference(
            verbatim=self._hole("text", one.verbatim),
            archive=one.archive,
            keeper=name,
            parts=tuple((level, self._hole("text", value)) for level, value in one.parts),
        )
        path = self._shaper.holding(one)
        term = self._shaper.ground.holding(one)
        self.answers["printed", opened] = self._hole("text", self._shaper.ground.printed(one))
        self.answers["holding", opened] = term and _around(term, self._hole("plain", path), path)
        return opened


class _OpenGround(Ground):
    """Knows the answers on open values; what is closed it answers as ever."""

    __slots__ = ("_opened",)

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary, opened: Opened) -> None:
        super().__init__(dataset, vocabulary)
        self._opened = opened.answers

    def concept(self, concept: Concept) -> Term:
        known: Term | None = self._opened.get(("concept", concept))
        return known or super().concept(concept)

    def words(self, text: str) -> Term:
        return self.own(text) if self._opened["worded", text] else literal(text)

    def created(self, span: TimeSpan) -> tuple[str, str] | None:
        found: tuple[str, str] | None = self._opened["created", span]
        return found

    def printed(self, reference: ArchivalReference) -> str:
        found: str = self._opened["printed", reference]
        return found

    def holding(self, reference: ArchivalReference) -> Term | None:
        found: Term | None = self._opened["holding", reference]
        return found

    def set_of(self, text: Text, kind: str) -> Term:
        found: Term = self._opened["set", text]
        return found


def _around(term: Term, hole: Any, value: str = "") -> Term:  # noqa: ANN401 - a hole
    """Open the last part of an IRI, or the part that has this value."""
    cut = len(term) - 1 - len(value) if value else term.rindex("/") + 1
    return iri(term[1:cut] + hole)


def _bare(concept: Concept) -> Concept:
    return Concept(
        scheme=concept.scheme, id=concept.id, label=concept.label, language=concept.language
    )


def _hole(kind: HoleKind, place: int) -> Any:  # noqa: ANN401 - a hole stands where text does
    return Hole((Slot(kind, place),))
