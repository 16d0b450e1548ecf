"""Rows of lists: several entries or labels on a line, and further groups of those present."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.words.letterwords import Announced, opening
from lod.sources.pages.words.memberwords import are_more
from lod.sources.pages.words.pageline import Line

_LINE = 70
_TABLE_RULE = re.compile(r"^\|[ :|-]*(?=\n)", re.MULTILINE)
# Several numbered entries on one line.
_NUMBERED_ROW = re.compile(r"1[.)]\s+[^\W\d_].{1,60}?(?:\s{2,}|[,;]\s+)2[.)]\s+[^\W\d_]")
_NUMBER_IN_ROW = re.compile(r"(?:(?<=\s\s)|(?<=[,;]\s))(?=\d{1,2}[.)]\s)")

# What parts a label with its value from one behind it.
_INNER, _LONGEST = re.compile(r"[.;]\s+(?=[^\W\d_a-z][^:.;\n]{2,50}:\s)"), 600
_LAST_WORD = re.compile(r"^.*[^\w-]", re.DOTALL)
_SHORTENED = frozenset(
    "gen adm prof rev amb col gov sen messrs capt maj brig cmdr com coms comr comrs cdes hon rep"
    " min sec lieut maj-gen lt-gen lt-col dipl ing mgr tov doc cde cdt genn gnn tow тов".split()
)


def labels_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Part the lines in which a second label stands behind the value of the first.

    >>> line = Line(0, 48, "Record kept by: K. Dorn. Present: J. Hora, I. Rey.")
    >>> [one.text for one in labels_apart([line._replace(end=50)])]
    ['Record kept by: K. Dorn', 'Present: J. Hora, I. Rey.']
    """
    for line in lines:
        text, lo = line.text, 0
        apart = text.count(":") > 1 and len(text) == line.end - line.start <= _LONGEST
        for one in _INNER.finditer(text) if apart and opening(text) else ():
            if opening(text[one.end() :]):
                begin, end = line.start + lo, line.start + one.start()
                yield line._replace(start=begin, end=end, text=text[lo : one.start()])
                lo = one.end()
        yield line._replace(start=line.start + lo, text=text[lo:]) if lo else line


def ends_in_rank(text: str) -> bool:
    """Tell whether words end with a rank that a stop shortens, so that no sentence ends there.

    >>> ends_in_rank("Ivan Orlov, Adm"), ends_in_rank("Ivan Orlov, Admiral")
    (True, False)
    """
    return _LAST_WORD.sub("", text).casefold() in _SHORTENED


def further(text: str) -> Announced | None:
    """Read a further group of those present, right below others: `Candidates: Orlov, Dorn`."""
    words, colon, names = text.partition(":")
    if not colon or len(words) > _LINE or not are_more(words.strip(" *_").casefold()):
        return None
    return Announced("participant", len(text) - len(names.lstrip(" *_")))


def is_numbered_row(text: str) -> bool:
    """Tell whether a line has several entries with their numbers.

    >>> is_numbered_row("1. Orlov   2. Dorn"), is_numbered_row("1. Orlov")
    (True, False)
    """
    return text[:1] == "1" and _NUMBERED_ROW.match(text) is not None


def in_row(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part an entry that holds several with their numbers: `1. Orlov   2. Dorn   3. Registry`."""
    if not _NUMBERED_ROW.match(text, start, end):
        yield start, end
        return
    marks = [one.start() for one in _NUMBER_IN_ROW.finditer(text, start, end)]
    yield from zip([start, *marks], [*marks, end], strict=True)


def gap_between(text: str, start: int, end: int) -> int:
    """Count the ends of lines between two lines; the rules of a table are none."""
    rules = _TABLE_RULE.findall(text, start, end) if "|" in text[start:end] else ()
    return text.count("\n", start, end) - len(rules)
