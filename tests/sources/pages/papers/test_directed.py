"""To whom a paper goes in groups, who was there in groups, and who is none of them."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def paper(tmp_path: Path, head: str, foot: str = "B. Petrov", name: str = "page.txt") -> Catalogued:
    return page(tmp_path, f"{head}\n\n{PROSE} {PROSE}\n\n{PROSE}\n\n{foot}\n", name)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("To Cdes. Orlov, Kozlov; to Cde. Novak (point 2)", ["Orlov", "Kozlov", "Novak"]),
        ("To Comrades Orlov, Kozlov (points 2 and 3)", ["Orlov", "Kozlov"]),
        ("To: Comrades Orlov, Kozlov - all; Zorin, Novak - point 2; Suslov - points 1, 3.",
         ["Orlov", "Kozlov", "Zorin", "Novak", "Suslov"]),
        ("To: Cdes. Orlov - in full; Zorin, Novak \u2014 p. 4; Kozlov, Suslov: items II and IV",
         ["Orlov", "Zorin", "Novak", "Kozlov", "Suslov"]),
        ("To: Comrades Orlov, Kozlov - everything; Zorin, Minister of Mines; Novak - \u00a7 2",
         ["Orlov", "Kozlov", "Zorin", "Novak"]),
        ("ACCRA \u2013 TO SOVIET AMBASSADOR SYTENKO", ["SYTENKO"]),
        ("Accra, to Charg\u00e9 d'Affaires Sytenko", ["Sytenko"]),
    ],
)  # fmt: skip
def test_a_paper_goes_to_each_of_those_in_groups(
    tmp_path: Path, line: str, names: list[str]
) -> None:
    assert paper(tmp_path, line).role("recipient") == names


def test_prose_that_begins_with_to_addresses_nobody(tmp_path: Path) -> None:
    line = "To Paris (as it seems) he will go; to London he will not"
    assert paper(tmp_path, line).role("recipient") == []


def test_those_present_are_listed_in_groups_and_the_absent_left_out(tmp_path: Path) -> None:
    head = (
        "Obecni:\nczłonkowie Biura - tow. tow. Jan Nowak, Adam Kowal\n"
        "zaproszeni - tow. tow. Piotr Zych, Karol Wilk\nnieobecny - tow. Jerzy Lis (chory)"
    )
    names = paper(tmp_path, head).role("participant")
    assert names == ["Jan Nowak", "Adam Kowal", "Piotr Zych", "Karol Wilk"]


def test_the_sides_of_a_talk_are_told_by_from_whose_side(tmp_path: Path) -> None:
    head = "von seiten der DDR: Erich Honecker; Willi Stoph, Vorsitzender des Staatsrates;"
    assert paper(tmp_path, head).role("participant") == ["Erich Honecker", "Willi Stoph"]


def test_a_row_of_names_between_semicolons_is_several(tmp_path: Path) -> None:
    foot = "Distributed to: Chairman Mao, Liu Shaoqi, Peng Zhen; International Liaison Department"
    found = paper(tmp_path, "", foot).role("copy-recipient")
    assert found == ["Mao", "Liu Shaoqi", "Peng Zhen", "International Liaison Department"]


@pytest.mark.parametrize("heard", ["OVACIÓN", "(OVACIÓN)", "(APPLAUSE)", "(BEIFALL)"])
def test_who_applauds_signs_nothing(tmp_path: Path, heard: str) -> None:
    found = paper(tmp_path, "Discurso de Juan Orlov", heard)
    assert found.role("signatory") == []


def test_the_end_of_a_sentence_on_a_line_of_its_own_signs_nothing(tmp_path: Path) -> None:
    foot = "Mr. Gromyko will have heard of the matter from Mr. Rusk by way of\nAmbassador Dobrynin."
    assert paper(tmp_path, "AIDE-MEMOIRE", foot).role("signatory") == []


def test_a_name_between_dashes_signs_a_telegram(tmp_path: Path) -> None:
    found = paper(tmp_path, "Serial number: 328", "\u2013 Beck \u2013")
    assert found.role("signatory") == ["Beck"]
    assert found.numbers() == ["328"]


def test_letters_of_a_party_are_no_initials_of_its_secretary(tmp_path: Path) -> None:
    found = paper(tmp_path, "TOP SECRET", "SECRETARY OF THE CPSU CC N. KHRUSHCHEV")
    assert found.role("signatory") == ["N. KHRUSHCHEV"]


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Resolution of the CPSU CC Presidium on the Appeal of Lumumba", ["CPSU CC Presidium"]),
        ("Letter of Gromyko on the Appeal of Lumumba", ["Gromyko"]),
    ],
)
def test_who_a_paper_is_on_did_not_write_it(tmp_path: Path, title: str, authors: list[str]) -> None:
    found = page(tmp_path, f"# {title}\n\nMay 5, 1960\n\n{PROSE} {PROSE} Lumumba knows.\n", "a.md")
    assert found.role("author") + found.role("corporate-author") == authors


def test_who_speaks_is_told_in_a_title_in_capitals(tmp_path: Path) -> None:
    title = "DISCURSO PRONUNCIADO POR EL COMANDANTE EN JEFE FIDEL CASTRO RUZ EN EL ACTO CENTRAL"
    found = page(tmp_path, f"# {title}\n\n{PROSE}\n", "a.md")
    assert found.role("author") == ["FIDEL CASTRO RUZ"]


def test_mr_prime_minister_is_nobody(tmp_path: Path) -> None:
    assert "Prime" not in paper(tmp_path, "", "Esteemed Mr. Prime Minister, I read it.").people


def test_the_formula_of_a_note_is_read_over_lines_and_her_majestys_embassy_named(
    tmp_path: Path,
) -> None:
    head = (
        "AIDE-MEMOIRE\n\nHer Majesty's Embassy present their compliments to the\n"
        "Ministry of Foreign Affairs of the Union of Soviet Socialist\n"
        "Republics and have the honour to draw attention to the following."
    )
    found = paper(tmp_path, head, "BRITISH EMBASSY,\nMOSCOW.\nMay 9, 1962.")
    assert found.role("sender") == ["BRITISH EMBASSY"]
    (recipient,) = found.role("recipient")
    assert recipient == "Ministry of Foreign Affairs of the Union of Soviet Socialist Republics"


def test_an_office_in_a_town_has_a_copy_and_is_nobody(tmp_path: Path) -> None:
    found = paper(tmp_path, "AIDE-MEMOIRE", "Copies to: Vienna (Mr. Addis); POLAD Singapore")
    assert "POLAD Singapore" not in found.people


def test_who_is_addressed_in_full_in_russian_is_named_as_he_is_cited(tmp_path: Path) -> None:
    prose = (
        "Мы с вниманием прочли Ваше послание и думаем, что работа в Москве идет хорошо и в срок."
    )
    text = f"товарищу ХРУЩЕВУ Никите Сергеевичу\n\n{prose} {prose}\n\n{prose}\n\nА. Орлов\n"
    assert "Никита Сергеевич Хрущев" in page(tmp_path, text).people


def test_the_number_of_a_protocol_is_read_from_its_title(tmp_path: Path) -> None:
    title = "Protokół nr 57 z posiedzenia Biura Politycznego w dniu 6 maja 1968 r."
    assert page(tmp_path, f"{title}\n\n{PROSE} {PROSE}\n\n{PROSE}\n").numbers() == ["57"]


@pytest.mark.parametrize(
    "line",
    ["(56) Bu Mi 0214", "Document No. (56) Bu Mi 0214; number of copies printed: 30",
     "Doc. No. (56) Bu Mi 0214, 12 copies", "No. (56) Bu Mi 0214. Printed on 3 May"],
)  # fmt: skip
def test_the_number_of_a_chinese_office_is_read_with_what_it_prints_beside(
    tmp_path: Path, line: str
) -> None:
    assert paper(tmp_path, "REPORT ON COPPER", f"B. Petrov\n\n{line}").numbers() == [
        "(56) Bu Mi 0214"
    ]


def test_a_year_in_brackets_in_a_sentence_is_no_number(tmp_path: Path) -> None:
    line = "They are (56) Old Men 12 of whom have printed it"
    assert paper(tmp_path, "REPORT ON COPPER", f"{line}\n\nB. Petrov").numbers() == []
