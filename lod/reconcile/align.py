"""How the parts of two personal names agree: family name, given names, initials."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lod.reconcile.authority import Channel

_DIGRAPH = 2  # Yu., Kh., Zh. stand for one Cyrillic letter


class Aligned(NamedTuple):
    """By which channel two names agree, and in how many given names."""

    channel: Channel
    agreeing: int


def align(
    family: tuple[str, ...], given: tuple[str, ...], words: tuple[str, ...]
) -> Aligned | None:
    """Compare a name taken apart with the folded words of another in any order.

    >>> align(("gromyko",), ("a",), ("andrei", "gromyko"))
    Aligned(channel=<Channel.INITIALS: 'initials'>, agreeing=1)
    >>> align(("gromyko",), ("anatoly",), ("andrei", "gromyko")) is None
    True
    """
    rest = _without(family, words)
    if rest is None or not rest:
        return None
    if not given:
        at_an_end = words[-len(family) :] == family or words[: len(family)] == family
        return Aligned(Channel.SURNAME, 0) if at_an_end else None
    # An entity's own "A. Gromyko" does not make it an Anatoly.
    if not _compatible(given[0], rest[0]) or len(given[0]) > len(rest[0]) == 1:
        return None
    agreeing, known = _agreeing(given, rest)
    if not known:
        return None
    if _is_initial(given[0]):
        return Aligned(Channel.INITIALS, agreeing)
    return Aligned(Channel.SHORTER if len(given) > len(rest) else Channel.LONGER, agreeing)


def contradicts(
    family: tuple[str, ...], given: tuple[str, ...], names: Iterable[tuple[str, ...]]
) -> bool:
    """Tell whether an entity's fuller names have other second names than this one, and none agrees.

    >>> contradicts(("bush",), ("george", "walker"), [("george", "prescott", "bush")])
    True
    """
    against = False
    for words in names:
        rest = _without(family, words)
        if not rest or len(rest) < len(given) or not _compatible(given[0], rest[0]):
            continue
        if _agreeing(given, rest)[1]:
            return False
        against = True
    return against


def _without(family: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take the family name out of the words, None when it is not there."""
    rest = list(words)
    for part in family:
        if part not in rest:
            return None
        rest.remove(part)
    return tuple(rest)


def _agreeing(given: tuple[str, ...], rest: tuple[str, ...]) -> tuple[int, bool]:
    """Count the given names that agree in order; false when one that both have does not."""
    agreeing, at = 0, 0
    for word in given:
        found = next((i for i in range(at, len(rest)) if _alike(word, rest[i])), None)
        if found is None:
            # Beyond what the other name has, a given name is unknown, not wrong.
            if at < len(rest):
                return agreeing, False
            continue
        agreeing, at = agreeing + 1, found + 1
    return agreeing, True


def _alike(one: str, other: str) -> bool:
    """Tell whether two second names may be one, in two transliterations or as an initial."""
    return _compatible(one, other) or (len(one) > 3 < len(other) and one[:2] == other[:2])


def _compatible(one: str, other: str) -> bool:
    """Tell whether two first names are equal, or one the initial of the other."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return _is_initial(short) and long.startswith(short)


def _is_initial(word: str) -> bool:
    return len(word) == 1 or (len(word) <= _DIGRAPH and word[-1] in "uhs" and word[0] in "ykzctsj")
