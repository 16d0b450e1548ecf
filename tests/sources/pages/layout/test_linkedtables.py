"""Tables whose values are links, named characters, notes on a source and slips for routing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TEXT = "\n\n".join([PROSE] * 3)


def test_each_link_in_a_cell_of_names_is_one_name_without_its_office(tmp_path: Path) -> None:
    rows = (
        "# papers.example/46718\n\n| | |\n|---|---|\n| **Titre** | Les usines de Venta |\n"
        "| **Date** | 21.9.1938 |\n| **Auteur** | [Légation de Suisse à Venta](/R1) / "
        "[Dorn, Eva](/P1) |\n| **Destinataire** | [Hora, Jan](/P2), chef du Département |\n"
        "| **Copie** | [Roux, Pierre](/P3) |\n| **Cote d'archives** | Archives fédérales "
        "CH-BAR#E2300#1000/716#956\\* |\n\n## Transcription {#t}\n\n"
    )
    found = page(tmp_path, f"{rows}{TEXT}\n", "a.md")
    authors = found.role("author") + found.role("corporate-author")
    assert sorted(authors) == ["Dorn, Eva", "Légation de Suisse à Venta"]
    assert found.role("recipient") == ["Jan Hora"]
    assert found.role("copy-recipient") == ["Pierre Roux"]
    assert found.record.identifier == "46718"
    assert "CH-BAR#E2300#1000/716#956*" in found.record.reference[0].verbatim
    assert found.row.cells["body"][0].text == TEXT


@pytest.mark.parametrize(
    ("written", "name"),
    [("Mr. Edvard Bene&#353;", "Edvard Beneš"), ("Mr. Jan Hod&zcaron;a", "Jan Hodža"),
     ("Mr. Ren&eacute; Roux", "René Roux")],
)  # fmt: skip
def test_characters_called_by_number_or_name_are_read_in_plain_text(
    tmp_path: Path, written: str, name: str
) -> None:
    text = f"# Letter to Dorn\n\n5 May 1951\n\n{written} said so, Orlov &amp; Co. too. {PROSE}\n"
    assert name in page(tmp_path, text, "a.md").people


def test_a_note_on_the_source_names_posts_and_persons_behind_the_place(tmp_path: Path) -> None:
    note = (
        "<p>Source: Department of State, Central Files, 760E.00/12-558. Confidential; Priority. "
        "Repeated to Moscow, Oslo, and Paris. A copy was sent to Jan Vesely.</p>"
    )
    title = "<h3>51. Telegram From the Embassy in Finland to the Department of State</h3>"
    prose = "".join(f"<p>{PROSE}</p>" for _ in range(3))
    found = page(tmp_path, f"<html><body>{title}<p>May 5, 1958</p>{prose}{note}", "a.html")
    assert {"Moscow", "Oslo", "Paris"} <= found.places
    assert "Jan Vesely" in found.people


def test_notes_behind_that_on_the_source_are_read_for_names(tmp_path: Path) -> None:
    source = "Source: Department of State, Central Files, 760E.00/12-558. Confidential; Priority."
    notes = (
        f"<ol><li>{source} ↩</li><li>Dated December 3, it reported a talk with Minister of "
        "Finance Päiviö Hetemäki about trade. ↩</li></ol><h3>Persons</h3>"
        "<p>Hover over a name in the text, such as Aldo Roux, to see who he is.</p>"
    )
    title = "<h3>51. Telegram From the Embassy in Finland to the Department of State</h3>"
    prose = "".join(f"<p>{PROSE}</p>" for _ in range(3))
    found = page(tmp_path, f"<html><body>{title}<p>May 5, 1958</p>{prose}{notes}", "a.html")
    assert "Päiviö Hetemäki" in found.people
    assert "Aldo Roux" not in found.people


def test_conditions_of_access_say_how_secret_a_paper_was(tmp_path: Path) -> None:
    rows = (
        "**Title:** Report on Mines\n**Date:** 5 May 1951\n**Conditions governing access:** "
        "Declassified 17 May 2012. Previously: Confidential.\n\n## Text\n\n"
    )
    found = page(tmp_path, f"{rows}{TEXT}\n", "a.md")
    assert [one.label for one in found.record.classification] == ["Confidential"]


def test_boxes_to_tick_on_a_slip_and_prose_that_goes_on_name_no_receiver(tmp_path: Path) -> None:
    slip = "TO:    Mr. Hora\nFOR:   [x] ACTION   [ ] APPROVAL   [ ] SIGNATURE"
    said = (
        "His Royal Highness Prince Norodom Sihanouk, Head of State, visited the\n"
        "place on 21 March together with the members of the commission."
    )
    found = page(tmp_path, f"ROUTING SLIP\n\n{slip}\n\n{said}\n\n{TEXT}\n\nNew York, 5 May 1964\n")
    assert found.role("recipient") == ["Hora"]
