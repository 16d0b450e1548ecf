"""Every date that a page gives its document, by where it stands; the layout's own comes first."""

# ruff: noqa: RUF001  (words of Russian are meant)

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from lod.lazily import regex
from lod.normalize.dates import parse_date, years
from lod.sources import Cell
from lod.sources.pages.citations.citation import mended_year
from lod.sources.pages.citations.citedparts import DATE, DATE_LINE, MONTH, SITTING
from lod.sources.pages.layout.anyday import dated_otherwise
from lod.sources.pages.layout.monthfirst import read_by_others
from lod.sources.pages.layout.signdates import above, below, is_below
from lod.sources.pages.layout.titleline import TALK
from lod.sources.pages.papers.kindlines import kind_line
from lod.sources.pages.papers.papermarks import WIRE_HEAD, Told
from lod.sources.pages.places.datelines import YEAR_NAME, YEAR_NAMED, held_on
from lod.sources.pages.text.pagetext import Line

_NEAR, _LAST = 10, "2100"
_LONGEST, _YEAR, _HEAD, _DASHES = 60, 4, 30, 2
_LABELLED = re.compile(r"(?:DATE|Date|Dated)\b(?: ?[/&] ?(?:TIME|Time|PLACE|Place))?\W")
_ALONE = re.compile(r"(?:DATE|Date)(?: (?:AND|and) \w+)?:?")
_BEHIND = 400  # characters between a signature and the date that belongs to it
_LEGIBLE = re.compile(
    r"\[?(?:(?:hand)?written:?|typed:?|stamped?:?|dated?:?)?[^\w]*\d.{3,50}\d{4}\W*"
)
_WITH_PLACE = regex(
    r"(?:(?:[Cc]ity|[Tt]own|[Vv]illage|[Pp]ort) of )?"
    rf"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?,\s+(?P<date>{DATE_LINE.pattern})"
    r"(?:,\s+\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|hours|noon))?"
)
# The day on a line with what stands beside it there: a label, place, day of the week, hour.
_SAID = re.compile(
    r"[\[(]?(?:(?:DATE|Date|Dated|Datum|Issued|Sent|TIME|Time|Done at)"
    r"(?: ?(?:/|&|AND|and|und|et) ?(?:TIME|Time|time|PLACE|Place|place|HOUR|Uhrzeit"
    r"|heure))?\b[^\w\n]{1,12})?"
    r"(?:(?:Signed|Initial+ed|Done|DONE|Concluded|Adopted|Drawn up)"
    r"(?:\s+in\s+(?:duplicate|triplicate|(?:two|three|four) (?:copies|originals)))?"
    r"\s+(?:(?:at|in)\s+)?)?"
    r"(?:(?!Re(?:ceiv|gister|leas)ed|Printed|Declassified|Uploaded|Published|Filed|Copied)"
    r"[A-Z][^\W\d_]*\.?(?:[ -][A-Z][^\W\d_]*){0,3},?\s+"
    r"(?:(?:the|on|den|le)\s+){0,2})?"
    r"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?: (?:morning|evening|night|afternoon))?,?\s+)?"
    rf"(?P<date>{DATE_LINE.pattern}|\d{{1,2}}\. ?(?:\d{{1,2}}|[IVX]{{1,4}})\. ?(?:\d{{4}}|\d\d))"
    r"(?:[,;]?\s*(?:[-\u2013\u2014]\s*)?(?:at\s+)?\d{1,2}(?:[.:]?\d\d)?\s*"
    r"(?:[ap]\.\s?m\.?|[ap]m|hours|hrs\.?|noon|Z|GMT|o'clock)?(?:\s(?:to|-|\u2013)\s.{1,12})?)?"
    r"(?:,\s+[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)?[\])]?\.?(?:\s?[(\[]\d{1,2}[)\]])?"
)
_BESIDE = regex(rf"(?P<date>{DATE_LINE.pattern}),?\s+(?:No\.?|N|\u2116)\s*\S+")
# Where and when a treaty was signed, at the end of a line.
_AT_END = regex(
    r"\b(?:Signed|Done|Concluded) (?:at|in) [A-Z][\w -]{2,30},? (?:on )?"
    rf"(?P<date>{DATE_LINE.pattern})"
)
# The same amid a line: `Given at Alexandria, 18 Zul Higga 1375 (26 July 1956)`.
# The letters with which these words begin are sought first.
_MADE = re.compile(
    r"[CDEFGS](?<=\b.)(?:(?<=D)(?:one|ONE)|(?<=G)(?:iven|IVEN|eschehen)|(?<=S)igned|(?<=E)xecuted"
    r"|(?<=C)oncluded|(?<=F)ait)\b"
)
_MADE_ON = re.compile(
    r"\b(?:Done|DONE|Given|GIVEN|Signed|Executed|Concluded|Fait|Geschehen)\b[^.;()]{0,80}?"
    r"(?:,? (?:this|on|the|le|am|on this)(?: the)? |, |[^()]{3,40}\()"
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th)?(?: day)? of [A-Z]\w+,? \d{{4}}"
    rf"|{DATE_LINE.pattern})(?=[,.;)]|$)"
)
# The day of the sitting that minutes are of, in their head.
_SAT_ON = re.compile(
    r"(?:[Oo]f (?:the |a )?"
    r"|(?:Minutes|MINUTES|Protocol|PROTOCOL|Record)\b[^.;]{0,60}? of (?:the |a )?)?"
    r"(?:\w+ ){0,2}(?:[Ss]ession|[Mm]eeting|[Ss]itting|[Pp]lenum)\b[^.;\d]{0,90}?"
    rf" (?:of|on|held on|from) (?P<date>{DATE_LINE.pattern})"
)
_SITTINGS = ("ession", "eeting", "itting", "lenum")
# Where and when a telegram was sent, and received.
_SENT = regex(
    rf"(?:From|FROM)\s+[A-Z][\w -]{{2,30}}?,?\s+(?P<date>{DATE_LINE.pattern})"
    r"(?:[,;]?\s+(?:[Rr]eceived|RECEIVED|[Rr]ec'd)\b.{0,30})?"
)
# The same in any language: place and number before the day; year, place, number and hour behind.
_PLACE = (
    r"[^\W\d_a-zа-я][^\W\d_]*\.?"
    r"(?:[ -](?:(?:del?|de la|da|do|am|an der|sur|nad) )?[^\W\d_a-zа-я][^\W\d_]*\.?){0,2}"
)
_NUMBERED = r"(?:No|NO|Nr|N|\u2116|L\. ?dz)\.?:?\s*[^\s,;]+"
_MARKED = r"(?:(?:hand)?written|typed|stamp(?:ed)?|dated?|handwritten date|date stamp)"
_DAY = (
    r"(?:[\"«“„]?\d{1,2}[\"»”]?(?:st|nd|rd|th|er|[.º])?,?\s+(?:of\s+|de\s+)?[^\W\d_]{3,12}[.,]?"
    r"\s+(?:de\s+)?(?:\d{4}|\d\d(?!\d))|[^\W\d_]{3,9}\.?\s+\[?\d{1,2}(?:st|nd|rd"
    r"|th)?,?\]?,?\s+\d{4}"
    r"|\d{4}(?:[./-]|\.\s)(?:\d{1,2}|[IVX]{1,4}|\s?[^\W\d_]{3,12})(?:[./-]|\.?\s)\s?\d{1,2}\.?"
    r"|\d{1,2}[./ -](?:\d{1,2}|[IVX]{1,4})[./ -]\d{2,4}|[IVX]{1,4}/\d{1,2}/\d{4}"
    r"|\d{6}Z [A-Z]{3,4} \d\d)"
)
_LOOSE = re.compile(
    rf"[\[(]?(?:{_MARKED}:?\s+)?"
    rf"(?:{_NUMBERED},?\s+(?:(?:of|from|dated|от|vom|du|z dnia|ze dne)\s+)?)?"
    rf"(?:(?:г\.\s|[VvWwв]\s)?(?!(?i:received|registered|printed|declassified|entered|filed"
    rf"|copied)\b){_PLACE}"
    rf"(?:,\s(?:the\s|The\s)?{_PLACE})?[.,]?\s+)?"
    r"(?:(?:[Tt]he|[Oo]n|of|[Dd]ated|den|am|[Ll]e|dnia|z dnia|dne|dn\.|[Оо]т"
    r"|[Ss]ent(?: on)?|de)\s+){0,2}"
    rf"(?P<date>{_DAY})(?:\s?(?:г|r|g|god)\.|\s(?:года|roku|rok))?[\])]?"
    rf"(?:[,.]?\s+{_NUMBERED})?"
    r"(?:,\s\d{1,2}\s?(?:час|ч)\b.{0,24})?"
    r"(?:[,.]?\s*(?:[-\u2013\u2014]+\s*|at\s)?\(?(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|hours)"
    r"|evening|morning|afternoon|night|noon|midnight)\)?)?"
    rf"(?:[.,;]?\s+(?:[-\u2013\u2014]\s)?{_PLACE}(?:,\s(?:the\s)?{_PLACE})?)?"
    r"(?:[,;]\s[Rr]eceived.{3,40})?[\])]?\.?"
)
# When a telegram went, in its head: `D.T.O. 14 November 1956, 2100 hrs`.
_STAMPED = re.compile(
    rf"(?:D\.?T\.?[OGD]\.?|T\.?O\.?[OD]\.?|D(?:ESP|esp)(?:ATCHED|atched)?\.?|S(?:ENT|ent)"
    rf"|I(?:SSUED|ssued))"
    rf"\s?:?\s+(?P<date>{DATE})(?:[,;]?\s+.{{2,24}})?"
)
# When a telegram came in, in its head: `Ankunft, den 15. Februar 1943, 2.15 Uhr`.
_CAME = regex(
    r"(?:Получен[ао]?|Принят[ао]?|Поступил[ао]?|Отправлен[ао]?|Передан[ао]?|Ankunft|Abgang|Eingang"
    r"|Eingegangen|Aufgenommen|Abgesandt|Reçue?|Arrivée?|Expédiée?|Départ|Received|Sent|Dispatched|Came|Arrived|Transmitted|Telegraphed|Despatched|Deciphered|Decoded"
    r"|Nadan[aoy]|Odebran[aoy]|Otrzyman[aoy]|Wysłan[aoy]|Wpłynęł[ao]|Došlo|Došel|Odesláno|Přijato"
    r"|Érkezett|Elküldve|Feladva|Recibid[ao]|Enviad[ao]|Ricevut[ao]|Spedit[ao]|Arrivo|Partenza"
    rf"|Recebid[ao]|Primit|Получен)\b[^\n]{{0,30}}?(?<![\w.])(?P<date>{DATE})"
    r"(?:\s?(?:г|r|g)\.|\s(?:года|roku))?[^\n]{0,30}"
)
# The hour behind a day, in other languages: `Roma, 14 luglio 1948  ore 16,45`.
_HOUR = re.compile(
    r"[,;]?\s+(?:(?:alle )?ore|um|à|o godz\.|godz\.|hod\.|a las|kl\.|ora) ?\d{1,2}(?:[.,:h]\d\d)?"
    r"(?: ?(?:Uhr|heures?|h|horas|hod\.?))?\.?$|[,;]?\s+\d{1,2}(?:[.,:]\d\d)? ?(?:Uhr|heures?"
    r"|hod\.)$|[,;]?\s+(?:à |a las |às )?\d{1,2}(?:[.:]\d\d)? ?(?:heures?|hs?|hrs|horas?)\.?"
    r"(?: ?\d\d)?\.?$"
)
_YEARS = re.compile(r"\d{4}(?:\s?[-\u2013]\s?\d{4})?")
# `CAIRO   1931-1932   13.10.73   16:40`
_WIRE = re.compile(
    rf"{WIRE_HEAD}(?P<date>{DATE_LINE.pattern})(?:\s{{2,}}\d{{1,2}}[:.]?\d\d.{{0,12}})?"
)
_NUMBER = re.compile(r"\d{1,6}(?:/\d{1,4}){3,}")
# `SECOND DRAFT - 14 October 1958`
_DASHED = re.compile(rf"[^.;:\d]{{3,40}}\s[-\u2013\u2014]\s(?P<date>{DATE_LINE.pattern})")
# When a talk was held, in its head: `Time: 30 August 1962, 9:40 to 10:25 in the evening`.
_TIMED = re.compile(
    r"(?:\d{1,2}[.)] )?"
    r"(?:(?:Date and )?[Tt]ime(?: and date)?|Date|When|Zeit|Datum|Heure|Fecha|Data|Дата"
    r"|Время)\s?:\s+"
    rf"(?P<date>{DATE})[,;]?\s+(?:(?:from|at|von|um|с|в)\s)?\d{{1,2}}[:.h ]\s?\d\d.{{0,50}}"
)
_PATTERNS = (_TIMED, _DASHED, _WITH_PLACE, _BESIDE, _SENT, _STAMPED, _WIRE)
_IN_TITLE = re.compile(
    rf"\b(\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?|{MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?)\b"
)
# Minutes are of the day on which a body sat.
_HELD_ON = re.compile(
    r"^(?:\w+ )?(?:[Mm]inutes|[Ss]ummary [Rr]ecords?|[Vv]erbatim [Rr]ecords?|[Pp]rotocol"
    r"|[Pp]roceedings)\b"
    r".*\b(?:[Hh]eld|[Tt]ook place)\b[^;]{0,60}? on (?:\w+day,? )?(?:the )?"
    rf"(?P<date>{DATE_LINE.pattern})"
)
_COLUMN = {"citation": "date_citation", "label date": "date_label"}


def dates(
    cells: Mapping[str, Sequence[Cell]],
    lines: Sequence[Line],
    told: Sequence[Told],
    year: int | None,
) -> dict[str, list[Cell]]:
    """Give the columns of dates: heading, citation, dateline, signature, title."""
    found = _of_layout(cells)
    signed = sorted(one.end for one in told if one.column in ("signatory", "signatory_guess"))
    labelled = [
        line
        for above, line in pairwise(lines[_NEAR - 1 : _HEAD])
        if _LABELLED.match(line.text) or _STAMPED.match(line.text) or _ALONE.fullmatch(above.text)
    ]
    ends = (*lines[:_NEAR], *lines[max(len(lines) - _NEAR, _NEAR) :])
    asked = (*ends[:_NEAR], *_text_head(cells, lines), *labelled, *ends[_NEAR:])
    for line in dict.fromkeys((*asked, *below(lines, signed, _LONGEST))):
        span = _date_of(line)
        if span:
            after = is_below(line, signed, _BEHIND)
            column = "date_signature" if after else "date_dateline"
            words = mended_year(line.text)[span[0] - line.start : span[1] - line.start]
            rule = "date below a signature" if after else "dateline"
            _add(found, column, Cell(words, *span, rule))
    closed = list(above(lines, told))
    known = {cell.start for cells in found.values() for cell in cells}
    for cell in closed:
        if cell.start not in known:
            _add(found, "date_signature", cell)
    if "date_dateline" not in found and not closed:
        _came(found, lines)
    if len(found.get("date_dateline", ())) > 1:  # a day says more than a year, or a number like one
        found["date_dateline"].sort(key=lambda cell: _YEARS.fullmatch(cell.text) is not None)
    for title in cells.get("title", ()):
        _titled(found, title, year)
    _of_entries(found, lines)
    read_by_others(found, lines)
    return found or dated_otherwise(lines, cells)


def _of_entries(found: dict[str, list[Cell]], lines: Sequence[Line]) -> None:
    """Take the day in a journal's head for its own: those alone on later lines head its entries."""
    first, *others = found.get("date_heading") or [Cell("")]
    given = found.get("date_dateline", [])
    if first.rule != "date line" or others or not any(one.end <= first.start for one in given):
        return
    below = [one for one in lines if one.start >= first.start]
    alone = {one.start for one in below if DATE_LINE.fullmatch(one.text)}
    own = [one for one in given if one.start not in alone]
    if len(alone) > 1 and own:
        del found["date_heading"]
        found["date_dateline"] = own


def _text_head(cells: Mapping[str, Sequence[Cell]], lines: Sequence[Line]) -> Sequence[Line]:
    """Give the first lines of the text, where much of a site's own stands above it."""
    start = min((one.start for one in cells.get("body", ())), default=0)
    first = next((at for at, line in enumerate(lines) if line.start >= start), 0)
    return lines[max(first, _NEAR) : first + _NEAR] if first else ()


def _of_layout(cells: Mapping[str, Sequence[Cell]]) -> dict[str, list[Cell]]:
    """Give the dates that labels, headings and citations give."""
    found: dict[str, list[Cell]] = {}
    for cell in cells.get("date", ()):
        if "dateline" in cell.rule:
            continue  # found again in the lines, with what it stands beside
        column = _COLUMN.get(cell.rule, "date_heading")
        if column == "date_label" and not parse_date(cell.text):
            day, comma, hour = cell.text.partition(", ")
            cell = cell._replace(text=f"{mended_year(day)}{comma}{hour}")
        found.setdefault(column, []).append(cell)
    return found


def _came(found: dict[str, list[Cell]], lines: Sequence[Line]) -> None:
    """Take the day on which a telegram came in where its head has no other."""
    for line in lines[: 2 * _NEAR]:
        came = _CAME.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if came and parse_date(came["date"]):
            start, end = line.start + came.start("date"), line.start + came.end("date")
            _add(found, "date_dateline", Cell(came["date"], start, end, "when it came"))


def _date_of(line: Line) -> tuple[int, int] | None:
    """Find the date on a line that is nothing but one, with its place or number beside it."""
    text = YEAR_NAME.sub("", line.text) if line.text[-1:] in YEAR_NAMED else line.text
    if len(text) > _LONGEST:
        return _made(line) or _sat(line)
    span = _in_short(text)
    if span is None:
        return None
    return line.start + span[0], line.start + (len(text) if span[1] < 0 else span[1])


@lru_cache(maxsize=1 << 9)
def _in_short(text: str) -> tuple[int, int] | None:
    """Find it in a short line, by its place there; its end is -1 where the line is nothing else.

    One line is asked in several situations, and stands on many pages.
    """
    line = Line(0, len(text), text)
    if not any(map(str.isdigit, text)):
        return _made(line) or _sat(line)
    if (told := kind_line(text)) and told.rest < len(text):
        return _behind_kind(text[: told.end], told.rest)
    return None if _NUMBER.fullmatch(text) else _in_numbered(line, text)


def _behind_kind(text: str, begin: int) -> tuple[int, int] | None:
    """Find the day behind the kind and number of a paper: `Cablegram 12 BERN, 5 May 1951`."""
    span = _in_short(text[begin:])
    if span is None:
        return None
    return begin + span[0], len(text) if span[1] < 0 else begin + span[1]


def _in_numbered(line: Line, text: str) -> tuple[int, int] | None:
    """Find the day in a short line that has digits."""
    if " ," in text:
        return _apart(line)
    whole, text = text, mended_year(_HOUR.sub("", SITTING.sub("", text)))
    line = line._replace(text=text)
    beside = next(
        (found for one in _PATTERNS if (found := one.fullmatch(text))),
        None,
    )
    said = None if beside else _SAID.fullmatch(text)
    if beside or (said and len(said["date"]) > _YEAR and parse_date(said["date"])):
        beside = beside or said
    if beside:
        return beside.span("date")
    if "igned at" in text and (ended := _AT_END.search(text)):
        return ended.span("date")
    if DATE_LINE.fullmatch(text) or _LEGIBLE.fullmatch(text):
        end = -1 if len(text) == len(whole) else len(text)
        return (0, end) if parse_date(text) else None
    return _made(line) or _sat(line) or _loosely(line)


def _sat(line: Line) -> tuple[int, int] | None:
    """Find the day of the sitting that minutes are of, with which a line of their head ends.

    >>> _sat(Line(0, 31, "of the session of 5 March 1968."))
    >>> _sat(Line(0, 30, "of the session of 5 March 1968"))
    (18, 30)
    """
    if len(line.text) > 2 * _LONGEST + 2 * _HEAD:
        return None
    if held := held_on(line.text):
        return line.start + held[0], line.start + held[1]
    if not line.text[-1:].isdigit():
        return None
    sat = _SAT_ON.fullmatch(line.text) if any(one in line.text for one in _SITTINGS) else None
    if not sat or len(sat["date"]) <= _YEAR or not parse_date(sat["date"]):
        return None
    return line.start + sat.start("date"), line.start + sat.end("date")


def _made(line: Line) -> tuple[int, int] | None:
    """Find the day on a line that says where and when an agreement or decree was made."""
    said = _MADE.search(line.text, 0, _LONGEST)
    made = _MADE_ON.search(line.text) if said else None
    return (line.start + made.start("date"), line.start + made.end("date")) if made else None


def _loosely(line: Line) -> tuple[int, int] | None:
    """Find the day on a line that has nothing else but place, number, hour, in any language.

    >>> _loosely(Line(0, 33, "Warszawa, dnia 5 maja 1951 r."))
    (15, 26)
    """
    found = _LOOSE.fullmatch(line.text)
    span = parse_date(found["date"]) if found else None
    if not found or not span or span.edtf.count("-") != _DASHES or "/" in span.edtf:
        return None
    if span.edtf > _LAST:  # a number: 1-04-2213
        return None
    return line.start + found.start("date"), line.start + found.end("date")


def _apart(line: Line) -> tuple[int, int] | None:
    """Find the date on a line in which something was set apart: `**WASHINGTON**, 9 March`."""
    text = line.text
    kept = [
        at
        for at, char in enumerate(text)
        if char != " " or text[at + 1 : at + 2] not in ("", " ", ",")
    ]
    bare = "".join(text[at] for at in kept)
    span = _date_of(Line(0, len(bare), bare))
    return (line.start + kept[span[0]], line.start + kept[span[1] - 1] + 1) if span else None


def _titled(found: dict[str, list[Cell]], title: Cell, year: int | None) -> None:
    """Find the day of a talk in the title of its report: it is not the day of the report."""
    if title.start >= 0 and (held := _HELD_ON.search(title.text)) and parse_date(held["date"]):
        start, end = (title.start + place for place in held.span("date"))
        sat = Cell(held["date"], start, end, "day of the sitting")
        found["date_heading"] = [sat, *found.get("date_heading", ())]
        return
    match = _IN_TITLE.search(title.text)
    if title.start < 0 or not match or not TALK.search(title.text):
        return
    words = match[1] if re.search(r"\d{4}", match[1]) else f"{match[1]} {year}" if year else ""
    if words and parse_date(words):
        start = title.start + match.start(1)
        _add(
            found, "date_title", Cell(words, start, title.start + match.end(1), "date in the title")
        )


def _add(found: dict[str, list[Cell]], column: str, cell: Cell) -> None:
    known = found.setdefault(column, [])
    if all(cell.text != one.text for one in known):
        known.append(cell)


def year_of(cells: Mapping[str, tuple[Cell, ...]]) -> int | None:
    """Give the year of a page's document, by its first date that can be read."""
    for cell in cells.get("date", ()):
        span = parse_date(cell.text)
        if span is not None:
            first, last = years(span)
            return first if first is not None else last
    return None
