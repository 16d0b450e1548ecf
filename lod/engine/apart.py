"""A process of its own for work whose memory is its own; it ends at once when nobody wants it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, forkserver, resource_tracker
from types import ModuleType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# Never forked from this process: the libraries that parse, load and validate keep threads of their
# own, and a fork would wait for those for ever. Forked from one that has only imported what all
# need: beginning anew, each would take half a second for that.
_FORKED = multiprocessing.get_context("forkserver")
_ALL = "lod.pipeline.warm"
_FORKED.set_forkserver_preload([_ALL])

_HIDING = threading.RLock()  # one hides the caller's script at a time, or it might stay hidden
_LOOK = 1.0  # seconds after which it is looked for processes that have begun since


def expect(needed: str = _ALL) -> None:
    """Say that processes will be wanted: the one that they are forked from begins to import.

    needed: the module that it imports.

    Ctrl-C goes to every process of a terminal. This one hears of it; that one, which would tell
    where in an import it was met, begins with it blocked, and so do all that come of it.
    """
    _FORKED.set_forkserver_preload([needed])
    resource_tracker.ensure_running()  # lets Ctrl-C through when it has begun
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Apart(ProcessPoolExecutor):
    """Processes that each do one thing after the other; `prepare` is the first.

    `shutdown(cancel_futures=True)` ends them even in the middle of something.
    """

    def __init__(self, prepare: Callable[[], None], workers: int = 1) -> None:
        theirs, self._lease = multiprocessing.Pipe(duplex=False)
        super().__init__(workers, _FORKED, initializer=begin, initargs=(theirs,))
        self._wanted, self._ending = True, threading.Lock()
        self.starting = [self.submit(prepare) for _ in range(workers)]
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let a process do something; one that begins only for it runs no script of the caller."""
        with for_work_alone():
            return super().submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the process go: after what was submitted, or now."""
        self._wanted = False
        if cancel_futures:
            self._end()
        super().shutdown(wait, cancel_futures=cancel_futures)

    def _watch(self) -> None:
        """When one is killed, or runs out of memory, end the others, too: none does its work."""
        gone: list[object] = []
        while self._wanted and not gone:  # some begin later, when there is more to do
            processes = list((self._processes or {}).values())
            gone = [*connection.wait([one.sentinel for one in processes], _LOOK)]
        if self._wanted:
            self._end()

    def _end(self) -> None:
        with self._ending:  # whoever watches may find one gone while the others are let go
            self._lease.close()
            # Who is ended while it tells a result leaves half of it, and we would wait for the
            # rest for ever if we could still write it ourselves.
            if self._result_queue is not None:
                vars(self._result_queue)["_writer"].close()


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
    with _HIDING:
        main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
