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
_MEND = "name it .ttl, .trig, .nt, .nq, .rdf or .jsonld"


def loaded(store: ox.Store, part: Slice, contexts: Mapping[str, str]) -> Iterator[Issue]:
    """Load a file, told by the end of its name; what is wrong comes out as Issues.

    N-Triples and N-Quads are read line by line, the others as far as the first error.
    """
    suffix = Path(part.path.removesuffix(".gz")).suffix.lower()
    with closing(open_bytes(part.path)) as stream:
        try:
            if suffix in _LINES:
                yield from _lines(store, stream, _LINES[suffix], part.name)
            elif suffix in _OTHERS:
                _parse(store, stream, _OTHERS[suffix])
            elif suffix in _XML:
                _parse(store, _plain_xml(_whole(stream)), ox.RdfFormat.RDF_XML)
            elif suffix in _JSON:
                _parse(store, _quads(_whole(stream), contexts).encode(), ox.RdfFormat.N_QUADS)
            else:
                yield _failed(part.name, f"is no file of RDF that is known; {_MEND}")
        except BROKEN as error:
            yield cut_off(part.name, error)
        except (ValueError, RecursionError, SyntaxError) as error:
            yield _failed(part.name, str(error))


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


def _parse(store: ox.Store, data: bytes | Stream, form: ox.RdfFormat) -> None:
    for quad in ox.parse(cast("bytes", data), format=form):
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
    return etree.tostring(etree.fromstring(data, parser))


def _quads(data: bytes, contexts: Mapping[str, str]) -> str:
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
        return str(jsonld.to_rdf(item, options))
    except (jsonld.JsonLdError, msgspec.DecodeError) as error:
        if missing:
            mend = f'add "{missing[0]}" = "<a file>" to [source.contexts]'
            raise ValueError(f"the context {missing[0]} is not at hand; {mend}") from None
        raise ValueError(f"is no JSON-LD: {str(error).splitlines()[0]}") from None


def _failed(name: str, message: str) -> Issue:
    return unread(name, f"the file was not read to its end: {message}")
