"""Makers of dates: of a thing, and of a life."""

from __future__ import annotations

import re
from functools import lru_cache

from lod.normalize.dates import OTHER_WEEKDAY, parse_date, undated
from lod.normalize.life_dates import life_dates
from lod.record import Origin, Text, TimeSpan
from lod.sources.clean import one_line
from lod.sources.draft import Draft
from lod.sources.meaning import CACHED, Meaning


def date(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    """Read when something was; words that are no date are kept, with an Issue."""
    label = one_line(text)
    span = _span(label, meaning.day_first, meaning.century)
    if span is None and not undated(label):
        draft.issue("date/unparsed", _NO_DATE, meaning.field, text)
    elif span and (span.begin[:4] > _LATEST or _UNLIKELY.fullmatch(label)):
        message = f"was read as {span.edtf}, which is hardly meant: mend it in [fix] of its field"
        draft.issue("date/unlikely", message, meaning.field, text)
    elif span and OTHER_WEEKDAY in span.note:
        message = f"{span.edtf} was another weekday: mend what is wrong in [fix] of its field"
        draft.issue("date/weekday", message, meaning.field, text)
    draft.add(meaning.slot, _dated(span or TimeSpan(label=label), origin, meaning.basis))


_NO_DATE = "not a date that we can read, or no such day: mend it in [fix] of its field"
_LATEST = "2100"  # no catalogue of what is written today has a later year
# 1/1/1 has no year of any century, 193 lacks a digit; -1945 is before Christ in EDTF, and "until
# 1945" to archivists.
_UNLIKELY = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d|-[12]\d{3}|[12]\d\d|00\d\d")


def lives(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    """Read the dates of a life; "active 1935" and "20th century" say when somebody worked."""
    words = one_line(text)
    born, died = _life(words)
    for slot, span in (("born", born), ("died", died)):
        if span is not None:
            draft.add(slot, _dated(span, origin))
    active = _ACTIVE.search(words)
    if active:
        means = Meaning(field=meaning.field, slot="active")
        date(draft, means, active[1].strip(), origin)
    elif born is None and died is None:
        _century(draft, meaning, words, origin)


# In which order a catalogue says that it writes days and months.
_ORDER = re.compile(
    r" ?\((?:(d{1,2}[/.-]m{1,2}[/.-]y{1,4}|day[/ ]month[/ ]year)|m{1,2}[/.-]d{1,2}[/.-]y{1,4}"
    r"|month[/ ]day[/ ]year)\)$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:active|act\.|alive|documented|fl\.|flourished|mentioned|recorded|reigned|ruled|r\.)\s+"
    r"([^,;()]*\d[^,;()]*)",
    re.IGNORECASE,
)


def _century(draft: Draft, meaning: Meaning, words: str, origin: Origin) -> None:
    """Read "American, 20th century", which says when somebody worked; else keep the words."""
    dated = _DATED.search(words)
    if dated is None and not _TIME.search(words):
        return
    span = _span(dated[1].strip(), meaning.day_first, meaning.century) if dated else None
    if span is not None:
        draft.add("active", _dated(span, origin))
        return
    draft.issue("date/unparsed", _NO_DATE, meaning.field, words)
    draft.add("note", Text(value=words, language=meaning.language, origin=origin))


# Words of a time without a number: `Edo period`, `Qing dynasty`.
_TIME = re.compile(
    r"\b(?:period|dynasty|era|age|epoch|reign|century|centuries|medieval|ancient|antiquity"
    r"|renaissance|dynastie|\u00e9poque|si\u00e8cle|zeit|jahrhunderts?|mittelalter|\u0432\u0435\u043a"
    r"|\u044d\u043f\u043e\u0445\u0430|periodo|siglo|secolo)\b|zeit\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"([^,;()]*\d[^;()]*)")


@lru_cache(maxsize=CACHED)
def _span(text: str, day_first: bool, century: int | None) -> TimeSpan | None:
    if text.endswith(")") and (order := _ORDER.search(text)):  # 01/09/1975 (d/m/y)
        text, day_first = text[: order.start()], order[1] is not None
    return parse_date(text, day_first=day_first, century=century)


@lru_cache(maxsize=CACHED)
def _life(text: str) -> tuple[TimeSpan | None, TimeSpan | None]:
    return life_dates(text)


def _dated(span: TimeSpan, origin: Origin, basis: str = "field") -> TimeSpan:
    return TimeSpan(
        label=span.label,
        edtf=span.edtf,
        begin=span.begin,
        end=span.end,
        basis=basis,
        note=span.note,
        origin=origin,
    )
