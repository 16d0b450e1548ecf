"""Fixtures of the tests of mapping."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lod.vocabulary import load
from tests.mapping.crm import Judge, Ontology
from tests.mapping.double import BASE


@cache
def _judge(path: Path) -> Judge:
    return Judge(Ontology(path), load().triples(BASE), BASE)


@pytest.fixture
def judge(shared: Path) -> Judge:
    """Give CIDOC-CRM 7.1.3 as a judge; skips where the official encoding is not at hand."""
    return _judge(shared / "conformance" / "cidoc-crm-7.1.3" / "CIDOC_CRM_v7.1.3.rdf")
