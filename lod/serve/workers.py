"""Queries in processes that can be killed: a place for each, a deadline, and a new process after.

Most queries are over in milliseconds. One that is not leaves the places for quick ones and takes
one of those for long ones, of which a client has a share only: strangers' long queries never
make others wait, and their memory is bounded.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from lod.errors import LodError
from lod.serve.limits import Limits
from lod.serve.messages import LENGTH, Job, Reply, Setup, frame, pack, unpack_replies

_START_SECONDS = 30.0
_PACKAGE = Path(__file__).parents[1]
# What `import lod` brings is not for a process that is started in the place of a killed one:
# without it a start takes an eighth of the time and half of the memory.
_BEGIN = """
import sys, types
package = types.ModuleType("lod")
package.__path__ = [sys.argv[2]]
sys.modules["lod"] = package
from lod.serve import worker
worker.run()
"""


class BusyError(LodError):
    """There is no place for the query now; `retry` says after how many seconds there may be."""

    retry = 2


class ShareError(BusyError):
    """The client uses all that one client may use."""


class OverdueError(LodError):
    """The query ran into its deadline and was ended."""


class DiedError(LodError):
    """The query ended its process, most likely for want of memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What the processes of a pool serve: a store, its base, the prefixes that are predefined."""

    store: Path
    base: str
    prefixes: Mapping[str, str]


class Worker:
    """One process, and the socket to it; it does one thing at a time."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._process, self._reader, self._writer = process, reader, writer
        self.asked = 0

    @property
    def pid(self) -> int:
        """Give the process's number."""
        return self._process.pid

    @classmethod
    async def start(cls, served: Served, limits: Limits) -> Worker:
        """Start a process and wait until it has opened the store; raises DiedError."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _process(theirs.fileno())
        reader, writer = await _connected(ours, process)
        worker = cls(process, reader, writer)
        try:
            writer.write(frame(pack(_setup(served, limits))))
            await asyncio.wait_for(worker._hear(), _START_SECONDS)
        except BaseException:
            worker.kill()
            raise
        return worker

    @property
    def alive(self) -> bool:
        """Tell whether the process lives."""
        return self._process.poll() is None

    async def ask(self, jobs: Sequence[Job]) -> list[Reply]:
        """Have jobs done, one after the other; raises DiedError when the process ends instead."""
        self.asked += 1
        self._writer.write(frame(pack(list(jobs))))
        return await self._hear()

    async def _hear(self) -> list[Reply]:
        try:
            length = await self._reader.readexactly(LENGTH)
            content = await self._reader.readexactly(int.from_bytes(length, "big"))
            return unpack_replies(content)
        except (asyncio.IncompleteReadError, ConnectionError, msgspec.DecodeError):
            mend = "ask for less at once"
            raise DiedError("the query ended its process, out of memory?", mend=mend) from None

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._writer.transport.abort()


async def _connected(
    ours: socket.socket, process: subprocess.Popen[bytes]
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    try:
        return await asyncio.open_unix_connection(sock=ours)
    except BaseException:
        process.kill()
        process.wait()
        ours.close()
        raise


def _setup(served: Served, limits: Limits) -> Setup:
    return Setup(
        store=str(served.store),
        base=served.base,
        prefixes=dict(served.prefixes),
        memory=limits.worker_memory,
        # A little more than an answer may have, for what the store itself writes.
        largest=limits.result_bytes + 1024 * 1024,
    )


def _process(number: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-c", _BEGIN, str(number), str(_PACKAGE)],
        pass_fds=(number,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


class Pool:
    """Places for queries over one release; `run` is the only way to one."""

    def __init__(self, served: Served, limits: Limits, *, places: int, long_places: int) -> None:
        self._served, self._limits = served, limits
        self._long_places = long_places
        self._size = places + long_places
        self._quick = asyncio.Semaphore(places)
        self._idle: list[Worker] = []
        self._some_idle = asyncio.Event()
        self._all: dict[int, Worker] = {}
        self._long = Counter[str]()
        self._waiting = 0
        self._renewing: dict[asyncio.Task[None], None] = {}
        self._closed = False
        self._watched: dict[int, Worker] = {}
        self._spool = tempfile.TemporaryDirectory(prefix="lod-serve-")
        self.killed = 0
        self._number = 0

    async def start(self) -> None:
        """Start all processes; raises DiedError when one cannot open the store."""
        await asyncio.gather(*(self._new() for _ in range(self._size)))

    async def close(self) -> None:
        """End all processes."""
        self._closed = True
        for task in list(self._renewing):
            task.cancel()
        await asyncio.gather(*self._renewing, return_exceptions=True)
        for number in list(self._watched):
            self._unwatch(number)
        for worker in self._all.values():
            worker.kill()
        self._all.clear()
        self._spool.cleanup()

    def pids(self) -> list[int]:
        """Give the numbers of the processes alive, sorted."""
        return sorted(self._all)

    @property
    def running(self) -> int:
        """Count the processes that are at work."""
        return len(self._all) - len(self._idle)

    def spool(self) -> str:
        """Name a file for an answer too large for memory; who reads it removes it."""
        self._number += 1
        return str(Path(self._spool.name) / str(self._number))

    async def run(self, jobs: Sequence[Job], client: str = "") -> list[Reply]:
        """Have jobs done within the limit; cancelling frees the place at once.

        Raises BusyError (ShareError when it is this client who is the cause), OverdueError,
        DiedError: then nothing of an answer is left.
        """
        deadline = time.monotonic() + self._limits.query_seconds
        if self._waiting >= self._limits.queue:
            raise BusyError("too many queries are waiting", mend="try again in a moment")
        place = _Place(self._quick)
        try:
            self._waiting += 1
            try:
                worker = await self._worker(place, deadline)
            finally:
                self._waiting -= 1
            return await self._on(worker, jobs, place, (client, deadline))
        except BaseException:
            for job in jobs:
                if job.spool:
                    Path(job.spool).unlink(missing_ok=True)
            raise
        finally:
            place.leave()

    async def _worker(self, place: _Place, deadline: float) -> Worker:
        try:
            async with asyncio.timeout(deadline - time.monotonic()):
                await place.take()
                while not (worker := await self._taken()).alive:
                    self._give_back(worker, fresh=False)
                return worker
        except TimeoutError:
            raise BusyError("no place became free in time", mend="try again later") from None

    async def _on(
        self, worker: Worker, jobs: Sequence[Job], place: _Place, who: tuple[str, float]
    ) -> list[Reply]:
        client, deadline = who
        task = asyncio.ensure_future(worker.ask(jobs))
        fresh = True
        try:
            done, _ = await asyncio.wait({task}, timeout=self._limits.quick_seconds)
            if not done:
                fresh = False
                done = await self._wait_long(task, place, client, deadline)
            if not done:
                limit = f"{self._limits.query_seconds:g} seconds"
                raise OverdueError(f"the query took longer than {limit}", mend="ask for less")
            return task.result()
        except BaseException:
            fresh = False
            raise
        finally:
            task.cancel()
            self._give_back(worker, fresh=fresh)

    async def _wait_long(
        self, task: asyncio.Task[list[Reply]], place: _Place, client: str, deadline: float
    ) -> set[asyncio.Task[list[Reply]]]:
        """Move the query to a place for long ones and wait on; pages wait where they are."""
        if not self._long_places:
            return (await asyncio.wait({task}, timeout=deadline - time.monotonic()))[0]
        if self._long[client] >= self._limits.long_places_each:
            mend = "wait until your other one is answered"
            raise ShareError("one long query of a client at a time", mend=mend)
        if self._long.total() >= self._long_places:
            raise BusyError("all places for long queries are taken", mend="try again later")
        self._long[client] += 1
        place.leave()
        try:
            return (await asyncio.wait({task}, timeout=deadline - time.monotonic()))[0]
        finally:
            self._long[client] -= 1
            self._long += Counter()

    def _give_back(self, worker: Worker, *, fresh: bool) -> None:
        if fresh and worker.asked < self._limits.queries_each_worker:
            self._rest(worker)
            return
        worker.kill()
        self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        """Have another process start in the place of one that ended, once."""
        if self._all.get(worker.pid) is not worker:
            return
        self.killed += 1
        del self._all[worker.pid]
        if not self._closed:
            task = asyncio.ensure_future(self._renew())
            self._renewing[task] = None
            task.add_done_callback(lambda done: self._renewing.pop(done, None))

    async def _renew(self) -> None:
        """Start a process in the place of one that ended, again and again until one lives."""
        pause = 0.1
        while True:
            with contextlib.suppress(DiedError, OSError, TimeoutError):
                await self._new()
                return
            await asyncio.sleep(pause)
            pause = min(2 * pause, 10.0)

    async def _new(self) -> None:
        worker = await Worker.start(self._served, self._limits)
        self._all[worker.pid] = worker
        self._watch(worker)
        self._rest(worker)

    def _rest(self, worker: Worker) -> None:
        self._idle.append(worker)
        self._some_idle.set()

    async def _taken(self) -> Worker:
        """Take the process that rested last, as soon as there is one."""
        while not self._idle:
            self._some_idle.clear()
            await self._some_idle.wait()
        return self._idle.pop()

    def _watch(self, worker: Worker) -> None:
        """Hear of its end at once, though nobody asks it anything, where the system can tell."""
        if hasattr(os, "pidfd_open"):
            number = os.pidfd_open(worker.pid)
            self._watched[number] = worker
            asyncio.get_running_loop().add_reader(number, self._ended, number)

    def _ended(self, number: int) -> None:
        worker = self._unwatch(number)
        worker.kill()
        if worker in self._idle:
            self._idle.remove(worker)
        self._replace(worker)

    def _unwatch(self, number: int) -> Worker:
        asyncio.get_running_loop().remove_reader(number)
        os.close(number)
        return self._watched.pop(number)


class _Place:
    """One of the places for quick queries: taken once, left once."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places = places
        self._taken = False

    async def take(self) -> None:
        await self._places.acquire()
        self._taken = True

    def leave(self) -> None:
        if self._taken:
            self._taken = False
            self._places.release()
