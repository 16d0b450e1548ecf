"""One process that runs queries, as the server sees it: asked over a socket, killed at any time."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from lod.errors import LodError
from lod.serve.limits import Limits
from lod.serve.messages import LENGTH, Job, Reply, Setup, frame, pack, unpack_replies

_START_SECONDS = 30.0
_YIELDS = 10
_PACKAGE = Path(__file__).parents[1]
# A query takes and gives back thousands of small pieces of memory: where the C library is glibc,
# keeping more of them at hand saves a tenth of its time. One arena serves them all: the threads
# that open the store's files would each reserve 64 MB, as many as happen to run at once, of the
# memory that a process may have (519 to 687 MB for a small store on two cores, 200 with one).
_TUNED = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=200:glibc.malloc.arena_max=1"}
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


class DiedError(LodError):
    """The query ended its process, most likely for want of memory."""


Found = list[Reply] | LodError
Told = Callable[[Found], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What the processes of a pool serve: a store, its base, the prefixes that are predefined."""

    store: Path
    base: str
    prefixes: Mapping[str, str]


class Worker(asyncio.Protocol):
    """One process, and the socket to it; it does one thing at a time."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._transport: asyncio.Transport | None = None
        self._held = bytearray()
        self._told: Told | None = None
        self.asked = 0

    @property
    def pid(self) -> int:
        """Give the process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether the process lives."""
        return self._process.poll() is None

    @classmethod
    async def start(cls, served: Served, limits: Limits) -> Worker:
        """Start a process and wait until it has opened the store; raises DiedError."""
        ours, theirs = socket.socketpair()
        with theirs:
            worker = cls(_process(theirs.fileno()))
        loop = asyncio.get_running_loop()
        try:
            await loop.create_unix_connection(lambda: worker, sock=ours)
            ready: asyncio.Future[Found] = loop.create_future()
            worker._send(pack(_setup(served, limits)), ready.set_result)
            found = await asyncio.wait_for(ready, _START_SECONDS)
            if isinstance(found, LodError):
                raise found
        except BaseException:
            worker.kill()
            worker.bury()
            ours.close()
            raise
        return worker

    def ask(self, jobs: Sequence[Job], told: Told) -> None:
        """Have jobs done, one after the other; `told` hears the replies, or a DiedError, once."""
        self.asked += 1
        self._send(pack(jobs), told)

    def _send(self, content: bytes, told: Told) -> None:
        self._told = told
        if self._transport is None or self._transport.is_closing():
            self._lost()
        else:
            self._transport.write(frame(content))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to the process."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Gather an answer, and tell it when it is whole."""
        if self._held:
            self._held += data
        elif len(data) == LENGTH + int.from_bytes(data[:LENGTH], "big"):
            # The usual case: it came in one piece, and is not copied.
            self._tell(data)
            return
        else:
            self._held += data
        if len(self._held) >= LENGTH + int.from_bytes(self._held[:LENGTH], "big"):
            whole, self._held = bytes(self._held), bytearray()
            self._tell(whole)

    def _tell(self, content: bytes) -> None:
        told, self._told = self._told, None
        try:
            found: Found = unpack_replies(memoryview(content)[LENGTH:])
        except msgspec.DecodeError:
            found = _died()
        if told is not None:
            told(found)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits that nothing will come."""
        del exc
        self._lost()

    def _lost(self) -> None:
        told, self._told = self._told, None
        if told is not None:
            told(_died())

    def step_back(self) -> bool:
        """Let others have the processor first; tells whether the system allows that."""
        return self._nice(_YIELDS)

    def come_forward(self) -> bool:
        """Stand like the others again; not every system allows that."""
        return self._nice(0)

    def _nice(self, more: int) -> bool:
        with contextlib.suppress(OSError):
            ours = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, self.pid, min(ours + more, 19))
            return True
        return False

    def kill(self) -> None:
        """End the process at once, whatever it does; nobody hears of it any more."""
        self._told = None
        self._process.kill()
        if self._transport is not None:
            self._transport.abort()

    def bury(self) -> None:
        """Wait until a process that was killed has ended."""
        self._process.wait()


def _died() -> DiedError:
    mend = "ask for less at once"
    return DiedError("the query ended its process, out of memory?", mend=mend)


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
        env={**_TUNED, **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
