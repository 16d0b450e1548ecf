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
        *("Brauerei Haffner", "Druckerei W. Clausen <Büsum>", "Porzellanmanufaktur Frankenthal"),
        *("Paul Bußmann, Buchdruckerei, Lägerdorf", "Turnverein 1860", "Handelskammer Hamburg"),
        *("Stadt Flensburg", "Gemeinde Blankenese", "Freie und Hansestadt Hamburg"),
        *("Kaiserliche Freie Reichsstadt Hamburg", "Bundesstaat Hamburg", "Ville de Paris"),
        *("Free and Hanseatic City of Hamburg", "City of London", "Comune di Roma"),
        *("Stadtrat Zürich", "Kloster Melk", "Domkapitel Speyer", "Sparkasse Bonn"),
        *("Huber und Sohn", "Smith & Sons", "Studio Harcourt", "Workshop of Rembrandt"),
        *("IBM", "3M", "20th Century Fox", "The Beatles", "Rotes Kreuz", "All Embassies"),
        *("All Provincial Premiers", "Tous les ambassadeurs"),
        *("外交部", "人民日报", "조선로동당"),
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
        *("Prof. Huber", "Capt. Huber", "J.S.", "14th Dalai Lama", "1st Earl Attlee"),
        *("Stadt, Hans", "Peter Stadt", "Sparkasse, Hans", "Paul Kloster", "Edward Abbey"),
        *("Stadtrat Müller", "Robert Kreis", "Mitchell Parish", "N. V. Gogol", "Hans Brauer"),
        *("毛泽东", "王建军", "阿部", "김대성"),
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


@pytest.mark.parametrize(
    ("name", "role", "kind"),
    [
        ("Hamburg", "sender", "group"),
        ("Sowjetunion", "sender", "group"),
        ("Flensburg", "creator", "group"),
        ("Neustadt in Holstein", "creator", "group"),
        ("Preetz (Kreis Plön)", "artist", "group"),
        ("Hans am Ende", "artist", "agent"),
        ("Flensburg", "sender", "agent"),
        ("Jordan", "sender", "agent"),
        ("Washington", "creator", "agent"),
        ("London, Jack", "creator", "person"),
        ("Jack London", "creator", "agent"),
    ],
)
def test_a_place_that_writes_or_makes_something_is_a_body_where_it_is_no_surname(
    name: str, role: str, kind: str
) -> None:
    assert kind_in(role, name) == kind
