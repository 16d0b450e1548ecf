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
_NOBODY = regex(
    r"(?:unknown|unnamed|not (?:known|stated|given)|no name|illegible|n/?a|none|nil|various|"
    r"unbekannt|unleserlich|inconnue?|illisible|desconocid[oa]|ignoto|sconosciuto|"
    r"неизвест\w{2,4}|неразборчиво|n\. ?n\.|s\. ?n\.|[-\u2013\u2014?.]+)"
    # Whoever it was: all works of unknown artists are not by one.
    r"|(?:an? )?(?:unknown|unidentified|unnamed|anonymous|anon\.?)"
    rf"(?:(?: [^\W\d_]+)?(?: [^\W\d_]+)? {_MAKER})?(?:(?:,| ?\().*)?"
    r"|(?:anonym(?:e|us|os|ous)?|anónim[oa]|anonim[oa]|аноним\w{0,4})\.?"
    r"|unbekannte[rs]? (?:künstler|meister|autor|verfasser|maler|fotograf)(?:in)?"
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
