"""The pages around the records: start, search, example queries; and what operators look at."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from lod.serve import figures, html, schema_org, web
from lod.serve.catalogue import PAGE, SORTS, Hits, Search, SlowError, chosen
from lod.serve.examples import examples
from lod.serve.lists import Choice, Found
from lod.serve.messages import Job
from lod.serve.problems import HttpError

_NEWEST, _OLDEST = ("newest", "newest first"), "oldest first"
_SORTS = {
    True: (("", "best first"), ("oldest", _OLDEST), _NEWEST),
    False: (("", _OLDEST), _NEWEST),
}
_FACETS = ("type", "year", "subject", "archive")


async def start(request: Request) -> Response:
    """Say what is here and how to use it."""

    async def make() -> Response:
        context = await run_in_threadpool(_start, request)
        some = (await examples(web.site(request)))[:12]
        return html.render(request, "start.html", {**context, "examples": some})

    return await html.kept(request, web.validators(web.site(request).etag("start")), make)


def _start(request: Request) -> dict[str, object]:
    site = web.site(request)
    overview = site.catalogue.overview
    return {
        "kinds": overview.kinds,
        "choices": {facet: overview.choices[facet] for facet in _FACETS},
        "frequent": overview.frequent,
        "triples": int(site.manifest["triples"]),
        "endpoint": f"{web.house(request).root(site)}sparql",
        "about": site.described.about,
        "timeline": figures.timeline(site.catalogue.overview.years),
        "json_ld": html.script(schema_org.dataset(request)),
    }


async def search(request: Request) -> Response:
    """Find things by words and facets; a page for people, JSON for machines."""
    params = request.query_params
    asked = Search(
        words=params.get("q", "")[:300],
        kind=params.get("kind", "")[:40],
        chosen=chosen(params.multi_items()),
        named=tuple(params.getlist("with")[:5]),
        page=web.page_number(request),
        sort=params.get("sort", "") if params.get("sort") in SORTS else "",
    )
    form = "json" if params.get("format") == "json" else "html"
    headers = web.validators(web.site(request).etag("search", form, repr(asked)))
    return await html.kept(request, headers, partial(_search, request, asked, form))


async def _search(request: Request, asked: Search, form: str) -> Response:
    site = web.site(request)
    try:
        hits = await run_in_threadpool(site.catalogue.search, asked)
    except SlowError as error:
        headers = {"Retry-After": "5"}
        raise HttpError(503, str(error), limit="search_seconds", headers=headers) from None
    if form == "json":
        return JSONResponse(_hits(site.base, hits))
    context = await run_in_threadpool(_listed, request, asked, hits)
    return html.render(request, "search.html", context)


def _hits(base: str, hits: Hits) -> dict[str, object]:
    things = [
        {"uri": base + one.path, "kind": one.kind, "title": one.title, "date": one.date}
        for one in hits.things
    ]
    return {
        "number": hits.number,
        "things": things,
        "facets": [one._asdict() for one in hits.choices],
        "having": {name: {"things": n, "values": v} for name, (n, v) in hits.having.items()},
    }


def _listed(request: Request, asked: Search, hits: Hits) -> dict[str, object]:
    names = [("with", one) for one in asked.named]
    pairs = [("q", asked.words), ("kind", asked.kind), *sorted(asked.chosen.items()), *names]
    kept = [(name, value) for name, value in [*pairs, ("sort", asked.sort)] if value]
    narrowed = [
        (_shown(request, *pair), f"?{urlencode([one for one in kept if one != pair])}")
        for pair in kept
        if pair[0] not in ("q", "sort")
    ]
    return {
        "asked": asked,
        "hits": hits,
        "facets": _facets(hits, kept),
        "dropped": narrowed,
        "kept": [pair for pair in kept if pair[0] not in ("q", "sort")],
        "sorts": _SORTS[bool(asked.words)],
        "first": (asked.page - 1) * PAGE + 1,
        "json": f"?{urlencode([*kept, ('format', 'json')])}",
        "earlier": f"?{urlencode([*kept, ('page', asked.page - 1)])}" if asked.page > 1 else "",
        "later": f"?{urlencode([*kept, ('page', asked.page + 1)])}" if _more(asked, hits) else "",
        "marked": _marked,
    }


def _shown(request: Request, name: str, value: str) -> str:
    """Name a condition of a search in words."""
    if name == "with":
        found = web.site(request).catalogue.entry(value)
        return f"names {found.title if found else value}"
    return f"{name}: {value}"


class Facet(NamedTuple):
    """A facet of a search: its choices with links, what they leave out, what has none of it."""

    name: str
    choices: list[tuple[Choice, str]]
    others: int
    without: int


def _facets(hits: Hits, kept: list[tuple[str, str]]) -> list[Facet]:
    found = []
    for name, (things, values) in hits.having.items():
        choices = [
            (one, f"?{urlencode([*kept, (name, one.value)])}")
            for one in hits.choices
            if one.facet == name
        ]
        found.append(Facet(name, choices, values - len(choices), hits.number - things))
    return found


def _more(asked: Search, hits: Hits) -> bool:
    return asked.page * PAGE < hits.number


def _marked(one: Found) -> list[tuple[str, bool]]:
    """Give the pieces of a snippet, each with whether it is a word that was found."""
    return [(piece, at % 2 == 1) for at, piece in enumerate(one.snippet)]


async def queries(request: Request) -> Response:
    """List the example queries, each to be run or read."""

    async def make() -> Response:
        return html.render(request, "queries.html", {"examples": await examples(web.site(request))})

    return await html.kept(request, web.validators(web.site(request).etag("queries")), make)


async def health(request: Request) -> Response:
    """Tell whether queries are answered: one is asked, in a place for strangers' queries."""
    site = web.site(request)
    (reply,) = await site.pool.run([Job("ASK {}")])
    good = reply.outcome == "done"
    content = {"status": "ok" if good else "failing", "release": site.version}
    return JSONResponse(content, 200 if good else 503, {"Cache-Control": "no-store"})


async def metrics(request: Request) -> Response:
    """Give counts and times to Prometheus."""
    site, house = web.site(request), web.house(request)
    memory = await run_in_threadpool(_memory, [*site.pool.pids(), *site.lane.pids()])
    gauges = (
        ("lod_workers", "Processes that answer queries.", len(site.pool.pids())),
        ("lod_workers_busy", "Of them, those at work.", site.pool.running),
        ("lod_workers_ended", "Processes ended and replaced.", site.pool.killed),
        ("lod_workers_bytes", "Memory of all of them.", memory),
        ("lod_release_triples", "Triples in the release.", int(site.manifest["triples"])),
    )
    media = "text/plain; version=0.0.4; charset=utf-8"
    return PlainTextResponse(house.metrics.text(gauges), media_type=media)


def _memory(pids: list[int]) -> int:
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123
                total += int(file.read().split()[1]) * 4096
        except (OSError, IndexError, ValueError):
            continue
    return total
