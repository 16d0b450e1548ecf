"""The log: one JSON object a line; nothing that a client sends can begin a line of its own."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any, TextIO

import orjson

_LATER_SECONDS = 0.1
_MOST_LINES = 500


class Journal(logging.Handler):
    """Writes what is logged at once, and a line for each request with a few others.

    out: where to, None for nowhere.
    """

    def __init__(self, out: TextIO | None = None) -> None:
        super().__init__()
        self._out = out
        self._lines: list[tuple[float, dict[str, Any]]] = []
        self._second, self._time = 0, ""
        self._timer: asyncio.TimerHandle | None = None

    def request(self, said: dict[str, str], status: int, seconds: float) -> None:
        """Note a request that was answered; said: names of ours -> what is known of it."""
        if self._out is None:
            return
        what = {"level": "info", "event": "request", **said, "status": status}
        self._lines.append((time.time(), {**what, "ms": round(seconds * 1000, 1)}))
        if len(self._lines) >= _MOST_LINES:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_LATER_SECONDS, self.flush)

    def emit(self, record: logging.LogRecord) -> None:
        """Write an entry of the program, after what was noted before it."""
        said: dict[str, Any] = dict(getattr(record, "said", None) or {})
        if record.exc_info:
            said["error"] = (self.formatter or logging.Formatter()).formatException(
                record.exc_info
            )[-4000:]
        what = {"level": record.levelname.lower(), "event": record.getMessage()[:500], **said}
        self._lines.append((time.time(), what))
        self.flush()

    def flush(self) -> None:
        """Write what was noted; all at once costs less than line by line."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        lines, self._lines = self._lines, []
        if self._out is not None and lines:
            whole = [_written({"time": self._told(when), **said}) for when, said in lines]
            self._out.write("\n".join([*whole, ""]))
            self._out.flush()

    def _told(self, when: float) -> str:
        second = int(when)
        if second != self._second:
            self._second = second
            self._time = time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(second))
        return self._time


def _written(said: dict[str, Any]) -> str:
    """Write as JSON in ASCII: a terminal obeys some other characters too."""
    try:
        text = orjson.dumps(said)
    except (TypeError, ValueError):  # half of a pair of surrogates, say
        return json.dumps(said)
    return text.decode() if text.isascii() and b"\x7f" not in text else json.dumps(said)
