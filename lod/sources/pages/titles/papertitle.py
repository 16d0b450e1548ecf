"""What to call a paper without a title: its kind and number, who wrote to whom, its subject."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping, Sequence

from lod.lazily import regex
from lod.normalize.dates import parse_date
from lod.sources import Cell
from lod.sources.pages.citations.citedparts import DATE
from lod.sources.pages.papers.bylines import BELOW_JOURNAL

_BARE_KIND = re.compile(
    r"(?:(?:official|outgoing|incoming|secret|top secret|ciphered) )*"
    r"(?:(?:office|internal|file|information|briefing|service) )?"
    r"(?:memorandum|memo|record|minutes?|notes?|report|telegram|letter|cable|transcript|message)"
    r"(?: (?:of|on) (?:an? |the )?(?:conversation|talks?|meeting|discussion)"
    r"| (?:for|to) (?:the )?(?:files?|record))?",
    re.IGNORECASE,
)
# What stands before a number, and the day behind it.
_NO = regex(
    r"(?:\bN[Oo]?\.|\bN[Rr]\.?|\u2116|\b[Nn][\u00b0\u00ba]|\b[Nn][\u00faÚ][Mm]\.|\b[Cc]\.)\s*$"
)
_OF_DAY = regex(rf"\s+(?:vom|of|du|от|del|z dnia|ze dne|din|de)\s+{DATE}")
# The line below a kind of paper that says whose it is: `of the Politburo from July 16, 1968`.
_WHOSE = re.compile(r"\s*\n\s*(of (?:the |a )?[A-Z][^\n.;]{5,120})(?=\n)")
_NEAR, _MOST_SENDERS = 8, 3
_WORDED, _DAY = re.compile(r"[^\W\d_]{3}"), re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_VOWELS = frozenset("AEIOUYÀÂÉÈÊÎÔHaeiouéèh")
# How titles of papers say in a language who wrote to whom.
_TONGUES = {
    "French": {
        "of": "de ", "to": "à ", "letter": "Lettre", "telegram": "Télégramme", "note": "Note",
        "ciphered-telegram": "Télégramme chiffré", "memorandum": "Mémorandum", "report": "Rapport",
        "diplomatic-note": "Note verbale", "dispatch": "Dépêche",
    },
    "German": {
        "of": "von ", "to": "an ", "letter": "Schreiben", "telegram": "Telegramm", "note": "Notiz",
        "ciphered-telegram": "Chiffretelegramm", "memorandum": "Aufzeichnung", "report": "Bericht",
        "diplomatic-note": "Verbalnote",
    },
    "Spanish": {
        "of": "de ", "to": "a ", "letter": "Carta", "telegram": "Telegrama", "note": "Nota",
        "ciphered-telegram": "Telegrama cifrado", "memorandum": "Memorándum", "report": "Informe",
        "diplomatic-note": "Nota verbal", "dispatch": "Despacho",
    },
    "Italian": {
        "of": "di ", "to": "a ", "letter": "Lettera", "telegram": "Telegramma", "note": "Appunto",
        "ciphered-telegram": "Telegramma cifrato", "memorandum": "Promemoria",
        "report": "Rapporto", "diplomatic-note": "Nota verbale", "dispatch": "Dispaccio",
    },
    "Portuguese": {
        "of": "de ", "to": "a ", "letter": "Carta", "telegram": "Telegrama", "note": "Nota",
        "ciphered-telegram": "Telegrama cifrado", "memorandum": "Memorando",
        "report": "Relatório", "diplomatic-note": "Nota verbal",
    },
    "Dutch": {
        "of": "van ", "to": "aan ", "letter": "Brief", "telegram": "Telegram", "note": "Nota",
        "memorandum": "Memorandum", "report": "Verslag",
    },
}  # fmt: skip
Cells = Mapping[str, Sequence[Cell]]


def called(text: str, cells: Cells, found: Cells) -> Cell | None:
    """Make a better title than one of the first words, or of the kind of paper alone.

    Of the kind and number that head it, of those who wrote to each other, else of its subject; None
    where there is nothing for it. text: of the page.
    """
    titles = cells.get("title", ())
    below = [one for one in found.get("author", ()) if one.rule == BELOW_JOURNAL]
    if titles and below:
        return titles[0]._replace(text=f"{titles[0].text} {text[below[0].start : below[0].end]}")
    if titles and titles[0].rule == "supplied":
        paired = all(_first(found, one) for one in ("sender", "recipient")) and not _tongue(found)
        guessed = typed(text, found) if _is_guess(titles[0]) and not paired else None
        if better := guessed or in_tongue(cells, found):
            return better
    return _worded(cells, found)


def _tongue(found: Cells) -> str:
    """Give the language of a paper that is told, "" for an English text or translation."""
    tongue = _first(found, "text_language") or _first(found, "language")
    return "" if tongue.casefold() in ("en", "english") else tongue


def typed(text: str, found: Cells) -> Cell | None:
    """Make a title of the line for the kind of a paper and of its number: `Telegramm Nr. 211`."""
    kinds = [one for one in found.get("form", ()) if one.rule == "line for the kind of paper"]
    if not kinds:
        return None
    line = " ".join(text[kinds[0].start : kinds[0].end].split()).strip("*_ ")
    line = line.capitalize() if line.isupper() else line
    if whose := _WHOSE.match(text, kinds[0].end):
        return Cell(f"{line} {whose[1]}", rule="kind and whose it is")
    numbers = [one for one in found.get("number", ()) if one.start >= 0]
    if not any(map(str.isdigit, line)):
        called = _numbered(text, numbers[0]) if numbers else ""
        line = f"{line} {called}" if called else ""
    return Cell(line, rule="kind and number") if line else None


def _numbered(text: str, number: Cell) -> str:
    """Give the number of a paper with the word before it and the day behind it."""
    before = _NO.search(text, max(number.start - _NEAR, 0), number.start)
    if before is None:
        return ""
    behind = _OF_DAY.match(text, number.end)
    return " ".join(text[before.start() : behind.end() if behind else number.end].split())


def in_tongue(cells: Cells, found: Cells) -> Cell | None:
    """Make a title of those who wrote to each other, in the language of their paper."""
    words = _TONGUES.get(_first(found, "language"))
    kind = _first(found, "type") or _first(found, "form")
    if words is None or kind not in words:
        return None
    sender, recipient = (
        _first(found, one) or _first(cells, one) for one in ("sender", "recipient")
    )
    if not sender and not recipient:
        return None
    of, to = words["of"], words["to"]
    of = "d'" if of == "de " and sender[:1] in _VOWELS and words is _TONGUES["French"] else of
    day = _first(cells, "date") or _first(found, "date_dateline")
    parties = f"{f' {of}{sender}' if sender else ''}{f' {to}{recipient}' if recipient else ''}"
    return Cell(f"[{words[kind]}{parties}{f', {day}' if day else ''}]", rule="supplied")


def _worded(cells: Cells, found: Cells) -> Cell | None:
    """Make a title in English of those who wrote to each other, else of the subject."""
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
    rest = _of_several(rest, [cell.text for cell in found.get("sender", ())])
    addressed = [cell.text for cell in found.get("recipient", ())]
    if addressed and " to the " in rest and addressed[0].casefold() not in rest.casefold():
        rest = f"{rest[: rest.index(' to the ')]}]"  # to whoever holds an office, by name
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


def _of_several(rest: str, senders: Sequence[str]) -> str:
    """Name all who signed a paper: ` from Orlov to ...` -> ` from Orlov and Dorn to ...`."""
    first = f" from {senders[0]}" if senders else ""
    if not 1 < len(senders) <= _MOST_SENDERS or not rest.casefold().startswith(first.casefold()):
        return rest
    return f" from {', '.join(senders[:-1])} and {senders[-1]}{rest[len(first) :]}"


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
