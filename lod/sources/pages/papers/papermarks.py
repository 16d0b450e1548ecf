"""What short lines of a paper tell by themselves: numbers, markings, the number answered."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lod.sources.pages.papers.kindlines import kind_line
from lod.sources.pages.papers.officecodes import (
    SHORTENED,
    before_day,
    filed_number,
    is_code,
    is_registered,
    opening_number,
    recorded_as,
    small_number,
)
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.secrecy import grades
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.titleforms import form

OPENS, _SHORT, _MOST, _LABEL = "number that opens a telegram", 100, 12, 40
_LABELLED = re.compile(r"(?=[^\n]*\d)(?!.*[^\W\d_]{7})(?:\S{1,20} ){0,3}\S{1,24}")
# A letter in brackets may stand within a number: C/441/JS(E)/60.
_PART = r"(?:[^\s,;:()\[\]\"\u201c\u201d\u201e]|\([\w.]{1,6}\)(?=[/-]))*"
# Digits in groups of three, or a grade of secrecy: A 467 315, 214/Top Secret/1959.
_GROUPED = (
    r"(?:[A-Z]{1,3}[ -])?\d{1,3}(?: \d{3}){1,3}(?=[.,;)\]]?$|[,;)\]])"
    r"|\d{1,6}/(?:(?:[Tt]op|[Ss]trictly) )?(?:[Ss]ecret|[Cc]onfidential)[/-]\d{2,4}"
)
VALUE = rf"(?:{_GROUPED}|(?:(?:{SHORTENED}) (?=\d))?{_PART}\d{_PART})"
_NUMBER = re.compile(
    r"(?:^|(?<=[\[(\s]))(?:No\.?:?|[Nn][úu]m\.|N[ÚU]M\.|NO\.?:?|N0\.|N(?!0\.)(?:[\u00b0\u00ba]|\s?\$\^\{?\\circ\}?\$|(?![A-Z.]))|\u2116|Nr\.?"
    r"|Number:?|NUMBER:|#(?=\s?\d)"
    r"|[Ss]erial (?:[Nn]umber|[Nn]o\.?):?|SERIAL (?:NUMBER|NO\.?):?|N\.(?=\s?\d)"
    r"|R[ée]f[ée]rence (?:à rappeler|no)\s?:|(?:[NV]otre|N/) ?[Rr][ée]f(?:[ée]rence)?\.?\s?:"
    r"|(?:Our|OUR) [Rr][Ee][Ff]\.?:?"
    r"|(?:In reply,? )?(?:[Pp]lease )?quote:?(?: [Nn]o\.)?|Aktenzeichen:?|Geschäftszeichen:?"
    r"|Unser Zeichen:?|Journ\.?-?Nr\.:?"
    r"|Prot(?:\.|ocollo)(?: [Nn](?:\.|\u00b0|r\.?))?:?|Kenmerk:?|Ons kenmerk:?|Исх\.:?"
    r"|Рег\. ?\u2116|Expte\.:?|Exp\. ?[Nn]\u00fam\.:?"
    r"|R[Ee][Ff]\.?(?:\s?[Nn][Oo]\.?)?:?(?!\s?[A-Z]{4,} )"
    r"|[Čč]\. ?j\.:?|Az\.:?|AZ:|Tgb\.?[- ]{0,2}Nr\.:?"
    r"|(?:(?:[Ss]tr\. ?)?[Pp]ov\. ?)?[Bb]r(?:oj)?\.:?(?=\s?\d)|(?:[Пп]ов\. ?)?[Бб]р\.:?"
    r"|L\. ?dz\.|Zn(?:ak)?\.:?|Ikt\. ?sz\.:?|Вх\. ?\u2116|Исх\. ?\u2116|GZ\.?:?"
    r"|Gesch\.-?Z\.:?|(?:GVS|VVS|GKdos)(?:[ -][A-Z][A-Za-z]{1,4})?:?)\s*"
    rf"[\"\u201c\u201e]?({VALUE})"
)
_NUMBERED = re.compile(
    r"\b(?:telegram|letter|note|protocol|pr|cable|decree|decision|resolution|report|order|message"
    r"|memorandum|directive|circular|dispatch|point|item|copy|page|pb|your|box|folder|article"
    r"|draft|document|appendix|annex|enclosure|book|bulletin|newsletter|yearbook|room|school|unit|division|factory)\b[^.;]{0,30}$"
    # Of the minutes that an extract is from.
    r"|\b(?:extract|excerpt)s? from\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"(?:/|\.? )(?:Vol|Bd|T|t|tom|Pt)\.? ?(?:\d{1,3}|[IVX]{1,5})\b")
# The number of an issue: `Peking Review, Vol. IV, No. 34`.
_OF_ISSUE = re.compile(r"\b[Vv]ol(?:ume|\.) ?(?:\d{1,3}|[IVXLC]{1,7}),? $")
_FILED = re.compile(
    r"\(?(\d{1,6}/\d{1,4}(?:/\d{1,4})?/\d{2,4}(?:/\w)?|\d{1,6}/(?![IVX]+/)[a-zA-Z]{1,5}/\d{2,4}"
    r"|\d{3,6}/(?:19)?[4-9]\d|\d{1,6}/(?:19)?\d\d(?:[/-][^\W\d_]{1,6}){1,2})\)?\.?"
)
# `004/68/top secret`, as Hungarian posts number their papers
_FILED_GRADED = re.compile(
    r"(\d{1,6}(?:/[\w-]{1,6}){1,3})/(?i:(?:top |strictly )?(?:secret|confidential)|szig\.? ?titk\.?"
    r"|sz\. ?t\.|tük)\.?"
)
# 3/9/65 is a day.
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:19)?\d\d")
# The number of a copy, in other languages: `Экз. № 2`, `Egz. nr 3`.
_OF_COPY = re.compile(
    r"\b(?:egz|экз|прим|výt|výtisk|pld|példány|exempl|exemplar|exemplaire|ejemplar|ejempl"
    r"|esemplare|ausf|ausfertigung|durchschlag)\.?\s*(?:nr|n)?\.?\s*$",
    re.IGNORECASE,
)
# Numbers of several telegrams that are one: `Nos 871 à 875`, `Nr. 12 bis 14`.
_SEVERAL = re.compile(
    r"(?:(?:T|D|Tél|TÉL|Télégrammes?|TÉLÉGRAMMES?|Dépêches?|Telegrams?|TELEGRAMS?)\.? )?"
    r"[Nn](?:os?|OS?|\s?[o\u00ba\u00b0]s?|rs?|r)\.?\s?"
    r"(\d{1,6}\s?(?:\u00e0|a|to|bis|al|do|\u043f\u043e|-|\u2013)\s?\d{1,6})\.?"
)
# `No. 88/1966/Top Secret.`, as Hungarian posts number their papers with the grade behind.
_GRADED = re.compile(r"/(?=[^\W\d_][\w. ]*$)")
_PROTOCOL = re.compile(
    r"(?:DECISION|Decision|RESOLUTION|Resolution|DECREE|Decree|ORDER|Order|РЕШЕНИЕ|Решение|PROTOCOL|Protocol|Protok[oó]\u0142|Protokoll|ПРОТОКОЛ|Протокол|MINUTES|Minutes)\s"
    r"[\"\u201c\u201e\u00ab]?[A-ZА-Я]{1,3}[\"\u201d\u201c\u00bb]?\s(?:No\.?|N\.|Nr\.?|\u2116)\s?(\d[\w/-]*)"
)
# The first line of a telegram: post, number, day.
WIRE_HEAD = r"[A-Z][A-Z .-]{2,30}\s{2,}(?:No\.? ?)?(?P<number>\d[\d/-]{1,14})\s{2,}"
_WIRED = re.compile(rf"{WIRE_HEAD}\d{{1,2}}[. /].{{5,30}}")
_ONLY_DIGITS = re.compile(r"\d{5,9}")
# `TELEGRAM 076.203 from ...`, as the title of one.
_TITLE_NUMBER = re.compile(
    r"(?i:telegram|cable|dispatch|despatch|ciphergram)\s+"
    r"(?:(?:[Nn]o\.?\s*)?(?P<bare>\d{2,}(?:[./-]\d+)*)(?=\s+(?:from|From|of|to)\b)"
    r"|(?:[Nn]o\.?|N[Rr]\.?|N|\u2116)\s*(?P<told>\d+(?:[./-]\w+)*)(?=[,:;]|\s|$))"
)
# `Protokół Nr 18 posiedzenia ...`, `Circular núm. 17 a las misiones`: a kind of paper before it.
_NUMBERED_TITLE = re.compile(
    r"(?!Ex(?:tract|cerpt)|EX|Auszug|Extrait|Estratto|Wyciąg|Выписка"
    r"|Výpis)(?P<kind>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2}"
    r"(?: [\"\u201c\u201e\u00ab][^\W\d_]{1,3}[\"\u201d\u201c\u00bb])?)"
    r"\s+(?:N[Or]?\.?|nr\.?|No\.?|\u2116"
    r"|[Nn][\u00b0\u00ba]"
    r"|[Nn][\u00fa]m\.?|[\u010d]\.) ?(?P<told>\d+(?:[./-]\w+)*)(?=[,:;.]?(?:\s|$))"
)
_OWN_NUMBER = re.compile(
    r"(?!Your )(?:(?:[A-Z]+|[A-Z][a-z]+) ){0,3}"
    r"(?:[Tt]elegram|[Ll]etter|[Nn]ote|[Dd][ei]spatch|[Cc]able"
    r"|REPORT|CABLE|TELEGRAM|LETTER|PROTOCOL|DECREE|ORDER|NOTE|MEMORANDUM|DISPATCH|CIPHERGRAM"
    r"|DECISION|RESOLUTION|DIRECTIVE|Report|Protocol|Decision|Resolution|Decree|Order|Directive"
    r"|[Cc]ircul(?:ar|aire)|CIRCUL(?:AR|AIRE)|Me(?:ssage|morandum)|MESSAGE|INSTRUCTION|Instruction|AIRGRAM|Airgram)"
    r"(?:\s+[\"\u201c\u201e\u00ab][A-Z\u0410-\u042f]{1,2}[\"\u201d\u201c\u00bb])?"
    rf"\s+(?:N[Oo]\.?|N(?:[\u00fau]m|[\u00daU]M|r)\.|[Nn][\u00b0\u00ba]|\u2116|#)\s*({VALUE})"
    r"(?:\s[\"\u201c][A-Z][\"\u201d])?(?:,? (?:of|from|dated) (?=\D{0,12}\d)[\w.]+(?: \w+){1,2})?"
)
_HANDWRITTEN = re.compile(rf"\[[^\[\]]{{0,30}}?:\s*(?:No\.?|N[\u00b0\u00ba]?|\u2116)\s*({VALUE})\]")
# `[Stamp: Registered. No. 47/1. 6.2.65]`
_STAMPED = re.compile(
    r"\[(?:(?:[Rr]ound |[Ss]quare |[Oo]ffice )?[Ss]tamp(?:ed)?|[Rr]eg(?:istered|istration)?"
    r"|[Ii]ncoming|[Hh]andwritten|[Ii]n (?:ink|pencil)|[Ss]eal|[Ss]tempel|[Pp]ieczęć|[Rr]azítko"
    r"|[Шш]тамп)\b[^\[\]]*\]"
)
# What an editor says in brackets of a whole line, or of how it is spelt.
_NO_NOTE = re.compile(
    r"^\[(?:[\w ]{0,20}[Ss]tamp|handwritten):?\]:? |\[(?:sic|so in original|as in text)[.!]?\]"
)
_ANNEX = re.compile(
    r"[Tt]o\s+(?:p\.|pp\.|point|item|para(?:graph|\.)?)\s*(?:\d|[IVX]+\b)[^.;]*?"
    r"\b(?:(?:pr(?:ot(?:ocol)?)?|min(?:utes)?)\b\.?\s*(?:PB|Politburo)?)\s*No\.?\s*\d+"
)
_SENTENCE = re.compile(r"\b(?:is|was|are|were|the)\b")
_HANDLED = re.compile(
    r"\b(?:TOP PRIORITY|Top Priority|Top priority|PRIORITY|Priority"
    r"|(?:(?:MOST|VERY|EXTREMELY|Most|Very|Extremely) )?(?:URGENT|Urgent)"
    r"|(?:Most|Very|Extremely) urgent"
    r"|(?:BY|VIA|By|Via) (?:HF|VCh|VCH|TELEPHONE(?: LINE)?|RADIO|telephone(?: line)?)|IMMEDIATE"
    r"|BY CIPHER|By Cipher|By cipher|BY COURIER|By Courier|BY WIRE|CIPHERED|FLASH|NODIS|EXDIS"
    r"|LIMDIS|NOFORN|EYES ONLY|Eyes Only|PERSONAL|OUT OF TURN|Out of turn)\b"
)
# Whom alone a paper is for, in a line by itself, and what is of no grade.
_FOR_SOME = re.compile(
    r"(?:(?:Strictly|Only|Solely) )?[Ff]or (?:the )?(?:members|secretaries|ministers|deputies|heads"
    r"|addressees?|recipients?|personal (?:use|information))\b[^.;:\n]{0,50}? only\W?"
    r"|(?:Only|ONLY) for (?:the )?(?:members|secretaries|ministers|addressees?"
    r"|recipients?)\b[^.;:\n]{0,50}"
    r"|Nur für (?:Mitglieder|die Mitglieder|den Empfänger|Empfänger)\b[^.;:\n]{0,50}"
    r"|(?:Tylko|Wyłącznie) dla (?:członków|adresata)\b[^.;:\n]{0,50}"
    r"|(?:Pouze|Jen|Len) pro (?:členy|členov|adresáta)\b[^.;:\n]{0,50}"
    r"|Csak (?:a )?[^.;:\n]{0,40}(?:tagjai|címzett)\w*(?: részére)?"
    r"|Только для (?:членов|адресата)\b[^.;:\n]{0,50}"
    r"|GUARD|CONTROL|DISCREET"
)
_FOR_SOME_ONLY = frozenset("FSONTWPJLCТGD")
# What offices stamp on telegrams, each the whole of a line.
_ROUTED = re.compile(
    r"\d{1,2}(?:ST|ND|RD|TH) (?:SECTION|BUREAU|SECTOR|UNIT)|COPY N[Oo0]\.? ?\d{1,3}"
    r"|(?:MAKING (?:OF )?COPIES|COPYING|REPRODUCTION|Making (?:of )?copies|Copying|Reproduction)"
    r"(?: (?:IS|is))? (?:PROHIBITED|FORBIDDEN|prohibited|forbidden)\.?"
)
_PART_OF_NOTE, _LONGEST_NOTE = re.compile(r"[^\[\].;:]{3,40}(?=[.;\]])"), 500
_STOPPED, _FEW = re.compile(r"[^.;\s](?:[^.;]|[.;](?! )(?=.)|(?<=No)\. |(?<=Nr)\. )*"), 4


class Told(NamedTuple):
    """A column that the form of a text feeds, the place of the value in the page, and the rule."""

    column: str
    start: int
    end: int
    rule: str


def may_have_number(text: str) -> bool:
    """Tell at once of most lines of prose that they have no number of the text itself.

    >>> may_have_number("214. Your 87"), may_have_number(30 * "He met 5 of them. ")
    (True, False)
    """
    own = text[:1].isdigit() or text[:1] in "N\u2116"
    return len(text) <= _SHORT or own or "[" in text or "  " in text


def numbers(line: Line) -> Iterator[Told]:
    """Find the numbers of the text itself, on short lines that are no sentences."""
    yield from _opening(line)
    for one in _alone(line.text) if len(line.text) <= _SHORT else ():
        yield Told(one.column, line.start + one.start, line.start + one.end, one.rule)


@kept_if_short
def _alone(text: str) -> tuple[Told, ...]:
    return tuple(_numbers(Line(0, len(text), text)))


def _numbers(line: Line) -> Iterator[Told]:
    if own := _own_number(line):
        yield own
        return
    filed = _FILED.fullmatch(line.text) or _FILED_GRADED.fullmatch(line.text)
    filed = filed or _behind_grade(line.text)
    if filed and not _DAY.fullmatch(line.text):
        yield Told("number", *span_of(line, filed, 1), "number of a file")
    annex = _ANNEX.search(line.text)
    if annex:
        yield Told("annex", *span_of(line, annex, 0), "reference of an annex")
    coded = line.text.removesuffix(".")
    if is_code(coded):
        yield Told("number", line.start, line.start + len(coded), "number alone on its line")
    if small := small_number(line.text):
        yield Told("number", line.start + small[0], line.start + small[1], "number of the document")
    if is_registered(coded):
        yield Told("number", line.start, line.start + len(coded), "registry of secret papers")
        return
    yield from _behind_label(line, annex)


def _behind_grade(text: str) -> re.Match[str] | None:
    """Find the number of a file behind a grade of secrecy: `Strictly Confidential! 0012/1965`."""
    if "/" not in text or not text[-1].isdigit() or text[:1].isdigit():
        return None
    ends = [end for start, end in grades(text, whole=False) if start == 0]
    rest = text[ends[0] :].lstrip(" !,.:") if ends else ""
    return _FILED.fullmatch(text, len(text) - len(rest)) if rest else None


def _behind_label(line: Line, annex: re.Match[str] | None) -> Iterator[Told]:
    """Find what stands behind the label of a number or `No.`, or in a stamp."""
    if line.text[:1] == "[" and _STAMPED.fullmatch(line.text) is not None:
        yield from _numbered(line, annex)
    if told := _labelled_number(line):
        yield told
    elif "[" not in _NO_NOTE.sub("", line.text) and (
        not line.text.endswith(".") or _NUMBER.match(line.text)
    ):
        yield from _numbered(line, annex)


def _labelled_number(line: Line) -> Told | None:
    """Read a line that is a label for a paper's number and the number: `Cable no.: (59) 1207`."""
    label, colon, value = line.text.partition(":")
    if not colon or len(label) > _LABEL:
        return None
    value = value.strip().rstrip(".")
    word = field_word(label) if _LABELLED.fullmatch(value) else None
    if word is None or word.column != "number" or word.paired:
        return None
    start = line.start + line.text.rindex(value)
    return Told("number", start, start + len(value), "label of a number")


def _own_number(line: Line) -> Told | None:
    """Read a line that is nothing but a paper's kind and number, or the numbers of several."""
    text = line.text
    several = _SEVERAL.fullmatch(text) if text[:1] in "NTD" else None
    several = several or filed_number(text)
    if found := several or _OWN_NUMBER.fullmatch(text) or _PROTOCOL.fullmatch(text):
        return Told("number", *span_of(line, found, 1), "number of the document")
    told = kind_line(text)
    if told is None or told.number is None:
        return None
    start, end = told.number
    return Told("number", line.start + start, line.start + end, "number beside its kind")


def numbered_title(title: Line) -> Iterator[Told]:
    """Find the number of a telegram in its title: `Telegram 076.203 from the Embassy`."""
    found, group = _TITLE_NUMBER.match(title.text), 0
    if found:
        group = found.lastindex or 1
    elif (found := _NUMBERED_TITLE.match(title.text)) and form(found["kind"]):
        group = 2
    if found:
        yield Told("number", *span_of(title, found, group), "number in the title")


def _opening(line: Line) -> Iterator[Told]:
    """Find the number with which a telegram begins, one by hand, and digits that stand alone."""
    for match in _HANDWRITTEN.finditer(line.text) if "[" in line.text else ():
        yield Told("number", *span_of(line, match, 1), "number by hand")
    begins = line.text[:1]
    if (begins.isdigit() or begins in "N\u2116") and (opening := opening_number(line.text)):
        start, end = (line.start + place for place in opening)
        yield Told("number", start, end, OPENS)
    if "  " in line.text and (wired := _WIRED.fullmatch(line.text)):
        start = line.start + wired.start("number")
        yield Told("number", start, start + len(wired["number"]), "number that heads a telegram")
    for start, end in recorded_as(line.text):
        yield Told("number", line.start + start, line.start + end, "number as it was recorded")
    if begins.isdigit() and _ONLY_DIGITS.fullmatch(line.text):
        yield Told("number", line.start, line.end, "number alone on its line")


def _numbered(line: Line, annex: re.Match[str] | None) -> Iterator[Told]:
    """Find what stands behind `No.`, unless the words before it are those of another paper."""
    for match in _NUMBER.finditer(line.text):
        inside = annex is not None and annex.start() <= match.start() < annex.end()
        before = line.text[: match.start()]
        if _OF_ISSUE.search(before):
            continue
        if not inside and not _NUMBERED.search(before) and not _OF_COPY.search(before):
            start, end = span_of(line, match, 1)
            end = _ended(line, match, end - len(match[1]) + len(match[1].rstrip("/-")))
            yield Told("number", start, end, "number of the document")


def _ended(line: Line, match: re.Match[str], end: int) -> int:
    """Give where a number ends: before a grade of secrecy, behind the volume of a file."""
    if dated := before_day(line.text[: match.start()], match[1]):
        return line.start + match.start(1) + dated
    rest = line.text[match.start(1) :].rstrip(".")
    for one in _GRADED.finditer(rest):
        if any(start == 0 for start, _ in grades(rest[one.end() :], whole=True)):
            return line.start + match.start(1) + one.start()
    volume = _VOLUME.search(line.text, match.start(1))
    return line.start + volume.end() if volume and volume.start() <= match.end(1) else end


def markings(line: Line) -> Iterator[Told]:
    """Find markings of secrecy and of handling, on short lines that are no sentences."""
    for one in _markings(line.text) if len(line.text) <= _SHORT else ():
        yield Told(one.column, line.start + one.start, line.start + one.end, one.rule)


def noted_markings(line: Line) -> Iterator[Told]:
    """Find markings that an editor reports of a hand or stamp, each a sentence in his note.

    >>> text = "[On the reverse: Retyped in one copy. Shown to Cde. Orlov. Strictly Secret.]"
    >>> [text[one.start : one.end] for one in noted_markings(Line(0, len(text), text))]
    ['Strictly Secret']
    """
    note = line.text if line.text[-1:] == "]" and len(line.text) <= _LONGEST_NOTE else ""
    for part in _PART_OF_NOTE.finditer(note):
        for start, end in grades(part[0], whole=True):
            begin = line.start + part.start()
            yield Told("marking", begin + start, begin + end, "marking in a note")


@kept_if_short
def _markings(text: str) -> tuple[Told, ...]:
    return tuple(_marked(Line(0, len(text), text)))


def _marked(line: Line) -> Iterator[Told]:
    text = line.text
    said = text.endswith((".", ":", ",")) or len(text.split()) > _MOST or _SENTENCE.search(text)
    graded = next(_GRADED.finditer(text.rstrip(".")), None) if "/" in text else None
    if graded and text[:1] in "N\u2116" and any(map(str.isdigit, text[: graded.start()])):
        for start, end in grades(text[graded.end() :], whole=True):
            begin = line.start + graded.end()
            yield Told("marking", begin + start, begin + end, "marking")
    found = _joined(text, list(grades(text, whole=bool(said))))
    if text[:1] in _FOR_SOME_ONLY and (some := _FOR_SOME.fullmatch(text)):
        found = found or [(0, len(some[0].rstrip("!.")))]
    for start, end in found or (_in_a_row(text) if said else ()):
        yield Told("marking", line.start + start, line.start + end, "marking")
    if routed := _ROUTED.fullmatch(text):
        yield Told("handling", *span_of(line, routed, 0), "marking")
    if said:
        return
    for match in _HANDLED.finditer(line.text):
        yield Told("handling", *span_of(line, match, 0), "marking")


def _joined(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take one marking in two languages for one: `GEHEIM / SECRET`.

    >>> _joined("GEHEIM / SECRET", [(0, 6), (9, 15)])
    [(0, 15)]
    """
    found = sorted(found)
    if len(found) == 2 and text[found[0][1] : found[1][0]].strip() == "/":
        return [(found[0][0], found[1][1])]
    return found


def _in_a_row(text: str) -> Iterator[tuple[int, int]]:
    """Find the marking that is one of several short sentences: `No. 47. Confidential.`.

    >>> list(_in_a_row("No. 47. Confidential.")), list(_in_a_row("The talk was secret. He left."))
    ([(8, 20)], [])
    """
    parts = list(_STOPPED.finditer(text))
    short = len(parts) > 1 and all(part[0].count(" ") < _FEW for part in parts)
    for part in parts if short else ():
        for start, end in grades(part[0], whole=True):
            yield part.start() + start, part.start() + end


def span_of(line: Line, match: re.Match[str], group: int) -> tuple[int, int]:
    """Give the place of a group in the page, without the stop behind it."""
    end = line.start + match.end(group)
    return line.start + match.start(group), end - (1 if match[group].endswith(".") else 0)
