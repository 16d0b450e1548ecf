"""Names of Burma and Korea, friends called by their fathers' names, and persons among others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page
from tests.sources.pages.test_sites import PROSE


def told(tmp_path: Path, sentence: str, name: str = "page.txt") -> Catalogued:
    return page(tmp_path, f"Report on the Harvest\n\n5 May 1951\n\n{PROSE}\n\n{sentence}\n", name)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("The talk which His Excellency U Hla Maung had on the 17th was short.", {"U Hla Maung"}),
        ("He was accompanied by the Duwa Zau Lawn and the Sawbwa of Venta.", {"Zau Lawn"}),
        ("The General Staff and Ne Win are enthusiastic about the gift.", {"Ne Win"}),
        ("Minister U Ba Swe spoke; compare what Ba Swe said in August.", {"U Ba Swe"}),
        ("3. OH KI-SOP, b. 1903, a worker at the harbour, is to be sent there.", {"Oh Ki-sop"}),
        ("4. CHA HO-JUN, b. 1901, teaches at the school of the harbour.", {"Cha Ho-jun"}),
        ("He hears that Dornberg and the other German advisers are for resistance.", {"Dornberg"}),
        ("It is hard, although Van der Stoep faces difficulties in spring.", {"Van der Stoep"}),
        ("I can get letters to Leibnecht, but the answers arrive late.", {"Leibnecht"}),
        ("Send it to Vice-Ministers Zhang Wenjin and Ji Pengfei.", {"Zhang Wenjin", "Ji Pengfei"}),
    ],
)  # fmt: skip
def test_persons_are_told_by_how_their_people_are_named(
    tmp_path: Path, sentence: str, people: set[str]
) -> None:
    found = {one.casefold() for one in told(tmp_path, sentence).people}
    assert found == {one.casefold() for one in people}


@pytest.mark.parametrize(
    "sentence", ["Oh Lord, the harvest is late.", "We will Win Back the field."]
)
def test_everyday_words_are_no_names_of_neighbours(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence).people == set()


@pytest.mark.parametrize("bracket", ["[Dornin]", "\\[Dornin\\]"])
def test_whom_friends_call_by_his_fathers_name_has_the_surname_behind_it(
    tmp_path: Path, bracket: str
) -> None:
    sentence = f"Let Georgy Vasilyevich {bracket} prepare a text. A copy goes to Dornin."
    assert told(tmp_path, sentence, "a.md").people == {"Georgy Vasilyevich Dornin"}


def test_a_note_by_hand_below_a_seal_belongs_to_the_paper(tmp_path: Path) -> None:
    text = (
        f"<html><body><h1>Note of the Embassy</h1><p>{PROSE}</p><p>{PROSE}</p><p>[seal] "
        "[initials, not deciphered]</p><p><u>Enclosure:</u> Sketch map of Venta.</p><hr>"
        "<p><i>Minutes on the file copy:</i></p><p>Received by the First Asian Department. "
        f"{PROSE} &mdash; Zhang Wenjin</p><p>Copy to Comrade Yao Zhongming in Rangoon by the next "
        "bag, and one to the Yunnan Foreign Affairs Office. The Premier will decide himself. "
        "&mdash; Ji</p></body></html>"
    )
    found = page(tmp_path, text, "a.html")
    assert found.role("copy-recipient") == ["Yao Zhongming", "Yunnan Foreign Affairs Office"]
    assert "Zhang Wenjin" in found.people
