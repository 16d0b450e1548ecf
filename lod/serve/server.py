"""Runs the server: one process that speaks HTTP, and those that it starts for queries."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from lod.errors import UsageError
from lod.serve import app, spool
from lod.serve.express import Call, Express
from lod.serve.journal import Journal
from lod.serve.limits import Limits
from lod.serve.web import House

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

HEAD_SECONDS = 10.0
_WAITING = 2048  # connections that nobody has taken yet, as uvicorn has it
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n"


def listen(host: str, port: int) -> socket.socket:
    """Open the door of a server; port 0 is any that is free.

    Raises UsageError when the address is none of this machine's, or another program has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        mend = "name another with --port, and an address of this machine with --host"
        what = f"cannot listen here: {error.strerror or error}"
        raise UsageError(what, where=f"{host}:{port}", mend=mend) from None


def serve(
    folder: Path,
    door: socket.socket,
    *,
    public: str = "",
    limits: Limits | None = None,
) -> None:
    """Serve the current release of an output folder until a signal ends it.

    door: as `listen` opened it. public: the address of the server's root for others, behind a
    proxy. Requests that have begun are answered before it ends. Raises UsageError when there is
    no release.
    """
    journal = Journal(sys.stderr)
    _log_to(journal)
    spool.sweep()
    host, port = door.getsockname()[:2]
    built = app.build(folder, limits or Limits(), public=public, host=host, journal=journal)
    try:
        uvicorn.Server(configured(built, host=host, port=port)).run([door])
    finally:
        journal.flush()


def configured(built: Starlette, *, host: str, port: int) -> uvicorn.Config:
    """Set the HTTP server up: what it waits for, how large a head may be, how many may come."""
    known: Limits = built.state.house.limits
    return uvicorn.Config(
        built,
        host=host,
        port=port,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=known.connections,
        h11_max_incomplete_event_size=known.header_bytes,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=int(known.query_seconds) + 2,
    )


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 that waits only so long for a head and for a reader, and takes no larger head.

    Requests that can go the short way do so.
    """

    _head_timer: asyncio.TimerHandle | None = None
    _reader_timer: asyncio.TimerHandle | None = None
    _in_head = False
    _head = 0
    _call: Call | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        # Whatever a client does not take at once is noticed, and waited for only so long.
        transport.set_write_buffer_limits(high=0)
        self._house: House = self.config.app.state.house  # type: ignore[union-attr]
        self._express = Express(self._house, cast("ProxyHeadersMiddleware", self.app))
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take bytes; what is no whole head yet has until the timer ends, and some room."""
        super().data_received(data)
        if not self._in_head:
            self._head = 0
            self._stop()
            return
        self._head += len(data)
        self._wait()
        if self._head > (self.config.h11_max_incomplete_event_size or 0):
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Note that a head has begun."""
        super().on_message_begin()
        self._in_head = True

    def on_headers_complete(self) -> None:
        """Note that the head is whole."""
        self._in_head = False
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Answer a request, by the short way if it can go that."""
        long_way = partial(super()._start_asgi_task, cycle, app)
        self._call = self._express.take(cycle, long_way) if app is self.app else None
        if self._call is None:
            long_way()

    def pause_writing(self) -> None:
        """Wait for the client to read what it asked for."""
        super().pause_writing()
        if self._reader_timer is None:
            seconds = self._house.limits.send_seconds
            self._reader_timer = self.loop.call_later(seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Wait no more: the client has read."""
        super().resume_writing()
        if self._reader_timer is not None:
            self._reader_timer.cancel()
            self._reader_timer = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timers, and what nobody waits for."""
        self._stop()
        if self._call is not None:
            self._call.leave()
        super().connection_lost(exc)
        self.resume_writing()

    def _wait(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _stop(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None


def _log_to(journal: Journal) -> None:
    for name in ("lod.serve", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [journal], False
        logger.setLevel(logging.INFO if name == "lod.serve" else logging.WARNING)
