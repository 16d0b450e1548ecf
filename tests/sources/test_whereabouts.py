"""Places that no authority knows, by their names and by the words around them."""

from __future__ import annotations

import pytest

from lod.sources.tokens import words_of
from lod.sources.whereabouts import whereabouts


def places(text: str, *blocked: str) -> list[str]:
    at = {text.index(one) for one in blocked}
    return [text[one.start : one.end] for one in whereabouts(words_of(text, 0, len(text)), at)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("corn went down the Volga to the sea", ["Volga"]),
        ("they spoke of El Arish and of the road", ["El Arish"]),
        ("Szczecin lies beyond it", ["Szczecin"]),
        ("he was seen in Kolpashevo", ["Kolpashevo"]),
    ],
)
def test_a_name_is_a_place_by_its_company_or_because_it_is_known(
    text: str, found: list[str]
) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    ["the Volga Company was founded", "the Szczecin agreement was signed", "THE VOLGA FLOWS"],
)
def test_a_known_name_within_another_name_is_none(text: str) -> None:
    assert places(text) == []


def test_a_person_comes_before_a_place() -> None:
    assert places("it was said by Kirovograd himself", "Kirovograd") == []
