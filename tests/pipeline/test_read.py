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


def test_a_row_too_long_for_any_part_is_counted_as_kept_out(tmp_path: Path) -> None:
    titles = f'id,title\n1,"{"x" * (65 << 20)}"\n2,A letter\n'
    _, rows = published(tmp_path / "x", titles, "id,date\n2,1951\n")
    assert rows == {"read": 3, "published": 1, "merged": 1, "quarantined": 1}


def test_what_a_shape_finds_says_where_the_record_was_read(tmp_path: Path) -> None:
    release, _ = published(tmp_path / "x", "id,title\n1,A\n", "id,date\n1,1951\n")
    lines = (release.path / "issues.jsonl").read_text().splitlines()
    found = [one for one in map(json.loads, lines) if one["code"] == "shape/s1-title"]
    assert [(one["row"], one["record"]) for one in found] == [("2", "1")]
    assert found[0]["source"] in ("titles.csv", "dates.csv")


def test_what_is_withheld_stands_in_no_file_of_the_release(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    mend = '[fix.note]\n"not for you" = "nor for me"\n'
    (folder / "dataset.toml").write_text(f'{TOML}abstract = "ab"\nnote = "no"\n{mend}')
    (folder / "titles.csv").write_text("id,title,ab,no\n1,A,Hidden\x07 words,not for you\n")
    (folder / "dates.csv").write_text("id,date\n1,1951\n")
    lod.publish(folder, lod.Options(output=folder / "output", workers=1))
    release = lod.Release(folder / "output")
    lines = map(json.loads, (release.path / "issues.jsonl").read_text().splitlines())
    found = {one["code"]: (one["row"], one["field"], one["value"]) for one in lines}
    assert found["text/control"] == ("2", "abstract", "")
    assert found["fix/applied"] == ("2", "note", "")
    for path in release.path.rglob("*"):
        told = path.read_bytes() if path.is_file() else b""
        assert not [word for word in (b"Hidden", b"not for you", b"nor for me") if word in told]


PAGE = (
    '<html lang="fr"><body><h1>{title}</h1><dl><dt>Date</dt><dd>{date}</dd>'
    "<dt>Cote</dt><dd>AMAE, Asie 1944-1955, vol. 12</dd></dl><p>{text}</p></body></html>"
)


def test_two_letters_of_one_volume_are_two_records(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    (folder / "pages").mkdir(parents=True)
    head = TOML.partition("[[source]]")[0]
    (folder / "dataset.toml").write_text(f'{head}[source]\nformat = "pages"\npath = "pages/*"\n')
    letters = (
        ("Lettre de M. Dejean à M. Schuman", "3 juillet 1950", "M. Yoshida m'a reçu."),
        ("Lettre de M. Parodi à M. Dejean", "9 août 1950", "Le ministre est d'accord."),
    )
    for number, (title, date, text) in enumerate(letters):
        page = PAGE.format(title=title, date=date, text=text)
        (folder / "pages" / f"{number}.html").write_text(page)
    lod.publish(folder, lod.Options(output=folder / "output", workers=1))
    release = lod.Release(folder / "output")
    assert release.manifest["rows"]["published"] == 2
