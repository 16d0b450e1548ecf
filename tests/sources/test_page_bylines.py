"""Lines that say who wrote, noted, signed or took part, and the kinds of papers of titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.titles import form
from tests.sources.cataloguing import page

PROSE = "I had a talk with the Minister today about the grain that was promised in the spring."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dispatch No. 7 from the Legation in Riga", "dispatch"),
        ("Aide-Memoire on the Fisheries", "aide-memoire"),
        ("Note Verbale to the Embassy", "diplomatic-note"),
        ("Exchange of Notes on the Railway", "exchange-of-notes"),
        ("Working Paper: Uranium", "working-paper"),
        ("Rundschreiben an die Ämter", "circular-letter"),
        ("Notatka z rozmowy", "note"),
        ("Affidavit of A. Orlov", "testimony"),
    ],
)
def test_a_title_tells_the_kind_of_paper(title: str, kind: str) -> None:
    assert form(title) == kind


def test_the_formula_of_a_note_names_both_sides(tmp_path: Path) -> None:
    formula = (
        "The Ministry of Fisheries presents its compliments to the Embassy of Norway and says:"
    )
    found = page(tmp_path, f"No. 7/JS(E)/60\n\n{formula}\n\n{PROSE}\n")
    assert found.role("sender") == ["Ministry of Fisheries"]
    assert found.role("recipient") == ["Embassy of Norway"]
    assert found.numbers() == ["7/JS(E)/60"]


@pytest.mark.parametrize(
    "line", ["Kept by: A. Orlov", "Opracował: A. Orlov", "Notes taken by A. Orlov"]
)
def test_who_wrote_a_paper_down_is_its_author(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Minutes of the Meeting\n\n{PROSE}\n\n{line}\n")
    assert found.role("author") == ["A. Orlov"]


def test_whoever_came_for_one_item_took_part_too(tmp_path: Path) -> None:
    names = "Present: A. Orlov, B. Petrov. Comrades C. Zaitsev and D. Ivanov took part in item 3."
    found = page(tmp_path, f"Minutes\n\n{names}\n\n{PROSE}\n")
    assert found.role("participant") == ["A. Orlov", "B. Petrov", "C. Zaitsev", "D. Ivanov"]


def test_a_rank_above_a_name_under_an_agreement_is_nobody(tmp_path: Path) -> None:
    signed = "For the Ministry of Arts:\nLieutenant General\nOrlov"
    assert page(tmp_path, f"{PROSE}\n\n{PROSE}\n\n{signed}\n").role("signatory") == ["Orlov"]


def test_labels_may_be_parted_from_their_values_by_a_dash(tmp_path: Path) -> None:
    block = "Record ID - 47110\nDate - 14 July 1896\nNotary - B. Petrov\nAuthor - A. Orlov\nBox - 6"
    found = page(tmp_path, f"A Paper\n\n{block}\n\n{PROSE}\n").record
    assert found.identifier == "47110"
    assert [one.edtf for one in found.date] == ["1896-07-14"]


def test_a_firm_is_a_body_and_no_person(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"{PROSE} It was sold by Robert Penn and Company to the Farm Workers' Party."
    )
    assert "Robert Penn" not in found.people
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert bodies == {"Robert Penn and Company", "Farm Workers' Party"}
