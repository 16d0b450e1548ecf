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
    r"|by [^.;:,]{3,60}?))?,? (?:to|an|à|a) "
    r"(?P<name>[^\W\d_a-z][^.;:\n]{2,80}?)"
    r"(?=,? (?:in|on|at|by|am|den|le|el|il|during|today)\b|[,;:)\]]|$)"
)
_SAID = re.compile(r"\b(?:I|we|he|she|they|was|were|has|have|had|is|will)\b", re.IGNORECASE)


def handed(lines: Sequence[Line]) -> Iterator[Told]:
    """Find to whom a paper was handed, in the lines of its head that are no sentences.

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
        found = _HANDED.search(text) if kind else None
        if found and not _SAID.search(text):
            named = list(persons_in(found["name"], line.start + found.start("name"), whole=False))
            for span in named[:1]:
                yield Told("recipient", *span, "to whom it was handed")


def _is_draft(text: str) -> bool:
    """Tell whether a line is the word for a draft.

    >>> _is_draft("D R A F T"), _is_draft("Dorn")
    (True, False)
    """
    bare = text.replace(" ", "").casefold().strip(".:")
    return bare in ("draft", "entwurf", "projet", "proyecto", "progetto", "projekt", "návrh")
