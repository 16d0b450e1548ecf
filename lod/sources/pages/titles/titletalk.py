"""Whose talk, letter or report a title calls it, in the forms that `titles` does not know."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

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
    r"\b(?:Gespräche?|Unterredung|Unterhaltung|Treffen|Besprechung|Telefongespräch|Entretiens?"
    r"|Conversation|Rencontre|Colloquio|Conversación|Entrevista|Rozmow[ay]|Rozhovor|Spotkani[ea]|Razgovor"
    r"|[Бб]есед[аыу]|[Вв]стреч[аиу]|[Рр]азговор[а]?)\s"
    r"(?:zwischen|mit|des|der|von|entre|avec|de|du|tra|fra|con|del|między|pomiędzy|z|mezi|s|između"
    r"|между|с|со|тов\.)\s(.{3,200}?)(?=$|[;:\[\"(]|\sam\s\d|\sle\s\d|\svom\s|\sin\s|\sà\s|\sв\s)"
)
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
