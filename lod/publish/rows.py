"""Rows of tables about one thing: for the CSV dumps and for the index of the pages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal, NamedTuple

from lod.entity import Entity, EntityRef
from lod.iri import Uris
from lod.record import Record, Text, TimeSpan
from lod.roles import COPYING, CREATORS

TABLES = {
    "records": (
        "uri", "identifier", "kind", "title", "date", "edtf", "begin", "end", "type", "language",
        "creators", "senders", "recipients", "people", "places", "subjects", "numbers", "medium",
        "extent", "rights", "archival_reference", "url",
    ),
    "agents": ("uri", "kind", "label", "wikidata", "names", "begin", "end"),
    "places": ("uri", "label", "wikidata", "names", "coordinates"),
    "links": ("record", "role", "entity", "name_as_written", "wikidata"),
}  # fmt: skip
_VALUE = attrgetter("value")
JOINED = "; "  # between several values of one cell
_RECIPIENTS = ("recipient", *COPYING)


class Named(NamedTuple):
    """An entity in a role of a record, with the name as the source writes it."""

    role: str
    entity: EntityRef
    written: str


class Entry(NamedTuple):
    """What pages and lists need of one thing; text is for the full-text search.

    record: whether a record of the source is about it, or records only name it.
    """

    path: str
    kind: str
    title: str
    date: str
    begin: str
    end: str
    qid: str
    text: str
    record: bool = False


class Facet(NamedTuple):
    """One value by which lists are narrowed: type, language, subject, year, archive."""

    path: str
    facet: str
    value: str
    label: str


class Mention(NamedTuple):
    """One entity in one role of one record."""

    record: str
    role: str
    entity: str


@dataclass(slots=True)
class Rows:
    """The rows of some things: tables for the dumps, the rest for the index."""

    tables: dict[str, list[tuple[str, ...]]] = field(
        default_factory=lambda: {name: [] for name in TABLES}
    )
    entries: list[Entry] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)

    def add(self, other: Rows) -> None:
        """Take in the rows of another thing."""
        for name, rows in other.tables.items():
            self.tables[name] += rows
        self.entries += other.entries
        self.facets += other.facets
        self.mentions += other.mentions
        self.named += other.named


def of_record(
    record: Record, refs: Sequence[EntityRef], uris: Uris, path: str, focal: Entity | None = None
) -> Rows:
    """Give every row about a record; path: where it lies below the base.

    refs: who its agents and its places are, in this order. focal: whom an authority record is
    about; it stands among the agents or places, too, with what the record knows.
    """
    people = _named(record, refs)
    rows = Rows(named=people, entries=[_record_entry(record, people, path)])
    rows.tables["records"].append(_record_row(record, people, uris, path))
    if focal is not None:
        table, row = _entity_row(_known(focal, record), uris, path)
        rows.tables[table].append(row)
    rows.tables["links"] += _link_rows(people, uris, path)
    rows.facets += _facets(record, path)
    places = [uris.path(one.entity.kind, one.entity.id) for one in people]
    rows.mentions += [
        Mention(path, one.role, place) for one, place in zip(people, places, strict=True)
    ]
    return rows


def of_entity(entity: Entity, uris: Uris, path: str) -> Rows:
    """Give every row about an entity; path: where it lies below the base."""
    rows = Rows(entries=[_entity_entry(entity, path)])
    table, row = _entity_row(_Known(entity), uris, path)
    rows.tables[table].append(row)
    return rows


def _named(record: Record, refs: Sequence[EntityRef]) -> list[Named]:
    as_written = [(one.role, one.name) for one in record.agents]
    as_written += [(one.relation, one.name) for one in record.places]
    both = zip(as_written, refs, strict=True)
    return list(dict.fromkeys(Named(role, ref, name) for (role, name), ref in both))


def _record_row(record: Record, people: Sequence[Named], uris: Uris, path: str) -> tuple[str, ...]:
    span = record.date[0] if record.date else None
    agents = [one for one in people if one.entity.kind != "place"]
    return (
        uris.base + path,
        record.identifier,
        record.kind,
        _first(record.title),
        span.label if span else "",
        span.edtf if span else "",
        span.begin if span else "",
        span.end if span else "",
        _joined(one.label for one in record.type),
        _joined(one.id or one.label for one in record.language),
        _joined(one.entity.label for one in agents if one.role in CREATORS),
        _joined(one.entity.label for one in agents if one.role == "sender"),
        _joined(one.entity.label for one in agents if one.role in _RECIPIENTS),
        _joined(one.entity.label for one in agents),
        _joined(one.entity.label for one in people if one.entity.kind == "place"),
        _joined(one.label for one in record.subject),
        _joined(one.value for one in record.identifiers),
        *(_joined(map(_VALUE, texts)) for texts in (record.medium, record.extent, record.rights)),
        _joined(one.verbatim for one in record.reference),
        record.url,
    )


def _link_rows(people: Sequence[Named], uris: Uris, path: str) -> Iterator[tuple[str, ...]]:
    for one in people:
        entity = uris.base + uris.path(one.entity.kind, one.entity.id)
        yield uris.base + path, one.role, entity, one.written, one.entity.qid


class _Known(NamedTuple):
    """An entity, and what its own record says of it; the authority says the rest."""

    entity: Entity
    names: tuple[str, ...] = ()
    begin: str = ""
    end: str = ""
    coordinates: str = ""


def _known(entity: Entity, record: Record) -> _Known:
    names = tuple(one.value for one in (*record.title, *record.alternative))
    begin, end = (_years(spans) for spans in (record.born, record.died))
    return _Known(entity, names, begin, end, record.coordinates)


def _years(spans: Sequence[TimeSpan]) -> str:
    """Give the year of a birth or death, "" where it is no single one."""
    years = {day[:-6] for span in spans[:1] for day in (span.begin, span.end)}
    return years.pop() if len(years) == 1 else ""


def _entity_row(said: _Known, uris: Uris, path: str) -> tuple[str, tuple[str, ...]]:
    """Give the table that an entity stands in, and its row."""
    entity, uri = said.entity, uris.base + path
    names = _joined((*said.names, *entity.names))
    known = entity.authority if entity.qid else None
    if entity.kind == "place":
        coordinates = said.coordinates or (known.coordinates if known else "")
        return "places", (uri, entity.label, entity.qid, names, coordinates)
    begin = said.begin or _year(known.begin if known else None)
    end = said.end or _year(known.end if known else None)
    return "agents", (uri, entity.kind, entity.label, entity.qid, names, begin, end)


def _record_entry(record: Record, people: Sequence[Named], path: str) -> Entry:
    span = record.date[0] if record.date else None
    texts = [*record.title, *record.alternative, *record.abstract, *record.description]
    words = [text.value for text in texts]
    words += [one.label for one in record.subject]
    words += [name for one in people for name in (one.written, one.entity.label)]
    words += [one.verbatim for one in record.reference] + [record.identifier]
    return Entry(
        path=path,
        kind=record.kind,
        title=_first(record.title),
        date=span.label if span else "",
        begin=span.begin if span else "",
        end=span.end if span else "",
        qid="",
        text="\n".join(dict.fromkeys(word for word in words if word)),
        record=True,
    )


def _entity_entry(entity: Entity, path: str) -> Entry:
    return Entry(
        path=path,
        kind=entity.kind,
        title=entity.label,
        date="",
        begin="",
        end="",
        qid=entity.qid,
        text="\n".join(dict.fromkeys([entity.label, *entity.names])),
    )


def _facets(record: Record, path: str) -> Iterator[Facet]:
    span = record.date[0] if record.date else None
    if span and span.begin and span.begin[:4] == span.end[:4]:
        yield Facet(path, "year", span.begin[:4], span.begin[:4])
    for name, concepts in (
        ("type", record.type),
        ("language", record.language),
        ("subject", record.subject),
        ("classification", record.classification),
    ):
        for concept in concepts:
            yield Facet(path, name, concept.id or concept.label, concept.label)
    for reference in record.reference:
        keeper = reference.archive or reference.keeper
        if keeper:
            yield Facet(path, "archive", keeper, reference.keeper or reference.archive)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV (RFC 4180, lines end in LF); nothing is added for spreadsheets."""
    table = list(rows)
    text = _csv(table, csv.QUOTE_MINIMAL)
    # Python's writer leaves a lone carriage return bare, and readers take it for a line's end.
    return _csv(table, csv.QUOTE_ALL) if "\r" in text else text


def _csv(table: Iterable[Sequence[str]], quoting: Literal[0, 1]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=quoting).writerows(table)
    return out.getvalue()


def _first(texts: Sequence[Text]) -> str:
    return texts[0].value if texts else ""


def _joined(words: Iterable[str]) -> str:
    return JOINED.join(dict.fromkeys(word for word in words if word))


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
