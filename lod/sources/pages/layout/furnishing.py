"""What of a page is a label or the site's own, and by which rule."""

from __future__ import annotations

from lod.sources.pages.layout import textstart
from lod.sources.pages.layout.marks import Marks


def furnished(marks: Marks, at: int, *, numbered: bool, below: bool) -> tuple[int, str] | None:
    """Say where what is no content ends on a line, and why; None for a line that has content only.

    numbered: it is the number in a collection. below: it stands below the site's menus.
    """
    line = marks.lines[at]
    if marks.site[at]:
        return line.end, "recurs in the collection" if marks.recurs[at] else "navigation"
    if marks.labels[at]:
        return line.end, "label"
    if beside := marks.beside[at]:
        said = textstart.TRANSLATED.match(line.text, beside.start - line.start)
        return line.start + said.end() if said else beside.start, "label"
    if said := textstart.TRANSLATED.match(line.text):
        return line.start + said.end(), "label"
    if numbered:
        return line.end, "number in a collection"
    return (line.end, "below navigation") if below else None
