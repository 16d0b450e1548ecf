"""What became of a thing that is here no more, or under another URI: 410 with a successor, or 301.

A thing that was joined with another says `dcterms:isReplacedBy`: its URI has moved, its record
stays. A thing that a release no longer has is gone for ever; its successor is what its last record
names, else what has the same item of Wikidata or the same page on the web now.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from lod.iri import data_path
from lod.namespaces import DCTERMS, LA, SCHEMA
from lod.serve import writing
from lod.serve.site import Site
from lod.terms import Term, value

_KINDS = ("person/", "group/", "place/")
_REPLACED = "SELECT ?this ?o WHERE { ?this dcterms:isReplacedBy ?o } ORDER BY ?o LIMIT 1"
_SAME = {
    str(LA["equivalent"]): "SELECT ?who ?this WHERE { ?who la:equivalent ?this } LIMIT 5",
    str(SCHEMA["url"]): "SELECT ?who ?this WHERE { ?who schema:url ?this } LIMIT 5",
}


async def moved(site: Site, path: str) -> str:
    """Give the path to which an entity has moved, at last; "" when it has not, or in a circle."""
    seen, here = [path], path
    while here.startswith(_KINDS):
        rows = await site.rows(_REPLACED, f"{site.base}{here}")
        there = _own(site, str(rows[0]["o"]["value"])) if rows else ""
        if not there:
            return here if here != path else ""
        if there in seen:
            return ""
        seen.append(there)
        here = there
    return here if here != path else ""


async def successor(site: Site, path: str) -> str:
    """Give the path of what stands for a thing that is gone, "" when nothing does."""
    said = await run_in_threadpool(_last_said, site, path)
    for predicate, spelled in said:
        if predicate == str(DCTERMS["isReplacedBy"]):
            return _own(site, value(Term(spelled)))
    for predicate, spelled in said:
        if predicate in _SAME and spelled.startswith("<"):
            for row in await site.rows(_SAME[predicate], value(Term(spelled))):
                if found := _own(site, str(row["who"]["value"]).partition("#")[0]):
                    return found
    return ""


def _own(site: Site, uri: str) -> str:
    """Give the path of a URI that the release has, else ""."""
    path = uri.removeprefix(site.base)
    known = uri.startswith(site.base) and site.catalogue.block(path) is not None
    return path if known else ""


def _last_said(site: Site, path: str) -> list[tuple[str, str]]:
    """Read what the last release that had a thing said of it: properties and values."""
    this = f"<{site.base}{path}>"
    for file in _files(site, path):
        read = writing.parsed(file.read_bytes())
        return [(name, spelled) for subject, name, spelled in read if subject == this]
    return []


def _files(site: Site, path: str) -> Iterator[Path]:
    """Find its file in the releases that are kept, the newest first."""
    if {"..", ".", ""} & set(path.split("/")) or len(path) > 1000:
        return
    kept = [one for one in site.path.parent.iterdir() if (one / "manifest.json").is_file()]
    for folder in sorted(kept, key=lambda one: one.stat().st_mtime, reverse=True):
        file = folder / f"{data_path(path)}.ttl"
        if file.is_file():
            yield file
