"""Questions with an address each: `/query/NAME?parameter=value`, as a page, JSON, CSV and others.

A question is a file `vocab/questions/NAME.rq`: its first comment is the title, the others are
parameters (`# name: kind Label = example`; `kind!` must be given). A parameter is a variable that
the query selects. Its value gets there as a term, by substitution, never as text. The example
queries are questions without parameters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from starlette.requests import Request
from starlette.responses import Response

from lod.namespaces import WIKIDATA, XSD
from lod.serve import query_page, sparql, web
from lod.serve.asking import Asked
from lod.serve.problems import HttpError
from lod.serve.query_page import Outcome
from lod.serve.site import Site
from lod.terms import Term, iri, literal
from lod.vocabulary import load

_PARAMETER = re.compile(r"# (\w+): (entity|year|text)(!?) ([^=]+?) =(.*)")
_AUDIENCE = re.compile(r"^\w+ (?:\(\w+\) )?")
_ITEM = re.compile(rf"(?:wd:|{re.escape(WIKIDATA)})?(Q[1-9]\d{{0,15}})")
_YEAR = re.compile(r"-?\d{1,5}")
_SUFFIXES = ("json", "csv", "tsv", "xml", "html")
_OF_ITEM = "SELECT ?who ?this WHERE { ?who la:equivalent ?this } ORDER BY ?who LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question leaves open: entity (path, URI or number of Wikidata), year or text."""

    name: str
    kind: str
    label: str
    example: str
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query with a name, a title, and what must or may be given."""

    name: str
    title: str
    text: str
    params: tuple[Parameter, ...] = ()


@cache
def shipped() -> dict[str, Question]:
    """Read all questions: those with parameters, then the example queries."""
    files = sorted((load().folder / "questions").glob("*.rq"))
    found = {file.stem: _read(file.stem, file.read_text("utf-8")) for file in files}
    for name, text in load().queries().items():
        first = text.partition("\n")[0].removeprefix("# ")
        found[name] = Question(name=name, title=_AUDIENCE.sub("", first), text=text)
    return found


def _read(name: str, text: str) -> Question:
    first, *lines = text.splitlines(keepends=True)
    params, body = list[Parameter](), list[str]()
    for line in lines:
        if said := _PARAMETER.fullmatch(line.strip()):
            params.append(
                Parameter(
                    name=said[1],
                    kind=said[2],
                    label=said[4],
                    example=said[5].strip(),
                    needed=bool(said[3]),
                )
            )
        else:
            body.append(line)
    title = first.removeprefix("# ").strip()
    return Question(name=name, title=title, text="".join(body), params=tuple(params))


async def ask(request: Request) -> Response:
    """Answer a question with the values that the address gives."""
    question, form = _named(str(request.path_params["name"]))
    given = {one.name: request.query_params.get(one.name, "").strip() for one in question.params}
    asked = Asked(query=[question.text], format=form or request.query_params.get("format", ""))
    show = partial(query_page.question, question, given)
    try:
        asked.bind = await _bound(web.site(request), question, given)
    except HttpError as error:
        if not sparql.wanted(request, asked).html:
            raise
        status = error.status if any(given.values()) else 200
        what = error.what if any(given.values()) else ""
        return show(request, Outcome({}, what, {"Vary": "Accept"}, status))
    return await sparql.respond(request, asked, show)


async def of_item(site: Site, item: str) -> str:
    """Give the URI of what is an item of Wikidata here, "" when nothing is."""
    rows = await site.rows(_OF_ITEM, WIKIDATA + item)
    return str(rows[0]["who"]["value"]) if rows else ""


def _named(name: str) -> tuple[Question, str]:
    """Find a question; a suffix names the format of its answer."""
    plain, _, suffix = name.partition(".")
    found = shipped().get(plain)
    if found is None or (suffix and suffix not in _SUFFIXES) or name.endswith("."):
        raise HttpError(404, "there is no such question; /queries lists them")
    return found, suffix


async def _bound(site: Site, question: Question, given: Mapping[str, str]) -> dict[str, str]:
    """Make terms of the values; raises HttpError where one is none."""
    missing = [one.name for one in question.params if one.needed and not given[one.name]]
    if missing:
        raise HttpError(400, f"give {', '.join(missing)}")
    found = dict[str, str]()
    for one in question.params:
        value = given[one.name]
        if value:
            found[one.name] = await _term(site, one, value)
    return found


async def _term(site: Site, parameter: Parameter, value: str) -> Term:
    if parameter.kind == "year":
        if not _YEAR.fullmatch(value):
            raise HttpError(400, f"{parameter.name} is no year: {value[:40]!r}")
        return literal(str(int(value)), datatype=XSD["integer"])
    if parameter.kind == "text":
        return sparql.text_term(value[:200])
    if item := _ITEM.fullmatch(value):
        if uri := await of_item(site, item[1]):
            return iri(uri)
        raise HttpError(404, f"nothing here is {item[1]} of Wikidata")
    uri = value if value.startswith(site.base) else site.base + value
    if site.catalogue.entry(uri.removeprefix(site.base)) is None:
        what = "give a path as person/…, a URI of this dataset, or a number of Wikidata as Q855"
        raise HttpError(404, f"{parameter.name} names nothing here: {value[:80]!r}; {what}")
    return iri(uri)
