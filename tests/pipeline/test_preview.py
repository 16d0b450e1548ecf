"""What a decision would change is what it does change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lod.api import load
from lod.errors import UsageError
from lod.pipeline.curate import curator, rule
from lod.pipeline.preview import preview
from lod.pipeline.way import Options
from lod.reconcile.decisions import LEDGER, Ruling
from tests.datasets import BASE, HEAD, SOURCE, CommandLine, begin, released

ROWS = "ref,title,date,from,to,place\nL1,Letter,1951,Somebody Unheard,Nobody Known,\n"
RULING = Ruling(name="Somebody Unheard", target="Q184267", who="eva", when="2026-02-01")


def told(release: Path) -> set[str]:
    lines = (release / "changes.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["uri"].removeprefix(BASE) for line in lines}


def test_the_preview_is_the_real_difference(tmp_path: Path) -> None:
    folder, output = begin(tmp_path / "letters", ROWS, HEAD + SOURCE), tmp_path / "output"
    released(folder, output)
    dataset = load(folder)
    expected = list(preview(dataset, [RULING], Options(output=output, workers=1)))
    assert not (folder / LEDGER).exists()
    rule(dataset, [RULING], curator(dataset, output, "2026-02-01"))
    assert {one.path for one in expected} == told(released(folder, output))
    said = "\n".join(line for one in expected for line in one.added)
    assert "http://www.wikidata.org/entity/Q184267" in said


def test_there_is_no_preview_without_a_release(tmp_path: Path) -> None:
    dataset = load(begin(tmp_path / "letters", ROWS, HEAD + SOURCE))
    with pytest.raises(UsageError, match="nothing is published yet"):
        list(preview(dataset, [RULING], Options(output=tmp_path / "output", workers=1)))


def test_the_command_shows_statements_and_writes_nothing(tmp_path: Path, lod: CommandLine) -> None:
    folder, output = begin(tmp_path / "letters", ROWS, HEAD + SOURCE), tmp_path / "output"
    released(folder, output)
    ran = lod("decide", folder, RULING.name, RULING.target, "--preview", "--output", output)
    assert "+ <" in ran.out
    assert "would change" in ran.out
    assert not (folder / LEDGER).exists()
