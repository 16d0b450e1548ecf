"""What stands between the pages of a print is no part of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.text.runningheads import without_heads
from tests.sources.pages.cataloguing import page

HEAD = "11/03/2016                 Letter of Orlov on Mines | Town Archive"
FOOT = "http://archive.example.org/print/116872"
PROSE = "We have read the note with attention and think that the work must be finished in spring."


def test_stamps_of_a_browser_are_left_out_and_tell_title_and_number(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\n\nLetter of Orlov on Mines\n\n{PROSE} On the way we met the\n\n"
        f"{FOOT}    1/2\n\n{HEAD}\n\nambassador Vesely in Ostrava.\n\n{PROSE}\n\n{FOOT}    2/2\n"
    )
    found = page(tmp_path, text)
    assert found.record.identifier == "116872"
    assert [one.value for one in found.record.title] == ["Letter of Orlov on Mines"]
    assert found.people == {"Vesely"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Working Paper           The June War", "Working Paper           The June War"),
        ("COLD WAR BULLETIN            41", "42            COLD WAR BULLETIN"),
    ],
)
def test_running_heads_with_the_numbers_of_their_pages_are_left_out(
    first: str, second: str
) -> None:
    lines = "\n".join(f"Line {word} of the talk" for word in ("one", "two", "three", "four"))
    text = f"{first}\n\n{lines}\n{lines}\n\n   41\n\n{second}\n\n{lines}\n{lines}\n\n   42\n"
    said = without_heads(text)
    assert "Paper" not in said.text
    assert "BULLETIN" not in said.text
    assert not any(map(str.isdigit, said.text))
    assert len(said.text) == len(text)


def test_a_sentence_runs_on_behind_the_number_of_a_page() -> None:
    said = without_heads("They went to the works at\n\n  - 2 -\n\nVenta and back.\n").text
    assert " ".join(said.split()) == "They went to the works at Venta and back."
    assert "\n\n" not in said
    assert "\n\n" in without_heads("They went.\n\n  - 2 -\n\nVenta is cold.\n").text


def test_a_marking_on_each_page_is_kept_once() -> None:
    lines = "\n".join(f"The works were shown to {word}." for word in "abcdefgh")
    text = f"SECRET\n\n{lines}\n\nSECRET\n\n- 2 -\n\n{lines}\n\nSECRET\n\n- 3 -\n\n{lines}\n"
    assert without_heads(text).text.count("SECRET") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Present:\n1\n2\n3\nVenta\n",
        "5/5/1951      Venta\n\nThe mill stands still.\n",
        "Yes\n\nHe said so.\n\nYes\n\nShe said so.\n",
    ],
)
def test_numbers_days_and_lines_of_a_text_are_none_of_them(text: str) -> None:
    assert without_heads(text).spans == ()
