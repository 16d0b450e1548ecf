"""Things and the dataset in schema.org's words, as pages embed them for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from lod.mapping.schema_org import CLASSES, ROLES
from lod.namespaces import CRM, DCTERMS, LA, RDFS, SCHEMA, WGS84
from lod.serve import web
from lod.serve.card import Card
from lod.serve.told import Thing
from lod.terms import Term, value

_LIFE = {
    "person": (("birthDate", "P98i_was_born"), ("deathDate", "P100i_died_in")),
    "group": (("foundingDate", "P95i_was_formed_by"), ("dissolutionDate", "P99i_was_dissolved_by")),
}
Said = dict[str, Any]


def described(request: Request, thing: Thing, context: Mapping[str, Any]) -> Said:
    """Describe the thing of a page; what schema.org has no word for is left out."""
    site = web.site(request)
    kind = thing.entry.kind if thing.entry else ""
    said: Said = {
        "@context": "https://schema.org/",
        "@id": thing.uri,
        "@type": list(CLASSES.get(kind, ("Thing",))),
        "name": context["heading"],
        "url": f"{web.house(request).root(site)}record/{web.quoted(thing.path)}",
    }
    if kind in ("document", "object", "collection"):
        said |= _work(request, thing, context)
    elif kind in ("person", "group", "place"):
        said |= _entity(thing, kind)
    return {name: one for name, one in said.items() if one not in ("", [], None)}


def _work(request: Request, thing: Thing, context: Mapping[str, Any]) -> Said:
    site, card = web.site(request), thing.card
    said: Said = {
        "identifier": _texts(_of(card, DCTERMS["identifier"])),
        "dateCreated": _first(_of(card, DCTERMS["created"])),
        "abstract": _first(_of(card, DCTERMS["abstract"])),
        "inLanguage": [_last(one) for one in _of(card, CRM["P72_has_language"])],
        "genre": [thing.view.term(one).text for one in _of(card, CRM["P2_has_type"])],
        "keywords": [thing.view.term(one).text for one in _of(card, DCTERMS["subject"])],
        "spatialCoverage": [{"@id": value(Term(one))} for one in _of(card, DCTERMS["spatial"])],
        "isPartOf": {"@type": "Dataset", "@id": f"{site.base}description#dataset"},
        "sameAs": _texts(_of(card, SCHEMA["url"])),
    }
    for person in context["people"]:
        about = {"@type": _class(person.path), "@id": f"{site.base}{person.path}"}
        about["name"] = person.who.text
        for role in person.roles:
            said.setdefault(_property(role), []).append(about)
    if {"sender", "recipient", "ccRecipient"} & set(said):
        said["@type"] = ["ArchiveComponent", "Message"]
    return said


def _class(path: str) -> str:
    return CLASSES.get(path.partition("/")[0], ("Thing",))[0]


def _property(role: str) -> str:
    named = ROLES.get(role)
    return value(named).removeprefix(SCHEMA.base) if named else "contributor"


def _entity(thing: Thing, kind: str) -> Said:
    card = thing.card
    said: Said = {
        "alternateName": [one for one in _texts(card.called()) if one != _title(thing)],
        "sameAs": _texts(_of(card, LA["equivalent"])),
    }
    for name, event in _LIFE.get(kind, ()):
        said[name] = _first(_of(card, CRM[event], CRM["P4_has_time-span"], RDFS["label"]))
    lat, long = (_of(card, WGS84[name]) for name in ("lat", "long"))
    if kind == "place" and lat and long:
        degrees = {"latitude": float(_first(lat)), "longitude": float(_first(long))}
        said["geo"] = {"@type": "GeoCoordinates", **degrees}
    return said


def dataset(request: Request) -> Said:
    """Describe the release, with the files in which it can be fetched."""
    site = web.site(request)
    manifest, root = site.manifest, web.house(request).root(site)
    files = [str(one["name"]) for one in manifest["files"]]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{site.base}description#dataset",
        "name": manifest["title"],
        "description": site.described.about or manifest["title"],
        "url": root,
        "license": manifest["license"],
        "version": site.version,
        "publisher": {"@type": "Organization", "name": manifest["publisher"]},
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name.removeprefix("dumps/"),
                "contentUrl": f"{root}dumps/latest/{web.quoted(name.removeprefix('dumps/'))}",
                "encodingFormat": "application/gzip",
            }
            for name in files
            if name.startswith("dumps/") and name.endswith(".gz")
        ],
    }


def _title(thing: Thing) -> str:
    return thing.entry.title if thing.entry else ""


def _of(card: Card, *steps: Term) -> list[str]:
    return card.follow(*((step,) for step in steps))


def _texts(terms: list[str]) -> list[str]:
    return [value(Term(one)) for one in terms]


def _first(terms: list[str]) -> str:
    return next(iter(_texts(terms)), "")


def _last(term: str) -> str:
    return value(Term(term)).rpartition("/")[2]
