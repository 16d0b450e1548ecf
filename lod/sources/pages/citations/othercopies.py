"""Where else a paper is, as notes on its source say: another archive, a scan, a printed volume."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.citations.sourceline import is_place

# The file with pictures of it: `(scan: 0911_mp80.pdf)`.
_SCAN = re.compile(
    r"\s*[(\[](?:(?:[Ss]cans?|[Ff]ile|[Ii]mages?|PDF|pdf)\b[^()\[\]]*|[\w-]+\.pdf)[)\]]$"
)
# Where another copy lies: `AAN, KC PZPR, XI A/12. Copy in SAPMO-BArch, DY 30/2351 (in German).`
_ANOTHER = re.compile(
    r"(?<=[.;] )(?:(?:[Aa]|[Aa]nother|[Oo]ther|[Aa]lso a) )?(?:[Cc]arbon |[Cc]ertified )?"
    r"(?:[Cc]op(?:y|ies)|[Pp]hotocop(?:y|ies)|[Dd]uplicate|[Dd]raft|Kopie|Durchschlag|Copie|Copia"
    r"|Odpis|Kopia|Копия)"
    r"(?: (?:is|are|also|kept|held|liegt))*(?: (?:in|at|from|im|à|aux?|en|w|v|в)(?: the)?:?|:) "
    r"([^\n;]{8,120}?)(?: \([^()\d]*\))?(?=[.;]?$|\. [A-Z]|;)"
)
# In which volume a paper is printed, which is no place in an archive: `in: AAPD 1973, Dok. 333`.
_IN_VOLUME = re.compile(r"[Ii]n: (?![^\n]*(?i:archi[vw]|librar|\bfond|\bbox |record off|papers))")


def without_scan(text: str, start: int, end: int) -> int:
    """Give where a note ends before the file with pictures of the paper."""
    scan = _SCAN.search(text, start, end)
    return scan.start() if scan else end


def other_copies(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find other copies in a note; their first group is an archive and the place in it.

    >>> note = "AAN, KC PZPR, XI A/12. Copy in SAPMO-BArch, DY 30/2351 (in German)."
    >>> [one[1] for one in other_copies(note, 0, len(note))]
    ['SAPMO-BArch, DY 30/2351']
    """
    return (one for one in _ANOTHER.finditer(text, start, end) if is_place(one[1]))


def is_in_volume(text: str, start: int) -> bool:
    """Tell whether a citation goes on with the volume in which a paper is printed.

    >>> is_in_volume("in: AAPD 1973, Dok. 333", 0), is_in_volume("in: State Archives, F. 1", 0)
    (True, False)
    """
    return _IN_VOLUME.match(text, start) is not None
