"""The number of a document in what a site prints around it: a row of actions, a link to cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell

_ROW_NUMBER = re.compile(
    r"[|\u00b7] *(?:Record|Item|Entry|Document ID|Record ID|Datensatz|Notice|Registro"
    r"|Rekord|Запись)"
    r"(?: (?:No|Nr|n[°o])\.?)?:? (?=[A-Z\d.-]*\d)([A-Z\d][\w./-]{3,30})(?= *(?:[|\u00b7]|$))",
    re.MULTILINE,
)
# The address that a site gives to be cited: its last part, where it has a digit.
_LINK_TO_CITE = re.compile(
    r"(?:[Pp]ermalink|[Zz]itierlink|[Pp]ermalien|[Ll]ien permanent|[Ee]nlace permanente"
    r"|[Ll]ink permanente|[Ss]tały link|[Tt]rvalý odkaz|[Пп]остоянная ссылка|[Cc]ite this link"
    r"|[Ss]table URL|[Pp]ersistent link): ?https?://[\w.-]+(?:/[\w.~-]+)*/"
    r"(?=[\w.-]*\d)([\w.-]*\w)/?(?=[\s|)\]]|$)"
)
# A name that stays when addresses change.
_HANDLE = re.compile(
    r"(?:(?:hdl|doi|ark):|https?://(?:hdl\.handle\.net|(?:dx\.)?doi\.org|n2t\.net)/)"
    r"(?=\S*\d)(\S{4,60}?)/?"
)


def handles(found: Mapping[str, Sequence[Cell]]) -> Iterator[Cell]:
    """Give the persistent name that an address has: a handle, a DOI, an ARK.

    >>> [one.text for one in handles({"url": [Cell("hdl:20.500/km-04")]})]
    ['20.500/km-04']
    """
    for cell in found.get("url", ()):
        if handle := _HANDLE.fullmatch(cell.text):
            start = cell.end - len(handle[1]) if cell.end >= 0 else -1
            yield Cell(handle[1], start, cell.end, "persistent address")


def in_row(text: str) -> Iterator[Cell]:
    """Give the number that a row of actions has, and the end of the address to be cited.

    >>> [one.text for one in in_row("Cite | Export | Record BCP.D.0188")]
    ['BCP.D.0188']
    >>> [one.text for one in in_row("Permalink: https://a.example.org/item/PH-0047")]
    ['PH-0047']
    """
    for one in _ROW_NUMBER.finditer(text) if "|" in text or "\u00b7" in text else ():
        yield Cell(one[1], *one.span(1), "row of actions")
    for one in _LINK_TO_CITE.finditer(text) if "http" in text else ():
        yield Cell(one[1], *one.span(1), "link to cite")


def in_aside(aside: str) -> Iterator[Cell]:
    """Give the same of what the markup of a page sets aside, which has no place in its text."""
    return (Cell(one.text, rule=one.rule) for one in in_row(aside))
