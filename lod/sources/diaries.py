"""An entry of a diary that speaks of a later day: when it was closed is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lod.normalize.dates import parse_date
from lod.record import TimeSpan
from lod.sources import Cell

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b(\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}})\b(?:,? (\d{{4}}))?")


def open_ended(
    dates: tuple[TimeSpan, ...], cells: Mapping[str, Sequence[Cell]]
) -> tuple[TimeSpan, ...]:
    """Leave open until when a diary's entry was written, where its text names a later day.

    dates: of the record, the preferred one first. cells: of its page. A day without a year is of
    the entry's. That such a diary has a begin alone is a rule of docs/model.md.
    """
    first = dates[0]
    year, texts = first.end[:4], cells.get("body", ())
    if not year or not texts or all(one.text != "diary" for one in cells.get("form", ())):
        return dates
    for found in _DAY.finditer(texts[0].text):
        named = parse_date(f"{found[1]} {found[2] or year}")
        if named is not None and first.end < named.begin:
            same = (first.begin, first.end)
            return tuple(
                replace(one, end="") if (one.begin, one.end) == same else one for one in dates
            )
    return dates
