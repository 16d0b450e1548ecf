"""Where a place is, as tables write it -> latitude and longitude in degrees."""

from __future__ import annotations

import re

from lod.lazily import regex

_NUMBER = r"[+-]?\d{1,3}(?:\.\d+)?"
_PAIR = regex(rf"({_NUMBER})\s*[,; ]\s*({_NUMBER})")
# Decimals with a comma, which then cannot part the two as well.
_COMMAS = regex(r"([+-]?\d{1,3},\d+)\s*(?:;|\s)\s*([+-]?\d{1,3},\d+)")
_GEO = regex(rf"geo:({_NUMBER}),({_NUMBER})(?:,{_NUMBER})?(?:;.*)?")
# Before WKT may stand WGS 84 with longitude first, as PostGIS and GeoSPARQL write it.
_REFERENCE = r"(?:SRID=4326;|<[^<>]*CRS84>)?\s*"
_POINT = regex(
    rf"{_REFERENCE}POINT\s*(?:Z|M|ZM)?\s*\(\s*({_NUMBER})\s+({_NUMBER})"
    r"(?:\s+[+-]?\d+(?:\.\d+)?){0,2}\s*\)"
)
_SHAPE = regex(
    rf"{_REFERENCE}(?:MULTI)?(?:POLYGON|LINESTRING|POINT|GEOMETRYCOLLECTION)\s*[ZM]*\s*\(.*\)"
)
_MINUTES = (
    r"(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:([0-5]?\d(?:\.\d+)?)\s*['\u2032\u2019]\s*)?"
    r"(?:([0-5]?\d(?:\.\d+)?)\s*(?:[\"\u2033\u201d]|''|\u2032\u2032)\s*)?"
)
_HALF = regex(rf"([NSEW])\s*{_MINUTES}|{_MINUTES}\s*([NSEW])")
_SOUTH_WEST = frozenset("SW")


def coordinates(text: str) -> tuple[str, str] | None:
    """Read latitude and longitude; None where the text is neither a pair of degrees nor a point.

    >>> coordinates("37.56, 126.99"), coordinates("POINT Z (7.1 50.7 100)")
    (('37.56', '126.99'), ('50.7', '7.1'))
    >>> coordinates("50°44'N 7°06'E"), coordinates("7.1 E 50.7 N"), coordinates("geo:50.7,7.1")
    (('50.733333', '7.1'), ('50.7', '7.1'), ('50.7', '7.1'))
    >>> coordinates("91, 7"), coordinates("Bonn")
    (None, None)
    """
    words = " ".join(text.split()).upper()
    if found := _POINT.fullmatch(words):
        return _within(found[2], found[1])
    if found := _PAIR.fullmatch(words) or _GEO.fullmatch(text.strip().lower()):
        return _within(found[1], found[2])
    if found := _COMMAS.fullmatch(words):
        return _within(found[1].replace(",", "."), found[2].replace(",", "."))
    return _of_quarters(words)


def is_shape(text: str) -> bool:
    """Tell whether a text is WKT of something else than a point.

    >>> is_shape("POLYGON((0 0, 1 0, 1 1, 0 0))"), is_shape("POINT(7 50)")
    (True, False)
    """
    words = " ".join(text.split()).upper()
    return not _POINT.fullmatch(words) and _SHAPE.fullmatch(words) is not None


def _of_quarters(words: str) -> tuple[str, str] | None:
    """Read two halves, each with its quarter: `50°44'N 7°06'E`, in either order."""
    halves = [*_HALF.finditer(words)]
    between = _HALF.sub("", words).strip(" ,;/")
    if len(halves) != _TWO or between:
        return None
    read = dict(map(_degrees, halves))
    return _within(read["N"], read["E"]) if read.keys() == {"N", "E"} else None


_TWO = 2


def _degrees(half: re.Match[str]) -> tuple[str, str]:
    """Give the axis of a half, N or E, and its degrees."""
    before, *numbers, behind = half.groups()
    quarter = before or behind
    whole, minutes, seconds = numbers[:3] if before else numbers[3:]
    degrees = float(whole) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    signed = -degrees if quarter in _SOUTH_WEST else degrees
    axis = "N" if quarter in "NS" else "E"
    return axis, f"{signed:.6f}".rstrip("0").rstrip(".")


def _within(latitude: str, longitude: str) -> tuple[str, str] | None:
    inside = abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180
    return (latitude, longitude) if inside else None
