"""The same input gives the same bytes; a small edit gives a small change."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lod.errors import DataError
from lod.publish.release import Releases
from tests.datasets import BASE, ROOT, ROWS, begin, copied, hashes, released

# What is fixed by the content alone; manifest, report and store also tell when, and in which rows.
SAME = ("dumps", "record", "links.sssom.tsv", "description.ttl", "changes.jsonl")


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Give a copy of the sample with sixty rows more, so that there is more than one chunk."""
    folder = copied("sample", tmp_path)
    table = folder / "letters.csv"
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8"))))
    more = [[f"{row[0]}-{turn}", *row[1:-1], ""] for turn in range(4) for row in rows[1:]]
    _write(table, [*rows, *more])
    _expect_any_number(folder)
    return folder


def _write(table: Path, rows: list[list[str]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _expect_any_number(folder: Path) -> None:
    config = folder / "dataset.toml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("records = { min = 15, max = 15 }", ""), "utf-8")


def fixed(release: Path) -> dict[str, str]:
    found = hashes(release)
    return {name: found[name] for name in found if name.startswith(SAME)}


def test_shuffled_rows_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    first = released(sample, tmp_path / "one")
    table = sample / "letters.csv"
    head, *rows = csv.reader(io.StringIO(table.read_text("utf-8")))
    random.Random(7).shuffle(rows)  # noqa: S311 - an order, not a secret
    _write(table, [head, *rows])
    assert fixed(released(sample, tmp_path / "two")) == fixed(first)


def test_two_workers_give_the_bytes_of_one(sample: Path, tmp_path: Path) -> None:
    one = released(sample, tmp_path / "one", workers=1)
    two = released(sample, tmp_path / "two", workers=2)
    assert fixed(two) == fixed(one)


def test_any_hash_seed_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    found = []
    for seed in ("0", "1", "4711"):
        output = tmp_path / seed
        command = [sys.executable, "-m", "lod", "publish", str(sample), "--output", str(output)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT)
        found.append(fixed(output / "current"))
    assert found[0] == found[1] == found[2]


def test_another_place_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "deeper" / "sample"
    shutil.copytree(sample, moved)
    first = released(sample, tmp_path / "one")
    assert fixed(released(moved, tmp_path / "two")) == fixed(first)


def test_publishing_again_without_a_change_is_the_same_release(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = released(sample, tmp_path / "output")
    before = hashes(first)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    again = released(sample, tmp_path / "output")
    assert (again, hashes(again)) == (first, before)
    assert len(list((tmp_path / "output" / "releases").iterdir())) == 1


def test_what_is_deleted_under_output_comes_back_with_the_same_bytes(
    sample: Path, tmp_path: Path
) -> None:
    first = fixed(released(sample, tmp_path / "output"))
    shutil.rmtree(tmp_path / "output")
    assert fixed(released(sample, tmp_path / "output")) == first


def test_without_the_register_entities_get_the_same_ids(sample: Path, tmp_path: Path) -> None:
    first = fixed(released(sample, tmp_path / "one"))
    (sample / "entities.jsonl").unlink()
    assert fixed(released(sample, tmp_path / "two")) == first


def test_the_register_does_not_change_when_nothing_does(sample: Path, tmp_path: Path) -> None:
    released(sample, tmp_path / "output")
    before = (sample / "entities.jsonl").read_bytes()
    released(sample, tmp_path / "output")
    assert (sample / "entities.jsonl").read_bytes() == before


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Give two releases; between them one title was mended, a day later."""
    letters = begin(tmp_path / "letters")
    first = released(letters, tmp_path / "output")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (letters / "letters.csv").write_text(ROWS.replace("Letter, Rhee", "A letter, Rhee"), "utf-8")
    return first, released(letters, tmp_path / "output")


def test_what_comes_back_on_another_day_is_dated_and_told_as_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, output, whole = begin(tmp_path / "letters"), tmp_path / "output", ROWS
    first = released(letters, output)
    for day, rows in enumerate((ROWS.replace("Letter, Rhee", "A letter, Rhee"), whole), 1):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{1700000000 + 86400 * day}")
        (letters / "letters.csv").write_text(rows, "utf-8")
        last = released(letters, output)
    changes = [(one["action"], one["uri"], one["date"]) for one in lines(last)]
    assert changes == [("updated", f"{BASE}doc/L2", "2023-11-16")]
    assert (last != first, last == released(letters, output)) == (True, True)
    told = json.loads((last / "manifest.json").read_bytes())
    assert [one["started"][:10] for one in told["runs"] if one["id"] == told["run"]] == [
        "2023-11-16"
    ]


@pytest.mark.parametrize("odd", ["", "# another configuration that says the same\n"])
@pytest.mark.parametrize(("day", "count"), [("1700000060", 2), ("1700090000", 3)])
def test_what_comes_back_within_a_day_is_the_same_release_and_later_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, count: int, odd: str
) -> None:
    letters, output = begin(tmp_path / "letters"), tmp_path / "output"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = released(letters, output)
    (letters / "letters.csv").write_text(ROWS.replace("Letter, Rhee", "A letter, Rhee"), "utf-8")
    second = released(letters, output)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    (letters / "letters.csv").write_text(ROWS, "utf-8")
    with (letters / "dataset.toml").open("a", encoding="utf-8") as config:
        config.write(odd)
    third = released(letters, output)
    assert len({first, second, third}) == count
    if count == 3:
        told = [(one["action"], one["uri"]) for one in lines(third)]
        assert told == [("updated", f"{BASE}doc/L2")]
    with (letters / "dataset.toml").open("a", encoding="utf-8") as config:
        config.write("# and another\n")
    assert released(letters, output) == third


def test_after_a_rollback_readers_are_told_what_the_release_taken_back_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, output = begin(tmp_path / "letters"), tmp_path / "output"
    first = released(letters, output)
    wrong = ROWS.replace("Letter, Rhee", "WRONG, Rhee") + "L9,A letter too many,1950,Tito,,\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    (letters / "letters.csv").write_text(wrong, "utf-8")
    second = released(letters, output)
    Releases(output).rollback(first.name)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1810000000")
    (letters / "letters.csv").write_text(ROWS, "utf-8")
    third = released(letters, output)
    assert json.loads((third / "manifest.json").read_bytes())["previous"] == second.name
    told = [(one["action"], one["uri"], one["date"]) for one in lines(third)]
    assert [one for one in told if "/doc/" in one[1]] == [
        ("updated", f"{BASE}doc/L2", "2027-05-11"),
        ("deleted", f"{BASE}doc/L9", "2027-05-11"),
    ]


def test_a_release_that_was_left_for_its_damage_is_not_followed(tmp_path: Path) -> None:
    letters, output = begin(tmp_path / "letters"), tmp_path / "output"
    first = released(letters, output)
    (letters / "letters.csv").write_text(ROWS.replace("Letter, Rhee", "A letter, Rhee"), "utf-8")
    (released(letters, output) / "manifest.json").unlink()
    Releases(output).rollback(first.name)
    (letters / "letters.csv").write_text(ROWS.replace("Letter, Rhee", "My letter"), "utf-8")
    told = json.loads((released(letters, output) / "manifest.json").read_bytes())
    assert told["previous"] == first.name


def test_a_clock_that_was_set_back_dates_no_change_before_the_release_that_readers_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, output = begin(tmp_path / "letters"), tmp_path / "output"
    released(letters, output)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    (letters / "letters.csv").write_text(ROWS.replace("Letter, Rhee", "A letter, Rhee"), "utf-8")
    assert [one["date"] for one in lines(released(letters, output))] == ["2023-11-14"]


def test_what_has_lost_a_fifth_of_its_records_is_not_published(tmp_path: Path) -> None:
    rows = [f"L{n},T{n},1950,Tito,,\n" for n in range(10)]
    head, output = ROWS.splitlines(keepends=True)[0], tmp_path / "output"
    letters = begin(tmp_path / "letters", head + "".join(rows))
    first = released(letters, output)
    (letters / "letters.csv").write_text(head + "".join(rows[:7]), "utf-8")
    with pytest.raises(DataError, match=r"lost: 30\.0% \(3 of 10\), allowed 20\.0%"):
        released(letters, output)
    assert (output / "current").resolve() == first
    (letters / "letters.csv").write_text(head + "".join(rows[:8]), "utf-8")
    assert released(letters, output) != first


def test_a_base_that_would_end_every_uri_is_refused(tmp_path: Path) -> None:
    letters, output = begin(tmp_path / "letters"), tmp_path / "output"
    first = released(letters, output)
    config = (letters / "dataset.toml").read_text("utf-8")
    (letters / "dataset.toml").write_text(config.replace("data.example", "date.example"), "utf-8")
    with pytest.raises(DataError, match=f'write base = "{BASE}" again'):
        released(letters, output)
    assert (output / "current").resolve() == first


def test_an_edit_of_one_field_touches_one_record(edited: tuple[Path, Path]) -> None:
    before, after = (hashes(release, "record") for release in edited)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {
        "record/doc/L2.ttl",
        "record/doc/L2.jsonld",
    }


def test_an_edit_of_one_field_is_one_line_of_changes(edited: tuple[Path, Path]) -> None:
    changes = [(one["action"], one["uri"], one["date"]) for one in lines(edited[1])]
    assert changes == [("updated", f"{BASE}doc/L2", "2027-01-15")]


def test_what_is_not_edited_keeps_its_date_and_its_run(edited: tuple[Path, Path]) -> None:
    kept, changed = ((edited[1] / f"record/doc/{key}.ttl").read_text() for key in ("L1", "L2"))
    assert '"2023-11-14"' in kept
    assert '"2027-01-15"' in changed


def test_a_row_that_goes_is_told_as_deleted(tmp_path: Path) -> None:
    letters = begin(tmp_path / "letters")
    released(letters, tmp_path / "output")
    (letters / "letters.csv").write_text(ROWS.rpartition("L2,")[0], "utf-8")
    changes = lines(released(letters, tmp_path / "output"))
    gone = {one["uri"] for one in changes if one["action"] == "deleted"}
    assert f"{BASE}doc/L2" in gone


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Other letters"),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
        ("publisher", "Another archive"),
    ],
)
def test_what_the_dataset_says_of_itself_is_part_of_the_version(
    tmp_path: Path, key: str, value: str
) -> None:
    letters = begin(tmp_path / "letters")
    first = released(letters, tmp_path / "output")
    config = letters / "dataset.toml"
    head, section, rest = config.read_text().partition("[source]")
    said = [
        f'{key} = "{value}"' if line.startswith(f"{key} =") else line for line in head.split("\n")
    ]
    config.write_text("\n".join(said) + section + rest)
    assert released(letters, tmp_path / "output") != first


def lines(release: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (release / "changes.jsonl").read_text().splitlines()]
