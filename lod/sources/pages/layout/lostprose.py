"""The text of a page that labels within it, or a site's words above it, have hidden."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.layout.marks import Marks

# A line of prose; how much of it must be lost, in how many lines; how often what was found.
_PROSE, _LEAST, _TIMES = 100, 600, 2
_ENDS = frozenset(".!?:;")
_BEFORE = 4  # values that may begin before a line and reach into it
# What labels in the head of a paper tell as well as those of a site.
_OF_PAPERS = frozenset(
    ("date", "classification", "recipient", "sender", "copy_recipient", "number", "participants",
     "marking", "signatory", "places", "subjects", "head")
)  # fmt: skip


def found_again(
    marks: Marks, cells: Mapping[str, Sequence[Cell]], top: int, bottom: int
) -> tuple[int, int]:
    """Give the first line of the text and the one behind it, where most prose stands outside.

    top, bottom: as they were found. cells: what labels, citations and headings gave. A run of
    prose that nothing explains, much longer than the text that was found, is the text, with the
    lines about it that a paper has itself.
    """
    outside = [at for at in (*range(top), *range(bottom, len(marks.lines))) if _is_prose(marks, at)]
    inside = [at for at in range(top, bottom) if _is_prose(marks, at)]
    least = max(_LEAST, _TIMES * _length(marks, inside))
    if _length(marks, outside) < least:
        return top, bottom
    told = sorted(
        (one.start, one.end)
        for column, found in cells.items() if column not in _OF_PAPERS
        for one in found
    )  # fmt: skip
    stops = {at for at in range(len(marks.lines)) if marks.site[at] or _is_told(marks, at, told)}
    runs = _runs([at for at in outside if at not in stops], stops)
    longest = max(runs, key=lambda run: _length(marks, run), default=[])
    if _length(marks, longest) < least:
        return top, bottom
    first, last = longest[0], longest[-1]
    above = max((at for at in stops if at < first), default=-1)
    below = min((at for at in stops if at > last), default=len(marks.lines))
    labelled = max((at for at in range(above + 1, first) if _announces(marks, at)), default=above)
    return labelled + 1, below


def _is_prose(marks: Marks, at: int) -> bool:
    """Tell whether a line is long and has a sentence, and is none that a site repeats."""
    text = marks.lines[at].text
    return len(text) >= _PROSE and not marks.site[at] and (text[-1] in _ENDS or ". " in text)


def _is_told(marks: Marks, at: int, told: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a line has a value that is told already; told: where they stand, in order."""
    line = marks.lines[at]
    first = bisect_left(told, (line.start, 0))
    near = told[max(first - _BEFORE, 0) : first + 1]
    return any(start < line.end and line.start < end for start, end in near)


def _runs(lost: Sequence[int], stops: set[int]) -> list[list[int]]:
    """Part the lines of prose that are lost where lines of the site stand between them."""
    runs: list[list[int]] = []
    for at in lost:
        if runs and stops.isdisjoint(range(runs[-1][-1], at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _length(marks: Marks, lines: Sequence[int]) -> int:
    return sum(len(marks.lines[at].text) for at in lines)


def _announces(marks: Marks, at: int) -> bool:
    """Tell whether a line is a label of the site: below it the paper begins."""
    found = marks.labels[at] or marks.beside[at]
    return found is not None and found.column in ("text_language", "-", "rights", "credits")
