"""What surrounds a holding: the archive above it, its parts, and the records that lie in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from lod.serve import shelves, told, web
from lod.serve.told import Rows
from lod.serve.view import Shown, View

_MOST = 500
_PLACES = ("archive", "holding")
_RECORDS = f"""SELECT DISTINCT ?this ?value ?label ?date WHERE {{
  ?carrier crm:P46i_forms_part_of ?this .
  ?value crm:P128i_is_carried_by ?carrier ; dcterms:title ?label .
  OPTIONAL {{ ?value dcterms:created ?date }} }} ORDER BY ?date ?value LIMIT {_MOST}"""
# Each way up with its label: a path with `|` is searched from every thing of the store.
_UP = """SELECT DISTINCT ?this ?value ?label WHERE {
  { ?this crm:P46i_forms_part_of ?value . ?value rdfs:label ?label }
  UNION { ?this crm:P50_has_current_keeper ?value . ?value rdfs:label ?label }
  UNION { ?this crm:P198i_is_held_or_supported_by ?value . ?value rdfs:label ?label } }"""
# A folder may hold files that are no parts of it in the archive's order.
_HELD = """SELECT DISTINCT ?this ?value ?label WHERE {
  ?value crm:P198i_is_held_or_supported_by ?this ; rdfs:label ?label } ORDER BY ?value LIMIT 500"""
QUERIES = (_RECORDS, _UP, _HELD)
_DEEPEST = 8


class Holding(NamedTuple):
    """Where a holding stands, its parts, the records in it as far as they fit, their search."""

    path: list[Shown]
    parts: list[Shown]
    records: list[tuple[Shown, str]]
    more: bool
    search: str


def is_one(path: str) -> bool:
    """Tell whether a path is that of an archive or of a holding."""
    return path.partition("/")[0] in _PLACES and "/" in path and "#" not in path


async def around(request: Request, view: View, path: str, asked: list[Rows]) -> Holding:
    """Show what the index and the answers to `QUERIES` say."""
    records, up, held = asked
    site = web.site(request)
    found = {row["value"]["value"]: row for row in records}
    whole = path.count("/") == 1
    search = f"{web.up(request)}search?{urlencode({'archive': path.rpartition('/')[2]})}"
    return Holding(
        path=await _path(request, view, f"{site.base}{path}", up),
        parts=[
            *await parts(request, view, path),
            *(view.iri(uri, text) for uri, text in told.named(held, view.language)),
        ],
        records=[
            (view.iri(uri, row["label"]["value"]), row["date"]["value"] if "date" in row else "")
            for uri, row in found.items()
            if uri.startswith(site.base)
        ],
        more=len(records) == _MOST,
        search=search if whole else "",
    )


async def parts(request: Request, view: View, path: str) -> list[Shown]:
    """Name what lies one step below a holding."""
    site = web.site(request)
    paths = await run_in_threadpool(shelves.below, site.catalogue, path)
    uris = [f"{site.base}{one}" for one in paths]
    answers = await site.each(told.LABEL, uris)
    labels = told.labels(dict(zip(uris, answers, strict=True)), view.language)
    return [view.iri(uri, labels.get(uri, "")) for uri in uris]


async def _path(request: Request, view: View, this: str, first: Rows) -> list[Shown]:
    """Climb to the archive: at each step to the place whose own path begins this one's."""
    site = web.site(request)
    steps, rows, here = list[Shown](), first, this
    while rows and len(steps) < _DEEPEST:
        near = min(rows, key=partial(_distance, here))
        here = near["value"]["value"]
        if any(one.href == view.iri(here).href for one in steps):
            break
        steps.append(view.iri(here, near["label"]["value"]))
        rows = (await site.several([(_UP, here)]))[0]
    return steps[::-1]


def _distance(here: str, row: Mapping[str, Any]) -> tuple[bool, int]:
    """Say how far up a place is: first those whose paths begin the path that is here."""
    there = str(row["value"]["value"])
    return not here.startswith(f"{there}/"), -len(there)
