"""The value that stands behind a label: the columns it feeds, with what is said within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.citation import parse, source_note
from lod.sources.heading import Part
from lod.sources.labels import Label

_SAID = re.compile(r"([A-Z][a-z]+)\s*\((original|translation|translated)\)")
# An archive that is named with the place in it.
_SHELVED = re.compile(r",.*\d")
# `From: Record Group 59` tells of what a thing is part.
_HOLDING = re.compile(
    r"(?:the )?(?:Collection|Record Group|Records|Series|Fonds?|Papers)\b", re.IGNORECASE
)
_FULL_NAME = re.compile(r"(?:[A-Z][\w.'\u2019-]+ ){1,3}[A-Z][\w'\u2019-]+")
_LEAST_MARK = 3
# What is no entry of a list of names or words: a copy's number, a day, a link, a notice, prose.
_NO_ENTRY = re.compile(
    r"(?:copy|copies|no\.?|nr\.?|minutes|record|protocol|page)\b.*\d"
    r"|(?:top |strictly |most )?(?:secret|confidential|restricted|urgent)\b"
    r"|.*(?:\]\(|\(c\)|\u00a9|https?:)|(?:on )?\d{1,2}\.? [a-z]+ \d{4}$|.{60,}[.!?]$"
    r"|(?:share|print|download|cite|related \w+|see also)$",
    re.IGNORECASE,
)
_NAMES = frozenset(("creator", "contributor", "people", "recipient", "translator", "participants"))


def value(found: Label, text: str, start: int) -> Iterator[Part]:
    """Give the columns of a labelled value, with their places; start: that of the value.

    What an unknown label announces feeds none, and a code of one letter is no marking.

    >>> [part.column for part in value(Label("language", "line"), "German (original)", 0)]
    ['language']
    """
    column = _column(found, text)
    if found.word.startswith("translation") and _FULL_NAME.fullmatch(text):
        column = "translator"
    if column == "-" or (column == "classification" and len(text) < _LEAST_MARK):
        return
    if column == "language" and (said := list(_SAID.finditer(text))):
        for one in said:
            kind = "language" if one[2] == "original" else "text_language"
            yield Part(kind, start + one.start(1), start + one.end(1), "label language")
        return
    yield Part(column, start, start + len(text), f"label {column}")
    parts = parse(text) if column == "citation" else ()
    noted = source_note(text, labelled=True) if column == "reference" else ()
    for part in parts:
        yield Part(part.column, start + part.start, start + part.end, "citation")
    for part in noted:
        if part.column != "reference":
            yield Part(part.column, start + part.start, start + part.end, "source note")


def is_entry(found: Label, text: str) -> bool:
    """Tell whether a line below a label may be one of the list that the label announces.

    >>> [is_entry(Label("creator", "list"), line) for line in ("Kim Il Sung", "Copy no. 4")]
    [True, False]
    """
    small = text[:1].islower() and found.column in _NAMES
    return not small and _NO_ENTRY.match(text) is None


def _column(found: Label, text: str) -> str:
    """Say which column a value feeds: an archive with a place in it is a reference."""
    if found.word == "location" and not re.search(r"\d", text):
        return "places"
    if found.column == "sender" and _HOLDING.match(text):
        return "collection"
    return "reference" if found.column == "keeper" and _SHELVED.search(text) else found.column
