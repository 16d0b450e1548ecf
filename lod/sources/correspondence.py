"""What the form of a letter or telegram tells: to whom, from whom, copies, numbers, markings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lod.normalize.namewords import BODIES
from lod.sources.citation import DATE_LINE
from lod.sources.english import is_english
from lod.sources.memohead import head
from lod.sources.pagetext import Line
from lod.sources.papermarks import Told, answered, journal, markings, numbers, span_of
from lod.sources.textwords import CALENDAR, COMMON, OFFICES, RANKS, WEAK_RANKS

_SHORT = 100
_PROSE, _SENTENCE = 120, 45
_NEAR_END = 12
_ABOVE = 6
_LEAST_LOUD = 4
_NO_SIGNATURE = OFFICES | COMMON
_NO_CLOSING = BODIES | COMMON | OFFICES | RANKS | CALENDAR
_HEADED = BODIES | OFFICES | COMMON - {"unit", "north", "south", "east", "west", "original"}
_TO = re.compile(r"(?:To|TO|to|\[To\])[: \u00a0]\s*(?:the\s+|THE\s+)?(\S[^;]{1,90}?)[:,]?")
_FROM = re.compile(r"(?:From|FROM)[: \u00a0]\s*(?:the\s+|THE\s+)?(\S[^;]{1,90}?)[:,]?")
# Telegrams between posts: "For Barwick from Tange."
_FOR_FROM = re.compile(
    r"(?:For|FOR) ([A-Z][^.;:]{2,50}?),? (?:from|FROM) ([A-Z][^.;:]{2,50}?)[.:]?"
)
# A salutation by a given name, as between friends, or by a surname: only where nobody else is.
ONE_NAME = "salutation by one name"
_DEAR = re.compile(r"(?:[Mm]y )?(?:Dear|dear|DEAR|Esteemed|Respected)\s+(\S.{2,60}?)[,:!.]?")
# Whom a letter may address without a name.
_ANYBODY = COMMON | OFFICES | RANKS | frozenset(
    ("friend", "friends", "sir", "sirs", "madam", "colleague", "colleagues", "excellency",
     "brother", "brothers", "sister", "father", "mother", "all", "reader", "readers", "fellow")
)  # fmt: skip
# Who speaks in a transcript without a name.
_NOBODY = COMMON | OFFICES | frozenset(
    ("interviewer", "interviewee", "interpreter", "moderator", "reporter", "journalist", "answer",
     "voice", "voices", "speaker", "narrator", "audience", "correspondent", "student", "host")
)  # fmt: skip
_COPIES = re.compile(
    r"(?:^|(?<=\s))(?:Copies|COPIES|Copy|COPY|cc|CC|c\.c\.|Cc"
    r"|Distribut(?:ed|ion)(?: list)?|DISTRIBUTION)"
    r"(?:\s+to)?:\s*(\S.{1,400})$"
)
# Under Soviet papers: "1 - to Cde. Gromyko", one copy a line.
_COPY = re.compile(
    r"\d{1,2}\s*[-\u2013.]\s*(?:to\s+|for\s+)?((?:Cdes?\.|[Cc]omrades?|cdes?\.)\s*\S.{1,60}?)[.,;]?"
)
_PRESENT = re.compile(
    r"(?:(?:[A-Z][a-z]+ )?[Pp]articipants?(?: from [\w ]{3,30})?|Present|PRESENT"
    r"|PARTICIPANTS?|In attendance|Attendees|Taking part|Also (?:present|attending)|Invited"
    r"|Attended by|Those present):"
    r"\s*(\S.{2,400})"
)
_COMMITTEE = re.compile(r"(?:C\.?C\.? (?:of the )?[A-Z]{3,6}(?:\(b\))?|[A-Z]{3,6}(?:\(b\))? CC)")
_ATTENDED = frozenset(("participants", "present", "those present", "in attendance", "attendees"))
_MOST_LISTED = 30
_CODE = re.compile(r"[A-Z][A-Z/]{0,9}\s*[-\u2013\u2014:]\s*|\d{1,2}[.)]\s+|[-\u2022*]\s+")
_NAMES = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_LINK = frozenset(
    ["of", "the", "for", "and", "to", "in", "on", "von", "de", "al", "el", "bin", "et", "a", "d'"]
)
_UNNAMED, _HELD = RANKS | _LINK, OFFICES | RANKS
_OFFICIAL = _HELD | WEAK_RANKS | _LINK
_INITIALS = r"(?:[^\W\d_a-z]{1}[a-z]?\.\s*-?){1,3}"
_SURNAME = (
    r"(?:(?:de|von|van|der|den|du|la|le|al|el|bin|af|zu)\s){0,2}"
    r"[^\W\d_a-z][^\W\d_]*(?:[-'\u2019][^\W\d_]+)*"
)
SIGNED = re.compile(
    rf"(?:\[?\(?(?:[Ss]igned|SIGNED|[Ss]ignature|/(?:[Ss]|[Ss]igned|[Ss]ignature)/|/-/|\(-\)|sgd\.?)\)?\]?[:.]?\s*)?"
    rf"\(?((?:{_INITIALS}\s*{_SURNAME}|{_SURNAME}\s+{_INITIALS}))\)?[,.]?"
    r"(?:\s*[/\[(](?:signature|signed|sgd\.?)[/\])])?"
)
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_](?:\.\s*|\s+))*[^\W\d_]\.?")
# An office, a gap, and who holds it: `of the CC CPSU          (Yu. Andropov)`.
_SPACED = re.compile(rf"\S[ \u00a0\t]{{3,}}\(?({_INITIALS}\s*{_SURNAME})\)?$")
_SIGN = re.compile(r"\[?\(?(?:[Ss]igned|SIGNED|/[Ss]/|sgd\.)\)?\]?[:.]?\s*(\S.{2,50}?)[,.]?")
_POSSIBLY = re.compile(
    r"\[[^\]\[]*\b(?:signature|signed)\b[^\]\[]*\b(?:possibly|probably|perhaps)\s+([^\]\[]{3,40})\]"
)
_INITIALLED = re.compile(r"/?(?:[A-Z]\.?\s?){2,4}/?")
# Who signs with rank, office or the day beside the name.
_TITLED = re.compile(rf"([A-Z]\S*)\s.*?({_INITIALS}\s*{_SURNAME})$")
_DATED = re.compile(rf"{DATE_LINE.pattern},?\s+(?=\S)")
_PLAIN = re.compile(rf"\(?({_SURNAME}(?:\s+(?:[A-Z]\.\s*)?{_SURNAME}){{0,3}})\)?[,.]?")
_SPEAKER = re.compile(rf"((?:{_SURNAME}\.?\s){{0,3}}{_SURNAME}):\s+\S+\s+\S")
_GREETING = re.compile(
    r"\b(?:[Yy]ours|[Ss]incerely|[Ff]aithfully|[Rr]espectfully|[Gg]reetings|[Rr]egards|[Tt]ruly"
    r"|[Ww]ishes|[Oo]bedient|[Cc]ordially|[Hh]onou?r to be)\b"
)


class Letter:
    """The lines of a text, read for their form; nothing in them is assumed to be a letter's."""

    def __init__(self, text: str, lines: Sequence[Line], kind: Callable[[str], str]) -> None:
        """Take the lines, and what tells whether words are a known person, place or body."""
        self._text, self._lines, self._kind = text, lines, kind

    def read(self) -> list[Told]:
        """Find everything that the form tells, in the order of the text."""
        found: list[Told] = []
        for at, line in enumerate(self._lines):
            found += [
                *self._addressed(at),
                *self._listed(at),
                *journal(line),
                *between(line),
                *self._headed(at),
                *present(line),
                *copies(line),
                *numbers(line),
                *markings(line),
            ]
            found += answered(line)
        headed = list(head(self._text, self._lines))
        found = [*headed, *(one for one in found if not self._is_headed(one, headed))]
        found += [*self._signatures(), *self._speakers(), *self._initialled(found)]
        return sorted(set(found), key=lambda one: (one.start, one.end, one.column))

    def _is_headed(self, one: Told, headed: Sequence[Told]) -> bool:
        """Tell whether the head of a paper says more exactly what a line of it says."""
        bodies = BODIES & {word.strip("(),.").casefold() for word in self._of(one).split()}
        return any(
            one.column == other.column
            and (
                (one.start < other.end and other.start < one.end)
                or (
                    not bodies
                    and "\n"
                    not in self._text[min(one.end, other.end) : max(one.start, other.start)]
                )
            )
            for other in headed
        )

    def _of(self, one: Told) -> str:
        return self._text[one.start : one.end]

    def _initialled(self, told: Sequence[Told]) -> Iterator[Told]:
        """Find the sender whose initials alone stand below the text: `R.J.B.`."""
        for line in self._lines[-_NEAR_END:]:
            letters = _INITIALLED.fullmatch(line.text)
            for one in told if letters else ():
                name = [word for word in self._of(one).split() if word[0].isupper()]
                same = "".join(word[0] for word in name) == re.sub(r"\W", "", line.text)
                if one.column == "sender" and same:
                    yield one._replace(column="signatory", rule="initials of the sender")

    def _addressed(self, at: int) -> Iterator[Told]:
        line = self._lines[at]
        for pattern, column in ((_TO, "recipient"), (_FROM, "sender"), (_DEAR, "recipient")):
            match = pattern.fullmatch(line.text)
            if match and is_name_like(match[1]) and self._opens(at, pattern is _DEAR):
                rule = "salutation" if pattern is _DEAR else f"line {column}"
                if pattern is _DEAR and " " not in match[1]:
                    rule = ONE_NAME
                    if match[1].casefold() in _ANYBODY:
                        continue
                if _is_office(match[1]):
                    yield from self._below_office(at, column, rule)
                    continue
                for start, end in parted(match[1], line.start + match.start(1)):
                    yield Told(column, start, end, rule)
                if pattern is _TO:
                    yield from self._routed(at)

    def _listed(self, at: int) -> Iterator[Told]:
        """Find those who took part, one a line below the word for it: `NEA - Mr. Allen`."""
        if self._lines[at].text.rstrip(":").casefold() not in _ATTENDED:
            return
        for line in self._lines[at + 1 : at + 1 + _MOST_LISTED]:
            if len(line.text) > _SHORT or line.text.endswith((".", ":")) or line.text.isupper():
                return
            code = _CODE.match(line.text)
            begin = code.end() if code else 0
            name = _trimmed(re.split(r"[,;(]", line.text[begin:])[0])
            if not is_name_like(name):
                return
            if not _is_office(name):
                start = line.start + begin
                yield Told("participant", start, start + len(name), "list of those present")

    def _headed(self, at: int) -> Iterator[Told]:
        """Find the central committee to which a paper is put, in capitals above its text."""
        line = self._lines[at]
        if at < _ABOVE and _COMMITTEE.fullmatch(line.text) and self._opens(at, False):
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
        """Find who holds the office that a letter is addressed to, on the line below it."""
        for line in self._lines[at + 1 : at + 2]:
            words = line.text.split()
            named = words and (
                words[0].strip(".").casefold() in RANKS or SIGNED.fullmatch(line.text)
            )
            if named and len(line.text) < _SHORT // 2 and is_name_like(line.text.rstrip(",:")):
                text = line.text.rstrip(",:")
                yield Told(column, line.start, line.start + len(text), rule)

    def _opens(self, at: int, is_salutation: bool) -> bool:
        """Tell whether a line stands above a text: an addressee does, at its head or a part's."""
        behind = self._lines[at + 1 : at + 5]
        if is_salutation and any(
            _TO.fullmatch(line.text) for line in self._lines[max(at - 6, 0) : at]
        ):
            return False
        return any(len(line.text) >= _SENTENCE for line in behind)

    def _speakers(self) -> Iterator[Told]:
        """Find who speaks in a transcript: names before a colon, two at least, twice at least."""
        spoken = [
            (line, match)
            for line in self._lines
            if ":" in line.text and (match := _SPEAKER.match(line.text)) and is_name_like(match[1])
        ]
        often = Counter(match[1] for _, match in spoken)
        taken = [name for name in often if often[name] > 1]
        named = [name for name in taken if name.casefold() not in _NOBODY]
        if len(taken) > 1:
            for line, match in spoken:
                if match[1] in named:
                    yield Told("participant", *span_of(line, match, 1), "speaker")

    def _signatures(self) -> Iterator[Told]:
        """Find the names under each text: alone on a line, below prose and above no more of it."""
        for at, line in enumerate(self._lines):
            if len(line.text) > _SHORT or not any(
                len(one.text) >= _PROSE // 3 for one in self._lines[max(at - 8, 0) : at]
            ):
                continue
            named = self._signed(line, at)
            if named:
                yield Told("signatory", *named, "signature")
                yield from self._office(at)

    def _signed(self, line: Line, at: int) -> tuple[int, int] | None:
        if spaced := _SPACED.search(line.text):
            return line.start + spaced.start(1), line.start + spaced.end(1)
        guess = _POSSIBLY.search(line.text)
        if guess:
            return line.start + guess.start(1), line.start + guess.end(1)
        if dated := _DATED.match(line.text):  # 13/XI-62  ALEKSEEV
            line = line._replace(start=line.start + dated.end(), text=line.text[dated.end() :])
            plain = _PLAIN.fullmatch(line.text)
            if plain and is_name_like(plain[1]):
                return span_of(line, plain, 1)
        ranked = _TITLED.fullmatch(line.text)
        if ranked and ranked[1].strip(".").casefold() in _OFFICIAL - _LINK:
            return line.start + ranked.start(2), line.start + ranked.end(2)
        match = SIGNED.fullmatch(line.text) or self._plainly_signed(line, at)
        if not match or match[1].casefold().rstrip(".") in _NO_SIGNATURE:
            return None
        if _ONLY_INITIALS.fullmatch(match[1]):
            return None
        return line.start + match.start(1), line.start + match.end(1)

    def _plainly_signed(self, line: Line, at: int) -> re.Match[str] | None:
        """Read a name without initials: after `Signed`, or one that is known, near the end."""
        signed = _SIGN.fullmatch(line.text)
        if signed and is_name_like(signed[1]):
            return signed
        plain = _PLAIN.fullmatch(line.text)
        if not plain or len(self._lines) - at > _NEAR_END:
            return None
        if self._is_loud(plain[1], at) or self._kind(plain[1]) == "person":
            return plain
        return plain if self._closes(plain[1], at) else None

    def _is_loud(self, name: str, at: int) -> bool:
        """Tell whether one word in capitals right below prose signs it, as on telegrams."""
        if not name.isupper() or " " in name or len(name) < _LEAST_LOUD or self._kind(name):
            return False
        return name.casefold() not in _NO_CLOSING and (
            self._lines[at - 1].text.endswith((".", "?", "!"))
        )

    def _closes(self, name: str, at: int) -> bool:
        """Tell whether a name that nobody knows closes a letter: below greetings, or at its end."""
        words = [word.strip("().,").casefold() for word in name.split()]
        if not set(words).isdisjoint(_NO_CLOSING):
            return False
        before, after = self._lines[at - 1].text, self._lines[at + 1 :]
        if _GREETING.search(before) and before.endswith(","):
            return True
        if (
            len(words) == 1
            and not is_english(words[0])
            and all(len(line.text) < _SHORT // 2 for line in after[:3])
        ):
            return before.endswith((".", "!", "?", ".\u201d"))
        rest = all(len(line.text) < _SHORT // 2 for line in after)
        again = any(re.search(rf"\b{re.escape(name)}\b", line.text) for line in self._lines[:at])
        return rest and before.endswith((".", "!", "?", ".\u201d")) and (len(words) > 1 or again)

    def _office(self, at: int) -> Iterator[Told]:
        """Find the body in the office that stands above a signature, over one to three lines."""
        for first in range(max(at - 3, 0), at):
            words = self._lines[first].text.split()
            if not words or words[0].casefold() not in OFFICES or len(words) > 20:
                continue
            start, end = self._lines[first].start, self._lines[at - 1].end
            text = "\n".join(one.text for one in self._lines[first:at])
            body = re.search(r"\b(?:of|OF)\s+(?:the\s+|THE\s+)?", text)
            heads = {word.strip(",.").casefold() for word in words}
            named = len(text[body.end() :].split()) > 1 if body else False
            named &= not re.search(r"\b(?:was|were|is|are|has|had)\b", text)
            if body and named and heads & (BODIES | {"department"}):
                begin = start + body.end()
                stop = end - (1 if text.endswith(".") else 0)
                yield Told("corporate_author", begin, stop, "office of the signatory")
            return


def between(line: Line) -> Iterator[Told]:
    """Find who wrote to whom in the first line of a telegram: For X from Y."""
    both = _FOR_FROM.fullmatch(line.text)
    for group, column in ((1, "recipient"), (2, "sender")) if both else ():
        if both and is_name_like(both[group]) and not _is_office(both[group]):
            yield Told(column, *span_of(line, both, group), "line for and from")


def present(line: Line) -> Iterator[Told]:
    """Find who took part, where a line says so."""
    match = _PRESENT.fullmatch(line.text)
    if match:
        for start, end in parted(match[1].rstrip("."), line.start + match.start(1)):
            yield Told("participant", start, end, "line of those present")


def copies(line: Line) -> Iterator[Told]:
    """Find who was to have a copy."""
    match = _COPIES.search(line.text) if ":" in line.text else None
    if match:
        for start, end in parted(match[1].rstrip("."), line.start + match.start(1)):
            yield Told("copy_recipient", start, end, "line of copies")
    elif (one := _COPY.fullmatch(line.text)) and is_name_like(one[1]):
        yield Told("copy_recipient", *span_of(line, one, 1), "line of a copy")


def is_name_like(text: str) -> bool:
    """Tell whether words can be a name with rank or office: capitals, and no sentence.

    >>> is_name_like("Comrade STALIN I.V."), is_name_like("adopt the attached draft")
    (True, False)
    """
    words = text.split()
    if len(words) > 12 or any(char.isdigit() for char in text) or DATE_LINE.fullmatch(text):
        return False
    plain = [word.strip("(),.:\"'[]") for word in words]
    named = [word for word in plain if word.casefold() not in _UNNAMED]
    return bool(named) and all(word[:1].isupper() for word in named if word)


def _is_office(text: str) -> bool:
    """Tell whether words are an office without a name: nobody can be told from it."""
    words = [word.strip("(),.").casefold() for word in text.split()]
    if all(word in _OFFICIAL or "-general" in word for word in words):
        return True
    return words[0] in _HELD and bool({"of", "for"} & set(words)) and "," not in text


def parted(names: str, start: int) -> Iterator[tuple[int, int]]:
    """Part a list of persons, with the place of each; what holds a body's word is one name."""
    whole = {word.strip("(),.").casefold() for word in names.split()}
    bounds = [(0, len(names))]
    if not whole & BODIES and "of" not in whole:
        marks = [(0, 0), *(one.span() for one in _NAMES.finditer(names)), (len(names), len(names))]
        bounds = [(one[1], two[0]) for one, two in itertools.pairwise(marks)]
    for begin, end in bounds:
        name = _trimmed(names[begin:end])
        if len(name) > 1 and is_name_like(name) and len(name.split()) <= 10:
            yield start + begin, start + begin + len(name)


def _trimmed(name: str) -> str:
    """Leave out marks behind a name, but not the stop of its last initial.

    >>> _trimmed("STALIN I.V."), _trimmed("Beria, ")
    ('STALIN I.V.', 'Beria')
    """
    name = name.rstrip(" ,")
    return name if re.search(r"(?:^|[.\s])[^\W\d_]\.$", name) else name.rstrip(" .,")
