"""Whose meeting minutes are of: that body is their author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.saidwords import words_in

# Without one of these, nothing has minutes.
_MEETINGS = frozenset(("meeting", "session", "sitting", "plenum"))
_RECORDS = frozenset(("protocol", "minutes", "transcript", "record"))
_MINUTES = re.compile(
    r"\b(?:protocol|minutes|transcript|record|stenographic record)\b[^\n]{0,40}?\s*"
    r"(?:\bof\s+(?:the|a)\s+|,\s+)"
    r"(?:meeting|session|sitting|plenum)\s+of\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
# `protocol No. 149 of the CC CPSU Politburo session`
_SESSION = re.compile(r"\b(?i:protocol|minutes)\b[^\n]{0,30}?\bof\s+the\s+(?=[A-Z])")
_MET = re.compile(r"\s+(?:session|meeting|sitting|plenum)\b")
_HEAD = 2000


def convened(
    text: str, stretches: Iterable[tuple[int, int]], bodies: Sequence[Seen]
) -> Iterator[Told]:
    """Find whose meeting titles, or the beginning of a text, call it the minutes of.

    stretches: where titles and text stand in the page's text. bodies: those that it names.

    >>> text = "Minutes of the meeting of the Port Board"
    >>> [(one.column, text[one.start : one.end])
    ...  for one in convened(text, [(0, len(text))], [Seen(30, 40, "words of a body")])]
    [('corporate_author', 'Port Board')]
    """
    if any(map(words_in(text).isdisjoint, (_MEETINGS, _RECORDS))):
        return
    for start, end in stretches:
        stop = min(end, start + _HEAD)
        head = text[start:stop].casefold()
        if not any(map(head.__contains__, _RECORDS)):
            continue
        found = _MINUTES.search(text, start, stop)
        held = _SESSION.search(text, start, stop)
        for one in bodies if found or held else ():
            met = held and one.start == held.end() and _MET.match(text, one.end)
            if met or (found and one.start == found.end()):
                yield Told("corporate_author", one.start, one.end, "minutes of its meeting")
