"""The way in: Ctrl-C before anything is begun is told like any other."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

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


def test_a_command_that_is_told_to_end_ends_in_words() -> None:
    command = PRESSED.replace("SIGINT", "SIGTERM").replace('"check"', '"publish"')
    told = command.format(module="lod.pipeline")
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    said = "\nlod: interrupted; what was published before stands\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (143, "", said)


def test_ctrl_c_stays_ignored_where_the_shell_ignores_it() -> None:
    command = [sys.executable, "-c", IGNORING + PRESSED.format(module="lod.pipeline")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, "nowhere" in ran.stderr) == (2, True)


# Python heeds no Ctrl-C that whoever started it ignores, as a shell does below `&`.
EXECUTED = "; import os, sys; os.execv(sys.argv[1], sys.argv[1:])"

# The terminal tells every process of the command; workers begin with the signal blocked.
WORKERS = """
import os, signal
from lod.engine.apart import expect
expect()
expect()
print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
from multiprocessing import forkserver
said = open(f"/proc/{forkserver._forkserver._forkserver_pid}/status").read()
blocked = int(said.split("SigBlk:")[1].split()[0], 16)
print(bool(blocked >> signal.SIGINT - 1 & 1))
"""


def test_ctrl_c_is_heard_here_and_not_where_workers_come_from() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WORKERS], capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("False\nTrue\n", "")


def test_ctrl_c_ends_a_query_that_has_no_answer_yet(tmp_path: Path) -> None:
    lod = [sys.executable, "-m", "lod"]
    run = partial(subprocess.run, capture_output=True, check=True)
    run([*lod, "init", str(tmp_path / "d")])
    run([*lod, "publish", str(tmp_path / "d"), "--output", str(tmp_path / "out"), "--workers", "1"])
    endless = "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l}"
    asked = [*lod, "query", str(tmp_path / "d"), "--output", str(tmp_path / "out"), endless]
    with subprocess.Popen([sys.executable, "-c", HEEDING + EXECUTED, *asked]) as query:
        time.sleep(3)
        query.send_signal(signal.SIGINT)
        assert query.wait(timeout=20) in (130, -signal.SIGINT)
