"""What the head of a paper tells once its names are known: who issues it, and what to call it."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lod.lazily import regex
from lod.normalize.dates import parse_date
from lod.normalize.names import kind_of, parse_name
from lod.sources import Cell
from lod.sources.citation import DATE
from lod.sources.pageline import Line
from lod.sources.papermarks import Told
from lod.sources.persons import Seen
from lod.sources.textwords import FAMILY_FIRST

_TOP, _LONGEST = 9, 90
# Bodies that have paper of their own; committees, to whom papers are put, stand above them too.
_ISSUERS = re.compile(
    r"\b(?:ministry|department|agency|embassy|legation|consulate|bureau|office|headquarters"
    r"|commission|institute|administration|minist[èe]re|ministerium|botschaft|gesandtschaft|amt"
    r"|ambassade|white house|foreign service)\b",
    re.IGNORECASE,
)
# What is the issuer where no agency is named that it is part of.
_UNITS = re.compile(r"\b(?:directorate|directorate-general|secretariat)\b", re.IGNORECASE)
# Above a text: the embassy it is from, the place and day.
_LETTERHEAD = re.compile(
    r"(?:[A-Z][\w.'\u2019-]* )*(?:Embassy|Legation|Ministry|Department|Consulate|Mission)"
    r"(?: (?:of|in|to|for|at) (?:(?:the|of|and) |[A-Z][\w.'\u2019-]*[ ,]*)+)?"
)
_SMALL = re.compile(r"\b(?:Of|In|To|For|At|The|And)\b")
_DATED = regex(rf"[A-Z][\w'\u2019 -]{{2,30}},? (?:the )?{DATE}\.?")
_ADDRESSED = re.compile(r"(?:to|for|an|à|copy|copies|cc)\b", re.IGNORECASE)
_BARE_KIND = re.compile(
    r"(?:(?:official|outgoing|incoming|secret|top secret|ciphered) )*"
    r"(?:memorandum|memo|record|minutes?|notes?|report|telegram|letter|cable|transcript|message)"
    r"(?: (?:of|on) (?:an? |the )?(?:conversation|talks?|meeting|discussion))?",
    re.IGNORECASE,
)
_WORDED, _DAY = re.compile(r"[^\W\d_]{3}"), re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MOST_WORDS, _FEW = 4, 2
Cells = Mapping[str, Sequence[Cell]]


def is_letterhead(text: str) -> bool:
    """Tell whether a line above a text has nothing but names of posts, or a place and a day."""
    spelled = _SMALL.sub(lambda one: one[0].lower(), text.title()) if text.isupper() else text
    return len(text) <= _LONGEST and (
        _LETTERHEAD.fullmatch(spelled) is not None or _DATED.fullmatch(text) is not None
    )


def issuer(lines: Sequence[Line], bodies: Iterable[Seen], told: Iterable[Told]) -> Iterator[Told]:
    """Find the body whose name alone stands at the top of a paper: its letterhead.

    lines: of the text. told: what else its form tells; what is addressed to a body is not by it.
    """
    taken = [one for one in told if one.column in ("recipient", "copy_recipient", "sender")]
    alone = [
        (line, one)
        for line, one in _alone(lines, bodies)
        if not any(two.start < one.end and one.start < two.end for two in taken)
    ]
    for issuers in (_ISSUERS, _UNITS):
        for line, one in alone:
            if issuers.search(line.text):
                yield Told("corporate_author", one.start, one.end, "letterhead")
                return
    for line in lines[:_TOP]:  # DIRECTORATE MILITARY INTELLIGENCE
        if len(line.text) > _LONGEST or not line.text.isupper() or line.text.count(" ") < _FEW:
            continue
        free = not any(two.start < line.end and line.start < two.end for two in told)
        if (
            free
            and (_ISSUERS.match(line.text) or _UNITS.match(line.text))
            and not any(map(str.isdigit, line.text))
        ):
            yield Told("corporate_author", line.start, line.end, "letterhead")
            return


def _alone(lines: Sequence[Line], bodies: Iterable[Seen]) -> Iterator[tuple[Line, Seen]]:
    """Find the bodies that are a whole line at the top of a paper, not addressed."""
    for at, line in enumerate(lines[:_TOP]):
        above = lines[at - 1].text if at else ""
        if len(line.text) > 2 * _LONGEST:
            return
        if len(line.text) > _LONGEST or _ADDRESSED.match(above) or _ADDRESSED.match(line.text):
            continue
        for one in bodies:
            whole = one.start - line.start <= len("the ") and line.end - one.end <= len("...")
            if whole and line.start <= one.start:
                yield line, one


def issuers(cells: Cells) -> list[Cell]:
    """Give the agencies whom a label calls creators, where it names nobody else.

    >>> [one.text for one in issuers({"creator": [Cell("War Department")]})]
    ['War Department']
    """
    labelled = list(cells.get("creator", ()))
    return labelled if all(kind_of(cell.text) == "group" for cell in labelled) else []


def labelled_names(cells: Cells) -> list[str]:
    """Give the persons whom labels name, in the order in which texts write names.

    >>> labelled_names({"creator": [Cell("Kirkbride, George (1892-1961)"), Cell("Foreign Office")]})
    ['George Kirkbride']
    """
    found = list[str]()
    for column in ("creator", "sender", "recipient", "people"):
        for cell in cells.get(column, ()):
            if name := direct(cell.text, sure=column != "people"):
                found.append(name)
    return found


def direct(text: str, *, sure: bool = False) -> str:
    """Write a catalogued name as texts do; "" for what is, or may be, no person's.

    sure: also one that stands in the order of texts.

    >>> direct("De Gaulle, Charles"), direct("Eva Dorn"), direct("Foreign Office")
    ('Charles De Gaulle', '', '')
    """
    if len(text) > _LONGEST or kind_of(text) == "group":
        return ""
    name = parse_name(text)
    words = f"{name.given} {name.family}".split()
    if name.inverted and name.family.casefold() in FAMILY_FIRST:
        words = f"{name.family} {name.given}".split()
    plain = all(word[:1].isupper() for word in words) and 1 < len(words) <= _MOST_WORDS
    return " ".join(words) if plain and (sure or name.inverted) else ""


def called(cells: Cells, found: Cells) -> Cell | None:
    """Make a better title than one of the first words, or of the kind of paper alone.

    Of those who wrote to each other, else of its subject; None where there is nothing for it.
    """
    kind = _first(found, "type") or _first(found, "form")
    titles = cells.get("title", ())
    made = titles and titles[0].rule == "supplied" and not titles[0].text.endswith(" ...]")
    if made and titles[0].text.startswith("[Letter "):
        text = _completed(kind, titles[0].text, cells, found)
        return Cell(text, rule="supplied") if text != titles[0].text else None
    if not titles or not (_is_guess(titles[0]) or _BARE_KIND.fullmatch(titles[0].text)):
        return None
    own = "" if _is_guess(titles[0]) else titles[0].text
    sender, recipient = (
        _first(found, one) or _first(cells, one) for one in ("sender", "recipient")
    )
    about = [one.text for one in cells.get("subjects", ()) if " " in one.text]
    word = own or kind.replace("-", " ").capitalize()
    if about[:1] == about and about and word:
        text = f"[{word}: {about[0]}]"
    elif word and (sender or recipient) and _is_guess(titles[0]):
        date = _first(cells, "date") or _first(found, "date_dateline")
        parties = f"{f' from {sender}' if sender else ''}{f' to {recipient}' if recipient else ''}"
        text = f"[{word}{parties}{f', {in_words(date) or date}' if date else ''}]"
    else:
        return None
    return Cell(text, rule="supplied")


def _completed(kind: str, title: str, cells: Cells, found: Cells) -> str:
    """Complete a title that was made of address and signature: kind, both sides, the day."""
    word = kind.replace("-", " ").capitalize() or "Letter"
    rest, sender = title[len("[Letter") :], _first(found, "sender")
    if sender and not rest.startswith(" from "):
        rest = f" from {sender}{rest}"
    addressed = [cell.text for cell in found.get("recipient", ())]
    if addressed and " to " not in rest.partition(",")[0]:
        parties, comma, day = rest.removesuffix("]").partition(", ")
        rest = f"{parties} to {addressed[0]}{comma}{day}]"
    if len(addressed) > 1 and " to " in rest:
        last = f"{', '.join(addressed[:-1])} and {addressed[-1]}"
        date = _first(cells, "date")
        rest = f"{rest[: rest.index(' to ')]} to {last}{f', {date}' if date else ''}]"
    parties, comma, day = rest.rpartition(", ")
    if comma and (said := in_words(day.removesuffix("]"))):
        rest = f"{parties}, {said}]"
    return f"[{word}{rest}"


def in_words(day: str) -> str:
    """Write a day that a paper has in numbers as a title has it, "" for one in words.

    >>> in_words("12.V.50"), in_words("May 5, 1951")
    ('12 May 1950', '')
    """
    span = None if _WORDED.search(day) else parse_date(day)
    whole = _DAY.fullmatch(span.edtf) if span else None
    return f"{int(whole[3])} {month_name[int(whole[2])]} {whole[1]}" if whole else ""


def _is_guess(title: Cell) -> bool:
    """Tell whether a title was made of the first words of a text."""
    return title.rule == "supplied" and title.text.endswith(" ...]")


def _first(cells: Cells, column: str) -> str:
    return next((cell.text for cell in cells.get(column, ())), "")
