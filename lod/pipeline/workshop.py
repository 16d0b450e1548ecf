"""A worker's tools, made once a process: profiles, writers and shapes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from lod import registry, vocabulary
from lod.entity import Entity
from lod.iri import Uris
from lod.issue import Issue
from lod.mapping import PROFILES
from lod.mapping.assertions import LINKSET, assertions
from lod.mapping.claims import claims
from lod.mapping.ground import Ground
from lod.mapping.provenance import Stamp, record_node, snapshot_node
from lod.mapping.shared import Shared, describe
from lod.pipeline.directory import WorkDirectory
from lod.pipeline.run import Run
from lod.pipeline.shipped import shipped
from lod.pipeline.spool import Spool
from lod.pipeline.work import Keyed
from lod.publish import jsonld, rows
from lod.publish.blocks import Block, Lines, digest, lines, ordered, tree, written
from lod.publish.dump import Written
from lod.publish.index import BlockState, IndexReader
from lod.publish.turtle import TurtleWriter
from lod.record import Record, Snapshot
from lod.terms import Term, Triple
from lod.validate.shapes import Shapes

LAYERS = ("dublin-core", "cidoc-crm")
# Records of these kinds describe the very entity that names in other records may mean.
AUTHORITIES = ("person", "group", "place")

_KEYED = msgspec.msgpack.Decoder(Keyed).decode
_SHARED = msgspec.msgpack.Decoder(Shared).decode
_TEXT = msgspec.msgpack.Decoder(str).decode


@dataclass(slots=True)
class Made:
    """One block and what else is said of its thing: its rows, and when it last changed."""

    block: Block
    lines: Lines = field(default_factory=lambda: Lines([], [], []))
    kind: str = ""
    key: str = ""
    state: BlockState | None = None
    rows: rows.Rows = field(default_factory=rows.Rows)
    issues: list[Issue] = field(default_factory=list)


class Workshop:
    """Makes blocks for one run; holds nothing that depends on what it made before."""

    def __init__(self, run: Run) -> None:
        dataset, words = run.dataset, vocabulary.load()
        prefixes = words.prefixes(dataset.base)
        self.run = run
        self.uris = Uris(dataset.base)
        self.directory = WorkDirectory(run.work)
        self.turtle = TurtleWriter(prefixes, dataset.base)
        self.jsonld = jsonld.JsonLdWriter(words.context(dataset.base)["@context"])
        self.shapes = Shapes(words.shapes(dataset.base), dataset.base, prefixes)
        # Shapes, pages and questions rest on the two layers; a dataset may add others to them.
        names = dict.fromkeys((*LAYERS, *dataset.profiles))
        profiles = [registry.find("profile", name, PROFILES)(dataset, words) for name in names]
        self._profiles = [profile for profile in profiles if not profile.graph]
        self._projections = [profile for profile in profiles if profile.graph]
        self._ground = Ground(dataset, words)
        self._before = IndexReader(run.previous / "index.sqlite") if run.previous else None
        self._words = words
        self._header = self.turtle.header()
        self._context = f"{dataset.base}context.jsonld"
        self._folders = dict[str, Path]()
        self.written: list[Written] = []

    def make(self, path: str, kind: str, body: bytes, spool: Spool) -> Made:
        """Describe one unit; its kind says how its body is read."""
        made = self._made(path, kind, body, spool)
        made.lines = written(made.block)
        return made

    def _made(self, path: str, kind: str, body: bytes, spool: Spool) -> Made:
        if kind == "record":
            return self._record(path, _KEYED(body), spool)
        if kind == "entity":
            return self._entity(path, self.directory.entity(_TEXT(body)))
        if kind == "shared":
            return self._shared(path, _SHARED(body))
        if kind == "assertion":
            return self._assertions(path, self.directory.entity(_TEXT(body)))
        if kind == "claims":
            return self._rivals(path, spool.fetch(_KEYED(body))[0])
        if kind == "snapshot":
            return self._snapshot(path, _TEXT(body))
        return self._settled(Block(path, shipped(self.run.dataset.base)[path]), page=False)

    def checked(self, made: Sequence[Made], issues: list[Issue], refused: list[str]) -> list[Made]:
        """Keep what the shapes let pass; the keys of records that do not pass go to `refused`.

        A finding about a thing that is not among them is not theirs: it is only named here.
        """
        text = "".join(chain.from_iterable(_text(one) for one in made))
        paths = {one.block.path: one for one in made}
        wrong = set[str]()
        for finding in self.shapes.check(text):
            if finding.path in paths:
                issues.append(finding.issue)
                if finding.issue.severity == "error":
                    wrong.add(finding.path)
        refused += [paths[path].key or path for path in sorted(wrong)]
        return [one for one in made if one.block.path not in wrong]

    def syntaxes(self, made: Sequence[Made]) -> Iterator[tuple[str, str]]:
        """Spell blocks for the other dumps, and write the files of the things that have a page."""
        turtle, nodes = list[str](), list[str]()
        for one in made:
            triples = (*one.block.triples, *one.block.about)
            if not triples:
                continue
            told = tree(triples)
            text, nested = self.turtle.paragraphs(told), self.jsonld.nested(told)
            turtle.append(text)
            nodes.append(jsonld.dump(nested))
            if one.block.about:
                self._files(one.block.path, text, nested)
        yield "ttl", "".join(turtle)
        yield "jsonld", ",\n".join(nodes)
        for table in rows.TABLES:
            yield (
                f"{table}.csv",
                rows.csv_text(row for one in made for row in one.rows.tables[table]),
            )

    def _files(self, path: str, turtle: str, nodes: Sequence[Mapping[str, Any]]) -> None:
        within, _, stem = path.rpartition("/")
        folder = self._folders.get(within)
        if folder is None:
            folder = self._folders[within] = self.run.release / "record" / within
            folder.mkdir(parents=True, exist_ok=True)
        for extension, data in (
            ("ttl", f"{self._header}\n{turtle}".encode()),
            ("jsonld", jsonld.document(self._context, nodes)),
        ):
            (folder / f"{stem}.{extension}").write_bytes(data)
            found = hashlib.sha256(data).hexdigest()
            self.written.append(Written(f"record/{path}.{extension}", len(data), found))

    def _record(self, path: str, keyed: Keyed, spool: Spool) -> Made:
        record, _ = spool.fetch(keyed)
        if not self.run.dataset.abstracts:
            # Sentences are somebody's work: without leave they reach neither graphs nor index.
            record = replace(record, abstract=(), description=(), note=())
        who = self.directory
        found = ordered(
            chain.from_iterable(profile.record(record, who) for profile in self._profiles)
        )
        issues, quads = list[Issue](), list[tuple[str, Triple]]()
        for profile in self._projections:
            issue = profile.fit(record)
            issues += [issue] if issue else []
            mapped = () if issue else ordered(profile.record(record, who))
            quads += [(profile.graph, triple) for triple in mapped]
        if record.kind in AUTHORITIES:
            quads += self._linked(self.directory.entity(who.focal(record).id))
        snapshots = tuple(snapshot.sha256 for snapshot in record.snapshots)
        told = [*quads, *self._claims(record, "", own=True)]
        block = Block(path, found, (), self._in_graphs(told))
        made = self._settled(block, snapshots, page=True, primary=True)
        if len(told) > len(quads) and made.state:
            told = [*quads, *self._claims(record, made.state.run, own=True)]
            made.block = made.block._replace(quads=self._in_graphs(told))
        made.kind, made.key, made.issues = record.kind, record.key, issues
        made.rows = rows.of_record(record, who, self.uris, path)
        return made

    def _entity(self, path: str, entity: Entity) -> Made:
        found = ordered(chain.from_iterable(profile.entity(entity) for profile in self._profiles))
        quads = self._linked(entity)
        for profile in self._projections:
            quads += [(profile.graph, triple) for triple in profile.entity(entity)]
        made = self._settled(Block(path, found, (), self._in_graphs(quads)), page=True)
        made.kind, made.key = entity.kind, entity.id
        made.rows = rows.of_entity(entity, self.uris, path)
        return made

    def _shared(self, path: str, thing: Shared) -> Made:
        found = ordered(describe(thing, self.uris, self.run.dataset.language))
        return self._settled(Block(path, found), page=thing.what == "holding")

    def _linked(self, entity: Entity) -> list[tuple[str, Triple]]:
        return [one for one in assertions(entity, self.uris, "") if one[0] == LINKSET]

    def _assertions(self, path: str, entity: Entity) -> Made:
        """Write the evidence of links; it names the run that first found it so."""
        told = Block(path, (), (), self._in_graphs(self._evidence(entity, "")))
        state = self._state(told)
        found = self._in_graphs(self._evidence(entity, state.run))
        return Made(Block(path, (), (), found), state=state)

    def _evidence(self, entity: Entity, run: str) -> list[tuple[str, Triple]]:
        return [one for one in assertions(entity, self.uris, run) if one[0] != LINKSET]

    def _rivals(self, path: str, record: Record) -> Made:
        """Write the evidence of claims that contradict what is published."""
        told = Block(path, (), (), self._in_graphs(self._claims(record, "", own=False)))
        state = self._state(told)
        found = self._in_graphs(self._claims(record, state.run, own=False))
        return Made(Block(path, (), (), found), state=state)

    def _claims(self, record: Record, run: str, *, own: bool) -> list[tuple[str, Triple]]:
        """Give claims on a record: those about its own nodes, or the assertions on them."""
        thing = self.uris.thing(record.kind, record.key)[:-1]
        found = claims(record, self._ground, run)
        return [one for one in found if one[1][0].startswith(thing) == own]

    def _snapshot(self, path: str, source: str) -> Made:
        """Describe the bytes that were read; their place is left out, for it may change."""
        taken = Snapshot(path.rpartition("/")[2], source, "")
        node = self.uris.at(path)
        found = [one for one in snapshot_node(taken, "", self.uris) if one[0] == node]
        state = self._state(Block(path, ordered(found)))
        graph = f"provenance/{state.run}"
        quads = self._in_graphs((graph, one) for one in found)
        return Made(Block(path, (), (), quads), state=state)

    def _in_graphs(self, found: Iterable[tuple[str, Triple]]) -> tuple[tuple[Term, Triple], ...]:
        found = list(found)
        graphs = {name: self.uris.graph(name) for name in dict.fromkeys(name for name, _ in found)}
        ranked = sorted((triple, graphs[name]) for name, triple in found)
        return tuple((graph, triple) for triple, graph in ranked)

    def _settled(
        self, block: Block, snapshots: tuple[str, ...] = (), *, page: bool, primary: bool = False
    ) -> Made:
        """Add to a block when and by which run it got its content, if it has a page."""
        if not page:
            return Made(block, state=self._state(block))
        terms = self.run.dataset.license, *snapshots
        state = self._state(block, *terms)
        stamp = Stamp(state.run, state.modified, terms[0], snapshots)
        found = record_node(block.path, stamp, self.uris, primary=primary)
        return Made(block._replace(about=ordered(found)), state=state)

    def _state(self, block: Block, *terms: str) -> BlockState:
        """Carry date and run over from the release before, unless the content has changed."""
        sha256 = digest(block, *terms)
        before = self._before.block(block.path) if self._before else None
        if before is not None and before.sha256 == sha256:
            return before
        return BlockState(block.path, sha256, self.run.today, self.run.id)


def _text(made: Made) -> list[str]:
    in_graphs = lines(triple for _, triple in made.block.quads)
    return [*made.lines.triples, *made.lines.about, *in_graphs]
