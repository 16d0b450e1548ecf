"""What happens to every request: release, name of the host, headers, errors, log, time to send."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lod.errors import LodError
from lod.serve import problems, web
from lod.serve.problems import HttpError
from lod.serve.workers import BusyError, DiedError, OverdueError

_LOG = logging.getLogger("lod.serve")
_POLICY = "; ".join(
    [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": _POLICY,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "X-Dataset-Version, ETag, Link, Location, Retry-After",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, Range",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, POST, OPTIONS",
}
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
Explain = Callable[[Request, HttpError], Response]


class Front:
    """The outermost room of the server: nothing gets out of it but a whole answer or an error."""

    def __init__(self, app: ASGIApp, explain: Explain) -> None:
        self._app, self._explain = app, explain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        house = web.house(request)
        with house.sites.use() as site:
            scope.setdefault("state", {})["site"] = site
            sent = _Sent(send, house.limits.send_seconds, site.version)
            await self._answer(request, receive, sent)
        seconds = time.monotonic() - sent.began
        room = str(scope["state"].get("room", "other"))
        house.metrics.answered(room, sent.status, seconds)
        _log(request, room, sent.status, seconds)

    async def _answer(self, request: Request, receive: Receive, sent: _Sent) -> None:
        response: ASGIApp = self._app
        try:
            early = _early(request)
            await (self._app if early is None else early)(request.scope, receive, sent)
            return
        except HttpError as error:
            response = self._explain(request, error)
        except (BusyError, OverdueError, DiedError) as error:
            response = self._explain(request, busy(error))
        except web.Gone:
            sent.status = 499
            return
        except LodError as error:
            _LOG.error("failed", extra={"said": {"error": str(error)}})
            response = self._explain(request, HttpError(500, "the release cannot be read"))
        except ConnectionAbortedError:
            raise
        except Exception:  # noqa: BLE001 - it is the last door
            # A fault of ours is logged, told in one line, and ends nothing else.
            _LOG.exception("fault")
            response = self._explain(request, HttpError(500, "a fault of this server"))
        if sent.started:
            # Too late for another status: what is on its way must not look whole.
            raise ConnectionAbortedError
        await response(request.scope, receive, sent)


class _Sent:
    """Sends an answer on with the headers that all have, and notes what was sent."""

    def __init__(self, send: Send, seconds: float, version: str) -> None:
        self._send, self._seconds, self._version = send, seconds, version
        self.status, self.started = 500, False
        self.began = time.monotonic()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.started = message["status"], True
            headers = MutableHeaders(scope=message)
            for name, value in {**_ALWAYS, "X-Dataset-Version": self._version}.items():
                headers.setdefault(name, value)
        try:
            async with asyncio.timeout(self._seconds):
                await self._send(message)
        except TimeoutError:
            # A client that reads nothing holds a connection no longer than this.
            raise ConnectionAbortedError from None


def busy(error: LodError) -> HttpError:
    """Say as an answer that a query found no place, took too long or ended its process."""
    limit = "places"
    if isinstance(error, OverdueError):
        limit = "query_seconds"
    elif isinstance(error, DiedError):
        limit = "worker_memory"
    return HttpError(503, str(error), limit=limit, headers={"Retry-After": "5"})


def _early(request: Request) -> Response | None:
    """Answer what needs no release: a preflight, a wrong host, an odd method or path."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_PREFLIGHT)
    if request.method not in _METHODS:
        raise HttpError(405, "a release is read-only", headers={"Allow": _PREFLIGHT["Allow"]})
    most = web.house(request).limits.header_bytes
    if _head_size(request) > most:
        raise HttpError(431, f"the head is larger than {most} bytes: POST a long query")
    if "host" not in request.headers and request.scope["http_version"] == "1.1":
        raise HttpError(400, "a request of HTTP/1.1 names a host")
    hosts = web.house(request).hosts
    if hosts and _name(request.headers.get("host", "")) not in hosts:
        raise HttpError(421, "this server does not answer for that host")
    if "\x00" in request.url.path or "\\" in request.url.path:
        raise HttpError(400, "no such path can be")
    return None


def _head_size(request: Request) -> int:
    """Measure a head that came whole: the protocol counts only those that come in pieces."""
    scope = request.scope
    headers = sum(len(name) + len(value) for name, value in scope["headers"])
    return headers + len(scope.get("raw_path") or b"") + len(scope["query_string"])


def _name(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0][1:].lower()
    return host.partition(":")[0].lower()


def _log(request: Request, room: str, status: int, seconds: float) -> None:
    said: MutableMapping[str, Any] = {
        "method": request.method,
        "path": request.url.path[:500],
        "room": room,
        "status": status,
        "ms": round(seconds * 1000, 1),
        "client": request.client.host if request.client else "",
    }
    if query := request.scope["state"].get("query"):
        said["query"] = query[:2000]
    _LOG.info("request", extra={"said": said})


async def plain(_: Request) -> Response:
    """Tell crawlers what is not for them."""
    await asyncio.sleep(0)
    return PlainTextResponse("User-agent: *\nDisallow: /sparql\nDisallow: /search\n")


Endpoint = Callable[[Request], Awaitable[Response]]


def room(name: str, endpoint: Endpoint) -> Endpoint:
    """Name the room of an endpoint, for counts and the log."""

    async def named(request: Request) -> Response:
        request.scope["state"]["room"] = name
        return await endpoint(request)

    return named


def as_document(request: Request, error: HttpError) -> Response:
    """Explain an error to a machine."""
    return problems.document(error, web.site(request).version)
