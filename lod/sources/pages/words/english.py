"""Everyday English words: a capitalised word that is none of them is likely to be a name."""

from __future__ import annotations

from functools import cache, lru_cache

from lod import vocabulary

# Ending -> what may stand in its place in the base form.
_ENDINGS = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")), ("ly", ("",)), ("ness", ("",)), ("ers", ("", "e")), ("er", ("", "e")),
)  # fmt: skip
_SHORTEST = 3


@lru_cache(maxsize=1 << 15)
def is_english(word: str) -> bool:
    """Tell whether a word in lower case is an everyday English word, inflected or not.

    >>> [is_english(word) for word in ("negotiations", "planned", "kuznetsov", "chou")]
    [True, True, False, False]
    """
    words = _words()
    if word in words or len(word) < _SHORTEST:
        return True
    for ending, bases in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _is_stem(stem, bases, words):
            return True
    return False


def _is_stem(stem: str, bases: tuple[str, ...], words: frozenset[str]) -> bool:
    doubled = stem[-1] == stem[-2] and stem[:-1] in words
    return doubled or any(stem + base in words for base in bases)


@cache
def given_names() -> frozenset[str]:
    """Give the names that are given to persons, in lower case, of many languages."""
    return frozenset(vocabulary.lines("given-names.txt"))


@cache
def _words() -> frozenset[str]:
    return frozenset(
        (*vocabulary.lines("english/words.txt"), *vocabulary.lines("english/papers.txt"))
    )
