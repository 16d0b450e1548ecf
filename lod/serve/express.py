"""The short way: a program's query that is answered in a moment, without a task, in one write.

It answers as the long way does (`front`, `sparql`), by the same rules, limits and headers, and
only where nothing is unusual. A request that is, or whose answer turns out to be (an error, a
page, a large one), goes the long way, which is told what was found already.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from starlette.types import Scope

from lod.errors import LodError
from lod.serve import asking, compress, front
from lod.serve.asking import Asked, Wanted
from lod.serve.budget import client_of
from lod.serve.messages import Reply
from lod.serve.process import Found
from lod.serve.web import House

if TYPE_CHECKING:
    from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle as Cycle

_LOG = logging.getLogger("lod.serve")
_PATH = "/sparql"
# These ask for something else than the answer, or bring a body.
_UNUSUAL = {b"if-none-match", b"if-modified-since", b"content-length", b"transfer-encoding"}
_OK = b"HTTP/1.1 200 OK\r\n"
_CLOSE = b"connection: close\r\n"
Headers = list[tuple[bytes, bytes]]


class Caller(NamedTuple):
    """What the headers of a request say: who asks, and what is accepted."""

    client: str
    accept: str
    encoding: str


class Express:
    """Takes the requests of one server that can go the short way."""

    def __init__(self, house: House, proxies: ProxyHeadersMiddleware) -> None:
        self._house, self._proxies = house, proxies
        self._headers: Headers = []
        self._caller: Caller | None = None

    def take(self, cycle: Cycle, long_way: Callable[[], None]) -> Call | None:
        """Begin to answer a request; None when it must go the long way from its beginning.

        long_way: what to do if it must do so in the end.
        """
        scope = cast("Scope", cycle.scope)
        if scope["path"] != _PATH or scope["method"] != "GET" or scope["http_version"] != "1.1":
            return None
        if scope["headers"] != self._headers:
            # A client says the same with each request of a connection: it is read once.
            self._headers, self._caller = scope["headers"], self._read(scope)
        caller = self._caller
        if caller is None or not front.fits(self._house, scope):
            return None
        try:
            asked = Asked()
            asked.take(scope["query_string"].decode("ascii"))
            form = asking.wanted(caller.accept, asked.format)
            scope["state"]["client"] = caller.client
            if form.html or len(asked.query) != 1 or self._house.budget.wait(caller.client):
                return None
            return Call(self._house, cycle, long_way, (asked, form, caller))
        except (LodError, UnicodeDecodeError):
            return None

    def _read(self, scope: Scope) -> Caller | None:
        """Read the headers; None when they ask for something unusual."""
        # Of a header that comes twice the first counts.
        headers = dict(reversed(scope["headers"]))
        if not _UNUSUAL.isdisjoint(headers) or not front.welcome(self._house, scope):
            return None
        accept, encoding = (
            headers.get(name, b"").decode("latin-1") for name in (b"accept", b"accept-encoding")
        )
        return Caller(client_of(self._client(scope)), accept, encoding)

    def _client(self, scope: Scope) -> str:
        """Name who asks: behind a proxy of this machine, whom that names."""
        peer = str((scope["client"] or ("",))[0])
        trusted = self._proxies.trusted_hosts
        if peer not in trusted:
            return peer
        named = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
        if not named:
            return peer
        return trusted.get_trusted_client_address(b", ".join(named).decode("latin-1"))[0] or peer


class Call:
    """One request on the short way; raises BusyError when too many wait already."""

    def __init__(
        self,
        house: House,
        cycle: Cycle,
        long_way: Callable[[], None],
        what: tuple[Asked, Wanted, Caller],
    ) -> None:
        self._house, self._cycle, self._long_way = house, cycle, long_way
        self._scope = cast("Scope", cycle.scope)
        self._asked, self._form, self._caller = what
        self._began = time.monotonic()
        self._site = house.sites.hold()
        pool = self._site.pool
        self._job = self._asked.job(self._form, pool.spool(), house.limits.result_bytes)
        try:
            self._errand = pool.submit([self._job], self._caller.client, self._found)
        except BaseException:
            house.sites.let_go(self._site)
            raise

    def leave(self) -> None:
        """Note that the client has gone: nobody waits for the answer."""
        if self._errand.told is None:
            return
        self._errand.leave()
        asking.book(self._house, self._caller.client, self._began, None)
        self._end(front.GONE)

    def _found(self, found: Found) -> None:
        try:
            asking.book(self._house, self._caller.client, self._began, found)
            if isinstance(found, list) and found[0].outcome == "done" and not found[0].spooled:
                self._send(found[0])
                self._end(200)
            else:
                self._turn(found)
        except Exception:  # noqa: BLE001 - it is the last door
            _LOG.exception("fault")
            self._cycle.transport.abort()

    def _turn(self, found: Found) -> None:
        """Take the long way after all."""
        state = self._scope["state"]
        state["found"], state["site"], state["began"] = (self._job, found), self._site, self._began
        self._long_way()

    def _send(self, reply: Reply) -> None:
        """Write the answer, head and body at once."""
        cycle, body = self._cycle, reply.body
        offer = self._form.offer(reply.kind)
        accept, media = self._caller.encoding, offer.media if offer else ""
        encoding = compress.chosen(accept, media, len(body)) if accept else ""
        if encoding:
            body = compress.whole(encoding, body)
        etag = self._asked.etag(self._site, self._form, "")
        cycle.transport.write(
            b"".join(
                [
                    _OK,
                    *(b"%b: %b\r\n" % pair for pair in cycle.default_headers),
                    _head(self._site.version, media, encoding),
                    _validator(etag, encoding),
                    b"content-length: %d\r\n" % len(body),
                    b"\r\n" if cycle.keep_alive else _CLOSE + b"\r\n",
                    body,
                ]
            )
        )
        cycle.response_started = cycle.response_complete = True
        cycle.message_event.set()
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.on_response()

    def _end(self, status: int) -> None:
        self._house.sites.let_go(self._site)
        self._scope["state"]["query"] = self._asked.query[0]
        front.note(self._house, self._scope, "sparql", status, time.monotonic() - self._began)


@lru_cache(maxsize=200)
def _head(version: str, media: str, encoding: str) -> bytes:
    """Write the headers that all answers of a release and a form have."""
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    headers = {
        "content-type": f"{media}{charset}",
        "vary": "Accept, Accept-Encoding",
        **({"content-encoding": encoding} if encoding else {}),
        **front.always(version),
    }
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode("latin-1")


def _validator(etag: str, encoding: str) -> bytes:
    if not etag:
        return b""
    whole = f'{etag[:-1]}-{encoding}"' if encoding else etag
    return b"ETag: %b\r\nCache-Control: no-cache\r\n" % whole.encode("latin-1")
