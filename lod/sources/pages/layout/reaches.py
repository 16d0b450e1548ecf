"""How far the value below a label reaches: with its cell, its line, its list or its text."""

from __future__ import annotations

from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.layout.labelled import is_entry
from lod.sources.pages.layout.marks import Marks
from lod.sources.pages.text.labels import Label

# Columns whose labels stand above a text; others of several paragraphs stand below it.
_ABOVE = frozenset(("citation", "credits", "language", "text_language", "summary", "title", "date"))
_NEAR, _SHORT, _WORDS = 12, 90, 4


def reach(marks: Marks, span: tuple[int, int], found: Label, *, above: bool) -> int:
    """Give the line behind the value of a label.

    span: the first line below the label, and the next that is or has a label or is the site's.
    above: no text has begun yet.
    """
    (at, stop), lines = span, marks.lines
    if lines[at - 1].kind == "term":
        while at < stop and lines[at].kind == "value":
            at += 1
        return at
    own = lines[at - 1].level
    if own:  # another heading begins another field, known or not
        heads = (n for n in range(at, stop) if lines[n].level)
        stop = next(heads, stop)
    if found.column in ("rights", "citation"):  # thanks below them are another field
        stop = next((n for n in range(at + 1, stop) if is_credit(lines[n])), stop)
    if found.column == "participants" and stop - at <= _NEAR and (own or _lists(marks, at, stop)):
        return stop
    if found.reach == "list" and stop - at <= _NEAR:
        some = (n for n in range(at, stop) if not is_entry(found, lines[n].text))
        return next(some, stop)
    whole = found.reach == "text" and _is_whole(marks, at, stop, above=above)
    return stop if whole else at + 1


def _lists(marks: Marks, at: int, stop: int) -> bool:
    """Tell whether all lines as far as another label are short: those present, by their sides."""
    closed = stop < len(marks.lines) and not marks.site[stop]
    return closed and not any(map(_is_said, (one.text for one in marks.lines[at:stop])))


def _is_said(text: str) -> bool:
    """Tell whether a line is a sentence or what somebody says."""
    return len(text) >= _SHORT or (text[-1] in ".?!:" and text.count(" ") >= _WORDS)


def _is_whole(marks: Marks, at: int, stop: int, *, above: bool) -> bool:
    """Tell whether all lines up to the next label are one value, and no text has begun."""
    if stop - at > _NEAR:
        return False
    behind = marks.labels[stop] if stop < len(marks.lines) else None
    return not above or bool(behind and behind.column in _ABOVE)
