"""Servers that tests share: of the sample, and of a few letters under a short limit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from lod.api import Options, load, publish
from lod.serve.limits import Limits
from tests.datasets import ROOT
from tests.serve.houses import BASE, release, serving, settled


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the sample dataset once; give its output folder."""
    folder = tmp_path_factory.mktemp("sample") / "output"
    publish(load(ROOT / "datasets" / "sample"), Options(output=folder, workers=1))
    return folder


@pytest.fixture(scope="session")
def web(sample: Path) -> Iterator[httpx.Client]:
    """Serve the sample; give a client of it."""
    with serving(sample) as client:
        yield client


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a release of a thousand triples that cost something to join."""
    lines = [
        f'<{BASE}thing/{n}> <urn:a:p{n % 7}> "{n} of a thousand letters" .\n'.encode()
        for n in range(1000)
    ]
    graph = [b"<urn:a:s> <urn:a:p> <urn:a:o> .\n"]
    folder = tmp_path_factory.mktemp("thousand")
    return release(folder, {"": lines, f"{BASE}graph/meta": graph})


@pytest.fixture
def hurried(_hurried: httpx.Client) -> httpx.Client:
    """Give a server with a second for each query, when all its processes are at rest."""
    settled(_hurried)
    return _hurried


@pytest.fixture(scope="session")
def _hurried(thousand: Path) -> Iterator[httpx.Client]:
    """Serve it with a second for each query, and no budget to speak of."""
    limits = Limits(query_seconds=1, budget_seconds=6e6, budget_burst=1e6, result_bytes=100_000)
    with serving(thousand, limits) as client:
        yield client
