"""Until when a diary's entry was written is left open where it speaks of a later day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

HEAD = "Journal of Ambassador V. P. Orlov\n\n3 July 1959\n\nI received Kim Il. "


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The decree was published on 5 July.", ""),
        ("He will fly home on August 1, 1959.", ""),
        ("He had asked for it on 2 July.", "1959-07-03"),
        ("It had been so since 5 July 1958.", "1959-07-03"),
    ],
)
def test_a_diary_that_names_a_later_day_has_no_end(tmp_path: Path, text: str, end: str) -> None:
    first = page(tmp_path, HEAD + text).record.date[0]
    assert (first.edtf, first.begin, first.end) == ("1959-07-03", "1959-07-03", end)


def test_a_letter_may_name_a_later_day(tmp_path: Path) -> None:
    found = page(
        tmp_path, "Letter, Orlov to Lidov, 3 July 1959\n\nWe shall meet on 5 July.\n\nOrlov"
    )
    assert found.record.date[0].end == "1959-07-03"
