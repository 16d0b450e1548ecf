"""The way in: Ctrl-C before anything is begun is told like any other."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Presses Ctrl-C at the moment when a module is looked for.
PRESSED = """
import os, signal, sys
class Finger:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finger())
sys.argv = ["lod", "check", "nowhere"]
from lod.__main__ import main
main()
"""


HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
IGNORING = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"


@pytest.mark.parametrize("module", ["lod.cli", "click", "lod.api", "pyoxigraph", "lod.pipeline"])
def test_ctrl_c_while_python_loads_leaves_no_traceback(module: str) -> None:
    command = [sys.executable, "-c", HEEDING + PRESSED.format(module=module)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    said = "\nlod: interrupted; what was published before stands\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", said)


def test_ctrl_c_stays_ignored_where_the_shell_ignores_it() -> None:
    command = [sys.executable, "-c", IGNORING + PRESSED.format(module="lod.pipeline")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, "nowhere" in ran.stderr) == (2, True)
