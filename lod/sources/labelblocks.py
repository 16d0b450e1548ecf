"""Labels that stand together in one block above, or beside, the block of their values."""

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.citedparts import DATE_LINE
from lod.sources.fieldwords import FieldWord, field_word
from lod.sources.pageline import Line

_FEWEST = 4


def unstacked(lines: list[Line]) -> list[Line]:
    """Pair known labels that follow each other with as many values that follow all of them.

    Where one of them is a date the value in its place must be one: of labels without values, and
    prose below them, nothing is paired.

    >>> texts = ("Date", "Language", "Translator", "Source", "5 May 1951", "Czech", "A. Hora", "X")
    >>> found = unstacked([Line(0, len(one), one) for one in texts])
    >>> [one.text for one in found[:4]]
    ['Date', '5 May 1951', 'Language', 'Czech']
    """
    found, at = list[Line](), 0
    while at < len(lines):
        words = _labels(lines, at)
        if pairs := _pairs(lines, at, words):
            found += pairs
            at += len(pairs)
        else:
            stop = at + max(len(words), 1)
            found += lines[at:stop]
            at = stop
    return found


def _labels(lines: Sequence[Line], at: int) -> list[FieldWord]:
    """Give what the lines from one on announce, as far as each is a known label alone."""
    words = list[FieldWord]()
    for line in lines[at:]:
        word = None if line.kind or line.level else field_word(line.text)
        if word is None:
            break
        words.append(word)
    return words


def _pairs(lines: Sequence[Line], at: int, words: Sequence[FieldWord]) -> list[Line]:
    """Give labels, each with its value; none where the lines below are not their values."""
    count = len(words)
    values = lines[at + count : at + 2 * count]
    if count < _FEWEST or len(values) < count or any(one.kind or one.level for one in values):
        return []
    dates = [one for word, one in zip(words, values, strict=True) if word.column == "date"]
    if not dates or not all(DATE_LINE.fullmatch(one.text) for one in dates):
        return []
    return [
        part
        for term, value in zip(lines[at : at + count], values, strict=True)
        for part in (term._replace(kind="term"), value._replace(kind="value"))
    ]
