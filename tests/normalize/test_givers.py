"""Who paid, in the sentences by which sites say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.givers import givers


@pytest.mark.parametrize(
    "sentence",
    [
        "Made possible by a grant from the Harland Foundation.",
        "Funding for this collection was provided by the Harland Foundation.",
        "Sponsored by the Harland Foundation.",
        "Digitised with the support of the Harland Foundation.",
        "The Harland Foundation paid for the translation.",
        "The translation was financed by the Harland Foundation.",
        "With the generous support of the Harland Foundation.",
        "With a subsidy of the Harland Foundation",
        "Supported by a grant of the Harland Foundation (no. 1234).",
        "This page was funded under grant 99-121 of the Harland Foundation.",
        "The edition receives funding from the Harland Foundation.",
        "The project gratefully acknowledges the support of the Harland Foundation.",
        "We gratefully acknowledge the Harland Foundation, which funded this translation.",
        "Financial support: Harland Foundation",
        "A gift of the Harland Foundation made this edition possible.",
        "Thanks to the Harland Foundation for funding the scans.",
        "Scanning was paid for by the Harland Foundation.",
        "Thanks are due to the Harland Foundation, which paid for the translation.",
        "The costs of the translation were borne by the Harland Foundation.",
        "Published with the help of a subvention from the Harland Foundation.",
        "The editors thank the Harland Foundation for a grant.",
        "Die Übersetzung wurde von der Harland Foundation finanziert.",
        "Traducción realizada gracias al apoyo de la Harland Foundation.",
    ],
)
def test_who_paid_is_said_in_many_forms(sentence: str) -> None:
    (found,) = givers(sentence)
    assert found.name == sentence[found.start : found.end] == "Harland Foundation"


def test_several_who_paid_are_several() -> None:
    text = "Translated with the help of the Orlov Fund and the Ministry of Arts."
    assert [one.name for one in givers(text)] == ["Orlov Fund", "Ministry of Arts"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Funded by the Robert J. Smith Foundation.", "Robert J. Smith Foundation"),
        (
            "This project is funded by the National Endowment for the Humanities.",
            "National Endowment for the Humanities",
        ),
        (
            "The edition is supported by the National Historical and Records Commission.",
            "National Historical and Records Commission",
        ),
    ],
)
def test_the_name_of_whoever_paid_is_whole(sentence: str, name: str) -> None:
    assert [one.name for one in givers(sentence)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "With the help of the Red Army the town was freed.",
        "We are grateful to the Soviet Government for its help.",
        "The road was paid for by the Ministry of Works.",
        "The rebels were supported by the Orlov Foundation.",
        "The motion was supported by the Soviet Government and the Orlov Fund.",
        "Comrade Orlov supported the translation.",
        "He spoke of a grant from the Ministry.",
    ],
)
def test_who_supports_a_cause_pays_for_no_page(sentence: str) -> None:
    assert list(givers(sentence)) == []


@given(st.text(alphabet="supported funded by the Orlov Fund, grant (of) .", max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    assert all(one.name in text for one in givers(text))
