"""What is new, changed and gone between two releases, from the hashes of their blocks."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lod.publish.changes import Change, _merged, changes, line
from lod.publish.index import BlockState, IndexWriter

STATES = st.dictionaries(st.text("ab/1", min_size=1, max_size=4), st.sampled_from("xyz"))
TODAY = "2026-11-22"


def states(said: dict[str, str], modified: str) -> list[BlockState]:
    return [BlockState(path, sha256, modified, "r") for path, sha256 in sorted(said.items())]


def release(folder: Path, said: dict[str, str]) -> Path:
    folder.mkdir()
    writer = IndexWriter(folder / "index.sqlite")
    writer.add([], [], [], states(said, TODAY))
    writer.finish()
    return folder


@given(old=STATES, new=STATES)
def test_the_release_before_with_its_changes_is_the_new_one(
    old: dict[str, str], new: dict[str, str]
) -> None:
    now = dict(old)
    for change in _merged(iter(states(old, "")), iter(states(new, TODAY)), TODAY):
        assert (change.action == "created") == (change.path not in now)
        if change.action == "deleted":
            del now[change.path]
        else:
            now[change.path] = change.sha256
    assert now == new


@given(old=STATES, new=STATES)
def test_changes_are_sorted_and_each_thing_changes_once(
    old: dict[str, str], new: dict[str, str]
) -> None:
    found = [one.path for one in _merged(iter(states(old, "")), iter(states(new, "")), TODAY)]
    assert found == sorted({path for path in {*old, *new} if old.get(path) != new.get(path)})


def test_all_is_created_in_the_first_release(tmp_path: Path) -> None:
    now = release(tmp_path / "now", {"doc/a": "x", "doc/b": "y"})
    assert [change.action for change in changes(None, now, TODAY)] == ["created", "created"]


def test_two_releases_are_compared_from_their_files(tmp_path: Path) -> None:
    before = release(tmp_path / "before", {"doc/a": "x", "doc/b": "y", "doc/c": "z"})
    now = release(tmp_path / "now", {"doc/a": "x", "doc/b": "changed", "doc/d": "new"})
    found = [(change.action, change.path) for change in changes(before, now, TODAY)]
    assert found == [("updated", "doc/b"), ("deleted", "doc/c"), ("created", "doc/d")]


def test_a_change_is_a_line_of_json_with_the_whole_uri() -> None:
    told = json.loads(line(Change("deleted", "doc/a", "x", TODAY), "https://data.example.org/"))
    assert told == {
        "action": "deleted",
        "uri": "https://data.example.org/doc/a",
        "sha256": "x",
        "date": TODAY,
    }
