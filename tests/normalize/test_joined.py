"""Several names in one text, told from firms, offices and noble names."""

from __future__ import annotations

import pytest

from lod.normalize.joined import several
from lod.record import AgentKind


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Stalin, Joseph|Mao Zedong", "|"),
        ("Joseph Stalin / Vyacheslav Molotov", "/"),
        ("Joseph Stalin/Vyacheslav Molotov", "/"),
        ("Joseph Stalin & Mao Zedong", "&"),
        ("Rosenberg, Julius and Ethel", "and"),
        ("Сталин, Иосиф и Молотов, Вячеслав", "и"),
        ("Stalin, Joseph, Molotov, Vyacheslav", ","),
        ("Stalin, Joseph et al.", "et al"),
        ("A. Gromyko, V. Kuznetsov", ","),
        ("A. A. Gromyko, V. V. Kuznetsov, Cde. N. Firyubin", ","),
        ("Thomas Mann, Heinrich Mann", ","),
        ("Ministry of War; Ministry of Trade", ";"),
    ],
)
def test_what_joins_two_names_is_found(text: str, joint: str) -> None:
    assert several(text) == joint


@pytest.mark.parametrize(
    "text",
    [
        "Marks & Spencer",
        "Ministry of Foreign Affairs and Trade",
        "Guttenberg, Karl Theodor Baron von und zu (CSU)",
        "Ruiz y Picasso, Pablo",
        "Pavlov, Ivan, Minister of Trade and Industry",
        "Blair, Tony, Sir, Prime Minister",
        "Kim (Jin; Chin)",
        "García Márquez, Gabriel José",
        "Lloyd George, David",
        "A. Gromyko, Minister of Trade",
        "Eden, A. R.",
    ],
)
def test_one_name_is_one_however_it_is_written(text: str) -> None:
    assert several(text) == ""


@pytest.mark.parametrize(
    ("name", "joint"),
    [
        ("Bonn/Berlin", "/"),
        ("Bonn and Berlin", "and"),
        ("Moskau und Warschau", "und"),
        ("Bosnia and Herzegovina", ""),
        ("Serbia and Montenegro", ""),
        ("Trinidad and Tobago", ""),
        ("Frankfurt/Oder", ""),
        ("Altona/Elbe", ""),
    ],
)
def test_two_great_places_in_one_cell_are_several_names(name: str, joint: str) -> None:
    assert several(name, "place") == joint


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gedenk- und Bildungsstätte Haus der Wannseekonferenz", "agent"),
        ("Gedenk- und Bildungsstätte Haus der Wannseekonferenz", "group"),
        ("Altona/Elbe", "agent"),
        ("Wiley and Putnam", "group"),
    ],
)
def test_one_body_with_a_joining_word_is_no_several(text: str, kind: AgentKind) -> None:
    assert several(text, kind) == ""


def test_orders_behind_a_name_are_no_names() -> None:
    assert several("Moore, Henry, OM, CH", "person") == ""
