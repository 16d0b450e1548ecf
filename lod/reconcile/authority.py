"""What an authority is: it knows entities, and which of them a name may mean."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from lod.entity import AuthorityEntity
from lod.reconcile.parse import Query


class Hit(NamedTuple):
    """An entity that a name may mean, and how they agree.

    name: the spelling in the authority that agrees. traits: how the names agree, each with a
    weight (`weights.py`). question: why only a person can say, "" when nothing forbids a machine
    to. different: ids of those with whom the entity is easily confused.
    """

    entity: AuthorityEntity
    name: str = ""
    traits: tuple[str, ...] = ()
    question: str = ""
    different: tuple[str, ...] = ()


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
