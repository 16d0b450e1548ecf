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


def at_once(workers: int) -> LocalEngine:
    """Make an engine that does nothing in this process when it has others."""
    return LocalEngine(workers, patience=0)


def doubled(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)  # so that later tasks finish first
    return 2 * number


def busy(number: int) -> tuple[int, int]:
    began = time.thread_time()
    while time.thread_time() < began + 0.02:
        pass
    return number, os.getpid()


def until_another(results: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give results up to the first of another process."""
    for number, pid in results:
        yield number, pid
        if pid != os.getpid():
            return


def process(_: int) -> int:
    time.sleep(0.05)
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
    with closing(at_once(workers)) as engine:
        assert list(engine.map(doubled, range(20))) == [2 * number for number in range(20)]


def test_the_order_is_kept_where_work_moves_to_other_processes() -> None:
    with closing(LocalEngine(2, patience=0.05)) as engine:
        found = list(until_another(engine.map(busy, range(2_000))))
    assert [number for number, _ in found] == list(range(len(found)))
    assert found[-1][1] != os.getpid()


def test_one_worker_means_no_other_process() -> None:
    with closing(at_once(1)) as engine:
        assert set(engine.map(process, range(3))) == {os.getpid()}


def test_little_work_is_done_here() -> None:
    with closing(LocalEngine(2)) as engine:
        assert set(engine.map(process, range(3))) == {os.getpid()}


def test_where_there_is_much_to_do_none_is_done_here() -> None:
    with closing(LocalEngine(2)) as engine:
        assert os.getpid() not in set(engine.map(process, range(8), many=True))
        assert os.getpid() not in set(engine.map(process, range(3)))


def test_two_workers_are_two_other_processes() -> None:
    with closing(at_once(2)) as engine:
        found = set(engine.map(process, range(20)))
    assert len(found - {os.getpid()}) == 2


def test_no_more_processes_are_started_than_a_machine_bears(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with closing(at_once(12)) as engine:
        assert len(set(engine.map(process, range(48)))) <= 8


def test_the_engine_works_again_after_it_was_closed() -> None:
    engine = at_once(2)
    for _ in range(2):
        assert list(engine.map(doubled, range(4))) == [0, 2, 4, 6]
        engine.close()
    engine.close()


def test_a_worker_that_dies_is_one_error_and_the_next_run_is_served() -> None:
    with closing(at_once(2)) as engine:
        with pytest.raises(LodError, match=r"a worker process died .*--workers 1"):
            list(engine.map(killed_at_three, range(6)))
        assert list(engine.map(doubled, range(3))) == [0, 2, 4]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_task_raises_reaches_the_caller_whole(workers: int) -> None:
    with closing(at_once(workers)) as engine, pytest.raises(LodError) as caught:
        list(engine.map(refusing_three, range(6)))
    assert str(caught.value) == "the tasks: three (count without it)"


@pytest.mark.parametrize("workers", [1, 2])
def test_tasks_are_taken_only_a_little_ahead_of_the_reader(workers: int) -> None:
    taken = list[int]()

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with closing(at_once(workers)) as engine:
        results = engine.map(doubled, tasks())
        assert [next(results) for _ in range(3)] == [0, 2, 4]
    assert len(taken) <= 3 + 2 * workers


def test_there_is_a_local_engine() -> None:
    assert "local" in ENGINES


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    said = run_script(tmp_path, "print(list(engine.map(abs, [-1, -2, -3])))\nengine.close()\n")
    assert said.communicate(timeout=60)[0] == "begins\n[1, 2, 3]\n"


def test_workers_end_when_the_one_who_started_them_is_killed(tmp_path: Path) -> None:
    said = run_script(
        tmp_path,
        "import os, signal\n"
        "print(*set(engine.map(process, range(20))), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n",
    )
    workers = said.communicate(timeout=60)[0].split()[1:]
    assert len(workers) == 2
    for _ in range(100):
        if not any(is_running(worker) for worker in workers):
            return
        time.sleep(0.1)
    pytest.fail("workers outlived the process that they worked for")


def is_running(process: str) -> bool:
    status = Path("/proc", process, "stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def run_script(folder: Path, text: str) -> subprocess.Popen[str]:
    head = "from tests.engine.test_local import at_once, process\n"
    script = folder / "script.py"
    script.write_text(f"{head}print('begins', flush=True)\nengine = at_once(2)\n{text}")
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment
    )


def test_a_process_that_begins_late_does_not_run_the_script_again(tmp_path: Path) -> None:
    said = run_script(
        tmp_path,
        "import os, time\n"
        "from lod.engine.apart import Apart\n"
        "pool = Apart(os.getpid, 1)\n"
        "pool.starting[0].result()\n"
        "pool._max_workers = 2\n"
        "tasks = [pool.submit(time.sleep, 0.2) for _ in range(2)]\n"
        "print(*[one.result() for one in tasks], len(pool._processes))\n"
        "pool.shutdown()\n",
    )
    assert said.communicate(timeout=60)[0].split() == ["begins", "None", "None", "2"]
