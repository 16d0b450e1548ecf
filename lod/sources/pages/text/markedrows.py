"""Rows of labels and values that a page marks in one manner, line upon line.

`Box = 6`, `Box | 6`, `Box ...... 6`, `[Box] 6`, `3.1.1 Box: 6`, `box: 6`, `Box: 6;`; labels that
only a number or capitals mark may stand above their values. One such line alone means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Line

_FEWEST, _LONGEST, _LABEL, _GAP = 4, 2000, 60, 2
# What tells that a page may have such rows at all, and how often it must stand in it.
_SIGNS = tuple(
    (sign.strip()[0], sign)  # its character is sought first: most texts lack it
    for sign in (" | ", " = ", "...", "] ", " \u2013 ", " \u2014 ", " - ", " -- ", ":", "\uff1a",
                 " > ", " \u203a ", " \u00bb ", " \u2022 ", " \u00b7 ")
)  # fmt: skip
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+"
_ROW = re.compile(
    rf"(?P<lead>[\u2022\u00b7\u25aa\u25cf\u25e6*-]\s+|{_NUMBER}|[a-z]\)\s+|(?P<open>\[))?"
    r"(?P<label>[^\W\d_][^\n:|=>\u00bb\[\]]{0,48}?)"
    r"(?P<mark>(?(open)\]|(?:\s*\.{3,}|\s+(?:[|=\u2013\u2014>\u203a\u00bb\u2022\u00b7]|-{1,3})(?=\s)|\s*[:\uff1a])))\s*(?=\S)"
)
# One of these, or three stops, ends the label of a row.
_MARKS = frozenset("]|=>\u2013\u2014\u203a\u00bb\u2022\u00b7-:\uff1a")
_ALONE = re.compile(rf"(?:{_NUMBER})?(?P<label>[^\W\d_][^\n:|=.]{{1,48}}):?")
# Labels that letters and memoranda have too.
OF_LETTERS = frozenset(
    ("title", "date", "sender", "recipient", "copy_recipient", "participants", "number", "places",
     "classification", "subjects", "text_language", "-", "collection", "summary")
)  # fmt: skip
_CATALOGUES = 3


class _Found(NamedTuple):
    """A row by its form: how it is marked, and where its label and value stand in the line."""

    style: str
    label: tuple[int, int]
    value: int
    word: FieldWord | None


def marked(text: str, lines: list[Line]) -> list[Line]:
    r"""Part labels from values in blocks of rows that have one mark, of which four are known.

    >>> rows = ["[Box] 6", "[Date] May 1951", "[Author] Eva Dorn", "[Language] Czech"]
    >>> text = "\n".join(rows)
    >>> lines = [Line(at := text.index(row), at + len(row), row) for row in rows]
    >>> [(one.text, one.kind) for one in marked(text, lines)][:2]
    [('Box', 'term'), ('6', 'value')]
    """
    signs = [sign for mark, sign in _SIGNS if mark in text and text.count(sign) >= _FEWEST]
    if signs:
        rows = [_row(line) if _has_sign(line, signs) else None for line in lines]
        if sum(row is not None for row in rows) >= _FEWEST:
            lines = list(_blocks(text, lines, rows))
    return _headed(lines)


def _has_sign(line: Line, signs: Sequence[str]) -> bool:
    """Tell whether a line may be a row: most lines of a text are none, and most with a colon."""
    head = line.text[:_LABEL]
    for sign in signs:
        if sign not in head:
            continue
        if sign != ":" or not head[0].isupper() or line.text[-1] == ";":
            return True
        if not head[head.index(":") + 1 :][:1].isspace():
            return True
    return False


def labelled_row(line: Line) -> str:
    """Give the column of the known label with which a line begins that goes on with a value.

    >>> labelled_row(Line(0, 6, "Box: 6")), labelled_row(Line(0, 5, "Box 6"))
    ('collection', '')
    """
    head = line.text[:_LABEL]
    plain = line.kind or line.level or (_MARKS.isdisjoint(head) and "..." not in head)
    match = None if plain else _ROW.match(head)
    word = field_word(match["label"]) if match else None
    return word.column if word and not word.paired and word.reach != "contents" else ""


def _row(line: Line) -> _Found | None:
    """Read a line that has the form of a row, unless it is one that says so by itself."""
    if line.kind or line.level or len(line.text) > _LONGEST:
        return None
    match = _ROW.match(line.text[:_LABEL])
    if match is None:
        return None
    lead, mark = match["lead"] or "", match["mark"].strip()
    label = match["label"]
    kind = "1" if lead[:1].isdigit() else lead[:1]
    small = label[0].islower()
    ends = line.text.endswith(";")
    tight = mark == ":" and not match[0][-1].isspace()
    if mark in (":", "\uff1a") and not (kind == "1" or small or ends or tight):
        return None  # a label with a colon needs no company
    style = f"{kind}{mark[:1]}{'a' if small else ''}{';' if ends else ''}"
    return _Found(style, match.span("label"), match.end(), field_word(label))


def _blocks(text: str, lines: Sequence[Line], rows: Sequence[_Found | None]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and _goes_on(text, lines, rows, at, stop):
            stop += 1
        whole = _is_block([row for row in rows[at:stop] if row])
        for line, row in zip(
            lines[at : max(stop, at + 1)], rows[at : max(stop, at + 1)], strict=True
        ):
            yield from _parted(line, row) if whole and row else [line]
        at = max(stop, at + 1)


def _goes_on(
    text: str, lines: Sequence[Line], rows: Sequence[_Found | None], at: int, stop: int
) -> bool:
    first, row = rows[at], rows[stop]
    if first is None or row is None or row.style.rstrip(";") != first.style.rstrip(";"):
        return False
    return stop == at or text.count("\n", lines[stop - 1].end, lines[stop].start) <= _GAP


def _is_block(rows: Sequence[_Found]) -> bool:
    """Tell whether enough rows of a block begin with labels that archives use."""
    known = [row.word for row in rows if row.word and row.word.reach not in ("contents", "none")]
    sure = {one.column for one in known if not one.paired}
    return len(known) >= _FEWEST and len(sure) >= _CATALOGUES and 2 * len(known) >= len(rows)


def _parted(line: Line, row: _Found) -> Iterator[Line]:
    lo, hi = row.label
    end = len(line.text.rstrip(" ;")) if ";" in row.style else len(line.text)
    if row.value >= end:
        yield line
        return
    yield Line(line.start + lo, line.start + hi, line.text[lo:hi], kind="term")
    yield Line(line.start + row.value, line.start + end, line.text[row.value : end], kind="value")


def _headed(lines: list[Line]) -> list[Line]:
    """Take numbered labels, or labels in capitals, above their values for headings.

    Letters have a few in capitals too; what only catalogues have must stand among them.
    """
    at = [n for n, line in enumerate(lines) if _is_headlike(line)]
    if len(at) < _FEWEST:
        return lines
    found = {n: one for n in at if (one := _headed_label(lines[n]))}
    columns = {one[1] for one in found.values()} - OF_LETTERS
    if len(found) < _FEWEST or len(columns) < _CATALOGUES:
        return lines
    lines = list(lines)
    for n, (lo, _) in found.items():
        line = lines[n]
        lines[n] = Line(line.start + lo, line.end, line.text[lo:], level=3)
    return lines


def _is_headlike(line: Line) -> bool:
    text = line.text
    if line.kind or line.level or len(text) > _LABEL:
        return False
    return text.isupper() or (text[0].isdigit() and not text[-1].isdigit())


def _headed_label(line: Line) -> tuple[int, str] | None:
    """Give where the label of such a line begins, and the column that it announces."""
    match = _ALONE.fullmatch(line.text)
    word = field_word(match["label"]) if match else None
    if match is None or word is None or word.paired or word.reach == "contents":
        return None
    return match.start("label"), word.column
