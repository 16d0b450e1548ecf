"""What citations are made of: dates as they are printed, and a part with its place."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from typing import NamedTuple

MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FOREIGN_MONTH = (
    r"(?i:januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril"
    r"|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril"
    r"|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile"
    r"|maggio|giugno|luglio|settembre|ottobre|dicembre|stycznia|lutego|marca|kwietnia|maja|czerwca"
    r"|lipca|sierpnia|września|października|listopada|grudnia|ledna|února"
    r"|března|dubna|května|června|července|srpna|září|října"
    r"|prosince|января|февраля|марта|апреля|мая"
    r"|июня|июля|августа|сентября|октября|ноября"
    r"|декабря|april|august|september|november|jänner|janeiro|fevereiro|março|maio|junho|julho"
    r"|setembro|outubro|novembro|dezembro|listopadu|januára|februára|apríla|mája|júna|júla|augusta|septembra|októbra|novembra"
    r"|decembra|januara|februara|juna|jula|avgusta|oktobra|januari|augusti|maj|oktober|marts|desember"
    r"|януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември|січня|лютого"
    r"|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|februari|maart|mei|augustus"
    r"|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie)"
)
DATE = (
    r"(?=[“\"'«\dADFJMNOSadfjmnos])"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th|d)?,?\s+\d{{4}}"
    rf"|[“\"'«]?\d{{1,2}}(?:st|nd|rd|th|d)?[”\"'»]?\s+(?:of\s+)?{MONTH},?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:\.|er)?\s+(?:de\s+)?{_FOREIGN_MONTH}\s+(?:de\s+)?\d{{4}}(?:\sг\.)?"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
    rf"|{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|(?:19|20)\d\d[./]\d\d[./]\d\d"
    rf"|\d{{1,2}}[./-](?:\d{{1,2}}|[IVX]{{1,4}})[./-]"
    r"(?:(?:1[0-9]|20)\d\d|\d\d(?!\d))|\d{1,2}\. ?[IVX]{1,4}\. ?(?:19|20)\d\d"
    r"|(?:1[3-9]|20)\d\d)"
)
SPAN = rf"{DATE}(?:\s*[-\u2013\u2014]\s*{DATE})?"
DATE_LINE = re.compile(rf"\[?{SPAN}\]?\.?")
DATED_HEADING = re.compile(rf"({SPAN})(?:[.,:]?\s+(?=\S)|(?<=\d{{4}})(?=[A-Z][a-z]))")


# Which sitting of a day a record is of, behind the day: `5 May 1951, afternoon session`.
_WHICH = (
    r"(?:morning|afternoon|evening|night|opening|closing|final|last|first|second|third|fourth|fifth"
    r"|sixth|plenary|closed|\d{1,2}(?:st|nd|rd|th))"
)
SITTING = re.compile(
    rf"[,;]?\s+[(\[]?(?i:(?:the )?{_WHICH}(?: {_WHICH})? (?:session|sitting|meeting)"
    r"|(?:session|sitting) (?:[IVX]{1,4}|\d{1,2})"
    r"|(?:vormittags|nachmittags|abend|eröffnungs|schlu(?:ss|ß)|plenar)sitzung|\d{1,2}\. sitzung"
    r"|séance (?:du matin|du soir|de l['\u2019]après-midi|de nuit|de clôture|d['\u2019]ouverture)"
    r"|sesión (?:de la (?:mañana|tarde|noche)|matutina|vespertina)"
    r"|seduta (?:antimeridiana|pomeridiana)"
    r"|posiedzenie (?:ranne|popołudniowe|wieczorne)|(?:dopolední|odpolední) (?:zasedání|schůze)"
    r"|(?:утреннее|дневное|вечернее) заседание)[)\]]?\.?$"
)

# A day with what editors set beside it: the mark of a note, the paper's own number in brackets.
_MARKED = re.compile(
    rf"({DATE_LINE.pattern})(?:\s?[*\u2020\u2021]{{1,3}})?"
    r"(?:,?\s+[(\[](?:(?:No|Nr|N[\u00b0\u00ba]|\u2116)\.?\s*)?"
    r"((?=[^()\[\]]*\d)(?!1[5-9]\d\d\b|20\d\d\b)[A-Z\u0410-\u042f\d][\w./ -]{0,24}\w)[)\]])?"
    r"(?:\s?[*\u2020\u2021]{1,3})?"
)
_TOWN = re.compile(r"(?:[^\W\d_a-z][\w.'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2},? )?")
_LONGEST_ROW = 60


class Found(NamedTuple):
    """A part of a citation: the column it feeds, and its place in the text it was found in."""

    column: str
    start: int
    end: int


def day_row(text: str) -> tuple[Found, ...]:
    """Read a line that has nothing but the day of a paper, its number, or the sitting it is of.

    >>> text = "29 December 1980* (Pb 230/34)"
    >>> [(one.column, text[one.start : one.end]) for one in day_row(text)]
    [('date', '29 December 1980'), ('number', 'Pb 230/34')]
    >>> len(day_row("Bern, 5 May 1951, second session")), len(day_row("Bern, 5 May 1951"))
    (1, 0)
    """
    if len(text) > _LONGEST_ROW or not any(map(str.isdigit, text)):
        return ()
    if marked := _MARKED.fullmatch(text):
        number = (Found("number", *marked.span(2)),) if marked[2] else ()
        return (Found("date", *marked.span(1)), *number)
    sitting, town = SITTING.search(text), _TOWN.match(text)
    if sitting and town and DATE_LINE.fullmatch(text, town.end(), sitting.start()):
        return (Found("date", town.end(), sitting.start()),)
    return ()


# What stands around a segment of a citation.
AROUND = ' \t.,;:–—-*_[]()\x00"“”„«»'


def trimmed(text: str, lo: int, hi: int) -> tuple[int, int]:
    """Leave out white space and marks at both ends, but brackets and quotes that are closed."""
    while lo < hi and text[lo] in AROUND and not (text[lo] in '(["“„«' and text[hi - 1] in ')]"”»'):
        lo += 1
    while lo < hi and text[hi - 1] in AROUND:
        opened = {")": "(", "]": "[", '"': '"', "”": "“", "»": "«"}.get(text[hi - 1], "")
        if opened and opened in text[lo : hi - 1]:
            break
        hi -= 1
    return lo, hi
