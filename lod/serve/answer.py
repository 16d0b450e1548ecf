"""An answer for a person: rows as a table, and as bars, years or a map where they are such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from lod.serve import figures
from lod.serve.figures import Map, Measure, Point, Timeline
from lod.serve.view import Shown, View

_POINT = re.compile(r"(?:<[^>]*> *)?POINT *\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")
_LATITUDES, _LONGITUDES = ("lat", "latitude"), ("long", "lon", "longitude")
_YEAR = re.compile(r"-?\d{4}")
_MOST_BARS = 60
_MOST_POINTS = 300
Row = Mapping[str, Mapping[str, str]]
EMPTY: dict[str, Any] = {
    "turtle": None,
    "truth": None,
    "names": None,
    "rows": None,
    "map": None,
    "bars": [],
    "timeline": None,
    "downloads": [],
}


def shown(view: View, kind: str, body: bytes) -> dict[str, Any]:
    """Make of an answer (rows and truths in SPARQL's JSON, graphs in Turtle) what a page shows."""
    if kind == "graph":
        return {"turtle": body.decode()}
    content: dict[str, Any] = orjson.loads(body)
    if kind == "truth":
        return {"truth": content["boolean"]}
    names, rows = content["head"]["vars"], content["results"]["bindings"]
    table = [[view.cell(row.get(name)) or Shown(text="") for name in names] for row in rows]
    drawn = timeline(names, rows)
    return {
        "names": names,
        "rows": table,
        "map": world(names, rows, table),
        "timeline": drawn,
        "bars": [] if drawn else bars(names, rows, table),
    }


def bars(names: Sequence[str], rows: Sequence[Row], table: list[list[Shown]]) -> list[Measure]:
    """Draw two columns of which the second holds numbers, none of them negative, as bars."""
    if len(names) != 2 or not 2 <= len(rows) <= _MOST_BARS:
        return []
    if not all(_counts(row.get(names[1])) for row in rows):
        return []
    return figures.measures(
        (line[0].text, line[0].href, row[names[1]]["value"])
        for row, line in zip(rows, table, strict=True)
    )


def timeline(names: Sequence[str], rows: Sequence[Row]) -> Timeline | None:
    """Draw two columns, years and numbers, as a timeline."""
    if len(names) != 2 or not rows:
        return None
    pairs = [(row.get(names[0], {}).get("value", ""), row.get(names[1])) for row in rows]
    if not all(_YEAR.fullmatch(year) and _counts(number) for year, number in pairs):
        return None
    years = [(year, int(float(number["value"]))) for year, number in pairs if number]
    return figures.timeline(years)


def world(names: Sequence[str], rows: Sequence[Row], table: list[list[Shown]]) -> Map | None:
    """Draw rows that have a point, or latitude and longitude, on a map."""
    points = [
        Point(line[0].text, line[0].href, *where)
        for row, line in zip(rows[:_MOST_POINTS], table, strict=False)
        if (where := _where(names, row)) is not None
    ]
    return figures.world(points, 0.022)


def _where(names: Sequence[str], row: Row) -> tuple[float, float] | None:
    """Find latitude and longitude in a row."""
    for cell in row.values():
        found = _POINT.fullmatch(cell["value"]) if cell["type"] == "literal" else None
        if found:
            return _degrees(found[2], found[1])
    lat = next((row[name]["value"] for name in names if name in _LATITUDES and name in row), "")
    long = next((row[name]["value"] for name in names if name in _LONGITUDES and name in row), "")
    return _degrees(lat, long)


def _degrees(lat: str, long: str) -> tuple[float, float] | None:
    try:
        return float(lat), float(long)
    except ValueError:
        return None


def _counts(cell: Mapping[str, str] | None) -> bool:
    """Tell whether a cell is a number of which a bar can be drawn."""
    if cell is None or cell.get("datatype", "").rpartition("#")[2] not in _NUMBERS:
        return False
    try:
        return 0 <= float(cell["value"]) < float("inf")
    except ValueError:
        return False
