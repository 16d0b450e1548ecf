"""Minutes of sittings: groups of those present, tables of decisions, who had extracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.persons.reflow import reflow
from lod.sources.pages.text.pagefeet import without_feet
from lod.sources.pages.words.letterwords import announced
from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
HEAD = "# Minutes No. 7 of the Meeting of the SED Politburo\n\nJune 20, 1953\n\n"


@pytest.mark.parametrize(
    "words",
    ["Attending members of the Politburo, cdes.", "Deputy members", "Secretaries present",
     "Members and candidates of the Presidium", "Also taking part: Coms."[:-7]],
)  # fmt: skip
def test_members_of_a_body_who_were_there_are_announced_with_their_standing(words: str) -> None:
    assert announced(words) == "participant"


@pytest.mark.parametrize("words", ["Secretaries of the Central Committee", "Candidates", "Heads"])
def test_members_alone_are_no_more_than_a_list_of_somebody(words: str) -> None:
    assert announced(words) == ""


def test_candidates_right_below_those_present_were_there_and_the_excused_were_not(
    tmp_path: Path,
) -> None:
    rows = (
        "Present from the Politburo: Dorn, Vesely\nExcused: Hora (on cure)\nCandidates: Rey, Lund\n"
    )
    found = page(tmp_path, f"{HEAD}{rows}\n{PROSE}\n")
    assert found.role("participant") == ["Dorn", "Vesely", "Rey", "Lund"]


def test_candidates_below_no_list_of_those_present_are_nobody_who_was_there(tmp_path: Path) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nCandidates: Rey, Lund\n\n{PROSE}\n")
    assert found.role("participant") == []


def test_whoever_led_a_meeting_was_there(tmp_path: Path) -> None:
    found = page(tmp_path, f"{HEAD}Present: J. Dorn\n\nThe meeting was led by Vesely\n\n{PROSE}\n")
    assert "Vesely" in found.role("participant")


def test_comrades_shortened_to_coms_are_a_rank(tmp_path: Path) -> None:
    found = page(tmp_path, f"{HEAD}Also taking part: Coms. Yu. V. Orlov, V. V. Dorn\n\n{PROSE}\n")
    assert found.role("participant") == ["Yu. V. Orlov", "V. V. Dorn"]


def test_extracts_go_to_those_beside_whom_the_numbers_of_points_stand(tmp_path: Path) -> None:
    row = "Extracts to: D. Orlov - items 1, 4; I. Dorn - 3, 4; L. Vesely - 5; Military Department"
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{row}\n")
    assert found.role("copy-recipient") == [
        "D. Orlov", "I. Dorn", "L. Vesely", "Military Department"
    ]  # fmt: skip


def test_numbered_entries_of_a_distribution_list_may_stand_on_one_line(tmp_path: Path) -> None:
    row = "Distribution list:\n1. Dorn   2. Vesely   3. Office of the Politburo\n"
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nW. Hora\n\n{row}")
    assert found.role("copy-recipient") == ["Dorn", "Vesely", "Office of the Politburo"]


def test_behind_members_a_copy_may_go_to_one_who_is_named(tmp_path: Path) -> None:
    foot = "Recorded by: St. Lipa\n\n8 copies made. Sent to members of the Politburo and to Dorn."
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n\n---\n\nContact Us\n")
    assert found.role("copy-recipient") == ["Dorn"]


def test_an_office_may_stand_before_the_mark_of_a_signature(tmp_path: Path) -> None:
    foot = "Voted:\n\nT. Rey   for\n\nFIRST SECRETARY OF THE CC:  /signature/  T. Rey"
    assert page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n").role("signatory") == ["T. Rey"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Session of the CPSU CC Politburo, 5 May 1956 (Excerpt)", "minutes"),
        ("Politburo Meeting on the Harvest", "minutes"),
        ("Meeting with the Mothers", "record-of-conversation"),
    ],
)
def test_the_title_of_a_sitting_is_that_of_its_minutes(
    tmp_path: Path, title: str, kind: str
) -> None:
    head = f"# {title}\n\n5 May 1956\n\nPresent: J. Dorn, A. Vesely\n\n"
    found = page(tmp_path, f"{head}{PROSE}\n").record.type
    assert [one.id.rpartition("/")[2] for one in found] == [kind]


def test_the_number_of_a_paper_in_a_bulletin_shows_its_title(tmp_path: Path) -> None:
    text = (
        "62          STEPPE HISTORY BULLETIN, ISSUE 11\n\n**Document No. 9: Session of the CC"
        " Presidium, 5 May 1956**\n\nTop Secret\n\nSESSION OF THE CC PRESIDIUM\n\n5 May 1956\n\n"
    )
    found = page(tmp_path, f"{text}{PROSE}\n", "page.md").record
    assert found.title[0].value == "Session of the CC Presidium, 5 May 1956"


def test_a_paragraph_below_the_head_of_a_part_is_no_summary(tmp_path: Path) -> None:
    parts = f"I. Prices\n\n{PROSE}\n\nII. Other matters\n\n{PROSE}\n\nRecord ID: 116588\n"
    assert page(tmp_path, f"{HEAD}{PROSE}\n\n{parts}").record.abstract == ()


def test_columns_of_a_table_are_not_read_as_one_line() -> None:
    row = "Venta          Jan Orlov of the works at the bridge of the town\n"
    assert "Venta\n" in reflow(6 * row, 0, 6 * len(row)).text


def test_the_foot_of_each_page_is_no_part_of_a_text() -> None:
    text = "of the\n   Steppe Archive  1 of 2\nworks, 1 of 2\n   Steppe Archive  2 of 2\n"
    assert without_feet(text).split() == ["of", "the", "works,", "1", "of", "2"]
    run = "62      HISTORY BULLETIN, ISSUE 11\nWe met.\nHISTORY BULLETIN, ISSUE 11      63\n"
    assert without_feet(run).split() == ["We", "met."]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Incoming No. 1018/1.III.1968", ["1018"]),
        ("No. 5164/27.XI.1978", ["5164/27.XI.1978"]),
        ("The decision was recorded as No. 1180.", ["1180"]),
        ('DECISION "B" No. 6', ["6"]),
    ],
)
def test_registries_number_decisions(tmp_path: Path, line: str, numbers: list[str]) -> None:
    found = page(tmp_path, f"# Note on the Harvest\n\n5 May 1968\n\n{line}\n\n{PROSE}\n")
    assert found.numbers() == numbers


def test_a_number_beside_what_only_a_catalogue_says_is_the_records(tmp_path: Path) -> None:
    labels = "Date\nContributor\nDonors\nDocument Number\n"
    values = "5 May 1968\nJan Dorn\nVenta Foundation\n111477\n"
    found = page(tmp_path, f"Decision on the Harvest\n\n{labels}\n{values}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.record.identifier == "111477"


def test_whom_an_editor_says_not_to_be_meant_is_nobody(tmp_path: Path) -> None:
    foot = "Recorded by: Lukin [not A. I. Lukin \u2013 trans.]"
    assert page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n").role("author") == ["Lukin"]


def test_a_german_address_may_have_the_town_behind_the_name(tmp_path: Path) -> None:
    head = "Botschaft der DDR\n\nTelegramm Nr. 96/67\n\nGenossen Willi Dorn, Berlin\n\n"
    text = "Wir haben die Note mit Aufmerksamkeit gelesen und meinen, dass die Arbeit endet."
    found = page(tmp_path, f"{head}{text}\n\n{text}\n\ngez. Henke\n")
    assert found.role("recipient") == ["Willi Dorn"]
