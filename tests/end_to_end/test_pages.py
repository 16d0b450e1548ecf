"""Five scraped pages as a release: what gold says, what no literal has, copies, damaged files."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from lod.api import Release
from tests.datasets import ROOT, CommandLine, copied, released

FURNITURE = (
    *("Footer Nav", "Sources & Methods", "About Digital Archive", "students, researchers"),
    *("Pennsylvania Ave", "Contact Us", "Donate", "Document Information", "Original Archive"),
    *("Associated Places", "image:", "Archive Logo", "To Top", "Original Language:"),
)
GOLD = {"001_97a1fceda7eb1382": (243, 271), "003_4be57d345b16c1e5": (117, 166)}


@pytest.fixture(scope="module")
def release(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert shared.is_dir()
    folder = tmp_path_factory.mktemp("pages")
    return released(copied("pages", folder), folder / "output", workers=1)


def literals(release: Path) -> Iterator[str]:
    lines = gzip.decompress((release / "dumps" / "pages.nq.gz").read_bytes())
    for quad in ox.parse(lines, ox.RdfFormat.N_QUADS):
        if isinstance(quad.object, ox.Literal):
            yield quad.object.value


def test_no_literal_of_the_release_has_words_of_the_site(release: Path) -> None:
    said = list(literals(release))
    assert [word for word in FURNITURE if any(word in one for one in said)] == []


def test_the_release_is_what_the_gold_says(shared: Path, release: Path) -> None:
    tool, dump = shared / "tools" / "score_pages.py", release / "dumps" / "pages.nt.gz"
    command = [sys.executable, str(tool), str(dump), str(shared / "gold")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    scores = json.loads(told.splitlines()[-1])
    assert len(scores) == 3
    assert {tuple(one) for one in scores.values()} == {(1.0, 1.0, 1.0, 1.0, 1.0, 0)}


def test_what_parts_our_graphs_from_a_cataloguers_is_what_the_docs_explain(shared: Path) -> None:
    golds = [str(shared / "gold" / f"{name}.ttl") for name in GOLD]
    command = [sys.executable, "-m", "bench.gold_graphs", str(ROOT / "datasets" / "pages"), *golds]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found = re.findall(r"(\S+)\.ttl: (\d+) of (\d+) statements", told)
    assert {name: (int(alike), int(all_)) for name, alike, all_ in found} == GOLD
    docs = (ROOT / "docs" / "model.md").read_text("utf-8")
    for alike, statements in GOLD.values():
        assert f"{alike} of {statements}" in docs


def test_korea_of_1947_is_the_undivided_country(release: Path) -> None:
    asked = 'SELECT ?item { ?doc dcterms:identifier "209717" ; crm:P67_refers_to ?place . '
    asked += '?place a crm:E53_Place ; rdfs:label "Korea"@en ; la:equivalent ?item }'
    found: Any = Release(release).query(asked)
    assert [str(item) for (item,) in found] == ["<http://www.wikidata.org/entity/Q18097>"]


def test_mirrors_and_encodings_of_a_page_are_one_record_and_damaged_ones_none(
    shared: Path, tmp_path: Path, lod: CommandLine
) -> None:
    folder = copied("pages", tmp_path)
    pages = folder / "pages"
    shutil.copytree(shared / "seeds", pages)
    first, last = (next(pages.glob(f"{name}_*")) for name in ("001", "004"))
    mirror = first.read_text().replace("wilson-center.drivingcreative.com", "mirror.example")
    (pages / "mirror.txt").write_text(mirror)
    (pages / "wide.txt").write_bytes(last.read_text().encode("utf-16-le"))
    (pages / "archive.txt").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 9)
    (pages / "empty.txt").write_bytes(b"")
    toml = re.sub('path = ".*"', 'path = "pages"', (folder / "dataset.toml").read_text())
    (folder / "dataset.toml").write_text(toml)
    ran = lod("publish", folder, "--workers", "1", "--output", tmp_path / "out")
    assert "5 records of 9 rows (2 merged, 2 quarantined)" in ran.out
