"""What the store tells a page beside the record itself: decisions about names, labels, users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lod.serve.card import Card, Statement
from lod.serve.figures import Point
from lod.serve.lists import Found
from lod.serve.site import Site
from lod.serve.view import Shown, View
from lod.vocabulary import load

Rows = list[dict[str, Any]]
_OWN_SCHEMES = ("vocab", "archive")
_MOST_LABELS = 60
_ROLES_OF_PLACES = {"created": "place of writing", "spatial": "place that it is about"}
LABEL = "SELECT ?this ?label WHERE { ?this skos:prefLabel|rdfs:label|dcterms:title ?label }"
LINKS_OF = """SELECT DISTINCT ?this ?item ?confidence ?status ?note WHERE {
  GRAPH ?g { ?act crm:P140_assigned_attribute_to ?this ; crm:P141_assigned ?item ;
    lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }
  ORDER BY DESC(?confidence) ?item LIMIT 50"""
USERS = "SELECT DISTINCT ?this ?value ?p WHERE { ?value ?p ?this } LIMIT 100"
# Of a file with thousands of records these are some: its own page has more.
OF_FILE = """SELECT DISTINCT ?this ?value ?label ?date WHERE {
  { SELECT ?this ?value WHERE {
      ?carrier crm:P46i_forms_part_of ?this . ?value crm:P128i_is_carried_by ?carrier } LIMIT 200 }
  ?value dcterms:title ?label . OPTIONAL { ?value dcterms:created ?date } }
  ORDER BY ?date ?value LIMIT 21"""
COORDINATES = "SELECT ?this ?lat ?long { ?this wgs84:lat ?lat ; wgs84:long ?long } LIMIT 1"
# What pages ask again and again, with short answers.
SMALL = (LABEL, LINKS_OF, OF_FILE, COORDINATES)


class Thing(NamedTuple):
    """What a page is about: its URI, path, what lists know of it, and what is said."""

    uri: str
    path: str
    entry: Found | None
    card: Card
    view: View


class Link(NamedTuple):
    """What was decided about a name: the item, how surely, why; none was found when it is None."""

    item: Shown | None
    status: str
    confidence: str
    reasons: tuple[str, ...]


def links(view: View, rows: Rows) -> list[Link]:
    """Read what was decided about a name."""
    found = []
    for row in rows:
        status = row["status"]["value"].rpartition("/")[2]
        item = None if status == "none-found" else view.iri(row["item"]["value"])
        note = row["note"]["value"] if "note" in row else ""
        reasons = tuple(filter(None, note.split("; ")))
        found.append(Link(item, status.replace("-", " "), row["confidence"]["value"], reasons))
    return found


def role(name: str) -> str:
    """Name a role: by its concept, or as what a place is to a record."""
    if load().has("role", name):
        return load().label("role", name)
    return _ROLES_OF_PLACES.get(name, name.replace("-", " "))


def users(view: View, rows: Rows) -> list[Shown]:
    """Name the things that use this one, each once, though a part of it does."""
    uris = dict.fromkeys(row["value"]["value"].partition("#")[0] for row in rows)
    return [view.iri(uri) for uri in uris]


def unnamed(base: str, statements: Sequence[Statement]) -> list[str]:
    """Name the concepts whose labels no list has: those of the dataset's own schemes."""
    found = dict[str, None]()
    for _, _, spelled in statements:
        path = spelled[1:-1].removeprefix(base)
        words = path.split("/")
        if spelled.startswith(f"<{base}") and words[0] in _OWN_SCHEMES and "#" not in path:
            shipped = len(words) == 3 and load().has(words[1], words[2])
            if not shipped:
                found[spelled[1:-1]] = None
    return list(found)[:_MOST_LABELS]


def labels(answers: Mapping[str, Rows], language: str) -> dict[str, str]:
    """Choose of each IRI's labels the one in the wanted language, else an English one."""
    best = dict[str, str]()
    for uri, rows in answers.items():
        for row in sorted(rows, key=lambda row: _liked(row, language))[:1]:
            best[uri] = str(row["label"]["value"])
    return best


def named(rows: Rows, language: str) -> list[tuple[str, str]]:
    """Give the IRIs of `?value`, each once, with its best label."""
    by_value = dict[str, Rows]()
    for row in rows:
        by_value.setdefault(row["value"]["value"], []).append(row)
    return list(labels(by_value, language).items())


def _liked(row: Mapping[str, Any], language: str) -> tuple[bool, bool, str]:
    label = row.get("label", {})
    lang = label.get("xml:lang", "en")
    return lang != language, lang != "en", str(label.get("value", ""))


async def points(site: Site, places: Sequence[tuple[str, Shown, int]]) -> list[Point]:
    """Find where places are: of each the IRI, how it is shown, how often it is named."""
    answers = await site.each(COORDINATES, [uri for uri, _, _ in places])
    found = []
    for (_, shown, number), rows in zip(places, answers, strict=True):
        for row in rows:
            lat, long = (_degrees(row[name]["value"]) for name in ("lat", "long"))
            if lat is not None and long is not None:
                found.append(Point(shown.text, shown.href, lat, long, number))
    return found


def _degrees(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
