"""Values that are left open: a mapping may place them in terms, but never look into them.

A mapping that is run on a record with holes gives the triples of every record of that shape
(`lod/mapping/shape.py`, `lod/publish/template.py`). That is right only if the mapping treats what
is in the holes alike, so a hole is no text: to compare it with one, to search, cut or format it
is an error, and a mapping that tries is run record by record as before.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, NoReturn

from lod.lazily import regex

# Part of an IRI that is spelled the same everywhere; a literal's text; a whole address.
HoleKind = Literal["plain", "text", "address"]
_MARK = "hOLe{}{:03}e"
MARKED = regex(r"hOLe([pltr])(\d{3})e")
# How many values a record may leave open: a mark has three digits, and some are for other things.
MOST = 900
# What is known of a block only when it is written, behind the values of its record: the run that
# gave it its content, and the day.
STAMPED = ("run", "modified")
# What a mark begins with: text that has this by chance cannot be told from one.
SIGN = "hOLe"


class OpenError(TypeError):
    """A mapping looks into a value that is left open."""


class Slot(NamedTuple):
    """One open value: its kind, and its place among the values of a record."""

    kind: HoleKind
    place: int


class Hole:
    """Text with open places; only joining it to other text makes sense.

    >>> title = Hole((Slot("text", 3),))
    >>> (title + " (1951)").marked("l")
    'hOLel003e (1951)'
    >>> title == "Telegram"
    Traceback (most recent call last):
    lod.holes.OpenError: a value that is left open is compared with 'Telegram'
    """

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[str | Slot, ...]) -> None:
        self.parts = parts

    def __add__(self, other: str | Hole) -> Hole:
        return Hole((*self.parts, *_parts(other)))

    def __radd__(self, other: str) -> Hole:
        return Hole((other, *self.parts))

    def __eq__(self, other: object) -> bool:
        # Two open values of one kind differ: equal values share a hole.
        if isinstance(other, Hole):
            same: bool = self.parts == other.parts
            if same or len(self.parts) == len(other.parts) == 1:
                return same
        raise OpenError(f"a value that is left open is compared with {other!r}")

    def __hash__(self) -> int:
        return hash(self.parts)

    def __bool__(self) -> bool:
        return True

    def __format__(self, spec: str) -> NoReturn:
        raise OpenError("a value that is left open is formatted; join it with +")

    def __repr__(self) -> str:
        return f"<hole {self.parts!r}>"

    def marked(self, place: Literal["l", "t"], *, escape: re.Pattern[str] | None = None) -> str:
        """Write the text with a mark for each open value; place: a literal or an IRI (`t`)."""
        for part in self.parts:
            if isinstance(part, str) and (SIGN in part or (escape and escape.search(part))):
                raise OpenError(f"text beside a hole cannot be told from a mark: {part!r}")
        return "".join(part if isinstance(part, str) else _mark(part, place) for part in self.parts)


def run_mark(number: int) -> str:
    """Write the mark of a run of terms whose order the values decide."""
    return _MARK.format("r", number)


def _mark(slot: Slot, place: Literal["l", "t"]) -> str:
    return _MARK.format("p" if slot.kind == "plain" else place, slot.place)


def _parts(text: str | Hole) -> tuple[str | Slot, ...]:
    return text.parts if isinstance(text, Hole) else (text,)
