"""The numbered copies of a paper, one a line below it: `1 - Cde. Orlov`, `Nr. 3 " St.S. Dorn`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import is_head
from lod.sources.pages.persons.listednames import bodies_in, is_unit, persons_in
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import RANKS

_LONGEST, _FEWEST, _ABOVE, _PROSE = 100, 2, 3, 60
_COUNTED = r"(?:[Nn]o|[Nn]r|[Ee]x|[Ee]kz|[Ee]gz|[Cc]op(?:y|ies)|[Aa]usf|\u2116|[Ээ]кз)"
# Number, how many, what parts it from whom it went to: a dash, `to`, a mark that repeats a word.
_ENTRY = re.compile(
    rf"(?:{_COUNTED}\.? ?(?:[Nn][or]\.? ?|\u2116 ?)?)?(?P<number>\d{{1,3}})"
    r"(?:\s?[-\u2013]\s?\d{1,3})?\.?(?:\s?(?:экз|egz|ex|cop(?:y|ies)|Ausf)\.?)?"
    r"\s*(?:[-\u2013\u2014:)]|[\"\u201d\u201e\u2033]|(?<=\.)|(?<=\d)\s+(?=to|an|для|do|à|a|al|do|na|für|for))"
    r"\s*(?:(?:to|an|für|for|do|dla|pro|à|au|al|alla|para|для|na)\s)?(?:the\s|das\s|den\s|die\s)?"
    r"(?P<whom>(?:\d{1,2}(?:st|nd|rd|th) )?[^\W\d_].*)"
)
_NUMBER = re.compile(r"\d")
# `1 - Orlov, 2 - Dorn, 3 - files`
_IN_ROW = re.compile(r"(?:^|[,;.]\s+)(?:[Nn]o\. ?)?(\d{1,2})\s?[-\u2013\u2014:]\s?(?=\S)")
_ROW = 400
# What stands above such a list.
_COPIES = re.compile(
    r"(?i:\bcop(?:y|ies)\b|\bэкз|копи[йия]|отпеч|отп\.|разосл|рассыл|stück\b|ausfertigung|exemplar"
    r"|verteiler|durchschl|egz\.|rozdzielnik|odbit|výtisk|rozděl|példány|kapják|elosztó|exemplair"
    r"|ampliation|destinatair|ejemplar|esemplar|copi[ae]\b|exempla|distribu|difuz)"
)
# Of a copy that stays with the paper, and of no copy at all.
_FILED = re.compile(
    r"(?i:(?:to |for )?(?:the )?files?|в дело|дело|z\.? ?d\.? ?A\.?|zu den Akten|a/a|ad acta|aktá?"
    r"|spis|archives?|irattár|au dossier|minute|spare|резерв|reserve|addressees?"
    r"|originators?|адресату?|adressat|adresat|destinataire|destinatario)\W*"
)


# What stands above points, not copies.
_AGENDA = re.compile(
    r"(?i:(?:the )?(?:agenda|order of the day|items?|points?|tagesordnung|ordre du jour"
    r"|porządek (?:dzienny|obrad)"
    r"|pořad(?: jednání| schůze)?|program(?:me)?(?: jednání| schůze)?|napirend|ordinea de zi"
    r"|повестка дня"
    r"|дневен ред|dnevni red|orden del día|ordem do dia|ordine del giorno|topics?"
    r"|questions?)\W{0,2})"
)
Entry = tuple[Line, re.Match[str]]


def copies_listed(lines: Sequence[Line]) -> list[Entry]:
    """Give the entries of a list of numbered copies, with their lines.

    It begins with its first number and has two entries at least; a line above it speaks of copies,
    or ranks or the file among its entries show what it is.
    """
    lines = [piece for line in lines for piece in _in_row(line)]
    found, at = list[Entry](), 0
    while at < len(lines):
        run = _run(lines, at) if lines[at].text[-1:] not in "?!" else []
        if len(run) >= _FEWEST and _is_of_copies(lines, at, run):
            found += zip(lines[at : at + len(run)], run, strict=True)
        at += max(len(run), 1)
    return found


def _in_row(line: Line) -> list[Line]:
    """Give the entries of a list that stands on one line, else the line.

    >>> [one.text for one in _in_row(Line(0, 30, "1 - Orlov, 2 - Dorn, 3 - files"))]
    ['1 - Orlov', '2 - Dorn', '3 - files']
    """
    text = line.text
    marks = list(_IN_ROW.finditer(text)) if text[:1] == "1" and len(text) <= _ROW else []
    if [int(one[1]) for one in marks] != list(range(1, len(marks) + 1)) or len(marks) < _FEWEST:
        return [line]
    ends = [*(one.start() for one in marks[1:]), len(text)]
    spans = [(one.start(1), end) for one, end in zip(marks, ends, strict=True)]
    return [Line(line.start + lo, line.start + hi, text[lo:hi].rstrip()) for lo, hi in spans]


def numbered_copies(entries: Sequence[Entry], kind: Callable[[str], str]) -> Iterator[Told]:
    r"""Find those who had the numbered copies; kind: what tells what words are known as.

    >>> text = "5 copies\n1 - Cde. Orlov\n2 - Department of Mines\n3 - to file".split("\n")
    >>> starts = (0, 9, 24, 48)
    >>> lines = [Line(at, at + len(one), one) for at, one in zip(starts, text, strict=True)]
    >>> [one[1:3] for one in numbered_copies(copies_listed(lines), lambda name: "")]
    [(18, 23), (28, 47)]
    """
    for line, entry in entries:
        yield from _had(line, entry, kind)


def _run(lines: Sequence[Line], at: int) -> list[re.Match[str]]:
    """Give the entries that follow each other from a line on, their numbers in order."""
    found, last = list[re.Match[str]](), 0
    while at < len(lines) and len(lines[at].text) <= _LONGEST:
        text = lines[at].text
        entry = _ENTRY.fullmatch(text) if _NUMBER.search(text, 0, 12) else None
        if (
            entry is None
            or not last < int(entry["number"])
            or (not found and not _is_first(lines, at, entry["number"]))
        ):
            return found
        found.append(entry)
        last, at = int(entry["number"]), at + 1
    return found


def _is_first(lines: Sequence[Line], at: int, number: str) -> bool:
    """Tell whether a list of copies begins with a number: the first may be the addressee's."""
    above = lines[max(at - 1, 0) : at]
    second = number == "2" and any(len(one.text) <= _PROSE for one in above)
    return number == "1" or (second and _COPIES.search(above[0].text) is not None)


def _is_of_copies(lines: Sequence[Line], at: int, run: Sequence[re.Match[str]]) -> bool:
    """Tell whether a numbered list is one of copies rather than of points or persons."""
    above = lines[max(at - _ABOVE, 0) : at]
    if any(_AGENDA.fullmatch(one.text) for one in above):
        return False
    if any(len(one.text) <= _LONGEST and _COPIES.search(one.text) for one in above):
        return True
    ranked = sum(_is_ranked(one["whom"]) for one in run)
    filed = any(_FILED.fullmatch(one["whom"]) for one in run)
    prosy = any(len(one["whom"]) > _PROSE for one in run)
    return not prosy and (ranked == len(run) or (filed and ranked > 0))


def _is_ranked(whom: str) -> bool:
    return whom.split(None, 1)[0].strip(".").casefold() in RANKS


def _had(line: Line, entry: re.Match[str], kind: Callable[[str], str]) -> Iterator[Told]:
    """Give the person or body that had one copy."""
    whom, start = entry["whom"], line.start + entry.start("whom")
    if _FILED.fullmatch(whom):
        return
    headed = is_head(whom.split(None, 1)[0]) and "(" not in whom
    found = [] if headed else list(persons_in(whom, start, whole=True))
    named = [whom[lo - start : hi - start] for lo, hi in found]
    found = [
        span
        for span, name in zip(found, named, strict=True)
        if not is_unit(name) and kind(name) != "place"
    ]
    for span in (*found, *bodies_in(whom, start, found)):
        yield Told("copy_recipient", *span, "numbered copy")
