"""Pages from templates: everything from data is escaped, addresses are relative and checked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import web

FOLDER = Path(__file__).parent
_SCHEMES = ("http", "https", "mailto")


def environment() -> Environment:
    """Make the environment of all templates; one serves the whole server."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["path"] = web.quoted
    made.filters["thousands"] = lambda number: f"{number:,}"
    made.filters["short"] = _short
    made.filters["bytes"] = sized
    made.tests["address"] = address
    return made


def address(text: str) -> bool:
    """Tell whether a link may lead there: to the web or a mailbox, never into a script.

    >>> address("https://a.example/"), address("javascript:alert(1)"), address("//a.example")
    (True, False, False)
    """
    try:
        return urlsplit(text.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def script(content: object) -> Markup:
    """Write JSON-LD to stand in a page; nothing in it can end the element it stands in."""
    text = orjson.dumps(content).decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - it has no character left that HTML knows


def render(
    request: Request,
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Write a page; `up` in a template leads to the server's root."""
    site = web.site(request)
    common = {
        "up": web.up(request),
        "title": site.manifest["title"],
        "publisher": site.manifest["publisher"],
        "license": site.manifest["license"],
        "version": site.version,
        "base": site.base,
        "language": "en",
    }
    text = web.house(request).templates.get_template(template).render({**common, **context})
    return Response(text, status, dict(headers or {}), "text/html")


async def kept(
    request: Request, headers: Mapping[str, str], make: Callable[[], Awaitable[Response]]
) -> Response:
    """Answer with what depends on the release and the address alone: it is written once.

    headers: with the validator, by which it is told from others. It is kept as long as there is
    room; who holds it already is told so.
    """
    pages, etag = web.site(request).pages, headers["ETag"]
    if web.unchanged(request, etag):
        return web.not_modified(headers)
    key = (etag, web.up(request))
    if (there := pages.kept(key)) is not None:
        body, media = there
        return Response(body, headers=dict(headers), media_type=media)
    made = await make()
    made.headers.update(headers)
    pages.keep(key, (made.body, made.media_type), len(made.body))
    return made


def sized(number: int) -> str:
    """Say how large a file is.

    >>> sized(512), sized(1_400_000)
    ('512 B', '1.4 MB')
    """
    size, units = float(number), ["B", "kB", "MB", "GB"]
    while size >= 1000 and len(units) > 1:
        size, units = size / 1000, units[1:]
    return f"{size:.0f} {units[0]}" if units[0] == "B" else f"{size:.1f} {units[0]}"


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
