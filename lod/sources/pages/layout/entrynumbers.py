"""The number of a catalogue's entry: above it, `Ficha 20841`, or at the end of the page's trail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lod.sources import Cell
from lod.sources.pages.layout.betweennumbers import between_numbers

_ENTRY = re.compile(
    r"(?:Record|Entry|Catalogue entry|Ficha|Fiche|Notice|Datensatz|Scheda|Rekord|Karta|Registro"
    r"|Registo|Záznam|Tétel|Запись|Карточка)(?: (?:no\.?|nr\.?|n\.?º|n°|№|num\.|ID))? ?"
    r"(\d{3,10})(?: \([^()]{1,40}\))?",
    re.IGNORECASE,
)
# `Home > Energy > Item 20447`
_LAST_STEP = re.compile(
    r"[>\u203a\u00bb/|]\s+(?:Item|Record|Entry|Object|Document|Doc\.?|ID)(?: no\.?| #)? ?"
    r"(\d{4,10})\W*$",
    re.MULTILINE,
)
# The address of another entry, behind a link: `[Orlov to Vane](EL-0409)`.
_LINKED = re.compile(r"\]\((?:[./]*(?:[\w-]+/){0,4})?([A-Z]{1,5}[-.]?)(\d{2,6})/?\)")
_NUMBERED = re.compile(r"([A-Z]{1,5}[-.]?)(\d{2,6})")
_TRAIL = 1500  # letters of a page within which its trail stands


def entry_numbers(
    text: str, found: Mapping[str, Sequence[Cell]], aside: str = ""
) -> Iterator[Cell]:
    r"""Give the number that stands above an entry, then the one with which a trail ends.

    aside: the words of the page's menus.

    >>> [one.text for one in entry_numbers("Home > Energy > Item 20447\n", {})]
    ['20447']
    """
    for cell in found.get("head", ()):
        if entry := _ENTRY.fullmatch(cell.text):
            yield Cell(
                entry[1],
                cell.start + entry.start(1),
                cell.start + entry.end(1),
                "number of an entry",
            )
    for step in _LAST_STEP.finditer(text[:_TRAIL]):
        yield Cell(step[1], *step.span(1), "last step of a trail")
    yield from _among_links(text, found)
    yield from between_numbers(text, aside, found)


def _among_links(text: str, found: Mapping[str, Sequence[Cell]]) -> Iterator[Cell]:
    """Give the labelled number that is one of those by which the site links its other entries."""
    own = [one for one in found.get("number", ()) if one.rule == "label number"]
    if not own or "](" not in text:
        return
    linked = {(one[1], len(one[2])): one[2] for one in _LINKED.finditer(text)}
    for cell in own:
        code = _NUMBERED.fullmatch(cell.text)
        if code and linked.get((code[1], len(code[2])), code[2]) != code[2]:
            yield cell._replace(rule="number among those of links")


# `Steppe Archive, SA-0318`: a site, and its number of a document.
_SITE_AND_NUMBER = re.compile(
    r"(?:The )?[^\W\d_a-z][\w\u2019'-]*(?: [\w\u2019'&-]+){0,6}, "
    r"(?:(?:[Nn]o|[Nn]r|[Dd]oc(?:ument)?|[Ii]tem|[Rr]ecord|[Ee]ntry|ID)\.? )?"
    r"([A-Z]{1,6}[ -]?\d[\w-]*|\d{2,7})\.?"
)


def cited_as(found: Mapping[str, Sequence[Cell]]) -> Iterator[Cell]:
    """Give the number in a citation of a site and its number, beside a place in an archive.

    >>> cells = {"citation": [Cell("Steppe Archive, SA-0318", 9, 32)], "reference": [Cell("F 4")]}
    >>> [one.text for one in cited_as(cells)]
    ['SA-0318']
    """
    for cell in found.get("citation", ()) if "reference" in found else ():
        if cited := _SITE_AND_NUMBER.fullmatch(cell.text):
            yield Cell(cited[1], cell.start + cited.start(1), cell.start + cited.end(1), "cited as")
