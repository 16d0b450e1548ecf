"""What stands between the pages of a print: running heads, page numbers, a browser's stamps.

A paper that was printed from a site has day, title and address on each sheet; an edition has its
own title there, and the number of the page. The text runs on behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lod.sources.pages.words.secrecy import grades

_CLOCK = r"(?:,? \d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?)?"
_DAY = rf"\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}{_CLOCK}"
_SHEET = (
    r"(?:[Pp]age|[Ss]eite|[Pp][aá]gina|[Ss]trona|[Ss]tránka) \d{1,3} (?:of|de|von|di|sur|z|/) "
    r"\d{1,3}"
)
_OF = rf"(?:\d{{1,3}} ?/ ?\d{{1,3}}|\d{{1,3}} (?:of|de|von|di|sur) \d{{1,3}}|{_SHEET})"
_ADDRESS = r"(?:https?://|www\.)[^\s]+"
# `11/03/2016      Letter | Archive`
_HEAD = re.compile(rf"(?P<day>{_DAY})(?:\s{{3,}}|\t+)(?P<title>\S.{{3,200}})")
# `https://x.org/d/7      1/3`, `Page 2 of 5`, `1 of 3     3/11/16`
_FOOT = re.compile(
    rf"(?:(?P<url>{_ADDRESS})\s+(?:\[?{_OF}\]?|{_DAY})|{_OF}\s{{2,}}(?:{_DAY}|(?P<at>{_ADDRESS}))"
    rf"|{_SHEET}|(?P<title>\S.{{3,120}}?)\s{{3,}}(?P<on>{_ADDRESS}))"
)
_SHEETS = ("Page ", "page ", "Seite ", "Página ", "Pagina ", "Strona ", "Stránka ")
# The number of a page alone on its line: `41`, `- 41 -`, `[41]`, `xiv`.
_NUMBER = re.compile(
    r"(?P<open>[-\u2013\u2014\[(/]{0,2})\s?(?:(?:[Pp]|[Pp]\.|[Pp]age|[Ss]\.|[Ff]\.) ?)?"
    r"(?P<number>\d{1,4}|[ivxl]{1,6})\.?\s?(?P<close>[-\u2013\u2014\])/]{0,2})"
)
# A running head with the number of its page: `42      The June War`, `The June War      43`.
_NUMBERED = re.compile(r"(?:\d{1,4}\s{3,})?(?P<words>\S.*?)(?:\s{3,}\d{1,4})?")
_WIDE = re.compile(r"\s{3,}")
_LONGEST, _NEAR, _FEWEST, _APART = 160, 3, 2, 8
_ENDS = re.compile(r"[.!?:;][\"'\u201d\u00bb)\]*]*$")
# With these no line ends but one that goes on.
_OPEN = frozenset(
    ("the", "a", "an", "of", "at", "in", "on", "to", "and", "or", "by", "for", "with", "from",
     "that", "which", "is", "was", "were", "der", "die", "das", "und", "von", "la", "le", "et",
     "de", "el", "y", "i", "w", "z", "na", "и", "в", "на")
)  # fmt: skip
_MOST = 20_000  # lines: what has more is no print


class Unheaded(NamedTuple):
    """A text of the same length without its heads; where they stood, and what stamps say."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    url: str = ""
    title: str = ""


class _Row(NamedTuple):
    start: int
    end: int
    text: str


def without_heads(text: str) -> Unheaded:
    r"""Leave out what stands between the pages of a print; every other place stays what it was.

    >>> said = without_heads("Note on trade\n\nThe mill at\n\n  - 2 -\n\nVenta stands still.\n")
    >>> said.text
    'Note on trade\n\nThe mill at          \nVenta stands still.\n'
    >>> without_heads("Nouns\n1\n2\n3\n").spans
    ()
    """
    if text.count("\n") > _MOST:
        return Unheaded(text)
    rows = list(_rows(text))
    stamps = {at: one for at, row in enumerate(rows) if (one := _stamp(row.text))}
    numbers = {at: number for at, row in enumerate(rows) if (number := _page(row))}
    again = _again(rows)
    if not (stamps or numbers or again):
        return Unheaded(text)
    found = _sure_stamps(rows, stamps) | _heads(rows, again, numbers, stamps)
    found |= {*_pages(rows, numbers, found)}
    if not found or len(found) == len(rows):
        return Unheaded(text)
    return _blanked(text, rows, found, [stamps[at] for at in sorted(found & stamps.keys())])


def _rows(text: str) -> Iterator[_Row]:
    begin = 0
    for raw in text.split("\n"):
        if words := raw.strip():
            start = begin + len(raw) - len(raw.lstrip())
            yield _Row(start, start + len(words), words)
        begin += len(raw) + 1


def _stamp(words: str) -> re.Match[str] | None:
    """Read a line that a browser prints above or below each sheet."""
    told = words[0].isdigit() or "://" in words or "www." in words or words.startswith(_SHEETS)
    if not told or len(words) > 2 * _LONGEST:
        return None
    return _HEAD.fullmatch(words) or _FOOT.fullmatch(words)


def _page(row: _Row) -> int:
    """Give the number of a page that is all of a line, 0 for any other line."""
    if len(row.text) > len("- Page 1000 -") or not (found := _NUMBER.fullmatch(row.text)):
        return 0
    number = found["number"]
    return int(number) if number.isdecimal() else _roman(number)


def _roman(letters: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    said = [values[one] for one in letters]
    return sum(-a if a < b else a for a, b in pairwise((*said, 0)))


def _again(rows: Sequence[_Row]) -> dict[str, list[int]]:
    """Give the lines that come again, but for the number of their page, with where they stand."""
    short = [(at, row.text) for at, row in enumerate(rows) if len(row.text) <= _LONGEST]
    wide = [(at, _key(text)) for at, text in short]
    counts = Counter(key for _, key in wide)
    found: dict[str, list[int]] = {}
    for at, key in wide:
        if counts[key] > 1 and any(map(str.isalpha, key)):
            found.setdefault(key, []).append(at)
    return found


def _key(words: str) -> str:
    if not (words[0].isdigit() or words[-1].isdigit()) or "   " not in words:
        return words
    found = _NUMBERED.fullmatch(words)
    return found["words"] if found else words


def _sure_stamps(rows: Sequence[_Row], stamps: dict[int, re.Match[str]]) -> set[int]:
    """Give the stamps that are no part of the text: of two kinds, or more than one of a kind."""
    kinds = Counter(one.re.pattern for one in stamps.values())
    if sum(kinds.values()) < _FEWEST:
        return set()
    titles = Counter(one["title"] for one in stamps.values() if one["title"])
    return {
        at for at, one in stamps.items()
        if not one["title"] or titles[one["title"]] > 1 or len(kinds) > 1
    }  # fmt: skip


def _heads(
    rows: Sequence[_Row],
    again: dict[str, list[int]],
    numbers: dict[int, int],
    stamps: dict[int, re.Match[str]],
) -> set[int]:
    """Give the lines that head or end pages: they come again beside the number of their page."""
    found = set[int]()
    for key, places in again.items():
        if any(at in stamps for at in places):
            continue
        paged = [at for at in places[1:] if _number_near(rows, at, key, numbers) > 0]
        apart = all(two - one >= _APART for one, two in pairwise(places))
        if len(paged) < len(places) - 1 or not apart:
            continue
        first = places[0]
        own = rows[first].text != key or _WIDE.search(key) is not None
        secret = any(grades(key, whole=True))
        keeps = secret or not (own or _number_near(rows, first, key, numbers) > 0)
        found.update(places[1:] if keeps else places)
    return found


def _number_near(rows: Sequence[_Row], at: int, key: str, numbers: dict[int, int]) -> int:
    """Give the number of the page that a line has in it, or right above or below it."""
    if rows[at].text != key:
        return 1
    near = (at + step for step in (-1, 1, -2, 2) if 0 <= at + step < len(rows))
    return next((numbers[one] for one in near if one in numbers), 0)


def _pages(rows: Sequence[_Row], numbers: dict[int, int], heads: set[int]) -> Iterator[int]:
    """Give the numbers alone that are pages': between dashes, beside a head, or in their turn."""
    order, counts = sorted(numbers), Counter(rows[at].text for at in numbers)
    for nth, at in enumerate(order):
        words = rows[at].text
        dashed = words[0] in "-\u2013\u2014" and words[-1] in "-\u2013\u2014"
        near = order[max(nth - 1, 0) : nth + 2]
        turn = any(
            abs(one - at) >= _APART and numbers[one] - numbers[at] == (1 if one > at else -1)
            for one in near
        )
        if dashed or {at - 1, at + 1} & heads or (turn and counts[words] == 1):
            yield at


def _blanked(
    text: str, rows: Sequence[_Row], heads: set[int], stamps: Sequence[re.Match[str]]
) -> Unheaded:
    """Set blanks where heads stood: a sentence goes on behind them, a paragraph ends."""
    parts, end, at = list[str](), 0, 0
    while at < len(rows):
        if at not in heads:
            at += 1
            continue
        first = at
        while at < len(rows) and at in heads:
            at += 1
        start = rows[first - 1].end if first else 0
        stop = text.rfind("\n", 0, rows[at].start) + 1 if at < len(rows) else len(text)
        size = stop - start
        runs_on = first > 0 and at < len(rows) and _runs_on(rows[first - 1].text, rows[at].text)
        open_line = runs_on or not first or size < _NEAR
        gap = f"{' ' * (size - 1)}\n" if open_line else f"{' ' * (size - 2)}\n\n"
        parts += (text[end:start], gap[-size:])
        end = stop
    urls = (said for one in stamps for name in ("url", "at", "on")
            if (said := one.groupdict().get(name)))  # fmt: skip
    titles = (one["title"] for one in stamps if one["title"])
    spans = tuple((rows[one].start, rows[one].end) for one in sorted(heads))
    return Unheaded("".join((*parts, text[end:])), spans, next(urls, ""), next(titles, ""))


def _runs_on(above: str, below: str) -> bool:
    """Tell whether the sentence of one page goes on on the next."""
    if _ENDS.search(above) or not (above[-1].isalnum() or above[-1] in ",-"):
        return False
    opens = below[0].islower() or above.rpartition(" ")[2] in _OPEN
    return opens or min(len(above), len(below)) > _LONGEST // 4
