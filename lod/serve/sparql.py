"""The SPARQL 1.1 Protocol, for queries: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from lod.errors import LodError, TermError
from lod.serve import answer, asking, negotiation, query_page, service, web, writing
from lod.serve.asking import Asked, Wanted
from lod.serve.budget import client_of
from lod.serve.messages import Job, Reply
from lod.serve.negotiation import ANSWERS, GRAPHS, HTML, RESULTS, Offer
from lod.serve.problems import HttpError
from lod.serve.process import Found
from lod.serve.query_page import Outcome, Show
from lod.serve.view import View
from lod.serve.workers import ShareError
from lod.terms import Term, literal

_PIECE = 128 * 1024
_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_SHOWN = Wanted(Offer("json", ""), Offer("turtle", ""), html=False, key="")


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
    etag = asked.etag(web.site(request), form, web.language(request) if form.html else "")
    headers = {"Vary": "Accept"}
    if etag:
        headers |= web.validators(etag)
        if web.unchanged(request, etag):
            return web.not_modified(headers)
    request.scope["state"]["query"] = asked.query[0]
    if form.html:
        headers["Vary"] = "Accept, Accept-Language"
        return await _page(request, asked, headers, show)
    reply, spool = await _answered(request, asked, form, web.house(request).limits.result_bytes)
    offer = form.offer(reply.kind)
    return _response(reply, spool, offer.media if offer else "", headers)


def wanted(request: Request, asked: Asked) -> Wanted:
    """Choose the form for each kind that the answer may be; raises HttpError when none fits."""
    return asking.wanted(request.headers.get("accept"), asked.format)


async def _answered(
    request: Request, asked: Asked, form: Wanted, most_bytes: int
) -> tuple[Reply, str]:
    """Have a stranger's query answered within all limits; gives where a large answer waits.

    Raises HttpError, BusyError, OverdueError, DiedError, Gone. What the short way has found
    already (`express.py`) is not asked again.
    """
    job, found = request.scope["state"].pop("found", (None, None))
    if job is None:
        job = asked.job(form, web.site(request).pool.spool(), most_bytes)
        found = await _found(request, job)
    if isinstance(found, ShareError):
        headers = {"Retry-After": "5"}
        raise HttpError(429, str(found), limit="long_places_each", headers=headers)
    if isinstance(found, LodError):
        raise found
    _refuse(found[0], job)
    return found[0], job.spool


async def _found(request: Request, job: Job) -> Found:
    house, site = web.house(request), web.site(request)
    client = client_of(request.client.host if request.client else "")
    if wait := house.budget.wait(client):
        what = "this client has used its query time; ask less, or fetch the dumps"
        headers = {"Retry-After": str(wait)}
        raise HttpError(429, what, limit="budget_seconds", headers=headers)
    began = time.monotonic()
    try:
        found: Found = await web.unless_gone(request, site.pool.run([job], client))
    except LodError as error:
        found = error
    except web.Gone:
        asking.book(house, client, began, None)
        raise
    asking.book(house, client, began, found)
    return found


def _refuse(reply: Reply, job: Job) -> None:
    """Turn what is no answer into an error; raises HttpError."""
    if reply.outcome == "refused":
        raise HttpError(400, reply.detail)
    if reply.outcome == "unacceptable":
        offers = ANSWERS if reply.kind == "graph" else RESULTS
        raise HttpError(406, f"this query's answer comes as {asking.media(offers)}")
    if reply.outcome == "too-large":
        what = f"the answer is larger than {job.most_bytes:,} bytes: ask for less at once, LIMIT it"
        raise HttpError(422, f"{what}, or fetch the dumps", limit="result_bytes")
    if reply.outcome == "broken":
        raise HttpError(500, "the store cannot be read")


async def _asked(request: Request) -> Asked:
    asked = Asked()
    asked.take(request.url.query)
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
        asked.take(text)
    return asked


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise HttpError(400, "the body is not UTF-8") from None


async def _page(request: Request, asked: Asked, headers: dict[str, str], show: Show) -> Response:
    """Answer a person: rows as a table, a graph as Turtle, errors beside the query."""
    try:
        most = web.house(request).limits.page_result_bytes
        reply, spool = await _answered(request, asked, _SHOWN, most)
    except HttpError as error:
        no_store = {"Cache-Control": "no-store", **error.headers}
        return show(request, Outcome({}, error.what, no_store, error.status))
    body = b"".join(_pieces(spool)) if reply.spooled else reply.body
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
        raise HttpError(406, f"the description comes as {asking.media((*GRAPHS, HTML))}")
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
