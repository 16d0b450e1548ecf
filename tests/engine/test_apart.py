"""Work that is done apart has a process of its own, which ends when nobody wants it."""

from __future__ import annotations

import os
import signal
import sys
import time
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from lod.engine.apart import Apart, for_work_alone
from lod.engine.local import LocalEngine

PREPARED = "LOD_TEST_PREPARED"


def prepare() -> None:
    os.environ[PREPARED] = "yes"


def has_imported() -> bool:
    return "lod.pipeline.warm" in sys.modules


def told() -> tuple[int, str]:
    return os.getpid(), os.environ.get(PREPARED, "")


def test_what_is_done_apart_is_done_by_one_prepared_process() -> None:
    with Apart(prepare) as apart:
        first, second = (apart.submit(told).result() for _ in range(2))
    assert first == second == (first[0], "yes")
    assert first[0] != os.getpid()


def test_it_can_be_ended_in_the_middle_of_something() -> None:
    apart = Apart(prepare)
    apart.submit(told).result()
    asleep = apart.submit(time.sleep, 3600)
    while not asleep.running():
        time.sleep(0.01)
    apart.shutdown(cancel_futures=True)
    assert isinstance(asleep.exception(), BrokenProcessPool)


def test_it_can_be_ended_in_the_middle_of_telling_a_result() -> None:
    apart = Apart(prepare)
    apart.submit(told).result()
    telling = apart.submit(bytes, 200_000_000)
    results = vars(apart._result_queue)["_reader"]
    while not (results.poll() or telling.done()):
        time.sleep(0.001)
    ending = Thread(target=apart.shutdown, kwargs={"cancel_futures": True}, daemon=True)
    ending.start()
    ending.join(60)
    assert not ending.is_alive()


def test_one_that_is_killed_in_the_middle_of_telling_a_result_is_not_waited_for() -> None:
    apart = Apart(prepare, 2)
    wait(apart.starting)
    telling = apart.submit(bytes, 200_000_000)
    results = vars(apart._result_queue)["_reader"]
    while not (results.poll() or telling.done()):
        time.sleep(0.001)
    for pid in apart._processes:
        os.kill(pid, signal.SIGKILL)
    assert isinstance(telling.exception(60), BrokenProcessPool)
    apart.shutdown()


def test_processes_are_forked_from_one_that_keeps_no_threads() -> None:
    with Apart(prepare) as apart:
        parent = apart.submit(os.getppid).result()
    assert parent != os.getpid()
    assert len(list(Path(f"/proc/{parent}/task").iterdir())) == 1


def test_they_find_imported_what_all_need() -> None:
    with Apart(prepare) as apart:
        assert apart.submit(has_imported).result()


def test_where_there_is_one_worker_it_is_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREPARED, "no")
    with closing(LocalEngine(1)) as engine, engine.apart(prepare) as apart:
        assert apart.submit(told).result() == (os.getpid(), "yes")


def test_two_threads_that_hide_the_script_give_it_back() -> None:
    script, inside, met = sys.modules["__main__"], Event(), Event()

    def first() -> None:
        with for_work_alone():
            inside.set()
            met.wait(0.2)  # the other may not come in meanwhile

    def second() -> None:
        inside.wait()
        with for_work_alone():
            met.set()
            threads[0].join(0.2)

    threads = [Thread(target=first), Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sys.modules["__main__"] is script
