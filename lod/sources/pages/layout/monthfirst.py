"""Days in numbers whose month stands first, as another date of the page shows: `11/02/1956`."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping, Sequence

from lod.normalize.dates import parse_date
from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_MONTHS = 12


def read_by_others(found: Mapping[str, list[Cell]], lines: Sequence[Line]) -> None:
    """Read a day in numbers month first where another claim or the text shows that it is.

    The text does where it writes that day out, and not the day of the other reading.

    >>> found = {"date": [Cell("07/11/1967", 0, 10, "label date")]}
    >>> read_by_others(found, [Line(0, 33, "At its meeting of July 11th, 1967")])
    >>> found["date"][0].text
    '1967-07-11'
    """
    known = {
        span.edtf
        for cells in found.values() for cell in cells
        if (span := parse_date(cell.text))
    }  # fmt: skip
    for cells in found.values():
        for at, cell in enumerate(cells):
            match = _NUMERIC.fullmatch(cell.text)
            day = f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}" if match else ""
            if match and (day in known or _is_written(match, lines)):
                rule = f"{cell.rule}, month first as another date of the page shows"
                cells[at] = cell._replace(text=day, rule=rule)


def _is_written(match: re.Match[str], lines: Sequence[Line]) -> bool:
    one, two, year = map(int, match.groups())
    if not (0 < one <= _MONTHS and 0 < two <= _MONTHS) or one == two:
        return False
    return _has(lines, month=one, day=two, year=year) and not _has(
        lines, month=two, day=one, year=year
    )


def _has(lines: Sequence[Line], *, month: int, day: int, year: int) -> bool:
    """Tell whether lines have a day written out in English."""
    name, nth = f"{month_name[month][:3]}\\w*\\.?", f"{day}(?:st|nd|rd|th)?"
    written = re.compile(rf"\b(?:{name} {nth}|{nth} (?:of )?{name}),? {year}\b")
    return any(str(year) in line.text and written.search(line.text) for line in lines)
