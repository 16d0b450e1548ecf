"""The queue says of each name in which records and years it waits; issues say where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import lod

TOML = """title = "Letters"
base = "https://a.example/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "Us"
language = "en"

[source]
format = "csv"
path = "letters.csv"

[fields]
identifier = "id"
title = "title"
date = "date"
creator = { column = "from", kind = "person" }
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    named = ["1,1951,Kim", "2,1951,Kim", "3,1951-05,Kim", "4,1975,Kim", "5,,Kim", "6,1951,Kim [x"]
    (tmp_path / "dataset.toml").write_text(TOML)
    rows = [f"{key},Letter {key},{rest}" for key, _, rest in (one.partition(",") for one in named)]
    (tmp_path / "letters.csv").write_text("\n".join(["id,title,date,from", *rows, ""]))
    lod.publish(tmp_path, lod.Options(output=tmp_path / "output", workers=1))
    return lod.Release(tmp_path / "output").path


def told(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_question_counts_the_records_of_its_years_alone(release: Path) -> None:
    waits = [one for one in told(release / "review.jsonl") if one["name"] == "Kim"]
    assert sorted((str(one["begin"]), one["end"], one["records"]) for one in waits) == [
        ("1951", 1951, 3), ("1975", 1975, 1), ("None", None, 1),
    ]  # fmt: skip
    for one in waits:
        assert len(one["seen"]) == one["records"]


def test_an_issue_about_a_person_names_file_and_row(release: Path) -> None:
    found = [one for one in told(release / "issues.jsonl") if one["code"] == "shape/s16-spelling"]
    assert [(one["source"], one["row"], one["value"]) for one in found] == [
        ("letters.csv", "7", "Kim [x")
    ]
    assert found[0]["record"].startswith("person/")
