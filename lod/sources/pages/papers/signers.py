"""Who signs a paper though no whole name stands below it: initials, a drafter's line, a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.normalize.namewords import BODIES
from lod.sources import Cell
from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.papers.closings import INITIALS, SURNAME
from lod.sources.pages.papers.paperhead import direct
from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.persons.listednames import is_row_of_names, persons_listed
from lod.sources.pages.persons.namelist import is_name_like
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.letterwords import is_copied
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import CALENDAR, COMMON, OFFICES, RANKS
from lod.sources.pages.words.titleforms import form

_NEAR_END, _LEAST, _SENTENCE, _LONGEST = 12, 4, 45, 80
# Who drafted a paper, in the line for it of American offices: `AF:AFE:JMMacKnight:gl`.
_DRAFTED = re.compile(
    r"[A-Z]{1,6}(?:[/:][A-Z]{1,6})*[:/][A-Z]{0,3}?([A-Z][a-z]{2,}[A-Za-z]*"
    r"|[A-Z][a-z]?[A-Z][a-z]{2,})(?::\w{2,4})?(?:\s+\d.*)?"
)
_INITIALLED = re.compile(r"/?(?:[A-Z]\.?\s?){2,4}/?")
# A post or ministry that signs what it sends: `Embassy in India`, above or below the day.
_BODY = re.compile(
    r"\(?((?:(?:The )?(?:[A-Z][\w-]+ ){0,3})(?:Embassy|Legation|Consulate|Ministry|Mission"
    r"|Delegation"
    r"|Department|Directorate|Committee|Bureau|Secretariat|Residency|Office)"
    r"(?: General| \((?:[A-Z][\w-]+ ?){1,3}\))?"
    r"(?:,? (?:of|in|to|for|at|and|the) (?:(?:the|of|and|for"
    r"|in) )*[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4}){0,3})\)?"
)
# What no name below a text has; but Jan Orlov.
NO_CLOSING = (BODIES | COMMON | OFFICES | RANKS | CALENDAR) - {"jan"}
# Several who sign side by side: `A. Orlov   Yu. Dorn` or `A. Orlov, B. Hora`.
_SIGNER = rf"{INITIALS}\s?{SURNAME}"
_ROW = re.compile(rf"{_SIGNER}(?:(?:\s{{3,}}|\t+|,\s+|\s+(?:and|und|i|и|et)\s+){_SIGNER})+\.?")
_ONE = re.compile(_SIGNER)
# `Signed: Jan Orlov, Eva Dorn`
_SIGNED_BY = re.compile(
    r"[\[(]?(?:[Ss]igned|SIGNED|[Ss]ignatures|gez\.|[Ff]irmado|[Ss]igné|[Pp]odpisano|[Пп]одписали)"
    r"(?: by)?[\])]?\s?:\s+([^:;\d]{6,120}?)[\])]?\.?"
)
_PLAIN = re.compile(rf"\(?({SURNAME}(?:\s+(?:[A-Z]\.\s*)?{SURNAME}){{0,3}})\)?[,.]?")
_LAST = re.compile(r"([A-Z][a-z'\u2019-]{2,20})\.?")
INITIALLED = "initials of the sender"
_CLOSED = (".", "!", "?", ".\u201d", '."')


_FIGURE, _CELL, _CELLS, _FAR = re.compile(r"[\d.,%/ -]*\d[\d.,%/ -]*"), 60, 3, 40


def is_cell(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a cell of a table in a text: others beside it, of them a figure.

    >>> said = ["He gave this:", "Trucks", "200", "Oct. 15", "J. Dorn", "Radar sets", "6", "Dec. 1"]
    >>> said.append("The goods shall be sent by rail, and only if that cannot be, by sea.")
    >>> [is_cell([Line(0, 0, one) for one in said], at) for at in (4, 8)]
    [True, False]
    """
    if at < _CELLS or at + _CELLS >= len(lines):
        return False
    near = [one.text for one in (*lines[at - _CELLS : at], *lines[at + 1 : at + 1 + _CELLS])]
    short = all(len(one) < _CELL and one[-1] not in ",:;" for one in near)
    below = lines[at + _CELLS : at + _FAR]
    goes_on = any(len(one.text) > _CELL and one.text.endswith((".", "!", "?")) for one in below)
    return short and goes_on and any(map(_FIGURE.fullmatch, near))


def wired(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who signs a telegram by surname, though it is a word too: the last line, `Rice`."""
    above, last = lines[-2:] if len(lines) > 1 else (None, None)
    if above is None or last is None or not above.text.endswith((".", "?", "!")):
        return
    name = _LAST.fullmatch(last.text)
    if name and name[1].casefold() not in NO_CLOSING and not form(name[1]):
        yield Told("signatory", *span_of(last, name, 1), "surname below a telegram")


def initialled(text: str, lines: Sequence[Line], told: Sequence[Told]) -> Iterator[Told]:
    """Find whoever sent a paper and signs it with initials, surname or given name: `R.J.B.`."""
    senders = [one for one in told if one.column in ("sender", "author")]
    for line in lines[-_NEAR_END:] if senders else ():
        for one in senders if " " not in line.text and line.text.istitle() else ():
            name = text[one.start : one.end].split()
            if one.column == "sender" and len(name) > 1 and name[-1] == line.text:
                yield Told("signatory", line.start, line.end, "surname of the sender")
        letters = _INITIALLED.fullmatch(line.text)
        for one in senders if letters else ():
            words = text[one.start : one.end]
            words = direct(words, sure=True) or words
            first = "".join(word[0] for word in words.split() if word[0].isupper())
            if first == re.sub(r"\W", "", line.text):
                yield one._replace(column="signatory", rule=INITIALLED)


def side_by_side(line: Line) -> Iterator[Told]:
    """Find those who sign in one row, each with initials.

    >>> row = "A. Orlov   Yu. Dorn, B. Hora"
    >>> [row[one.start : one.end] for one in side_by_side(Line(0, len(row), row))]
    ['A. Orlov', 'Yu. Dorn', 'B. Hora']
    """
    if _ROW.fullmatch(line.text):
        for one in _ONE.finditer(line.text):
            yield Told("signatory", *span_of(line, one, 0), "signatures side by side")
    signed = _SIGNED_BY.fullmatch(line.text) if ":" in line.text else None
    if signed and is_row_of_names(signed[1]):
        for place in persons_listed(signed[1], line.start + signed.start(1)):
            yield Told("signatory", *place, "signatures side by side")


def below_another(
    lines: Sequence[Line], at: int, signed: int, kind: Callable[[str], str]
) -> tuple[int, int] | None:
    """Find a name in capitals right below the signature of another one, in capitals too.

    signed: the line of that signature. kind: what tells what words are known as.
    """
    line, above = lines[at], lines[at - 1]
    plain = _PLAIN.fullmatch(line.text) if signed == at - 1 and line.text.isupper() else None
    if plain is None or not above.text.isupper() or " " not in plain[1]:
        return None
    words = [word.strip("().,").casefold() for word in plain[1].split()]
    named = is_name_like(plain[1]) and NO_CLOSING.isdisjoint(words) and not kind(plain[1])
    return span_of(line, plain, 1) if named and not any(map(is_english, words)) else None


def drafted(text: str, lines: Sequence[Line], told: Sequence[Told]) -> Iterator[Told]:
    """Find who drafted the paper, of those whom it names: `AFE:JMMacKnight:gl`."""
    for line in lines[-_NEAR_END:]:
        match = _DRAFTED.fullmatch(line.text) if ":" in line.text else None
        for one in told if match else ():
            name = text[one.start : one.end].split()
            if match and name and len(name[-1]) > _LEAST and match[1].endswith(name[-1]):
                yield one._replace(column="author", rule="line of the drafter")


def signed_by_body(lines: Sequence[Line], kind: Callable[[str], str]) -> Iterator[Told]:
    """Find the embassy or ministry whose name alone closes a paper, with the day beside it.

    kind: what tells what words are known as.

    >>> said = "We ask you to tell us how to answer him in this."
    >>> texts = (said, "Embassy in India", "May 5, 1959")
    >>> lines = [Line(0, len(one), one) for one in texts]
    >>> [one.column for one in signed_by_body(lines, lambda name: "")]
    ['corporate_signatory']
    """
    prose = [at for at, one in enumerate(lines) if _is_sentence(one.text)]
    for at in range(prose[-1] + 1, len(lines)) if prose else ():
        line = lines[at]
        if is_copied(line.text):
            return
        found = _BODY.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        beside = (*lines[at - 1 : at], *lines[at + 1 : at + 2])
        dated = any(DATE_LINE.fullmatch(one.text.strip("[]().")) for one in beside)
        if found and dated and kind(found[1]) != "place":
            yield Told("corporate_signatory", *span_of(line, found, 1), "body that signs")
            return


def _is_sentence(text: str) -> bool:
    return len(text) >= _SENTENCE and text.endswith(_CLOSED)


def confirm_guess(found: dict[str, list[Cell]]) -> None:
    """Take an editor's guess at a signature for a fact where the paper says who sent it."""
    senders = {one.text.split()[-1].casefold() for one in found.get("sender", ())}
    for guess in found.get("signatory_guess", ()):
        if guess.text.split()[-1].casefold() in senders and not found.get("signatory"):
            found["signatory"] = [guess._replace(rule=f"{guess.rule}, and the sender")]
