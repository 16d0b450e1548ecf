"""Whose meeting minutes in other languages are of: `Protokoll der Sitzung des Politbüros`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.bodywords import COMPOUND

SAT_ABROAD = "minutes of its meeting, in another language"
_HEAD = 600
_SIGNS = ("rotok", "iederschrift", "tenogramm", "rocès-verbal", "ápis", "egyző", "ротокол",
          "тенограмм", "erbale", "cta de", "ta da", "tenogram")  # fmt: skip
_SATS = (
    (r"(?:Protokoll?|PROTOKOLL|[Nn]iederschrift|[Ss]tenogramm?)",
     r"(?:\w*[Ss]itzung|\w*[Tt]agung|[Bb]eratung|SITZUNG)", r"(?:des|der)"),
    (r"(?:[Pp]rocès-verbal|[Cc]ompte rendu)", r"(?:[Ss]éance|[Rr]éunion)",
     r"(?:du|de la|de l['\u2019]|des)"),
    (r"(?:[Pp]rotok[oó]ł\w*|[Ss]tenogram\w*)", r"(?:posiedzeni[ae]|zebrani[ae]|narady)", r""),
    (r"(?:[Zz]ápis\w*|[Pp]rotokol\w*)",
     r"(?:schůz[ei]|zasedání|jednání|porady|zasadnuti[ae]|schôdz[ei])", r""),
    (r"(?:[Пп]ротокол\w*|ПРОТОКОЛ|[Сс]тенограмм\w*)",
     r"(?:заседани[яе]|ЗАСЕДАНИЯ|совещани[яе])", r""),
    (r"(?:[Vv]erbale)", r"(?:riunione|seduta)", r"(?:del|della|dell['\u2019]|dei)"),
    (r"(?:[Aa]cta|[Aa]ta)",
     r"(?:[Rr]eunión|[Ss]esión|[Rr]eunião|[Ss]essão)", r"(?:del|de la|do|da)"),
    (r"(?:[Pp]rotocol\w*|[Ss]tenogram\w*)", r"(?:ședinț\w+|şedinț\w+)", r""),
)  # fmt: skip
_END = (
    r"(?=\s*(?:$|[,;:(\n\[]|[-\u2013\u2014] )|\s(?:am|vom|v\.|le|du \d|en date|z dnia|w dniu|z"
    r"|dne|ze dne"
    r"|dňa|zo dňa|konané\w*|от|del \d|del día|tenuta|em|din|nr|Nr|No|№|\d))"
)
_SAT = tuple(
    re.compile(
        rf"{minutes}\b[^\n]{{0,50}}?\b{sat}\s+{of}\s*"
        rf"(?P<body>[^\W\d_a-zа-яáčďéěíňóřšťúůýžąćęłńśźż][^\n,;:()\d]{{2,90}}?){_END}"
    )
    for minutes, sat, of in _SATS
)
_MASCULINE = re.compile(r"(?:rat|ausschu(?:ss|ß)|vorstand|stab|bund|bezirk|kreis)$")
_OF_STATE = ("Politbüro", "Sekretariat", "Zentralkomitee", "Ministerrat", "Staatsrat", "Präsidi",
             "Nationalen Verteidigungsrat")  # fmt: skip
_PLAIN = {
    "Biura": "Biuro", "Politycznego": "Polityczne", "Sekretariatu": "Sekretariat",
    "Prezydium": "Prezydium", "Komitetu": "Komitet", "Centralnego": "Centralny",
    "Předsednictva": "Předsednictvo", "Predsedníctva": "Predsedníctvo", "Politbyra": "Politbyro",
    "Sekretariátu": "Sekretariát", "Výboru": "Výbor", "Президиума": "Президиум",
    "Секретариата": "Секретариат", "Комитета": "Комитет", "Совета": "Совет",
    "Biroului": "Biroul", "Comitetului": "Comitetul", "Secretariatului": "Secretariatul",
}  # fmt: skip


def convened_abroad(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[Told]:
    """Find whose meeting titles, or the head of a text, call it the minutes of.

    stretches: where titles and text stand in the page's text.

    >>> text = "Protokoll der Sitzung des Politbüros des ZK am 5. Mai 1951"
    >>> [text[one.start : one.end] for one in convened_abroad(text, [(0, len(text))])]
    ['Politbüros des ZK']
    """
    for start, end in stretches:
        stop = min(end, start + _HEAD)
        if not any(text.find(sign, start, stop) >= 0 for sign in _SIGNS):
            continue
        found = (one for pattern in _SAT if (one := pattern.search(text, start, stop)))
        if sat := next(found, None):
            yield Told("corporate_author", *sat.span("body"), SAT_ABROAD)
            return


def is_inflected(words: str) -> bool:
    """Tell whether words begin with a body in the genitive, as below the word for its decision.

    >>> [is_inflected(one) for one in ("des Politbüros des ZK", "Biura Politycznego", "Uwaga")]
    [True, True, False]
    """
    first, _, rest = words.partition(" ")
    if first in ("des", "der"):
        return COMPOUND.match(rest) is not None or rest.startswith(_OF_STATE)
    return first[:1].upper() + first[1:] in _PLAIN


def sat(name: str) -> str:
    """Give the name of a body in the nominative, as words for its meeting inflect it.

    >>> sat("Politbüros des ZK"), sat("Nationalen Verteidigungsrates"), sat("Biura Politycznego KC")
    ('Politbüro des ZK', 'Nationaler Verteidigungsrat', 'Biuro Polityczne KC')
    """
    words = f"{name[:1].upper()}{name[1:]}".split()
    if words[0] in _PLAIN:
        return " ".join(_PLAIN.get(word, word) for word in words)
    at = next((n for n, word in enumerate(words) if not word.endswith("en")), 0)
    noun = words[at]
    if at and not re.search(r"(?:s|es)$", noun):
        return " ".join([*(word[:-1] for word in words[:at]), *words[at:]])  # feminine
    if not noun[0].isupper() or not noun.endswith("s") or noun.isupper() or noun.endswith("ss"):
        return name
    plain = noun[:-2] if re.search(r"(?:rates|standes|stabes|bundes)$", noun) else noun[:-1]
    ending = "r" if _MASCULINE.search(plain) else "s"
    return " ".join([*(f"{word[:-1]}{ending}" for word in words[:at]), plain, *words[at + 1 :]])
