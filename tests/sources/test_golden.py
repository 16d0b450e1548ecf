"""Each folder of tests/data/sources: a source, and the rows that a reader must find in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sources.pages.reading import read

DATA = Path(__file__).parents[1] / "data" / "sources"
CASES = sorted(path.parent for path in DATA.glob("*/source.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_reader_finds_the_rows_of_a_source(case: Path) -> None:
    about = json.loads((case / "source.json").read_text())
    path, form = case / about.pop("path"), about.pop("format")
    contexts = {url: str(case / name) for url, name in about.pop("contexts", {}).items()}
    result = read(path, form, about.pop("columns", None), contexts=contexts, **about)
    texts = result.texts()
    for cells in texts:
        cells.pop("content", None)  # the whole page again
    found = {
        "rows": {row.row: cells for row, cells in zip(result.rows, texts, strict=True)},
        "issues": [str(issue) for issue in result.issues],
    }
    assert found == json.loads((case / "rows.json").read_text())
