"""Places' names of several words, told before persons are: Ben Tre looks like somebody's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lod.entity import Spotted
from lod.sources.pages.places.placelists import is_written
from lod.sources.pages.places.placenames import begins_name, is_known_name, place_slug
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.spans import Taken
from lod.sources.pages.words.textwords import THINGS
from lod.sources.pages.words.tokens import Token, Words

LISTED = "list of places"
_MOST = 3  # words


def with_long_names(spotted: list[Spotted], cut: Words) -> list[Spotted]:
    """Add to the names that a gazetteer spots the known ones of several words.

    They stand before what is a person's by the given name alone: Yen Bai.
    """
    found = list(_long_names(cut))
    if not found:
        return spotted
    covered = Taken(found)
    others = [one for one in spotted if one.rule != "given name" or not covered.holds(*one[:2])]
    known = {(one.start, one.end) for one in others}
    return [*others, *(Spotted(*one, "place", rule=LISTED) for one in found if one not in known)]


def _long_names(cut: Words) -> Iterator[tuple[int, int]]:
    """Find the known names of several words, apart from other names, wherever they stand."""
    words, behind = cut.all, 0
    for at, following in pairwise(cut.names):
        if following >= at + _MOST or at < behind or not begins_name(words[at].low):
            continue
        for end in range(together(words, at), at + 1, -1):
            some = words[at:end]
            if not some[-1].is_name or not _is_apart(words, at, end):
                continue
            if _is_known(some):
                yield some[0].start, some[-1].end
                behind = end
                break


def together(words: Sequence[Token], at: int) -> int:
    """Find the end of the few words that stand together from one on."""
    end, most = at + 1, min(at + _MOST, len(words))
    while end < most and words[end].near:
        end += 1
    return end


def _is_known(words: Sequence[Token]) -> bool:
    """Tell whether words are a place's name and nobody's: L\u00e1zaro C\u00e1rdenas is a town."""
    slug = place_slug(" ".join([one.text for one in words]))
    called = plain(words[0].text) in given_names()
    return is_written(slug) if called else is_known_name(slug)


def _is_apart(words: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether no other name stands beside some words, and none of them is in capitals."""
    behind = words[end] if end < len(words) else None
    if behind and behind.near and (behind.is_name or behind.low in THINGS):
        return False
    for one in words[at : end - 1]:
        if one.own or (len(one.text) > 1 and one.text.isupper()):
            return False
    ahead = words[at - 1] if at and words[at].near else None
    return not (ahead and ahead.is_name) or (ahead.first and is_english(ahead.low))
