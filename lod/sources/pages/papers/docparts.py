"""Pages that hold two documents, a decision and the message it approves: where one ends."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from lod import vocabulary
from lod.normalize.kinds import kind_of
from lod.record import Agent, Concept, Identifier, Origin, Part
from lod.sources import Cell
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.textwords import OFFICES

Cells = Mapping[str, Sequence[Cell]]

_SHORT = 90
_PROSE = 40
_LONGEST = 160
_EXCERPT = re.compile(r"\b(?:excerpt|extract)s?\s+from\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(telegram|message|cable|letter|note|instruction|directive|memorandum)s?\b", re.IGNORECASE
)
_SAME = {"message": "telegram", "cable": "telegram", "directive": "instruction"}
_ROLES = {
    "recipient": ("recipient",),
    "copy_recipient": ("copy-recipient",),
    "corporate_author": ("corporate-author",),
    "signatory": ("author", "signatory"),
}


def parts(
    lines: Sequence[Line], told: Sequence[Told], cells: Cells, place: tuple[str, str]
) -> tuple[Part, ...]:
    """Give the parts of a text that holds several documents; nothing where it holds one."""
    breaks = [0, *_breaks(lines, told), len(lines)]
    if len(breaks) == 2:
        return ()
    pieces = [lines[one:two] for one, two in itertools.pairwise(breaks)]
    return tuple(_part(number, piece, cells, place) for number, piece in enumerate(pieces))


def _breaks(lines: Sequence[Line], told: Sequence[Told]) -> Iterator[int]:
    """Find the lines with which further documents begin: an address below a whole document."""
    last = 0
    starts = [line.start for line in lines]
    for one in told:
        at = max(bisect_right(starts, one.start) - 1, 0)
        if one.column != "recipient" or one.rule != "line recipient" or at <= last:
            continue
        begin = at
        while begin > last and not _closes(lines[begin - 1]):
            begin -= 1
        if begin > last and _is_whole(lines[last:begin], told):
            yield begin
            last = begin


def _closes(line: Line) -> bool:
    """Tell whether a line is the end of a text: a sentence, or the office of who signs it."""
    words = line.text.split()
    return (
        len(line.text) > _SHORT
        or line.text.endswith((".", "!", "?"))
        or (line.text.isupper() and bool(words) and words[0].casefold() in OFFICES)
    )


def _is_whole(lines: Sequence[Line], told: Sequence[Told]) -> bool:
    """Tell whether lines are a document: a number, signature or author, and a sentence."""
    start, end = lines[0].start, lines[-1].end
    shown = any(
        one.column in ("number", "signatory", "copy_recipient") and start <= one.start < end
        for one in told
    )
    return shown and any(line.text.endswith(".") and len(line.text) > _PROSE for line in lines)


def _part(number: int, lines: Sequence[Line], cells: Cells, place: tuple[str, str]) -> Part:
    span = lines[0].start, lines[-1].end
    agents = list(_agents(cells, span))
    kind = _type(number, lines, cells)
    addressed = next((one.name for one in agents if one.role == "recipient"), "")
    words = vocabulary.load().label("doctype", kind).capitalize() if kind else "Document"
    label = next((one.text for one in lines if _EXCERPT.search(one.text)), lines[0].text)
    return Part(
        label=f"{words} to {addressed}" if addressed else label[:_LONGEST],
        type=(Concept(scheme="doctype", label=kind, id=kind, language="en"),) if kind else (),
        agents=tuple(dict.fromkeys(agents)),
        classification=tuple(_marks(cells, span)),
        identifiers=tuple(
            Identifier(scheme="document-number", value=cell.text)
            for cell in _within(cells, "number", span)
        ),
        origin=Origin(*place, "body", *span, "part of the page"),
    )


def _within(cells: Cells, column: str, span: tuple[int, int]) -> Iterator[Cell]:
    return (cell for cell in cells.get(column, ()) if span[0] <= cell.start < span[1])


def _agents(cells: Cells, span: tuple[int, int]) -> Iterator[Agent]:
    """Give those who had a part in it; who signs what is addressed to somebody sends it."""
    addressed = any(_within(cells, "recipient", span))
    for column, roles in _ROLES.items():
        for cell in _within(cells, column, span):
            kind = "person" if column == "signatory" else kind_of(cell.text)
            for role in roles:
                yield Agent(name=cell.text, kind=kind, role=role)
            if column == "signatory" and addressed:
                yield Agent(name=cell.text, kind=kind, role="sender")


def _type(number: int, lines: Sequence[Line], cells: Cells) -> str:
    """Name the type of a part: an excerpt from minutes, or what the title says is sent."""
    if any(_EXCERPT.search(line.text) for line in lines):
        return "minutes-excerpt"
    if number:
        for column in ("title", "summary"):
            for cell in cells.get(column, ()):
                if sent := _SENT.search(cell.text):
                    word = sent[1].casefold()
                    return _SAME.get(word, word)
    return ""


def _marks(cells: Cells, span: tuple[int, int]) -> Iterator[Concept]:
    for column, scheme in (("marking", "classification"), ("handling", "handling")):
        for cell in _within(cells, column, span):
            known = vocabulary.load().concept(scheme, cell.text)
            yield Concept(scheme=scheme, label=cell.text, id=known, language="en")
