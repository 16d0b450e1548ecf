"""Labels with their values that follow each other in one paragraph, or a code behind its label.

`Repository: State Archive. Call number: F 4/12. Access: Open.`, `Keeper: MZV | Object no. C.19`,
and rows of fields with gaps between them: `Author: Orlov, Ivan   Date: May 1951   Pages: 4`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.pageline import Line

_LABEL = re.compile(r"(?:^|(?<=\. )|(?<=; ))([^\W\d_a-z][\w /()'\u2019-]{1,30}?)[:\uff1a]\s+(?=\S)")
_GAPPED = re.compile(
    r"(?:^|(?<=[ \u00a0\t]{2}))([^\W\d_a-z][\w /()'\u2019-]{1,30}?)[:\uff1a][ \u00a0\t]+(?=\S)"
)
_LONGEST, _FEWEST, _SHORT = 900, 2, 50
_DIGIT = re.compile(r"\d")
_UNCOLONED = re.compile(r"([^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,2}\.?) ([\w./ -]*\d[\w./ -]*)")
_NUMBERED = frozenset(("identifier", "number", "reference"))


def chained(lines: Sequence[Line]) -> list[Line]:
    """Part the lines that are nothing but known labels, each with its value, in a row.

    >>> line = Line(0, 49, "Repository: State Archive. Call number: F 4/12/61.")
    >>> [one.text for one in chained([line])]
    ['Repository', 'State Archive', 'Call number', 'F 4/12/61']
    """
    found = list[Line]()
    for line in lines:
        text = line.text
        plain = line.kind or line.level or len(text) > _LONGEST or text.count(":") < _FEWEST
        found += [line] if plain else _parted(line)
    return found


def _parted(line: Line) -> list[Line]:
    text = line.text
    marks = list(_LABEL.finditer(text)) if _LABEL.match(text) else []
    if "  " in text and _fields_of(gapped := list(_GAPPED.finditer(text))):
        marks = gapped
    elif len(marks) < _FEWEST or len(_known(marks)) < len(marks):
        return [line]
    found = list[Line]()
    for one, end in zip(marks, [*(two.start() for two in marks[1:]), len(text)], strict=True):
        value = text[one.end() : end].rstrip(" .;")
        if not value or value[0] == "|":
            return [line]
        start = line.start + one.end()
        found.append(Line(line.start + one.start(1), line.start + one.end(1), one[1], kind="term"))
        found.append(Line(start, start + len(value), value, kind="value"))
    return found


def _fields_of(marks: Sequence[re.Match[str]]) -> bool:
    """Tell whether a row is a catalogue's: most labels known, one of them no everyday word."""
    known = _known(marks)
    surely = any(not one.paired for one in known)
    return surely and len(known) >= _FEWEST and 2 * len(known) >= len(marks)


def _known(marks: Sequence[re.Match[str]]) -> list[FieldWord]:
    words = [field_word(one[1]) for one in marks]
    return [one for one in words if one is not None and one.reach not in ("contents", "none")]


def coded(text: str) -> tuple[int, int] | None:
    """Give where the label of a code without a colon ends, and where the code begins.

    >>> coded("Object no. CZX.1941.0718"), coded("Page 1 of 1")
    ((10, 11), None)
    """
    found = _UNCOLONED.fullmatch(text) if _DIGIT.search(text) else None
    word = field_word(found[1]) if found else None
    if not found or word is None or word.paired or word.column not in _NUMBERED:
        return None
    return found.end(1), found.start(2)


def coded_beside(lines: Sequence[Line]) -> list[Line]:
    """Part the label of an identifier from its code where a labelled value stands beside the line.

    >>> lines = [Line(0, 12, "Item no. K-9"), Line(13, 20, "Held by", kind="term")]
    >>> [one.text for one in coded_beside(lines)]
    ['Item no.', 'K-9', 'Held by']
    """
    found = list[Line]()
    for at, line in enumerate(lines):
        plain = not (line.kind or line.level) and len(line.text) <= _SHORT
        code = coded(line.text) if plain and line.text[-1:].isalnum() else None
        word = field_word(line.text[: code[0]]) if code else None
        named = code is not None and word is not None and word.column == "identifier"
        near = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]) if named else ()
        if code and any(map(_is_field, near)):
            label, value = line.text[: code[0]], line.text[code[1] :]
            found.append(Line(line.start, line.start + code[0], label, kind="term"))
            found.append(Line(line.start + code[1], line.end, value, kind="value"))
        else:
            found.append(line)
    return found


def _is_field(line: Line) -> bool:
    """Tell whether a line is a label or a value, or begins with a label that archives use."""
    label, colon, _ = line.text.partition(":")
    return line.kind != "" or (colon != "" and field_word(label) is not None)
