"""Values that run on over the lines below their labels, where a page of plain text is narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lod.sources.pages.text.markedrows import labelled_row
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Line

# What is one value however long; the others have lists, one entry a line.
_LONG = frozenset(
    ("title", "alternative", "summary", "reference", "rights", "citation", "credits", "keeper",
     "url", "collection", "-")
)  # fmt: skip
_PARAGRAPHS = frozenset(("citation", "summary", "rights", "credits"))
_OF_PEOPLE = frozenset(("participants", "copy_recipient"))
_BELOW_HEADINGS = _PARAGRAPHS | {"reference", "keeper"}
_NOTED = re.compile(r"(?:\[(?=[^\]]*$)|\((?=[^)]*$))(?:[^\W\d_]+ ?){1,3}:\s(?=\S)")
# How many copies there are, before the label of those who had them: `Print: 4 copies. Sent to: X`.
_COUNTED = re.compile(r"[^.;]{0,30}\b\d{1,3} cop(?:y|ies)\b[^.;:]{0,24}[.;] (\w+(?: \w+){0,3}): \S")
# What announces a list, and of whom: `**Present:** Members of the Politburo: Orlov`.
_LISTING = re.compile(
    r"[*_]{0,3}([^:*_\n]{2,45})(?::[*_]{1,3}|[*_]{1,3}:|:)\s+(?:([^:,;\n]{2,45}):\s)?"
)
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_a-z]\.$")
_OPENS, _MOST_NOTED = frozenset("[("), 6
_COLONS = (":", "\uff1a")
_DEEPER, _FULL, _MOST, _LABEL, _RAGGED = 2, 50, 30, 45, 8


def joined(text: str, lines: list[Line]) -> list[Line]:
    r"""Join a labelled value with the lines below it, deeper than its label or in its sentence.

    >>> text = "Rights: For private study\n   and research only.\nDate: 5 May 1951"
    >>> rows = [(0, 25), (29, 47), (48, 64)]
    >>> [one.text for one in joined(text, [Line(*at, text[slice(*at)]) for at in rows])]
    ['Rights: For private study    and research only.', 'Date: 5 May 1951']
    """
    found, at = list[Line](), 0
    while at < len(lines):
        column = _heads_block(text, found[-1], lines[at]) if found else ""
        stop = _over(text, lines, at, column)
        if at + 2 == len(lines) and _is_kept_on(text, lines[at:]):
            stop = at + 2
        elif _may_run_on(text, lines, at) and (column := labelled_row(lines[at])) in _LONG:
            deep = _indent(text, lines[at]) + _DEEPER
            while stop - at < _MOST and _runs_on(text, lines[stop - 1 : stop + 1], deep, column):
                stop += 1
        found.append(lines[at] if stop == at + 1 else _whole(text, lines[at], lines[stop - 1].end))
        at = stop
    return found


def _over(text: str, lines: Sequence[Line], at: int, column: str) -> int:
    """Give the line behind a paragraph below its label, or behind a list that runs on."""
    stop = at + 1
    if lines[at].text[:1] in _OPENS and _NOTED.match(lines[at].text):
        most = min(at + _MOST_NOTED, len(lines))
        while stop < most and _is_open_note(text, lines[at : stop + 1]):
            stop += 1
    elif column:
        while stop - at < _MOST and _is_of_block(text, lines[stop - 1 : stop + 1], column):
            stop += 1
    elif lines[at].kind == "value" and at:
        stop = _value_to(text, lines, at)
    elif ":" in lines[at].text[:_LABEL] and _lists_people(lines[at]):
        deep = _indent(text, lines[at]) + _DEEPER
        most = min(at + _MOST, len(lines))
        while stop < most and _is_open(text, lines[at : stop + 1], deep):
            stop += 1
        stop = max(stop, _sentence_to(text, lines, at))
    return stop


def _value_to(text: str, lines: Sequence[Line], at: int) -> int:
    """Give the line behind a value that stands in one row with its label and runs on below it."""
    stop, told = at + 1, _column_of(text, lines[at - 1 : at + 1])
    if told in _OF_PEOPLE:
        return _sentence_to(text, lines, at)
    whole = told in _BELOW_HEADINGS and _is_wrapped(text, lines[at])
    while whole and stop - at < _MOST and _is_of_block(text, lines[stop - 1 : stop + 1], told):
        stop += 1
    return stop


def _column_of(text: str, pair: Sequence[Line]) -> str:
    """Give the column of the label that stands in one row before a value: `**Present:** Orlov`."""
    term, value = pair
    word = field_word(term.text) if term.kind == "term" else None
    return word.column if word and "\n" not in text[term.end : value.start] else ""


def _sentence_to(text: str, lines: Sequence[Line], at: int) -> int:
    """Give the line behind a paragraph of one width that lists people and ends with a stop.

    One whose entries a semicolon parts needs none.
    """
    stop, parted = at + 1, "; " in f"{lines[at].text} "
    while stop < len(lines) and stop - at < _MOST_NOTED and not lines[stop].kind:
        one, two = lines[stop - 1 : stop + 1]
        near = text.count("\n", one.end, two.start) == 1
        stops = one.text.endswith(".") and not _INITIAL.search(one.text)
        ends = stops or (one.text.endswith(";") and not parted)
        if not near or ends or ":" in two.text[:_LABEL]:
            break
        stop += 1
    whole = parted or lines[stop - 1].text.endswith((".", ";"))
    return stop if whole and _is_wrapped(text, lines[at], lines[stop - 1].end) else at + 1


def _is_open_note(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a note in brackets on the source, not closed yet, goes on with the last line."""
    if len(lines) < len(("note", "below")) or lines[-1].kind or lines[-1].level:
        return False
    note = text[lines[0].start : lines[-2].end]
    closed = note.count("]") >= note.count("[") and note.count(")") >= note.count("(")
    return not closed and text.count("\n", lines[-2].end, lines[-1].start) == 1


def _heads_block(text: str, line: Line, below: Line) -> str:
    """Give the column of a label below which one paragraph stands, "" for others.

    One without a colon stands apart from what is above it, or is a heading.
    """
    if line.kind or len(line.text) > _LABEL:
        return ""
    marked = line.level > 0 or line.text[-1:] in _COLONS
    if line.level or not marked:
        row = line.start - _indent(text, line)
        apart = line.text[0].isupper() and text[max(row - 2, 0) : row] == "\n\n"
        if not (marked or apart) or not _is_wrapped(text, below):
            return ""
    word = field_word(line.text)
    headed = line.level > 0 or (not marked and below.start - line.end > 1)
    columns = _BELOW_HEADINGS if headed else _PARAGRAPHS
    return word.column if word and word.column in columns else ""


def _is_wrapped(text: str, line: Line, end: int = -1) -> bool:
    """Tell whether a paragraph is cut at one width: no line has room for the next one's word.

    end: that of its part that counts.
    """
    start = line.start - _indent(text, line)
    stop = text.find("\n\n", line.start) if end < 0 else end
    whole = text[start : stop if stop >= 0 else len(text)].rstrip()
    rows = [row.rstrip() for row in whole.split("\n", _MOST + 1)[: _MOST + 1]]
    width = max(map(len, rows))
    full = (len(one) + len(two.split(" ", 1)[0]) + _RAGGED >= width for one, two in pairwise(rows))
    return width >= _FULL and len(rows) > 1 and all(full)


def _is_of_block(text: str, pair: Sequence[Line], column: str) -> bool:
    """Tell whether the second of two lines goes on with a paragraph that is cut at one width."""
    if len(pair) != 2 or pair[1].kind or pair[1].level or pair[0].kind == "term":
        return False
    one, two = pair
    if text.count("\n", one.end, two.start) != 1 or two.text.startswith("http"):
        return False
    if labelled_row(two) or field_word(two.text) or two.text[-1:] in _COLONS:
        return False
    return column == "citation" or len(one.text) >= _FULL


def _lists_people(line: Line) -> bool:
    """Tell whether a line names those present, or those who had a copy, behind its label."""
    if line.kind:
        return False
    if " cop" in line.text[:_LABEL] and (counted := _COUNTED.match(line.text)):
        return announced(counted[1].casefold()) in ("recipient", "copy_recipient")
    label = _LISTING.match(line.text)
    words = filter(None, label.groups()) if label else ()
    return any(announced(one.casefold()) in ("participant", "copy_recipient") for one in words)


def _is_open(text: str, lines: Sequence[Line], deep: int) -> bool:
    """Tell whether a list ends with a comma, or in a bracket, and the line below goes on."""
    if len(lines) < len(("list", "below")) or lines[-1].kind:
        return False
    near = text.count("\n", lines[-2].end, lines[-1].start) == 1
    listed = text[lines[0].start : lines[-2].end]
    broken = listed.count("[") > listed.count("]") or listed.count("(") > listed.count(")")
    return near and _indent(text, lines[-1]) >= deep and (broken or listed.endswith(","))


def _whole(text: str, line: Line, end: int) -> Line:
    return line._replace(end=end, text=re.sub("[\n\r]", " ", text[line.start : end]))


# The archive in which a paper lies, and the place in it on the line below.
_ARCHIVE = re.compile(
    r"[^\W\d_a-z][^\n:;]*\b(?:Archives?|Library|Archiv|Archiwum|Архив)\b[^\n:;]*,"
)


def _is_kept_on(text: str, pair: Sequence[Line]) -> bool:
    """Tell whether the last two lines of a page name an archive and the place in it."""
    one, two = pair
    near = text.count("\n", one.end, two.start) == 1 and not (one.kind or two.kind)
    return near and any(map(str.isdigit, two.text)) and _ARCHIVE.fullmatch(one.text) is not None


def _may_run_on(text: str, lines: Sequence[Line], at: int) -> bool:
    one, two = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if two is None or one.kind or one.level or two.kind or two.level:
        return False
    return text[two.start - 1] in " \t" or len(one.text) >= _FULL


def _runs_on(text: str, pair: Sequence[Line], deep: int, column: str) -> bool:
    """Tell whether the second of two lines goes on with the value on the first."""
    if len(pair) != 2 or pair[1].kind or pair[1].level:
        return False
    one, two = pair
    if text.count("\n", one.end, two.start) != 1 or labelled_row(two):
        return False
    if _indent(text, two) >= deep:
        return True
    wide = len(one.text) >= _FULL and not one.text.endswith((".", "!", "?", ":", ";"))
    return wide and (column == "summary" or column == "rights" or two.text[0].islower())


def _indent(text: str, line: Line) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1
