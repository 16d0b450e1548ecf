"""Everyday words that are labels because they stand among others: To, ID, Sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lod.sources.pages.text.labels import Label
from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Line

_LONGEST, _VALUE, _SURE = 30, 120, 2
# What stands above a text and names it, below all labels.
_HEADS = frozenset(("title", "text_language", "form", "type"))


def among_labels(labels: Sequence[Label | None], lines: Sequence[Line]) -> list[Label | None]:
    """Read everyday words for labels in a run of labels, each with its one value below it.

    Two of the run must be labels wherever they stand.

    >>> texts = ("Language", "Czech", "To", "Jan Orlov", "Record ID", "4711")
    >>> lines = [Line(n, n, text) for n, text in enumerate(texts)]
    >>> known = [Label("language", "line"), None, None, None, Label("identifier", "line"), None]
    >>> among_labels(known, lines)[2].column
    'recipient'
    """
    found, at = list(labels), 0
    while at < len(lines):
        run = list(_run(found, lines, at))
        if len(run) > _SURE and sum(found[one] is not None for one in run) >= _SURE:
            for one in run:
                found[one] = found[one] or _label(lines[one])
        at = run[-1] + 1 if run else at + 1
    return found


def _run(labels: Sequence[Label | None], lines: Sequence[Line], at: int) -> Iterator[int]:
    """Give the lines that are labels, or may be, from one on, a value between each two."""
    while at + 1 < len(lines) and labels[at + 1] is None and len(lines[at + 1].text) <= _VALUE:
        if labels[at] is None and _everyday(lines[at]) is None:
            return
        yield at
        at += 2


def _label(line: Line) -> Label | None:
    word = _everyday(line)
    said = line.text.rstrip(":\uff1a").casefold().strip()
    return Label(word.column, word.reach, word=said) if word else None


def _everyday(line: Line) -> FieldWord | None:
    text = line.text.rstrip(":\uff1a")
    if line.kind or len(text) > _LONGEST or not text[:1].isupper():
        return None
    word = field_word(text)
    if word is None or word.column in _HEADS or word.reach == "contents":
        return None
    return word if word.paired else None
