"""The places that a page tells beside its sentences: in labels, datelines, titles, and abroad."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.places.datelines import dated_from, dated_title
from lod.sources.pages.places.exonyms import exonyms_in
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.saidwords import words_in


def sites_of(
    cells: Mapping[str, Sequence[Cell]],
    lines: Sequence[Line],
    text: str,
    titles: Iterable[str],
    kind: Callable[[str], str],
) -> set[str]:
    """Gather names that are places wherever the page's text has them, and nobody's.

    kind: what a gazetteer knows words as.
    """
    found = {*dated_from(lines, kind), *(one.text for one in cells.get("places", ()))}
    found |= {one for title in titles for one in dated_title(title, kind)}
    for body in (*cells.get("body", ()), *cells.get("summary", ())):
        part = text[body.start : body.end] if body.start >= 0 else ""
        found |= exonyms_in(part, words_in(text))
    return found
