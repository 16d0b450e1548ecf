"""What papers of several offices have in common, page by page: heads, lists, signatures, notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.cataloguing import page

PROSE = "I had a talk with the Minister today about the grain that was promised in the spring."


def test_the_title_in_a_citation_outdoes_a_line_that_is_no_heading(tmp_path: Path) -> None:
    cited = '"Telegram, Orlov to Petrov", July 3, 1950, X Digital Archive, RGANI, f. 1, d. 2.'
    found = page(tmp_path, f"Received 15 hours 20 minutes 3.VII.1950\n\n{PROSE}\n\n{cited}\n")
    assert [one.value for one in found.record.title] == ["Telegram, Orlov to Petrov"]
    assert "minutes" not in {one.id for one in found.record.type}


def test_a_title_that_is_printed_twice_ends_nothing_above_the_text(tmp_path: Path) -> None:
    title = "Report, Embassy of Hungary in Albania"
    thanks = "This document was made possible with support from Orlov Fund, Ministry of Arts"
    found = page(tmp_path, f"{title}\n\nMay 5, 1951\n\n{title}\n\n{thanks}\n\n{PROSE}\n")
    assert found.role("funder") == ["Orlov Fund", "Ministry of Arts"]


def test_an_address_above_a_text_is_no_signature(tmp_path: Path) -> None:
    office = "To the First Secretary of the Central Committee of the CPSU"
    text = f"{office}\nComrade A. B. Orlov\nMoscow, the Kremlin\n\n{PROSE}\n\nV. Petrov\n"
    assert page(tmp_path, text).role("signatory") == ["V. Petrov"]


def test_sides_and_offices_among_those_present_are_nobody(tmp_path: Path) -> None:
    names = "France\nThe Secretary of State\nAmbassador Orlov\nMr. Petrov"
    found = page(tmp_path, f"Memorandum of Conversation\n\nPARTICIPANTS\n{names}\n\n{PROSE}\n")
    assert found.role("participant") == ["Orlov", "Petrov"]


def test_a_list_behind_sent_to_had_copies(tmp_path: Path) -> None:
    found = page(tmp_path, f"Sent to: com. Orlov (2), Petrov, Zaitsev\n\n{PROSE}\n\nV. Ivanov\n")
    assert found.role("copy-recipient") == ["Orlov", "Petrov", "Zaitsev"]


def test_the_head_of_a_talk_does_not_end_its_text(tmp_path: Path) -> None:
    head = "<p><b>Time:</b> 5 May 1951</p><p><b>Location:</b> Beijing</p><p><b>Participants:</b>"
    source = "<h3>Source</h3><p>RGANI, f. 1, op. 2, d. 3</p><h3>Language</h3><p>Russian</p>"
    text = f"<h1>Talk of A. Orlov</h1><h2>Text</h2>{head} A. Orlov, B. Petrov</p><p>{PROSE}</p>"
    found = page(tmp_path, f"<html><body>{text}{source}</body></html>", "page.html")
    assert found.row.cells["body"][0].text.endswith(PROSE)


def test_a_label_nobody_knows_between_labels_in_turn_ends_nothing(tmp_path: Path) -> None:
    block = "Signatur\nDC 20/4\nTitel\nProtokoll\nStelle\nRaum 4\nSprache\nDeutsch\nUmfang\n8 Bl."
    assert page(tmp_path, f"{block}\n").record.language[0].id.endswith("de")


@pytest.mark.parametrize("line", ["Comments (0)", "Share: Mail", "Tags (2)"])
def test_what_readers_may_do_is_no_subject(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Title: Letter\nDate: 1951\n\n{PROSE}\n\nSubjects:\nGrain\n{line}\n")
    assert [one.text for one in found.row.cells["subjects"]] == ["Grain"]


def test_who_signs_for_a_party_may_stand_on_its_line(tmp_path: Path) -> None:
    found = page(tmp_path, f"Treaty of Peace\n\n{PROSE}\n\nFor the Government of Italy: A. ORLOV\n")
    assert found.role("signatory") == ["A. ORLOV"]


def test_a_note_with_its_number_tells_source_marking_and_drafter(tmp_path: Path) -> None:
    note = "1. Source: Department of State, Lot 62 D 181. Secret. Drafted by Orlov on August 2."
    found = page(tmp_path, f"# Memorandum of a Talk\n\n{PROSE}\n\n{note}\n")
    assert found.record.reference[0].verbatim == "Department of State, Lot 62 D 181"
    assert found.role("author") == ["Orlov"]
