"""Persons and places that no rank, verb or list shows, only the words around their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


def _page(tmp_path: Path, said: str) -> tuple[set[str], set[str]]:
    text = f"# Report on the Harbour\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n"
    found = page(tmp_path, text, "a.md")
    return found.people, found.places


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("My own name was read, and that of Tildyev.", {"Tildyev"}),
        ("My greetings to Rechova, and to the boys.", {"Rechova"}),
        ("In the evening a certain MALLORY, a fitter, was taken.", {"MALLORY"}),
        ("Surkhang and Shasur were pressing him to set it up.", {"Surkhang", "Shasur"}),
        ("His Secretary of Defense, Weinbergen, had asked for it.", {"Weinbergen"}),
        ("The Kadlec-Novotny talks were fruitful.", {"Kadlec", "Novotny"}),
        ("The letter was handed to Kadlec on Monday.", {"Kadlec"}),
        ("Both Kadlec and Wurmser are of this opinion.", {"Kadlec", "Wurmser"}),
        ("Neither Kadlec nor Wurmser believes it.", {"Kadlec", "Wurmser"}),
        ("It is for Kadlec to decide.", {"Kadlec"}),
        ("Such people as Kadlec and Wurmser are needed.", {"Kadlec", "Wurmser"}),
        ("In the presence of Kadlec the box was opened.", {"Kadlec"}),
        ("The new chairman is Kadlec.", {"Kadlec"}),
        ("The trial of Kadlec and others begins on Monday.", {"Kadlec"}),
        ("Through Kadlec we learned of the plan.", {"Kadlec"}),
        ("He named Kadlec, Wurmser and Pospech as ministers.", {"Kadlec", "Wurmser", "Pospech"}),
        ("Kadlec, head of the mission, left early.", {"Kadlec"}),
        ("Kadlec, 43, is a tailor.", {"Kadlec"}),
        ("The box came from Kadlec (chairman) and nobody else.", {"Kadlec"}),
        ("Kadlec: We cannot accept that.", {"Kadlec"}),
        ("KALANTA Romas Adolfo, born 1953, was not at home.", {"KALANTA Romas Adolfo"}),
        ("The letter of Jayaprakash Narayan came late.", {"Jayaprakash Narayan"}),
        # Places, things and peoples in the same company.
        ("The Geneva-Paris talks and the Sino-Soviet talks were fruitful.", set()),
        ("The new capital is Bratislava.", set()),
        ("It was named Volkhov as its sister ship was.", set()),
        ("Chemistry: We cannot accept that.", set()),
        ("A certain amount was paid at the gate.", set()),
        ("Odessa and Constanta were being shelled.", set()),
    ],
)
def test_the_words_around_a_foreign_name_tell_a_person(
    tmp_path: Path, said: str, people: set[str]
) -> None:
    assert _page(tmp_path, said)[0] == people


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Comrade Z[imyanin] was told of it.", {"Zimyanin"}),
        ("He spoke with Kh[rushchev] about it.", {"Khrushchev"}),
        ("Premier Zhou [Enlai] told Chen [Yi] of it.", {"Zhou Enlai", "Chen Yi"}),
        ("He talked with the Dalai [Lama] for four hours.", {"Dalai Lama"}),
        ("He spoke of Com[munism] and of Pak [Bak].", set()),
    ],
)
def test_a_name_that_an_editor_completed_is_whole_and_keeps_its_place(
    tmp_path: Path, said: str, people: set[str]
) -> None:
    text = f"# Report on the Harbour\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n"
    found = page(tmp_path, text, "a.md")
    assert people <= found.people
    for cell in found.row.cells.get("people_named", ()):
        written = found.row.cells["content"][0].text[cell.start : cell.end]
        assert written.count("[") == written.count("]")


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("The losses over the Bekaa valley were small.", {"Bekaa valley"}),
        ("They went over the Neris bridge to the centre.", {"Neris"}),
        ("Fighting goes on in the Kham Duc sector.", {"Kham Duc"}),
        ("He is off to Bennington again.", {"Bennington"}),
        ("It is about the size of Hibiya Park.", {"Hibiya Park"}),
        ("The harbour of Sitra is closed.", {"Sitra"}),
        ("He is a native of Kolomyia.", {"Kolomyia"}),
        ("They met in the Socialist sector, and with Maria Park, in the public sector.", set()),
    ],
)
def test_a_small_word_beside_a_foreign_name_tells_a_place(
    tmp_path: Path, said: str, places: set[str]
) -> None:
    assert _page(tmp_path, said)[1] == places


def test_a_label_in_strong_print_has_its_colon_behind_a_space(tmp_path: Path) -> None:
    rows = "- **Cote** : DP/ALG/3\n- **Date** : 23 mai 1956\n- **Auteur** : Dorn, Eva (1907-1982)\n"
    found = page(tmp_path, f"# Lettre\n\n{rows}\n## Transcription\n\n{PROSE}\n", "a.md")
    assert [one.verbatim for one in found.record.reference] == ["DP/ALG/3"]
    assert [one.edtf for one in found.record.date] == ["1956-05-23"]


def test_a_persistent_address_gives_the_identifier(tmp_path: Path) -> None:
    for address, name in (
        ("hdl:20.500.990/km-04", "20.500.990/km-04"),
        ("https://doi.org/10.1000/xyz123", "10.1000/xyz123"),
        ("https://example.org/a/b", ""),
    ):
        rows = f"**Date:** 5 May 1951\n\n**Permanent link:** {address}\n"
        found = page(tmp_path, f"# Note\n\n{rows}\n## Text\n\n{PROSE}\n", "a.md")
        assert found.record.identifier == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Přítomni: předseda vlády Jan Orel, ministr Petr Dorn, Eva Hora; za druhou stranu "
         "J. V. Novak, V. M. Lind a velvyslanec Karel Vane, jako tlumočník Bodrov.",
         ["Jan Orel", "Petr Dorn", "Eva Hora", "J. V. Novak", "V. M. Lind", "Karel Vane"]),
        ("W rozmowach uczestniczyli: ze strony polskiej Adam Orel, ambasador Jan Dorn; ze strony "
         "norweskiej Hans Lind oraz ambasador Erik Vane.",
         ["Adam Orel", "Jan Dorn", "Hans Lind", "Erik Vane"]),
        ("Participants: Jan Orlov, Minister of Mines; Eva Dorn, Director",
         ["Jan Orlov", "Eva Dorn"]),
    ],
)  # fmt: skip
def test_those_of_each_side_are_listed_with_what_they_are(
    tmp_path: Path, line: str, names: list[str]
) -> None:
    found = page(tmp_path, f"# Zapis\n\n5 May 1951\n\n{line}\n\n{PROSE} {PROSE}\n", "a.md")
    assert found.role("participant")[: len(names)] == names


def test_whoever_wrote_a_paper_down_by_his_own_hand_signs_it(tmp_path: Path) -> None:
    text = f"# Záznam\n\n5 May 1951\n\n{PROSE} {PROSE}\n\nZapsal: A. Heidrich v. r.\n"
    assert page(tmp_path, text, "a.md").role("signatory") == ["A. Heidrich"]
