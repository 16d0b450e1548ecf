"""Tables of curators are read as spreadsheets save them: marks, line breaks, UTF-16, a pipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.reconcile.cells import rows
from lod.reconcile.decisions import Ruling
from lod.reconcile.namelist import questions
from lod.reconcile.rulings import rulings

MODEL = Ruling(name="", target="")
TABLE = 'name\ttarget\tnote\n"Miller, Ann"\tnone\t"said ""no"",\r\ntwice"\nTito\tQ9161\t\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_marks_that_a_spreadsheet_puts_round_a_cell_are_no_part_of_a_name(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(TABLE.encode(encoding))
    found = [(one.name, one.note) for one, _ in rulings(path, MODEL)]
    assert found == [("Miller, Ann", 'said "no",\r\ntwice'), ("Tito", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_names_is_read_as_the_table_of_decisions_is(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "names.tsv"
    path.write_bytes('id\t"name"\r\n1\t"Miller, Ann"\r\n2\t毛泽东\r\n'.encode(encoding))
    assert [(one.name, one.fault) for one in questions(path)] == [
        ("Miller, Ann", ""),
        ("毛泽东", ""),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Che" Guevara\tQ5809\n', ['"Che" Guevara', "Q5809"]),
        ('Tito "the Marshal"\tQ9161\n', ['Tito "the Marshal"', "Q9161"]),
        ('"Tito\tQ9161\n', ['"Tito', "Q9161"]),
        ('"a" and "b"\tnone\n', ['"a" and "b"', "none"]),
        ('""\tnone\r\n', ["", "none"]),
        ('"""Weegee"""\tnone\n', ['"Weegee"', "none"]),
    ],
)
def test_marks_that_belong_to_a_name_stay(line: str, cells: list[str]) -> None:
    assert list(rows([line])) == [(1, cells)]


def test_a_mark_that_is_never_closed_swallows_no_line() -> None:
    lines = ['Tito\t"open\n', "Mao\tQ5816\n", "Rhee\tQ15120\n", '"end']
    assert [row for _, row in rows(lines)] == [
        ["Tito", '"open'],
        ["Mao", "Q5816"],
        ["Rhee", "Q15120"],
        ['"end'],
    ]


def test_rows_are_numbered_by_the_line_that_they_begin_with() -> None:
    lines = ["name\tnote\n", 'Tito\t"one\n', 'two"\n', "Mao\t\n"]
    assert [number for number, _ in rows(lines)] == [1, 2, 4]
