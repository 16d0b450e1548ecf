"""Persons whom nothing but the words around a name shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

HEAD = "Report on Coal\n\nDate: 4 May 1955\n\nText\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "As Kadlec put it, all was lost.",
        "Kadlec, for his part, thought otherwise.",
        "Kadlec, too, was ill.",
        "Would Kadlec come?",
        "For Kadlec this is a matter of honour.",
        "Under Kadlec the mine prospered.",
        "The question was put to Kadlec.",
        "Kadlec himself shut the gate.",
        "Kadlec (born 1901) is ill.",
        "Kadlec - a former miner - is ill.",
        '"Never," said Kadlec.',
        "Kadlec: we shall see.",
    ],
)
def test_the_words_around_a_name_tell_a_person(tmp_path: Path, sentence: str) -> None:
    assert page(tmp_path, f"{HEAD}{PROSE}\n\n{sentence}\n\n{PROSE}\n").people == {"Kadlec"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Under Locarno the border was safe.",
        "Would Moscow come?",
        "For Warsaw this is a matter of honour.",
        "Warsaw - a large city - is cold.",
    ],
)
def test_the_same_words_around_a_place_tell_nobody(tmp_path: Path, sentence: str) -> None:
    assert page(tmp_path, f"{HEAD}{PROSE}\n\n{sentence}\n\n{PROSE}\n").people == set()
