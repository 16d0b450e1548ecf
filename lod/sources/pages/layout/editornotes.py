"""Notes of editors below a paper: where they begin, and the one that says where the paper lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources import Cell
from lod.sources.pages.citations.citation import source_note
from lod.sources.pages.citations.sourceline import is_source_line
from lod.sources.pages.words.pageline import Line

_MOST, _PROSE, _WRAPPED, _FEW = 80, 90, 45, 3
_NEAR_END = 25
_OPENS = frozenset("([1\u00b9S")
_LETTERED = r"\[\^(?:1|a|i|\*|fn1|n1|note1)\]"
# The first of them: `(1) Not printed.`, `1 Received in Bern.`; FRUS begins with the source.
_FIRST = re.compile(
    rf"(?:\(1\)|\[1\]|{_LETTERED}:|1\.?|\u00b9|Source: (?=[^\n]*\d))"
    r"\s*(?=[^\W\d_]|['\"\u2018\u201c\[])"
)
# What refers to it in the text: `my telegram No. 1774.(1)`.
_REFERRED = re.compile(
    r"(?<=[\w.,;:!?)\]\u201d\"'\u2019])(?:(?<=[^\s\d]) ?\[1\]|(?<=\D)\(1\)|\u00b9"
    rf"|{_LETTERED})(?!\w)"
)
_MARKS = ("(1)", "[1]", "\u00b9", "[^")
_RULE = re.compile(r"^[ \t]*(?:[-_*=\u2014][ \t]?){3,}$", re.MULTILINE)


def notes_from(text: str, lines: Sequence[Line]) -> int:
    r"""Give the line with which notes below a paper begin, the number of lines where none do.

    text: of the page. A first note stands below a rule, or the paper refers to it.

    >>> text = "He left for Bern today, as I learn from his own secretary.(1)\n(1) By train."
    >>> notes_from(text, [Line(0, 61, text[:61]), Line(62, 75, text[62:])])
    1
    """
    for at in range(len(lines) - 1, max(len(lines) - _MOST, 1) - 1, -1):
        line = lines[at]
        first = _FIRST.match(line.text) if line.text[0] in _OPENS and not line.kind else None
        if first and _is_first(text, lines, at, first[0].rstrip()):
            return at
    return len(lines)


def _is_first(text: str, lines: Sequence[Line], at: int, mark: str) -> bool:
    above = lines[:at]
    long = sum(len(one.text) >= _WRAPPED for one in above)
    if long < _FEW and not any(len(one.text) >= _PROSE // 2 for one in above):
        return False
    if mark.startswith("Source"):
        return any(len(one.text) >= _PROSE for one in above) and bool(source_note(lines[at].text))
    whole = lines[0].start, above[-1].end
    marked = any(text.find(one, *whole) >= 0 for one in _MARKS)
    if marked and _REFERRED.search(text, *whole):
        return True
    ruled = _RULE.search(text, above[-1].end, lines[at].start) is not None
    return ruled and not mark.endswith(".")


def sources(text: str, lines: Sequence[Line]) -> Iterator[tuple[str, Cell]]:
    """Give what notes below a paper say of where it lies and how secret it is: columns, cells."""
    for line in lines[notes_from(text, lines) :]:
        for part in source_note(line.text):
            lo, hi = line.start + part.start, line.start + part.end
            yield part.column, Cell(" ".join(text[lo:hi].split()), lo, hi, "source note")


def shelved_below(lines: Sequence[Line]) -> Iterator[tuple[str, Cell]]:
    """Give the only line near the end of a page that is an archive and a place in it: column, cell.

    lines: of the page. Editions print it below the text, their notes below it.
    """
    found = [line for line in lines[-_NEAR_END:] if is_source_line(line.text)]
    for part in source_note(found[0].text) if len(found) == 1 else ():
        if part.column == "reference":
            lo, hi = found[0].start + part.start, found[0].start + part.end
            said = found[0].text[part.start : part.end]
            yield part.column, Cell(said, lo, hi, "archive and place below the text")
