"""Papers called by their kind, with what they are on below: `Information / on the mole`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

_TOP, _FEWEST, _LONGEST, _WORDS = 14, 5, 240, 3
_SPACED, _SPACES = re.compile(r"(?:\w ){3,}\w"), re.compile(r" (?=\w(?: |$))")
_ON = (
    r"(?:über|betreffend|betr\.|zu[rm]?|on|about|of|regarding|concerning|sur|sobre|su|w sprawie"
    r"|dotycząc\w+|o|ob|о|об|по|ve věci|despre|privind)"
)
_SUBJECT = re.compile(rf"(?i:{_ON})\s(?!\d)[^.!?]+[^.!?,;:]$")
_ONLY_ON = re.compile(_ON)
# What an editor says of the word behind it: `INFORMATION MEMORANDUM [dokladnaya zapiska]`.
_GLOSSED = re.compile(r"\s?\[[^\[\]]{3,60}\]$")
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
        kind = _kind(line.text)
        if not kind:
            continue
        below = [one.text for one in body[at + 1 : at + 3]]
        if len(below) > 1 and _ONLY_ON.fullmatch(below[0]):
            below = [" ".join(below)]
        if below and len(below[0]) < _LONGEST and _SUBJECT.match(below[0]):
            subject = below[0][0].lower() + below[0][1:]
            return Cell(f"{kind} {subject}", rule="kind and subject")
    return None


def with_kind(lines: Sequence[Line], title: Cell) -> Cell | None:
    """Give a title that says only what a paper is on with its kind, from the line above it."""
    if title.start < 0 or not _SUBJECT.match(title.text):
        return None
    above = next((one for one in reversed(lines) if one.end <= title.start), None)
    if not above or not (kind := _kind(above.text)):
        return None
    text = f"{kind} {title.text[0].lower()}{title.text[1:]}"
    return Cell(text, above.start, title.end, "kind and subject")


def _kind(text: str) -> str:
    """Give the words of a line that is nothing but what offices call a paper, "" of any other.

    >>> [_kind(one) for one in ("I n f o r m a t i o n", "SPECIAL REPORT [doklad]", "Venta")]
    ['Information', 'Special report', '']
    """
    kind = _SPACES.sub("", text) if _SPACED.fullmatch(text) else text
    kind = _GLOSSED.sub("", kind) if kind[-1:] == "]" else kind
    words = kind.split(None, _WORDS)
    if not 0 < len(words) <= _WORDS or not "".join(words).isalpha():
        return ""
    known = words[-1].casefold() in _KINDS
    if len(words) == 1:
        loud = kind.isupper() and len(kind) > _FEWEST
        return kind.capitalize() if loud or known else ""
    return kind.capitalize() if known and kind.isupper() else ""
