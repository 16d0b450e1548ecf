"""Notes of editors below a paper: where they begin, and the one that says where the paper lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources import Cell
from lod.sources.pages.citations.citation import source_note
from lod.sources.pages.citations.sourceline import is_source_line
from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.text.labels import label_with_value
from lod.sources.pages.text.readable import without_class
from lod.sources.pages.words.pageline import Line

_MOST, _PROSE, _WRAPPED, _FEW = 80, 90, 45, 3
_NEAR_END, _BACK = 25, " \u21a9\u2191^\ufe0e"  # arrows that lead back to the text
_OPENS = frozenset("([1\u00b9S*_")
_LETTERED = r"\[\^(?:1|a|i|\*|fn1|n1|note1)\]"
# The first of them: `(1) Not printed.`, `1 Received in Bern.`; FRUS begins with the source.
_FIRST = re.compile(
    rf"(?:[*_]{{2}}1[*_]{{2}}|\(1\)|\[1\]|{_LETTERED}:|1\.?|\u00b9|Source: (?=[^\n]*\d))"
    r"\s*(?=[^\W\d_]|['\"\u2018\u201c\[])"
)
# What refers to it in the text: `my telegram No. 1774.(1)`.
_REFERRED = re.compile(
    r"(?<=[\w.,;:!?)\]\u201d\"'\u2019])(?:(?<=[^\s\d]) ?\[1\]|(?<=\D)\(1\)|\u00b9"
    rf"|{_LETTERED})(?!\w)"
)
# What editors set above them.
_HEADS = frozenset(
    ("notes", "note", "footnotes", "endnotes", "editor's notes", "editorial notes",
     "editors' notes", "anmerkungen", "anmerkung", "fußnoten", "fussnoten", "notas",
     "note a piè di pagina", "przypisy", "poznámky", "jegyzetek", "notes de l'éditeur",
     "примечания", "примечание", "noten", "noter")
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[\w)\]]{2})\.\s+|\n")
_MARKS = ("(1)", "[1]", "\u00b9", "[^")
# Who wrote a paper, as editors say in a note on it, with the verb before or behind.
_KIND = r"(?:memorandum|record|note|minute|telegram|despatch|dispatch|letter|paper|report|summary)"
_DRAFTED = re.compile(
    r"(?:Die (?:Gesprächsa|A)ufzeichnung|Das (?:Protokoll|Schreiben)|Die (?:Niederschrift|Vorlage)"
    r"|Der (?:Vermerk|Drahtbericht|Schriftbericht|Runderla(?:ss|ß)|Drahterla(?:ss|ß)))"
    r"[^.;]{0,30}? wurde (?:am [^;]{5,24}? )?von (?P<de>.{3,110}?)"
    r"(?: am \d.{5,24}?)? (?:gefertigt|verfa(?:ss|ß)t|konzipiert|aufgezeichnet|erstellt)\b"
    rf"|\b[Tt]h(?:is|e) {_KIND}(?: of (?:the )?\w+)? was (?:drafted|prepared|written|minuted"
    r"|recorded|made) by (?P<en>(?:[^.;,]|(?<=\b[A-Z])\.|(?<=\bMr)\.){3,60}?)"
    r"(?=[;,]|(?<=\w{2})\.| on \d| and (?!\w+ [A-Z]))"
    r"|\b(?:[Ll]e (?:compte[ -]rendu|procès-verbal)|[Ll]a note|[Cc]e(?:tte)? \w+) a été"
    r" (?:rédigé|établi|préparé)e? par (?:M\. |Mme )?"
    r"(?P<fr>(?:[^.;,]|(?<=\bM)\.){3,60}?)(?=[;,]|(?<=\w{2})\.| le \d)"
    r"|\b(?:Notatkę|Protokół|Szyfrogram|Depeszę) (?:sporządziła?|opracowała?|napisała?) "
    r"(?P<pl>(?:[^.;,]|(?<=\b[A-Z])\.|(?<=\btow)\.){3,60}?)(?=[;,]|(?<=\w{2})\.| dnia| w dniu)"
)
_DRAFTS = ("wurde ", " was ", "a été ", "orządził", "pracował", "napisał")
_BRIEF = 20
_RULE = re.compile(r"^[ \t]*(?:[-_*=\u2014][ \t]?){3,}$", re.MULTILINE)


def notes_from(text: str, lines: Sequence[Line]) -> int:
    r"""Give the line with which notes below a paper begin, the number of lines where none do.

    text: of the page. A first note stands below a rule, or the paper refers to it, or the page's
    markup says that it is one.

    >>> text = "He left for Bern today, as I learn from his own secretary.(1)\n(1) By train."
    >>> notes_from(text, [Line(0, 61, text[:61]), Line(62, 75, text[62:])])
    1
    """
    noted = [at for at, line in enumerate(lines) if line.kind == "note"]
    # The number of a page may stand below.
    if noted and all(one.kind == "note" or len(one.text) < _BRIEF for one in lines[noted[0] :]):
        return noted[0]
    for at in range(len(lines) - 1, max(len(lines) - _MOST, 1) - 1, -1):
        line = lines[at]
        first = _FIRST.match(line.text) if line.text[0] in _OPENS and not line.kind else None
        if first and _is_first(text, lines, at, first[0].rstrip()):
            return at
    return len(lines)


def _is_first(text: str, lines: Sequence[Line], at: int, mark: str) -> bool:
    above = lines[:at]
    long = sum(len(one.text) >= _WRAPPED for one in above)
    if long < _FEW and not any(len(one.text) >= _PROSE // 2 for one in above):
        return False
    if is_head(above[-1].text) and _RULE.search(text, above[-2].end, lines[at].start):
        return True
    if mark.startswith("Source"):
        return any(len(one.text) >= _PROSE for one in above) and bool(source_note(lines[at].text))
    whole = lines[0].start, above[-1].end
    marked = any(text.find(one, *whole) >= 0 for one in _MARKS)
    if marked and _REFERRED.search(text, *whole):
        return True
    ruled = _RULE.search(text, above[-1].end, lines[at].start) is not None
    return ruled and not mark.endswith(".")


def behind_source(lines: Sequence[Line], end: int) -> Iterator[Cell]:
    """Give the notes that follow the one on the source, which ends at a place.

    lines: of the page. Another field or heading, and what is no sentence, follow them.
    """
    for line in (one for one in lines if one.start >= end):
        text = line.text.rstrip(_BACK)
        said = len(text) >= _WRAPPED and text.endswith((".", ")", "\u201d"))
        if not said or line.level or line.kind or label_with_value(line):
            return
        yield Cell(line.text, line.start, line.end, "note below the text")


def is_head(text: str) -> bool:
    """Tell whether a line heads editors' notes: `NOTES`, `Anmerkungen:`.

    >>> is_head("NOTES"), is_head("Notes on the talk")
    (True, False)
    """
    bare = text.strip("*_#:. -\u2013\u2014")
    return bare.casefold().replace("\u2019", "'") in _HEADS and not bare[:1].islower()


def translated_below(text: str, lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the sentences in notes below a paper that say who translated it: `Translation, X`."""
    for line in lines[notes_from(text, lines) :] if "ranslat" in text else ():
        lo = 0
        for hi in (*(one.start() for one in _SENTENCE.finditer(line.text)), len(line.text)):
            said = line.text[lo:hi].strip(". ")
            if "ranslat" in said and is_credit(Line(0, 0, f"{said}.")):
                start = line.start + line.text.index(said, lo)
                yield Cell(said, start, start + len(said), "note on the translation")
            lo = hi


def drafted_below(text: str, lines: Sequence[Line]) -> Iterator[Cell]:
    """Give whom notes below a paper call its writer: `Der Vermerk wurde von MD Dorn gefertigt`."""
    for line in lines[notes_from(text, lines) :]:
        if not any(map(line.text.__contains__, _DRAFTS)):
            continue
        for drafted in _DRAFTED.finditer(line.text):
            by = next(group for group, said in drafted.groupdict().items() if said)
            if name := person_in(without_class(drafted[by])):
                lo, hi = (line.start + drafted.start(by) + place for place in name)
                yield Cell(text[lo:hi], lo, hi, "source note")


def sources(text: str, lines: Sequence[Line]) -> Iterator[tuple[str, Cell]]:
    """Give what notes below a paper say of where it lies and how secret it is: columns, cells."""
    for line in lines[notes_from(text, lines) :]:
        for part in source_note(line.text):
            lo, hi = line.start + part.start, line.start + part.end
            yield part.column, Cell(" ".join(text[lo:hi].split()), lo, hi, "source note")


def shelved_below(lines: Sequence[Line]) -> Iterator[tuple[str, Cell]]:
    """Give the only line near the end of a page that is an archive and a place in it: column, cell.

    lines: of the page. Editions print it below the text, their notes below it.
    """
    found = [line for line in lines[-_NEAR_END:] if is_source_line(line.text)]
    for part in source_note(found[0].text) if len(found) == 1 else ():
        if part.column == "reference":
            lo, hi = found[0].start + part.start, found[0].start + part.end
            said = found[0].text[part.start : part.end]
            yield part.column, Cell(said, lo, hi, "archive and place below the text")
