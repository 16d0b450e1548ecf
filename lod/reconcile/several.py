"""Several authorities asked as one: those on this machine, and services on the network."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress

from lod.entity import AuthorityEntity
from lod.reconcile.authority import Authority, Follows, Hit
from lod.reconcile.live import Failed, LiveAuthority, Patient
from lod.reconcile.parse import Query


class Several:
    """Asks authorities in turn; of an entity that two know the first one's facts count."""

    def __init__(self, authorities: Sequence[Authority]) -> None:
        self._all = tuple(authorities)
        self.away = tuple(one for one in self._all if isinstance(one, LiveAuthority))
        self._here = tuple(one for one in self._all if not isinstance(one, LiveAuthority))
        self.names = tuple(map(_name, self._all))
        self._names_here = tuple(map(_name, self._here))

    def searched(self, *, here: bool = False) -> str:
        """Name all authorities, or those on this machine, with their versions."""
        return " ".join(self._names_here if here else self.names)

    def hits(self, asked: Query, refused: Collection[str] = (), *, here: bool = False) -> list[Hit]:
        """Collect the candidates for a name, each entity once.

        here: ask nobody on the network. Raises one of `Failed` when a service fails.
        """
        found: dict[str, Hit] = {}
        for authority in (self._here if here else self._all) if asked.key else ():
            for hit in authority.candidates(asked):
                if hit.entity.id not in refused:
                    found.setdefault(hit.entity.id, hit)
        return list(found.values())

    def entity(self, entity_id: str) -> AuthorityEntity | None:
        """Give the facts on an entity from the first authority that knows it, and answers."""
        try:
            return self.known(entity_id)
        except Failed:
            return None

    def known(self, entity_id: str) -> AuthorityEntity | None:
        """Give the facts on an entity; raises one of `Failed` when a service fails."""
        found = (authority.get(entity_id) for authority in self._all)
        return next((entity for entity in found if entity), None)

    def successor(self, entity_id: str) -> str:
        """Give the id that stands for one: itself as far as is known, "" when it was deleted."""
        for authority in self._all:
            if isinstance(authority, Follows):
                with suppress(*Failed):
                    stands = authority.successor(entity_id)
                    if stands != entity_id:
                        return stands
        return entity_id

    def day(self, asked: Query) -> str:
        """Give the oldest day of what services answered for a name; raises one of `Failed`."""
        return min((one.day(asked) for one in self.away), default="")

    def wait(self) -> bool:
        """Wait until a service may be asked again; False where none may be soon enough."""
        return any(not isinstance(one, Patient) or one.wait() for one in self.away)

    def prepare(self, queries: Sequence[Query], ids: Sequence[str]) -> None:
        """Let services be asked for much at once."""
        for authority in self.away:
            authority.prepare(queries, ids)


def _name(authority: Authority) -> str:
    return f"{authority.name}@{authority.version or '0'}"
