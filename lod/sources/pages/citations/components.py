"""Entries of finding aids above and below a text: `Folder 7, item 3  Report by X, 1963 May 5`.

An entry says where a paper lies, how it is called, its day, extent and language. What stands in
the entry above a text is its title; entries below it are of other papers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lod.normalize.dates import parse_date
from lod.sources import Cell
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.titleforms import form

_LEVEL = r"(?:Box|Folder|File|Item|Reel|Container|Carton|Envelope|Document|Piece|Unit)"
_PLACE = re.compile(
    rf"{_LEVEL}\s\d{{1,4}}[a-z]?(?:[,;]?\s(?i:{_LEVEL})\s\d{{1,4}}[a-z]?){{0,2}}[.:,]?\s+(?=\S)"
)
_DATED = re.compile(r",\s+([^,]*\d{4}[^,.;()]*?)(?=[.;(]|\s\(|$)")
# What heads the entries of a finding aid, and names no paper.
_HEADING = re.compile(r"(?:Sub)?[Ss]eries\b|Fonds?\b|Record [Gg]roup\b|(?:Box|Folder|File)\s\d")
_LONGEST, _FEWEST = 400, 3


class Entry(NamedTuple):
    """The title of an entry and its day, by where they stand in its line."""

    title: tuple[int, int]
    date: tuple[int, int] | None


def entry(text: str) -> Entry | None:
    """Read an entry of a finding aid, None for any other line.

    >>> line = "Folder 7, item 3   Report by A. Barden on a Visit to Accra, 1963 May 5. 4 leaves."
    >>> found = entry(line)
    >>> line[slice(*found.title)], line[slice(*found.date)]
    ('Report by A. Barden on a Visit to Accra', '1963 May 5')
    """
    place = _PLACE.match(text) if len(text) <= _LONGEST else None
    if place is None:
        return None
    dates = [one for one in _DATED.finditer(text, place.end()) if parse_date(one[1])]
    end = dates[-1].start() if dates else len(text)
    title = text[place.end() : end].rstrip(" .")
    if title.count(" ") < _FEWEST or not form(title):
        return None
    return Entry((place.end(), place.end() + len(title)), dates[-1].span(1) if dates else None)


def entered(found: dict[str, list[Cell]]) -> None:
    """Take title and day from the last entry above a text, where only a heading names a paper."""
    titles = found.get("title", [])
    if titles and not _HEADING.match(titles[0].text):
        return
    for cell in reversed(found.get("head", [])):
        read = entry(cell.text)
        if read is None:
            continue
        lo, hi = read.title
        rule = "entry of a finding aid"
        found["title"] = [Cell(cell.text[lo:hi], cell.start + lo, cell.start + hi, rule)]
        if read.date and "date" not in found:
            lo, hi = read.date
            found["date"] = [Cell(cell.text[lo:hi], cell.start + lo, cell.start + hi, rule)]
        return


def others_from(lines: Sequence[Line], top: int) -> int:
    """Give the line below a text with which entries of other papers begin; their number if none.

    top: the line with which the text begins; an entry above it shows what entries look like.
    """
    if not any(_PLACE.match(line.text) for line in lines[:top]):
        return len(lines)
    below = (at for at in range(top, len(lines)) if _PLACE.match(lines[at].text))
    return next(below, len(lines))
