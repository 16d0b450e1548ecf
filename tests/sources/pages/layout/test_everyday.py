"""Everyday words are labels among labels alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TITLE = "Letter on the Harvest"


@pytest.mark.parametrize(
    ("written", "between"),
    [("{}\n\n{}", "\n\n"), ("**{}**\n\n{}", "\n\n"), ("### {}\n\n{}", "\n\n")],
)
def test_to_is_a_label_between_labels(tmp_path: Path, written: str, between: str) -> None:
    fields = [("Language", "Czech"), ("To", "Karl Hassan"), ("ID", "4711"), ("Held by", "AVPRF")]
    block = between.join(written.format(*one) for one in fields)
    found = page(tmp_path, f"# {TITLE}\n\n{block}\n\n## Transcript\n\n{PROSE}\n", "a.md")
    assert found.role("recipient") == ["Karl Hassan"]
    assert found.record.identifier == "4711"


def test_a_word_above_the_text_is_no_label(tmp_path: Path) -> None:
    fields = "Language\n\nCzech\n\nHeld by\n\nAVPRF\n\nDocument\n\nSECRET"
    record = page(tmp_path, f"{TITLE}\n\n{fields}\n\n{PROSE}\n").record
    assert record.title[0].value == TITLE
    assert [one.label for one in record.classification] == ["SECRET"]
