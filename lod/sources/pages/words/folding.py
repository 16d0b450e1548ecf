"""A word as it is compared: folded, without accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Fold a word, without the accents of Latin letters.

    >>> plain("Rodr\u00edguez"), plain("\u0419\u043e\u0440\u0434\u0430\u043d")
    ('rodriguez', '\u0439\u043e\u0440\u0434\u0430\u043d')
    """
    word = word.casefold()
    if word.isascii() or "\u0400" <= word[0] <= "\u052f":
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))
