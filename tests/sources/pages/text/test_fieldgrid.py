"""Fields side by side, with nothing but gaps between labels and values, are read as a list is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.text.fieldgrid import ungridded
from tests.sources.pages.cataloguing import page

TEXT = (
    "Report on the Ferries\n\nMay 5, 1958\n\n"
    "On 3 May Minister Jiri Kadlec received me in Szczecin and asked whether the ferry that goes "
    "to Ystad could take coal as well. The company would need two winters for it, said he.\n\n"
    "Pavel Hrubec\n\n"
)
IN_TURN = """\
Original Language  Czech     Translator  Oliver Tranmere     Contributor  Milena Sykorova
Source  National Archives, Prague, fond 867, box 12
Document ID  204981     Donor  Ford Foundation
"""
ABOVE = """\
Record ID    Language    Translator         Contributor        Funder
204981       Czech       Oliver Tranmere    Milena Sykorova    Ford Foundation

Archive                      Reference
National Archives,           fond 867, box 12
Prague
"""
IN_ORDER = """\
Translated by   Contributed by   Language
Oliver Tranmere   Milena Sykorova   Czech
Record ID   Donor
204981   Ford Foundation
Repository   Shelf mark
National Archives, Prague   fond 867, box 12
"""
RULED = """\
ORIGINAL LANGUAGE   RECORD ID
-----------------   ---------
Czech               204981

TRANSLATOR          OBTAINED BY       FUNDER
------------------------------------------------
Oliver Tranmere     Milena Sykorova   Ford Foundation

SOURCE
National Archives, Prague, fond 867, box 12
"""
GRIDS = {"in turn": IN_TURN, "above": ABOVE, "in order": IN_ORDER, "ruled": RULED}


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
@pytest.mark.parametrize("first", [False, True], ids=["below", "above"])
def test_fields_side_by_side_are_read(tmp_path: Path, grid: str, first: bool) -> None:
    text = TEXT.replace("May 5, 1958\n\n", f"May 5, 1958\n\n{grid}\n") if first else TEXT + grid
    found = page(tmp_path, text)
    assert found.record.language[0].id == "cs"
    assert found.role("translator") == ["Oliver Tranmere"]
    assert found.role("contributor") == ["Milena Sykorova"]
    assert found.role("funder") == ["Ford Foundation"]
    assert found.record.identifier == "204981"
    shelved = " ".join(one.verbatim for one in found.record.reference)
    assert "fond 867, box 12" in shelved
    assert found.people == {"Jiri Kadlec", "Pavel Hrubec", "Oliver Tranmere", "Milena Sykorova"}
    assert {"Szczecin", "Ystad"} == found.places - {"Prague"}


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_the_page_keeps_its_size(tmp_path: Path, grid: str) -> None:
    assert len(ungridded(TEXT + grid).text) == len(TEXT + grid)
    coverage = page(tmp_path, TEXT + grid).row.coverage
    assert sum(one.end - one.start for one in coverage) == len(TEXT + grid)


@pytest.mark.parametrize(
    "text",
    [
        "Date    Source    Title\n5 May   12        Letter\n6 May   13        Note\n",
        "Date      Language\nsoon      Czech\n",
        "Date  5 May 1951\nTranslator  Eva Dorn\nLanguage  Czech\n",
        "From  Orlov    To  Dorn\n",
        "The mill  stands  still.\n",
    ],
)
def test_tables_and_heads_of_papers_stay_as_they_are(text: str) -> None:
    assert ungridded(text) == (text, {})


def test_a_day_may_stand_before_the_title_with_a_gap_between(tmp_path: Path) -> None:
    text = TEXT.replace("May 5, 1958\n", "May 5, 1958  Report on the Ferries\n")
    found = page(tmp_path, text)
    assert found.record.title[0].value == "Report on the Ferries"
    assert found.record.date[0].edtf == "1958-05-05"
