"""Ciphers: to whom they go in which town, code names, when they were sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.persons.entryname import called_in_full
from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
HEAD = "CIPHERED TELEGRAM\n\nfrom PYONGYANG   No. 417/s\n\nReceived 02:15   4 October 1949\n\n"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("MOSCOW - to ORLOV", ["ORLOV"]),
        ("MOSCOW, for Comrade ORLOV", ["ORLOV"]),
        ("MOSCOW - to MINISTRY", []),
        ("MOSCOW - TO EMBASSIES", []),
    ],
)
def test_a_cipher_goes_to_whoever_is_in_a_town(tmp_path: Path, line: str, names: list[str]) -> None:
    found = page(tmp_path, f"{HEAD}{line}\n\n{PROSE}\n\nDORNOV\n")
    assert found.role("recipient") == names


def test_the_day_above_a_signature_is_the_papers_rather_than_that_on_which_it_came(
    tmp_path: Path,
) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n3 October 1949\n\nSHTYKOV\n\nPrinted 8 copies.\n")
    assert [one.edtf for one in found.record.date] == ["1949-10-03"]


def test_who_forwards_a_telegram_signs_below_its_closing_mark(tmp_path: Path) -> None:
    text = (
        f"\u201cComrade Filippov!\n\n{PROSE}\n\nWAN LI\n\nNo. 571.\u201d\n\nROSHCHIN\n\nNo. 402\n"
    )
    assert page(tmp_path, HEAD + text).role("signatory") == ["WAN LI", "ROSHCHIN"]


def test_a_title_that_is_cited_says_more_than_the_papers_own_head(tmp_path: Path) -> None:
    cited = "Ciphered Telegram No. 41, Dorn via Rey to Cde. Orlov"
    foot = (
        f'Citation\n\n"{cited}", May 5, 1951, Steppe Digital Archive, APRF, f. 45, op. 1, d. 2.\n'
    )
    found = page(tmp_path, f"CIPHERED TELEGRAM No. 41\n\nTOP SECRET\n\n{PROSE}\n\n{foot}").record
    assert found.title[0].value == cited


def test_behind_what_comrades_call_each_other_stands_who_is_meant(tmp_path: Path) -> None:
    head = "# Telegram No. 71, Le Duan to Pham Hung\n\n5 May 1975\n\nAbsolute Secret\n\n"
    to = "To: Brother Bay [Pham Hung]\ncc: Brother Sau [Le Duc Tho], Brother Tuan [Van Tien Dung]"
    found = page(tmp_path, f"{head}{to}\n\n{PROSE}\n\nBa [Le Duan]\n")
    assert found.role("copy-recipient") == ["Le Duc Tho", "Van Tien Dung"]
    assert found.role("signatory") == ["Le Duan"]
    assert "Tuan" not in found.people
    assert [one.label for one in found.record.classification] == ["Absolute Secret"]


@pytest.mark.parametrize(
    "entry", ["Pak [Bak Seongcheol]", "Orlov [Soviet Ambassador]", "Rey [MFA]"]
)
def test_other_spellings_and_offices_in_brackets_are_nobody_else(entry: str) -> None:
    assert called_in_full(entry) is None


def test_whom_a_code_name_covers_is_one_by_himself_where_the_paper_names_him(
    tmp_path: Path,
) -> None:
    title = "# Telegram, Wan Li to Filippov [Stalin]\n\n5 May 1951\n\n"
    found = page(tmp_path, f"{title}Copies: Stalin (2), Beria\n\nTo Comrade FILIPPOV\n\n{PROSE}\n")
    assert found.role("copy-recipient") == ["Stalin", "Beria"]
