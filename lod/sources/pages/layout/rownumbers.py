"""The number of a document in what a site prints around it: a row of actions, a link to cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.citations.citation import addresses
from lod.sources.pages.words.pageline import Line

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
# An address that is a whole line.
SCHEME = "https://"
_ADDRESS_LINE = re.compile(
    r"<?(?:https?://)?((?:[\w-]+\.)+[a-z]{2,12}/\S*\d\S*?)/?>?"
    r"(?:\s{2,}\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? .{4,12})?"  # when a browser printed it
)
_SHORT_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}/(?:[a-z]{2}/)?(\d{3,9})/?")
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


def printed(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the number in an address that is a whole line, where all such lines have one number."""
    found = [
        Cell(line.text[at + part.start : at + part.end], line.start + at + part.start,
             line.start + at + part.end)
        for line in lines
        if "/" in line.text.partition(" ")[0] and (one := _ADDRESS_LINE.fullmatch(line.text))
        for at in [one.start(1) - len(SCHEME)]
        for part in addresses(f"{SCHEME}{one[1]}") if part.column == "identifier"
    ]  # fmt: skip
    for line in lines:  # a heading that is nothing but it: `dodis.ch/46718`
        if line.level and (short := _SHORT_ADDRESS.fullmatch(line.text)):
            start, end = (line.start + place for place in short.span(1))
            found.append(Cell(short[1], start, end))
    if len({cell.text for cell in found}) == 1:
        yield found[0]._replace(rule="address on its own line")
