"""Whose talk, letter or report a title calls it, in the forms that `titles` does not know."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lod.sources import Cell
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.titleforms import form

_NAME = (
    r"[^\W\d_a-z][\w.'\u2019-]*"
    r"(?:\s(?:(?:de|von|van|der|al|el|bin)\s)?[^\W\d_a-z][\w.'\u2019-]*){0,6}"
)
_KIND = (
    r"(?:[Ll]etter|[Tt]elegram|[Cc]able|[Mm]essage|[Nn]ote|[Mm]emorandum|[Rr]eport|[Rr]eply|[Aa]ppeal"
    r"|[Rr]equest|[Pp]etition|[Dd][ei]spatch|[Rr]esponse|[Aa]nswer|[Ii]nformation|[Pp]roposal)s?"
)
_MADE = (
    r"(?:[Rr]eport|[Ss]peech|[Aa]ddress|[Rr]emarks|[Ss]tatement|[Dd]iary|[Jj]ournal|[Nn]otes?"
    r"|[Mm]emoirs?|[Mm]emorandum|[Ll]etter|[Tt]elegram|[Cc]able|[Aa]rticle|[Pp]roposals?|[Tt]estimony"
    r"|[Dd]eclaration|[Ii]nformation|[Nn]otebooks?|[Mm]essage|[Tt]oast|[Ll]ecture|[Cc]omments?)"
)
_TALK = (
    r"(?:[Cc]onversations?|[Mm]eetings?|[Tt]alks?|[Dd]iscussions?|[Ii]nterviews?|[Nn]egotiations?"
    r"|[Cc]onsultations?|[Mm]em[Cc]on|[Ee]xchange|[Cc]all|[Tt]elcon|[Dd]ialogue)"
)
_END = (
    r"(?=\s*(?:$|[,;:(\[\"\u201c\u201d]|\s(?:on|about|regarding|concerning|in|at|re|dated|of\s\d"
    r"|from\s\d|via|through|\d)))"
)
# `Jan Vesely, Letter to Eva Dorn`, `Vesely's Letter to Dorn`
_OWN_LETTER = re.compile(
    rf"^({_NAME}?)(?:['\u2019]s?|,(?! (?:Minister|Ambassador|Secretary)))\s"
    rf"(?:[A-Z]?[a-z]+\s){{0,2}}{_KIND}\s[Tt]o\s(?:the\s)?(.{{2,70}}?){_END}"
)
# `Letter to Eva Dorn by Jan Vesely`, `Memorandum for Eva Dorn from Jan Vesely`
_TO_BY = re.compile(
    rf"\b{_KIND},?\s(?:(?i:addressed|sent|written|submitted|presented|delivered|handed)\s)?(?:[Tt]o|[Ff]or)"
    rf"\s(?:the\s)?([A-Z].{{1,70}}?),?\s(?:[Bb]y|[Ff]rom)\s(?:the\s)?([A-Z].{{1,70}}?){_END}"
)
# `Aide-Memoire on Copper, Handed to Eva Dorn`
_HANDED = re.compile(
    r"\b(?:[Hh]anded|[Dd]elivered|[Pp]resented|[Gg]iven|[Aa]ddressed|[Ss]ubmitted|[Tt]ransmitted)"
    rf"(?: over)?\sto\s(?:the\s)?((?:[A-Z][\w.'\u2019-]*\s?){{1,7}}?){_END}"
)
# `Note from Jan Vesely for Eva Dorn`
_FROM_FOR = re.compile(
    rf"\b{_KIND}\s(?:[Ff]rom|[Bb]y)\s(?:the\s)?([A-Z].{{1,70}}?)\s[Ff]or\s(?:the\s)?([A-Z].{{1,70}}?){_END}"
)
# `Jan Vesely's Report on ...`, `Jan Vesely, Report on ...`
_OWNED = re.compile(
    rf"^({_NAME}?)(?:['\u2019]s?|,)\s(?:[A-Z]?[a-z]+\s){{0,2}}{_MADE}(?=$|[:,]|\s(?:on|of|at|to|in|about|from"
    r"|regarding|before|during|concerning)\b)"
)
# `Rede von Jan Vesely`, `Aufzeichnung des Botschafters Vesely`
_FOREIGN = re.compile(
    r"^(?:\w+\s){0,2}?(?:Rede|Ansprache|Bericht|Aufzeichnung|Vermerk|Erklärung|Notiz|Tagebuch|Memorandum"
    r"|Vortrag|Discours|Rapport|Note|Compte rendu|Déclaration|Mémoire|Discurso|Informe|Discorso"
    r"|Relazione|Przemówienie|Sprawozdanie|Notatka|Referat)\s(?:von|vom|des|der|de|du|del|di|d['\u2019])\s?"
    r"(.{3,80}?)(?=$|[,;:(]|\s(?:vom|über|zu[rm]?|vor|betreffend|in|sur|sobre|su|am|auf|an|mit|devant"
    r"|\d)(?:\s|$))"
)
# `Memorandum of Conversation, X and Y`, `Memcon: X - Y`, `X's Conversation with Y`
_TALKED = re.compile(
    rf"\b{_TALK}(?:,\s|:\s|\s[-\u2013\u2014]\s)(?=[A-Z])(.{{3,200}}?)(?=$|[;\[\"]|\.\s|\s(?:on|at|in)\s\d)"
)
_POSSESSED = re.compile(
    rf"^({_NAME}?)['\u2019]s?\s(?:[A-Z]?[a-z]+\s){{0,2}}{_TALK}\s(?:[Ww]ith|[Bb]etween)\s(.{{2,120}}?)"
    r"(?=$|[;:(\[\"]|,\s\d|\s(?:on|at|about|regarding)\s)"
)
_TALKED_ABROAD = re.compile(
    r"\b(?:Gespräche?s?|Unterredung|Unterhaltung|Treffens?|Besprechung|Telefongespräche?s?"
    r"|[Ee]ntretiens?|[Cc]onversation|[Rr]encontre|[Cc]olloquio|[Cc]onversación|[Ee]ntrevista"
    r"|[Aa]udience|Rozmow[ay]|Rozhovor|Spotkani[ea]|Razgovor"
    r"|[Бб]есед[аыу]|[Вв]стреч[аиу]|[Рр]азговор[а]?)\s"
    r"(?:zwischen|mit|des|der|von|entre|avec|de|du|tra|fra|con|del|między|pomiędzy|z|mezi|s|između"
    r"|между|с|со|тов\.)\s(.{3,200}?)(?=$|[;:\[\"(]|\sam\s\d|\sle\s\d|\svom\s|\sin\s|\sà\s|\sв\s)"
)
# What stands above whose talk it was: `RECORD` / `of the conversation of Orlov with Vesely`.
_HEADS = frozenset(
    ("record", "note", "notes", "summary", "memorandum", "minutes", "transcript", "protocol",
     "stenographic record", "verbatim record", "short record", "summary record", "information",
     "vermerk", "niederschrift", "notiz", "aufzeichnung", "aktenvermerk", "gesprächsvermerk",
     "compte rendu", "compte-rendu", "note", "procès-verbal", "nota", "minuta", "acta", "appunto",
     "verbale", "memorándum")
)  # fmt: skip
_OF_TALK = re.compile(
    r"(?:of|on|with|between|about|from|concerning|regarding|and|über|zwischen|mit|des|der|entre|avec"
    r"|de|du|con|sobre|tra|fra|del|della|sull?a?|su)\s"
)
_TALKING = re.compile(
    rf"\b{_TALK}\b|[Gg]espräch|[Uu]nterredung|[Ee]ntretien|[Cc]olloquio|[Ee]ntrevista"
)
_TOP, _LONGEST, _MOST = 16, 400, 2
_NO_COMMA = re.compile(r"\d|\b(?:No|Nr)\.")


def wrote(title: str) -> Iterator[tuple[str, int, int]]:
    """Find who wrote to whom: `Vesely's Letter to Dorn`, `Memorandum for Dorn from Vesely`.

    >>> title = "Letter to Eva Dorn by Jan Vesely"
    >>> [(one, title[lo:hi]) for one, lo, hi in wrote(title)]
    [('sender', 'Jan Vesely'), ('recipient', 'Eva Dorn')]
    """
    for pattern, sender, recipient in ((_TO_BY, 2, 1), (_FROM_FOR, 1, 2), (_OWN_LETTER, 1, 2)):
        if found := pattern.search(title):
            yield "sender", *found.span(sender)
            yield "recipient", *found.span(recipient)
            return
    if (found := _HANDED.search(title)) and " by " not in title:
        yield "recipient", *found.span(1)


def owned(title: str) -> tuple[int, int] | None:
    """Find whose report, speech or such it is: `Jan Vesely's Report`, `Rede von Jan Vesely`.

    >>> owned("Jan Vesely, Report on the Works"), owned("Report on the Works")
    ((0, 10), None)
    """
    found = _OWNED.match(title) or _FOREIGN.match(title)
    return found.span(1) if found and not _NO_COMMA.search(found[1]) else None


def talked(title: str) -> Iterator[tuple[int, int]]:
    """Find the stretches that name who talked: behind a comma, in other languages, before `'s`.

    >>> title = "Memorandum of Conversation, Jan Vesely and Eva Dorn"
    >>> [title[slice(*one)] for one in talked(title)]
    ['Jan Vesely and Eva Dorn']
    """
    if found := _POSSESSED.match(title):
        yield found.span(1)
        yield found.span(2)
    elif found := _TALKED.search(title) or _TALKED_ABROAD.search(title):
        yield found.span(1)


def talk_heads(text: str, lines: Sequence[Line]) -> tuple[str, list[Cell]]:
    """Give where the head of a text says over several lines whose talk it is the record of.

    The text comes back with the first of them in small letters. lines: of the text.

    >>> said = ("RECORD", "of the conversation of Jan Vesely with Eva Dorn")
    >>> lines = [Line(0, 6, said[0]), Line(7, 54, said[1])]
    >>> talk_heads(" ".join(said), lines)[1][0].text
    'Record of the conversation of Jan Vesely with Eva Dorn'
    """
    for at, (line, below) in enumerate(pairwise(lines[: _TOP + 1])):
        if not _goes_on(below.text):
            continue
        words = line.text.casefold().strip(" .:")
        own = words in _HEADS or (line.text[:1].isupper() and _is_record(line.text))
        last = at
        while own and last < min(at + _MOST, len(lines) - 1) and _goes_on(lines[last + 1].text):
            last += 1
        said = text[line.start : lines[last].end]
        if last == at or not _TALKING.search(said.casefold()):
            continue
        plain = line.text.capitalize() if line.text.isupper() else line.text
        if len(plain) == line.end - line.start:  # not where letters were set apart
            text = f"{text[: line.start]}{plain}{text[line.end :]}"
            said = text[line.start : lines[last].end]
        return text, [Cell(said, line.start, lines[last].end, "head of the record of a talk")]
    return text, []


def _is_record(text: str) -> bool:
    return (
        len(text) <= _LONGEST and form(text) == "record-of-conversation" and text[-1] not in ".!?"
    )


def _goes_on(text: str) -> bool:
    return len(text) <= _LONGEST and _OF_TALK.match(text) is not None
