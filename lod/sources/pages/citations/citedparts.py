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


class Found(NamedTuple):
    """A part of a citation: the column it feeds, and its place in the text it was found in."""

    column: str
    start: int
    end: int


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
