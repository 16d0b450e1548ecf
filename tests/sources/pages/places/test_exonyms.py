"""Places in texts of other languages than English."""

from __future__ import annotations

import pytest

from lod.sources.pages.places.exonyms import exonyms_in, nominative
from lod.sources.pages.words.saidwords import words_in

GERMAN = "Das ist nicht der Weg und die Leute warten. "
POLISH = "To jest nie tak, się dnia oraz nie. "
SPANISH = "Los que no vienen para las fiestas del pueblo. "
FRENCH = "Les hommes qui sont dans une ville avec les autres. "


def places(text: str) -> set[str]:
    return exonyms_in(text, words_in(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GERMAN + "In Bagram ist ein Bataillon gelandet.", {"Bagram"}),
        (GERMAN + "Der Handel \u00fcber Kalimpong ruht.", {"Kalimpong"}),
        (GERMAN + "Man fuhr vom Punjab zum Balaton.", {"Punjab", "Balaton"}),
        (SPANISH + "A Lubango y Menongue fueron.", {"Lubango", "Menongue"}),
        (FRENCH + "Il vient dans Annecy.", {"Annecy"}),
    ],
)
def test_a_known_name_is_a_place_behind_any_word_of_place(text: str, found: set[str]) -> None:
    assert found <= places(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GERMAN + "Abgeschnitten seien Parachinar und Quetta seit Mai.", {"Parachinar", "Quetta"}),
        (GERMAN + "Er war in Kabul, Bagram und Herat.", {"Bagram"}),
        (POLISH + "Stan: Szczecin, Gdynia, Ko\u0142obrzeg.", {"Szczecin", "Gdynia"}),
    ],
)
def test_known_names_in_a_row_are_places(text: str, found: set[str]) -> None:
    assert found <= places(text)


def test_a_name_of_two_words_is_nobodys_place_where_it_is_a_persons() -> None:
    assert "Escalante" not in places(SPANISH + "El coronel Amels Escalante y Lara vieron el mar.")


@pytest.mark.parametrize(
    ("form", "name"), [("Tarnowie", "Tarn\u00f3w"), ("Berchtesgadenu", "Berchtesgaden")]
)
def test_a_polish_or_czech_form_of_a_known_name_is_recorded_in_the_nominative(
    form: str, name: str
) -> None:
    assert form in places(POLISH + f"W\u0119giel id\u0105 do {form} oraz dalej.")
    assert nominative(form) == name


@pytest.mark.parametrize("word", ["Molotovem", "Stalinem", "Gomu\u0142k\u0105", "Polityce"])
def test_whom_one_meets_is_no_place(word: str) -> None:
    assert word not in places(POLISH + f"Rozmowa z {word} trwa.")


def test_a_name_as_german_spells_its_sounds_is_a_place() -> None:
    assert "Schindand" in places(GERMAN + "Hilfe kam aus Schindand herbei.")
    assert "Schande" not in places(GERMAN + "Er spricht von Schande.")
