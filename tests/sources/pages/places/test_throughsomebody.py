"""Names behind words of place: word through somebody, what is given back to somebody, ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def _read(tmp_path: Path, said: str, title: str = "Letter to Dorn") -> set[str]:
    return page(tmp_path, f"# {title}\n\n5 May 1951\n\n{said}\n\n{PROSE}\n", "a.md").places


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Sweden understood this, and Hora had sent him word of it through Engzell.", "Engzell"),
        ("He was informed of the answer through Tamberg before the week was over.", "Tamberg"),
        ("Please return this with your remarks to Fotieva, and not by way of the registry.",
         "Fotieva"),
        ("The troops were taken off by H.M.S. Mauritius before the refinery was closed.",
         "Mauritius"),
        ('The rest is known. (Note: Washington distribution indicated by "X".)', "Washington"),
    ],
)  # fmt: skip
def test_what_seems_a_place_is_none(tmp_path: Path, said: str, name: str) -> None:
    assert name not in _read(tmp_path, said)


@pytest.mark.parametrize(
    ("said", "name"),
    [("They went through Belmonte in the night.", "Belmonte"),
     ("The delegation is to return to Korzinkino in the evening.", "Korzinkino")],
)  # fmt: skip
def test_through_what_one_goes_and_whither_one_returns_are_places(
    tmp_path: Path, said: str, name: str
) -> None:
    assert name in _read(tmp_path, said)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Die Reise ging nicht nach Bonn, und die Bundesrepublik wird es nicht zahlen.",
         "Bundesrepublik"),
        ("La position de l'URSS est connue dans les usines, et pour les ouvriers aussi.", "URSS"),
    ],
)  # fmt: skip
def test_states_are_called_shortly_in_other_languages(tmp_path: Path, said: str, name: str) -> None:
    assert name in _read(tmp_path, said, "Brief an Dorn")


def test_conclusions_of_a_cabinet_are_its_minutes(tmp_path: Path) -> None:
    title = "Conclusions of a Meeting of the Cabinet"
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n", "a.md")
    assert found.record.type[0].id.endswith("minutes")
