"""The words of a text, each once, and its digits: they tell for which rules it has nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
# Plain text is cut where no letter, or no digit, stands, as bytes, which is faster.
_PLAIN = bytes(ord(chr(one).lower()) if chr(one).isalpha() else ord(" ") for one in range(128)) * 2
_PLAIN_DIGITS = bytes(one if chr(one).isdigit() else ord(" ") for one in range(128)) * 2


@lru_cache(maxsize=1)
def words_in(text: str) -> frozenset[str]:
    """Give the runs of letters that a text has, folded; asked again, those of the last text.

    A rule whose words are among them need not match; one whose words are not cannot.

    >>> sorted(words_in("The Army's Port-Said (1951)"))
    ['army', 'port', 's', 'said', 'the']
    """
    if text.isascii():
        return frozenset(text.encode().translate(_PLAIN).decode().split())
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=1)
def digits_in(text: str) -> list[tuple[int, int]]:
    """Give the places of the runs of digits that a text has; asked again, those of the last text.

    >>> digits_in("No. 88 of 5 May 1951")
    [(4, 6), (10, 11), (16, 20)]
    """
    if not text.isascii():
        return [one.span() for one in _DIGITS.finditer(text)]
    found, end, plain = list[tuple[int, int]](), 0, text.encode()
    for run in plain.translate(_PLAIN_DIGITS).split():
        start = plain.index(run, end)
        end = start + len(run)
        found.append((start, end))
    return found


def has_digit(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text has a digit, of which many stretches are asked."""
    runs = digits_in(text)
    before = bisect_left(runs, (end, end))
    return before > 0 and runs[before - 1][1] > start
