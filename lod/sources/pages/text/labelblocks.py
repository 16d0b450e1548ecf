"""Labels that stand together in one block above, or beside, the block of their values."""

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Line

_FEWEST, _LONGEST, _SENTENCE = 3, 40, 60
_IN_SENTENCES = frozenset(("citation", "credits", "reference", "rights", "summary"))


def unstacked(lines: list[Line]) -> list[Line]:
    """Pair known labels that follow each other with as many values that follow all of them.

    Where one of them is a date the value in its place must be one: of labels without values, and
    prose below them, nothing is paired.

    >>> texts = ("Date", "Language", "Translator", "Source", "5 May 1951", "Czech", "A. Hora", "X")
    >>> found = unstacked([Line(0, len(one), one) for one in texts])
    >>> [one.text for one in found[:4]]
    ['Date', '5 May 1951', 'Language', 'Czech']
    """
    words = [
        None if line.kind or line.level or len(line.text) > _LONGEST else field_word(line.text)
        for line in lines
    ]
    if len(words) - words.count(None) < _FEWEST:
        return lines
    found, at = list[Line](), 0
    while at < len(lines):
        known = list[FieldWord]()
        while at + len(known) < len(lines) and (word := words[at + len(known)]):
            known.append(word)
        pairs = _pairs(lines, at, known)
        found += pairs or lines[at : at + max(len(known), 1)]
        at += len(pairs) or max(len(known), 1)
    return found


def _is_prose(word: FieldWord, value: Line) -> bool:
    """Tell whether a sentence stands where a label announces none."""
    said = len(value.text) > _SENTENCE and value.text.endswith((".", "!", "?"))
    return said and word.column not in _IN_SENTENCES


def _pairs(lines: Sequence[Line], at: int, words: Sequence[FieldWord]) -> list[Line]:
    """Give labels, each with its value; none where the lines below are not their values."""
    count = len(words)
    values = lines[at + count : at + 2 * count]
    if count < _FEWEST or len(values) < count or any(one.kind or one.level for one in values):
        return []
    dates = [one for word, one in zip(words, values, strict=True) if word.column == "date"]
    if not dates or not all(DATE_LINE.fullmatch(one.text) for one in dates):
        return []
    if any(map(_is_prose, words, values)):
        return []
    return [
        part
        for term, value in zip(lines[at : at + count], values, strict=True)
        for part in (term._replace(kind="term"), value._replace(kind="value"))
    ]
