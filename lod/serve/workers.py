"""Queries in processes that can be killed: a place for each, a deadline, and a new process after.

Most queries are over in milliseconds. One that is not leaves the places for quick ones and takes
one of those for long ones, of which a client has a share only: strangers' long queries never
make others wait, and their memory is bounded. It also lets others have the processor first.

Nothing here waits: an errand is told to whoever brought it by a call. `run` is for those who wait.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections import Counter, deque
from collections.abc import Sequence
from functools import partial

from lod.errors import LodError
from lod.serve import spool
from lod.serve.limits import Limits
from lod.serve.messages import Job, Reply
from lod.serve.process import DiedError, Found, Served, Told, Worker

_TICK_SECONDS = 0.05
# A query whose client has gone may end within this time, which costs less than a new process.
_GRACE_SECONDS = 0.2


class BusyError(LodError):
    """There is no place for the query now."""


class ShareError(BusyError):
    """The client uses all that one client may use."""


class OverdueError(LodError):
    """The query ran into its deadline and was ended."""


class Errand:
    """Jobs on their way: they wait for a process, one is at work on them, or they have ended."""

    __slots__ = ("client", "deadline", "jobs", "long", "since", "told", "worker")

    def __init__(self, jobs: Sequence[Job], client: str, deadline: float, told: Told) -> None:
        self.jobs, self.client, self.deadline = jobs, client, deadline
        self.told: Told | None = told
        self.worker: Worker | None = None
        self.since = 0.0
        self.long = False

    def leave(self) -> None:
        """Want the answer no more: what is not over in a moment is ended."""
        self.told = None
        self.deadline = min(self.deadline, time.monotonic() + _GRACE_SECONDS)

    def end(self, found: Found) -> None:
        """Tell what was found to whom it still concerns; else nothing of it is kept."""
        told, self.told = self.told, None
        if told is None or isinstance(found, LodError):
            self.forget()
        if told is not None:
            told(found)

    def forget(self) -> None:
        """Remove the files of answers that nobody will read."""
        spool.forget(job.spool for job in self.jobs)


class Pool:
    """Places for queries over one release."""

    def __init__(self, served: Served, limits: Limits, *, places: int, long_places: int) -> None:
        self._served, self._limits = served, limits
        self._long_places = long_places
        self._size = places + long_places
        self._free = places
        self._long = Counter[str]()
        self._waiting = deque[Errand]()
        self._working: dict[int, Errand] = {}
        self._idle: list[Worker] = []
        self._all: dict[int, Worker] = {}
        self._watched: dict[int, Worker] = {}
        self._renewing: dict[asyncio.Task[None], None] = {}
        self._clock: asyncio.TimerHandle | None = None
        self._closed = False
        self._spools = spool.Spools()
        self.spool = self._spools.name
        self.killed = 0

    async def start(self) -> None:
        """Start all processes; raises DiedError when one cannot open the store."""
        begun = (self._new() for _ in range(self._size))
        # All are waited for: `close` ends those that live, whichever failed.
        for failed in filter(None, await asyncio.gather(*begun, return_exceptions=True)):
            raise failed

    async def close(self) -> None:
        """End all processes."""
        self._closed = True
        for task in list(self._renewing):
            task.cancel()
        await asyncio.gather(*self._renewing, return_exceptions=True)
        for number in list(self._watched):
            worker = self._unwatch(number)
            worker.kill()
            worker.bury()
        for worker in self._all.values():
            worker.kill()
            worker.bury()
        self._all.clear()
        if self._clock is not None:
            self._clock.cancel()
        for errand in [*self._waiting, *self._working.values()]:
            errand.end(DiedError("the server ends", mend="try again later"))
        self._spools.close()

    def pids(self) -> list[int]:
        """Give the numbers of the processes alive, sorted."""
        return sorted(self._all)

    @property
    def running(self) -> int:
        """Count the processes that are at work."""
        return len(self._all) - len(self._idle)

    async def run(self, jobs: Sequence[Job], client: str = "") -> list[Reply]:
        """Have jobs done within the limit and wait for it; cancelling frees the place.

        Raises BusyError (ShareError when it is this client who is the cause), OverdueError,
        DiedError: then nothing of an answer is left.
        """
        future: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        errand = self.submit(jobs, client, partial(_settle, future, jobs))
        try:
            found = await future
        finally:
            errand.leave()
        if isinstance(found, LodError):
            raise found
        return found

    def submit(self, jobs: Sequence[Job], client: str, told: Told) -> Errand:
        """Have jobs done within the limit; `told` hears the replies or the error, later, once.

        Raises BusyError when too many wait already.
        """
        if len(self._waiting) >= self._limits.queue:
            raise BusyError("too many queries are waiting", mend="try again in a moment")
        deadline = time.monotonic() + self._limits.query_seconds
        errand = Errand(jobs, client, deadline, told)
        self._waiting.append(errand)
        self._step()
        if self._clock is None:
            self._clock = asyncio.get_running_loop().call_later(_TICK_SECONDS, self._tick)
        return errand

    def _step(self) -> None:
        """Give errands that wait to processes that rest, as long as there are places."""
        while self._waiting and self._free and self._idle:
            errand = self._waiting.popleft()
            if errand.told is None:
                errand.forget()
                continue
            worker = self._idle.pop()
            if not self._watched and not worker.alive:
                self._waiting.appendleft(errand)
                self._replace(worker)
                continue
            self._free -= 1
            errand.worker, errand.since = worker, time.monotonic()
            self._working[worker.pid] = errand
            worker.ask(errand.jobs, partial(self._answered, errand, worker))

    def _answered(self, errand: Errand, worker: Worker, found: Found) -> None:
        """Take an answer; the process has its next errand before this one is told."""
        fresh = worker.asked < self._limits.queries_each_worker and isinstance(found, list)
        if fresh and errand.long:
            fresh = worker.come_forward()
        self._leave_place(errand, worker)
        if fresh:
            self._idle.append(worker)
        else:
            self._end(worker)
        self._step()
        errand.end(found)

    def _leave_place(self, errand: Errand, worker: Worker) -> None:
        del self._working[worker.pid]
        if errand.long:
            self._long[errand.client] -= 1
            self._long += Counter()
        else:
            self._free += 1

    def _tick(self) -> None:
        """Look which errands are late; one clock for all costs less than one for each."""
        now = time.monotonic()
        for errand in [one for one in self._waiting if one.deadline <= now]:
            self._waiting.remove(errand)
            errand.end(BusyError("no place became free in time", mend="try again later"))
        for errand in list(self._working.values()):
            if errand.deadline <= now:
                self._abort(errand, _overdue(self._limits.query_seconds))
            elif errand.since + self._limits.quick_seconds <= now and not errand.long:
                self._lengthen(errand)
            elif self._waiting and errand.since + _TICK_SECONDS <= now and self._room(errand):
                # Others wait for the place, and there is another one for it already.
                self._lengthen(errand)
        self._step()
        self._clock = None
        if self._waiting or self._working:
            self._clock = asyncio.get_running_loop().call_later(_TICK_SECONDS, self._tick)

    def _room(self, errand: Errand) -> bool:
        """Tell whether a query would find a place for long ones now."""
        share = self._long[errand.client] < self._limits.long_places_each
        return not errand.long and share and self._long.total() < self._long_places

    def _lengthen(self, errand: Errand) -> None:
        """Move a query to a place for long ones; pages stay where they are."""
        if not self._long_places or errand.worker is None:
            return
        if self._long[errand.client] >= self._limits.long_places_each:
            mend = "wait until your other one is answered"
            self._abort(errand, ShareError("one long query of a client at a time", mend=mend))
        elif self._long.total() >= self._long_places:
            mend = "try again later"
            self._abort(errand, BusyError("all places for long queries are taken", mend=mend))
        else:
            errand.long = True
            self._long[errand.client] += 1
            self._free += 1
            errand.worker.step_back()

    def _abort(self, errand: Errand, error: LodError) -> None:
        """End an errand and its process."""
        if errand.worker is not None:
            self._leave_place(errand, errand.worker)
            self._end(errand.worker)
        errand.end(error)

    def _end(self, worker: Worker) -> None:
        worker.kill()
        if worker not in self._watched.values():
            worker.bury()
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
        self._idle.append(worker)
        self._step()

    def _watch(self, worker: Worker) -> None:
        """Hear of its end at once, though nobody asks it anything, where the system can tell."""
        if hasattr(os, "pidfd_open"):
            number = os.pidfd_open(worker.pid)
            self._watched[number] = worker
            asyncio.get_running_loop().add_reader(number, self._ended, number)

    def _ended(self, number: int) -> None:
        """Bury a process, killed by us or not; an errand that it had is told by its socket."""
        worker = self._unwatch(number)
        worker.bury()
        if worker in self._idle:
            self._idle.remove(worker)
            self._replace(worker)

    def _unwatch(self, number: int) -> Worker:
        asyncio.get_running_loop().remove_reader(number)
        os.close(number)
        return self._watched.pop(number)


def _overdue(seconds: float) -> OverdueError:
    return OverdueError(f"the query took longer than {seconds:g} seconds", mend="ask for less")


def _settle(future: asyncio.Future[Found], jobs: Sequence[Job], found: Found) -> None:
    """Hand what was found to who waits; left by then, nothing of it is kept."""
    if not future.done():
        future.set_result(found)
    else:
        spool.forget(job.spool for job in jobs)
