"""Rows become records; what one row lacks another row of the same record may have."""

from __future__ import annotations

import json
from pathlib import Path

import lod

TOML = """title = "Two tables"
base = "https://a.example/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "Us"
language = "en"

[[source]]
format = "csv"
path = "titles.csv"

[[source]]
format = "csv"
path = "dates.csv"

[fields]
identifier = "id"
title = "title"
date = "date"
"""


def published(folder: Path, titles: str, dates: str) -> tuple[lod.Release, dict[str, int]]:
    folder.mkdir()
    (folder / "dataset.toml").write_text(TOML)
    (folder / "titles.csv").write_text(titles)
    (folder / "dates.csv").write_text(dates)
    lod.publish(folder, lod.Options(output=folder / "output", workers=1))
    release = lod.Release(folder / "output")
    return release, release.manifest["rows"]


def test_a_second_source_completes_the_first(tmp_path: Path) -> None:
    release, rows = published(tmp_path / "x", "id,title\n1,A letter\n", "id,date\n1,1951\n")
    assert rows == {"read": 2, "published": 1, "merged": 1, "quarantined": 0}
    assert "1951" in release.graph("doc/1").serialize(format="nt")


def test_a_title_that_no_row_has_is_missed_once_for_each_row(tmp_path: Path) -> None:
    release, rows = published(tmp_path / "x", "id,title\n1,A letter\n", "id,date\n2,1951\n2,1952\n")
    assert rows == {"read": 3, "published": 1, "merged": 0, "quarantined": 2}
    lines = (release.path / "issues.jsonl").read_text().splitlines()
    errors = [one for one in map(json.loads, lines) if one["severity"] == "error"]
    assert [(one["code"], one["source"], one["record"]) for one in errors] == [
        ("title/missing", "dates.csv", "2"),
        ("title/missing", "dates.csv", "2"),
    ]
