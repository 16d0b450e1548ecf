"""Those who took part in a meeting or talk, where a paper lists them below the word for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.sources.pages.papers.memohead import OF_STATES, is_side, listed_first
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.persons.namelist import is_name_like, is_office, parted, trimmed
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.letterwords import is_absent
from lod.sources.pages.words.textwords import RANKS, WEAK_RANKS

_SHORT, _MOST = 100, 30
# Entries of a list on one line.
_ENTRIES = re.compile(r"[^;\s][^;]*")
_ATTENDED = frozenset(
    ("participants", "present", "those present", "in attendance", "attendees", "principals",
     "other attendees", "other participants", "those attending", "others present", "also present",
     "teilnehmer", "anwesend", "obecni", "přítomni", "jelen vannak", "присутствовали")
)  # fmt: skip
# `Secretary of State Henry Kissinger`
_HELD = re.compile(
    r"(?:Deputy |Assistant |Under |Acting )?(?:Secretary|Minister|Director) of (?:the )?(?:State"
    r"|Defen[cs]e|(?:the )?Treasury|Central Intelligence|Foreign Affairs|War|Commerce|Agriculture"
    r"|Energy|Labor|Interior|Finance|Trade) (?=[A-Z])"
)
# `zastępcy członków - tow. tow. A, B`, `Members: Comrades A, B and C`
_GROUP = re.compile(
    r"(?P<group>[^\W\d_][^:;,\n]{2,70}?)\s*(?:\s[-\u2013\u2014]|:)\s+"
    r"(?=(?:[Tt]ow|[Tt]owarzysze|[Cc]des?|[Cc]omrades?|[Gg]en|[Gg]enoss(?:e|en|in)|тт?|тов|товарищи|ss?|soudruzi"
    r"|elvt(?:ársak)?|tov(?:arășii)?|drug(?:ovi)?|друг(?:ари|ови)|Messrs|MM|Mr|Herr(?:en)?|HH)\.?\s)"
    r"(?P<names>[^\n]{3,600})"
)
_PRESENT = re.compile(
    r"\**(?:(?:[A-Z][a-z]+ )?(?:[Pp]articipants?(?: from [\w ]{3,30})?|[Pp]resent)|PRESENT"
    r"|PARTICIPANTS?|In attendance|Attendees|Taking part|Also (?:present|attending)|Invited"
    r"|Attended by):\**"
    r"\s*(\S.{2,400})"
)
# What stands behind a name: office, country, post.
_BEHIND = re.compile(r"[,(]|\s+[-\u2013\u2014]\s+")
_FEW, _RANKS = 4, RANKS | WEAK_RANKS
# The office before a name: `Chairman and Secretary General : Lord Ismay`.
_OFFICE = re.compile(r"([^\W\d_a-z][\w -]{3,50}?)\s*:\s+(?=[^\W\d_a-z])")
_NOBLE = re.compile(r"(?:The )?(?:Lord|Count|Baron|Prince|Duke|Marquis|Earl|Marquess) (?=\S)")
_CODE = re.compile(r"[A-Z][A-Z/]{0,9}\s*[-\u2013\u2014:]\s*|\d{1,2}[.)]\s+|[-\u2022*]\s+")


def attended(lines: Sequence[Line], at: int, kind: Callable[[str], str]) -> Iterator[Told]:
    """Find those who took part, below the word for it at a line: `NEA - Mr. Allen`.

    One stands on a line, or several with semicolons between them. kind: tells what words are
    known as.
    """
    if lines[at].text.rstrip(":").casefold() not in _ATTENDED:
        return
    for line in lines[at + 1 : at + 1 + _MOST]:
        loud = line.text.isupper() and _heads(lines, line)
        if loud or is_side(line.text.title() if line.text.isupper() else line.text, kind):
            continue  # the heading of a side
        if grouped := _GROUP.fullmatch(line.text):
            yield from _members(line, grouped)
            continue
        names = list(_entries(line.text)) if _is_of_list(line.text) else []
        if not names:
            return
        for begin, name in names:
            if not is_office(name) and kind(name) != "place":  # the heading of a side
                start = line.start + begin
                yield Told("participant", start, start + len(name), "list of those present")


def _heads(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line in capitals heads more of those present: `INTERNATIONAL STAFF`."""
    below = next((one.text for one in lines if one.start > line.end), "")
    first = below.removeprefix("The ").partition(" ")[0].strip(".").casefold()
    return line.text.count(" ") < _FEW and first in _RANKS and not below.endswith(".")


def is_group(text: str) -> bool:
    """Tell whether a line names those of a group who were there.

    >>> is_group("guests - tow. A. Orlov, B. Petrov"), is_group("nieobecny - tow. A. Orlov")
    (True, False)
    """
    found = _GROUP.fullmatch(text)
    return found is not None and not is_absent(found["group"])


def _members(line: Line, grouped: re.Match[str]) -> Iterator[Told]:
    """Give those of a group, unless they were not there: `members - tow. tow. A, B and C`."""
    if not is_absent(grouped["group"]):
        start = line.start + grouped.start("names")
        for lo, hi in persons_listed(grouped["names"], start):
            yield Told("participant", lo, hi, "group of those present")


def _is_of_list(text: str) -> bool:
    short = len(text) <= _SHORT or ";" in text
    ends = text.endswith((".", ":")) or text.isupper()
    return (
        short
        and not ends
        and text.casefold() not in _ATTENDED
        and not is_absent(text.partition(":")[0])
    )


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Give each name and where it begins, up to the first entry that is none."""
    for entry in _ENTRIES.finditer(text):
        begin = entry.start() + _entry_from(entry[0])
        name = trimmed(_BEHIND.split(text[begin : entry.end()])[0])
        if not (is_name_like(name) or (name and is_office(name))):
            return
        yield begin, name


def _entry_from(text: str) -> int:
    """Give where the name begins in an entry of a list: behind a code, a number or an office."""
    code = _CODE.match(text)
    begin = code.end() if code else 0
    office = _OFFICE.match(text, begin) if ":" in text else None
    if office and is_office(office[1].replace(" and ", " ")):
        begin = office.end()
    held = _HELD.match(text, begin) or _NOBLE.match(text, begin)
    return held.end() if held else begin


def present(line: Line) -> Iterator[Told]:
    """Find who took part, where a line says so."""
    match = _PRESENT.fullmatch(line.text)
    if match and not OF_STATES.match(match[1]):
        listed = listed_first(match[1])
        for start, end in parted(listed.rstrip("."), line.start + match.start(1)):
            yield Told("participant", start, end, "line of those present")
