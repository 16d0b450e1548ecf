"""A paper that says its day among other facts, in no usual line, has a date all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

UNDATED = PROSE + "\n\nThe mill is to be reported on again when the roads are open."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("12 May 1986     No. 418/MK     city of Kiev", "1986-05-12"),
        ("PERSONAL. BY COURIER\n\n22/VII\u201324\n\nNo. 17", "1924-07-22"),
        ("FM OSLO NOV 21/62 CONFD", "1962-11-21"),
        ("Submitted by the Third Section for 7 October 1968, item 4", "1968-10-07"),
        ("of the talk held in the Kremlin le 22 juin 1966, à 16 heures", "1966-06-22"),
        ("jegyzőkönyv az 1963. október 1-én tartott ülésről", "1963-10-01"),
        ("Helsinki, 27 October 1961. The Government has the following to say on it.", "1961-10-27"),
        (
            "Subject: Talk with the Minister of Harbours (Rome, Villa Madama, 9 May 1984)",
            "1984-05-09",
        ),
    ],
)
def test_a_day_among_other_facts_of_the_head_is_the_date(
    tmp_path: Path, head: str, day: str
) -> None:
    record = page(tmp_path, f"MINISTRY OF MILLS\n\n{head}\n\n{UNDATED}\n").record
    assert [span.edtf for span in record.date] == [day]


@pytest.mark.parametrize(
    "said",
    [
        "Your letter of 3 March 1954",
        "Declassified on 3 March 1994",
        "On 3 March 1954 the Section decided that nothing could be done for the mill at all.",
    ],
)
def test_a_day_of_something_else_is_not(tmp_path: Path, said: str) -> None:
    record = page(tmp_path, f"MINISTRY OF MILLS\n\n{said}\n\n{UNDATED}\n").record
    assert record.date == ()


def test_a_day_in_a_usual_line_is_all_that_is_asked(tmp_path: Path) -> None:
    head = "Venta, 5 March 1954\n\nSubmitted by the Third Section for 7 October 1968, item 4"
    record = page(tmp_path, f"MINISTRY OF MILLS\n\n{head}\n\n{UNDATED}\n").record
    assert [span.edtf for span in record.date] == ["1954-03-05"]
