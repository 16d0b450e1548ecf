"""Numbers by which offices register papers: codes alone on a line, `n. 1387`, `371 - 1830 HS.`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.words.titleforms import form

_MOST, _WIDEST, _DIGITS = 34, 100, re.compile(r"\d")
# Registration numbers: C. (62) 97, 25-S-1377, C-M(56)141.
_CODED = re.compile(
    r"(?:[A-Z]{1,4}\.?|(?:[A-Z]\.){2,4}) ?\(\d\d\) ?\d{1,4}(?:st|nd|rd|th)?"
    r"(?: (?:Meeting|Conclusions|MEETING|CONCLUSIONS))?"
    r"(?: ?\((?:[Ff]inal|FINAL|[Rr]evised|[Dd]raft|[Rr]evise|O|[Rr]ev\.? ?\d)\))?"
    r"|(?=\S*/)\d{1,5}(?:\.\d{1,5})*(?:[/-]\d{1,6}){3,5}"
    r"|(?!PREM|CAB|FO|FCO|DEFE|WO|AIR|ADM|CO|DO|BT|HO|LAB|KV|HW)[A-Z]{1,5}(?:/[A-Z]{1,5})*"
    r" \d{1,5}/\d\d"
    r"|(?=\S*\d)(?=\S*[A-Z])[A-Z\d]{1,6}(?:[-/\u2013][A-Z\d]{1,6}(?:\(\d+\))?\d*){1,3}"
    r"|[A-Z]{2,5}\.\d{2,6}(?:/\d{1,5}){1,3}"
    # Papers and estimates of American intelligence: RP AF 77-10244, SNIE 11/2-81.
    r"|(?!RG |FO |MS )(?:[A-Z]{1,4} ){1,3}\d\d-\d{4,6}[A-Z]{0,3}"
    r"|(?:M/H )?S?NIE \d{1,2}[\d./-]{2,12}"
    # Symbols of the United Nations: S/PV.526, A/C.1/L.27.
    r"|(?:[AEST]|TD|CD|DP|ST|CCPR|UNEP)/(?=\S*\d)[A-Z\d]{1,6}(?:[./-][A-Z\d]{1,6}){0,4}"
    r"(?: ?\((?:[IVXLS-]+|19\d\d)\))?(?:/(?:Add|Rev|Corr|Summary)\.?\d*)*"
    # Papers laid before the parliament of Westminster.
    r"|(?:Cmd|Cmnd|Cm|C|Cd)\. ?\d{3,5}"
    r"|(?=\S*\d)[A-Z][A-Za-z]{1,6}(?:/[A-Z\d]{1,6}){2}"
    # The sitting of a Politburo: Pb/511.
    r"|(?!No|Nr|Vol|Box|Fig|Tel|Fax|Art|Ch)[A-Z][a-z]{1,2}/\d{2,5}(?:/\d{2,4})?"
)
# Levels of a ministry, and the file: `DIV/2417/58/t`, `DAC/DAS/600.(24h)`, `900.1(42)(00)`.
_LEVELLED = re.compile(
    r"(?!(?:PREM|CAB|FO|FCO|DEFE|WO|AIR|ADM|CO|DO|BT|HO|LAB|KV|HW|NSC|RG|HTTP)/)"
    r"(?=.*[/(].*[/(])[A-Z][A-Za-z]{0,6}\.?(?:[/-](?:[A-Z][A-Za-z]{0,5}|\d{1,6}|[a-z]{1,5})\.?){1,5}"
    r"(?:\(\d{1,3}[a-z]?\)){0,3}"
    r"|\d{3}(?:\.\d{1,3})?\.?(?:\(\d{2}[a-z]?\)){1,3}"
    # Files of Pretoria: 137/11/3, BTS 1/33/4; 12/11/3 may be a day.
    r"|(?:(?!PREM|CAB|FO|FCO|DEFE|WO|AIR|ADM|CO|DO|BT|HO|KV|HW)[A-Z]{2,4} )?(?!(?:0?[1-9]|[12]\d"
    r"|3[01])/(?:0?[1-9]|[12]\d|3[01])/)\d{1,3}(?:/\d{1,3}){2}"
    r"(?:,? [Vv]ol\.? ?\d{1,3})?"
)
# As the GDR registered what was confidential: `VD 14 - 31/79`.
_REGISTERED = re.compile(
    r"(?:VD|NfD)[ -]?(?:(?:Nr|Tgb\.-Nr)\.?:? ?)?(?:[A-Za-z]{1,5} ?)?\d[\w/]*"
    r"(?: ?[-\u2013/] ?\d[\w/]*){0,3}"
)
# `May/5/1951` is a day.
_DAY = re.compile(r"[A-Z][a-z]{2,8}[/-]\d{1,2}[/-]\d{2,4}")
# `n. 1387`, `Telegramma in arrivo n\u00b0 12`, in small letters where nothing else stands.
_SMALL = re.compile(
    r"(?:(?P<kind>[^\W\d_][\w'\u2019-]*(?: [^\W\d_][\w'\u2019-]*){0,3}),? )?"
    r"(?:n\.|n\.?[\u00b0\u00ba]|nr\.?|no\.|n[u\u00fa]m\.|\u010d\.|\u010d\u00eds\.|sz\.|br\.|бр\."
    r"|\u2116) ?"
    r"(?P<number>\d[\w/.-]*)(?: ?/ ?[^\W\d_]{1,12})?\.?"
)
# Telegrams begin with their number: `1121. ReDeptel 720`, `214. Your 87`.
_OPENING = re.compile(
    r"(\d{1,5})\.\s+(?=(?:Reference|Re|Ref|Your|My|Our|Deptel|Embtel|Following|For|Verbatim"
    r"|Pass|Deliver)(?:[A-Z][a-z]+)?[ :.])|(\d{2,5})\.\s+(?=1\. [A-Z])"
    # `652 - Daily Information. ...`, as Brazilian posts begin
    r"|(\d{2,5}) [-\u2013\u2014] (?=(?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+\.(?: |$))"
)
_OPENING_NO = re.compile(
    r"(?:No\.|NO\.|\u2116|Nr\.|N[\u00ba\u00b0]) ?(\d{1,6})(?:\.\s+(?=[A-Z][a-z]* \w)"
    # The hour or the day of the week stands behind it: `No. 2791 - 11h45 - SATURDAY - `
    r"|\s[-\u2013\u2014]\s(?=\d{1,2}[h:.]\d\d\b|[A-Z]{3,9}DAY\b"
    r"|[A-Z\u00c1-\u00da]{3,7}(?:-FEIRA)? [-\u2013\u2014] \d))"
)
# A telegram begins with its number, the day of the week and the hour: `371 - TUESDAY - 1830 HS.`
_HOUR = re.compile(
    r"(\d{1,5})\s?[\u2013\u2014-]\s?(?:[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?\s?[\u2013\u2014-]\s?)?"
    r"(?:\d{1,2}[:.h]\d{2}|\d{4})\s?(?:HS|HRS|HORAS|HOURS|[Hh]rs|hs|[Hh]ours|horas|h)\b"
)


def is_code(text: str) -> bool:
    """Tell whether a line is nothing but the code under which an office registered a paper.

    >>> [is_code(one) for one in ("DIV/2417/58/t", "DAC/DAS/600.(24h)", "137/11/3", "Pb/511")]
    [True, True, True, True]
    >>> is_code("May/5/1951")
    False
    """
    if len(text) > _MOST or _DIGITS.search(text) is None or _DAY.fullmatch(text):
        return False
    coded = _CODED.fullmatch(text) or _LEVELLED.fullmatch(text)
    return coded is not None and DATE_LINE.fullmatch(text) is None


def is_registered(text: str) -> bool:
    """Tell whether a line is nothing but the number of a registry of secret papers.

    >>> is_registered("VD 14 - 31/79"), is_registered("VD 14 of May")
    (True, False)
    """
    return text[:1] in "VN" and _REGISTERED.fullmatch(text) is not None


def small_number(text: str) -> tuple[int, int] | None:
    """Find the number behind a small `n.`, alone on its line or behind a word for a paper.

    >>> text = "Telegramma in arrivo n. 1387"
    >>> text[slice(*small_number(text))], small_number("vedi pagina n. 3")
    ('1387', None)
    """
    found = _SMALL.fullmatch(text) if _DIGITS.search(text) and len(text) <= 2 * _MOST else None
    if found is None or (found["kind"] and not _names_paper(found["kind"])):
        return None
    return found.start("number"), found.end("number") - found["number"].endswith(".")


def _names_paper(words: str) -> bool:
    return words[0].isupper() and bool(form(words))


def opening_number(text: str) -> tuple[int, int] | None:
    """Find the number with which a telegram begins, by what stands behind it.

    >>> opening_number("371 - TUESDAY - 1830 HS. He said"), opening_number("No. 27 - 11h45 - Late")
    ((0, 3), (4, 6))
    >>> opening_number("214. Your 87"), opening_number("12. The mole is long.")
    ((0, 3), None)
    """
    found = _OPENING.match(text) or _OPENING_NO.match(text) or _HOUR.match(text)
    return found.span(found.lastindex or 1) if found else None


# `(60) Bu Fei Zi No. 127`: year, office, class and number.
_CHINESE = re.compile(
    r"(?:(?:[Rr]ef(?:erence)?|[Nn]o|[Nn]umber|[Dd]oc(?:ument)?|[Ff]ile)\.?"
    r"(?: (?:[Nn]o\.?|[Nn]umber))?\s?:?\s*)?"
    r"((?:\((?:19)?[4-9]\d\)|\[(?:19)?[4-9]\d\]) ?(?:[A-Z][a-z]{1,8} ){1,5}(?:No\.? ?|# ?)?"
    r"\d{1,5})(?: [Hh]ao)?\.?(?:[;,.]?\s[^\n]*\b(?i:cop(?:y|ies)|printed|issued)\b[^\n]*)?"
)


def chinese_number(text: str) -> re.Match[str] | None:
    """Match a number as Chinese offices give it, with or without the word for it.

    >>> chinese_number("Ref. no.: (60) Bu Fei Zi No. 127")[1], chinese_number("(60) men came")
    ('(60) Bu Fei Zi No. 127', None)
    """
    return _CHINESE.fullmatch(text) if "(" in text or "[" in text else None


# What may stand before the digits of a number: letters of an office, a grade cut short.
SHORTENED = (
    r"[A-Z]{1,8}\.?|(?:[A-Z]\.){2,4}|St|Pb|Pr|(?:[Ss]tr\. ?)?[Pp]ov\.|[Tt](?:aj|jn)\.|[Gg]eh\."
    r"|[Rr](?:es|is)\.|[Cc]onf\.|[Ss]ecr?\.|[Сс]екр\.|[Пп]ов\."
)
# `File: 137/11/19 Vol. 4`, `File number 67-12/818-1971`
_FILE = re.compile(
    r"(?:Our |Unser )?(?:[Ff]ile|FILE|[Dd]ossier|DOSSIER|R[Ee][Ff](?:erence)?"
    r"|R[Ee][Gg](?:ist(?:er|ry|ration))?)\.?"
    r"(?: (?:[Nn](?:o|r|umber)|[Rr]ef)\.?)?\s?:?\s+"
    r"(\d{1,5}(?=[\d-]*/)(?:[/-]\d{1,6}){1,5}(?:/[A-Z]{1,3})?)"
    r"(?:,? (?:[Vv]ol|[Pp]art|[Tt])\.? ?\d{1,3})?"
)


def filed_number(text: str) -> re.Match[str] | None:
    """Match the number of the file that heads a paper, or one as Chinese offices give it.

    >>> filed_number("File: 137/11/19 Vol. 4")[1]
    '137/11/19'
    """
    return chinese_number(text) or (_FILE.fullmatch(text) if text[:1] in "FDOUR" else None)


# The day behind the number of what came in, which is no part of it: `Incoming No. 1018/1.III.1968`.
_AND_DAY = re.compile(r"(\d{1,6})/(?:[0-3]?\d)\.(?:[IVX]{1,4}|[01]?\d)\.(?:19|20)?\d\d(?:\.|г\.?)?")
_CAME_IN = re.compile(
    r"(?i:incoming|received|registered|\b(?:inc|reg|ent)\.|eingang\w*|eing\.)\s*(?:(?:[Nn]o|[Nn]r|N|\u2116)\.?\s*)?$"
)
# `The decision was recorded as No. 1180.`
_RECORDED = re.compile(
    r"\b(?:decision|resolution|protocol|minutes|decree|paper|document|letter|telegram|report)s?"
    r" (?:was|were|is|are|has been|have been) (?:recorded|registered)(?: in [\w ]{3,30})?"
    r" (?:as|under|with)(?: the)? (?:[Nn]o\.?|[Nn]umber|\u2116) ?(\d[\w/-]*)"
)
# In a row of short sentences: `Ministry of Mines. File No. WII/103/40/71. Copy 4 of 6.`
_IN_FILE = re.compile(
    r"(?<=[.;] )(?:Our )?[Ff]ile [Nn](?:o\.?|umber:?) ?"
    r"(?=\S*\d)([\w./()-]{3,40}?)(?=[.;,]? |[.;,]?$)"
)


def before_day(before: str, number: str) -> int:
    """Give the length of the number of what came in, before its day; 0 for another number.

    >>> before_day("Incoming No. ", "1018/1.III.1968"), before_day("No. ", "1018/1.III.1968")
    (4, 0)
    """
    came = _CAME_IN.search(before)
    dated = _AND_DAY.fullmatch(number) if came else None
    return dated.end(1) if dated else 0


def recorded_as(text: str) -> Iterator[tuple[int, int]]:
    """Find the numbers as which a text says that a paper was recorded, and that of its file.

    >>> text = "The decision was recorded as No. 1180. File No. 12/40."
    >>> [text[slice(*one)] for one in recorded_as(text)]
    ['1180', '12/40']
    """
    if "corded" in text or "gistered" in text:
        yield from (one.span(1) for one in _RECORDED.finditer(text))
    if "ile N" in text[:_WIDEST] or "ile n" in text[:_WIDEST]:
        yield from (one.span(1) for one in _IN_FILE.finditer(text[:_WIDEST]))
