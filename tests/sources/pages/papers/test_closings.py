"""Below a text: who signs it, with greeting, office, rank, day or mark beside the name."""

# ruff: noqa: RUF001  (a signature in Russian is meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)


def letter(end: str) -> str:
    return f"# Letter on Copper\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\n{end}\n"


@pytest.mark.parametrize(
    "end",
    ["[signed by] Jan Vesely", "Jan Vesely (signed)", "s/ Jan Vesely", "Jan Vesely m.p.",
     "Jan Vesely, Minister of Mines", "Minister of Mines / J. Vesely /", "Ambassador VESELY",
     "Minister of Mines (J. Vesely)", "Yours sincerely, Jan Vesely", "Jan Vesely, 5 May 1951",
     "With respect and love,\n\nJan Vesely\n\ncc: Eva Dorn", "Gen. Jan Vesely", "[J. Vesely]",
     "Venta, 5 May 1951\n\nJan Vesely\n\nCopies: Eva Dorn", "Commander-in-Chief\n\nMarshal VESELY",
     "JAN VESELY\nMinister of Mines", "[Handwritten signature: J. Vesely]", "i.A. Jan Vesely",
     "Minister of Mines\nof the Republic of Venta\nJ. Vesely", "podp. Jan Vesely",
     "[signed]\nJan F. Horak da Vesely", "/s/\nJan du Vesely", "[signature]\nJan della Vesely",
     "Respectfully,\n(Jan F. Horak da Vesely)\nMinister of Mines"],
)  # fmt: skip
def test_papers_close_with_a_name_in_many_ways(tmp_path: Path, end: str) -> None:
    found = page(tmp_path, letter(end), "page.md").role("signatory")
    assert [one.split()[-1].title() for one in found] == ["Vesely"]


@pytest.mark.parametrize(
    "end", ["Подпись: Я. Веселов", "С уважением,\nЯ. Веселов", "Министр горного дела (Я. Веселов)"]
)
def test_russian_papers_close_with_a_name(tmp_path: Path, end: str) -> None:
    assert page(tmp_path, letter(end), "page.md").role("signatory") == ["Я. Веселов"]


@pytest.mark.parametrize(
    "end", ["Hochachtungsvoll", "Ministry of Mines", "Chief of MININT", "The Foreign Ministers",
            "Warsaw", "Mr. Jan Vesely\nThe Farm", "Minister of Mines", "Typed by: Vesely"],
)  # fmt: skip
def test_other_lines_below_a_text_do_not_sign_it(tmp_path: Path, end: str) -> None:
    assert page(tmp_path, letter(end), "page.md").role("signatory") == []


def test_editors_sum_up_below_the_line_of_copies(tmp_path: Path) -> None:
    said = "Vesely tells Dorn how far the works have come, and what the ministry owes them."
    text = letter(f"J. Vesely\n\nCopies: Dorn, Hora.\n\n{said}\n\nCitation: x, 5 May 1951, y, z.")
    found = page(tmp_path, text.replace("Letter on", "Letter, Vesely to Dorn on"), "page.md")
    assert [one.value for one in found.record.abstract] == [said]


def test_a_word_that_a_browser_may_break_is_one(tmp_path: Path) -> None:
    text = f"<h1>Letter on Copper</h1><p>Comrade Ol&shy;szowski was told. {PROSE}</p>"
    assert page(tmp_path, f"<html><body>{text}</body></html>", "a.html").people == {"Olszowski"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "There is enough for Bucharest, Ploiești, and Brașov.",
            {"Bucharest", "Ploiești", "Brașov"},
        ),
        ("The villages of Gawlum, Hpimaw and Kangfang are far.", {"Gawlum", "Hpimaw", "Kangfang"}),
        ("Spread over Cabinda, Benguela and Salazar, they are few.", {"Cabinda", "Benguela"}),
    ],
)
def test_places_stand_in_rows(tmp_path: Path, text: str, places: set[str]) -> None:
    found = page(tmp_path, letter(f"{text} {PROSE}"), "page.md")
    assert places <= found.places
    assert found.people == set()


def test_units_of_armies_are_bodies(tmp_path: Path) -> None:
    text = f"Men of the 23rd Division and of the Kwantung Army came. {PROSE}"
    found = page(tmp_path, letter(text), "page.md")
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert bodies == {"23rd Division", "Kwantung Army"}


def test_burmese_names_begin_with_a_title_that_is_kept(tmp_path: Path) -> None:
    found = page(tmp_path, letter(f"We asked U Nu and Daw Khin Kyi to come. {PROSE}"), "page.md")
    assert found.people == {"U Nu", "Daw Khin Kyi"}


def test_the_head_of_a_talk_names_its_place_and_interpreter(tmp_path: Path) -> None:
    head = "Location: Zhongnanhai\n\nInterpreter and note taker: Pu Shouchang"
    found = page(tmp_path, f"# Memorandum of a Talk\n\n5 May 1951\n\n{head}\n\n{PROSE}", "page.md")
    assert found.people == {"Pu Shouchang"}
    assert "Zhongnanhai" in found.places


def test_who_passed_a_telegram_on_did_not_sign_it(tmp_path: Path) -> None:
    found = page(tmp_path, letter("VESELY\n\n16.1\n\nReported by Dorn."))
    assert found.role("signatory") == ["VESELY"]
