"""Ways through the release without a search: dates, types, subjects, archives, names."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import figures, holding_page, html, shelves, told, web
from lod.serve.catalogue import SlowError
from lod.serve.lists import Choice
from lod.serve.problems import HttpError
from lod.serve.view import Shown, View

ENTITIES = {"people": "person", "bodies": "group", "places": "place"}
FACETS = {"types": "type", "subjects": "subject", "languages": "language"}
_TITLES = {
    "dates": "Records by date",
    "types": "Records by type",
    "subjects": "Records by subject",
    "languages": "Records by language",
    "archives": "Records by archive",
    "people": "People",
    "bodies": "Bodies",
    "places": "Places",
}


_UNITS = {"dates": "year", "people": "", "bodies": "", "places": ""}


class Item(NamedTuple):
    """A line of a list: its text, where it leads, how many there are, and of what."""

    text: str
    href: str
    number: int
    unit: str = ""


async def contents(request: Request) -> Response:
    """List the ways, with how many things lie on each."""

    async def make() -> Response:
        return _page(request, "Browse", {"ways": await run_in_threadpool(_ways, request)})

    return await html.kept(request, _headers(request), make)


async def way(request: Request) -> Response:
    """Show one way: a page of its list."""
    name = str(request.path_params["way"])
    if name not in _TITLES:
        raise HttpError(404, f"one can browse by {', '.join(_TITLES)}")
    return await html.kept(request, _headers(request), partial(_way, request, name))


async def _way(request: Request, name: str) -> Response:
    try:
        context = await run_in_threadpool(_list, request, name)
        if name == "archives":
            context["tree"] = await _tree(request, context["items"])
        if name == "places":
            context["map"] = await _map(request, context["items"])
    except SlowError as error:
        raise HttpError(503, str(error), limit="search_seconds") from None
    return _page(request, _TITLES[name], context)


def _headers(request: Request) -> dict[str, str]:
    site, url = web.site(request), request.url
    language = {"Vary": "Accept-Language"}
    return language | web.validators(
        site.etag("browse", url.path, url.query, web.language(request))
    )


def _page(request: Request, title: str, context: dict[str, Any]) -> Response:
    empty: dict[str, Any] = {
        "ways": [],
        "items": [],
        "tree": [],
        "timeline": None,
        "decades": [],
        "undated": 0,
        "map": None,
        "letters": [],
        "initial": "",
        "earlier": "",
        "later": "",
        "number": 0,
        "heading": title,
    }
    return html.render(request, "browse.html", empty | context)


def _ways(request: Request) -> list[Item]:
    catalogue = web.site(request).catalogue
    numbers = {"dates": len(catalogue.overview.years)}
    for name, facet in {**FACETS, "archives": "archive"}.items():
        numbers[name] = shelves.values(catalogue, facet).number
    for name, kind in ENTITIES.items():
        numbers[name] = shelves.entities(catalogue, kind).number
    return [
        Item(
            _TITLES[name],
            f"{web.up(request)}browse/{name}",
            numbers[name],
            _UNITS.get(name, name.removesuffix("s")),
        )
        for name in _TITLES
        if numbers[name]
    ]


def _list(request: Request, name: str) -> dict[str, Any]:
    if name == "dates":
        return _dates(request)
    if name in ENTITIES:
        return _entities(request, ENTITIES[name])
    return _values(request, FACETS.get(name, "archive"))


def _dates(request: Request) -> dict[str, Any]:
    years = web.site(request).catalogue.overview.years
    search = f"{web.up(request)}search?year="
    decades = dict[str, list[Item]]()
    for year, number in years:
        decades.setdefault(f"{year[:-1]}0s", []).append(Item(year, search + year, number))
    return {
        "timeline": figures.timeline(years),
        "decades": list(decades.items()),
        "undated": web.site(request).catalogue.overview.undated,
        "number": sum(number for _, number in years),
    }


def _values(request: Request, facet: str) -> dict[str, Any]:
    page = web.page_number(request)
    shelf = shelves.values(web.site(request).catalogue, facet, page)
    search = f"{web.up(request)}search?"
    items = [
        Item(one.label, search + urlencode({facet: one.value}), one.number)
        for one in shelf.items
        if isinstance(one, Choice)
    ]
    return {"items": items, **_pages(page, shelf.number, {})}


def _entities(request: Request, kind: str) -> dict[str, Any]:
    catalogue, page = web.site(request).catalogue, web.page_number(request)
    initial = request.query_params.get("initial", "")[:2]
    shelf = shelves.entities(catalogue, kind, initial, page)
    items = [
        Item(one.title or one.path, web.up(request) + web.quoted(one.path), one.number)
        for one in shelf.items
        if not isinstance(one, Choice)
    ]
    letters = [
        (one, f"?{urlencode({'initial': one})}") for one in shelves.initials(catalogue, kind)
    ]
    given = {"initial": initial} if initial else {}
    return {
        "items": items,
        "letters": letters if len(letters) > 1 else [],
        "initial": initial,
        **_pages(page, shelf.number, given),
    }


def _pages(page: int, number: int, given: dict[str, str]) -> dict[str, Any]:
    def link(other: int) -> str:
        return f"?{urlencode({**given, 'page': other})}"

    return {
        "number": number,
        "earlier": link(page - 1) if page > 1 else "",
        "later": link(page + 1) if page * shelves.PAGE < number else "",
    }


async def _tree(request: Request, archives: list[Item]) -> list[tuple[Item, Shown, list[Shown]]]:
    """Put below each archive what it is divided into, as far as holdings are described."""
    site, view = web.site(request), View(request)
    page = web.page_number(request)
    shelf = await run_in_threadpool(shelves.values, site.catalogue, "archive", page)
    codes = [one.value for one in shelf.items if isinstance(one, Choice)]
    tree = []
    for item, code in zip(archives, codes, strict=True):
        path = f"archive/{code}"
        known = await run_in_threadpool(site.catalogue.block, path)
        own = view.iri(f"{site.base}{path}", item.text) if known else Shown(text=item.text)
        tree.append((item, own, await holding_page.parts(request, view, path) if known else []))
    return tree


async def _map(request: Request, items: list[Item]) -> figures.Map | None:
    site, view = web.site(request), View(request)
    most = sorted(items, key=lambda one: -one.number)[:60]
    up = web.up(request)
    places = [
        (f"{site.base}{one.href.removeprefix(up)}", view.iri("", one.text), one.number)
        for one in most
    ]
    return figures.world(await told.points(site, places), 0.022)
