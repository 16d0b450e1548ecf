"""For whom a paper is made, and by which body: in a line at its head, and in its summary."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.sources.pages.papers.closings import is_office_line
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
# `INFORMATION FOR THE MISTER PRESIDENT OF THE REPUBLIC`: for whoever holds the office.
_FOR_OFFICE = re.compile(
    rf"(?:{_KIND}|(?i:information|dispatch|exposition of motives|telegram|despatch))"
    r" (?i:for|to) (?i:the )?(?i:(?:mister|mr\.?|his excellency(?: the)?|madam) )?(?i:the )?"
    r"(?P<office>[^\W\d_][^.;:,\d\n]{4,70})"
)
# Who, in a summary, tells whom: `Orlov reports to President Dorn on the visit`.
_TELLS = re.compile(
    r"\s(?:(?:informs|tells|briefs|advises|asks|urges|warns|reminds|notifies|instructs|updates)"
    r"|(?:reports|writes|replies|submits|proposes|recommends|suggests|explains|describes|sends"
    r"|forwards|conveys|passes|presents|outlines|addresses)(?: (?!on\b|about\b)\w+){0,4}? to)"
    r"(?: (?:the|his|her|[A-Z][\w.-]*)){0,4} "
)
_LONGEST, _TOP, _FEW, _PAIR = 100, 30, 4, 2


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


def is_for_office(lines: Sequence[Line]) -> bool:
    """Tell whether a line at the head says that a paper is for whoever holds an office.

    >>> is_for_office([Line(0, 0, "INFORMATION FOR THE MISTER PRESIDENT OF THE REPUBLIC")])
    True
    """
    near = (line.text for line in lines[:_TOP] if len(line.text) <= _LONGEST)
    found = (_FOR_OFFICE.fullmatch(text) for text in near if " for " in text.casefold()
             or " to " in text.casefold())  # fmt: skip
    return any(one is not None and is_office_line(one["office"]) for one in found)


def told_in_summary(
    page: str, start: int, persons: Sequence[tuple[int, int]], wrote: Collection[str]
) -> Told | None:
    """Find whom a summary names as the one to whom the writer of a paper tells something.

    start: where in the page's text the summary begins. persons: whom it names. wrote: surnames.

    >>> text = "Orlov reports to President Dorn on the visit."
    >>> one = told_in_summary(text, 0, [(0, 5), (27, 31)], {"Orlov"})
    >>> text[one.start : one.end]
    'Dorn'
    """
    if len(persons) < _PAIR:
        return None
    first, second = persons[:_PAIR]
    begins = page.count(" ", start, first[0]) <= _FEW
    writes = begins and page[slice(*first)].split()[-1] in wrote
    told = writes and _TELLS.fullmatch(page, first[1], second[0])
    return Told("recipient", *second, "whom the summary says to be told") if told else None
