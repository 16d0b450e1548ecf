"""The formula of a note that a page has cut in lines, and whose embassy `Her Majesty's` is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.bylines import formula
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.text.pagetext import Line

_MOST, _FOOT = 4, 12
_MAJESTY = re.compile(r"H(?:er|is) (?:Britannic )?Majesty['\u2019]s (?:Embassy|Legation|Consulate)")
_POST = re.compile(
    r"((?:[A-Z]+ ){1,3}(?:EMBASSY|LEGATION|CONSULATE(?: GENERAL)?)),?(?: [A-Z]+\.?)?"
)


def noted(text: str, lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find who sends a note to whom: the formula on a line and those that go on with it.

    text: of the page. Whose embassy Her Majesty's is the foot of the note says.
    """
    if "compliments" not in lines[at].text:
        return
    end = at + 1
    while end < min(at + _MOST, len(lines)) and text[lines[end - 1].end : lines[end].start] == "\n":
        end += 1
    start, stop = lines[at].start, lines[end - 1].end
    line = Line(start, stop, text[start:stop].replace("\n", " "))
    post = _post(lines) if _MAJESTY.match(line.text) else None
    for told in formula(line):
        own = post if told.column != "recipient" else None
        yield told._replace(start=own[0], end=own[1]) if own else told


def _post(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Find the post that stands in capitals below a note: `BRITISH EMBASSY,`."""
    for line in reversed(lines[-_FOOT:]):
        if found := _POST.fullmatch(line.text):
            return line.start + found.start(1), line.start + found.end(1)
    return None
