"""The shipped shapes pass what we map, and find what is taken away from it."""

from __future__ import annotations

from pathlib import Path

import pytest
import shacl

from lod.mapping.provenance import Stamp, record_node
from lod.terms import line
from lod.vocabulary import load
from tests.mapping.double import BASE, DATASET, GOLDEN, URIS, around, golden, mapped


def findings(folder: Path, without: str = "") -> set[str]:
    record = golden(folder)
    stamp = Stamp("r1", "2026-11-22", DATASET.license, ("a" * 64,))
    about = record_node(URIS.path(record.kind, record.key), stamp, URIS)
    triples = {*mapped(record), *around(record), *about, *load().triples(BASE)}
    text = "".join(sorted(line(t) for t in triples if not without or without not in t[1]))
    shapes = shacl.Shapes.from_turtle(load().shapes(BASE, record.kind))
    report = shapes.validate_text(text, format="ntriples")
    return {f"{one.focus_node} {one.message}" for one in report.results}


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_a_golden_record_conforms(folder: Path) -> None:
    assert findings(folder) == set()


@pytest.mark.parametrize("term", ["terms/title>", "P48_has", "P94i_was", "P50_has", "P82"])
def test_a_missing_statement_is_found(term: str) -> None:
    folder = next(one for one in GOLDEN if one.name == "two-archives")
    assert findings(folder, without=term)
