"""Names of places of several words, which look like people's."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.entity import Spotted
from lod.sources.pages.places.longplaces import with_long_names
from lod.sources.pages.words.tokens import words_of
from tests.sources.pages.cataloguing import page

ABOVE = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1968\n\nAll of this is known to us."


def long_names(text: str, *spotted: Spotted) -> list[str]:
    found = with_long_names(list(spotted), words_of(text, 0, len(text)))
    return [text[one.start : one.end] for one in sorted(found)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("My Tho, Ben Tre and Vinh Long were held for a week.", {"My Tho", "Ben Tre", "Vinh Long"}),
        ("Lang Vei was taken with tanks.", {"Lang Vei"}),
        ("He thought of Dien Bien Phu each day.", {"Dien Bien Phu"}),
        ("Our people are in Uttar Pradesh and Madhya Pradesh.",
         {"Uttar Pradesh", "Madhya Pradesh"}),
        ("The front of Cuito Cuanavale holds.", {"Cuito Cuanavale"}),
    ],
)  # fmt: skip
def test_a_known_name_of_several_words_is_a_place_and_nobody(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    found = page(tmp_path, f"{ABOVE} {sentence}\n")
    assert names <= found.places
    assert not found.people & names


@pytest.mark.parametrize(
    "sentence",
    [
        "I thank L\u00e1zaro C\u00e1rdenas for it.",
        "I saw Nguyen Ben Tre at noon.",
        "The Nam Bo Committee answered.",
        "The Ben Tre agreement is dead.",
    ],
)
def test_what_belongs_to_another_name_or_is_given_to_people_is_no_place(sentence: str) -> None:
    assert long_names(sentence) == []


def test_a_given_name_gives_way_to_a_place_and_what_a_gazetteer_knows_stays() -> None:
    text = "They went to Yen Bai and Hanoi."
    yen_bai = Spotted(13, 20, "person", rule="given name")
    hanoi = Spotted(25, 30, "place", "Hanoi")
    found = with_long_names([yen_bai, hanoi], words_of(text, 0, len(text)))
    assert {(text[one.start : one.end], one.kind) for one in found} == {
        ("Yen Bai", "place"),
        ("Hanoi", "place"),
    }
