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
from lod.serve.catalogue import Found, Neighbour
from lod.serve.things import Data
from lod.serve.view import Shown, View
from lod.vocabulary import load

RECORDS = ("document", "object", "collection")
PAGE = 50
_PLACES = {"created": "place of writing", "spatial": "place named"}
Rows = list[dict[str, Any]]
_LABELLED = "OPTIONAL { ?value rdfs:label|skos:prefLabel ?label }"
# Each way by itself is a look-up; as one path, all labels of the release would be read.
_LABELS = """SELECT ?this ?value ?label WHERE {
  { ?this ?p ?value . ?value skos:prefLabel ?label }
  UNION { ?this ?p ?value . ?value rdfs:label ?label }
  UNION { ?this ?p ?value . ?value dcterms:title ?label } }"""
_LINKS = """SELECT DISTINCT ?this ?thing ?item ?confidence ?status ?note WHERE {
  ?this (crm:P67_refers_to|crm:P94i_was_created_by/crm:P7_took_place_at)? ?thing .
  GRAPH ?g { ?act crm:P140_assigned_attribute_to ?thing ; crm:P141_assigned ?item ;
    lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }
  ORDER BY ?thing DESC(?confidence) ?item LIMIT 500"""
_USERS = "SELECT DISTINCT ?this ?value ?p WHERE { ?value ?p ?this } LIMIT 100"
_FILE = """SELECT DISTINCT ?this ?value ?label WHERE {
  ?this crm:P128i_is_carried_by/crm:P46i_forms_part_of ?file .
  ?value crm:P128i_is_carried_by/crm:P46i_forms_part_of ?file ; dcterms:title ?label .
  FILTER(?value != ?this) } ORDER BY ?value LIMIT 20"""
_FACTS = {
    "Type": f"SELECT * WHERE {{ ?this dcterms:type|crm:P2_has_type ?value {_LABELLED} }}",
    "Date": "SELECT * WHERE { ?this dcterms:created|dcterms:date ?value }",
    "Date as written": """SELECT * WHERE { ?this
      (crm:P94i_was_created_by|crm:P108i_was_produced_by)/crm:P4_has_time-span
      /crm:P1_is_identified_by/crm:P190_has_symbolic_content ?value }""",
    "Summary": "SELECT * WHERE { ?this dcterms:abstract ?value }",
    "Note": "SELECT * WHERE { ?this dcterms:description ?value }",
    "Language": f"SELECT * WHERE {{ ?this crm:P72_has_language ?value {_LABELLED} }}",
    "Subject": f"SELECT * WHERE {{ ?this dcterms:subject ?value {_LABELLED} }}",
    "Kept": """SELECT * WHERE { ?this crm:P128i_is_carried_by ?copy .
      ?copy crm:P50_has_current_keeper ?keeper ;
        crm:P48_has_preferred_identifier/crm:P190_has_symbolic_content ?label .
      OPTIONAL { ?copy crm:P46i_forms_part_of ?file } BIND(COALESCE(?file, ?keeper) AS ?value) }""",
    "Identifier": "SELECT * WHERE { ?this dcterms:identifier ?value }",
    "Web page": "SELECT * WHERE { ?this schema:url ?value }",
    "Rights": f"SELECT * WHERE {{ ?this dcterms:rights|dc:rights ?value {_LABELLED} }}",
    "Also called": """SELECT * WHERE { ?this crm:P1_is_identified_by ?name .
      ?name a crm:E33_E41_Linguistic_Appellation ; crm:P190_has_symbolic_content ?value }""",
    "Replaced by": "SELECT * WHERE { ?this dcterms:isReplacedBy ?value }",
    "Definition": "SELECT * WHERE { ?this skos:definition|rdfs:comment ?value }",
    "Broader": f"SELECT * WHERE {{ ?this skos:broader ?value {_LABELLED} }}",
    "Same as": "SELECT * WHERE { ?this la:equivalent|skos:exactMatch|skos:closeMatch ?value }",
}
_QUERIES = (_LABELS, _LINKS, _USERS, _FILE, *_FACTS.values())


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
    answers = await site.several([(query, this) for query in _QUERIES])
    labels, links, users, same_file, *facts = answers
    view = View(request, _labels(labels), this)
    entry = await run_in_threadpool(site.catalogue.entry, found.path)
    links_of = _links(view, links)
    statements = await run_in_threadpool(found.statements)
    context = {
        "heading": _heading(view, entry, found, statements),
        "kind": entry.kind if entry else found.path.partition("/")[0],
        "this": this,
        "own": f"{web.up(request)}{own}",
        "facts": _facts(view, dict(zip(_FACTS, facts, strict=True)), entry),
        "links": links_of.get(this, []),
        "parts": view.parts(statements, this),
        "same_file": [view.iri(row["value"]["value"], row["label"]["value"]) for row in same_file],
        "described": entry is not None and entry.kind in RECORDS,
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


def _facts(view: View, answers: dict[str, Rows], entry: Found | None) -> list[tuple[str, Any]]:
    """Give the lines of the card, each value once, English labels first."""
    found = []
    for name, rows in answers.items():
        if name == "Also called" and (entry is None or entry.kind in RECORDS):
            continue
        best = dict[str, Shown]()
        for row in sorted(rows, key=_english_first):
            best.setdefault(row["value"]["value"], _shown(view, row))
        if best:
            found.append((name, list(best.values())[:40]))
    return found


def _shown(view: View, row: Mapping[str, Any]) -> Shown:
    label = row["label"]["value"] if "label" in row else ""
    cell = row["value"]
    if cell["type"] == "uri":
        return view.iri(cell["value"], label)
    return Shown(text=cell["value"], lang=cell.get("xml:lang", ""))


def _english_first(row: Mapping[str, Any]) -> tuple[bool, str]:
    label = row.get("label", {})
    return label.get("xml:lang", "en") != "en", str(label.get("value", ""))


def _users(view: View, rows: Rows) -> list[Shown]:
    """Name the things that use this one, each once, though a part of it does."""
    uris = dict.fromkeys(row["value"]["value"].partition("#")[0] for row in rows)
    return [view.iri(uri) for uri in uris]


def _labels(rows: Rows) -> dict[str, str]:
    best = dict[str, str]()
    for row in sorted(rows, key=_english_first):
        best.setdefault(row["value"]["value"], row["label"]["value"])
    return best


def _heading(
    view: View, entry: Found | None, found: Data, statements: list[tuple[str, str, str]]
) -> str:
    if entry is not None and entry.title:
        return entry.title
    mine = [one for one in statements if one[0].endswith(f"/{found.path}>")]
    for ending in ("#prefLabel>", "#label>", "/title>"):
        named = [view.term(one[2]) for one in mine if one[1].endswith(ending)]
        for shown in sorted(named, key=lambda one: (one.lang != "en", one.text)):
            return shown.text
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
    found = dict[str, str]()
    if number > 1:
        found["earlier"] = f"?{urlencode({'page': number - 1})}"
    if more:
        found["later"] = f"?{urlencode({'page': number + 1})}"
    return found
