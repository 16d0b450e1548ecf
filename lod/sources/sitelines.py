"""Which lines of a page are the site's because they recur over its collection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lod.sources.copylines import copies
from lod.sources.namelist import is_name_like
from lod.sources.pageline import Line
from lod.sources.papermarks import markings
from lod.sources.signatures import SIGNED


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


def _is_formal(line: Line) -> bool:
    word, _, rest = line.text.partition(" ")
    addressed = word.casefold().rstrip(":") in ("to", "from", "dear") and is_name_like(rest or "a")
    signed = SIGNED.fullmatch(line.text) is not None
    return addressed or signed or any(markings(line)) or any(copies(line))
