"""Labels that nobody knows, in a block where labels and their values stand in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lod.sources.pages.text.labels import Label
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.fieldwords import field_word

_REACHES = frozenset(("line", "list", "contents"))
_LONGEST = 90


def labels_in_turn(
    text: str, lines: Sequence[Line], labels: Sequence[Label | None]
) -> Iterator[tuple[int, Label]]:
    """Give lines that stand as labels do, two below one and two above another, and what they say.

    labels: of lines that are nothing but a label; what is given is seen by the lines behind it if
    it is put among them.
    """
    for at in range(2, len(lines) - 2):
        above, below = labels[at - 2], labels[at + 2]
        if above is None or below is None or not {above.reach, below.reach} <= _REACHES:
            continue
        five = lines[at - 2 : at + 3]
        free = not (labels[at] or labels[at - 1] or labels[at + 1])
        short = all(len(one.text) < _LONGEST and not one.kind for one in five)
        marked = lines[at - 2].text.endswith(":") or lines[at - 2].level != lines[at].level
        if free and short and not marked and not _has_gap(text, five):
            column = found.column if (found := field_word(lines[at].text)) else "-"
            yield at, Label(column, "line", word=lines[at].text.casefold())


def _has_gap(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether an empty line stands between two of some lines."""
    return any(text.count("\n", one.end, two.start) > 1 for one, two in pairwise(lines))
