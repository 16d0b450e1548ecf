"""Letters in collected works: to whom above a remark, labels of markup, copies in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
LABELS = (
    "Written: Written March 14, 1922 \nPublished: First published in 1959 in Miscellany XXXVI. "
    "Sent from Gorki. \nSource: Collected Works, Progress Publishers, 1976, Volume 45, pp. 509-11."
    " \nTranslated: Peter Vane \nTranscription\\Markup: R. Hora \nPublic Domain: Orlov Internet "
    "Archive (2004). You may freely copy, distribute and display this work. \n"
)


def test_a_letter_in_collected_works_is_called_by_whom_it_is_to(tmp_path: Path) -> None:
    head = "J. V.   Orlov\n\nTo G. V. DORN\n(Draft Instructions for Genoa)\n\n"
    foot = "Notes\n\n[1] See J. V. Orlov, Collected Works, Vol. 42, p. 401.\n"
    text = f"{head}{LABELS}\n\nComrade Dorn,\n\n{PROSE}\n\nWith greetings,\n    Orlov\n\n{foot}"
    found = page(tmp_path, text)
    assert [one.value for one in found.record.title] == [
        "To G. V. DORN (Draft Instructions for Genoa)"
    ]
    assert found.role("contributor") == ["R. Hora"]
    assert found.role("translator") == ["Peter Vane"]
    assert not [one for one in found.record.agents if one.role == "publisher"]
    assert not any(name.startswith("See ") for name in found.people)


@pytest.mark.parametrize("before", ["See", "Cf.", "Siehe", "Voir"])
def test_what_refers_to_a_book_is_no_part_of_its_writers_name(tmp_path: Path, before: str) -> None:
    text = f"# Letter to Dorn\n\n5 May 1951\n\n{PROSE}\n\n{before} A. Gromyko, Memoirs, p. 4.\n"
    assert "A. Gromyko" in page(tmp_path, text, "a.md").people


@pytest.mark.parametrize(
    "aside",
    ["(copy: Comrades Hora, Vesely and Roux)", "(copies to Comrades Hora, Vesely and Roux)",
     "(cc Comrades Hora, Vesely, Roux)"],
)  # fmt: skip
def test_copies_may_stand_in_brackets_within_a_sentence(tmp_path: Path, aside: str) -> None:
    said = f"I propose to the members {aside} that they vote on it by telephone in the morning."
    found = page(tmp_path, f"# Letter to J. Dorn\n\n5 May 1951\n\n{said}\n\n{PROSE}\n", "a.md")
    assert sorted(found.role("copy-recipient")) == ["Hora", "Roux", "Vesely"]
