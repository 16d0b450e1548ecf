"""How many lines below a title it runs over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.titles.pairedtitle import is_pair
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.titleforms import form, is_kind

_MOST_OVER, _GLUED = 4, 35
# How the second line of a title begins, and how many it may have below its first.
_GOING_ON = ("of ", "on ", "between ", "regarding ", "concerning ", "from ", "with ", "relating ")


def lines_over(text: str, lines: Sequence[Line], at: int, marked: Callable[[int], bool]) -> int:
    r"""Count the lines below a title to which it runs over, with empty lines around them all.

    text: of the page. marked: what tells lines that are a label, a field or the site's. The day of
    a title may stand right above it; who wrote and to whom stand on two lines.

    >>> text = "M. Dorn, consul à Rome,\nà M. Roux, ministre."
    >>> lines_over(text, [Line(0, 23, text[:23]), Line(24, 44, text[24:])], 0, lambda _: False)
    1
    """
    end, more = len(lines), 1
    if at + 1 >= end or _is_apart(text, lines, at):
        return 0
    if lines[at].text[-1:] == "," and is_pair(f"{lines[at].text} {lines[at + 1].text}"):
        return 1
    near = at > 0 and not _is_apart(text, lines, at - 1)
    if near and not DATE_LINE.fullmatch(lines[at - 1].text):
        return 0
    while at + more + 1 < end and not _is_apart(text, lines, at + more):
        below = lines[at + more + 1].text
        if more > 1 and DATE_LINE.fullmatch(below):
            break
        if more == _MOST_OVER or not (below[0].islower() or _is_holder(below)):
            return 0
        more += 1
    return more if _runs_over(lines, at, marked) else 0


def _runs_over(lines: Sequence[Line], at: int, marked: Callable[[int], bool]) -> bool:
    one, two = lines[at], lines[at + 1]
    goes_on = one.text.isupper() or two.text.startswith(_GOING_ON) or is_kind(one.text)
    plain = not (one.level or any(map(str.isdigit, two.text))) and len(one.text) > _GLUED
    mark = marked(at + 1) or two.level or is_credit(two)
    if two.text[:1] == "(" and two.text[-1:] == ")" and form(two.text):
        return not mark
    if one.text[-1:] == "," and DATE_LINE.fullmatch(two.text):
        return not mark
    return not mark and (plain or (two.text[0].islower() and goes_on))


def _is_holder(text: str) -> bool:
    """Tell whether a line is nothing but a name in brackets, of whoever holds an office."""
    return text[0] == "(" and text[-1] == ")" and text[1:2].isupper()


def _is_apart(text: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether an empty line stands below a line."""
    return text.count("\n", lines[at].end, lines[at + 1].start) > 1
