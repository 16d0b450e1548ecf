"""Places as texts in German, Polish and other languages of documents call them: Moskau, Moskwie."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from itertools import islice

from lod import vocabulary
from lod.normalize.exonyms import exonyms
from lod.sources.english import given_names
from lod.sources.nameforms import plain
from lod.sources.placenames import is_only_a_place

# Small words of these languages, of which a text of them has one in every line.
_WORDS = (
    "und|der|die|das|des|nicht|les|dans|est|une|sur|avec|los|para|della|che|nel|oraz|jest|nie"
    "|się|dnia|že|jsou|byl|při|из|что|на|не|для|по|от|que|del|las|por|gli|dei|degli|sono"
    "|és|hogy|nem|egy|și|não|uma|pelo|qui|pour|aux|ont|przez|który|která|které|это|как|що|та"
)
_SMALL_WORDS = frozenset(_WORDS.split("|"))
_FEWEST, _FEWEST_LETTERS = 3, 4
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
# What says in these languages where something is, where it comes from or goes.
_NAME = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*"
_BEHIND = re.compile(
    r"\b(?:(?:in|nach|aus|bei|über|von|vor|gegen|à|en|de|vers|depuis|a|ad|desde|hacia|hasta|em|di|da"
    r"|verso|w|we|z|ze|do|na|od|pod|v|ve|u|в|из|на|до|под|от|из-под|через) "
    r"|(?:dell|nell|dall|all|sull|d|l)['\u2019])"
    rf"({_NAME}(?: (?:(?:del?|la|nad|sur|di) )?{_NAME}){{0,3}})"
)
# Names of several words, which are known as places' alone wherever they stand.
_LONG = re.compile(
    rf"(?<!\w){_NAME.replace('*', '+', 1)}|(?<!\w){_NAME}(?: (?:del? )?{_NAME}){{1,3}}"
)
_NO_PLACES = frozenset(("Ende", "Mont", "Mesa"))


def exonyms_in(text: str, said: Set[str]) -> set[str]:
    """Give the names of places in a text that is in another language than English.

    said: its words, or those of the page that it is of.

    >>> from lod.sources.saidwords import words_in
    >>> text = "Der Zug fuhr nicht nach Moskau, und die Leute in Bonn warten."
    >>> sorted(exonyms_in(text, words_in(text)))
    ['Bonn', 'Moskau']
    >>> exonyms_in("The train for Prag left.", words_in("The train for Prag left."))
    set()
    """
    small = tuple(sorted(_SMALL_WORDS & said))
    if not small or next(islice(_any(small).finditer(text), _FEWEST - 1, None), None) is None:
        return set()
    behind = {_known(one[1], _FEWEST_LETTERS) for one in _BEHIND.finditer(text)}
    known = behind | {_known(one[0], len(one[0])) for one in _LONG.finditer(text)}
    known -= {"", *_NO_PLACES}
    several = {one for one in _several() if one in text}
    return known | several | (set(_CAPITAL.findall(text)) & _names())


@lru_cache(maxsize=1 << 12)
def _known(words: str, least: int) -> str:
    """Give as many of the first words as are known as a place's name, "" where none are."""
    some = words.split(" ")
    if len(some) > 1 and plain(some[0]) in given_names():
        return ""  # L\u00e1zaro C\u00e1rdenas
    for end in range(len(some), 0, -1):
        name = " ".join(some[:end])
        if len(name) < least:
            return ""
        if is_only_a_place(name):
            return name
    return ""


@lru_cache(maxsize=1 << 8)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def nominative(name: str) -> str:
    """Give the form under which a place is recorded that a sentence inflects, "" for all others.

    >>> nominative("Moskwie"), nominative("Moskwa")
    ('Moskwa', '')
    """
    return _inflected().get(name, "")


@cache
def _names() -> frozenset[str]:
    inflected = _inflected()
    known = (name for place in exonyms() for name in place.in_texts)
    return frozenset((*known, *inflected, *inflected.values()))


@cache
def _several() -> tuple[str, ...]:
    """Give the names of several words: Stati Uniti, Советского Союза."""
    return tuple(sorted(one for one in _names() if " " in one or "'" in one))


@cache
def _inflected() -> dict[str, str]:
    """Give the forms of names by what they are forms of; one that is a name too stays as it is."""
    rows = [row.split("\t") for row in vocabulary.lines("places/inflected.tsv")]
    names = {name for name, _ in rows}
    return {
        form: name
        for name, forms in rows
        for form in map(str.strip, forms.split(";"))
        if form not in names
    }
