"""The page about a thing: for a record a catalogue card, with people, places, reasons, neighbours.

What only a kind of thing has is in a module of its own: `entity_page.py`, `holding_page.py`.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lod.serve import entity_page, figures, holding_page, html, schema_org, told, web
from lod.serve.card import Card, Statement
from lod.serve.lists import ENTITIES, Neighbour
from lod.serve.lists import Found as Entry
from lod.serve.site import Site
from lod.serve.things import Data
from lod.serve.told import Link, Rows, Thing
from lod.serve.view import Shown, View
from lod.terms import Term, value

RECORDS = ("document", "object", "collection")
_FROM = ("sender", "author", "corporate-author", "creator", "artist")
_TO = ("recipient",)
_COPIES = ("copy-recipient",)
_MOST_PLACES = 24
_MOST_OF_FILE = 20
_LARGE_BYTES = 64 * 1024
_EMPTY: dict[str, Any] = {
    "letter": None,
    "people": [],
    "places": [],
    "same_file": [],
    "links": [],
    "map": None,
    "timeline": None,
    "records": None,
    "beside": {},
    "users": [],
    "holding": None,
}


class Person(NamedTuple):
    """Someone or somewhere that a record names, in which roles, and who or what that is."""

    path: str
    roles: tuple[str, ...]
    role: str
    who: Shown
    links: list[Link]


class Letter(NamedTuple):
    """Who to whom: what a card says first."""

    senders: list[Shown]
    recipients: list[Shown]
    copies: list[Shown]


async def page(request: Request, found: Data, own: str) -> Response:
    """Write the page about a thing; own: the path of the document, without suffix."""
    site = web.site(request)
    this = f"{site.base}{found.path}"
    # Handing a usual record to a thread would cost as much as reading it.
    large = found.turtle is not None and found.turtle.stat().st_size > _LARGE_BYTES
    read = await run_in_threadpool(_read, site, found) if large else _read(site, found)
    statements, entry, named = read
    known, card = told.unnamed(site.base, statements), Card(statements, this)
    files = [value(Term(one)) for one in card.files()]
    own_queries = [(query, this) for query in _queries(found.path, entry)]
    # All that the page needs is asked at once; what is small is remembered, and taken from there.
    about = [*((told.LABEL, uri) for uri in known), *_about(site, named)]
    about += [(told.OF_FILE, uri) for uri in files]
    asked = await site.several([*own_queries, *about], told.SMALL)
    labels = dict(zip(known, asked[len(own_queries) :], strict=False))
    view = View(request, told.labels(labels, web.language(request)), this)
    thing = Thing(this, found.path, entry, card, view)
    context = _EMPTY | await _own(request, thing, named, asked)
    context["same_file"] = _same_file(view, await site.each(told.OF_FILE, files), this)
    context |= {
        "heading": heading(thing),
        "kind": entry.kind if entry else _kind(found.path),
        "this": this,
        "own": f"{web.up(request)}{own}",
        "facts": _facts(thing),
        "sources": [view.term(one) for one in thing.card.sources()],
        "modified": thing.card.modified(),
    }
    context["said"] = view.said(statements, this, context["heading"])
    context["json_ld"] = html.script(schema_org.described(request, thing, context))
    return html.render(request, "record.html", context)


def _read(site: Site, found: Data) -> tuple[list[Statement], Entry | None, list[Neighbour]]:
    """Read what is said of a thing, what lists know of it, and whom it names if it is a record."""
    entry = site.catalogue.entry(found.path)
    record = entry is not None and entry.kind in RECORDS
    return found.statements(), entry, site.catalogue.named(found.path) if record else []


def _queries(path: str, entry: Entry | None) -> tuple[str, ...]:
    """Choose what the store is asked of a thing of this kind."""
    if entry is None:
        return (told.USERS, *(holding_page.QUERIES if holding_page.is_one(path) else ()))
    return () if entry.kind in RECORDS else (told.LINKS_OF,)


def _about(site: Site, named: list[Neighbour]) -> list[tuple[str, str]]:
    """Choose what the store is asked of those whom a record names: decisions, and where it is."""
    paths = dict.fromkeys((f"{site.base}{one.path}", one.kind) for one in named)
    links = [(told.LINKS_OF, uri) for uri, _ in paths]
    return links + [(told.COORDINATES, uri) for uri, kind in paths if kind == "place"]


async def _own(
    request: Request, thing: Thing, named: list[Neighbour], asked: list[Rows]
) -> dict[str, Any]:
    """Collect what only a thing of this kind has."""
    if thing.entry is None:
        users = {"users": told.users(thing.view, asked[0])}
        if not holding_page.is_one(thing.path):
            return users
        return {"holding": await holding_page.around(request, thing.view, thing.path, asked[1:4])}
    if thing.entry.kind in ENTITIES:
        around = await entity_page.around(request, thing.view, thing.entry)
        return around | {"links": told.links(thing.view, asked[0])}
    return await _record(request, thing, named)


async def _record(request: Request, thing: Thing, named: list[Neighbour]) -> dict[str, Any]:
    """Collect whom and what a record names, where that is, and what lies beside it."""
    site, view = web.site(request), thing.view
    grouped = groupby(sorted(named, key=_by_kind), key=_by_kind)
    all_of = [(kind, list(roles)) for (kind, _), roles in grouped]
    known = await site.each(told.LINKS_OF, [f"{site.base}{one[0].path}" for _, one in all_of])
    lines = [
        (is_place, _person(view, told.links(view, rows), site.base, one))
        for (is_place, one), rows in zip(all_of, known, strict=True)
    ]
    people = [one for is_place, one in lines if not is_place]
    places = [one for is_place, one in lines if is_place]
    shown = [(f"{site.base}{one.path}", one.who, 1) for one in places[:_MOST_PLACES]]
    people.sort(key=lambda one: (min(map(_rank, one.roles)), one.who.text))
    places.sort(key=lambda one: (one.roles != ("created",), one.who.text))
    return {
        "letter": _letter(people),
        "people": people,
        "places": places,
        "map": figures.world(await told.points(site, shown)),
    }


def _same_file(view: View, files: list[Rows], this: str) -> list[tuple[Shown, str]]:
    """List the other records of the files, the oldest first."""
    found = {row["value"]["value"]: row for rows in files for row in rows}
    found.pop(this, None)
    dated = [(row["date"]["value"] if "date" in row else "", uri) for uri, row in found.items()]
    return [
        (view.iri(uri, found[uri]["label"]["value"]), date)
        for date, uri in sorted(dated)[:_MOST_OF_FILE]
    ]


def _by_kind(one: Neighbour) -> tuple[bool, str]:
    return one.kind == "place", one.path


def _person(view: View, links: list[Link], base: str, all_of: list[Neighbour]) -> Person:
    """Make a line of one entity in all its roles."""
    one = all_of[0]
    uri = f"{base}{one.path}"
    roles = tuple(dict.fromkeys(each.role for each in all_of))
    words = ", ".join(dict.fromkeys(told.role(role) for role in roles))
    return Person(one.path, roles, words, view.iri(uri, one.title), links)


def _rank(role: str) -> int:
    first = (*_FROM, *_TO, *_COPIES)
    if role in first:
        return first.index(role)
    return len(first) + (role == "mentioned")


def _letter(people: list[Person]) -> Letter | None:
    """Say who wrote to whom, when somebody did."""

    def of(roles: tuple[str, ...]) -> list[Shown]:
        return [one.who for one in people if set(roles) & set(one.roles)]

    found = Letter(of(_FROM), of(_TO), of(_COPIES))
    return found if found.senders and found.recipients else None


def _facts(thing: Thing) -> list[tuple[str, list[Shown]]]:
    entity = thing.entry is not None and thing.entry.kind in ENTITIES
    # What an entity is the same as stands below, with the reasons.
    return [
        (line.heading, [thing.view.term(one) for one in line.values[:40]])
        for line in thing.card.lines(entity=entity)
        if not (entity and line.heading == "Same as")
    ]


def _kind(path: str) -> str:
    first = path.partition("/")[0]
    if first == "archive" and path.count("/") > 1:
        return "holding"
    return "concept" if first == "vocab" else first


def heading(thing: Thing) -> str:
    """Name a thing: in the reader's language when it has such a name, else as lists name it."""
    language = thing.view.language
    titles = [thing.view.term(one) for values in thing.card.names().values() for one in values]
    wanted = [one.text for one in titles if one.lang.partition("-")[0] == language]
    if wanted and (language != "en" or thing.entry is None):
        return wanted[0]
    if thing.entry is not None and thing.entry.title:
        return thing.entry.title
    if titles:
        return min(titles, key=lambda one: (one.lang != "en", one.text)).text
    return thing.path
