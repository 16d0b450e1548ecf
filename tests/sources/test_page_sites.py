"""Pages as other archives print them: catalogues, libraries, published papers, plain scans."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.sources.scoring import Score, scored

DATA = Path(__file__).parents[1] / "data" / "pages"


@cache
def result(folder: str) -> Score:
    return scored(DATA / folder)


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [("people", 0.97, 0.95), ("places", 0.97, 0.94), ("bodies", 0.88, 0.86)],
)
def test_pages_of_other_sites_name_whom_their_gold_names(
    kind: str, precision: float, recall: float
) -> None:
    assert result("sites").precision(kind) >= precision
    assert result("sites").recall(kind) >= recall


def test_pages_of_other_sites_have_the_fields_of_their_gold() -> None:
    assert result("sites").share() == 1.0
