"""Runs the command line, and stops it at a named point: python -m tests.end_to_end.stopped.

Words: the point, the signal (`KILL`, `INT`), then those of the command.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from lod import cli
from lod.pipeline import way
from lod.publish import release


class Point(NamedTuple):
    """A moment of a run: when the first call of a function begins, or when it has ended."""

    owner: Any
    name: str
    ended: bool = False


ASSEMBLE = sys.modules["lod.pipeline.assemble"]
FINISH = sys.modules["lod.pipeline.finish"]
STAGES = ("read", "harvest", "match", "map", "store", "rules", "switch")
POINTS = {
    "dumps": Point(ASSEMBLE, "write_dumps"),
    "checksums": Point(FINISH, "_others"),
    "register written": Point(way, "put", ended=True),
    "all on disk": Point(release, "sync_tree", ended=True),
    "release moved": Point(Path, "rename", ended=True),
    "link made": Point(Path, "symlink_to", ended=True),
    "link renamed": Point(release.Releases, "_point", ended=True),
}


def main() -> None:
    """Run a command that ends itself at the point."""
    _, where, how, *words = sys.argv
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell says `&`
    stop = _stopper(signal.Signals[f"SIG{how}"])
    if where in STAGES:
        cli.Bar.__call__ = _at_stage(where, stop)  # type: ignore[method-assign]
    else:
        point = POINTS[where]
        setattr(point.owner, point.name, _at_call(point, stop))
    sys.argv = ["lod", *words]
    cli.main()


def _stopper(how: signal.Signals) -> Callable[[], None]:
    def stop() -> None:
        os.kill(os.getpid(), how)

    return stop


def _at_stage(stage: str, stop: Callable[[], None]) -> Callable[..., None]:
    def told(_: cli.Bar, name: str, done: int, total: int | None) -> None:
        if name == stage:
            stop()

    return told


def _at_call(point: Point, stop: Callable[[], None]) -> Callable[..., Any]:
    real = getattr(point.owner, point.name)

    def called(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any function
        if not point.ended:
            stop()
        answer = real(*args, **named)
        stop()
        return answer

    return called


if __name__ == "__main__":
    main()
