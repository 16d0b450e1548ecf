"""What the head of a paper tells once its names are known: who issues it, whom labels name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lod.lazily import regex
from lod.normalize.kinds import kind_of
from lod.normalize.names import parse_name
from lod.sources import Cell
from lod.sources.pages.citations.citedparts import DATE
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import FAMILY_FIRST

_TOP, _LONGEST = 9, 90
# Bodies that have paper of their own; committees, to whom papers are put, stand above them too.
_ISSUERS = re.compile(
    r"\b(?:ministry|department|agency|embassy|legation|consulate|bureau|office|headquarters"
    r"|commission|institute|administration|minist[èe]re|ministerium|botschaft|gesandtschaft|amt"
    r"|ambassade|white house|foreign service)\b",
    re.IGNORECASE,
)
# What is the issuer where no agency is named that it is part of.
_UNITS = re.compile(r"\b(?:directorate|directorate-general|secretariat)\b", re.IGNORECASE)
# Above a text: the embassy it is from, the place and day.
_LETTERHEAD = re.compile(
    r"(?:[A-Z][\w.'\u2019-]* )*(?:Embassy|Legation|Ministry|Department|Consulate|Mission)"
    r"(?: (?:of|in|to|for|at) (?:(?:the|of|and) |[A-Z][\w.'\u2019-]*[ ,]*)+)?"
)
# Of an agency above it.
_OFFICE = re.compile(
    r"(?:The )?(?:Office|Bureau|Directorate|Division|Section|Branch|Board|OFFICE|BUREAU|DIRECTORATE"
    r"|DIVISION|SECTION|BRANCH|BOARD) (?:of|for|OF|FOR)\b"
)
_PART = re.compile(
    r"(?:Main|Chief|General|First|Second) (?:Directorate|Department|Administration)\b"
    r"|Haupt(?:verwaltung|abteilung)\b"
)
_SMALL = re.compile(r"\b(?:Of|In|To|For|At|The|And)\b")
_DATED = regex(rf"[A-Z][\w'\u2019 -]{{2,30}},? (?:the )?{DATE}\.?")
_ADDRESSED = re.compile(r"(?:to|for|an|à|copy|copies|cc)\b", re.IGNORECASE)
_MOST_WORDS, _FEW = 4, 2
Cells = Mapping[str, Sequence[Cell]]


def is_letterhead(text: str) -> bool:
    """Tell whether a line above a text has nothing but names of posts, or a place and a day."""
    spelled = _SMALL.sub(lambda one: one[0].lower(), text.title()) if text.isupper() else text
    return len(text) <= _LONGEST and (
        _LETTERHEAD.fullmatch(spelled) is not None or _DATED.fullmatch(text) is not None
    )


def issuer(lines: Sequence[Line], bodies: Iterable[Seen], told: Iterable[Told]) -> Iterator[Told]:
    """Find the body whose name alone stands at the top of a paper: its letterhead.

    lines: of the text. told: what else its form tells; what is addressed to a body is not by it.
    """
    taken = [one for one in told if one.column in ("recipient", "copy_recipient", "sender")]
    alone = [
        (line, one)
        for line, one in _alone(lines, bodies)
        if not any(two.start < one.end and one.start < two.end for two in taken)
    ]
    for issuers in (_ISSUERS, _UNITS):
        for line, one in alone:
            if issuers.search(line.text):
                yield Told("corporate_author", one.start, one.end, "letterhead")
                yield from _office_below(lines, alone, line)
                return
    for line in lines[:_TOP]:  # DIRECTORATE MILITARY INTELLIGENCE
        if len(line.text) > _LONGEST or not line.text.isupper() or line.text.count(" ") < _FEW:
            continue
        free = not any(two.start < line.end and line.start < two.end for two in told)
        if (
            free
            and (_ISSUERS.match(line.text) or _UNITS.match(line.text))
            and not any(map(str.isdigit, line.text))
        ):
            yield Told("corporate_author", line.start, line.end, "letterhead")
            return


def _office_below(
    lines: Sequence[Line], alone: Sequence[tuple[Line, Seen]], agency: Line
) -> Iterator[Told]:
    """Find the office of an agency that stands alone right below it: it wrote the paper."""
    below = next((line for line in lines if line.start > agency.end), None)
    for line, one in alone:
        office = agency.text.isupper() and _OFFICE.match(line.text)
        if line is below and (office or _PART.match(line.text)):
            yield Told("corporate_author", one.start, one.end, "office below a letterhead")


def _alone(lines: Sequence[Line], bodies: Iterable[Seen]) -> Iterator[tuple[Line, Seen]]:
    """Find the bodies that are a whole line at the top of a paper, not addressed."""
    for at, line in enumerate(lines[:_TOP]):
        above = lines[at - 1].text if at else ""
        if len(line.text) > 2 * _LONGEST:
            return
        if len(line.text) > _LONGEST or _ADDRESSED.match(above) or _ADDRESSED.match(line.text):
            continue
        if above.endswith(","):
            continue  # of an address
        for one in bodies:
            whole = one.start - line.start <= len("the ") and line.end - one.end <= len("...")
            if whole and line.start <= one.start:
                yield line, one


def issuers(cells: Cells) -> list[Cell]:
    """Give the agencies whom a label calls creators, where it names nobody else.

    >>> [one.text for one in issuers({"creator": [Cell("War Department")]})]
    ['War Department']
    """
    labelled = list(cells.get("creator", ()))
    return labelled if all(kind_of(cell.text) == "group" for cell in labelled) else []


def labelled_names(cells: Cells) -> list[str]:
    """Give the persons whom labels name, in the order in which texts write names.

    >>> labelled_names({"creator": [Cell("Kirkbride, George (1892-1961)"), Cell("Foreign Office")]})
    ['George Kirkbride']
    """
    found = list[str]()
    for column in ("creator", "sender", "recipient", "people"):
        for cell in cells.get(column, ()):
            if name := direct(cell.text, sure=column != "people"):
                found.append(name)
    for cell in cells.get("copy_recipient", ()):  # `Orlov, Petrov` are two
        given = plain(cell.text.rpartition(", ")[2].partition(" ")[0])
        if given in given_names() and (name := direct(cell.text)):
            found.append(name)
    return found


def direct(text: str, *, sure: bool = False) -> str:
    """Write a catalogued name as texts do; "" for what is, or may be, no person's.

    sure: also one that stands in the order of texts.

    >>> direct("De Gaulle, Charles"), direct("Eva Dorn"), direct("Foreign Office")
    ('Charles De Gaulle', '', '')
    """
    if len(text) > _LONGEST or kind_of(text) == "group":
        return ""
    name = parse_name(text)
    words = f"{name.given} {name.patronymic} {name.family}".split()
    if name.inverted and name.family.casefold() in FAMILY_FIRST:
        words = f"{name.family} {name.given}".split()
    plain = all(word[:1].isupper() for word in words) and 1 < len(words) <= _MOST_WORDS
    return " ".join(words) if plain and (sure or name.inverted) else ""
