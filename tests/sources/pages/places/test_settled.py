"""Places that no list knows, by what a text says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

HEAD = "Report on Coal\n\nDate: 4 May 1955\n\nText\n\n"


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The battle of Velbor was lost.", {"Velbor"}),
        ("The mayor of Velbor resigned.", {"Velbor"}),
        ("A native of Velbor, he knew the town.", {"Velbor"}),
        ("The towns of Velbor, Kasna and Tresk burned.", {"Velbor", "Kasna", "Tresk"}),
        ("The area around Velbor was mined.", {"Velbor"}),
        ("The river Velbor is in flood.", {"Velbor"}),
        ("Velbor, the capital of the province, fell.", {"Velbor"}),
        ("In Velbor county the harvest failed.", {"Velbor county"}),
        ("The Velbor airfield is ready.", {"Velbor"}),
        ("The railway between Velbor and Kasna is cut.", {"Velbor", "Kasna"}),
        ("The Velbor-Kasna railway is cut.", {"Velbor", "Kasna"}),
        ("In the direction of Velbor guns were heard.", {"Velbor"}),
    ],
)
def test_the_words_around_a_foreign_name_tell_a_place(
    tmp_path: Path, sentence: str, places: set[str]
) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{sentence}\n\n{PROSE}\n")
    assert found.places == places
    assert found.people == set()


@pytest.mark.parametrize(
    "sentence",
    ["The murder of Kadlec was avenged.", "Kadlec, the leader of the miners, came."],
)
def test_the_words_around_a_persons_name_tell_no_place(tmp_path: Path, sentence: str) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{sentence}\n\n{PROSE}\n")
    assert (found.people, found.places) == ({"Kadlec"}, set())
