"""Processes for pages are made ready for pages, and others wait for none of that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lod.pipeline.ahead import ALL, PAGES, needed

ONE = '[source]\nformat = "{}"\n'
SEVERAL = '[[source]]\nformat = "csv"\n[[source]]\nformat = "{}"\n'


@pytest.mark.parametrize("config", [ONE, SEVERAL])
@pytest.mark.parametrize(("form", "module"), [("pages", PAGES), ("csv", ALL)])
def test_what_is_imported_is_what_the_sources_need(
    tmp_path: Path, config: str, form: str, module: str
) -> None:
    path = tmp_path / "dataset.toml"
    path.write_text(config.format(form), encoding="utf-8")
    assert needed([str(tmp_path)]) == needed([str(path), "--json"]) == module


@pytest.mark.parametrize(
    "config", ["[source", 'source = "pages"', "source = [1]", "", "a=" + "[" * 9999]
)
def test_a_broken_dataset_is_left_to_those_who_read_it(tmp_path: Path, config: str) -> None:
    (tmp_path / "dataset.toml").write_text(config, encoding="utf-8")
    assert needed(["--output", "a\0b", str(tmp_path)]) == ALL


def test_what_reads_a_page_is_there_before_processes_are_forked() -> None:
    reads = "lod.sources.pages.pagerow"
    code = f"import sys, {PAGES}; print({reads!r} in sys.modules, {ALL!r} in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "True True\n"
