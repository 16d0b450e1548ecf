"""What printers set at the foot or head of every page: `Digital Archive  2 of 3`."""

from __future__ import annotations

import re
from collections import Counter

_COUNTED = re.compile(r" (?:of|von|sur|de|di|z|из) (\d{1,3})[ \t]*(?=\n|$)")
_FOOT = re.compile(
    r"[ \t]*(?:[^\W\d_a-z][^\n.;]{2,70}?[ \t]{2,}"
    r"|(?i:page|p\.|seite|strana|strona|página|pagina|стр\.)[ \t]+)?"
    r"\d{1,3} (?:of|von|sur|de|di|z|из) \d{1,3}[ \t]*"
)
# A running title with the number of its page at either side.
_RUNNING = re.compile(
    r"^[ \t]*(?:\d{1,4}[ \t]{3,}(?P<left>[A-Z][^\n.;]{8,80}?)"
    r"|(?P<right>[A-Z][^\n.;]{8,80}?)[ \t]{3,}\d{1,4})[ \t]*$",
    re.MULTILINE,
)
_GAP, _FEWEST = "   ", 2


def without_feet(text: str) -> str:
    r"""Blank the lines that say which page of how many begins or ends; places stay.

    >>> text = "He went\n   Digital Archive  1 of 2\nto Venta\n   Digital Archive  2 of 2\n"
    >>> without_feet(text).split()
    ['He', 'went', 'to', 'Venta']
    """
    totals = Counter(_COUNTED.findall(text))
    if max(totals.values(), default=0) >= _FEWEST:
        for found in reversed(list(_COUNTED.finditer(text))):
            start = text.rfind("\n", 0, found.start()) + 1
            if totals[found[1]] >= _FEWEST and _FOOT.fullmatch(text, start, found.end()):
                text = _blanked(text, start, found.end())
    if _GAP not in text:
        return text
    runs = list(_RUNNING.finditer(text))
    said = Counter(one["left"] or one["right"] for one in runs) if len(runs) >= _FEWEST else {}
    for one in runs if said else ():
        if said[one["left"] or one["right"]] >= _FEWEST:
            text = _blanked(text, *one.span())
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
