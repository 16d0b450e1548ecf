"""Bodies with set names, and those that form or company tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


def _bodies(tmp_path: Path, said: str) -> set[str]:
    text = f"# Report on the Harbour\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n"
    record = page(tmp_path, text, "a.md").record
    return {one.name for one in record.agents if one.kind == "group"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It came from the First Main Directorate.", {"First Main Directorate"}),
        ("The Second Chamber and the House of Lords sat.", {"Second Chamber", "House of Lords"}),
        ("The High Level Group met.", {"High Level Group"}),
        ("The Cabinet of the President of the Republic wrote.",
         {"Cabinet of the President of the Republic"}),
        ("Its head was: CHANCELLERY OF THE PRIME MINISTER, and no more.",
         {"CHANCELLERY OF THE PRIME MINISTER"}),
        ("He asked the Office of the Chairman.", {"Office of the Chairman"}),
        ("The Union of Soviet Writers wrote.", {"Union of Soviet Writers"}),
        ("The Polish Ocean Lines sent two ships.", {"Polish Ocean Lines"}),
        ("He has no support outside EOKA-B.", {"EOKA-B"}),
        ("He spoke with Batista, of NUCLEBRAS.", {"NUCLEBRAS"}),
        ("He went to the US Embassy.", {"US Embassy"}),
        ("A senator said that Congress would not agree.", {"Congress"}),
        ("The delegates of the Congress sang.", set()),
        ("The Asian-African Conference opened.", set()),
        ("He stood in the second chamber of the tomb.", set()),
    ],
)  # fmt: skip
def test_bodies_are_told_by_their_set_names(tmp_path: Path, said: str, found: set[str]) -> None:
    assert _bodies(tmp_path, said) == found
