"""Spreads work over processes of this machine; one worker means none but this process."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from lod.errors import LodError

Task = TypeVar("Task")
Result = TypeVar("Result")


class LocalEngine:
    """Runs tasks in `workers` processes, or here when there is but one task.

    The processes start with the engine, while this process has no threads of its own yet: only
    then can they be forked, which needs no `if __name__ == "__main__"` in a caller's script.
    """

    def __init__(self, workers: int) -> None:
        self._workers = max(1, workers)
        self._pool = _pool(workers) if workers > 1 else None

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Give the results in the order of the tasks, at most two a worker ahead of the reader.

        Raises LodError when a worker dies (killed, out of memory); what a task raises goes on.
        """
        waiting = iter(tasks)
        first = list(_take(waiting, 2))
        if self._pool is None or len(first) < 2:
            for task in chain(first, waiting):
                yield function(task)
            return
        try:
            yield from self._spread(self._pool, function, first, waiting)
        except BrokenProcessPool:
            self.close()
            mend = "it was killed or ran out of memory; try --workers 1"
            raise LodError("a worker process died", mend=mend) from None

    def _spread(
        self,
        pool: ProcessPoolExecutor,
        function: Callable[[Task], Result],
        first: list[Task],
        waiting: Iterator[Task],
    ) -> Iterator[Result]:
        running: deque[Future[Result]] = deque(pool.submit(function, task) for task in first)
        while running:
            for task in _take(waiting, 2 * self._workers - len(running)):
                running.append(pool.submit(function, task))
            yield running.popleft().result()

    def close(self) -> None:
        """Stop the workers without waiting for tasks that nobody reads any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _pool(workers: int) -> ProcessPoolExecutor:
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if alone else "spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_ignore_interrupt)
    pool.submit(_ignore_interrupt).result()
    return pool


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which ends the run in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _take(source: Iterator[Task], count: int) -> Iterator[Task]:
    for _ in range(count):
        try:
            yield next(source)
        except StopIteration:
            return
