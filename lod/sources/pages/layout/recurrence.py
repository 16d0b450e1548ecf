"""Lines that come again on most pages of a collection: the site's, whatever they say.

What a page makes of them (`sitelines.py`) needs much that is not loaded for this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path

from lod.sources.files import BROKEN, open_bytes
from lod.sources.pages.text.pagetext import Line, plain_page

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


def _lines(path: Path) -> list[Line]:
    try:
        with closing(open_bytes(str(path))) as stream:
            return plain_page(stream.read(_BYTES).decode("utf-8", "replace")).lines
    except BROKEN:
        return []
