"""Text that a program cut at one width, within words too, as caches and terminals leave it."""

from __future__ import annotations

import re
from itertools import pairwise

from lod.sources.pages.words.english import is_english

_NARROW, _WIDE, _FEWEST, _CUTS = 40, 132, 8, 3
_TAIL, _HEAD = re.compile(r"[a-z]+$"), re.compile(r"[a-z]+")


def uncut(text: str) -> str:
    r"""Join the lines of a text that is cut at one width of bytes, within words; others stay.

    Lines of that width must be many, and more of them part a word than end with one.

    >>> text = "He said that the agreement would be signed and that nobody spoke against it. " * 16
    >>> cut = "\n".join(text[at : at + 53] for at in range(0, len(text), 53))
    >>> uncut(cut) == text, uncut("A line.\nAnother.")
    (True, 'A line.\nAnother.')
    """
    lines = text.split("\n")
    sizes = [len(line.encode()) for line in lines]
    width = max(sizes)
    if not _NARROW <= width <= _WIDE:
        return text
    # A letter of several bytes may not fit.
    full = [size > width - 3 and (size == width or not line.isascii())
            for size, line in zip(sizes, lines, strict=True)]  # fmt: skip
    if sum(full) < _FEWEST or not _parts_words(lines, full):
        return text
    joined = [line if one else f"{line}\n" for line, one in zip(lines, full, strict=True)]
    return "".join(joined).removesuffix("\n")


def _parts_words(lines: list[str], full: list[bool]) -> bool:
    """Tell whether more lines of the width end within a word than behind one."""
    cuts = ends = 0
    for (line, below), one in zip(pairwise(lines), full, strict=False):
        tail, head = (_TAIL.search(line), _HEAD.match(below)) if one else (None, None)
        if tail and head:
            apart = is_english(tail[0]) and is_english(head[0])
            cuts += not apart and is_english(tail[0] + head[0])
            ends += apart
    return cuts >= _CUTS and cuts > ends
