"""A package may bring a model that names those in running text; its faults are told by its name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lod.errors import LodError
from lod.pipeline.gazetteers import gazetteers
from tests.datasets import CommandLine

TEXT = "All of Upper Zwelk knows it, and two of the Free Weavers met Drobnokopf at the inn."
TOML = """title = "Pages"
base = "https://a.example/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "Us"
language = "en"
[source]
format = "pages"
path = "pages"
"""
MODEL = """from lod.entity import Spotted
NAMES = {"Drobnokopf": "person", "Upper Zwelk": "place", "Free Weavers": "group"}
class Model:
    def spans(self, text, year=None):
        for name, kind in NAMES.items():
            at = text.find(name)
            if at >= 0:
                yield Spotted(at, at + len(name), kind, rule="my model")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the module of an installed package that offers a model, to be written by the test."""
    home = tmp_path / "site"
    (home / "mills-1.0.dist-info").mkdir(parents=True)
    (home / "mills-1.0.dist-info" / "METADATA").write_text("Name: mills\nVersion: 1.0\n")
    points = "[lod.gazetteer]\nmills = mills_model:Model\n"
    (home / "mills-1.0.dist-info" / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(home)
    monkeypatch.delitem(sys.modules, "mills_model", raising=False)
    gazetteers.cache_clear()
    yield home / "mills_model.py"
    gazetteers.cache_clear()


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "letters" / "pages").mkdir(parents=True)
    (tmp_path / "letters" / "dataset.toml").write_text(TOML)
    page = f"# Report on the Works\n\nMay 5, 1951\n\n{TEXT}\n"
    (tmp_path / "letters" / "pages" / "a.txt").write_text(page)
    return tmp_path / "letters"


def test_what_a_model_finds_is_named_in_the_card_with_its_rule(
    package: Path, dataset: Path, lod: CommandLine
) -> None:
    package.write_text(MODEL)
    shown = lod("check", dataset).out
    for name in ("Upper Zwelk", "Free Weavers", "Drobnokopf"):
        assert any(name in line and "my model" in line for line in shown.splitlines())


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import no_such_model", "gazetteer 'mills': cannot be opened: ModuleNotFoundError"),
        ("def Model(): raise OSError('no weights')", "cannot be opened: OSError: no weights"),
        ("class Model:\n def spans(self, text, year): raise RuntimeError('memory')",
         "failed on a text: RuntimeError: memory"),
        ("class Model:\n def spans(self, text, year): return [1]", "failed on a text: TypeError"),
        ("class Model:\n def spans(self, text, year): return [(9, 9000, 'place')]",
         "gave (9, 9000, 'place', '', 'gazetteer') for a text of"),
        ("class Model:\n def spans(self, text, year): return [(0, 2, 'LOC')]",
         "the kind is one of group, person, place"),
    ],
)  # fmt: skip
def test_the_faults_of_a_model_are_told_in_one_line(
    package: Path, dataset: Path, lod: CommandLine, code: str, message: str
) -> None:
    package.write_text(code)
    ran = lod("check", dataset)
    assert ran.code == 1
    assert message in ran.err
    assert "fault of the program" not in ran.err


def test_a_model_that_cannot_be_opened_stops_whoever_asks(package: Path) -> None:
    package.write_text("Model = 0")
    with pytest.raises(LodError, match="mend or remove the package"):
        gazetteers()
