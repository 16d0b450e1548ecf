"""Where the text of a page begins: behind what announces it, not with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.normalize.archives import archive_code
from lod.normalize.kinds import kind_of
from lod.sources.pages.layout.marks import Marks
from lod.sources.pages.text.labels import is_menu
from lod.sources.pages.words.titleforms import form

TRANSLATED = re.compile(
    r"(?:Translation|Transcript(?:ion)?|Original|Text)\s*[-\u2013\u2014:]\s*(?=\w)"
)
# So many lines, and letters, may lead on to labels that stand above so many lines of prose.
_LEADS, _TEASER, _LEAST_PROSE, _BLOCK = 2, 400, 4, 3
# A text has more letters than these, where the page has prose elsewhere.
_FEW_WORDS, _LEAST_TEXT = 240, 200
# What headings announce above a text, never in it.
_LINE = 90
_HEADING, _ENDS = 40, (".", ",", ";", "!", "?")
_OF_CATALOGUES = frozenset(
    ("identifier", "type", "language", "creator", "rights", "keeper", "publisher", "collection",
     "funder", "contributor", "uploaded", "url", "alternative", "translator")
)  # fmt: skip
_DESCRIBED = frozenset(("summary", "citation", "language", "rights", "credits", "identifier"))


def announced(marks: Marks) -> int:
    """Find the label that says what the text is: nothing above it belongs to the text."""
    for at, found in enumerate(marks.labels[:-1]):
        # Beside a short value the label says what the text is: `English text: by A. Bauer`.
        told = marks.lines[at + 1].kind == "value" and len(marks.lines[at + 1].text) < _LINE
        if found and found.reach == "contents" and not told:
            word = marks.lines[at].text.casefold().rstrip(": ")
            said = TRANSLATED.match(marks.lines[at + 1].text)
            if said or word not in ("contents", "document contents"):
                return at if is_text_below(marks, at) else 0
    return 0


def is_text_below(marks: Marks, at: int) -> bool:
    """Tell whether what seems to stand above the text does: most prose is not above it."""
    above = marks.prose(0, at)
    return above < _LEAST_TEXT or above <= marks.prose(at, len(marks.lines))


def described(marks: Marks) -> int:
    """Give the line behind a description or a citation above the text, 0 where none is."""
    block = marks.described()
    return max(block if is_text_below(marks, block) else 0, marks.cited_above())


def leads(marks: Marks, at: int) -> bool:
    """Tell whether a line or two only lead on to labels: of a group, or above a long text."""
    if _heads_fields(marks, at) or heads_source(marks, at):
        return True
    stop, lines = marks.next_mark(at), marks.lines
    while stop < len(lines) and marks.site[stop]:
        stop = marks.next_mark(stop + 1)
    found = marks.labels[stop] if stop < len(lines) else None
    if not (found and found.sure and found.column != "-" and stop - at <= _LEADS):
        return False
    short = lines[stop - 1].end - lines[at].start < _TEASER
    return short and marks.prose_below(stop) >= _LEAST_PROSE


def _heads_fields(marks: Marks, at: int) -> bool:
    """Tell whether a short line heads a group of fields that only a description has."""
    rows = marks.beside[at + 1 : at + 3]
    short = len(marks.lines[at].text) < _HEADING and not marks.lines[at].text.endswith(_ENDS)
    return (
        short
        and len(rows) > 1
        and any(one and one.column in _OF_CATALOGUES for one in rows)
        and all(one is not None for one in rows)
    )


def heads_source(marks: Marks, at: int) -> bool:
    """Tell whether a short line or heading stands with others right above where a paper lies.

    A site prints whose it is there, and what kind: `Ministry of Mines, Department II`.
    """
    for line in marks.lines[at : at + _BLOCK]:
        if marks.cited[at]:
            return True
        if len(line.text) >= _LINE or line.text.endswith(_ENDS) or line.kind:
            return False
        at += 1
    return at < len(marks.lines) and marks.cited[at]


def issuer(marks: Marks, at: int) -> Iterator[tuple[int, int]]:
    """Give the body that is the whole of a line above the place in an archive: whose paper it is.

    It keeps the paper where it is an archive, and a kind of paper beside it makes it a title.
    """
    line = marks.lines[at]
    alone = kind_of(line.text) == "group" and not form(line.text) and not archive_code(line.text)
    if alone and heads_source(marks, at):
        yield line.start, line.end


def heads_catalogue(marks: Marks, at: int) -> bool:
    """Tell whether a line begins a block of labels with values, two of a catalogue's at least."""
    rows = (one.column for one in marks.beside[at : at + _BLOCK] if one)
    return marks.heads_labels(at) and sum(one in _OF_CATALOGUES for one in rows) > 1


def announces(marks: Marks, at: int) -> bool:
    """Tell whether a line says that the text follows it, below the last value of a description.

    A citation says so below what it sums up.
    """
    found = marks.labels[at] if at < len(marks.lines) else None
    if found is None or found.reach != "contents" or at < _LEADS:
        return at < len(marks.lines) and marks.cited[at]
    return marks.is_value(at - 2) or marks.beside[at - 2] is not None or marks.site[at - 2]


def describes(marks: Marks, at: int) -> bool:
    """Tell whether a line is a field of a description, or cites the paper."""
    found = marks.labels[at]
    named = found is not None and found.sure and found.column in _DESCRIBED
    return named or marks.beside[at] is not None or marks.cited[at]


def goes_on(marks: Marks, at: int) -> bool:
    """Tell whether a text or a label stands below: what else sums up nothing, such as a name."""
    return marks.next_mark(at) == at or marks.prose(at, len(marks.lines)) > 0


def stops_at_once(marks: Marks, top: int) -> int:
    """Give the line at which a text of a few words ends, 0 where it has prose or none follows.

    What stands there is the site's (`Get citation`), or heads the text that follows. A
    catalogue's page without a text has nothing else between its labels.
    """
    end = len(marks.lines)
    stop = next((at for at in range(top + 1, end) if _stops(marks, at)), end)
    if stop == top or marks.lines[stop - 1].end - marks.lines[top].start > _FEW_WORDS:
        return 0
    prose = marks.prose(stop, end)
    if marks.prose(top, stop) or (prose < _LEAST_TEXT and not marks.is_catalogue()):
        return 0
    return min(marks.next_mark(top + 1), stop)


def _stops(marks: Marks, at: int) -> bool:
    """Tell whether a text ends above a line, or a heading there describes it."""
    found = marks.labels[at]
    headed = found is not None and marks.lines[at].level > 0 and found.column in _DESCRIBED
    return headed or marks.ends_text(at)


def is_menu_entry(marks: Marks, at: int) -> bool:
    """Tell whether a line below a text is a menu's: not a label (`Places`) above its value."""
    if not is_menu(marks.lines[at]) or marks.is_told(at):
        return False
    behind = marks.lines[at + 1 : at + 2]
    if marks.labels[at] is None or not behind:
        return True
    return marks.next_mark(at + 1) == at + 1 or is_menu(behind[0])


def is_between_fields(marks: Marks, at: int) -> bool:
    """Tell whether a line stands between two fields that are surely a description's."""
    lines = marks.lines
    if not 0 < at < len(lines) - 1:
        return False
    found = marks.labels[at + 1] or marks.beside[at + 1]
    known = found is not None and found.column not in ("-", "participants", "subjects")
    paired = lines[at + 1].kind == "term" and lines[at - 1].kind == "value"
    return known and paired
