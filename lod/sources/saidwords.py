"""The words of a text, each once: they tell at once for which rules it has nothing."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
# Plain text is cut where no letter stands, which is faster.
_PLAIN = {code: " " for code in range(128) if not chr(code).isalpha()}


@lru_cache(maxsize=1)
def words_in(text: str) -> frozenset[str]:
    """Give the runs of letters that a text has, folded; asked again, those of the last text.

    A rule whose words are among them need not match; one whose words are not cannot.

    >>> sorted(words_in("The Army's Port-Said (1951)"))
    ['army', 'port', 's', 'said', 'the']
    """
    folded = text.casefold()
    return frozenset(folded.translate(_PLAIN).split() if text.isascii() else _WORD.findall(folded))
