"""Compresses answers on their way out: brotli or gzip, by what the client accepts."""

from __future__ import annotations

from functools import lru_cache
from http import HTTPStatus

import brotli
from isal import isal_zlib
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SMALLEST = 600
_GZIP_WINDOW = 31
# What keeps pace with the network.
_LEVEL, _QUALITY = 2, 4
_TYPES = ("text/", "application/json", "application/ld+json", "application/n-", "image/svg")


class Compress:
    """Compresses what is worth it; the validator of an answer names its encoding."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request through the app within."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        encoding = wanted(headers.get("accept-encoding", "")) if scope["method"] != "HEAD" else ""
        held = headers.get("if-none-match", "")
        await self._app(scope, receive, _Encoding(send, encoding, held))


class _Encoding:
    """One answer: its head is held back until it is known whether it will be compressed."""

    def __init__(self, send: Send, encoding: str, held: str) -> None:
        self._send, self._encoding, self._held = send, encoding, held
        self._head: Message | None = None
        self._encoder: Brotli | Gzip | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._head = message
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if (head := self._head) is not None:
            self._head = None
            headers = MutableHeaders(scope=head)
            headers.add_vary_header("Accept-Encoding")
            if self._encoding:
                body = self._begin(head["status"], headers, body, more)
            await self._send(head)
        elif self._encoder is not None:
            body = self._encoder.add(body) + (b"" if more else self._encoder.end())
        await self._send({"type": "http.response.body", "body": body, "more_body": more})

    def _begin(self, status: int, headers: MutableHeaders, body: bytes, more: bool) -> bytes:
        """Decide; give the first piece as it will be sent."""
        etag = f'{headers.get("etag", "").removesuffix(chr(34))}-{self._encoding}"'
        encoded = _worth(status, headers, len(body), more)
        if encoded:
            headers["Content-Encoding"] = self._encoding
            del headers["Content-Length"]
            if more:
                self._encoder = Brotli() if self._encoding == "br" else Gzip()
                body = self._encoder.add(body)
            else:
                body = whole(self._encoding, body)
                headers["Content-Length"] = str(len(body))
        if "etag" in headers and (encoded or _still(status, etag, self._held)):
            headers["ETag"] = etag
        return body


class Gzip:
    """Compresses piece by piece as gzip."""

    def __init__(self) -> None:
        self._to = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, _GZIP_WINDOW)

    def add(self, data: bytes) -> bytes:
        """Compress some more."""
        return bytes(self._to.compress(data))

    def end(self) -> bytes:
        """Give what is left."""
        return bytes(self._to.flush())


class Brotli:
    """Compresses piece by piece as brotli; a usual window would take milliseconds to set up."""

    def __init__(self) -> None:
        self._to = brotli.Compressor(quality=_QUALITY, lgwin=18)

    def add(self, data: bytes) -> bytes:
        """Compress some more."""
        return self._to.process(data)

    def end(self) -> bytes:
        """Give what is left."""
        return self._to.finish()


@lru_cache(maxsize=200)
def wanted(accept: str) -> str:
    """Choose an encoding, "" for none.

    >>> wanted("gzip, deflate, br"), wanted("gzip;q=0, *"), wanted("gzip"), wanted("br;q=0")
    ('br', 'br', 'gzip', '')
    """
    weights = dict(_weight(part) for part in accept.lower().split(","))
    rest = weights.get("*", 0.0)
    best = max(("br", "gzip"), key=lambda name: weights.get(name, rest))
    return best if weights.get(best, rest) else ""


def chosen(accept: str, media: str, size: int) -> str:
    """Choose an encoding for a whole answer of a media type and size; "" for none."""
    return wanted(accept) if size >= _SMALLEST and _fits(media) else ""


def whole(encoding: str, body: bytes) -> bytes:
    """Compress an answer at once."""
    if encoding == "br":
        return brotli.compress(body, quality=_QUALITY)
    return bytes(isal_zlib.compress(body, _LEVEL, _GZIP_WINDOW))


def _weight(part: str) -> tuple[str, float]:
    name, _, weight = part.partition(";")
    text = weight.strip().removeprefix("q=")
    try:
        return name.strip(), float(text) if text else 1.0
    except ValueError:
        return name.strip(), 0.0


def _still(status: int, etag: str, held: str) -> bool:
    """Tell whether the client holds the compressed form, and need not be sent it again."""
    return status == HTTPStatus.NOT_MODIFIED and etag in held


def _worth(status: int, headers: MutableHeaders, size: int, more: bool) -> bool:
    whole = status not in (204, 206, 304) and "content-encoding" not in headers
    return whole and _fits(headers.get("content-type", "")) and (more or size >= _SMALLEST)


def _fits(media: str) -> bool:
    return media.startswith(_TYPES) or "+json" in media or "+xml" in media
