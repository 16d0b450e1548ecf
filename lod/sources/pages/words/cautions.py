"""What agencies stamp on their papers on who may read them: the states in it are no places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

_STATE = r"(?:U\.?S\.?|U\.?K\.?|UNITED STATES|BRITISH|CANADIAN|AUSTRALIAN|US/UK|UK/US)"
_CAUTION = re.compile(
    rf"\b{_STATE} (?:(?:GOVERNMENT )?OFFICIALS|EYES|PERSONNEL|CITIZENS|NATIONALS) ONLY\b"
    r"|(?i:\bcontains\s+information\s+affecting\s+the\s+national\s+defen[cs]e\s+of\s+the\s+united"
    r"\s+states\b)"
    r"|\(?(?:Note: )?Washington distribution indicated by [^)\n]{1,80}\)?"
    r"|(?i:\bwithin\s+the\s+meaning\s+of\s+the\s+espionage\s+(?:act|laws)\b[^.\n]{0,80})"
)
# What each has one of: most texts have none, and of the few most only `only`.
_WORDS = frozenset(("only", "defense", "defence", "espionage", "distribution"))
_SIGNS = (
    "ONLY",
    "distribution indicated",
    "NATIONAL DEFENSE",
    "ational defense",
    "ational Defense",
    "ESPIONAGE",
    "spionage",
)


def cautions(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the stretches of a text that only say who may read it; said: its words.

    >>> text = "SECRET - U.S. OFFICIALS ONLY"
    >>> [text[lo:hi] for lo, hi in cautions(text, 0, len(text), {"secret", "only"})]
    ['U.S. OFFICIALS ONLY']
    """
    if not _WORDS.isdisjoint(said) and any(sign in text for sign in _SIGNS):
        for one in _CAUTION.finditer(text, start, end):
            yield one.span()
