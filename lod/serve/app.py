"""Which path goes to which room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from lod.serve import (
    browse,
    dumps,
    front,
    html,
    model,
    negotiation,
    pages,
    problems,
    questions,
    resource,
    sparql,
    web,
)
from lod.serve.budget import Budget
from lod.serve.compress import Compress
from lod.serve.journal import Journal
from lod.serve.limits import Limits
from lod.serve.negotiation import HTML, Offer
from lod.serve.problems import HttpError
from lod.serve.site import Sites

_LOCAL = ("localhost", "127.0.0.1", "::1")


def build(
    folder: Path,
    limits: Limits,
    *,
    public: str = "",
    host: str = "127.0.0.1",
    journal: Journal | None = None,
) -> Starlette:
    """Make the server of an output folder; it opens the release when it starts.

    public: the address of its root for others, which is also a name that it answers to; "" takes
    the base of the release, and then any host when it listens beyond this machine. journal: where
    requests are noted.
    """
    hosts = (*_LOCAL, host, urlsplit(public).hostname or "") if _closed(public, host) else ()
    house = web.House(
        sites=Sites(folder, limits),
        limits=limits,
        budget=Budget(limits.budget_seconds / 60, limits.budget_burst),
        templates=html.environment(),
        public=public if public.endswith("/") or not public else f"{public}/",
        hosts=hosts,
        journal=journal or Journal(),
        examples=tuple(one for one in questions.shipped().values() if not one.params),
    )
    app = _Server(routes=_routes(), lifespan=_life)
    app.state.house = house
    return app


class _Server(Starlette):
    """Starlette with our outermost room around everything, the error pages too."""

    def build_middleware_stack(self) -> ASGIApp:
        """Leave out Starlette's own last door, which answers before ours can."""
        inner = ExceptionMiddleware(self.router, {HTTPException: _routed})
        return front.Front(Compress(inner), explain)


@asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    sites: Sites = app.state.house.sites
    await sites.start()
    try:
        yield
    finally:
        await sites.close()


def _routes() -> list[Route | Mount]:
    get = ["GET"]
    ask = front.room("sparql", sparql.endpoint)
    return [
        Route("/sparql", ask, methods=["GET", "POST"]),
        Route("/sparql/", ask, methods=["GET", "POST"]),
        Route("/", front.room("start", pages.start), methods=get),
        Route("/search", front.room("search", pages.search), methods=get),
        Route("/browse", front.room("browse", browse.contents), methods=get),
        Route("/browse/{way}", front.room("browse", browse.way), methods=get),
        Route("/model", front.room("model", model.page), methods=get),
        Route("/model.json", front.room("model", model.words), methods=get),
        Route("/queries", front.room("queries", pages.queries), methods=get),
        Route("/query/{name}", front.room("question", questions.ask), methods=get),
        Route("/dumps/", front.room("dumps", dumps.listing), methods=get),
        Route("/dumps/{name:path}", front.room("dumps", dumps.file), methods=get),
        Route("/health", front.room("health", pages.health), methods=get),
        Route("/metrics", front.room("metrics", pages.metrics), methods=get),
        Route("/robots.txt", front.room("static", front.plain), methods=get),
        Route("/.well-known/void", front.room("record", resource.void), methods=get),
        Mount("/static", StaticFiles(directory=html.FOLDER / "static")),
        Route("/{path:path}", front.room("record", resource.dereference), methods=get),
    ]


def explain(request: Request, error: HttpError) -> Response:
    """Explain an error: as a page to a browser, as a problem document to all others."""
    offers = (Offer("problem", problems.MEDIA), Offer("problem", "application/json"), HTML)
    if negotiation.choose(request.headers.get("accept"), offers) != HTML:
        return front.as_document(request, error)
    phrase = HTTPStatus(error.status).phrase
    headers = {"Cache-Control": "no-store", **error.headers}
    context = {"phrase": phrase, "what": error.what}
    return html.render(request, "error.html", context, status=error.status, headers=headers)


async def _routed(request: Request, error: Exception) -> Response:
    """Explain what the router refuses: no such path, no such method there."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(getattr(error, "headers", None) or {})
    what = "there is nothing here" if status == HTTPStatus.NOT_FOUND else "not in this way"
    return explain(request, HttpError(status, what, headers=headers))


def _closed(public: str, host: str) -> bool:
    return bool(public) or host in _LOCAL
