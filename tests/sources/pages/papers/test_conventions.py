"""Who is addressed, which number a paper has and who had a copy, in the forms that papers have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

HEAD = "Report on the Talks in Prague\n\nDate: 4 May 1955\n\nText\n\n"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("To: V. M. Orlov", "V. M. Orlov"),
        ("For Comrade Orlov", "Orlov"),
        ("Comrade Orlov!", "Orlov"),
        ("Esteemed Comrade Orlov!", "Orlov"),
        ("For the personal attention of Comrade Orlov", "Orlov"),
        ("Deliver immediately to Orlov", "Orlov"),
        ("For transmission to Orlov", "Orlov"),
        ("to Comrade Jan Orlov personally", "Jan Orlov"),
        ("Moscow, to Orlov and Petrov", "Orlov; Petrov"),
        ("MEMORANDUM FOR MR. ORLOV", "ORLOV"),
        ("TO : The Secretary of State, Jan Orlov", "Jan Orlov"),
        ("Premier Jan Orlov:", "Jan Orlov"),
        ("Comrade Jan Orlov and the Central Committee:", "Jan Orlov"),
        ("To President Jan Orlov of the Republic of Poland", "Jan Orlov"),
        ("His Imperial Majesty Haile Selassie I, Emperor of Ethiopia", "Haile Selassie"),
        (
            "To the First Secretary of the Central Committee of the Socialist Unity Party of "
            "Germany, Comrade Jan Orlov",
            "Jan Orlov",
        ),
    ],
)
def test_whoever_is_addressed_above_a_text_receives_it(
    tmp_path: Path, address: str, names: str
) -> None:
    found = page(tmp_path, f"{HEAD}{address}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("recipient") == names.split("; ")


@pytest.mark.parametrize("address", ["Deliver immediately to Pyongyang", "Moscow, to Warsaw"])
def test_a_place_to_which_a_paper_goes_is_nobody(tmp_path: Path, address: str) -> None:
    assert page(tmp_path, f"{HEAD}{address}\n\n{PROSE}\n\n{PROSE}\n").role("recipient") == []


def test_those_who_speak_in_turn_are_not_addressed(tmp_path: Path) -> None:
    turns = "\n\n".join(f"Premier {name}:\n\n{PROSE}" for name in ("Orlov", "Petrov", "Orlov"))
    assert page(tmp_path, f"{HEAD}{turns}\n").role("recipient") == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("TELEGRAM # 1234", "1234"),
        ("Outgoing # 1234", "1234"),
        ("No. St 12/34", "St 12/34"),
        ("1234/55", "1234/55"),
        ("Top Secret 0012/1955", "0012/1955"),
        ("Strictly Confidential! 00123/1955", "00123/1955"),
    ],
)
def test_a_paper_bears_its_number_above_its_text(tmp_path: Path, line: str, number: str) -> None:
    assert page(tmp_path, f"{HEAD}{line}\n\n{PROSE}\n\n{PROSE}\n").numbers() == [number]


@pytest.mark.parametrize(
    "line",
    ["Copied to Orlov and Petrov", "1st copy to Comrade Orlov\n2nd copy to Comrade Petrov"],
)
def test_those_with_a_copy_are_named_below_a_text(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{PROSE}\n\n{line}\n")
    assert found.role("copy-recipient") == ["Orlov", "Petrov"]
