"""What tools cannot guard: docs name all there is, and the project speaks of itself alone."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from lod.api import load
from lod.cli import commands
from lod.config import ALIASES, FIELDS
from lod.engine import ENGINES
from lod.errors import ConfigError
from lod.formats import RDF_FORMATS, RESULT_FORMATS
from lod.mapping import PROFILES
from lod.reconcile.authorities import AUTHORITIES
from lod.sources.readers import READERS
from tests.datasets import HEAD, ROOT, SOURCE, begin, copied

DOCS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
TEXTS = {".py", ".md", ".toml", ".ttl", ".rq", ".tsv", ".jsonld", ".csv", ".html", ""}
OURS = ("lod", "tests", "vocab", "datasets", "docs", "bench", ".ci")
MADE = {"__pycache__", ".venv-peers", "output"}
HOUSE = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
# Spelled in pieces, so that this file does not hold what it looks for.
STRANGE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" r"(?:work|root|home/\w+)/", r"(?<![\w.])/" r"tmp/\w",
            "py" r"pi\.org", "python" r"hosted\.org", "npm" r"js\.", r"crates" r"\.io",
            "chat" "bot", "language " "model", r"\bL" r"LMs?\b", r"\bco" r"pilot\b",
        ]
    ),
    re.IGNORECASE,
)  # fmt: skip


def every(command: click.Command, *path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from every(command.commands[name], *path, name)
    else:
        yield " ".join(path), command


COMMANDS = dict(every(commands))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_docs(name: str) -> None:
    page = DOCS["commands.md"]
    assert f"`lod {name} " in page
    options = [one for one in COMMANDS[name].params if isinstance(one, click.Option)]
    named = {one.opts[0] for one in options} - {"--json"}
    assert [option for option in sorted(named) if f"`{option}`" not in page] == []


@pytest.mark.parametrize(
    "names",
    [READERS, PROFILES, AUTHORITIES, ENGINES, FIELDS, ALIASES, [*RDF_FORMATS, *RESULT_FORMATS]],
    ids=["readers", "profiles", "authorities", "engines", "fields", "aliases", "formats"],
)
def test_every_name_that_may_be_configured_is_in_the_docs(names: Any) -> None:  # noqa: ANN401
    text = "".join(DOCS.values())
    assert [name for name in names if not re.search(rf'[`"]{re.escape(name)}[`"]', text)] == []


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("", "{}"),
        ("[source]", "{}"),
        ("[fields] title", "[fields]\ntitle = { column = 'x', {} }"),
        ("[reconcile]", "[reconcile]\n{}"),
        ("[mapping]", "[mapping]\n{}"),
        ("[expect]", "[expect]\n{}"),
        ("[publish]", "[publish]\n{}"),
    ],
)
def test_every_key_of_the_configuration_is_in_the_docs(
    tmp_path: Path, place: str, head: str
) -> None:
    unknown = head.replace("{}", "zzz = 1")
    source = SOURCE.partition("[fields]")[0]
    text = f"{unknown}\n{HEAD}{source}" if not place else f"{HEAD}{source}{unknown}\n"
    with pytest.raises(ConfigError) as caught:
        load(begin(tmp_path / "letters", config=text))
    keys = re.findall(r"zzz: unknown key \((?:.*\? )?there are (.*?)\)", str(caught.value))[0]
    page = DOCS["configuration.md"]
    assert [key for key in keys.split(", ") if not re.search(rf"\b{key}\b", page)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_between_pages_is_dead(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_readme_names_the_datasets_whose_sources_lie_elsewhere() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    elsewhere = [
        file.parent.name
        for file in (ROOT / "datasets").glob("*/dataset.toml")
        if '"../../../' in file.read_text("utf-8")
    ]
    assert elsewhere
    assert [name for name in elsewhere if f"`{name}`" not in readme] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    linked = set(re.findall(r"\]\(([^)#]+)", DOCS["index.md"])) | {"index.md"}
    assert sorted(set(DOCS) - linked) == []


def test_every_decision_can_be_reached_from_their_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([^)#]+)", (folder / "README.md").read_text("utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("0*.md"))


def test_every_dependency_has_its_reason() -> None:
    project = HOUSE["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [re.split(r"[<>=\[]", name)[0] for name in wanted]
    assert [name for name in names if f"`{name}`" not in DOCS["dependencies.md"]] == []


def test_every_room_is_in_the_wheel() -> None:
    rooms = {path.parent for path in (ROOT / "lod").rglob("*.py")}
    named = {".".join(room.relative_to(ROOT).parts) for room in rooms}
    assert named | {"lod_vocab"} == set(HOUSE["tool"]["setuptools"]["packages"])


def test_whoever_imports_the_package_gets_its_types() -> None:
    assert (ROOT / "lod" / "py.typed").is_file()
    assert HOUSE["tool"]["setuptools"]["package-data"]["lod"] == ["py.typed"]


def test_all_of_the_vocabularies_is_in_the_wheel() -> None:
    patterns = HOUSE["tool"]["setuptools"]["package-data"]["lod_vocab"]
    packed = {path for pattern in patterns for path in (ROOT / "vocab").glob(pattern)}
    there = {path for path in (ROOT / "vocab").rglob("*") if path.is_file()}
    assert sorted(there - packed) == []


def sources() -> Iterator[Path]:
    yield from (ROOT / name for name in ("CHANGELOG.md", "Makefile", "README.md", "pyproject.toml"))
    for name in OURS:
        found = sorted((ROOT / name).rglob("*"))
        yield from (path for path in found if path.is_file() and not MADE & set(path.parts))


def test_the_project_speaks_of_itself_alone() -> None:
    found = []
    for path in sources():
        if path.suffix in TEXTS:
            text = path.read_text("utf-8", "replace")
            found += [f"{path.relative_to(ROOT)}: {one[0]}" for one in STRANGE.finditer(text)]
    assert found == []


def test_the_floors_hold() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    if not tool.exists():
        pytest.skip("NOT CHECKED: import-linter is not installed")
    ran = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_what_a_page_shows_is_what_commands_say(page: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    folder = copied("sample", tmp_path).parents[1]
    for table in re.findall(r"^```csv\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        (folder / "letters.csv").write_text(table)
    runnable = [block for block in BLOCK.findall(text) if "$ lod " in block]
    assert runnable
    for block in runnable:
        for call, expected in calls(block):
            said = run(call, folder)
            assert agree(expected, said), f"$ {call}\n{said}"


def calls(block: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        call, _, expected = part.partition("\n")
        yield call, expected


def run(call: str, folder: Path) -> str:
    words = shlex.split(call)
    assert words[0] == "lod"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, f"$ {call}\n{ran.stderr}"
    return ran.stdout


def agree(expected: str, said: str) -> bool:
    """Compare in shape: a page need not be written again for every new concept we ship."""
    if not expected:
        return True
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return doctest.OutputChecker().check_output(shape(expected), shape(said), flags)


def shape(text: str) -> str:
    return re.sub(r"\d[\d,.]*", "N", re.sub(r"\b[0-9a-f]{12}\b", "VERSION", text))
