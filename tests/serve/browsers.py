"""What tests in a real browser need, and how they say that it is not there."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Error, Page, Request

from tests.datasets import ROOT

_STANDARDS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
TOOLS = ROOT / "build" / "npm" / "node_modules"


def program(*names: str) -> str:
    """Find a program by any of its names; skips the test where there is none."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"PROGRAM MISSING: this test runs {names[0]}; .ci/run installs it")


def tool(*parts: str) -> Path:
    """Find a file of a tool from npm; skips the test where it is not installed."""
    found = TOOLS.joinpath(*parts)
    if not found.exists():
        pytest.skip(f"TOOL MISSING: this test reads {'/'.join(parts)}; .ci/run installs it")
    return found


@dataclass
class Watch:
    """What a page should never do: complain on the console, or ask another machine."""

    host: str
    said: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def on(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        ours = any(text in message.text for text in self.expected)
        if message.type in ("error", "warning") and not ours:
            self.said.append(f"{message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.said.append(f"error: {error}")

    def _dialog(self, dialog: Dialog) -> None:
        self.said.append("dialog")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.host, "data:", "blob:")):
            self.said.append(f"asked {request.url}")


def violations(page: Page, *rules: str) -> list[str]:
    """Have axe look at a page: for WCAG 2.2 AA and good practice, or only by some rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(tool("axe-core", "axe.min.js").read_text("utf-8"))
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else _STANDARDS
    found: dict[str, Any] = page.evaluate("how => axe.run(document, how)", only)
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]
    ]
