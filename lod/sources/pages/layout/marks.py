"""What the lines of a page are by their form: labels, labelled values, the site's, citations."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from lod.sources.pages.citations.citation import is_citation, source_note
from lod.sources.pages.layout.abovehead import above_no_heading
from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.layout.everyday import among_labels
from lod.sources.pages.layout.inturn import labels_in_turn
from lod.sources.pages.layout.sitelines import permits, site_lines, told_of_itself
from lod.sources.pages.layout.sitenotes import is_permission
from lod.sources.pages.layout.titleruns import lines_over
from lod.sources.pages.papers.cabinets import heads_list
from lod.sources.pages.papers.copylines import copies_below
from lod.sources.pages.papers.postlabels import sent_between
from lod.sources.pages.text.labels import (
    BYLINES,
    WRITTEN_BY,
    interrupts,
    is_link_row,
    is_linked_entry,
    is_list,
    is_menu,
    is_navigation,
    label,
    label_with_value,
    opens_others,
    unknown_label,
)
from lod.sources.pages.text.pagetext import Page
from lod.sources.pages.text.speech import heads_of_speech, is_speech
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.letterwords import OWN, TALK_HEAD
from lod.sources.pages.words.textwords import RANKS

# An address stands in a text as it does in a description.
_OF_LETTERS = {"-", "recipient", "sender", "copy_recipient", "participants", "text_language",
               "interviewee", "interviewer"}  # fmt: skip
_OF_PAPERS = OWN | WRITTEN_BY
_OF_SITES = frozenset(("rights", "citation", "credits", "funder", "keeper"))
# The end of a sentence, with the marking of its paragraph behind it, or who noted it by hand:
# `... to lunch. (C)`, `Send a copy. - Orlov`.
_SENTENCE_END = re.compile(
    r"[.!?][\u201d\"')*]*(?:\s*[\[(][A-Z\d/]{1,6}[\])]|\s+[-\u2013\u2014]\s*[A-Z][\w. ]{1,24})?$"
)
_RULE = re.compile(r"^[ \t]*(?:[-_*=~\u2013\u2014\u2022][ \t]?){3,}[ \t]*$", re.MULTILINE)
_PROSE, _GLUED, _TOP, _SHORT_TEXT, _NEAR = 80, 35, 10, 2, 3
_LONG, _LINE, _PARAGRAPH, _WRAPPED = 160, 45, 30, 45
_PARTIES = frozenset(("to", "from", "through", "via"))
_TERMS, _FOOT, _BLOCK = 6, 16, 3  # labels near each other, in a description, close by


class Marks:
    """The lines of one page; everyday words are labels and menu entries only in company.

    labels: of lines that are nothing but a label. beside: of lines that go on with its value.
    site: whether a line is the site's. recurs: because it recurs over the collection.
    """

    def __init__(self, page: Page, recurring: Sequence[str] = ()) -> None:
        lines = self.lines = page.lines
        self._text = page.text
        labels = among_labels([label(line) for line in lines], lines)
        labels = sent_between(above_no_heading(labels, lines))
        self.labels = [
            None if one and one.column == "participants" and heads_list(lines, at) else one
            for at, one in enumerate(labels)
        ]
        self.beside = sent_between([label_with_value(line) for line in lines])
        # `Places: Venta | Gora` has bars, as a row of links has.
        self.site = [
            is_navigation(line) and not (" | " in line.text and (beside or is_list(line, over)))
            for line, beside, over in zip(lines, self.beside, (None, *self.labels), strict=False)
        ]
        self.cited = [is_citation(one.text) or bool(source_note(one.text)) for one in lines]
        self.recurs = [False] * len(lines)
        self._settle()
        self._linked()
        self._unknown()
        self._in_turn()
        if recurring:
            self._recur(recurring)
        self._free, self._first_prose = self._free_prose(), self._prose_from()
        self._last_text = self._text_until()

    def next_mark(self, at: int) -> int:
        """Give the next line that is or begins with a label, or is the site's."""
        while at < len(self.lines) and not (self.labels[at] or self.site[at] or self.beside[at]):
            at += 1
        return at

    def is_catalogue(self) -> bool:
        """Tell whether the page describes a holding: its extent, level, closure or such."""
        found = [one or two for one, two in zip(self.labels, self.beside, strict=True)]
        return any(
            one.column == "-" and one.reach == "line" and field_word(one.word) is not None
            for one in found if one
        )  # fmt: skip

    def cited_above(self) -> int:
        """Give the line behind a citation that stands above the text, 0 where none does."""
        for at in range(min(_TOP, len(self.lines))):
            if len(self.lines[at].text) >= _LONG and not self.cited[at]:
                return 0
            if self.cited[at] and is_citation(self.lines[at].text):
                return at + 1 if self.prose_below(at + 1) else 0
        return 0

    def heads_labels(self, at: int) -> bool:
        """Tell whether a block of labels with their values begins on a line."""
        block = self.beside[at : at + _BLOCK]
        turn = self.labels[at : at + 2 * _BLOCK : 2]
        beside = len(block) == _BLOCK and None not in block
        return beside or (len(turn) == _BLOCK and None not in turn)

    def described(self) -> int:
        """Give the first of two labels close together at the top, or of a block below no prose."""
        labels = (one if one and one.word != "present" else None for one in self.labels)
        found = [one or two for one, two in zip(labels, self.beside, strict=True)]
        named = [at for at, one in enumerate(found) if one and one.column != "-"]
        for nth, one in enumerate(named[:-1]):
            close = named[nth + 1] - one <= _NEAR + 1
            own = [label and label.word in _PARTIES for label in found[one : one + 2 * _BLOCK]]
            if close and named[nth + 1] < _TOP and not (own[0] and one > _TERMS):
                return one
            block = named[nth + _BLOCK : nth + _BLOCK + 1]
            if block and not any(own) and block[0] - one <= 2 * _BLOCK:
                above = (line.text for line in self.lines[:one])
                prose = any(
                    len(text) >= _PROSE and text.endswith((".", "!", "?")) for text in above
                )
                return 0 if prose else one
        return 0

    def ends_text(self, at: int) -> bool:
        """Tell whether the text ends above a line."""
        found = self.labels[at] or self.beside[at]
        if self.site[at] and opens_others(self.lines[at]) and self._first_prose < at:
            return True
        if is_credit(self.lines[at]) or (self.cited[at] and not is_citation(self.lines[at].text)):
            return at > self._free  # a place in an archive may head a text as well
        if self.cited[at]:
            return True
        if found and self.lines[at].kind:
            return at > self._free or self._is_block(at)
        if found:
            words = self.lines[at].text.partition(":")[0].casefold().strip()
            own = words in _OF_PAPERS or found.column in _OF_LETTERS or self.labels[at] is None
            ended = words not in BYLINES and (at > self._free or not own)
            return ended and not (words in WRITTEN_BY and copies_below(self.lines, at))
        return self.site[at] and self._closes(at)

    def _closes(self, at: int) -> bool:
        """Tell whether a text ends above a line of the site's."""
        if at > self._free and (self._free >= 0 or self._last_text <= at):
            return True
        # Above all prose nothing has begun yet that could end.
        ends = self._first_prose < at and not interrupts(self.lines[at])
        return ends and (at >= _TOP or not self._only_leads(at))

    def _only_leads(self, at: int) -> bool:
        """Tell whether only one sentence stands above a line, and a text of several below it."""
        prose = [
            len(line.text) >= _PROSE
            and not (line.level or self.site[n] or self.is_value(n) or self.labels[n])
            for n, line in enumerate(self.lines[: at + _PARAGRAPH])
        ]
        return sum(prose[:at]) <= 1 and sum(prose[at:]) >= _SHORT_TEXT and self._free > at

    def _prose_from(self) -> int:
        """Give the first line of prose that is no label's value, the number of lines for none."""
        found = (
            n for n, line in enumerate(self.lines)
            if len(line.text) >= _PROSE and not (self.site[n] or self.is_value(n) or self.beside[n])
        )  # fmt: skip
        return next(found, len(self.lines))

    def _text_until(self) -> int:
        """Give the last line as long as those of a text which nothing explains, -1 for none."""
        for n in range(len(self.lines) - 1, -1, -1):
            own = not (self.labels[n] or self.site[n] or self.is_value(n))
            if own and len(self.lines[n].text) >= _LINE:
                return n
        return -1

    def _linked(self) -> None:
        """Take lines that are nothing but links for the site's, but below a label of a list."""
        listed = False
        for at, line in enumerate(self.lines if "](" in self._text else ()):
            bare = self._text[line.end : line.end + 2] == "](" and not line.level
            found = self.labels[at - 1] if at else None
            listed = bare and (listed or (found is not None and found.reach != "none"))
            row = not self.labels[at] and (is_link_row(line.text) or is_linked_entry(line.text))
            self.site[at] |= row or (bare and not (listed or self.labels[at]))

    def _is_block(self, at: int) -> bool:
        """Tell whether labels stand close together, as those of a description do."""
        near = range(at, min(at + _TERMS, len(self.lines)))
        terms = [one for one in near if self.labels[one] and self.lines[one].kind == "term"]
        own = all((found := self.labels[one]) and found.word in TALK_HEAD for one in terms)
        return len(terms) > _NEAR - 1 and not (own and at < self._free)

    def is_value(self, at: int) -> bool:
        """Tell whether a line is the value of the label above it."""
        above = self.labels[at - 1] if at else None
        if above is None or self.lines[at].kind or self.lines[at - 1].kind == "term":
            return self.lines[at].kind == "value"
        return above.reach not in ("none", "contents")

    def _free_prose(self) -> int:
        """Give the last line that is prose and no label's."""
        for at in range(len(self.lines) - 1, -1, -1):
            line = self.lines[at]
            own = not (self.labels[at] or self.beside[at] or self.site[at] or self.cited[at])
            long = len(line.text) >= _PROSE or self._is_wrapped(at)
            prose = own and (long or is_speech(line.text))
            ends = prose and _SENTENCE_END.search(line.text)
            of_site = ends and (is_credit(line) or is_permission(line.text))
            if ends and not (self.is_value(at) or of_site or self._is_below_all(at)):
                return at
        return -1

    def _is_below_all(self, at: int) -> bool:
        """Tell whether a line stands right below a description that follows the text."""
        near = range(max(at - _FOOT, 0), at)
        said = [n for n in near if (one := self.labels[n]) and one.column not in _OF_LETTERS]
        fields = (self.labels[n] for n in said if self.lines[n].kind == "term")
        terms = {one.column for one in fields if one}
        sure = len(terms) > 1 and not terms.isdisjoint(_OF_SITES)
        close = (sure or len(said) > _BLOCK) and at - said[-1] <= _NEAR + sure
        return close and self.prose(0, said[0]) >= _LONG

    def prose(self, start: int, stop: int) -> int:
        """Count the letters in lines of prose, of those that no label and no form explains."""
        return sum(len(self.lines[n].text) for n in range(start, stop) if self._is_free(n))

    def _is_free(self, n: int) -> bool:
        line = self.lines[n]
        if len(line.text) < _PROSE or line.level or line.kind or self.cited[n]:
            return False
        return not (self.labels[n] or self.site[n] or self.is_value(n) or self.beside[n])

    def prose_below(self, at: int) -> int:
        """Count the long sentences below a line that are no label's value and not the site's."""
        return len(self._long_prose) - bisect_left(self._long_prose, at)

    @cached_property
    def _long_prose(self) -> list[int]:
        return [
            n for n, line in enumerate(self.lines)
            if len(line.text) >= _LONG and line.text.endswith((".", "!", "?"))
            and not (line.level or self.labels[n] or self.site[n] or self.is_value(n))
        ]  # fmt: skip

    def second_prose(self) -> int:
        """Give the line of the second long sentence that no label announces: no title is below."""
        prose = (
            at for at, line in enumerate(self.lines)
            if len(line.text) >= _LONG and line.text.endswith((".", "!", "?"))
            and not (line.level or self.labels[at] or self.beside[at] or self.is_value(at))
        )  # fmt: skip
        return next(itertools.islice(prose, 1, None), len(self.lines))

    def _is_wrapped(self, at: int) -> bool:
        """Tell whether a line ends a paragraph of several lines that no label announces."""
        first = at
        while first and not self._is_apart(first - 1, first) and at - first < _PARAGRAPH:
            first -= 1
        lines = self.lines[first:at]
        marked = any(
            self.labels[one] or self.beside[one] or self.lines[one].kind
            for one in range(max(first - 1, 0), at)
        )
        return len(lines) > 1 and not marked and all(len(one.text) > _WRAPPED for one in lines)

    def _settle(self) -> None:
        """Keep everyday words as labels and menu entries only where they stand in company."""
        menus = [
            is_menu(line) and not line.kind and not (self.labels[at] and self._is_in_block(at))
            and not self.is_told(at)
            for at, line in enumerate(self.lines)
        ]  # fmt: skip
        for one, two in itertools.pairwise(range(len(self.lines))):
            # What stands in one row with an entry of a menu is one.
            if menus[one] != menus[two] and self._is_one_row(one, two):
                menus[one] = menus[two] = not (self.beside[one] or self.beside[two])
        known = zip(self.labels, self.site, menus, self.beside, strict=True)
        marked = [False, False, *map(any, known), False, False]
        for at, found in enumerate(self.labels):
            # Labels and values take turns, so the next label is often two lines off.
            two_above, above, _, below, two_below = marked[at : at + 5]
            if menus[at] and (above or below):
                self.site[at] = True
            if found is None or found.sure:
                continue
            near = two_above or above or below or two_below or self._is_in_block(at)
            near = near or (found.column == "rights" and permits(self.lines, at + 1))
            self.labels[at] = found if near and not self.site[at] else None
        for at in told_of_itself(self.lines):
            self.site[at] = True

    def is_told(self, at: int) -> bool:
        """Tell whether a line stands below a sure label that no menu has, or labels take turns."""
        above = self.labels[at - 1] if at else None
        if above is None or above.reach not in ("line", "list") or is_menu(self.lines[at - 1]):
            return False
        turn = [*self.labels[max(at - 3, 0) : at : 2], *self.labels[at + 1 : at + 2]]
        return above.sure or (len(turn) == _BLOCK and all(turn))

    def _is_in_block(self, at: int) -> bool:
        """Tell whether known labels stand around a line, though each has a list for its value."""
        near = range(max(at - _FOOT // 2, 0), min(at + _FOOT // 2, len(self.lines)))
        known = [
            n for n in near
            if (one := self.labels[n]) and one.column != "-" and not is_menu(self.lines[n])
        ]  # fmt: skip
        short = all(len(self.lines[n].text) < _LONG for n in near)
        return short and len(known) > _BLOCK and known[0] < at < known[-1]

    def _unknown(self) -> None:
        """Take lines with the form of a label for labels where known ones are near, in a block."""
        for order in (range(len(self.lines)), range(len(self.lines) - 1, -1, -1)):
            step = order.step
            last, own = -_NEAR - 1, False
            for count, at in enumerate(order):
                if self.labels[at] or self.beside[at]:
                    last, own = count, self.labels[at] is not None
                    continue
                far = self.site[at] or count - last > (_NEAR if own else 1)
                if far or (found := unknown_label(self.lines[at])) is None:
                    continue
                if found.start >= 0 and not own:
                    speaks = self.lines[at].text.partition(":")[0] in self._speakers
                    if not speaks and not self._is_apart(*sorted((at, at - step))):
                        self.beside[at], last = found, count
                elif found.start < 0 and own and (step > 0 or at):
                    self.labels[at], last = found, count

    @cached_property
    def _speakers(self) -> set[str]:
        return heads_of_speech(self.lines)

    def _in_turn(self) -> None:
        """Take what stands where a block of labels and values in turn has its labels for one."""
        for at, found in labels_in_turn(self._text, self.lines, self.labels):
            if not (self.beside[at] or self.site[at]):
                self.labels[at] = found

    def _is_one_row(self, one: int, two: int) -> bool:
        """Tell whether two lines are parts of one row of the page."""
        return "\n" not in self._text[self.lines[one].end : self.lines[two].start]

    def _is_apart(self, one: int, two: int) -> bool:
        """Tell whether an empty line stands between two lines."""
        return self._text.count("\n", self.lines[one].end, self.lines[two].start) > 1

    def is_apart_above(self, at: int) -> bool:
        """Tell whether an empty line, or nothing, stands above a line."""
        return not at or self._is_apart(at - 1, at)

    def is_ruled(self, at: int) -> bool:
        """Tell whether a rule of the page stands right above a line: `* * *`, `-----`."""
        between = self._text[self.lines[at - 1].end : self.lines[at].start] if at else ""
        return len(between) > _NEAR and _RULE.search(between) is not None

    def stands_apart(self, at: int) -> bool:
        """Tell whether an empty line stands above a line, and below it or below the next one."""
        last = at + 1 >= len(self.lines) or self._is_apart(at, at + 1) or self.goes_on(at) > 0
        return (not at or self._is_apart(at - 1, at)) and last

    def goes_on(self, at: int) -> int:
        """Count the lines below a title to which it runs over."""
        return lines_over(self._text, self.lines, at, self._is_marked)

    def _is_marked(self, at: int) -> bool:
        return bool(self.labels[at] or self.beside[at] or self.site[at])

    def is_glued(self, at: int) -> bool:
        """Tell whether a line goes on with the sentence of the line right above it."""
        if not 0 < at < len(self.lines) or self._is_apart(at - 1, at) or self.lines[at].level:
            return False
        above = self.lines[at - 1]
        mark = self.labels[at - 1] or self.beside[at - 1] or self.site[at - 1]
        last = above.text.rpartition(" ")[2].casefold().strip(".")
        ends = above.text.endswith((".", "!", "?", ":")) and last not in RANKS
        ends |= above.text.isupper() and not self.lines[at].text.isupper()
        return not (mark or ends or above.kind) and len(above.text) > _GLUED

    def _recur(self, recurring: Sequence[str]) -> None:
        """Take lines that recur over the collection for the site's, unless a label is at hand."""
        labels = [bool(a or b) for a, b in zip(self.labels, self.beside, strict=True)]
        labelled = [here or (at > 0 and labels[at - 1]) for at, here in enumerate(labels)]
        form, self.site = self.site, site_lines(self.lines, recurring, self.site, labelled)
        self.recurs = [one and not two for one, two in zip(self.site, form, strict=True)]
