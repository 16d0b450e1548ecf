"""The model page: every class and property that the release uses, how often, what it means.

Also the words that the query page completes, from the same numbers.
"""

from __future__ import annotations

import asyncio
from functools import cache, partial
from typing import Any, NamedTuple

import orjson
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import html, web
from lod.serve.site import Site
from lod.serve.view import Shown, View
from lod.vocabulary import load

_OF_CLASS = "SELECT ?this ?s { { ?s a ?this } UNION { GRAPH ?g { ?s a ?this } } } LIMIT 1"
_OF_PROPERTY = """SELECT ?this ?s ?o {
  { ?s ?this ?o } UNION { GRAPH ?g { ?s ?this ?o } } } LIMIT 1"""
# As many questions as go to the store at once, so that a page of a record comes between.
_AT_ONCE = 20


class Used(NamedTuple):
    """A class or property: its short name, how often it is used, what it means, an example."""

    name: Shown
    number: int
    meaning: str
    anchor: str
    subject: Shown | None
    value: Shown | None


async def page(request: Request) -> Response:
    """Show all classes and properties."""
    etag = web.site(request).etag("model", web.language(request))
    headers = {"Vary": "Accept-Language", **web.validators(etag)}
    return await html.kept(request, headers, partial(_page, request))


async def _page(request: Request) -> Response:
    site, view = web.site(request), View(request)
    examples = await _examples(site)
    context = {
        "classes": [_used(view, *one, examples) for one in site.described.classes],
        "properties": [_used(view, *one, examples) for one in site.described.properties],
        "prefixes": sorted(site.prefixes.items()),
    }
    return html.render(request, "model.html", context)


async def words(request: Request) -> Response:
    """Give the words that complete a query: classes, properties and concepts, with meanings."""
    site = web.site(request)
    headers = web.validators(site.etag("words"))
    if web.unchanged(request, headers["ETag"]):
        return web.not_modified(headers)
    view = View(request)
    content = {
        "classes": _words(view, site.described.classes),
        "properties": _words(view, site.described.properties),
        "prefixes": site.prefixes,
    }
    return Response(orjson.dumps(content), headers=headers, media_type="application/json")


def _words(view: View, counted: tuple[tuple[str, int], ...]) -> list[list[str]]:
    return [[_short(view, uri), _meaning(_short(view, uri))] for uri, _ in counted]


def _short(view: View, uri: str) -> str:
    short = view.short(uri)
    return f"<{uri}>" if short == uri else short


async def _examples(site: Site) -> dict[str, dict[str, Any]]:
    """Find one use of each term; once a release, for it does not change."""
    if site.examples is None or (site.examples.done() and site.examples.exception()):
        site.examples = asyncio.ensure_future(_found(site))
    return await asyncio.shield(site.examples)


async def _found(site: Site) -> dict[str, dict[str, Any]]:
    questions = [(_OF_CLASS, uri) for uri, _ in site.described.classes]
    questions += [(_OF_PROPERTY, uri) for uri, _ in site.described.properties]
    found = dict[str, dict[str, Any]]()
    for at in range(0, len(questions), _AT_ONCE):
        some = questions[at : at + _AT_ONCE]
        for (_, uri), rows in zip(some, await site.several(some), strict=True):
            found |= {uri: rows[0]} if rows else {}
    return found


def _used(view: View, uri: str, number: int, examples: dict[str, dict[str, Any]]) -> Used:
    row = examples.get(uri, {})
    name = _short(view, uri)
    subject, value = view.cell(row.get("s")), view.cell(row.get("o"))
    anchor = name.replace(":", "-").strip("<>")
    return Used(view.iri(uri, name), number, _meaning(name), anchor, subject, value)


def _meaning(name: str) -> str:
    """Say what a term means; of one that nobody told us about, its own words must do."""
    return meanings().get(name, name.partition(":")[2].replace("_", " "))


@cache
def meanings() -> dict[str, str]:
    """Read what terms mean, by their short names."""
    rows = (load().folder / "meanings.tsv").read_text("utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)
