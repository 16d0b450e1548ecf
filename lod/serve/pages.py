"""The pages around the records: start, search, example queries; and what operators look at."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from lod.serve import html, query_page, web
from lod.serve.catalogue import PAGE, Choice, Found, Hits, Search, SlowError, chosen
from lod.serve.messages import Job
from lod.serve.problems import HttpError
from lod.serve.record_page import page_number

_FACETS = ("type", "year", "subject", "archive")


async def start(request: Request) -> Response:
    """Say what is here and how to use it."""
    site = web.site(request)
    headers = web.validators(site.etag("start"))
    if web.unchanged(request, headers["ETag"]):
        return web.not_modified(headers)
    context = await run_in_threadpool(_start, request)
    return html.render(request, "start.html", context, headers=headers)


def _start(request: Request) -> dict[str, object]:
    site = web.site(request)
    overview = site.catalogue.overview
    return {
        "kinds": overview.kinds,
        "choices": {facet: overview.choices[facet] for facet in _FACETS},
        "frequent": overview.frequent,
        "triples": int(site.manifest["triples"]),
        "endpoint": f"{web.house(request).root(site)}sparql",
        "examples": query_page.examples(request)[:5],
    }


async def search(request: Request) -> Response:
    """Find things by words and facets; a page for people, JSON for machines."""
    params = request.query_params
    asked = Search(
        words=params.get("q", "")[:300],
        kind=params.get("kind", "")[:40],
        chosen=chosen(params.multi_items()),
        page=page_number(request),
    )
    site = web.site(request)
    try:
        hits = await run_in_threadpool(site.catalogue.search, asked)
    except SlowError as error:
        headers = {"Retry-After": "5"}
        raise HttpError(503, str(error), limit="search_seconds", headers=headers) from None
    if params.get("format") == "json":
        return JSONResponse(_hits(site.base, hits))
    return html.render(request, "search.html", _listed(asked, hits))


def _hits(base: str, hits: Hits) -> dict[str, object]:
    things = [
        {"uri": base + one.path, "kind": one.kind, "title": one.title, "date": one.date}
        for one in hits.things
    ]
    choices = [one._asdict() for one in hits.choices]
    return {"number": hits.number, "things": things, "facets": choices}


def _listed(asked: Search, hits: Hits) -> dict[str, object]:
    pairs = [("q", asked.words), ("kind", asked.kind), *sorted(asked.chosen.items())]
    kept = [(name, value) for name, value in pairs if value]
    facets = dict[str, list[tuple[Choice, str]]]()
    for one in hits.choices:
        link = f"?{urlencode([*kept, (one.facet, one.value)])}"
        facets.setdefault(one.facet, []).append((one, link))
    dropped = [
        (f"{name}: {value}", f"?{urlencode([pair for pair in kept if pair[0] != name])}")
        for name, value in kept
        if name != "q"
    ]
    return {
        "asked": asked,
        "hits": hits,
        "facets": facets,
        "dropped": dropped,
        "kept": [pair for pair in kept if pair[0] != "q"],
        "first": (asked.page - 1) * PAGE + 1,
        "earlier": f"?{urlencode([*kept, ('page', asked.page - 1)])}" if asked.page > 1 else "",
        "later": f"?{urlencode([*kept, ('page', asked.page + 1)])}" if _more(asked, hits) else "",
        "marked": _marked,
    }


def _more(asked: Search, hits: Hits) -> bool:
    return asked.page * PAGE < hits.number


def _marked(one: Found) -> list[tuple[str, bool]]:
    """Give the pieces of a snippet, each with whether it is a word that was found."""
    return [(piece, at % 2 == 1) for at, piece in enumerate(one.snippet)]


async def queries(request: Request) -> Response:
    """List the example queries, each to be run or read."""
    return html.render(request, "queries.html", {"examples": query_page.examples(request)})


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
