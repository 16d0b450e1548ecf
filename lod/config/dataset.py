"""What a dataset.toml says, frozen: its sources, its crosswalk, what a release must be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lod.lazily import regex
from lod.record import Kind

Sort = Literal[
    "key", "kind", "url", "title", "line", "text", "date", "lives", "language", "concept",
    "agent", "place", "reference", "identifier", "license", "coordinates", "credits", "content",
]  # fmt: skip

# Every field of the crosswalk, and what sort of value it takes; docs/configuration.md explains.
FIELDS: Mapping[str, Sort] = {
    "identifier": "key", "content": "content", "kind": "kind", "url": "url",
    "title": "title", "alternative": "line",
    "type": "concept", "subject": "concept", "classification": "concept",
    "date": "date", "born": "date", "died": "date", "active": "date", "life_dates": "lives",
    "language": "language", "text_language": "language",
    "creator": "agent", "contributor": "agent", "publisher": "agent", "translator": "agent",
    "transcriber": "agent", "funder": "agent", "sender": "agent", "recipient": "agent",
    "copy_recipient": "agent", "signatory": "agent", "participant": "agent",
    "mentioned": "agent", "keeper": "agent", "credits": "credits",
    "spatial": "place", "place_created": "place", "place_mentioned": "place",
    "reference": "reference",
    "identifiers": "identifier", "number": "identifier", "in_reply_to": "identifier",
    "accession": "identifier", "wikidata": "identifier",
    "abstract": "text", "description": "text", "citation": "text", "rights": "text",
    "note": "text", "nationality": "line",
    "license": "license", "is_part_of": "line", "medium": "line", "extent": "line",
    "coordinates": "coordinates",
}  # fmt: skip
# Dublin Core's own word for where the original is kept; both are accepted.
ALIASES: Mapping[str, str] = {"source": "reference"}
LOST = 0.2  # share of the records of the release before that may be fewer
PROFILES = ("dublin-core", "cidoc-crm")
FORMATS = ("turtle", "json-ld", "n-triples", "n-quads", "csv")
COLUMN_IN_TEMPLATE = regex(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of the crosswalk: our field, and where its value comes from.

    name: a field of FIELDS. Exactly one of columns (the first non-empty one wins), constant or
    template (`{Surname}, {Given}`) gives the text; when: columns -> values, one of which must
    stand there. Then, in this order: html (entities and tags resolved), json (a JSON list in the
    cell), split, regex (its first group, or named groups that feed the fields of their names),
    map (value as it stands -> value meant), credits ("Translated by X" becomes an agent, what
    remains is the value), and what the text means: language, role, kind, scheme, relation,
    basis, day_first, century. language is a tag or, as `{Lang}`, the column that has it.
    """

    name: str
    columns: tuple[str, ...] = ()
    constant: str = ""
    template: str = ""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    html: bool = False
    json: bool = False
    split: str | tuple[str, ...] = ""
    regex: str = ""
    map: Mapping[str, str] = field(default_factory=dict, hash=False)
    credits: bool = False
    language: str = ""
    role: str = ""
    kind: str = ""
    scheme: str = ""
    relation: str = ""
    basis: str = ""
    day_first: bool = True
    century: int | None = None

    @property
    def wanted(self) -> tuple[str, ...]:
        """List the columns that this line reads, in the order they are named."""
        in_templates = COLUMN_IN_TEMPLATE.findall(self.template + self.language)
        return (*self.columns, *in_templates, *self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows come from; one table [source], or several [[source]].

    path: relative to the dataset file in the configuration, absolute here; may be a folder or a
    glob pattern (pages). encoding: "" to detect. records: XPath, JSON path or SQL table that
    gives one row each. namespaces: prefixes for XPath. query: for sqlite instead of a table.
    contexts: address of a JSON-LD context -> the file that stands for it. base: what relative
    addresses in RDF begin with, where their file does not say.
    prefix and kind: the dataset's where they are None. fields: lines of the crosswalk for this
    source alone; they take the place of the dataset's lines for the same field.
    """

    format: str
    path: Path
    encoding: str = ""
    delimiter: str = ""
    records: str = ""
    query: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict, hash=False)
    contexts: Mapping[str, str] = field(default_factory=dict, hash=False)
    base: str = ""
    prefix: str | None = None
    kind: Kind | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a release must look like to be published; shares are between 0 and 1."""

    records_min: int = 0
    records_max: int | None = None
    quarantined_max: float = 1.0
    lost_max: float = LOST
    broken_max: int = 0
    linked_min: Mapping[str, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """How services that are authorities are asked over the network.

    api: address of the Wikibase's `api.php`. language: in which labels are looked for, "" for the
    dataset's. keep: days after which an answer is asked for again. timeout: seconds to wait for
    the next piece of an answer. patience: seconds that a run waits for a service that is left
    alone, before the names that wait for it are asked for again; twice in a run at most.
    """

    api: str = "https://www.wikidata.org/w/api.php"
    language: str = ""
    keep: int = 30
    timeout: float = 30.0
    patience: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A dataset as its dataset.toml describes it; everything a run needs besides the clock.

    name: the folder's name. folder: where dataset.toml, decisions.jsonl and entities.jsonl lie.
    base: ends in "/". prefix: begins every record's key (`wcda`), "" for none. live: how
    authorities on the network are asked. fix: field -> {value as it stands: value as it should
    be}. thresholds: kind -> probability, may only raise.
    fields: empty where columns bear the names of our fields. ledger: where the curators' decisions
    lie if it is not beside dataset.toml.
    """

    name: str
    folder: Path
    title: str
    base: str
    license: str
    publisher: str
    language: str
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    description: str = ""
    contact: str = ""
    prefix: str = ""
    kind: Kind = "document"
    rights: str = ""
    keywords: tuple[str, ...] = ()
    fix: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    authority: tuple[str, ...] = ("embedded",)
    thresholds: Mapping[str, float] = field(default_factory=dict, hash=False)
    live: Live = field(default_factory=Live)
    profiles: tuple[str, ...] = PROFILES
    expect: Expect = field(default_factory=Expect)
    formats: tuple[str, ...] = FORMATS
    abstracts: bool = False
    ledger: Path | None = None
