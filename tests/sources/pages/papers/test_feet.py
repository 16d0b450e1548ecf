"""The head and foot of papers: who drew them up, signs and receives them, and their number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page
from tests.sources.pages.test_sites import PROSE

TITLE = "Report on the Harvest"


def of(tmp_path: Path, foot: str, *, head: str = "", title: str = TITLE) -> Catalogued:
    return page(tmp_path, f"{title}\n\n5 May 1951\n\n{head}\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n")


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("5 copies printed\n1\u2014Orlov, 2\u2014Dorn, 3\u20142nd Eastern Dept., 4\u2014file",
         ["Orlov", "Dorn", "2nd Eastern Dept"]),
        ("Copies: 1 - Orlov; 2 - Dorn; 3 - files", ["Orlov", "Dorn"]),
        ("Copies: 3. One to Comrade V. Orlov, New York. Dispatched at 22:40, cipher operator Hora",
         ["V. Orlov"]),
        ("Cc: Directorate III Relations; Comrade Jan Dorn",
         ["Directorate III Relations", "Jan Dorn"]),
    ],
)  # fmt: skip
def test_copies_are_told_in_a_row_with_bodies_among_them(
    tmp_path: Path, foot: str, names: list[str]
) -> None:
    found = of(tmp_path, foot)
    assert sorted(found.role("copy-recipient")) == sorted(names)


@pytest.mark.parametrize(
    "foot",
    [
        "### Receive it:\n\nComrade Jan Orlov, Comrade Eva Dorn, Archive",
        "Receives it: Comrade Jan Orlov, Comrade Eva Dorn",
        "They receive it:\nComrade Jan Orlov\nComrade Eva Dorn",
    ],
)
def test_whoever_receives_a_report_to_nobody_else_is_its_addressee(
    tmp_path: Path, foot: str
) -> None:
    found = of(tmp_path, foot)
    assert found.role("recipient") == ["Jan Orlov", "Eva Dorn"]
    assert found.role("copy-recipient") == []


def test_whoever_receives_a_record_of_a_talk_or_an_addressed_paper_has_a_copy(
    tmp_path: Path,
) -> None:
    foot = "Receives it: Comrade Jan Orlov, Comrade Eva Dorn"
    talk = of(tmp_path, foot, title="Note on a Talk with Cardinal Vesely")
    assert talk.role("copy-recipient") == ["Jan Orlov", "Eva Dorn"]
    report = of(tmp_path, foot, head="To: Comrade Petr Hora")
    assert report.role("recipient") == ["Petr Hora"]


@pytest.mark.parametrize(
    "foot",
    [
        "For the Cadres Dept. of the School:   (ORLOV)\n13 June 1931",
        "For the Secretariat: (B. Orlov)",
        "For the Department of Mines: /Orlov/",
    ],
)
def test_a_name_in_brackets_signs_for_the_body_before_it(tmp_path: Path, foot: str) -> None:
    (signed,) = of(tmp_path, foot).role("signatory")
    assert signed.casefold().endswith("orlov")


@pytest.mark.parametrize(
    ("foot", "author", "body"),
    [
        ("Prepared by: Dept. of Mines and Harbours, G. Dorn", "G. Dorn",
         "Dept. of Mines and Harbours"),
        ("Drafted by: Second Directorate, Eva Dorn", "Eva Dorn", "Second Directorate"),
    ],
)  # fmt: skip
def test_a_body_and_one_of_its_people_draw_a_paper_up(
    tmp_path: Path, foot: str, author: str, body: str
) -> None:
    found = of(tmp_path, foot)
    assert author in found.role("author")
    assert body in found.role("corporate-author") + found.role("author")


def test_whoever_noted_a_talk_down_stands_below_the_words_for_it(tmp_path: Path) -> None:
    text = (
        f"# Record of a Talk with the Envoy\n\n{PROSE}\n\n{PROSE}\n\nNoted down by:\\\nLj. Dorn\n\n"
        "---\n\n*Translator's note. It has T for the first speaker. \u2014 Eva Hora*\n\n"
        "### About this document\n\n| | |\n|---|---|\n| **Date** | 8 January 1955 |\n"
        "| **Record No.** | 117642 |\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.role("author") == ["Lj. Dorn"]
    assert found.role("translator") == ["Eva Hora"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("File number 67-12/818-1971", "67-12/818-1971"),
        ("Registry No. 12/418-1971", "12/418-1971"),
        ("No. pov. 36/55", "pov. 36/55"),
        ("No. taj. 112/60", "taj. 112/60"),
        ("[stamp:] REGISTRY   Incoming   No. 2207   15 JUN 1931", "2207"),
        ("[Round stamp]: Received No. 88", "88"),
    ],
)
def test_numbers_stand_behind_words_for_a_file_or_grade_and_in_stamps(
    tmp_path: Path, line: str, number: str
) -> None:
    assert of(tmp_path, "Jan Orlov", head=line).numbers() == [number]


@pytest.mark.parametrize(
    "marking",
    ["SECRET-EXCLUSIVE", "Confidential Matter of the Central Committee", "Secreto - Exclusivo"],
)
def test_a_marking_says_for_whom_alone_a_paper_is(tmp_path: Path, marking: str) -> None:
    found = of(tmp_path, "Jan Orlov", head=marking)
    assert [one.label for one in found.record.classification] == [marking]


@pytest.mark.parametrize(
    "name", ["Antonio F. Azeredo da Silveira", "Paulo dos Reis", "Thom ter Beek"]
)
def test_particles_stand_within_a_name_that_signs(tmp_path: Path, name: str) -> None:
    foot = f"Respectfully,\n\n{name}\nMinister of State for External Relations\n\nSECRET"
    assert of(tmp_path, foot).role("signatory") == [name]


def test_addressees_one_below_the_other_are_all_addressed(tmp_path: Path) -> None:
    head = (
        "To Comrade M. M. ORLOV\nTo Comrade B. S. DORN\n\nFROM THE DIARY OF L. HORA\n\n"
        "Outgoing No. 147/s\n\n2 August"
    )
    told = of(tmp_path, "L. HORA", head=head).role("recipient")
    assert [one.casefold() for one in told] == ["m. m. orlov", "b. s. dorn"]


def test_those_whom_a_speech_greets_are_not_written_to(tmp_path: Path) -> None:
    head = "Esteemed Comrade Jan Orlov!\nDear Comrades!"
    found = of(
        tmp_path, "Thank you.", head=head, title="Speech by Eva Dorn at the Meeting in Venta"
    )
    assert found.role("recipient") == []


def test_a_minister_of_burma_is_named_behind_his_office(tmp_path: Path) -> None:
    head = "On the Burmese side: Minister of Defense U Ba Swe, Permanent Secretary Jan Barrington."
    found = of(tmp_path, "", head=head, title="Record of a Talk with the Envoy")
    assert found.role("participant") == ["U Ba Swe", "Jan Barrington"]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (
            "You may reproduce this translation for teaching provided that the source is named.",
            True,
        ),
        ("Researchers may quote from this item freely.", True),
        ("The publisher makes no claim to copyright in the original.", True),
        ("Commercial re-publication needs written consent.", True),
        ("The envoy may quote from the note when he sees the minister.", False),
    ],
)
def test_sentences_on_what_readers_may_do_are_rights(
    tmp_path: Path, sentence: str, rule: bool
) -> None:
    found = of(tmp_path, f"Jan Orlov\n\n{sentence}")
    assert [one.value for one in found.record.rights] == ([sentence] if rule else [])


def test_a_paragraph_below_the_fields_at_the_foot_sums_up(tmp_path: Path) -> None:
    lead = "Third draft of the address which the envoy was to give in Venta\nin the spring."
    fields = "Prepared by: G. Dorn\nDistribution: Orlov, Hora"
    foot = f"{fields}\n\n-----\n{lead}\n\nUsers may quote it freely."
    found = of(tmp_path, foot, head=f"Comrades!\n\n{PROSE}", title="Address of the Envoy in Venta")
    assert [one.value for one in found.record.abstract] == [lead.replace("\n", " ")]


def test_the_title_that_an_archive_cites_comes_before_a_heading_in_capitals(
    tmp_path: Path,
) -> None:
    text = (
        f"INFORMATION FOR THE PRESIDENT OF THE REPUBLIC\n\nNo. 338\n\n{PROSE}\n\n{PROSE}\n\n"
        "Information for the President of Brazil, No. 338, from the Minister of Mines, November "
        "25, 1977, History and Public Policy Program Digital Archive, CPDOC Archives, AAS 1977.01, "
        "pp. 212-215. Translated by Eva Dorn."
    )
    title = page(tmp_path, text).record.title[0].value
    assert title == "Information for the President of Brazil, No. 338, from the Minister of Mines"


def test_the_address_in_the_fields_of_a_head_has_the_number(tmp_path: Path) -> None:
    text = (
        "<html><head><meta name='DC.identifier' content='http://a.example/document/122805'></head>"
        f"<body><h1>{TITLE}</h1><dl><dt>Held by</dt><dd>AVP RF</dd><dt>Original in</dt>"
        f"<dd>Russian</dd></dl><p>{PROSE}</p><p>{PROSE}</p></body></html>"
    )
    assert page(tmp_path, text, "a.html").record.identifier == "122805"
