"""Cells that name nobody: unknown, illegible, anonymous."""

from __future__ import annotations

import re
from functools import lru_cache

from lod.lazily import regex

_LONGEST = 300
_MAKER = (
    r"(?:author|writer|artist|painter|photographer|sculptor|engraver|printmaker|maker|designer"
    r"|architect|craftsman|workshop|master|person|man|woman|sender|recipient|addressee"
    r"|correspondent|official|officer|soldier|source|creator|translator|editor|publisher|speaker"
    r"|scribe|hand)s?"
)
_HERSTELLER = (
    r"(?:künstler|meister|autor|verfasser|maler|fotograf|photograph|hersteller|zeichner|bildhauer"
    r"|drucker|verlag|absender|empfänger|urheber|entwerfer|stecher)(?:in)?"
)
# What says of a place that there is none, that it is not told, or that it moves.
_NOWHERE = regex(
    r"n\. ?p\.|s\. ?l\.|o\. ?o\.|b\. ?m\.|b\. ?m\. ?w\.|no place|sine loco|ohne ort"
    r"|sans lieu|sin lugar|senza luogo|sem lugar"
    r"|bez miejsca|без места|ohne ortsangabe|place (?:unknown|not stated)"
    r"|here|home|at home|hier|zu hause|ici|aquí|qui|здесь|abroad|im ausland|at sea|auf see|en mer"
    r"|in transit|en route|unterwegs|in viaggio"
    r"|on board(?: (?:a |the )?(?:ship|train|aircraft|plane))?"
    r"|an bord|à bord|a bordo|various places|verschiedene orte|everywhere|nowhere",
    re.IGNORECASE,
)
# What says "the same as above", for which only the source knows the name.
_SAME = regex(
    r"do\.|ditto|dto\.?|idem|id\.|ibid(?:\.|em)?|(?:the )?same|as above|see above"
    r"|siehe oben|s\. ?o\.|wie oben|(?:ders|dies|dass)\.|derselbe|dieselben?|le même|la même"
    r"|voir ci-dessus|el mismo"
    r"|la misma|lo stesso|la stessa|come sopra|o mesmo|tenże|tamże|týž|тот же|та же|то же"
    r"|[\"\u201c\u201d\u201e\u2033\u3003]+"
    r"|[-\u2013\u2014]+ ?[\"\u201c\u201d\u201e\u2033] ?[-\u2013\u2014]+",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"(?:unknown|unnamed|not (?:known|stated|given)|no name|illegible|n/?a|none|nil|various|"
    r"unbekannt|unleserlich|inconnue?|illisible|desconocid[oa]|ignoto|sconosciuto|"
    r"неизвест\w{2,4}|неразборчиво|n\. ?n\.|s\. ?n\.|[-\u2013\u2014?.]+)"
    # Whoever it was: all works of unknown artists are not by one.
    r"|(?:an? )?(?:unknown|unidentified|unnamed|anonymous|anon\.?)"
    rf"(?:(?: [^\W\d_]+)?(?: [^\W\d_]+)? {_MAKER})?(?:(?:,| ?\().*)?"
    r"|(?:diverse|verschiedene|ohne(?: namen?)?|nicht (?:bekannt|genannt|ermittelt|angegeben)"
    r"|(?:signature|unterschrift|firma|assinatura|подпись) "
    r"(?:illegible|unleserlich|illisible|ilegible|illeggibile|ilegível|неразборчив\w)"
    r"|(?:et al|u\. ?a|и др)\.?|illegible signature|unleserliche unterschrift)"
    rf"|(?:[^\W\d_]+ )?{_MAKER} (?:unknown|unidentified|not (?:known|identified|named))"
    rf"|{_HERSTELLER} (?:unbekannt|nicht (?:bekannt|ermittelt))"
    r"|(?:photographe|fabricant|éditeur|expéditeur|destinataire) inconnue?"
    r"|(?:anonym(?:e|us|os|ous)?|anónim[oa]|anonim[oa]|аноним\w{0,4})\.?"
    rf"|unbekannte[rs]? {_HERSTELLER}"
    r"|(?:auteur|artiste|peintre) inconnue?"
    r"|(?:autore?|artista) (?:ignoto|sconosciuto|desconocid[oa])"
    r"|неизвестн\w{2} (?:автор|художник|мастер)|onbekend|okänd|ukendt|ukjent|nieznany|neznámý",
    re.IGNORECASE,
)


def is_nobody(name: str) -> bool:
    """Tell whether a cell says that there is no name to tell, in place of a name.

    What is said besides of somebody unknown names nobody either: "Unknown artist, Italian".

    >>> is_nobody("[unknown]"), is_nobody("N.N."), is_nobody("?"), is_nobody("Unknown artist")
    (True, True, True, True)
    >>> is_nobody("Anonymous"), is_nobody("Master of the Housebook"), is_nobody("Nemo")
    (True, False, False)
    """
    return _is_nobody(name) if len(name) <= _LONGEST else _says_nobody(name)


def _says_nobody(name: str) -> bool:
    return _NOBODY.fullmatch(name.strip(" []()")) is not None


_is_nobody = lru_cache(maxsize=1 << 14)(_says_nobody)


def is_same(name: str) -> bool:
    """Tell whether a cell repeats the one above it without saying what stands there.

    >>> is_same("ditto"), is_same("ders."), is_same("Idem Öztürk")
    (True, True, False)
    """
    return len(name) <= _LONGEST and _SAME.fullmatch(name.strip(" []()")) is not None


def is_nowhere(name: str) -> bool:
    """Tell whether a cell says of a place that none is told: `s.l.`, `at sea`, `home`.

    >>> is_nowhere("n.p."), is_nowhere("o. O."), is_nowhere("Home Counties")
    (True, True, False)
    """
    text = name.strip(" []()")
    return len(name) <= _LONGEST and (is_nobody(name) or _NOWHERE.fullmatch(text) is not None)
