"""The layout of an archive's page: what stands above the text, the text, and what stands below.

Above and below, labels announce values; what no label announces and no form explains there is
the site's furniture. The text is left as it is. Rules speak of kinds of pages, never of one.
"""

from __future__ import annotations

from collections.abc import Sequence

from lod.sources import SHELF_MARK, Cell
from lod.sources.pages.citations.citation import addresses, parse, source_note
from lod.sources.pages.citations.citedline import cited_line
from lod.sources.pages.citations.components import others_from
from lod.sources.pages.layout import teasers, textstart
from lod.sources.pages.layout.creditlines import in_row, is_credit, numbered
from lod.sources.pages.layout.described import entitle
from lod.sources.pages.layout.editornotes import notes_from
from lod.sources.pages.layout.factrows import facts_in_row
from lod.sources.pages.layout.fallback import fall_back
from lod.sources.pages.layout.furnishing import furnished
from lod.sources.pages.layout.heading import heading, titled
from lod.sources.pages.layout.labelled import BOX_ROW, HOUR, code, value
from lod.sources.pages.layout.lostprose import found_again
from lod.sources.pages.layout.marks import Marks
from lod.sources.pages.layout.reaches import reach
from lod.sources.pages.layout.sitenotes import permitted_from
from lod.sources.pages.layout.titleline import (
    ELSEWHERE,
    NUMBER_LINE,
    TALK,
    date_at_end,
    is_stopped_pair,
    title_line,
    title_span,
)
from lod.sources.pages.layout.valueforms import is_sent_out
from lod.sources.pages.papers import letterform
from lod.sources.pages.papers.attendance import is_group
from lod.sources.pages.papers.memohead import indent, is_entry_of_list
from lod.sources.pages.persons.namevalues import plainly
from lod.sources.pages.text.labels import Label
from lod.sources.pages.text.pagetext import Page
from lod.sources.pages.words.letterwords import is_absent

_OF_CONTENTS = frozenset(("contents", "content", "document contents"))
_BESIDE_TITLE = frozenset(("date", "number", "summary"))
_NONE, _SHORT, _GAP, _STRONG = -1, 90, 2, frozenset("*_`")


class Layout:
    """Reads one page; every cell says where in the page's text it stands and which rule took it."""

    def __init__(self, page: Page, recurring: Sequence[str] = ()) -> None:
        self._cells: dict[str, list[Cell]] = {}
        self._page = page
        self._lines = page.lines
        self._marks = Marks(page, recurring)
        self._text_begins = False
        self._top, self._bottom, self._titled_at = 0, len(page.lines), _NONE
        self._numbered = list[int]()
        entitle(self._marks)
        self._codes = list[tuple[Cell, bool]]()
        self._is_below = False

    def read(self) -> dict[str, tuple[Cell, ...]]:
        """Find the columns of the page; `body` is the text, `content` the whole page."""
        top = self._text_from()
        self._top, self._bottom = found_again(self._marks, self._cells, top, self._below(top))
        self._body(self._top, self._bottom)
        self._coded()
        fall_back(self._page, self._cells, self._lines[self._top : self._bottom])
        self._cells["content"] = [Cell(self._page.text, 0, len(self._page.text), "page")]
        return {column: tuple(found) for column, found in self._cells.items()}

    def furniture(self) -> list[tuple[int, int, str]]:
        """Give the lines that are labels or the site's own, with the rule that says so."""
        found, below, marks = list[tuple[int, int, str]](), False, self._marks
        for at, line in enumerate(self._lines):
            if not self._top <= at < self._bottom or marks.site[at]:
                foot = below and at >= self._bottom
                if rule := furnished(marks, at, numbered=at in self._numbered, below=foot):
                    found.append((line.start, *rule))
            below |= marks.site[at] and at >= self._bottom
        return found

    def _text_from(self) -> int:
        """Give the line with which the text begins: not short lines above labels and prose."""
        top, end = self._above(0), len(self._lines)
        while top < end and not self._text_begins:
            if not (stop := textstart.stops_at_once(self._marks, top)):
                break
            self._heads(top, stop)
            top = self._above(stop)
        return top

    def _heads(self, start: int, stop: int) -> None:
        heads = [Cell(one.text, one.start, one.end, "head") for one in self._lines[start:stop]]
        self._cells.setdefault("head", []).extend(heads)
        if "title" in self._cells and "creator" not in self._cells:
            for span in textstart.issuer(self._marks, start):
                self._add("creator", *span, "body above the place of a paper")

    def _above(self, at: int) -> int:
        """Read what stands above the text; gives the line with which the text begins."""
        begins = textstart.announced(self._marks)
        titled = self._titled(begins)
        below = max(begins, titled, textstart.described(self._marks))
        while at < len(self._lines) and not self._text_begins:
            following = self._field(at, above=True) or self._heading(at, titled)
            following = following or self._title_again(at)
            leads = 0 <= titled <= self._titled_at <= at or textstart.announces(self._marks, at + 1)
            if not following and leads and self._sums_up(at):
                following = at + 1
            if not following and at >= below:
                if self._sums_up(at) or (titled == ELSEWHERE and self._lines[at].level == 1):
                    following = at + 1
                elif not textstart.leads(self._marks, at):
                    break
            if following and at == self._titled_at:
                self._titled_at = following  # a date, thanks
            if not following:
                self._heads(at, at + 1)
            at = following or at + 1
        return at

    def _title_again(self, at: int) -> int:
        """Read a line that has the title once more; gives the line behind it, 0 where it has not.

        Pages print it in the trail and above the text, or above and below the date.
        """
        line = self._lines[at]
        words = line.text.casefold()
        if all(cell.text.casefold() != words for cell in self._cells.get("title", ())):
            return 0
        self._cells.setdefault("head", []).append(Cell(line.text, line.start, line.end, "title"))
        return at + 1

    def _sums_up(self, at: int) -> bool:
        """Take a sentence between title and text for a summary where its place says so."""
        title = " ".join(cell.text for cell in self._cells.get("title", ()))
        rule, line = teasers.rule(self._marks, at, title), self._lines[at]
        if "summary" in self._cells:
            return textstart.is_between_fields(self._marks, at)
        if rule and teasers.is_lead(line.text):
            self._add("summary", line.start, line.end, rule)
        return bool(rule)

    def _titled(self, begins: int) -> int:
        """Find the line of the title: -1 for none, ELSEWHERE where a label or a citation has it."""
        limit = begins or len(self._lines)
        for marks in (self._marks.labels[:limit], self._marks.beside[:limit]):
            if "title" in [one.column for one in marks if one]:
                return ELSEWHERE
        return title_line(self._marks, limit)

    def _below(self, top: int) -> int:
        """Read what stands below the text; gives the line behind the text."""
        end = len(self._lines)
        bottom = next((at for at in range(top, end) if self._marks.ends_text(at)), end)
        bottom = permitted_from(self._lines, top, min(bottom, others_from(self._lines, top)))
        self._is_below, at = True, bottom
        for below in range(bottom, end):
            self._marks.site[below] |= textstart.is_menu_entry(self._marks, below)
        while at < end:
            at = self._field(at, above=False) or at + 1
        return bottom

    def _heading(self, at: int, titled: int) -> int:
        line = self._lines[at]
        if at <= titled and NUMBER_LINE.fullmatch(line.text):
            self._numbered.append(at)
            return at + 1
        if at == titled:
            return self._title(at)
        marked = at + 1 < len(self._lines) and self._marks.next_mark(at + 1) == at + 1
        found = heading(self._lines, at, self._cells, marked=marked)
        found = [one for one in found if titled == _NONE or one.column in _BESIDE_TITLE]
        for part in found:
            self._add(*part)
        if found and found[0].start > line.start and found[0].column == "date":
            self._heads(at, at + 1)  # the place before the day
        return at + 1 if found else 0

    def _title(self, at: int) -> int:
        """Take the title, with the date before or behind it; gives the line behind it."""
        line, last = self._lines[at], at + self._marks.goes_on(at)
        if (above := teasers.above_title(self._marks, at)) >= 0 and "summary" not in self._cells:
            lead = self._lines[above]
            self._add("summary", lead.start, lead.end, teasers.ABOVE_TITLE)
        start, end = title_span(line)
        end = self._lines[last].end if last > at else end
        end -= is_stopped_pair(self._page.text[start:end])
        text = self._page.text[start:end]
        if start > line.start:
            self._numbered.append(at)
        known = "date" in self._cells
        for part in titled(line._replace(start=start, end=end, text=text), self._cells):
            self._add(*part)
        dated = None if known or TALK.search(text) else date_at_end(text)
        if dated and "date" not in self._cells:
            self._add("date", start + dated[0], start + dated[1], "heading")
        self._titled_at = last + 1
        return last + 1

    def _field(self, at: int, *, above: bool) -> int:
        """Read the field that begins on a line; gives the line behind it, 0 where none begins."""
        line, marks = self._lines[at], self._marks
        if marks.site[at] and not (above and facts_in_row(line.text)):
            return at + 1
        if found := marks.labels[at]:
            return self._labelled(at + 1, found, above=above)
        beside = marks.beside[at]
        told = beside is not None and beside.column == "citation"
        if marks.cited[at] and not told and cited_line(line.text):
            return self._citation(at, min(at + 2, len(self._lines)))
        if beside and beside.column in ("citation", "reference"):
            return self._beside(at, beside)
        if self._noted(at):
            return at + 1
        if marks.cited[at]:
            return self._citation(at, min(at + 2, len(self._lines)))
        return self._beside(at, beside) if beside else self._said(at, above=above)

    def _is_noted(self, at: int) -> bool:
        return self._noted(at) or bool(self._said(at, above=False))

    def _noted(self, at: int) -> bool:
        """Read a line that is a note on the source; tells whether it is one."""
        line = self._lines[at]
        note = source_note(line.text)
        for column, start, end in note:
            self._add(column, line.start + start, line.start + end, "source note")
        return bool(note)

    def _beside(self, at: int, found: Label) -> int:
        """Read the value that stands on the line of its label."""
        line = self._lines[at]
        if found.column == "citation":
            return self._citation(at, min(at + 2, len(self._lines)), found.start - line.start)
        boxed = BOX_ROW.match(line.text)
        start, stop = (line.start, line.start + boxed.end()) if boxed else (found.start, line.end)
        self._value(found, start, stop)
        return self._hanging(at + 1, found)

    def _hanging(self, at: int, found: Label) -> int:
        """Read the entries that hang below the first one of those present, or of the copies."""
        near = self._lines[at : at + 1]
        if found.column == "date" and any(HOUR.fullmatch(one.text) for one in near):
            return at + 1
        listed = found.column in ("participants", "copy_recipient") and at < len(self._lines)
        if not listed or self._lines[at - 1].kind == "value":
            return at
        own = indent(self._page.text, self._lines[at - 1].start)
        while at < len(self._lines) and self._marks.next_mark(at) > at:
            line = self._lines[at]
            gap = self._page.text.count("\n", self._lines[at - 1].end, line.start)
            margin = indent(self._page.text, line.start)
            entry = is_entry_of_list(line.text) or is_group(line.text)
            beside = (gap == 0 or (gap == 1 and margin == own)) and entry
            listed = beside or (margin > own and gap <= _GAP)
            if not listed or is_absent(line.text) or len(line.text) > _SHORT:
                break
            self._value(found, line.start, line.end)
            at += 1
        return at

    def _said(self, at: int, *, above: bool) -> int:
        """Read a line that says of itself what it is: thanks, or what the document tells."""
        line = self._lines[at]
        if above and (facts := facts_in_row(line.text)):
            for column, lo, hi in facts:
                self._add(column, line.start + lo, line.start + hi, "row of small print")
        elif above and (credited := in_row(line.text)) >= 0:
            self._add("credits", line.start + credited, line.end, "row of credits")
        elif is_credit(line):
            self._add("credits", line.start, line.end, "credit line")
            if number := numbered(line.text):
                start, end = (line.start + place for place in number.span(1))
                self._add("identifier", start, end, "credit line")
        elif above and teasers.describes(line.text):
            self._add("summary", line.start, line.end, "tells what the document is")
        else:
            return 0
        return at + 1

    def _labelled(self, at: int, found: Label, *, above: bool) -> int:
        """Read the value below a label; a label right above another one has none."""
        while found.reach == "contents" and at < len(self._lines) and self._marks.site[at]:
            at += 1
        stop = self._marks.next_mark(at)
        if found.reach == "contents":
            found = self._contained(at, stop, found)
        again = self._marks.labels[at] if stop == at < len(self._lines) else None
        once = again is None or again.reach != "contents"  # Contents: English translation
        self._text_begins |= above and once and found.reach == "contents"
        if found.reach == "none" or stop == at:
            return self._listed_on(at, found, above=above)
        if found.reach == "contents":
            return self._contents(at)
        if found.reach == "citation":
            return self._citation(at, stop)
        end = reach(self._marks, (at, stop), found, above=above)
        for line in self._lines[at:end]:
            self._value(found, line.start, line.end)
        end = self._hanging(end, found) if end < stop else end
        return self._listed_on(end, found, above=above) if end == stop else end

    def _listed_on(self, at: int, found: Label, *, above: bool) -> int:
        """Read on behind an entry of a list that is the collection's: `From the Series: X`."""
        beside = self._marks.beside[at] if at < len(self._lines) else None
        if found.column != "creator" or beside is None or not beside.word.startswith("from the "):
            return at
        return self._labelled(at + 1, found, above=above)

    def _contained(self, at: int, stop: int, found: Label) -> Label:
        """Read a label above a text as another one where a name or a description follows it."""
        one = self._lines[at] if at < len(self._lines) else None
        if one and is_credit(one):
            return found._replace(column="credits", reach="line")
        # What a page pairs with a label is a name, a language or such: no text.
        if one and one.kind == "value" and len(one.text) < _SHORT:
            said = "translator" if found.word.startswith("transl") else "text_language"
            return found._replace(column=said, reach="line")
        alone = (
            stop == at + 1 and found.word in _OF_CONTENTS and textstart.announced(self._marks) > at
        )
        if alone and teasers.is_lead(self._lines[at].text):
            return found._replace(column="summary", reach="text")
        return found

    def _contents(self, at: int) -> int:
        """Read what the text is: a translation or transcript, and in which language."""
        line = self._lines[at]
        if match := textstart.TRANSLATED.match(line.text):
            self._add("text_language", line.start + match.end(), line.end, "label contents")
        return at + 1 if match else at

    def _citation(self, at: int, stop: int, begin: int = 0) -> int:
        """Read a citation, behind its label; its address may stand on the line below."""
        lines = self._lines
        while at < stop - 1 and not any(parse(lines[at].text)) and self._is_noted(at):
            at, begin = at + 1, _NONE
        if begin == _NONE and self._marks.site[at]:
            return at
        first = next((i for i in range(at, stop) if any(parse(lines[i].text))), at)
        last = first + 1
        if last < stop and " " not in lines[last].text and any(addresses(lines[last].text)):
            last += 1
        start = lines[first].start + (max(begin, 0) if first == at else 0)
        self._value(Label("citation", "citation"), start, lines[last - 1].end)
        return last

    def _coded(self) -> None:
        """Take the code of a catalogue's description for the identifier where no other is."""
        catalogued = self._marks.is_catalogue()
        codes = [cell for cell, sure in self._codes if sure or catalogued]
        if "identifier" not in self._cells and codes:
            self._cells["identifier"] = codes[:1]

    def _value(self, found: Label, start: int, end: int) -> None:
        """Keep the value of a label, and what is said within it; marks of strong print are none."""
        text = self._page.text[start:end].replace("\n", " ")
        if self._is_below and found.column == "recipient" and is_sent_out(found, text):
            found = found._replace(column="copy_recipient")
        if text[:1] in _STRONG and (bare := text.strip("*_`")):
            start, text = start + text.index(bare), bare
            end = start + len(bare)
        for part in value(found, text, start):
            self._add(*part)
        if found.column == "reference" and (sure := code(found, text)) is not False:
            self._codes.append((Cell(text, start, end, SHELF_MARK), sure is True))

    def _add(self, column: str, start: int, end: int, rule: str) -> None:
        """Keep a value once; white space in it is folded, its place is that in the page."""
        text = plainly(column, self._page.text[start:end])
        known = self._cells.setdefault(column, [])
        if text and all(cell.text != text for cell in known):
            known.append(Cell(text, start, end, rule))

    def _body(self, top: int, bottom: int) -> None:
        """Take the text whole; editors' prose below it is a summary where the page has more."""
        lines = self._lines[top:bottom]
        titles = self._cells.get("title", ())
        while len(lines) > 1 and letterform.is_again(lines[-1], titles):
            lines.pop()
        lines = letterform.with_whole_foot(self._page.text, lines)
        closed = bottom < len(self._lines) or "summary" in self._cells
        closed = closed and notes_from(self._page.text, lines) == len(lines)
        end = letterform.summary_below(self._page.text, lines) if closed else len(lines)
        title = " ".join(one.text for one in titles)
        if end == len(lines) > 1 and closed and letterform.narrates(lines[-1], title):
            end -= all(one.rule in teasers.LEADS for one in self._cells.get("summary", ()))
        for at, line in enumerate(lines[end:]):
            begin = line.start + (0 if at else letterform.called_summary(line.text))
            self._add("context" if at else "summary", begin, line.end, "below the text")
        end -= letterform.is_called(lines, end)
        if end:
            start, stop = lines[0].start, lines[end - 1].end
            self._cells["body"] = [Cell(self._page.text[start:stop], start, stop, "text")]
