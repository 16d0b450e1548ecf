"""To whom a paper was handed, as its head says: `Draft, handed to State Secretary Dorn in Bern`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_in
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.titleforms import form

_HEAD, _LONGEST = 8, 160
_WORDS = (" to ", " an ", " à ", " a ")
_HANDED = re.compile(
    r"\b(?:handed(?: over)?|delivered|transmitted|submitted|passed|given|presented|sent|addressed"
    r"|übergeben|überreicht|remise?|remis en mains propres|entregad[ao]|consegnat[ao])"
    r"(?: (?:today|yesterday|personally|by hand|orally|in person|(?:on|in|at) [\w ]{2,24}?"
    r"|by (?P<giver>(?:[^.;:,]|(?<=\b[A-Z])\.){3,60}?)))?,? (?:to|an|à|a) "
    r"(?P<name>[^\W\d_a-z](?:[^.;:\n]|(?<=\b[A-Z])\.){2,80}?)"
    r"(?=,? (?:in|on|at|by|am|den|le|el|il|during|today)\b|[,;:)\]]|$)"
)
_DRAFT = re.compile(r"\b(?:[Dd]raft|Entwurf|[Pp]rojet|[Pp]royecto)\b")
GIVEN = "who handed it over"
_SAID = re.compile(r"\b(?:I|we|he|she|they|was|were|has|have|had|is|will)\b", re.IGNORECASE)
_PARTIES = (("name", "recipient", "to whom it was handed"), ("giver", "sender", GIVEN))


def handed(lines: Sequence[Line]) -> Iterator[Told]:
    """Find to whom a paper was handed, and by whom, in lines of its head that are no sentences.

    >>> said = "of the Polish side, handed to State Secretary Dorn"
    >>> [said[one.start : one.end]
    ...     for one in handed([Line(0, 5, "DRAFT"), Line(6, 56, said)._replace(start=0)])]
    ['Dorn']
    """
    for at, line in enumerate(lines[:_HEAD]):
        text = line.text
        if len(text) > _LONGEST or not any(map(text.__contains__, _WORDS)):
            continue
        above = lines[at - 1].text if at else ""
        kind = form(text) or (len(above) < _LONGEST and form(above)) or _is_draft(above)
        found = _HANDED.search(text) if kind or _DRAFT.search(text) else None
        if found and not _SAID.search(text):
            for group, column, rule in _PARTIES:
                named = persons_in(found[group] or "", line.start + found.start(group), whole=False)
                yield from (Told(column, *span, rule) for span in list(named)[:1])


def _is_draft(text: str) -> bool:
    """Tell whether a line is the word for a draft.

    >>> _is_draft("D R A F T"), _is_draft("Dorn")
    (True, False)
    """
    bare = text.replace(" ", "").casefold().strip(".:")
    return bare in ("draft", "entwurf", "projet", "proyecto", "progetto", "projekt", "návrh")
