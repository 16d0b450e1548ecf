"""Lines that are nothing but thanks: who gave, translated, edited, paid for what a page shows."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.normalize.credits import parse_credits
from lod.normalize.givers import givers
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.shortlines import kept_if_short

# Words of thanks in English near the beginning of a line: with `by` or a colon behind them, or so.
_VERBS = (
    "ranslat", "ontribut", "btained", "rovided", "dited", "upplied", "onated", "elected",
    "ranscri", "nnotated", "ntroduced", "igiti", "nglish", "dition", "iscovered", "ocated",
    "ploaded", "ubmitted", "ommentary", "roofread", "repared",
)  # fmt: skip
_WORDS = (
    "ourtesy", "ift of", "hank", "rateful", "Tr. ", "rans. ", "unded", "upport", "ponsor", "inanc",
    "nderwritten", "ossible", "rant", "unding", "unds", "id for", "ssist", "ubsid",
)  # fmt: skip
# Deeds that the paper itself may tell, of a typist or of whoever found it.
_OF_PAPER = re.compile(
    r"(?:Typed|Checked|Prepared (?!for (?:publication|print|the press|the web))|Notes?"
    r"|Introduction|Given|Submitted|Found"
    r"|Identified|Located|Shared|Acquired|Discovered|English:)"
)
_NAME = re.compile(r"(?:[^\W\d_a-z]|d['\u2019]|de |van |von |al-)\S*(?: \S+){0,9}")
# What may be left of such a line: the thing for which it thanks.
_LEFT = re.compile(
    r"(?:\W*\b(?:[Tt]h(?:e|is|ese)|[Ww]e|[Oo]ur|documents?|texts?|translations?|project|page"
    r"|edition|collection|website|site|work|archives?|series|scan(?:s|ning)?|publication"
    r"|digiti[sz]ation|item|cop(?:y|ies)|records?|gratefully|also|kindly|which|who|funded|for"
    r"|funding|paying|support|of|in|from|with|here|it)\b){0,6}\W*(?:\([^()]*\)\W*)?"
)
_LINK = re.compile(r"\[([^\]\[]+)\]\([^()\s]*\)")
_INNER = re.compile(r"[\[\]]")
_LOWER = ("trans", "tr. ", "contrib", "ed. ", "eds. ")
_NEAR = 70
# What was done, then who did it, in the languages of archives: `Traducción de Ana Ruiz`.
_DONE = re.compile(
    r"(?:Compiled by"
    r"|(?:Traducid[oa]|Editad[oa]|Donad[oa]|Cedid[oa]|Facilitad[oa]|Transcrit[oa]) por"
    r"|(?:Traducción|Edición|Donación|Transcripción) (?:de|a cargo de)"
    r"|(?:Traduite?|Éditée?|Transcrite?|Donnée?|Communiquée?|Fournie?) par"
    r"|(?:Traduction|Édition|Don|Transcription) (?:de|par)"
    r"|(?:Texte|Document|Notice) (?:établie?|présentée?|transmise?|communiquée?|préparée?) par"
    r"|Traduite? d[eu] [^\W\d_]+ par|Aus dem [^\W\d_]+(?: übersetzt)? von|Deutsch von"
    r"|Übersetzt aus dem [^\W\d_]+ von"
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
# What such a line says of the paper beside it.
_BESIDE = re.compile(
    r"(?:Original|Written|Text|Typescript|Manuscript|Source text)(?: is)?(?: in|:)?(?: the)? "
    r"(?:[A-Z][a-z]+|\([a-z ]+\))|(?:Not|First|Never|Previously)(?: previously)? (?:printed"
    r"|published)(?: in this volume| here| before)?"
    r"|(?:Typescript|Photocopy|Carbon copy|Copy)(?:, [a-z ]{3,20})?"
    r"|(?:(?:Stenographic|Verbatim|Shorthand|Handwritten|Typewritten|Unofficial|Abridged|Draft"
    r"|Informal|Rough|Official) ){0,2}(?:[Rr]ecord|[Mm]inutes|[Tt]ranscript|[Nn]otes?|[Ss]ummary"
    r"|[Pp]rotocol|[Rr]eport|[Dd]raft)|Handwritten|Typewritten|(?:Extract|Excerpt)s?|Abridged"
    r"|Stenogramm?|Auszug|Extrait|Extracto|Estratto|Fragment|Wyciąg|Výňatek|Kivonat|Отрывок"
    r"|Стенограмма|Выписка"
)
# Work that editors and sites alone pay for.
_OF_EDITION = re.compile(
    r"(?i:\b(?:translat|transcri|digiti[sz]|scann|edition|publication|web ?site|portal|microfilm"
    r"|this (?:page|volume|reader|series|site|archive|collection|project))"
    r"|^(?:funded|supported|financed|sponsored|with an? (?:\w+ )?(?:grant|subsidy|subvention"
    r"|donation"
    r"|contribution)|with (?:the )?(?:\w+ )?support|made possible|published|gefördert|finanziert))"
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
    text = _LINK.sub(r"\1", text) if "](" in text else text
    text = (text.replace("**", "") if "**" in text else text).strip("* ")
    text = text.strip("[]()") if not _INNER.search(text, 1, len(text) - 1) else text
    opens = text[:1].isupper() or text.startswith(_LOWER)
    if len(text) > _LONGEST or not opens or " " not in text[:40]:
        return False
    if _may_thank(text) and _thanks(text):
        return True
    first, *rest = _SENTENCE.split(text.rstrip(" ."))
    if not (rest and _NUMBERED.fullmatch(first)):
        rest = [first, *rest]
    told = [one for one in rest if not _BESIDE.fullmatch(one)]
    return bool(told) and all(map(_is_done, told))


def _is_done(sentence: str) -> bool:
    """Tell whether a sentence says who did something for a paper, or paid for its edition."""
    said = sentence[:1].upper() + sentence[1:]
    if _DONE.fullmatch(said):
        return True
    if _OF_EDITION.search(said) and next(givers(f"{said}."), None) is not None:
        return True
    return _may_thank(said) and _thanks(f"{said}.")


def _may_thank(text: str) -> bool:
    """Tell at once of most lines that they thank nobody."""
    has = text[:_NEAR].__contains__
    told = " by" in text or has(":")
    return (told and any(map(has, _VERBS))) or any(map(has, _WORDS))


def _thanks(text: str) -> bool:
    """Tell whether a line says in English who gave, translated or paid, and nothing else."""
    if _OF_PAPER.match(text):
        return False
    number = numbered(text)
    text = text[number.end() :].lstrip(". ") if number else text
    return any(map(_is_all_thanks, dict.fromkeys((text, _SENTENCE.split(text, maxsplit=1)[0]))))


def _is_all_thanks(text: str) -> bool:
    rest, credits = parse_credits(text)
    names = [name for _, name in credits]
    return bool(names) and all(map(_NAME.fullmatch, names)) and bool(_LEFT.fullmatch(rest))


def numbered(text: str) -> re.Match[str] | None:
    """Find the number of what is shown at the beginning of such a line.

    >>> numbered("Record AB-562. Gift of Luis Rey. Edited by Ana Ruiz.")[1]
    'AB-562'
    """
    return _NUMBERED.match(text)
