"""Spreads work over processes of this machine; one worker means none but this process."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from lod.errors import LodError

Task = TypeVar("Task")
Result = TypeVar("Result")


class LocalEngine:
    """Runs tasks in `workers` processes, or here when there is but one task.

    The processes start with the engine: forked where this process has no threads yet, which is
    quick, else spawned. Neither needs `if __name__ == "__main__"` in a caller's script.
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
    # A fork copies no thread, but the locks that threads hold: with any thread, of Python or of a
    # library (the store's, the shapes'), the child would wait for them for ever.
    context = multiprocessing.get_context("fork" if _threads() == 1 else "spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_ignore_interrupt)
    with _nothing_to_import():
        for started in [pool.submit(_ignore_interrupt) for _ in range(workers)]:
            started.result()
    return pool


def _threads() -> int:
    """Count the threads of this process; 0 where the system does not tell."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else 0


@contextmanager
def _nothing_to_import() -> Iterator[None]:
    """Keep spawned processes from running the caller's script again: no task of ours needs it."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which ends the run in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _take(source: Iterator[Task], count: int) -> Iterator[Task]:
    for _ in range(count):
        try:
            yield next(source)
        except StopIteration:
            return
