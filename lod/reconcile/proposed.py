"""Any service of the Reconciliation API as an authority: it proposes, and we judge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress

import msgspec

from lod.entity import AuthorityEntity, EntityKind
from lod.reconcile.authority import Hit
from lod.reconcile.desk import Desk
from lod.reconcile.entry import classes
from lod.reconcile.live import Failed, Setting
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.parse import Query
from lod.reconcile.reconapi import Json, Proposal, Proposals

_LIMIT = 10
_HUMAN = "Q5"
_TIMES = {"person": ("P569", "P570"), "group": ("P571", "P576"), "place": ("P571", "P576")}


class ProposedAuthority:
    """Finds entities by asking a reconciliation service; open it with `open_service`.

    Names are compared by our own rules. What the service proposes though its name does not agree
    (it may know other names) is a candidate with little weight: its score is evidence, no verdict.
    """

    version = "live"

    def __init__(self, name: str, service: Proposals) -> None:
        self.name, self._service = name, service

    def candidates(self, query: Query) -> list[Hit]:
        """Give the entities that a name may mean, each once. Raises one of `Failed`."""
        found, _ = self._service.proposals(_asked(query))
        proposed = {one.id: one for one in found if _is_of(query.kind, one)}
        entities = {
            entity.id: entity for entity in self._entities(query.kind, list(proposed.values()))
        }
        self._service.keep({ident: msgspec.json.encode(one) for ident, one in entities.items()})
        hits = MemoryAuthority(entities.values(), name=self.name).candidates(query)
        agreeing = {hit.entity.id for hit in hits}
        return hits + [
            Hit(entities[ident], f"{one.name}, score {one.score:g}", ("told",))
            for ident, one in sorted(proposed.items())
            if ident not in agreeing
        ]

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity that was proposed before; the API knows no other way to its facts."""
        kept = self._service.kept(entity_id)
        return msgspec.json.decode(kept, type=AuthorityEntity) if kept else None

    def prepare(self, queries: Sequence[Query], ids: Sequence[str]) -> None:
        """Ask for many names in batches, as far as the service answers."""
        with suppress(*Failed):
            self._service.ask(map(_asked, queries))

    def wait(self) -> bool:
        """Wait until the service may be asked again; False where a run has no patience for that."""
        return self._service.wait()

    def day(self, query: Query) -> str:
        """Give the day of the answer for a name. Raises one of `Failed`."""
        return self._service.proposals(_asked(query))[1]

    def _entities(self, kind: EntityKind, found: Sequence[Proposal]) -> Iterator[AuthorityEntity]:
        years = self._service.years([one.id for one in found], _TIMES[kind])
        for one in found:
            begin, end = years.get(one.id, (None, None))
            yield AuthorityEntity(
                id=one.id,
                kind=kind,
                label=one.name,
                names=(one.name,),
                begin=begin,
                end=end,
                description=one.description,
            )


def open_service(address: str, setting: Setting) -> ProposedAuthority:
    """Open the service at an address; nothing is asked before the first name."""
    cache = f"service-{hashlib.sha256(address.encode()).hexdigest()[:12]}"
    return ProposedAuthority(address, Proposals(address, Desk(cache, setting)))


def _asked(query: Query) -> Json:
    """Spell a name as a query: people in direct order, with the years that their heading states."""
    name = query.name
    direct = f"{name.given} {name.patronymic} {name.family} {name.suffix}"
    text = direct if query.kind == "person" and name.family else name.core
    asked: Json = {"query": " ".join(text.split())[:200], "limit": _LIMIT}
    if query.kind == "person":
        asked["type"] = _HUMAN
    stated = zip(_TIMES[query.kind], (name.born, name.died), strict=True)
    properties = [{"pid": prop, "v": str(year)} for prop, year in stated if year]
    return asked | ({"properties": properties} if properties else {})


def _is_of(kind: EntityKind, one: Proposal) -> bool:
    """Tell whether an entity may be of a kind; one without a type that we know may be."""
    kinds = {classes()[ident] for ident in one.types if ident in classes()}
    return not kinds or kind in kinds
