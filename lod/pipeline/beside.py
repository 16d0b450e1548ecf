"""What a record says beside a name in its title or summary: `Soviet Foreign Minister Vyshinsky`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lod.lazily import regex
from lod.normalize.names import parse_name
from lod.record import Record

_NEAR = 80  # characters on each side
_MOST = 200
# Where what is said of one person ends and of another begins.
_PARTED = regex(r"[.;:,\n]|\b(?:to|and|from|with|between|by|for|und|an|et|u|i|к|от|и)\b", re.I)
_AFTER = regex(r"\s*[,(]\s*([^,();.\n]{2,80})")


def beside(name: str, record: Record) -> str:
    """Give the words that stand by a person's family name, "" when there are none.

    Use it for names that say little: office and state tell who of several is meant. Before the
    name counts what belongs to it, behind it what a comma or a parenthesis adds.

    >>> from lod.record import Text
    >>> title = Text(value="Note from the Soviet Foreign Minister Vyshinsky to Kelly, the envoy")
    >>> record = Record(key="a", title=(title,))
    >>> beside("A. Vyshinsky", record), beside("Kelly", record)
    ('the Soviet Foreign Minister', 'the envoy')
    """
    family = parse_name(name, "person").family
    if len(family) < 2:
        return ""
    words = dict[str, None]()
    for text in (*record.title, *record.abstract):
        if _may_stand(family, text.value):
            words.update(dict.fromkeys(filter(None, _by(family, text.value))))
    return "; ".join(words)[:_MOST]


def _by(family: str, text: str) -> Iterator[str]:
    found = _standing(family).search(text)
    if found:
        before = text[max(found.start() - _NEAR, 0) : found.start()].rstrip(" (")
        yield _PARTED.split(before)[-1].strip()
        behind = _AFTER.match(text[found.end() : found.end() + _NEAR])
        yield behind[1].strip() if behind else ""


@lru_cache(maxsize=1 << 12)
def _standing(family: str) -> re.Pattern[str]:
    """Find a family name as words of its own."""
    return re.compile(rf"\b{re.escape(family)}\b", re.IGNORECASE)


def _may_stand(family: str, text: str) -> bool:
    """Tell whether a name may stand in a text, in capitals or not: most have nothing of it."""
    lowered = _lowered(text)
    return not lowered or not family.isascii() or family.lower() in lowered


@lru_cache(maxsize=16)
def _lowered(text: str) -> str:
    """Spell a text of ASCII small, "" for another: signs beyond it are small in several ways."""
    return text.lower() if text.isascii() else ""
