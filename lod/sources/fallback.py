"""What no label and no heading of a page gave: number, reference, publisher, date, title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.dates import parse_date
from lod.normalize.names import kind_of
from lod.sources import Cell
from lod.sources.citation import addresses
from lod.sources.letterform import dateline, supplied_title
from lod.sources.pagetext import Line, Page

_SHELF = re.compile(r"\b(?:[Ff]iles?|[Bb]ox|[Ff]older|[Ff]ond|[Ll]ot|[Rr]eel)\s+\d")
# A rights statement of whoever publishes the page: "The X welcomes reuse of its materials".
_PUBLISHES = re.compile(
    r"(?:The\s+)?([A-Z][^.;\n]{3,80}?)\s+(?:welcomes|holds|grants|permits|makes|provides|allows"
    r"|encourages|reserves|retains)\b"
)
_LOOK_BACK = 12

Cells = dict[str, list[Cell]]


def fall_back(page: Page, found: Cells, body: Sequence[Line]) -> None:
    """Add to the columns what the rest of the page tells; body: the lines of the text."""
    if "url" not in found and page.url:
        found["url"] = [Cell(page.url, rule="canonical address")]
    for column, cells in (
        ("identifier", _numbers(found)),
        ("reference", _shelves(page.text, found)),
        ("publisher", _publishers(found)),
    ):
        if column not in found and (first := next(cells, None)):
            found[column] = [first]
    _earliest(found)
    dated = dateline(body)
    if not found.get("date") and dated:
        found["date"] = [Cell(dated.text, dated.start, dated.end, "dateline")]
    title = next(_titles(page, found, body), None)
    if title and "title" not in found:
        found["title"] = [title]


def _titles(page: Page, found: Cells, body: Sequence[Line]) -> Iterator[Cell]:
    """Give what may be the title, the best first: the browser's, a subject, one of our making."""
    if title := page.title.split(" | ")[0]:
        yield Cell(title, rule="title of the page")
    subjects = [one for one in found.get("subjects", ()) if one.text.count(" ") > 1]
    if len(subjects) == 1:
        yield subjects[0]._replace(rule="label subject")
    if supplied := supplied_title(body):
        yield Cell(supplied, rule="supplied")


def _numbers(found: Cells) -> Iterator[Cell]:
    """Give the number that an address gives the document."""
    for cell in found.get("url", []):
        for part in addresses(cell.text):
            if part.column == "identifier":
                yield Cell(cell.text[part.start : part.end], rule="address")


def _shelves(text: str, found: Cells) -> Iterator[Cell]:
    """Give the place in an archive: beside its name, or by collection, series, box and folder."""
    for cell in found.get("keeper", []):
        if _SHELF.search(cell.text) or len(re.findall(r"\d+", cell.text)) > 2:
            yield cell
    if parts := found.get("collection", []):
        yield Cell(", ".join(_shelved(text, cell) for cell in parts), rule="labels of a collection")


def _publishers(found: Cells) -> Iterator[Cell]:
    """Give the body that a rights statement says publishes the page."""
    for cell in found.get("rights", []):
        said = _PUBLISHES.match(cell.text)
        if said and kind_of(said[1]) == "group":
            start = cell.start + said.start(1)
            yield Cell(said[1], start, start + len(said[1]), "who grants the rights")


def _earliest(found: Cells) -> None:
    """Put the earliest of several dates that labels give first: the others are of copies."""
    dates = found.get("date", [])
    labelled = [cell for cell in dates if cell.rule == "label date"]
    if len(labelled) > 1:
        labelled.sort(key=lambda cell: _begin(cell.text))
        rest = iter(labelled)
        found["date"] = [next(rest) if one in labelled else one for one in dates]


def _begin(words: str) -> str:
    """Give the first day of a date, which sorts behind all others where it cannot be read."""
    span = parse_date(words)
    return span.begin if span and span.begin else "~"


def _shelved(text: str, cell: Cell) -> str:
    """Write a part of a holding with the word for it where its value is a mere number."""
    if not cell.text[:1].isdigit():
        return cell.text
    before = text[max(cell.start - _LOOK_BACK, 0) : cell.start].split()
    return f"{before[-1].rstrip(':')} {cell.text}" if before else cell.text
