"""Runs the server: one process that speaks HTTP, and those that it starts for queries."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from lod.serve import app
from lod.serve.limits import Limits

HEAD_SECONDS = 10.0
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n"


def serve(
    folder: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    public: str = "",
    limits: Limits | None = None,
) -> None:
    """Serve the current release of an output folder until a signal ends it.

    public: the address of the server's root for others, behind a proxy. Requests that have begun
    are answered before it ends. Raises UsageError when there is no release.
    """
    _log_to_stderr()
    built = app.build(folder, limits or Limits(), public=public, host=host)
    uvicorn.Server(configured(built, host=host, port=port)).run()


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
    """HTTP/1.1 that waits for the head of a request only so long, and takes one only so large."""

    _timer: asyncio.TimerHandle | None = None
    _in_head = False
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take bytes; what is no whole head yet has until the timer ends, and some room."""
        super().data_received(data)
        self._head = self._head + len(data) if self._in_head else 0
        if self._head > (self.config.h11_max_incomplete_event_size or 0):
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Begin to wait for the end of a head."""
        super().on_message_begin()
        self._in_head = True
        self._wait()

    def on_headers_complete(self) -> None:
        """Wait no more: the head is whole."""
        self._in_head = False
        self._stop()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timer."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class JsonLines(logging.Formatter):
    """Writes a log entry as one line of JSON: nothing from a client can begin a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one entry."""
        said: dict[str, Any] = getattr(record, "said", None) or {}
        content = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "event": record.getMessage()[:500],
            **said,
        }
        if record.exc_info:
            content["error"] = self.formatException(record.exc_info)[-4000:]
        return json.dumps(content, ensure_ascii=True)


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("lod.serve", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.INFO if name == "lod.serve" else logging.WARNING)
