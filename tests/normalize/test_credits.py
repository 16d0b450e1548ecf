"""Credit lines: who did what for a document, and what the line says besides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.credits import parse_credits


def test_three_deeds_of_one_person_are_three_roles() -> None:
    rest, found = parse_credits(
        "BArch, B 136/59748, 403-410. "
        "Contributed, transcribed, and translated by Stephan Kieninger."
    )
    assert rest == "BArch, B 136/59748, 403-410."
    assert [role for role, _ in found] == ["contributor", "transcriber", "translator"]
    assert {name for _, name in found} == {"Stephan Kieninger"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Translated by Gary Goldberg.", [("translator", "Gary Goldberg")]),
        (
            "Contributed by Sergey Radchenko and translated by Gary Goldberg.",
            [("contributor", "Sergey Radchenko"), ("translator", "Gary Goldberg")],
        ),
        (
            "Contributed by Jordan Baev; translated by Kalina Bratanova",
            [("contributor", "Jordan Baev"), ("translator", "Kalina Bratanova")],
        ),
        (
            "Translated by A. B. Smith, Jr. and Esther Kim.",
            [("translator", "A. B. Smith, Jr."), ("translator", "Esther Kim")],
        ),
        ("Obtained by Kathryn A. Weathersby", [("contributor", "Kathryn A. Weathersby")]),
        ("Translated from Russian by S. Savranskaya.", [("translator", "S. Savranskaya")]),
        (
            "Trans. by A. Smith and B. Jones",
            [("translator", "A. Smith"), ("translator", "B. Jones")],
        ),
        ("Transl.: J. Doe; ed. by K. Roe", [("translator", "J. Doe"), ("editor", "K. Roe")]),
        ("Translated from Russian by Gary Goldberg for CWIHP", [("translator", "Gary Goldberg")]),
        ("Translated by Eva Dorn, for CWIHP and NKIDP.", [("translator", "Eva Dorn")]),
        (
            "Translated by Eva Dorn on behalf of CWIHP and contributed by Jan Vesely",
            [("translator", "Eva Dorn"), ("contributor", "Jan Vesely")],
        ),
        ("Donated by Eva Dorn", [("contributor", "Eva Dorn")]),
        ("Translation: Gary Goldberg", [("translator", "Gary Goldberg")]),
    ],
)
def test_people_are_found_with_their_deeds(text: str, found: list[tuple[str, str]]) -> None:
    assert parse_credits(text) == ("", tuple(found))


@pytest.mark.parametrize(
    ("givers", "names"),
    [
        ("Leon Levy Foundation", ["Leon Levy Foundation"]),
        ("Chun & Jane Chiu Family Foundation", ["Chun & Jane Chiu Family Foundation"]),
        (
            "Carnegie Corporation of New York (CCNY)",
            ["Carnegie Corporation of New York (CCNY)"],
        ),
        (
            "the MacArthur Foundation and the ROK Ministry of Unification.",
            ["MacArthur Foundation", "ROK Ministry of Unification"],
        ),
    ],
)
def test_givers_are_funders(givers: str, names: list[str]) -> None:
    rest, found = parse_credits(f"This document was made possible with support from {givers}")
    assert rest == ""
    assert found == tuple(("funder", name) for name in names)


@pytest.mark.parametrize(
    "text",
    ["Translation - English", "RGANI, f. 3, op. 12", "by Molotov", "Donated by the family"],
)
def test_what_is_no_credit_stays(text: str) -> None:
    assert parse_credits(text) == (text, ())


@given(st.text(alphabet="translated by contributed, and.;: &", max_size=300))
def test_any_text_is_read_without_fault(text: str) -> None:
    rest, _ = parse_credits(text)
    assert len(rest) <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("English translation by Mary Dawson", "translator Mary Dawson"),
        ("Translation prepared by Mary Dawson, 2009.", "translator Mary Dawson"),
        ("The translation is by Mary Dawson.", "translator Mary Dawson"),
        ("Tr. Mary Dawson", "translator Mary Dawson"),
        ("Rendered into English by Mary Dawson.", "translator Mary Dawson"),
        ("Translation for the Centre: Mary Dawson", "translator Mary Dawson"),
        ("We are grateful to Mary Dawson for the translation.", "translator Mary Dawson"),
        ("Thanks to Mary Dawson, who translated the text.", "translator Mary Dawson"),
        (
            "Document supplied by Ivan Petkov, English by Mary Dawson.",
            "contributor Ivan Petkov, translator Mary Dawson",
        ),
        (
            "Selected, edited and translated by Eva Dorn",
            "contributor Eva Dorn, editor Eva Dorn, translator Eva Dorn",
        ),
        ("Copy courtesy of Ivan Petkov.", "contributor Ivan Petkov"),
        ("Photocopy provided by Ivan Petkov (University of Leeds).", "contributor Ivan Petkov"),
        ("Copy obtained by Ivan Petkov, National Archives.", "contributor Ivan Petkov"),
        ("Gift of Ivan Petkov, 2003", "contributor Ivan Petkov"),
        ("Thanks to Ivan Petkov for making this document available.", "contributor Ivan Petkov"),
        ("Our thanks go to Ivan Petkov, who gave us the copy.", "contributor Ivan Petkov"),
        ("Document made available by Ivan Petkov.", "contributor Ivan Petkov"),
        ("With thanks to Ivan Petkov", "contributor Ivan Petkov"),
        ("We thank Ivan Petkov.", "contributor Ivan Petkov"),
        ("Prepared for publication by Ivan Petkov.", "editor Ivan Petkov"),
        ("Edited with notes by Ivan Petkov.", "editor Ivan Petkov"),
        (
            "Transcribed by Ivan Petkov, May 2014",
            "transcriber Ivan Petkov",
        ),
    ],
)
def test_thanks_are_said_in_many_forms(text: str, found: str) -> None:
    rest, credits = parse_credits(text)
    assert rest == ""
    assert ", ".join(" ".join(one) for one in credits) == found
