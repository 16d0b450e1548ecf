"""Persons whom company, office or handling tells: English surnames, those for whom one repeats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def read(tmp_path: Path, text: str) -> set[str]:
    return page(tmp_path, f"Report on the Mines\n\n{text}\n\n{PROSE}\n\n{PROSE}\n").people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We heard that General Fields with a small party had set up an office there.", "Fields"),
        ("The paper was drafted by Bowling before it was sent out to the others.", "Bowling"),
        ("He has been with Baker three times and came out of the room grey in the face.", "Baker"),
        ("They signed it there, with Carter as the notary of both of the parties.", "Carter"),
        ("They stayed on the advice of Leimena and did not answer the letter at all.", "Leimena"),
        ("He came back and outbid Stikker before the others had read the paper.", "Stikker"),
        ("Teuku Daudsja, Governor of the Province, has resigned and gone home.", "Teuku Daudsja"),
        ("The Capuchin Father Luis de Pupiales tells me of eighty families here.",
         "Luis de Pupiales"),
        ("The Indian Consul-General, Raghavan, informs me that nobody may fly there.", "Raghavan"),
    ],
)  # fmt: skip
def test_a_person_is_told_by_rank_office_handling_or_what_is_done(
    tmp_path: Path, text: str, name: str
) -> None:
    assert name in read(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "The General Church Council met, and the General Post Office was closed for two days.",
        "The Papal Nuncio, whom everybody knows, called on me twice and left in bad humour.",
        "The High Commissioner for Refugees had visited the camp on the same day as we did.",
        "We spoke with Church leaders on the way, and with Parliament behind us it was easy.",
        "The matter was approved by the Court, and the paper was prepared by Staff.",
    ],
)
def test_everyday_words_with_a_capital_are_nobody(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == set()
