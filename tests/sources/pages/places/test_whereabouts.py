"""Places that no authority knows, by their names and by the words around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.places.whereabouts import whereabouts
from lod.sources.pages.words.tokens import words_of
from tests.sources.pages.cataloguing import page


def places(text: str, *blocked: str) -> list[str]:
    at = {text.index(one) for one in blocked}
    return [text[one.start : one.end] for one in whereabouts(words_of(text, 0, len(text)), at)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("corn went down the Volga to the sea", ["Volga"]),
        ("they spoke of El Arish and of the road", ["El Arish"]),
        ("Szczecin lies beyond it", ["Szczecin"]),
        ("he was seen in Kolpashevo", ["Kolpashevo"]),
        ("where the guns were bought, namely Kalimpong. We", ["Kalimpong"]),
        ("Of Kalimpong I shall say nothing", ["Kalimpong"]),
        ("a train came, Kalimpong wool on it", ["Kalimpong"]),
    ],
)
def test_a_name_is_a_place_by_its_company_or_because_it_is_known(
    text: str, found: list[str]
) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Volga Company was founded",
        "the Szczecin agreement was signed",
        "THE VOLGA FLOWS",
        "the Prague Kalimpong is one",
    ],
)
def test_a_known_name_within_another_name_is_none(text: str) -> None:
    assert places(text) == []


def test_a_person_comes_before_a_place() -> None:
    assert places("it was said by Kirovograd himself", "Kirovograd") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Route: Moscow \u2013 Cairo \u2013 Khartoum \u2013 Stanleyville.",
         {"Moscow", "Cairo", "Khartoum", "Stanleyville"}),
        ("Our specialists at Santiago de Cuba are well.", {"Santiago de Cuba"}),
        ("Units from North Viet Nam took part.", {"North Viet Nam"}),
        ("The town of Nam Tha was taken.", {"Nam Tha"}),
        ('They go from Odessa on the motor vessel "Arkhangelsk" in May.', {"Odessa"}),
        ("He will be flown over Bled, Haile Selassie said.", {"Bled"}),
    ],
)  # fmt: skip
def test_a_place_is_told_whole_by_its_row_and_no_ship_is_one(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    above = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1961\n\nAll of this is known to us."
    found = page(tmp_path, f"{above} {sentence}\n")
    assert found.places == names
    assert not found.people & {"Nam Tha", "Bled", "Arkhangelsk"}


@pytest.mark.parametrize("name", ["Golan", "Allier", "Euphrates", "Baluchistan", "Shatt al-Arab"])
def test_rivers_and_regions_are_known_by_their_names(tmp_path: Path, name: str) -> None:
    text = f"He says that a fifth war will begin on the {name} before the year is out, and waits."
    found = page(tmp_path, f"Report on the Mines\n\n{text}\n\n{text}\n")
    assert name in found.places


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("In Peshawar Ambassador Petrov spoke for them.", {"Peshawar"}),
        ("Near Kosice Hungarian officers let a train pass.", {"Kosice"}),
        ("On Mytilene alone there are a hundred thousand.", {"Mytilene"}),
        ("They spoke on Tuesday. Inchon and Masan are quiet.", {"Inchon", "Masan"}),
        ("He went by way of Frankfurt/Oder to us.", {"Frankfurt/Oder"}),
        ("Young Havas is off to Bennington again.", {"Bennington"}),
    ],
)
def test_a_place_is_told_whoever_stands_behind_it_and_whatever_ends_before_it(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    above = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1961\n\nAll of this is known to us."
    assert page(tmp_path, f"{above} {sentence}\n").places == names


@pytest.mark.parametrize(
    "text", ["the Peshawar Gulbuddin Trust gave it", "in Peshawar University he taught"]
)
def test_a_known_name_that_others_follow_is_part_of_theirs(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("We would leave the Yonan peninsula to them.", {"Yonan peninsula"}),
        ("The losses over the Bekaa valley were great.", {"Bekaa valley"}),
        ("In the A Shau valley there are some.", {"A Shau"}),
    ],
)
def test_a_peninsula_or_valley_is_named_with_its_word(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    above = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1961\n\nAll of this is known to us."
    assert page(tmp_path, f"{above} {sentence}\n").places == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he lets them land at El Aouine and waits", ["El Aouine"]),
        ("they brought in grain from Marsalla and waited", ["Marsalla"]),
        ("the landlords of Farsistan will get there before us", ["Farsistan"]),
        ("the railway from Annexy was cut", ["Annexy"]),
        ("from there to the Mediterranean we have one neighbour", ["Mediterranean"]),
    ],
)
def test_a_place_is_told_by_article_goods_people_and_traffic(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The Jining-Ulaanbaatar railway line is late.", {"Jining", "Ulaanbaatar"}),
        ("He lives on Quinta Avenida.", {"Quinta Avenida"}),
        ("They went about looking for Gorlin there.", set()),
        ("They were near Jupiter missiles all day.", set()),
        ("The Liu-Deng line was dead.", set()),
    ],
)
def test_lines_and_streets_name_places_and_searches_and_arms_none(
    tmp_path: Path, said: str, found: set[str]
) -> None:
    prose = "We have read the note with attention and think that it must be finished in spring."
    text = f"# Report on the Works\n\n5 May 1951\n\n{prose} {said} {prose}\n"
    assert page(tmp_path, text, "a.md").places == found


def test_where_sender_and_receiver_sit_is_told_by_what_labels_say_of_them(tmp_path: Path) -> None:
    prose = "We have read the note with attention and think that it must be finished in spring."
    head = (
        "Title: Telegram on the Works\nSender: Southeast Asia Department\nRecipient: Bank, Hanoi\n"
    )
    found = page(tmp_path, f"{head}Date: 5 May 1951\n\n{prose}\n\n{prose}\n")
    assert found.places == {"Hanoi"}
