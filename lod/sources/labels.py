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
    only beside another label. start: where a value on the same line begins, -1 for none. word: the
    label itself, in lower case.
    """

    column: str
    reach: Reach
    sure: bool = True
    start: int = -1
    word: str = ""


# column, reach: the words, as English pages print them.
_TABLE = """
citation citation: citation; preferred citation; cite as; how to cite; cite this document
summary text: summary; abstract; description; scope & content; scope and content; scope
summary text: content description; short description; synopsis
credits text: credits; credit; acknowledgements; acknowledgments; credit line
translator list: translator; translators; translated by; translation by
language line: original languages; language of original
language line: language of the original; language of material; language of the material
language line: languages of the material; language(s); original language; original; language
language line: languages; language of document; languages of document
text_language contents: contents; document contents; transcript; transcription; full text
text_language contents: text of document; text of the document; document text; body; body text
text_language contents: text; translation; transcribed text; content of document
rights text: rights; rights statement; copyright; usage rights; use restriction; use restrictions
rights text: use restriction(s); license; licence; copyright status; conditions of use
rights text: conditions governing reproduction; reproduction; reproduction rights; terms of use
rights text: usage conditions; copyright information
reference line: source; archival reference; call number; shelfmark; reference; reference code
reference line: reference number; archive reference; archival source; catalogue reference
reference line: file reference; document reference; location; location of original
reference line: physical location; place in archive; archival location; signature of file
reference line: archival signature; signatur; signature; fond and file; shelf mark
reference line: record reference
collection line: fund; archival unit; sheets; file
collection line: series number; control symbol; collection; record group; fonds; fond; series
collection line: sub-series; subseries; opis; inventory; papka; delo; box; box number; container
collection line: folder; folder title; file unit; reel; sheets; pages in file
keeper list: original archive; repository; holding archive; held by; holding institution; archive
keeper list: held at; custodian; holding repository; archives
date line: date(s); date; document date; creation date; date created; dated; dating
date line: date of document; date of creation; covering dates; date range; dates
date line: this item was produced or created; publication date; date distributed; date of origin
date line: date of report; date of letter; date of telegram
date line: created; issued; date issued; document creation date; contents date range
title line: title; document title
identifier line: record id; document id; identifier; record number; national archives identifier
identifier line: naid; item number; object id; catalog number; item id; accession number
url line: url; permalink; persistent link; persistent url; permanent link; stable url; link
creator list: author; authors; creator; creators; creator(s); author(s); written by; originator
creator list: name of creator; name of creators; recorded by; minutes taken by; name of creator(s)
creator list: originating body; provenance; agency; issuing body; drafted by; prepared by
creator list: corporate author
sender list: sender; senders; sent by
recipient list: recipient; recipients; addressee; addressees; sent to; recipient(s)
contributor list: contributors; document contributors; contributed by; contributor
funder list: donors; funders; funder; donor
participants line: participants; participant; present; attendees; in attendance; persons present
type line: type; document type; content type; type of document; genre; document form; form
type line: record type
number line: document number; report number; document no.; document no; doc. no.; despatch number
number line: document number (foia) /esdn (crest); telegram number; esdn; report no.
classification list: original classification; classification; security classification; marking
classification list: markings; secrecy; security marking
places list: associated places; places mentioned; indexed places; place names; geographic names
places list: geographic subjects; places; countries; country; place
subjects list: associated topics; subjects discussed; subjects; keywords; tags; topics; subject
subjects list: indexed subjects; subject headings; subject terms; themes
people list: associated people & organizations; associated people and organizations
people list: associated people; indexed persons; persons; people; names; indexed names
people list: people mentioned; persons mentioned; associated persons; organizations; organisations
uploaded line: original uploaded date; original upload date; date added; document release date
uploaded line: release date; date published online; declassification date
- none: document information; about this document; details; record details; metadata
"""
_LONGEST_VALUE = 160
_IN_CAPITALS = frozenset(
    ("citation", "text_language", "reference", "language", "rights", "credits")
)
_LABELS: dict[str, tuple[str, Reach]] = {
    word.strip(): (row.split()[0].strip("-"), cast("Reach", row.split()[1]))
    for row, _, words in (line.partition(":") for line in _TABLE.strip().splitlines())
    for word in words.split(";")
}
_BESIDE = re.compile(
    r"(?:\*\*|__)?([A-Z][A-Za-z&/()'. -]{2,50}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)"
)
# A line that may be a label which nobody knows: short words and a colon, alone on it.
_UNKNOWN = re.compile(r"[A-Z][\w&/()',. -]{2,80}:")
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
    r"|Advanced Search|My [A-Z]\w+|Accessibility|Sitemap|Site [Mm]ap|Feedback|FAQ|Exhibitions?"
    r"|Visit(?: us)?|Bookmarks?|Contact|About|Events|Cookies|Disclaimer|Imprint|Impressum|Research"
    r"|Have a question\?.{0,80}|[A-Z]\w+ (?:Image|Version|PDF)|PDF icon.*|Attachment Size"
    r"|About [A-Z&][\w& ]{2,60}|\[image:.*\]|!\[.*\]\(.*\)|[\w-]+(?:\.[\w-]+)*\.(?:org|com|edu|gov)"
)
_BAR = re.compile(r"\s[|\u00bb\u203a\u00b7\u2022>]\s")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_WORDS = 4
CREDIT_LINE = re.compile(
    r"(?:this|the) (?:document|item|record|translation)s? (?:was|were|is) (?:made possible|provided"
    r"|contributed|supported|funded|translated)\b.{3,300}",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:Translated|Transcribed|Contributed|Obtained|Provided|Edited|Selected)\b[^.;:\n]{0,60}?\bby"
    r"\s+[A-Z].{2,100}"
)


def is_credit(line: Line) -> bool:
    """Tell whether a line is nothing but thanks to those who gave, translated or paid.

    >>> is_credit(Line(0, 0, "Translated from German by A. Bauer."))
    True
    """
    return bool(CREDIT_LINE.fullmatch(line.text) or _CREDITED.fullmatch(line.text))


def label(line: Line) -> Label | None:
    """Read a line that is nothing but a label, with or without a colon.

    >>> label(Line(0, 9, "Citation:"))
    Label(column='citation', reach='citation', sure=True, start=-1, word='citation')
    """
    words = line.text.removesuffix(":").rstrip()
    if line.kind == "term":
        words = words.replace("_", " ")  # keys of front matter
    found = _LABELS.get(words.casefold())
    if line.kind == "term":
        return Label(*found, word=words.casefold()) if found else Label("-", "list")
    if line.kind == "value":
        return None
    marked = line.text.endswith(":") or line.level > 0
    if found and words.casefold() in ("translation", "text", "signature") and not line.level:
        return None
    if not found or not words[0].isupper():
        return None
    if words.isupper() and not marked:  # in capitals a label of pages, not one of memoranda
        own = found[0] in _IN_CAPITALS
        return Label(*found, sure=False, word=words.casefold()) if own else None
    return Label(*found, sure=marked or " " in words or words == "Citation", word=words.casefold())


def label_with_value(line: Line) -> Label | None:
    """Read a line that begins with a label and goes on with its value.

    >>> label_with_value(Line(10, 24, "Date: May 1951"))
    Label(column='date', reach='line', sure=True, start=16, word='date')
    """
    match = _BESIDE.match(line.text) if line.kind == "" else None
    found = _LABELS.get(match[1].casefold()) if match else None
    if not found or not match:
        return None
    return Label(*found, start=line.start + match.end(), word=match[1].casefold())


def unknown_label(line: Line) -> Label | None:
    """Read a line that has the form of a label, alone or before its value, which nobody knows.

    >>> unknown_label(Line(0, 15, "Closure status: Open")).start, unknown_label(Line(0, 3, "Yes"))
    (16, None)
    """
    if line.kind or len(line.text) > _LONGEST_VALUE:
        return None
    if _UNKNOWN.fullmatch(line.text):
        return Label("-", "line")
    match = _BESIDE.match(line.text)
    return Label("-", "line", start=line.start + match.end()) if match else None


def is_navigation(line: Line) -> bool:
    """Tell whether a line can only belong to the site around a page."""
    text = line.text[:120]
    return not line.kind and bool(_NAVIGATION.fullmatch(text) or _is_trail(text))


def _is_trail(text: str) -> bool:
    """Tell whether a line is a row of links: short words with bars or arrows between them."""
    if text.isascii() and "|" not in text and ">" not in text:
        return False
    parts = _BAR.split(_LINK.sub(r"\1", text))
    return len(parts) > 1 and all(
        part.strip() and len(part.split()) <= _WORDS and not part.rstrip().endswith(".")
        for part in parts
    )


def is_menu(line: Line) -> bool:
    """Tell whether a line may be an entry of a menu; it is one beside others only."""
    return bool(_MENU.fullmatch(line.text[:120]))
