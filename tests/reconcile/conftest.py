"""A small authority of real people, bodies and places, and a matcher on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.reconcile import embedded
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority

DATA = Path(__file__).parents[1] / "data" / "reconcile"


@pytest.fixture(scope="session")
def memory() -> MemoryAuthority:
    return embedded.read(DATA)


@pytest.fixture(scope="session")
def matcher(memory: MemoryAuthority) -> Matcher:
    return Matcher([memory])
