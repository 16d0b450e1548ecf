"""Mentions further apart than a life are several people, in every later run the same ones."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from lod.reconcile.eras import LIFE, Deed, Eras
from tests.datasets import begin, released

KEY = "person|mary green"
HEADER = "ref,title,date,from,to\n"


def keys(years: Sequence[int | None], known: Sequence[str] = (), key: str = KEY) -> list[str]:
    return Eras(known).keys(key, [Deed(year, acts=True) for year in years])


def test_one_life_is_one_person() -> None:
    assert keys([1900, 1900 + LIFE, None]) == [KEY] * 3


def test_years_that_exclude_one_life_part_a_name() -> None:
    assert keys([1600, 1960, 1961]) == [f"{KEY}~1600", KEY, KEY]
    assert len({*keys([1750, 1805, 1960])}) == 2


def test_who_is_spoken_of_may_be_dead() -> None:
    deeds = [Deed(1600, acts=True), Deed(1960, acts=False)]
    assert Eras(()).keys(KEY, deeds) == [KEY, KEY]


@pytest.mark.parametrize("key", [f"{KEY}|1580-1640", "person|m green|a-1", "group|bank"])
def test_what_years_of_life_or_a_record_tell_is_never_parted(key: str) -> None:
    assert keys([1600, 1960], key=key) == [key] * 2


def test_a_part_is_known_again_whatever_else_is_found() -> None:
    known = [f"{KEY}~1600", f"{KEY}~1960"]
    assert keys([1590, 1600, 1601, 1800], known) == [f"{KEY}~1600"] * 3 + [f"{KEY}~1800"]
    assert keys([1958], known) == [f"{KEY}~1960"]


def ids(folder: Path, rows: str, register: Path | None = None) -> dict[str, str]:
    made = begin(folder / "letters", HEADER + rows)
    if register:
        shutil.copy(register, folder / "letters" / "entities.jsonl")
    release = released(made, folder / "output")
    with gzip.open(release / "dumps" / "csv" / "links.csv.gz", "rt", encoding="utf-8") as file:
        lines = [line.split(",") for line in file][1:]
    return {line[0].rpartition("/")[2]: line[2] for line in lines if line[1] == "sender"}


def test_the_register_keeps_who_was_parted(tmp_path: Path) -> None:
    late = "".join(f"B{at},Letter,{1960 + at},Mary Green,Tito\n" for at in range(2))
    early = "A1,Letter,1600,Mary Green,Nobody\n"
    one = ids(tmp_path / "one", late)
    register = tmp_path / "one" / "letters" / "entities.jsonl"
    two = ids(tmp_path / "two", late + early, register)
    assert two["B0"] == two["B1"] == one["B0"] != two["A1"]
    register = tmp_path / "two" / "letters" / "entities.jsonl"
    many = early + "".join(f"A{at},Letter,16{at},Mary Green,Nobody\n" for at in range(10, 15))
    three = ids(tmp_path / "three", many + late, register)
    assert (three["A1"], three["A10"], three["B0"]) == (two["A1"], two["A1"], two["B0"])
