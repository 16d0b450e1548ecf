"""One thing of a paper varied at a time: its markings, its day, the wording of its title."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)


def letter(line: str) -> str:
    return f"# Letter on Copper\n\n{line}\n\n{PROSE}\n\n{PROSE}\n\nJ. Vesely\n"


@pytest.mark.parametrize(
    ("line", "marking", "concept"),
    [
        ("TOP-SECRET", "TOP-SECRET", "top-secret"),
        ("Very secret", "Very secret", "top-secret"),
        ("secret", "secret", "secret"),
        ("Secret. Copy No. 1.", "Secret", "secret"),
        ("Private and confidential", "Private and confidential", "confidential"),
        ("SECRET/SENSITIVE", "SECRET/SENSITIVE", ""),
        ("Not for the press", "Not for the press", ""),
        ("Streng vertraulich!", "Streng vertraulich", "strictly-secret"),
        ("СОВЕРШЕННО СЕКРЕТНО", "СОВЕРШЕННО СЕКРЕТНО", "top-secret"),
        ("PŘÍSNĚ TAJNÉ!", "PŘÍSNĚ TAJNÉ", "top-secret"),
        ("Segretissimo", "Segretissimo", "top-secret"),
        ("極秘", "極秘", "top-secret"),
    ],
)
def test_markings_are_known_in_many_languages(
    tmp_path: Path, line: str, marking: str, concept: str
) -> None:
    (found,) = page(tmp_path, letter(line), "page.md").record.classification
    assert (found.label, found.id) == (marking, concept)


def test_what_speaks_of_secrets_is_no_marking(tmp_path: Path) -> None:
    found = page(tmp_path, letter("On the secret works at Venta, and their secretary"))
    assert found.record.classification == ()


@pytest.mark.parametrize(
    "line",
    ["Warszawa, dnia 5 maja 1951 r.", "Budapest, 1951. május 5.", "«5» мая 1951 г.",
     "№ 17 от 5 мая 1951 г.", "V Praze dne 5. května 1951", "Venta, 5 May 1951 No. 17",
     "No. 17, 5 May 1951", "the 5th of May, 1951", "1951/05/05", "051530Z MAY 51",
     "5 May 1951 – Venta", "Venta, 5 May 1951, evening", "[stamp: 5 May 1951]",
     "Sent 5 May 1951, received 6 May 1951", "5.V.51 g.", "5. svibnja 1951"],
)  # fmt: skip
def test_the_day_of_a_paper_is_read_beside_place_number_and_hour(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, letter(line), "page.md").record
    assert [one.edtf for one in found.date[:1]] == ["1951-05-05"]


@pytest.mark.parametrize("line", ["[stamp: RECEIVED 6 May 1951 REGISTRY]", "Room 5 of 1951"])
def test_other_days_and_numbers_are_not_its_day(tmp_path: Path, line: str) -> None:
    assert page(tmp_path, letter(line), "page.md").record.date == ()


@pytest.mark.parametrize(
    "title",
    ["Jan Vesely, Letter to Eva Dorn", "Jan Vesely's Letter to Eva Dorn",
     "Letter Addressed to Eva Dorn by Jan Vesely", "Memorandum for Eva Dorn from Jan Vesely",
     "Note from Jan Vesely for Eva Dorn", "Message from Jan Vesely to Eva Dorn via Hora",
     "Letter from Minister of Mines Jan Vesely to Minister of Trade Eva Dorn regarding Copper"],
)  # fmt: skip
def test_titles_say_in_many_ways_who_wrote_to_whom(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert (found.role("sender"), found.role("recipient")) == (["Jan Vesely"], ["Eva Dorn"])


@pytest.mark.parametrize(
    "title",
    ["Memorandum of Conversation, Jan Vesely and Eva Dorn", "Memcon: Jan Vesely – Eva Dorn",
     "Jan Vesely's Conversation with Eva Dorn", "Gespräch zwischen Jan Vesely und Eva Dorn",
     "Entretien entre Jan Vesely et Eva Dorn", "Telephone Conversation, Jan Vesely and Eva Dorn",
     "Record of Conversation of Ambassador Jan Vesely with Minister of Mines Eva Dorn"],
)  # fmt: skip
def test_titles_say_in_many_ways_who_talked(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert sorted(found.role("participant")) == ["Eva Dorn", "Jan Vesely"]


@pytest.mark.parametrize(
    "title", ["Jan Vesely's Report on the Works", "Jan Vesely, Speech at the Works",
              "Rede von Jan Vesely", "Aufzeichnung des Botschafters Jan Vesely"],
)  # fmt: skip
def test_titles_say_whose_paper_it_is(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert found.role("author") == ["Jan Vesely"]
