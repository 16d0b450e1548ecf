"""A process of its own for work whose memory is its own; it ends at once when nobody wants it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection
from types import ModuleType

# Spawned, never forked: the libraries that parse, load and validate keep threads of their own,
# and a fork would wait for those for ever.
SPAWN = multiprocessing.get_context("spawn")


class Apart(ProcessPoolExecutor):
    """Processes that each do one thing after the other; `prepare` is the first.

    `shutdown(cancel_futures=True)` ends them even in the middle of something.
    """

    def __init__(self, prepare: Callable[[], None], workers: int = 1) -> None:
        theirs, self._lease = multiprocessing.Pipe(duplex=False)
        super().__init__(workers, SPAWN, initializer=begin, initargs=(theirs,))
        with for_work_alone():
            self.starting = [self.submit(prepare) for _ in range(workers)]

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the process go: after what was submitted, or now."""
        if cancel_futures:
            self._lease.close()
        super().shutdown(wait, cancel_futures=cancel_futures)


def begin(lease: connection.Connection | None = None) -> None:
    """Leave Ctrl-C to the parent, which ends the run in order, and end with it if it is killed.

    lease: ends this process, too, when the parent closes its side.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(lease,), daemon=True).start()


def _end_with_parent(lease: connection.Connection | None) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel, *([lease] if lease else [])])
        os._exit(1)


@contextmanager
def for_work_alone() -> Iterator[None]:
    """Hide the caller's script, which a new process would run again."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
