"""Title, date and summary by their form, where they stand above a text without a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lod.normalize.dates import parse_date
from lod.sources.pages.citations.citedparts import DATE_LINE, DATED_HEADING, MONTH, day_row
from lod.sources.pages.layout.sitenames import is_of_site
from lod.sources.pages.layout.teasers import ABOVE_DATE
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.titleforms import form

_ADDRESSED = re.compile(r"(?:to|for|from|dear)\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:MINUTES|REPORT|STATEMENT|MEMORANDUM|TELEGRAM|LETTER|NOTE|RECORD|COMMUNIQU[EÉ]|DECISION"
    r"|RESOLUTION|PROTOCOL|SPEECH|TRANSCRIPT|CIRCULAR|DIRECTIVE|ORDER|DECLARATION|AGREEMENT)S?\b"
)
_DATED = re.compile(DATE_LINE.pattern)
# No day, or one that was reckoned: `n.d. [spring 1951?]`, `[not later than 7 June 1952]`.
_RECKONED = re.compile(
    r"[\[(]?(?:(?:n\. ?d\.|s\. ?d\.|undated|not dated|no date|date unknown)(?:[\s,;:.]+|(?=\W*$)))?"
    r"[\[(]?(?:(?:(?:ca?\.|circa|about|around|probably|possibly|before|after|by|early|mid"
    r"|middle of|late|end of|beginning of|not? (?:later|earlier) than|spring|summer|autumn|fall"
    r"|winter|first|second|half)[ -](?:of )?)*"
    rf"(?:\d{{1,2}} )?(?:{MONTH},? )?(?:\d{{1,2}}, )?(?:1[5-9]|20)\d\d)?\??[\])]{{0,2}}\.?",
    re.IGNORECASE,
)
_LONGEST = 300
_SENTENCE = 60
_NO_DAY = 3
_DASHES = ("- ", "\u2013 ", "\u2014 ")


class Part(NamedTuple):
    """A column that a line feeds, the place of the value in the page, and the rule."""

    column: str
    start: int
    end: int
    rule: str


def heading(lines: Sequence[Line], at: int, known: Collection[str], *, marked: bool) -> list[Part]:
    """Read a line above the text; nothing where it is no heading, and so the text begins.

    known: columns found above it. marked: the line behind it is a label or such.
    """
    line = lines[at]
    if line.level and "title" not in known:
        return titled(line, known)
    before = lines[at - 1].text if at else ""
    behind = lines[at + 1] if at + 1 < len(lines) else Line(0, 0, "")
    if not at and "title" not in known and _is_loud_title(line, behind):
        return [Part("title", line.start, line.end, "heading in capitals")]
    if "date" not in known and (dated := list(_day(line))):
        return dated if "title" in known or _may_be_title(behind) else []
    if "date" not in known and DATE_LINE.fullmatch(behind.text):
        if line.text.endswith(".") and len(line.text) > _SENTENCE:
            return [Part("summary", line.start, line.end, ABOVE_DATE)]
    elif not marked and not DATE_LINE.fullmatch(before):
        return []
    return titled(line, known) if "title" not in known and _may_be_title(line) else []


def _day(line: Line) -> Iterator[Part]:
    """Read a line that has nothing but the day of a paper, its number, or the sitting it is of.

    >>> [part.column for part in _day(Line(0, 29, "29 December 1980* (Pb 230/34)"))]
    ['date', 'number']
    """
    if is_reckoned(line.text):
        yield Part("date", line.start, line.end, "date line")
        return
    for column, lo, hi in day_row(line.text):
        yield Part(column, line.start + lo, line.start + hi, "date line")


def titled(line: Line, known: Collection[str]) -> list[Part]:
    """Take a title, and the date that may be printed before it on the same line."""
    dated = DATED_HEADING.match(line.text)
    if not dated or "date" in known:
        return [Part("title", line.start, line.end, "heading")]
    date = Part("date", line.start, line.start + dated.end(1), "heading")
    dashed = line.text[dated.end() :][:2] in _DASHES
    if dashed and not form(line.text[dated.end() :]):  # `August 3, 1975 - Ford, Tito`
        return [date, Part("title", line.start, line.end, "heading")]
    title = Part("title", line.start + dated.end(), line.end, "heading")
    return [date, title, Part("alternative", line.start, line.end, "heading with its date")]


def is_reckoned(text: str) -> bool:
    """Tell whether a line says that a paper has no day, or which one was reckoned.

    >>> is_reckoned("n.d. [spring 1951?]"), is_reckoned("undated"), is_reckoned("1951 was cold.")
    (True, True, False)
    """
    if len(text) > _SENTENCE or text.isdigit() or not _RECKONED.fullmatch(text):
        return False
    if not any(map(str.isalpha, text)) and text[:1] != "[":
        return False
    return len(text) > _NO_DAY and (not any(map(str.isdigit, text)) or parse_date(text) is not None)


def _is_loud_title(line: Line, behind: Line) -> bool:
    """Tell whether a first line in capitals is a title: a word for a text, a date below."""
    if not line.text.isupper() or not _DOCUMENT.search(line.text) or len(line.text) > _LONGEST:
        return False
    return line.text.count(" ") > 1 and bool(_DATED.search(behind.text[:_SENTENCE]))


def _may_be_title(line: Line) -> bool:
    """Tell whether a line can be a title: some words, no sentence, no address, no shouting."""
    text = line.text
    if (
        len(text) > _LONGEST
        or text.isupper()
        or text[:1].islower()
        or is_of_site(text)
        or text.endswith((".", ":", ";", ","))
    ):
        return False
    return text.count(" ") >= 2 and not _ADDRESSED.match(text)
