"""A row of labels above the row of their values, with bars, dots or gaps between them.

`Date · Type · Language` above `5 May 1951 · Letter · Russian`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.sitewords import is_menu_word

_BETWEEN = re.compile(r"\s+[|\u00b7\u2022]\s+|[ \u00a0]{2,}|\t+")
_BARS = ("|", "\u00b7", "\u2022", "  ", "\t")
_FEWEST, _LONGEST, _LABEL = 3, 400, 40


def under(text: str, lines: list[Line]) -> list[Line]:
    r"""Pair the labels of a row with what stands in the row below it, each with its place.

    >>> rows = ["Date | Type | Language", "May 1951 | Letter | Czech"]
    >>> [one.text for one in under("\n".join(rows), [Line(0, len(row), row) for row in rows])]
    ['Date', 'May 1951', 'Type', 'Letter', 'Language', 'Czech']
    """
    if not any(map(text.__contains__, _BARS)):
        return lines
    rows, found, at = list(map(_parts, lines)), list[Line](), 0
    while at < len(lines):
        pairs = _paired(*rows[at : at + 2]) if rows[at] and at + 1 < len(lines) else []
        found += pairs or [lines[at]]
        at += 2 if pairs else 1
    return found


def _paired(labels: Sequence[Line], values: Sequence[Line]) -> list[Line]:
    if len(values) != len(labels) or not all(_is_label(one.text) for one in labels):
        return []
    if any(is_menu_word(one.text) or _is_label(one.text) for one in values):
        return []
    found = list[Line]()
    for term, value in zip(labels, values, strict=True):
        found += [term._replace(kind="term"), value._replace(kind="value")]
    return found


def _parts(line: Line) -> list[Line]:
    """Cut a row at its bars or gaps; nothing where it has fewer than three parts."""
    text = line.text
    if line.kind or len(text) > _LONGEST or not any(map(text.__contains__, _BARS)):
        return []
    bounds = [0, *(place for bar in _BETWEEN.finditer(text) for place in bar.span()), len(text)]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    if len(parts) < _FEWEST:
        return []
    return [Line(line.start + lo, line.start + hi, text[lo:hi]) for lo, hi in parts]


def _is_label(text: str) -> bool:
    return len(text) <= _LABEL and field_word(text.strip("*_")) is not None
