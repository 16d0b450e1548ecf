"""Bodies whose word is written small."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

ABOVE = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1957\n\n"


def bodies(tmp_path: Path, sentence: str) -> set[str]:
    found = page(tmp_path, f"{ABOVE}We have read all of this with attention. {sentence}\n")
    return {one.name for one in found.record.agents if one.kind == "group"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Advice to the Korean and Chinese governments is given.",
         {"Korean government", "Chinese government"}),
        ("The Soviet and the Polish governments agree.",
         {"Soviet government", "Polish government"}),
        ("It was the Korean-Chinese command that said so.", {"Korean-Chinese command"}),
        ("The workers of the Pyongyang substation wrote.", {"Pyongyang substation"}),
        ("He saw the Pyongyang electric light bulb factory.",
         {"Pyongyang electric light bulb factory"}),
        ("After the 20th CPSU Congress much was new.", {"20th CPSU Congress"}),
        ("The Soviet delegation in the Joint Commission spoke, the American delegation did not.",
         {"Joint Commission", "Soviet delegation", "American delegation"}),
    ],
)  # fmt: skip
def test_a_word_written_small_names_a_body(tmp_path: Path, sentence: str, names: set[str]) -> None:
    assert bodies(tmp_path, sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Such governments come and go.",
        "The new command is better.",
        "In Pyongyang a factory was shown.",
        "The Soviet delegation went home.",
    ],
)
def test_a_word_alone_names_none(tmp_path: Path, sentence: str) -> None:
    assert bodies(tmp_path, sentence) == set()
