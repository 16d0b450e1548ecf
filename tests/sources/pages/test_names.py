"""Names that nobody knows are told by the words beside them: whose deed, whose friend, whither."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def report(tmp_path: Path, text: str) -> Catalogued:
    return page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{text} {PROSE}\n")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("He denied that Quirino still advises him.", {"Quirino"}),
        ("They say that Nilde types them at night.", {"Nilde"}),
        ("The rest we have from Shcherbin, who left.", {"Shcherbin"}),
        ("We heard through Richtofen that it was late.", {"Richtofen"}),
        ("Hattori, on whom I called, was bitter.", {"Hattori"}),
        ("He repeated this to Nasedkin in the hall.", {"Nasedkin"}),
        ("The ore was sold, and so was Olszewski.", {"Olszewski"}),
        ("Our man there, Bistos, thinks it over.", {"Bistos"}),
        ("Brennecke of the Danish embassy agreed.", {"Brennecke"}),
        ("The inspector is a friend of Farkas.", {"Farkas"}),
        ("Some accuse He Long of a plot.", {"He Long"}),
        ("Mao received the guests.", {"Mao"}),
        ("Department Director Willmann looked at them.", {"Willmann"}),
    ],
)
def test_an_unknown_name_is_a_persons_by_what_is_said_beside_it(
    tmp_path: Path, text: str, people: set[str]
) -> None:
    assert report(tmp_path, text).people == people


@pytest.mark.parametrize(
    "text",
    [
        "He said that he was in a hurry.",
        "Freight for Zahony leaves on Tuesdays.",
        "The paper Pravda Severa printed a letter.",
        "The Zakarpatsky region was quiet.",
        "They met at Kim Tsun in the rain.",
        "R. A. B.",
    ],
)
def test_what_only_looks_like_a_person_is_none(tmp_path: Path, text: str) -> None:
    assert not report(tmp_path, text).people


@pytest.mark.parametrize("text", ["The Central Africa Office wrote.", "Argentine plans."])
def test_offices_and_adjectives_of_places_are_no_places(tmp_path: Path, text: str) -> None:
    assert not report(tmp_path, text).places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The engineer is in Dar-es-Salaam now.", {"Dar-es-Salaam"}),
        ("Ten tons of wheat were shipped to Matumbi.", {"Matumbi"}),
        ("Trains between Vainikka and Simpele are late.", {"Vainikka", "Simpele"}),
        ("Fishermen of Kandalak are waiting.", {"Kandalak"}),
        ("It lies north of Kolpashka by the river.", {"Kolpashka"}),
        ("The ministers met on Brionik again.", {"Brionik"}),
        ("He asked Orlov in Kirishka and Rossard in Tosnik.", {"Kirishka", "Tosnik"}),
    ],
)
def test_an_unknown_name_is_a_places_by_what_is_said_beside_it(
    tmp_path: Path, text: str, places: set[str]
) -> None:
    assert report(tmp_path, text).places == places


@pytest.mark.parametrize("text", ["The PNQ leadership has failed.", "A member of the PNQ left."])
def test_capitals_are_a_bodys_where_it_has_leaders_and_members(tmp_path: Path, text: str) -> None:
    assert {one.name for one in report(tmp_path, text).record.agents} == {"PNQ"}


def test_capitals_of_a_weapon_are_no_body(tmp_path: Path) -> None:
    assert not report(tmp_path, "The ICBM was tested, and the SAM too.").record.agents


def test_an_interviewer_without_a_name_is_nobody(tmp_path: Path) -> None:
    talk = "Interviewer: You were in town?\n\nBrimelow: I was there.\n\n"
    assert page(tmp_path, f"# Interview\n\n{2 * talk}").people == {"Brimelow"}


def test_an_archive_with_a_place_in_it_is_a_reference(tmp_path: Path) -> None:
    found = page(tmp_path, f"# Letter of A. Orlov\n\n**Archive:** AMAE, vol. 7, f. 2\n\n{PROSE}\n")
    assert [one.verbatim for one in found.record.reference] == ["AMAE, vol. 7, f. 2"]


@pytest.mark.parametrize("number", ["C. (62) 97", "25-S-1377", "C-M(56)141"])
def test_a_registration_number_alone_on_its_line_is_the_documents(
    tmp_path: Path, number: str
) -> None:
    found = page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{number}\n\n{PROSE}\n")
    assert found.numbers() == [number]


def test_a_subject_is_the_title_of_a_page_without_one(tmp_path: Path) -> None:
    found = page(tmp_path, f"COUNTRY: Hungary\nSUBJECT: Situation at the Works\n\n{PROSE}\n")
    assert [one.value for one in found.record.title] == ["Situation at the Works"]
