"""The head of American cables: `FM AMEMBASSY LISBON`, `TO SECSTATE WASHDC 9233`, `INFO ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.persons.namelist import is_name_like, is_office
from lod.sources.pages.words.pageline import Line

_TOP = 30
_PARTY = re.compile(
    r"(?:(FM|TO|INFO)\s+)?(?!FM |TO |INFO )((?:[A-Z][A-Z/]+ ){0,3}?[A-Z][A-Z/]+)"
    r"(?: (?:\d{1,5}|NIACT|IMMEDIATE|PRIORITY|FLASH|ROUTINE))*"
)
_POST = re.compile(
    r"(?:AMEMB(?:ASSY)?|AMCONSUL|AMCONGEN|USMISSION|USUN|USINT|USLO|SECSTATE|SECDEF|CINC\w+|JCS|CIA"
    r"|DIA|NSC|WHITE HOUSE|DEPT OF STATE|USDEL|USNATO|USIA|USBERLIN|CONGEN|EMBASSY|COMUS\w+)\b"
)
# Who signs it, alone on a line below the posts of a telegram: `Mr. Duke`, `Sir R. Bullard`.
_POSTS = re.compile(r"FROM [A-Z][A-Z .,'-]{2,50} TO [A-Z][A-Z .,'-]{2,50}")
_SENT_BY = re.compile(
    r"(?:(?:Mr|Mrs|Miss|Dr|Gen|Col|Lt|M)\.?|Sir|Lord|Viscount|General|Colonel|Ambassador|Comrade) "
    r"((?:[A-Z][\w.'\u2019-]*\.? ?){0,3}[A-Z][\w'\u2019-]+)[.,]?"
)
_NEAR = 4
_COLUMNS = {"FM": "sender", "TO": "recipient", "INFO": "copy_recipient"}
# `C O N F I D E N T I A L LISBON 1610`
_NUMBERED = re.compile(
    r"(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E"
    r" ?D)?"
    r"|LIMITED OFFICIAL USE)(?: SECTION \d+ OF \d+)? +[A-Z]{3,}(?: [A-Z]{3,})? 0*(\d{2,6})"
)
# Telegrams between posts: "For Barwick from Tange."
_FOR_FROM = re.compile(
    r"(?:For|FOR) ((?:[A-Z]\. ?)*[A-Z][^.;:]{2,50}?),? (?:from|FROM) ((?:[A-Z]\."
    r" ?)*[A-Z][^.;:]{2,50}?)[.:]?"
)
# `FROM AMMAN TO FOREIGN OFFICE`, at the head of a telegram.
_FROM_TO = re.compile(r"FROM ([A-Z][A-Z .-]{2,40}?) TO (?:THE )?([A-Z][A-Z .-]{2,50}?)\.?")


def sent_by(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who sent a telegram: alone on a line below `FROM AMMAN TO FOREIGN OFFICE`.

    >>> head = ["FROM VENTA TO FOREIGN OFFICE", "Sir A. Dorn", "No. 6"]
    >>> [head[1][one.start:one.end] for one in sent_by([Line(0, len(one), one) for one in head])]
    ['A. Dorn']
    """
    for at, line in enumerate(lines[:_TOP]):
        if line.text.startswith("FROM ") and _POSTS.fullmatch(line.text):
            for below in lines[at + 1 : at + 1 + _NEAR]:
                if found := _SENT_BY.fullmatch(below.text):
                    yield Told("sender", *span_of(below, found, 1), "name below the posts")
                    return


def cable_head(lines: Sequence[Line]) -> Iterator[Told]:
    """Find the parties and the number in the head of a cable; lines: of the text.

    >>> head = ["FM AMEMBASSY BERN", "TO SECSTATE WASHDC", "INFO AMEMBASSY ROME", "USUN NEW YORK"]
    >>> [one.column for one in cable_head([Line(0, len(text), text) for text in head])]
    ['sender', 'recipient', 'copy_recipient', 'copy_recipient']
    """
    yield from sent_by(lines)
    column = ""
    for line in lines[:_TOP]:
        if number := _NUMBERED.fullmatch(line.text):
            yield Told("number", *span_of(line, number, 1), "number of a cable")
        party = _PARTY.fullmatch(line.text) if line.text.isupper() else None
        if party is None or (not party[1] and not column) or _POST.match(party[2]) is None:
            column = ""
            continue
        column = _COLUMNS[party[1]] if party[1] else column
        yield Told(column, *span_of(line, party, 2), "head of a cable")


def between(line: Line) -> Iterator[Told]:
    """Find who wrote to whom in the first line of a telegram: For X from Y."""
    both = _FOR_FROM.fullmatch(line.text)
    if posts := _FROM_TO.fullmatch(line.text):
        yield Told("sender", *span_of(line, posts, 1), "line from and to")
        yield Told("recipient", *span_of(line, posts, 2), "line from and to")
    for group, column in ((1, "recipient"), (2, "sender")) if both else ():
        if both and is_name_like(both[group]) and not is_office(both[group]):
            yield Told(column, *span_of(line, both, group), "line for and from")
