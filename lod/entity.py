"""Who and what records name: candidates, decisions, and the entities that a release describes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from lod.record import Agent, Place, Record

EntityKind = Literal["person", "group", "place"]
MACHINE = "lod"  # who has decided where no curator has
_NOUGHT = 0.0005


def point(longitude: float, latitude: float) -> str:
    """Write coordinates as WKT, which has longitude first and knows decimals only.

    >>> point(-0.00005, 51.5)
    'POINT(-0.00005 51.5)'
    """
    return f"POINT({Decimal(str(longitude)):f} {Decimal(str(latitude)):f})"


class Judgement(StrEnum):
    """What was decided about a name; every outcome is kept."""

    ACCEPTED = "accepted"
    REVIEW = "review"
    NONE = "none"
    NOT = "not"
    DEFERRED = "deferred"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEntity:
    """One entity of an authority: a Wikidata item with the facts that matching needs.

    begin and end: first and last year of life or existence, None when unknown.
    names: labels and aliases in every language. label: the preferred one in English.
    offices: (title, from year or None, to year or None). coordinates: WKT `POINT(lon lat)` or "".
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...] = ()
    begin: int | None = None
    end: int | None = None
    description: str = ""
    offices: tuple[tuple[str, int | None, int | None], ...] = ()
    coordinates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entity that a name may mean, with the probability that it does and the reasons."""

    id: str
    name: str
    score: float
    reasons: tuple[str, ...] = ()


class Refusal(NamedTuple):
    """An item that a curator said a name does not mean: who, on which day, and why."""

    id: str
    label: str = ""
    by: str = ""
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a name means in its period, with the evidence (the columns of SSSOM).

    name: as written. year: of the naming record, None when undated. id: the accepted item (the
    refused one for NOT), "" otherwise. score: calibrated probability. justification: a CURIE of
    semapv. decided_by: a curator, or this program. decided_on: ISO day, "" for the machine.
    authority: name and version of what was searched. evidence: hash of what it rests on.
    refused: what curators said it is not. again: why a curator should look again at a decision
    that stands (an item was merged, the facts have changed), "" when nothing calls for it.
    """

    kind: EntityKind
    name: str
    year: int | None
    judgement: Judgement
    id: str = ""
    label: str = ""
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    justification: str = "semapv:LexicalMatching"
    decided_by: str = MACHINE
    decided_on: str = ""
    authority: str = ""
    note: str = ""
    evidence: str = ""
    refused: tuple[Refusal, ...] = ()
    again: str = ""

    @property
    def likely(self) -> tuple[Candidate, ...]:
        """Give the candidates to publish: those likelier than nought, to a thousandth."""
        return tuple(one for one in self.candidates if one.score >= _NOUGHT)

    @property
    def none_meant(self) -> float:
        """Give the probability that no candidate is meant; a person is sure of it."""
        if self.decided_by != MACHINE:
            return 1.0
        return min(1.0, max(0.0, 1.0 - sum(found.score for found in self.candidates)))

    @property
    def waits(self) -> bool:
        """Tell whether a curator has something to decide or to look at again."""
        return self.judgement in (Judgement.REVIEW, Judgement.DEFERRED) or bool(self.again)


def refusals(decision: Decision) -> Iterator[Decision]:
    """Give each refusal that belongs to a decision as a decision of its own."""
    for one in decision.refused:
        yield replace(
            decision,
            judgement=Judgement.NOT,
            id=one.id,
            label=one.label,
            score=0.0,
            candidates=(),
            justification="semapv:ManualMappingCuration",
            decided_by=one.by,
            decided_on=one.on,
            note=one.why,
            refused=(),
            again="",
        )


class EntityRef(NamedTuple):
    """How a record points to an entity: enough to write its URI and its label."""

    kind: EntityKind
    id: str
    label: str
    qid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, group or place of the release; its id never changes and is never reused.

    id: ten characters of Crockford's base32. names: as written in the records, sorted.
    decision: the best there is on its identity. merged_into: the id that replaced it, "" while
    it stands. replaces: ids that it replaced. snapshots: sha256 of rows that name it, at most 20.
    """

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...] = ()
    decision: Decision | None = None
    authority: AuthorityEntity | None = None
    merged_into: str = ""
    replaces: tuple[str, ...] = ()
    snapshots: tuple[str, ...] = ()

    @property
    def qid(self) -> str:
        """Give the accepted Wikidata item, "" when there is none."""
        decision = self.decision
        accepted = decision is not None and decision.judgement is Judgement.ACCEPTED
        return decision.id if decision is not None and accepted else ""


class Directory(Protocol):
    """Knows which entity a name in a record is; mapping asks it, reconciling fills it."""

    def focal(self, record: Record) -> EntityRef:
        """Give the entity that an authority record (person, group, place) is itself about."""

    def agent(self, agent: Agent, record: Record) -> EntityRef:
        """Give the entity that this agent of this record is."""

    def place(self, place: Place, record: Record) -> EntityRef:
        """Give the entity that this place of this record is."""

    def answered(self, number: str, record: Record) -> str:
        """Give the key of the record whose identifier this one answers, "" where it is none."""


class Spotted(NamedTuple):
    """A name that stands in a text: its place, its kind, and how an authority spells it.

    reading: the name as it is to be recorded, where the text has it misread (`Kim II Sung`); ""
    where the words of the text are right. rule: what found it.
    """

    start: int
    end: int
    kind: EntityKind
    reading: str = ""
    rule: str = "gazetteer"


class Gazetteer(Protocol):
    """Finds names in running text: those of an authority, or whatever a trained model finds.

    Reading pages asks it, so that sources need not know who reconciles. Outsiders register an
    entry point `lod.gazetteer` that takes no argument and gives one.
    """

    def spans(self, text: str, year: int | None = None) -> Iterator[Spotted]:
        """Give the names in a text in order, none within another; year: that of the text."""
