"""Cells that name nobody, and offices of which nobody says who holds them."""

# ruff: noqa: RUF001  (Cyrillic names are meant)

from __future__ import annotations

import pytest

from lod.normalize.nobody import is_nobody
from lod.normalize.offices import is_office


@pytest.mark.parametrize(
    "text",
    [
        *("unknown", "[unknown]", "Unknown author", "unknown Chinese artist", "An unknown sender"),
        *("Unknown artist, Italian", "anonymous", "anon.", "Anon", "Anonymous (Japanese)"),
        *("Unbekannter Künstler", "Anonyme", "auteur inconnu", "неизвестный автор", "Аноним"),
    ],
)
def test_whoever_is_unknown_is_nobody(text: str) -> None:
    assert is_nobody(text)


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
        *("Prince of Wales", "Duke of Wellington", "Office of the President", "Molotov", ""),
    ],
)
def test_whoever_may_be_named_is_no_office(text: str) -> None:
    assert not is_office(text)
