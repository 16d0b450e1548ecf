"""Which lines of a page are the site's because they recur, or tell what the site is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lod.sources.pages.papers.copylines import copies
from lod.sources.pages.papers.papermarks import markings
from lod.sources.pages.papers.signatures import SIGNED
from lod.sources.pages.persons.namelist import is_name_like
from lod.sources.pages.text.labels import is_menu
from lod.sources.pages.words.pageline import Line

_PROSE, _AT_ONCE = 100, 12  # letters of a paragraph; its first words
_LEAST = 60
_PERMITS = re.compile(
    r"\b(?:re-?use|copyright|licen[cs]ed?|may (?:not )?be (?:used|reproduced|quoted|copied|cited)"
    r"|public domain|for (?:research|educational|non-commercial)|permission of)\b",
    re.IGNORECASE,
)
_ABOUT = ("about ", "\u00fcber ", "\u00e0 propos ", "acerca de", "chi siamo", "informazioni su")
_SMALL = frozenset(("about", "the", "and", "of", "for", "&"))


def site_lines(
    lines: Sequence[Line], again: Iterable[str], site: Sequence[bool], labelled: Sequence[bool]
) -> list[bool]:
    """Tell which lines are the site's because they recur, at an edge or beside others of its own.

    labelled: lines that are labels or stand right below one, whose values may well recur. What has
    the form of a letter's address or marking recurs for other reasons.
    """
    known = frozenset(again)
    found = [*site]
    order = [*range(len(lines)), *range(len(lines) - 1, -1, -1)]
    for step, at in enumerate(order):
        behind = at - 1 if step < len(lines) else at + 1
        edge = not 0 <= behind < len(lines) or found[behind]
        if not edge or lines[at].text not in known or labelled[at] or _is_formal(lines[at]):
            continue
        # A name right below the text is a signature, though all letters be of one hand.
        alone = at == 0 or lines[at - 1].text in known or not is_name_like(lines[at].text)
        found[at] = found[at] or alone
    return found


def permits(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a sentence on what may be done with a site's documents.

    >>> text = "The programme gladly allows the reuse of its papers in schools and in books."
    >>> permits([Line(0, 0, text)], 0), permits([Line(0, 0, "The reuse of water.")], 0)
    (True, False)
    """
    text = lines[at].text if at < len(lines) else ""
    return len(text) >= _LEAST and _PERMITS.search(text) is not None


def _is_formal(line: Line) -> bool:
    word, _, rest = line.text.partition(" ")
    addressed = word.casefold().rstrip(":") in ("to", "from", "dear") and is_name_like(rest or "a")
    signed = SIGNED.fullmatch(line.text) is not None
    return addressed or signed or any(markings(line)) or any(copies(line))


def told_of_itself(lines: Sequence[Line]) -> Iterator[int]:
    """Find what a site tells of itself: its name, what that is, and a link to more below it.

    >>> said = "The Mill Archive " + "keeps letters of the mills and of their owners, " * 3 + "too."
    >>> page = ["Letter", "About Mill Archive", said, "About the Archive", "Venta"]
    >>> list(told_of_itself([Line(0, 0, text) for text in page]))
    [1, 2, 3]
    """
    for at in range(1, len(lines) - 1):
        text = lines[at].text
        if len(text) < _LEAST or not text.endswith("."):
            continue
        about = lines[at - 1].text.casefold().startswith(_ABOUT)
        led = len(text) >= _PROSE and is_menu(lines[at + 1])
        if (about or led) and _is_named(lines[at - 1], text):
            yield from (at - 1, at, *([at + 1] if led else []))


def _is_named(above: Line, text: str) -> bool:
    """Tell whether the first words of a paragraph are those of the line above it."""
    named = _words(above.text.split())
    return bool(named) and named <= _words(text.split(None, _AT_ONCE)[:_AT_ONCE])


def _words(some: Iterable[str]) -> set[str]:
    return {one.casefold().strip(",.:") for one in some} - _SMALL
