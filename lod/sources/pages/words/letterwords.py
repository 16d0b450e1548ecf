"""The words with which letters, memoranda and minutes say who had which part in them."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from lod import vocabulary
from lod.sources.pages.words.memberwords import are_members
from lod.sources.pages.words.shortlines import kept_if_short

# What letters and memoranda label themselves; such a label ends a text only where no more of
# the text follows.
OWN = frozenset(
    ("invited", "also invited", "also present", "also attending", "also in attendance", "absent",
     "invited guests", "submitted by", "interviewee", "interviewees", "interviewer", "interviewers",
     "interviewed by",
     "participants", "participant", "present", "in attendance", "persons present", "subject",
     "date", "title", "type", "number", "classification", "place", "places", "reference",
     "source", "summary", "form", "names", "persons", "people", "location", "created", "issued",
     "link", "box", "folder", "body", "dates", "dated", "country", "collection", "credit")
)  # fmt: skip
# What heads the record of a talk, below the label that announces its text.
TALK_HEAD = OWN | {"time", "date and time", "time and place", "place and date",
                     "date and place", "interpreter", "interpreters",
                     "venue", "note taker", "notetaker", "duration", "translator",
                     "chair", "chairman", "chairperson", "chaired by", "presiding"}  # fmt: skip
# What an editor says below a list: `[stamp] Received`, `[margin: seen]`.
_REMARK = re.compile(r"\[(?![A-Z]\.\])[^\W\d_][\w ,]{3,40}[\]:]")
_WIDEST, _SAID_IN = 64, 160
_TICKED = re.compile(r"\[[xX\u2713 ]?\]")
# A label and what parts it from its value: a colon, a dash between spaces, a bracket that closes.
_LABEL = re.compile(
    r"[(\[*]{0,3}((?:\d{1,2}\s)?[^\W\d_](?:[^\W_]|[.,/ '\u2019-]){0,58}?)\s*"
    r"(?::\]|\]:?|:[\u2013\u2014-]{0,2}\*{0,2}|\uff1a|\s[-\u2013\u2014])(?:\s+|$)"
)
_COLONS = re.compile(r"[:\uff1a]\]?[\u2013\u2014-]{0,2}\*{0,2}(?:\s|$)")
# Those present, in any order of these words: `The following comrades took part in the talk`.
_PRESENT = re.compile(
    r"(?:(?:the|following|other|others|those|all|persons?|people|comrades|members?|officials|also"
    r"|who|on|both|sides|main|soviet|additional|list of|were|are|was|there|further|furthermore"
    r"|besides|moreover|in addition|then)\s)*"
    r"(?:present|participants?|participating|participated|in attendance|attending|attendees"
    r"|attended"
    r"|attendance|taking part|took part|invited(?: to (?:take part|attend|participate|the \w+))?"
    r"|interlocutors|attended by)(?:\s(?:besides|also|as well|moreover|in addition|too))?"
    r"(?:\s(?:in|at|of|during|for|from|on|to|by)\s(?:the\s|this\s)?[\w'\u2019 -]{2,40}?)?"
    r"(?:\s(?:were|was|are))?(?:\s(?:the\sfollowing|as\sfollows)(?:\s\w+)?)?"
    r"(?:\s(?:the\s)?(?:comrades?|cdes?\.?|coms?\.?|members|persons|guests|messrs\.?))?"
)
# The side that those below belong to.
_SIDE = re.compile(
    r"(?:[\w.-]+\s){1,3}(?:participants?|side|delegation|part|party|delegates|representatives)"
    r"|(?:(?:also\s)?(?:present|taking part|participants?|in attendance|attending)\s)?"
    r"(?:on|for|from|of|on behalf of)\s(?:the\s)?(?:our|their|[\w. -]{2,30})(?:\sside|\sdelegation)"
    r"|(?:present|taking part|participants|in attendance)\s(?:from|for|on behalf of)\s[\w. -]{2,34}"
    r"|(?:the\s)?(?:delegation|side|representatives)\s(?:of|from)\s(?:the\s)?[\w. -]{2,40}"
    r"|(?:von|auf|v\.)\s(?:der\s)?[\w-]{3,30}\sseite|\w+erseits"
    r"|(?:(?:von|auf)\s?)?seitens?\s(?:der|des|von)\s[\w. -]{2,30}"
    r"|für\s(?:die|das)\s[\w. -]{2,30}"
    r"|(?:du\s)?côté\s[\w'\u2019-]{3,30}|pour\s(?:la\spartie\s|la\s|le\s|l['\u2019])[\w -]{3,30}"
    r"|(?:с|со|от|на)\s[\w-]{3,30}\s(?:стороны|страна)|от\s[\w. -]{3,30}"
    r"|(?:ze|z)\s(?:strony\s[\w-]{3,30}|[\w-]{3,30}\sstrony)|strona\s[\w-]{3,30}"
    r"|(?:za|na|z|ze)\s[\w.-]{2,30}\sstran(?:u|ě|y|e)|[\w-]{3,30}\srészről"
    r"|din partea\s[\w. -]{3,30}|da parte\s[\w. -]{3,30}|por (?:la\s)?parte\s[\w. -]{3,30}"
    r"|(?:present|in attendance|invited|attending|also (?:present|invited))"
    r"\s(?:for|at|to|on|during|under)\s(?:the\s)?(?:item|point|question|agenda item)s?"
    r"\s[\w, ]{1,20}"
)
# What may stand behind it: `On the Polish side there took part`.
_TOOK = re.compile(
    r",?\s(?:there\s)?(?:took\spart|participated|attended|spoke|(?:were|was)\s(?:also\s)?(?:present"
    r"|represented\sby)|(?:nahmen|nahm)\steil|(?:waren|war)\s(?:anwesend|zugegen)|sprachen"
    r"|(?:ont|a)\s(?:participé|pris\spart)|(?:étaient|était)\sprésents?|participaron|asistieron"
    r"|participaram|hanno\spartecipato|erano\spresenti|uczestniczyli|(?:brali|wzięli)\sudział"
    r"|byli\sobecni|obecni\sbyli|(?:se\s)?zúčastnili|byli\spřítomni|vettek\srészt|(?:au\s)?participat"
    r"|(?:au\s)?luat\sparte|присутствовали|участвовали|приняли\sучастие|присъстваха|участваха)"
    r"(?:\sin\s(?:the|this)\s\w{4,12})?$"
)
# A sentence of which those present are the end: `The session was attended by comrades: X, Y`.
_MEETING = (
    r"(?:meetings?|sessions?|sittings?|plenum|talks?|conversations?|discussions?|consultations?"
    r"|negotiations?|reception|dinner|lunch|luncheon|breakfast|audience|interview|conference"
    r"|visit|exchange of views|event|gathering)"
)
_ATTENDED = re.compile(
    rf"(?:(?:the|this|our|today's)\s)?(?:\w+\s)?{_MEETING}(?:\s(?:of|with|on|at|in|between)\s[^:]{{3,110}}?)?"
    r"\s(?:was|were|is|are)\s(?:also\s)?attended(?:\s(?:on|from|for)\s(?:the\s|our\s|their\s)[\w-]{2,20}"
    r"\s(?:side|part))?\sby"
    rf"|(?:the\s)?following(?:\s\w+)?(?:\salso)?\s(?:attended|participated\sin|took\spart\sin|were\s(?:also\s)?present"
    rf"\s(?:at|during))\s(?:the|this)\s{_MEETING}(?:\sof\s[^:]{{3,60}}?)?"
    rf"|also\s(?:attending|participating\sin|taking\spart\sin|present\sat)(?:\s(?:the|this)\s{_MEETING})?\s(?:was|were)"
    r"|(?:(?:also|further)\s)?(?:invited\s)?as\s(?:guests?|invitees?|observers?|experts?)"
    r"|(?:with|in)\sthe\s(?:participation|attendance)\sof"
    r"|(?:(?:the|our|their)\s)?(?:[\w-]+\s)?delegation(?:\s(?:consisted|consists|was\scomposed|is\scomposed"
    r"|was\smade\sup)\sof|\s(?:also\s)?(?:included|includes|comprised)|\smembers)"
    r"|(?:from|on|for)\s(?:the\s|our\s|their\s)?[\w.-]{2,30}\s(?:side|part),?\s(?:the\s)?(?:participants|attendees"
    r"|those\spresent|following)(?:\s(?:were|was|are|took\spart|participated|attended|were\spresent))?"
    r"|on\sbehalf\sof\s(?:the\s)?[\w.-]{2,30}(?:\s(?:participated|attended|took\spart))?"
    r"|accompanying(?:\s(?:persons|officials|comrades|members))?|accompanied\sby"
)
_THERE = ("attend", "presen", "particip", "part", "as ", "side", "delegation", "accomp", "behalf")
_CALLED_THERE = re.compile(
    r"(?:\s(?:the\s)?(?:following(?:\s\w+)?|comrades?|cdes?\.?|coms?\.?|messrs\.?|persons))+$"
)
# The same of those who belong to what sat: `Anwesende Mitglieder`, `Członkowie Biura`.
_MEMBERS_ABROAD = re.compile(
    r"(?:(?:anwesende?|weitere|teilnehmende)\s)?(?:mitglieder|kandidaten|sekretäre)"
    r"(?:\sund\s(?:mitglieder|kandidaten|sekretäre))?(?:\s(?:des"
    r"|der)\s[\w .-]{2,40})?(?:\sanwesend)?"
    r"|(?:anwesende?|weitere|teilnehmende)\s(?:gäste|genossen|minister|vertreter|personen)"
    r"|(?:(?:zu|bei)\s(?:punkt|tagesordnungspunkt|top|den punkten)\s[\d., und]{1,12}\s?)"
    r"(?:anwesend|hinzugezogen|eingeladen|teilgenommen)?"
    r"|(?:(?:als\s)?gäste|hinzugezogen|zugezogen|geladen|zur (?:berichterstattung"
    r"|beratung)(?:\sanwesend)?)"
    r"|(?:sitzungsleitung|leitung der (?:sitzung|beratung)|tagungsleitung|verhandlungsführung)"
    r"|membres?(?:\s(?:titulaires|suppléants))?(?:\s(?:du|de la)\s[\w .'-]{2,40})?(?:\sprésents)?"
    r"|(?:czlonkowie|członkowie|zastępcy członków|sekretarze)(?:\s[\w .-]{2,40})?"
    r"|(?:(?:přítomní|prítomní)\s)?(?:členové|členovia|kandidáti|tajemníci"
    r"|tajomníci)(?:\s[\w .-]{2,40})?"
    r"|(?:a\s[\w .-]{2,30}\s)?(?:tagjai|póttagjai|tagok|póttagok|titkárok)"
    r"|membri(?:\s(?:supleanți|prezenți|effettivi|supplenti|presenti))?"
    r"|(?:члены|кандидаты в члены|секретари|членовете?|кандидат-членове)(?:\s[\w .-]{2,40})?"
)
_SENT_OUT = re.compile(
    r"(?:recipients|receivers|copies|distribution|addressees)\sof\s(?:the\s|this\s)?\w+"
    r"|(?:\d{1,3}\s)?cop(?:y|ies)(?:\s\w+){0,4}\sto"
    r"|(?:\d{1,3}\s|\w{3,6}\s)?copies(?:\s(?:were\s)?(?:printed|typed|made|produced))?"
    r"|(?:distributed|sent|made|printed|typed|issued|done|prepared)\sin\s\w{1,5}\scopies"
    r"|(?:sent|distributed|circulated|mailed|issued)(?:\s(?:out|for|on|by)(?:\s\w+){0,3})?\sto"
    r"|(?:please\s|to\sbe\s|also\s|for\s)*(?:circulat|distribut|acquaint|mail|sen[dt]|forward"
    r"|dispatch|give|show|issue|familiari[sz])(?:e|ed|n|ion|ing)?(?:\s(?:out|also|around))?"
    r"(?:\s(?:to|among|for|with))?(?:\s(?:the|all|following))*\s(?:secretar|member|leader|deput|head"
    r"|comrade|minister|candidate|cde)\w*\.?(?:\s(?:and\scandidate\smembers\s)?of\s(?:the\s)?"
    r"[\w .-]{2,40})?"
)
# How many copies of a paper there are, on a line above those to whom they went.
_COPIES_MADE = re.compile(
    r"[(\[]?(?:(?:(?:re)?printed|typed|issued|made|distributed|produced|circulated)"
    r"(?: (?:and|&) (?:distributed|issued|circulated|sent(?: out)?))?\b"
    r"(?:[^:]{0,70}?\b\d{1,3} cop(?:y|ies)\b|(?: (?:on|by)\b(?=[^:]{0,60}\d)))"
    r"|(?:(?:a )?total|altogether|in all)?[: ]{0,2}\d{1,3} copies\b"
    r"|(?:odbito|wykonano|sporządzono) w \d{1,3} egz|vyhotoveno (?:v |ve )?\d{1,3} výt"
    r"|(?:hergestellt|gefertigt|ausgefertigt) in \d{1,3} (?:ex|ausf)|\d{1,3} (?:ausfertigungen"
    r"|exemplare|exemplaires|ejemplares|példány|egzemplarz)|készült \d{1,3} példány"
    r"|(?:отпечатано|отп\.)(?: в)? \d{1,3} экз|fait en \d{1,3} exempl)[^:]{0,60}",
    re.IGNORECASE,
)
# The first words of those that have no colon behind them.
_JOINED = re.compile(r"\s?/\s?|\sand\s|\s&\s|\sund\s|\set\s|\si\s|\sи\s")
_COPIED = re.compile(
    r"(?:b?ccd?|b?\.?c\.\s?c(?:\.\s?p)?)\b\.?\s+(?=[A-Z]|(?:el|la|al) )", re.IGNORECASE
)
_OPENINGS = frozenset(
    ("the", "chaired", "presided", "attended", "present", "also", "taking", "participating", "in",
     "attending", "those", "took", "there", "besides", "besides,", "further", "furthermore,")
)  # fmt: skip
_SAID = re.compile(
    r"(?:(?:Also|There were|There was|Besides,?|Further(?:more)?,?|In addition,?) )?"
    r"(?:[Tt]hose )?(?:[Pp]resent|[Tt]aking part|[Pp]articipating|[Ii]n attendance"
    r"|[Aa]ttending|[Aa]lso (?:present|invited|attending|taking part)|[Ii]nvited)"
    r"(?: (?:in|at|of|during|from|on|to) (?:the |this )?[\w' -]{2,40}?)?"
    r"(?: (?:besides|moreover|further(?:more)?|in addition|as well|too))?,? (?:were|was|are)"
    r"(?: also| further| besides)?"
    r"(?: (?:the )?(?:following )?(?:[Cc]omrades?|[Cc]des?\.|[Cc]oms?\.|members|persons|guests))?"
    r"[: ]\s*(?=[^\W\d_a-z])|The (?:meeting|session|sitting|discussion|plenum) was (?:also )?"
    r"(?:led|chaired|opened|conducted|presided over) by:?\s+(?=[A-Z])"
    r"|(?:Chaired|Presided(?: over)?|Attended) by:?\s+"
    r"(?=[A-Z])"
)


# The same in a sentence of other languages: `Anwesend waren ferner die Genossen X und Y.`
_SAID_ABROAD = re.compile(
    r"(?:(?:(?:Ferner|Außerdem|Zudem) )?(?:[Aa]nwesend|[Zz]ugegen) (?:war|waren)"
    r"|(?:Ferner |Außerdem )?(?:waren|war) (?:anwesend|zugegen)"
    r"|An (?:dem|der) [A-Z]\w+ nahmen(?: teil)?"
    r"|[ÉE]taient(?: également| aussi)? présents|Assistaient(?: à l['\u2019]entretien)?"
    r"|(?:Estuvieron|Estaban) presentes|Asistieron|Erano presenti|Estavam presentes|Assistiram"
    r"|Obecni byli|Przytomni byli|(?:W (?:rozmowie|posiedzeniu) )?[Uu]czestniczyli"
    r"|Přítomni byli|Jelen voltak|Au fost prezenți|Присутствовали|Присъстваха)"
    r"(?: (?:ferner|außerdem|auch|weiter(?:hin)?|noch|także|również|také|также|aussi|también"
    r"|anche|também))?(?: (?:die|der|les?|MM\.|los|las|señores|i|gli|os|as|Genossen|Genosse"
    r"|Herren|Herr|tow\.|towarzysze|soudruzi|товарищи|тт\.|т\.)){0,3}\s+(?=[^\W\d_a-zа-я])"
)


# Words above those who were not there.
_ABSENT = re.compile(
    r"(?:(?:those|members|the|also|there|were|was|comrades|persons|who)\s)*"
    r"(?:absent|excused|absentees?|apologies|regrets|not present)"
    r"(?:\s(?:were|was|are|from|for|on|with|members|comrades|leave|excuse)\b.{0,30})?"
    r"|(?:(?:die|es|les|los|i|тт?|тов)\.?\s)*(?:nicht anwesend|abwesend|entschuldigt|fehlend"
    r"|fehlte?n?|absents?|excusés?|ausentes?|assent[ei]|giustificat[ei]|nieobecn[iyae]"
    r"|usprawiedliwieni|omluveni?|nepřítomn[ií]|neprítomn[ií]|hiányzi?k|hiányoznak"
    r"|távol(?: van(?:nak)?| maradt(?:ak)?)?|absenți?"
    r"|отсутствовали?|отсутствуют|отсъстват|отсъства|odsutni)"
    r"(?:\s(?:tow\.?|gen(?:ossen)?\.?|mm?\.?|т{1,2}\.?|тов\.?|ss?\.?))*"
)


# What those listed are called, behind the word for what they did: `Obecni tow. tow.:`.
_ONE_CALLED = (
    r"(?:the|following|die|folgende|les|los|i|dei|comrades?|cdes?|coms?|messrs|tow(?:arzysze)?|tt?"
    r"|genoss(?:en|innen)|gen|herren|mm|messieurs|camarades|señores|sres|compañeros|signori|sigg"
    r"|compagni|on|onn|soudruzi|soudruhové|ss?|súdruhovia|elvtársak|tovarășii|tov|tovarăşii|drugovi"
    r"|т{1,2}|тов|товарищи|т\.т|другари(?:те)?|др)\b\.?"
)
_CALLED, _LAST_CALLED = re.compile(rf"(?:\s{_ONE_CALLED})+$"), re.compile(_ONE_CALLED)


class Announced(NamedTuple):
    """The column that words announce, and where what they announce begins in the line.

    marked: a colon or such stands behind the words; without it they stand alone.
    """

    column: str
    start: int
    marked: bool = True


@lru_cache(maxsize=1 << 12)
def announced(words: str) -> str:
    """Name the column that the words of a label announce, "" for none.

    >>> [announced(one) for one in ("C.C.", "von deutscher Seite", "Those taking part", "Price")]
    ['copy_recipient', 'participant', 'participant', '']
    """
    low = " ".join(words.casefold().split())
    known = _words()
    for one in (low, low.rstrip("."), *_JOINED.split(low)):
        if found := known.get(one.strip()):
            return found
    if _LAST_CALLED.fullmatch(low.rpartition(" ")[2]):
        low = _CALLED.sub("", low).rstrip(",")
        if found := known.get(low):
            return found
    side = _TOOK.sub("", low)
    if _PRESENT.fullmatch(low) or _SIDE.fullmatch(side) or are_members(low):
        return "participant"
    if any(map(low.__contains__, _THERE)) and _ATTENDED.fullmatch(_CALLED_THERE.sub("", low)):
        return "participant"
    if _MEMBERS_ABROAD.fullmatch(low):
        return "participant"
    return "copy_recipient" if _SENT_OUT.fullmatch(low) else ""


def _is_marked(head: str) -> bool:
    """Tell whether a line may begin with a label: with a mark behind it, and no boxes to tick."""
    marked = any(map(head.__contains__, (":", "]", "\uff1a", " - ", "\u2013 ", "\u2014 ")))
    return marked and not ("[" in head and len(_TICKED.findall(head)) > 1)


@kept_if_short
def opening(text: str) -> Announced | None:
    """Read the words with which a line says what it lists: before a mark, or `Present were X`.

    >>> opening("Copies to: A. Orlov"), opening("Present were A. Orlov and B. Petrov.")
    (Announced(column='copy_recipient', start=11, marked=True), \
Announced(column='participant', start=13, marked=True))
    """
    head = text[:_WIDEST]
    if _is_marked(head):
        found = _LABEL.match(text)
        if found and (column := announced(found[1])):
            return Announced(column, found.end())
    if text[:2] in ("Th", "Ou", "At") and "attended" in text[:_SAID_IN] and ":" in text[:_SAID_IN]:
        words = text[:_SAID_IN].partition(":")[0]
        if len(words) > _WIDEST - 6 and (column := announced(words)):
            behind = text[len(words) + 1 :]
            return Announced(column, len(text) - len(behind.lstrip(" *")))
    if text[:2].casefold() in ("cc", "c.", "bc", "b.") and (copied := _COPIED.match(text)):
        return Announced("copy_recipient", copied.end())
    if text[:1] in "AFZWEJOUPÉПÁ" and (abroad := _SAID_ABROAD.match(text)):
        return Announced("participant", abroad.end())
    if text[:1] in "PATICBF" and text.partition(" ")[0].casefold() in _OPENINGS:
        said = _SAID.match(text)
        return Announced("participant", said.end()) if said else None
    return None


def is_copied(text: str) -> bool:
    """Tell whether a line begins with the words for those who had copies.

    >>> is_copied("Distributed to:"), is_copied("Present: A. Orlov")
    (True, False)
    """
    found = opening(text)
    return found is not None and found.column == "copy_recipient"


@kept_if_short
def tells_of_copies(text: str) -> bool:
    """Tell whether a line says how many copies of a paper were made, or when they went out.

    >>> said = "Printed and distributed on 16 December 1963; 41 copies"
    >>> tells_of_copies(said), tells_of_copies("Printed books are sent by post")
    (True, False)
    """
    return len(text) <= _SAID_IN and _COPIES_MADE.fullmatch(text.rstrip(" .)]")) is not None


def is_absent(words: str) -> bool:
    """Tell whether words stand above the names of those who were not there, or are an editor's.

    >>> is_absent("Absent"), is_absent("Members absent:"), is_absent("Present")
    (True, True, False)
    >>> is_absent("[stamp] Received 5 May"), is_absent("[S.] Hora")
    (True, False)
    """
    if words[:1] == "[" and _REMARK.match(words):
        return True
    return _ABSENT.fullmatch(words.casefold().strip(" :*_")) is not None


def is_label(text: str) -> bool:
    """Tell whether a line begins with a label of any kind: short words and a colon."""
    found = _LABEL.match(text) if _COLONS.search(text[:_WIDEST]) else None
    return found is not None


@cache
def _words() -> dict[str, str]:
    known: dict[str, str] = {}
    for row in vocabulary.lines("letter-words.tsv"):
        column, words = row.split("\t")
        for one in words.split(";"):
            known.setdefault(one.strip(), column)
    return known
