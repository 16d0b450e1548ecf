"""Spreads work over processes of this machine; one worker means none but this process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection
from types import ModuleType
from typing import TypeVar

from lod.errors import LodError

Task = TypeVar("Task")
Result = TypeVar("Result")

# Seconds of CPU before other processes are worth their start, which takes about as long.
_PATIENCE = 0.4


class LocalEngine:
    """Runs tasks in `workers` processes; this one works until they have started.

    patience: seconds of work before they are; 0 leaves all of it to them.

    The processes are spawned, never forked: the libraries that parse, load and validate keep
    threads of their own, and a fork would wait for those for ever.
    """

    def __init__(self, workers: int, patience: float = _PATIENCE) -> None:
        self._workers = max(1, workers)
        self._patience = patience
        self._pool: ProcessPoolExecutor | None = None
        self._starting: list[Future[None]] = []

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks, at most two a worker ahead of the reader.

        Raises LodError when a worker dies (killed, out of memory); what a task raises goes on.
        """
        run, waiting = partial(uncollected, function), iter(tasks)
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
        self._started()
        return not self._patience or all(one.done() for one in self._starting)

    def _spread(
        self, function: Callable[[Task], Result], waiting: Iterator[Task]
    ) -> Iterator[Result]:
        running: deque[Future[Result]] = deque()
        while True:
            for task in _take(waiting, 2 * self._workers - len(running)):
                running.append(self._started().submit(function, task))
            if not running:
                return
            yield running.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, spawn, initializer=_begin)
            with _for_work_alone():
                self._starting = [self._pool.submit(_ready) for _ in range(self._workers)]
        return self._pool

    def close(self) -> None:
        """Stop the workers without waiting for tasks that nobody reads any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
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
def _for_work_alone() -> Iterator[None]:
    """Hide the caller's script, which a worker would run again, and say what it is (`lod`)."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    os.environ["LOD_WORKER"] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        del os.environ["LOD_WORKER"]


def _begin() -> None:
    """Leave Ctrl-C to the parent, which ends the run in order, and end with it if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _ready() -> None:
    """Do nothing: whoever answers has started."""


def _take(source: Iterator[Task], count: int) -> Iterator[Task]:
    for _ in range(count):
        try:
            yield next(source)
        except StopIteration:
            return
