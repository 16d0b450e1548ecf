"""Names that say little are held against those whom the same records name for certain."""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

import pytest

from tests.datasets import HEAD, SOURCE, begin, released

HEADER = "ref,title,date,from,to,named\n"
FULL, BARE = '"Gromyko, Andrei"', "Gromyko"
CONFIG = HEAD + SOURCE.replace('place_created = "place"', 'mentioned = { column = "named" }')
CONFIG = CONFIG.replace('split = ";"', 'split = "|"').replace('"named" }', '"named", split = "|" }')
SETTLED = "L1 mentioned Q184267"


def linked(folder: Path, rows: str, *, workers: int = 1) -> list[str]:
    made = begin(folder / "letters", HEADER + rows, CONFIG)
    release = released(made, folder / "output", workers=workers)
    with gzip.open(release / "dumps" / "csv" / "links.csv.gz", "rt", encoding="utf-8") as file:
        lines = [line.rstrip().split(",") for line in file]
    return sorted(f"{line[0][-2:]} {line[1]} {line[-1]}" for line in lines[1:])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_surname_is_whom_its_record_names_in_full(tmp_path: Path, workers: int) -> None:
    rows = f"L1,Letter,1951,{FULL},Tito,{BARE}\n"
    assert SETTLED in linked(tmp_path, rows, workers=workers)


def test_nobody_is_taken_for_the_one_who_writes_to_him(tmp_path: Path) -> None:
    found = linked(tmp_path, f"L1,Letter,1951,{FULL},{BARE},\n")
    assert [one for one in found if "Q184267" in one] == ["L1 sender Q184267"]


@pytest.mark.parametrize(
    ("one", "other"),
    [(FULL, '"Gromyko, Andrei Andreevich"'), ("A. Gromyko", "Gromyko A.A.")],
)
def test_two_names_on_the_two_sides_of_a_letter_are_not_one_man(
    tmp_path: Path, one: str, other: str
) -> None:
    both, alone = f"L1,Letter,1951,{one},{other},\n", f"L2,Letter,1952,{one},Tito,\n"
    many = "".join(f"00{at},Letter,1951,{one},Tito,\n" for at in range(30))
    found = linked(tmp_path, many + both + alone)
    linked_there = [line for line in found if line[0] == "L" and "Q184267" in line]
    assert linked_there == ["L2 sender Q184267"]


def test_the_fuller_name_stands_where_both_sides_of_a_letter_seem_to_be_one(
    tmp_path: Path,
) -> None:
    rows = f"L1,Letter,1951,{FULL},A. Gromyko,\nL2,Letter,1952,A. Gromyko,{FULL},\n"
    found = linked(tmp_path, rows)
    assert [one for one in found if "Q184267" in one] == [
        "L1 sender Q184267", "L2 recipient Q184267",
    ]  # fmt: skip


def test_a_name_that_the_source_has_on_both_sides_stays_one(tmp_path: Path) -> None:
    assert len(linked(tmp_path, f"L1,Note,1951,{FULL},{FULL},\n")) == 2


def entities(folder: Path, rows: str) -> dict[str, str]:
    made = begin(folder / "letters", HEADER + rows, CONFIG)
    release = released(made, folder / "output")
    with gzip.open(release / "dumps" / "csv" / "links.csv.gz", "rt", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    return {f"{line['record'][-2:]} {line['role']}": line["entity"] for line in lines}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Captain John Miller", "Bishop John Miller"),
        ("Captain John Miller", '"Miller, John"'),
        ('"Miller, Sir John"', '"Miller, Lady John"'),
    ],
)
def test_names_that_differ_on_the_two_sides_of_a_record_are_two(
    tmp_path: Path, one: str, other: str
) -> None:
    found = entities(tmp_path, f"L1,Letter,1961,{one},{other},\nL2,Note,1961,{one},{one},\n")
    assert found["L1 sender"] != found["L1 recipient"]
    assert found["L2 sender"] == found["L2 recipient"]


def test_words_in_another_order_are_no_other_name(tmp_path: Path) -> None:
    found = entities(tmp_path, 'L1,Letter,1961,"Miller, John",John MILLER,\n')
    assert found["L1 sender"] == found["L1 recipient"]


def test_a_surname_stays_open_where_only_another_record_names_somebody_in_full(
    tmp_path: Path,
) -> None:
    rows = f"L1,Letter,1951,Nobody,Tito,{BARE}\nL2,Letter,1951,{FULL},Nobody,\n"
    assert SETTLED not in linked(tmp_path, rows)


FRIENDS = "".join(f'L{at},Letter,1951,{FULL},"Molotov, Vyacheslav",\n' for at in range(2, 6))


def test_a_surname_is_who_is_named_with_the_same_people_elsewhere(tmp_path: Path) -> None:
    rows = f'L1,Letter,1951,Nobody,"Molotov, Vyacheslav",{BARE}\n'
    assert SETTLED in linked(tmp_path / "with", rows + FRIENDS)
    assert SETTLED not in linked(tmp_path / "without", rows)


def test_initials_stay_open_where_a_record_names_another_in_full(tmp_path: Path) -> None:
    alone = linked(tmp_path / "alone", 'L1,Letter,1951,Nobody,"Tito, Josip Broz",A. Gromyko\n')
    among = linked(
        tmp_path / "among", 'L1,Letter,1951,"Gromyko, Afanasi","Tito, Josip Broz",A. Gromyko\n'
    )
    assert (SETTLED in alone, SETTLED in among) == (True, False)


def test_neither_order_nor_workers_change_what_company_tells(tmp_path: Path) -> None:
    rows = [*FRIENDS.splitlines(), f'L1,Letter,1951,"Molotov, Vyacheslav",Nobody,{BARE}']
    rows += [
        f'L{at},Letter,1951,Kim Il Sung,Mao Zedong,"{name}"'
        for at, name in ((6, "Molotov|Kim"), (7, "A. Gromyko|Mao"), (8, "V. Molotov"))
    ]
    found = linked(tmp_path / "one", "\n".join(rows) + "\n")
    random.Random(3).shuffle(rows)  # noqa: S311
    assert linked(tmp_path / "other", "\n".join(rows) + "\n", workers=2) == found
