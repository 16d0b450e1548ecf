"""What all tests share: data, datasets, the command line, a network that ends at this machine."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lod.cli import main
from tests.datasets import SHARED, CommandLine, Ran, begin

# No test is timed: other work on the machine would decide about it.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

LOOPBACK = {"127.0.0.1", "::1", "localhost", None}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of seeds, gold and standards; its tests are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("SHARED DATA MISSING: this test reads ../shared, which is not there")
    return SHARED


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Give the folder of a new dataset of two letters; its releases go to `output` beside it."""
    return begin(tmp_path / "letters")


@pytest.fixture
def lod(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give the command line, run in this process with `tmp_path` as the current folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["lod", *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture(scope="session", autouse=True)
def closed_network() -> Iterator[None]:
    """Let no test reach another machine, by name or by address."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connecting(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as in the library
        _refuse_others(address[0] if isinstance(address, tuple) else None)
        connect(self, address)

    def looking_up(host: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - as in the library
        _refuse_others(host)
        return look_up(host, *args, **named)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "connect", connecting)
        patched.setattr(socket, "getaddrinfo", looking_up)
        yield


def _refuse_others(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in LOOPBACK:
        pytest.fail(f"a test wants to reach {name}")
