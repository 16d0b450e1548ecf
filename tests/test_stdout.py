"""Standard output may be closed, or no file at all; afterwards it is what it was."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest

from lod.stdout import answering


def test_a_command_whose_output_is_closed_does_its_work(tmp_path: Path) -> None:
    for asked in ("--help", "init d", "publish d --workers 1", "query d 'SELECT * {?a ?b ?c}'"):
        command = f"{sys.executable} -m lod {asked} >&-"
        shell = ["/bin/sh", "-c", command]
        ran = subprocess.run(shell, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
        assert (asked, ran.returncode, "fault" in ran.stderr) == (asked, 0, False)


def test_an_output_in_memory_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = io.StringIO()
    monkeypatch.setattr(sys, "stdout", memory)
    with answering():
        click.echo("told")
    assert memory.getvalue() == "told\n"


def test_what_was_the_output_before_is_it_again(capfd: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    with suppress(KeyError), answering():
        click.echo("told")
        raise KeyError
    assert (sys.stdout is before, capfd.readouterr().out) == (True, "told\n")
