"""Places that no gazetteer knows, with all that belongs to their names."""

from __future__ import annotations

from collections.abc import Iterable

from lod.sources.pages.places.placenames import whole_name, with_unit
from lod.sources.pages.places.places import Located


def as_a_whole(text: str, one: Located) -> Located:
    """Give a place that no gazetteer knows with what belongs to its name behind it.

    >>> as_a_whole("in Gia Dinh province", Located(3, 11, "list of places")).end
    20
    """
    if one.reading or one.rule == "gazetteer":
        return one
    start, end = whole_name(text, one.start, one.end)
    return one._replace(start=start, end=with_unit(text, end))


def as_wholes(text: str, found: Iterable[Located]) -> list[Located]:
    """Give places in order, each with what belongs to its name."""
    return sorted(as_a_whole(text, one) for one in found)
