"""Levels of an archival reference that stand behind their words: `Box 7, Folder 12`, `k. 4-9`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lod import vocabulary

# In the order of the hierarchy.
_ORDER = (
    *("record-group", "fond", "collection", "bestand", "series", "opis", "bundle", "box"),
    *("volume", "folder", "file", "signatur", "item", "reel", "listy", "blatt", "page"),
)
_NAMED = frozenset(("fond", "collection", "series"))
_PIECE = re.compile(r"[^,;]+")
_NUMBER = r"(?=[\w./-]*\d)[^\W_][\w./()+-]*(?:\s?[-\u2013]\s?\d\w*)?"
_VALUE = re.compile(
    rf"(?P<number>(?:[A-Z]{{1,4}}[ -])?{_NUMBER}(?:\s(?:and|und|et|i|y|e|&)\s{_NUMBER})?"
    r"|(?:[IVXLC]{1,6}|[A-Z])(?=$|\s?[(\[]))(?P<rest>.*)",
    re.DOTALL,
)
_NAME = re.compile(r"[^\W\d_a-z][^\d:]{2,60}")
_BEFORE = r"(?:^|(?<=\s))"
_COUNTED = r"(?:\.|:|\b)\s*(?:(?:[Nn]os?|[Nn]r|[Nn]úm|[Nn]um)\b\.?|№|#|n°)?\s*"
_GERMAN = re.compile(
    r"\b(?P<bestand>[A-Z]{1,3} ?\d{1,3})(?:/|, (?=[A-Z]+ ))"
    r"(?P<signatur>(?:[A-Z]+ ){0,3}\d[\d./A-Z-]*)"
)
# Codes that need no word, in the archives that use them.
_CODES = {
    "prc-fma": re.compile(r"(?P<file>\d{3}-\d{5}-\d{2})"),
    "tna": re.compile(r"\b(?P<series>[A-Z]{1,4} \d{1,4})/(?P<item>\d+[\w/]*)"),
    "paaa": re.compile(r"\b(?P<bestand>(?:B|RZ|R|M|C|A) \d{1,5})(?:-\w+)?\b"),
    "barch": _GERMAN,
    "sapmo-barch": _GERMAN,
    "mnl-ol": re.compile(r"\b(?P<fond>[XVI]+-[A-Z]-\d+(?:-[a-z]+)?)\b"),
}
_KEW = re.compile(r"(?P<series>(?:FO|PREM|CAB|DO|CO|WO|DEFE|FCO) \d{1,4})/(?P<item>\d+[\w/]*)")
_BOX_BEFORE = re.compile(r"\b(?P<box>\d+)\.? ?(?:doboz|d)\b")
# Years of the papers of a file, no number of it.
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-\u2013/]\s?\d{2,4})?")
_RANGE = re.compile(r"\d{1,4}\s?[-\u2013]\s?\d{1,4}")


def levels_by_words(text: str, archive: str) -> tuple[tuple[str, str], ...]:
    """Read the levels that a reference tells by words, in the order of the hierarchy.

    text: one reference. archive: its code, "" where it is not known: words of one letter are read
    in archives of their language alone (`vocab/reference-levels.tsv`). Of two values of one level
    the first stands; a range of numbers that ends a reference is of pages.

    >>> levels_by_words("AMSZ, z. 23, w. 14, t. 174, k. 31-34", "amsz")
    (('fond', '23'), ('bundle', '14'), ('file', '174'), ('listy', '31-34'))
    >>> levels_by_words("Carter Library, Brzezinski Material, Box 33, pp. 4-6", "")
    (('box', '33'), ('page', '4-6'))
    """
    found: dict[str, str] = {}
    for level, value in _read(text, archive):
        found.setdefault(level, value)
    return tuple((level, found[level]) for level in _ORDER if level in found)


def _read(text: str, archive: str) -> Iterator[tuple[str, str]]:
    codes = (_BOX_BEFORE, _CODES[archive]) if archive in _CODES else (_BOX_BEFORE, _KEW)
    for known in filter(None, (code.search(text) for code in codes)):
        yield from known.groupdict().items()
    pieces = [found[0].strip(" .[]") for found in _PIECE.finditer(text)]
    for piece in pieces:
        yield from _of_piece(piece, archive)
    if len(pieces) > 1 and _RANGE.fullmatch(pieces[-1]) and not _YEARS.fullmatch(pieces[-1]):
        yield "page", pieces[-1]


def _of_piece(piece: str, archive: str) -> Iterator[tuple[str, str]]:
    """Read a piece between commas: a level, and those that follow it without a comma."""
    word = _words(archive).search(piece)
    if not word:
        return
    level, behind = _level(word["word"], archive), piece[word.end() :]
    value = _VALUE.match(behind)
    if value and not (level == "file" and _YEARS.fullmatch(value["number"])):
        yield level, value["number"].rstrip(".")
        yield from _of_piece(value["rest"], archive)
    elif level in _NAMED and not piece[: word.start()].strip() and _NAME.fullmatch(behind):
        yield level, behind.strip()


def _level(word: str, archive: str) -> str:
    return _table(archive)[word.casefold()]


@cache
def _words(archive: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table(archive), key=len, reverse=True)))
    return re.compile(rf"{_BEFORE}(?P<word>{words})(?![^\W\d_]){_COUNTED}", re.IGNORECASE)


@cache
def _table(archive: str) -> dict[str, str]:
    """Give the words that are read in one archive with their levels."""
    known: dict[str, str] = {}
    for row in vocabulary.lines("reference-levels.tsv"):
        level, archives, words = row.split("\t")
        if not archives or archive in archives.split():
            known |= dict.fromkeys(words.split("; "), level)
    return known
