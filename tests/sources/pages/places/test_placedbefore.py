"""Places that the words before or behind a foreign name tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def _places(tmp_path: Path, sentence: str) -> set[str]:
    text = f"Report on the Mines\n\n5 May 1951\n\n{PROSE}\n\n{sentence}\n\n{PROSE}\n"
    return page(tmp_path, text).places


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The road from Vrablec to Dornik is cut.", {"Vrablec", "Dornik"}),
        ("They marched on Vrablec.", {"Vrablec"}),
        ("The Vrablec region was not touched.", {"Vrablec"}),
        ("The Vrablec airfield can take heavy aircraft.", {"Vrablec"}),
        ("The plants in Kolbik, Vrablec and Dornik stopped.", {"Kolbik", "Vrablec", "Dornik"}),
        ("Vrablec lies forty kilometres north of Dornik.", {"Vrablec", "Dornik"}),
        ("The river Vrablec is in flood.", {"Vrablec"}),
        ("Troops were moved between Vrablec and Dornik.", {"Vrablec", "Dornik"}),
        ("The Governor of Vrablec asked for grain.", {"Vrablec"}),
        ("The fall of Vrablec was expected.", {"Vrablec"}),
        ("The Vrablec-Dornik railway is repaired.", {"Vrablec", "Dornik"}),
        ("Inside Vrablec there is calm.", {"Vrablec"}),
        ("As far as Vrablec the road is good.", {"Vrablec"}),
        ("The valley of the Vrablec is fertile.", {"Vrablec"}),
        ("The island of Vrablec is ours.", {"Vrablec"}),
    ],
)
def test_a_foreign_name_is_a_place_s_by_what_stands_beside_it(
    tmp_path: Path, sentence: str, names: set[str]
) -> None:
    assert _places(tmp_path, sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "There was a quarrel between Vrablec and Dornik.",
        "The heavy water plant of Sulzer is built.",
        "Vrablec lies ill, and his deputy is away.",
        "The driver Vrablec was drunk.",
        "They sent for Vrablec.",
    ],
)
def test_what_stands_as_a_person_or_firm_does_is_no_place(tmp_path: Path, sentence: str) -> None:
    assert _places(tmp_path, sentence) == set()


def test_the_name_that_a_paper_has_for_a_place_is_not_read_beside_the_one_meant(
    tmp_path: Path,
) -> None:
    assert _places(tmp_path, "The trains go to Erenhot [text: Ereen] now.") == {"Erenhot"}


def test_a_sentence_begins_behind_a_speaker_in_strong_print(tmp_path: Path) -> None:
    talk = "**Orlov:** About India we hold that the dispute ought to be solved by talks."
    text = f"# Record of Conversation of A. Orlov with B. Hora\n\n5 May 1951\n\n{talk}\n\n{PROSE}\n"
    assert "India" in page(tmp_path, text, "a.md").places


def test_a_spanish_title_names_places_as_its_text_does(tmp_path: Path) -> None:
    prose = (
        "El embajador informa que la soberanía sobre las Malvinas no está en discusión y que los"
        " barcos que salieron para las Georgias del Sur no han llegado."
    )
    title = "# Informe sobre el conflicto del Atlántico Sur"
    found = page(tmp_path, f"{title}\n\n14 de abril de 1982\n\n{prose}\n", "a.md").places
    assert {"Atlántico Sur", "Malvinas", "Georgias del Sur"} <= found
