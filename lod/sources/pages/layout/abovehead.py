"""Words of menus that are labels too (`Statistics`, `Notes`): none right above a heading."""

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.text.labels import Label
from lod.sources.pages.words.pageline import Line


def above_no_heading(labels: Sequence[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """Give the labels of lines without those that feed no column and stand right above a heading.

    So the last entry of a menu above the title of a page does not take the title for its value.

    >>> lines = [Line(0, 5, "Notes"), Line(6, 20, "Letter to Orlov", level=1)]
    >>> above_no_heading([Label("-", "line"), None], lines)
    [None, None]
    """
    below = (*lines[1:], None)
    return [
        None if two and two.level and found and _feeds_none(found) and not one.kind else found
        for found, one, two in zip(labels, lines, below, strict=False)
    ]


def _feeds_none(found: Label) -> bool:
    return found.column == "-" and found.reach != "none"
