"""Those present at a cabinet, each with honours and office, on a line that ends with a stop."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.letterwords import announced

RULE = "list of those present at a cabinet"
_LONGEST, _HEAD = 200, 60
# With which such an entry begins: rank, honour, or the office whose holder stands in brackets.
_RANK = (
    r"(?:Mr|Mrs|Miss|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Viscount|Earl|Baron|Marquess|Duke"
    r"|Senator|(?:(?:Field|Air|Air Chief|Air Vice|Vice|Rear|Lieutenant|Lt|Lieut|Major|Brigadier"
    r"|Group|Wing|Lieutenant-Colonel)[ .-]{1,2})*(?:Marshal|Admiral|General|Brigadier|Colonel"
    r"|Captain|Commander|Commodore|Major)"
    r"(?: of the (?:Royal Air Force|Fleet))?|The (?:Earl|Marquess|Duke|Viscount|Lord))"
)
_ENTRY = re.compile(
    rf"(?:The )?R(?:igh)?t\.? Hon\b|(?:The )?Hon(?:ou?rable|\.)? |{_RANK}\.? (?=\S*[A-Z])"
    r"|(?:The )?[A-Z][^()]{4,80} \((?:Mr|Mrs|Miss|Dr|Sir|Lord|General|Senator)\.? [^()]+\)"
)
_PEER = re.compile(
    r"(?i:\b(?:Lord|Viscount|Earl(?: of)?|Baron|Marquess of|Duke of)) (?!President|Privy|Chancellor"
    r"|Chief|Advocate|Chamberlain|Mayor|Justice|Commissioner)([A-Z][\w'\u2019-]+)"
)
_UNNAMED = re.compile(r"(?:,? ?\b(?:M\.?P|Q\.?C|K\.?C|Bt|V\.?C|G\.?C\.?B)\b\.?)*[.,;]?$")
_THERE = ("presen", "attend", "particip")
# What parts the list: other groups of those who were there.
_GROUPS = frozenset(
    ("secretariat", "secretary", "secretaries", "joint secretaries", "in the chair", "officials",
     "secretary of the cabinet", "advisers", "chiefs of staff", "observers", "also present")
)  # fmt: skip


def sat(lines: Sequence[Line]) -> Iterator[Told]:
    """Give those whom minutes list below `Present:`, with honours, offices and a stop behind.

    >>> head = ["Present:", "The Right Hon. J. Vane, M.P., Minister of Food.", "Sir E. Hora."]
    >>> [(one.start, one.end) for one in sat([Line(0, len(one), one) for one in head])]
    [(15, 22), (4, 11)]
    """
    listed = False
    for at, line in enumerate(lines):
        if listed and _is_entry(line):
            yield from _named(line)
        elif not (listed and _heads_group(line.text)):
            listed = _is_head(line.text) and any(map(_is_entry, lines[at + 1 : at + 2]))


def heads_list(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the word in minutes above those present, each with a stop behind.

    >>> heads_list([Line(0, 8, "Present:"), Line(9, 31, "Sir J. Vane, Treasury.")], 0)
    True
    """
    below = lines[at + 1 : at + 2]
    return (
        bool(below)
        and below[0].text.endswith((".", ","))
        and _is_entry(below[0])
        and _is_head(lines[at].text)
    )


def _is_head(text: str) -> bool:
    """Tell whether a line is the word above those who were there."""
    low = text.casefold() if len(text) <= _HEAD else ""
    there = any(map(low.__contains__, _THERE))
    return there and announced(text.rstrip(":.\u2014- ")) == "participant"


def _heads_group(text: str) -> bool:
    return _is_head(text) or text.rstrip(":.\u2014- ").casefold() in _GROUPS


def _is_entry(line: Line) -> bool:
    return len(line.text) <= _LONGEST and _ENTRY.match(line.text) is not None


def _named(line: Line) -> Iterator[Told]:
    """Give whom an entry names: a peer by what he is peer of, others as lists have them."""
    head = line.text.partition(",")[0]
    if peer := _PEER.search(head):
        yield Told("participant", line.start + peer.start(1), line.start + peer.end(1), RULE)
        return
    for lo, hi in persons_listed(head, line.start) or persons_listed(line.text, line.start)[:1]:
        behind = _UNNAMED.search(line.text[lo - line.start : hi - line.start])
        yield Told("participant", lo, lo + behind.start() if behind else hi, RULE)
