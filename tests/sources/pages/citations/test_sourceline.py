"""A word for the source, or the number of a paper in an edition, before an archive and a place."""

from __future__ import annotations

import pytest

from lod.sources.pages.citations.citation import source_note
from lod.sources.pages.citations.sourceline import is_source_line, said_source


@pytest.mark.parametrize(
    "place",
    [
        "Arhivele Naționale ale României (ANR), Bucharest, Fond CC, dosar 3/1983, ff. 61-74",
        "MNL OL, M-KS 288. f. 5/890",
        "PA AA, RZ 101/29781, Bl. 227-228",
    ],
)
@pytest.mark.parametrize("word", ["Source", "Sursa", "Forrás", "Quelle"])
def test_a_source_in_the_words_of_its_own_archive_is_a_reference(word: str, place: str) -> None:
    text = f"{word}: {place}."
    assert [(one.column, text[one.start : one.end].rstrip(".")) for one in source_note(text)] == [
        ("reference", place)
    ]


def test_a_number_before_an_archive_box_and_file_is_that_of_the_edition() -> None:
    text = "No. 117 NAI DFA ES Box 28 File 187"
    assert [(one.column, text[one.start : one.end]) for one in source_note(text)] == [
        ("identifier", "117"),
        ("reference", "NAI DFA ES Box 28 File 187"),
    ]


@pytest.mark.parametrize(
    "line", ["SECRET File 12", "COPY Box 28 File 187", "NAI Box office", "UN Office in File 4"]
)
def test_capitals_before_one_box_or_a_grade_are_no_archive(line: str) -> None:
    assert not is_source_line(line)
    assert said_source(f"No. 4 {line}") is None
