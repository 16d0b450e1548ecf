"""What a title tells of who wrote to whom and who spoke with whom, by its wording."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lod.normalize.namewords import BODIES
from lod.sources.pages.persons.inflectednames import INFLECTED, WRITTEN
from lod.sources.pages.titles.pairedtitle import leads_on, writer_and_reader
from lod.sources.pages.titles.titletalk import owned, talked, wrote
from lod.sources.pages.words.textwords import COMMON, OFFICES
from lod.sources.pages.words.titleforms import form

_SENT = (
    r"(?i:[Tt]elegram|[Cc]able|[Ll]etter|[Mm]essage|[Nn]ote|[Mm]emorandum|[Mm]emo|[Dd][ei]spatch"
    r"|[Rr]eport|[Dd]irective|[Ii]nstructions?|[Ii]nformation|[Cc]iphergram|[Tt]elex|[Rr]equest"
    r"|[Aa]ppeal|[Rr]eply|[Cc]ommunication|airgram|circular|aide-m[eé]moire|note verbale|radiogram"
    r"|petition|proposal|telegraph|statement|draft|paper|minute|response|submission|briefing"
    r"|dispatche|notification|telephone message|postcard|e-?mail|invitation|appeal|protest)s?"
)
_WRITTEN = (
    r"(?:[Jj]ournal|[Dd]iary|[Rr]eport|[Mm]emorandum|[Mm]emo|[Ss]peech|[Ss]tatement|[Ll]etter"
    r"|[Tt]elegram|[Nn]otes?|[Dd][ei]spatch|[Rr]emarks|[Aa]ddress|[Ii]nformation|[Cc]able|[Cc]ircular"
    r"|[Aa]irgram|[Pp]roposals?|[Dd]eclaration|[Tt]estimony|[Aa]ffidavit|[Dd]eposition|[Aa]ppeal"
    r"|[Pp]roclamation|[Mm]essage|[Aa]rticle|[Ee]ssay|[Pp]aper|[Aa]ide-[Mm][eé]moire|[Pp]etition"
    r"|[Mm]emoirs?)"
)
_TALK = (
    r"(?:[Cc]onversations?|[Mm]eetings?|[Tt]alks?|[Dd]iscussions?|[Ii]nterviews?|[Nn]egotiations?"
    r"|[Cc]onsultations?|[Aa]udiences?)"
)
_END = (
    r"(?=\s*(?:$|[,;:(\[\"\u201d]|\s(?:(?i:on|regarding|about|concerning|for|with|in|at|re|dated"
    r"|during|following|containing|requesting|via|through)\b|of \d|from \d|\d)))"
)
_PHRASES = (
    (
        "from to",
        re.compile(
            rf"\b{_SENT}\b[^;]*?\s[Ff]rom\s+((?:(?!, ['\"\u2018\u201c]).){{1,80}}?)"
            rf"\s+[Tt]o\s+(.{{1,80}}?){_END}"
        ),
    ),
    (
        "x to y",
        re.compile(
            rf"\b{_SENT}(?:\s(?i:nos?|nr)\.?\s?[\w/-]*\d[\w/-]*)?+[,:]?\s+(?:of\s+|by\s+)?(?!from|From|on\b|On\b|[Aa]bout\b|[Rr]egarding\b|[Cc]oncerning\b)([^,;]{{2,60}}?)\s+[Tt]o\s+(.{{2,60}}?){_END}"
        ),
    ),
    # `Report No. 31 of the Minister in Bern, J. Orlov, to the Head of the Department, E. Dorn`
    (
        "office, name to office, name",
        re.compile(
            rf"\b{_SENT}(?:\s(?:No\.?|Nr\.?|\u2116)\s?\S+)?,?\s(?:[Oo]f|[Bb]y|[Ff]rom)\s(?:[Tt]he\s)?"
            r"([A-Z][^,;]{2,80}, (?:[A-Z][\w.'\u2019-]*\s?){1,4}),?\s[Tt]o\s(?:[Tt]he\s)?"
            r"([A-Z][^,;]{2,80}(?:, (?:[A-Z][\w.'\u2019-]*\s?){1,4})?)(?=$|[;(\[]|\s\d|,\s\d)"
        ),
    ),
    (
        "to from",
        re.compile(rf"\b{_SENT}\s+[Tt]o\s+(.{{2,60}}?)\s+[Ff]rom\s+([A-Z].{{2,60}}?){_END}"),
    ),
    ("from", re.compile(rf"\b{_SENT}\s+from\s+(.{{2,80}}?){_END}")),
    ("to", re.compile(rf"\b{_SENT}\s+to\s+(.{{2,80}}?){_END}")),
)
_AUTHORED = re.compile(
    rf"\b{_WRITTEN}\s+(?:of|by|from)\s+(?!{_TALK}|{_WRITTEN}|the {_TALK})(.{{2,90}}?)"
    r"(?=,?\s(?:for|on|at|about|before|during|regarding|concerning|dated|with|of \d|from \d)\s"
    r"|[;:(\[]|$"
    # `Speech by A. Orlov at the Third Plenum of ...`
    r"|,?\s(?:at|before|during|to)\s(?:the|an?)\s[^,;:]{0,60}?\b(?i:plen(?:um|ary)|congress|session"
    r"|meeting|conference|reception|dinner|banquet|rally|sitting|summit|ceremony|opening|closing"
    r"|funeral|luncheon|assembly|anniversary|celebrations?|club|students|university)\b"
    # `Statement of A. Orlov, Chairman of the Board, ...`
    r"|, (?:[A-Z]\w+ ){0,2}(?:Chairman|President|Secretary|Director|Minister|Ambassador|Member|Head"
    r"|Chief|Editor|Governor|Leader)\b)"
)
# What a paper is on is another one: the Resolution on the Appeal of X.
_IS_ON = re.compile(
    r"\w\s(?:on|about|concerning|regarding|in (?:reply|response|answer) to)\s(?:the |an? )?$"
)
# `Discurso pronunciado por el señor Jaime Torres Bodet en la apertura`
_SPOKEN_BY = re.compile(
    r"(?i:Discurso|Palabras|Informe|Discours|Allocution|Rapport|Exposé|Discorso|Relazione|Intervento"
    r"|Rede|Ansprache|Vortrag|Bericht|Przemówienie|Referat|Projev|Речь|Доклад|Выступление)\b"
    r"[^,;:]{0,30}?\s(?i:(?:pronunciad[oa]s?|presentad[oa]|leíd[oa]|rendido|dichas) por"
    r"|(?:prononcée?|présentée?)"
    r" par|(?:pronunciato|tenuto|presentato) da|gehalten von|erstattet von|wygłoszon[ea] przez)\s"
    r"(?i:(?:el|la|le|il|lo|dem?r?)\s)?(?i:(?:señora?|sr\.?|sra\.?|doctor|dr\.?|M\.|Mme|monsieur"
    r"|signor|onorevole|on\.|Herrn?|Frau|tow\.|general|licenciado|presidente"
    r"|comandante(?: en jefe)?"
    r"|compañer[oa]|camarada|camarade|compagno|genossen?|primer (?:ministro|secretario)|ministro"
    r"|ministre|embajador|canciller|capitán|coronel|don|towarzysza?)\s)*"
    r"((?:[^\W\d_a-zа-я][\w.'\u2019-]*\s?(?:de\s|von\s|y\s)?){1,5}?)"
    r"(?=\s?(?:$|[,;:(]|\b(?i:en|à|au|ante|durante|con|lors|devant|in|im|am|auf|vor|bei|a|al|alla|na"
    r"|w|dinanzi|nel)\s))"
)
# `Working Paper, Prepared by the Ministry of X`, `Aide-Memoire Handed to the Embassy by Y`.
_DONE_BY = re.compile(
    r"\b(?:[Pp]repared|[Ww]ritten|[Ss]ubmitted|[Ii]ssued|[Dd]rafted|[Dd]elivered"
    r"|[Hh]anded(?: over)?|[Pp]resented|[Cc]ompiled|[Ss]ent|[Aa]dopted|[Cc]omposed|[Aa]ddressed)"
    r"(?: to (?:the )?(.{3,80}?))?,? by (?:the )?(.{3,90}?)"
    r"(?=,?\s(?:for|to|on|in|at|about|regarding|concerning|dated|with|of \d|from \d)\s|[,;:(\[]|$)"
)
_TALKED = re.compile(
    rf"\b{_TALK}(?:\s\w+){{0,3}}?\s+(?:[Bb]etween|of|[Ww]ith|[Aa]mong)\s+(.{{3,200}}?)(?=$|[;\[\"]|(?<=\w{{3}})\.(?:\s|$))"
)
# The form of published diplomatic papers: the Ambassador in X (Name) to the Secretary (Name).
_BRACKETED = re.compile(
    rf"\b{_SENT}\s[Ff]rom\b[^;()]*(?:\(([^()]{{2,40}})\))?[^;()]*?\s[Tt]o\b([^;()]*)\(([^()]{{2,40}})\)"
)
# Who holds an office, in brackets behind it: `The Ambassador in India (Henderson) to the ...`.
_HOLDER = re.compile(
    r"^(?!.*\b(?:Sir|Lord|Mr\.?|Dr\.?|Count|Baron|Viscount) [A-Z][^()]*\()"  # his place is in them
    r"(?:The\s)?[A-Z][^;()]{3,80}\s\((?!(?i:excerpts?|extracts?|abridged|draft|fragment|copy|part"
    r"|summary|translation|original|annex|appendix)\b)([^()]{2,40})\)(?:\sto\s(?:the\s)?([A-Z][^;()]{2,80}?)(?:\s\(([^()]{2,40})\))?)?$"
)
_NAMED = r"[A-Z][\w.'\u2019-]+(?:\s(?:(?:de|von|van|der|al|el|bin)\s)?[A-Z][\w.'\u2019-]*){0,3}"
_NAME = re.compile(_NAMED)
_NO_NAME = OFFICES | BODIES | COMMON
# A catalogue's short title: `Fridtjof Nansen to Philip Baker about the agreement`.
_SHORT_PAIR = re.compile(
    rf"^({_NAMED})\s+to\s({_NAMED})(?=\s*(?:$|,)|\s(?:on|about|regarding|concerning|re|with|in)\s|\s\d)"
)
# The same in the order of catalogues: `Kennan, George F. to Acheson, Dean, 1950`.
_GIVEN = r",(?: [A-Z][\w.'\u2019-]*){1,3}"
_INVERTED_PAIR = re.compile(
    rf"([A-Z][\w'\u2019-]+)({_GIVEN}) to ([A-Z][\w'\u2019-]+)({_GIVEN})(?=$|[,;]|\s\d|\s[a-z])"
)
# `Kennan, George F., to Dean Acheson`
_INVERTED_FIRST = re.compile(
    rf"([A-Z][\w'\u2019-]+)({_GIVEN},?) to (?:{_NAMED})(?=$|[,;]|\s\d|\s[a-z])"
)
# Who wrote to whom, in other languages.
_FOREIGN = re.compile(
    r"^(?:(?:Schreiben|Brief|Telegramm|Bericht|Fernschreiben|Vermerk|Mitteilung|Note|Vorlage)\s"
    r"(?:von|des|der)\s(.{3,70}?)\san\s(?:den\s|die\s|das\s)?"
    r"|(?:Lettre|Télégramme|Note|Dépêche|Rapport|Message)\s(?:de\s|du\s|d['\u2019])"
    r"(.{3,70}?)\s(?:à|au)\s"
    r"|(?:Carta|Telegrama|Nota|Informe|Lettera|Telegramma|Rapporto)\s(?:de|del|di)\s(.{3,70}?)\sa[l]?\s)"
    r"(.{3,70}?)(?=$|[,;:(]|\s(?:vom|über|wegen|zu[rm]?|betreffend|in|mit|du|sur|concernant"
    r"|en date|sobre|su|circa|del|de(?! [A-Z])|relativ\w+)\s|\s\d)"
)
# The kind of a paper before who wrote it to whom: `Télégramme du chargé d'affaires à X, Y, au Z`.
_OF_KIND = re.compile(
    r"^(?:Lettre|Télégramme|Note|Dépêche|Rapport|Message|Carta|Telegrama|Nota|Informe|Despacho"
    r"|Lettera|Telegramma|Rapporto)(?: [Nn](?:[o.\u00b0\u00ba]|\u00fam\.) ?\d\S*)?"
    r" (?:du |de l['\u2019]|de la |del |della |dell['\u2019]|do |da )(?=\w)"
)
# `Interview with A. Orlov by Eva Dorn on ...`
# What is written before a talk, in which nobody has taken part yet.
_BEFORE_TALKS = frozenset(("briefing", "agenda", "directive"))
_INTERVIEWS = frozenset(("interview", "oral-history"))
_INTERVIEW = re.compile(
    r"\b[Ii]nterview\s(?:with|of)\s(?:the\s)?(.{2,90}?)"
    r"(?:,?\s(?:conducted\s|interviewed\s)?by\s(.{2,80}?))?"
    r"(?=,?\s(?:for|on|about|at|in|regarding|concerning|dated|during|\d)\b|[;:(\[\"\u201d]|,\s\d|$)"
)
# Whose talk with whom: `President Reagan's Meeting with Prime Minister Thatcher`.
_POSSESSED = re.compile(
    rf"(?:^|[:.\s\[])((?:[A-Z][\w.-]*\s){{0,4}}[A-Z][\w.-]*)['\u2019]s?\]?\s(?:[A-Z]\w+\s)?{_TALK}\s(?:with|between)"
)
_OWN = re.compile(
    r"^(.{2,120}?)\s+(?:[Dd]ecision|[Rr]esolution|[Dd]ecree|[Rr]eport|[Dd]irective|[Oo]rder"
    r"|[Cc]ommuniqu[eé]|[Ss]tatement)\b"
)


# `Asian Affairs Bureau [Ministry of Foreign Affairs, Japan], 'The Problem of ...'`
_HEADED = re.compile(r"([A-Z][^,'\"\[\]]{5,80}?)(?: \[[^\]]+\])?, ['\"\u2018\u201c](?=[A-Z])")
# `Harbour Office, Intelligence Memorandum No. 25, 'The Mole'`
_MADE_BY = re.compile(
    r"([A-Z][^,;:'\"\[\]]{5,80}), (?:[A-Z][\w-]+ ){0,3}(?:Memorandum|Report|Study|Estimate|Bulletin"
    r"|Summary|Brief(?:ing)?|Note|Telegram|Cable|Dispatch|Circular|Paper|Directive|Survey|Analysis"
    r"|Assessment|Notice|Review)\b(?! (?:of|from|by|to) )"
)
# `Resolution 118 of the Municipal Council on ...`
_OF_BODY = re.compile(
    r"^(?:[A-Z][\w-]* )?(?:Decision|Resolution|Decree|Order|Ordinance|Communiqu[eé]|Declaration)s?"
    r"(?: [\"\u201c\u201e][^\W\d_]{1,3}[\"\u201d])?"
    r"(?: (?:No\.? ?)?\d[\w/()-]*)? (?:of|by) (?:the )?([A-Z].{3,100}?)"
    r"(?=,?\s(?:for|to|on|at|about|regarding|concerning|dated|with|\d|of \d)|[,;:(\[]|$)"
)
# An ambassador to a country: this `to` addresses nobody, where another one does or two have talked.
POST = (
    r"\b((?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|[Dd]elegat(?:e|ion)|[Rr]epresentative|[Mm]ission"
    r"|[Ee]mbassy|[Cc]onsul|[Aa]dvis[eo]r|[Cc]ommissioner)(?: [Pp]lenipotentiary)?\s)"
)
_POSTED = re.compile(rf"{POST}to(?=\s)")
# `MEMORANDUM OF CONVERSATION between the Minister and ...`
_LOUD_KIND = re.compile(r"[A-Z]{2,}(?: [A-Z]+)*(?= [a-z])")


# The name of a paper behind its kind and author: `Report from the Ministry, 'Plan for X'`.
_QUOTED = re.compile(r"(?<=[^\W_]),? ['\u2018\"\u201c](?=[^\W\d_a-z].{8,}['\u2019\"\u201d]$)")
# Where he is whom an office before it names: `the Ambassador in Beijing Jan Novak`.
_HELD_IN = re.compile(
    r" (?:in|at) (?:[A-Z][\w'\u2019-]+ ){1,2}(?:[A-Z]\. ?){0,2}[A-Z][\w'\u2019-]+ "
    r"[A-Z][\w'\u2019-]+(?=$|, )"
)
# What editors say of their text: `Cable from X to Y [Excerpts]`.
EDITED = re.compile(
    r"\s*[\[(](?:[Ee]xcerpts?|[Ee]xtracts?|[Aa]bridged|[Dd]raft|[Ff]ragments?|[Pp]art \w+"
    r"|[Tt]ranslation|[Uu]ndated|[Ss]ummary|[Cc]opy|[Ee]xcerpted|[Ii]ncomplete|[Uu]nsigned|[Uu]nsent)[\])]$"
)


ABROAD = "title: from to, in another language"


class Phrase(NamedTuple):
    """A stretch of a title in which those stand who had a part: sender, recipient, author, ..."""

    column: str
    start: int
    end: int
    rule: str


def phrases(title: str) -> Iterator[Phrase]:
    """Find the stretches of a title that name its people.

    >>> [(one.column, "Telegram from A. B to C"[one.start:one.end])
    ...     for one in phrases("Telegram from A. B to C")]
    [('sender', 'A. B'), ('recipient', 'C')]
    """
    title = _read(EDITED.sub("", title) if title[-1:] in "])" else title)
    decided = _OF_BODY.match(title)
    # Of a decision on a request from somebody he is no sender.
    own = _QUOTED.split(title, maxsplit=1)[0]
    sent = [one for one in _sent(own) if one.column != "sender" or not decided]
    yield from sent
    if not sent and (written := _by_whom(title)):
        yield written
    elif not sent and " by " in title and (done := _DONE_BY.search(title)):
        yield Phrase("author", *done.span(2), "title: done by")
        if done[1]:
            yield Phrase("recipient", *done.span(1), "title: done to")
    if "nterview" in title and (asked := list(_asked(title))):
        yield from asked
    elif form(title) not in _BEFORE_TALKS and (met := _TALKED.search(title)):
        yield Phrase("participant", *met.span(1), "title: between, with")
    else:
        for span in talked(title):
            yield Phrase("participant", *span, "title: who talked")
    if ("'" in title or "\u2019" in title) and (possessed := _POSSESSED.search(title)):
        yield Phrase("participant", *possessed.span(1), "title: whose talk")
    yield from _issued(title, sent=bool(sent))


def _asked(title: str) -> Iterator[Phrase]:
    """Find who was asked and by whom: `Interview with X by Y`, not two who had an interview."""
    found = _INTERVIEW.search(title) if form(title) in _INTERVIEWS else None
    for column, group in (("interviewee", 1), ("interviewer", 2)) if found else ():
        if found and found[group]:
            yield Phrase(column, *found.span(group), "title: interview with, by")


def _by_whom(title: str) -> Phrase | None:
    """Find who wrote or spoke what a title is of."""
    if (written := _AUTHORED.search(title)) and not _IS_ON.search(title, 0, written.start()):
        return Phrase("author", *written.span(1), "title: of, by")
    if whose := owned(title):
        return Phrase("author", *whose, "title: whose")
    spoke = _SPOKEN_BY.match(title)
    return Phrase("author", *spoke.span(1), "title: who spoke") if spoke else None


def _issued(title: str, *, sent: bool) -> Iterator[Phrase]:
    """Find the body whose paper or decision it is."""
    if not sent and (headed := _HEADED.match(title) or _MADE_BY.match(title)):
        yield Phrase("author", *headed.span(1), "title: body before it")
    if issued := _OF_BODY.match(title):
        yield Phrase("issuer", *issued.span(1), "title: whose decision")
    elif own := _OWN.match(title):
        yield Phrase("issuer", *own.span(1), "title: whose decision")


def inverted_pair(title: str) -> tuple[tuple[int, int, str], ...]:
    """Find two names in the order of catalogues: where their given names stand, and both in full.

    >>> inverted_pair("Kennan, George F. to Acheson, Dean, 1950 August 21")
    ((6, 17, 'George F. Kennan'), (28, 34, 'Dean Acheson'))
    """
    inverted = ", " in title and " to " in title
    found = _INVERTED_PAIR.match(title) if inverted else None
    first = _INVERTED_FIRST.match(title) if inverted and not found else None
    if first and not form(first[1]):
        return ((*first.span(2), f"{first[2].strip(', ')} {first[1]}"),)
    if not found:
        return ()
    return tuple((*found.span(group), f"{found[group][2:]} {found[group - 1]}") for group in (2, 4))


def _read(title: str) -> str:
    """Spell a title in small letters where it has none, and posts with `in`; places stay."""
    title = title.title() if title.isupper() and len(title.title()) == len(title) else title
    if title[:2].isupper() and (loud := _LOUD_KIND.match(title)) and form(loud[0]):
        title = loud[0].capitalize() + title[loud.end() :]
    for posted in _POSTED.finditer(title):
        before, behind = title[: posted.end(1)], title[posted.end() :]
        talked = re.search(rf"\b{_TALK}\b", before)
        if talked or re.search(r"\b[Tt]o\b", behind):
            title = f"{before}in{behind}"
    return title


def _held(title: str) -> re.Match[str] | None:
    """Read a title that names offices, with their holders in brackets.

    >>> _held("Telegram, Mao Zedong to Filippov (Stalin)")
    """
    held = _HOLDER.match(title)
    return None if held and not held[2] and " to " in title[: held.start(1)] else held


def _sent(title: str) -> Iterator[Phrase]:
    """Find who wrote to whom: by office and holder, by two names alone, by the words between."""
    held = _held(title)
    short = held or _SHORT_PAIR.match(title)
    short = None if short and (form(short[1]) or leads_on(short[1])) else short
    if short and not _BRACKETED.search(title):
        # Of the office and its holder the holder is named, if anybody is.
        second = 3 if held and held[3] else 2
        for group, column in ((1, "sender"), (second, "recipient")):
            if short[group]:
                yield Phrase(column, *short.span(group), "title: x to y")
        return
    if paired := None if short else writer_and_reader(title):
        for span, column in zip(paired, ("sender", "recipient"), strict=True):
            yield Phrase(column, *span, "title: x to y")
        return
    if inflected := WRITTEN.match(title):
        for group, column in ((1, "sender"), (2, "recipient")):
            start, end = inflected.span(group)
            yield Phrase(column, start, start + len(title[start:end].rstrip()), INFLECTED)
        return
    plain = [Phrase(*one, "title: who wrote to whom") for one in wrote(title)]
    yield from plain or list(_of_kind(title)) or _worded(title)


def _is_named(words: str) -> bool:
    """Tell a name from an office: behind a name stands in brackets where somebody is."""
    parts = words.split()
    named = _NAME.fullmatch(" ".join(parts)) is not None and len(parts) > 1
    return named and _NO_NAME.isdisjoint(part.casefold() for part in parts)


def _of_kind(title: str) -> Iterator[Phrase]:
    """Find who wrote to whom behind the kind of a paper, in words of other languages."""
    kind = _OF_KIND.match(title)
    begin = kind.end() if kind else 0
    paired = writer_and_reader(title[begin:]) if begin else None
    for (lo, hi), column in zip(paired or (), ("sender", "recipient"), strict=False):
        yield Phrase(column, begin + lo, begin + hi, ABROAD)


def _worded(title: str) -> Iterator[Phrase]:
    if foreign := _FOREIGN.match(title):
        group = next(n for n in (1, 2, 3) if foreign[n])
        yield Phrase("sender", *foreign.span(group), ABROAD)
        yield Phrase("recipient", *foreign.span(4), ABROAD)
        return
    bracketed = _BRACKETED.search(title) if "(" in title else None
    if bracketed and not _is_named(bracketed[2]):
        if bracketed[1]:
            yield Phrase("sender", *bracketed.span(1), "title: office (name)")
        yield Phrase("recipient", *bracketed.span(3), "title: office (name)")
        return
    for name, pattern in _PHRASES:
        found = pattern.search(title)
        if not found:
            continue
        last, turned = len(found.groups()), name == "to from"
        if name != "to":
            start, end = found.span(last if turned else 1)
            placed = _HELD_IN.match(title, end) if name == "from" else None
            yield Phrase("sender", start, placed.end() if placed else end, f"title: {name}")
        if name != "from":
            yield Phrase("recipient", *found.span(1 if turned else last), f"title: {name}")
        return
