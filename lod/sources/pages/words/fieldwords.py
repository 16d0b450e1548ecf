"""The words by which pages of archives announce a field, whatever form a page gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from lod import vocabulary

# How far a value reaches: one line, paragraphs or a list up to the next label, a citation that
# may be spread over lines, or nothing because the label only opens a group of others.
Reach = Literal["line", "text", "list", "citation", "contents", "none"]

_LONGEST, _TWO = 60, 2
# Words that say only that the label is one of a document.
_BEFORE = re.compile(
    r"(?:(?:the|document|item|record|object|resource|archival|archive|original|catalog(?:ue)?"
    r"|physical|full|primary|main|complete|local|holding|contributing|associated|indexed|assigned"
    r"|detailed|former|letter|telegram|report|cable|manuscript|paper|standardi[sz]ed|official)\s)"
)
_BEHIND = re.compile(
    r"\s(?:of|in)\s(?:the\s|this\s)?(?:document|item|record|object|original|resource|unit|letter)$|\sarea$"
)
_BRACKETED = re.compile(r"(.+?) ?[\[(\uff08](.+?)[\])\uff09]")
# A name, with what a catalogue says of it in brackets.
_NAMED = re.compile(r"[^(\[]*(?:,|[^\W\d_]\s+[A-Z])")
# The names of fields as programmers write them: RefNo, AccessStatus.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# dc.contributor.author, dcterms:abstract
_KEY = re.compile(r"(?:dc|dcterms)[.:](\w+(?:\.\w+)?)(?:\[\w+\])?:?", re.IGNORECASE)
_PLURAL = re.compile(r"\((?:s|es|ies)\)")
# Subject.Geographic, Coverage-Spatial
_JOINS = re.compile(r"\s*[.\u2013\u2014-]\s*")
# The number that a site gives a document, by the letters of its name: `BD number`.
_OF_SITE = re.compile(
    r"(?!RG|PO|PS|ISBN|ISSN|FOIA|TEL|FAX|VAT|FO|CAB|MS|UN )[A-Z]{2,6} "
    r"(?:number|Number|no\.?|No\.?|ID|id|item|record|document|doc\.?|nr\.?|Nr\.?):?"
)
# Labels that say something else without the word before them.
_NO_BASES = frozenset(("none", "contents"))


class FieldWord(NamedTuple):
    """What a label announces: the column, and how far its value reaches.

    paired: an everyday word, which is a label only where a page's marks pair it with a value.
    """

    column: str
    reach: Reach
    paired: bool = False


def field_word(words: str) -> FieldWord | None:
    """Find what words announce as a label; None where they are no label that archives use.

    Plurals in brackets, a word for the document, and a label in two languages are seen through.

    >>> field_word("Date(s)").column, field_word("Language of the document").column
    ('date', 'language')
    >>> field_word("Titre / Title").column, field_word("Titolo (title)").column
    ('title', 'title')
    >>> field_word("Weather")
    """
    # `Language: Russian (original)` is a label with its value.
    if len(words) > _LONGEST and words.rstrip(": ").endswith(")"):
        words = words.partition(" (")[0]  # what it holds for, in brackets
    return None if len(words) > _LONGEST or ": " in words else _announced(words)


@lru_cache(maxsize=1 << 12)
def _announced(words: str) -> FieldWord | None:
    """Find what a few words announce; whole lines of text are not kept here."""
    if " " not in words:
        words = _CAMEL.sub(" ", words)
        if key := _KEY.fullmatch(words):
            return _keyed(key[1].casefold())
    whole = " ".join(words.casefold().rstrip(" :\uff1a").replace("\\", "/").split())
    known = _words()
    whole = whole if whole in known else whole.rstrip(".")
    if whole in known:
        return known[whole]
    beside = _BRACKETED.fullmatch(whole)
    if beside and _NAMED.match(words):
        beside = None  # Orlov, Ivan (Subject)
    for part in (
        *(beside.groups() if beside else ()),
        _PLURAL.sub("", whole),
        _PLURAL.sub("s", whole),
        *(_tongues(whole) if " / " in whole else ()),
        _JOINS.sub(" ", whole),
    ):
        if part in known:
            return known[part]
    if _OF_SITE.fullmatch(words):
        return FieldWord("identifier", "line", True)
    bases = (known.get(one) for one in _bases(whole))
    found = next((one for one in bases if one), None)
    return found if found and found.reach not in _NO_BASES else None


def _bases(whole: str) -> Iterator[str]:
    """Give a label without words that only call it a document's, the longest that is left first.

    >>> list(_bases("document record id"))
    ['record id', 'id']
    """
    behind = _BEHIND.sub("", whole)
    if behind != whole:
        yield behind
    while (before := _BEFORE.match(behind)) is not None:
        behind = behind[before.end() :]
        yield behind


def _tongues(whole: str) -> list[str]:
    """Give a label in each of its languages; a trail of a site has bars between its steps too."""
    parts = whole.split(" / ")[::-1]
    known = sum(part in _words() for part in parts)
    return parts if len(parts) <= _TWO or 2 * known >= len(parts) else []


def _keyed(key: str) -> FieldWord | None:
    """Find the field of a key of Dublin Core, its qualifier first: `dc.date.issued`."""
    element, _, qualifier = key.partition(".")
    joined = key.replace(".", " ")
    found = (field_word(one) for one in (joined, qualifier, element) if one)
    return next((one for one in found if one), None)


def first_words() -> frozenset[str]:
    """Give the first words of all labels, in lower case."""
    return frozenset(words.partition(" ")[0] for words in _words())


@cache
def _words() -> dict[str, FieldWord]:
    known: dict[str, FieldWord] = {}
    for row in vocabulary.lines("page-labels.tsv"):
        column, reach, where, words = row.split("\t")
        found = FieldWord(column, cast("Reach", reach), where == "paired")
        known |= dict.fromkeys(map(str.strip, words.split(";")), found)
    return known
