"""Several authorities are one: in their order, and the network only when it is meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lod.entity import AuthorityEntity, Judgement
from lod.errors import PartialError
from lod.reconcile.authority import Hit
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.parse import Query, query
from lod.reconcile.several import Several

IVANOV = AuthorityEntity(id="Q7", kind="person", label="Ivan Ivanov")
PETROV = AuthorityEntity(id="Q8", kind="person", label="Pyotr Petrov")


class Far(MemoryAuthority):
    """An authority on the network: `broken` when its service is; it knows one merged item."""

    broken = False

    def candidates(self, query: Query) -> list[Hit]:
        """Give candidates, or fail."""
        self._answer()
        return super().candidates(query)

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity, or fail."""
        self._answer()
        return super().get(entity_id)

    def successor(self, entity_id: str) -> str:
        """Tell what became of an id, or fail."""
        self._answer()
        return {"Q1": "Q7", "Q2": ""}.get(entity_id, entity_id)

    def prepare(self, queries: Sequence[Query], ids: Sequence[str]) -> None:
        """Need nothing."""

    def day(self, query: Query) -> str:
        """Answer always today."""
        return "2026-11-28"

    def _answer(self) -> None:
        if self.broken:
            raise PartialError("no answer")


def test_the_facts_of_the_first_that_knows_count() -> None:
    other = AuthorityEntity(id="Q7", kind="person", label="I. Ivanov", names=("Ivan Ivanov",))
    several = Several([MemoryAuthority([IVANOV], name="a"), MemoryAuthority([other], name="b")])
    (hit,) = several.hits(query("Ivanov, Ivan", "person"))
    assert hit.entity == several.entity("Q7") == IVANOV
    assert several.names == ("a@0", "b@0")


def test_nobody_on_the_network_is_asked_when_that_is_not_meant() -> None:
    far = Far([IVANOV], name="far")
    several = Several([MemoryAuthority([PETROV], name="near"), far])
    far.broken = True
    assert several.hits(query("Ivanov, Ivan", "person"), here=True) == []
    assert several.searched(here=True) == "near@0"
    with pytest.raises(PartialError):
        several.hits(query("Ivanov, Ivan", "person"))


def test_what_became_of_an_item_is_known_where_somebody_knows_it() -> None:
    far = Far([IVANOV], name="far")
    several = Several([MemoryAuthority([PETROV], name="near"), far])
    assert [several.successor(one) for one in ("Q1", "Q2", "Q8")] == ["Q7", "", "Q8"]
    far.broken = True
    assert several.successor("Q1") == "Q1"


def test_a_name_that_is_settled_here_does_not_wait_for_the_network() -> None:
    far = Far([IVANOV], name="far")
    far.broken = True
    matcher = Matcher([MemoryAuthority([PETROV], name="near"), far])
    assert matcher.match("Petrov, Pyotr", "person").judgement is Judgement.ACCEPTED
    found = matcher.match("Ivanov, Ivan", "person")
    assert (found.judgement, found.authority) == (Judgement.ERROR, "near@0 far@0")
