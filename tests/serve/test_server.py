"""The server as a process of its own: how it ends, and what it logs."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from lod.serve.spool import Spools, sweep
from tests.datasets import ROOT
from tests.serve.browsers import program

SECOND = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"


@pytest.fixture
def process(thousand: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start the server as an operator does; give its process and address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    dataset = ROOT / "datasets" / "sample"
    command = ["serve", str(dataset), "--output", str(thousand), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        started = subprocess.Popen([sys.executable, "-m", "lod", *command], stderr=log)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 60
    while time.monotonic() < until and not _answers(address):
        time.sleep(0.1)
    yield started, address
    started.kill()
    started.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health", timeout=20).status_code == 200
    except httpx.TransportError:
        return False


def test_where_it_listens_is_told_to_machines_on_stdout(thousand: Path) -> None:
    sample = ROOT / "datasets" / "sample"
    words = ["serve", str(sample), "--output", str(thousand), "--port", "0", "--json"]
    command = [sys.executable, "-m", "lod", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
        assert started.stdout is not None
        told = json.loads(started.stdout.readline())
        answers = _answers(told["address"].rstrip("/"))
        started.kill()
    assert told["folder"] == str(thousand)
    assert answers


def test_what_has_begun_is_answered_before_the_server_ends(
    process: tuple[subprocess.Popen[bytes], str],
) -> None:
    started, address = process
    answers = list[httpx.Response]()

    def ask() -> None:
        answers.append(httpx.get(f"{address}/sparql", params={"query": SECOND}, timeout=60))

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.3)
    started.send_signal(signal.SIGTERM)
    asking.join()
    assert [one.status_code for one in answers] == [200]
    # uvicorn ends by the signal that it was sent, once all is answered.
    assert started.wait(30) in (0, -signal.SIGTERM)


def test_a_request_is_one_line_of_the_log_whatever_it_says(
    process: tuple[subprocess.Popen[bytes], str], tmp_path: Path
) -> None:
    started, address = process
    query = 'ASK {}\n{"event": "forged"}\r\x1b[31m\u2028'
    httpx.get(f"{address}/sparql", params={"query": query}, headers={"User-Agent": "a\tb"})
    httpx.get(f"{address}/doc/%0d%0aforged")
    started.terminate()
    started.wait()
    lines = (tmp_path / "log").read_bytes().splitlines()
    entries = [json.loads(line) for line in lines if line.startswith(b"{")]
    assert not any(one["event"] == "forged" for one in entries)
    assert any(one.get("query") == query for one in entries)
    assert all(b"\x1b" not in line for line in lines)


def test_what_a_killed_server_left_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept, left = Spools(), tmp_path / "lod-serve-left"
    left.mkdir()
    (left / "1").write_text("an answer that nobody reads", "utf-8")
    sweep()
    assert [one.name for one in tmp_path.glob("lod-serve-*")] == [Path(kept.name()).parent.name]
    kept.close()


def test_the_unit_of_the_guide_is_one_for_systemd(tmp_path: Path) -> None:
    verify = program("systemd-analyze")
    text = (ROOT / "docs" / "operate.md").read_text("utf-8")
    unit = text.partition("```ini\n")[2].partition("```")[0]
    file = tmp_path / "letters.service"
    file.write_text(unit.replace("/opt/lod/bin/lod", sys.executable), "utf-8")
    told = subprocess.run([verify, "verify", str(file)], capture_output=True, text=True)
    assert (told.returncode, "letters.service" in told.stderr) == (0, False), told.stderr
