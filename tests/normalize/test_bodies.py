"""Bodies that no word of a body shows: known ones, acronyms, run-together names, seats, kin."""

# ruff: noqa: RUF001  (Cyrillic names are meant)

from __future__ import annotations

import pytest

from lod.normalize.kinds import kind_in, kind_of


@pytest.mark.parametrize(
    "name",
    [
        *("Bundeskanzleramt", "Auswärtiges Amt", "Innenministerium", "Riksarkivet", "Landesmuseum"),
        *("BMaA", "AA", "MfS", "BND", "K.G.B.", "NKVD", "ВЦСПС", "TASS", "ТАСС", "AFL-CIO"),
        *("Gestapo", "Stasi", "Sûreté", "Reuters", "Pravda", "The New York Times", "Le Monde"),
        *("Deutsche Bank", "Barclays Bank", "Banque de France", "Nationalbank", "IG Metall"),
        *("Rolls-Royce", "Krupp", "Boeing", "Lockheed", "Ford Motor Co.", "Tiffany & Co."),
        *("Museo del Prado", "Rijksmuseum", "Muzeum Narodowe", "Biblioteca Nacional"),
        *("Bauhaus", "De Stijl", "Wiener Werkstätte", "Magnum Photos", "Atelier Elvira"),
        *("Gebrüder Thonet", "Wright Brothers", "Smith family", "Familie Mann"),
        *("United Nations", "Warsaw Pact", "Muslim Brotherhood", "MI6", "国連"),
        *("Quai d'Orsay", "10 Downing Street", "White House", "Mr. and Mrs. Kennedy"),
    ],
)
def test_a_body_is_known_without_a_word_for_it(name: str) -> None:
    assert kind_of(name) == "group"


@pytest.mark.parametrize(
    "name",
    [
        *("Krupp, Alfried", "Alfried Krupp", "William Boeing", "Mario Prado", "Jan Pravda"),
        *("Aaron Bank", "Luther Burbank", "Daniel Gallery", "Edward House", "Vorwerk"),
        *("STALIN I.V.", "MAO", "BERIA", "HO CHI MINH", "Ng", "JFK", "LBJ", "J.F.K."),
        *("Molotov", "Gandhi", "Brücke", "U Nu", "S. A. Smith", "Mrs. Family", "Cortés"),
    ],
)
def test_a_person_is_no_body_for_being_called_like_one(name: str) -> None:
    assert kind_of(name) != "group"


@pytest.mark.parametrize("name", ["Bundeskanzleramt", "BMaA", "Hauser", "Murray, John"])
def test_who_keeps_things_is_a_body_whatever_its_name(name: str) -> None:
    assert kind_in("keeper", name) == "group"


def test_a_publisher_is_a_body_unless_it_is_called_as_people_are() -> None:
    names = ("Progress", "Reclam", "Kurt Wolff", "Murray, John", "J. Murray")
    found = [kind_in("publisher", name) for name in names]
    assert found == ["group", "group", "agent", "person", "person"]
