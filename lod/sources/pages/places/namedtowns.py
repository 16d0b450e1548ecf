"""Towns by the word that their name begins with (Puerto Montt), and those of whom a list names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lod.sources.pages.places.placenames import is_only_a_place

_WORD = r"[A-Z][^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
_HARBOURS = frozenset(
    ("puerto", "ciudad", "cidade", "punta", "ponta", "cerro", "bah\u00eda", "ba\u00eda", "laguna",
     "arroyo")
)  # fmt: skip
# Puerto Presidente Stroessner, Ciudad Trujillo, Punta del Este.
_SPANISH = re.compile(
    r"\b(?:Puerto|Ciudad|Cidade|Punta|Ponta|Cerro|Bah\u00eda|Ba\u00eda|Laguna|Arroyo)[ \u00a0]"
    rf"(?:(?:de|del|da|do|la|las|los|el|dos|das)[ \u00a0]){{0,2}}{_WORD}(?:[ \u00a0]{_WORD}){{0,2}}"
    r"(?!['\u2019-])"
)
_POSTED = re.compile(
    r"^[ \t]*(?:\d{1,3}[.)] )?(?:[^\W\d_a-z][\w.'\u2019-]* ){1,3}"
    r"(?<=[^\W\d_a-z] )(?<=[^\W\d_a-z]{3} )"
    rf"[-\u2013] ({_WORD})[ \t]*$",
    re.MULTILINE,
)


def harbours(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the Spanish and Portuguese names that begin with the word for a place; said: words.

    >>> text = "settled at Puerto Presidente Stroessner in October"
    >>> [text[slice(*one)] for one in harbours(text, 0, len(text), {"puerto"})]
    ['Puerto Presidente Stroessner']
    """
    if not _HARBOURS.isdisjoint(said):
        yield from (one.span() for one in _SPANISH.finditer(text, start, end))


def posted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the towns that stand behind names in capitals, one a line.

    >>> text = "11. Josef ORLOV - Brno"
    >>> [text[slice(*one)] for one in posted(text, 0, len(text))]
    ['Brno']
    """
    if " - " in text or " \u2013 " in text:
        found = _POSTED.finditer(text, start, end)
        yield from (one.span(1) for one in found if is_only_a_place(one[1]))
