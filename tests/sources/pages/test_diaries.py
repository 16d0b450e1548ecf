"""Days of diaries: until when an entry was written, and that of the paper above its entries."""

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


PROSE = "I received the Minister of Mines at his request. He spoke of copper and of the harvest."
JOURNAL_HEADS = [
    "FROM THE JOURNAL OF                    SECRET   Copy No. 2\n"
    "V. P. ORLOV                            \u201c14\u201d July 1959\n"
    "                                       No. 31/s\n",
    "EMBASSY IN VENTA\nVenta, 14 July 1959\nNo. 31/s\n\nFrom the diary of V. P. ORLOV\n",
    "Secret. Copy No. 2\n14.VII.1959\nFROM THE JOURNAL OF V. P. ORLOV\n",
]


@pytest.mark.parametrize("head", JOURNAL_HEADS)
def test_the_days_of_entries_are_not_that_of_the_journal(tmp_path: Path, head: str) -> None:
    title = "RECORD OF CONVERSATIONS\nwith the Minister of Mines and others"
    days = "\n\n".join(f"{day} July 1959\n\n{PROSE} {PROSE}" for day in (3, 5, 8))
    found = page(tmp_path, f"{head}\n\n{title}\n\n{days}\n")
    assert found.record.date[0].edtf == "1959-07-14"


def test_the_only_day_below_a_title_is_that_of_the_paper(tmp_path: Path) -> None:
    title = "RECORD OF CONVERSATIONS\nwith the Minister of Mines and others"
    head = "Printed in 2 copies\n\n" + title
    found = page(tmp_path, f"{head}\n\n3 July 1959\n\n{PROSE} {PROSE}\n\n{PROSE}\n")
    assert found.record.date[0].edtf == "1959-07-03"
