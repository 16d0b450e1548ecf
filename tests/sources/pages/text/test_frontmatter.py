"""Front matter above a Markdown text: lists, values over lines, keys below keys."""

from __future__ import annotations

from pathlib import Path

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

FRONT = """---
title: "Letter on the Harvest"
author(s): Jan Orlov
translator:
  - Karl Hassan
  - Ruth Larsen
summary: >
  The paper tells of the harvest and of the coal
  that was not delivered.
archive:
  name: AVPRF
  reference: f. 5, op. 2, d. 3
date: 1955-05-04
---
"""


def test_lists_and_keys_below_keys_of_front_matter_are_read(tmp_path: Path) -> None:
    found = page(tmp_path, f"{FRONT}\n# Letter on the Harvest\n\n{PROSE}\n", "a.md")
    assert found.role("translator") == ["Karl Hassan", "Ruth Larsen"]
    assert "Jan Orlov" in found.role("author") + found.role("creator")
    assert [one.value for one in found.record.title] == ["Letter on the Harvest"]
    (reference,) = found.record.reference
    assert (reference.archive, dict(reference.parts)["delo"]) == ("avprf", "3")
    told = " ".join(one.value for one in found.record.abstract)
    assert "harvest and of the coal" in told
    assert "not delivered" in told
