"""The page about a thing: a catalogue card for a record, an entity's records, else what is said."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

import orjson
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import html, web
from lod.serve.card import Card, Statement
from lod.serve.catalogue import Found, Neighbour
from lod.serve.things import Data
from lod.serve.view import Shown, View
from lod.vocabulary import load

RECORDS = ("document", "object", "collection")
PAGE = 50
_SCHEMES = ("vocab", "archive")
_MOST_LABELS = 60
_PLACES = {"created": "place of writing", "spatial": "place named"}
Rows = list[dict[str, Any]]
_LABEL = """SELECT ?this ?p ?label WHERE { ?this ?p ?label .
  FILTER(?p IN (skos:prefLabel, rdfs:label, dcterms:title)) }"""
_LINKS = """SELECT DISTINCT ?this ?thing ?item ?confidence ?status ?note WHERE {
  ?this (crm:P67_refers_to|crm:P94i_was_created_by/crm:P7_took_place_at)? ?thing .
  GRAPH ?g { ?act crm:P140_assigned_attribute_to ?thing ; crm:P141_assigned ?item ;
    lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }
  ORDER BY ?thing DESC(?confidence) ?item LIMIT 500"""
_USERS = "SELECT DISTINCT ?this ?value ?p WHERE { ?value ?p ?this } LIMIT 100"
_FILE = """SELECT ?this ?value ?label WHERE {
  ?this crm:P128i_is_carried_by/crm:P46i_forms_part_of ?file .
  ?value crm:P128i_is_carried_by/crm:P46i_forms_part_of ?file ; dcterms:title ?label .
  FILTER(?value != ?this) } LIMIT 20"""


class Link(NamedTuple):
    """What was decided about a name: the item, how surely, why; none was found when it is None."""

    item: Shown | None
    status: str
    confidence: str
    note: str


class Person(NamedTuple):
    """Someone or somewhere that a record names, in which role, and what that one is."""

    role: str
    who: Shown
    links: list[Link]


async def page(request: Request, found: Data, own: str, headers: Mapping[str, str]) -> Response:
    """Write the page about a thing; own: the path of the document, without suffix."""
    site = web.site(request)
    this = f"{site.base}{found.path}"
    statements = await run_in_threadpool(found.statements)
    entry = await run_in_threadpool(site.catalogue.entry, found.path)
    unnamed = _unnamed(site.base, statements)
    questions = [(query, this) for query in (_LINKS, _USERS, _FILE)]
    links, users, same_file, *labels = await site.several(
        [*questions, *((_LABEL, uri) for uri in unnamed)]
    )
    view = View(request, _labels(dict(zip(unnamed, labels, strict=True))), this)
    card = Card(statements, this)
    links_of = _links(view, links)
    described = entry is not None and entry.kind in RECORDS
    context = {
        "heading": _heading(view, entry, found, card),
        "kind": entry.kind if entry else found.path.partition("/")[0],
        "this": this,
        "own": f"{web.up(request)}{own}",
        "facts": [
            (line.heading, [view.term(one) for one in line.values[:40]])
            for line in card.lines(entity=entry is not None and not described)
        ],
        "links": links_of.get(this, []),
        "parts": view.parts(statements, this),
        "same_file": [view.iri(row["value"]["value"], row["label"]["value"]) for row in same_file],
    }
    more = await run_in_threadpool(_around, request, entry, (view, links_of))
    if entry is None:
        more["users"] = _users(view, users)
    context |= more
    context["json_ld"] = _schema(context, entry, this)
    return html.render(request, "record.html", context, headers=headers)


def _around(
    request: Request, entry: Found | None, shown: tuple[View, dict[str, list[Link]]]
) -> dict[str, Any]:
    """Collect the neighbours: whom a record names, or the records that name an entity."""
    empty: dict[str, Any] = {"people": [], "records": [], "beside": [], "years": [], "users": []}
    if entry is None:
        return empty | {"pages": {}}
    view, links = shown
    site, catalogue = web.site(request), web.site(request).catalogue
    number = page_number(request)
    if entry.kind in RECORDS:
        named = groupby(sorted(catalogue.named(entry.path), key=_by_kind), key=_by_kind)
        people = [_person(site.base, view, links, list(roles)) for _, roles in named]
        return empty | {"people": people, "pages": {}}
    records = catalogue.records_of(entry.path, number, PAGE + 1)
    return empty | {
        "records": records[:PAGE],
        "beside": catalogue.beside(entry.path),
        "years": catalogue.years(entry.path),
        "pages": _pages(number, more=len(records) > PAGE),
    }


def _by_kind(one: Neighbour) -> tuple[bool, str]:
    return one.kind == "place", one.path


def _person(base: str, view: View, links: dict[str, list[Link]], all_of: list[Neighbour]) -> Person:
    """Make a line of one entity in all its roles."""
    one = all_of[0]
    uri = f"{base}{one.path}"
    roles = dict.fromkeys(_role(each.role) for each in all_of)
    return Person(", ".join(roles), view.iri(uri, one.title), links.get(uri, []))


def _role(name: str) -> str:
    if load().has("role", name):
        return load().label("role", name)
    return _PLACES.get(name, name)


def _links(view: View, rows: Rows) -> dict[str, list[Link]]:
    found = dict[str, list[Link]]()
    for row in rows:
        status = row["status"]["value"].rpartition("/")[2]
        none = status == "none-found"
        link = Link(
            None if none else view.iri(row["item"]["value"]),
            status.replace("-", " "),
            row["confidence"]["value"],
            row["note"]["value"] if "note" in row else "",
        )
        found.setdefault(row["thing"]["value"], []).append(link)
    return found


def _english_first(row: Mapping[str, Any]) -> tuple[bool, str]:
    label = row.get("label", {})
    return label.get("xml:lang", "en") != "en", str(label.get("value", ""))


def _users(view: View, rows: Rows) -> list[Shown]:
    """Name the things that use this one, each once, though a part of it does."""
    uris = dict.fromkeys(row["value"]["value"].partition("#")[0] for row in rows)
    return [view.iri(uri) for uri in uris]


def _unnamed(base: str, statements: list[Statement]) -> list[str]:
    """Name the concepts whose labels no list has: those of the dataset's own schemes."""
    found = dict[str, None]()
    for _, _, spelled in statements:
        path = spelled[1:-1].removeprefix(base)
        words = path.split("/")
        if spelled.startswith(f"<{base}") and words[0] in _SCHEMES and "#" not in path:
            shipped = len(words) == 3 and load().has(words[1], words[2])
            if not shipped:
                found[spelled[1:-1]] = None
    return list(found)[:_MOST_LABELS]


def _labels(answers: Mapping[str, Rows]) -> dict[str, str]:
    best = dict[str, str]()
    for uri, rows in answers.items():
        for row in sorted(rows, key=_english_first)[:1]:
            best[uri] = str(row["label"]["value"])
    return best


def _heading(view: View, entry: Found | None, found: Data, card: Card) -> str:
    if entry is not None and entry.title:
        return entry.title
    for values in card.names().values():
        shown = [view.term(one) for one in values]
        return min(shown, key=lambda one: (one.lang != "en", one.text)).text
    return found.path


def _schema(context: Mapping[str, Any], entry: Found | None, this: str) -> Markup:
    """Describe the thing in schema.org's words; nothing in it can end the element it stands in."""
    kinds = {"person": "Person", "group": "Organization", "place": "Place", "document": "Message"}
    kind = kinds.get(entry.kind if entry else "", "Thing")
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@id": this,
        "@type": kind,
        "name": context["heading"],
    }
    items = [link.item.href for link in context["links"] if link.item and link.status == "accepted"]
    if items:
        content["sameAs"] = items
    if entry is not None and entry.date and kind == "Message":
        content["dateCreated"] = entry.date
    text = orjson.dumps(content).decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - it has no character left that HTML knows


def page_number(request: Request) -> int:
    """Read which page of a list is wanted; 1 when it is not said."""
    text = request.query_params.get("page", "1")
    return min(max(int(text), 1), 100_000) if text.isascii() and text.isdigit() else 1


def _pages(number: int, *, more: bool) -> dict[str, str]:
    return {
        "earlier": f"?{urlencode({'page': number - 1})}" if number > 1 else "",
        "later": f"?{urlencode({'page': number + 1})}" if more else "",
    }
