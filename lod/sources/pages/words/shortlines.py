"""What was found out of a short text is kept: labels, menus and markings stand on many pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

_SHORT = 120  # characters; the lines of a text hardly come twice
_KEPT = 1 << 11


def kept_if_short(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a function of a text alone keep its answers on the short ones it was asked last.

    Use it where each line of a page is asked and the answer takes longer than to look it up.
    """
    kept = lru_cache(_KEPT)(function)

    @wraps(function)
    def answered(text: str) -> Answer:
        return kept(text) if len(text) <= _SHORT else function(text)

    return answered
