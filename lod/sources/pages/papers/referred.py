"""Other documents that a text speaks of: by number, by date, answered, enclosed, taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from lod import vocabulary
from lod.normalize.dates import parse_date
from lod.record import Concept, Origin, Related, Relation, TimeSpan
from lod.sources.pages.citations.citedparts import MONTH
from lod.sources.pages.papers.namedpapers import is_same, named_papers
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.saidwords import digits_in, words_in

_WORD = (
    r"(?:telegram|cable|letter|note|protocol|minutes|decree|decision|resolution|report|order|message"
    r"|memorandum|directive|circular|dispatch|instruction|communiqu[eé]|record of (?:the )?"
    r"conversation)s?"
)
_VALUE = r"[^\s,;:()\[\]]*\d[^\s,;:()\[\]]*"
_NO = r"(?:No\.?|N|\u2116|Nr\.?|N[\u00b0\u00ba])\s*(?:\$[^$\n]{0,20}\$\s*)?"
_NUMBERED = re.compile(
    rf"\b(?=[cdilmnoprt])({_WORD})\b((?:[^.;\n()]|\.(?=[A-Z]\.)){{0,50}}?)\s{_NO}({_VALUE})", re.I
)
_BARE = re.compile(
    r"\b(?:(?:accordance|reference|response|reply|regard|conformity|connection) (?:with|to)"
    rf"|[Ss]ee(?: also)?|[Cc]f\.)(?: (?:my|your|our))? ({_NO}({_VALUE}))"
)
# Which has one of these.
_LEADING = frozenset(
    ("accordance", "reference", "response", "reply", "regard", "conformity", "connection", "see",
     "cf")
)  # fmt: skip
# Further numbers of the same: `telegrams No. 55 and No. 56`, `N 77/ts and N 78/ts`.
_ALSO = re.compile(rf"(?:,|,? and|,? or|;)\s+({_NO}({_VALUE}))")
_DATED = re.compile(
    rf"\b(\d{{1,2}}\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}},\s+\d{{4}})\s+({_WORD})\b"
)
# Whose a paper is: `the decree of the Presidium of 4 May`, `Molotov's letter of 6 May`.
_OWNER = r"(?:[A-Z][\w-]+['\u2019]s? )?"
_BY = r"(?: (?:of|by|from) (?:the )?[A-Z][\w.()-]+(?: [A-Z][\w.()-]+){0,4})?"
# Of a day without its year only where it is said whose the paper is.
_OF_DAY = re.compile(
    rf"\b(?:{_OWNER[:-1]}({_WORD})|({_WORD}){_BY[:-1]})"
    rf"\s+(?:of|dated|from)\s+(\d{{1,2}} {MONTH})(?!\w|,? ?\d)"
)
# Its last digit, where such a day may be meant.
_DAY = re.compile(
    r"\d (?=[JFMASOND][a-z])(?:(?<=\sof \d )|(?<=\sof \d\d )|(?<=\sdated \d )|(?<=\sdated \d\d )"
    r"|(?<=\sfrom \d )|(?<=\sfrom \d\d ))"
)
_OF_DATE = re.compile(
    rf"\b{_OWNER}({_WORD}){_BY}\s+(?:of|dated|from)\s+(\d{{1,2}}\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}},\s+\d{{4}})"
)
# A paper without a number or date, by whose it is: the report of cde. X, the decree of a plenum.
_WHOSE = re.compile(
    r"\b[Tt]he ((?:report|letter|telegram|note|memorandum|speech|message) (?:of|by|from) "
    r"(?:[Cc]de\.|[Cc]omrade|[Aa]mbassador|[Mm]inister|Mr\.|[A-Z]\.) ?"
    r"[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}"
    r"|(?:decree|decision|resolution)s? of (?:the )?(?:[A-Z][\w.()-]+ ){1,6}?"
    r"(?:Plenum|Congress|Politburo|Presidium|Conference|Council of Ministers)\b)"
)
_LED = re.compile(r"\b(?:[Aa]ccording to|[Ff]rom|[Aa]s (?:is )?seen from|[Ii]n) (?:the |a )?$")
_EXCERPT = re.compile(r"\b(?:excerpt|extract)s?\s+(?:from|of)\s+(?:the\s+)?$", re.IGNORECASE)
_ATTACHED = (
    re.compile(
        r"\b([Aa] (?:draft|copy|translation|text)?[^.\n]{0,80}?|[Tt]he (?:draft|text)[^.\n]{0,80}?)"
        r"\s+(?:is|are)\s+(?:attached|enclosed|appended)\b"
    ),
    re.compile(
        rf"\b(?:attached|enclosed)\s+((?:draft\s+)?(?:draft|{_WORD})(?:\s+to\s+[A-Z][^.,;\n]{{2,40}})?)"
    ),
    re.compile(
        r"(?:\b(?:I|[Ww]e)(?: (?:also|hereby|herewith|am|are))* (?:attach|enclos|append)(?:e|ing)?"
        r"|\b[Pp]lease find (?:attached|enclosed)|\b(?:Attached|Enclosed)(?: herewith)? (?:is|are)"
        r"(?: also)?)(?: herewith| hereto)? ((?:the|an?|my|our|his|her|its|two|three|four|five|six"
        r"|several|copies|some) (?!\w* ?(?:importance|significance|value|weight))[^.;\n]{3,120})"
    ),
    re.compile(
        r"^(?:Attachments?|Enclosures?|Appendix|Annex|Encl\.?):\s+(\S.{3,150})$", re.MULTILINE
    ),
)
# Words without which there is nothing to look for.
_ENCLOSED = frozenset(
    ("attach", "attache", "attached", "attaching", "attachment", "attachments", "enclos", "enclose",
     "enclosed", "enclosing", "enclosure", "enclosures", "encl", "append", "appende", "appended",
     "appending", "appendix", "annex")
)  # fmt: skip
_OWNED = frozenset(
    ("report", "letter", "telegram", "note", "memorandum", "speech", "message", "decree",
     "decision", "resolution", "decrees", "decisions", "resolutions")
)  # fmt: skip
# What stands before a day, and behind a year, where a document is dated.
_DAY_OF = (["of"], ["dated"], ["from"])
_PAPER_BEHIND = re.compile(rf"\s+{_WORD}\b")
# What all numbered or dated documents have; words for them are sought beside it only.
# Its letter is sought first: a text has fewer of these than white space.
_ANY_NUMBER = re.compile(
    r"[Nn\u2116](?<=\s.)(?:(?<!\u2116)[Oo]\.?||(?<!\u2116)[Rr]\.?|(?<!\u2116)[\u00b0\u00ba])"
    rf"\s*(?:\$[^$\n]{{0,20}}\$\s*)?{_VALUE}"
)
_WINDOW, _YEAR_LONG = 80, 4
_TYPES = re.compile(
    r"\b(draft|telegram|cable|letter|note|protocol|minutes|decree|decision|resolution|report|order"
    r"|message|memorandum|directive|circular|statement|communiqu[eé]|instruction"
    r"|speech|appeal|proposal|article|treaty|agreement)s?\b",
    re.IGNORECASE,
)
_SAME = {"cable": "telegram", "message": "telegram", "resolution": "decision",
         "directive": "instruction", "circular": "circular-letter", "communiqué": "communique",
         "protocol": "minutes"}  # fmt: skip


def _beside(
    marks: Iterable[tuple[int, int]], pattern: re.Pattern[str], text: str, span: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """Find what begins before a mark that it holds: a number, a year, both with the white space."""
    reached, end = span
    for start, behind in marks:
        stop = min(behind + (_WINDOW if pattern is _DATED else 0), end)
        stop += _WINDOW // 4 if pattern is _OF_DAY else 0
        if found := pattern.search(text, max(reached, start - _WINDOW), stop):
            yield found
            reached = found.end()


def _numbers(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Find numbers with the word for one before them, and the white space before that."""
    for one in _ANY_NUMBER.finditer(text, span[0] + 1, span[1]):
        yield one.start() - 1, one.end()


def _years(text: str, span: tuple[int, int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give the years of days that stand behind `of`, and those with a word for a paper behind."""
    found = [
        (start - 1, start + _YEAR_LONG) for start, end in digits_in(text)
        if end - start >= _YEAR_LONG and span[0] < start <= span[1] - _YEAR_LONG
        and text[start - 1].isspace()
    ]  # fmt: skip
    behind = [
        one for one in found
        if text[max(span[0], one[0] - _WINDOW) : one[0]].rsplit(None, 3)[-3:-2] in _DAY_OF
    ]  # fmt: skip
    return behind, [one for one in found if _PAPER_BEHIND.match(text, one[1], span[1])]


def _days(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Find days without their year that stand behind `of`, where they end."""
    for _, end in digits_in(text):
        if span[0] < end < span[1] and (day := _DAY.match(text, end - 1, span[1])):
            yield day.span()


def _whose(text: str, span: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Find papers by whose they are; the words for them are sought first."""
    reached, end = span
    for place in sorted(_owned(text, span)):
        if place >= reached and (one := _WHOSE.match(text, place, end)):
            yield one
            reached = one.end()


def _owned(text: str, span: tuple[int, int]) -> Iterator[int]:
    """Find the articles before such words."""
    for word in _OWNED & words_in(text):
        at = text.find(f"he {word} ", *span)
        while at > 0:
            yield at - 1
            at = text.find(f"he {word} ", at + 1, span[1])


class _Found(NamedTuple):
    start: int
    end: int
    number: str = ""
    date: str = ""
    relation: Relation = "references"
    words: str = ""  # for what it is, where its own words do not say


class Referred:
    """Reads a stretch of a page for other documents.

    told: what the form of the text says. written: when the text was, as the page has it.
    """

    def __init__(
        self, text: str, told: Sequence[Told], place: tuple[str, str], written: str = ""
    ) -> None:
        self._text, self._place = text, place
        span = parse_date(written) if written else None
        self._written = span.edtf if span else ""
        self._answered = {
            text[one.start : one.end]: one for one in told if one.column == "answered"
        }
        self._own = {one.start for one in told if one.column == "number"}
        self._annexes = [(one.start, one.end) for one in told if one.column == "annex"]

    def find(self, start: int, end: int) -> list[Related]:
        """Give the documents in the order in which they are named, each number once."""
        found: list[Related] = []
        taken: set[tuple[Relation, str, str]] = set()
        ends = start
        for one in sorted(self._all(start, end), key=lambda one: (one.start, -one.end)):
            if one.start < ends:
                continue
            related = self._related(one)
            if carrying := [at for at, o in enumerate(found) if self._carries(o, one)]:
                found[carrying[-1]] = _carried(found[carrying[-1]], related)
                continue
            key = (related.relation, related.number, "" if related.number else related.label)
            known = not related.number and any(is_same(related.label, o.label) for o in found)
            if key not in taken and not known:
                taken.add(key)
                found.append(related)
                ends = one.end
        named = {one.number for one in found}
        alone = [one for no, one in self._answered.items() if no not in named]
        found += [self._related(_Found(one.start, one.end, self._text[one.start : one.end]))
                  for one in alone]  # fmt: skip
        return found

    def _carries(self, paper: Related, one: _Found) -> bool:
        """Tell whether a number in brackets is of what carries a report that its sentence names.

        `According to the report of X, ... (telegram No. 812).`
        """
        text, where = self._text, paper.origin
        if not one.number or paper.number or where is None or where.end > one.start:
            return False
        bracketed = text[one.start - 1] == "(" and text[one.end : one.end + 1] == ")"
        led = _LED.search(text, max(where.start - _WINDOW // 4, 0), where.start)
        return bracketed and led is not None and ". " not in text[where.end : one.start]

    def answered(self, one: Related) -> Related:
        """Give what a text answers the place where it is answered: it may be named before."""
        told = self._answered.get(one.number) if one.relation == "in-reply-to" else None
        if told is None or one.origin is None:
            return one
        return replace(one, origin=one.origin._replace(start=told.start, end=told.end))

    def _all(self, start: int, end: int) -> Iterator[_Found]:
        text, span = self._text, (start, end)
        yield from self._numbered(span)
        behind, before = _years(text, span)
        for one in _beside(before, _DATED, text, span):
            yield _Found(*one.span(), date=one[1])
        for one in _beside(behind, _OF_DATE, text, span):
            yield _Found(*one.span(), date=one[2])
        for one in _beside(_days(text, span), _OF_DAY, text, span):
            yield _Found(*one.span(), date=one[3])
        for one in _whose(text, span):
            yield _Found(*one.span(1))
        for paper in named_papers(text, start, end):
            yield _Found(paper.start, paper.end, date=paper.day, words=paper.kind)
        for pattern in () if _ENCLOSED.isdisjoint(words_in(text)) else _ATTACHED:
            for one in pattern.finditer(text, *span):
                yield _Found(*one.span(1), relation="attachment")

    def _numbered(self, span: tuple[int, int]) -> Iterator[_Found]:
        """Find documents with a number: behind the word for one, or told by what leads to it."""
        text, (start, end) = self._text, span
        numbers = list(_numbers(text, span))
        for one in _beside(numbers, _NUMBERED, text, span):
            annexed = any(lo <= one.start() < hi for lo, hi in self._annexes)
            if annexed or one.start(3) in self._own:
                continue
            excerpt = _EXCERPT.search(text, max(start, one.start() - 40), one.start())
            yield _Found(one.start(), one.end(3), one[3].rstrip("."),
                         relation="part-of" if excerpt else "references")  # fmt: skip
            yield from self._also(one.end(3), end, one[1])
        for one in (
            () if _LEADING.isdisjoint(words_in(text)) else _beside(numbers, _BARE, text, span)
        ):
            yield _Found(*one.span(1), one[2].rstrip("."))
            yield from self._also(one.end(2), end)

    def _also(self, at: int, end: int, words: str = "") -> Iterator[_Found]:
        """Give the further numbers in a row behind one, of documents of the same kind."""
        while one := _ALSO.match(self._text, at, end):
            yield _Found(*one.span(1), one[2].rstrip("."), words=words)
            at = one.end(2)

    def _related(self, one: _Found) -> Related:
        label = " ".join(_PLAIN.sub("\u00b0", self._text[one.start : one.end]).split()).rstrip(".")
        relation = one.relation
        if one.number and one.number in self._answered:
            relation = "in-reply-to"
            label = f"No. {one.number}" if label == one.number else label
        return Related(
            label=label,
            relation=relation,
            type=_types(f"{one.words} {label}" if one.words else label),
            number=one.number,
            date=_dates(one.date, self._written),
            origin=Origin(*self._place, "body", one.start, one.end, f"document {relation}"),
        )


_YEAR = re.compile(r"\d{4}")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"\s*\$[^$\n]{0,20}\$")


def _carried(report: Related, paper: Related) -> Related:
    """Give a report the number and kind of the paper that carries it."""
    return replace(report, label=f"{report.label} ({paper.label})", number=paper.number,
                   type=tuple(dict.fromkeys((*paper.type, *report.type))))  # fmt: skip


def _types(label: str) -> tuple[Concept, ...]:
    """Name the type of a document by its words."""
    return _types_of(*[found.casefold() for found in _TYPES.findall(label)[:2]])


@lru_cache(maxsize=1 << 10)
def _types_of(*words: str) -> tuple[Concept, ...]:
    known = vocabulary.load()
    found = dict.fromkeys(_SAME.get(word, known.concept("doctype", word)) for word in words)
    return tuple(
        Concept(scheme="doctype", label=name, id=name, language="en") for name in found if name
    )


def _dates(words: str, written: str) -> tuple[TimeSpan, ...]:
    """Read a day; one without its year is of that in which the text was written, if before it."""
    if not words or _YEAR.search(words):
        span = parse_date(words, basis="text") if words else None
        return (span,) if span else ()
    span = parse_date(f"{words} {written[:4]}", basis="text") if _WHOLE.fullmatch(written) else None
    if span is None or not span.edtf or span.edtf > written:
        return ()
    return (replace(span, label=words, note="the year is that of the document"),)
