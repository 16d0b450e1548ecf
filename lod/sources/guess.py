"""What a table seems to hold: which of its columns feeds which field, for `lod init`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import orjson

from lod.config import FIELDS, Source
from lod.normalize.dates import parse_date
from lod.normalize.languages import parse_language
from lod.normalize.life_dates import life_dates
from lod.sources import Row, Slice
from lod.sources.columnwords import field_of, longitude_beside, role_of
from lod.sources.readers import READERS

_LOOKED_AT = 200  # rows
_MOST = 0.8  # share of values that must look alike
_SOME = 0.1  # share of values with a mark between items for a column to be a list
_ONCE = frozenset({"identifier", "url", "title", "kind", "license", "coordinates", "content"})
_MARKS = ("|", ";")
_CODE = 3  # letters
_TERMS = 12  # different values that a column of terms may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column as it was found: its values in the rows that were looked at, and how many rows.

    values: the first of each row. items: all that differ, () where they are many. when: a column
    beside it, and the values of that one with which its items are meant. second: the column that
    gives the other half of its values.
    """

    name: str
    values: tuple[str, ...]
    rows: int
    items: tuple[str, ...] = ()
    when: tuple[str, tuple[str, ...]] | None = None
    second: str = ""

    def share(self, looks: re.Pattern[str]) -> float:
        """Give the share of values that begin with what the pattern says."""
        return sum(looks.match(value) is not None for value in self.values) / len(self.values)

    @property
    def is_key(self) -> bool:
        """Tell whether every row has another short value here."""
        short = all(len(value) <= 64 and "\n" not in value for value in self.values)
        return short and len(set(self.values)) == len(self.values) == self.rows

    @property
    def is_json(self) -> bool:
        """Tell whether the values are lists in JSON."""
        return all(value.startswith("[") and _is_list(value) for value in self.values)

    @property
    def mark(self) -> str:
        """Give the mark that stands between the items of a value, "" when there is none."""
        counts = {mark: sum(mark in value for value in self.values) for mark in _MARKS}
        best = max(_MARKS, key=lambda mark: counts[mark])
        return best if counts[best] > _SOME * len(self.values) else ""


def read_columns(source: Source) -> tuple[list[Column], str]:
    """Read the first rows of a source, and the mark that parts its columns."""
    reader = READERS[source.format]
    parts = (part for part in reader.slices(source, source.path.parent) if isinstance(part, Slice))
    part = next(parts, None)
    if part is None:
        return [], ""
    rows = [row for row in islice(reader.rows(source, part), _LOOKED_AT) if isinstance(row, Row)]
    names = dict.fromkeys([*part.header, *(name for row in rows for name in row.cells)])
    found = {name: [row.cells[name] for row in rows if name in row.cells] for name in names}
    columns = [
        Column(
            name=name,
            values=tuple(cells[0].text for cells in found[name]),
            rows=len(rows),
            items=_items(cell.text for cells in found[name] for cell in cells),
        )
        for name in names
        if found[name]
    ]
    return columns, part.delimiter


def _items(texts: Iterable[str]) -> tuple[str, ...]:
    """List the different values of a column, none where they are too many to be a term's."""
    different = sorted(set(texts))
    return tuple(different) if len(different) <= _TERMS else ()


def guess(columns: Sequence[Column]) -> dict[str, list[Column]]:
    """Say which of our fields each column may feed; a column that says nothing feeds none.

    The name decides, then the values; identifier and title are found in any case, if they can be.
    """
    named = [(column, _by_name(column)) for column in columns]
    found = _named(named, columns)
    _read_mail(found)
    _pair_degrees(found, columns)
    taken = {name for one in found.get("coordinates", ()) for name in (one.name, one.second)}
    free = [column for column, field in named if not field and column.name not in taken]
    valued = [(column, _by_values(column)) for column in free]
    lives = any(field in found for field in ("life_dates", "born", "died"))
    for column, field in valued:
        if field and field not in found and not (lives and field == "date"):
            found[field] = [column]
    used = {name for same in found.values() for one in same for name in (one.name, one.second)}
    free = [column for column in columns if column.name not in used]
    if "title" not in found and "coordinates" in found and "place_created" in found:
        found["title"] = found.pop("place_created")  # a list of places
    if "identifier" not in found:
        _number(found, free)
    if "title" not in found:
        kept = [column for column in free if column not in found.get("identifier", [])]
        kept = [column for column in kept if column.share(_FRACTION) < _MOST]
        found |= {"title": [max(kept, key=_eloquence)]} if kept else {}
    return {field: found[field] for field in FIELDS if found.get(field)}


def _read_mail(found: dict[str, list[Column]]) -> None:
    """Take the subject of a letter or mail for its title: it has a sender, and no other one."""
    lines = found.get("subject", [])
    if "title" not in found and {"sender", "recipient"} & found.keys() and len(lines) == 1:
        found["title"] = found.pop("subject")


def _pair_degrees(found: dict[str, list[Column]], columns: Sequence[Column]) -> None:
    """Join a column of latitudes and one of longitudes."""
    names = [column.name for column in columns]
    pairs = ((column, longitude_beside(column.name, names)) for column in columns)
    both = next(((column, second) for column, second in pairs if second), None)
    if both and "coordinates" not in found:
        found["coordinates"] = [replace(both[0], second=both[1])]


def _number(found: dict[str, list[Column]], free: Sequence[Column]) -> None:
    """Find what tells rows apart: a number, else a reference, else what looks like one."""
    for field in ("number", "reference"):
        if keys := [column for column in found.get(field, ()) if column.is_key]:
            found["identifier"] = keys[:1]
            if field == "number":
                found[field].remove(keys[0])
            return
    keys = [one for one in free if one.is_key and one.share(_YEAR) < _MOST]
    keys = [one for one in keys if one.share(_NUMBERED) >= _MOST > one.share(_FRACTION)]
    found |= {"identifier": keys[:1]} if keys else {}


def _named(
    named: Iterable[tuple[Column, str]], columns: Sequence[Column]
) -> dict[str, list[Column]]:
    """Give the columns by the field that their names say."""
    found: dict[str, list[Column]] = {}
    for column, said in named:
        for field, part in _by_roles(column, said, columns):
            if field and not (field in _ONCE and field in found):
                found.setdefault(field, []).append(part)
    return found


def _by_roles(
    column: Column, field: str, columns: Sequence[Column]
) -> Iterator[tuple[str, Column]]:
    """Give a list of people or dates to several fields, where roles stand beside its items."""
    item = _LEAF.fullmatch(column.name)
    beside = (one for one in columns if item and _is_role(one.name, item[1]) and one.items)
    roles = next(beside, None)
    if roles is None or FIELDS.get(field) not in ("agent", "date"):
        yield field, column
        return
    meant: dict[str, list[str]] = {}
    for word in roles.items:
        own = role_of(word) if FIELDS[field] == "agent" else field_of(word)
        if own or FIELDS[field] == "agent":
            meant.setdefault(own or field, []).append(word)
    for own, words in meant.items():
        yield own, replace(column, when=(roles.name, tuple(words)))
    if not meant:
        yield field, column


def _is_role(name: str, item: str) -> bool:
    """Tell whether a path names what an item of a list is: `people[].role` of `people[]`."""
    return name.rpartition(".")[0] == item and _ROLE.fullmatch(name.rpartition(".")[2]) is not None


def _by_name(column: Column) -> str:
    """Tell the field by the column's name; `from[].text` is called `from`."""
    item = _LEAF.fullmatch(column.name)
    field = field_of((item[1] if item else column.name).replace("[]", ""))
    sample = column.values[:50]
    if field == "life_dates" and not any(any(life_dates(value)) for value in sample):
        return ""
    if field == "date":
        lives = [value for value in sample if any(life_dates(value))]
        told = sum(_OF_LIFE.match(value) is not None for value in lives)
        dated = sum(_is_date(value) for value in sample) >= len(sample) / 2
        return "life_dates" if (told if dated else len(lives)) > len(sample) / 4 else field
    return field


# What no date of a thing says: `American, 1907 - 2003`, `born 1917`.
_OF_LIFE = re.compile(r"[^\W\d][^\d,]*,\s|(?:born|b\.|died|d\.|geb\.|né)\W", re.IGNORECASE)


_LEAF = re.compile(r"(.+)\.(?:text|name|label|value|date)")
_ROLE = re.compile(r"role|type|function|relation|kind")


_YEAR = re.compile(r"(?:1\d{3}|20\d\d)$")
_ADDRESS = re.compile(r"https?://")
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?Q\d+$")
_DIGITS = re.compile(r".*\d{3}|.*\d[./-]\d")


def _by_values(column: Column) -> str:
    if column.share(_ITEM) >= _MOST:
        return "wikidata"
    if column.share(_ADDRESS) >= _MOST and len(set(column.values)) == len(column.values):
        return "url"
    sample = column.values[:50]
    if column.share(_DIGITS) >= _MOST:
        dated = sum(_is_date(value) for value in sample)
        return "date" if dated >= _MOST * len(sample) else ""
    known = [value for value in sample if parse_language(value)]
    # A word of two or three letters is a code only among others: `hi` is also a greeting.
    sure = sum(len(value) > _CODE for value in known) or len(sample) >= _TERMS
    return "language" if sure and len(known) >= _MOST * len(sample) else ""


def _is_date(value: str) -> bool:
    # A bare number, or one with a point, is as likely a count or a measure.
    return not _MEASURE.fullmatch(value) and parse_date(value) is not None


_MEASURE = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"[+-]?\d+[.,]\d+$")
# Of a column that tells rows apart, whatever it is called: digits, or parts of a code.
_NUMBERED = re.compile(r".*\d|\w+(?:[-_./:]\w+)+$")


def _eloquence(column: Column) -> float:
    """Rank a column as a title: filled, different in every row, some words, no sentences."""
    lengths = [len(value) for value in column.values]
    typical = sorted(lengths)[len(lengths) // 2]
    wordy = typical if typical <= 150 else 0
    return len(set(column.values)) / column.rows * wordy


def _is_list(value: str) -> bool:
    try:
        return isinstance(orjson.loads(value), list)
    except orjson.JSONDecodeError:
        return False
