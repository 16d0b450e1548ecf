"""Lines that come again on most pages of a collection: the site's, whatever they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from lod.sources.copylines import copies
from lod.sources.files import BROKEN, open_bytes
from lod.sources.namelist import is_name_like
from lod.sources.pagetext import Line, plain_page
from lod.sources.papermarks import markings
from lod.sources.signatures import SIGNED

_SAMPLE, _FEWEST = 40, 4
_SHARE = 0.6
_MOST, _LONGEST, _BYTES = 100, 300, 1 << 18


def recurring(paths: Iterable[Path]) -> tuple[str, ...]:
    """Give the lines that most of the first pages have, sorted; nothing where pages are few.

    HTML is not asked: what is the site's stands in elements of its own there.
    """
    counts, pages = Counter[str](), 0
    for path in islice(paths, _SAMPLE):
        if path.suffix.lower() in (".txt", ".md", ".markdown"):
            pages += 1
            counts.update({line.text for line in _lines(path) if len(line.text) <= _LONGEST})
    if pages < _FEWEST:
        return ()
    often = (line for line, count in counts.items() if count >= _SHARE * pages)
    return tuple(sorted(often))[:_MOST]


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


def _lines(path: Path) -> list[Line]:
    try:
        with closing(open_bytes(str(path))) as stream:
            return plain_page(stream.read(_BYTES).decode("utf-8", "replace")).lines
    except BROKEN:
        return []
