"""Who talked, on the line below the words for a record: `between Minister X and Ambassador Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.words.pageline import Line

_LONGEST, _HEAD = 240, 16
_LINE = re.compile(
    r"(?:(?:held|conducted|had|that took place) )?"
    r"(?P<how>[Bb]etween|BETWEEN|[Ww]ith|WITH) (?P<one>.{4,110}?)"
    r"(?: (?:and|AND) (?P<other>.{4,110}?))?(?:,? (?:on|ON|held|HELD|at|AT|in|IN|\()\b.*|[.:,])?"
)
_TALKS = re.compile(
    r"\b(?:conversation|talk|meeting|discussion|interview|audience|negotiation|consultation)s?\b",
    re.IGNORECASE,
)


def talked(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find who talked with whom on a line right below the words for the record of a talk.

    >>> texts = ("RECORD OF CONVERSATION", "between Minister Jan Orlov and Ambassador Karel Vane")
    >>> lines = [Line(0, len(one), one) for one in texts]
    >>> [texts[1][one.start:one.end] for one in talked(lines, 1)]
    ['Jan Orlov', 'Karel Vane']
    """
    text = lines[at].text
    if not 0 < at < _HEAD or len(text) > _LONGEST or text[:1] not in "bBwWhct":
        return
    above = lines[at - 1].text
    found = _LINE.fullmatch(text) if len(above) < _LONGEST and _TALKS.search(above) else None
    if found is None or above.endswith("."):
        return
    both = ("one", "other") if found["how"].casefold() == "between" else ("one",)
    for part in both:
        name = person_in(found[part]) if found[part] else None
        if name:
            start = lines[at].start + found.start(part)
            yield Told("participant", start + name[0], start + name[1], "line below a talk")
