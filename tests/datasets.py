"""Datasets for tests: small ones made on the spot, and copies of those of the repository."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lod.api import Dataset, Options, load, publish
from lod.pipeline.run import Progress, silent

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BASE = "https://data.example.org/"
ROWS = """\
ref,title,date,from,to,place
L1,"Letter, Tito to Molotov",20 March 1948,"Tito, Josip Broz","Molotov, Vyacheslav",Belgrade
L2,"Letter, Rhee to Eisenhower",30 May 1953,"Rhee, Syngman","Eisenhower, Dwight D.",Seoul
"""
HEAD = """\
title = "Letters"
base = "https://data.example.org/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "The Archive"
language = "en"
"""
SOURCE = """
[source]
format = "csv"
path = "letters.csv"

[fields]
identifier = "ref"
title = "title"
date = "date"
sender = { column = "from", split = ";" }
recipient = { column = "to", split = ";" }
place_created = "place"
"""


class Ran(NamedTuple):
    """What a command came to: its exit code, and what it said."""

    code: object
    out: str
    err: str


CommandLine = Callable[..., Ran]


def begin(folder: Path, rows: str | bytes = ROWS, config: str = HEAD + SOURCE) -> Path:
    """Make a dataset folder of a configuration and the table `letters.csv`."""
    folder.mkdir(parents=True)
    (folder / "dataset.toml").write_text(config, encoding="utf-8")
    data = rows if isinstance(rows, bytes) else rows.encode()
    (folder / "letters.csv").write_bytes(data)
    return folder


def copied(name: str, folder: Path) -> Path:
    """Copy a dataset of the repository, for publishing writes its register beside it.

    Skips the test where the copy would need shared data that is not there.
    """
    source = ROOT / "datasets" / name
    outside = "shared/" in (source / "dataset.toml").read_text("utf-8")
    if outside and not SHARED.is_dir():
        pytest.skip(f"SHARED DATA MISSING: the dataset {name} reads ../shared, which is not there")
    target = folder / "project" / "datasets" / name
    shutil.copytree(source, target)
    if outside:
        (folder / "shared").symlink_to(SHARED)
    return target


def released(
    dataset: Path | Dataset, output: Path, progress: Progress = silent, *, workers: int = 1
) -> Path:
    """Publish a dataset with a fixed time; give the folder of the release."""
    found = dataset if isinstance(dataset, Dataset) else load(dataset)
    publish(found, Options(output=output, workers=workers), progress)
    return (output / "current").resolve()


def files(release: Path, below: str = "") -> Iterator[str]:
    """Give the names of all files of a release, sorted, below a folder if one is named."""
    for path in sorted((release / below).rglob("*")):
        if path.is_file():
            yield path.relative_to(release).as_posix()


def hashes(release: Path, below: str = "") -> dict[str, str]:
    """Give name -> hash of the bytes of the files of a release."""
    return {
        name: hashlib.sha256((release / name).read_bytes()).hexdigest()
        for name in files(release, below)
    }


def broken(release: Path) -> list[str]:
    """Give the lines of SHA256SUMS that do not hold, and the files that no line names."""
    sums = (release / "SHA256SUMS").read_text("utf-8").splitlines()
    there = {f"{sha256}  {name}" for name, sha256 in hashes(release).items()}
    return sorted({line for line in there if not line.endswith("  SHA256SUMS")} ^ set(sums))
