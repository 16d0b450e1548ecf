"""What an authority is: it knows entities, and which of them a name may mean."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from lod.entity import AuthorityEntity
from lod.reconcile.parse import Query


class Channel(StrEnum):
    """By which agreement of names an entity was found, the strongest first."""

    FULL = "full"
    DATED = "dated"
    MISREAD = "misread"
    LONGER = "longer"
    NEAR = "near"
    SHORTER = "shorter"
    ALTERNATE = "alternate"
    ACRONYM = "acronym"
    INITIALS = "initials"
    ALIAS = "alias"
    SURNAME = "surname"
    TOLD = "told"


class Hit(NamedTuple):
    """An entity that a name may mean, and how they agree.

    name: the spelling in the authority that agrees. agreeing: how many parts of the name do.
    against: what in the entity's other names speaks against it, in words, or "".
    also: whether the alternative form in the record's parentheses means the same entity.
    traits: how the names agree in detail, each trait with a weight (`weights.py`); () where the
    channel says it all.
    """

    entity: AuthorityEntity
    channel: Channel
    name: str
    agreeing: int = 1
    against: str = ""
    also: bool = False
    traits: tuple[str, ...] = ()


class Authority(Protocol):
    """Finds entities by name; the embedded one, an index file, and the live service are such.

    name and version say in every decision what was searched. A new authority is one file with
    these three members, and one line in AUTHORITIES (or an entry point `lod.authority`).
    """

    name: str
    version: str

    def candidates(self, query: Query) -> list[Hit]:
        """Give the entities that a name may mean, each once, in any order."""

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity by its id, None when it is not known here."""


@runtime_checkable
class Follows(Protocol):
    """An authority that knows what became of ids that were given up."""

    def successor(self, entity_id: str) -> str:
        """Give the id that stands for one, itself when it stands, "" when it is known deleted."""
