"""Which states a text names, by their names and adjectives: the Soviet minister, of France."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.reconcile.keys import fold

_MOST_WORDS = 4


@lru_cache(maxsize=1 << 14)
def states_in(text: str) -> frozenset[str]:
    """Give the states that a text names, each by its adjective.

    Use it on descriptions and on words beside a name. What is called after a state, but is none
    of it, does not count.

    >>> sorted(states_in("Ambassador of the U.S.S.R. to France")), states_in("New England painter")
    (['french', 'soviet'], frozenset())
    """
    return frozenset(_states(fold(text).split()))


def states_of(entity: AuthorityEntity) -> frozenset[str]:
    """Give the states of which an entity is known to be: by its description and its offices."""
    offices = (title for title, _, _ in entity.offices)
    return states_in("; ".join((entity.description, *offices)))


def _states(words: list[str]) -> Iterator[str]:
    at, terms = 0, _terms()
    while at < len(words):
        for size in range(_MOST_WORDS, 0, -1):
            state = terms.get(" ".join(words[at : at + size]))
            if state is not None:
                at += size
                if state:
                    yield state
                break
        else:
            at += 1


@cache
def _terms() -> Mapping[str, str]:
    """Read the table of what states are called (`vocab/states.tsv`), folded."""
    lines = (vocabulary.folder() / "states.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {fold(word): state for state, words in rows for word in words.split("|")}
