"""Sentences that sum up a page without a label, menus around them, and what labels leave open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TITLE = "Letter from Boris Orlov to Jan Petrov"
LEAD = "Orlov tells the minister what was decided about the harvest and who was against it."


def told(tmp_path: Path, text: str, name: str = "page.txt") -> list[str]:
    return [one.value for one in page(tmp_path, text, name).record.abstract]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Essays\nSearch\n\n{lead}\n\n{title}\n\nDate\n5 May 1951\n\nContents\n\n{prose}"),
        ("a.txt", "{title}\nSave to library\nGet citation\n\n{lead}\n\nCredits\nObtained from\n"
                  "Translated by\nEva Dorn\n\nTopics\nHarvest\n\n[page 1]\n\n{prose}"),
        ("a.md", "# {title}\n\n**Date:** 5 May 1951\n**Language:** Russian\n\n> {lead}\n\n"
                 "## English translation\n\n{prose}"),
        ("a.md", "| Field | Value |\n|:--|:--|\n| **Title** | {title} |\n| **Date** | 5 May 1951 |"
                 "\n\n> {lead}\n\n## Text\n\n{prose}"),
        ("a.txt", "{title}\n\n{lead}\n\nMINISTRY OF MINES\n\n5 May 1951\n\n{prose}"),
        ("a.txt", "Reference Code\nB12\n\nTitle\n{title}\n\nContents\n{lead}\n\nTerms of use\nFree."
                  "\n\nENGLISH TRANSLATION\n\n{prose}\n\n{prose}"),
    ],
)  # fmt: skip
def test_a_sentence_beside_title_or_text_sums_a_page_up(
    tmp_path: Path, name: str, text: str
) -> None:
    found = told(tmp_path, text.format(lead=LEAD, title=TITLE, prose=PROSE), name)
    assert found == [LEAD]


def test_a_sites_own_sentence_above_a_title_sums_up_nothing(tmp_path: Path) -> None:
    motto = "Here the historical commission shows papers from the archives of nine countries."
    assert (
        told(tmp_path, f"Home\nSearch\n\n{motto}\n\n{TITLE}\n\nDate\n5 May 1951\n\n{PROSE}") == []
    )


def test_menus_in_any_language_are_no_part_of_a_text(tmp_path: Path) -> None:
    text = (
        "Aller au contenu | Aller au menu\n\nAccueil > Documents > 1966\n\n"
        f"{TITLE}\n\nImprimer  Envoyer à un ami  Ajouter au panier\n\n{PROSE}\n\n{PROSE}\n\n"
        "Mentions légales - Plan du site - Gestion des cookies"
    )
    (body,) = page(tmp_path, text).row.cells["body"]
    assert body.text == f"{PROSE}\n\n{PROSE}"


def test_a_heading_below_an_empty_cell_is_no_value(tmp_path: Path) -> None:
    text = (
        "<html><body><table><tr><th>Dated</th><td>5 May 1951</td></tr>"
        f"<tr><th>See also</th><td></td></tr></table><h2>{TITLE}</h2><p>{PROSE}</p>"
    )
    assert page(tmp_path, text, "a.html").record.title[0].value == TITLE


def test_a_name_beside_translation_among_labels_is_the_translators(tmp_path: Path) -> None:
    text = (
        f"Title\n{TITLE}\nRepository\nState Archives\nTranslation\nEva Dorn\nContents\n{LEAD}\n"
        f"Language\nGerman\n\nTranscript\n\n{PROSE}"
    )
    assert page(tmp_path, text).role("translator") == ["Eva Dorn"]


def test_names_between_bars_below_their_label_are_no_menu(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n\nDate\n5 May 1951\n\nTranscript\n\n{PROSE}\n\nSource\nAVPRF, f. 3, l. 4\n\n"
        "People\nAnna Dorn | Petr Vesely\nPlaces\nCuba | Gander\nTopics\nHarvest | Trade\n"
    )
    found = page(tmp_path, text)
    assert {"Anna Dorn", "Petr Vesely"} <= found.people
    assert found.places == {"Cuba", "Gander"}


def test_a_name_within_a_fuller_one_is_the_same_person(tmp_path: Path) -> None:
    text = (
        f"Talk with V. K. Krishna Menon\n\nDate\n5 May 1951\n\nTranscript\n\n{PROSE}\n\n"
        "Minister Krishna Menon said that he would come."
    )
    assert page(tmp_path, text).people == {"V. K. Krishna Menon"}


@pytest.mark.parametrize(
    "said",
    [
        "A note from an informant at Venta on those who came over the border after the harvest, "
        "and on where their leaders are.",
        "Orlov describes to Petrov what was decided about the harvest, and how he was answered "
        "when he asked for more of it.",
    ],
)
def test_an_editor_sums_up_below_the_text_though_a_sentence_above_does(
    tmp_path: Path, said: str
) -> None:
    cited = f'"{TITLE}", May 5, 1951, Wilson Center Digital Archive, AVPRF, f. 1, op. 2, d. 3.'
    head, foot = f"{LEAD}\n\nMay 5, 1951\n\n{TITLE}", f"{said}\n\nCitation\n\n{cited}"
    text = f"{head}\n\n{PROSE}\n\nB. Orlov\n\n\n{foot}\n"
    assert told(tmp_path, text) == [LEAD, said]


def test_what_became_of_a_letter_is_told_by_the_text_itself(tmp_path: Path) -> None:
    said = (
        "A letter of the same content was sent to the ministry of mines on the day before, and "
        "nobody has answered it until now, as is known."
    )
    foot = f'{said}\n\nCitation\n\n"{TITLE}", May 5, 1951'
    text = f"May 5, 1951\n\n{TITLE}\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    assert told(tmp_path, text) == []


def test_a_quotation_between_the_fields_and_the_text_sums_up(tmp_path: Path) -> None:
    said = "Foreign Affairs sets out what may be offered in return for the fuel of Safari I."
    text = (
        "# Briefing Paper for Minister R. Dorn on the Talks with Ambassador Eva Horak\n\n"
        "| Field | Value |\n|---|---|\n| **Date** | June 23, 1978 |\n| **Record ID** | 116829 |\n"
        f"| **Donor** | Mill Foundation |\n\n> {said}\n\n[Link](https://x.org/a) | [Share](#)\n\n"
        f"---\n\nSECRET\n\nPRETORIA, 23 June 1978\n\n{said}\n\nBackground. {said} {said}\n"
    )
    found = page(tmp_path, text, "page.md")
    assert [one.value for one in found.record.abstract] == [said]
    assert found.role("participant") == []
