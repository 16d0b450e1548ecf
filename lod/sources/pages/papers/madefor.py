"""For whom a paper is made, and by which body, in a line at its head that begins with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.persons.namelist import is_name_like, is_office
from lod.sources.pages.words.pageline import Line

_KIND = (
    r"(?i:(?:[a-z]+ )?(?:briefing(?: (?:paper|note|memorandum|memo|book))?|brief|memorandum|memo"
    r"|note"
    r"|report|submission|paper|aide[- ]m[ée]moire|minute|talking points|speaking notes?|letter"
    r"|appreciation|study|assessment|estimate|statement|draft report|joint report))"
)
# `BRIEFING PAPER FOR THE HONOURABLE J. ORLOV, M.P.`
_FOR = re.compile(
    rf"{_KIND} (?i:for|to) (?P<honour>(?i:the )?(?i:(?:rt\.? |right )?hon(?:ou?rable|\.)"
    rf"|his excellency"
    r"|h\.e\.|mr\.?|mrs\.?|dr\.?|sir|lord|senator|general|gen\.|ambassador|minister|president|secretary"
    r"|comrade|cde\.?|admiral|professor|prof\.) (?i:the )?(?i:(?:mr|dr|sir)\.? )?)"
    r"(?P<name>(?!(?i:of|for|in|to|the|at)\b)(?:[A-Z][\w.'\u2019-]* ){0,4}[A-Z][\w'\u2019-]+)"
    r"(?:,? (?:M\.? ?P\.?|Q\.?C\.?|K\.?C\.?|M\.?D\.?|O\.?M\.?|[A-Z][A-Za-z]+ (?:of|for|OF"
    r"|FOR) .{3,60}))?[.:]?"
)
# `Report by the Joint Intelligence Committee`
_BY = re.compile(rf"{_KIND} (?i:by|of) (?i:the )?(?P<body>[A-Z][^.;:,\n]{{5,70}})")
_LONGEST, _TOP = 100, 30


def made_for(lines: Sequence[Line]) -> Iterator[Told]:
    """Find for whom a paper is, with his honours, and which body made it; lines: of the paper.

    >>> text = "BRIEFING PAPER FOR THE HONOURABLE J. F. ORLOV, M.P."
    >>> [(one.column, text[one.start : one.end]) for one in made_for([Line(0, len(text), text)])]
    [('recipient', 'J. F. ORLOV')]
    >>> text = "Report by the Joint Intelligence Committee"
    >>> [(one.column, text[one.start : one.end]) for one in made_for([Line(0, len(text), text)])]
    [('corporate_author', 'Joint Intelligence Committee')]
    """
    for line in lines[:_TOP]:
        low = line.text.casefold() if len(line.text) <= _LONGEST else ""
        if " for " in low or " to " in low or " by " in low:
            yield from _made(line, low)


def _made(line: Line, low: str) -> Iterator[Told]:
    text = line.text
    addressed = _FOR.fullmatch(text) if " for " in low or " to " in low else None
    if addressed and is_name_like(addressed["name"]) and not is_office(addressed["name"]):
        start = line.start + addressed.start("name")
        yield Told("recipient", start, start + len(addressed["name"]), "whom a paper is for")
    made = _BY.fullmatch(text) if " by " in low else None
    if made and kind_of(made["body"]) == "group" and person_in(made["body"]) is None:
        start = line.start + made.start("body")
        yield Told("corporate_author", start, start + len(made["body"]), "body that made a paper")
