"""Papers called by their kind, with what they are on below: `Information / on the mole`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

_TOP, _FEWEST, _LONGEST = 14, 5, 240
_SPACED, _SPACES = re.compile(r"(?:\w ){3,}\w"), re.compile(r" (?=\w(?: |$))")
_ON = (
    r"(?:über|betreffend|betr\.|zu[rm]?|on|about|of|regarding|concerning|sur|sobre|su|w sprawie"
    r"|dotycząc\w+|o|ob|о|об|по|ve věci|despre|privind)"
)
_SUBJECT = re.compile(rf"{_ON}\s[^.!?]+[^.!?,;:]$")
_ONLY_ON = re.compile(_ON)
# What services and offices call their papers, when no more stands on the line.
_KINDS = frozenset(
    """information report note assessment analysis survey overview memorandum proposal bericht
    vermerk einschätzung vorlage notiz mitteilung hinweis notatka informacja raport ocena
    informace zpráva záznam jelentés tájékoztató feljegyzés informare notă raportare справка
    записка информация доклад сводка""".split()  # noqa: SIM905 - read and extended as text
)


def kind_and_subject(body: Sequence[Line]) -> Cell | None:
    """Read a paper's kind, set apart, in capitals or alone, with what it is on below.

    >>> said = ("Berlin, 5 May 1951", "Information", "about", "the length of the mole")
    >>> lines = [Line(10 * at, 0, one) for at, one in enumerate(said)]
    >>> kind_and_subject(lines).text
    'Information about the length of the mole'
    """
    for at, line in enumerate(body[:_TOP]):
        kind = _SPACES.sub("", line.text) if _SPACED.fullmatch(line.text) else line.text
        loud = kind.isupper() and kind.isalpha() and len(kind) > _FEWEST
        if not loud and kind.casefold() not in _KINDS:
            continue
        below = [one.text for one in body[at + 1 : at + 3]]
        if len(below) > 1 and _ONLY_ON.fullmatch(below[0]):
            below = [" ".join(below)]
        if below and len(below[0]) < _LONGEST and _SUBJECT.match(below[0]):
            return Cell(f"{kind.capitalize()} {below[0]}", rule="kind and subject")
    return None
