"""A line that is nothing but an archive and the place in it: `ACS, MI, Gab., b. 6, fasc. 1`."""

# ruff: noqa: RUF001  (words of Russian are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.archives import archive_code
from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

_LONGEST, _SHORTEST, _TWO = 200, 8, 2
# An archive by its letters, with or without a second word of them: `PA AA`, `MNL OL`, `РГАСПИ`.
_LETTERS = re.compile(
    r"(?:[A-ZА-ЯÁÄÖÜŁŚČŠŽÉÎÂ]{2,8}|ÖStA|BArch|HStA|LHAr?|StA|GStA|BayHStA|MfS)"
    r"(?:[ /-](?:[A-ZА-Я]{1,6}|PK|BArch|OL|HHStA|ABT))?"
    r"(?:[,.:;]| (?=(?:RG|RZ|R|F|Ф|f|ф|FO|NL|DY|N)[ .]?\d))"
)
# One by its name: `Archives du BIT`, `Archivo Histórico de la SRE`, `Národní archiv`.
_NAMED = re.compile(
    r"(?=[^\W\d_a-zа-я])[^.;:\n\d]{0,60}?(?:\b[Aa]rchi[vw]\w*|ARCHI[VW]\w*|\b[Аа]рхив\w*|\b[Ll]evéltár\w*"
    r"|\b[Aa]rhiv\w*|\bRecord Office|\b[Aa]rkiv\w*|\bArquivo\w*)[^.;:\n\d]{0,60}?[,.:;]"
)
_NAMES = ("rchi", "RCHI", "рхив", "evéltár", "rhiv", "ecord Office", "rkiv", "rquivo")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"(?:RG|Record Group|MG) ?\d{1,4}[,:;]")
# What tells a place in an archive: a word for a level with its number, or a piece of a series.
_PLACE = re.compile(
    r"(?<![\w.])(?:bb?|busta|fasc|sottofasc|sf|sygn|kk?|Bll?|Blatt|Bd|Bü|leg|legajo|exp|expte|ff?"
    r"|fols?|doss(?:ier)?|cart|carton|cx|caixa|mç|maço|[Bb]ox|[Ff]older|[Ff]ile|[Ll]ot(?: File)?"
    r"|serie|ser|inv|kart|kr|kt|sv|zesp|zespół|op|ref|cs|[ФфОоДдЛлПпКк]|[Оо]п|[Лл]л|ЛЛ|[Пп]ап"
    r"|[Пп]орт|а\.е|R[ZG]?|N|NL|DY|DR|DA|MG|Rep|Nr|[Ff]ondos?|[Ff]onds?|[FDP]|Op|LL?|doboz|tétel"
    r"|caja|cajón|kutija|fascikl|karton|krabice|pudło|teczka|mapa|papka|liasse|tomo|tome|expediente"
    r"|opis|delo|list[yi]?|khomrog|dans|tal|estante|rollo|škatla|svazek|zväzok|obal|lada|signature"
    r"|Dok|MAP|CAT|FO|CAB|PREM|DEFE|WO|CO|DO|FCO|ADM|AIR|HO|KV|BK)(?:\. ?|\s)(?:[A-Z]{1,4}[ /-]?)?"
    r"[\dIVX][\w/.-]*"
    r"|\b[Ff]ond(?:o|s|ul)? [A-ZÀ-Þ][\w-]+"
    r"|\bvol\. ?[\dIVXL]+(?=, (?:pp?|ff?|fols?)\. ?\d)"
    r"|\b\d+[A-Z]?\.\d+/\d[\d-]*"  # a decimal file
    r"|\b\d{1,4}\. ?(?:ő|ö)\. ?e\.|\bdossier [«\"“„]"
)
# Letters of an archive and of a holding with no mark behind: `NAI DFA ES Box 28 File 187`.
_BOXED = re.compile(
    r"(?!SECRET|COPY|DRAFT|REPORT|LETTER|NOTE|ANNEX)[A-Z]{2,6} "
    r"(?=(?:[A-Z][\w'\u2019-]* ){1,5}(?:Box|File|Folder|Reel|Item) \d)"
)
# What stands before a source: the word for one, the number of a paper in an edition.
_SAID = re.compile(
    r"(?:Sources?|SOURCE|Archival source|Archive|Quelle|Źródło|Pramen|Zdroj|Forrás|Surs[aă]|Fonte"
    r"|Fuente|Izvor|Lähde|Kilde|Källa|Источник|Джерело|Източник|Извор)\s?:\s+"
    r"|(?:No|Nr|Doc)\. ?(?P<number>\d{1,4})\.?\s+(?=[A-ZÖ])"
)
# Pages alone tell a place in an archive that is known: `\u00c1BTL, O-8-552/14, pp. 88-91`.
_PAGED = re.compile(r", (?:pp?|ff?|fols?|Bll?|str|old|S|s)\. ?\d[\d\u2013-]*\.?$")
_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|which|that|who|wird|wurde|est|sont|jest|był|je|è|sono|es"
    r"|был[аио]?|the|see|siehe|vgl|cf|voir)\b"
)
_VERB = re.compile(r"\b(?:is|was|were|are|has|have|had|will|which|that|who|see)\b")
# Whoever else keeps papers, where three levels follow.
_KEEPER = re.compile(r"(?:[^\W\d_a-z][^.;:,\n\d]{5,90}),")
# The place first: `VS-Bd. 8468 (MB), Politisches Archiv des Auswärtigen Amts`.
_TURNED = re.compile(r"[^\W\d_a-z][\w-]*\.? ?\d[^,;\n]{0,40}, ([^\W\d_a-z][^,;\d\n]{1,70}?)\.?")
_LEVELS = 3
_PRINTED = re.compile(r"\b(?:FRUS|DDF|ADAP|DBFP|AAPD|DDI|PWN|Moscow|Москва|M|[Vv]ol)\b")


# Pieces of the archives of Britain, and leaves of those of Russia.
PIECE = re.compile(
    r"(?:TNA,? )?(?:FO|PREM|CAB|DO|CO|WO|DEFE|ADM|AIR|FCO|HO|KV|HW|T"
    r"|BT) \d{1,4}/\d{1,6}(?:[,/ ].{1,30})?"
)
_RUSSIAN_PLACE = re.compile(
    r"(?:[А-Я]{2,8})(?: [А-Я]{2,6}){0,2}[,.:]? [^\n]{0,60}\b(?:[фФ]|[оО]п|[дД]"
    r"|[тТ])\. ?\S+.{0,40}\d"
)
# Letters that several archives may bear, and a code of one: `NAI, DFA/305/384`.
_LETTERED = re.compile(r"(?!UN|NATO)[A-Z]{3,6}, [A-Z]{2,6}/\d{1,4}/\d[\w/-]*")
# A volume of a ministry's files, which editions of its papers print alone: `VS-Bd. 9096 (214)`.
_VOLUME = re.compile(
    r"(?:[^\W\d_a-z][\w. /-]{1,40}, )?(?:VS-)?Bd\. ?\d{1,6}(?: \([\w. /-]{1,24}\))?\.?"
)
_FOOT, _NEAR_END = 75, 20
# A series of an archive, with volume and leaves, alone in brackets below a paper:
# `(Asie, 1956-1967, Chine, vol. 532, fol. 88-91)`.
_SERIES_PLACED = re.compile(
    r"\(([^\W\d_a-z][^()\n;:]{3,120}?, (?:[^()\n;:]{1,60}, )?(?:vol|carton|dossier|Bd|b|t|box"
    r"|file)\.?"
    r" ?[\w-]{1,9}(?:, [^()\n;:]{1,30})?, (?:fols?|ff?|pp?|Bl|k|c|ll?)\. ?\d[\d\u2013 -]*)\)\.?"
)


def is_source_line(text: str) -> bool:
    """Tell whether a line names an archive, or a record group, and a place in it, and nothing else.

    An archive needs one level with its number where its name or letters are known, else two; who
    else keeps papers needs three.

    >>> lines = ("PA AA, RZ 101/29781, Bl. 227-228", "ACS, MI, Gab., 1948, b. 6, fasc. 11003/1",
    ...          "NATO, which met in box 4, and p. 6 of the report", "FRUS, 1950, vol. VII, p. 12")
    >>> [is_source_line(one) for one in lines]
    [True, True, False, False]
    >>> is_source_line("Centro de Información, Quito, fondo Sur, caja 41, legajo 6, fols. 118")
    True
    >>> is_source_line("VS-Bd. 8468 (MB), Politisches Archiv des Auswärtigen Amts")
    True
    """
    if not _SHORTEST <= len(text) <= _LONGEST or not text[0].isupper() or text[-1] in "!?:,":
        return False
    if _DIGIT.search(text) is None:
        return False
    head = _begins(text)
    if head is None:
        turned = _TURNED.fullmatch(text)
        return turned is not None and archive_code(turned[1]) != ""
    if _PRINTED.search(text[: head.end() + 1]):
        return False
    if _SENTENCE.search(text, head.end()) is not None:
        return False
    lettered = head.re in (_LETTERS, _BOXED)
    known = not lettered or archive_code(text[: head.end() - 1]) != ""
    places = sum(1 for _ in _PLACE.finditer(text, head.end() - 1))
    places += known and _PAGED.search(text, head.end()) is not None
    if head.re is _KEEPER:
        return places >= _LEVELS
    return places >= (1 if known else _TWO)


def said_source(text: str) -> re.Match[str] | None:
    """Match the word for a source, or the number of a paper, before an archive and a place in it.

    >>> said_source("Zdroj: MNL OL, M-KS 288. f. 5/890.")[0]
    'Zdroj: '
    >>> said_source("No. 117 NAI DFA ES Box 28 File 187")[0]
    'No. 117 '
    >>> said_source("Source: The archive was moved in 1944.")
    """
    said = _SAID.match(text)
    return said if said and is_source_line(text[said.end() :].strip("*_ ")) else None


def is_place(text: str) -> bool:
    """Tell whether words are an archive, by name or letters, and a place in it with a number.

    >>> is_place("Archive of Norway, Oslo, Cabinet (KPR), I-1/1052"), is_place("Archive of 1951")
    (True, False)
    """
    if not text[:1].isupper() or _DIGIT.search(text) is None or "," not in text:
        return False
    head = _begins(text)
    if head is None or _VERB.search(text) or _PRINTED.search(text[: head.end()]):
        return False
    return head.re is not _LETTERS or archive_code(text[: head.end() - 1]) != ""


def _begins(text: str) -> re.Match[str] | None:
    """Match the archive, or whoever else keeps papers, with which a line begins."""
    head = _LETTERS.match(text) or _GROUP.match(text)
    if head is None and any(map(text.__contains__, _NAMES)):
        head = _NAMED.match(text)
    head = head or _BOXED.match(text)
    if head is None and text.count(",") >= _LEVELS and text[-1].isdigit():
        head = _KEEPER.match(text)
    return head


def bracketed(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the series, volume and leaves that stand alone in brackets below a paper.

    >>> text = "(Asie, 1956-1967, Chine, vol. 532, fol. 88-91)"
    >>> [one.text for one in bracketed([Line(0, len(text), text)])]
    ['Asie, 1956-1967, Chine, vol. 532, fol. 88-91']
    """
    for line in lines[-_NEAR_END:]:
        if line.text[:1] == "(" and (placed := _SERIES_PLACED.fullmatch(line.text)):
            yield Cell(placed[1], line.start + 1, line.start + placed.end(1), "place in brackets")


def at_foot(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the place in an archive that is the last line of a paper: `[FO 371/12403]`.

    >>> [one.text for one in at_foot([Line(0, 27, "[APRF: F. 39, Op. 1, D. 31]")])]
    ['APRF: F. 39, Op. 1, D. 31']
    """
    for line in lines[-1:]:
        text = line.text.strip("[]() .")
        first = (text.partition(mark)[0] for mark in (",", ":", " "))
        if volume := _VOLUME.fullmatch(line.text.strip("[]. *_")):
            text = volume[0]
        known = (PIECE.fullmatch(text) or volume) or (
            len(text) < _FOOT and any(map(str.isdigit, text)) and any(map(archive_code, first))
        )
        if known or _RUSSIAN_PLACE.fullmatch(text) or _LETTERED.fullmatch(text):
            start = line.start + line.text.find(text)
            yield Cell(text, start, start + len(text), "last line of the paper")
