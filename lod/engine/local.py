"""Spreads work over processes of this machine; one worker means none but this process."""

from __future__ import annotations

import gc
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from lod.engine.apart import Apart, expect
from lod.errors import LodError

Task = TypeVar("Task")
Result = TypeVar("Result")

# Seconds of CPU before other processes are worth making their own tools.
_PATIENCE = 0.1
_A_FEW = 8  # processes that any machine bears, whatever its processors
_SELDOM = 50_000  # new objects after which cycles are searched for


class LocalEngine:
    """Runs tasks in `workers` processes; this one works until they have started.

    More than two a processor would only take memory: what is asked beyond that, and beyond a few,
    is not started. patience: seconds of work before they are; 0 leaves all of it to them.
    """

    def __init__(self, workers: int, patience: float = _PATIENCE) -> None:
        self._workers = max(1, min(workers, max(_A_FEW, 2 * (os.cpu_count() or 1))))
        self._patience = patience
        # To start processes takes as long as they import, in which this one can work.
        self._starter = ThreadPoolExecutor(1)
        self._pool: Future[Apart] | None = None
        if self._workers > 1:
            expect()

    def map(
        self, function: Callable[[Task], Result], tasks: Iterable[Task], *, many: bool = False
    ) -> Iterator[Result]:
        """Give the results in the order of the tasks, at most two a worker ahead of the reader.

        many: other processes do all of it, also of what comes later; this one needs no tools.
        Raises LodError when a worker dies (killed, out of memory); what a task raises goes on.
        """
        run, waiting = partial(uncollected, function), iter(tasks)
        self._patience = 0.0 if many else self._patience
        with seldom_collected():
            yield from self._here(run, waiting)
            try:
                yield from self._spread(run, waiting)
            except BrokenProcessPool:
                self.close()
                mend = "it was killed or ran out of memory; try --workers 1"
                raise LodError("a worker process died", mend=mend) from None

    def _here(
        self, function: Callable[[Task], Result], waiting: Iterator[Task]
    ) -> Iterator[Result]:
        """Work in this process until the work has become much and others are there.

        The first task is not counted: its time goes into tools, which others would make too.
        """
        spent, warm = 0.0, not self._patience
        while not self._is_spread(spent):
            began = time.thread_time()
            try:
                task = next(waiting)
            except StopIteration:
                return
            result = function(task)
            spent += (time.thread_time() - began) * warm
            warm = True
            yield result

    def _is_spread(self, spent: float) -> bool:
        if self._workers == 1 or (self._pool is None and spent < self._patience):
            return False
        pool = self._pool = self._pool or self._starter.submit(Apart, _ready, self._workers)
        if not self._patience:
            return True
        return pool.done() and all(one.done() for one in pool.result().starting)

    def _spread(
        self, function: Callable[[Task], Result], waiting: Iterator[Task]
    ) -> Iterator[Result]:
        running: deque[Future[Result]] = deque()
        pool = self._pool
        while pool:  # none was begun for little work
            for task in _take(waiting, 2 * self._workers - len(running)):
                running.append(pool.result().submit(function, task))
            if not running:
                return
            yield running.popleft().result()

    def apart(self, prepare: Callable[[], None]) -> Executor:
        """Give a process more, for work that needs much memory; one worker means a thread."""
        if self._workers > 1:
            return Apart(prepare)
        thread = ThreadPoolExecutor(1)
        thread.submit(prepare).result()
        return thread

    def close(self) -> None:
        """Stop the workers in the middle of tasks that nobody reads any more."""
        if self._pool is not None:
            self._pool.result().shutdown(wait=True, cancel_futures=True)
            self._pool = None


def uncollected(function: Callable[[Task], Result], task: Task) -> Result:
    """Run a task without Python's search for cycles, which takes a quarter of the time.

    Tasks make next to none; what there is, such as an exception's, is found between two tasks.
    """
    if not gc.isenabled():
        return function(task)
    gc.disable()
    try:
        return function(task)
    finally:
        gc.enable()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python search for cycles seldom, while results arrive by the thousand and go again."""
    before = gc.get_threshold()
    gc.set_threshold(max(_SELDOM, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _ready() -> None:
    """Do nothing: whoever answers has started."""


def _take(source: Iterator[Task], count: int) -> Iterator[Task]:
    for _ in range(count):
        try:
            yield next(source)
        except StopIteration:
            return
