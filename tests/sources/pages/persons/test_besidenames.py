"""Persons whom what stands close beside a foreign name tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def _people(tmp_path: Path, sentence: str) -> set[str]:
    text = f"Report on the Mines\n\n5 May 1951\n\n{PROSE}\n\n{sentence}\n\n{PROSE}\n"
    return page(tmp_path, text).people


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("I knew Dulles far better, and Vrablec at the State Department.", {"Dulles", "Vrablec"}),
        ("They sent for Vrablec on the fifth.", {"Vrablec"}),
        ("I named Vrablec for agriculture.", {"Vrablec"}),
        ("It is better to quote Vrablec and leave it at that.", {"Vrablec"}),
        ("A talk with Minister of Finance Aulis Vrablec was held.", {"Aulis Vrablec"}),
        ("He had supper at Vrablec's.", {"Vrablec"}),
        ("There was a quarrel between Vrablec and Dornik.", {"Vrablec", "Dornik"}),
        ("Vrablec and his men were not admitted.", {"Vrablec"}),
        ("The Vrablec government fell in June.", {"Vrablec"}),
        ("A third man, Vrablec, was arrested on Monday.", {"Vrablec"}),
        ("The driver, one Vrablec, was drunk.", {"Vrablec"}),
        ("It is not Vrablec but Dornik who rules.", {"Vrablec", "Dornik"}),
        ("Vrablec (Interior) and Dornik (Finance) objected.", {"Vrablec", "Dornik"}),
        ("Old Vrablec will not hear of it.", {"Vrablec"}),
    ],
)
def test_a_foreign_name_is_a_person_s_by_what_stands_beside_it(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    assert _people(tmp_path, sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The fall of Vrablec was expected.",
        "The river Vrablec is in flood.",
        "The plants in Kolbik, Vrablec and Dornik stopped.",
        "Vrablec lies forty kilometres north of Dornik.",
        "The uranium of Vrablec goes east.",
        "The distance between Vrablec and Dornik is great.",
        "See page 4, and Page 5.",
    ],
)
def test_what_stands_as_a_place_does_is_no_person(tmp_path: Path, sentence: str) -> None:
    assert _people(tmp_path, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("There is much talk in Rangoon, and Vrablec has printed a map.", "Vrablec"),
        ("The British Consul in Isfahan, Vrablec, has been there.", "Vrablec"),
    ],
)
def test_a_new_sentence_or_who_holds_an_office_is_no_more_of_a_list_of_places(
    tmp_path: Path, sentence: str, name: str
) -> None:
    assert name in _people(tmp_path, sentence)
