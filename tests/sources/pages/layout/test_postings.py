"""Pages of projects and blogs: days beside numbers and sittings, postings, notes, two copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TITLE = "On Aid to the Works at Venta"
LEAD = "Copper for the works at Venta in spring: the decision, the sums and who was to bring it."
TEXT = "\n\n".join([PROSE] * 3)


@pytest.mark.parametrize(
    ("row", "day", "number"),
    [
        ("29 December 1980* (Pb 230/34)", "1980-12-29", ["Pb 230/34"]),
        ("5 May 1961 [No. 41-A]", "1961-05-05", ["41-A"]),
        ("May 5, 1961†", "1961-05-05", []),
        ("5 мая 1961 (№ П230/34)", "1961-05-05", ["П230/34"]),
    ],
)
def test_the_day_above_a_title_may_have_a_mark_and_the_papers_number_beside_it(
    tmp_path: Path, row: str, day: str, number: list[str]
) -> None:
    found = page(tmp_path, f"Home | About | Glossary\n\n{row}\n\n{TITLE}\n\n{TEXT}\n")
    assert [one.edtf for one in found.record.date[:1]] == [day]
    assert found.numbers() == number
    assert [one.value for one in found.record.title] == [TITLE]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("Moscow, 22 November 1978, afternoon session", "1978-11-22"),
        ("Warsaw, 5 May 1955 (second session)", "1955-05-05"),
        ("Moscou, 22 novembre 1978, séance du matin", "1978-11-22"),
        ("Berlin, 22. November 1978, Nachmittagssitzung", "1978-11-22"),
    ],
)
def test_the_day_of_a_speech_stands_below_its_title_with_the_sitting(
    tmp_path: Path, row: str, day: str
) -> None:
    head = f"Collections >> Meetings\n\nSpeech by the Secretary (J. Orlov)\n\n{row}\n\n"
    lead = (
        "Orlov reports on the copper and quarrels with Petrov about the works at Venta. Excerpts."
    )
    found = page(tmp_path, f"{head}{lead}\n\nDear Comrade Petrov,\n\n{TEXT}\n")
    assert [one.edtf for one in found.record.date[:1]] == [day]
    assert [one.value for one in found.record.abstract] == [lead]
    assert row.partition(",")[0] in found.places


def test_the_language_of_a_source_has_thanks_behind_it(tmp_path: Path) -> None:
    row = (
        "Language of source: Bulgarian (typescript, 19 pp., with corrections in ink). "
        "English translation: Eva Dorn-Reed. Contributed by Jan Baev."
    )
    head = f"Speech by the Secretary (J. Orlov)\n\n22 November 1978\n\n{row}\n\n"
    found = page(tmp_path, f"{head}Dear Comrades,\n\n{TEXT}\n")
    assert [one.label for one in found.record.language] == ["Bulgarian"]
    assert found.role("translator") == ["Eva Dorn-Reed"]
    assert found.role("contributor") == ["Jan Baev"]


@pytest.mark.parametrize(
    "posted",
    [
        "[Posted on July 4, 2016 by the editor]",
        "Published 12 March 2014 by admin",
        "Veröffentlicht am 12. März 2014 von admin",
        "Filed under: Copper, Venta",
    ],
)
def test_what_a_blog_says_of_its_posting_is_the_sites(tmp_path: Path, posted: str) -> None:
    head = f"5 May 1961\n\n{TITLE}\n\n{posted}\n\n{LEAD} [R 5 May 1961, 6 pp]\n\n* * *\n\n"
    foot = "This entry was posted in 1960-65 and tagged Venta. Bookmark the permalink."
    found = page(tmp_path, f"{head}{TEXT}\n\nShare this:\n Twitter\n\n{foot}\n\nLeave a comment\n")
    assert [one.edtf for one in found.record.date] == ["1961-05-05"]
    assert [one.value[: len(LEAD)] for one in found.record.abstract] == [LEAD]
    assert found.row.cells["body"][0].text == TEXT


def test_a_posting_to_a_place_is_no_blogs(tmp_path: Path) -> None:
    text = f"Posted to Bern in 1951, he wrote nothing for a year about the copper.\n\n{TEXT}"
    found = page(tmp_path, f"# {TITLE}\n\n5 May 1961\n\n{text}\n", "a.md")
    assert found.row.cells["body"][0].text.startswith("Posted to Bern")


def test_notes_below_a_rule_say_who_translated_and_where_the_original_lies(tmp_path: Path) -> None:
    notes = (
        "NOTES\n\n1. All texts here are translations from the Russian. Translation, Iris Hollow; "
        "checked by J.C.\n2. Orlov (1913-1995) was secretary of the works."
    )
    source = "Original: TsKhSD, fond 89, opis 38, delo 47, ll. 1-6 (scan: 0911_mp.pdf)"
    found = page(
        tmp_path, f"5 May 1961\n\n{TITLE}\n\n{TEXT}\n\n* * *\n\n{notes}\n\n{source}\n\n=====\n"
    )
    assert found.role("translator") == ["Iris Hollow"]
    assert [one.verbatim for one in found.record.reference] == [
        "TsKhSD, fond 89, opis 38, delo 47, ll. 1-6"
    ]
    assert not found.record.abstract
    assert "J.C" not in str(found.people)


def test_a_citation_names_another_copy_and_its_archive(tmp_path: Path) -> None:
    cited = (
        "Citation:  Central State Archives (TsDA), Sofia, Fond 1-B, Opis 66, l. 112-130. "
        "Copy in SAPMO-BArch, Berlin, DY 30/2351 (German, incomplete)."
    )
    foot = (
        "Copyright 1999-2011 Works History Project (WHP). All rights reserved. If cited or "
        "reproduced, acknowledgement of any document's origin must be made."
    )
    text = f"Speech by J. Orlov\n\n22 November 1978\n\n{TEXT}\n\n\n{cited}\n\n"
    found = page(tmp_path, f"{text}[ Back to overview ]  [ Print ]\n\n{foot}\n\nWebmaster\n")
    assert [one.verbatim for one in found.record.reference] == [
        "Central State Archives (TsDA), Sofia, Fond 1-B, Opis 66, l. 112-130",
        "SAPMO-BArch, Berlin, DY 30/2351",
    ]
    assert [one.value for one in found.record.rights] == [foot]
    assert found.row.cells["body"][0].text == TEXT


def test_parts_of_a_decision_go_to_some_of_those_addressed(tmp_path: Path) -> None:
    line = "To Comrades Orlov, Petrov, Vane; Dorn - points 1 and 2 only"
    found = page(tmp_path, f"TOP SECRET\n\nNo. P230/34\n\n{line}\n\n{TEXT}\n")
    assert found.role("recipient") == ["Orlov", "Petrov", "Vane", "Dorn"]
