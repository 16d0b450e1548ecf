"""What a release says about a thing: its file, or what the store has of it and its fragments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lod.formats import RDF_FORMATS
from lod.iri import DESCRIPTION, ONTOLOGY, data_path
from lod.serve import web, writing
from lod.serve.site import Site
from lod.store.said import graph_said
from lod.terms import Term, Triple, iri, literal
from lod.version import VERSION
from lod.vocabulary import load

_SAID = """SELECT DISTINCT ?this ?p ?o WHERE {
  { ?this ?p ?o } UNION { GRAPH ?g { ?this ?p ?o } } } ORDER BY ?p ?o LIMIT 2000"""
_ANY = """SELECT ?this ?p WHERE {
  { ?this ?p ?o } UNION { GRAPH ?g { ?this ?p ?o } } } LIMIT 1"""
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What is said about a thing, as a file of the release or as triples.

    sha256: of the block, for a file; so its validator outlives the release.
    """

    path: str
    turtle: Path | None = None
    triples: tuple[Triple, ...] = ()
    sha256: str = ""
    modified: datetime | None = None

    def content(self, name: str, site: Site) -> bytes:
        """Write it in a syntax of RDF."""
        if self.turtle is None:
            return writing.written(self.triples, name, site.prefixes, site.base)
        file = self.turtle.with_name(f"{self.turtle.name.removesuffix('.ttl')}.{_extension(name)}")
        if name in ("turtle", "json-ld") and file.is_file():
            return file.read_bytes()
        return writing.converted(self.turtle.read_bytes(), name, site.prefixes)

    def statements(self) -> list[tuple[str, str, str]]:
        """Give its triples, sorted, each term in its N-Triples spelling."""
        if self.turtle is not None:
            return writing.parsed(self.turtle.read_bytes())
        return sorted((str(s), str(p), str(o)) for s, p, o in self.triples)

    def etag(self, name: str, site: Site) -> str:
        """Make the validator of one form of it."""
        if self.sha256:
            return f'"{self.sha256[:24]}-{name}-{VERSION}"'
        return site.etag("record", self.path, name)


async def known(site: Site, path: str) -> bool:
    """Tell whether the release says anything about the thing at a path."""
    if site.catalogue.block(path) is not None:
        return True
    this = _uri(site, path)
    return bool(this) and (this in site.graphs or bool(await site.rows(_ANY, this)))


async def data(site: Site, path: str) -> Data | None:
    """Find what is said about the thing at a path, None when nothing is."""
    block, file = site.catalogue.block(path), _file(site, path)
    if file is not None and path == DESCRIPTION:
        return Data(path=path, turtle=file)
    if block is not None and file is not None:
        modified = web.moment(site.started(block.run) or block.modified)
        return Data(path=path, turtle=file, sha256=block.sha256, modified=modified)
    if path == ONTOLOGY:  # a release of before it had files of its own
        own = f"<{site.base}{ONTOLOGY}#"
        found = tuple(one for one in load().triples(site.base) if one[0].startswith(own))
        return Data(path=path, triples=found)
    triples = tuple(sorted(set(await _said(site, path))))
    return Data(path=path, triples=triples) if triples else None


async def _said(site: Site, path: str) -> list[Triple]:
    """Collect the triples of a thing and of its fragments, as far as they lead to each other."""
    this = _uri(site, path)
    if not this:
        return []
    found, level, seen = list[Triple](), [this], {this}
    while level:
        answers = await site.several([(_SAID, one) for one in level])
        fresh = dict[str, None]()
        for subject, rows in zip(level, answers, strict=True):
            for row in rows:
                found.append((iri(subject), iri(row["p"]["value"]), term(row["o"])))
                value = str(row["o"]["value"])
                if row["o"]["type"] == "uri" and value.startswith(f"{this}#"):
                    fresh[value] = None
        level = [one for one in fresh if one not in seen][: _MOST - len(seen)]
        seen.update(level)
    return found or list(graph_said(this, site.base) if this in site.graphs else ())


def term(cell: Mapping[str, Any]) -> Term:
    """Make a term of what SPARQL's JSON says of it."""
    value = str(cell["value"])
    if cell["type"] == "uri":
        return iri(value)
    kind = cell.get("datatype")
    return literal(value, lang=cell.get("xml:lang"), datatype=iri(kind) if kind else None)


def _uri(site: Site, path: str) -> str:
    """Give the IRI at a path, "" when none can be there."""
    plain = f"{site.base}{path}"
    bad = any(char in '<>"{}|^`\\' or char <= " " or char == "\x7f" for char in plain)
    return "" if bad or len(plain) > 2000 else plain


def _file(site: Site, path: str) -> Path | None:
    """Find the Turtle file about a thing; a path that leads out of the folder has none."""
    file = site.path / f"{data_path(path)}.ttl"
    inside = not {"..", ".", ""} & set(path.split("/")) and len(path) < 1000
    return file if inside and "\x00" not in path and file.is_file() else None


def _extension(name: str) -> str:
    return RDF_FORMATS[name].extension
