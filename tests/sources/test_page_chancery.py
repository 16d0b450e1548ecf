"""What chanceries write: decrees, extracts, telegrams, notes by hand, days that were reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("n.d. [spring 1951?]", "1951-03?/1951-05?"),
        ("Undated [ca. June 1951]", "1951-06~"),
        ("[not later than 7 June 1952]", "../1952-06-07"),
        ("[no date, probably 1949]", "1949?"),
    ],
)
def test_a_day_that_was_reckoned_stands_where_days_do(tmp_path: Path, line: str, day: str) -> None:
    source = "Source: RGASPI, fond 17, opis' 137, listy 5; GARF f. R9401 op. 2 d. 98 l. 3ob."
    found = page(tmp_path, f"Letter from Orlov to Lidov\n\n{line}\n\n{source}\n\n{PROSE}\n")
    assert [one.edtf for one in found.record.date] == [day]
    assert [one.archive for one in found.record.reference] == ["rgaspi", "garf"]
    assert found.row.cells["body"][0].text == PROSE
