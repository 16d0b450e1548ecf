"""What sites tell in sentences, citations and headings, and those present by their sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

HEAD = "# Letter from Boris Orlov to Jan Petrov\n\n**Date:** 5 May 1951\n\n## Text\n\n"


@pytest.mark.parametrize(
    ("sentence", "giver"),
    [
        ("*Horn Papers is supported by the Luso-American Foundation.*", "Luso-American Foundation"),
        ("**Custodial history:** Catalogued with the help of a grant from the Wolfson Foundation.",
         "Wolfson Foundation"),
        ("Das Projekt wird gefördert durch die Fritz Thyssen Stiftung.", "Fritz Thyssen Stiftung"),
        ("Publié avec le soutien de la Fondation Singer.", "Fondation Singer"),
        ("Proyecto financiado por la Fundación Ford.", "Fundación Ford"),
    ],
)  # fmt: skip
def test_who_pays_is_told_by_a_sentence_around_the_text(
    tmp_path: Path, sentence: str, giver: str
) -> None:
    text = f"{HEAD}{PROSE}\n\n**Source:** AVPRF, f. 3, l. 4\n\n{sentence}\n"
    assert page(tmp_path, text, "a.md").role("funder") == [giver]


def test_who_pays_within_a_text_pays_for_no_page(tmp_path: Path) -> None:
    text = f"{HEAD}The rebels are supported by the Orlov Foundation. {PROSE}\n"
    assert page(tmp_path, text, "a.md").role("funder") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Texts may be reused under CC BY 4.0.",
        "Les textes peuvent être reproduits avec mention de la source.",
        "Alle Texte dürfen nur mit Quellenangabe zitiert werden.",
    ],
)
def test_the_foot_of_a_site_says_what_may_be_done(tmp_path: Path, sentence: str) -> None:
    text = (
        f"<html><body><h1>Letter from Boris Orlov</h1><p>{PROSE}</p>"
        f"<p class=foot>State Archive, Mill Lane 4. {sentence}</p>"
    )
    assert [one.value for one in page(tmp_path, text, "a.html").record.rights] == [sentence]


@pytest.mark.parametrize(
    ("cited", "identifier", "references"),
    [
        ("Transatlantic Record, document TR-044, https://example.com/letter", "TR-044", []),
        ("in: Alliance Papers, no. AP-1970-0621 (National Archives, KÜM, XIX-J-1-j, 107. doboz). "
         "Translated by Eva Dorn.", "AP-1970-0621",
         ["National Archives, KÜM, XIX-J-1-j, 107. doboz"]),
    ],
)  # fmt: skip
def test_a_citation_names_the_number_that_its_site_gives(
    tmp_path: Path, cited: str, identifier: str, references: list[str]
) -> None:
    text = f"{HEAD}{PROSE}\n\n**Cite as**\n\nLetter from Boris Orlov, 5 May 1951, {cited}\n"
    record = page(tmp_path, text, "a.md").record
    assert record.identifier == identifier
    assert [one.verbatim for one in record.reference] == references


@pytest.mark.parametrize("entry", ["Ficha 20841", "Record no. 20841", "Datensatz Nr. 20841"])
def test_the_number_of_an_entry_above_it_is_the_identifier(tmp_path: Path, entry: str) -> None:
    text = f"<html><body><h3>{entry}</h3><h2>Letter from Boris Orlov</h2><p>{PROSE}</p>"
    assert page(tmp_path, text, "a.html").record.identifier == "20841"


def test_those_present_stand_below_their_sides_between_labels(tmp_path: Path) -> None:
    text = (
        "# Memorandum of Conversation between Boris Orlov and Jan Petrov\n\n**PARTICIPANTS:**\n\n"
        "*Portugal*\nBoris Orlov, President\nMaria de Sousa, Ambassador to the United States\n\n"
        "*U.S.*\nArthur A. Hartley, Assistant Secretary for European Affairs\n"
        "Jan Petrov, Interpreter (notetaker)\n\n**DATE:** 5 May 1974\n\n"
        f"**PLACE:** The Secretary's Dining Room, Washington\n\n{PROSE}\n\n{PROSE}\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.role("participant") == [
        "Boris Orlov", "Maria de Sousa", "Arthur A. Hartley", "Jan Petrov"
    ]  # fmt: skip
    assert {"Portugal", "United States", "Washington"} <= found.places


def test_each_office_of_a_distribution_may_name_its_holder(tmp_path: Path) -> None:
    text = f"{HEAD}{PROSE}\n\nDISTRIBUTION: S, C, EUR (Mr. Hartley), AF (Mr. Easton), INR; WH\n"
    assert page(tmp_path, text, "a.md").role("copy-recipient") == ["Hartley", "Easton"]


def test_the_lowest_level_of_a_hierarchy_is_a_place_in_an_archive(tmp_path: Path) -> None:
    text = (
        "Reference Code\nB02030671400\n\nTitle\nLetter from Boris Orlov\n\nHierarchy\n"
        "Diplomatic Archives > Series A, Relations > A.7.0.0.9-55, War, Vol. 4, frames 21-24\n\n"
        f"Language\nJapanese\n\nTranscript\n\n{PROSE}"
    )
    record = page(tmp_path, text).record
    assert record.identifier == "B02030671400"
    assert record.reference[-1].verbatim == "A.7.0.0.9-55, War, Vol. 4, frames 21-24"


def test_labels_name_a_person_with_patronymic(tmp_path: Path) -> None:
    text = HEAD.replace(" to Jan Petrov", "").replace(
        "## Text", "**Addressee:** Orlova, Anna Pavlovna (1869-1962)\n\n## Text"
    )
    assert page(tmp_path, text + PROSE, "a.md").role("recipient") == ["Anna Pavlovna Orlova"]


def test_a_given_name_is_fuller_than_initials(tmp_path: Path) -> None:
    text = f"{HEAD}Comrade W. W. Sagladin spoke. {PROSE} Comrade Wadim Sagladin said so."
    assert "Wadim Sagladin" in page(tmp_path, text, "a.md").people
