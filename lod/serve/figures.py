"""Drawings for pages, worked out here and written as SVG by templates: timeline, bars, map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 640, 110
_FOOT = 20
_STEPS = (1, 5, 10, 25, 50, 100, 250, 500)
_MOST_BARS = 60
_NARROWEST = 40.0
_MOST_NAMES = 14
_LETTER = 0.56


class Bar(NamedTuple):
    """One bar of a timeline: what it counts, from which year on, and where it stands."""

    label: str
    year: int
    number: int
    x: float
    y: float
    width: float
    height: float


class Tick(NamedTuple):
    """A year below the line, and how its text is set against it."""

    label: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """How many there are over the years; step: of how many years each bar is."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    step: int


class Point(NamedTuple):
    """A place on a map: its name, where it leads, degrees, and how often it is named."""

    text: str
    href: str
    lat: float
    long: float
    number: int = 1


class Mark(NamedTuple):
    """A place as it is drawn; text is "" where its name would lie on another one."""

    point: Point
    x: float
    y: float
    radius: float
    text: str
    anchor: str
    text_x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A piece of the world: its left upper corner and size in degrees, and what is marked."""

    left: float
    top: float
    width: float
    height: float
    marks: tuple[Mark, ...]
    letter: float
    meridians: tuple[float, ...]
    parallels: tuple[float, ...]


class Measure(NamedTuple):
    """A line of a bar chart: the label, its number as written, and how long the bar is (0 to 1)."""

    text: str
    href: str
    number: str
    share: float


def timeline(years: Iterable[tuple[str, int]]) -> Timeline | None:
    """Draw counts by year; None when there are fewer than two years with something.

    >>> drawn = timeline([("1945", 2), ("1950", 1)])
    >>> [(bar.label, bar.number, round(bar.height)) for bar in drawn.bars], drawn.step
    ([('1945', 2, 90), ('1950', 1, 45)], 1)
    """
    counts = {int(year): number for year, number in years if year.lstrip("-").isdigit()}
    if len(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    step = next((one for one in _STEPS if (last - first) / one < _MOST_BARS), 1000)
    first = first // step * step
    sums = dict[int, int]()
    for year, number in sorted(counts.items()):
        place = (year - first) // step
        sums[place] = sums.get(place, 0) + number
    slots = max(sums) + 1
    most, wide = max(sums.values()), WIDTH / slots
    bars = []
    for place, number in sums.items():
        year, high = first + step * place, max(2.0, (HEIGHT - _FOOT) * number / most)
        label = str(year) if step == 1 else f"{year}\u2013{year + step - 1}"
        left, width = place * wide + wide * 0.1, min(wide * 0.8, 40.0)
        bars.append(Bar(label, year, number, left, HEIGHT - _FOOT - high, width, high))
    return Timeline(bars=tuple(bars), ticks=_ticks(first, step, slots), step=step)


def _ticks(first: int, step: int, slots: int) -> tuple[Tick, ...]:
    places = sorted({0, slots // 2, slots - 1}) if slots > 8 else [0, slots - 1]
    anchors = ["start", *["middle"] * (len(places) - 2), "end"]
    wide = WIDTH / slots
    return tuple(
        Tick(str(first + step * place), {"start": 0.0, "end": WIDTH}.get(how, wide * place), how)
        for place, how in zip(places, anchors, strict=True)
    )


def measures(rows: Iterable[tuple[str, str, str]]) -> list[Measure]:
    """Draw numbers as bars: of each row the label, where it leads, and the number as written.

    >>> [(one.text, one.share) for one in measures([("a", "", "4"), ("b", "", "1")])]
    [('a', 1.0), ('b', 0.25)]
    """
    found = list(rows)
    most = max((float(number) for _, _, number in found), default=0.0)
    return [
        Measure(text, href, number, max(0.0, float(number) / most) if most > 0 else 0.0)
        for text, href, number in found
    ]


def world(points: Sequence[Point], letter: float = 0.037) -> Map | None:
    """Draw places on the piece of the world that holds them; None when there is none.

    Degrees are drawn as they are (plate carrée), which needs no reckoning to be read. letter: how
    large names are, as a part of the width: the default suits a map as narrow as a phone.

    >>> drawn = world([Point("Hanoi", "", 21.0, 105.8)])
    >>> drawn.left, drawn.top, drawn.width, drawn.height
    (85.8, -31.0, 40.0, 20.0)
    """
    good = [one for one in points if abs(one.lat) <= 90 and abs(one.long) <= 180]
    if not good:
        return None
    west, east = min(one.long for one in good), max(one.long for one in good)
    south, north = min(one.lat for one in good), max(one.lat for one in good)
    width = max(_NARROWEST, (east - west) * 1.25, (north - south) * 2.5)
    width = min(width, 360.0)
    left = min(max((west + east - width) / 2, -180.0), 180.0 - width)
    top = min(max(-(south + north) / 2 - width / 4, -90.0), 90.0 - width / 2)
    return Map(
        left=round(left, 2),
        top=round(top, 2),
        width=round(width, 2),
        height=round(width / 2, 2),
        letter=round(letter * width, 3),
        marks=_marks(good, left, width, letter * width),
        meridians=_lines(left, width),
        parallels=_lines(top, width / 2),
    )


def _lines(start: float, length: float) -> tuple[float, ...]:
    gap = 10 if length <= 60 else 30
    first = math.ceil(start / gap) * gap
    return tuple(float(one) for one in range(first, math.floor(start + length) + 1, gap))


def _marks(points: Sequence[Point], left: float, width: float, letter: float) -> tuple[Mark, ...]:
    """Place the marks, the most frequent first, and name those for whose names there is room."""
    most = max(one.number for one in points)
    taken = list[tuple[float, float, float]]()
    found = []
    for point in sorted(points, key=lambda one: (-one.number, one.text, one.href)):
        radius = letter * (0.22 + 0.3 * math.sqrt(point.number / most))
        x, y = round(point.long, 3), round(-point.lat, 3)
        long = len(point.text) * _LETTER * letter
        turned = x + radius + long > left + width
        start = x - radius * 1.4 - long if turned else x + radius * 1.4
        free = len(taken) < _MOST_NAMES and all(
            abs(y - other) > letter * 1.1 or start > end or start + long < begin
            for begin, end, other in taken
        )
        if free:
            taken.append((start, start + long, y))
        anchor, at = ("end", x - radius * 1.4) if turned else ("start", x + radius * 1.4)
        name = point.text if free else ""
        found.append(Mark(point, x, y, round(radius, 3), name, anchor, round(at, 3)))
    return tuple(found)
