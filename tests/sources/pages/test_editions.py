"""Papers as editors of diplomatic documents print them: paired titles, head lines, notes below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        ("212 Vesely to Department of Foreign Affairs", "Vesely", "Department of Foreign Affairs"),
        ("Sir J. Vane (Lisbon) to Mr. Dorn (Received 29 June, 4.40 a.m.)", "J. Vane", "Dorn"),
        ("Viscount Orlik to Sir E. Hora (Athens)", "Orlik", "E. Hora"),
        ("Report No. 8 of the Minister in Bern, J. Orlov, to the Head of the Section, E. Dorn",
         "J. Orlov", "E. Dorn"),
    ],
)  # fmt: skip
def test_a_title_without_a_word_for_the_paper_says_who_wrote_to_whom(
    tmp_path: Path, title: str, sender: str, recipient: str
) -> None:
    found = page(tmp_path, f"# {title}\n\nBern, 5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert found.role("sender") == [sender]
    assert found.role("recipient") + found.role("corporate-recipient") == [recipient]


def test_the_number_in_an_edition_and_the_hour_of_receipt_are_no_part_of_a_title(
    tmp_path: Path,
) -> None:
    for line, title in (
        ("212 Vesely to Department of Mines", "Vesely to Department of Mines"),
        ("Sir J. Vane to Mr. Dorn (Received 29 June)", "Sir J. Vane to Mr. Dorn"),
    ):
        found = page(tmp_path, f"# {line}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
        assert [one.value for one in found.record.title] == [title]


@pytest.mark.parametrize(
    "title", ["Introduction to Foreign Affairs", "Annex to Council Decision", "The Road to War"]
)
def test_what_leads_to_a_thing_is_from_nobody(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert not found.role("sender")
    assert not found.role("recipient") + found.role("corporate-recipient")


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("Cablegram K178 BERN, 5 May 1951, 8.10 p.m.", "K178", "telegram"),
        ("Despatch No. 55  BERN, 5 May 1951", "55", "dispatch"),
        ("No. 1781 Telegraphic [FO 371/84080]\n\nBERN, 5 May 1951, 10 p.m.", "1781", "telegram"),
    ],
)
def test_the_line_of_kind_number_place_and_day_is_taken_apart(
    tmp_path: Path, line: str, number: str, kind: str
) -> None:
    found = page(tmp_path, f"Vesely to Department of Mines\n\n{line}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.numbers() == [number]
    assert [one.edtf for one in found.record.date[:1]] == ["1951-05-05"]
    assert kind in found.record.type[0].id


def test_the_file_of_an_office_beside_a_number_is_the_reference(tmp_path: Path) -> None:
    text = f"Sir J. Vane to Mr. Dorn\n\nNo. 12 Telegraphic [FO 371/84080: FK 1015/84]\n\n{PROSE}\n"
    found = page(tmp_path, text)
    assert [one.verbatim for one in found.record.reference] == ["FO 371/84080: FK 1015/84"]


@pytest.mark.parametrize(
    "notes",
    [
        "----\n1 Not printed. Dorn replied on 20 November in his letter No. 212.",
        "----\n(1) Not printed.\n(2) Repeated as Nos. 611 and 1297.",
        "1. Received in Bern on the 7th. See also No. 14.",
    ],
)
def test_who_signs_stands_above_the_notes_of_editors(tmp_path: Path, notes: str) -> None:
    text = f"# Letter to Eva Dorn\n\nBern, 5 May 1951\n\n{PROSE}\u00b9\n\n{PROSE}\n\nVesely\n\n"
    found = page(tmp_path, f"{text}{notes}\n", "page.md")
    assert found.role("signatory") == ["Vesely"]
    assert found.numbers() == []


def test_the_first_note_of_an_edition_says_where_a_paper_lies(tmp_path: Path) -> None:
    source = "Source: National Archives, RG 59, Central Files, 788.00/7-1862. Secret; Priority."
    notes = f"{source}\n\nIn telegram 51, the Department asked whether he could be kept in office."
    text = f"# Telegram From the Embassy in Peru\n\nLima, May 5, 1951\n\n{PROSE}\n\n{PROSE}\n\nHora"
    found = page(tmp_path, f"{text}\n\n{notes}\n", "page.md")
    assert [one.verbatim for one in found.record.reference] == [
        "National Archives, RG 59, Central Files, 788.00/7-1862"
    ]
    assert [one.label for one in found.record.classification] == ["Secret"]


def test_numbered_paragraphs_below_a_rule_are_no_notes(tmp_path: Path) -> None:
    text = f"# Letter to Eva Dorn\n\n{PROSE}\n\n----\n\n1. {PROSE}\n\n2. {PROSE}\n\nJ. Vesely\n"
    assert page(tmp_path, text, "page.md").role("signatory") == ["J. Vesely"]


def test_a_day_parted_by_a_dash_from_names_alone_is_part_of_the_title(tmp_path: Path) -> None:
    text = f"# May 5, 1951 - Vesely, Foreign Minister Dorn\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, text, "page.md")
    assert found.record.title[0].value == "May 5, 1951 - Vesely, Foreign Minister Dorn"
    assert found.record.date[0].edtf == "1951-05-05"


def test_minutes_are_of_the_day_on_which_their_title_says_that_a_body_sat(tmp_path: Path) -> None:
    title = "Summary record of a meeting of the Council held on Tuesday, 3rd May, 1951"
    found = page(tmp_path, f"Title: {title}\nLevel: Item\n\n5th May, 1951\n\n{PROSE}\n\n{PROSE}\n")
    assert found.record.date[0].edtf == "1951-05-03"


def test_those_present_stand_in_columns_below_the_headings_of_their_sides(tmp_path: Path) -> None:
    rows = (
        "PRESENT\n\nChairman : Lord Hora\n\nMr. A. Dorn          Jonkheer E.N. van Vliet\n"
        "Mr. B. Orlik         Count de Tovar\n\nINTERNATIONAL STAFF\n\n"
        "Baron A. Vane - Deputy Secretary General\nThe Lord Brom - Executive Secretary\n"
    )
    found = page(tmp_path, f"Minutes of the Harbour Board\n\n{rows}\n{PROSE}\n\n{PROSE}\n")
    present = found.role("participant")
    assert present == ["Hora", "A. Dorn", "E.N. van Vliet", "B. Orlik", "de Tovar", "A. Vane",
                       "Brom"]  # fmt: skip


def test_the_house_in_which_a_body_sits_signs_nothing(tmp_path: Path) -> None:
    text = f"Minutes of the Harbour Board\n\n{PROSE}\n\n{PROSE}\n\nPalais de Chaillot,\nParis.\n"
    assert page(tmp_path, text).role("signatory") == []


def test_the_office_below_the_name_of_its_agency_wrote_a_paper(tmp_path: Path) -> None:
    head = "CENTRAL INTELLIGENCE AGENCY\nOffice of Current Intelligence\n\nMEMORANDUM"
    found = page(tmp_path, f"{head}\n\nSUBJECT: The Mines\n\n{PROSE}\n\n{PROSE}\n")
    assert "Office of Current Intelligence" in found.role("corporate-author")


def test_a_title_in_capitals_stands_between_a_trail_and_the_labels(tmp_path: Path) -> None:
    text = (
        "Home / Library / Reading Room\n\nTHE MINES AFTER THE STRIKE\n\nDocument Type:\nMEMO\n"
        f"Collection:\nGeneral Records\nPublication Date:\nMay 5, 1951\nBody:\n\n{PROSE}\n{PROSE}\n"
    )
    assert page(tmp_path, text).record.title[0].value == "THE MINES AFTER THE STRIKE"


def test_a_marking_may_be_one_of_several_short_sentences(tmp_path: Path) -> None:
    found = page(tmp_path, f"Letter of A. Orlov\n\nNo. 47. Confidential.\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.label for one in found.record.classification] == ["Confidential"]
    assert found.numbers() == ["47"]


def test_the_number_in_a_short_address_names_the_page(tmp_path: Path) -> None:
    text = (
        f"# Letter of A. Orlov\n\nShortlink: papers.example/47123  [copy]\n\n{PROSE}\n\n{PROSE}\n"
    )
    assert page(tmp_path, text, "page.md").record.identifier == "47123"


def test_a_sentence_at_the_foot_says_whose_the_copyright_is(tmp_path: Path) -> None:
    notice = "Copyright in the editorial matter rests with the Editors."
    text = f"# Letter of A. Orlov\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\nDownload\n{notice}\n"
    assert [one.value for one in page(tmp_path, text, "page.md").record.rights] == [notice]


def test_those_of_whom_one_says_who_they_are_are_nobody_by_name(tmp_path: Path) -> None:
    text = "There are Ustashi who throw bombs, and the garrison of Tarapaca, who were tired, left."
    found = page(tmp_path, f"Report on the Mines\n\n{text}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.people == set()


def test_what_is_sent_from_a_town_goes_by_no_person(tmp_path: Path) -> None:
    text = "The wireless was to have been sent from Barranquilla by Scadta, but it never came here."
    found = page(tmp_path, f"Report on the Mines\n\n{text}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.people == set()
