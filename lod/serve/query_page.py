"""The query page: a form that works without scripts, examples, and answers as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import html, web
from lod.serve.problems import HttpError
from lod.serve.view import Shown, View
from lod.vocabulary import load

_FIRST = """SELECT ?thing ?title WHERE {
  ?thing dcterms:title ?title .
}
ORDER BY ?title
LIMIT 20
"""


def examples(request: Request) -> list[dict[str, str]]:
    """Give the example queries: name, the question they answer, text that runs here as it is."""
    site = web.site(request)
    found = []
    for name, text in load().queries().items():
        question = text.partition("\n")[0].lstrip("# ").partition(" ")[2]
        found.append({"name": name, "question": question, "text": text, "base": site.base})
    return found


def empty(request: Request, headers: Mapping[str, str]) -> Response:
    """Show the form with a first query."""
    return _page(request, {"query": _FIRST}, headers=headers)


def answered(
    request: Request, query: str, kind: str, body: bytes, headers: Mapping[str, str]
) -> Response:
    """Show the answer below the query: rows as a table, yes or no, or a graph as Turtle."""
    if kind == "graph":
        return _page(request, {"query": query, "turtle": body.decode()}, headers=headers)
    content: dict[str, Any] = orjson.loads(body)
    if kind == "truth":
        return _page(request, {"query": query, "truth": content["boolean"]}, headers=headers)
    names = content["head"]["vars"]
    view = View(request)
    rows = [[_cell(view, row.get(name)) for name in names] for row in _bindings(content)]
    return _page(request, {"query": query, "names": names, "rows": rows}, headers=headers)


def failed(request: Request, query: str, error: HttpError) -> Response:
    """Show beside the query what is wrong with it."""
    headers = {"Cache-Control": "no-store", **error.headers}
    context = {"query": query, "error": error.what}
    return _page(request, context, status=error.status, headers=headers)


def _page(
    request: Request,
    context: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    there = {
        "examples": examples(request),
        "prefixes": sorted(web.site(request).prefixes.items()),
        "error": "",
        "turtle": None,
        "truth": None,
        "names": None,
        "rows": (),
    }
    return html.render(request, "query.html", {**there, **context}, status=status, headers=headers)


def _bindings(content: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = content["results"]["bindings"]
    return rows


def _cell(view: View, term: Mapping[str, str] | None) -> Shown:
    if term is None:
        return Shown(text="")
    if term["type"] == "uri":
        return view.iri(term["value"])
    return Shown(text=str(term["value"]), lang=term.get("xml:lang", ""))
