"""A column of labels beside the text, as a print of a page keeps it: read before the text.

Programs that print a page as it looks have the site's description in a column at its right or left,
at one place in every row. Read by rows, text and description would run into each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lod.sources.pages.text.markedrows import OF_LETTERS
from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.sitewords import opens_others

_GUTTER = "   "  # the least that parts two columns where nothing else shows them
_NARROW = 2  # what may be left of it where the text of a row is long
_LEAST, _MOST = 18, 20_000  # where the right column may begin; rows among which it may begin
_FEWEST, _LABELS, _OF_CATALOGUES, _LABEL = 5, 3, 2, 40
# So far entries hang, or a page's column is from that of another, in so many rows at least; one
# row in so many may cross the gutter.
_NEAR, _AGAIN, _CROSSING = 6, 3, 4


class Unbeside(NamedTuple):
    """A text of the same length, in which the column beside it stands above it.

    start, end: where its labels and values are; both 0 where the text has no such column.
    others: the stretch, below the text, of what it says of other documents.
    """

    text: str
    start: int = 0
    end: int = 0
    others: tuple[tuple[int, int], ...] = ()


class _Cut(NamedTuple):
    """A row in two: what belongs to the text, and what to the column beside it."""

    text: str
    side: str
    size: int


def unbeside(text: str) -> Unbeside:
    r"""Set the column of labels that stands beside a text above it; other texts stay as they are.

    What it says of other documents goes below the text.

    >>> said = ["We met at the works.", "Nobody came late.", "The mill is closed.", "It is cold."]
    >>> told = ["Date", "5 May 1951", "Language", "Czech", "Translator", "Eva Dorn"]
    >>> rows = [f"{one:<24}{two}" for one, two in zip([*said, "", ""], told)]
    >>> unbeside("\n".join(rows)).text.split("\n")[:6]
    ['Date', '5 May 1951', 'Language', 'Czech', 'Translator', 'Eva Dorn']
    """
    if text.count(_GUTTER) < _FEWEST:
        return Unbeside(text)
    rows = text.split("\n", _MOST)
    starts = Counter(at for row in rows if (at := _start(row)) >= _LEAST)
    for column, count in starts.most_common(_NARROW):
        places = sorted(at for at in starts if abs(at - column) <= _NEAR and starts[at] >= _AGAIN)
        if count >= _FEWEST and (cuts := _cuts(rows, places)):
            return _apart(cuts)
    return Unbeside(text)


def _start(row: str) -> int:
    """Give the column at which what stands behind the last wide gap of a row begins."""
    return row.rstrip().rfind(_GUTTER) + len(_GUTTER)


def _cuts(rows: Sequence[str], places: Sequence[int]) -> list[_Cut]:
    """Part rows at a column; nothing where no labels stand on one side of it, with values below."""
    own = [at for at, row in enumerate(rows) if _start(row) in places]
    first, last = own[0], own[-1] + 1
    cuts = [_parted(row, places) for row in rows]
    block = cuts[first:last]
    crossed = sum(_crosses(cut, places[-1]) for cut in block)
    if crossed * _CROSSING > len(own) or not any(cut.text and cut.side for cut in block):
        return []
    if not _describes([cut.side for cut in block]):
        last = next((n for n in range(last, len(rows)) if _crosses(cuts[n], places[0])), len(rows))
        block = [cut if _crosses(cut, places[-1]) else _Cut(cut.side, cut.text.strip(), cut.size)
                 for cut in cuts[first:last]]  # fmt: skip
        if not _describes([cut.side for cut in block]):
            return []
    return [*map(_whole, rows[:first]), *block, *map(_whole, rows[last:])]


def _crosses(cut: _Cut, column: int) -> bool:
    return not cut.side and len(cut.text.rstrip()) > column


def _whole(row: str) -> _Cut:
    return _Cut(row, "", len(row))


def _parted(row: str, places: Sequence[int]) -> _Cut:
    """Part a row where one of its stretches begins at a place, with a gap before it."""
    for at in places:
        if row[at : at + 1].strip() and row[at - _NARROW : at].isspace():
            return _Cut(row[:at].rstrip(), row[at:].strip(), len(row))
    return _whole(row)


def _describes(entries: Sequence[str]) -> bool:
    """Tell whether a column has labels of a catalogue, most of them with a value."""
    said = [one for one in entries if one]
    words = [_word(one) for one in said]
    columns = {one.column for one in words if one}
    if len(columns) < _LABELS or len(columns - OF_LETTERS) < _OF_CATALOGUES:
        return False
    valued = sum(
        one is not None and (below is None or not _is_label(entry))
        for entry, (one, below) in zip(said, pairwise((*words, *words[:1])), strict=True)
    )
    return 2 * valued > len(words) - words.count(None)


def _word(entry: str) -> FieldWord | None:
    """Give what a line of the column announces: it is a known label, or has one before a colon."""
    head, colon, _ = entry.partition(":")
    found = field_word(head) if len(head) <= _LABEL else None
    return None if found is None or (found.paired and not colon) else found


def _is_label(entry: str) -> bool:
    """Tell whether a line of the column is nothing but a label."""
    return ":" not in entry.rstrip(":") and (_word(entry) is not None or opens_others(entry))


def _apart(cuts: Sequence[_Cut]) -> Unbeside:
    """Give the text and what stood beside it.

    A column without a title stands below that of the page. The blanks between the two are set
    behind the lines of the text, so that the whole keeps its size.
    """
    block, others = _told([cut.side for cut in cuts])
    top = 0 if any(_is_title(cut.side) for cut in cuts) else _heads(cuts)
    block = f"{block}\n\n" if top else f"{block[2:]}\n\n"
    size = sum(cut.size - len(cut.text) for cut in cuts)
    spare = size - len(block) - len(others) + (top > 0)
    lines = list[str]()
    for cut in cuts:
        filled = max(min(spare, cut.size - len(cut.text)), 0) if cut.text else 0
        lines.append(cut.text + " " * filled)
        spare -= filled
    above = "\n".join(lines[:top])
    whole = "".join((above, block, "\n".join(lines[top:]), " " * spare, others))
    below = ((len(whole) - len(others), len(whole)),) if others else ()
    return Unbeside(whole, len(above), len(above) + len(block), below)


def _is_title(entry: str) -> bool:
    found = _word(entry)
    return found is not None and found.column == "title"


def _heads(cuts: Sequence[_Cut]) -> int:
    """Give the row with which the paragraph begins beside which the column does."""
    at = next(n for n, cut in enumerate(cuts) if cut.side)
    while at and cuts[at - 1].text.strip():
        at -= 1
    return at


def _told(entries: Sequence[str]) -> tuple[str, str]:
    """Give the column as lines, joined where they were wrapped, and its list of other documents."""
    parts: tuple[list[str], list[str]] = ([], [])
    width, listed = max(map(len, entries)), False
    for above, entry in pairwise(("", *entries)):
        if entry:
            listed = opens_others(entry) or (listed and _word(entry) is None)
            mark = " " if above and _wraps(above, entry, width) else "\n" if above else "\n\n"
            parts[listed].append(mark + entry)
    return "".join(parts[0]), "".join(parts[1])


def _wraps(above: str, below: str, width: int) -> bool:
    """Tell whether a line of the column ends where the first word of the next had no room."""
    if _is_label(above) or _word(below) is not None:
        return False
    return len(above) + 1 + len(below.partition(" ")[0]) > width


def described(lines: Sequence[Line], apart: Unbeside) -> Iterator[Line]:
    """Pair the labels of a column that stood beside a text with what stands below each of them.

    Lines on other documents are left out.
    """
    paired = False
    for line in lines:
        if apart.others and line.start >= apart.others[0][0]:
            return
        if line.kind or not apart.start <= line.start < apart.end:
            yield line
        elif _is_label(line.text):
            paired = True
            yield line._replace(kind="term")
        else:
            paired = paired and _word(line.text) is None
            yield line._replace(kind="value") if paired else line
