"""The layout of an archive's page: what stands above the text, the text, and what stands below.

Above and below, labels announce values; what no label announces and no form explains there is
the site's furniture. The text is left as it is. Rules speak of kinds of pages, never of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources import Cell
from lod.sources.citation import addresses, is_citation, parse
from lod.sources.heading import heading
from lod.sources.labels import CREDIT_LINE, Label, is_menu, is_navigation, label, label_with_value
from lod.sources.letterform import dateline, summary_below, supplied_title
from lod.sources.pagetext import Line, Page
from lod.sources.recurrence import site_lines

_TRANSLATED = re.compile(
    r"(?:Translation|Transcript(?:ion)?|Original|Text)\s*[-\u2013\u2014:]\s*(?=\w)"
)
# Columns whose labels stand above a text; others of several paragraphs stand below it.
_ABOVE = frozenset(("citation", "credits", "language", "text_language", "summary", "title", "date"))
_NEAR = 12


class Layout:
    """Reads one page; every cell says where in the page's text it stands and which rule took it."""

    def __init__(self, page: Page, recurring: Sequence[str] = ()) -> None:
        self._cells: dict[str, list[Cell]] = {}
        self._page = page
        self._lines = page.lines
        self._labels = [label(line) for line in page.lines]
        self._site = [is_navigation(line) for line in page.lines]
        self._cited = [is_citation(line.text) for line in page.lines]
        self._text_begins = False
        self._bottom = len(page.lines)
        self._recurs = [False] * len(page.lines)
        self._settle()
        if recurring:
            self._recur(recurring)

    def read(self) -> dict[str, tuple[Cell, ...]]:
        """Find the columns of the page; `body` is the text, `content` the whole page."""
        top = self._above()
        bottom = self._bottom = self._below(top)
        self._body(top, bottom)
        self._fall_back(self._lines[top:bottom])
        self._cells["content"] = [Cell(self._page.text, 0, len(self._page.text), "page")]
        return {column: tuple(found) for column, found in self._cells.items()}

    def furniture(self) -> list[tuple[int, int, str]]:
        """Give the lines that are labels or the site's own, with the rule that says so."""
        found, below = list[tuple[int, int, str]](), False
        for at, line in enumerate(self._lines):
            beside = label_with_value(line)
            if self._site[at]:
                again = self._recurs[at]
                rule = "recurs in the collection" if again else "navigation"
                found.append((line.start, line.end, rule))
            elif self._labels[at]:
                found.append((line.start, line.end, "label"))
            elif beside:
                found.append((line.start, beside.start, "label"))
            elif said := _TRANSLATED.match(line.text):
                found.append((line.start, line.start + said.end(), "label"))
            elif below and at >= self._bottom:
                found.append((line.start, line.end, "below navigation"))
            below |= self._site[at] and at >= self._bottom
        return found

    def _settle(self) -> None:
        """Keep everyday words as labels and menu entries only where they stand in company."""
        menus = [is_menu(line) for line in self._lines]
        marked = [
            bool(found or site or menu or label_with_value(line))
            for found, site, menu, line in zip(
                self._labels, self._site, menus, self._lines, strict=True
            )
        ]
        for at, found in enumerate(self._labels):
            beside = any(marked[max(at - 1, 0) : at]) or any(marked[at + 1 : at + 2])
            # Labels and values take turns, so the next label is often two lines off.
            near = beside or any(marked[max(at - 2, 0) : at]) or any(marked[at + 1 : at + 3])
            self._site[at] |= menus[at] and beside
            if found and not found.sure and not near:
                self._labels[at] = None

    def _recur(self, recurring: Sequence[str]) -> None:
        """Take lines that recur over the collection for the site's, unless a label is at hand."""
        labels = [
            bool(found or label_with_value(line))
            for found, line in zip(self._labels, self._lines, strict=True)
        ]
        labelled = [here or (at > 0 and labels[at - 1]) for at, here in enumerate(labels)]
        form = self._site
        self._site = site_lines(self._lines, recurring, form, labelled)
        self._recurs = [one and not two for one, two in zip(self._site, form, strict=True)]

    def _above(self) -> int:
        """Read what stands above the text; gives the line with which the text begins."""
        announced = self._announced()
        at = 0
        while at < len(self._lines) and not self._text_begins:
            following = self._field(at, above=True) or self._heading(at)
            if not following and at >= announced:
                break
            at = following or at + 1
        return at

    def _announced(self) -> int:
        """Find the label that says what the text is: nothing above it belongs to the text."""
        for at, found in enumerate(self._labels[:-1]):
            if found and found.reach == "contents" and _TRANSLATED.match(self._lines[at + 1].text):
                return at
        return 0

    def _below(self, top: int) -> int:
        """Read what stands below the text; gives the line behind the text."""
        marks = range(top, len(self._lines))
        bottom = next((at for at in marks if self._ends_text(at)), len(self._lines))
        for below in range(bottom, len(self._lines)):
            self._site[below] |= is_menu(self._lines[below])
        at = bottom
        while at < len(self._lines):
            at = self._field(at, above=False) or at + 1
        return bottom

    def _ends_text(self, at: int) -> bool:
        return bool(self._labels[at]) or self._site[at] or self._cited[at]

    def _heading(self, at: int) -> int:
        marked = at + 1 < len(self._lines) and self._next_mark(at + 1) == at + 1
        parts = heading(self._lines, at, self._cells, marked=marked)
        for part in parts:
            self._add(*part)
        return at + 1 if parts else 0

    def _field(self, at: int, *, above: bool) -> int:
        """Read the field that begins on a line; gives the line behind it, 0 where none begins."""
        line = self._lines[at]
        if self._site[at]:
            return at + 1
        if found := self._labels[at]:
            return self._labelled(at + 1, found, above=above)
        if self._cited[at]:
            return self._citation(at, min(at + 2, len(self._lines)))
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
        self._text_begins |= above and found.reach == "contents"
        if found.reach == "none" or stop == at:
            return at
        if found.reach == "contents":
            return self._contents(at)
        if found.reach == "citation":
            return self._citation(at, stop)
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

    def _contents(self, at: int) -> int:
        """Read what the text is: a translation or transcript, and in which language."""
        line = self._lines[at]
        match = _TRANSLATED.match(line.text)
        if match:
            self._add("text_language", line.start + match.end(), line.end, "label contents")
        return at + 1 if match else at

    def _citation(self, at: int, stop: int) -> int:
        """Read a citation; its title may be printed above it, its address on the line below."""
        lines = self._lines
        first = next((i for i in range(at, stop) if any(parse(lines[i].text))), at)
        last = first + 1
        if last < stop and " " not in lines[last].text and any(addresses(lines[last].text)):
            last += 1
        self._value("citation", lines[first].start, lines[last - 1].end)
        return last

    def _value(self, column: str, start: int, end: int) -> None:
        self._add(column, start, end, f"label {column}")
        if column == "citation":
            for part in parse(self._page.text[start:end]):
                self._add(part.column, start + part.start, start + part.end, "citation")

    def _add(self, column: str, start: int, end: int, rule: str) -> None:
        """Keep a value once; white space in it is folded, its place is that in the page."""
        text = " ".join(self._page.text[start:end].split())
        known = self._cells.setdefault(column, [])
        if text and all(cell.text != text for cell in known):
            known.append(Cell(text, start, end, rule))

    def _body(self, top: int, bottom: int) -> None:
        """Take the text whole; editors' prose below it is a summary where the page has more."""
        lines = self._lines[top:bottom]
        closed = bottom < len(self._lines) or "summary" in self._cells
        end = summary_below(lines) if closed else len(lines)
        if end < len(lines):
            self._add("summary", lines[end].start, lines[end].end, "below the text")
        for line in lines[end + 1 :]:
            self._add("context", line.start, line.end, "below the text")
        if lines[:end]:
            start, stop = lines[0].start, lines[end - 1].end
            text = self._page.text[start:stop]
            self._cells["body"] = [Cell(text, start, stop, "text")]

    def _fall_back(self, body: list[Line]) -> None:
        """Find what no label and no heading gave: address, number, date, title."""
        page, found = self._page, self._cells
        if "url" not in found and page.url:
            found["url"] = [Cell(page.url, rule="canonical address")]
        for cell in found.get("url", []):
            for part in addresses(cell.text):
                if part.column == "identifier" and "identifier" not in found:
                    number = Cell(cell.text[part.start : part.end], rule="address")
                    found["identifier"] = [number]
        dated = dateline(body)
        if "date" not in found and dated:
            self._add("date", dated.start, dated.end, "dateline")
        if "title" not in found:
            title = page.title.split(" | ")[0]
            rule = "title of the page" if title else "supplied"
            if title := title or supplied_title(body):
                found["title"] = [Cell(title, rule=rule)]
