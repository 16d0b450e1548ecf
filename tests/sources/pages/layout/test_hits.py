"""Teasers cut short, pages as browsers print them, labels in pairs, and bodies of one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TITLE = "TELEGRAM FROM HANOI TO WARSAW, 12 JUNE 1965"


@pytest.mark.parametrize("end", ["…", "..."])
def test_a_teaser_cut_short_sums_up_and_is_no_title(tmp_path: Path, end: str) -> None:
    lead = f"Ambassador Dorn reports on his talk about the harvest and asks for instruct{end}"
    text = (
        f"Results 1-3 of 3 for harvest\n\n{TITLE}\n{lead}\nDocument type: Telegram\nLanguage: "
        f"Polish\nDocument ID: 118812\n\n=====\n\nTo Comrade Hora\n\n{PROSE}\n\n{PROSE}\n\n[-] Dorn"
        "\n\n=====\nAMSZ, zespół 6/77, w. 43, t. 394. Translator: Eva Vesely. Obtained by L. Rey.\n"
    )
    found = page(tmp_path, text)
    assert found.record.title[0].value == TITLE
    assert [one.value for one in found.record.abstract] == [lead]
    assert found.role("signatory") == ["Dorn"]
    assert found.role("translator") == ["Eva Vesely"]
    assert [one.verbatim for one in found.record.reference] == ["AMSZ, zespół 6/77, w. 43, t. 394"]


def test_an_address_with_the_stamp_of_a_browser_has_the_number(tmp_path: Path) -> None:
    stamp = "a.example.org/print/document/112233          3/4/2014 10:15 AM"
    text = f"{stamp}\n\nLetter from Orlov to Dorn\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n"
    assert page(tmp_path, text).record.identifier == "112233"


def test_two_rows_of_paired_labels_are_not_turned(tmp_path: Path) -> None:
    text = (
        "<html><body><h1>Speech by Comrade Orlov</h1><table><tr><td><b>Day:</b></td><td>5 May 1961"
        "</td><td><b>Language:</b></td><td>Polish</td></tr><tr><td><b>Kept in:</b></td><td>AAN, KC "
        "PZPR, XI A/88</td><td><b>Thanks to:</b></td><td>Leo Hora</td></tr></table><p>Comrades!</p>"
        f"<p>{PROSE}</p><p>{PROSE}</p><p>Prepared by: Section for Villages, J. Dorn<br>Copies: "
        "Petrov, Vesely</p><p>You can use this text freely if you name us.</p></body></html>"
    )
    found = page(tmp_path, text, "a.html")
    assert [span.edtf for span in found.record.date] == ["1961-05-05"]
    assert any("pl" in one.id for one in found.record.language)
    assert found.role("contributor") == ["Leo Hora"]
    assert "J. Dorn" in found.role("author")
    assert found.role("corporate-author") == ["Section for Villages"]
    assert found.role("copy-recipient") == ["Petrov", "Vesely"]
    assert found.record.rights


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("He sent the report of the department to Congress.", {"Congress"}),
        ("He was at the 20th Congress in Venta.", set()),
        ("The Pope opened the Synod in spring.", {"Synod"}),
        ("It is a course in Profintern matters.", {"Profintern"}),
        ("Kim II Sung spoke; Kim II Sung wants the end of UNCURK in spring.", {"UNCURK"}),
    ],
)
def test_bodies_of_one_word_stand_as_bodies_do(
    tmp_path: Path, sentence: str, bodies: set[str]
) -> None:
    found = page(tmp_path, f"Report on the Harvest\n\n5 May 1951\n\n{PROSE}\n\n{sentence}\n")
    assert {one.name for one in found.record.agents if one.kind == "group"} == bodies
