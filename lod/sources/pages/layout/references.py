"""Which of several references of a page stands: the fuller one, the lowest level, no mere code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources import Cell

# A mere code: `P 1142/59`.
_OWN = re.compile(r"(?:[A-Z]{1,3} )?\S+")
_LONGEST = 150
Cells = dict[str, list[Cell]]


def settle_references(found: Cells) -> None:
    """Leave, of the references of a page, those that say the most; a mere code is its number."""
    _fuller(found)
    if lowest := list(_lowest(found)):
        found.setdefault("reference", []).extend(lowest)
    _coded(found)


def _fuller(found: Cells) -> None:
    """Take the citation of a place in an archive for the reference which is only its beginning."""
    known = found.get("reference", [])
    for cell in found.get("citation", []) if len(known) == 1 else ():
        code, mine = known[0].text.rstrip("."), cell.text
        plain = len(mine) < _LONGEST and not re.search(r"[\u201c\"]|https?:", mine)
        if plain and mine != code and mine.startswith((f"{code}, ", f"{code}; ")):
            found["reference"] = [cell._replace(rule="citation of a place in an archive")]
            if "identifier" not in found and _OWN.fullmatch(code):
                found["identifier"] = [known[0]._replace(rule="code of the description")]


def _lowest(found: Cells) -> Iterator[Cell]:
    """Give the lowest level of a holding, where the only reference is a catalogue's own code.

    `Series A > A.7.0.0.9-55, European War, Vol. 4, frames 0212-0214`
    """
    codes = {cell.text for cell in found.get("identifier", ())}
    if any(cell.text not in codes for cell in found.get("reference", ())):
        return
    for cell in found.get("collection", ()):
        level = cell.text.rpartition(" > ")[2]
        if level != cell.text and any(map(str.isdigit, level)):
            yield Cell(level, cell.end - len(level), cell.end, "lowest level of a holding")


def _coded(found: Cells) -> None:
    """Take one of several references that is a mere code for the paper's own number."""
    cells = found.get("reference", [])
    codes = [
        one for one in cells
        if one.rule == "label reference" and _OWN.fullmatch(one.text)
        and not any(one.text.split()[-1] in two.text for two in cells if two is not one)
    ]  # fmt: skip
    if codes and len(codes) < len(cells):
        found["reference"] = [one for one in cells if one not in codes]
        found.setdefault("number", []).extend(codes)
