"""What a page says in two ways: all of it is kept, and the curator is told."""

from __future__ import annotations

from pathlib import Path

from lod.issue import Issue
from tests.sources.pages.cataloguing import page, pages_dataset
from tests.sources.pages.reading import read

TEXT = (
    "# Letter of A. Orlov\n\nMay 5, 1951\n\nWe have read your note with attention, and answer it."
    "\n\nA. Orlov\n\n6 May 1951\n\nCitation\n\n\"Letter from A. Orlov\", May 5, 1951, X Digital "
    "Archive, RGANI, f. 2, op. 1, d. 3.\n"
)  # fmt: skip


def remarks(tmp_path: Path, text: str) -> list[Issue]:
    path = tmp_path / "page.txt"
    path.write_text(text)
    return [one for one in read(path, "pages").issues if one.code == "page/conflict"]


def test_a_date_and_a_title_that_contradict_the_preferred_ones_are_listed(tmp_path: Path) -> None:
    found = {one.field: one for one in remarks(tmp_path, TEXT)}
    assert {field: one.value for field, one in found.items()} == {
        "title": "Letter from A. Orlov",
        "date": "6 May 1951",
    }
    assert "'May 5, 1951' (date line) was preferred" in found["date"].message


def test_claims_that_contradict_each_other_all_stay(tmp_path: Path) -> None:
    record = page(tmp_path, TEXT).record
    assert [one.edtf for one in record.date] == ["1951-05-05", "1951-05-06"]
    titles = (*record.title, *record.alternative)
    assert [one.value for one in titles] == ["Letter of A. Orlov", "Letter from A. Orlov"]


def test_a_page_that_agrees_with_itself_has_no_remark(tmp_path: Path) -> None:
    assert remarks(tmp_path, "# Letter of A. Orlov\n\nMay 5, 1951\n\nWe answer.\n") == []


def test_a_month_first_is_read_as_another_date_of_the_page_shows(tmp_path: Path) -> None:
    text = "Title: A\nDate: 11/02/1956\n\nBudapest, November 2, 1956\n\nWe have answered it.\n"
    assert page(tmp_path, text).record.date[0].edtf == "1956-11-02"
    assert pages_dataset().prefix == "wcda"


def test_the_language_that_a_text_was_translated_from_is_a_claim_on_the_original(
    tmp_path: Path,
) -> None:
    text = "# Letter of A. Orlov\n\nLanguage: {}\n\nWe have read your note with attention.\n\n{}\n"
    note = "Source: SAPMO-BArch, DY 30/3469. Translated from Polish by Peter Hale."
    found = {one.field: one.value for one in remarks(tmp_path, text.format("German", note))}
    assert found["language"] == "Polish"
    assert "language" not in {one.field for one in remarks(tmp_path, text.format("Polish", note))}
