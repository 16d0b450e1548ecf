"""The log: one JSON object a line; nothing that a client sends can begin a line of its own."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any, TextIO

_LATER_SECONDS = 0.1
_MOST_LINES = 500


class Journal(logging.Handler):
    """Writes what is logged at once, and a line for each request with a few others.

    out: where to, None for nowhere.
    """

    def __init__(self, out: TextIO | None = None) -> None:
        super().__init__()
        self._out = out
        self._lines: list[str] = []
        self._second, self._time = 0, ""
        self._timer: asyncio.TimerHandle | None = None

    def request(self, said: dict[str, str], status: int, seconds: float) -> None:
        """Note a request that was answered; said: names of ours -> what is known of it."""
        if self._out is None:
            return
        words = ", ".join([f'"{name}": {json.dumps(text)}' for name, text in said.items()])
        number = f'"status": {status}, "ms": {seconds * 1000:.1f}'
        self._lines.append(f"{self._head('info', 'request')}, {words}, {number}}}\n")
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
        words = "".join(f", {json.dumps(name)}: {json.dumps(what)}" for name, what in said.items())
        head = self._head(record.levelname.lower(), record.getMessage()[:500])
        self._lines.append(f"{head}{words}}}\n")
        self.flush()

    def flush(self) -> None:
        """Write what was noted."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        lines, self._lines = self._lines, []
        if self._out is not None and lines:
            self._out.write("".join(lines))
            self._out.flush()

    def _head(self, level: str, event: str) -> str:
        now = int(time.time())
        if now != self._second:
            self._second = now
            self._time = time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(now))
        return f'{{"time": "{self._time}", "level": "{level}", "event": {json.dumps(event)}'
