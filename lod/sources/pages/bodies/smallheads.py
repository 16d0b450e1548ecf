"""Bodies whose word is written small: governments of several states, commands, works of a town."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import suppress

from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.textwords import DEMONYMS
from lod.sources.pages.words.tokens import Token, Words

# Each of several that one word in the plural rules: the Korean and Chinese governments.
JOINT = "government of one of several states"
_GOVERNMENT, _PLURAL, _COMMAND = "government", "governments", "command"
_DELEGATION = "delegation"
_POSTS = ("embassy", "legation")
_SITS = (["in", "the"], ["to", "the"], ["at", "the"], ["on", "the"])
_SHARES = ("sino", "anglo", "franco", "austro", "indo")
# What is called after its town, and what it makes: the Pyongyang electric light bulb factory.
_WORKS = frozenset(
    """factory factories plant mill mills smelter substation foundry refinery brewery
    sawmill tannery steelworks ironworks powerhouse distillery cannery""".split()
)
_MADE = frozenset(
    """textile machine tool tractor steel silk cement chemical fertiliser fertilizer paper sugar
    power thermal hydroelectric hydropower electric electrical light bulb lamp railway locomotive
    automobile car truck shoe leather tobacco rubber glass pharmaceutical cotton woollen wool linen
    garment furniture cable battery aluminium aluminum iron copper zinc oil tyre tire ship aircraft
    engine motor bearing watch radio match brick timber wood pulp food canning meat dairy flour
    rice soap paint plastics nylon vinalon rolling metallurgical repair
    engineering ceramics""".split()
)
_MOST_MADE = 4


def commands(words: Sequence[Token], at: int) -> int:
    """Find the end of a command of the troops of peoples; 0 where none begins.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> commands(tokens("the Korean-Chinese command"), 1), commands(tokens("the new command"), 1)
    (3, 0)
    """
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not behind.near or behind.low != _COMMAND or behind.own:
        return 0
    return at + 2 if words[at].is_name and _is_people(words[at].low) else 0


def works(words: Sequence[Token], at: int) -> int:
    """Find the end of what a town's name stands before, with what it makes; 0 where nothing is."""
    end = at
    while end < min(at + _MOST_MADE, len(words)) and words[end].near and words[end].low in _MADE:
        end += 1
    named = end < len(words) and words[end].near and words[end].low in _WORKS
    return end + 1 if named and not words[at - 1].own else 0


def governments(words: Words, places: Mapping[int, int], said: Set[str]) -> Iterator[Seen]:
    """Find each state whose government is one of several: the Soviet and Polish governments.

    places: names of places, start -> end. said: the words of the page. The name of each is its
    word and `government`.
    """
    for at in _places(words.lows, _PLURAL) if _PLURAL in said else ():
        if words.all[at].own or not words.all[at].near:
            continue
        states, back = [], at - 1
        while back >= 0 and _is_state(words.all[back], places):
            states.append(words.all[back])
            back -= 1
            while back >= 0 and words.lows[back] in ("and", "the"):
                back -= 1
        if len(states) > 1:
            yield from (Seen(one.start, one.end, JOINT) for one in reversed(states))


def embassies(words: Words, places: Mapping[int, int], said: Set[str]) -> Iterator[Seen]:
    """Find the posts of states whose word is written small: the Soviet embassy in Tirana.

    places: names of places, start -> end. said: the words of the page.

    >>> from lod.sources.pages.words.tokens import words_of
    >>> text = "at the Soviet embassy in Bern and the British legation"
    >>> words, said = words_of(text, 0, len(text)), {"embassy", "legation"}
    >>> [text[one[0] : one[1]] for one in embassies(words, {25: 29}, said)]
    ['Soviet embassy in Bern', 'British legation']
    """
    one = words.all
    for post in _POSTS:
        for at in _places(words.lows, post) if post in said else ():
            if not at or one[at].is_name or not one[at].near or one[at - 1].own:
                continue
            if not _is_state(one[at - 1], places):
                continue
            end, where = one[at].end, at + 2
            if where < len(one) and words.lows[at + 1] == "in" and one[where].near:
                end = places.get(one[where].start, end)
            yield Seen(one[at - 1].start, end, "post of a state")


def delegations(words: Words, bodies: Collection[int], said: Set[str]) -> Iterator[Seen]:
    """Find the sides of a body that delegations make up: the Soviet delegation in the Commission.

    bodies: where bodies begin. said: the words of the page. A delegation that only travels is none.
    """
    one, found, standing = words.all, [], False
    for at in _places(words.lows, _DELEGATION) if _DELEGATION in said else ():
        if not at or not one[at].near or not _is_people(one[at - 1].low):
            continue
        found.append(Seen(one[at - 1].start, one[at].end, "side of a body"))
        behind = words.lows[at + 1 : at + 3]
        standing |= behind in _SITS and one[min(at + 3, len(one) - 1)].start in bodies
    yield from found if standing else ()


def _places(lows: Sequence[str], word: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):  # there is no more of them
        while True:
            yield (at := lows.index(word, at + 1))


def joint_name(words: Sequence[str]) -> list[str]:
    """Give the words of the government of one of several states: `Korean government`."""
    return [*words, _GOVERNMENT]


def _is_state(word: Token, places: Mapping[int, int]) -> bool:
    return word.is_name and (_is_people(word.low) or places.get(word.start) == word.end)


def _is_people(low: str) -> bool:
    parts = low.split("-")
    return all(one in DEMONYMS or (one in _SHARES and len(parts) > 1) for one in parts)
