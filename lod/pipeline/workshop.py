"""A worker's tools, made once a process: profiles, writers and shapes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

import msgspec

from lod import registry, vocabulary
from lod.entity import Entity, EntityRef
from lod.iri import Uris, data_path
from lod.issue import Issue
from lod.mapping import CONCEPTS, PROFILES
from lod.mapping.assertions import LINKSET, assertions, linked
from lod.mapping.claims import claims
from lod.mapping.ground import ground_of
from lod.mapping.provenance import Stamp, record_node, snapshot_node
from lod.mapping.shared import Shared, describe
from lod.pipeline.directory import WorkDirectory
from lod.pipeline.draft import LAYERS, Draft, public
from lod.pipeline.forms import Forms
from lod.pipeline.run import Run
from lod.pipeline.shipped import shipped
from lod.pipeline.spool import Spool
from lod.pipeline.work import Keyed, Noted
from lod.publish import jsonld, rows
from lod.publish.blocks import lines, ordered, quad_lines
from lod.publish.dump import Written, write_file
from lod.publish.index import BlockState, IndexReader
from lod.publish.spelled import Spelled, Told, Writers
from lod.publish.template import Filled
from lod.publish.turtle import TurtleWriter
from lod.record import Record, Snapshot
from lod.terms import Triple
from lod.validate.shapes import Shapes

# Records of these kinds describe the very entity that names in other records may mean.
AUTHORITIES = ("person", "group", "place")
# Shipped concepts that say what a thing is.
TYPES = ("vocab/doctype/", "vocab/objecttype/")

_KEYED = msgspec.msgpack.Decoder(Keyed).decode
_NOTED = msgspec.msgpack.Decoder(Noted).decode
_SHARED = msgspec.msgpack.Decoder(Shared).decode
_TEXT = msgspec.msgpack.Decoder(str).decode


@dataclass
class State:
    """What a block says and since when; what it says is hashed only when that is asked for."""

    path: str
    content: tuple[bytes, ...]
    modified: str
    run: str

    @cached_property
    def sha256(self) -> str:
        """Hash the content."""
        found = hashlib.sha256()
        for part in self.content:
            found.update(part)
        return found.hexdigest()

    def told(self) -> BlockState:
        """Give what the next release needs to know of it."""
        return BlockState(self.path, self.sha256, self.modified, self.run)


@dataclass
class Made:
    """One block and what else is said of its thing, and when it last changed.

    quads: lines of named graphs, sorted. tell: gives its rows, made when they are asked for.
    """

    path: str
    said: Spelled
    state: State
    quads: bytes = b""
    key: str = ""
    tell: Callable[[], rows.Rows] = rows.Rows
    issues: list[Issue] = field(default_factory=list)

    @cached_property
    def rows(self) -> rows.Rows:
        """Give the rows of tables and lists about the thing."""
        return self.tell()


class _Asked(NamedTuple):
    """What a record is described from: its draft, or itself where it has none."""

    keyed: Keyed
    draft: Draft | None
    record: Record | None


class Workshop:
    """Makes blocks for one run; what it made before never shows in them."""

    def __init__(self, run: Run) -> None:
        dataset, words = run.dataset, vocabulary.load()
        base = dataset.base
        prefixes = words.prefixes(base)
        self.run = run
        self.uris = Uris(base)
        self.directory = WorkDirectory(run.work)
        self._writers = Writers(
            TurtleWriter(prefixes, base),
            jsonld.JsonLdWriter(words.context(base)["@context"]),
            f"{base}context.jsonld",
        )
        # Shapes, pages and questions rest on the two layers; a dataset may add others to them.
        names = dict.fromkeys((*LAYERS, *dataset.profiles))
        profiles = [registry.find("profile", name, PROFILES)(dataset, words) for name in names]
        self._profiles = [profile for profile in profiles if not profile.graph]
        self._projections = [profile for profile in profiles if profile.graph]
        self._forms = Forms(dataset, words, self._writers, self.directory)
        self._ground = ground_of(dataset, words)
        self._before = IndexReader(run.previous / "index.sqlite") if run.previous else None
        self._words = words
        self._today = run.today
        self._header = f"{self._writers.turtle.header()}\n".encode()
        self._folders = {"": run.release}
        self._noted = dict[str, _Asked]()
        self.written: list[Written] = []

    @cached_property
    def shapes(self) -> Shapes:
        """Give what checks blocks."""
        dataset, words = self.run.dataset, self._words
        return Shapes(words.shapes(dataset.base), dataset.base, words.prefixes(dataset.base))

    def expect(self, units: Iterable[tuple[str, str, bytes]], spool: Spool) -> None:
        """Look up at once what the units that are made next need: (path, kind, body)."""
        kinds = ("entity", "assertion")
        self.directory.fetch([body.decode() for _, kind, body in units if kind in kinds])
        self._noted = {
            path: self._asked(body, spool) for path, kind, body in units if kind == "record"
        }
        asked = self._noted.values()
        drafts = [one.draft.mentions for one in asked if one.draft]
        records = [one.record for one in asked if one.record]
        self.directory.expect(chain.from_iterable(drafts), records)

    def _asked(self, body: bytes, spool: Spool) -> _Asked:
        noted = _NOTED(body)
        if noted.draft:
            return _Asked(noted.keyed, spool.draft(noted.draft), None)
        return _Asked(noted.keyed, None, self._fetch(noted.keyed, spool))

    def make(self, path: str, kind: str, body: bytes, spool: Spool) -> Made:
        """Describe one unit; its kind says how its body is read."""
        if kind == "record":
            return self._record(path, self._noted[path], spool)
        if kind == "entity":
            return self._entity(path, self.directory.entity(body.decode()))
        if kind == "shared":
            return self._shared(path, _SHARED(body))
        if kind == "assertion":
            return self._assertions(path, self.directory.entity(body.decode()))
        if kind == "claims":
            return self._rivals(path, self._fetch(_KEYED(body), spool))
        if kind == "snapshot":
            return self._snapshot(path, _TEXT(body))
        found = shipped(self.run.dataset.base)[path]
        told = self._conceptual(found) if path.startswith(TYPES) else []
        return self._settled(path, found, told, page=False)

    def checked(self, made: Sequence[Made], issues: list[Issue], refused: list[str]) -> list[Made]:
        """Keep what the shapes let pass; the keys of records that do not pass go to `refused`."""
        said = ((one.said.ntriples, one.said.about, _triples(one.quads)) for one in made)
        text = b"".join(chain.from_iterable(said)).decode()
        paths = {one.path: one for one in made}
        wrong = set[str]()
        for finding in self.shapes.check(text, paths):
            issues.append(finding.issue)
            if finding.issue.severity == "error":
                wrong.add(finding.path)
        refused += [paths[path].key or path for path in sorted(wrong)]
        return [one for one in made if one.path not in wrong]

    def syntaxes(
        self, made: Sequence[Made], *, files: bool
    ) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Spell blocks for the other dumps; write the files of those that are ours, if asked."""
        told = [one for one in made if one.said.ntriples or one.said.about]
        turtle = [one.said.turtle() for one in told]
        for one, text in zip(told, turtle, strict=True):
            if files and "://" not in one.path:
                self._files(one, text)
        yield "ttl", turtle
        yield "jsonld", [b",\n".join([one.said.dump() for one in told])]
        for table in rows.TABLES:
            found = rows.csv_text(row for one in made for row in one.rows.tables[table])
            yield f"{table}.csv", [found.encode()]

    def _files(self, made: Made, turtle: bytes) -> None:
        """Write what stands at the thing's URI; what is a document itself lies beside `record`."""
        name = data_path(made.path)
        within, _, _ = name.rpartition("/")
        folder = self._folders.get(within)
        if folder is None:
            folder = self._folders[within] = self.run.release / within
            folder.mkdir(parents=True, exist_ok=True)
        for extension, data in (("ttl", self._header + turtle), ("jsonld", made.said.document())):
            write_file(f"{self.run.release}/{name}.{extension}", data)
            found = hashlib.sha256(data).hexdigest()
            self.written.append(Written(f"{name}.{extension}", len(data), found))

    def _record(self, path: str, asked: _Asked, spool: Spool) -> Made:
        draft, record = asked.draft, asked.record
        fetch: Callable[[], Record] = partial(self._fetch, asked.keyed, spool)
        refs = self.directory.known(draft) if draft else []
        made = self._filled(path, draft, refs, fetch) if draft else None
        if made is None:
            told = record or fetch()
            made, fetch = self._mapped(path, told), lambda: told
        made.key = asked.keyed.key
        made.tell = lambda: self._rows(path, fetch(), refs)
        return made

    def _rows(self, path: str, record: Record, refs: Sequence[EntityRef]) -> rows.Rows:
        """Give a record's rows; refs: of those that its draft names, if it has one."""
        who, places = self.directory, len(record.places)
        # Between agents and places a draft names the bodies that keep originals.
        told = (
            [*refs[: len(record.agents)], *refs[len(refs) - places :]]
            if refs
            else [
                *[who.agent(one, record) for one in record.agents],
                *[who.place(one, record) for one in record.places],
            ]
        )
        focal = who.entity(who.focal(record).id) if record.kind in AUTHORITIES else None
        return rows.of_record(record, told, self.uris, path, focal)

    def _fetch(self, keyed: Keyed, spool: Spool) -> Record:
        record, _ = spool.fetch(keyed)
        return public(record, self.run.dataset)

    def _filled(
        self, path: str, draft: Draft, refs: Sequence[EntityRef], fetch: Callable[[], Record]
    ) -> Made | None:
        """Fill in a record of a known shape of which nothing is said in other graphs."""
        said = self._forms.filled(draft, refs, fetch)
        return None if said is None else self._stamped(path, said, draft.snapshots)

    def _stamped(self, path: str, said: Filled, snapshots: str = "") -> Made:
        state = self._state(path, said.ntriples, self.run.dataset.license, snapshots)
        said.settle(state.run, state.modified)
        return Made(path, said, state)

    def _mapped(self, path: str, record: Record) -> Made:
        who = self.directory
        found = chain.from_iterable(profile.record(record, who) for profile in self._profiles)
        issues, quads = list[Issue](), list[tuple[str, Triple]]()
        for profile in self._projections:
            issue = profile.fit(record)
            of_entity = issue is not None and record.kind in AUTHORITIES
            issues += [issue] if issue and not of_entity else []
            mapped = () if issue else profile.record(record, who)
            mapped = profile.entity(who.entity(who.focal(record).id)) if of_entity else mapped
            quads += [(profile.graph, triple) for triple in mapped]
        if record.kind in AUTHORITIES:
            quads += linked(who.entity(who.focal(record).id), self.uris)
        snapshots = tuple(snapshot.sha256 for snapshot in record.snapshots)
        told = [*quads, *self._claims(record, "", own=True)]
        made = self._settled(path, found, told, snapshots, primary=True)
        if len(told) > len(quads):
            told = [*quads, *self._claims(record, made.state.run, own=True)]
            made.quads = self._in_graphs(told)
        made.issues = issues
        return made

    def _entity(self, path: str, entity: Entity) -> Made:
        said = self._forms.entity(entity)
        made = self._stamped(path, said) if said else self._told(path, entity)
        made.key = entity.id
        made.tell = partial(rows.of_entity, entity, self.uris, path)
        return made

    def _told(self, path: str, entity: Entity) -> Made:
        found = chain.from_iterable(profile.entity(entity) for profile in self._profiles)
        quads = list(linked(entity, self.uris))
        for profile in self._projections:
            quads += [(profile.graph, triple) for triple in profile.entity(entity)]
        return self._settled(path, found, quads)

    def _shared(self, path: str, thing: Shared) -> Made:
        said = self._forms.holding(thing) if thing.what == "holding" else None
        if said is not None:
            return self._stamped(path, said)
        found = list(describe(thing, self.uris, self.run.dataset.language))
        return self._settled(path, found, self._conceptual(found), page=thing.what == "holding")

    def _conceptual(self, said: Sequence[Triple]) -> list[tuple[str, Triple]]:
        """Say concepts in the projections that need them beside their records."""
        names = [
            (one.graph, CONCEPTS[one.name]) for one in self._projections if one.name in CONCEPTS
        ]
        return [(graph, triple) for graph, tell in names for triple in tell(said)]

    def _assertions(self, path: str, entity: Entity) -> Made:
        """Write the evidence of links; it names the run that first found it so."""
        return self._in_named(path, partial(self._evidence, entity))

    def _evidence(self, entity: Entity, run: str) -> list[tuple[str, Triple]]:
        return [one for one in assertions(entity, self.uris, run) if one[0] != LINKSET]

    def _rivals(self, path: str, record: Record) -> Made:
        """Write the evidence of claims that contradict what is published."""
        return self._in_named(path, partial(self._claims, record, own=False))

    def _claims(self, record: Record, run: str, *, own: bool) -> list[tuple[str, Triple]]:
        """Give claims on a record: those about its own nodes, or the assertions on them."""
        found = list(claims(record, self._ground, run, self.directory))
        if not found:
            return found
        thing = self.uris.thing(record.kind, record.key)[:-1]
        return [one for one in found if one[1][0].startswith(thing) == own]

    def _snapshot(self, path: str, source: str) -> Made:
        """Describe the bytes that were read; their place is left out, for it may change."""
        taken = Snapshot(path.rpartition("/")[2], source, "")
        node = self.uris.at(path)
        found = [one for one in snapshot_node(taken, "", self.uris) if one[0] == node]
        state = self._state(path, "".join(lines(ordered(found))).encode())
        graph = f"provenance/{state.run}"
        quads = self._in_graphs((graph, one) for one in found)
        return Made(path, Told((), self._writers), state, quads)

    def _in_named(self, path: str, tell: Callable[[str], list[tuple[str, Triple]]]) -> Made:
        """Write what names, in its own graph, the run that first said it."""
        state = self._state(path, self._in_graphs(tell("")))
        return Made(path, Told((), self._writers), state, self._in_graphs(tell(state.run)))

    def _in_graphs(self, found: Iterable[tuple[str, Triple]]) -> bytes:
        quads = [(self.uris.graph(name), triple) for name, triple in dict.fromkeys(found)]
        if not quads:
            return b""
        return "".join(quad_lines(sorted(quads, key=lambda quad: (quad[1], quad[0])))).encode()

    def _settled(  # noqa: PLR0913 - the last three say which data about the thing there is
        self,
        path: str,
        triples: Iterable[Triple],
        quads: Iterable[tuple[str, Triple]] = (),
        snapshots: tuple[str, ...] = (),
        *,
        page: bool = True,
        primary: bool = False,
    ) -> Made:
        """Add to a block when and by which run it got its content, if it has a page."""
        told, in_graphs = Told(triples, self._writers), self._in_graphs(quads)
        terms = (self.run.dataset.license, *snapshots) if page else ()
        state = self._state(path, told.ntriples + in_graphs, *terms)
        if page:
            stamp = Stamp(state.run, state.modified, self.run.dataset.license, snapshots)
            told.settle(record_node(path, stamp, self.uris, primary=primary))
        return Made(path, told, state, in_graphs)

    def _state(self, path: str, content: bytes, *terms: str) -> State:
        """Carry date and run over from the release before, unless the content has changed.

        Dates and runs are no content: they depend on it.
        """
        state = State(path, (content, "".join(terms).encode()), self._today, self.run.id)
        before = self._before.block(path) if self._before else None
        if before is not None and before.sha256 == state.sha256:
            state.modified, state.run = before.modified, before.run
        return state


def _triples(quads: bytes) -> bytes:
    """Drop the graphs from lines: shapes look at all that is said."""
    return b"".join([line[: line.rindex(b" <")] + b" .\n" for line in quads.split(b"\n")[:-1]])
