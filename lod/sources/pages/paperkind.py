"""What kind of document a paper is: by labels, title, first lines, summary, signature."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from lod import vocabulary
from lod.normalize.languages import language_tag
from lod.sources import Cell
from lod.sources.pages.layout.titleline import BYLINE, is_only_a_kind
from lod.sources.pages.papers.bylines import FORMULA
from lod.sources.pages.papers.kindlines import kind_line
from lod.sources.pages.papers.salutations import greets
from lod.sources.pages.papers.submitted import submits
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.titleforms import form

_HEAD, _FIRST, _TOP, _SHORT = 2000, 8, 3, 80
# Letters set apart, as typists do for stress: `I n f o r m a t i o n`.
_SPACED_LINE = re.compile(r"(?:\w ){3,}\w")
_SPACED = re.compile(r" (?=\w(?: |$))")
# `Copies of this despatch are being sent to`
_OWN_KIND = re.compile(
    r"\b(?:copies|copy|text|contents|receipt) of this (d[ei]spatch|telegram|circular|memorandum"
    r"|letter)\b",
    re.IGNORECASE,
)
# What offices call a report that only informs, alone in capitals above its text.
_INFORMS = frozenset(
    "information informacja informace informácia información informazione informare informarea"
    " információ informacija informacije informations информация информация spravka справка довідка"
    " tájékoztató tájékoztatás informationsbericht inform зведення сводка".split()
)
_INFORMING = re.compile(r"(?:INFORMATION|Information) (?:on|about|regarding|concerning) ")
# `The KGB reports that`, `The Committee for State Security reports the following`; at its end
# `Reported for information`.
_REPORTS = re.compile(
    r"(?:The )?(?:[A-Z]{2,6}(?: [A-Z]{2,6})?|(?:[A-Z][\w-]+ (?:(?:of|for|the|and) )*){0,5}"
    r"(?:Committee|Ministry|Department|Directorate|Embassy|Commission|Security|Affairs|Residency|Section))"
    r" (?:hereby )?reports? (?:that|the following|on|to you)\b"
    r"|(?:Reported|Submitted) (?:for|by way of|as) (?:your )?information\."
)
_FILED = re.compile(r"^\S*\d\S*:\s+")
# How soon a telegram goes, which no letter says.
_PRECEDENCE = re.compile(
    r"\b(?:NIACT|FLASH|OPERATIONAL IMMEDIATE|(?<!TOP )PRIORITY|ROUTINE|EMERGENCY)\b"
)
_WITH_NUMBER = re.compile(
    r"\s+(?:No\.?|NO\.?|Nr\.?|N|\u2116)\s*\d\S*(?: \d{3})?(?:\s+(?:of|dated|from) .{5,30})?$"
)
# A telegram begins with the place that it comes from.
_WIRED = re.compile(r"(?:FROM|From) [A-Z][A-Za-z]+(?: [A-Z][a-z]+)?(?: No\.? ?[\d-]+)?")
_HEADS = ("line from and to", "head of a cable")
_WIRES = frozenset(("telegram", "ciphered-telegram", "airgram", "dispatch"))

_SAT = re.compile(
    r"\b(?i:meeting|session|sitting|plenum)\b"
    r"|(?i:of the (?:[\w-]+ ){0,2}?(?:politburo|presidium|secretariat|cabinet|bureau)\b)"
)
_EXTRACT = re.compile(r"(?i:(?:extract|excerpt)s? from (?:the )?(?:minutes|protocol)\b)")
# What is called after the sitting of a body, with those present, are its minutes.
_SITTING = re.compile(
    r"(?:(?:[A-Z][\w'\u2019-]* ){0,4})(?:[Ss]ession|[Mm]eeting|[Ss]itting|[Pp]lenum) of (?:the )?"
    r"[A-Z](?!.* with )|Sitzung (?:des|der) |Séance d[ue] |Sesión del? |Seduta del|Posiedzenie "
    r"|Zasedání |Заседание "
    r"|(?:[A-Z][\w-]* ){0,4}(?:Politburo|Presidium|Secretariat|Cabinet|Plenum|Council|Committee)"
    r" (?:Meeting|Session|Sitting)\b(?!.* with )"
)
# `PROTOCOL "A"`, as one of several series
_SERIES = re.compile(r"\s+[\"\u201c\u201e\u00ab][A-Z\u0410-\u042f]{1,2}[\"\u201d\u201c\u00bb]")
# `MEMORANDUM FOR THE PRESIDENT`
_MADE_FOR = re.compile(
    r"(?:[A-Z]+ )?(MEMORANDUM|Memorandum|NOTE|Note|BRIEFING|REPORT|Report) (?:FOR|For|for|TO|To|to)"
    r":? (?:the |THE )?[A-Z][^.;]*"
)
_PARTS = re.compile(r"\s*[;,/()\[\]:|]\s*|\s[-\u2013\u2014]\s")

Found = Mapping[str, Sequence[Cell]]


def is_wired(titles: Sequence[str]) -> bool:
    """Tell whether a title says that the paper is a telegram, airgram or dispatch.

    >>> is_wired(["Telegram from A. Orlov"]), is_wired(["Letter from A. Orlov"])
    (True, False)
    """
    return any(form(one[:_HEAD]) in _WIRES for one in titles)


def _meant(words: str) -> str:
    """Give the type that a catalogue's word means, with `?` where a class of papers is meant."""
    whole = " ".join(words[:_HEAD].casefold().split()).strip(" .")
    known = _words()
    parts = (whole, *_PARTS.split(whole)) if len(whole) < _SHORT else ()
    return next((known[one] for one in parts if one in known), "") or form(words)


@cache
def _words() -> Mapping[str, str]:
    rows = (row.split("\t") for row in vocabulary.lines("type-words.tsv"))
    return {word: kind for kind, words in rows for word in words.split("; ")}


def _made_for(words: str) -> str:
    """Give the kind with which a line begins that says whom a paper is for.

    >>> _made_for("MEMORANDUM FOR THE PRESIDENT"), _made_for("Memorandum is what I asked for")
    ('memorandum', '')
    """
    found = _MADE_FOR.fullmatch(words) if words[:1] in "MNBR" and len(words) < _SHORT else None
    return form(found[1]) if found else ""


def _extracted(words: str) -> str:
    """Give the kind of a paper whose head says that it is taken from minutes.

    >>> _extracted("Extract from Minutes No. 230 of the session of the Politburo")
    'minutes-excerpt'
    """
    return "minutes-excerpt" if _EXTRACT.match(words) and _SAT.search(words) else ""


class Kinds:
    """Says the kind of one page's document; kind: what tells what words are known as.

    heads: what the head of its text says over several lines.
    """

    def __init__(
        self,
        cells: Mapping[str, tuple[Cell, ...]],
        lines: Sequence[Line],
        kind: Callable[[str], str],
        heads: Sequence[Cell] = (),
    ) -> None:
        self._cells, self._lines, self._kind, self._heads = cells, lines, kind, heads

    def say(self, found: dict[str, list[Cell]]) -> None:
        """Say what kind of document it is: by its title, else a letter by its form.

        A label whose word no vocabulary knows (a catalogue's own class) does not outdo the form.
        """
        self._kind_of_document(found)
        known = vocabulary.load()

        def concept(one: Cell) -> str:
            return known.concept("doctype", one.text)

        named = self._cells.get("type", ())
        if named and (self._is_foreign(named) or not any(map(concept, named))):
            told = [one._replace(text=kind) for one in named if (kind := _meant(one.text))]
            weak = all(one.text.endswith("?") for one in told) and bool(found.get("form"))
            told = [one._replace(text=one.text.rstrip("?")) for one in told]
            found["type"] = found["form"] if weak else told

    def _is_oral_history(self) -> bool:
        """Tell whether an interview is one of oral history, as its head says."""
        heads = (*self._cells.get("head", ()), *self._cells.get("body", ()))
        return any("oral history" in one.text[:_HEAD].casefold() for one in heads)

    def _is_foreign(self, named: Sequence[Cell]) -> bool:
        """Tell whether a word for a kind is one of another language: a Polish `List`."""
        tongues = {language_tag(one.text) for one in self._cells.get("language", ())}
        return tongues == {"pl"} and all(one.text.casefold() == "list" for one in named)

    def _kind_of_document(self, found: dict[str, list[Cell]]) -> None:
        for cell in self._kinds(found):
            told = cell.text == "interview" and self._is_oral_history()
            found["form"] = [cell._replace(text="oral-history") if told else cell]
            return

    def _kinds(self, found: Found) -> Iterator[Cell]:
        """Give what says the kind of document, the best first: title, lines, address, signature."""
        for title in self._cells.get("title", ()):
            kind = form(title.text[:_HEAD]) if title.rule != "supplied" else ""
            if kind := kind or ("report" if _INFORMING.match(title.text) else ""):
                yield Cell(kind, title.start, title.end, "word of the title")
        yield from self._kinds_or_sitting(found)
        for summary in self._cells.get("summary", ())[:1]:
            if kind := form(" ".join(summary.text.split()[:_TOP])):
                yield Cell(kind, summary.start, summary.end, "first words of the summary")
        for line in self._lines:
            if "eport" in line.text[:_SHORT] and _REPORTS.match(line.text):
                yield Cell("report", line.start, line.end, "what the text says it does")
            if " this " in line.text and (own := _OWN_KIND.search(line.text)):
                yield Cell(form(own[1]), line.start, line.end, "what the text calls itself")
        yield from self._kinds_of_parties(found)
        yield from self._kinds_of_sittings(found)

    def _kinds_or_sitting(self, found: Found) -> Iterator[Cell]:
        """Give what lines say: `(Working notes)` are of the session that the title names."""
        for told in self._kinds_of_lines(found):
            if told.text == "note":
                yield from self._kinds_of_sittings(found)
            yield told

    def _kinds_of_sittings(self, found: Found) -> Iterator[Cell]:
        """Give minutes where the title is that of a body's sitting, and those present are named."""
        if len(found.get("participant", ())) > 1:
            for title in self._cells.get("title", ()):
                if _SITTING.match(title.text):
                    yield Cell("minutes", title.start, title.end, "title: whose sitting")

    def _kinds_of_parties(self, found: Found) -> Iterator[Cell]:
        """Tell a telegram by its precedence, a letter by address and signature."""
        for mark in self._cells.get("classification", ()):
            if _PRECEDENCE.search(mark.text):
                yield Cell("telegram", mark.start, mark.end, "precedence of a telegram")
        called = any(one.text.startswith("[Letter to ") for one in self._cells.get("title", ()))
        if any(one.rule == FORMULA for one in found.get("sender", ())):
            yield Cell("diplomatic-note", rule=FORMULA)
        if found.get("signatory") and (found.get("recipient") or called):
            if submits(self._lines) and not any(map(greets, self._lines[:_FIRST])):
                yield Cell("memorandum", rule="asks for a decision")
            yield Cell("letter", rule="address and signature")

    def _kinds_of_lines(self, found: Found) -> Iterator[Cell]:
        """Give what the first lines of the text say of its kind."""
        for head in self._heads:
            if kind := form(" ".join(head.text.split())):
                yield head._replace(text=kind)
        for line in self._lines[: _FIRST + _FIRST]:
            if BYLINE.match(line.text) and (kind := form(line.text)):
                yield Cell(kind, line.start, line.end, "line below the title")
        for at, line in enumerate(self._lines[: _FIRST + _FIRST]):
            words = _SPACED.sub("", line.text) if _SPACED_LINE.fullmatch(line.text) else line.text
            filed = _FILED.match(words, 0, _HEAD)
            words = words[filed.end() :] if filed else words
            numbered = _WITH_NUMBER.search(words) if len(words) < _SHORT else None
            words = words[: numbered.start()] if numbered else words
            words = _SERIES.sub("", words)
            kind = self._called(words, found) or _made_for(words) or _extracted(words)
            kind = "minutes" if kind == "protocol" and self._sat_below(at) else kind
            if kind and not (kind == "minutes" and line.start > self._signed(found)):
                yield Cell(kind, line.start, line.end, "line for the kind of paper")
        yield from self._kinds_with_numbers()
        yield from self._kinds_of_wires(found)

    def _kinds_of_wires(self, found: Found) -> Iterator[Cell]:
        """Tell a telegram by the head that says from which post to which, or by its origin."""
        if any(one.rule in _HEADS for one in found.get("recipient", ())):
            yield Cell("telegram", rule="line from and to")
        for line in self._lines[:_TOP]:
            place = line.text.split()[1:2] if _WIRED.fullmatch(line.text) else []
            if place and self._kind(place[0].title()) == "place":
                yield Cell("telegram", line.start, line.end, "line of its origin")

    def _sat_below(self, at: int) -> bool:
        """Tell whether the line below one says that a body sat: what is called a protocol."""
        return any(_SAT.search(one.text[:_SHORT]) for one in self._lines[at + 1 : at + 2])

    def _signed(self, found: Found) -> int:
        """Give where a signature below prose stands, the end of the text for none.

        Below it stand the minutes in which an office says what it thinks of a despatch.
        """
        last = self._lines[-1].end if self._lines else 0
        prose = next((one.start for one in self._lines if len(one.text) > _SHORT), last)
        below = (one.start for one in found.get("signatory", ()) if one.start > prose)
        return min(below, default=last)

    def _kinds_with_numbers(self) -> Iterator[Cell]:
        for line in self._lines[:_FIRST]:
            if (told := kind_line(line.text)) and told.kind:
                yield Cell(told.kind, line.start, line.end, "kind with its number or day")

    def _called(self, words: str, found: Found) -> str:
        """Give the kind that a line is the word for, "" for another line."""
        if words.isupper() and words.casefold() in _INFORMS:
            return "report"
        return self._talk(form(words), found) if is_only_a_kind(words) else ""

    def _talk(self, kind: str, found: Found) -> str:
        """Say that a memorandum with those who took part is one of their talk."""
        talked = kind == "memorandum" and len(found.get("participant", ())) > 1
        return "record-of-conversation" if talked else kind
