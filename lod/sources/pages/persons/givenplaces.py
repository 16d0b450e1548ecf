"""Given names that are names of places too: Georgia Brown, Israel Katz are nobody's whereabouts."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re

from lod.sources.pages.persons.familynames import is_word_too
from lod.sources.pages.persons.personwords import NEVER, WHERE
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import DEEDS, INSTITUTIONS, OFFICES, RANKS

_GIVEN = frozenset(
    """adelaide alexandria america asia austin carolina chad charlotte cleveland dakota florence
    georgia india ireland israel jordan kenya lourdes milan odessa paris salvador santiago savannah
    siena sofia sydney trinidad victoria virginia""".split()
)
_NOT_BEHIND = WHERE | frozenset("from to for of and between through via towards".split())
_BEHIND = re.compile(r" ([A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)?)\b(?! ?-)(?:(?:,? who)? ([a-z]+))?")
_AHEAD = re.compile(r"([^\W_]+) $")
_NO_SURNAMES = NEVER | INSTITUTIONS | OFFICES | RANKS
_LOOK_BACK = 20


# A rank and a particle, behind which a surname stands that places bear as well: Dr dos Santos.
_PARTICLED = re.compile(
    r"\b(?:Drs?|Mrs?|Ms|Sr|Sra|Senhor|Dom|Don|Comrade|Cde|Gen|Col|Prof|President|Presidente|General"
    r"|Colonel|Minister|Ambassador|Senator|Professor|Father|Secretary)\.? (?:dos|das|van|von"
    r"|van der"
    r"|van den|von der) $"
)


def is_particled(text: str, start: int) -> bool:
    """Tell whether a rank and a particle stand before a name: Dr dos Santos.

    >>> is_particled("Dr dos Santos", 7), is_particled("the port of Santos", 12)
    (True, False)
    """
    before = text[max(start - 24, 0) : start]
    return before[-1:] == " " and before[-2:-1].islower() and _PARTICLED.search(before) is not None


def is_given(text: str, start: int, end: int) -> bool:
    """Tell whether a place's name is the given name of a person whose surname follows.

    >>> is_given("Israel Katz said no", 0, 6), is_given("the Israel Radio said", 4, 10)
    (True, False)
    """
    if text[start:end].casefold() not in _GIVEN or not (behind := _BEHIND.match(text, end)):
        return False
    ahead = _AHEAD.search(text[max(start - _LOOK_BACK, 0) : start])
    if ahead and ahead[1].casefold() in _NOT_BEHIND:
        return False
    low = behind[1].casefold()
    if low in _NO_SURNAMES or behind[1].isupper() or is_only_a_place(behind[1]):
        return False
    if is_english(low):
        return is_word_too(low) and behind[2] in DEEDS
    return True
