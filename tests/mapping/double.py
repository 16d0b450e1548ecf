"""What the tests of mapping share: a directory from a dict, a dataset, golden records."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lod.config import Dataset
from lod.entity import (
    AuthorityEntity,
    Candidate,
    Decision,
    Entity,
    EntityKind,
    EntityRef,
    Judgement,
)
from lod.iri import Uris, hashed_id
from lod.mapping import PROFILES
from lod.mapping.ground import keepers_of
from lod.mapping.shared import Shared, describe, shared
from lod.record import Agent, Place, Record
from lod.terms import Triple
from lod.vocabulary import load

DATA = Path(__file__).parents[1] / "data" / "mapping"
GOLDEN = sorted(path.parent for path in DATA.glob("*/record.json"))
BASE = "https://data.example.org/"
DATASET = Dataset(
    name="letters",
    folder=DATA,
    title="Letters of the embassy",
    base=BASE,
    license="https://creativecommons.org/publicdomain/zero/1.0/",
    publisher="The Archive",
    language="en",
    sources=(),
    fields=(),
    abstracts=True,
)
URIS = Uris(BASE)
# Accepted items, so that queries by item find something.
ITEMS = {
    "Molotov, Vyacheslav": "Q132899",
    "North Korea": "Q423",
    "Korea": "Q18097",
    "Kim Il Sung": "Q41117",
    "Rembrandt": "Q5598",
}


class Known:
    """A directory that knows everyone: a name is one entity, its id a hash of kind and name."""

    def focal(self, record: Record) -> EntityRef:
        """Take the record's own key."""
        assert record.kind in ("person", "group", "place")
        name = record.title[0].value if record.title else record.key
        return EntityRef(record.kind, record.key, name, ITEMS.get(name, ""))

    def agent(self, agent: Agent, record: Record) -> EntityRef:
        """Take an agent of unknown kind for a group."""
        return _ref("person" if agent.kind == "person" else "group", agent.name)

    def answered(self, number: str, record: Record) -> str:
        """Know one record, `x-1350`, and its number."""
        return "x-1350" if number == "1350" else ""

    def place(self, place: Place, record: Record) -> EntityRef:
        """Take the place's name as it is."""
        return _ref("place", place.name)


def _ref(kind: EntityKind, name: str) -> EntityRef:
    return EntityRef(kind, hashed_id(f"{kind}|{name}"), name, ITEMS.get(name, ""))


def entities_of(record: Record) -> list[Entity]:
    """Make the entities that a record names, those with an item as accepted."""
    who = Known()
    agents = (*record.agents, *keepers_of(record))
    refs = [who.agent(agent, record) for agent in agents]
    refs += [who.place(place, record) for place in record.places]
    return [entity_of(ref) for ref in dict.fromkeys(refs)]


def entity_of(ref: EntityRef) -> Entity:
    """Make an entity, accepted where it has an item."""
    decision = Decision(
        kind=ref.kind,
        name=ref.label,
        year=None,
        judgement=Judgement.ACCEPTED if ref.qid else Judgement.NONE,
        id=ref.qid,
        score=0.97,
    )
    facts = AuthorityEntity(id=ref.qid, kind=ref.kind, label=ref.label) if ref.qid else None
    return Entity(
        id=ref.id,
        kind=ref.kind,
        label=ref.label,
        names=(ref.label, ref.label.upper()),
        decision=decision,
        authority=facts,
        snapshots=("0" * 64,),
    )


def candidate(name: str, item: str, score: float = 0.9) -> Entity:
    """Make a person whose identity is still to be decided."""
    decision = Decision(
        kind="person",
        name=name,
        year=1951,
        judgement=Judgement.REVIEW,
        candidates=(Candidate(id=item, name=name, score=score, reasons=("office fits",)),),
    )
    own = hashed_id(f"person|{name}")
    return Entity(id=own, kind="person", label=name, decision=decision, snapshots=("0" * 64,))


def golden(folder: Path) -> Record:
    """Read the record of a golden case."""
    return msgspec.json.decode((folder / "record.json").read_bytes(), type=Record)


def mapped(record: Record, dataset: Dataset = DATASET) -> list[Triple]:
    """Map a record by the profiles of its dataset, as a block holds it: sorted, each once."""
    found = (
        triple
        for name in dataset.profiles
        for triple in PROFILES[name](dataset, load()).record(record, Known())
    )
    return sorted(set(found))


def around(record: Record) -> list[Triple]:
    """Describe what a record points to: entities, holdings, concepts, the shipped words."""
    named = {
        triple
        for entity in entities_of(record)
        for name in DATASET.profiles
        for triple in PROFILES[name](DATASET, load()).entity(entity)
    }
    shares: dict[str, Shared] = {}
    for one in shared(record):
        shares[one.path] = min(one, shares.get(one.path, one))
    for one in shares.values():
        named.update(describe(one, URIS, "en"))
    return sorted(named)
