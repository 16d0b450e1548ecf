"""What every protocol of this room shares: the request's release, validators, paths, bodies."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from typing import TypeVar, cast
from urllib.parse import quote

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import negotiation
from lod.serve.budget import Budget
from lod.serve.journal import Journal
from lod.serve.limits import Limits
from lod.serve.metrics import Metrics
from lod.serve.problems import HttpError
from lod.serve.site import Site, Sites

Result = TypeVar("Result")
LANGUAGES = ("en", "ru", "de", "fr")
_ENCODINGS = ("-br", "-gzip")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What one server has, beside the release: its limits, budgets, counts and templates.

    public: the address of the server's root for others, "" for the base of the release.
    hosts: names by which it may be called, () for any. examples: the questions without parameters.
    """

    sites: Sites
    limits: Limits
    budget: Budget
    templates: Environment
    public: str = ""
    hosts: tuple[str, ...] = ()
    metrics: Metrics = field(default_factory=Metrics)
    journal: Journal = field(default_factory=Journal)
    examples: tuple[object, ...] = ()

    def root(self, site: Site) -> str:
        """Give what addresses begin with that must be absolute; it ends in a slash."""
        return self.public or site.base


def house(request: Request) -> House:
    """Give what the server has."""
    return cast("House", request.app.state.house)


def site(request: Request) -> Site:
    """Give the release that this request began with."""
    return cast("Site", request.state.site)


def up(request: Request) -> str:
    """Give the way from the request's path to the server's root: "", `../`, `../../`."""
    return "../" * (request.url.path.count("/") - 1) or "./"


def language(request: Request) -> str:
    """Choose the language of labels: what the reader likes best of those that vocabularies have."""
    return negotiation.language(request.headers.get("accept-language", ""), LANGUAGES)


def page_number(request: Request) -> int:
    """Read which page of a list is wanted; 1 when it is not said."""
    text = request.query_params.get("page", "1")
    return min(max(int(text), 1), 100_000) if text.isascii() and text.isdigit() else 1


@lru_cache(maxsize=50_000)
def quoted(path: str) -> str:
    """Spell a path below the base for an address."""
    return quote(path, safe="/:@!$&'()*+,;=-._~")


def unchanged(request: Request, etag: str, modified: datetime | None = None) -> bool:
    """Tell whether what the client holds is still so; a validator goes before a time."""
    asked = request.headers.get("if-none-match")
    if asked is not None:
        return any(_plain(one.strip()) in ("*", etag) for one in asked.split(","))
    since = _time(request.headers.get("if-modified-since", ""))
    return modified is not None and since is not None and modified <= since


def validators(etag: str, modified: datetime | None = None) -> dict[str, str]:
    """Give the headers by which a client can ask whether an answer is still so."""
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if modified is not None:
        headers["Last-Modified"] = formatdate(modified.timestamp(), usegmt=True)
    return headers


def not_modified(headers: Mapping[str, str]) -> Response:
    """Say that the client's copy is good."""
    kept = ("ETag", "Cache-Control", "Last-Modified", "Vary", "Link", "Content-Location")
    return Response(status_code=304, headers={k: v for k, v in headers.items() if k in kept})


def moment(text: str) -> datetime | None:
    """Read a time as releases write it; None when it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


async def body(request: Request, most: int, seconds: float) -> bytes:
    """Read a request's body; raises HttpError when it is too large, too slow or encoded."""
    if request.headers.get("content-encoding", "identity") != "identity":
        raise HttpError(415, "send the body without Content-Encoding")
    content = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                content += piece
                if len(content) > most:
                    raise HttpError(413, f"the body is larger than {most} bytes", limit="body")
    except TimeoutError:
        raise HttpError(408, f"the body took longer than {seconds:g} seconds") from None
    return bytes(content)


class Gone(Exception):  # noqa: N818 - it is no error: nobody waits for the answer
    """The client went away before it was answered."""


async def unless_gone(request: Request, work: Awaitable[Result]) -> Result:
    """Wait for work as long as the client does; then cancel it, and raise Gone.

    The request's body must have been read.
    """
    doing = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise Gone
        return doing.result()
    finally:
        leaving.cancel()
        doing.cancel()
        await asyncio.wait({doing})


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _plain(etag: str) -> str:
    """Take from a validator what compression added to it, and the mark of a weak one."""
    plain = etag.removeprefix("W/").removesuffix('"')
    for ending in _ENCODINGS:
        plain = plain.removesuffix(ending)
    return etag if etag == "*" else f'{plain}"'


def _time(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
