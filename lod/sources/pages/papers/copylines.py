"""Who was to have a copy, as lines below a paper and sentences in it say."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.sources import Cell
from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.persons.entryname import is_head, is_plain, person_in
from lod.sources.pages.persons.listednames import (
    bodies_in,
    is_row_of_names,
    is_seated,
    is_unit,
    persons_listed,
)
from lod.sources.pages.persons.namelist import is_name_like, is_office, parted
from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import OFFICES, RANKS

_LONGEST, _LINES, _FEWEST_DASHES = 300, 3, 2
_RANKED = RANKS | {"cdes", "comrades"}
# By hand at the margin: `Com. Orlov, Com. Petrov - for information.`
_NOTED_FOR = re.compile(
    r"(?:[*_]{0,2}\[[^\]\[]{3,60}\][*_]{0,2}:?\s+"
    r"|\[[^\]\[:]{3,40}:\s+)?(?P<names>(?:To )?(?:Cdes?|Coms?|Comrades?|Mr|Messrs"
    r"|Gen|General|Dr|Minister|Min|Dep)\b[^;:\n]{3,160}?)\s?(?:[-\u2013\u2014:]|,)\s?"
    r"(?:for (?:your )?(?:information|attention|action|study|acquaintance|guidance)"
    r"|to (?:be informed|read|see|acquaint (?:him|them)sel(?:f|ves))|please (?:read|see|note))\b"
    r"(?!\s(?:of|on|that)\b)"
)
# The same as who is to read it: `[In Tito's hand: To be read by Orlov, Petrov.]`
_TO_READ = re.compile(
    r"(?:\[[^\]\[]{0,80}?[:.] ?)?[\"\u201c]?(?:To be|Must be|Should be) (?:read|seen|studied"
    r"|noted|signed)"
    r" by (?:the )?(?:members |[Cc]omrades |[Cc]des\.? )?(?P<names>(?:[^.;\]\n]"
    r"|(?<=\b[A-Z])\.){3,200})"
    r"[.;\]](?:[^\[\]\n]{0,20}\]?)?"
)
_FOR_WORDS = ("for ", "to be inf", "to read", "to see", "to acq", "please ")
# What a sentence in another language that names one has one of.
COPIES_ABROAD = frozenset(
    ("copie", "copia", "cópia", "abschrift", "durchschlag", "kopie", "kopia", "kopię", "копия",
     "копию", "копии")
)  # fmt: skip
# In a letter's text: `I am sending a copy of this to Hall in Kampala and to Twining`.
_COPIED_TO = re.compile(
    r"\b(?:[Cc]op(?:y|ies) of (?:this|it|my (?:letter|telegram|minute|note)"
    r"|the (?:present|above))\b[^.;]{0,40}?"
    r"|(?:I|[Ww]e)(?: am|'m| are|'re| have| shall be)? (?:also )?cop(?:ying|ied)"
    r"(?: (?:this|it|the|my|both|your)(?: \w+){0,5}?)?"
    r"|(?:I|[Ww]e)(?: am|'m| are|'re| have| shall be)? (?:also )?sen(?:d|ding) (?:a )?cop(?:y|ies)"
    r"(?: of (?:this|it|my|both|the (?:letter|minute|note|telegram|paper))"
    r"(?: \w+){0,5}?)?) to (?=[A-Z]|the )((?:[^.;]|(?<=\b[A-Z])\.){3,300})"
)
# Written by hand on a paper: `Trinh to answer. Copy to the General Staff, Comrade Dung.]`
_COPY_TO = re.compile(
    r"(?:^|(?<=[.:;*] )|(?<=\[))(?:[Aa] )?[Cc]op(?:y|ies) (?:also |sent |given |made )?"
    r"(?:for (?:information|acquaintance|reference|attention|action) )?(?:to|for) "
    r"(?=[A-Z]|the [A-Z])"
    r"((?:[^.;\]]|(?<=\b[A-Z])\.|(?<=\b[MD]r)\.|(?<=\b(?:Mrs|Gen|Col|Cde))\.){3,200})"
    r"(?=[.;\]]*(?: |$))"
)
_COPY_OF = (
    "opy to ",
    "opies to ",
    "opy for ",
    "opies for ",
    "opy sent ",
    "opies sent ",
    "opy given ",
)
# The same in other languages: `Copie de cette lettre à Mario Roques, à notre bureau`.
_COPIED_ABROAD = re.compile(
    r"\b(?:[Cc]opie de (?:cette|la présente|ce|mon|ma)|[Cc]opia de (?:esta|este|la presente|mi)"
    r"|[Cc]opia (?:della|di questa|di questo)|[Cc]ópia (?:desta|deste|da presente)"
    r"|(?:Abschrift|Durchschlag|Kopie) (?:dieses|meines|des vorstehenden|davon)"
    r"|[Kk]opi[aę] (?:tego|niniejszego)"
    r"|[Кк]опи[яюи] (?:этого|настоящего|данного))"
    r"(?: [^\W\d_]{3,20}){0,2}(?: (?:est|wird|geht|ging|va|é|è|została?|envoyée?|enviada|inviata"
    r"|gesandt|adressée?|направлена|послана)){0,2}"
    r" (?:à|au|an|a|al|alla|ao|do|dla|для|pour|für)\s"
    r"(?:M\. |Mme |Herrn |Frau |signor |señor |tow\. |тов\. |т\. )?"
    r"((?:[^\W\d_a-zа-я][\w.'\u2019-]* (?:(?:de|von|di|van) )?){0,2}[^\W\d_a-zа-я][\w'\u2019-]{2,})"
)
_COPYING = (" this", " copying ", " copied ", "opies of ", "opy of ", " copies to ")
_COPIED_NAME = re.compile(
    r"(?:^|[,;] +|\band )(?:to )?(?:(?:Sir|Mr\.?|Dr\.?|Lord|General|Ambassador) )?"
    r"((?:[A-Z][\w.'\u2019-]* ){0,2}[A-Z][\w'\u2019-]+)"
    r"(?= *(?:$|,)|  | (?:in|at|and|of|for|who|by|with)\b)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Within a sentence, in brackets: `I propose to the members (copy: Comrades X, Y) that they vote`.
_ASIDE = re.compile(
    r"\((?:with (?:a )?)?(?:[Cc]op(?:y|ies)|[Cc]\.?[Cc]\.?|[Cc]opie|[Cc]opia"
    r"|[Dd]urchschlag|[Kk]opi[ae])"
    r"(?: (?:to|for|an|à|a|do))?:? (?=[^\W\d_a-z])([^()\n]{3,120})\)"
)
_ASIDES = ("(c", "(C", "(with ", "(K", "(k", "(D")
_COPIES = re.compile(
    r"(?:^|(?<=\s))(?:(?:Cop(?:y|ies)|Extracts?|Excerpts?) (?:of|from) (?:(?:this|the) )?"
    r"[\w ]{3,30}?"
    r"|Copies|COPIES|Copy|COPY|(?<!\bthe )(?<!\bof )(?<!\bCPSU )(?:cc|CC)|[Cc]/[Cc]|c\.c\.|Cc"
    r"|Rptd\.?|RPTD\.?|Rep(?:ea)?te?d|REPEATED|Info|INFO|Abschriftlich|Abschrift|Durchschlag"
    r"|Durchdruck"
    r"|Nachrichtlich|Verteiler|Copie(?: pour information)?|Ampliation|Copia|Cópia|Con copia"
    r"|Do wiadomości|Otrzymują|Na vědomí|Kapja|Kapják|Копия|Копии|Разослано"
    r"|Distribut(?:ed|ion)(?: list)?|DISTRIBUTION"
    r"|(?:(?<=copies[.;] )|(?<=copy[.;] )|(?<=copies made[.;] ))"
    r"(?:Sent|Issued|Circulated|Handed|For|To))"
    r"(?:\s+(?:to|an|à|a|do|pro))?\s?:\s*(\S.{1,400})$"
)
# Under Soviet papers: "1 - to Cde. Gromyko", one copy a line.
_COPY = re.compile(
    r"(?:\d{1,2}\s*(?:[-\u2013.]|x|\u00d7|cop(?:y|ies|\.)|экз\.?|ex\.?)"
    r"|(?:[Cc]op(?:y|\.)|[Ee]x\.?|Экз\.?|Ausf(?:ertigung|\.))\s?(?:[Nn]o\.?|[Nn]r\.?|#"
    r"|\u2116)?\s?\d{1,2}\.?)"
    r"\s*(?:[-\u2013\u2014:]\s*)?(?:to\s+|for\s+)?(?:the\s+)?(?:[^,;]{3,50}, )?"
    r"((?:Dr\.|Mr\.|(?:Premier|President|Minister)(?! (?:of|for)\b)|Cdes?\.|[Cc]omrades?"
    r"|cdes?\.|тов\.|т\.|Gen\.|tow\.|s\.)"
    r"\s*\S.{1,60}?)[.,;]?"
)
# The same without a colon: `Sent to Comrades Orlov, Petrov.`
_SENT_TO = re.compile(
    r"[\[(]?(?:An? )?(?:(?:To be|It was|Were|This was)\s)?(?:[Cc]op(?:y|ies|ied)|[Ss]ent"
    r"|[Dd]istributed|[Cc]irculated|[Dd]isseminated|[Mm]ailed|[Ii]ssued|[Ff]orwarded|[Dd]ispatched|[Rr]outed|[Ee]xtracts?"
    r"|[Ee]xcerpts?)(?:\sof\s(?:this|the)\s\w+)?(?:\s(?:was|were|are|is))?(?:\s(?:sent|given|made"
    r"|distributed|circulated|forwarded|also))?(?:\sout)?\s(?:to"
    r"|for)\s(?:the\s)?(\S.{3,280}?)[\])]?[.]?[\])]?"
)


# How many copies there are, before whom they went to.
_MADE = re.compile(
    r"[*_]*(?:Made|Printed|Typed|Issued|\d{1,3} copies"
    r"(?: (?:were )?(?:made|printed|typed|issued))?)"
    r"[^.;:]{0,24}[.;] (?=\w+ (?:out )?(?:to|for) )"
)
# Behind those who are no persons: `sent to members of the Politburo and to Orlov by courier`.
_ALSO_TO = re.compile(
    r"(?:,| and|; ?)(?: also)? to (?:(?:[Cc]omrade|[Cc]de\.|Mr\.|Dr\.|Gen\.) )?"
    r"((?:[^\W\d_a-z][\w.'\u2019-]* ){0,2}[^\W\d_a-z][\w'\u2019-]{2,})"
    r"(?=$|[,;.]|\*| and | by | in | through | via )"
)
# Which points each has: `Comrades Orlov, Vesely - all; Comrade Dorn - p. 3`.
_POINTS = re.compile(r"\s[-\u2013\u2014]\s?(?:all|in full|whole|entire|pp?\.|points?|items?)")
# `3 copies, 1st copy: E. Orlov`, `Copy 1: Minister. Copy 2: Jan Vesely.`
_EACH = re.compile(
    r"\b(?:[Cc]opy (?:[Nn]o\.? ?)?\d{1,2}|\d{1,2}(?:st|nd|rd|th) copy"
    r"|\d{1,2}\. (?:Ausf(?:ertigung|\.)|Exemplar|Ex\.)|[Ee]gz\.(?: nr)? \d{1,2}"
    r"|[Ээ]кз\.(?: №)? ?\d{1,2})\s?(?::|[-\u2013]|\bto\b)\s+"
    r"((?:[^.;,\n]|(?<=\b[^\W\d_])\.){3,60})(?=[.;,]|$)"
)
_COUNTS = (" copy", "Copy ", "copy ", "Ausf", "Ex.", "gz.", "кз.")
# The number of a copy before a body with its department: `3. Ex. ZK der SED, Abteilung X`.
_OF_COPY = re.compile(r"\d{1,2}\. (?:Ex|Ausf|Expl|egz|экз|výt)\. ")
_BRACKETED = re.compile(r"[^()]{4,60} \(((?:[A-Z]\. ?)*[A-Z][\w.'\u2019 -]{2,30})\)")


# What says how many copies there are, or where they went.
_TOLD_OF = re.compile(
    r"[*_]*(?:\d{1,3} cop(?:y|ies)\b|(?:Sent|Copies|Copy|Distribut\w+|Typed|Printed|Made in)\b)"
)


def copies_below(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a paper says, not far below a line, how many copies there are, or who has them.

    >>> copies_below([Line(0, 9, "By: Orlov"), Line(10, 25, "8 copies made.")], 0)
    True
    """
    return any(
        _TOLD_OF.match(line.text)
        or announced(line.text.partition(":")[0].casefold()) == "copy_recipient"
        for line in lines[at + 1 : at + 4]
    )


def each_copy(line: Line) -> Iterator[Told]:
    """Find who had which copy, where a line counts them.

    >>> line = Line(0, 70, "Made in 3 copies. Copy 1: Minister. Copy 2: Jan Vesely. Copy 3: file.")
    >>> [line.text[one.start : one.end] for one in each_copy(line)]
    ['Jan Vesely']
    """
    counted = len(line.text) <= _LONGEST and any(map(line.text.__contains__, _COUNTS))
    for match in _EACH.finditer(line.text) if counted else ():
        headed = is_office(match[1]) or any(map(is_head, match[1].split()))
        if (name := person_in(match[1])) and is_name_like(match[1]) and not headed:
            start = line.start + match.start(1)
            yield Told("copy_recipient", start + name[0], start + name[1], "copies counted")


def labelled_copies(page: str, cell: Cell, kind: Callable[[str], str]) -> Iterator[Told]:
    """Give those of whom a label says that they had copies: persons and bodies.

    page: its text. kind: tells what words are known as.
    """
    text = page[cell.start : cell.end]
    parts = text.split(" - ")
    if len(parts) > _FEWEST_DASHES and ";" not in text and any(" " in one for one in parts):
        text = text.replace(" - ", " ; ")
    held = _BRACKETED.fullmatch(text)
    if held and not OFFICES.isdisjoint(text.casefold().split()):
        start, end = (cell.start + place for place in held.span(1))
        yield Told("copy_recipient", start, end, cell.rule)
        return
    counted = _OF_COPY.match(text)
    if counted and any(map(is_head, text[counted.end() :].replace(",", "").split())):
        yield Told("copy_recipient", cell.start + counted.end(), cell.end, cell.rule)
        return
    persons = [
        one for one in persons_listed(text, cell.start) if not is_seated(page[slice(*one)], kind)
    ]
    for start, end in (*persons, *bodies_in(text, cell.start, persons)):
        yield Told("copy_recipient", start, end, cell.rule)


def copied(line: Line, *, abroad: bool) -> Iterator[Told]:
    """Find whom a sentence names as having a copy; abroad: in other languages than English too.

    Only a text with one of `COPIES_ABROAD` has such sentences.

    >>> line = Line(0, 45, "Copie de cette lettre à Mario Roques, à Paris")
    >>> [line.text[one.start : one.end] for one in copied(line, abroad=True)]
    ['Mario Roques']
    """
    if "op" in line.text:
        yield from each_copy(line)
        yield from _copied_to(line)
    for match in _ASIDE.finditer(line.text) if any(map(line.text.__contains__, _ASIDES)) else ():
        for place in persons_listed(match[1], line.start + match.start(1)):
            yield Told("copy_recipient", *place, "copies in brackets")
    for match in _COPIED_ABROAD.finditer(line.text) if abroad else ():
        if not is_office(match[1]):
            yield Told("copy_recipient", *span_of(line, match, 1), "sentence on copies")


def sentence_from(text: str, lines: Sequence[Line], at: int) -> Line:
    r"""Give a line with those that go on with its sentence on copies, where it has begun one.

    >>> text = "I am copying this to Jan Orlov and\nEva Dorn (Mines). He agrees."
    >>> lines = [Line(0, 34, text[:34]), Line(35, 63, text[35:])]
    >>> sentence_from(text, lines, 0).text[-24:]
    'Dorn (Mines). He agrees.'
    """
    line, last = lines[at], at
    if "op" not in line.text or not _is_copying(line.text):
        return line
    while last + 1 < len(lines) and last - at < _LINES and not lines[last].text.endswith("."):
        if text.count("\n", lines[last].end, lines[last + 1].start) != 1:
            break
        last += 1
    if last == at:
        return line
    end = lines[last].end
    return line._replace(end=end, text=text[line.start : end].replace("\n", " "))


def _copied_to(line: Line) -> Iterator[Told]:
    if "op" in line.text and any(map(line.text.__contains__, _COPY_OF)):
        for match in _COPY_TO.finditer(line.text):
            start = line.start + match.start(1)
            persons = persons_listed(match[1], start)
            for place in (*persons, *bodies_in(match[1], start, persons)):
                yield Told("copy_recipient", *place, "sentence on copies")
    for match in _COPIED_TO.finditer(line.text) if _is_copying(line.text) else ():
        listed = _IN_BRACKETS.sub(lambda one: " " * len(one[0]), match[1])
        for name in _COPIED_NAME.finditer(listed):
            if not is_office(name[1]) and not any(map(is_head, name[1].split())):
                start = line.start + match.start(1) + name.start(1)
                yield Told("copy_recipient", start, start + len(name[1]), "sentence on copies")


def _is_copying(text: str) -> bool:
    return any(map(text.__contains__, _COPYING))


def copies(line: Line) -> Iterator[Told]:
    """Find who was to have a copy."""
    match = _COPIES.search(line.text) if ":" in line.text else None
    if match:
        listed, start = match[1].rstrip(".])"), line.start + match.start(1)
        persons = list(parted(listed, start))
        several = ";" in listed or _POINTS.search(listed) is not None
        if several or (len(persons) == 1 and "," in listed):  # a body among them is no one name
            persons = persons_listed(listed, start)
            persons += bodies_in(listed, start, persons)
        names = [line.text[lo - line.start : hi - line.start] for lo, hi in persons]
        units = len(names) > 1 and all(map(is_unit, names))  # SG, DEM, CSN
        for place in persons:
            column = "corporate_copy_recipient" if units else "copy_recipient"
            yield Told(column, *place, "line of copies")
    elif (one := _one_copy(line.text)) and is_name_like(one[1]):
        yield Told("copy_recipient", *span_of(line, one, 1), "line of a copy")
    elif (noted := _noted_for(line.text)) is not None:
        for place in persons_listed(noted["names"], line.start + noted.start("names")):
            yield Told("copy_recipient", *place, "note on who is to know")
    elif " to " in line.text or " for " in line.text:
        yield from _sent_to(line)


def _noted_for(text: str) -> re.Match[str] | None:
    """Match a note by hand on who is to know of a paper: `Com. Orlov - for information`."""
    if len(text) > _LONGEST:
        return None
    if " be " in text and (read := _TO_READ.fullmatch(text)):
        return read if is_row_of_names(read["names"]) or person_in(read["names"]) else None
    return _NOTED_FOR.match(text) if any(map(text.__contains__, _FOR_WORDS)) else None


def _one_copy(text: str) -> re.Match[str] | None:
    """Match a line on one copy, which a number or a word for one begins."""
    return _COPY.fullmatch(text) if text[:1].isdigit() or text[:1] in "CcEeЭA" else None


def _sent_to(line: Line) -> Iterator[Told]:
    """Find those to whom a line without a colon says that copies went: ranked, or several."""
    made = _MADE.match(line.text)
    text = line.text[made.end() :] if made else line.text
    line = line._replace(start=line.end - len(text), text=text) if made else line
    found = _SENT_TO.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    listed = found[1].rstrip(".") if found else ""
    if not found or not listed:
        return
    for also in _ALSO_TO.finditer(listed) if " to " in listed else ():
        if is_plain(also[1]) and not is_office(also[1]):
            start = line.start + found.start(1) + also.start(1)
            yield Told("copy_recipient", start, start + len(also[1]), "line of copies")
    ranked = listed.split(None, 1)[0].strip(".").casefold() in _RANKED
    if ranked or is_row_of_names(listed):
        for place in persons_listed(listed, line.start + found.start(1)):
            yield Told("copy_recipient", *place, "line of copies")
