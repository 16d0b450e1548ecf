"""Lines that say who wrote a paper, took notes, signs for a party, or sends a note to whom."""

# ruff: noqa: RUF001, SIM905  (words in the languages of documents are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.persons.entryname import is_head, person_in
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.text.labels import FOR_PARTY
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import OFFICES, RANKS, WEAK_RANKS

BELOW_JOURNAL = "name below a journal"
FORMULA = "formula of a note"
_SHORT, _LONGEST, _WIDE = 100, 250, 60
# Who speaks, and for which country, in the records of conferences.
_DELEGATE = re.compile(
    r"(?:(?:The )?(?:President|Chairman|PRESIDENT|CHAIRMAN): )?"
    r"(?:Mr|Mrs|Miss|Ms|Sir|Dr|Lord|General|M)\.? "
    r"((?:[A-Z][\w.'\u2019-]* ){0,3}[A-Z][A-Z'\u2019-]{2,})(?:,)? \([A-Z][\w' -]{3,60}\)"
)
# Whose journal an entry is from, with or without rank.
_JOURNAL = re.compile(
    r"(?i:from the (?:journal|diary) of)\s+(?:the\s+)?"
    r"([^\W\d_a-z][\w.'-]*(?:[, ]+[^\W\d_a-z][\w.'-]*){0,4})[.,]?"
)

_PRESENT_STEMS = ("obecn", "anwesend", "présent", "присутств", "přítom", "present", "jelen")
_BRACKETED = re.compile(
    r"([^\W\d_a-z][\w'\u2019-]{2,})\s\([^()]{0,40}?"
    r"\b(?:obecn[aiy]|anwesend|présente?|присутствов\w+|přítom\w+|present|jelen)\b(?! (?:post"
    r"|state))"
)
_OPEN_JOURNAL = re.compile(
    r"(?i:(?:\bfrom the )?\b(?:journal|diary) of(?: the)?|из (?:дневника|журнала)"
    r"|aus dem tagebuch (?:von|des)|du journal de|z dziennika|z deníku|din jurnalul)\s*$"
)
# A surname with initials, in either order.
_OF_ONE = re.compile(
    r"(?:[^\W\d_a-z]\w?\. ?){1,3}[^\W\d_a-z][\w'-]+"
    r"|[^\W\d_a-z][\w'-]+,? (?:[^\W\d_a-z]\w?\. ?){1,3}"
)
_BYLINE = re.compile(r"[Bb]y ((?:[A-Z][\w.'-]*\s){1,3}[A-Z][\w'-]+),?")
_FEW_WORDS, _HEAD = 3, 6
_POSTS = RANKS | WEAK_RANKS | OFFICES
_MET = re.compile(
    r"with (?:the )?(?:[A-Z][a-z-]+ ){0,4}"
    r"((?:[A-Z]\. ?)*[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){0,2}|[A-Z][\w'-]+ [A-Z][\w'-]+)"
)
# Under treaties: names below those for whom they sign.
_PARTY_NAME = re.compile(
    r"(?:\(?\s?(?i:dr|signed)\s?\)?[.:]?\s+)?((?:[^\W\d_a-z][\w.'-]*\s+){1,3}[^\W\d_a-z][\w'-]+)"
)
# `For the Cadres Department:   (ORLOV)`
_BRACKETED_NAME = re.compile(r"\s*[(/]\s?((?:[^\W\d_a-z]\. ?){0,3}[^\W\d_a-z][\w'-]{2,})\s?[)/]\.?")
_SURNAME = re.compile(r"([^\W\d_a-z][\w'-]+)")
# The formula with which notes verbales and aide-memoires begin.
_COMPLIMENTS = re.compile(
    r"(?:The )?([A-Z][^.;]{3,120}?) presents? (?:its|their|his|her) (?:\w+ )?compliments to"
    r" (?:the )?([A-Z][^.;]{3,120}?)"
    r"(?=,? and,? |,? with |,? has |[.,;]?$|; )"
)
_COMPLIMENTS_ABROAD = re.compile(
    r"(?:(?:[Ll]e|[Ll]a|L['\u2019]|[Dd]ie|[Dd]as|[Dd]er|[Ee]l|[Ii]l|O"
    r"|A)\s?)?([^\W\d_a-z][^.;]{3,120}?)"
    r" (?:présente(?:nt)? (?:ses|leurs) compliments (?:à|au|aux)(?: la| l['\u2019]| le)?"
    r"|(?:beehrt sich|bekundet|bezeugt|entbietet|spricht)(?:,)?(?: der| dem| den)?(?= [A-ZÄÖÜ])"
    r"|saluda (?:muy )?atentamente (?:a la|al|a)|presenta sus (?:atentos )?(?:saludos"
    r"|cumplidos) (?:a la|al|a)"
    r"|presenta i suoi complimenti (?:alla|al|all['\u2019])|apresenta os seus cumprimentos (?:à|ao)"
    r"|свидетельствует своё? уважение|przesyła wyrazy szacunku|ma zaszczyt (?:przesłać|zawiadomić))"
    r"\s?([^\W\d_a-z][^.;]{3,120}?)"
    r"(?=,? (?:et|und|y|e|и|i|oraz|ihre|seine|den Ausdruck|mitzuteilen|zu) |[.,;]|$)"
)
# What every such formula has one of.
COURTESIES = frozenset(
    """compliments beehrt bekundet bezeugt entbietet atentamente saludos cumplidos complimenti
    cumprimentos уважение szacunku zaszczyt""".split()
)
# Who took notes, kept the minutes or drew a paper up, in the languages of documents.
_RECORDED = re.compile(
    r"(?:(?:(?:The|This) (?:conversation|talks?|minutes|record|report|meeting|discussion"
    r"|document|text)"
    r" (?:was|were|has been|is) )?(?i:kept|taken(?: down)?|recorded|written(?: down| up)?"
    r"|noted(?: down)?|drawn up|composed|compiled|done|elaborated|worked out"
    r"|prepared|drafted|transcribed and prepared|set down"
    r"|(?:record|minutes|notes?|protocol|report|memorandum|transcript)"
    r" (?:was |were )?(?:made|kept|taken(?: down)?|written|prepared|drawn up|compiled)"
    r"|record|minutes|protocol|memorandum) by"
    r"|(?:Opracował|Sporządził|Notował|Zapisał|Protokołował|Protokolant|Zapsal|Vypracoval"
    r"|Aufgezeichnet von|Protokoll(?:ant|führer)?|Gefertigt|Verfasst von|Rédigé par|Redactó"
    r"|Feljegyezte|Készítette|Lejegyezte|Întocmit|Записал|Составил|Исполнил|Протокол вёл)a?)"
    r":?\s+(\S[^:]{2,80}?)[.,;)\]]*"
)
# The letters with which they begin are sought first.
_TOOK_PART = re.compile(
    r"([ACM](?:(?<=^.)|(?<=[.;] .))(?:(?<=A)lso,? (?:Comrades?|Cdes?\.?|Messrs\.?|Mr\.|Members?)"
    r"|(?<=C)(?:omrades?|des?\.?)|(?<=M)(?:essrs\.?|r\.|embers?)) [^.;:]{3,150}?)"
    r" (?:(?:also )?(?:took part|participated|attended)|(?:was|were) (?:also )?present)\b"
)
# `On the Polish side were present Jan Orlov and Eva Dorn.`
_OF_SIDE = re.compile(
    r"(?:On|From|For) (?:the |our |their )?(?:[A-Z][\w-]+ )?(?:side|part|delegation),? (?:there )?"
    r"(?:took part|participated|attended|(?:were|was) (?:also )?present),? ([A-Z][^:;]{4,300})"
)
# `Present as well: Jan Orlov and Ambassador Dorn.`, amid the lines that head a paper.
_PRESENT = re.compile(
    r"(?<=[.!?\d)] )(?:Also present|Present(?: as well| too| also| were)?|In attendance): "
    r"((?=[A-Z])(?:[^.;:]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr))\.){3,200}?)"
    r"(?=(?<!\b[A-Z])(?<!\b[MD]r)[.;](?: |$))"
)
_CHAIRS = ("chaired", "presided", "opened by", "led by", "in the chair", "chairmanship of")
_ON_THOSE_PRESENT = (" part", "attended", "present", "Present", "ttendance", *_CHAIRS)
# Without one of these no sentence says it.
_TOOK = ("took part", "participat", "attend", "resent", "accompanied", "interpret", "taking part")
# `The meeting was chaired by Comrade Hora.`, `Comrade Hora presided over the session.`
_SITTING = r"(?:meeting|session|sitting|talks?|discussion|conversation|plenum)"
_CHAIRED = re.compile(
    rf"(?:(?:^|(?<=[a-z][.!?] ))(?:(?:The|This|Our|Today's) (?:\w+ )?{_SITTING}"
    r"(?: of [^.;]{3,60}?)? (?:was|were) (?:chaired|presided over|opened|led) by "
    r"|(?=[A-Z](?:[^.;]|(?<=\b[A-Z])\.|(?<=\bCde)\.){3,60} (?:chaired|presided (?:over|at))"
    rf" (?:the|this) {_SITTING}))"
    rf"|\b{_SITTING}\b(?:[^.;]|\b[ap]\.m\.){{0,60}}? under the chairmanship of (?:the )?"
    rf"|\b{_SITTING}\b(?:[^.;]|\b[ap]\.m\.){{0,60}}? with (?:the )?"
    r"(?=[A-Z](?:[^.;]|(?<=\b[A-Z])\.|(?<=\bCde)\.){3,60} in the chair\b))"
    r"([A-Z](?:[^.;,]|(?<=\b[A-Z])\.|(?<=\b[MD]r)\.|(?<=\bCde)\.){2,80}?)"
    r"(?=(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bCde)[.;,]|$| and (?:opened|closed|began|was)\b| chaired\b"
    r"| presided\b| in the chair\b| and (?:with|in)\b)"
)
# Below the word for a paper: `on a talk of Comrade Orlov with the ambassador, Comrade Vesely`.
_ON_A_TALK = re.compile(
    r"(?:on|about|of|from|concerning|regarding) (?:an? |the |his |her |my )?(?:\w+ )?"
    r"(?:talks?|conversations?|meetings?|discussions?|reception|audience|interview)"
    r" (?:of|between|by) ([A-Z].{3,120}?) (?:with|and) (.{3,160}?)"
    r"(?:,? (?:(?:on|in|of) (?:the )?\d|held|which took).{0,60})?[.,]?"
)
_OF_TALK = re.compile(
    r"\b(?:[Tt]alks?|[Cc]onversations?|[Mm]eeting|[Aa]udience) (?:with|of|between) "
)
_TALKS = ("talk", "conversation", "meeting", "discussion", "reception", "audience", "interview")
# What lines of those who took notes begin with in other languages than English.
_NOTES = frozenset("OSNZPVAGRFKLÎЗСИП")


def journal(line: Line) -> Iterator[Told]:
    """Find whose journal an entry is from: `From the diary of N. M. PEGOV`."""
    match = _JOURNAL.fullmatch(line.text)
    if match:
        yield Told("author", *span_of(line, match, 1), "line of a journal")


def journal_below(titles: Sequence[str], lines: Sequence[Line]) -> Iterator[Told]:
    """Find whose journal a paper is from, where the name stands below the words for it.

    titles: as they are written. lines: of the text, whose first ones may be markings.

    >>> lines = [Line(20, 26, "SECRET"), Line(27, 40, "ORLOV, I. P.")]
    >>> [one[1:] for one in journal_below(["From the Journal of"], lines)]
    [(27, 39, 'name below a journal')]
    >>> [one[1:3] for one in journal_below([], [Line(0, 19, "FROM THE JOURNAL OF"), *lines])]
    [(27, 39)]
    """
    opened = any(_OPEN_JOURNAL.search(one) for one in titles)
    heads = (at + 1 for at, line in enumerate(lines[:_HEAD]) if _OPEN_JOURNAL.match(line.text))
    first = 0 if opened else next(heads, len(lines))
    for line in lines[first : first + _FEW_WORDS]:
        if named := _OF_ONE.fullmatch(line.text):
            rule = BELOW_JOURNAL if opened else "line of a journal"
            yield Told("author", line.start, line.start + named.end(), rule)
            return


def byline(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find who wrote a paper, or talked, right below the word for it: `by Konstantin Michev,`."""
    line, above = lines[at], lines[at - 1].text if at else ""
    named = _BYLINE.fullmatch(line.text) if above.isupper() else None
    if named and above.count(" ") <= _FEW_WORDS:
        yield Told("author", *span_of(line, named, 1), "line of the author")
    met = _MET.fullmatch(line.text) if "CONVERSATION" in above else None
    if met:
        yield Told("participant", *span_of(line, met, 1), "line of a conversation")


def for_party(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find who signs for a party: the name below `For the Government of Italy:`."""
    line = lines[at]
    party, _, signed = line.text.partition(": ") if line.text[:4] in ("For ", "FOR ") else ("",) * 3
    one = (_PARTY_NAME.fullmatch(signed) or _BRACKETED_NAME.fullmatch(signed)) if signed else None
    if one and FOR_PARTY.fullmatch(f"{party}:".replace(". ", " ")):
        start = line.start + len(party) + 2
        yield Told("signatory", start + one.start(1), start + one.end(1), "signature for a party")
    if not at or not lines[at - 1].text.endswith(":"):
        return
    if FOR_PARTY.fullmatch(line.text) or not FOR_PARTY.fullmatch(lines[at - 1].text):
        return
    # Above a text it says who took part, below one who signs.
    above = not any(len(one.text) >= _WIDE for one in lines[:at])
    column = "participant" if above and any(len(one.text) >= _WIDE for one in lines[at:]) else ""
    first = at - 1  # as many names as there are parties side by side
    while first and FOR_PARTY.fullmatch(lines[first - 1].text):
        first -= 1
    ranked = False
    for below in lines[at : at + 2 * (at - first)]:
        if not ranked and is_rank_alone(below.text):  # the name stands below it
            ranked = True
            continue
        name = _PARTY_NAME.fullmatch(below.text) or (ranked and _SURNAME.fullmatch(below.text))
        if not name:
            return
        ranked = False
        told = f"{column or 'signature'} for a party"
        yield Told(column or "signatory", *span_of(below, name, 1), told)


def is_rank_alone(text: str) -> bool:
    """Tell whether a line is nothing but a rank or office, as stands above a signature.

    >>> is_rank_alone("Lieutenant General"), is_rank_alone("General Neiber")
    (True, False)
    """
    words = [word.strip(".,").casefold() for word in text.split()]
    ranked = 0 < len(words) <= _FEW_WORDS and words[-1] in _POSTS
    return ranked and text[0].isupper() and all(map(is_english, words))


def formula(line: Line) -> Iterator[Told]:
    """Find who sends a note to whom by its formula: `X presents its compliments to Y`."""
    head = line.text[:_LONGEST]
    found = _COMPLIMENTS.match(line.text) if "compliments to" in head else None
    if not found and any(word in head for word in COURTESIES):
        found = _COMPLIMENTS_ABROAD.match(line.text)
    if found:
        yield Told("corporate_author", *span_of(line, found, 1), FORMULA)
        yield Told("sender", *span_of(line, found, 1), FORMULA)
        yield Told("recipient", *span_of(line, found, 2), FORMULA)


def recorder(line: Line) -> Iterator[Told]:
    """Find who wrote a paper down, of whom a line says so: `Kept by: V. Nathanaili`."""
    found = _RECORDED.fullmatch(line.text) if len(line.text) <= _SHORT else None
    office, comma, last = found[1].rpartition(", ") if found else ("", "", "")
    if found and comma and _is_unit(office) and (name := person_in(last)):
        start = line.start + found.start(1)  # Department of Mines, J. Orlov
        yield Told("corporate_author", start, start + len(office), "line of the recorder")
        start += len(office) + len(comma)
        yield Told("author", start + name[0], start + name[1], "line of the recorder")
        return
    name = person_in(found[1]) if found else None
    if found and name:
        start = line.start + found.start(1)
        yield Told("author", start + name[0], start + name[1], "line of the recorder")


def _is_unit(words: str) -> bool:
    """Tell whether words are a body, or a part of one: Section for Villages."""
    return kind_of(words) == "group" or any(map(is_head, words.split()))


def took_part(line: Line) -> Iterator[Told]:
    """Find those of whom a sentence says that they took part: `Comrades X and Y took part in`."""
    if any(words in line.text for words in _CHAIRS):
        for match in _CHAIRED.finditer(line.text):
            for start, end in persons_listed(match[1], line.start + match.start(1)):
                yield Told("participant", start, end, "who was in the chair")
    told = any(words in line.text for words in _TOOK)
    if told and (side := _OF_SIDE.fullmatch(line.text)):
        for start, end in persons_listed(side[1], line.start + side.start(1)):
            yield Told("participant", start, end, "sentence on those present")
    for match in (*_TOOK_PART.finditer(line.text), *_PRESENT.finditer(line.text)) if told else ():
        for start, end in persons_listed(match[1], line.start + match.start(1)):
            yield Told("participant", start, end, "sentence on those present")


def present_in_brackets(line: Line) -> Iterator[Told]:
    """Find of whom brackets say that they were there: `X (obecna przy tym punkcie)`.

    >>> line = Line(0, 42, "Tow. Dorn-Hora (sekretarz, obecna przy tym")
    >>> [line.text[one.start : one.end] for one in present_in_brackets(line)]
    ['Dorn-Hora']
    """
    if any(word in line.text for word in _PRESENT_STEMS):
        for match in _BRACKETED.finditer(line.text):
            yield Told("participant", *span_of(line, match, 1), "brackets on those present")


def on_a_talk(line: Line) -> Iterator[Told]:
    """Find who talked with whom in the line below the word for a paper.

    >>> text = "on a talk of Comrade Jan Orlov with the Ambassador, Comrade P. A. Hora, on 5 May"
    >>> [text[one.start:one.end] for one in on_a_talk(Line(0, len(text), text))]
    ['Jan Orlov', 'P. A. Hora']
    """
    told = len(line.text) <= _LONGEST and any(one in line.text[:_WIDE] for one in _TALKS)
    found = _ON_A_TALK.fullmatch(line.text) if told else None
    for lo, hi in (found.span(1), found.span(2)) if found else ():
        for start, end in persons_listed(line.text[lo:hi], line.start + lo):
            yield Told("participant", start, end, "line of a conversation")


def is_on_talk(title: str) -> bool:
    """Tell whether a title says that a paper is on somebody's talk with others.

    >>> is_on_talk("Urgent Note on a Talk with Cardinal Casaroli"), is_on_talk("Talks on Coal")
    (True, False)
    """
    return _OF_TALK.search(title) is not None


def delegates(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who speaks in the records of conferences: `Mr. Abba EBAN (Israel) recalled`, twice."""
    spoke = [(line, one) for line in lines if "(" in line.text[:_WIDE]
             and (one := _DELEGATE.match(line.text))]  # fmt: skip
    if len(spoke) > 1:
        for line, one in spoke:
            yield Told("participant", *span_of(line, one, 1), "delegate who speaks")


def said(line: Line, *, courteous: bool) -> Iterator[Told]:
    """Find what a line says of itself: who notes what to whom, who took part, who wrote it down.

    courteous: whether a word of `COURTESIES` is among those of its page.
    """
    text = line.text
    if courteous and len(text) > _WIDE:
        yield from formula(line)
    if text[:1] in "oafcr":
        yield from on_a_talk(line)
    if " by" in text or text[:1] in _NOTES:
        yield from recorder(line)
    if "(" in text:
        yield from present_in_brackets(line)
    if any(map(text.__contains__, _ON_THOSE_PRESENT)):
        yield from took_part(line)
