"""Stores to ask: one made of the two gold graphs, one of three letters of our own."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from lod.store.oxigraph import OxigraphStore
from lod.store.writer import StoreWriter
from lod.terms import iri
from lod.vocabulary import load

GOLD_BASE = "https://w3id.org/example/lod/"
BASE = "https://data.example.org/"
LETTERS = Path(__file__).parents[1] / "data" / "store" / "letters.nt"


@pytest.fixture(scope="session")
def gold_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> OxigraphStore:
    """Load the gold as a release is: assertions in a named graph, the rest in the default one."""
    folder = tmp_path_factory.mktemp("gold") / "store"
    writer = StoreWriter(folder)
    for path in sorted((shared / "gold").glob("*.ttl")):
        text = path.read_text("utf-8").replace(GOLD_BASE, BASE)
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
            claimed = quad.subject.value.startswith(f"{BASE}assert/")
            graph = iri(f"{BASE}graph/assertions/run-1") if claimed else None
            writer.load(f"{quad.triple} .\n".encode(), graph)
    writer.finish()
    return OxigraphStore(folder)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> OxigraphStore:
    folder = tmp_path_factory.mktemp("letters") / "store"
    writer = StoreWriter(folder)
    writer.load(LETTERS)
    writer.load(b"<urn:a:s> <urn:a:p> <urn:a:o> .\n", iri(f"{BASE}graph/meta"))
    writer.finish()
    return OxigraphStore(folder)


@pytest.fixture(scope="session")
def prefixes() -> dict[str, str]:
    return load().prefixes(BASE)
