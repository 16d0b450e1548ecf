"""Persons whom nothing but their family name tells, and what bears such a name besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.persons.familynames import is_family_name, is_of_families
from lod.vocabulary import lines
from tests.sources.pages.cataloguing import Catalogued, page

PROSE = (
    "We have read the note with attention and think that the work must be finished in the spring, "
    "though nobody there has said so."
)


def read(tmp_path: Path, *sentences: str) -> Catalogued:
    return page(tmp_path, "\n\n".join(("Report on Copper", "Venta, 5 May 1961", PROSE, *sentences)))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It was settled in front of Drees before the holidays.", "Drees"),
        ("Behind all of it one sees Savimbi and no one else.", "Savimbi"),
        ("Savimbi alone could stop it.", "Savimbi"),
        ("The rest is a matter for Novotný.", "Novotný"),
        ("They dined at Rockwell's house on Monday.", "Rockwell"),
        ("This was the last act of the Groza government.", "Groza"),
        ("That was in London Maisky and nobody else.", "Maisky"),
        ("There is a copy for the file of Noel Deschamps.", "Noel Deschamps"),
        ("Nothing of this is due to Kryuchkov.", "Kryuchkov"),
        ("All this is the doing of McCloskey.", "McCloskey"),
        ("Repeated to Paris for Hodgson, The Hague for Beulwitz.", "Hodgson"),
    ],
)
def test_a_family_name_is_enough_where_nothing_speaks_against_it(
    tmp_path: Path, sentence: str, name: str
) -> None:
    assert name in read(tmp_path, sentence).people


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The troops went on to Hodgson before dawn.", "Hodgson"),
        ("They came from Waldeck and Tildy on foot.", "Tildy"),
        ("The road by way of Panfilov is closed.", "Panfilov"),
        ("It lies in Marjolin, a village of smiths.", "Marjolin"),
        ("In Prizren, Obilich, Waldheim and Drees there were strikes.", "Waldheim"),
        ("Workers of Leipzig and Drees know it.", "Drees"),
        ("A platoon stands at the de Lesseps statue until noon.", "Lesseps"),
        ("The harvest of the Drees region was poor.", "Drees"),
        ("A line of the Metropolitan-Vickers works was shown.", "Metropolitan-Vickers"),
        ('The agent "Drees" was seen again.', "Drees"),
        ("[A slip for Weinberger, it seems.]", "Weinberger"),
    ],
)
def test_a_family_name_is_no_person_where_places_and_things_stand(
    tmp_path: Path, sentence: str, name: str
) -> None:
    assert name not in read(tmp_path, sentence).people


@pytest.mark.parametrize("name", ["Thorez", "Wałęsa", "Rákosi", "Savimbi", "Joliot-Thorez"])
def test_family_names_are_known_with_marks_and_without(name: str) -> None:
    assert is_family_name(name)


@pytest.mark.parametrize("name", ["Berlin", "Essen", "Report", "Anton", "Hague", "Online"])
def test_towns_words_and_given_names_are_no_family_names(name: str) -> None:
    assert not is_family_name(name)
    assert not is_of_families(name)


@pytest.mark.parametrize("name", ["surnames.txt", "more-surnames.txt", "word-surnames.txt"])
def test_a_list_of_family_names_has_each_once_in_order_as_texts_are_compared(name: str) -> None:
    names = lines(name)
    assert list(names) == sorted(set(names))
    assert all(one.isascii() and one.isalpha() and one.islower() for one in names)


def test_no_family_name_stands_in_two_lists() -> None:
    assert not set(lines("surnames.txt")) & set(lines("more-surnames.txt"))


@pytest.mark.parametrize(
    "sentence",
    ["The Consul-General, Drees, informs us.", 'Let Drees and "Al-Bayan" keep out of it.'],
)
def test_an_office_and_what_is_quoted_beside_a_person_are_nobody(
    tmp_path: Path, sentence: str
) -> None:
    assert read(tmp_path, sentence).people == {"Drees"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("There is a copy for the file of Chester Bowles.", "Chester Bowles"),
        ("A word was said about Jacob Beam yesterday.", "Jacob Beam"),
        ("The rest is known, for General Dean was there.", "Dean"),
    ],
)
def test_an_english_word_is_a_family_name_behind_a_given_name_or_a_rank(
    tmp_path: Path, sentence: str, name: str
) -> None:
    assert name in read(tmp_path, sentence).people


@pytest.mark.parametrize(
    "sentence",
    [
        "The General Staff and the Foreign Price Board were there.",
        "He asked for General Order Nine and for the Major Powers.",
        "They drew Will Power and Rose Hill on the map.",
    ],
)
def test_an_english_word_behind_another_is_nobody(tmp_path: Path, sentence: str) -> None:
    assert read(tmp_path, sentence).people == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The letter is by Drees, Political Agent.",
        "The Ruler, Drees and two others were there.",
        "It is the Memorandum of Conversation, Drees and a clerk.",
        "The High Commissioner for Refugees said so to Drees.",
        "I\u2019ve said as much to Drees.",
    ],
)
def test_offices_and_other_words_beside_a_person_are_nobody(tmp_path: Path, sentence: str) -> None:
    assert read(tmp_path, sentence).people == {"Drees"}
