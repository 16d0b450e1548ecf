"""The layout of an archive's page: what stands above the text, the text, and what stands below.

Above and below, labels announce values; what no label announces and no form explains there is
the site's furniture. The text is left as it is. Rules speak of kinds of pages, never of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lod.sources import Cell
from lod.sources.citation import DATE_LINE, DATED_HEADING, addresses, parse
from lod.sources.labels import CREDIT_LINE, Label, is_menu, is_navigation, label, label_with_value
from lod.sources.letterform import dateline, summary_below, supplied_title
from lod.sources.pagetext import Line, Page

_ADDRESSED = re.compile(r"(?:to|for|dear)\b", re.IGNORECASE)
_TRANSLATED = re.compile(
    r"(?:Translation|Transcript(?:ion)?|Original|Text)\s*[-\u2013\u2014:]\s*(?=\w)"
)
# Columns whose labels stand above a text; others of several paragraphs stand below it.
_ABOVE = frozenset(
    ("citation", "credits", "language", "text_language", "summary", "title", "date")
)
_NEAR = 12
_LONGEST_TITLE = 300


class Layout:
    """Reads one page; every cell says where in the page's text it stands and which rule took it."""

    def __init__(self, page: Page) -> None:
        self._cells: dict[str, list[Cell]] = {}
        self._page = page
        self._lines = page.lines
        self._labels = [label(line) for line in page.lines]
        self._site = [is_navigation(line) for line in page.lines]
        self._text_begins = False
        self._settle()

    def read(self) -> dict[str, tuple[Cell, ...]]:
        """Find the columns of the page; `body` is the text, `content` the whole page."""
        top = self._above()
        bottom = self._below(top)
        self._body(top, bottom)
        self._fall_back(self._lines[top:bottom])
        self._cells["content"] = [Cell(self._page.text, 0, len(self._page.text), "page")]
        return {column: tuple(found) for column, found in self._cells.items()}

    def _settle(self) -> None:
        """Keep everyday words as labels and menu entries only where they stand in company."""
        menus = [is_menu(line) for line in self._lines]
        marked = [
            bool(found) or site or menu
            for found, site, menu in zip(self._labels, self._site, menus, strict=True)
        ]
        beside = [
            any(marked[max(at - 1, 0) : at]) or any(marked[at + 1 : at + 2])
            for at in range(len(marked))
        ]
        for at, found in enumerate(self._labels):
            self._site[at] |= menus[at] and beside[at]
            if found and not found.sure and not beside[at]:
                self._labels[at] = None

    def _above(self) -> int:
        """Read what stands above the text; gives the line with which the text begins."""
        at = 0
        while at < len(self._lines) and not self._text_begins:
            following = self._field(at, above=True) or self._heading(at)
            if not following:
                break
            at = following
        return at

    def _below(self, top: int) -> int:
        """Read what stands below the text; gives the line behind the text."""
        marks = range(top, len(self._lines))
        bottom = next((at for at in marks if self._labels[at] or self._site[at]), len(self._lines))
        at = bottom
        while at < len(self._lines):
            at = self._field(at, above=False) or at + 1
        return bottom

    def _field(self, at: int, *, above: bool) -> int:
        """Read the field that begins on a line; gives the line behind it, 0 where none begins."""
        line = self._lines[at]
        if self._site[at]:
            return at + 1
        if found := self._labels[at]:
            return self._labelled(at + 1, found, above=above)
        if beside := label_with_value(line):
            self._value(beside.column, beside.start, line.end)
            return at + 1
        if CREDIT_LINE.fullmatch(line.text):
            self._add("credits", line.start, line.end, "credit line")
            return at + 1
        return 0

    def _labelled(self, at: int, found: Label, *, above: bool) -> int:
        """Read the value below a label; a label right above another one has none."""
        stop = self._next_mark(at)
        if found.reach == "contents":
            self._text_begins = above
            return self._contents(at, stop)
        if found.reach == "none" or stop == at:
            return at
        if found.reach == "citation":
            return self._cited(at, stop)
        end = at + 1
        if found.reach == "list" or (found.reach == "text" and self._is_whole(at, stop, above)):
            end = stop
        for line in self._lines[at:end]:
            self._value(found.column, line.start, line.end)
        return end

    def _next_mark(self, at: int) -> int:
        while at < len(self._lines) and not (self._labels[at] or self._site[at]):
            if label_with_value(self._lines[at]):
                break
            at += 1
        return at

    def _is_whole(self, at: int, stop: int, above: bool) -> bool:
        """Tell whether all lines up to the next label are one value, and no text has begun."""
        if stop - at > _NEAR:
            return False
        behind = self._labels[stop] if stop < len(self._lines) else None
        return not above or bool(behind and behind.column in _ABOVE)

    def _contents(self, at: int, stop: int) -> int:
        """Read what the text is: a translation or transcript, and in which language."""
        if stop == at:
            return at
        line = self._lines[at]
        match = _TRANSLATED.match(line.text)
        if not match:
            return at
        self._add("text_language", line.start + match.end(), line.end, "label contents")
        return at + 1

    def _cited(self, at: int, stop: int) -> int:
        """Read a citation; its title may be printed above it, its address on the line below."""
        lines = self._lines
        first = next((i for i in range(at, stop) if any(parse(lines[i].text))), at)
        last = first + 1
        if last < stop and any(addresses(lines[last].text)) and " " not in lines[last].text:
            last += 1
        self._value("citation", lines[first].start, lines[last - 1].end)
        return last

    def _heading(self, at: int) -> int:
        """Read title, date or summary by form, where they stand without a label above a text."""
        line = self._lines[at]
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        dated = "date" in self._cells
        if line.level and "title" not in self._cells:
            return self._title(line, at)
        if DATE_LINE.fullmatch(line.text) and not dated:
            if "title" in self._cells or (following and _may_be_title(following)):
                self._add("date", line.start, line.end, "date line")
                return at + 1
            return 0
        if following and DATE_LINE.fullmatch(following.text) and not dated and at < _NEAR:
            if line.text.endswith(".") and at + 2 < len(self._lines):
                self._add("summary", line.start, line.end, "line above the date")
                return at + 1
            return self._title(line, at) if _may_be_title(line) else 0
        if "title" not in self._cells and _may_be_title(line):
            if at and DATE_LINE.fullmatch(self._lines[at - 1].text):
                return self._title(line, at)
            if at + 1 < len(self._lines) and self._next_mark(at + 1) == at + 1:
                return self._title(line, at)
        return 0
