"""Citations over several lines, and what else sites print around a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
CITED = (
    "Orlov, Jan. Diary entry on the second day of the conference. 2 September 1961.\n"
    "Archives of Yugoslavia, Fond 837, box 202, p. 77-79. Serbo-Croatian,\n"
    "handwritten. Translated by Ana Novak. Published with\na grant of the Blue Family Foundation.\n"
)


def test_a_citation_that_a_page_has_cut_is_read_whole(tmp_path: Path) -> None:
    found = page(tmp_path, f"{PROSE} {PROSE}\n\n{PROSE}\n\n***\n\n{CITED}", "a.md")
    assert found.role("author") == ["Orlov, Jan"]
    assert found.role("translator") == ["Ana Novak"]
    assert found.role("funder") == ["Blue Family Foundation"]
    assert [one.edtf for one in found.record.date[:1]] == ["1961-09-02"]
    assert found.record.reference[0].verbatim.startswith("Archives of Yugoslavia, Fond 837")


def test_an_archive_with_its_own_number_is_a_reference_with_its_translator(tmp_path: Path) -> None:
    line = "PRC FMA 106-01380-15, 1-6. Translated by Jingwen Sha."
    found = page(tmp_path, f"# Record of Conversation\n\n{line}\n\n{PROSE} {PROSE}\n", "a.md")
    assert [one.verbatim for one in found.record.reference] == ["PRC FMA 106-01380-15, 1-6"]
    assert found.role("translator") == ["Jingwen Sha"]
    assert not found.record.abstract


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("Cite | Export (BibTeX, RIS) | Record BCP.D.0188", "BCP.D.0188"),
        ("| Teilen | Drucken | Zitierlink: https://a.example.de/dok/741115a |", "741115a"),
        ("Item 47 · Permalink: https://a.example.org/item/PH-0047 · Follow us", "PH-0047"),
    ],
)
def test_a_row_of_actions_has_the_number_of_the_document(
    tmp_path: Path, row: str, number: str
) -> None:
    found = page(tmp_path, f"# Letter of A. Orlov\n\n{PROSE} {PROSE}\n\n---\n\n{row}\n", "a.md")
    assert found.record.identifier == number


def test_a_trail_of_links_is_no_title(tmp_path: Path) -> None:
    trail = "[Papers](/) / [Diaries and memoirs](/diaries) / Jan Orlov"
    found = page(tmp_path, f"{trail}\n\n# Diary of J. Orlov\n\n{PROSE} {PROSE}\n", "a.md")
    assert [one.value for one in found.record.title] == ["Diary of J. Orlov"]


@pytest.mark.parametrize(
    "sentence",
    [
        "При перепечатке ссылка обязательна.",
        "Se permite la reproducción citando la fuente.",
        "Nachdruck nur mit Quellenangabe.",
        "Przedruk dozwolony z podaniem źródła.",
        "Reproduction interdite sans autorisation.",
    ],
)
def test_what_may_be_done_with_a_text_is_told_in_a_sentence(tmp_path: Path, sentence: str) -> None:
    text = f"# Letter of A. Orlov\n\n{PROSE} {PROSE}\n\nLanguage: Czech\n\nVenta. {sentence}\n"
    assert [one.value for one in page(tmp_path, text, "a.md").record.rights] == [sentence]


def test_a_title_may_end_with_a_shortened_word_for_the_year(tmp_path: Path) -> None:
    title = "Protokół nr 57 z posiedzenia Biura Politycznego KC PZPR w dniu 6 maja 1968 r."
    found = page(tmp_path, f"Archiwum Venta - edycja\n\n{title}\n\n{PROSE} {PROSE}\n\n{PROSE}\n")
    assert [one.value for one in found.record.title] == [title]
    assert [one.edtf for one in found.record.date[:1]] == ["1968-05-06"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Time: 30 August 1962, 9:40 to 10:25 in the evening", "1962-08-30"),
        ('Pinar del Río, 26 de julio de 1976, "Año del XX Aniversario del Granma"', "1976-07-26"),
    ],
)
def test_the_day_is_read_with_its_hours_or_the_name_of_its_year(
    tmp_path: Path, line: str, day: str
) -> None:
    found = page(tmp_path, f"# Record of a Conversation\n\n{line}\n\n{PROSE} {PROSE}\n", "a.md")
    assert [one.edtf for one in found.record.date[:1]] == [day]


def test_capitals_above_a_description_are_its_title_and_a_caution_names_no_state(
    tmp_path: Path,
) -> None:
    text = (
        "Reading Room  |  Search  |  Help\n\nADVISERS AND ARMS PRODUCTION AT THE SKODA WORKS\n\n"
        "Document Number (FOIA): CIA-RDP82-00457R008600210007-4\nPages: 3\nCase Number: R\n\n"
        "Body:\n\nCLASSIFICATION   SECRET - U.S. OFFICIALS ONLY\nCENTRAL INTELLIGENCE AGENCY\n"
        f"INFORMATION REPORT\n\n{PROSE} {PROSE}\n\n{PROSE}\n"
    )
    found = page(tmp_path, text)
    assert [one.value for one in found.record.title] == [
        "ADVISERS AND ARMS PRODUCTION AT THE SKODA WORKS"
    ]
    assert [one.id for one in found.record.type] == ["report"]
    assert found.role("corporate-author") == ["CENTRAL INTELLIGENCE AGENCY"]
    assert found.places == set()
