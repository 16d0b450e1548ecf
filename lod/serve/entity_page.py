"""What surrounds a person, a body or a place: records, years, who is named beside it, where."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from lod.serve import figures, told, web
from lod.serve.catalogue import Catalogue, SlowError
from lod.serve.lists import ENTITIES, Found, Neighbour
from lod.serve.view import View

PAGE = 50
_MOST_PLACES = 40
_MOST_BESIDE = 15
# What a place is to a record, said from the place.
_HERE = {"created": "written here", "spatial": "about this place"}


class Records(NamedTuple):
    """One page of the records that name an entity, and the pages before and after it."""

    items: list[tuple[Neighbour, str]]
    earlier: str
    later: str
    search: str


class Companion(NamedTuple):
    """Someone named beside the entity, how often, and the search for both together."""

    one: Neighbour
    together: str


async def around(request: Request, view: View, entry: Found) -> dict[str, Any]:
    """Collect what a page about an entity shows beside what is said of it."""
    site = web.site(request)
    number = web.page_number(request)
    found = await run_in_threadpool(_listed, request, entry, number)
    own = [(f"{site.base}{entry.path}", view.iri(f"{site.base}{entry.path}", entry.title), 1)]
    beside = [
        (f"{site.base}{one.path}", view.iri(f"{site.base}{one.path}", one.title), one.number)
        for one in found.pop("places")
    ]
    places = own if entry.kind == "place" else beside
    return found | {"map": figures.world(await told.points(site, places))}


def _listed(request: Request, entry: Found, number: int) -> dict[str, Any]:
    catalogue = web.site(request).catalogue
    records = catalogue.records_of(entry.path, number, PAGE + 1)
    search = f"{web.up(request)}search?{urlencode({'with': entry.path})}"
    all_of = _all_beside(catalogue, entry.path)
    beside = {
        kind: _beside(request, entry, [one for one in all_of if one.kind == kind])
        for kind in ENTITIES
    }
    drawn = figures.timeline(catalogue.years(entry.path))
    return {
        "records": Records(
            [(one, _roles(one.role)) for one in records[:PAGE]],
            f"?{urlencode({'page': number - 1})}" if number > 1 else "",
            f"?{urlencode({'page': number + 1})}" if len(records) > PAGE else "",
            search,
        ),
        "beside": {kind: some for kind, some in beside.items() if some},
        "timeline": drawn,
        "places": [one for one in all_of if one.kind == "place"][:_MOST_PLACES],
    }


def _all_beside(catalogue: Catalogue, path: str) -> list[Neighbour]:
    """Give who is named beside an entity; of one that is named too often to count, nobody."""
    try:
        return catalogue.beside(path)
    except SlowError:
        return []


def _beside(request: Request, entry: Found, some: list[Neighbour]) -> list[Companion]:
    search = f"{web.up(request)}search?"
    return [
        Companion(one, search + urlencode([("with", entry.path), ("with", one.path)]))
        for one in some[:_MOST_BESIDE]
    ]


def _roles(names: str) -> str:
    roles = dict.fromkeys(names.split(", "))
    return ", ".join(_HERE.get(name) or told.role(name) for name in roles)
