"""Bodies in texts of other languages, told from persons, sides and advice."""

from __future__ import annotations

import pytest

from lod.sources.pages.bodies.firms import units
from lod.sources.pages.bodies.foreignbodies import foreign_bodies
from lod.sources.pages.persons.inflectednames import nominative_name
from lod.sources.pages.places.exonyms import exonyms_in
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.secrecy import grades


def bodies(text: str, tongue: str) -> list[str]:
    return [text[one.start : one.end] for one in foreign_bodies(text, 0, len(text), tongue)]


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Z druhé strany Praha chce mír.", "Czech"),
        ("Vio a Cruz y Pedro Gómez en Cruz de Tenerife.", "Spanish"),
        ("Parla Croce e Luigi Einaudi ascolta.", "Italian"),
        ("Er bat um Rat für Berlin.", "German"),
    ],
)
def test_a_side_a_surname_and_advice_are_no_bodies(text: str, tongue: str) -> None:
    assert bodies(text, tongue) == []


@pytest.mark.parametrize(
    ("text", "tongue", "found"),
    [
        ("Zasedala Komunistická strana Slovenska.", "Czech", "Komunistická strana Slovenska"),
        ("Vio a la Comisión de Paz y Pedro Gómez.", "Spanish", "Comisión de Paz"),
        ("Aiuta la Croce Rossa Italiana.", "Italian", "Croce Rossa Italiana"),
        ("Es tagte der Rat für Wirtschaft.", "German", "Rat für Wirtschaft"),
    ],
)
def test_a_party_a_commission_and_a_council_are(text: str, tongue: str, found: str) -> None:
    assert bodies(text, tongue) == [found]


@pytest.mark.parametrize("tongue", ["Polish", "Czech"])
def test_a_book_of_hyphens_names_no_body(tongue: str) -> None:
    assert bodies("Aa-" * 100_000, tongue) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the 4th Flotilla sailed", ["4th Flotilla"]),
        ("Both Army and Fleet; When Army men came", []),
        ("the Second Division of the Foreign Ministry", []),
    ],
)
def test_a_unit_is_no_division_of_a_ministry(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in units(text, 0, words_in(text))] == found


@pytest.mark.parametrize("title", ["Classified advertisements", "Restricted Areas in Berlin"])
def test_a_title_in_ordinary_words_is_no_marking(title: str) -> None:
    assert list(grades(title, whole=False)) == []


def test_an_inflected_person_keeps_the_given_name() -> None:
    assert nominative_name("Jana Kowalskiego", "Kowalski mówił.") == "Jan Kowalski"


def test_a_given_name_is_no_town_of_another_language() -> None:
    text = "Der Brief an Milan war kurz, und die Leute in Bonn warten nicht."
    assert exonyms_in(text, words_in(text)) == {"Bonn"}
