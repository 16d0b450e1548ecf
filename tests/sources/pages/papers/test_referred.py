"""Papers that a text names without a number: by day, by whose they are, by their own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.record import Related
from lod.sources.pages.papers.namedpapers import named_papers
from tests.sources.pages.cataloguing import page

ABOVE = "Letter from A. Orlov to B. Petrov\n\nMay 5, 1951\n\n"


def related(tmp_path: Path, sentence: str) -> list[Related]:
    text = f"{ABOVE}We have read all of this with attention. {sentence} So much for today.\n"
    return list(page(tmp_path, text).row.related)


def labels(text: str) -> list[str]:
    return [text[one.start : one.end] for one in named_papers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The 26 March proposal was rejected.", "26 March proposal"),
        ("They rejected the 12 March American proposal.", "12 March American proposal"),
        ("They rejected the March 12 note.", "March 12 note"),
        ("That was in Kuznetsov's speech.", "Kuznetsov's speech"),
        ("We know of Comrade Kuznetsov's memorandum.", "Comrade Kuznetsov's memorandum"),
        ("He read the Soviet government's statement.", "Soviet government's statement"),
        ("He read the statement of the Soviet government.", "statement of the Soviet government"),
        ("They follow the Moscow decision.", "Moscow decision"),
        ("They approved the June CPSU CC Plenum decision.", "June CPSU CC Plenum decision"),
        ("They follow the decisions of the 20th Congress.", "decisions of the 20th Congress"),
        ("I know an appeal by the government of the DPRK.", "appeal by the government of the DPRK"),
        ("They broke the Korean Armistice Agreement.", "Korean Armistice Agreement"),
        ("The Geneva Accords are broken.", "Geneva Accords"),
        ("They will publish a communiqué about the talks.", "communiqué about the talks"),
        ("The lead article published yesterday was weak.", "lead article published yesterday"),
        ("He follows reports in French newspapers.", "reports in French newspapers"),
    ],
)  # fmt: skip
def test_a_paper_is_told_by_its_day_its_owner_or_its_name(sentence: str, label: str) -> None:
    assert labels(sentence) == [label]


@pytest.mark.parametrize(
    "sentence",
    [
        "We met on 25 June. The proposals are good.",
        "The Soviet proposals are vague.",
        "The CIA reports that all is well.",
        "It is Monday's report.",
        "The Warsaw Treaty stands.",
        "He spoke for the North Atlantic Treaty Organization.",
        "They came to an agreement.",
        "He sent a letter and a note.",
        "See the note No. 12 of the embassy.",
    ],
)
def test_prose_names_no_paper(sentence: str) -> None:
    assert labels(sentence) == []


def test_a_day_without_its_year_is_of_that_of_the_text_if_before_it(tmp_path: Path) -> None:
    (march,) = related(tmp_path, "The 26 March proposal was rejected.")
    assert [one.edtf for one in march.date] == ["1951-03-26"]
    (august,) = related(tmp_path, "The 26 August proposal was rejected.")
    assert not august.date


def test_what_one_spoke_is_one_speech_however_it_is_called(tmp_path: Path) -> None:
    told = related(tmp_path, "I heard Kuznetsov's speech. Kuznetsov's statement was clear.")
    assert [one.label for one in told] == ["Kuznetsov's speech"]


def test_a_number_in_brackets_is_of_what_carries_the_report_told(tmp_path: Path) -> None:
    told = related(
        tmp_path, "According to the report of Comrade Kuznetsov, all is well (telegram No. 812)."
    )
    assert [(one.label, one.number) for one in told] == [
        ("report of Comrade Kuznetsov (telegram No. 812)", "812")
    ]
    apart = related(
        tmp_path, "I read the report of Comrade Kuznetsov. All is well (telegram No. 8)."
    )
    assert len(apart) == 2
