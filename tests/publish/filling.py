"""Other records of the same shape: every word another one, the same words still the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

import msgspec

from lod.config import Dataset
from lod.entity import Entity
from lod.holes import OpenError
from lod.iri import Uris
from lod.mapping import PROFILES
from lod.mapping.opened import Opener
from lod.mapping.provenance import Stamp, record_node
from lod.mapping.shape import Shape, Shaper
from lod.mapping.shared import Shared, describe
from lod.publish import template as templates
from lod.publish.jsonld import JsonLdWriter
from lod.publish.spelled import Spelled, Told, Writers
from lod.publish.template import Filled, Template, Values
from lod.publish.turtle import TurtleWriter
from lod.record import Record, Snapshot
from lod.terms import Triple
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known

WHO, WORDS, URIS = Known(), load(), Uris(DATASET.base)
SHAPER = Shaper(DATASET, WORDS)
RUN, DAY = "0123456789ab", "2026-01-01"
LEVELS = ("fond", "opis", "papka", "delo", "listy", "bestand")
_WORDS = {"value", "label", "verbatim", "name", "identifier", "parts"}


def writers(dataset: Dataset = DATASET) -> Writers:
    """Make fresh writers."""
    base = dataset.base
    context = WORDS.context(base)["@context"]
    turtle = TurtleWriter(WORDS.prefixes(base), base)
    return Writers(turtle, JsonLdWriter(context), f"{base}context.jsonld")


def shaped(record: Record) -> Record:
    """Take from a record what gives it no shape."""
    kind = record.kind if record.kind in ("object", "collection") else "document"
    told = replace(record, kind=kind, born=(), died=(), active=(), coordinates="")
    rows = (Snapshot("a" * 64, "letters.csv", "1"), Snapshot("b" * 64, "letters.csv", "2"))
    return replace(told, date=record.date[:1], snapshots=rows)


def renamed(record: Record, word: Callable[[str], str]) -> Record:
    """Put other words into a record."""

    def other(found: Any, key: str) -> Any:  # noqa: ANN401 - JSON has no one type
        if isinstance(found, dict):
            return {name: other(one, name) for name, one in found.items()}
        if isinstance(found, list):
            return [other(one, key) for one in found]
        is_word = key in _WORDS and isinstance(found, str) and found and found not in LEVELS
        return word(found) if is_word else found

    told = msgspec.convert(other(msgspec.to_builtins(record), ""), Record)
    # The rows, too, are in another order.
    return replace(told, key=f"{record.key}-0", snapshots=record.snapshots[::-1])


def template(record: Record, shape: Shape) -> Template | None:
    """Make the template of a shape; None where the mapping looks into a value."""
    try:
        return Template(*Opener(DATASET, WORDS, SHAPER).record(record, WHO, shape.slots), writers())
    except OpenError:
        return None


def mapped(record: Record) -> Told:
    """Make the block of a record from its triples."""
    found = [
        triple
        for name in ("dublin-core", "cidoc-crm")
        for triple in PROFILES[name](DATASET, WORDS).record(record, WHO)
    ]
    told = Told(found, writers())
    hashes = tuple(one.sha256 for one in record.snapshots)
    path = URIS.path(record.kind, record.key)
    told.settle(record_node(path, Stamp(RUN, DAY, DATASET.license, hashes), URIS, primary=True))
    return told


def described(one: Shared) -> Told:
    """Make the block of a holding from its triples."""
    return _of_page(one.path, describe(one, URIS, DATASET.language))


def told(one: Entity) -> Told:
    """Make the block of an entity from its triples."""
    profiles = [PROFILES[name](DATASET, WORDS) for name in ("dublin-core", "cidoc-crm")]
    found = chain.from_iterable(profile.entity(one) for profile in profiles)
    return _of_page(URIS.path(one.kind, one.id), found)


def _of_page(path: str, found: Iterable[Triple]) -> Told:
    block = Told(found, writers())
    block.settle(record_node(path, Stamp(RUN, DAY, DATASET.license), URIS, primary=False))
    return block


def filled(record: Record, found: Template) -> Filled:
    """Fill a record in."""
    shape = SHAPER.shape(record, WHO)
    assert shape is not None
    in_lines, in_json = templates.spelled(shape.slots.values)
    block = found.filled(Values(in_lines.split(b"\n"), (in_json or in_lines).split(b"\n")))
    block.settle(RUN, DAY)
    return block


def spelled(block: Spelled) -> tuple[object, ...]:
    """Give a block in every syntax, and its counts."""
    texts = (block.ntriples, block.about, block.turtle(), block.dump(), block.document())
    return (*texts, *block.counts)
