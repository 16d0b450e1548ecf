"""Days in numbers are read month first where the text writes the day out so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The mill stands still, and the men who worked in it ask whether they may begin again."


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("The board sat on July 11, 1967.", "1967-07-11"),
        ("The board sat on the 11th of July 1967.", "1967-07-11"),
        ("The board sat on November 7, 1967.", "1967-11-07"),
        ("The board sat on July 11 and on November 7, 1967; so July 11, 1967.", "1967-11-07"),
        ("The board sat in July.", "1967-11-07"),
    ],
)
def test_a_day_in_numbers_is_read_as_the_text_writes_it(
    tmp_path: Path, said: str, date: str
) -> None:
    text = f"Title: Resolution on the Mill\nDate: 07/11/1967\nLanguage: Czech\n\n{PROSE} {said}\n"
    assert page(tmp_path, text).record.date[0].edtf == date
