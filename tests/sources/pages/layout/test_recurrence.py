"""What most pages of a collection say is the site's, though no form shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, catalogued

PAGE = """Harbour Papers of the Coast
A place for old letters

Letter from A. Smith to B. Jones, number {number}

May {number}, 1921

To B. Jones

The ship number {number} has been lost in the night near Dover, and all her papers with her.

A. Smith

Our office is open daily
Walk in by the old gate
"""


@pytest.fixture
def letters(tmp_path: Path) -> list[Catalogued]:
    for number in range(1, 7):
        (tmp_path / f"{number}.txt").write_text(PAGE.format(number=number))
    return list(catalogued(tmp_path))


def test_lines_that_recur_are_no_part_of_the_text_and_no_title(letters: list[Catalogued]) -> None:
    assert [one.record.title[0].value for one in letters][:2] == [
        "Letter from A. Smith to B. Jones, number 1",
        "Letter from A. Smith to B. Jones, number 2",
    ]
    (body,) = letters[0].row.cells["body"]
    assert "old gate" not in body.text


def test_the_ledger_names_the_rule(letters: list[Catalogued]) -> None:
    rules = [one.rule for one in letters[0].row.coverage if one.use == "furniture"]
    assert rules.count("recurs in the collection") == 4


def test_a_signature_that_recurs_is_still_one(letters: list[Catalogued]) -> None:
    assert letters[0].role("signatory") == ["A. Smith"]
    assert letters[0].role("recipient") == ["B. Jones"]
