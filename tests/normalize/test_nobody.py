"""Cells that name nobody, and offices of which nobody says who holds them."""

# ruff: noqa: RUF001  (Cyrillic names are meant)

from __future__ import annotations

import pytest

from lod.normalize.nobody import is_nobody, is_nowhere, is_same
from lod.normalize.offices import is_office


@pytest.mark.parametrize(
    "text",
    [
        *("unknown", "[unknown]", "Unknown author", "unknown Chinese artist", "An unknown sender"),
        *("Unknown artist, Italian", "anonymous", "anon.", "Anon", "Anonymous (Japanese)"),
        *("Fotograf unbekannt", "photographer unknown", "nicht bekannt", "Verschiedene", "et al."),
        *("Signature illegible", "illegible signature", "Unterschrift unleserlich", "diverse"),
        *("Unbekannter Künstler", "Anonyme", "auteur inconnu", "неизвестный автор", "Аноним"),
    ],
)
def test_whoever_is_unknown_is_nobody(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize(
    "text", ["ditto", "ders.", "idem", "same", "see above", "s. o.", "тот же", '"', '- " -', "do."]
)
def test_what_repeats_the_cell_above_is_no_name(text: str) -> None:
    assert is_same(text)


@pytest.mark.parametrize("text", ["Do, Van", "Idem Öztürk", "Same, Paul", "Ditto, Anna", "Derso"])
def test_a_name_that_looks_like_a_repetition_is_a_name(text: str) -> None:
    assert not is_same(text)


@pytest.mark.parametrize(
    "text", ["n.p.", "[s.l.]", "o. O.", "here", "home", "at sea", "en route", "on board ship"]
)
def test_a_cell_may_say_that_no_place_is_told(text: str) -> None:
    assert is_nowhere(text)


@pytest.mark.parametrize("text", ["Home Counties", "Bo", "Seeheim", "Hereford", "Sea Island"])
def test_a_place_of_an_odd_name_is_a_place(text: str) -> None:
    assert not is_nowhere(text)


@pytest.mark.parametrize("text", ["Nemo", "Master of the Housebook", "Anonsen, K.", "Unknown Four"])
def test_an_odd_name_is_a_name(text: str) -> None:
    assert not is_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        *("The President", "President", "Prime Minister", "The Prime Minister of Japan"),
        *("Minister of Foreign Affairs", "Foreign Minister of the GDR", "Secretary General"),
        *("Soviet Ambassador", "U.S. Ambassador", "Ambassador in Moscow", "Посол СССР"),
        *("Ambassador of Saudi Arabia", "Chairman, Council of Ministers", "Chargé d'affaires"),
        *("Director of the Hoover Library", "Editor, The Times", "Mayor of London"),
        *("All Provincial Premiers", "Ambassadors", "Foreign Ministers", "Les ambassadeurs"),
        *("Bürgermeister (Preetz)", "Lord Mayor of London", "Ministro degli Esteri"),
        *("Bischof von Mainz", "Crown Prince of Sweden", "Sultan of Oman", "King of Saudi Arabia"),
        *("Under Secretary of State for Foreign Affairs", "His Excellency the Ambassador"),
        *("Minister für Auswärtige Angelegenheiten", "Ministre des Affaires étrangères"),
    ],
)
def test_an_office_alone_names_nobody(text: str) -> None:
    assert is_office(text)


@pytest.mark.parametrize(
    "text",
    [
        *("President Kennedy", "Chairman Mao", "Foreign Minister Molotov", "Governor Wallace"),
        *("Secretary of State Dean Rusk", "President of Mexico Lázaro Cárdenas"),
        *("Minister of War Trotsky", "Secretary of State Church", "Secretary to Mao Zedong"),
        *("Dean", "Mayor", "Head, Edith", "Consul, Edmund", "Prime, Geoffrey", "Minister Lie"),
        *("King Hussein", "Stephen King", "Elizabeth Bishop", "General Bishop", "Sultan, Hasan"),
        *("Prince of Wales", "Duke of Wellington", "Office of the President", "Molotov", ""),
    ],
)
def test_whoever_may_be_named_is_no_office(text: str) -> None:
    assert not is_office(text)
