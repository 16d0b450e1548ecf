"""What the form of a letter or telegram tells: to whom, from whom, copies, numbers, markings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.normalize.namewords import BODIES
from lod.sources.pages.papers.answers import answered, answered_first
from lod.sources.pages.papers.attendance import attended, present
from lod.sources.pages.papers.betweenlines import talked
from lod.sources.pages.papers.bothsides import RULE as BY_SIDES
from lod.sources.pages.papers.bothsides import by_sides
from lod.sources.pages.papers.bylines import COURTESIES, byline, delegates, journal, said
from lod.sources.pages.papers.cabinets import sat
from lod.sources.pages.papers.cablehead import between, cable_head
from lod.sources.pages.papers.closings import is_office_line
from lod.sources.pages.papers.compliments import noted
from lod.sources.pages.papers.copylines import COPIES_ABROAD, copied, copies, sentence_from
from lod.sources.pages.papers.directed import directed
from lod.sources.pages.papers.incoming import received
from lod.sources.pages.papers.madefor import made_for
from lod.sources.pages.papers.memohead import head
from lod.sources.pages.papers.numberedcopies import Entry, copies_listed, numbered_copies
from lod.sources.pages.papers.numberedheads import heads_prose, is_point, points
from lod.sources.pages.papers.papermarks import (
    OPENS,
    Told,
    markings,
    may_have_number,
    noted_markings,
    numbers,
    span_of,
)
from lod.sources.pages.papers.salutations import (
    ONE_NAME,
    UNADDRESSED,
    addressed,
    greeted_first,
    greeting_rule,
    personally,
    salutation,
    titled_at_foot,
)
from lod.sources.pages.papers.signatures import SIGNED, Signatures
from lod.sources.pages.papers.signers import drafted, initialled, signed_by_body, wired
from lod.sources.pages.papers.speakers import speakers
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.persons.namelist import (
    addressees,
    before_town,
    is_name_like,
    is_office,
    meant,
    names_somebody,
    office_holder,
)
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.bodywords import HEADS
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import COMMON, OFFICES, RANKS

_SHORT, _OPENING, _LABEL = 100, 24, 6
_VERBS = frozenset(("is", "was", "were", "are", "has", "have", "had", "will", "should", "must"))
_SENTENCE = 45
_ABOVE, _HEAD, _NEAR, _FAR = 6, 12, 5, 12
_HEADED = BODIES | OFFICES | COMMON - {"unit", "north", "south", "east", "west", "original"}
_TO = re.compile(
    r"(?:To|TO|to|\[To\])\s?[: \u00a0]\s*(?:(?:the|The|THE)\s+)?(\S[^;]{1,160}?)[:,]?"
    r"(?: /[^/\n]{3,40}/)?"  # how soon it is to be given
    r"(?:\s[-\u2013\u2014]\s(?:for|please|to) .{3,60})?"
    # Whom the addressee is asked to tell.
    r"(?:; (?:please )?(?:relay|pass|forward|transmit|repeat|show|hand|copy|copies|info)\b.{3,80})?"
)
# What is put to a body, or to those who belong to it.
_PUT_TO = re.compile(
    r"(?:(?i:(?:Information|Report|Memorandum|Note|Proposal|Submission|Material|Briefing)s?"
    r" (?:for|to))|To|TO(?= THE)) (?i:the )?(?i:(?:members|workers|comrades|people|delegates"
    r"|leadership|participants) of (?:the )?)?([A-Z].{4,110}?)[:,.]?"
)
_PUT = ("info", "report", "memo", "note", "propos", "submi", "material", "briefing", "to ")
# Behind the one to whom a cable goes: who has it too.
_SHARED = re.compile(
    r",? (?:and )?(?:copied|copy|with copies|info(?:rmation)?|repeated) to (?:the )?"
)
_AN = re.compile(r"An (?:das|die|den|Herrn) (\S.{2,80}?)[:,]?")
_ATTENTION = re.compile(
    r"(?:z\. ?Hd\.(?: von)?|zu Händen(?: von)?|Attention:?|A(?:TTN|ttn)\.?:?"
    r"|For the attention of:?)\s+(\S.{2,70}?)[:,.]?"
)
_ESQUIRE = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.'\u2019-]*){1,3}),? Esq(?:uire)?\b.{0,20}")
# `The Rt. Hon. A. Creech Jones, M.P.,` above the office, below a letter or at its head.
_HONOURED = re.compile(
    r"(?:The )?(?:Rt\.? Hon(?:ou?rable|\.)?|Right Hon(?:ou?rable|\.)?|Hon(?:ou?rable|\.)|H\.E\."
    r"|H(?:is|er) (?:Excellency|(?:Imperial |Royal )*(?:Majesty|Highness)|Holiness|Eminence"
    r"|Beatitude))(?: the)?,? (?:(?:Sir|Mr\.?|Dr\.?|Lord|M\.) )?"
    r"((?:[A-Z][\w.'\u2019-]* ){0,3}[A-Z][\w'\u2019-]+)(?: [IVX]+)?(?:,.{0,60})?"
)
_ASKS = ("z. ", "z.H", "zu H", "Att", "ATTN", "For the att")
_FROM = re.compile(
    r"(?:From|FROM)[: \u00a0]\s*(?!(?i:(?:the\s+)?(?:diar|journal|minutes|protocol|meeting|session"
    r"|sitting|archive|files|stenogram|speech|report|conversation|talk|letter|history)\w*\b))"
    r"(?:the\s+|THE\s+)?(\S[^;]{1,90}?)[:,]?"
)
_FOR = re.compile(r"(?:For|for|FOR)\s+(?:the\s+)?(\S+)\s+\S")
_DEAR = re.compile(r"(?:[Mm]y )?(?:Dear|dear|DEAR|Esteemed|Respected)\s+(\S.{2,60}?)[,:!.]?")
# Whom a letter may address without a name.
_ANYBODY = COMMON | OFFICES | RANKS | frozenset(
    ("friend", "friends", "sir", "sirs", "madam", "colleague", "colleagues", "excellency",
     "brother", "brothers", "sister", "father", "mother", "all", "reader", "readers", "fellow")
)  # fmt: skip
# Lines to and from somebody, and salutations, by what they begin with.
_OPENINGS = {
    **dict.fromkeys("Tt[", (_TO, "recipient")),
    "F": (_FROM, "sender"),
    **dict.fromkeys("MmDdER", (_DEAR, "recipient")),
}
# The same of what is put to a body, or asks for somebody's attention.
_SENDS = frozenset("CcSsDdMmIiFfRrEeTtWAЭ[(")
_PUTS = frozenset("IRMNPSBTAzF")
_COMMITTEE = re.compile(r"(?:C\.?C\.? (?:of the )?[A-Z]{3,6}(?:\(b\))?|[A-Z]{3,6}(?:\(b\))? CC)")


class Letter:
    """The lines of a text, read for their form; nothing in them is assumed to be a letter's."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        kind: Callable[[str], str],
        *,
        wired: bool = False,
        form: str = "",
    ) -> None:
        """Take the lines, and what tells whether words are a known person, place or body.

        wired: the page calls the paper a telegram or such, which a surname alone signs. form: the
        kind of paper that its title says it is.
        """
        self._addressed_to, self._spoken = form not in UNADDRESSED, form == "speech"
        self._courteous = not COURTESIES.isdisjoint(words_in(text))
        self._copied_abroad = not COPIES_ABROAD.isdisjoint(words_in(text))
        self._text, self._lines, self._kind, self._wired = text, lines, kind, wired
        self._points = points(lines)

    def read(self, known: Sequence[Told] = ()) -> list[Told]:
        """Find all that the form tells, in the order of the text; known: whom labels name."""
        found = [one for at in range(len(self._lines)) for one in self._line(at)]
        headed = list(head(self._text, self._lines, self._kind))
        found = [*headed, *(one for one in found if not self._is_headed(one, headed))]
        signed = Signatures(self._text, self._lines, self._kind)
        below = [
            one for one in signed.find()
            if self._is_slashed(one) or not any(_overlap(one, two) for two in headed)
        ]  # fmt: skip
        if not below and self._wired:
            below = list(wired(self._lines))
        found += [*below, *speakers(self._lines), *delegates(self._lines), *cable_head(self._lines)]
        found += (*received(self._lines), *made_for(self._lines))
        found += () if below else signed_by_body(self._lines, self._kind)
        here = list(sat(self._lines))
        found = [one for one in found if not any(_overlap(one, two) for two in here)] + here
        copied = [one for one in headed if one.column == "copy_recipient"]
        found = [
            one
            for one in found
            if one.column != "recipient" or not any(_overlap(one, two) for two in copied)
        ]
        listed = copies_listed(self._lines)
        found = [one for one in found if not _numbers_a_copy(one, listed)]
        found += numbered_copies(listed, self._kind)
        known = (*found, *known)
        for signs in (initialled, drafted):
            found += signs(self._text, self._lines, known)
        # Of two rules that find the same the one that was asked first stays.
        return sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end, one.column))

    def _line(self, at: int) -> Iterator[Told]:
        """Find what one line tells; most are prose, which the first letter and marks show."""
        line = self._lines[at]
        text, first = line.text, line.text[:1]
        yield from self._directed(at)
        if self._courteous:
            yield from noted(self._text, self._lines, at)
        yield from said(line, courteous=self._courteous)
        if len(text) < _SHORT:
            yield from attended(self._lines, at, self._kind)
        if first in "fFbBw":
            yield from (*byline(self._lines, at), *journal(line))
            yield from (*between(line), *talked(self._lines, at))
        if at < _HEAD and text[:2].isupper():
            yield from self._headed(at)
        if at < _HEAD:
            yield from by_sides(line)
        if ":" in text:
            yield from present(line)
        listed = first.isdigit() and not heads_prose(self._lines, at, self._points)
        if ":" in text or listed or first in _SENDS:
            yield from copies(line)
        yield from self._numbered(at)

    def _numbered(self, at: int) -> Iterator[Told]:
        """Find the numbers and markings of a line, and the number of what it answers."""
        line, text = self._lines[at], self._lines[at].text
        if may_have_number(text):
            point = text[:1].isdigit() and is_point(text, self._points)
            yield from (one for one in numbers(line) if not point or one.rule != OPENS)
        if len(text) <= _SHORT:
            yield from markings(line)
        elif text[:1] == "[":
            yield from noted_markings(line)
        if "our" in text or text.startswith(("In ", "Replying")):
            yield from answered(line)
        if text[:1].isdigit():
            yield from answered_first(self._lines, at)

    def _directed(self, at: int) -> Iterator[Told]:
        """Find to whom, or to which body, a line says that something goes, and from whom."""
        line, text = self._lines[at], self._lines[at].text
        if text[:1] in _OPENINGS:
            yield from self._addressed(at)
        if text[:1] in "Ff":
            yield from self._ranked(at)
        if text[:1] in _PUTS or "Esq" in text:
            yield from self._put_to(at)
        if "Hon" in (begin := text[:_OPENING]) or begin.startswith(("His ", "Her ", "H.E.")):
            yield from self._honoured(at)
        yield from directed(line, self._kind)
        sentence = sentence_from(self._text, self._lines, at)
        yield from copied(sentence, abroad=self._copied_abroad)
        if (short := len(text) <= _SHORT) and not self._spoken:
            yield from salutation(line)
        if self._addressed_to and (short or len(self._lines) - at <= _HEAD):
            yield from self._placed(at)

    def _placed(self, at: int) -> Iterator[Told]:
        """Find to whom a paper goes by an address above or below its text."""
        short = len(self._lines[at].text) <= _SHORT
        if short and at < _HEAD:
            yield from addressed(self._lines, at, self._kind)
        if len(self._lines) - at <= _HEAD:
            yield from titled_at_foot(self._lines, at)
        if short:
            yield from personally(self._lines[at], self._kind)

    def _is_headed(self, one: Told, headed: Sequence[Told]) -> bool:
        """Tell whether the head of a paper says more exactly what a line of it says."""
        bodies = BODIES & {word.strip("(),.").casefold() for word in self._of(one).split()}
        asked = one.rule in ("line of attention", BY_SIDES)
        return any(
            one.column == other.column
            and (
                (one.start < other.end and other.start < one.end)
                or (not (bodies or asked) and self._is_one_line(one, other))
            )
            for other in headed
        )

    def _is_slashed(self, one: Told) -> bool:
        """Tell whether a name stands between slashes, as typists have it below a hand."""
        return self._text[one.start - 1 : one.start] == "/" == self._text[one.end : one.end + 1]

    def _is_one_line(self, one: Told, other: Told) -> bool:
        return "\n" not in self._text[min(one.end, other.end) : max(one.start, other.start)]

    def _of(self, one: Told) -> str:
        return self._text[one.start : one.end]

    def _addressed(self, at: int) -> Iterator[Told]:
        text = self._lines[at].text
        pattern, column = _OPENINGS[text[:1]]
        dear = pattern is _DEAR
        match = pattern.fullmatch(greeted_first(text) if dear else text)
        if match is None or " TO " in match[1] or (dear and self._spoken):
            return
        if names_somebody(match[1]) and self._opens(at, dear):
            yield from self._named(at, match, column, dear=dear)

    def _named(self, at: int, match: re.Match[str], column: str, *, dear: bool) -> Iterator[Told]:
        """Find whom a line to or from somebody, or a salutation, names."""
        line, rule = self._lines[at], greeting_rule(match[1]) if dear else f"line {column}"
        if rule == ONE_NAME and match[1].casefold() in _ANYBODY:
            return
        start = line.start + match.start(1)
        if held := office_holder(match[1]):
            yield Told(column, start + held[0], start + held[1], rule)
            return
        if is_office(match[1]):
            yield from self._below_office(at, column, rule)
            return
        lo, hi = meant(match[1], self._kind) or (0, len(match[1]))
        for begin, end in addressees(match[1][lo:hi], start + lo):
            yield Told(column, begin, end, rule)
        if column == "recipient" and not dear:
            yield from self._routed(at)

    def _put_to(self, at: int) -> Iterator[Told]:
        """Find the body to which a report is put, and whose attention it asks for."""
        line = self._lines[at]
        told = at < _HEAD and line.text.casefold().startswith(_PUT)
        put = _PUT_TO.fullmatch(line.text) if told else None
        shared = _SHARED.search(put[1]) if put else None
        words = [word.strip(",.").casefold() for word in line.text.split()] if put else []
        to = _TO.fullmatch(line.text) if put else None
        said = put and (is_office_line(put[1]) or (to and names_somebody(to[1])))
        if put and not said and HEADS.intersection(words) and _VERBS.isdisjoint(words):
            start, end = span_of(line, put, 1)
            stop = start + shared.start() if shared else end
            yield Told("recipient", start, stop, "body that a paper is put to")
            if shared:
                yield Told("copy_recipient", start + shared.end(), end, "body that has a copy")
        squire = _ESQUIRE.fullmatch(line.text) if "Esq" in line.text else None
        if squire:
            yield Told("recipient", *span_of(line, squire, 1), "address below a letter")
        german = _AN.fullmatch(line.text) if line.text.startswith("An ") else None
        if german and is_name_like(german[1]) and self._opens(at, False):
            stop = german.start(1) + len(german[1].partition(",")[0])
            yield Told("recipient", line.start + german.start(1), line.start + stop, "line to")
        asked = _ATTENTION.fullmatch(line.text) if line.text.startswith(_ASKS) else None
        if asked and (name := person_in(asked[1])):
            start = line.start + asked.start(1)
            yield Told("recipient", start + name[0], start + name[1], "line of attention")

    def _honoured(self, at: int) -> Iterator[Told]:
        """Find to whom a letter goes: `The Rt. Hon. A. Creech Jones, M.P.`."""
        line = self._lines[at]
        found = _HONOURED.fullmatch(line.text)
        below = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
        if below[:1].islower() and not line.text.endswith(","):
            return  # a sentence that goes on
        if found and is_name_like(found[1]) and not is_office(found[1]):
            yield Told("recipient", *span_of(line, found, 1), "address of a letter")

    def _ranked(self, at: int) -> Iterator[Told]:
        """Find to whom a paper is made out: `for Comrade X, Secretary of ...`."""
        line = self._lines[at]
        ranked = _FOR.match(line.text)
        if ranked and ranked[1].strip(".").casefold() in RANKS and self._opens(at, False):
            name = person_in(line.text[ranked.start(1) :])
            if name:
                start = line.start + ranked.start(1)
                yield Told("recipient", start + name[0], start + name[1], "line for")

    def _headed(self, at: int) -> Iterator[Told]:
        """Find the central committee to which a paper is put, in capitals above its text."""
        line = self._lines[at]
        if _COMMITTEE.fullmatch(line.text) and self._opens(at, False):
            yield Told("recipient", line.start, line.end, "committee above the text")

    def _routed(self, at: int) -> Iterator[Told]:
        """Find the words in capitals above an address that say which way it goes: 3RD UNIT."""
        for line in reversed(self._lines[max(at - _ABOVE, 0) : at]):
            words = {word.casefold() for word in line.text.split()}
            if len(line.text) > _SHORT // 2 or line.text.endswith("."):
                return
            routed = line.text.isupper() and len(words) < 4 and words.isdisjoint(_HEADED)
            if routed and not any(markings(line)) and not self._kind(line.text):
                yield Told("handling", line.start, line.end, "routing above the address")

    def _below_office(self, at: int, column: str, rule: str) -> Iterator[Told]:
        """Find who holds the office that a letter is addressed to, below what the office is of."""
        for line in self._lines[at + 1 : at + 4]:
            text, short = line.text.rstrip(",:"), len(line.text) < _SHORT // 2
            if text[:1].islower() and len(text) < _SHORT and is_office_line(text):
                continue
            named = text.split()[0].strip(".").casefold() in RANKS or SIGNED.fullmatch(text)
            if named and short and is_name_like(text):
                yield Told(column, line.start, line.start + before_town(text), rule)
            elif (name := person_in(text) if short else None) and is_office_line(text[: name[0]]):
                yield Told(column, line.start + name[0], line.start + name[1], rule)
            return

    def _opens(self, at: int, is_salutation: bool) -> bool:
        """Tell whether a line stands above a text: an addressee does, at its head or a part's."""
        text = self._lines[at].text
        while at + 1 < len(self._lines) and _TO.fullmatch(self._lines[at + 1].text[:_SHORT]):
            at += 1  # whom it goes to as well
        far = at < _HEAD and (text.isupper() or ":" in text[:_LABEL])  # routing stands below it
        behind = self._lines[at + 1 : at + (_FAR if far else _NEAR)]
        if is_salutation and any(
            _TO.fullmatch(line.text) for line in self._lines[max(at - 6, 0) : at]
        ):
            return False
        return any(len(line.text) >= _SENTENCE for line in behind)


def _numbers_a_copy(one: Told, listed: Sequence[Entry]) -> bool:
    """Tell whether a number is only that of a copy on its line."""
    return one.column == "number" and any(line.start <= one.start < line.end for line, _ in listed)


def _overlap(one: Told, other: Told) -> bool:
    return one.start < other.end and other.start < one.end
