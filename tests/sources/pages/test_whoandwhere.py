"""Persons and places that the words around them tell: roads, verbs with an object, trades."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

PROSE = (
    "We have read the note with attention and think that the work must be finished in the spring, "
    "though nobody there has said so."
)


def read(tmp_path: Path, *lines: str) -> Catalogued:
    return page(tmp_path, "\n\n".join(("Report on Copper", "Venta, 5 May 1961", PROSE, *lines)))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Moczar is to summon Kadlec and find out what is known.", "Kadlec"),
        ("We have informed Vasilkov in Hanoi only about what has happened.", "Vasilkov"),
        ("From Bonn there came, via Falin, a word of the opposition.", "Falin"),
        ("Kadlec the scholar has been told not to go there.", "Kadlec"),
        ("Ford has asked for more and will not get it.", "Ford"),
        ("The passages about Agartz are to be shortened.", "Agartz"),
        ("It was agreed with the others, Radenko Grigorov with the embassy.", "Radenko Grigorov"),
        ("At Magdeburg Alois Pisnik did the right thing by calling at once.", "Alois Pisnik"),
    ],
)
def test_words_around_a_name_tell_a_person(tmp_path: Path, sentence: str, name: str) -> None:
    found = read(tmp_path, sentence)
    assert name in found.people
    assert name not in found.places


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They went via Kolpash to the north.", "Kolpash"),
        ("They criticized the hospital by the river.", ""),
        ("Rice has become dear.", ""),
        ("He met them at the Friedrichshain hospital.", ""),
    ],
)
def test_what_is_carried_grown_or_built_is_nobody(tmp_path: Path, sentence: str, name: str) -> None:
    found = read(tmp_path, sentence)
    assert found.people == set()
    assert found.places == {"Venta", name} - {""}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The road by Dau Tieng and Lai Khe was the shortest.", {"Dau Tieng", "Lai Khe"}),
        ("They cut Route 7B and Highway 1 between the bridges.", {"Route 7B", "Highway 1"}),
        ("The organizations in Gia Vinh province are ready.", {"Gia Vinh province"}),
        ("They stayed in Gunja-ri and went on.", {"Gunja-ri"}),
        ("As far as people can see it, to Ejin Banner.", {"Ejin Banner"}),
        ("Food was sent to Brandenburg an der Havel at once.", {"Brandenburg an der Havel"}),
        ("At Magdeburg Alois Pisnik did the right thing.", {"Magdeburg"}),
        ("It goes from Wonsan to P'ohang by boat.", {"Wonsan", "P'ohang"}),
        ("He has the Order of the Red Banner.", set()),
        ("To Brother Bay we have said it.", set()),
    ],
)
def test_words_around_a_name_tell_a_place(tmp_path: Path, sentence: str, names: set[str]) -> None:
    assert read(tmp_path, sentence).places == {"Venta", *names}


def test_a_given_name_with_the_fathers_is_whoever_bears_both(tmp_path: Path) -> None:
    head = "# Letter\n\n8 April 1969\n\nComrade Leonid Il\u2019ich Orlov\n\n"
    found = page(tmp_path, f"{head}Esteemed Leonid Il\u2019ich!\n\n{PROSE}\n\nYu. DORN\n")
    assert [one for one in found.people if "Leonid" in one] == ["Leonid Il\u2019ich Orlov"]
