"""Writes a few triples in any syntax that is served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from lod.publish.jsonld import JsonLdWriter, document
from lod.publish.turtle import TurtleWriter
from lod.terms import Triple, line


def written(triples: Sequence[Triple], name: str, prefixes: Mapping[str, str], base: str) -> bytes:
    """Write sorted triples as `turtle`, `json-ld`, `n-triples` or `rdf-xml`."""
    if name == "turtle":
        writer = TurtleWriter(prefixes, base)
        return f"{writer.header()}\n{writer.block(triples)}".encode()
    if name == "json-ld":
        nodes = JsonLdWriter(prefixes).nodes(triples)
        return document(dict(prefixes), nodes)
    lines = "".join(line(triple) for triple in triples).encode()
    return lines if name == "n-triples" else _rdf_xml(lines, prefixes)


def converted(turtle: bytes, name: str, prefixes: Mapping[str, str]) -> bytes:
    """Write a file of the release in another syntax."""
    read = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    lines = sorted(f"{quad.triple} .\n".encode() for quad in read)
    plain = b"".join(one for one, _ in groupby(lines))
    return plain if name == "n-triples" else _rdf_xml(plain, prefixes)


def parsed(turtle: bytes) -> list[tuple[str, str, str]]:
    """Read a file of the release as sorted triples, each term in its N-Triples spelling."""
    read = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    triples = {(str(q.subject), str(q.predicate), str(q.object)) for q in read}
    return sorted(triples, key=itemgetter(0, 1, 2))


def _rdf_xml(lines: bytes, prefixes: Mapping[str, str]) -> bytes:
    triples = (quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    form = ox.RdfFormat.RDF_XML
    found = ox.serialize(triples, format=form, prefixes=dict(prefixes))
    return (found or b"") + b"\n"
