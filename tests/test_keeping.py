"""Tables that are kept beside compiled code hold only for the program and data that made them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from lod import keeping, vocabulary
from lod.keeping import Keeping
from lod.reconcile import embedded
from lod.reconcile.parse import query

Table = TypeVar("Table")
Numbers = dict[int, tuple[int, ...]]


@pytest.fixture
def keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Keeping(str(tmp_path / "module.py"))


def gives(value: Numbers) -> Callable[[], Numbers]:
    return lambda: value


def test_a_table_that_was_kept_is_not_worked_out_again(keep: Keeping) -> None:
    assert keep("numbers", Numbers, gives({1: (2, 3)})) == {1: (2, 3)}
    assert keep("numbers", Numbers, gives({})) == {1: (2, 3)}


def test_a_table_of_another_program_is_worked_out_again(
    keep: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("numbers", Numbers, gives({1: (2,)}))
    monkeypatch.setattr(keeping, "program", lambda: b"another")
    assert keep("numbers", Numbers, gives({4: (5,)})) == {4: (5,)}


@pytest.mark.parametrize("left", [0, 10, 33, -1])
def test_a_table_that_is_cut_short_is_worked_out_again(keep: Keeping, left: int) -> None:
    keep("numbers", Numbers, gives({1: (2, 300_000)}))
    (path,) = keep.folder.iterdir()
    path.write_bytes(path.read_bytes()[:left])
    assert keep("numbers", Numbers, gives({7: (8,)})) == {7: (8,)}


def test_nothing_is_written_where_python_may_not(
    keep: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert keep("numbers", Numbers, gives({1: (2,)})) == {1: (2,)}
    assert not keep.folder.exists()


def test_a_folder_that_cannot_be_written_harms_nothing(keep: Keeping) -> None:
    keep.folder.write_text("no folder", encoding="utf-8")
    assert keep("numbers", Numbers, gives({1: (2,)})) == {1: (2,)}


def test_a_changed_file_of_the_program_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lod").mkdir()
    monkeypatch.setattr(keeping, "__file__", str(tmp_path / "lod" / "keeping.py"))
    before = keeping.program.__wrapped__()
    (tmp_path / "lod" / "new.py").write_text("", encoding="utf-8")
    assert keeping.program.__wrapped__() != before


def test_the_tables_of_shipped_data_are_read_back_as_they_were(
    keep: Keeping,
) -> None:
    seen = list[str]()

    def compare(name: str, kind: type[Table], work: Callable[[], Table]) -> Table:
        made = keep(name, kind, work)
        assert keep(name, kind, work) == made == work()
        seen.append(name)
        return made

    vocabulary.read(vocabulary.folder(), compare)
    authority = embedded.read(vocabulary.folder() / "authority", compare)
    authority.candidates(query("Khruschow, Nikita", "person"))
    assert seen == ["words", "filed", "alike"]


def test_a_link_to_nowhere_and_bytes_that_are_no_text_harm_nothing(
    keep: Keeping, tmp_path: Path
) -> None:
    (tmp_path / ".#edited.py").symlink_to(tmp_path / "nowhere")
    assert dict(keeping._files(str(tmp_path))) == {}
    keep.folder.mkdir()
    keep._source.with_suffix(".words").write_bytes(keeping.program() + b"\x91\xa2\xff\xff")
    assert keep("words", list[str], lambda: ["a"]) == ["a"]
