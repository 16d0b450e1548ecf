"""Korean given names in any romanisation: by the syllables that a spelling may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from lod.reconcile.keys import fold
from lod.reconcile.latin import tables

Words = tuple[str, ...]
# What one spelling may stand for: syllables by number.
Syllable = frozenset[int]
_LONGEST = 7
_MOST = 2  # syllables of a given name


def is_family(family: Words) -> bool:
    """Tell whether a word is a Korean family name, in whatever romanisation.

    >>> is_family(("gim",)), is_family(("gromyko",))
    (True, False)
    """
    return len(family) == 1 and family[0] in _families()


@lru_cache(maxsize=1 << 13)
def given_name(words: Words) -> tuple[tuple[Syllable, ...], ...]:
    """Give the ways to read words as a given name of one syllable or two, () if there is none.

    >>> len(given_name(("yong", "nam"))[0]), len(given_name(("yongnam",))[0])
    (2, 2)
    >>> given_name(("robert",))
    ()
    """
    if len(words) == 1:
        return tuple(_parted(words[0]))
    read = tuple(_syllables().get(word, frozenset()) for word in words)
    return (read,) if len(words) == _MOST and all(read) else ()


def are_alike(one: Words, other: Words) -> bool:
    """Tell whether two given names may be one in two romanisations; of as many syllables.

    >>> are_alike(("yong", "nam"), ("yeongnam",)), are_alike(("hon", "yong"), ("heon", "yeong"))
    (True, True)
    >>> are_alike(("yong",), ("yong", "nam")), are_alike(("yong", "nam"), ("jong", "nam"))
    (False, False)
    """
    return any(
        len(ours) == len(theirs) and all(map(_meet, ours, theirs))
        for ours in given_name(one)
        for theirs in given_name(other)
    )


def are_apart(one: Words, other: Words) -> bool:
    """Tell whether two given names of as many syllables are not the same in any romanisation.

    >>> are_apart(("jong", "nam"), ("yong", "nam")), are_apart(("yeong", "nam"), ("yong", "nam"))
    (True, False)
    """
    ours, theirs = ({len(read) for read in given_name(words)} for words in (one, other))
    return not ours.isdisjoint(theirs) and not are_alike(one, other)


def is_shorter(one: Words, other: Words) -> bool:
    """Tell whether one is a given name of one syllable, the other of two: Yong is not Yong-nam.

    >>> is_shorter(("yong",), ("yong", "nam")), is_shorter(("yong", "nam"), ("yongnam",))
    (True, False)
    """
    ours, theirs = ({len(read) for read in given_name(words)} for words in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1 << 12)
def first_letters(word: str) -> str:
    """Give the letters with which the first syllable of a given name begins in all spellings.

    >>> sorted(first_letters("bongju")), first_letters("robert")
    (['b', 'p'], '')
    """
    wanted = set[int]().union(*(read[0] for read in given_name((word,))))
    return "".join(sorted({letter for one in wanted for letter in _begin()[one]}))


def _meet(one: Syllable, other: Syllable) -> bool:
    return not one.isdisjoint(other)


def _parted(word: str) -> Iterator[tuple[Syllable, ...]]:
    table = _syllables()
    if word in table:
        yield (table[word],)
    for at in range(1, min(len(word), _LONGEST + 1)):
        before, after = table.get(word[:at]), table.get(word[at:])
        if before and after:
            yield before, after


@cache
def _families() -> frozenset[str]:
    return frozenset(fold(name) for row in tables("korean-families") for name in row)


@cache
def _syllables() -> Mapping[str, Syllable]:
    """Give for each spelling the syllables that it may stand for."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, spellings in enumerate(product(*_letters())):
        for parts in product(*spellings):
            found["".join(parts)].add(number)
    return {spelling: frozenset(numbers) for spelling, numbers in found.items() if spelling}


@cache
def _begin() -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for spelling, numbers in _syllables().items():
        for number in numbers:
            found[number].add(spelling[0])
    return {number: frozenset(letters) for number, letters in found.items()}


def _letters() -> Sequence[Sequence[Words]]:
    """Give the spellings of first letters, vowels and last letters."""
    places: dict[str, list[Words]] = {"first": [], "vowel": [], "last": []}
    for place, _, *spellings in tables("korean-letters"):
        places[place].append(tuple(spellings))
    return tuple(places.values())
