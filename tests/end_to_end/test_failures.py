"""What can go wrong does: every failure is one line with its exit code, and nothing is lost."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lod.api import Release
from tests.datasets import (
    HEAD,
    ROOT,
    ROWS,
    SOURCE,
    CommandLine,
    begin,
    broken,
    hashes,
    released,
)
from tests.end_to_end.stopped import POINTS, STAGES

COLUMNS = "ref,title,date,from,to,place\n"
MANY = "".join(f"M{n},{'Long title ' * 20}{n},1950,,,\n" for n in range(4000))
CURRENT = Path("output/letters/current")


class Bad(NamedTuple):
    """Bad input: the rows, the configuration, and the words that must be said of it."""

    rows: str | bytes = ROWS
    config: str = HEAD + SOURCE
    said: tuple[str, ...] = ()


def with_fields(fields: str) -> str:
    return f'{HEAD}[source]\nformat = "csv"\npath = "letters.csv"\n[fields]\n{fields}'


# Nothing can be made of these: exit code 2, and every word in one message.
REFUSED = {
    "an empty file": Bad(b"", said=("letters.csv", "the file is empty")),
    "an unknown key": Bad(
        config=HEAD + SOURCE + '[publish]\nabstract = "true"\n',
        said=("dataset.toml", "[publish] abstract", "unknown key", "did you mean abstracts"),
    ),
    "an unknown format of a source": Bad(
        config=HEAD + SOURCE.replace('"csv"', '"cvs"'),
        said=("dataset.toml", "[source] format", "'cvs'", "did you mean csv"),
    ),
    "an unknown format of a dump": Bad(
        config=HEAD + SOURCE + '[publish]\nformats = ["turtel"]\n',
        said=("dataset.toml", "[publish] formats", "'turtel'", "did you mean turtle"),
    ),
    "an unknown profile": Bad(
        config=HEAD + SOURCE + '[mapping]\nprofiles = ["dublin-cor"]\n',
        said=("dataset.toml", "[mapping] profiles", "did you mean dublin-core"),
    ),
    "an unknown encoding": Bad(
        config=HEAD + SOURCE.replace("[source]", '[source]\nencoding = "utf-88"'),
        said=("dataset.toml", "[source] encoding", "utf-88", "such as utf-8"),
    ),
    "a language tag in the configuration": Bad(
        config=with_fields('identifier = "ref"\ntitle = { column = "title", language = "xx_!!" }'),
        said=("dataset.toml", "title language", "'xx_!!'", "BCP 47"),
    ),
    "a base that is no address": Bad(
        config=HEAD.replace('"https://data.example.org/"', '"https://data.example.org/> <x"')
        + SOURCE,
        said=("dataset.toml", "base", "ends in /"),
    ),
    "no TOML": Bad(config="title = Letters", said=("dataset.toml", "not TOML", "line 1")),
}

# Of these a release can be made; what is said of them names file, row, field and value.
MENDED = {
    "a wrong encoding": Bad(
        f"{COLUMNS}L1,Caf\xe9 au lait,1950,,,\n".encode("latin-1"),
        HEAD + SOURCE.replace("[source]", '[source]\nencoding = "utf-8"'),
        ("letters.csv:2: title: ", "could not be decoded", "check encoding"),
    ),
    "an encoding that is not said": Bad(
        f"{COLUMNS}L1,Caf\xe9 au lait,1950,,,\n".encode("latin-1"),
        said=("letters.csv: read as cp1252", "set encoding in [source]"),
    ),
    "NUL bytes": Bad(
        f"{COLUMNS}L1,Let\0ters,1950,,,\n", said=("letters.csv:2: title: ", "NUL", "removed")
    ),
    "ragged rows": Bad(
        f"{COLUMNS}L1,Letter\nL2,Letter,1950,a,b,c,d\nL3,Letter,1950,,,\n",
        said=(
            "letters.csv:2: the row has 2 cells, the header 6; left blank: date, from, to, place",
            "letters.csv:3: the row has 7 cells, the header 6; it was left out",
            "quote cells that hold the delimiter",
        ),
    ),
    "a missing column": Bad(
        "ref,title\nL1,Letter\n",
        said=("letters.csv: date: there is no such column (there are ref, title)",),
    ),
    "broken JSON in a cell": Bad(
        'ref,title,from\nL1,Letter,"[""Tito"", "\n',
        with_fields(
            'identifier = "ref"\ntitle = "title"\nsender = { column = "from", json = true }'
        ),
        ("letters.csv:2 (L1): sender: not JSON", "left out", '["Tito",'),
    ),
    "30 February": Bad(
        f"{COLUMNS}L1,Letter,30 February 1950,,,\n",
        said=("letters.csv:2 (L1): date: ", "no such day", "[fix]", "30 February 1950"),
    ),
    "an address with > and a space": Bad(
        "ref,title,url\nL1,Letter,http://a.example/x>y z\n",
        with_fields('identifier = "ref"\ntitle = "title"\nurl = "url"'),
        ("letters.csv:2 (L1): url: ", "percent-encoded", "http://a.example/x%3Ey%20z"),
    ),
    "an address that would run a script": Bad(
        "ref,title,url\nL1,Letter,javascript:alert(1)\n",
        with_fields('identifier = "ref"\ntitle = "title"\nurl = "url"'),
        ("letters.csv:2 (L1): url: ", "must begin with http", "javascript:alert(1)"),
    ),
    "a language tag in a cell": Bad(
        "ref,title,lang\nL1,Letter,xx_!!\n",
        with_fields(
            'identifier = "ref"\ntitle = { column = "title", language = "{lang}" }\n'
            'language = "lang"'
        ),
        ("letters.csv:2 (L1): language: no language that we know", "BCP 47", "xx_!!"),
    ),
}


@pytest.mark.parametrize("command", ["check", "publish"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_nothing_can_be_made_of_is_one_message(
    lod: CommandLine, tmp_path: Path, name: str, command: str
) -> None:
    bad = REFUSED[name]
    ran = lod(command, begin(tmp_path / "letters", bad.rows, bad.config))
    assert (ran.code, ran.out) == (2, "")
    assert [words for words in bad.said if words not in ran.err] == []
    assert not CURRENT.exists()


@pytest.mark.parametrize("command", ["check", "publish"])
@pytest.mark.parametrize("there", ["nothing", "a folder"])
def test_a_table_that_is_no_file_is_named(
    lod: CommandLine, letters: Path, there: str, command: str
) -> None:
    (letters / "letters.csv").unlink()
    if there == "a folder":
        (letters / "letters.csv").mkdir()
    ran = lod(command, letters)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "letters.csv: " in ran.err


@pytest.mark.parametrize("name", MENDED)
def test_check_names_file_row_field_and_value(lod: CommandLine, tmp_path: Path, name: str) -> None:
    bad = MENDED[name]
    ran = lod("check", begin(tmp_path / "letters", bad.rows, bad.config))
    assert ran.code in (0, 1)
    assert [words for words in bad.said if words not in ran.out] == []


@pytest.mark.parametrize("name", MENDED)
def test_the_rest_is_published_and_the_sums_hold(
    lod: CommandLine, tmp_path: Path, name: str
) -> None:
    bad = MENDED[name]
    ran = lod("publish", begin(tmp_path / "letters", bad.rows, bad.config), "--workers", "1")
    assert (ran.code, ran.err) == (0, "")
    rows = json.loads((CURRENT / "manifest.json").read_bytes())["rows"]
    assert rows["read"] == rows["published"] + rows["merged"] + rows["quarantined"]
    assert rows["published"] > 0
    assert {issue["source"] for issue in issues()} >= {"letters.csv"}


def source(form: str, path: str, records: str) -> str:
    where = f'[source]\nformat = "{form}"\npath = "{path}"\n{records}\n'
    return f'{HEAD}{where}[fields]\nidentifier = "ref"\ntitle = "title"\n'


# Whole files of two hundred letters, of which only the first bytes come.
LONG = {
    "csv": (COLUMNS + "".join(f'L{n},"Letter {n}",1950,,,\n' for n in range(200)), ""),
    "json": (json.dumps([{"ref": f"L{n}", "title": f"Letter {n}"} for n in range(200)]), ""),
    "jsonl": ("".join(f'{{"ref": "L{n}", "title": "Letter"}}\n' for n in range(200)), ""),
    "xml": (
        "<r>"
        + "".join(f"<d><ref>L{n}</ref><title>Letter</title></d>" for n in range(200))
        + "</r>",
        'records = "//d"',
    ),
}


@pytest.mark.parametrize("form", LONG)
def test_a_file_that_breaks_off_publishes_nothing_unless_that_is_expected(
    lod: CommandLine, tmp_path: Path, form: str
) -> None:
    whole, records = LONG[form]
    config = source(form, f"letters.{form}", records)
    letters = begin(tmp_path / "letters", config=config)
    file = letters / f"letters.{form}"
    file.write_text(whole)
    assert lod("publish", letters, "--workers", "1").code == 0
    before = CURRENT.resolve()
    file.write_text(whole[: len(whole) * 9 // 10])
    ran = lod("publish", letters, "--workers", "1")
    assert (ran.code, ran.err.count("\n"), CURRENT.resolve()) == (65, 1, before)
    assert f"letters.{form}" in ran.err
    (letters / "dataset.toml").write_text(f"{config}[expect]\nbroken = {{ max = 1 }}\n")
    assert lod("publish", letters, "--workers", "1").code == 0


def test_a_literal_keeps_its_quotes_its_line_and_its_backslash(tmp_path: Path) -> None:
    said = 'He said ""no""\nand \\left\\u0000'
    letters = begin(tmp_path / "letters", f'{COLUMNS}L1,"{said}",1950,,,\n')
    graph = Release(released(letters, tmp_path / "output")).graph("doc/L1")
    titles = {str(found) for found in graph.objects() if "He said" in str(found)}
    assert any('He said "no"' in title and "and \\left\\u0000" in title for title in titles)


def test_the_same_identifier_twice_is_one_record_and_said(lod: CommandLine, tmp_path: Path) -> None:
    rows = f"{COLUMNS}L1,Letter,1950,,,\nL1,Letter,1951,,,Moscow\n"
    ran = lod("publish", begin(tmp_path / "letters", rows), "--workers", "1", "--json")
    assert json.loads(ran.out)["rows"] == {
        "read": 2, "published": 1, "merged": 1, "quarantined": 0,
    }  # fmt: skip
    assert {"identifier/repeated", "merge/conflict"} <= {issue["code"] for issue in issues()}


@pytest.mark.parametrize(
    "key", ["../../../../outside", "..", "/etc/outside", "a/../../b", "%2e%2e"]
)
def test_no_identifier_leaves_the_folder_of_the_release(tmp_path: Path, key: str) -> None:
    letters = begin(tmp_path / "letters", f"{COLUMNS}{key},Letter,1950,,,\n")
    release = released(letters, tmp_path / "output")
    names = list(hashes(release, "record/doc"))
    assert len(names) == 2
    assert ".." not in {part for name in names for part in Path(name).parts}
    assert broken(release) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letters", "output"]


def test_rows_without_an_identifier_are_in_quarantine_and_said(
    lod: CommandLine, tmp_path: Path
) -> None:
    letters = begin(tmp_path / "letters", f"{ROWS},Letter,1950,,,\n")
    assert lod("check", letters).code == 1
    assert "(0 merged, 1 quarantined)" in lod("publish", letters, "--workers", "1").out
    lost = [(one["source"], one["row"]) for one in issues() if one["severity"] == "error"]
    assert lost == [("letters.csv", "4")]


def issues() -> list[dict[str, Any]]:
    lines = (CURRENT / "issues.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def old(letters: Path, tmp_path: Path) -> Path:
    """Give the release that readers see, and a third letter that no release has yet."""
    release = released(letters, tmp_path / "output" / "letters")
    with (letters / "letters.csv").open("a") as table:
        table.write("L3,Third letter,1954,,,\n")
    return release


def stopped(where: str, how: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.end_to_end.stopped", where, how, *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("where", [*STAGES, *POINTS])
def test_a_run_that_is_killed_leaves_a_whole_release(
    old: Path, letters: Path, tmp_path: Path, where: str
) -> None:
    output = tmp_path / "output" / "letters"
    ran = stopped(where, "KILL", "publish", letters, "--output", output)
    assert ran.returncode == -9
    current = (output / "current").resolve()
    assert (current == old) is (where != "link renamed")
    assert broken(current) == []
    new = released(letters, output)
    assert new != old
    assert broken(new) == []
    assert sorted(path.name for path in output.iterdir()) == [".lock", "current", "releases"]


@pytest.mark.parametrize("where", [*STAGES, "dumps", "all on disk"])
def test_ctrl_c_is_exit_code_130_and_the_old_release_stands(
    old: Path, letters: Path, tmp_path: Path, where: str
) -> None:
    output = tmp_path / "output" / "letters"
    ran = stopped(where, "INT", "publish", letters, "--output", output)
    assert (ran.returncode, ran.stdout) == (130, "")
    assert "interrupted; what was published before stands" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert (output / "current").resolve() == old
    assert sorted(path.name for path in output.iterdir()) == [".lock", "current", "releases"]


def test_of_runs_at_the_same_time_one_publishes_and_the_others_are_told(
    letters: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output" / "letters"
    command = [sys.executable, "-m", "lod", "publish", str(letters), "--output", str(output)]
    running = [
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [one.communicate(timeout=120)[1] for one in running]
    codes = sorted(one.returncode for one in running)
    assert codes[0] == 0
    assert set(codes) <= {0, 75}
    assert all(not words or "is publishing" in words for words in said)
    assert broken((output / "current").resolve()) == []


def publishing(
    dataset: Path, output: Path, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lod", "publish", str(dataset), "--output", str(output)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, preexec_fn=before
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of 16 MB; skips where none can be had."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if mount is None or subprocess.run([mount, *options], capture_output=True).returncode:
        pytest.skip("no small disk: only root may mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607 - as the mount above


def test_a_full_disk_is_exit_code_74_and_the_old_release_stands(
    small_disk: Path, letters: Path
) -> None:
    output = small_disk / "output"
    assert publishing(letters, output).returncode == 0
    before = (output / "current").resolve()
    (letters / "letters.csv").write_text(ROWS + MANY)
    ran = publishing(letters, output)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (74, "", 1)
    assert (output / "current").resolve() == before
    assert broken(before) == []
    assert not (output / ".building").exists()


def limited() -> None:
    """Let a process write no file above a megabyte, as a quota does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def test_a_file_that_may_not_grow_is_exit_code_74(letters: Path, tmp_path: Path) -> None:
    (letters / "letters.csv").write_text(ROWS + MANY)
    output = tmp_path / "output"
    ran = publishing(letters, output, limited)
    assert (ran.returncode, ran.stdout) == (74, "")
    assert "Traceback" not in ran.stderr
    assert not (output / "current").exists()
