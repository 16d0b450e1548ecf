"""What happens to every request: release, name of the host, headers, errors, log, time to send."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lod.errors import LodError
from lod.serve import problems, web
from lod.serve.problems import HttpError
from lod.serve.process import DiedError
from lod.serve.workers import BusyError, OverdueError

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
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "content-security-policy": _POLICY,
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "X-Dataset-Version, ETag, Link, Location, Retry-After",
}
GONE = 499
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
        house, state = web.house(request), scope.setdefault("state", {})
        with house.sites.use(state.pop("site", None)) as site:
            state["site"] = site
            sent = _Sent(send, site.version)
            began = state.pop("began", None) or time.monotonic()
            await self._answer(request, receive, sent)
        room = str(state.get("room", "other"))
        note(house, scope, room, sent.status, time.monotonic() - began)

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
            sent.status = GONE
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

    def __init__(self, send: Send, version: str) -> None:
        self._send, self._version = send, version
        self.status, self.started = 500, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.started = message["status"], True
            there = {name for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *(pair for pair in _spelled(self._version) if pair[0] not in there),
            ]
        await self._send(message)


def always(version: str) -> dict[str, str]:
    """Give the headers that every answer has; version: of the release that answers."""
    return {**_ALWAYS, "x-dataset-version": version}


@lru_cache(maxsize=100)
def _spelled(version: str) -> tuple[tuple[bytes, bytes], ...]:
    pairs = always(version).items()
    return tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in pairs)


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
    house, scope = web.house(request), request.scope
    if not fits(house, scope):
        what = f"the head is larger than {house.limits.header_bytes} bytes: POST a long query"
        raise HttpError(431, what)
    if not _named(scope):
        raise HttpError(400, "a request of HTTP/1.1 names a host")
    if not _ours(house, scope):
        raise HttpError(421, "this server does not answer for that host")
    if "\x00" in scope["path"] or "\\" in scope["path"]:
        raise HttpError(400, "no such path can be")
    return None


def welcome(house: web.House, scope: Scope) -> bool:
    """Tell whether nothing is wrong with the head of a request."""
    return fits(house, scope) and _named(scope) and _ours(house, scope)


def fits(house: web.House, scope: Scope) -> bool:
    """Tell whether the head of a request is no larger than it may be."""
    return _head_size(scope) <= house.limits.header_bytes


def _head_size(scope: Scope) -> int:
    """Measure a head that came whole: the protocol counts only those that come in pieces."""
    headers = sum([len(name) + len(value) for name, value in scope["headers"]])
    return headers + len(scope.get("raw_path") or b"") + len(scope["query_string"])


def _named(scope: Scope) -> bool:
    return scope["http_version"] != "1.1" or bool(_host(scope))


def _ours(house: web.House, scope: Scope) -> bool:
    return not house.hosts or _name(_host(scope).decode("latin-1")) in house.hosts


def _host(scope: Scope) -> bytes:
    return next((value for name, value in scope["headers"] if name == b"host"), b"")


def _name(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0][1:].lower()
    return host.partition(":")[0].lower()


def note(house: web.House, scope: Scope, room: str, status: int, seconds: float) -> None:
    """Count a request that was answered, and write it to the log."""
    house.metrics.answered(room, status, seconds)
    state, client = scope["state"], scope["client"]
    said = {
        "method": scope["method"],
        "path": scope["path"][:500],
        "room": room,
        "client": str(state.get("client") or (client[0] if client else "")),
    }
    if query := state.get("query"):
        said["query"] = query[:2000]
    house.journal.request(said, status, seconds)


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
