"""Labels with their values that follow each other in one paragraph, or a code behind its label.

`Repository: State Archive. Call number: F 4/12. Access: Open.`, `Keeper: MZV | Object no. C.19`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.fieldwords import field_word
from lod.sources.pageline import Line

_LABEL = re.compile(r"(?:^|(?<=\. )|(?<=; ))([^\W\d_a-z][\w /()'\u2019-]{1,30}?)[:\uff1a]\s+(?=\S)")
_LONGEST, _FEWEST = 900, 2
_UNCOLONED = re.compile(r"([^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,2}\.?) ([\w./ -]*\d[\w./ -]*)")
_NUMBERED = frozenset(("identifier", "number", "reference"))


def chained(lines: Sequence[Line]) -> Iterator[Line]:
    """Part the lines that are nothing but known labels, each with its value, in a row.

    >>> line = Line(0, 49, "Repository: State Archive. Call number: F 4/12/61.")
    >>> [one.text for one in chained([line])]
    ['Repository', 'State Archive', 'Call number', 'F 4/12/61']
    """
    for line in lines:
        text = line.text
        plain = line.kind or line.level or len(text) > _LONGEST or text.count(":") < _FEWEST
        yield from [line] if plain else _parted(line)


def _parted(line: Line) -> list[Line]:
    text = line.text
    marks = list(_LABEL.finditer(text)) if _LABEL.match(text) else []
    words = [field_word(one[1]) for one in marks]
    known = [one for one in words if one is not None and one.reach not in ("contents", "none")]
    if len(marks) < _FEWEST or len(known) < len(marks):
        return [line]
    found = list[Line]()
    for one, end in zip(marks, [*(two.start() for two in marks[1:]), len(text)], strict=True):
        value = text[one.end() : end].rstrip(" .;")
        if not value:
            return [line]
        start = line.start + one.end()
        found.append(Line(line.start + one.start(1), line.start + one.end(1), one[1], kind="term"))
        found.append(Line(start, start + len(value), value, kind="value"))
    return found


def coded(text: str) -> tuple[int, int] | None:
    """Give where the label of a code without a colon ends, and where the code begins.

    >>> coded("Object no. CZX.1941.0718"), coded("Page 1 of 1")
    ((10, 11), None)
    """
    found = _UNCOLONED.fullmatch(text)
    word = field_word(found[1]) if found else None
    if not found or word is None or word.paired or word.column not in _NUMBERED:
        return None
    return found.end(1), found.start(2)
