"""Goes once through the records and notes what they share: names, holdings, concepts, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lod.engine import Engine
from lod.entity import EntityKind
from lod.iri import Uris
from lod.issue import Issue
from lod.mapping.shared import shared
from lod.normalize.dates import years
from lod.pipeline.run import Progress, Run
from lod.pipeline.shipped import shipped
from lod.pipeline.spool import Spool, encode
from lod.pipeline.work import Keyed, Work
from lod.reconcile.mentions import mention_key
from lod.reconcile.parse import entity_kind
from lod.record import Agent, Record

UNDATED = -99_999
AT_ONCE = 500


class Name(NamedTuple):
    """A name in a period: what is decided once and holds for all its mentions.

    mention: the key under which mentions join to one entity. year: of the naming record, UNDATED
    when it has none. begin and finish: years of life that the source states, UNDATED else.
    """

    mention: str
    kind: EntityKind
    name: str
    year: int
    wikidata: str
    begin: int
    finish: int
    role: str
    snapshot: str


class Harvest(NamedTuple):
    """One task: some records in the order of their keys."""

    run: Run
    records: tuple[Keyed, ...]


class Unit(NamedTuple):
    """One thing that the release describes, written as one block."""

    iri: str
    kind: str
    body: bytes


@dataclass(slots=True)
class Harvested:
    """What some records name and share."""

    names: dict[tuple[str, str, int], Name] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    records: int = 0


def harvest(run: Run, work: Work, engine: Engine, progress: Progress) -> int:
    """Note names and units of every record not in quarantine; give the count of records."""
    for table in ("name", "decided", "settled", "entity", "unit"):
        work.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    base = run.dataset.base
    with work.batch():
        fixed = (
            Unit(path if "://" in path else base + path, "shipped", b"") for path in shipped(base)
        )
        work.add_units(fixed)
    records = 0
    tasks = (Harvest(run, chunk) for chunk in _chunks(work.keyed()))
    for found in engine.map(gather, tasks):
        with work.batch():
            work.add("name", found.names.values(), width=len(Name._fields))
            work.add_units(found.units.values())
            work.add_issues(found.issues)
        records += found.records
        progress("harvest", records, None)
    return records


def gather(task: Harvest) -> Harvested:
    """Note what some records name and share; runs in any process."""
    found = Harvested()
    uris = Uris(task.run.dataset.base)
    with Spool(task.run) as spool:
        for keyed in task.records:
            record, issues = spool.fetch(keyed)
            found.issues += issues
            found.records += 1
            for name in names(record):
                found.names.setdefault((name.mention, name.name, name.year), name)
            _add_units(found.units, record, keyed, uris)
    return found


def _add_units(units: dict[str, Unit], record: Record, keyed: Keyed, uris: Uris) -> None:
    path, body = uris.path(record.kind, record.key), encode(keyed)
    units[path] = Unit(uris.base + path, "record", body)
    if len(record.date) > 1:
        units[f"assert/{path}"] = Unit(f"{uris.base}assert/{path}", "claims", body)
    for thing in shared(record):
        found = Unit(uris.base + thing.path, "shared", encode(thing))
        # Records may spell it differently: the smallest is kept, so that their order is nothing.
        units[thing.path] = min(found, units.get(thing.path, found))
    for snapshot in record.snapshots:
        name = f"snapshot/{snapshot.sha256}"
        units.setdefault(name, Unit(uris.base + name, "snapshot", encode(snapshot.source)))


def names(record: Record) -> Iterator[Name]:
    """Give every name in a record, as the directory will look it up again."""
    year = record_year(record)
    snapshot = record.snapshots[0].sha256 if record.snapshots else ""
    if record.kind in ("person", "group", "place"):
        yield focal_name(record)
    for agent in record.agents:
        kind = entity_kind(agent.kind, agent.name)
        key = mention_key(kind, agent.name, record.key)
        yield Name(
            key, kind, agent.name, year, agent.wikidata, UNDATED, UNDATED, agent.role, snapshot
        )
    for reference in record.reference:
        if reference.keeper and not reference.archive:
            keeper = Agent(name=reference.keeper, kind="group", role="keeper")
            key = mention_key("group", keeper.name, record.key)
            yield Name(key, "group", keeper.name, year, "", UNDATED, UNDATED, "keeper", snapshot)
    for place in record.places:
        key = mention_key("place", place.name, record.key)
        yield Name(
            key, "place", place.name, year, place.wikidata, UNDATED, UNDATED, place.relation,
            snapshot,
        )  # fmt: skip


def focal_name(record: Record) -> Name:
    """Give the name that an authority record is itself about, with the years it states."""
    stated = next((one.value for one in record.identifiers if one.scheme == "wikidata"), "")
    begin, finish = _life(record)
    snapshot = record.snapshots[0].sha256 if record.snapshots else ""
    kind: EntityKind = record.kind  # type: ignore[assignment] # asked only for authority records
    name = record.title[0].value if record.title else record.key
    return Name(focal_mention(record), kind, name, UNDATED, stated, begin, finish, "self", snapshot)


def focal_mention(record: Record) -> str:
    """Give the key of the entity that an authority record describes: its own, joined by none."""
    return f"{record.kind}={record.key}"


def _life(record: Record) -> tuple[int, int]:
    born = years(record.born[0])[0] if record.born else None
    died = years(record.died[0])[1] if record.died else None
    return (UNDATED if born is None else born, UNDATED if died is None else died)


def record_year(record: Record) -> int:
    """Give the year that a record's names are judged by, UNDATED when there is none."""
    for span in record.date[:1]:
        first, last = years(span)
        known = first if first is not None else last
        return UNDATED if known is None else known
    return UNDATED


def _chunks(records: Iterable[Keyed]) -> Iterator[tuple[Keyed, ...]]:
    waiting = iter(records)
    while chunk := tuple(islice(waiting, AT_ONCE)):
        yield chunk
