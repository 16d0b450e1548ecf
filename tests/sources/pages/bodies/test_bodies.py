"""Bodies in running text."""

from __future__ import annotations

import pytest

from lod.sources.pages.bodies.bodies import Bodies
from lod.sources.pages.words.tokens import words_of


def bodies(text: str, persons: tuple[str, ...] = ()) -> list[str]:
    at = [text.index(one) for one in persons]
    return [
        text[one.start : one.end]
        for one in Bodies(text, words_of(text, 0, len(text)), (), {}, at).find()
    ]


def test_a_text_may_end_where_the_name_of_a_body_would_go_on() -> None:
    assert bodies("he wrote to the Foreign Ministry to") == ["Foreign Ministry"]


def test_a_book_of_nothing_but_capitals_is_read_as_fast_as_any() -> None:
    assert bodies("Ivan Petrov " * 40_000) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tents from UNRWA stores were given", ["UNRWA"]),
        ("the workers heard it from RIAS twice", ["RIAS"]),
        ("but the A.R.A. has the ships and the corn", ["A.R.A."]),
        ("the maps were drawn by the Survey of India", ["Survey of India"]),
        ("which stood in the way of British Airways", ["British Airways"]),
    ],
)
def test_an_acronym_or_a_word_of_bodies_needs_no_list(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "TOP SECRET EYES ONLY",
        "chapter XVI of the book",
        "he asked for more ICBM sites and a TNT factory",
        "the SHAH received him at noon",
        "he was told to STOP at once",
    ],
)
def test_not_all_in_capitals_is_a_body(text: str) -> None:
    assert bodies(text) == []


def test_where_surnames_are_in_capitals_an_acronym_has_its_article() -> None:
    text = "HAVEL spoke to HUSAK and to KOHOUT, then a man of the ARD came"
    assert bodies(text, ("HAVEL", "HUSAK")) == ["ARD"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("that the Soviet government is informed", ["Soviet government"]),
        ("as the Bank of China and the German Government know",
         ["Bank of China", "German Government"]),
        ("by the Foreign and Commonwealth Office at noon", ["Foreign and Commonwealth Office"]),
        ("the Staff Department and the Liaison Department met",
         ["Staff Department", "Liaison Department"]),
        ("he told the Treasury and wrote to the Manchester Guardian",
         ["Treasury", "Manchester Guardian"]),
        ("die Verordnung der Reichsbank war bekannt", ["Reichsbank"]),
        ("the firm Chemokomplex has been asked", ["Chemokomplex"]),
        ("before the NATO Council in spring", ["NATO Council"]),
    ],
)  # fmt: skip
def test_governments_banks_papers_and_firms_are_bodies(text: str, found: list[str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nobody speaks of it. A Union of Venta States will never be founded, he said.",
        "their solidarity with the treasury of the bank",
        "STATE X ARMY X NAVY",
    ],
)
def test_what_is_planned_meant_or_ticked_is_none(text: str) -> None:
    assert bodies(text) == []
