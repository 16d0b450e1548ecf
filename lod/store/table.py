"""Rows as an aligned table for a person: short names, cut to the terminal, streaming."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import IO

from lod.lazily import regex
from lod.store import Boolean, Solutions
from lod.terms import Term, value

# Widths are taken from the first rows, so that a table of any length streams.
_MEASURED = 200
_NARROWEST = 6
_GAP = "  "
_LOCAL = regex(r"\w(?:[\w.-]*[\w-])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How answers look to a person.

    prefixes: shorten IRIs. base: goes without saying. width: of the terminal, None for no limit.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    width: int | None = None


PLAIN = View()


def write(answer: Solutions | Boolean, out: IO[bytes], view: View) -> None:
    """Write a table with a line that counts its rows, or yes or no for an ASK."""
    if isinstance(answer, Boolean):
        out.write(b"yes\n" if answer.value else b"no\n")
        return
    rows = ([cell(term, view) for term in row] for row in answer)
    first = list(islice(rows, _MEASURED))
    widths = _widths([list(answer.variables), *first], view.width)
    out.write(_line(answer.variables, widths))
    out.write(_line(["-" * size for size in widths], widths))
    count = 0
    for row in chain(first, rows):
        out.write(_line(row, widths))
        count += 1
    out.write(f"{count:,} {'row' if count == 1 else 'rows'}\n".encode())


def cell(term: Term | None, view: View) -> str:
    r"""Write a term for a person: an IRI in short, a literal's text in one line.

    >>> from lod.terms import iri, literal
    >>> view = View(prefixes={"wd": "http://www.wikidata.org/entity/"}, base="https://a.example/")
    >>> cell(iri("http://www.wikidata.org/entity/Q855"), view)
    'wd:Q855'
    >>> cell(iri("https://a.example/doc/x-1#title"), view), cell(literal("a\tb", lang="en"), view)
    ('<doc/x-1#title>', 'a b')
    """
    if term is None:
        return ""
    if term.startswith("<"):
        return _short(value(term), view)
    return shown(value(term))


def shown(text: str) -> str:
    """Make a text fit for a terminal: controls and marks of direction could rewrite the screen."""
    return "".join(char if char.isprintable() else " " for char in text)


def _short(address: str, view: View) -> str:
    """Shorten an IRI by the longest namespace that leaves a plain name, or by the base."""
    fitting = [
        (len(namespace), f"{prefix}:{address[len(namespace) :]}")
        for prefix, namespace in view.prefixes.items()
        if address.startswith(namespace) and _LOCAL.fullmatch(address[len(namespace) :])
    ]
    if fitting:
        return max(fitting)[1]
    ours = bool(view.base) and address.startswith(view.base)
    return f"<{address[len(view.base) :]}>" if ours else address


def columns(text: str) -> int:
    """Count the columns that a text takes on a terminal; East Asian characters take two.

    >>> columns("Razuvaev"), columns("毛泽东")
    (8, 6)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _widths(rows: Sequence[Sequence[str]], limit: int | None) -> list[int]:
    """Give each column what it needs; where that is too much, the widest ones give way."""
    widths = [max(1, *(columns(text) for text in column)) for column in zip(*rows, strict=True)]
    room = None if limit is None else limit - len(_GAP) * (len(widths) - 1)
    while room is not None and sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        others = sorted(widths)[-2] if len(widths) > 1 else _NARROWEST
        excess = sum(widths) - room
        widths[widest] = max(_NARROWEST, min(others, widths[widest] - 1), widths[widest] - excess)
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> bytes:
    fitted = (_fitted(text, size) for text, size in zip(cells, widths, strict=True))
    return (_GAP.join(fitted).rstrip() + "\n").encode("utf-8", "replace")


def _fitted(text: str, size: int) -> str:
    space = size - columns(text)
    if space >= 0:
        return text + " " * space
    kept = "".join(_prefix(text, size - 1)) + "…"
    return kept + " " * (size - columns(kept))


def _prefix(text: str, size: int) -> Iterator[str]:
    used = 0
    for char in text:
        used += columns(char)
        if used > size:
            return
        yield char
