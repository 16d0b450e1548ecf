"""Words before a foreign name that make it a place's: `the river X`, `the fall of X`, `in X, Y`."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.places.inlists import InLists
from lod.sources.pages.places.routes import runs_between
from lod.sources.pages.places.wherewords import GOODS, KINDS, OF_WHAT, SIDES
from lod.sources.pages.words.tokens import Token

# In small letters right before its name.
HEADS = frozenset(
    """river rivers lake mount town village hamlet city port island islet oasis settlement township
    province county canton district suburb commune kolkhoz mountain hill hills cape canal
    peninsula""".split()
)
# What runs from one place to another, before both with a dash between them.
ROUTES = frozenset(
    "line railway railroad road highway route sector section stretch frontier pipeline".split()
)
# What a river has: the valley of the X.
OF_RIVERS = frozenset(
    """valley mouth banks bank basin source sources course bend delta shores shore waters crossing
    estuary confluence tributary tributaries headwaters foothills slopes reaches""".split()
)
_WHERE = frozenset("in at near around outside inside".split())
_OF = SIDES | KINDS | GOODS | OF_WHAT
_LIES = frozenset("lies lie lay situated stands located".split())
_NEAR_LIES = frozenset(
    """kilometres kilometers km miles leagues north south east west in on at near between beyond
    behind close astride along above below opposite within""".split()
)
_FAR, _LOOK = frozenset("far close next due".split()), 5


def is_placed(text: str, words: Sequence[Token], at: int, behind: int) -> bool:
    """Tell whether the words before a name, or behind it, are those of a place.

    at: the first word of the name. behind: the word behind it.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> text = "the river Kadlec rises, the fall of Misov was told, Bora lies north of it"
    >>> words = tokens(text)
    >>> [is_placed(text, words, at, at + 1) for at in (2, 7, 10)]
    [True, True, True]
    """
    if lies(words, behind):
        return True
    if not at or not words[at].near:
        return at > 1 and _is_listed(text, words, at)
    if words[at - 1].low == "and" and _is_listed(text, words, at):
        return True
    return says_place(words, at) or _is_between(words, at)


def says_place(words: Sequence[Token], at: int) -> bool:
    """Tell whether the words right before a word are of places: `the river`, `the mouth of the`."""
    ahead = words[at - 1].low
    if ahead in HEADS or (ahead in ROUTES and "-" in words[at].text):
        return words[at - 1].text.islower()
    before = words[at - 2].low if at > 1 and words[at - 1].near else ""
    if ahead == "of":
        return before in _OF
    if ahead == "as" and before in _FAR:
        return True
    third = words[at - 3].low if at > 2 and words[at - 2].near else ""
    return ahead == "the" and before == "of" and third in OF_RIVERS


def _is_between(words: Sequence[Token], at: int) -> bool:
    """Tell whether a name is one of two between which there is a way: the distance between X and Y.

    at: the first word of the name.
    """
    before = at - 1
    if words[before].low == "and" and before > 1 and words[before - 1].near:
        before -= 2
    return words[before].low == "between" and runs_between(words, before)


def lies(words: Sequence[Token], at: int) -> bool:
    """Tell whether a place is said to lie somewhere: `lies forty kilometres north of it`."""
    if at >= len(words) or not words[at].near or words[at].low not in _LIES:
        return False
    said = {word.low for word in words[at + 1 : at + 1 + _LOOK]}
    return "ill" not in said and not _NEAR_LIES.isdisjoint(said)


def _is_listed(text: str, words: Sequence[Token], at: int) -> bool:
    """Tell whether a list names a place first, behind a word of place: `in X, Y and Z`.

    Behind `, and` another sentence may begin.
    """
    lists = InLists(text, words)
    last = words[at - 1].low == "and"
    if last and at > 1 and text[words[at - 2].end] == ",":
        return False
    if not last and not any(words[one - 1].low == "and" for one in lists.behind(at)):
        return False
    for begin, _ in lists.before(at):
        ahead = words[begin - 1] if begin and words[begin].near else None
        if ahead is not None and ahead.low in _WHERE:
            return not ahead.first
    return False
