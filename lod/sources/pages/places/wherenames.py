"""Which words behind a word of place may name a place, and when somebody stands there instead."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lod.normalize.kinds import kind_of
from lod.normalize.namewords import ACRONYMS, BODIES
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import (
    CALENDAR,
    COMMON,
    DEMONYMS,
    INSTITUTIONS,
    OFFICES,
    RANKS,
    SENDINGS,
    THINGS,
    WEAK_RANKS,
)
from lod.sources.pages.words.tokens import Token

_LEAST, _TWO = 3, 2
_NEVER = (COMMON | CALENDAR | DEMONYMS | BODIES | INSTITUTIONS | OFFICES | RANKS | WEAK_RANKS
          | THINGS | ACRONYMS) - {"port", "fort", "upper", "lower", "north", "south", "east",
                                  "west", "new"}  # fmt: skip
# Everyday words that official papers write with a capital.
_IDEAS = frozenset(
    """cabinet parliament assembly session plenum heaven hell god nature history law peace war
    politics marxism leninism socialism communism capitalism imperialism article paragraph section
    chapter annex appendix point table figure volume room hall building palace castle stage phase
    mr mrs large book internet earth africa-asia allied allies axis fascist fascists nazi nazis
    president-elect russian chinese french english german japanese spanish yiddish hebrew latin
    mandarin cantonese esperanto urdu hindi pashto dari farsi swahili kiswahili amharic flemish
    gaelic catalan basque slovene macedonian romanian magyar ladino aramaic creole""".split()
)
NO_NAMES = _NEVER | _IDEAS
# What Korean villages, districts and such end with; how transcriptions mark a breath.
_SYLLABLES = frozenset("ri ni li dong gun kun do up eup myon myeon gu ku si kol po san".split())
_ASPIRATED = re.compile(r"[^\W\d_a-z](?:(?<=^[KPTC])|[a-z]*[kptsh])['\u2019][a-z]+(?:-[a-z]+)?")
# What comes through somebody rather than through a town.
_HEARD = SENDINGS | frozenset(
    "information hint signal news warning heard informed told word".split()
)
_CLAUSE = 9  # words
_SURNAMES = ("ski", "cki", "sky", "icz", "ović", "enko")


_STREETS = ("strasse", "stra\u00dfe", "platz", "street")


def may_be_place(word: Token, blocked: Collection[int]) -> bool:
    """Tell whether one word may name a place; blocked: starts of words that name something else.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> [may_be_place(one, ()) for one in tokens("P'ohang Gunja-ri O'Brien")]
    [True, True, False]
    """
    text = word.text
    if len(text) < _LEAST or not word.is_name or text.isupper() or word.start in blocked:
        return False
    if text.casefold().endswith(_STREETS) and kind_of(text) == "group":
        return False  # a ministry by its street: the Wilhelmstrasse
    parts = text.split("-")
    # Dar-es-Salaam, Fort-Lamy; but Franco-German is none.
    hyphened = len(parts) > 1 and parts[-1].istitle() and not parts[0].endswith("o")
    # Ti-hua, Pei-ching; but what ends in an English word is none.
    hyphened |= len(parts) == _TWO and parts[0].istitle() and not is_english(parts[1])
    # Gunja-ri, Sinch'on
    hyphened |= len(parts) == _TWO and parts[1] in _SYLLABLES
    parts = [part.replace("'", "").replace("\u2019", "") for part in parts]
    spelled = _ASPIRATED.fullmatch(text) is not None
    whole = text.isalpha() or ((hyphened or spelled) and all(map(str.isalpha, parts)))
    return whole and word.low not in NO_NAMES and not word.low.endswith(("ism", "intern"))


def is_works(words: Sequence[Token], at: int) -> bool:
    """Tell whether a surname behind `at` is that of works in a town: at Cegielski in Poznan.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> is_works(tokens("shouting at Cegielski in Poznan"), 2)
    True
    """
    some = words[at + 1 : at + 3]
    seated = len(some) == _TWO and some[0].low == "in" and some[1].is_name and some[0].near
    return seated and words[at - 1].low == "at" and words[at].low.endswith(_SURNAMES)


def is_through_somebody(words: Sequence[Token], lo: int, hi: int) -> bool:
    """Tell whether word came through somebody: there came, via Falin, a message.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> is_through_somebody(tokens("there came, via Falin, a message of his"), 3, 4)
    True
    """
    if not lo or words[lo - 1].low not in ("via", "through") or is_only_a_place(words[lo].text):
        return False
    clause = (*words[max(lo - _CLAUSE, 0) : lo - 1], *words[hi : hi + 4])
    return any(word.low in _HEARD for word in clause)
