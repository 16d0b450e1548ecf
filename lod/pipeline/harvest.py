"""Goes once through the records and notes what they share: names, holdings, concepts, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from lod import vocabulary
from lod.engine import Engine
from lod.entity import EntityKind
from lod.iri import Uris
from lod.issue import Issue
from lod.mapping.claims import guessed
from lod.mapping.ground import inner_of, keepers_of
from lod.mapping.shared import Shared, shared
from lod.normalize.dates import years
from lod.pipeline.beside import beside
from lod.pipeline.draft import Call, Drafter, public
from lod.pipeline.run import Progress, Run
from lod.pipeline.shipped import shipped
from lod.pipeline.spool import Spool, encode
from lod.pipeline.work import Keyed, Noted, Place, Work
from lod.reconcile.company import side_of
from lod.reconcile.mentions import is_shared, mention_key, parted_sides
from lod.reconcile.parse import entity_kind
from lod.reconcile.score import SPOKEN_OF
from lod.reconcile.seats import is_list, listed
from lod.record import Agent, Record
from lod.record import Place as NamedPlace

UNDATED = -99_999
AT_ONCE = 200
_NO_LIFE = UNDATED, UNDATED


class Called(NamedTuple):
    """What tells names apart that are decided on their own.

    mention: the key under which mentions join to one entity. year: of the naming record, UNDATED
    when it has none. spoken: whether it is only spoken of, as the dead may be, or acts.
    """

    mention: str
    name: str
    year: int
    spoken: bool


class Name(NamedTuple):
    """A name in its situation: what is decided once and holds for all its mentions.

    begin and finish: years of life that the source states, UNDATED else. beside: words that stand
    by a name that says little in its record. listed: the names of the list in which such a name
    stands, a line each. role and snapshot: of the first record, in the order of keys, that has it.
    """

    mention: str
    name: str
    year: int
    spoken: bool
    kind: EntityKind
    wikidata: str = ""
    begin: int = UNDATED
    finish: int = UNDATED
    beside: str = ""
    listed: str = ""
    role: str = ""
    snapshot: str = ""


class Harvest(NamedTuple):
    """One task: some records in the order of their keys."""

    run: Run
    number: int
    records: tuple[Keyed, ...]


class Unit(NamedTuple):
    """One thing that the release describes, written as one block."""

    iri: str
    kind: str
    body: bytes


Row = tuple[Any, ...]


class Harvested(NamedTuple):
    """What some records name and share: rows of the tables of the run's notes.

    Plain tuples: named ones take a process three times as long to hand over.
    """

    names: list[Row]
    company: list[Row]
    units: list[Row]
    issues: list[Issue]
    records: int


def harvest(run: Run, work: Work, engine: Engine, progress: Progress) -> int:
    """Note names and units of every record not in quarantine; give the count of records."""
    tables = ("name", "decided", "company", "settled", "joined", "named", "entity", "unit")
    for table in tables:
        work.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    base = run.dataset.base
    with work.batch():
        fixed = (
            Unit(path if "://" in path else base + path, "shipped", b"") for path in shipped(base)
        )
        work.add_units(fixed)
    records = 0
    tasks = (Harvest(run, *chunk) for chunk in enumerate(_chunks(work.keyed())))
    for found in engine.map(gather, tasks):
        with work.batch():
            work.add("name", found.names, width=len(Name._fields))
            work.add("company", found.company, width=len(Called._fields) + 2)
            work.add_units(found.units)
            work.add_issues(found.issues)
        records += found.records
        progress("harvest", records, None)
    return records


def gather(task: Harvest) -> Harvested:
    """Note what some records name and share; runs in any process."""
    found: dict[Call, Row] = {}
    together, issues = list[Row](), list[Issue]()
    units = Units(Uris(task.run.dataset.base))
    with Spool(task.run) as spool, task.run.drafts(task.number).open("wb") as out:
        for keyed in task.records:
            record, conflicts = spool.fetch(keyed)
            issues += conflicts
            told = list(names(record))
            calls = [name[:4] for name in told]
            for call, name in zip(calls, told, strict=True):
                found.setdefault(call, tuple(name))
            together += company(record, told)
            units.add(record, Noted(keyed, _draft(task, record, calls, out)))
    return Harvested([*found.values()], together, units.rows(), issues, len(task.records))


def _draft(task: Harvest, record: Record, calls: list[Call], out: BinaryIO) -> Place | None:
    """Write the draft of a record, if it can have one; say where it lies."""
    draft = _drafter(task.run).draft(public(record, task.run.dataset), calls)
    if draft is None:
        return None
    start, body = out.tell(), encode(draft)
    out.write(body)
    return Place(task.number, start, len(body))


@lru_cache(maxsize=1)
def _drafter(run: Run) -> Drafter:
    """Give this process what drafts the records of a run."""
    return Drafter(run.dataset, vocabulary.load())


class Units:
    """Collects what some records and what they share are described in."""

    def __init__(self, uris: Uris) -> None:
        self._uris = uris
        self._units: dict[str, Row] = {}
        self._seen = set[Shared]()

    def rows(self) -> list[Row]:
        """Give the units, as rows."""
        return [*self._units.values()]

    def add(self, record: Record, noted: Noted) -> None:
        """Add what a record is described in."""
        path = self._uris.path(record.kind, record.key)
        self._put(path, "record", encode(noted))
        if len(record.date) > 1 or guessed(record):
            self._put(f"assert/{path}", "claims", encode(noted.keyed))
        for thing in shared(record):
            if thing not in self._seen:
                self._seen.add(thing)
                self._share(thing)
        for snapshot in record.snapshots:
            name = f"snapshot/{snapshot.sha256}"
            if name not in self._units:
                self._put(name, "snapshot", encode(snapshot.source))

    def _put(self, path: str, kind: str, body: bytes) -> None:
        self._units[path] = (self._uris.base + path, kind, body)

    def _share(self, thing: Shared) -> None:
        found = (self._uris.base + thing.path, "shared", encode(thing))
        # Records may spell it differently: the smallest is kept, so that their order is nothing.
        self._units[thing.path] = min(found, self._units.get(thing.path, found))


def names(record: Record) -> Iterator[Name]:
    """Give every name in a record, as the directory will look it up again."""
    snapshot = record.snapshots[0].sha256 if record.snapshots else ""
    year, across, together = record_year(record), parted(record), lists(record)
    if record.kind in ("person", "group", "place"):
        yield _focal(record, record.kind, snapshot)
    for agent in (*record.agents, *inner_of(record), *keepers_of(record)):
        kind, name = entity_kind(agent.kind, agent.name), agent.name
        key = agent_mention(agent, record, across)
        called = key, name, year, agent.role in SPOKEN_OF
        told = ("", "")
        if kind == "person" and not is_shared(kind, name):
            told = beside(name, record), together.get(name, "")
        yield Name(*called, kind, agent.wikidata, *_NO_LIFE, *told, agent.role, snapshot)
    for place in record.places:
        name, role = place.name, place.relation
        called = mention_key("place", name, record.key), name, year, role in SPOKEN_OF
        yield Name(*called, "place", place.wikidata, *_NO_LIFE, "", "", role, snapshot)


def lists(record: Record) -> dict[str, str]:
    """Give each person of a list of the record with all names of it, of the longest if several.

    Lists are those who are written to, who had copies, who were present.
    """
    roles: dict[str, list[str]] = {}
    for agent in record.agents:
        if is_list(agent.role) and entity_kind(agent.kind, agent.name) == "person":
            roles.setdefault(agent.role, []).append(agent.name)
    found = sorted(map(listed, roles.values()), key=lambda one: (len(one), one))
    return {name: "\n".join(names) for names in found for name in names}


def company(record: Record, told: Iterable[Name]) -> list[tuple[str | int, ...]]:
    """Give the people of a record that names several, each with the side of a letter."""
    people: dict[Call, int] = {}
    for one in told:
        if one.kind == "person" and one.role != "self":
            call = one[:4]
            people[call] = max(people.get(call, 0), side_of(one.role))
    return [(*one, record.key, side) for one, side in people.items()] if len(people) > 1 else []


def agent_mention(agent: Agent, record: Record, across: Mapping[str, str]) -> str:
    """Give the key under which mentions of an agent join; across: `parted` of the record."""
    kind, name = entity_kind(agent.kind, agent.name), agent.name
    return (kind == "person" and across.get(name)) or mention_key(kind, name, record.key)


def parted(record: Record) -> dict[str, str]:
    """Give the people of a record who would join one on its other side, with keys of their own.

    Nobody writes to himself under another name: `Captain John Miller` to `Bishop John Miller`.
    """
    sides: tuple[set[str], set[str]] = set(), set()
    for agent in record.agents:
        side = side_of(agent.role)
        if side and entity_kind(agent.kind, agent.name) == "person":
            sides[side - 1].add(agent.name)
    return parted_sides(*sides, record.key) if all(sides) else {}


def place_mention(place: NamedPlace, record: Record) -> str:
    """Give the key under which mentions of a place join."""
    return mention_key("place", place.name, record.key)


def agent_called(agent: Agent, mention: str, year: int) -> Called:
    """Say by what an agent is looked up; mention: its `agent_mention`, year: of the record."""
    return Called(mention, agent.name, year, agent.role in SPOKEN_OF)


def place_called(place: NamedPlace, record: Record, year: int) -> Called:
    """Say by what a place of a record is looked up; year: of the record."""
    mention, spoken = place_mention(place, record), place.relation in SPOKEN_OF
    return Called(mention, place.name, year, spoken)


def focal_called(record: Record) -> Called:
    """Say by what the entity is looked up that an authority record is itself about.

    Its key is its own: no other mention joins it.
    """
    name = record.title[0].value if record.title else record.key
    return Called(f"{record.kind}={record.key}", name, UNDATED, "self" in SPOKEN_OF)


def _focal(record: Record, kind: EntityKind, snapshot: str) -> Name:
    stated = next((one.value for one in record.identifiers if one.scheme == "wikidata"), "")
    begin, finish = _life(record)
    return Name(*focal_called(record), kind, stated, begin, finish, "", "", "self", snapshot)


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
