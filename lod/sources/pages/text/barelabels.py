"""Labels that stand before their values with a space or a dash between, line upon line.

Text that was copied from a page of a library has such blocks: `Language English`, `Box - 6`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lod.sources.pages.words.fieldwords import field_word, first_words
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.shortlines import kept_if_short

_FEWEST, _MOST = 4, 4
_DASHES = ("-", "\u2013", "\u2014")
_DASHED = re.compile(r"([^\W\d_a-z][\w/()'\u2019 ]{1,40}?)\s+[-\u2013\u2014]\s+(?=\S)")


def paired(text: str, lines: list[Line]) -> list[Line]:
    r"""Part known labels from their values in blocks of lines of which nearly all begin with one.

    >>> text = "Publication date 1935-03-24\nPublisher Institute\nLanguage English\nTopics Spain"
    >>> found = plain = [Line(0, 27, text[:27]), Line(28, 47, text[28:47]),
    ...                  Line(48, 64, text[48:64]), Line(65, 77, text[65:])]
    >>> [one.text for one in paired(text, plain)][:4]
    ['Publication date', '1935-03-24', 'Publisher', 'Institute']
    """
    ends = [0 if line.kind or line.level else _end_of_label(line.text) for line in lines]
    if sum(end > 0 for end in ends) < _FEWEST:
        return lines
    found, at = list[Line](), 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and ends[stop] and (stop == at or _follows(text, lines, stop)):
            stop += 1
        whole = sum(end > 0 for end in ends[at:stop]) >= _FEWEST
        for line, end in zip(lines[at:stop], ends[at:stop], strict=True):
            found += _parted(line, end) if whole else [line]
        if stop == at:
            found.append(lines[at])
            stop += 1
        at = stop
    return found


def _follows(text: str, lines: Sequence[Line], at: int) -> bool:
    return text.count("\n", lines[at - 1].end, lines[at].start) == 1


# What stands between a label and its value: white space, and a dash with white space around it.
_DASH = re.compile(r"^\s*(?:[-\u2013\u2014]+(?:\s+|$))?")


def _parted(line: Line, end: int) -> list[Line]:
    value = _DASH.sub("", line.text[abs(end) :], count=1)
    if not value.strip(" -\u2013\u2014"):
        return [line]
    return [
        Line(line.start, line.start + abs(end), line.text[: abs(end)], kind="term"),
        Line(line.end - len(value), line.end, value, kind="value"),
    ]


@kept_if_short
def _end_of_label(text: str) -> int:
    """Give the end of the known label with which a line begins, 0 where none is or no value.

    Below 0 where a dash parts words from the rest that no archive uses for a label.
    """
    first = text.partition(" ")[0]
    if not first[:1].isalpha() or first[:1].islower():
        return 0
    if any(map(text.__contains__, _DASHES)) and (dashed := _DASHED.match(text)):
        known = field_word(dashed[1])
        return len(dashed[1]) if known and known.reach != "contents" else -len(dashed[1])
    if first.casefold() not in _firsts() or ":" in text[:40]:
        return 0
    words = text.split(" ", _MOST + 1)
    for count in range(min(_MOST, len(words) - 1), 0, -1):
        label = " ".join(words[:count])
        found = field_word(label)
        if found and not found.paired and found.reach in ("line", "list"):
            return len(label)
        if found and not found.paired and found.reach == "text" and not words[count][:1].islower():
            return -len(label)  # a word that prose begins with too, in a block of others
    return 0


@cache
def _firsts() -> frozenset[str]:
    return first_words()
