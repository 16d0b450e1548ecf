"""Markdown as converters write it from HTML: fences for blocks, and attributes in braces.

`::: {.field-summary}` opens a block that the next `:::` closes; `[Venta]{.place}` and
`# Title {#page-title}` have attributes. Words are the page's, marks and a site's blocks are not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lod.sources.pages.text.htmlpage import CHROME
from lod.sources.pages.text.summaries import CALLED

_FENCE = re.compile(r"[ \t]*:{3,}[ \t]*(?:\{(?P<in>[^{}]*)\}|(?P<name>[\w-]+))?[ \t]*:*[ \t]*")
_ONE = r"(?:[#.][\w:-]+|[\w:-]+=(?:\"[^\"\n]*\"|[^\s{}\"]+))"
_ATTRIBUTES = re.compile(rf"(?P<ahead>[\])`]|[ \t])\{{[ \t]*{_ONE}(?:[ \t]+{_ONE})*[ \t]*\}}")
# `[5 May 1951]{.date}`: words with attributes, and no link.
_SPAN = re.compile(rf"\[([^\[\]\n]+)\]\{{[ \t]*{_ONE}(?:[ \t]+{_ONE})*[ \t]*\}}")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>$@^~'\"-])")
_DEFINED = re.compile(r"\s*:\s{2,}\S")
_FEWEST, _MOST, _SHORTEST, _LONGEST = 2, 400, 40, 1500


class Unfenced(NamedTuple):
    """A text of the same length without fences and attributes.

    spans: where fences and what is the site's stood. summary: the words of a block called one.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    summary: str = ""


class _Block(NamedTuple):
    """A block by its rows, from its fence to the one that closes it, and what it is called."""

    first: int
    last: int
    called: str


def unfenced(text: str) -> Unfenced:
    r"""Read a text with fences without them; another stays as it is.

    >>> said = unfenced("::: {.node}\n# Letter {#title}\n\n[May 1951]{.date}\n:::\n")
    >>> [one.strip() for one in said.text.split("\n")]
    ['', '# Letter', '', 'May 1951', '', '']
    """
    if ":::" not in text:
        return Unfenced(text)
    rows = text.split("\n")
    fences = [at for at, row in enumerate(rows) if ":::" in row and _FENCE.fullmatch(row)]
    if not _FEWEST <= len(fences) <= _MOST:
        return Unfenced(text)
    blocks = _blocks(rows, fences)
    sites = {at for one in blocks if _is_of_site(rows, one) for at in range(one.first, one.last)}
    called = [one for one in blocks if CALLED.search(one.called)]
    starts, place = list[int](), 0
    for row in rows:
        starts.append(place)
        place += len(row) + 1
    gone = sorted(sites.union(fences))
    read = [" " * len(row) if at in sites or at in fences else _bare(row)
            for at, row in enumerate(rows)]  # fmt: skip
    summary = (
        " ".join(" ".join(read[called[0].first + 1 : called[0].last]).split()) if called else ""
    )
    if len(called) != 1 or not _SHORTEST <= len(summary) <= _LONGEST:
        summary = ""
    spans = tuple((starts[at], starts[at] + len(rows[at])) for at in gone)
    return Unfenced(_joined(read, called[0]) if summary else "\n".join(read), spans, summary)


def _joined(rows: list[str], block: _Block) -> str:
    """Give rows as a text in which the only paragraph of a block is one line."""
    inner = rows[block.first + 1 : block.last]
    whole = "\n".join(inner)
    lo = len(whole) - len(whole.lstrip())
    hi = len(whole.rstrip())
    whole = whole[:lo] + re.sub(r"\n", " ", whole[lo:hi]) + whole[hi:]
    return "\n".join((*rows[: block.first + 1], whole, *rows[block.last :]))


def _blocks(rows: list[str], fences: list[int]) -> list[_Block]:
    """Give the blocks, each from its fence to that which closes it."""
    found, opened = list[_Block](), list[tuple[int, str]]()
    for at in fences:
        fence = _FENCE.fullmatch(rows[at])
        called = (fence["in"] or fence["name"] or "") if fence else ""
        if called:
            opened.append((at, re.sub(r"[.#]", " ", called)))
        elif opened:
            first, name = opened.pop()
            found.append(_Block(first, at, name))
    return found


def _is_of_site(rows: list[str], block: _Block) -> bool:
    """Tell whether a block is the site's by its name, and does not define fields."""
    inner = rows[block.first + 1 : block.last]
    own = any(row.startswith("# ") or _DEFINED.match(row) for row in inner)
    return CHROME.search(block.called) is not None and not own


def _bare(row: str) -> str:
    """Leave out the attributes and escapes of a row; blanks at its end keep its length."""
    if "{" in row:
        bare = _ATTRIBUTES.sub(lambda one: one["ahead"].strip(), _SPAN.sub(r"\1", row))
    else:
        bare = row
    if "\\" in bare:
        bare = _ESCAPED.sub(r"\1", bare)
    return bare if bare == row else bare.rstrip().ljust(len(row))
