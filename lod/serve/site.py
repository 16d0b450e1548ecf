"""One release, opened for the web; and the one that is current, changed without losing a request.

A request keeps the release that it began with. When the `current` link points elsewhere the new
release is opened beside the old one, and the old one is closed when its last request is answered.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from lod.errors import DiskError, LodError, UsageError
from lod.publish.changes import changes
from lod.publish.release import Releases
from lod.serve import described
from lod.serve.catalogue import Catalogue
from lod.serve.described import Described
from lod.serve.limits import Limits
from lod.serve.memory import Memory
from lod.serve.messages import Job
from lod.serve.process import Served
from lod.serve.workers import Pool
from lod.terms import iri
from lod.version import VERSION
from lod.vocabulary import load

_LOOK_SECONDS = 1.0
# Bytes of an answer that count as one thing that is remembered.
_UNIT = 200
_LOG = logging.getLogger("lod.serve")
_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g {} } ORDER BY ?g"


@dataclass(slots=True)
class Site:
    """A release with the processes that answer for it.

    pool: strangers' queries. lane: our own, for pages, so that they never wait behind those.
    gone: paths of things that an earlier release had, with the date of their end.
    memory: labels and places that pages ask for again and again. pages: whole pages, in bytes.
    marks: the markup of terms that many pages name, by the way to the root and the language.
    examples: one use of each term, once the model page has been asked for.
    """

    path: Path
    manifest: dict[str, Any]
    prefixes: dict[str, str]
    catalogue: Catalogue
    pool: Pool
    lane: Pool
    gone: dict[str, str]
    described: Described = field(default_factory=Described)
    graphs: tuple[str, ...] = ()
    users: int = 0
    memory: Memory = field(default_factory=lambda: Memory(100_000))
    pages: Memory = field(default_factory=lambda: Memory(0))
    marks: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    warming: asyncio.Future[None] | None = None
    examples: asyncio.Future[dict[str, dict[str, Any]]] | None = None

    @property
    def version(self) -> str:
        """Give the name of the release."""
        return str(self.manifest["version"])

    @property
    def base(self) -> str:
        """Give what the URIs of the release begin with."""
        return str(self.manifest["base"])

    @classmethod
    async def open(cls, path: Path, limits: Limits) -> Site:
        """Open a release and start its processes; raises UsageError, DiskError, DiedError."""
        manifest = _manifest(path)
        prefixes = load().prefixes(manifest["base"])
        served = Served(store=path / "store", base=manifest["base"], prefixes=prefixes)
        places = {"places": limits.quick_places, "long_places": limits.long_places}
        pool = Pool(served, limits, **places)
        lane = Pool(served, limits, places=limits.page_places, long_places=0)
        catalogue = await asyncio.to_thread(Catalogue, path / "index.sqlite")
        gone = await asyncio.to_thread(_gone, path)
        told = await asyncio.to_thread(described.read, path / "description.ttl")
        site = cls(path, manifest, prefixes, catalogue, pool, lane, gone, told)
        site.pages = Memory(limits.page_memory)
        try:
            await asyncio.gather(pool.start(), lane.start())
            site.graphs = tuple([row["g"]["value"] for row in await site.rows(_GRAPHS)])
            # What the first visitor of a large release would wait seconds for.
            site.warming = asyncio.ensure_future(asyncio.to_thread(_warm, catalogue))
        except BaseException:
            await site.close()
            raise
        return site

    async def close(self) -> None:
        """End its processes and close its files."""
        self.catalogue.end()
        if self.warming is not None:
            await self.warming
        await asyncio.gather(self.pool.close(), self.lane.close())
        self.catalogue.close()

    async def rows(self, query: str, this: str = "") -> list[dict[str, Any]]:
        """Ask one of our own queries; `?this` is bound to an IRI. Rows are as in SPARQL JSON."""
        return (await self.several([(query, this)]))[0]

    async def each(self, query: str, uris: Sequence[str]) -> list[list[dict[str, Any]]]:
        """Ask one small query of ours of each IRI; what was asked before is remembered."""
        return await self.several([(query, uri) for uri in uris], (query,))

    async def several(
        self, queries: Sequence[tuple[str, str]], small: Container[str] = ()
    ) -> list[list[dict[str, Any]]]:
        """Ask some of our own queries at once: each with the IRI of its `?this`.

        small: those of which answers are remembered.
        """
        known: dict[tuple[str, str], bytes] = {}
        for one in queries:
            if one[0] in small and (body := self.memory.kept(one)) is not None:
                known[one] = body
        fresh = [one for one in dict.fromkeys(queries) if one not in known]
        for one, body in zip(fresh, await self._bodies(fresh) if fresh else [], strict=True):
            known[one] = body
            if one[0] in small:
                self.memory.keep(one, body, 1 + len(body) // _UNIT)
        return [orjson.loads(known[one])["results"]["bindings"] for one in queries]

    async def _bodies(self, queries: Sequence[tuple[str, str]]) -> list[bytes]:
        spools = [self.lane.spool() for _ in queries]
        jobs = [
            Job(text, bind={"this": iri(this)} if this else {}, spool=spool, most_bytes=8_000_000)
            for (text, this), spool in zip(queries, spools, strict=True)
        ]
        found = []
        for reply, spool in zip(await self.lane.run(jobs), spools, strict=True):
            if reply.outcome != "done":
                raise DiskError(f"a page's query failed: {reply.detail}")
            found.append(await asyncio.to_thread(taken, spool) if reply.spooled else reply.body)
        return found

    def etag(self, *parts: str) -> str:
        """Make the strong validator of an answer: the same release, the same question."""
        text = "\n".join([self.version, VERSION, *parts])
        return f'"{hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()}"'

    def started(self, run: str) -> str:
        """Give when a run began (ISO 8601), "" when the manifest does not know it."""
        runs = {one["id"]: str(one["started"]) for one in self.manifest.get("runs", ())}
        return runs.get(run, "")


class Sites:
    """The current release of an output folder, followed as it changes."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._releases = Releases(folder)
        self._limits = limits
        self._site: Site | None = None
        self._following: asyncio.Task[None] | None = None
        self._closing: dict[asyncio.Task[None], None] = {}

    async def start(self) -> None:
        """Open the current release and follow the link; raises UsageError when there is none."""
        self._site = await Site.open(self._current(), self._limits)
        self._following = asyncio.create_task(self._follow())

    async def close(self) -> None:
        """Close everything."""
        if self._following is not None:
            self._following.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)
        if self._site is not None:
            await self._site.close()

    @contextlib.contextmanager
    def use(self, held: Site | None = None) -> Iterator[Site]:
        """Give the current release for one request; it stays open until the request is answered.

        held: one that the request holds already, which is let go in the end.
        """
        site = held or self.hold()
        try:
            yield site
        finally:
            self.let_go(site)

    def hold(self) -> Site:
        """Give the current release, which stays open until it is let go."""
        site = self._site
        if site is None:
            raise UsageError("the server has not started")
        site.users += 1
        return site

    def let_go(self, site: Site) -> None:
        """Hold a release no more; the last to do so closes one that is not current."""
        site.users -= 1
        if site is not self._site and not site.users:
            self._retire(site)

    async def look(self) -> bool:
        """Look whether another release is current, and take it; tell whether one was taken."""
        old, path = self._site, self._current()
        if old is not None and path == old.path:
            return False
        self._site = await Site.open(path, self._limits)
        if old is not None and not old.users:
            self._retire(old)
        return True

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                if await self.look():
                    _LOG.info("release", extra={"said": {"release": self._current().name}})
            except (LodError, OSError, TimeoutError) as error:
                # The old release is whole and stays; the next look may find the new one so too.
                _LOG.warning("release", extra={"said": {"error": str(error)}})

    def _retire(self, site: Site) -> None:
        task = asyncio.ensure_future(site.close())
        self._closing[task] = None
        task.add_done_callback(lambda done: self._closing.pop(done, None))

    def _current(self) -> Path:
        path = self._releases.current()
        if path is None:
            mend = "publish first: lod publish DATASET"
            raise UsageError("there is no release", where=str(self._releases.folder), mend=mend)
        return path


def _warm(catalogue: Catalogue) -> None:
    """Gather the overview; that it is slow or cannot be read is told to who asks for it."""
    with contextlib.suppress(LodError):
        catalogue.overview  # noqa: B018 - it is kept


def taken(spool: str) -> bytes:
    """Read a spooled answer and remove its file."""
    path = Path(spool)
    content = path.read_bytes()
    path.unlink()
    return content


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = orjson.loads((path / "manifest.json").read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise DiskError(f"no manifest: {error}", where=str(path), mend="publish again") from None
    return manifest


def _gone(path: Path) -> dict[str, str]:
    """Collect what the kept releases say was deleted; what came back is told by the catalogue.

    Where readers were taken back to an older release, what only later ones had is gone, too.
    """
    base = str(_manifest(path)["base"])
    found = dict[str, str]()
    for file in sorted(path.parent.glob("*/changes.jsonl")):
        with file.open("rb") as lines:
            for line in lines:
                if b'"deleted"' in line:
                    change = orjson.loads(line)
                    found[str(change["uri"]).removeprefix(base)] = str(change["date"])
    latest = Releases(path.parent.parent).latest()
    if latest is not None and latest.name != path.name:
        with contextlib.suppress(DiskError):  # left for its damage
            day = str(_manifest(latest)["started"])[:10]
            missing = (one for one in changes(latest, path, day) if one.action == "deleted")
            found |= {one.path: one.modified for one in missing}
    return found
