"""Loads one file of RDF into a store; no entity is expanded and no context fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import msgspec
import pyoxigraph as ox
from lxml import etree

from lod.config import Source
from lod.issue import Issue
from lod.sources import DEPTH_LIMIT, ROW_LIMIT, SLICE_BYTES, Slice
from lod.sources.files import BROKEN, Stream, cut_off, open_bytes, unread
from lod.sources.objects import deep
from lod.sources.pieces import LineCutter, Whole, pieces
from lod.sources.prolog import refusal

_LARGEST = 4 * ROW_LIMIT
_JSON = (".jsonld", ".json")
_XML = (".rdf", ".xml", ".owl")
_LINES = {".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS}
_OTHERS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".n3": ox.RdfFormat.N3}
_PLAIN = (*_LINES, *_OTHERS, *_XML, *_JSON)
SUFFIXES = (*_PLAIN, *(f"{suffix}.gz" for suffix in _PLAIN))
# `xml:lang=""` ends the language of the elements above; the parser takes only tags.
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_LANGUAGE = "x-without"
# As the parser says it; and what stands for a base where there is none.
_NO_SCHEME, _RELATIVE = "No scheme found", "x-relative:///"
_MEND = "name it .ttl, .trig, .nt, .nq, .rdf or .jsonld"


def loaded(store: ox.Store, part: Slice, source: Source) -> Iterator[Issue]:
    """Load a file, told by the end of its name; what is wrong comes out as Issues.

    N-Triples and N-Quads are read line by line, the others as far as the first error.
    """
    suffix = Path(part.path.removesuffix(".gz")).suffix.lower()
    with closing(open_bytes(part.path)) as stream:
        try:
            if suffix in _LINES:
                yield from _lines(store, stream, _LINES[suffix], part.name)
            elif suffix in _OTHERS:
                _parse(store, stream, _OTHERS[suffix], source.base)
            elif suffix in _XML:
                _parse(store, _plain_xml(_whole(stream)), ox.RdfFormat.RDF_XML, source.base)
            elif suffix in _JSON:
                quads = _quads(_whole(stream), source.contexts, source.base)
                _parse(store, quads.encode(), ox.RdfFormat.N_QUADS)
            else:
                yield _failed(part.name, f"is no file of RDF that is known; {_MEND}")
        except BROKEN as error:
            yield cut_off(part.name, error)
        except (ValueError, RecursionError, SyntaxError) as error:
            yield _failed(part.name, f"{error}{_hint(str(error), source)}")


def _lines(store: ox.Store, stream: Stream, form: ox.RdfFormat, name: str) -> Iterator[Issue]:
    for piece in pieces(Whole(stream, name), LineCutter(), SLICE_BYTES):
        if isinstance(piece, Issue):
            yield piece
            continue
        try:
            _parse(store, piece.data, form)
        except (SyntaxError, ValueError):
            for place, line in enumerate(piece.data.split(b"\n"), piece.first):
                yield from _line(
                    store,
                    line,
                    form,
                    Issue(
                        message="", code="rdf/broken", severity="error", source=name, row=str(place)
                    ),
                )


def _line(store: ox.Store, line: bytes, form: ox.RdfFormat, where: Issue) -> Iterator[Issue]:
    try:
        _parse(store, line, form)
    except (SyntaxError, ValueError) as error:
        value = line[:200].decode("utf-8", "replace")
        yield replace(where, message=f"the line was left out: {error}", value=value)


def _hint(error: str, source: Source) -> str:
    """Say what is missing where an address does not say where it begins."""
    if source.base or _NO_SCHEME not in error:
        return ""
    mend = 'say against what by base = "https://..." in [source]'
    return f"; addresses in this file are relative: {mend}"


def _parse(store: ox.Store, data: bytes | Stream, form: ox.RdfFormat, base: str = "") -> None:
    for quad in ox.parse(cast("bytes", data), format=form, base_iri=base or None):
        value = quad.object
        if isinstance(value, ox.Literal) and value.language == _NO_LANGUAGE:
            quad = ox.Quad(quad.subject, quad.predicate, ox.Literal(value.value), quad.graph_name)
        store.add(quad)


def _whole(stream: Stream) -> bytes:
    data = b""
    while more := stream.read(1 << 20):
        data += more
        if len(data) > _LARGEST:
            raise ValueError(f"longer than {_LARGEST >> 20} MiB; use .nt or .ttl for so much")
    return data


def _plain_xml(data: bytes) -> bytes:
    """Read XML where entities are not expanded and write it again without its DOCTYPE."""
    if why := refusal(data):
        raise ValueError(why)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    for element in root.iter("*"):
        if not element.get(_LANGUAGE, "en").strip():
            element.set(_LANGUAGE, _NO_LANGUAGE)
    return etree.tostring(root)


def _quads(data: bytes, contexts: Mapping[str, str], base: str) -> str:
    """Expand JSON-LD with the contexts at hand; raises ValueError that names one that is not."""
    missing: list[str] = []

    def load(address: str, _options: object = None) -> dict[str, Any]:
        if address not in contexts:
            missing.append(address)
            raise ValueError(address)
        document = msgspec.json.decode(Path(contexts[address]).read_bytes())
        return {"contextUrl": None, "documentUrl": address, "document": document}

    # Loaded only here: most sources are no RDF, and every worker would carry it.
    from pyld import jsonld  # noqa: PLC0415

    try:
        item = msgspec.json.decode(data)
        if deep(item):
            raise ValueError(f"nests deeper than {DEPTH_LIMIT} levels")
        options = {"format": "application/n-quads", "documentLoader": load}
        quads = str(jsonld.to_rdf(item, options | {"base": base or _RELATIVE}))
        if f"<{_RELATIVE}" in quads:
            raise ValueError(_NO_SCHEME)
        return quads
    except (jsonld.JsonLdError, msgspec.DecodeError) as error:
        if missing:
            mend = f'add "{missing[0]}" = "<a file>" to [source.contexts]'
            raise ValueError(f"the context {missing[0]} is not at hand; {mend}") from None
        raise ValueError(f"is no JSON-LD: {str(error).splitlines()[0]}") from None


def _failed(name: str, message: str) -> Issue:
    return unread(name, f"the file was not read to its end: {message}")
