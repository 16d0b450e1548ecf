"""Who signed a text: names alone below prose, with rank, office or the day beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.papers.bylines import for_party
from lod.sources.pages.papers.closings import (
    GREETING,
    INITIALS,
    LOUD_PARTICLES,
    SURNAME,
    Foot,
    by_hand,
    is_house,
    is_office_line,
    is_stopped,
)
from lod.sources.pages.papers.memohead import indent
from lod.sources.pages.papers.numberedheads import is_heading
from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.papers.salutations import is_title_line
from lod.sources.pages.papers.signedoffices import TITLED, signing_body
from lod.sources.pages.papers.signers import NO_CLOSING, below_another, is_cell, side_by_side
from lod.sources.pages.papers.speakers import heads_of_speech
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.persons.namelist import LINK, OFFICIAL, is_name_like
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.letterwords import is_copied
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.textwords import COMMON, OFFICES, RANKS, REACTIONS, WEAK_RANKS

_SHORT, _PROSE = 100, 120
_NEAR_END, _NEAR_PROSE = 12, 8
_LEAST_PROSE = 45
_LEAST_LOUD, _MOST_OFFICE, _LABEL, _PAIR, _FOOT, _RIGHT = 4, 9, 20, 2, 4, 30
_SOLDIERS = frozenset(
    ("col", "colonel", "gen", "general", "genl", "maj", "major", "capt", "captain", "lt",
     "lieutenant", "admiral", "marshal", "commander", "cmdr", "brig", "płk")
)  # fmt: skip
_ARTICLES = frozenset(("el", "la", "le", "il", "der", "die", "o", "a"))  # El Secretario
_POSTS = OFFICES | RANKS | WEAK_RANKS
_NO_SIGNATURE = OFFICES | COMMON | REACTIONS
SIGNED = re.compile(
    rf"(?:\[?\(?\s?(?:[Ss]igned|SIGNED|[Ss]ignature|/(?:[Ss]|[Ss]igned|[Ss]ignature)/"
    rf"|/[-\u2013\u2014]/|\([-\u2013\u2014]\)|[Ss]g?d\.?)"
    r"\s?\)?\]?[:.]?\s*)?"
    rf"[(/]?((?:{INITIALS}\s*{SURNAME}|{SURNAME}\s+{INITIALS}))[)/]?[,.]?"
    r"(?:\s*[/\[(](?:signature|signed|sgd\.?)[/\])])?(?:,?\s+(?:m\. ?p|v\. ?r|s\. ?k|e\. ?h)\.)?"
)
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_](?:\.\s*|\s+))*[^\W\d_]\.?")
# An office, a gap, and who holds it: `of the CC CPSU          (Yu. Andropov)`.
_SPACED = re.compile(rf"\S[ \u00a0\t]{{3,}}\(?({INITIALS}\s*{SURNAME})\)?$")
# What stands before a signature in a copy, in whatever language.
_MARK = (
    r"(?:[Ss]igned|SIGNED|/[Ss]/|/[-\u2013\u2014]/|[(\[][-\u2013\u2014][)\]]|[Ss]g?d\.?|gez\.?"
    r"|[Gg]et\.|gezeichnet|[Ss]igné|[Ff]do\.?|[Ff]irmado"
    r"|\(f\.?\)|[Ff]irmato|F\.to|[Aa]ssinado|[Pp]odp(?:is|\.)|[Pp]odepsán|[Aa]láír(?:ás|ta)"
    r"|[Ss]emnat|ss\.|Подпис(?:ь|ал|ано)|подпись|п/п|Подп\.)"
)
_SIGN = re.compile(
    rf"\[?\(?\s?{_MARK}\s?\)?\]?\s?[:.]?\s*(\S[^,]{{2,50}}?)[,.]?(?:(?<=,) .{{3,90}})?"
)
# The word alone on the line above a name.
_SIGNED_LINE = re.compile(
    r"[\[(/]?(?:[Ss]igned|SIGNED|[Ss]ignature|[Ss]g?d\.?|gez\.|signé|подпись"
    r"|[Ff]irmad[oa]|[Ff]do\.|[Ff]irmat[oa]|F\.to|[Ff]irma|[Aa]ssinad[oa]|[Pp]odpis|[Pp]odepsán"
    r"|[Aa]láírás|[Ss]emnat|[Uu]nterschrift)[\])/]?[:.]?|[/\[(](?:[Ss]|[-\u2013\u2014])[/\])]"
    r"|(?i:signed) (?:on behalf of|for) [^\n]{3,60}?[,:]?"
)
# By his own hand, in a copy: `Zapsal: A. Heidrich v. r.`
_BY_OWN_HAND = re.compile(
    r"(?:[^\W\d_]+(?: [^\W\d_]+)?:\s+)(\S.{2,40}?),?\s(?:v\. ?r|s\. ?k|m\. ?p|e\. ?h|w\. ?r)\."
)
# Who submits a report signs it: `Submitted by: B. Chnoupek`.
# The sentence `Reported by Kuznetsov.` tells who passed it on.
_SUBMITTED = re.compile(
    r"(?:Submitted|Presented|Signed|Reported(?!.*\.$)) by:?\s+(\S.{2,50}?)[,.]?"
)
_WITH_RANK = re.compile(r"(.+?),\s+([A-Z][\w. ]{2,40}?)[,.]?")
# Headings of the languages of a text, and markings in which a letter is misread.
_NO_LOUD = re.compile(
    r"ENGLISH|FRENCH|FRAN\u00c7AIS|RUSSIAN|РУССКИЙ|DEUTSCH|GERMAN|SPANISH|ESPA\u00d1OL|ITALIANO"
    r"|CONFIDENTI|UNCLASSIF|RESTRICT|SECRET|APPROVED|DECLASS"
)
# With its number, as telegrams of Budapest close: `- 99 - Beck -`.
_CLOSED_WIRE = re.compile(
    r"[-\u2013\u2014]\s?(?:\d{1,5}\s?[-\u2013\u2014]\s?|(?=[^\d\n]+\s?[-\u2013\u2014]$))"
    rf"({SURNAME}(?: {SURNAME})?)\s?[-\u2013\u2014]?"
)
_NUMBERED = re.compile(r"(?:No|Nr|N|\u2116)\.? ?\d[\w/-]*")
_POSSIBLY = re.compile(
    r"\[[^\]\[]*\b(?:signature|signed)\b[^\]\[]*\b(?:possibly|probably|perhaps)\s+([^\]\[]{3,40})\]"
)
# `Ambassador: K. Michev`, `Lieutenant-General: (signed) A. Solakov`
_OFFICE_OF = re.compile(r"([^\W\d_]+(?:[- ][^\W\d_]+){0,3}):\s+(\S.{3,50})")
_NO_NUMBER = re.compile(r"\b(?:NO|NR|No|Nr)\b")
# As Americans sign: `JOHN H. VAN VLIET, JR.`
_IN_CAPITALS = re.compile(
    r"([A-Z]{2,}(?: [A-Z]\.){1,2}(?: [A-Z][A-Z'\u2019-]+){1,2})(?:,? (?:JR|SR|III)\.?)?\.?"
)
# Who signs with rank, office or the day beside the name.
_RANKED = re.compile(rf"([A-Z]\S*)\s+({SURNAME}(?:\s+(?:[A-Z]\.\s*)?{SURNAME}){{0,2}})\s*")
_DATED, _DIGIT = re.compile(rf"{DATE_LINE.pattern},?\s+(?=\S)"), re.compile(r"\d")
_PLAIN = re.compile(rf"\(?({SURNAME}(?:\s+(?:[A-Z]\.\s*)?{SURNAME}){{0,3}})\)?[,.]?")
# What nobody calls himself below a letter: an address stands there.
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "messrs", "herr", "herrn", "frau", "monsieur"))
_BEFORE_NAMES = OFFICIAL - LINK - _COURTESY
# What an editor says of stamps and hands below a letter: `[Stamp: received on 31 October]`.
_NOTED = re.compile(r"\[[^\[\]]{1,200}\]|\[[^\[\]]{3,80}:\] .{2,160}")
# With what sentences end, and greetings below them.
_CLOSED = frozenset(".!?,:;\"'\u201d\u2019)]")
_ADDRESS = re.compile(
    r"(?:To|TO|For|FOR|An|À|Au|Aux|Copies|COPIES|cc|Copy|Sent to|Копии|Кому|Разослано)\b"
)


class Signatures:
    """The signatures among the lines of a text; kind: what tells what words are known as."""

    def __init__(self, text: str, lines: Sequence[Line], kind: Callable[[str], str]) -> None:
        self._text, self._lines, self._kind = text, lines, kind
        self._foot, self._speech = Foot(lines, kind), heads_of_speech(lines)

    def find(self) -> Iterator[Told]:
        """Find the names under each text: alone on a line, below prose and above no more of it."""
        last = -_PAIR
        for at, line in enumerate(self._lines):
            yield from for_party(self._lines, at)
            if len(line.text) > _SHORT or line.kind or not self._may_be_signed(at):
                continue
            if self._runs_on(at) or self._ends_sentence(at) or is_heading(line.text, self._lines):
                continue
            if at and is_title_line(self._lines[at - 1].text):
                continue  # whoever the letter is addressed to
            if several := list(side_by_side(line)):
                yield from several
                continue
            if guess := _POSSIBLY.search(line.text):
                yield Told("signatory_guess", *span_of(line, guess, 1), "guess at a signature")
                continue
            named = self._signed(line, at) or self._plainly(line, at) or self._foot.signer(at)
            named = named or below_another(self._lines, at, last, self._kind)
            if named and not self._is_quoted(line):
                last = at
                yield Told("signatory", *(self._in_full(at, named) or named), "signature")
                yield from signing_body(self._lines, at)

    def _in_full(self, at: int, named: tuple[int, int]) -> tuple[int, int] | None:
        """Find the typed name in brackets right below a hand: `L. Orlov (Leo Orlov)`."""
        below = self._lines[at + 1 : at + 2]
        typed = _PLAIN.fullmatch(below[0].text) if below and below[0].text[:1] == "(" else None
        hand = self._text[slice(*named)].split()
        if not typed or not below[0].text.endswith(")"):
            return None
        if len(hand) < _PAIR:  # by his given name alone: George (G. H. Walden)
            return span_of(below[0], typed, 1) if " " in typed[1] else None
        same = hand[-1] == typed[1].split()[-1] and typed[1][0] == hand[0][0]
        return span_of(below[0], typed, 1) if same else None

    def _runs_on(self, at: int) -> bool:
        """Tell whether a line is running text that goes on below, or a label: `CATALOGUE ENTRY`."""
        if " " in self._lines[at].text and field_word(self._lines[at].text):
            return True
        below = self._lines[at + 1].text[:1] if at + 1 < len(self._lines) else ""
        return below.islower() and len(self._lines[at].text) > _LEAST_PROSE

    def _ends_sentence(self, at: int) -> bool:
        """Tell whether a line with its full stop ends the sentence of the one right above it."""
        line, above = self._lines[at], self._lines[at - 1] if at else self._lines[at]
        broken = len(above.text) > _LEAST_PROSE and above.text[-1] not in _CLOSED
        near = self._text.count("\n", above.end, line.start) == 1
        return broken and near and line.text.endswith(".") and not above.text.isupper()

    def _may_be_signed(self, at: int) -> bool:
        """Tell whether a line stands below prose, or has the mark of a hand itself."""
        no = self._lines[at].text in self._speech or is_cell(self._lines, at)
        return not no and (self._is_below_prose(at) or by_hand(self._lines[at]) is not None)

    def _is_below_prose(self, at: int) -> bool:
        """Tell whether a text stands above a line, or the word that whoever follows signs."""
        near = self._lines[max(at - _NEAR_PROSE, 0) : at]
        marked = bool(near) and _is_mark(near[-1].text)
        return marked or any(_is_prose(one.text) for one in near) or _is_set_to_width(near)

    @cached_property
    def _quotes(self) -> list[int]:
        """Give the places of the marks of quotations in the text."""
        start, end = self._lines[0].start, self._lines[-1].end
        return [start + one.start() for one in re.finditer('"', self._text[start:end])]

    def _is_quoted(self, line: Line) -> bool:
        """Tell whether a line stands within a message that the text quotes to its end."""
        return len(self._quotes) % 2 == 0 and bisect_left(self._quotes, line.start) % 2 == 1

    def _signed(self, line: Line, at: int) -> tuple[int, int] | None:
        if spaced := _SPACED.search(line.text):
            return line.start + spaced.start(1), line.start + spaced.end(1)
        if (bare := _undated(line)) is not line:  # 13/XI-62  ALEKSEEV
            line = bare
            plain = _PLAIN.fullmatch(line.text)
            if plain and is_name_like(plain[1]):
                return span_of(line, plain, 1)
        return self._told(line, at) or self._ranked(line, at)

    def _plainly(self, line: Line, at: int) -> tuple[int, int] | None:
        """Find a name with initials, or one that stands as names below letters do."""
        line = _undated(line)
        match = SIGNED.fullmatch(line.text) or self._plainly_signed(line, at)
        if not match or match[1].casefold().rstrip(".") in _NO_SIGNATURE:
            return None
        first = match[1].partition(" ")[0].strip(".").casefold()
        if first in _COURTESY or GREETING.search(match[1]):
            return None
        if match[1].rpartition(" ")[2].casefold().rstrip(".") in OFFICES:
            return None  # II. Sekretär
        if _ONLY_INITIALS.fullmatch(match[1]) or _NO_NUMBER.search(match[1]):
            return None
        return line.start + match.start(1), line.start + match.end(1)

    def _told(self, line: Line, at: int) -> tuple[int, int] | None:
        """Find a name of which a word beside it, or on the line above, says that it signs."""
        submitted = _SUBMITTED.fullmatch(line.text) if " by" in line.text[:_LABEL] else None
        if submitted and (name := person_in(submitted[1])):
            start = line.start + submitted.start(1)
            return start + name[0], start + name[1]
        own = _BY_OWN_HAND.fullmatch(line.text) if line.text[-1:] == "." else None
        if own and (match := SIGNED.fullmatch(own[1])):
            start = line.start + own.start(1)
            return start + match.start(1), start + match.end(1)
        held = _OFFICE_OF.fullmatch(line.text) if ": " in line.text else None
        offices = set(held[1].casefold().replace("-", " ").split(" ")) if held else {""}
        if held and offices <= _POSTS and (match := SIGNED.fullmatch(held[2])):
            start = line.start + held.start(2)
            return start + match.start(1), start + match.end(1)
        loud = _IN_CAPITALS.fullmatch(line.text) or _CLOSED_WIRE.fullmatch(line.text)
        if loud:
            return span_of(line, loud, 1)
        plain = _PLAIN.fullmatch(line.text)
        below = at > 0 and _is_mark(self._lines[at - 1].text)
        named = plain and is_name_like(plain[1])
        if below and plain and named and NO_CLOSING.isdisjoint(plain[1].casefold().split()):
            return span_of(line, plain, 1)
        ranked = _WITH_RANK.fullmatch(line.text) if ", " in line.text else None
        if ranked and (match := SIGNED.fullmatch(ranked[1])):
            office = {word.casefold().strip(".") for word in ranked[2].split()}
            if not _POSTS.isdisjoint(office):
                return span_of(line, match, 1)
        return self._at_end(line, at, ranked) if ranked else None

    def _at_end(self, line: Line, at: int, ranked: re.Match[str]) -> tuple[int, int] | None:
        """Find who signs with rank, name and office: `Col. Jan NOVAK, Chief of the Directorate`."""
        rank, office = (ranked[group].partition(" ")[0] for group in (1, 2))
        held = rank.strip(".").casefold() in RANKS and office.casefold() in OFFICES
        if not held or len(self._lines) - at > _FOOT:
            return None
        name = person_in(ranked[1])
        return (line.start + name[0], line.start + name[1]) if name else None

    def _ranked(self, line: Line, at: int) -> tuple[int, int] | None:
        """Find a name behind a rank alone, with an office on the line below: Col. Jan Novak."""
        titled = TITLED.fullmatch(line.text)
        if titled and titled[2].rpartition(" ")[2].casefold() in OFFICES:
            return None  # II. Sekretär
        if titled and titled[1].strip(".").casefold() in _BEFORE_NAMES:
            return line.start + titled.start(2), line.start + titled.end(2)
        match = _RANKED.fullmatch(line.text)
        below = self._lines[at + 1].text.split() if at + 1 < len(self._lines) else []
        if not match or match[1].strip(".").casefold() not in RANKS:
            return None
        above = self._lines[at - 1].text.split() if at else []
        beside = (one for one in (below, above) if one and len(one) < _MOST_OFFICE)
        office = any(one[0].casefold() in OFFICES and one[-1][-1] not in _CLOSED for one in beside)
        office |= self._is_ranked_last(match, at)
        named = {word.casefold() for word in match[2].split()}
        if not office or named & NO_CLOSING:
            return None
        return line.start + match.start(2), line.start + match.end(2)

    def _is_ranked_last(self, match: re.Match[str], at: int) -> bool:
        """Tell whether a full name with a soldier's rank stands right below the text's end."""
        last = len(self._lines) - at <= _FOOT and self._lines[at - 1].text.endswith((".", "?", "!"))
        soldier = match[1].strip(".").casefold() in _SOLDIERS
        return at > 0 and last and soldier and " " in match[2]

    def _plainly_signed(self, line: Line, at: int) -> re.Match[str] | None:
        """Read a name without initials: after `Signed`, or one that is known, near the end."""
        signed = _SIGN.fullmatch(line.text)
        if signed and is_name_like(signed[1]):
            return signed
        plain = _PLAIN.fullmatch(line.text)
        if not plain or is_house(self._lines, at, self._kind):
            return None
        if self._is_held(plain[1], at) or self._stands_right(plain[1], at):
            return plain
        if len(self._lines) - at > _NEAR_END:  # of one of several papers
            return plain if self._is_greeted(plain[1], at) else None
        if self._is_loud(plain[1], at) or self._kind(plain[1]) == "person":
            return plain
        return plain if self._closes(plain[1], at) else None

    def _stands_right(self, name: str, at: int) -> bool:
        """Tell whether a name stands at the right margin, right below the end of a text."""
        words = [word.strip("().,").casefold() for word in name.split()]
        margins = [indent(self._text, one.start) for one in self._lines[max(at - 1, 0) : at + 1]]
        right = len(margins) == _PAIR and margins[1] - margins[0] >= _RIGHT
        closed = right and self._lines[at - 1].text.endswith((".", "!", "?"))
        named = is_name_like(name) and NO_CLOSING.isdisjoint(words) and self._kind(name) != "place"
        return closed and named and not all(map(is_english, words))

    def _is_held(self, name: str, at: int) -> bool:
        """Tell whether a full name right below prose has its office on the line below."""
        words = [word.strip("().,").casefold() for word in name.split()]
        office = self._lines[at + 1].text.split() if at + 1 < len(self._lines) else []
        held = 0 < len(office) < _MOST_OFFICE and office[0].casefold() in OFFICES
        closed = self._lines[at - 1].text.endswith((".", "!", "?", ".\u201d"))
        named = len(words) > 1 and is_name_like(name) and NO_CLOSING.isdisjoint(words)
        return named and held and closed and office[-1][-1] not in _CLOSED

    def _is_loud(self, name: str, at: int) -> bool:
        """Tell whether one word in capitals right below prose signs it, as on telegrams."""
        name = LOUD_PARTICLES.sub("", name) if " " in name else name  # LE GOURRIEREC
        if not name.isupper() or " " in name or len(name) < _LEAST_LOUD or self._kind(name):
            return False
        below = [one for one in self._lines[at + 1 :] if _is_prose(one.text)]
        heads = is_english(name.casefold()) and len(below) > 1
        if heads or _NO_LOUD.match(name):
            return False
        day = DATE_LINE.fullmatch(self._lines[at - 1].text)  # beside it: 28.X.62    ALEKSEEV
        above = self._lines[at - 1 - bool(day and at > 1)].text
        if is_office_line(above) and at > 1:
            above = self._lines[at - _PAIR].text
        closed = (
            above.endswith((".", "?", "!", "\u201d", '"')) or _NUMBERED.fullmatch(above) is not None
        )
        return name.casefold() not in NO_CLOSING and (closed or is_stopped(above))

    def _closes(self, name: str, at: int) -> bool:
        """Tell whether a name that nobody knows closes a letter: below greetings, or at its end."""
        words = [word.strip("().,").casefold() for word in name.split()]
        if not set(words).isdisjoint(NO_CLOSING) or words[0] in _ARTICLES:
            return False
        before, after = self._lines[at - 1].text, self._lines[at + 1 :]
        if self._is_greeted(name, at):
            return True
        if (
            len(words) == 1
            and not is_english(words[0])
            and all(len(one.text) < _SHORT // 2 or ":" in one.text[:_LABEL] for one in after[:3])
        ):
            return before.endswith((".", "!", "?", ".\u201d"))
        listed = (n for n, line in enumerate(after) if is_copied(line.text))
        rest = all(
            len(line.text) < _SHORT // 2 or _NOTED.fullmatch(line.text)
            for line in after[: next(listed, len(after))]
        )
        again = any(re.search(rf"\b{re.escape(name)}\b", line.text) for line in self._lines[:at])
        return rest and before.endswith((".", "!", "?", ".\u201d")) and (len(words) > 1 or again)

    def _is_greeted(self, name: str, at: int) -> bool:
        """Tell whether a greeting with which letters close stands right above a name."""
        words = {word.strip("().,").casefold() for word in name.split()}
        before = self._lines[at - 1].text
        greets = before.endswith((",", ".")) or len(before) < _LEAST_PROSE
        return greets and NO_CLOSING.isdisjoint(words) and GREETING.search(before) is not None


def _undated(line: Line) -> Line:
    """Give a line without the day before the name: `13/XI-62  ALEKSEEV`."""
    dated = _DATED.match(line.text) if _DIGIT.search(line.text) else None
    if not dated:
        return line
    return line._replace(start=line.start + dated.end(), text=line.text[dated.end() :])


@kept_if_short
def _is_mark(text: str) -> bool:
    """Tell whether a line is the word that whoever stands below it signs."""
    return _SIGNED_LINE.fullmatch(text) is not None


def _is_prose(text: str) -> bool:
    """Tell whether a line is of the text: no address, no list of those present or with copies."""
    if len(text) < _PROSE // 3:
        return False
    return len(text) >= _PROSE or (text[-1] in _CLOSED and not _ADDRESS.match(text))


def _is_set_to_width(lines: Sequence[Line]) -> bool:
    """Tell whether a sentence of a text that is cut at one width runs from line to line."""
    return any(
        len(one.text) >= _LEAST_PROSE and two.text[:1].islower() for one, two in pairwise(lines)
    )
