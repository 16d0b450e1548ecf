"""A citation that the width of a page has cut: its lines are one again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lod.sources.pages.citations.citedline import cited_line
from lod.sources.pages.words.pageline import Line

_MOST, _LONGEST, _AROUND = 6, 700, 40


def cited_whole(text: str, lines: Sequence[Line]) -> list[Line]:
    r"""Join the lines of a paragraph near either end of a page that are a citation together.

    Each line but the last is as good as full. The line's text is that of the page, its breaks
    spaces.

    >>> text = "Orlov, Jan. Letter to B. Petrov on the works in Venta. 5 May 1951. Archive\n"
    >>> text += "of Venta, Fond 837, box 202. Translated by Ana Novak."
    >>> lines = [Line(0, 74, text[:74]), Line(75, 128, text[75:])]
    >>> [one.text[-9:] for one in cited_whole(text, lines)]
    ['na Novak.']
    """
    if len(lines) < 2:
        return list(lines)
    return list(_joined(text, lines))


def _joined(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        end = at + 1
        near = at < _AROUND or len(lines) - at <= _AROUND
        while near and end < len(lines) and _follows(text, lines[end - 1], lines[end]):
            end += 1
        stop = lines[end - 1].end
        whole = text[lines[at].start : stop].replace("\n", " ") if 1 < end - at <= _MOST else ""
        if whole and len(whole) <= _LONGEST and cited_line(whole):
            yield lines[at]._replace(end=stop, text=whole)
        else:
            yield from lines[at:end]
        at = end


def _follows(text: str, above: Line, line: Line) -> bool:
    plain = not (above.level or above.kind or line.level or line.kind)
    return plain and text[above.end : line.start] == "\n"
