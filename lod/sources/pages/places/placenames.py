"""Names of places that are known as no more than that, and how far a place's name reaches."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lod.entity import Spotted
from lod.iri import plain_slug
from lod.sources.pages.places.placelists import begins_listed, is_listed

# Which of two states or halves of a land, as a word before its name says.
_SIDE = re.compile(r"\b(?:North|South|East|West)\s$")
_DIVIDED = frozenset(
    """vietnam viet-nam korea germany yemen pakistan berlin beirut jerusalem irian prussia bengal
    punjab timor borneo sumatra ossetia tyrol rhodesia indies""".split()
)
# On which river a town lies that has the name of another: Frankfurt (Oder).
_RIVER = re.compile(r"/(?:Oder|Main|Saale)\b| \((?:Oder|Main|Saale)\)| sull['\u2019]Oder\b")
_GOES_ON = re.compile(
    r"(?:[ -](?:de|del|do|da|dos|das|nad|am|an|der|upon|sur|la|el|los|las|pod|u)){1,2}"
    r"[ -][A-Z][^\W\d_]+"
)


_RIVERS = frozenset(
    """main oder havel saale spree rhein donau inn isar neckar lech weser elbe mur enns drau save
    leine aller lahn mosel saar ruhr neiße neisse mulde elster unstrut ilm werra fulda ybbs thaya
    traun glan tauber aisch salzach leitha""".split()
)
# What a small word behind a name says that it is.
_UNIT = re.compile(
    r"[ \u00a0](?:province|county|prefecture|governorate|canton|oblast|banner|aimag)\b"
)


def with_unit(text: str, end: int) -> int:
    """Give where a name ends, with the small word for a province and such behind it.

    >>> with_unit("in Gia Dinh province,", 11), with_unit("in Gia Dinh he", 11)
    (20, 11)
    """
    unit = _UNIT.match(text, end) if text[end : end + 1] in (" ", "\u00a0") else None
    return unit.end() if unit else end


@lru_cache(maxsize=1 << 13)
def is_only_a_place(word: str) -> bool:
    """Tell whether a word is known as a place's name and as nobody's.

    >>> is_only_a_place("gdynia"), is_only_a_place("petrov")
    (True, False)
    """
    return is_known_name(place_slug(word))


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the whole of a place's name: Santiago de Cuba, North Viet Nam.

    >>> whole_name("at Santiago de Cuba he", 3, 11), whole_name("Paris de Gaulle", 0, 5)
    ((3, 19), (0, 5))
    >>> whole_name("by way of Frankfurt (Oder) he", 10, 19)
    (10, 26)
    >>> whole_name("in North Viet Nam", 9, 17)
    (3, 17)
    """
    river = _RIVER.match(text, end) if text[end : end + 1] in ("/", " ") else None
    if river:
        return start, river.end()
    more = _GOES_ON.match(text, end)
    if more and (
        is_known_name(place_slug(text[start : more.end()]))
        or more[0].rpartition(" ")[2].casefold() in _RIVERS
    ):
        return start, more.end()
    sided = text[max(start - 3, 0) : start - 1] in ("th", "st") and text[start - 1].isspace()
    side = _SIDE.search(text, max(start - 6, 0), start) if sided else None
    return (side.start(), end) if side and place_slug(text[start:end]) in _DIVIDED else (start, end)


def whole_places(text: str, spotted: Iterable[Spotted]) -> list[Spotted]:
    """Take in what belongs to places' names before and behind them; other names stay."""
    found = []
    for one in spotted:
        start, end = whole_name(text, one.start, one.end) if one.kind == "place" else one[:2]
        same = (start, end) == one[:2]
        found.append(one if same else one._replace(start=start, end=end, reading=""))
    return found


place_slug = lru_cache(maxsize=1 << 13)(plain_slug)


@lru_cache(maxsize=1 << 13)
def is_known_name(slug: str) -> bool:
    """Tell whether a slug is that of a name known as a place's alone."""
    return is_listed(slug)


@lru_cache(maxsize=1 << 13)
def begins_name(low: str) -> bool:
    """Tell whether a known name begins with a word."""
    return begins_listed((low if low.isascii() else plain_slug(low)).partition("-")[0])
