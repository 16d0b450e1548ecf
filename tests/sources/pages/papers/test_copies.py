"""Who has a copy, who was there by sides, and the numbers of files and of Chinese offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources import Cell
from lod.sources.pages.papers.copylines import labelled_copies
from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
TEXT = f"{PROSE}\n\n{PROSE}\n\n"


@pytest.mark.parametrize(
    ("listed", "copied"),
    [
        ("Distribution:\nSA Embassy (for Mr D B Sole)\nForeign Office (for Gen Jan Hora)",
         ["D B Sole", "SA Embassy", "Jan Hora", "Foreign Office"]),
        ("Copies: Babiuch, Jaroszewicz, Gierek - 3 copies; archive - 1",
         ["Babiuch", "Jaroszewicz", "Gierek"]),
        ("Distributed: Jan Hora, Legal and Treaty Department (2), Eva Dorn",
         ["Jan Hora", "Eva Dorn", "Legal and Treaty Department"]),
        ("Distribution list\n\n1. Comrade Honecker\n2. Comrade Axen\n3. HVA / Leadership",
         ["Honecker", "Axen"]),
        ("Print: 9 copies. Sent to: Office of the Premier; Wang Dong; Mines Commission (Eva Dorn)",
         ["Office of the Premier", "Wang Dong", "Mines Commission", "Eva Dorn"]),
        ("5 copies made. For: Jan Hora; Ural Military District; the Embassy (Addis Ababa)",
         ["Jan Hora", "Ural Military District"]),
        ("Copies to: Comrade Li Ren; Central Planning Office; Comrade Wang Dong, deputy;\n"
         "Foreign Trade Commission; Wuhan Military Region; the party group at the mill in\n"
         "Jinan",
         ["Li Ren", "Central Planning Office", "Wang Dong", "Foreign Trade Commission",
          "Wuhan Military Region"]),
    ],
)  # fmt: skip
def test_lists_of_copies_name_persons_and_offices(
    tmp_path: Path, listed: str, copied: list[str]
) -> None:
    found = page(tmp_path, f"{TEXT}J. Vesely\n\n{listed}\n")
    assert set(found.role("copy-recipient")) == set(copied)


def test_those_who_have_a_copy_stand_between_dashes() -> None:
    text = "Mr Robin (Élysée) - Mr Goldschmidt (CEA) - Direction d'Asie"
    found = labelled_copies(text, Cell(text, 0, len(text), "label"), lambda _: "")
    names = [text[one.start : one.end] for one in found]
    assert names == ["Robin", "Goldschmidt", "Direction d'Asie"]


def test_a_surname_with_its_article_in_capitals_signs_a_telegram(tmp_path: Path) -> None:
    assert page(tmp_path, f"{TEXT}LE GOURRIEREC\n").role("signatory") == ["LE GOURRIEREC"]
    assert page(tmp_path, f"{TEXT}NATO SECRET\n").role("signatory") == []


def test_the_side_of_those_present_is_none_of_them(tmp_path: Path) -> None:
    text = (
        "RECORD OF A CONVERSATION\n\nPresent:\nFor South Africa\nMr R F Botha\n"
        f"For Poland\nMr R C Barkley\n\n{TEXT}"
    )
    assert set(page(tmp_path, text).role("participant")) == {"R F Botha", "R C Barkley"}


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("File: 137/11/19 Vol. 4", "137/11/19"),
        ("Ref. no.: (60) Bu Fei Zi No. 127", "(60) Bu Fei Zi No. 127"),
    ],
)
def test_files_and_chinese_offices_number_papers(tmp_path: Path, line: str, number: str) -> None:
    assert page(tmp_path, f"SECRET\n\n{line}\n\n{TEXT}").numbers() == [number]


def test_vice_premiers_are_several(tmp_path: Path) -> None:
    present = "Present: Vice Premiers Chen Yi and He Long; Department Director He Gongkai"
    found = page(tmp_path, f"RECORD OF A TALK\n\n{present}\n\n{TEXT}")
    assert found.role("participant") == ["Chen Yi", "He Long", "He Gongkai"]


def test_the_secretary_of_a_committee_is_named_below_it(tmp_path: Path) -> None:
    head = "TO THE SECRETARY OF THE CC AzCP(b)\nCde. M. J. BAGIROV\nOn the situation in Tabriz"
    found = page(tmp_path, f"TOP SECRET\n\n{head}\n\n{TEXT}A. YEMELYANOV\n")
    assert found.role("recipient") == ["M. J. BAGIROV"]
    assert found.people == {"M. J. BAGIROV", "A. YEMELYANOV"}


def test_the_part_of_a_service_below_it_issues_a_paper(tmp_path: Path) -> None:
    head = "Ministry for State Security\nMain Directorate Reconnaissance\n\nBerlin, 26 July 1982"
    found = page(tmp_path, f"{head}\n\n{TEXT}")
    assert found.role("corporate-author") == [
        "Ministry for State Security",
        "Main Directorate Reconnaissance",
    ]
