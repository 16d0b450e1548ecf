"""Places on the way from one to another: `Moscow - Cairo`, `the road between X and Y`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set

from lod.sources.pages.places.wherewords import BETWEEN, RUNS, TRAFFIC
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.tokens import Token

_TWO, _FEW = 2, 3


def routes(
    words: Sequence[Token], free: Sequence[int], places: Collection[int], never: Set[str]
) -> Iterator[tuple[int, int]]:
    """Find the foreign names between dashes in a row of places: Moscow - Cairo - Khartoum.

    free: which words name nothing yet. places: where those of places begin. never: no names.
    """
    known = set(places)
    for at in free:
        word = words[at]
        if word.near or at < _TWO or words[at - 1].start not in known:
            continue
        dashed = _is_dashed(words, at) and _is_dashed(words, at - 1)
        if dashed and words[at - _TWO].start in known and not is_english(word.low):
            known.add(word.start)
            yield at, at + 1
    for at in free:
        if at and not words[at].near and _is_dashed(words, at) and _is_of_way(words, at - 1):
            for one in (at - 1, at):
                if words[one].start not in known and one in free and _is_foreign(words[one], never):
                    known.add(words[one].start)
                    yield one, one + 1


def _is_of_way(words: Sequence[Token], at: int) -> bool:
    """Tell whether what runs between two places stands before the first of them: the line."""
    ahead = [one.low for one in words[max(at - _FEW, 0) : at]]
    return words[at].is_name and not RUNS.isdisjoint(ahead)


def _is_foreign(word: Token, never: Set[str]) -> bool:
    return word.text.istitle() and not is_english(word.low) and word.low not in never


def _is_dashed(words: Sequence[Token], at: int) -> bool:
    """Tell whether a dash with its spaces parts a word from the one before it."""
    return not words[at].near and words[at].start - words[at - 1].end == len(" - ")


def runs_between(words: Sequence[Token], at: int) -> bool:
    """Tell whether a road, or a distance, is what stands before `between`, `to` or `from`."""
    near = {word.low for word in words[max(at - _TWO, 0) : at]}
    if not TRAFFIC.isdisjoint(near):
        return True
    far = {word.low for word in words[max(at - _FEW - 1, 0) : at]}
    return words[at].low == "between" and not BETWEEN.isdisjoint(far)
