"""Limits that an operator sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.errors import UsageError
from lod.serve import limits
from lod.serve.budget import Budget
from lod.serve.limits import Limits


def test_what_a_file_leaves_out_keeps_its_default(tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text("[limits]\nquery_seconds = 3\nqueue = 4\n", "utf-8")
    assert limits.read(file) == Limits(query_seconds=3.0, queue=4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nseconds = 3", "unknown limit 'seconds'"),
        ("[limits]\nqueue = 0", "no positive number"),
        ("[limits]\nqueue = 'x'", "no positive number"),
        ("[limits", "cannot read"),
    ],
)
def test_a_wrong_limit_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=said):
        limits.read(file)


def test_a_budget_grows_again() -> None:
    now = [0.0]
    budget = Budget(1.0, 2.0, clock=lambda: now[0])
    budget.spend("a", 5.0)
    assert budget.wait("a") == 3
    now[0] = 3.5
    assert budget.wait("a") == 0
