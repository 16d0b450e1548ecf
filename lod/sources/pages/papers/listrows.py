"""Rows of lists: several numbered entries on a line, and further groups of those present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.words.letterwords import Announced
from lod.sources.pages.words.memberwords import are_more

_LINE = 70
_TABLE_RULE = re.compile(r"^\|[ :|-]*(?=\n)", re.MULTILINE)
# Several numbered entries on one line.
_NUMBERED_ROW = re.compile(r"1[.)]\s+[^\W\d_].{1,60}?(?:\s{2,}|[,;]\s+)2[.)]\s+[^\W\d_]")
_NUMBER_IN_ROW = re.compile(r"(?:(?<=\s\s)|(?<=[,;]\s))(?=\d{1,2}[.)]\s)")


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
