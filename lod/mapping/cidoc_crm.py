"""The CIDOC-CRM profile: what happened, to what, by whom, when and where (version 7.1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from lod.config import Dataset
from lod.entity import Directory, Entity
from lod.issue import Issue
from lod.mapping import crm_authorities
from lod.mapping.crm_objects import thing
from lod.mapping.crm_texts import document
from lod.mapping.ground import ground_of, open_case
from lod.record import Record
from lod.terms import Triple
from lod.vocabulary import Vocabulary


class CidocCrm:
    """Maps records to events and things, as docs/model.md shows; every node has an IRI."""

    name, graph = "cidoc-crm", ""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.ground = ground_of(dataset, vocabulary)

    def fit(self, record: Record) -> Issue | None:
        """Accept every record: what is not known is simply not said."""
        return None

    def record(self, record: Record, who: Directory) -> Iterator[Triple]:
        """Map one record; the same record gives the same triples."""
        case = open_case(self.ground, record, who)
        if record.kind == "document":
            return document(case)
        if record.kind in ("object", "collection"):
            return thing(case)
        return crm_authorities.authority(case, who.focal(record))

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """Map a person, group or place of the register."""
        return crm_authorities.entity(entity, self.ground)
