"""Values that are left open: they are placed, and nobody sees what they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from lod.holes import MARKED, Hole, OpenError, Slot
from lod.terms import iri, literal

TITLE, KEY = Hole((Slot("text", 1),)), Hole((Slot("plain", 0),))

LOOKS: dict[str, Callable[[Any], object]] = {
    "compared": lambda hole: hole == "Telegram",
    "formatted": lambda hole: f"{hole}",
    "cut": lambda hole: hole[:3],
    "measured": lambda hole: len(hole),
    "searched": lambda hole: re.search("a", hole),
    "asked": lambda hole: hole.startswith("["),
    "sorted": lambda hole: sorted([hole, "a"]),
    "lowered": lambda hole: hole.lower(),
    "joined by others": lambda hole: "".join([hole]),
    "looked for": lambda hole: "a" in hole,
    "held against two open ones": lambda hole: hole + "a" == hole + "b",
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_an_open_value_cannot_be(look: Callable[[Any], object]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        look(TITLE)


def test_an_open_value_stands_in_literals_and_iris() -> None:
    assert literal("On " + TITLE, lang="en") == '"On hOLel001e"@en'
    assert iri("https://a.example/doc/" + KEY) == "<https://a.example/doc/hOLep000e>"


def test_equal_values_are_one_hole_and_others_are_not() -> None:
    assert Hole((Slot("text", 1),)) == TITLE
    assert Hole((Slot("text", 2),)) != TITLE


def test_text_that_looks_like_a_mark_is_refused() -> None:
    with pytest.raises(OpenError):
        literal("hOLe " + TITLE)


def test_a_mark_tells_its_place_and_its_value() -> None:
    assert MARKED.findall(literal(KEY + TITLE)) == [("p", "000"), ("l", "001")]
