"""Lines at the head of a paper that are its kind with number, place, day, file beside it.

`Cablegram K178 BATAVIA, 5 May 1948`, `No. 1781 Telegraphic [FO 371/84080: FK 1015/84]`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lod.normalize.dates import parse_date
from lod.sources.pages.citations.citedparts import DATE
from lod.sources.pages.words.secrecy import grades
from lod.sources.pages.words.titleforms import form

_LONGEST, _MOST_GRADE = 110, 3
_KINDS = (
    r"(?i:(?:cipher|cypher|coded|circular|outward|inward|incoming|outgoing|secret|en clair)? ?"
    r"(?:cablegrams?|telegrams?|cables?|d[ei]spatch(?:es)?|savingrams?|airgrams?|radiograms?|telex"
    r"|aerogrammes?|teleprinter messages?))"
)
_LETTERS = r"(?i:letters?|memorandum|minutes?|notes?|messages?|submissions?|reports?|circulars?)"
_CODE = r"(?:[A-Z]{1,4}\.?[- ]?)?\d[\w/.-]*"
# The kind, its number, and what stands behind: the place and day of sending.
_LED = re.compile(
    rf"(?P<kind>{_KINDS}|{_LETTERS})"
    rf"(?:,? (?:[Nn]os?\.? ?|N[Oo]s?\.? ?)?(?P<number>{_CODE})(?<!\.))?[,.:;]?\s+"
    rf"(?P<rest>[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){{0,2}},? {DATE}.{{0,30}})"
)
_ALONE = re.compile(rf"(?P<kind>{_KINDS}),? (?P<number>(?!(?:18|19|20)\d\d$){_CODE})")
# The number first, the kind behind it, and the file of the office in brackets.
_NUMBERED = re.compile(
    r"N(?:o|O|r|os|OS)\.? ?(?P<number>\d{1,5}(?:/\d+)?)\*?"
    r"(?:,? (?P<kind>Telegraphic|Telegram|Tel\.|Saving(?:: Telegraphic)?|Despatch|D\.)"
    r"(?: (?:Saving|Telegraphic|R|E|Arfar|Basic|by bag|Extract|\(?(?:Secret|Confidential)\)?))*)?"
    r"(?:[:.]? ?\[(?P<file>[A-Z][^\[\]\n]{4,60})\])?"
)
# As editions of French papers shorten kind and number: `T. nos 312 à 319. Secret. Réservé.`
_SHORTENED = re.compile(
    r"(?P<kind>T(?:él)?\.(?: circ\.)?|D(?:ép)?\.|L\.|N\.|Télégrammes?|Dépêches?|Lettres?|Note)"
    r" (?P<several>n(?:os|[°ºo]s?))\.? ?"
    r"(?P<number>\d{1,5}(?:[-/]\w+)*(?: ?(?:à|et|-|\u2013) ?\d{1,5})?)"
    r"(?:[.,] .*|\.)?"
)
# An office's number, perhaps the grade of secrecy, then the day: `II A 1-83.10/69 geheim  5. Mai`.
_DAYED = re.compile(
    r"(?P<head>[A-Z\d].{4,60}?),?\s+[*_]{0,3}"
    rf"(?P<day>(?=\d{{1,2}}\D|[A-Z][a-z]+ \d{{1,2}}\D){DATE})"
    r"[*_]{0,3}\.?"
)
_OFFICE = re.compile(
    r"(?=.*[A-Z].*\d|.*\d.*[A-Z]|.*[./-].*[./-])(?=.*\d[\d.]*[-/]|.*[-/]\d)"
    r"(?:[A-Z][A-Za-z]{0,4}\.?|\d[\d.]*)"
    r"(?:[ ./-]+(?:[A-Z][A-Za-z]{0,4}|[IVX]{1,5}|\d[\d.]*[A-Z]?))+"
)
_BY_LETTER = {"T": "telegram", "D": "dispatch", "L": "letter", "N": "note"}
_DIGIT = re.compile(r"\d")
_WIRED = ("telegraphic", "tel.", "saving")


class KindLine(NamedTuple):
    """What such a line says: the kind, where number and file stand, and where the rest."""

    kind: str
    number: tuple[int, int] | None
    file: tuple[int, int] | None
    rest: int
    end: int | None = None


def kind_line(text: str) -> KindLine | None:
    """Read a line that gives the kind of a paper with its number or day; None for another line.

    >>> line = "No. 1781 Telegraphic [FO 371/84080: FK 1015/84]"
    >>> found = kind_line(line)
    >>> found.kind, line[slice(*found.number)], line[slice(*found.file)]
    ('telegram', '1781', 'FO 371/84080: FK 1015/84')
    """
    return _read(text) if len(text) <= _LONGEST and _DIGIT.search(text) else None


@lru_cache(maxsize=1 << 9)
def _read(text: str) -> KindLine | None:
    if text[:1] in _BY_LETTER and (found := _SHORTENED.fullmatch(text)):
        return KindLine(_BY_LETTER[text[0]], found.span("number"), None, len(text))
    if text[:1] == "N":
        return _numbered(text)
    found = _LED.fullmatch(text) or _ALONE.fullmatch(text)
    if not found:
        return _dayed(text)
    kind = "telegram" if "gram" in found["kind"].casefold() else form(found["kind"])
    kind = "airgram" if "irgram" in found["kind"].casefold() else kind
    rest = found.start("rest") if found.re is _LED else len(text)
    return KindLine(kind, found.span("number") if found["number"] else None, None, rest)


def _dayed(text: str) -> KindLine | None:
    """Read the number of an office before a grade and the day.

    >>> text = "214-321.00 POL-1187/73 VS-vertraulich 19. Oktober 1973"
    >>> text[slice(*_dayed(text).number)], _dayed("On 10-12 May 1951")
    ('214-321.00 POL-1187/73', None)
    """
    found = _DAYED.fullmatch(text) if any(map(text.__contains__, "-/")) else None
    if found is None:
        return None
    code = _ungraded(found["head"])
    if not _OFFICE.fullmatch(code) or parse_date(code):
        return None
    return KindLine("", (0, len(code)), None, *found.span("day"))


def _ungraded(head: str) -> str:
    """Give a number without the grade of secrecy behind it, of up to three words."""
    words = head.split(" ")
    for count in range(min(_MOST_GRADE, len(words) - 1), 0, -1):
        tail = " ".join(words[-count:]).strip(" ,;")
        if any(span == (0, len(tail)) for span in grades(tail, whole=True)):
            return " ".join(words[:-count]).rstrip(" ,;")
    return head.rstrip(" ,;")


def _numbered(text: str) -> KindLine | None:
    found = _NUMBERED.fullmatch(text)
    if not found or not (found["kind"] or found["file"]):
        return None
    said = (found["kind"] or "").casefold()
    wired = said.startswith(_WIRED)
    kind = "telegram" if wired else "dispatch" if said == "d." else form(said) if said else ""
    file = found.span("file") if found["file"] else None
    return KindLine(kind, found.span("number"), file, len(text))
