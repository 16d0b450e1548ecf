"""Words by which pages of archives announce a field, and lines that are a site's furniture."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from lod.sources.pagetext import Line

# How far a value reaches: one line, paragraphs or a list up to the next label, a citation that
# may be spread over lines, or nothing because the label only opens a group of others.
Reach = Literal["line", "text", "list", "citation", "contents", "none"]


class Label(NamedTuple):
    """What a label announces: the column, how far its value reaches, and the value beside it.

    sure: it can be nothing else; a label that is an everyday word too (Source, Rights) counts
    only beside another label. start: where a value on the same line begins, -1 for none.
    """

    column: str
    reach: Reach
    sure: bool = True
    start: int = -1


# column, reach: the words, as English pages print them.
_TABLE = """
citation citation: citation; preferred citation; cite as; how to cite
summary text: summary; abstract; description
credits text: credits; credit; acknowledgements; acknowledgments
language line: original language; language; languages
text_language contents: contents; document contents
rights text: rights; rights statement; copyright; usage rights
reference line: source; archival reference; call number; shelfmark
keeper list: original archive; repository; holding archive
date line: date; document date; creation date; date created
title line: title; document title
identifier line: record id; document id; identifier; record number
url line: url; permalink; persistent link
creator list: author; authors; creator; creators
contributor list: contributors; document contributors
funder list: donors; funders
participants line: participants; participant; present; attendees; in attendance; persons present
type line: type; document type
classification line: original classification; classification
places list: associated places; places mentioned
subjects list: associated topics; subjects discussed; subjects; keywords
people list: associated people & organizations; associated people and organizations
people list: associated people
uploaded line: original uploaded date; original upload date
- none: document information; about this document
"""
_LABELS: dict[str, tuple[str, Reach]] = {
    word.strip(): (row.split()[0].strip("-"), cast("Reach", row.split()[1]))
    for row, _, words in (line.partition(":") for line in _TABLE.strip().splitlines())
    for word in words.split(";")
}
_BESIDE = re.compile(r"(?:\*\*|__)?([A-Z][A-Za-z& ]{2,40}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)")
# Lines that can be nothing else, wherever they stand.
_NAVIGATION = re.compile(
    r"Skip to (?:main )?content|(?:Back )?[Tt]o [Tt]op|Go to [A-Z][\w& ]{2,60}"
    r"|(?:Primary|Secondary|Main|Footer)(?: \w+)* Nav(?:igation)?|All rights reserved\.?"
    r"|(?:Privacy (?:Policy|Notice)|Terms (?:of Use|and Conditions))|(?:©|Copyright ©).*"
)
# Lines that stand in menus and footers, and may stand in a text too.
_MENU = re.compile(
    r"Home|Menu|Search|People|Places|Topics|Catalog|Collections|Browse|Help|News|Blog|Contact Us"
    r"|Donate|Subscribe|Print|Login|Log in|Sign in|(?:Share|Follow|Download|Learn|Read) [\w ]{1,30}"
    r"|About [A-Z&][\w& ]{2,60}|\[image:.*\]|!\[.*\]\(.*\)|[\w-]+(?:\.[\w-]+)*\.(?:org|com|edu|gov)"
)
CREDIT_LINE = re.compile(
    r"(?:this|the) (?:document|item|record|translation)s? (?:was|were|is) (?:made possible|provided"
    r"|contributed|supported|funded|translated)\b.{3,300}",
    re.IGNORECASE,
)


def label(line: Line) -> Label | None:
    """Read a line that is nothing but a label, with or without a colon.

    >>> label(Line(0, 9, "Citation:"))
    Label(column='citation', reach='citation', sure=True, start=-1)
    """
    words = line.text.removesuffix(":").rstrip()
    found = _LABELS.get(words.casefold())
    marked = line.text.endswith(":") or line.level > 0
    if not found or not words[0].isupper() or (words.isupper() and not marked):
        return None
    return Label(*found, sure=marked or " " in words or words == "Citation")


def label_with_value(line: Line) -> Label | None:
    """Read a line that begins with a label and goes on with its value.

    >>> label_with_value(Line(10, 24, "Date: May 1951"))
    Label(column='date', reach='line', sure=True, start=16)
    """
    match = _BESIDE.match(line.text)
    found = _LABELS.get(match[1].casefold()) if match else None
    return Label(*found, start=line.start + match.end()) if found and match else None


def is_navigation(line: Line) -> bool:
    """Tell whether a line can only belong to the site around a page."""
    return bool(_NAVIGATION.fullmatch(line.text[:120]))


def is_menu(line: Line) -> bool:
    """Tell whether a line may be an entry of a menu; it is one beside others only."""
    return bool(_MENU.fullmatch(line.text[:120]))
