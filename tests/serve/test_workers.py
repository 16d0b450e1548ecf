"""Queries in processes that may be killed at any moment."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest

from lod.serve.limits import Limits
from lod.serve.messages import Job, Reply
from lod.serve.process import DiedError, Served
from lod.serve.workers import BusyError, OverdueError, Pool, ShareError
from tests.serve.houses import BASE

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ONE = "SELECT ?s { ?s <urn:a:p1> ?o } LIMIT 1"
HASTY = Limits(query_seconds=1, quick_seconds=0.1, queue=4)
Try = Callable[[Pool], Coroutine[None, None, None]]


def trying(folder: Path, attempt: Try, limits: Limits = HASTY) -> None:
    """Run an attempt on a pool of two quick and two long places."""

    async def run() -> None:
        served = Served(store=folder / "current" / "store", base=BASE, prefixes={})
        pool = Pool(served, limits, places=2, long_places=2)
        try:
            await pool.start()
            await attempt(pool)
        finally:
            await pool.close()

    asyncio.run(run())


async def one(pool: Pool) -> Reply:
    (reply,) = await pool.run([Job(ONE)], "somebody")
    return reply


def children(process: int) -> list[str]:
    """List the processes that a process has started and not buried."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def test_an_answer_comes_back_whole(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        reply = await one(pool)
        assert reply.outcome == "done"
        assert reply.body.count(b"thing/") == 1

    trying(thousand, attempt)


def test_a_query_is_ended_at_its_limit_and_the_next_is_answered(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        began = time.monotonic()
        with pytest.raises(OverdueError, match="longer than 1 seconds"):
            await pool.run([Job(SLOW)], "a")
        assert 0.9 < time.monotonic() - began < 2
        assert (await one(pool)).outcome == "done"

    trying(thousand, attempt)


def test_long_queries_of_strangers_make_nobody_wait(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        long = [asyncio.ensure_future(pool.run([Job(SLOW)], name)) for name in ("a", "b")]
        await asyncio.sleep(0.3)
        began = time.monotonic()
        assert (await one(pool)).outcome == "done"
        assert time.monotonic() - began < 0.3
        ended = await asyncio.gather(*long, return_exceptions=True)
        assert [type(one) for one in ended] == [OverdueError, OverdueError]

    trying(thousand, attempt)


def test_a_client_has_one_long_query_at_a_time(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        runs = [pool.run([Job(SLOW)], "same") for _ in range(2)]
        ended = await asyncio.gather(*runs, return_exceptions=True)
        assert sorted(type(one).__name__ for one in ended) == ["OverdueError", "ShareError"]
        assert any(isinstance(one, ShareError) for one in ended)

    trying(thousand, attempt)


def test_when_all_long_places_are_taken_the_next_is_told_so(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        runs = [pool.run([Job(SLOW)], name) for name in "abc"]
        ended = await asyncio.gather(*runs, return_exceptions=True)
        assert [type(one) for one in ended].count(BusyError) == 1

    trying(thousand, attempt)


def test_a_queue_has_an_end(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        runs = [pool.run([Job(ONE)], "a") for _ in range(20)]
        ended = await asyncio.gather(*runs, return_exceptions=True)
        assert any(isinstance(one, BusyError) for one in ended)

    trying(thousand, attempt)


def test_a_client_that_leaves_frees_its_worker(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        task = asyncio.ensure_future(pool.run([Job(SLOW)], "a"))
        await asyncio.sleep(0.2)
        before = pool.pids()
        task.cancel()
        await asyncio.sleep(0.5)
        assert len(set(before) - set(pool.pids())) == 1
        assert (await one(pool)).outcome == "done"

    trying(thousand, attempt)


def test_a_query_leaves_a_place_that_others_wait_for_before_it_must(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        slow = [asyncio.ensure_future(pool.run([Job(SLOW)], name)) for name in "ab"]
        await asyncio.sleep(0.2)
        # Both places for quick ones are taken, and neither query must leave before its end.
        assert (await one(pool)).outcome == "done"
        for task in slow:
            with pytest.raises(OverdueError):
                await task

    trying(thousand, attempt, Limits(query_seconds=5, quick_seconds=20))


def test_a_long_query_lets_others_have_the_processor_first(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        task = asyncio.ensure_future(pool.run([Job(SLOW)], "a"))
        await asyncio.sleep(0.4)
        ours = os.getpriority(os.PRIO_PROCESS, 0)
        nice = sorted(os.getpriority(os.PRIO_PROCESS, pid) - ours for pid in pool.pids())
        assert nice == [0, 0, 0, 10 if ours <= 9 else 19 - ours]
        with pytest.raises(OverdueError):
            await task

    trying(thousand, attempt)


def test_a_killed_process_is_an_error_and_another_takes_its_place(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        task = asyncio.ensure_future(pool.run([Job(SLOW)], "a"))
        await asyncio.sleep(0.05)
        killed = set(pool.pids())
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        with pytest.raises(DiedError):
            await task
        while killed & set(pool.pids()):
            await asyncio.sleep(0.01)
        assert (await one(pool)).outcome == "done"

    trying(thousand, attempt, Limits(query_seconds=15))


def test_memory_is_bounded_and_its_end_is_an_error(thousand: Path) -> None:
    doubling = "".join(f" BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    query = f'SELECT (STRLEN(?v40) AS ?n) {{ BIND("0123456789" AS ?v0){doubling} }}'
    limits = Limits(query_seconds=20, worker_memory=1024 * 1024 * 1024)

    async def attempt(pool: Pool) -> None:
        with pytest.raises((DiedError, OverdueError)):
            await pool.run([Job(query)], "a")
        assert (await one(pool)).outcome == "done"

    trying(thousand, attempt, limits)


def test_a_process_opens_its_store_within_a_third_of_a_gigabyte(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        assert (await one(pool)).outcome == "done"

    trying(thousand, attempt, Limits(worker_memory=320 * 1024 * 1024))


def test_processes_that_cannot_open_the_store_are_all_ended(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        pytest.fail(f"{len(pool.pids())} processes opened the store")

    before = children(os.getpid())
    with pytest.raises(DiedError):
        trying(thousand, attempt, Limits(worker_memory=64 * 1024 * 1024))
    assert children(os.getpid()) == before


def test_an_answer_beyond_its_limit_is_refused_and_leaves_no_file(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        spool = pool.spool()
        job = Job("SELECT * { ?s ?p ?o . ?a ?b ?c }", spool=spool, most_bytes=400_000)
        (reply,) = await pool.run([job], "a")
        assert reply.outcome == "too-large"
        assert not Path(spool).exists()

    trying(thousand, attempt)


def test_a_large_answer_waits_in_a_file(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        spool = pool.spool()
        job = Job("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 5000", spool=spool, most_bytes=10**7)
        (reply,) = await pool.run([job], "a")
        assert reply.spooled
        assert Path(spool).stat().st_size == reply.size

    trying(thousand, attempt)


def test_a_worker_has_no_network(thousand: Path) -> None:
    async def attempt(pool: Pool) -> None:
        ours = Path("/proc/self/ns/net").readlink()
        theirs = {Path(f"/proc/{pid}/ns/net").readlink() for pid in pool.pids()}
        if ours in theirs:
            pytest.skip("NO NETWORK NAMESPACES: this system does not let a process have its own")
        assert len(theirs) == len(pool.pids())

    trying(thousand, attempt)
