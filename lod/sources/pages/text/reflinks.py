"""Links by number, whose addresses stand in a list at the end, as programs write pages as text.

`[Venta][12]` and `[12]: https://...` (Markdown), or `[12]Venta` and a list below `References`
(terminals). The words are the page's, numbers and list are not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = r"<?(?:\S*[/#:]\S*|[\w-]+\.\w{2,5})"
# `[12]: https://x.org "Title"`
_DEFINED = re.compile(
    rf"^[ \t]{{0,3}}\[(?P<key>[^\]\[\n]{{1,80}})\]:[ \t]+{_ADDRESS}"
    r"(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*$",
    re.MULTILINE,
)
# `  12. https://x.org`, `[12] https://x.org`
_LISTED = re.compile(
    rf"^[ \t]*(?:\[(?P<one>\d{{1,4}})\]|(?P<two>\d{{1,4}})\.)[ \t]+{_ADDRESS}[ \t]*$", re.MULTILINE
)
_LIST = re.compile(r"^[ \t]*(?:References|Links):?[ \t]*$", re.MULTILINE)
_ABOVE = re.compile(r"(?:Visible|Hidden) links:?")
_NUMBERED = re.compile(r"\[(\d{1,4})\][ \t]?(?=[^\s\[])")
_REFERRED = re.compile(r"\]\[([^\]\[\n]{0,80})\]")
_SHORT = re.compile(r"(?<![\]\w!])\[([^\]\[\n]{1,80})\](?![(\[:])")
# The number of a note, linked with its place: `[1](#fn1)`, and back `[1](#fnref1)`, `[↩](#fnref1)`.
_NOTE = re.compile(
    r"\[(?:\d{1,3}|\*|[\u21a9\u2191^])\]\(#_?(?:fn|ftn|note|footnote|endnote|cite|ref|d\d)[\w:.-]*\)"
)
_SPACES = re.compile(r"[\s()]")
_FEWEST = 2


class Relinked(NamedTuple):
    """A text of the same length with links as they stand in line, and where their list was."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


def relinked(text: str) -> Relinked:
    r"""Give the links of a page that have numbers as links in line, or as plain words.

    >>> relinked("In [Venta][1], [2].\n\n[1]: /p/7\n[2]: /p/8\n").text
    'In [Venta](1), [2].\n\n         \n         \n'
    >>> relinked("On copper.[1](#fn1)").text
    'On copper.         '
    >>> relinked("To [1]Venta.\n\nReferences\n\n1. http://x.org/a\n2. http://x.org/b").text[:13]
    'To Venta.   \n'
    """
    if "](#" in text:
        text = _NOTE.sub(lambda one: " " * len(one[0]), text)
    if "]: " in text and len(found := list(_DEFINED.finditer(text))) >= _FEWEST:
        return _in_line(text, found)
    heads = list(_LIST.finditer(text)) if "References" in text or "Links" in text else []
    return _bare(text, heads[-1].start()) if heads else Relinked(text)


def _in_line(text: str, found: list[re.Match[str]]) -> Relinked:
    """Write `[Venta][1]` as `[Venta](1)`, and a word that is a link by itself without brackets."""
    keys = {one["key"].casefold() for one in found}
    spans = tuple(one.span() for one in found)
    parts, end = list[str](), 0
    for start, stop in spans:
        parts += (text[end:start], " " * (stop - start))
        end = stop
    text = "".join((*parts, text[end:]))
    text = _REFERRED.sub(lambda one: _referred(one, keys), text)
    return Relinked(_SHORT.sub(lambda one: _short(one, keys), text), spans)


def _referred(one: re.Match[str], keys: set[str]) -> str:
    known = not one[1] or one[1].casefold() in keys
    return f"]({_SPACES.sub('-', one[1])})" if known else one[0]


def _short(one: re.Match[str], keys: set[str]) -> str:
    return f" {one[1]} " if one[1].casefold() in keys and not one[1].isdecimal() else one[0]


def _bare(text: str, head: int) -> Relinked:
    """Leave out the numbers before words that are links; blanks for them end their lines."""
    listed = text[head:].split("\n")[1:]
    entries = [_LISTED.fullmatch(row) for row in listed]
    rest = (row.strip() for row, one in zip(listed, entries, strict=True) if not one)
    numbers = {one["one"] or one["two"] for one in entries if one}
    if len(numbers) < _FEWEST or any(row and not _ABOVE.fullmatch(row) for row in rest):
        return Relinked(text)
    rows = [_unnumbered(row, numbers) for row in text[:head].split("\n")]
    below = re.sub(r"[^\n]", " ", text[head:])
    return Relinked("\n".join(rows) + below, ((head, len(text)),))


def _unnumbered(row: str, numbers: set[str]) -> str:
    if "[" not in row:
        return row
    bare = _NUMBERED.sub(lambda one: "" if one[1] in numbers else one[0], row)
    return bare.ljust(len(row))
