"""The places that a page tells beside its sentences: in labels, datelines, titles, and abroad."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.places.datelines import dated_from, dated_title
from lod.sources.pages.places.exonyms import exonyms_in, written_in
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.saidwords import words_in

_PARTIES = ("sender", "recipient", "copy_recipient")
# What is all of an entry, or its end behind a comma.
_SEAT = re.compile(
    r"(?:^|(?<=[,;\n])\s*|(?<=\bin )|(?<=\bat ))"
    r"([^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+){0,2})(?=\s*(?:$|[;\n(]))"
)
# What titles of other languages than English have.
_ABROAD = re.compile(
    r" (?:del?|de la|du|des|la|le|les|el|los|der|die|das|den|dem|von|zu[rm]?|über|della?|dei|sul"
    r"|da|do|dos|sobre|sur|w|z|na|o|v|ve|před|az|și) "
)


def sites_of(
    cells: Mapping[str, Sequence[Cell]],
    lines: Sequence[Line],
    text: str,
    titles: Iterable[str],
    kind: Callable[[str], str],
) -> set[str]:
    """Gather names that are places wherever the page's text has them, and nobody's.

    kind: what a gazetteer knows words as.
    """
    found = {*dated_from(lines, kind), *(one.text for one in cells.get("places", ()))}
    titles = list(titles)
    found |= {one for title in titles for one in dated_title(title, kind)}
    for body in (*cells.get("body", ()), *cells.get("summary", ())):
        part = text[body.start : body.end] if body.start >= 0 else ""
        known = exonyms_in(part, words_in(text))
        # A title has too few words to tell its language by itself.
        abroad = [one for one in titles if known and _ABROAD.search(one)]
        found |= known.union(*map(written_in, abroad))
    return found


def seats(
    cells: Mapping[str, Sequence[Cell]], text: str, kind: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Give where a labelled sender or receiver of a paper sits: `To: Foreign Office, London`.

    kind: what a gazetteer knows words as.
    """
    for column in _PARTIES:
        for one in cells.get(column, ()):
            labelled = one.rule.startswith("label") and one.start >= 0
            value = text[one.start : one.end] if labelled else ""
            for found in _SEAT.finditer(value):
                if kind(found[1]) == "place":
                    yield one.start + found.start(1), one.start + found.end(1)
