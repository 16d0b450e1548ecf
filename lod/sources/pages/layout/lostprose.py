"""The text of a page that labels within it, or a site's words above it, have hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.layout.marks import Marks

# A line of prose; how much of it must be lost, in how many lines; how often what was found.
_PROSE, _LEAST, _FEWEST, _TIMES = 100, 600, 2, 2
_SENTENCE = re.compile(r"[^\W\d_A-Z] [^\W\d_A-Z][^.!?]*[.!?:;]")
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
    told = [
        (one.start, one.end)
        for column, found in cells.items() if column not in _OF_PAPERS
        for one in found
    ]  # fmt: skip
    stops = {
        at
        for at, line in enumerate(marks.lines)
        if marks.site[at] or any(start < line.end and line.start < end for start, end in told)
    }
    prose = [
        at
        for at, line in enumerate(marks.lines)
        if len(line.text) >= _PROSE and at not in stops and _SENTENCE.search(line.text)
    ]
    inside = sum(len(marks.lines[at].text) for at in prose if top <= at < bottom)
    lost = [at for at in prose if not top <= at < bottom]
    if sum(len(marks.lines[at].text) for at in lost) < max(_LEAST, _TIMES * inside):
        return top, bottom
    first, last = max(_runs(lost, stops), key=lambda run: _length(marks, lost, run))
    if _length(marks, lost, (first, last)) < max(_LEAST, _TIMES * inside):
        return top, bottom
    above = max((at for at in stops if at < first), default=-1)
    below = min((at for at in stops if at > last), default=len(marks.lines))
    labelled = max((at for at in range(above + 1, first) if _announces(marks, at)), default=above)
    return labelled + 1, below


def _runs(lost: Sequence[int], stops: set[int]) -> list[tuple[int, int]]:
    """Give the first and last lines of stretches of prose that nothing of the site interrupts."""
    runs: list[tuple[int, int]] = []
    for at in lost:
        if runs and not any(one in stops for one in range(runs[-1][1], at)):
            runs[-1] = runs[-1][0], at
        else:
            runs.append((at, at))
    return runs


def _length(marks: Marks, lost: Sequence[int], run: tuple[int, int]) -> int:
    return sum(len(marks.lines[at].text) for at in lost if run[0] <= at <= run[1])


def _announces(marks: Marks, at: int) -> bool:
    """Tell whether a line is a label of the site: below it the paper begins."""
    found = marks.labels[at] or marks.beside[at]
    return found is not None and found.column in ("text_language", "-", "rights", "credits")
