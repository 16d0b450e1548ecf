"""The number of a catalogue's entry: above it, `Ficha 20841`, or at the end of the page's trail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell

_ENTRY = re.compile(
    r"(?:Record|Entry|Catalogue entry|Ficha|Fiche|Notice|Datensatz|Scheda|Rekord|Karta|Registro"
    r"|Registo|Záznam|Tétel|Запись|Карточка)(?: (?:no\.?|nr\.?|n\.?º|n°|№|num\.|ID))? ?"
    r"(\d{3,10})(?: \([^()]{1,40}\))?",
    re.IGNORECASE,
)
# `Home > Energy > Item 20447`
_LAST_STEP = re.compile(
    r"[>\u203a\u00bb/|]\s+(?:Item|Record|Entry|Object|Document|Doc\.?|ID)(?: no\.?| #)? ?"
    r"(\d{4,10})\W*$",
    re.MULTILINE,
)
_TRAIL = 1500  # letters of a page within which its trail stands


def entry_numbers(text: str, found: Mapping[str, Sequence[Cell]]) -> Iterator[Cell]:
    r"""Give the number that stands above an entry, then the one with which a trail ends.

    >>> [one.text for one in entry_numbers("Home > Energy > Item 20447\n", {})]
    ['20447']
    """
    for cell in found.get("head", ()):
        if entry := _ENTRY.fullmatch(cell.text):
            yield Cell(
                entry[1],
                cell.start + entry.start(1),
                cell.start + entry.end(1),
                "number of an entry",
            )
    for step in _LAST_STEP.finditer(text[:_TRAIL]):
        yield Cell(step[1], *step.span(1), "last step of a trail")
