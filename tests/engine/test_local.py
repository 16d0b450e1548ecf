"""Work that is spread over processes comes back in order, and so do its failures."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lod.engine import ENGINES
from lod.engine.local import LocalEngine
from lod.errors import LodError


def doubled(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)  # so that later tasks finish first
    return 2 * number


def process(_: int) -> int:
    return os.getpid()


def killed_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refusing_three(number: int) -> int:
    if number == 3:
        raise LodError("three", where="the tasks", mend="count without it")
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_keep_the_order_of_the_tasks(workers: int) -> None:
    with closing(LocalEngine(workers)) as engine:
        assert list(engine.map(doubled, range(20))) == [2 * number for number in range(20)]


def test_one_worker_means_no_other_process() -> None:
    with closing(LocalEngine(1)) as engine:
        assert set(engine.map(process, range(3))) == {os.getpid()}


def test_a_single_task_needs_no_other_process() -> None:
    with closing(LocalEngine(2)) as engine:
        assert list(engine.map(process, [1])) == [os.getpid()]


def test_two_workers_are_other_processes() -> None:
    with closing(LocalEngine(2)) as engine:
        assert os.getpid() not in set(engine.map(process, range(4)))


def test_the_engine_works_again_after_it_was_closed() -> None:
    engine = LocalEngine(2)
    for _ in range(2):
        assert list(engine.map(doubled, range(4))) == [0, 2, 4, 6]
        engine.close()
    engine.close()


def test_a_worker_that_dies_is_one_error_and_the_next_run_is_served() -> None:
    with closing(LocalEngine(2)) as engine:
        with pytest.raises(LodError, match=r"a worker process died .*--workers 1"):
            list(engine.map(killed_at_three, range(6)))
        assert list(engine.map(doubled, range(3))) == [0, 2, 4]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_task_raises_reaches_the_caller_whole(workers: int) -> None:
    with closing(LocalEngine(workers)) as engine, pytest.raises(LodError) as caught:
        list(engine.map(refusing_three, range(6)))
    assert str(caught.value) == "the tasks: three (count without it)"


@pytest.mark.parametrize("workers", [1, 2])
def test_tasks_are_taken_only_a_little_ahead_of_the_reader(workers: int) -> None:
    taken = list[int]()

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with closing(LocalEngine(workers)) as engine:
        results = engine.map(doubled, tasks())
        assert [next(results) for _ in range(3)] == [0, 2, 4]
    assert len(taken) <= 3 + 2 * workers


def test_there_is_a_local_engine() -> None:
    assert "local" in ENGINES


def test_a_script_needs_no_guard_even_when_it_has_threads(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import threading\n"
        "from lod.engine.local import LocalEngine\n"
        "print('begins')\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "engine = LocalEngine(2)\n"
        "print(list(engine.map(abs, [-1, -2, -3])))\n"
        "engine.close()\n"
    )
    said = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert (said.stdout, said.stderr) == ("begins\n[1, 2, 3]\n", "")
