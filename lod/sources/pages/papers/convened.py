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
_PAPERS = _RECORDS | {"resolution", "decision", "decree", "directive", "order"}
_MINUTES = re.compile(
    r"\b(?:protocol|minutes|transcript|record|stenographic record)\b[^\n]{0,40}?\s*"
    r"(?:\bof\s+(?:the|a)\s+|,\s+)"
    r"(?:meeting|session|sitting|plenum)\s+of\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
# `protocol No. 149 of the CC CPSU Politburo session`
_SESSION = re.compile(r"\b(?i:protocol|minutes)\b[^\n]{0,30}?\bof\s+the\s+(?=[A-Z])")
_MET = re.compile(r"\s+(?:session|meeting|sitting|plenum)\b")
# On the line below the kind and number of a paper: `PROTOCOL No. 291`, `of the Politburo`.
_WHOSE = re.compile(
    r"^\W*(?:protocol|minutes|transcript|resolution|decision|decree|directive|order)\b[^\n]{0,30}\n"
    r"\s*of\s+the\s+(?=[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
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
    said = words_in(text)
    if said.isdisjoint(_PAPERS):
        return
    met = not any(map(said.isdisjoint, (_MEETINGS, _RECORDS)))
    for start, end in stretches:
        stop = min(end, start + _HEAD)
        head = text[start:stop].casefold()
        if any(map(head.__contains__, _PAPERS)):
            whose = _WHOSE.search(text, start, stop)
            for one in bodies:
                if whose and one.start == whose.end():
                    yield Told("corporate_author", one.start, one.end, "whose paper it is")
        if met and any(map(head.__contains__, _RECORDS)):
            yield from _sat(text, start, stop, bodies)


def _sat(text: str, start: int, stop: int, bodies: Sequence[Seen]) -> Iterator[Told]:
    """Find the bodies whose meeting or session a head says that its minutes are of."""
    found = _MINUTES.search(text, start, stop)
    held = _SESSION.search(text, start, stop)
    for one in bodies if found or held else ():
        met = held and one.start == held.end() and _MET.match(text, one.end)
        if met or (found and one.start == found.end()):
            yield Told("corporate_author", one.start, one.end, "minutes of its meeting")
