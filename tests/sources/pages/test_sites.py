"""Pages as other archives print them: catalogues, libraries, published papers, plain scans.

`sites` were at hand while rules were written; `heldback` were not, and are what a new site costs.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from lod.vocabulary import lines
from tests.sources.pages.cataloguing import page
from tests.sources.pages.scoring import Score, scored

DATA = Path(__file__).parents[2] / "data" / "pages"
PROSE = "We have read the note with attention and think that the work must be finished in spring."


@cache
def result(folder: str) -> Score:
    return scored(DATA / folder)


@pytest.mark.parametrize(
    ("folder", "kind", "precision", "recall"),
    [
        ("sites", "people", 0.98, 0.96),
        ("sites", "places", 0.97, 0.97),
        ("sites", "bodies", 0.88, 0.90),
        ("archives", "people", 0.96, 0.93),
        ("archives", "places", 0.94, 0.94),
        ("archives", "bodies", 0.90, 0.85),
        ("more", "people", 0.93, 0.96),
        ("more", "places", 0.94, 0.96),
        ("more", "bodies", 0.78, 0.79),
        ("fresh", "people", 0.95, 0.95),
        ("fresh", "places", 0.95, 0.88),
        ("fresh", "bodies", 0.86, 0.71),
        ("fifth", "people", 0.96, 0.95),
        ("fifth", "places", 0.97, 0.98),
        ("fifth", "bodies", 0.87, 0.79),
        ("sixth", "people", 0.98, 0.96),
        ("sixth", "places", 0.95, 0.91),
        ("sixth", "bodies", 0.89, 0.80),
        ("seventh", "people", 0.97, 0.95),
        ("seventh", "places", 0.96, 0.98),
        ("seventh", "bodies", 0.92, 0.82),
        ("eighth", "people", 0.96, 0.96),
        ("eighth", "places", 0.94, 0.98),
        ("eighth", "bodies", 0.98, 0.90),
        ("fifteenth", "people", 0.96, 0.94),
        ("fifteenth", "places", 0.95, 0.96),
        ("fifteenth", "bodies", 0.75, 0.82),
        ("sixteenth", "people", 0.99, 0.95),
        ("sixteenth", "places", 0.95, 0.97),
        ("sixteenth", "bodies", 0.88, 0.73),
        ("seventeenth", "people", 0.99, 0.99),
        ("seventeenth", "places", 0.97, 0.96),
        ("seventeenth", "bodies", 0.78, 0.92),
        ("eighteenth", "people", 0.96, 0.95),
        ("eighteenth", "places", 0.93, 0.93),
        ("eighteenth", "bodies", 0.88, 0.74),
        ("nineteenth", "people", 0.99, 0.94),
        ("nineteenth", "places", 0.95, 0.94),
        ("nineteenth", "bodies", 0.89, 0.92),
        ("twentieth", "people", 0.98, 0.96),
        ("twentieth", "places", 0.97, 0.96),
        ("twentieth", "bodies", 0.70, 0.90),
        ("twenty-first", "people", 0.92, 0.88),
        ("twenty-first", "places", 0.93, 0.95),
        ("twenty-first", "bodies", 0.77, 0.55),
        ("twenty-third", "people", 0.97, 0.80),
        ("twenty-third", "places", 0.90, 0.86),
        ("twenty-third", "bodies", 0.79, 0.59),
        ("twenty-second", "people", 0.98, 0.96),
        ("twenty-second", "places", 0.97, 0.95),
        ("twenty-second", "bodies", 0.91, 0.90),
        ("twenty-fourth", "people", 0.97, 0.96),
        ("twenty-fourth", "places", 0.96, 0.98),
        ("twenty-fourth", "bodies", 0.84, 0.87),
        ("twenty-sixth", "people", 0.96, 0.93),
        ("twenty-sixth", "places", 0.95, 0.96),
        ("twenty-sixth", "bodies", 0.90, 0.74),
        ("twenty-fifth", "people", 0.97, 0.92),
        ("twenty-fifth", "places", 0.97, 0.94),
        ("twenty-fifth", "bodies", 0.85, 0.66),
        ("twenty-seventh", "people", 0.99, 0.94),
        ("twenty-seventh", "places", 0.94, 0.98),
        ("twenty-seventh", "bodies", 0.70, 0.85),
        ("twenty-eighth", "people", 0.96, 0.90),
        ("twenty-eighth", "places", 0.93, 0.90),
        ("twenty-eighth", "bodies", 0.68, 0.67),
        ("twenty-ninth", "people", 0.98, 0.93),
        ("twenty-ninth", "places", 0.95, 0.97),
        ("twenty-ninth", "bodies", 0.78, 0.62),
        ("thirty-first", "people", 0.97, 0.97),
        ("thirty-first", "places", 0.93, 0.93),
        ("thirty-first", "bodies", 0.87, 0.82),
        ("thirtieth", "people", 0.91, 0.83),
        ("thirtieth", "places", 0.95, 0.85),
        ("thirtieth", "bodies", 0.75, 0.66),
        ("thirty-second", "people", 0.92, 0.89),
        ("thirty-second", "places", 0.86, 0.92),
        ("thirty-second", "bodies", 0.74, 0.72),
        ("thirty-third", "people", 0.98, 0.97),
        ("thirty-third", "places", 0.95, 0.96),
        ("thirty-third", "bodies", 0.74, 0.95),
        ("thirty-fourth", "people", 0.98, 0.89),
        ("thirty-fourth", "places", 0.97, 0.89),
        ("thirty-fourth", "bodies", 0.82, 0.64),
        ("thirty-fifth", "people", 0.97, 0.90),
        ("thirty-fifth", "places", 0.96, 0.88),
        ("thirty-fifth", "bodies", 0.71, 0.70),
        ("thirty-sixth", "people", 0.96, 0.95),
        ("thirty-sixth", "places", 0.92, 0.80),
        ("thirty-sixth", "bodies", 0.94, 0.60),
        ("thirty-seventh", "people", 0.98, 0.98),
        ("thirty-seventh", "places", 0.98, 0.98),
        ("thirty-seventh", "bodies", 0.79, 0.76),
        ("forty-ninth", "people", 0.99, 0.99),
        ("forty-ninth", "places", 0.96, 0.96),
        ("forty-ninth", "bodies", 0.85, 0.69),
        ("forty-third", "people", 0.98, 0.98),
        ("forty-third", "places", 0.98, 0.96),
        ("forty-third", "bodies", 0.82, 0.87),
        ("forty-eighth", "people", 0.99, 0.97),
        ("forty-eighth", "places", 0.95, 0.92),
        ("forty-eighth", "bodies", 0.90, 0.80),
        ("forty-seventh", "people", 0.99, 0.98),
        ("forty-seventh", "places", 0.98, 0.94),
        ("forty-seventh", "bodies", 0.95, 0.81),
        ("fifty-first", "people", 0.99, 0.92),
        ("fifty-first", "places", 0.97, 0.94),
        ("fifty-first", "bodies", 0.88, 0.83),
        ("fifty-second", "people", 0.96, 0.98),
        ("fifty-second", "places", 0.96, 0.94),
        ("fifty-second", "bodies", 0.88, 0.70),
        ("fifty-third", "people", 0.99, 0.98),
        ("fifty-third", "places", 0.95, 0.94),
        ("fifty-third", "bodies", 0.88, 0.80),
        ("fifty-fourth", "people", 0.93, 0.96),
        ("fifty-fourth", "places", 0.94, 0.93),
        ("fifty-fourth", "bodies", 0.74, 0.68),
        ("fifty-fifth", "people", 0.99, 0.95),
        ("fifty-fifth", "places", 0.97, 0.91),
        ("fifty-fifth", "bodies", 0.81, 0.76),
        ("fifty-sixth", "people", 0.99, 0.99),
        ("fifty-sixth", "places", 0.96, 0.98),
        ("fifty-sixth", "bodies", 0.89, 0.89),
        ("fifty-seventh", "people", 0.99, 0.97),
        ("fifty-seventh", "places", 0.95, 0.96),
        ("fifty-seventh", "bodies", 0.87, 0.88),
        ("fifty-eighth", "people", 0.90, 0.94),
        ("fifty-eighth", "places", 0.93, 0.94),
        ("fifty-eighth", "bodies", 0.86, 0.65),
        ("fifty-ninth", "people", 0.95, 0.95),
        ("fifty-ninth", "places", 0.93, 0.96),
        ("fifty-ninth", "bodies", 0.84, 0.73),
        ("sixtieth", "people", 0.99, 0.97),
        ("sixtieth", "places", 0.95, 0.95),
        ("sixtieth", "bodies", 0.86, 0.83),
        ("forty-sixth", "people", 0.96, 0.97),
        ("forty-sixth", "places", 0.95, 0.93),
        ("forty-sixth", "bodies", 0.80, 0.71),
        ("forty-fifth", "people", 0.98, 0.98),
        ("forty-fifth", "places", 0.93, 0.93),
        ("forty-fifth", "bodies", 0.78, 0.73),
        ("forty-fourth", "people", 0.99, 0.98),
        ("forty-fourth", "places", 0.98, 0.98),
        ("forty-fourth", "bodies", 0.92, 0.96),
        ("forty-second", "people", 0.97, 0.97),
        ("forty-second", "places", 0.98, 0.94),
        ("forty-second", "bodies", 0.83, 0.92),
        ("forty-first", "people", 0.95, 0.86),
        ("forty-first", "places", 0.95, 0.86),
        ("forty-first", "bodies", 0.76, 0.70),
        ("fortieth", "people", 0.97, 0.94),
        ("fortieth", "places", 0.97, 0.95),
        ("fortieth", "bodies", 0.70, 0.76),
        ("thirty-ninth", "people", 0.94, 0.95),
        ("thirty-ninth", "places", 0.97, 0.95),
        ("thirty-ninth", "bodies", 0.76, 0.53),
        ("thirty-eighth", "people", 0.95, 0.92),
        ("thirty-eighth", "places", 0.92, 0.77),
        ("thirty-eighth", "bodies", 0.73, 0.75),
        ("fiftieth", "people", 0.98, 0.98),
        ("fiftieth", "places", 0.96, 0.94),
        ("fiftieth", "bodies", 0.93, 0.75),
        ("heldback", "people", 0.94, 0.93),
        ("heldback", "places", 0.93, 0.95),
        ("heldback", "bodies", 0.85, 0.77),
    ],
)
def test_pages_of_other_sites_name_whom_their_gold_names(
    folder: str, kind: str, precision: float, recall: float
) -> None:
    assert result(folder).precision(kind) >= precision
    assert result(folder).recall(kind) >= recall


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        ("sites", 0.99),
        ("archives", 0.99),
        ("more", 0.98),
        ("fresh", 0.94),
        ("fifth", 0.95),
        ("sixth", 0.96),
        ("seventh", 0.98),
        ("eighth", 0.99),
        ("fifteenth", 0.99),
        ("sixteenth", 0.95),
        ("seventeenth", 0.95),
        ("eighteenth", 0.86),
        ("nineteenth", 0.99),
        ("twentieth", 0.98),
        ("twenty-first", 0.94),
        ("twenty-third", 0.96),
        ("twenty-second", 0.98),
        ("twenty-fourth", 0.98),
        ("twenty-sixth", 0.97),
        ("twenty-fifth", 0.88),
        ("twenty-seventh", 0.99),
        ("twenty-eighth", 0.88),
        ("twenty-ninth", 0.95),
        ("thirty-first", 0.99),
        ("thirtieth", 0.97),
        ("thirty-second", 0.86),
        ("thirty-third", 0.99),
        ("thirty-fourth", 0.99),
        ("thirty-fifth", 0.98),
        ("thirty-sixth", 0.85),
        ("thirty-seventh", 0.99),
        ("forty-ninth", 0.98),
        ("forty-third", 0.99),
        ("forty-seventh", 0.99),
        ("fifty-first", 0.95),
        ("fifty-second", 0.99),
        ("fifty-third", 0.94),
        ("fifty-fourth", 0.92),
        ("fifty-fifth", 0.95),
        ("fifty-sixth", 0.99),
        ("fifty-seventh", 0.90),
        ("fifty-eighth", 0.78),
        ("fifty-ninth", 0.87),
        ("sixtieth", 0.94),
        ("forty-sixth", 0.73),
        ("forty-eighth", 0.98),
        ("forty-fifth", 0.91),
        ("forty-fourth", 1.0),
        ("forty-second", 0.92),
        ("forty-first", 0.95),
        ("fortieth", 0.99),
        ("thirty-ninth", 0.98),
        ("thirty-eighth", 0.98),
        ("fiftieth", 1.0),
        ("heldback", 0.98),
    ],
)
def test_pages_of_other_sites_have_the_fields_of_their_gold(folder: str, share: float) -> None:
    assert result(folder).share() >= share


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: Letter of A. Orlov\ndate: 1951-05-05\n---\n\n{}"),
        ("a.md", "# Letter of A. Orlov\n\n| Date | 5 May 1951 |\n|---|---|\n\n## Text\n\n{}"),
        ("a.md", "# Letter of A. Orlov\n\n- **Date:** 5 May 1951\n\n## Transcript\n\n{}"),
        ("a.txt", "Home > Search > Result\n\nLetter of A. Orlov\n\nDating: 5 May 1951\n\n{}"),
        ("a.txt", "17. Letter of A. Orlov\n\nMay 5, 1951\n\n{}"),
        ("a.txt", "Document 4\nLetter of A. Orlov\n5 May 1951\n\n{}"),
        ("a.html", "<h1>Letter of A. Orlov</h1><dl><dt>Dated<dd>5 May 1951</dl><p>{}</p>"),
        ("a.html", "<h1>Letter of A. Orlov</h1><table><tr><th>Date<td>5 May 1951</table><p>{}"),
    ],
)
def test_a_title_and_a_date_are_found_in_any_layout(tmp_path: Path, name: str, text: str) -> None:
    record = page(tmp_path, text.format(PROSE), name).record
    assert [one.value for one in record.title[:1]] == ["Letter of A. Orlov"]
    assert [one.edtf for one in record.date[:1]] == ["1951-05-05"]


def test_of_several_labelled_dates_the_earliest_is_the_documents(tmp_path: Path) -> None:
    text = f"Title: A\nPublication date: 5 May 1951\nDocument creation date: 6 June 2016\n\n{PROSE}"
    assert page(tmp_path, text).record.date[0].edtf == "1951-05-05"


def test_box_and_folder_make_a_reference(tmp_path: Path) -> None:
    found = page(tmp_path, f"Title: A\nCollection: Papers\nBox: 12\nFolder: Laos\n\n{PROSE}")
    assert [one.verbatim for one in found.record.reference] == ["Papers, Box 12, Laos"]


def test_a_source_note_gives_reference_and_credits(tmp_path: Path) -> None:
    note = "[Source: RGANI, f. 2, op. 1, d. 269. Translated by Ann Bauer.]"
    found = page(tmp_path, f"# Letter of A. Orlov\n\nMay 5, 1951\n\n{PROSE}\n\n{note}\n")
    assert [one.verbatim for one in found.record.reference] == ["RGANI, f. 2, op. 1, d. 269"]
    assert found.role("translator") == ["Ann Bauer"]


def test_who_grants_the_rights_is_the_publisher(tmp_path: Path) -> None:
    rights = "The Adriatic History Program welcomes use of its translations."
    found = page(
        tmp_path, f"# Letter of A. Orlov\n\n{PROSE}\n\nAssociated Topics\nRights\n{rights}"
    )
    assert found.role("publisher") == ["Adriatic History Program"]


def test_a_name_that_a_line_end_divides_is_whole_and_keeps_its_place(tmp_path: Path) -> None:
    lines = "It was decided in the autumn to charge the comrades Pono-\nmarev and Suslov with it.\n"
    found = page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{6 * lines}")
    (text,) = found.row.cells["content"]
    (cell, *_) = (one for one in found.row.cells["people_named"] if one.text == "Ponomarev")
    assert text.text[cell.start : cell.end] == "Pono-\nmarev"


def test_fields_in_a_row_are_read_between_bars_and_between_strong_labels(tmp_path: Path) -> None:
    rows = ("5 May 1951 | ID: 1234 | Letter", "**Date:** 5 May 1951 **Record ID:** 1234")
    for row in rows:
        found = page(tmp_path, f"# Letter of A. Orlov\n\n{row}\n\n{PROSE}\n", "a.md").record
        assert (found.identifier, found.date[0].edtf) == ("1234", "1951-05-05")


def test_what_is_set_apart_in_a_dateline_or_signature_is_read(tmp_path: Path) -> None:
    letter = f"# Letter of A. Orlov\n\n**PRAGUE**, 5 May 1951\n\n{PROSE}\n\n[*signed*] Ann Bauer\n"
    found = page(tmp_path, letter, "a.md")
    assert found.record.date[0].edtf == "1951-05-05"
    assert found.role("signatory") == ["Ann Bauer"]


def test_a_full_name_above_its_office_signs(tmp_path: Path) -> None:
    text = f"Report, Embassy of Hungary\n\n5 May 1951\n\n{PROSE}\n\nIstván Kádas\nAmbassador\n"
    assert page(tmp_path, text).role("signatory") == ["István Kádas"]


def test_where_somebody_is_stands_in_brackets_behind_his_name(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"# Letter from Ann Bauer to Jan Vesely (Dublin)\n\n5 May 1951\n\n{PROSE}"
    )
    assert found.role("recipient") == ["Jan Vesely"]


def test_the_name_of_a_site_is_no_title(tmp_path: Path) -> None:
    text = f"Home\nAdriatic Digital Archive\nSearch\n\nTOP SECRET\n\n{PROSE}\n\nCitation\n\n"
    cited = '"Telegram from Orlov to Vesely", May 5, 1951, Adriatic Digital Archive, TsDA, Fond 1'
    assert page(tmp_path, text + cited).record.title[0].value == "Telegram from Orlov to Vesely"


def test_a_label_feeds_one_column() -> None:
    rows = [row.split("\t")[3] for row in lines("page-labels.tsv")]
    words = Counter(word.strip() for row in rows for word in row.split(";"))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "SECRET\n(signed) B. Nagy\n  | Date: 5 May 1950 | Box: 6 | x",
        "Copies to: A. Nagy, Ministry of Trade)\n  | Date: 5 May 1950 | Box: 6 | x",
        "# Letter\n\n**WASHINGTON , 9 March 1950 **\n\n" + PROSE,
    ],
)
def test_odd_bars_and_spaces_break_nothing(tmp_path: Path, text: str) -> None:
    assert page(tmp_path, text, "a.md").row.cells["content"]


def test_no_sentence_ends_behind_a_shortened_rank(tmp_path: Path) -> None:
    text = f"# Talk\n\n5 May 1951\n\nParticipants: Gen. Ivan Orlov, Adm. Bela Nagy\n\n{PROSE}\n"
    assert page(tmp_path, text).role("participant") == ["Ivan Orlov", "Bela Nagy"]
