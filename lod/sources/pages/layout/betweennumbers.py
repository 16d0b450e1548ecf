"""The number of a document by those of the ones before and behind it, between which sites lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell

_WORD = r"(?:[^\W\d_]{1,10}\.? ?)?(?:\u2116|[Nn][or]\.)? ?"
# `<< 213`, `[ <- No. 70 ]`, `« Dok. 161 Talk with Rusk`
_BEFORE = re.compile(
    rf"(?:<<|\u00ab|<-|\u2190|\u2039|\b(?:Previous|Prev)\b:?) {{0,3}}{_WORD}(\d{{1,5}})\b"
)
# `215 >>`, `[ No. 72 -> ]`
_BEHIND = re.compile(
    r"(?<![\d/.-])(\d{1,5}) {0,3}(?:>>|\u00bb|->|\u2192|\u203a)"
    rf"|\bNext\b:? {{0,3}}{_WORD}(\d{{1,5}})\b"
)
_MARKS = ("<<", "\u00ab", "<-", "\u2190", "\u2039", "Prev")
_OWN = re.compile(rf"(?:^|[|\u00b7>]\s*){_WORD}(\d{{1,5}})\s*(?=$|[|\u00b7])", re.MULTILINE)


def between_numbers(text: str, aside: str, found: Mapping[str, Sequence[Cell]]) -> Iterator[Cell]:
    r"""Give the number on a page that leads to the one before and to the one behind it.

    text: of the page. aside: of its menus and foot. found: what labels and headings tell.

    >>> [one.text for one in between_numbers("Doc. 214 | << 213   215 >>", "", {})]
    ['214']
    >>> [one.text for one in between_numbers("214", "<< 1 2 3 >>", {})]
    []
    """
    whole = f"{text}\n{aside}"
    if not any(map(whole.__contains__, _MARKS)):
        return
    before = {int(one[1]) for one in _BEFORE.finditer(whole)}
    behind = {int(one[1] or one[2]) for one in _BEHIND.finditer(whole)}
    between = {one + 1 for one in before if one + 2 in behind}
    if len(between) != 1:
        return
    for cell in (*found.get("head", ()), *found.get("number", ())):
        if (own := _OWN.fullmatch(cell.text.strip())) and int(own[1]) in between:
            start = cell.start + cell.text.index(own[1])
            yield Cell(own[1], start, start + len(own[1]), "between two numbers")
    for own in _OWN.finditer(text):
        if int(own[1]) in between:
            yield Cell(own[1], *own.span(1), "between two numbers")
