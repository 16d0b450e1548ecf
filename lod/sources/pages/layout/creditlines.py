"""Lines that are nothing but thanks: who gave, translated, edited, paid for what a page shows."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.shortlines import kept_if_short

CREDIT_LINE = re.compile(
    r"(?:this|the) (?:document|item|record|translation)s? (?:was|were|is) (?:made possible|provided"
    r"|contributed|supported|funded|translated)\b.{3,300}",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:(?:Translated|Transcribed|Contributed|Obtained|Provided|Edited|Selected)\b[^.;:\n]{0,60}?\bby"
    r"|(?:Translation|Transcription|English (?:text|version))(?: for [^.;:\n]{2,40})?(?: by|:))"
    r"\s+[A-Z].{2,160}"
)
_OPENING = frozenset("tTCOPES")
# What was done, then who did it, in the languages of archives: `Traducción de Ana Ruiz`.
_DONE = re.compile(
    r"(?:(?:Translated|Transcribed|Contributed|Obtained|Provided|Edited|Selected|Donated|Compiled"
    r"|Introduced|Digiti[sz]ed|Proofread|Checked)\b[^.;:]{0,60}?\bby"
    r"|(?:Gift|Courtesy|Translation|Edition|Transcription) (?:of|by)"
    r"|(?:Traducid[oa]|Editad[oa]|Donad[oa]|Cedid[oa]|Facilitad[oa]|Transcrit[oa]) por"
    r"|(?:Traducción|Edición|Donación|Transcripción) (?:de|a cargo de)"
    r"|(?:Traduite?|Éditée?|Transcrite?|Donnée?|Communiquée?|Fournie?) par"
    r"|(?:Traduction|Édition|Don|Transcription) (?:de|par)"
    r"|(?:Tradott[oa]|Fornit[oa]|Donat[oa]|Trascritt[oa]) da"
    r"|(?:Traduzione|Dono|A cura|Trascrizione) di"
    r"|(?:Traduzid[oa]|Doad[oa]|Editad[oa]) por|(?:Tradução|Doação|Edição) de"
    r"|(?:Übersetzt|Übersetzung|Bearbeitet|Bearbeitung|Schenkung|Bereitgestellt|Herausgegeben"
    r"|Transkribiert|Transkription|Ediert|Edition) (?:von|durch)"
    r"|Tłumaczenie|Tłumaczyła?|Przełożyła?|Przekład|Opracowała?|Udostępniła?|Dar|Překlad|Přeložila?"
    r"|Darovala?|Edice|Fordította|Szerkesztette|Перевод|Перев[её]ла?|Передала?|Предоставила?"
    r"|Подготовила?|Превод|Преведе)"
    r" [^\W\d_a-zа-я][^;:]{2,90}|(?:Gift|Donación|Don|Dono|Schenkung|Dar) \w+ [^;:]{3,80}"
)
_SENTENCE = re.compile(r"(?<=[\w)]{2})\.\s+|;\s+")
# The number of what is shown, with which such a line may begin: `Registro ADM-00562.`
_NUMBERED = re.compile(
    r"(?:(?:Digital )?(?:[Rr]ecord|[Ii]tem|[Dd]ocument|[Ee]ntry)|Registro|Ficha|Datensatz|Objekt"
    r"|Dokument|Rekord|Záznam|Fiche|Notice|Scheda|Dokumento?|Documento|Запись|Документ)"
    r"(?: (?:ID|[Nn]o\.?|[Nn]umber|[Nn][úu]m\.?|[Nn][º°o]\.?|Nr\.?|č\.|№))?:? "
    r"((?=[\w./-]*\d)[\w/-]+(?:\.[\w/-]+)*)"
)
# In a row of small print above a text: `Document 24 \u00b7 translated by A. Bauer`.
_IN_ROW = re.compile(
    r"\u00b7 ((?:[Tt]ranslated|[Cc]ontributed|[Oo]btained) [^\u00b7]*\bby [A-Z][^\u00b7]+)$"
)
_LONGEST = 300


def in_row(text: str) -> int:
    r"""Tell where thanks begin at the end of a row of small print, -1 where there are none.

    >>> in_row("Document 24 \u00b7 translated by A. Bauer")
    14
    """
    found = _IN_ROW.search(text) if "\u00b7" in text else None
    return found.start(1) if found else -1


def is_credit(line: Line) -> bool:
    """Tell whether a line is nothing but thanks to those who gave, translated or paid.

    >>> is_credit(Line(0, 0, "Translated from German by A. Bauer."))
    True
    >>> is_credit(Line(0, 0, "Registro 562. Donación de Luis Rey. Edición de Ana Ruiz."))
    True
    """
    return _is_of_thanks(line.text)


@kept_if_short
def _is_of_thanks(text: str) -> bool:
    text = text.replace("**", "") if "**" in text else text
    if text[:1] in _OPENING and (CREDIT_LINE.fullmatch(text) or _CREDITED.fullmatch(text)):
        return True
    if len(text) > _LONGEST or not text[:1].isupper() or " " not in text[:40]:
        return False
    first, *rest = _SENTENCE.split(text.rstrip(" ."))
    if not (rest and _NUMBERED.fullmatch(first)):
        rest = [first, *rest]
    return all(map(_DONE.fullmatch, rest))


def numbered(text: str) -> re.Match[str] | None:
    """Find the number of what is shown at the beginning of such a line.

    >>> numbered("Record AB-562. Gift of Luis Rey. Edited by Ana Ruiz.")[1]
    'AB-562'
    """
    return _NUMBERED.match(text)
