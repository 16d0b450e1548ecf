"""The citation that an archive prints on its pages: title, date, publisher, reference, credits."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lod.normalize.archives import archive_code
from lod.normalize.languages import language_tag
from lod.sources.pages.citations.citedline import cited_line
from lod.sources.pages.citations.citedparts import MONTH, SPAN, Found
from lod.sources.pages.citations.othercopies import is_in_volume, other_copies, without_scan
from lod.sources.pages.citations.sourceline import is_source_line, said_source
from lod.sources.pages.citations.thanked import NOTE_CREDITS, credited, thanked, trimmed
from lod.sources.pages.words.shortlines import kept_if_short

# What stands before an address.
_SAYS_WHERE = re.compile(
    r"[,;.]?\s*\(?(?:URL|URI|DOI|[Ll]ink|[Oo]nline|[Aa]vailable(?: online)?(?: at)?|[Aa]t"
    r"|[Aa]brufbar(?: unter)?|[Vv]erfügbar unter|[Uu]nter|[Ee]n ligne|[Cc]onsultable sur"
    r"|[Dd]isponib(?:le|ile)(?: en| sur| su)?|[Dd]ostępn[ey](?: na)?|[Dd]ostupné(?: na| z)?"
    r"|[Рр]ежим доступа|[Aa]ccessed(?: at)?)\s?[:=]?\s*[<(\[]?$"
)
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)]")
_CITED = re.compile(
    rf"(?:[“\"](?P<quoted>.+?)[,.]?[”\"],?|(?P<plain>[^“\"].*?),)\s+"
    rf"(?P<date>{SPAN}|undated|n\.d\.)[,.]\s+(?P<rest>.*)",
    re.DOTALL,
)
# As finding aids cite: `Letter to X, 1945; X Papers, MC076, Box 28, Folder 12, Y Library.`
_HELD = re.compile(
    r"(?<=; )[A-Z][^;\n]{3,200}?, (?:Box|Folder|Reel|Carton|Container|Volume|Series)s?:? \w[^;\n]*"
)
# An archive by its letters and its own number of a file: `PRC FMA 106-01380-15, 1-6.`
_CODED = re.compile(
    r"([A-ZА-Я]{2,8}(?: [A-ZА-Я]{2,8})?),? \d[\w/.-]{3,30}\d(?:, \d{1,4}(?:[\u2013-]\d{1,4})?)?\.?"
    r"(?: (?:Translated|Obtained|Contributed|Provided|Transcribed|Selected) [^\n]{5,120})?"
)
# The number that a site gives a document, behind its name: `Transatlantic Record, document TR-044`.
_SITE_NUMBER = re.compile(
    r"\s*(?:[Ii]n:? )?[^\W\d_a-z][^,;()\n]{3,70}, (?:[Nn]o\.?|[Nn]r\.?|№|n°|n\.º|[Dd]oc\.?"
    r"|[Dd]ocument[oa]?|[Dd]okument|[Ii]tem|[Rr]ecord|ID|[Ii]d\.)(?: (?:no|nr)\.?)?:? "
    r"((?=[\w-]*\d)[^\W\d_a-z][^\W_]*(?:-[^\W_]+)+)(?=[,;.\s]|$)"
)
# A title without a day, and where the site has it: `"Report on Mines", DS-Files no. 7716`.
_SITED = re.compile(
    r"[\u201c\"](?P<title>[^\u201c\u201d\"]{8,300}?)[,.]?[\u201d\"],?\s+"
    r"(?P<publisher>[A-Z][\w'\u2019-]*(?: [\w'\u2019-]+){0,6}?),?\s(?:[Nn]o|[Nn]r|[Dd]oc(?:ument)?"
    r"|[Ii]tem|[Rr]ecord|[Ee]ntry|ID|#)\.?(?: (?:no|nr)\.?)? ?"
    r"(?P<identifier>[A-Z]{0,6}-?\d[\w-]*)\.?"
)
# A comma within a date parts no title from it.
_DAY_END = re.compile(rf"{MONTH}\s+\d{{1,2}}$")
# A segment that names who put the document on the web rather than who keeps it.
_PUBLISHER = re.compile(
    r"[^,]*\b(?:Digital (?:Archive|Library)|Program(?:me)?|Project|Online|Database)\b[^,]*"
)
_CREDITS = re.compile(
    r"(?<!\S)(?:Contributed|Translated|Transcribed|Obtained|Donated|Provided|Edited|Introduced"
    r"|Compiled)\b.*",
    re.DOTALL,
)
_NUMBERED = re.compile(
    r"https?://[^/\s]+/(?:\S+[?&]identifier=([\w.-]*\d[\w.-]*)"
    r"|(?:\w+/)*handle/((?:\d[\d.]*/)?\d{1,9})(?=/?(?:[?#]|$))|(?:[\w-]+/)*(?:documents?/(\d+)\b|(?:items?|records?|docs?|dok|dokumente?"
    r"|documentos?|documenti|objects?|entry|entries|id|fiche|ficha|scheda|papers?|texts?|print(?:able|pdf)?|nodes?)"
    r"/((?:[A-Za-z]{1,4}-?)?\d{1,9}(?:-\d{1,6})*)(?=/?(?:[?#]|$))))"
)
_WORDED_DAY = re.compile(r"(\d{1,2} )([A-Z][a-z]{3,8})(,? [\dlIOo]{4}\.?)")
_MONTHS = (
    *("January", "February", "March", "April", "August", "September", "October", "November"),
    "December",
)
# A year that has a letter for a digit.
_MISREAD_YEAR = re.compile(r"[lI1](?<!\w.)(?!(?<=1)[89]\d\d)[89][\dOolI]{2}\b")
_DIGITS = str.maketrans("lIOo", "1100")
_NOTE = re.compile(
    r"(?:\[\d{1,2}\]\s*|\[\s*|\d{1,2}\.?\s+)[*_]{0,3}(?:Source|SOURCE|Archive|Archival source"
    r"|Quelle"
    r"|Źródło|Pramen|Zdroj|Forrás|Sursa|Fonte|Fuente|Источник"
    r"|Източник)[*_]{0,3}\s?:[*_]{0,3}\s*(?=\S)"
)
# A line of nothing but an archive and a place in it: `ГАРФ. Ф. 12. Оп. 3`, `X Archives, file 4`.
_KEPT = re.compile(
    r"(?=[^\W\d_a-z])(?=.{0,90}?(?:\b[Aa]rchi(?:v|w)\w*|\bАрхив|\bГАРФ|\bРГА|\bАВП ?РФ|\bАП ?РФ"
    r"|\bЦАМО"
    r"|\bBArch|\bSAPMO|\b[Ll]ibrary|\b[Ll]evéltár|\b[Aa]rhiv\w*|\bRecord Office|\bAAN\b|\bAMSZ\b"
    r"|\bMNL\b|\bNARA\b))[^\n]{0,160}?[,.:]\s(?:(?:File|Box|Folder|Fonds?|Record Group|RG|Sygn"
    r"|Bestand"
    r"|Akte|Series|Carton|Dossier|Legajo|Busta|MS|[Ff]\.|Ф\.|sygn\.|fond|fonds|box|file|f\."
    r"|ф\.)[ .]"
    r"|[A-Z]{1,4}[ /][A-Z\d][\w()./-]*(?: [\w()./-]+)?\d)"
)
_IS_FIELD = re.compile(r"[^\n.:]*[a-z)]: ")  # `Contact(s): National Archives ...`
_IS_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|which|that|who|wird|est|jest|je)\b"
)
_WRITTEN_IN = re.compile(
    r"\b(?:Original|Text|Typescript|Manuscript|(?:Carbon )?[Cc]opy|Document|Подлинник|Original"
    r" text)"
    r"(?:,| in(?: the)?|:| на)? ([^\W\d_][^\W\d_]{4,15})\b"
)
# What editors say of an original behind its place: `In Russian. Typed.`, `Certified copy.`
_REMARKS = re.compile(
    r"[.;]\s+(?=(?:(?:(?:(?:Original|Text|Written)(?:[,:]| in)?|In) (?P<tongue>[A-Z][a-z]{3,14})"
    r"|(?:Certified |Verified |Carbon |Typed |Typewritten |Handwritten |Photo)?[Cc]opy|Original"
    r"|Typed|Typescript|Typewritten|Handwritten|Manuscript|Autograph|Draft|Duplicate)"
    r"(?: on [a-z ]{3,30})?(?:[.;,]\s*|$))+$)"
)
_OF_ORIGINALS = ("riginal", "yp", "and", "opy", "anuscript", "utograph", "raft", "In ", "uplicate")
# A line that begins with an archive's acronym and a fond.
_SHELVED = re.compile(
    r"(?:(?:Source|SOURCE|Archive|Reference|Original|Scan|Typescript"
    r"|Citation):\s*)?(?=[A-Z][^.;\n]{2,70}?[,:]?\s+(?:[Ff]ond|[Ff]\.)\s*\d[^.!?]{0,80}[\d.])"
)
# A note in brackets below a text that has the place in an archive somewhere in it.
_PLACED = re.compile(
    r"(?<![\w.])((?:[A-Z]{3,7}(?: [A-Z]{2})?|(?:[A-Z][\w-]+ )+Archives?),? (?:[Ff]ond|[Ff]\.)"
    r" ?\d\w*[,;][^\[\]]{0,80}(?:\b[Ll]l?\.|\b[Ll]ist[yi]?|\bpp?\.) ?\d[\d\u2013-]*)"
)
# The same where it begins with letters of an archive and ends with pages, leaves or a box.
_BRACKETED = re.compile(
    r"[\[(]([A-Z]{2,8}(?:[- ][A-Z]{2,6})?, [^\[\]]{5,140}?"
    r"\b(?:pp?|ff?|Bl|fols?|ll?|k|S|s|[Bb]ox|[Ff]ile|No|d|vol)\.? ?\d[\d\u2013-]*)\.?[\])]"
)
# Collections of treaties.
_TREATIES = re.compile(
    r"(?:United Nations|League of Nations|UN|Australian|Canada)[,:]? Treaty Series[,:]? "
    r"(?:[Vv]ol(?:ume|\.)? ?\d+|\d{4})[,;]? ?(?:(?:pp?|No|Nos)\.? ?[\d\u2013-]+)?\.?"
)
_NOTED = re.compile(
    r"(?<=[.;] )(?:Top Secret|Secret|Confidential|Strictly Secret|Restricted|Unclassified"
    r"|Official Use Only|Limited Official Use)(?=[;.,])"
)
_DRAFTED = re.compile(
    r"(?<=[.;] )[Dd]rafted (?:and (?:initialed|signed) )?by (?:(?:the )?"
    r"(?:(?:Assistant|Deputy|Acting|Under|First|Second|Third|Vice) )*(?:Ambassador|Minister"
    r"|Counselor|Secretary(?: of State)?|Consul(?: General)?|Charg\u00e9|Director|Colonel"
    r"|General|Admiral|Captain|Mr\.|Mrs\.|Miss|Dr\.) )?"
    r"((?:[A-Z]\.\s?)*[A-Z][\w'-]+(?:(?:\s[A-Z]\.)*\s[A-Z][\w'-]+)?)"
)
_PUBLISHED = re.compile(
    r"(?<=[.;,] )(?:published|reprinted) in\b|(?<=[.;] )(?:Original\b(?! [a-z])|Typescript|Typed"
    r"|Certified copy|Copy\.|Manuscript"
    r"|Carbon [Cc]opy|Photocopy|Durchschlag|Ausfertigung|Abschrift|Ablichtung|Durchdruck|Подлинник"
    r"|Копия|Машинопись|Рукопись|Oryginał|Odpis|Maszynopis|Kopia|Originál|Kopie|Strojopis|Eredeti"
    r"|Másolat|Originale|Copia|Minuta|Copie|Original in"
    r"|Handwritten|Published|Printed|First published|See also|Also in)\b"
)
# The number that a site gives a document, at the end of a note: `Reading Room, item 881.`
_ITEM = re.compile(
    r"(?<=[.;] )[A-Z][^.;\n]{4,60}?, (?:item|document|doc\.|record|entry)"
    r" (?:[Nn]o\.? ?|[Nn]umber |ID )?(\d[\w-]*)\.?$"
)
# The same without a mark, as FRUS begins its notes.
_NOTE_ALONE = re.compile(
    r"(?:Source|SOURCE): (?=[^\n]*\d)"
    r"(?=[^.;\n]{0,90}?(?:\b[Aa]rchi(?:v|w)\w*|\b[Ll]ibrary\b|\bRG \d|\bFiles?\b"
    r"|\bRecord Office|\bDepartment of State\b|\bPapers\b|\bNARA\b|\bTNA\b|\bBox \d))"
)
# A series of the archives of Australia: `[AA:A1838, 401/3/1/1, xiv]`.
_SERIES = re.compile(
    r"[\[(]?((?:N?AA|CRS|ANZ|AWM|NLA) ?: ?[A-Z]{1,3} ?\d{1,5}(?:/[A-Z\d]+)*[,:;] ?"
    r"[^\[\]\n]{2,60}?)[\])]?\.?"
)
_LONGEST, _SHORT = 2000, 300


def parse(text: str) -> Iterator[Found]:
    """Take a citation apart; nothing comes out of a text that is no citation.

    >>> text = '"Letter", May 1, 1951, X Digital Archive, AVPRF, f. 1, d. 2. Translated by A. B.'
    >>> [text[part.start:part.end] for part in parse(text)]
    ['Letter', 'May 1, 1951', 'X Digital Archive', 'Translated by A. B.', 'AVPRF, f. 1, d. 2']
    """
    match = _CITED.match(text)
    if not match and text[:1] in '"\u201c' and (sited := _SITED.fullmatch(text)):
        yield from (Found(column, *sited.span(column)) for column in sited.groupdict())
        return
    if not _is_sites(text, match) and (line := cited_line(text)):
        yield from line
        return
    if not match or (
        match["plain"] and ("; " in match["plain"] or _DAY_END.search(match["plain"]))
    ):
        yield from _held(text)
        return
    yield Found("title", *match.span("quoted" if match["quoted"] else "plain"))
    yield Found("date", *match.span("date"))
    yield from _behind_date(text, *match.span("rest"))


def _behind_date(text: str, start: int, end: int) -> Iterator[Found]:
    """Take apart what stands behind the date of a citation, up to its address."""
    if url := _URL.search(text, start):
        yield from _address(text, url)
        end = url.start()
        end = said.start() if (said := _SAYS_WHERE.search(text, start, end)) else end
    if publisher := _PUBLISHER.match(text, start, end):
        yield Found("publisher", *trimmed(text, *publisher.span()))
        start = min(publisher.end() + 1, end)
    if credits := _CREDITS.search(text, start, end):
        yield Found("credits", *trimmed(text, *credits.span(), keep="."))
        end = credits.start()
    if site := _SITE_NUMBER.match(text, start, end):
        yield Found("identifier", *site.span(1))
        start, end = _unwrapped(text, site.end(), end)
    reference = Found("reference", *trimmed(text, start, end))
    if reference.start < reference.end and not is_in_volume(text, reference.start):
        yield reference


def _is_sites(text: str, match: re.Match[str] | None) -> bool:
    """Tell whether a citation is in the form of a site: quoted title, publisher, or its number."""
    if match is None:
        return "; " in text and _HELD.search(text) is not None
    sites = _PUBLISHER.match(text, match.start("rest")) or _SITE_NUMBER.match(
        text, match.start("rest")
    )
    return match["quoted"] is not None or sites is not None or "; " in match["plain"]


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out brackets around the place in an archive, behind the number that a site gives."""
    lo, hi = trimmed(text, start, end)
    wrapped = text[lo : lo + 1] == "(" and text[hi - 1 : hi] == ")"
    return (lo + 1, hi - 1) if wrapped else (lo, hi)


def _held(text: str) -> Iterator[Found]:
    """Find the reference in a citation as finding aids have it, as far as the credits."""
    if held := _HELD.search(text) if "; " in text else None:
        credits = _CREDITS.search(text, *held.span())
        end = credits.start() if credits else held.end()
        yield Found("reference", *trimmed(text, held.start(), end))


@kept_if_short
def is_citation(text: str) -> bool:
    """Tell whether a line is a citation by form: quoted title, date, publisher or address.

    >>> is_citation('"Letter", May 1, 1951, X Digital Archive, AVPRF, f. 1, d. 2.')
    True
    """
    if text[:1] not in '"\u201c' or len(text) > _LONGEST:
        return bool(cited_line(text))
    return not {"publisher", "url"}.isdisjoint(part.column for part in parse(text))


def mended_year(text: str) -> str:
    """Read letters that a scan has for the digits of a year, or others in a month; length stays.

    >>> mended_year("23 April l959"), mended_year("25 Deeember 1951")
    ('23 April 1959', '25 December 1951')
    """
    if day := _WORDED_DAY.fullmatch(text):
        text = f"{day[1]}{_as_month(day[2])}{day[3]}"
    if not _MISREAD_YEAR.search(text):
        return text
    return _MISREAD_YEAR.sub(lambda year: year[0].translate(_DIGITS), text)


@lru_cache(maxsize=1 << 10)
def _as_month(word: str) -> str:
    """Read a month in which a scan has one letter for another."""
    joined = word.replace("rn", "m")
    if joined != word and joined in _MONTHS:
        return f"{joined} "  # Novernber
    for month in _MONTHS:
        if len(word) == len(month) and sum(a != b for a, b in zip(word, month, strict=True)) == 1:
            return month
    return word


def source_note(text: str, *, labelled: bool = False) -> tuple[Found, ...]:
    """Take apart the note on a text's source: reference, marking, who drafted or translated it.

    It stands in brackets or behind `Source:` below the text. labelled: the text is its value.

    >>> text = "[Source: RGANI, f. 2, d. 269. Translated by A. B.]"
    >>> [(one.column, text[one.start:one.end]) for one in source_note(text)]
    [('reference', 'RGANI, f. 2, d. 269'), ('credits', 'Translated by A. B.')]
    """
    if not labelled:
        return _unlabelled(text)
    match = _announced(text) if text[:1] != "S" else None
    return () if len(text) > _LONGEST else _noted(text, match.end() if match else 0)


@kept_if_short
def _unlabelled(text: str) -> tuple[Found, ...]:
    told = _remarks(text)
    placed = _placed(text[: told.start() + 1]) if told else ()
    return (*placed, *_tongue(told)) if told and placed else _placed(text)


def _placed(text: str) -> tuple[Found, ...]:
    """Take apart a line that says where a paper lies, or whom editors thank."""
    bracketed = text[:1] in "[(" and len(text) < _LONGEST
    if len(text) < _SHORT and (whole := _whole(text)):
        return (whole,)
    if bracketed and (placed := _PLACED.search(text) or _BRACKETED.fullmatch(text)):
        found = [Found("reference", *placed.span(1))]
        if credits := NOTE_CREDITS.search(text, 0, len(text.rstrip("]) \n"))):
            found.append(Found("credits", *trimmed(text, *credits.span(), keep=".")))
        return tuple(found)
    coded = _CODED.fullmatch(text) if len(text) < _SHORT else None
    if coded and archive_code(coded[1]):
        return _noted(text, 0)
    shelved = "ond" in text or "f." in text or "F." in text
    match = _announced(text) or (_SHELVED.match(text) if shelved else None)
    kept = match is None and len(text) < _SHORT and _is_kept(text)
    if kept and not (_IS_SENTENCE.search(text) or _IS_FIELD.match(text)):
        return _noted(text, 0)
    if match is None and is_source_line(text):
        return _noted(text, 0)
    if match is not None:
        numbered = match.groupdict().get("number") is not None
        own = (Found("identifier", *match.span("number")),) if numbered else ()
        return () if len(text) > _LONGEST else (*own, *_noted(text, match.end()))
    return thanked(text) if bracketed else credited(text)


def _remarks(text: str) -> re.Match[str] | None:
    """Match what editors say of an original behind its place: `In Russian. Typed.`."""
    short = len(text) < _SHORT and any(map(text.__contains__, _OF_ORIGINALS))
    return _REMARKS.search(text) if short else None


def _tongue(told: re.Match[str]) -> tuple[Found, ...]:
    named = told["tongue"] and language_tag(told["tongue"])
    return (Found("language", *told.span("tongue")),) if named else ()


def _announced(text: str) -> re.Match[str] | None:
    """Read the word for a source with which a note begins, behind its mark or without one."""
    if text[:1] == "[" or text[:1].isdigit():
        return _NOTE.match(text)
    return (_NOTE_ALONE.match(text) if text[:1] == "S" else None) or said_source(text)


def _whole(text: str) -> Found | None:
    """Read a line that is nothing but a treaty series, or an archive's series, with its place."""
    if "Treaty Series" in text and _TREATIES.fullmatch(text):
        return Found("reference", *trimmed(text, 0, len(text)))
    held = _SERIES.fullmatch(text) if ":" in text[:8] else None
    return Found("reference", *held.span(1)) if held else None


def _is_kept(text: str) -> bool:
    """Tell whether a line is nothing but an archive and a place in it, which a mark parts."""
    return any(map(text.__contains__, ",.:")) and _KEPT.match(text) is not None


def _noted(text: str, start: int) -> tuple[Found, ...]:
    """Take apart what a note says from a place on."""
    end = len(text.rstrip("] \n"))
    end = without_scan(text, start, end)
    found = [Found("marking", *one.span()) for one in _NOTED.finditer(text, start, end)]
    if item := _ITEM.search(text, start, end):
        found.append(Found("identifier", *item.span(1)))
        end = item.start()
    found += [Found("creator", *one.span(1)) for one in _DRAFTED.finditer(text, start, end)]
    said = _WRITTEN_IN.search(text, start, end)
    if said and language_tag(said[1]):
        found.append(Found("language", *said.span(1)))
    if credits := NOTE_CREDITS.search(text, start, end):
        found.append(Found("credits", *trimmed(text, *credits.span(), keep=".")))
    stop = min((one.start for one in found), default=end)
    if published := _PUBLISHED.search(text, start, stop):
        stop = published.start()
    if drafted := _DRAFTED.search(text, start, stop + 1):
        stop = min(stop, drafted.start())
    others = list(other_copies(text, start, end))
    stop = min((stop, *(one.start() for one in others)))
    found += [Found("reference", *one.span(1)) for one in others]
    return (Found("reference", *trimmed(text, start, min(stop, end))), *found)


def addresses(text: str) -> Iterator[Found]:
    """Find the first web address in a text, and the number that it gives the document.

    Whatever host printed the page (mirrors do), `/document/<number>` is the document's number, as
    is `/item/<code>` at the end.

    >>> [part.column for part in addresses("see https://mirror.example/document/113630")]
    ['url', 'identifier']
    """
    if url := _URL.search(text):
        yield from _address(text, url)


def _address(text: str, url: re.Match[str]) -> Iterator[Found]:
    yield Found("url", *url.span())
    if number := _NUMBERED.match(text, *url.span()):
        yield Found("identifier", *number.span(number.lastindex or 0))
