"""Names that a text once has where places stand: no persons on weak grounds, wherever it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set

from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.places.wherenames import is_through_somebody
from lod.sources.pages.places.wherewords import KINDS, RULERS, TOWNS, TRAFFIC
from lod.sources.pages.words.tokens import Token, Words

_WHERE = frozenset(
    ["in", "at", "near", "via", "outside", "inside", "off", "opposite", "beyond", "around"]
)
_WAYS = _WHERE - {"around"} | {"from", "to", "between"}
_CALLED = frozenset(("river", "radio"))
_PAIR = 2


def once_placed(cut: Words, said: Set[str]) -> set[str]:
    """Gather the names that stand behind a word of place, or of what is a place's or ruled.

    said: the words of the text.

    >>> from lod.sources.pages.words.tokens import words_of
    >>> text = "the towns of Velbor, Kasna and Tresk; a train between Osna and Relm"
    >>> sorted(once_placed(words_of(text, 0, len(text)), frozenset(text.split())))
    ['Kasna', 'Osna', 'Relm', 'Tresk', 'Velbor']
    """
    words, lows, found = cut.all, cut.lows, set[str]()
    of = TOWNS | KINDS if RULERS.isdisjoint(said) else TOWNS | KINDS | RULERS
    runs = not TRAFFIC.isdisjoint(said)
    for at in cut.names:
        if not at or not words[at].near:
            continue
        ahead = lows[at - 1]
        if ahead == "via" and is_through_somebody(words, at, at + 1):
            continue
        if ahead in _WHERE and not words[at].own:
            found.add(words[at].text)
        elif ahead == "of" and at > 1 and lows[at - _PAIR] in of:
            found.update(_listed(words, at))
        elif (ahead in _CALLED and not words[at].own) or (
            runs and ahead == "between" and not TRAFFIC.isdisjoint(lows[max(at - 3, 0) : at])
        ):
            found.update(_listed(words, at) if ahead == "between" else (words[at].text,))
    return found


def _listed(words: Sequence[Token], at: int) -> Iterator[str]:
    """Give a name and those that follow it in a list: Velbor, Kasna and Tresk."""
    while at < len(words) and words[at].is_name and not words[at].own:
        yield words[at].text
        joined = at + _PAIR < len(words) and words[at + 1].low == "and" and words[at + 1].near
        comma = at + 1 < len(words) and words[at + 1].start - words[at].end == len(", ")
        if not joined and not (comma and not words[at + 1].near):
            return
        at += _PAIR if joined else 1


def ends_places(
    words: Sequence[Token], at: int, taken: Collection[int], *, does: bool = False
) -> bool:
    """Tell whether what stands behind an `and` ends a list of places: Cabinda, Benguela and X.

    at: the `and`. taken: where the words of places begin. does: what stands behind it does what
    persons do, so that one place behind a preposition, as in `from Warsaw and X`, decides.
    """
    if at < _PAIR:
        return False
    before, last = words[at - 2], words[at - 1]
    if last.near and before.low in _WAYS and last.start in taken and words[at].near:
        return True
    places = all(one.start in taken or is_only_a_place(one.text) for one in (before, last))
    return not does and places and last.start - before.end == len(", ")
