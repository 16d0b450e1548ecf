"""Where a text begins and ends: not with what stands above or below a description."""

# ruff: noqa: RUF001  (a date in Russian is meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)
TEXT = "\n\n".join([PROSE] * 3)
LABELS = "Record ID\n\n4711\n\nType\n\nReport\n\nLanguage\n\nCzech\n\nDonors\n\nLuce Foundation\n"


def test_a_word_above_a_description_is_no_text(tmp_path: Path) -> None:
    above = "# Report on the Works\n\n5 May 1951\n\nGet Citation\n\n### Summary\n\nOn copper.\n"
    found = page(tmp_path, f"{above}\n### View Document\n\nSheet 1\n\n{TEXT}\n", "a.md")
    assert found.row.cells["body"][0].text.startswith("Sheet 1")


def test_what_stands_below_a_description_does_not_belong_to_the_text(tmp_path: Path) -> None:
    foot = "To ask for leave to print this document, write to the archive that has it in Venta."
    found = page(tmp_path, f"# Report on the Works\n\n5 May 1951\n\n{TEXT}\n\n{LABELS}\n{foot}\n")
    assert found.row.cells["body"][0].text.endswith("since.")
    assert found.record.identifier == "4711"


def test_labels_below_a_text_announce_no_text(tmp_path: Path) -> None:
    below = "<h4>Persons</h4><ul><li>Jan Vesely</li></ul><h4>Transcript</h4><p>Pages 3-4</p>"
    prose = f"<p>{PROSE}</p>" * 3
    found = page(tmp_path, f"<html><body><h2>Report on the Works</h2>{prose}{below}", "a.html")
    assert found.row.cells["body"][0].text.startswith("The works")


def test_an_address_in_a_text_does_not_end_it(tmp_path: Path) -> None:
    text = f"Venta, den 5. Mai 1951\n\nAn den\nMinister für Bergbau\nHerrn Jan Vesely\n\n{TEXT}"
    found = page(tmp_path, f"# Report on the Works\n\nSprache: Deutsch\nUmfang: 3 Bl.\n\n{text}\n")
    assert found.row.cells["body"][0].text.endswith("since.")


def test_a_title_stands_between_the_sites_lines_and_its_description(tmp_path: Path) -> None:
    site = "Records of the Venta Mining Office Online\n\nHome » Library\n\n"
    labels = "Document Type:\nReport\nCollection:\nMines\nPublication Date:\nMay 5, 1951\n"
    found = page(tmp_path, f"{site}COPPER FOR THE VENTA WORKS\n\n{labels}Body:\n{TEXT}\n")
    assert found.record.title[0].value == "COPPER FOR THE VENTA WORKS"


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("dc.contributor.author", "creator"), ("dcterms:abstract", "summary"),
        ("Subject.Geographic", "places"), ("Physical Collection", "collection"),
        ("Langue des documents", "language"), ("Eingrenzung und Inhalt", "summary"),
        ("Condiciones de reproducción", "rights"), ("Sygnatura archiwalna", "reference"),
    ],
)  # fmt: skip
def test_labels_of_catalogues_are_known_in_their_forms(
    tmp_path: Path, label: str, column: str
) -> None:
    rows = f"<tr><td>{label}</td><td>Venta and works</td></tr>"
    found = page(tmp_path, f"<html><body><h1>Report</h1><table>{rows}</table></body>", "a.html")
    assert found.row.cells[column][0].text == "Venta and works"


def test_an_everyday_label_counts_between_the_labels_of_a_description(tmp_path: Path) -> None:
    labels = "Title\n\nReport\n\nContributor\n\nEva Dorn\nJan Vesely\n\nRights\n\nFree to use\n\n"
    found = page(tmp_path, f"{labels}Identifier\n\nV-1\n\nLanguage\n\nCzech\n\nDate\n\n1951-05-05")
    assert [one.value for one in found.record.rights] == ["Free to use"]


def test_two_labels_announce_one_text(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"# Report on the Works\n\nContents:\nEnglish Translation\nScan\n\n{TEXT}"
    )
    assert found.row.cells["body"][0].text.endswith("since.")


def test_colons_below_each_other_are_no_part_of_values(tmp_path: Path) -> None:
    rows = "Doc. No.    : V-11-4-2\nTitle       : Report on the Works\nDate        : 5 May 1951\n"
    found = page(tmp_path, f"{rows}\n{TEXT}\n")
    assert found.record.title[0].value == "Report on the Works"


@pytest.mark.parametrize("form", ["{}\n{}\n", "{}\n\n{}\n\n", "{}\t{}\n", "{}: {}\n"])
def test_places_below_a_text_are_a_label_and_no_menu(tmp_path: Path, form: str) -> None:
    fields = ["Type", "Report", "Language", "Czech", "Summary", "On copper in spring.",
              "Places", "Venta; Gora", "Subjects", "Copper", "Rights", "Free"]  # fmt: skip
    block = "".join(map(form.format, fields[::2], fields[1::2]))
    found = page(tmp_path, f"# Report on the Works\n\n5 May 1951\n\n{TEXT}\n\n{block}")
    assert {"Venta", "Gora"} <= found.places


@pytest.mark.parametrize(
    ("value", "languages"),
    [
        ("Russian (original)", ["ru"]), ("Russian; English", ["ru", "en"]),
        ("Russian and English", ["ru", "en"]), ("Original in Russian", ["ru"]),
        ("Translated from Polish", ["pl"]), ("Serbian / Croatian", ["sr", "hr"]),
    ],
)  # fmt: skip
def test_languages_are_told_in_words(tmp_path: Path, value: str, languages: list[str]) -> None:
    block = f"Extent: 2 pages\nLanguage: {value}\nAccess status: Open\n"
    found = page(tmp_path, f"# Works at Venta\n\n{block}\nTranscript\n\n{TEXT}\n")
    assert [one.id for one in found.record.language] == languages


@pytest.mark.parametrize("value", ["5 May 1951 (date created)", "5 maja 1951 r.", "5 мая 1951 г."])
def test_dates_are_read_without_what_is_said_of_them(tmp_path: Path, value: str) -> None:
    block = f"Extent: 2 pages\nDate: {value}\nAccess status: Open\n"
    found = page(tmp_path, f"# Works at Venta\n\n{block}\nTranscript\n\n{TEXT}\n")
    assert [one.edtf for one in found.record.date] == ["1951-05-05"]


def test_a_citation_is_read_beside_its_label(tmp_path: Path) -> None:
    cited = '"Report on the Works", May 5, 1951, Venta Digital Archive, Fond 3, Opis 2, Delo 7.'
    found = page(tmp_path, f"# Report on the Works\n\nCitation: {cited}\n\n{TEXT}\n")
    assert found.row.cells["citation"][0].text == cited
    assert found.row.cells["date_citation"][0].text == "May 5, 1951"
