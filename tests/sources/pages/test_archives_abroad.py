"""How other archives' sites print papers: thanks, lists of those present, editions in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."
TEXT = f"{PROSE}\n\n{PROSE} It was asked twice, and nobody could say who has to pay for it.\n"
LETTER = f"# Letter of Jan Vesely to Eva Dorn\n\n5 May 1951\n\n{TEXT}\n"


@pytest.mark.parametrize(
    ("thanks", "role", "name"),
    [
        ("Transcribed by Ann Bauer, May 2014", "transcriber", "Ann Bauer"),
        (
            "Original in Polish. Translated by Ann Bauer. Prepared for print by Jan Rey.",
            "editor",
            "Jan Rey",
        ),
        ("English version by Ann Bauer for the Reading Room. Supplied by Jan Rey.",
         "translator", "Ann Bauer"),
        ("The translation was paid for by the Leon Foundation.", "funder", "Leon Foundation"),
        ("**Support** Digitisation was made possible by a grant of the Leon Fund.",
         "funder", "Leon Fund"),
    ],
)  # fmt: skip
def test_thanks_below_a_text_tell_who_gave_translated_and_paid(
    tmp_path: Path, thanks: str, role: str, name: str
) -> None:
    found = page(tmp_path, f"{LETTER}\n---\n\n{thanks}\n", "a.md")
    assert name in found.role(role)
    assert thanks not in found.row.cells["body"][0].text


def test_a_sentence_of_permission_below_thanks_is_none_of_the_text(tmp_path: Path) -> None:
    may = "Texts may be quoted and reused freely under CC BY 4.0 by all those who name us."
    foot = f"Contributed by Ann Bauer\n\n{may}"
    found = page(tmp_path, f"{LETTER}\n{foot}\n")
    assert found.role("contributor") == ["Ann Bauer"]
    assert "Contributed" not in found.row.cells["body"][0].text


def test_an_archive_with_its_place_stands_before_the_thanks(tmp_path: Path) -> None:
    note = "Archive of Norway, Oslo, Cabinet of the King (KPR), I-1/1052. Translated by Ann Bauer."
    found = page(tmp_path, f"{LETTER}\n**About this record** {note}\n", "a.md")
    assert [one.verbatim for one in found.record.reference] == [note.partition(". ")[0]]
    assert found.role("translator") == ["Ann Bauer"]


def test_a_french_edition_heads_a_telegram_by_who_wrote_to_whom(tmp_path: Path) -> None:
    head = "M. DORN, AMBASSADEUR DE FRANCE À ROME,\nÀ M. ROUX, MINISTRE DES AFFAIRES ÉTRANGÈRES."
    row = "T. nos 2417 à 2424.                         Rome, 19 août 1966."
    text = "Je me réfère à votre télégramme. Le ministre a prononcé hier un discours en public."
    foot = "DORN.\n\n(Europe, Italie, 1956-1967, vol. 532, fol. 88-91)"
    found = page(tmp_path, f"{head}\n\n{row}\n\n{text}\n\n{text} Elle en parle.\n\n{foot}\n")
    assert found.record.title[0].value == " ".join(head.split()).rstrip(".")
    assert (found.role("sender"), found.role("recipient")) == (["DORN"], ["ROUX"])
    assert found.numbers() == ["2417 à 2424"]
    assert [one.verbatim for one in found.record.reference] == [foot.partition("(")[2][:-1]]


def test_minutes_in_german_tell_who_of_a_body_was_there(tmp_path: Path) -> None:
    title = "Protokoll Nr. 45/61 der Sitzung des Politbüros des ZK der SED am 22. August 1961"
    present = (
        "Anwesende Mitglieder:\nEbert, Matern, Norden\n\nZur Berichterstattung: Maron, Eikemeier"
    )
    text = "Die Vorlage wird mit den in der Diskussion gegebenen Änderungen bestätigt und verteilt."
    found = page(tmp_path, f"# {title}\n\n{present}\n\n{text}\n\n{text} So wird beschlossen.\n")
    assert found.role("participant") == ["Ebert", "Matern", "Norden", "Maron", "Eikemeier"]
    assert found.role("corporate-author") == ["Politbüro des ZK der SED"]
    assert found.record.date[0].edtf == "1961-08-22"


def test_points_of_an_agenda_below_the_number_of_a_copy_are_no_copies(tmp_path: Path) -> None:
    head = "25 Exemplare\n7. Exemplar\n\nTagesordnung:\n1. Sicherung der Grenze\n2. Reise nach Riga"
    found = page(tmp_path, f"# Protokoll der Sitzung\n\n{head}\n\n{TEXT}")
    assert "copy_recipient" not in found.row.cells


def test_a_record_office_calls_the_title_a_description(tmp_path: Path) -> None:
    rows = (
        "Reference:        CAB 158/16/41\n"
        "Description:      Joint Committee: Persia. Likely developments up to the end of 1953\n"
        "Date:             1953 Aug 27\n"
        "Held by:          The Kew Record Office\n"
        "Closure status:   Open Document\n"
    )
    found = page(tmp_path, f"The Kew Record Office\n\n{rows}\nTRANSCRIPT\n\n{TEXT}")
    title = "Joint Committee: Persia. Likely developments up to the end of 1953"
    assert [one.value for one in found.record.title] == [title]
    assert found.record.abstract == ()


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("For members of the Presidium only!", "For members of the Presidium only"),
        ("GEHEIM / SECRET", "GEHEIM / SECRET"),
        ("Nur für Mitglieder des Politbüros", "Nur für Mitglieder des Politbüros"),
    ],
)
def test_a_marking_says_for_whom_alone_a_paper_is(tmp_path: Path, line: str, marking: str) -> None:
    found = page(tmp_path, f"# Report on the Works\n\n{line}\n\n5 May 1951\n\n{TEXT}")
    assert [one.text for one in found.row.cells["marking"]] == [marking]


def test_a_committee_numbers_its_papers_and_makes_them(tmp_path: Path) -> None:
    head = "J.I.C. (53) 81 (Final)\n27th August, 1953\n\nReport by the Joint Intelligence Committee"
    found = page(tmp_path, f"# Persia: Likely Developments\n\nTOP SECRET\n{head}\n\n{TEXT}")
    assert found.numbers() == ["J.I.C. (53) 81 (Final)"]
    assert found.role("corporate-author") == ["Joint Intelligence Committee"]


def test_a_hand_says_by_whom_a_letter_is_to_be_read(tmp_path: Path) -> None:
    note = "[Note on the first page, in the hand of Tito: To be read by Kardelj, Vlahović. T.]"
    found = page(tmp_path, f"{LETTER}\nJAN VESELY\n\n{note}\n")
    assert [one.text for one in found.row.cells["copy_recipient"]] == ["Kardelj", "Vlahović"]


def test_day_and_hour_stand_behind_one_label(tmp_path: Path) -> None:
    head = "PARTICIPANTS:    Jan Vesely\n\nDATE/TIME:       Tuesday, December 7, 1971, 11:30 a.m.\n"
    found = page(tmp_path, f"# Memorandum for the Record: Meeting with Dorn\n\n{head}\n{TEXT}")
    assert found.record.date[0].edtf == "1971-12-07"
    assert [one.id for one in found.record.type] == ["record-of-conversation"]


@pytest.mark.parametrize(
    ("sentence", "column", "names"),
    [
        ("He settled it with Carlos Washington Pastor.", "people_named",
         ["Carlos Washington Pastor"]),
        ("The chiefs, and Nasir Khan in particular, remain loyal.", "people_named", ["Nasir Khan"]),
        ("Dr dos Santos is prepared to go.", "people_named", ["dos Santos"]),
        ("It was settled at Puerto Presidente Stroessner.", "places_named",
         ["Puerto Presidente Stroessner"]),
        ("He stood in the Bornholmer Straße, near the Heinrich-Heine-Straße.", "places_named",
         ["Bornholmer Straße", "Heinrich-Heine-Straße"]),
        ("They moved from Cuvelai to Mupa, to Evale and then to Ngiva.", "places_named",
         ["Cuvelai", "Mupa", "Evale", "Ngiva"]),
        ("He spoke to the Supreme Soviet of it.", "bodies_named", ["Supreme Soviet"]),
    ],
)  # fmt: skip
def test_names_in_sentences_are_whole(
    tmp_path: Path, sentence: str, column: str, names: list[str]
) -> None:
    found = page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{TEXT}\n{sentence}\n\n{TEXT}")
    assert [one.text for one in found.row.cells[column]] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The first forty MiGs have come.",
        "MEETING WITH THE ASSISTANT SECRETARY OF STATE",
        "C. Technical staff",
        "Vance wanted us to ratify Tlatelolco.",
    ],
)
def test_planes_offices_headings_and_treaties_are_nobody_and_nowhere(
    tmp_path: Path, sentence: str
) -> None:
    found = page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{TEXT}\n{sentence}\n\n{TEXT}")
    named = (*found.row.cells.get("people_named", ()), *found.row.cells.get("places_named", ()))
    assert [one.text for one in named if one.text != "Vance"] == []


def test_names_of_china_stand_in_french_prose_in_either_spelling(tmp_path: Path) -> None:
    text = (
        "Pour la première fois, Mao Tse-tung portait son uniforme, et une lycéenne, Song Binbin,"
        " lui a passé au bras le brassard rouge de la garde. MM. Tao Chu et Chen Po-ta montent dans"
        " la liste, et le lycée de l'université Tsing-hua semble avoir donné le signal de tout."
    )
    found = page(tmp_path, f"# Rapport de la mission\n\n19 août 1966\n\n{text}\n\n{text}\n")
    named = {one.text for one in found.row.cells["people_named"]}
    assert named == {"Mao Tse-tung", "Song Binbin", "Tao Chu", "Chen Po-ta"}


def test_what_editors_say_above_a_text_names_people_too(tmp_path: Path) -> None:
    said = "Handed over by the ambassador of Norway in Belgrade, Mohammed Abu Zeid, at Brioni."
    found = page(tmp_path, f"# Letter to Josip Broz Tito\n\n{said}\n\n5 May 1951\n\n{TEXT}")
    assert "Mohammed Abu Zeid" in {one.text for one in found.row.cells["people_named"]}
    assert "Belgrade" in {one.text for one in found.row.cells["places_named"]}
