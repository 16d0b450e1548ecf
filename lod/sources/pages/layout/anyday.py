"""The day of a paper that says it in no usual place: amid other facts of its head, or its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.normalize.dates import parse_date
from lod.sources import Cell
from lod.sources.pages.text.pagetext import Line

_HEAD, _FOOT, _SHORT, _OPENING, _BEFORE, _DASHES = 24, 12, 130, 45, 40, 2
_FIRST, _LAST = "1500", "2100"
# A day, month and year in any language, whatever parts them; the month's word is looked up later.
_DAY = re.compile(
    r"(?<![\w./-])(?:"
    r"\d{1,2}(?:st|nd|rd|th|er|[.º])?,? ?(?:of |de |d['\u2019])?[^\W\d_]{3,12}\.?,? (?:de |del )?"
    r"(?:\d{4}|'?\d\d)"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? ?\d{4}|/\d\d)"
    r"|\d{4}\. ?(?:évi )?[^\W\d_]{3,12} \d{1,2}(?:-[^\W\d_]{1,3})?"
    r"|\d{1,2}[./\u2013-] ?(?:[IVX]{1,4}|\d{1,2})[./\u2013-] ?(?:\d{4}|\d\d)"
    r"|\d{4}[./-](?:[IVX]{1,4}|\d{1,2})[./-]\d{1,2})(?![\w/])"
)
# What has a day of its own: when a paper came or was let go, another paper, a life.
_OF_ANOTHER = re.compile(
    r"(?i)\b(?:rec(?:ei)?v\w*|rec'?d|registered|incoming|entered|filed|declassified|released?"
    r"|uploaded|published|accessed|retrieved|printed|typed|copied|born|died|since|until|till"
    r"|before|after|eingegangen|eingang|reçue?|received on|ref(?:erence)?|re"
    r"|(?:your|our|my|his|her|their|its) (?:[\w-]+ ){1,3}(?:of|from|dated))\b[^\w]*(?:\w+ ){0,3}$"
)
_SENTENCE = re.compile(r"[a-z] [a-z].*[a-z][.!?;:,]$")
# A place before the day with which a run-in text begins: `Helsinki, 27 October 1961. The ...`.
_PLACED = re.compile(r"\W*(?:[A-Z][\w'\u2019-]*[ ,.]+(?:(?:the|on|den|le|am|dne) )?){1,4}")
_ON = re.compile(r"[.:;,]? ?[\u2013\u2014:.-] *\S|[.)]? *$")


def dated_otherwise(
    lines: Sequence[Line], cells: Mapping[str, Sequence[Cell]]
) -> dict[str, list[Cell]]:
    """Give the column of the day that the text says, else the title or subject, if any does."""
    own = (*cells.get("head", ()), *cells.get("body", ()))
    if day := next(any_day(lines, own), None):
        return {"date_dateline": [day]}
    day = next(told_day((*cells.get("title", ()), *cells.get("subjects", ()))), None)
    return {"date_title": [day]} if day else {}


def any_day(lines: Sequence[Line], body: Sequence[Cell]) -> Iterator[Cell]:
    """Give the day of a paper that none of the usual lines has, the likeliest first.

    lines: of the page; body: its parts that are the paper's own, head and text. A short line may
    say it among other facts, a long one only where it opens with it.

    >>> row = "12 May 1986     No. 418/MK     city of Kiev"
    >>> [one.text for one in any_day([Line(0, len(row), row)], ())]
    ['12 May 1986']
    >>> row = "On 12 May 1986 the Committee reported that all was well, and that nothing was."
    >>> list(any_day([Line(0, len(row), row)], ()))
    []
    """
    head = min((one.start for one in body), default=0)
    foot = max((one.end for one in body), default=lines[-1].end if lines else 0)
    own = [line for line in lines if head <= line.start <= foot]
    for line in (*own[:_HEAD], *reversed(own[max(_HEAD, len(own) - _FOOT) :])):
        if len(line.text) > _SHORT or _SENTENCE.search(line.text):
            yield from _opening(line)
        else:
            yield from _found(line, _DAY.finditer(line.text))


def told_day(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Give the days that titles and subjects of a page name.

    >>> [one.text for one in told_day([Cell("Talk with Genscher (Rome, 9 May 1984)", 10, 47)])]
    ['9 May 1984']
    """
    for cell in cells:
        if cell.start >= 0:
            line = Line(cell.start, cell.end, cell.text)
            for day in _found(line, _DAY.finditer(cell.text)):
                yield day._replace(rule="a day in the title")


def _opening(line: Line) -> Iterator[Cell]:
    """Give the day with which a line of prose opens, a place before it."""
    day = _DAY.search(line.text, 0, _OPENING)
    if day and _PLACED.fullmatch(line.text, 0, day.start()) and _ON.match(line.text, day.end()):
        yield from _found(line, iter((day,)))


def _found(line: Line, days: Iterator[re.Match[str]]) -> Iterator[Cell]:
    for day in days:
        if _OF_ANOTHER.search(line.text, max(day.start() - _BEFORE, 0), day.start()):
            continue
        span = parse_date(day[0])
        if not span or not _FIRST < span.edtf < _LAST or span.edtf.count("-") != _DASHES:
            continue
        if "/" not in span.edtf:
            start = line.start + day.start()
            yield Cell(day[0], start, start + len(day[0]), "a day among what the paper tells")
