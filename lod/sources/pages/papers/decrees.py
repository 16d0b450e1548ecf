"""The head of a decree: who issues it, the word for it with its number, the day, the matter."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.sources.pages.citations.citedparts import DATE
from lod.sources.pages.papers.convenedabroad import is_inflected
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.bodywords import HEADS, LINKS
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import OFFICES

ISSUED, ISSUED_ABROAD = "issuer of a decree", "issuer of a decree, in another language"
_TOP, _FIRST, _LONGEST, _SHORT, _BETWEEN = 10, 4, 120, 60, 4
_ON = ("On ", "Concerning ", "About ", "Regarding ", "Re: ", "О ", "Об ", "O ")
_WORDS = (
    "DECREE", "RESOLUTION", "ORDER", "DECISION", "DIRECTIVE", "EDICT", "ORDINANCE", "DISPOSITION",
    "INSTRUCTION", "REGULATION", "ПОСТАНОВЛЕНИЕ", "ПРИКАЗ", "РЕШЕНИЕ", "УКАЗ", "РАСПОРЯЖЕНИЕ",
)  # fmt: skip
_KIND = re.compile(
    rf"(?i:(?:joint |draft |secret )?(?:{'|'.join(_WORDS)}))"
    r"(?:\s+[\"\u201c\u201e\u00ab][^\W\d_]{1,3}[\"\u201d\u201c\u00bb])?"
    r"(?:\s+(?:No\.?|NO\.?|N|Nr\.?|\u2116)\s*\S+)?(?:,?\s+(?:of|dated|from|от)\s.{5,30})?"
)
# Whose it is, below the word for it: `OF THE POLITBURO OF THE CC OF THE BCP of 2 March 1976`.
_WHOSE = re.compile(
    r"(?:(?i:adopted|issued|passed|taken|approved) )?(?:of|OF|by|BY) (?:the |THE )?"
    r"(?P<body>[^\W\d_].{2,90}?)"
    rf"(?:,? (?:of |OF |dated |DATED |from |on |ON )?{DATE})?\.?"
)
# The same on one line with it, in capitals, and in other languages.
_OWNED = re.compile(
    rf"(?:JOINT |DRAFT |SECRET )?(?:{'|'.join(_WORDS)})(?:,? (?:NO\.?|No\.?|N|\u2116) ?\S+)? "
    rf"OF THE (?P<body>[^\W\d_].{{2,90}}?)(?:,? (?:OF |of |DATED |dated )?{DATE})?\.?"
)
# The same in small letters, as one of the first lines.
_OWNED_TOO = re.compile(
    rf"(?:Joint |Draft |Secret )?(?:{'|'.join(one.capitalize() for one in _WORDS)})"
    r"(?:,? (?:No\.?|N|\u2116) ?\S+)? (?:of|by) the (?P<body>[^\W\d_].{2,90}?)"
    rf"(?:,? (?:of |dated |from |on )?{DATE})?\.?"
)
# `The Council of Ministers of the USSR RESOLVES:`
_DECIDES = re.compile(
    r"(?:The |THE )?(?P<body>[A-Z].{4,90}?),? (?i:hereby )?"
    r"(?i:decides|resolves|decrees|orders|decided|resolved|has decided)"
    r"(?: (?i:the following|as follows))?:"
)
_KIND_ABROAD = re.compile(
    r"(?i:beschlu(?:ss|ß)|uchwała|decyzja|usnesení|uznesenie|hotărîre|hotărâre|decizie"
    r"|постановление|решение|постанова)(?:\s+(?:[Nn][Rr]\.?|[čČ]\.|\u2116|No\.)\s*\S+)?"
)
_WHOSE_ABROAD = re.compile(
    r"(?:(?:des|der) )?(?P<body>[^\W\d_].{2,80}?)"
    rf"(?:,? (?:vom|z dnia|ze dne|zo dňa|din|от|від) {DATE}(?: r\.)?)?\.?"
)
# The body's name runs over two lines: `CENTRAL COMMITTEE` / `OF THE COMMUNIST PARTY`.
_RUNS_ON = re.compile(r"(?:OF|of|AND|and)\b")


def issued(lines: Sequence[Line]) -> Iterator[Told]:
    """Find the body right above the word for what it issues: it is the author.

    >>> heads = ("COUNCIL OF MINISTERS OF THE USSR", "DECREE No. 512", "of 18 July 1952")
    >>> starts = (0, 33, 48)
    >>> lines = [Line(at, at + len(head), head) for at, head in zip(starts, heads)]
    >>> [(one.column, one.start, one.end) for one in issued(lines)]
    [('corporate_author', 0, 32)]
    """
    for at, line in enumerate(lines[:_TOP]):
        if len(line.text) > _LONGEST:
            continue
        owned = _owned(line, lines[at + 1 : at + 2])
        if owned := owned or _owned_too(line, first=at < _FIRST):
            yield owned
            return
        if not at or not _KIND.fullmatch(line.text):
            continue
        above = lines[at - 1]
        first = lines[at - 2] if at > 1 and _RUNS_ON.match(above.text) else above
        if _is_body(first.text):
            yield Told("corporate_author", first.start, above.end, ISSUED)
        return


def _owned(line: Line, below: Sequence[Line]) -> Told | None:
    """Read whose a decree is, on the line of the word for it or on the one below it."""
    if found := _OWNED.fullmatch(line.text):
        return _by(line, found, ISSUED)
    for one in below:
        if _KIND.fullmatch(line.text) and (found := _WHOSE.fullmatch(one.text)):
            return _by(one, found, ISSUED)
        if _KIND_ABROAD.fullmatch(line.text) and is_inflected(one.text):
            found = _WHOSE_ABROAD.fullmatch(one.text)
            return _by(one, found, ISSUED_ABROAD) if found else None
    return None


def _owned_too(line: Line, *, first: bool) -> Told | None:
    """Read whose a decree is on a line in small letters, or in the sentence by which it decides."""
    found = _OWNED_TOO.fullmatch(line.text) if first else None
    found = found or (_DECIDES.fullmatch(line.text) if line.text[-1:] == ":" else None)
    return _by(line, found, ISSUED) if found else None


def _by(line: Line, found: re.Match[str], rule: str) -> Told | None:
    start, end = (line.start + place for place in found.span("body"))
    named = rule == ISSUED_ABROAD or _is_body(found["body"])
    return Told("corporate_author", start, end, rule) if named else None


def matter(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line says what a decree is on, below its number, day and place.

    >>> heads = ("DECREE No. 512", "of 18 July 1952", "Moscow, Kremlin", "On aid to Albania")
    >>> matter([Line(0, 0, head) for head in heads], 3)
    True
    """
    if not lines[at].text.startswith(_ON) or len(lines[at].text) > 2 * _LONGEST:
        return False
    for line in reversed(lines[max(at - _BETWEEN, 0) : at]):
        if len(line.text) > _SHORT:
            return False
        if _KIND.fullmatch(line.text):
            return True
    return False


def _is_body(text: str) -> bool:
    """Tell whether a line is a body's name: a word for one, and no sentence."""
    if len(text) > _LONGEST or text.endswith((".", ":", ";", ",")):
        return False
    spelled = [word.strip(".,()") for word in text.split()]
    words = {word.casefold() for word in spelled}
    named = all(word[:1].isupper() or word in LINKS for word in spelled)
    held = spelled[0].casefold() in OFFICES or not named
    return not held and (kind_of(text) == "group" or bool(words & HEADS))
