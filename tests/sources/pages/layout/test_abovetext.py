"""What stands above a text: everyday words, rows of a table, headings, the fields of a hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TITLE = "Letter from Boris Orlov to Jan Petrov"
TEXT = f"{PROSE}\n\n{PROSE}\n\nB. Orlov\n"
LEAD = "The envoy reports how the harbour was closed and asks for a ship before the wint..."


@pytest.mark.parametrize(
    ("label", "value"),
    [("Dates covered", "2-4 August 1937"), ("Period covered", "2 to 4 August 1937")],
)
def test_the_days_a_diary_covers_are_its_date(tmp_path: Path, label: str, value: str) -> None:
    text = (
        f"<h1>From the Diary of B. Orlov</h1><dl><dt>{label}</dt><dd>{value}</dd>"
        f"<dt>Held by</dt><dd>AVP RF</dd></dl><p>{PROSE}</p><p>{PROSE}</p>"
    )
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert [span.edtf for span in found.record.date] == ["1937-08-02/1937-08-04"]


def test_a_row_of_two_labels_pairs_each_with_its_value(tmp_path: Path) -> None:
    text = (
        f"<h2>{TITLE}</h2><table><tr><td>When</td><td>24 September 1956</td><td>Where</td>"
        "<td>Rangoon</td></tr><tr><td>Who</td><td colspan='3'>Embassy of Burma &rarr; Ministry "
        "of Mines</td></tr><tr><td>From which file</td><td colspan='3'>PRC FMA 105-00307-03, "
        "22-25</td></tr><tr><td>Our thanks</td><td colspan='3'>Translated by Eva Dorn. Document "
        f"made available by Leo Hora.</td></tr></table><p>{PROSE}</p><p>{PROSE}</p>"
    )
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert [span.edtf for span in found.record.date] == ["1956-09-24"]
    assert "Rangoon" in found.places
    assert "Embassy of Burma" in found.role("sender") + found.role("corporate-sender")
    assert "Ministry of Mines" in found.role("recipient") + found.role("corporate-recipient")
    assert found.role("translator") == ["Eva Dorn"]
    assert found.role("contributor") == ["Leo Hora"]
    assert [one.verbatim for one in found.record.reference] == ["PRC FMA 105-00307-03, 22-25"]


def test_a_header_row_of_four_labels_pairs_nothing(tmp_path: Path) -> None:
    rows = "<tr><th>Rights</th><th>Keeper</th><th>Language</th><th>Type</th></tr>"
    rows += "<tr><td>4</td><td>7</td><td>9</td><td>12</td></tr>" * 2
    text = f"<h1>{TITLE}</h1><p>{PROSE}</p><table>{rows}</table><p>{PROSE}</p>"
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert [one.value for one in found.record.rights] == []


@pytest.mark.parametrize("label", ["Document Record ID", "Archive Item ID", "Original Record ID"])
def test_words_for_a_document_before_a_label_are_seen_through_one_by_one(
    tmp_path: Path, label: str
) -> None:
    text = f"Title\n\n{TITLE}\n\nSubjects\n\nMines\nHarvest\n\n{label}\n\n118204\n\nText\n\n{TEXT}"
    assert page(tmp_path, text).record.identifier == "118204"


@pytest.mark.parametrize(
    "fields",
    [
        "Type: Telegram    Language: Romanian    Record ID: 114597    [View scan] [Add]",
        "Language: Romanian\nRecord ID: 114597\nType: Telegram",
    ],
)
def test_a_teaser_above_the_fields_of_a_hit_does_not_begin_the_text(
    tmp_path: Path, fields: str
) -> None:
    text = (
        f"Your search: harvest\n4 results\n\n07/07/1972\nTELEGRAM FROM VENTA, NO. 61\n{LEAD}\n"
        f"{fields}\n\n---------\n\nTELEGRAM\nNo.: 61\n\nTo: Comrade Jan Petrov\n\n{TEXT}"
    )
    found = page(tmp_path, text)
    assert [one.value for one in found.record.abstract] == [LEAD]
    assert found.role("recipient") == ["Jan Petrov"]
    assert found.role("signatory") == ["B. Orlov"]
    assert found.record.identifier == "114597"


@pytest.mark.parametrize(
    ("mark", "source"),
    [
        ("## ", "ÁBTL, 3.2.5., O-8-552/14, pp. 88-91"),
        ("", "RGANI, f. 5, op. 30, d. 12, l. 4"),
        ("### ", "ACNSAS, fond SIE, file 4, ff. 12-14"),
    ],
)
def test_a_body_between_title_and_source_is_whose_paper_it_is(
    tmp_path: Path, mark: str, source: str
) -> None:
    text = (
        f"# Report on the Harvest\n\n{mark}4 November 1971\n\n{mark}Ministry of the Interior, "
        f"Directorate III/I\n\n{mark}{source}\n\n{mark}English translation by Eva Dorn\n\n"
        f"{mark}Secret!\n\n{PROSE}\n\n{PROSE}\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.role("corporate-author") == ["Ministry of the Interior, Directorate III/I"]
    assert found.role("translator") == ["Eva Dorn"]
    assert [one.verbatim for one in found.record.reference] == [source]


@pytest.mark.parametrize(
    ("remarks", "tongue"),
    [(". In Russian. Typed.", "ru"), (". Certified copy. Original in German.", "de"),
     ("; typescript", ""), (". Carbon copy", "")],
)  # fmt: skip
def test_what_editors_say_of_an_original_is_no_part_of_its_place(
    tmp_path: Path, remarks: str, tongue: str
) -> None:
    remarks = remarks.replace("; typ", ". Typ")
    text = f"{TITLE}\n\n5 May 1951\n\n{TEXT}\nRGASPI 495/154/458/12-13{remarks}\n"
    found = page(tmp_path, text)
    assert [one.verbatim for one in found.record.reference] == ["RGASPI 495/154/458/12-13"]
    if tongue:
        assert any(tongue in one.id for one in found.record.language)


def test_the_foot_of_a_site_says_what_is_permitted_without_its_menu(tmp_path: Path) -> None:
    text = (
        f"<html><body><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p><footer><p>Copyright in "
        "translated matter rests with the Centre; non-commercial use is allowed.</p><p><a "
        "href='/p'>People</a> <a href='/q'>Places</a></p></footer></body></html>"
    )
    (rights,) = page(tmp_path, text, "a.html").record.rights
    assert rights.value.endswith("use is allowed.")


def test_the_formula_of_a_note_ends_with_its_addressee(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n\n5 May 1951\n\nThe Embassy of Burma presents its compliments to the Ministry "
        f"of Mines and, with reference to the talk of the 17th, states as follows.\n\n{PROSE}\n"
    )
    found = page(tmp_path, text)
    assert "Ministry of Mines" in found.role("recipient") + found.role("corporate-recipient")
