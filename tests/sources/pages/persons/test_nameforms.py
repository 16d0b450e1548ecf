"""Names by their form: given name and the article of Arabic, but no cape, hill or gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The works need copper, and those who run them have told the ministry so in the spring."


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("I will say it to Nureddin al-Atassi in Damascus and to Faris el-Khoury.",
         {"Nureddin al-Atassi", "Faris el-Khoury"}),
        ("The road to Ras el-Tin and Tell el-Kebir is closed, as is Bab al-Mandab.", set()),
        ("He was Ambassador at Large in those days.", set()),
    ],
)  # fmt: skip
def test_an_article_tells_a_person_behind_a_given_name(
    tmp_path: Path, said: str, people: set[str]
) -> None:
    found = page(tmp_path, f"# Note on Copper\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n")
    assert found.people == people
    assert "Large" not in found.places
