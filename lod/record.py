"""What a record is: one document, object or authority as its source describes it, no RDF yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

# What the rule of an origin begins with where the source itself only guesses.
GUESS = "guess at "
Kind = Literal["document", "object", "collection", "person", "group", "place"]
AgentKind = Literal["person", "group", "agent"]


class Origin(NamedTuple):
    """Where a value stands in the source; `lod why` answers from it.

    row: row number, JSON pointer or file name. column: column, path or label. start and end:
    character span inside that cell or page, -1 where the whole cell is meant. rule: the line of
    the crosswalk or layout that took the value.
    """

    source: str
    row: str
    column: str
    start: int = -1
    end: int = -1
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A sentence or name in a human language; language is a BCP 47 tag, None when unknown."""

    value: str
    language: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """A time as written and what we make of it (CRM E52, EDTF level 2).

    label: the source's words. edtf: "" when they could not be read. begin and end: first and last
    day possible as ISO 8601 days (`1951-11-19`, `-0044-03-15`), "" where open or unknown.
    basis: a concept of vocab/datebasis (heading, citation, dateline, signature, url, field...).
    note: what a rule decided, such as a Julian mark or an assumed century.
    """

    label: str
    edtf: str = ""
    begin: str = ""
    end: str = ""
    basis: str = "field"
    note: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A term of a vocabulary: a type, subject, language or marking.

    scheme and id name a concept of ours (`doctype`, `letter`); id is "" for a term that only the
    source knows, which then gets a concept of its own in the dataset. label: the source's words.
    """

    scheme: str
    label: str
    id: str = ""
    language: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or address given to the thing; scheme is a concept of vocab/idtype."""

    scheme: str
    value: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person or body as named in a record (CRM E39), in one role (a concept of vocab/role)."""

    name: str
    kind: AgentKind = "agent"
    role: str = "mentioned"
    wikidata: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as named in a record (CRM E53); relation: spatial, created, mentioned."""

    name: str
    relation: str = "spatial"
    wikidata: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivalReference:
    """Where the original is kept; parts as far as the words and codes of its levels are known.

    verbatim: as printed. archive: a concept of vocab/archive (`avprf`), "" when not recognised.
    keeper: the name of the archive or body in the source's words. parts: (level, value) in the
    order of the hierarchy, levels of vocab/idtype (`fond`, `opis`, `delo`, `box`, `listy`); values
    are strings: `0102` and `059a` keep their zeros and letters. whole: the parts say all that is
    printed.
    """

    verbatim: str
    archive: str = ""
    keeper: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    origin: Origin | None = None
    whole: bool = True


Relation = Literal["references", "in-reply-to", "part-of", "attachment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another document that a record speaks of: named in its text, answered, or attached to it.

    label: the words that name it. relation: what it is to the document described. number: its
    own, "" when none is given. agents: who made it.
    """

    label: str
    relation: Relation = "references"
    type: tuple[Concept, ...] = ()
    number: str = ""
    date: tuple[TimeSpan, ...] = ()
    agents: tuple[Agent, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of several texts that a record describes together: a decision, the message it approves.

    agents, classification and identifiers are those of this part; the record has them too.
    """

    label: str
    type: tuple[Concept, ...] = ()
    agents: tuple[Agent, ...] = ()
    classification: tuple[Concept, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    origin: Origin | None = None


Use = Literal["mapped", "furniture", "body", "unknown"]


class Covered(NamedTuple):
    """What became of a stretch of a page: `what` it feeds or is, by which `rule`.

    use: mapped to a field, furniture of the site, the text itself, or not understood. Stretches
    follow each other without a gap, so that their lengths sum to the page's.
    """

    start: int
    end: int
    use: Use
    what: str = ""
    rule: str = ""


class Snapshot(NamedTuple):
    """The bytes a record was read from: `sha256` of the row or file, and where it stood."""

    sha256: str
    source: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The description of one thing; fields bear Dublin Core names, tuples where repeatable.

    key: the last part of its URI (`wcda-113630`), unique in the dataset. identifier: as the
    source prints it, "" where none is. kind: what the thing is. url: its page on the web.
    date: when it was created, the preferred claim first, conflicting claims after it.
    agents: everyone named with a role; `mentioned` for those only named in it.
    text_language: languages of the text that is presented, when it is a translation.
    born, died, active: for authority records of persons and bodies (founded, dissolved).
    related: documents that it speaks of. parts: texts that it describes together.
    """

    key: str
    kind: Kind = "document"
    identifier: str = ""
    url: str = ""
    title: tuple[Text, ...] = ()
    alternative: tuple[Text, ...] = ()
    type: tuple[Concept, ...] = ()
    date: tuple[TimeSpan, ...] = ()
    language: tuple[Concept, ...] = ()
    text_language: tuple[Concept, ...] = ()
    agents: tuple[Agent, ...] = ()
    places: tuple[Place, ...] = ()
    subject: tuple[Concept, ...] = ()
    reference: tuple[ArchivalReference, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    classification: tuple[Concept, ...] = ()
    abstract: tuple[Text, ...] = ()
    description: tuple[Text, ...] = ()
    citation: tuple[Text, ...] = ()
    rights: tuple[Text, ...] = ()
    license: str = ""
    is_part_of: tuple[Text, ...] = ()
    medium: tuple[Text, ...] = ()
    extent: tuple[Text, ...] = ()
    note: tuple[Text, ...] = ()
    born: tuple[TimeSpan, ...] = ()
    died: tuple[TimeSpan, ...] = ()
    active: tuple[TimeSpan, ...] = ()
    coordinates: str = ""
    related: tuple[Related, ...] = ()
    parts: tuple[Part, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
