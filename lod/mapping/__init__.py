"""Record -> triples: one profile a file, each a way of saying the same record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from lod.config import Dataset
from lod.entity import Directory, Entity
from lod.issue import Issue
from lod.mapping.cidoc_crm import CidocCrm
from lod.mapping.dublin_core import DublinCore
from lod.mapping.edm import EuropeanaDataModel, concepts
from lod.mapping.schema_org import SchemaOrg
from lod.record import Record
from lod.terms import Triple
from lod.vocabulary import Vocabulary


class Profile(Protocol):
    """A way to say a record in RDF; built once for a dataset and used in any process.

    name: as the configuration spells it. graph: the name of the graph its triples go to, "" for
    the default graph; `projection/...` for what is derived and can be rebuilt.
    """

    name: str
    graph: str

    def fit(self, record: Record) -> Issue | None:
        """Say why a record cannot honestly be said in this profile; None when it can."""

    def record(self, record: Record, who: Directory) -> Iterator[Triple]:
        """Map one record; `who` knows the entities that it names."""

    def entity(self, entity: Entity) -> Iterator[Triple]:
        """Map a person, group or place that records name."""


PROFILES: dict[str, Callable[[Dataset, Vocabulary], Profile]] = {
    "dublin-core": DublinCore,
    "cidoc-crm": CidocCrm,
    "edm": EuropeanaDataModel,
    "schema-org": SchemaOrg,
}
# What some of them say of concepts that records share: profile -> its part of their triples.
CONCEPTS: dict[str, Callable[[Iterable[Triple]], Iterator[Triple]]] = {"edm": concepts}
