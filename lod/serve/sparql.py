"""The SPARQL 1.1 Protocol, for queries: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from lod.errors import TermError
from lod.serve import answer, negotiation, query_page, service, web, writing
from lod.serve.budget import client_of
from lod.serve.messages import Job, Reply
from lod.serve.negotiation import GRAPHS, HTML, RESULTS, Offer
from lod.serve.problems import HttpError
from lod.serve.query_page import Outcome, Show
from lod.serve.view import View
from lod.serve.workers import BusyError, DiedError, OverdueError, ShareError
from lod.terms import Term, literal

_PIECE = 128 * 1024
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")
# The answer may be another one next time, though the release is the same.
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)


@dataclass(slots=True)
class Asked:
    """What a request asks: the query, the dataset it names, the format it names.

    bind: variable -> the spelled term that stands for it, for a query of ours.
    """

    query: list[str] = field(default_factory=list)
    default_graphs: list[str] = field(default_factory=list)
    named_graphs: list[str] = field(default_factory=list)
    format: str = ""
    bind: dict[str, str] = field(default_factory=dict)


class Wanted(NamedTuple):
    """How the answer is wanted, for each kind that it may turn out to be."""

    rows: Offer | None
    graph: Offer | None

    def offer(self, kind: str) -> Offer | None:
        """Give the form for a kind of answer."""
        return self.graph if kind == "graph" else self.rows

    @property
    def html(self) -> bool:
        """Tell whether a person looks at it."""
        return HTML in (self.rows, self.graph)


async def endpoint(request: Request) -> Response:
    """Answer a query; without one, describe the service (as a page, for a browser)."""
    asked = await _asked(request)
    if len(asked.query) > 1:
        raise HttpError(400, "more than one query")
    if not asked.query:
        if request.method == "POST":
            raise HttpError(400, "no query: send it as `query`")
        return _description(request, asked)
    return await respond(request, asked, partial(query_page.asked, asked.query[0]))


async def respond(request: Request, asked: Asked, show: Show) -> Response:
    """Answer one query in the form that the client wants; show: the page for people."""
    form = wanted(request, asked)
    etag = _etag(request, asked, form)
    headers = {"Vary": "Accept"}
    if etag:
        headers |= web.validators(etag)
        if web.unchanged(request, etag):
            return web.not_modified(headers)
    request.scope["state"]["query"] = asked.query[0]
    if form.html:
        headers["Vary"] = "Accept, Accept-Language"
        return await _page(request, asked, headers, show)
    job = _job(request, asked, form)
    reply = await answered(request, job)
    offer = form.offer(reply.kind)
    return _response(reply, job.spool, offer.media if offer else "", headers)


async def answered(request: Request, job: Job) -> Reply:
    """Have a stranger's query answered within all limits; raises HttpError, BusyError, Gone."""
    house, site = web.house(request), web.site(request)
    client = client_of(request.client.host if request.client else "")
    if wait := house.budget.wait(client):
        raise _spent(wait)
    began = time.monotonic()
    outcome = "gone"
    try:
        (reply,) = await web.unless_gone(request, site.pool.run([job], client))
        outcome = reply.outcome
    except ShareError as error:
        outcome = "share"
        headers = {"Retry-After": "5"}
        raise HttpError(429, str(error), limit="long_places_each", headers=headers) from None
    except (BusyError, OverdueError, DiedError) as error:
        outcome = type(error).__name__.removesuffix("Error").lower()
        raise
    finally:
        house.budget.spend(client, time.monotonic() - began)
        house.metrics.query(outcome)
    _refuse(reply, job)
    return reply


def _spent(wait: int) -> HttpError:
    what = "this client has used its query time; ask less, or fetch the dumps"
    return HttpError(429, what, limit="budget_seconds", headers={"Retry-After": str(wait)})


def _refuse(reply: Reply, job: Job) -> None:
    """Turn what is no answer into an error; raises HttpError."""
    if reply.outcome == "refused":
        raise HttpError(400, reply.detail)
    if reply.outcome == "unacceptable":
        offers = GRAPHS if reply.kind == "graph" else RESULTS
        raise HttpError(406, f"this query's answer comes as {_media(offers)}")
    if reply.outcome == "too-large":
        what = f"the answer is larger than {job.most_bytes:,} bytes: ask for less at once, LIMIT it"
        raise HttpError(422, f"{what}, or fetch the dumps", limit="result_bytes")
    if reply.outcome == "broken":
        raise HttpError(500, "the store cannot be read")


async def _asked(request: Request) -> Asked:
    asked = Asked()
    _take(asked, _fields(request.url.query))
    if request.method != "POST":
        return asked
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = media.strip().lower()
    charset = parameters.strip().lower().removeprefix("charset=").strip('"')
    if kind == "application/sparql-update":
        raise HttpError(403, "updates are refused: a release is read-only")
    if kind not in (_FORM, _DIRECT) or charset not in ("", "utf-8", "utf8"):
        headers = {"Accept-Post": f"{_FORM}, {_DIRECT}"}
        raise HttpError(415, f"send {_FORM} or {_DIRECT}, in UTF-8", headers=headers)
    limits = web.house(request).limits
    content = await web.body(request, limits.body_bytes, limits.body_seconds)
    text = _utf8(content)
    if kind == _DIRECT:
        asked.query.append(text)
    else:
        _take(asked, _fields(text))
    return asked


def _take(asked: Asked, fields: Iterable[tuple[str, str]]) -> None:
    for name, value in fields:
        if name in _UPDATES:
            raise HttpError(403, "updates are refused: a release is read-only")
        if name == "query":
            asked.query.append(value)
        elif name == "default-graph-uri":
            asked.default_graphs.append(value)
        elif name == "named-graph-uri":
            asked.named_graphs.append(value)
        elif name in ("format", "output"):
            asked.format = value


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except ValueError:
        raise HttpError(400, "the parameters are not UTF-8, or more than 200") from None


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise HttpError(400, "the body is not UTF-8") from None


def wanted(request: Request, asked: Asked) -> Wanted:
    """Choose the form for each kind that the answer may be; raises HttpError when none fits."""
    if asked.format:
        found = _named(asked.format)
        if found is None:
            raise HttpError(400, f"unknown format {asked.format[:40]!r}")
        return found
    accept = request.headers.get("accept")
    rows = negotiation.choose(accept, (*RESULTS, HTML))
    graph = negotiation.choose(accept, (*GRAPHS, HTML))
    if rows is None and graph is None:
        raise HttpError(406, f"there are {_media((*RESULTS, *GRAPHS))}")
    return Wanted(rows, graph)


def _named(name: str) -> Wanted | None:
    if name == "html":
        return Wanted(HTML, HTML)
    found = Wanted(negotiation.named(name, RESULTS), negotiation.named(name, GRAPHS))
    return found if found.rows or found.graph else None


def _media(offers: Iterable[Offer]) -> str:
    return ", ".join(dict.fromkeys(offer.media for offer in offers))


def _etag(request: Request, asked: Asked, form: Wanted) -> str:
    """Make the validator of an answer before it is known: the release does not change."""
    if _CHANGING.search(asked.query[0]):
        return ""
    graphs = [*asked.default_graphs, "", *asked.named_graphs]
    values = [f"{name} {term}" for name, term in sorted(asked.bind.items())]
    language = web.language(request) if form.html else ""
    return web.site(request).etag(asked.query[0], *graphs, *values, str(form), language)


def _job(request: Request, asked: Asked, form: Wanted) -> Job:
    rows, graph = form.rows or Offer("", ""), form.graph or Offer("", "")
    named = bool(asked.default_graphs or asked.named_graphs)
    return Job(
        text=asked.query[0],
        rows=rows.name,
        truth=rows.name,
        graph=graph.name,
        default_graphs=asked.default_graphs if named else None,
        named_graphs=asked.named_graphs if named else None,
        bind=asked.bind,
        spool=web.site(request).pool.spool(),
        most_bytes=web.house(request).limits.result_bytes,
    )


async def _page(request: Request, asked: Asked, headers: dict[str, str], show: Show) -> Response:
    """Answer a person: rows as a table, a graph as Turtle, errors beside the query."""
    plain = _job(request, asked, Wanted(Offer("json", ""), Offer("turtle", "")))
    job = msgspec.structs.replace(plain, most_bytes=web.house(request).limits.page_result_bytes)
    try:
        reply = await answered(request, job)
    except HttpError as error:
        no_store = {"Cache-Control": "no-store", **error.headers}
        return show(request, Outcome({}, error.what, no_store, error.status))
    body = b"".join(_pieces(job.spool)) if reply.spooled else reply.body
    return show(request, Outcome(answer.shown(View(request), reply.kind, body), headers=headers))


def text_term(text: str) -> Term:
    """Make a literal of what somebody typed; raises HttpError when it can be none."""
    try:
        return literal(text)
    except TermError as error:
        raise HttpError(400, str(error)) from None


def _response(reply: Reply, spool: str, media: str, headers: dict[str, str]) -> Response:
    if not reply.spooled:
        return Response(reply.body, headers=headers, media_type=media)
    # Opened now, so that the file is gone whatever becomes of the request.
    headers["Content-Length"] = str(reply.size)
    return StreamingResponse(_pieces(spool), headers=headers, media_type=media)


def _pieces(spool: str) -> Iterator[bytes]:
    path = Path(spool)
    file = path.open("rb")
    path.unlink()
    return _read(file)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _description(request: Request, asked: Asked) -> Response:
    house, site = web.house(request), web.site(request)
    if asked.format:
        offer = HTML if asked.format == "html" else negotiation.named(asked.format, GRAPHS)
    else:
        offer = negotiation.choose(request.headers.get("accept"), (*GRAPHS, HTML))
    if offer is None:
        raise HttpError(406, f"the description comes as {_media((*GRAPHS, HTML))}")
    address = f"{house.root(site)}sparql"
    headers = {"Vary": "Accept", **web.validators(site.etag("service", address, offer.name))}
    if web.unchanged(request, headers["ETag"]):
        return web.not_modified(headers)
    if offer == HTML:
        return query_page.empty(request, headers)
    triples = service.triples(site, address)
    prefixes = {**site.prefixes, "sd": service.SD.base}
    content = writing.written(triples, offer.name, prefixes, site.base)
    return Response(content, headers=headers, media_type=offer.media)
