"""The query page: a form that works without scripts, examples, and answers as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from lod.serve import answer, html, web

if TYPE_CHECKING:
    from lod.serve.questions import Question

_FIRST = """SELECT ?thing ?title WHERE {
  ?thing dcterms:title ?title .
}
ORDER BY ?title
LIMIT 20
"""
_ROWS = (("JSON", "json"), ("CSV", "csv"), ("TSV", "tsv"), ("XML", "xml"))
_GRAPHS = (
    ("Turtle", "turtle"),
    ("N-Triples", "n-triples"),
    ("JSON-LD", "json-ld"),
    ("RDF/XML", "rdf-xml"),
)


class Outcome(NamedTuple):
    """What became of a query: an error in words, or what is to be shown; {} for nothing yet."""

    shown: Mapping[str, Any]
    error: str = ""
    headers: Mapping[str, str] = MappingProxyType({})
    status: int = 200


Show = Callable[[Request, Outcome], Response]


def empty(request: Request, headers: Mapping[str, str]) -> Response:
    """Show the form with a first query."""
    return _page(request, {"query": _FIRST}, Outcome({}, headers=headers))


def asked(query: str, request: Request, outcome: Outcome) -> Response:
    """Show below the query its answer, or what is wrong with it."""
    links = _downloads(f"{web.up(request)}sparql", {"query": query}, outcome.shown)
    return _page(request, {"query": query, "downloads": links}, outcome)


def question(
    one: Question, given: Mapping[str, str], request: Request, outcome: Outcome
) -> Response:
    """Show the answer to a question that has an address, and the form for its values."""
    values = {name: value for name, value in given.items() if value}
    links = _downloads(f"{web.up(request)}query/{one.name}", values, outcome.shown)
    context = {"question": one, "given": given, "query": one.text, "downloads": links}
    fewer = outcome._replace(shown={**outcome.shown, **_without(outcome.shown, values)})
    return _page(request, context, fewer)


def _without(shown: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """Leave out the columns that were given, and the texts that a link beside them says too."""
    names, rows = shown.get("names"), shown.get("rows")
    if not names or not rows:
        return {}
    linked = [at for at in range(len(names)) if all(row[at].href for row in rows)]
    kept = [
        at
        for at, name in enumerate(names)
        if name not in values
        and not any(
            at != other and not rows[0][at].href and all(r[at].text == r[other].text for r in rows)
            for other in linked
        )
    ]
    return {"names": [names[at] for at in kept], "rows": [[r[at] for at in kept] for r in rows]}


def _downloads(
    address: str, values: Mapping[str, str], shown: Mapping[str, Any]
) -> list[tuple[str, str]]:
    if not shown:
        return []
    forms = _GRAPHS if "turtle" in shown else _ROWS
    return [(name, f"{address}?{urlencode({**values, 'format': form})}") for name, form in forms]


def _page(request: Request, context: Mapping[str, Any], outcome: Outcome) -> Response:
    nothing: dict[str, Any] = {"question": None, "given": {}, **answer.EMPTY}
    there = {"examples": web.house(request).examples, "error": outcome.error}
    return html.render(
        request,
        "query.html",
        {**nothing, **there, **outcome.shown, **context},
        status=outcome.status,
        headers=outcome.headers,
    )
