"""The process that runs queries: it may crash, hang or be killed, and nobody else notices.

Started by `workers.py`, without the rest of the package, by `run`.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import resource
import signal
import socket
import sys
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from lod.errors import LodError, UsageError
from lod.serve.messages import (
    INLINE,
    LENGTH,
    Job,
    Outcome,
    Reply,
    frame,
    pack,
    unpack_jobs,
    unpack_setup,
)
from lod.store import Answer, Boolean, Solutions, gate, results
from lod.store.oxigraph import OxigraphStore, answered
from lod.store.table import View
from lod.terms import Term

_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
_DIE_WITH_PARENT = 1


def main() -> None:
    """Answer lists of jobs until the server closes its end of the socket."""
    with socket.socket(fileno=int(sys.argv[1])) as server:
        # Buffered: a message comes with one call to the system as a rule.
        hearing = server.makefile("rb")
        setup = unpack_setup(_received(hearing))
        confine(setup.memory, setup.largest)
        asked = DatasetStore(Path(setup.store))
        view = View(prefixes=setup.prefixes, base=setup.base)
        # What is there now stays; looking through it again and again would cost each query.
        gc.freeze()
        gc.set_threshold(20_000)
        server.sendall(frame(pack([Reply("done")])))
        while content := _received(hearing):
            replies = [answer(asked, job, view) for job in unpack_jobs(content)]
            server.sendall(frame(pack(replies)))


def confine(memory: int, largest: int) -> None:
    """Give up what a query must not have: memory, core files, large files, the network."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Not every system allows these: the gate refuses SERVICE, and a closed socket ends the loop.
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if library.unshare(_NEW_NETWORK):
            library.unshare(_NEW_USER | _NEW_NETWORK)


class DatasetStore(OxigraphStore):
    """A store that can be asked over the dataset which the protocol names."""

    def ask(self, job: Job, view: View) -> Answer:
        """Answer a job; raises UsageError when it is refused or is no SPARQL."""
        if job.default_graphs is None and job.named_graphs is None:
            bind = {name: Term(spelled) for name, spelled in job.bind.items()}
            return self.query(job.text, prefixes=view.prefixes, base=view.base, bind=bind)
        named = [*(job.default_graphs or ()), *(job.named_graphs or ())]
        self._known((*gate.check(job.text, view.prefixes, view.base), *named))
        try:
            # What the protocol names replaces what the query names, the default graph too.
            return answered(
                self._native(
                    job.text,
                    base_iri=view.base,
                    prefixes=dict(view.prefixes),
                    default_graph=[ox.NamedNode(name) for name in job.default_graphs or ()],
                    named_graphs=[ox.NamedNode(name) for name in job.named_graphs or ()],
                )
            )
        except SyntaxError as error:
            raise UsageError(" ".join(str(error).split())[:300], where="query") from None


class Spool:
    """Takes an answer: small ones stay in memory, larger ones go to a file, up to a limit."""

    def __init__(self, path: str, most: int) -> None:
        self._path, self._most = path, most
        self._held = bytearray()
        self._file: IO[bytes] | None = None
        self.size = 0
        self.full = False

    def write(self, data: bytes) -> int:
        """Add bytes; raises OSError beyond the limit, and says so in `full`."""
        self.size += len(data)
        if self.size > self._most:
            self.full = True
            raise OSError("the answer is larger than the limit")
        if self._file is None and len(self._held) + len(data) > INLINE:
            self._file = Path(self._path).open("wb")  # noqa: SIM115 - close() does
            self._file.write(self._held)
            self._held.clear()
        if self._file is None:
            self._held += data
        else:
            self._file.write(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: `close` brings everything to the file."""

    def discard(self) -> None:
        """Forget what was written: an answer is whole, or there is none."""
        self.close()
        if self._file is not None:
            Path(self._path).unlink(missing_ok=True)

    def close(self) -> bytes:
        """Finish; give what is held in memory."""
        if self._file is not None:
            self._file.close()
        return bytes(self._held)


def answer(store: DatasetStore, job: Job, view: View) -> Reply:
    """Run one job; whatever is wrong with the query comes back as a reply that says it."""
    spool = Spool(job.spool, job.most_bytes)
    try:
        found = store.ask(job, view)
        kind = _kind(found)
        name = {"rows": job.rows, "truth": job.truth, "graph": job.graph}[kind]
        if not name:
            return Reply("unacceptable", kind=kind)
        results.write(found, cast("IO[bytes]", spool), name, view)
        body = spool.close()
    except UsageError as error:
        return Reply("refused", detail=str(error))
    except LodError as error:
        outcome: Outcome = "too-large" if spool.full else "broken"
        spool.discard()
        return Reply(outcome, detail=str(error))
    except ValueError as error:  # an IRI that is none, in FROM or in the protocol's dataset
        spool.discard()
        return Reply("refused", detail=f"query: {error}")
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end the process
        spool.discard()
        return Reply("too-large" if spool.full else "broken", detail=repr(error)[:300])
    spooled = spool.size > len(body)
    return Reply("done", kind, name, b"" if spooled else body, spooled, spool.size)


def _kind(found: Answer) -> str:
    if isinstance(found, Solutions):
        return "rows"
    return "truth" if isinstance(found, Boolean) else "graph"


def _received(hearing: IO[bytes]) -> bytes:
    """Read one message; b"" when the server has gone."""
    length = hearing.read(LENGTH)
    return hearing.read(int.from_bytes(length, "big")) if len(length) == LENGTH else b""


def run() -> None:
    """Do what the process is for, and end at once."""
    main()
    # Nothing is left to tidy up, and the store's own threads may be slow to end.
    os._exit(0)
