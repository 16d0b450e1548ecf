"""Running text as words: where each stands, how it is written, what parts it from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

# Words in small letters, one space apart; the word behind them; what parts it from the next.
_TOKEN = re.compile(
    r"((?:[a-z]++ )*)([A-Za-z]{3,}+(?![^\W_]|[-'\u2019\u02bc])"
    r"|(?:[^\W\d_]{1,2}\.-?){2,}(?![^\W\d_]{3})"
    r"|(?!(?:CC|UN|US|SC|GA|EC|Ho|Li|Wu|Xi|Hu|Yi|Ri|it|us|so|up|on|in|me|do|go|by|to|is)\.)"
    r"[^\W\d_]{1,2}\.(?=[ \u00a0]?[^\W\d_])"
    r"|[^\W_]+(?:[-'\u2019\u02bc][^\W_]+)*)([\W_]*)"
)
# Before a number: no part of a name that stands before it.
_NUMBER = ("no", "nr")
_GAP = re.compile(r"[\W_]*")
_APOSTROPHES = ("'", "\u2019")
# Short for a verb and what stands with it: Don't, I've, They're.
_VERBS = tuple(
    f"{mark}{rest}" for mark in _APOSTROPHES for rest in ("ve", "re", "ll", "m")
) + tuple(f"n{mark}t" for mark in _APOSTROPHES)
_CLUSTER = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*\s+[\"'\u201c\u2018(\[]*$|\n")
# Initials that are names of states and bodies, and what stands after an hour.
_NO_INITIALS = frozenset(
    (
        "CC",
        "SC",
        "GA",
        "PM",
        "US",
        "UN",
        "UK",
        "USA",
        "USSR",
        "FdR",
        "FdRdA",
        "DC",
        "PO",
        "NY",
        "RO",
        "PR",
        "EU",
        "Ho",
        "Li",
        "Wu",
        "Xi",
        "Hu",
        "Yi",
        "Ri",
        "Ma",
    )
)
_ABBREVIATED = frozenset(("No.", "Op.", "Ll.", "Nr.", "St.", "Mr.", "Ms.", "Dr.", "Lt.", "Cf."))
# A stop behind these ends no sentence.
_SHORTENED = frozenset(
    (
        "cde",
        "cdes",
        "coms",
        "comrs",
        "tow",
        "com",
        "comr",
        "tov",
        "gen",
        "col",
        "amb",
        "prof",
        "maj",
        "capt",
        "mrs",
        "messrs",
        "sen",
        "adm",
        "pres",
        "gov",
        "sgt",
        "brig",
        "mr",
        "ms",
        "dr",
        "lt",
    )
)


# The article of an Arabic name: Abdullah al-Salim.
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az)-[A-Z]\w{2}")


class Token(msgspec.Struct, gc=False):
    """A word of a text: its place, how it is written, and what stands before it.

    low: in lower case, without the stop of an abbreviation. own: `'s` follows. first: it begins a
    sentence or line, where a capital says nothing. near: nothing but a space parts it from the
    word before. is_name: it is capitalised, as words of names are.
    """

    start: int
    end: int
    text: str
    low: str
    own: bool = False
    first: bool = False
    near: bool = True
    is_name: bool = False

    @property
    def is_initials(self) -> bool:
        """Tell whether the word is one initial or several (`A.M.`)."""
        return self.is_name and "." in self.text and is_initials(self.text)


@lru_cache(maxsize=1 << 12)
def is_initials(word: str) -> bool:
    """Tell whether a word is one initial or several.

    >>> is_initials("A.M."), is_initials("U.S."), is_initials("Dr.")
    (True, False, False)
    """
    if not _CLUSTER.fullmatch(word) or not word[0].isupper():
        return False
    return word.replace(".", "") not in _NO_INITIALS and word not in _ABBREVIATED


def _is_elided(word: str) -> bool:
    """Tell whether a word is one of a name with an article before it: d'Estaing."""
    return len(word) > 2 and word[2].isupper()


class Words(NamedTuple):
    """The words of a stretch of text, and what is asked of all of them.

    names: indices of those that are capitalised as names are. lows: each in lower case. loud:
    indices of the names in capitals.
    """

    all: list[Token]
    names: list[int]
    lows: list[str]
    loud: list[int]


def tokens(text: str, start: int = 0, end: int = -1) -> list[Token]:
    """Cut a stretch of a text into words; places are those in the whole text.

    >>> [(one.text, one.first, one.near) for one in tokens("He met A.M. Puzanov's aide. Who?")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('He', True, False), ('met', False, True), ('A.M.', False, True), ('Puzanov', False, True),
     ('aide', False, True), ('Who', True, False)]
    """
    return words_of(text, start, len(text) if end < 0 else end).all


def words_of(text: str, start: int, stop: int) -> Words:
    """Cut a stretch of a text into words, and say which may be names'.

    >>> words_of("the Embassy in Rome", 0, 19).names
    [1, 3]
    """
    found, names, lows, loud = list[Token](), list[int](), list[str](), list[int]()
    gap = _GAP.match(text, start, stop)
    behind, begin = "", gap.end() if gap else start
    for small, word, parting in _TOKEN.findall(text, start, stop):
        between, behind = behind, parting
        if small:
            begin = _add_small(found, lows, small, between, begin)
            between = " "
        following = begin + len(word) + len(parting)
        first, near = (False, True) if between == " " and found else _parted(found, between)
        word, own, low, is_name, is_loud = _told(word)
        place = begin + len(word)
        if is_name:
            names.append(len(found))
            if is_loud:
                loud.append(len(found))
        found.append(Token(begin, place, word, low, own, first, near, is_name))
        lows.append(low)
        begin = following
    return Words(found, names, lows, loud)


@lru_cache(maxsize=1 << 14)
def _told(word: str) -> tuple[str, bool, str, bool, bool]:
    """Give a word without `'s`, whether it had it, low, is_name, whether it is in capitals."""
    if word.isalpha():
        low = word.casefold()
        return word, False, low, word[0].isupper() and low not in _NUMBER, word.isupper()
    own = word[-1] in "sS" and word[-2:-1] in _APOSTROPHES and len(word) > 2
    word = word[:-2] if own else word
    low = word.casefold().rstrip(".")
    elided = word[1:2] in _APOSTROPHES and _is_elided(word)
    elided |= "-" in word and _ARTICLED.match(word) is not None
    is_name = (word[0].isupper() and low not in _NUMBER and not low.endswith(_VERBS)) or elided
    return word, own, low, is_name, word.isupper()


def _add_small(found: list[Token], lows: list[str], small: str, between: str, begin: int) -> int:
    """Add words in small letters, each with a space behind it; gives where the next one begins."""
    words = small.split()
    lows += words
    if between != " " or not found:
        word = words.pop(0)
        place = begin + len(word)
        first, near = _parted(found, between)
        found.append(Token(begin, place, word, word, False, first, near))
        begin = place + 1
    for word in words:
        place = begin + len(word)
        found.append(Token(begin, place, word, word))
        begin = place + 1
    return begin


def _parted(found: Sequence[Token], between: str) -> tuple[bool, bool]:
    """Tell by what parts a word from the one before whether it begins a sentence, or is near."""
    if not found:
        return True, False
    if between[:1] == "." and found[-1].low in _SHORTENED:
        between = between[1:]
    return _ended(between)


@lru_cache(maxsize=1 << 10)
def _ended(between: str) -> tuple[bool, bool]:
    """Tell whether what parts two words ends a sentence or line, or is nothing but a space."""
    first = _ENDS.search(between) is not None
    return first, not first and (not between or between.isspace())
