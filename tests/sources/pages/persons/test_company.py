"""Persons by their posts, peoples and offices, and two forms of one person's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.persons.resolve import Cast
from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


def _people(tmp_path: Path, said: str) -> set[str]:
    text = f"# Report on the Harbour\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n"
    return page(tmp_path, text, "a.md").people


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Langor in Oslo and Undenor in Stockholm show understanding.", {"Langor", "Undenor"}),
        ("The Consul at Tabriz, Gaultor, has been among the tribes.", {"Gaultor"}),
        ("Among the colleagues the Mexican, Gilberto Bosquez, has many.", {"Gilberto Bosquez"}),
        ("My Yugoslav, Vidakor, knows nothing of it.", {"Vidakor"}),
        ("Wurmser, until now Ambassador in Bonn, is an opponent.", {"Wurmser"}),
        ("Wurmser, formerly head of the mission, is against it.", {"Wurmser"}),
        ("Zolfaqari, whose estates are located there, comes daily.", {"Zolfaqari"}),
        ("Kadlec and Wurmser are, to this hour, the lawful leaders.", {"Kadlec", "Wurmser"}),
        ("Kadlec too was against it.", {"Kadlec"}),
        ("With Kadlec as chairman nothing was done.", {"Kadlec"}),
        ("He knows that Smrkovský was ill.", {"Smrkovský"}),
        ("They went about looking for Shelest in the hall.", {"Shelest"}),
        ("Professor Hermes Lima and General Otto Berlin came.", {"Hermes Lima", "Otto Berlin"}),
        ("[crossed out: Serov] We shall see.", {"Serov"}),
        ("Xuan Thuy [TN: head of the delegation in Paris] returns.", {"Xuan Thuy"}),
        ("Comrade Rădulescu [Gheorghe] will go in the autumn.", {"Gheorghe Rădulescu"}),
        # Places, peoples and things in the same company.
        ("The fair in Oslo and the port in Stockholm are closed.", set()),
        ("Khoy, whose walls are old, was passed at noon.", set()),
        ("The consuls in Tabriz, Urmia, and Khoy were told.", set()),
        ("Vác and Rétság are full of soldiers.", set()),
        ("Gawlum and Kangfang are towns whose leaders fled.", set()),
        ("Pravda in Moscow and Granma in Havana are against it.", set()),
        ("The ambassador in Rome, Paris and London are capitals.", set()),
    ],
)
def test_posts_peoples_and_offices_beside_a_foreign_name_tell_a_person(
    tmp_path: Path, said: str, people: set[str]
) -> None:
    assert _people(tmp_path, said) == people


@pytest.mark.parametrize(
    ("names", "short", "whole"),
    [
        (["Paul Niculescu-Mizil", "Niculescu"], "Niculescu", "Paul Niculescu-Mizil"),
        (["Luiz Leivas Bastian Pinto", "Bastian Pinto"], "Pinto", "Luiz Leivas Bastian Pinto"),
        (["Stephen Wall", "J. S. Wall"], "J. S. Wall", "Stephen Wall"),
        (["F. W. de Klerk", "de Klerk", "Klerk"], "Klerk", "F. W. de Klerk"),
        # Two who share a half, an initial or a surname stay two.
        (["A. Dorn-Hora", "B. Dorn-Vesely", "Dorn"], "Dorn", "Dorn"),
        (["Stephen Wall", "John Wall", "J. S. Wall"], "J. S. Wall", "John Wall"),
        (["I. Petrov", "V. Petrov"], "Petrov", "Petrov"),
    ],
)
def test_half_a_name_is_recorded_as_the_whole(names: list[str], short: str, whole: str) -> None:
    assert Cast(names).reading(short) == whole
