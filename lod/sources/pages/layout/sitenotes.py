"""What a site says of a document in a sentence: who paid for it, what may be done with it."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.givers import givers
from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

_LONGEST = 700
_SENTENCE = re.compile(
    r"[^\W\d_a-z\u00a9](?:[^.!?\n]|\.(?=\d)|(?<=\d)\.(?=\d)|\.(?=\w)){10,200}[.]?"
)
_PERMITTED = re.compile(
    r"\b(?:may|can|must|should) (?:not |only |freely )*be (?:freely )?(?:re-?used|used|reproduced"
    r"|quoted|copied|cited|shared|republished|reprinted)\b"
    r"|\b(?:under|sous|unter|bajo|con|na|pod|по|по условиям)(?: an?| the| une?| una?| einer)? "
    r"(?:(?:licen[cs]e|Lizenz|licencia|licenza|licencj[ąi]|licencí|лицензии|терминах) )?"
    r"(?:CC[ -]?BY|CC0|Creative Commons|Open Government Licence)"
    r"|\b(?:[Rr]eproduction|[Qq]uotation|[Rr]e-?use|[Uu]se|[Cc]opying|[Cc]itation|[Rr]edistribution"
    r"|[Rr]epublication|[Rr]eprinting)\b[^.;\n]{0,80}?\b(?:is|are) "
    r"(?:not |freely |hereby |strictly )*"
    r"(?:welcomed?|permitted|allowed|encouraged|authori[sz]ed|granted|prohibited|forbidden|free)\b"
    r"|\b(?:You|[Uu]sers|[Rr]eaders|[Rr]esearchers|[Ss]cholars|[Tt]eachers|[Vv]isitors|Anyone|Anybody)"
    r" (?:may|can) (?:not |only |freely |also )*(?:reproduce|re-?use|use|quote|copy|cite|share"
    r"|reprint|republish|download)\b"
    r"|\b[Rr]e-?(?:publication|production|printing|use)\b[^.;\n]{0,40} (?:needs|requires) (?:the )?"
    r"(?:prior |written )*(?:consent|permission)\b"
    r"|\b(?:makes? no|claims? no|does not claim(?: any)?) (?:claim to )?(?:the )?copyright\b"
    r"|\b[Uu]se of (?:this|these|the|our) (?:\w+ )?(?:documents?|materials?|translations?|texts?"
    r"|items?|images?|scans?|collections?|(?:web)?site|contents?)\b[^.;\n]{0,40}? is"
    r" (?:subject to|governed by|restricted to|limited to)\b"
    r"|^Permission to (?:quote|publish|reproduce|copy|use|cite)\b.{0,80}"
    r"\b(?:must|should|may|can) be\b"
    r"|^For (?:personal|private|educational|non-?commercial|research|scholarly|teaching)"
    r"[\w, -]{0,40} (?:use|purposes|study) only\b"
    r"|^(?:[Mm]ateriały|[Dd]okumenty|[Tt]eksty|[Tt]łumaczenia) (?:można|mogą być) .{0,40}"
    r"(?:wykorzyst|cytowa|publikowa|reprodukow)"
    r"|\b[Ии]спользование .{0,40}(?:допускается|разрешается|возможно только)"
    r"|\b(?:is|are) (?:protected by|subject to|under) copyright\b|\b[Aa]ll rights reserved\b"
    r"(?=,? (?:unless|except))"
    r"|\b(?:[Aa]cknowledge?ments?|[Cc]redit)\b[^.;\n]{0,80} (?:must|should|has to|is to) be"
    r" (?:made|given)\b"
    r"|\b(?:darf|dürfen) (?:nur |nicht )?.{0,60}(?:verwendet|wiedergegeben|zitiert|vervielfältigt)"
    r"|\b(?:peut|peuvent) (?:être )?.{0,40}(?:reproduits?|réutilisés?|cités?)"
    r"|\b(?:puede|pueden) .{0,40}(?:reproducir|citar|utilizar)"
    r"|\b(?:può|possono) (?:essere )?.{0,40}(?:riprodott|utilizzat|citat)"
    r"|\b(?:[Рр]азрешается|[Дд]опускается|можно) .{0,40}(?:использован|перепечат|цитирован)"
    r"|\b(?:При (?:перепечатке|использовании|цитировании)|Перепечатка)"
    r" .{0,60}(?:ссылк|разрешен|согласи)"
    r"|\b(?:Se (?:permite|autoriza|prohíbe)|Queda (?:permitida|prohibida|autorizada)|Prohibida)"
    r" .{0,12}(?:reproducción|difusión|copia|uso)"
    r"|\b(?:É (?:permitida|autorizada|proibida) a|Permitida a|Proibida a)"
    r" (?:reprodução|difusão|cópia)"
    r"|\b(?:È (?:consentit|vietat)a la|Riproduzione) (?:riproduzione|consentita|riservata|vietata)"
    r"|\b(?:Reproduction|Diffusion|Réutilisation|Utilisation|Consultation|Communication)s?"
    r" (?:est |sont )?(?:libre|autorisée|interdite|soumise|permise)s?\b"
    r"|\b(?:[Rr]eproducción|[Dd]ifusión|[Rr]eutilización|[Rr]eprodução|[Rr]eutilização|[Rr]iproduzione"
    r"|[Rr]iutilizzo)(?: (?:total|parcial|parziale|totale|o|e|y|ou|de \w+)){0,4} (?:es|está|é|è)"
    r" (?:libre|livre|libera|permitid|autorizad|prohibid|proibid|consentit|vietat)"
    r"|\b(?:is|are|lies?|belongs?) (?:all )?(?:in|to) the public domain\b"
    r"|\b(?:est|sont|relèvent?) (?:dans le|du) domaine public\b|\bes de dominio público\b"
    r"|\b(?:sono|è) di pubblico dominio\b|\b(?:ist|sind) gemeinfrei\b"
    r"|^(?:Reproduced|Published|Reprinted|Shown|Printed|Displayed)(?: here)? (?:by|with)"
    r" (?:the )?(?:kind |written )?permission of\b"
    r"|^(?:Not|Never) (?:to be|for) (?:used|reproduced|copied|published|quoted|cited|commercial)\b"
    r".{0,60}\b(?:commercial|permission|consent|authori[sz]ation|use)\b"
    r"|\b(?:Nachdruck|Abdruck|Wiedergabe|Vervielfältigung)\b.{0,40}(?:Quellenangabe|Genehmigung|gestattet"
    r"|erlaubt|untersagt|verboten)"
    r"|\b(?:Przedruk|Kopiowanie|Cytowanie)\b.{0,40}(?:dozwolon|zgod|źródł|zabronion)"
    r"|\b(?:Přetisk|Šíření|Kopírování)\b.{0,40}(?:povolen|souhlas|zdroj|zakázán)"
)
_USES = (
    "rights", "echte", "droits", "derechos", "diritti", "direitos", "prawa", "práva", "права",
    "be ", "may ", "can ", "eproduction", "uotation", "euse", "e-use", "opying", "epubli", "eprint",
    "opyright", "onsent", "CC", "Creative", "arf", "ürfen", "peu", "puede", "può", "posson",
    "азреш", "опуск",
    "можно", "Licence", "ерепечат", "использова", "цитирова", "Se p", "Se a", "Queda", "rohibid",
    "ermitida", "utorizada", "roibida", "onsentit", "ietata", "iservata", "utorisée", "nterdite",
    "oumise", "druck", "zedruk", "iedergabe", "ervielf", "Kopiow", "Cytow", "Přetisk", "Šíření",
    "Kopírov", "public domain", "omaine public", "ominio", "emeinfrei", "permission", "Not ",
    "tilisation", "eproducc", "se of ", " only", "mogą", "można", "спользование",
    "eproduç", "iproduzione", "eutiliza",
)  # fmt: skip
_LICENCE = re.compile(
    r"(?:(?:Content )?Licen[cs]e|Lizenz|Licencia|Licenza|Licença|Licencja|Licence|Лицензия|Rights"
    r"|Rechte|Droits|Derechos|Diritti)\s?:\s*(CC[ -](?:BY|0)[\w .-]{0,30}?)(?=\s*(?:[·|;,()\n]|$))"
)
_FOOT, _LINE, _NOTICE = 12, 150, 300
_LICENSED = re.compile(
    r"(?:\u00a9|Copyright|Crown [Cc]opyright|Licensed under|This (?:work|item|document) is)"
    r".*\b(?:[Ll]icen[cs]ed? under|Open Government Licence|Creative Commons|CC[ -]BY|CC0"
    r"|Crown [Cc]opyright|[Pp]ublic domain)\b.*"
)
# What may be done with a text, in a sentence on a line of its own.
_ALLOWED = re.compile(
    r"(?:Free|Open|Available) (?:for|to) (?:\w+ ){1,4}(?:study|use|research|teaching|reuse"
    r"|copying)\b.*"
    r"|[A-Z\u00a9][^\n]{0,60}\b(?:(?:not to be|may not be|must not be|may be) (?:quoted|cited"
    r"|reproduced"
    r"|copied|published)|without (?:the )?(?:prior |written |express )*permission|permission"
    r" (?:of|to"
    r" (?:quote|publish|reproduce)))\b[^\n]{0,120}\.?"
)
# Whose a site is, at its foot: `Copyright 1999-2011 X Project (XP). All rights reserved.`
_OWNED = re.compile(
    r"(?:(?:The )?[Cc]ontents? of (?:this|the) (?:web ?)?site )?"
    r"(?:(?:[Cc]opyright )?(?:\u00a9|\([cC]\))|Copyright)(?=[^.;\n]{0,80}\b(?:19|20)\d\d\b)"
    r"(?:[^.;\n]|(?<=\b[A-Z])\.){4,140}(?:[.;]|$)"
)
_RESERVED = re.compile(
    r"(?i:\b(?:All rights reserved|Alle Rechte vorbehalten|Tous droits réservés"
    r"|Todos los derechos reservados|Tutti i diritti riservati|Todos os direitos reservados"
    r"|Wszelkie prawa zastrzeżone|Všechna práva vyhrazena|Все права защищены))(?:[.;]|$)"
)
# Whose the copyright is, in a sentence.
_WHOSE = re.compile(
    r"(?:The )?[Cc]opyright (?:in|of|for|to|on) [^.;\n]{3,120} (?:rests|remains|lies|belongs"
    r"|vests|is (?:held|owned|vested|retained|reserved|with|by|that))\b"
)
# In brackets above a text: who translated it.
_TRANSLATED = re.compile(
    r"[(\[]((?:[Tt]ranslated"
    r"|[Tt]ranslation)(?: (?:in)?to English)?(?: from (?:the )?[\w-]{4,20}(?: original)?)?"
    r"(?:,? (?:in)?to English)? by [A-Z](?:[^()\[\].;\n]|(?<=\b[A-Z])\.){3,60})[)\].;]"
)


# A note that begins with it, on a line of its own: `[Translated by: Jan Orlov [?], ...]`.
_TRANSLATED_BY = re.compile(
    r"\[([Tt]ranslated by:? (?:[A-Z][\w'\u2019-]+\.? ?|[A-Z]\. ?){2,4})(?=[,;.\[\]])"
)


# Below a text, with the name of who translated it: `Translator's note: ... - Eva Dorn`.
_ANNOTATED = re.compile(
    r"[\[(*_ ]{0,4}(?:Translator['\u2019]s [Nn]ote|Notes? (?:by|of) the [Tt]ranslator|Tr\. [Nn]ote"
    r"|Note du traducteur|Anmerkung des Übersetzers|Anm\. d\. Übers)\b.{10,600}?[.)\]\"\u201d:] ?"
    r"[-\u2013\u2014]{1,2} ?((?:[A-Z][\w.'\u2019-]* ){1,3}[A-Z][\w'\u2019-]{2,})[.\])*_]{0,4}"
)


def annotators(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give who translated a text, where a note that is the translator's ends with the name.

    >>> text = "Translator's note: T stands for the first speaker. - Eva Dorn"
    >>> [one.text for one in annotators([Line(0, len(text), text)])]
    ['Eva Dorn']
    """
    for line in lines:
        told = "ote" in line.text[:40] or "nm" in line.text[:10]
        if told and (found := _ANNOTATED.fullmatch(line.text)):
            start, end = line.start + found.start(1), line.start + found.end(1)
            yield Cell(found[1], start, end, "note of the translator")


def funders(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give who paid for what a page shows; lines: those around the text.

    >>> line = Line(0, 48, "The archive is supported by the Leon Foundation.")
    >>> [one.text for one in funders([line])]
    ['Leon Foundation']
    """
    for line in lines:
        for one in givers(line.text) if len(line.text) <= _LONGEST else ():
            yield Cell(one.name, line.start + one.start, line.start + one.end,
                       "who pays, in a sentence")  # fmt: skip


def permissions(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the sentence at the foot of a page that says what may be done with it.

    >>> text = "State Archive, Mill Lane 4. Texts may be reused under CC BY 4.0."
    >>> [one.text for one in permissions([Line(0, len(text), text)])]
    ['Texts may be reused under CC BY 4.0.']
    """
    for line in lines[-_FOOT:]:
        if len(line.text) > _LONGEST or not any(map(line.text.__contains__, _USES)):
            continue
        yield from _licences(line)
        for start, end in _permitted(line.text):
            place = line.start + start, line.start + end
            yield Cell(line.text[start:end], *place, "sentence on what is permitted")


def _permitted(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences on what is permitted, those that follow each other as one.

    >>> text = "Mill Lane 4. Printed by permission of the Archive. Not to be used without consent."
    >>> [text[lo:hi] for lo, hi in _permitted(text)]
    ['Printed by permission of the Archive. Not to be used without consent.']
    """
    first, last = -1, -1
    for one in _SENTENCE.finditer(text):
        if _PERMITTED.search(one[0]) is None:
            continue
        if first >= 0 and text[last : one.start()].strip():
            yield first, last
            first = -1
        first, last = one.start() if first < 0 else first, one.end()
    if first >= 0:
        yield first, last


def permitted_from(lines: Sequence[Line], top: int, bottom: int) -> int:
    """Give where a text ends above the site's sentences on what is permitted, at its very end.

    lines: of the page; top, bottom: those with which its text begins and ends.
    """
    while bottom - 1 > top and any(permissions(lines[bottom - 1 : bottom])):
        bottom -= 1
    return bottom


def is_permission(text: str) -> bool:
    """Tell whether a paragraph says nothing but what may be done with a text or a site.

    >>> is_permission("Texts may be reused under CC BY 4.0 by whoever names us.")
    True
    >>> is_permission("The gas may be used in spring. The minister agrees with this.")
    False
    """
    if len(text) > _NOTICE or not any(map(text.__contains__, _USES)):
        return False
    if owned := _OWNED.match(text):
        text = _RESERVED.sub("", text[owned.end() :])
        if not text.strip():
            return True
    said = [one[0] for one in _SENTENCE.finditer(text)]
    return bool(said) and all(_PERMITTED.search(one) for one in said)


def _licences(line: Line) -> Iterator[Cell]:
    """Give the licence that a row of small print names: `Imprint · Licence: CC BY 4.0`."""
    for one in _LICENCE.finditer(line.text) if "CC" in line.text else ():
        start, end = line.start + one.start(1), line.start + one.end(1)
        yield Cell(one[1], start, end, "licence in a row")


def notices(lines: Sequence[Line], text: str) -> Iterator[Cell]:
    """Give the line of small print that says under which licence all may be used."""
    for line in lines if "\u00a9" in text or "icen" in text else ():
        if _LICENSED.match(line.text) and len(line.text) <= _NOTICE:
            yield Cell(line.text, line.start, line.end, "notice of a licence")
    for line in lines[-_FOOT:] if " be " in text or "ermission" in text else ():
        permitted = line.text.startswith("Copyright ") and _is_owned_and_permitted(line.text)
        if permitted or (len(line.text) <= _LINE and _ALLOWED.fullmatch(line.text)):
            yield Cell(line.text, line.start, line.end, "notice of what is permitted")
    for line in lines[-_FOOT:] if "opyright " in text else ():
        if len(line.text) <= _NOTICE and _WHOSE.match(line.text):
            yield Cell(line.text, line.start, line.end, "whose the copyright is")


def _is_owned_and_permitted(text: str) -> bool:
    """Tell whether a notice says whose a text is, and then what may be done with it."""
    owned = _OWNED.match(text) if len(text) <= _NOTICE else None
    return owned is not None and _PERMITTED.search(text, owned.end()) is not None


def translated(lines: Sequence[Line], text: str) -> Iterator[Cell]:
    """Give who translated a text, where the heading above it says so in brackets."""
    for line in lines if "ranslat" in text and " by" in text else ():
        if line.text[:1] == "[" and (told := _TRANSLATED_BY.match(line.text)):
            start, end = line.start + told.start(1), line.start + told.end(1)
            yield Cell(told[1], start, end, "translator in brackets")
        if len(line.text) <= _LINE and (told := _TRANSLATED.search(line.text)):
            start, end = line.start + told.start(1), line.start + told.end(1)
            yield Cell(told[1], start, end, "translator in brackets")
