"""What a citation says of the volume that prints a paper, and of the site that shows it."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.citations.citedparts import Found

_NAME = (
    r"(?:[^\W\d_a-zа-я]\.[ -]?|[^\W\d_a-zа-я][\w'’-]+ )"
    r"(?:(?:de |da |von |van |di |du |[^\W\d_a-zа-я]\. ?|[^\W\d_a-zа-я][\w'’-]+ ){0,3})"
    r"[^\W\d_a-zа-я][\w'’-]+"
)
# Who edited it: `ed. Jan Orlov`, `eds. A. Bauer and Eva Dorn`.
_EDITED = re.compile(
    r"(?:(?<=[,;(.] )|(?<=\())(?:eds?\.(?: by)?|edited by|Hrsg\.(?: von)?|hrsg\. von"
    r"|hg\. v(?:on|\.)|éd\.|éditée? par|sous la direction de|a cura di|edición de|ed\. por"
    r"|org\.|oprac\.|red\.|uspoř\.|szerk\.|ред\.|сост\.) "
    rf"({_NAME}(?:(?:, | and | & | und | et | y | e | i | a | и )(?:and )?{_NAME}){{0,3}})"
    r"(?=[,;.):]|$)"
)
_EDITS = ("ed", "rsg.", "hg.", "éd", "direction", "cura", "org.", "oprac.", "uspoř.", "szerk.",
          "ред.", "сост.")  # fmt: skip
_PARTING = re.compile(r", (?:and )?| (?:and|&|und|et|y|e|i|a|и) ")
# The number that a site gives it, at the very end: `Port Library, item PL-063.`
_SHOWN = re.compile(
    r"[^\W\d_a-z][^,;:]{3,70}, (?:item|record|entry|object|document|doc\.|id|ID|no\.|number)"
    r"(?: (?:no\.?|nr\.?|id))? ((?=[\w./-]*\d)(?:[A-Z]{1,6}[-_/.])?\w[\w/-]*)\.?"
)


def editors(text: str) -> Iterator[Found]:
    """Give who edited the volume that prints a paper.

    >>> text = "In: Notes on Copper, eds. Jan Orlov and Eva Dorn, no. 3"
    >>> [text[one.start : one.end] for one in editors(text)]
    ['Jan Orlov', 'Eva Dorn']
    """
    for one in _EDITED.finditer(text) if any(map(text.__contains__, _EDITS)) else ():
        start = one.start(1)
        for part in _PARTING.finditer(text, *one.span(1)):
            yield Found("contributor", start, part.start())
            start = part.end()
        yield Found("contributor", start, one.end(1))


def shown_as(text: str, start: int, end: int) -> Found | None:
    """Read the last segment of a citation as a site's name with its own number for the paper.

    >>> text = "Port Library, item PL-063."
    >>> found = shown_as(text, 0, len(text))
    >>> text[found.start : found.end]
    'PL-063'
    """
    shown = _SHOWN.fullmatch(text, start, end)
    return Found("identifier", *shown.span(1)) if shown else None
